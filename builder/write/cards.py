"""The cards of a combined page, with the form that filters them where a script runs."""

from builder.escape import escape_text
from builder.model import CastMember, Story, StoryTopic
from builder.write import wording
from builder.write.dates import date_phrase
from builder.write.parts import Section, attribute, capital, headline, letter
from builder.write.view import ALL_BRIEFINGS, View, link

MOST_CARDS = 24
CARDS_CUT = 12  # cards where there are more articles than that
MOST_OPTIONS = 30


def write_cards(view: View, story: Story, page: str) -> Section | None:
    """A card an article: letter, date, headline, counts."""
    if len(story.briefings) < 2:
        return None
    is_cut = len(story.briefings) > MOST_CARDS and page != ALL_BRIEFINGS
    shown = story.briefings[-CARDS_CUT:] if is_cut else story.briefings
    topics = story.topics[:MOST_OPTIONS]
    names = [one for one in story.cast if one.kind != "place" and len(one.mentions) > 1][:MOST_OPTIONS]
    cards = "\n".join(_card(view, page, one, topics, names) for one in shown)
    parts = [
        _form(topics, names, len(shown)),
        f'<div class="cards" markdown>\n{cards}\n</div>',
        f'<p class="cards-empty note" hidden>{wording.CARDS_EMPTY}</p>',
    ]
    if is_cut:
        parts.append(f"[{wording.CARDS_ALL}]({link(page, ALL_BRIEFINGS)})")
    return Section("briefings", wording.CARDS, "\n\n".join(parts))


def _select(label: str, name: str, every: str, options: list[tuple[str, str]]) -> str:
    listed = "".join(f'<option value="{value}">{text}</option>' for value, text in options)
    return f'<label>{label} <select name="{name}"><option value="">{every}</option>{listed}</select></label>'


def _form(topics: tuple[StoryTopic, ...], names: list[CastMember], count: int) -> str:
    """The filters; hidden until the script shows them."""
    dates = [("yes", wording.DATED), ("no", wording.UNDATED)]
    subjects = [(topic.id, capital(escape_text(topic.name))) for topic in topics]
    actors = [(member.slug, escape_text(member.name)) for member in names]
    lines = [
        f'<form class="filters" aria-label="{wording.FILTERS}" hidden>',
        f'<label>{wording.SEARCH} <input type="search" name="q" placeholder="{wording.SEARCH_HINT}"></label>',
        _select(wording.TOPIC, "topic", wording.ALL_TOPICS, subjects) if subjects else "",
        _select(wording.NAMED, "actor", wording.ALL_NAMES, actors) if actors else "",
        _select(wording.DATE, "dated", wording.ALL_DATES, dates),
        f'<button type="reset">{wording.CLEAR}</button>',
        f'<output aria-live="polite">{wording.COUNT_SHOWN.format(count=count)}</output>',
        "</form>",
    ]
    return "\n".join(filter(None, lines))


def _card(view: View, page: str, briefing: str, topics: tuple[StoryTopic, ...], names: list[CastMember]) -> str:
    analysis = view.briefings[briefing].analysis
    mentioned = [topic.id for topic in topics if any(one.briefing == briefing for one in topic.mentions)]
    named = [member.slug for member in names if any(one.briefing == briefing for one in member.mentions)]
    words = wording.count_noun(analysis.metadata.words, "word")
    facts = wording.FACTS.format(
        figures=wording.count_noun(len(analysis.figures), "figure"),
        quotes=wording.count_noun(sum(quote.is_full for quote in analysis.quotes), "full quotation"),
        cites=wording.CITES.format(count=len(analysis.citations)) if analysis.citations else wording.CITES_NONE,
    )
    is_dated = "yes" if analysis.metadata.published else "no"
    return (
        f'<article class="card" data-topic="{attribute(" ".join(mentioned))}" '
        f'data-actor="{attribute(" ".join(named))}" '
        f'data-dated="{is_dated}" markdown>\n'
        f'<p class="facts">{letter(view, briefing)} {date_phrase(view.briefings[briefing])} · {words}</p>\n'
        f'<p class="title" markdown>{headline(view, page, briefing)}</p>\n'
        f'<p class="facts">{facts}</p>\n</article>'
    )
