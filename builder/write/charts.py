"""Charts as inline SVG: coloured by the stylesheet, with their data as text."""

from builder.escape import escape_attribute, escape_text
from builder.model import CastMember, Story
from builder.write import wording
from builder.write.view import View

SPARK_MOST = 8  # sources; above that only the count is shown
MOST_STORIES = 3  # stories of one name; above that too
SPARK_CAP = 10  # mentions; higher bars are cut so that small counts show
SPARK_STEP, SPARK_WIDTH, SPARK_BASE, SPARK_HEIGHT = 17, 13, 24, 22  # pixels
BARS_WIDTH, BARS_BASE, BARS_HEIGHT = 340, 104, 88  # pixels of the view box


def _counts(member: CastMember, story: Story) -> list[tuple[str, int]]:
    counted = {one.briefing: len(one.mentions) for one in member.mentions}
    return [(briefing, counted.get(briefing, 0)) for briefing in story.briefings]


def _find_stories(view: View, member: CastMember) -> list[Story]:
    """The stories that name the member, in their order."""
    named = {view.placements[one.briefing].story for one in member.mentions}
    return [story for story in view.collection.stories if story.id in named]


def _title(view: View, story: Story) -> str:
    """What the bars count, and in which of several stories."""
    name = view.short_names.get(story.id)
    return f"{wording.ENTITY_BARS}, {name}" if name else wording.ENTITY_BARS


def _description(view: View, story: Story, counts: list[tuple[str, int]]) -> str:
    title = escape_attribute(_title(view, story))
    return f"{title}: " + ", ".join(f"{view.label(briefing)} {count}" for briefing, count in counts)


def all_spark_bars(view: View, member: CastMember) -> str:
    """Small bars for each story that names the member, under its name where there are several stories."""
    stories = _find_stories(view, member)
    if not view.short_names:
        return "".join(spark_bars(view, story, member) for story in stories)
    bars = [
        f"<small>{escape_text(view.short_names[story.id])}</small> {chart}"
        for story in stories
        if (chart := spark_bars(view, story, member))
    ]
    return " ".join(bars) if len(bars) <= MOST_STORIES else ""


def spark_bars(view: View, story: Story, member: CastMember) -> str:
    """Small bars of mentions by source; empty above eight sources."""
    counts = _counts(member, story)
    if len(counts) > SPARK_MOST:
        return ""
    width = SPARK_STEP * len(counts) - (SPARK_STEP - SPARK_WIDTH)
    parts = []
    for place, (briefing, count) in enumerate(counts):
        height = max(1, round(min(count, SPARK_CAP) / SPARK_CAP * SPARK_HEIGHT))
        left = place * SPARK_STEP
        empty = "" if count else " z"
        parts.append(
            f'<rect class="bar{empty}" x="{left}" y="{SPARK_BASE - height}" width="{SPARK_WIDTH}" height="{height}"/>'
            f'<text x="{left + SPARK_WIDTH / 2:g}" y="34">{view.label(briefing)}</text>'
        )
    return (
        f'<svg class="spark" viewBox="0 0 {width} 35" width="{width}" height="35" role="img" '
        f'aria-label="{_description(view, story, counts)}">{"".join(parts)}</svg>'
    )


def entity_bars(view: View, member: CastMember) -> str:
    """Bars of mentions by source for each story that names the member; empty above three stories."""
    charts = [chart for story in _find_stories(view, member) if (chart := _story_bars(view, story, member))]
    return "\n".join(charts) if len(charts) <= MOST_STORIES else ""


def _story_bars(view: View, story: Story, member: CastMember) -> str:
    """Bars of mentions by source with their counts; empty above eight sources."""
    counts = _counts(member, story)
    if len(counts) > SPARK_MOST:
        return ""
    step = BARS_WIDTH / len(counts)
    most = max(count for _, count in counts)
    parts = []
    for place, (briefing, count) in enumerate(counts):
        height = round(count / most * BARS_HEIGHT)
        middle = f"{step * (place + 0.5):g}"
        left, top = f"{step * place + step * 0.15:g}", BARS_BASE - height
        if count:
            parts.append(f'<rect class="f1" x="{left}" y="{top}" width="{step * 0.7:g}" height="{height}"/>')
        kind = "fv" if count else "ft"
        parts.append(f'<text class="{kind}" x="{middle}" y="{top - 6}" text-anchor="middle">{count}</text>')
        parts.append(f'<text class="ft b" x="{middle}" y="124" text-anchor="middle">{view.label(briefing)}</text>')
    silent = [view.label(briefing) for briefing, count in counts if not count]
    caption = wording.ENTITY_BARS_SILENT.format(labels=wording.list_words(silent)) if silent else ""
    return (
        f'<figure class="fig">\n<figcaption><b>{escape_text(_title(view, story))}</b>{caption}</figcaption>\n'
        f'<svg class="fix" viewBox="0 0 {BARS_WIDTH} 132" role="img" '
        f'aria-label="{_description(view, story, counts)}">'
        f'<path class="ax" d="M0 {BARS_BASE}h{BARS_WIDTH}"/>{"".join(parts)}</svg>\n</figure>'
    )
