"""The sections of a combined page: view, story and the page's path in, a section or nothing out."""

from builder.escape import escape_text
from builder.model import Figure, Story
from builder.write import wording
from builder.write.charts import spark_bars
from builder.write.dates import date_label, date_phrase
from builder.write.described import describe
from builder.write.parts import (
    Section,
    box,
    capital,
    figure_tile,
    headline,
    is_named,
    letter,
    matrix,
    member_target,
    note,
    passages,
    point_rows,
    quotation,
    row,
    tag,
    tiles,
)
from builder.write.view import ALL_BRIEFINGS, CAST, TIMELINE, View, link, say

MOST_SOURCES = 6  # more would not leave the head of the page its two minutes
MOST_FIGURES = 8
MOST_TOPICS = 12
MOST_WATCHED = 5
MOST_DATES = 5
MOST_VOICES = 3
MOST_CAST = 8
MOST_ROWS = 10
MOST_COLUMNS = 26
SMALL = 10  # counts up to it are seldom what a story turns on


def write_bottom_line(view: View, story: Story, page: str, most: int) -> Section:
    """A few sentences of different sources, ``most`` at most."""
    content = point_rows(view, page, story.bottom_line[:most])
    return Section("bottom-line", wording.BOTTOM_LINE, f"{note(wording.BOTTOM_LINE_NOTE)}\n\n{content}")


def write_sources(view: View, story: Story, page: str) -> Section:
    """The letters and what they stand for."""
    rows = [
        f"- {letter(view, one, page)} {headline(view, page, one)}{_date_tag(view, one)}"
        for one in story.briefings[:MOST_SOURCES]
    ]
    if len(story.briefings) > MOST_SOURCES:
        rows.append(f"- [{wording.CARDS_ALL}]({link(page, ALL_BRIEFINGS)})")
    return Section("sources", wording.SOURCES, box("sources", rows))


def _date_tag(view: View, briefing: str) -> str:
    """What is known of a source's date; nothing where nothing is."""
    phrase = date_phrase(view.briefings[briefing])
    return "" if phrase == wording.DATE_NOT_STATED else f" {tag(phrase)}"


def write_figures(view: View, story: Story, page: str) -> Section | None:
    """Tiles of figures whose parts may stand alone, in letter order; the rest stands on the briefing pages."""
    figures = [(one, figure) for one in story.briefings for figure in view.briefings[one].analysis.figures]
    shown = [(one, figure) for one, figure in figures if _tells_alone(figure)][:MOST_FIGURES]
    if len(shown) < 2:
        return None
    lead = wording.FIGURES_NOTE + (f" {wording.FIGURES_ALL}" if len(figures) > len(shown) else "")
    tiles_ = box("figs four", [figure_tile(view, page, one, figure) for one, figure in shown])
    return Section("key-figures", wording.FIGURES, f"{note(lead)}\n\n{tiles_}")


def _tells_alone(figure: Figure) -> bool:
    """Whether number and noun say something without their sentence; "two sides" do not."""
    amount = figure.value if figure.value is not None else figure.low
    return figure.is_alone and figure.noun is not None and (amount is None or amount > SMALL)


def write_common_ground(view: View, story: Story, page: str) -> Section | None:
    """Topics by number of sources, a letter a source."""
    topics = story.topics[:MOST_TOPICS]
    if len(story.briefings) < 2 or len(topics) < 2:
        return None
    total = len(story.briefings)
    rows = [
        f"- **{wording.OF.format(part=len(topic.mentions), whole=total)}** {capital(escape_text(topic.name))} "
        f"{tiles(view, page, story, topic.mentions)}"
        for topic in topics
    ]
    half = -(-len(rows) // 2)
    body = f'<div class="half" markdown>\n{box("agree", rows[:half])}\n{box("agree", rows[half:])}\n</div>'
    lead = note(wording.COMMON_NOTE)
    return Section("common-ground", wording.COMMON, f"{lead}\n\n{body}", is_searched=False)


def write_watch(view: View, story: Story, page: str) -> Section | None:
    """Sentences that look ahead, one a source."""
    rows = [
        row("", say(view, page, one, ahead[0].span))
        for one in story.briefings
        if (ahead := view.briefings[one].analysis.outlook)
    ][:MOST_WATCHED]
    body = f"{note(wording.WATCH_NOTE)}\n\n{box('bl plain', rows)}"
    return Section("what-to-watch", wording.WATCH, body) if len(rows) > 1 else None


def write_timeline(view: View, story: Story, page: str) -> Section | None:
    """The latest dated entries, in order."""
    entries = story.timeline[-MOST_DATES:]
    rows = [
        row(date_label(entry.value, entry.precision, entry.basis), passages(view, page, entry.passages))
        for entry in entries
    ]
    more = f"[{wording.TIMELINE_ALL}]({link(page, TIMELINE)})"
    return Section("timeline", wording.TIMELINE, f"{box('tl', rows)}\n\n{more}") if len(rows) > 1 else None


def write_voices(view: View, story: Story, page: str) -> Section | None:
    """Full quotations: named speakers first, then longer ones."""
    full = [(one, quote) for one in story.briefings for quote in view.briefings[one].analysis.quotes if quote.is_full]
    full.sort(key=lambda entry: (not is_named(entry[1]), -sum(s.end - s.start for s in entry[1].spans)))
    quotes = "\n".join(quotation(view, page, one, quote) for one, quote in full[:MOST_VOICES])
    body = f'<div class="voices" markdown>\n{quotes}\n</div>'
    return Section("voices", wording.VOICES, body) if len(full) > 1 else None


def write_cast(view: View, story: Story, page: str) -> Section | None:
    """People and organisations that most sources name."""
    members = [member for member in story.cast if member.kind != "place"][:MOST_CAST]
    if len(members) < 2:
        return None
    lines = [f"| {' | '.join(wording.CAST_HEADS)} |", "|---|---|---|--:|---|"]
    total = len(story.briefings)
    for member in members:
        name = f"**[{escape_text(member.name)}]({member_target(page, member)})**"
        sources = wording.OF.format(part=len(member.mentions), whole=total)
        count = sum(len(one.mentions) for one in member.mentions)
        cells = [name, describe(view, page, member), sources, str(count), spark_bars(view, story, member)]
        lines.append(f"| {' | '.join(cells)} |")
    table = box("stack who", lines)
    more = f"[{wording.CAST_ALL}]({link(page, CAST)})"
    return Section("whos-who", wording.CAST, f"{note(wording.CAST_NOTE)}\n\n{table}\n\n{more}")


def write_coverage(view: View, story: Story, page: str) -> Section | None:
    """Mentions of topics and names by source."""
    if not 2 <= len(story.briefings) <= MOST_COLUMNS:
        return None
    topics, names = story.topics[:MOST_ROWS], story.cast[:MOST_ROWS]
    matrices = [matrix(view, page, story, wording.TOPIC, topics)] if len(topics) > 1 else []
    matrices += [matrix(view, page, story, wording.NAMED, names)] if len(names) > 1 else []
    body = f'{note(wording.COVERAGE_NOTE)}\n\n<div class="half" markdown>\n' + "\n".join(matrices) + "\n</div>"
    return Section("coverage", wording.COVERAGE, body, is_searched=False) if matrices else None
