"""The cards of a combined page, with the form that filters them where a script runs."""

from dataclasses import replace

from builder.escape import escape_text
from builder.model import Analysis, CastMember, Story, StoryTopic
from builder.write import wording
from builder.write.dates import date_phrase
from builder.write.parts import Section, attribute, capital, headline, letter
from builder.write.view import ALL_BRIEFINGS, View, link, say

WORDS_A_MINUTE = 230  # an adult's silent reading of non-fiction
MOST_CARDS = 24
CARDS_CUT = 12  # cards where there are more articles than that
MOST_OPTIONS = 30


def write_cards(view: View, story: Story, page: str) -> Section | None:
    """A card an article: letter, date, headline, counts."""
    return _write_cards(view, page, story.briefings, story.topics, story.cast)


def write_all_cards(view: View) -> Section | None:
    """A card for each article of all stories, under one form."""
    stories = view.collection.stories
    # A topic of two stories is one choice.
    topics: dict[str, StoryTopic] = {}
    for topic in (one for story in stories for one in story.topics):
        same = topics.get(topic.id)
        topics[topic.id] = replace(same, mentions=(*same.mentions, *topic.mentions)) if same else topic
    briefings = tuple(one for story in stories for one in story.briefings)
    return _write_cards(view, ALL_BRIEFINGS, briefings, tuple(topics.values()), view.collection.cast)


def _write_cards(
    view: View, page: str, briefings: tuple[str, ...], listed: tuple[StoryTopic, ...], cast: tuple[CastMember, ...]
) -> Section | None:
    if len(briefings) < 2:
        return None
    is_cut = len(briefings) > MOST_CARDS and page != ALL_BRIEFINGS
    shown = briefings[-CARDS_CUT:] if is_cut else briefings
    topics = listed[:MOST_OPTIONS]
    names = [one for one in cast if one.kind != "place" and len(one.mentions) > 1][:MOST_OPTIONS]
    dated = sum(bool(view.briefings[one].analysis.metadata.published) for one in shown)
    cards = "\n".join(_card(view, page, one, topics, names) for one in shown)
    parts = [
        _form(topics, names, len(shown), has_dates=0 < dated < len(shown)),
        f'<div class="cards" markdown>\n{cards}\n</div>',
        f'<p class="cards-empty note" hidden>{wording.CARDS_EMPTY}</p>',
    ]
    if is_cut:
        parts.append(f"[{wording.CARDS_ALL}]({link(page, ALL_BRIEFINGS)})")
    return Section("briefings", wording.CARDS, "\n\n".join(parts))


def _select(label: str, name: str, every: str, options: list[tuple[str, str]]) -> str:
    listed = "".join(f'<option value="{value}">{text}</option>' for value, text in options)
    return f'<label>{label} <select name="{name}"><option value="">{every}</option>{listed}</select></label>'


def _form(topics: tuple[StoryTopic, ...], names: list[CastMember], count: int, *, has_dates: bool) -> str:
    """The filters, each only where it can tell briefings apart; hidden until the script shows them."""
    dates = [("yes", wording.DATED), ("no", wording.UNDATED)]
    subjects = [(topic.id, capital(escape_text(topic.name))) for topic in topics]
    actors = [(member.slug, escape_text(member.name)) for member in names]
    lines = [
        f'<form class="filters" aria-label="{wording.FILTERS}" hidden>',
        f'<label>{wording.SEARCH} <input type="search" name="q" placeholder="{wording.SEARCH_HINT}"></label>',
        _select(wording.TOPIC, "topic", wording.ALL_TOPICS, subjects) if subjects else "",
        _select(wording.NAMED, "actor", wording.ALL_NAMES, actors) if actors else "",
        _select(wording.DATE, "dated", wording.ALL_DATES, dates) if has_dates else "",
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
    known = (date_phrase(view.briefings[briefing]), words, wording.MINUTES.format(count=minutes_of(analysis)))
    values = f'data-topic="{attribute(" ".join(mentioned))}" data-actor="{attribute(" ".join(named))}"'
    return (
        f'<article class="card" {values} data-dated="{"yes" if analysis.metadata.published else "no"}" markdown>\n'
        f'<p class="facts">{letter(view, briefing, page)} {" · ".join(known)}</p>\n'
        f'<p class="title" markdown>{headline(view, page, briefing)}</p>\n'
        f'{_saying(view, page, briefing)}<p class="facts">{_facts(analysis)}</p>\n</article>'
    )


def minutes_of(analysis: Analysis) -> int:
    """Minutes of reading, rounded up."""
    return -(-analysis.metadata.words // WORDS_A_MINUTE)


def _facts(analysis: Analysis) -> str:
    if not analysis.is_attempted:
        return wording.NOT_ANALYSED
    return wording.FACTS.format(
        figures=wording.count_noun(len(analysis.figures), "figure"),
        quotes=wording.count_noun(sum(quote.is_full for quote in analysis.quotes), "full quotation"),
        cites=wording.CITES.format(count=len(analysis.citations)) if analysis.citations else wording.CITES_NONE,
    )


def _saying(view: View, page: str, briefing: str) -> str:
    """The first key point that the bottom line does not show."""
    shown = {(id_, point.span) for id_, point in view.story(briefing).bottom_line}
    points = view.briefings[briefing].analysis.key_points
    point = next((one for one in points if (briefing, one.span) not in shown), None)
    return f'<p class="say" markdown>{say(view, page, briefing, point.span)}</p>\n' if point else ""
