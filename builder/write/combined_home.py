"""The home page of several stories: one row a story, then stories of one article, then the newest briefings."""

from builder.days import find_known_day
from builder.escape import escape_text
from builder.model import Page, Story
from builder.write import editor_wording, wording
from builder.write.dates import date_phrase, list_newest
from builder.write.parts import Section, box, front_matter, heading, headline, letter, note, point_content, tag
from builder.write.view import ALL_BRIEFINGS, HOME, View, link, story_path

MOST_NEWEST = 6


def write_home(view: View) -> Page:
    """The stories in their order, which has the one with the newest article first."""
    stories = view.collection.stories
    sources = wording.count_noun(len(view.collection.briefings), "source")
    values: dict[str, object] = {"title": wording.OVERVIEW, "hide": ["navigation", "toc"]}
    if stories:
        values["description"] = wording.OVERVIEW_DESCRIPTION.format(sources=sources)
    counted = wording.count_noun(len(stories), "story")
    lede = wording.HOME_LEDE.format(stories=counted, sources=sources) if stories else wording.HOME_EMPTY
    parts = [
        f"# {wording.OVERVIEW}",
        f'<p class="lede" markdown>{lede}</p>',
        *([note(escape_text(view.config.note))] if view.config.note else []),
        *(heading(section) for make in (_write_stories, _write_single, _write_newest) if (section := make(view))),
    ]
    return Page(HOME, front_matter(values) + "\n" + "\n\n".join(parts) + "\n")


def _write_stories(view: View) -> Section | None:
    """Title, first sentence of the bottom line, number of sources, first and last known day."""
    rows = [_story_row(view, story) for story in view.collection.stories if len(story.briefings) > 1]
    body = f"{note(wording.HOME_NOTE)}\n\n{box('bl plain stories', rows)}"
    return Section("stories", wording.STORIES, body) if rows else None


def _story_row(view: View, story: Story) -> str:
    days = sorted(day for one in story.briefings if (day := find_known_day(view.briefings[one])))
    first, last = (wording.spell_date(day) for day in (days[0], days[-1])) if days else ("", "")
    known = first if first == last else wording.KNOWN_DAYS.format(first=first, last=last)
    sources = wording.count_noun(len(story.briefings), "source")
    said = [f"<span>{point_content(view, HOME, *point)}</span>" for point in story.bottom_line[:1]]
    facts = f'<span class="note">{sources} · {known or wording.DATE_NOT_STATED}</span>'
    return f"- {' '.join([_story_title(view, story), *said, facts])}"


def _story_title(view: View, story: Story) -> str:
    """A story's title as a link to its page."""
    edited = f" {tag(editor_wording.BY_EDITOR)}" if story.is_titled else ""
    return f"<span>**[{escape_text(view.story_title(story))}]({link(HOME, story_path(story))})**{edited}</span>"


def _write_single(view: View) -> Section | None:
    """Stories of one article: its headline and day, under the story's title where somebody gave it one."""
    rows = []
    for story in view.collection.stories:
        if len(story.briefings) == 1:
            title = f"{_story_title(view, story)} " if story.title else ""
            only = story.briefings[0]
            day = tag(date_phrase(view.briefings[only]))
            rows.append(f"- {title}<span>{letter(view, only, HOME)} {headline(view, HOME, only)} {day}</span>")
    body = f"{note(wording.SINGLE_NOTE)}\n\n{box('agree single', rows)}"
    return Section("single-reports", wording.SINGLE_REPORTS, body) if rows else None


def _write_newest(view: View) -> Section | None:
    """The articles of the newest known days."""
    rows = []
    for briefing in list_newest(view)[:MOST_NEWEST]:
        one = briefing.article.id
        day = tag(date_phrase(briefing))
        rows.append(f"- <span>{letter(view, one, HOME)} {headline(view, HOME, one)} {day}</span>")
    more = f"[{wording.CARDS_ALL}]({link(HOME, ALL_BRIEFINGS)})"
    return Section("newest", wording.NEWEST, f"{box('agree single', rows)}\n\n{more}") if rows else None
