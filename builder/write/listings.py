"""The pages that list: all briefings, topics, the timeline, and the method."""

from builder.escape import escape_text
from builder.model import Briefing, Page, Span, Story, StoryTopic
from builder.words import find_words
from builder.write import editor_wording, wording
from builder.write.cards import write_all_cards
from builder.write.combined_sections import write_coverage
from builder.write.dates import date_label, date_phrase
from builder.write.method import GUIDE_SECTION, METHOD_SECTIONS, RIGHTS_SECTION
from builder.write.old_pages import list_withdrawn
from builder.write.parts import (
    Section,
    box,
    capital,
    front_matter,
    heading,
    headline,
    letter,
    note,
    passages,
    row,
    tag,
    tiles,
)
from builder.write.rights import find_rights
from builder.write.view import ALL_BRIEFINGS, METHOD, TIMELINE, TOPICS, View, link, mark, say, story_path

FRAGMENT_WORDS = 8  # a shorter sentence says little of a topic


def write_listings(view: View) -> list[Page]:
    """One page each."""
    return [_write_briefings(view), _write_topics(view), _write_timeline(view), _write_method(view)]


def _write_briefings(view: View) -> Page:
    """All briefings in a table: newest stated date first, then undated in file order."""
    values: dict[str, object] = {
        "title": wording.BRIEFINGS,
        "hide": ["navigation", "toc"],
        "search": {"exclude": True},
    }

    def newest(briefing: Briefing) -> tuple[int, list[int]]:
        metadata = briefing.analysis.metadata
        known = metadata.as_of or metadata.not_before
        if metadata.published:
            return 0, [-ord(character) for character in metadata.published.value]
        return (1, [-known.value.toordinal()]) if known else (2, [])

    heads = " | ".join(wording.BRIEFINGS_HEADS)
    lines = [f"| {heads} |", "|---|---|---|--:|--:|--:|--:|"]
    for briefing in sorted(view.collection.briefings, key=newest):
        id_, analysis = briefing.article.id, briefing.analysis
        cells = [
            letter(view, id_, ALL_BRIEFINGS),
            headline(view, ALL_BRIEFINGS, id_),
            date_phrase(briefing),
            f"{analysis.metadata.words:,}",
            str(len(analysis.figures)),
            str(sum(quote.is_full for quote in analysis.quotes)),
            str(len(analysis.citations)),
        ]
        lines.append(f"| {' | '.join(cells)} |")
    parts = [f"# {wording.BRIEFINGS}", note(wording.BRIEFINGS_NOTE), box("stack all", lines)]
    parts += [heading(section) for section in (write_all_cards(view), list_withdrawn(view)) if section]
    body = "\n\n".join(parts) + "\n"
    return Page(ALL_BRIEFINGS, f"{front_matter(values)}\n{body}")


def _write_topics(view: View) -> Page:
    """Topics by name with a sentence each, then every source's own keywords."""
    values: dict[str, object] = {"title": wording.TOPICS, "hide": ["navigation", "toc"]}
    parts = [f"# {wording.TOPICS}"]
    stories = view.collection.stories
    for story in stories:
        parts += _write_story_topics(view, story)
    parts.append(heading(_keywords(view)))
    matrices = [write_coverage(view, story, TOPICS) for story in stories if len(stories) == 1]
    parts += [heading(section) for section in matrices if section]
    return Page(TOPICS, front_matter(values) + "\n" + "\n\n".join(parts) + "\n")


def _write_story_topics(view: View, story: Story) -> list[str]:
    """The topics of a story; among several stories under its title, with its coverage."""
    is_only = len(view.collection.stories) == 1
    scope = "" if is_only else f"{story.id}-"
    lines = [f"| {' | '.join(wording.TOPICS_HEADS)} |", "|---|---|---|---|"]
    for topic in sorted(story.topics, key=lambda one: one.name):
        edited = f" {tag(editor_wording.EDITED)}" if topic.is_edited else ""
        name = f"**{capital(escape_text(topic.name))}**{{ #t-{scope}{topic.id} }}{edited}"
        sources = wording.OF.format(part=len(topic.mentions), whole=len(story.briefings))
        fragment = _topic_sentence(view, topic)
        lines.append(f"| {name} | {fragment} | {tiles(view, TOPICS, story, topic.mentions)} | {sources} |")
    lead = note(wording.TOPICS_NOTE if story.topics else wording.TOPICS_EMPTY)
    listed = [lead, box("stack", lines)] if story.topics else [lead]
    if is_only:
        return listed
    title = f"## [{escape_text(view.story_title(story))}]({link(TOPICS, story_path(story))}) {{ #story-{story.id} }}"
    coverage = write_coverage(view, story, TOPICS)
    head = f"### {wording.COVERAGE} {{ #coverage-{story.id} data-search-exclude }}"
    return [title, *listed, *([head, coverage.body] if coverage else [])]


def _topic_sentence(view: View, topic: StoryTopic) -> str:
    """The shortest sentence of eight words or more that uses the topic's word."""
    found: list[tuple[int, str, Span]] = []
    for statistic in topic.mentions:
        for span in statistic.mentions:
            sentence = view.sentence(statistic.briefing, span).span
            length = len(find_words(view.cut(statistic.briefing, sentence)))
            if length >= FRAGMENT_WORDS:
                found.append((length, statistic.briefing, sentence))
    if not found:
        first = topic.mentions[0]
        return mark(view, TOPICS, first.briefing, first.mentions[0])
    _, briefing, sentence = min(found, key=lambda one: one[0])
    return say(view, TOPICS, briefing, sentence)


def _keywords(view: View) -> Section:
    lines = []
    for briefing in view.collection.briefings:
        words = " ".join(f'<span class="chip">{escape_text(word)}</span>' for word in briefing.article.keywords)
        if words:
            id_ = briefing.article.id
            lines.append(f'{letter(view, id_, TOPICS)} {headline(view, TOPICS, id_)}\n\n<p class="chips">{words}</p>')
    lead = note(wording.KEYWORDS_NOTE if lines else wording.KEYWORDS_EMPTY)
    return Section("keywords", wording.KEYWORDS, "\n\n".join([lead, *lines]))


def _write_timeline(view: View) -> Page:
    """Dated entries, those whose date cannot be worked out, and sentences that look ahead."""
    values: dict[str, object] = {"title": wording.TIMELINE, "hide": ["navigation"]}
    dated = [
        row(date_label(entry.value, entry.precision, entry.basis), passages(view, TIMELINE, entry.passages))
        for entry in view.collection.timeline
    ]
    open_ = {one.article.id: _open_rows(view, one) for one in view.collection.briefings}
    ahead = [
        row("", say(view, TIMELINE, one.article.id, found.span))
        for one in view.collection.briefings
        for found in one.analysis.outlook
    ]
    clauses = [wording.TIMELINE_LEDE.format(dated=wording.count_noun(len(dated), "dated entry"))]
    if count := sum(map(len, open_.values())):
        clauses.append(wording.TIMELINE_LEDE_OPEN.format(count=count))
    if ahead:
        clauses.append(wording.TIMELINE_LEDE_AHEAD.format(count=len(ahead), look=wording.agree(len(ahead), "look")))
    lede = ", ".join(clauses) + "."
    sections = [
        Section("dated", wording.TIMELINE_DATED, box("tl", dated) if dated else note(wording.TIMELINE_NO_DATES))
    ]
    if any(open_.values()):
        groups = [
            f"### {letter(view, one, TIMELINE)} {headline(view, TIMELINE, one)} {{ #{view.anchor('open', one)} }}\n\n"
            f"{box('tl open', rows)}"
            for one, rows in open_.items()
            if rows
        ]
        body = "\n\n".join([note(wording.TIMELINE_OPEN_NOTE), *groups])
        sections.append(Section("undated", wording.TIMELINE_OPEN, body))
    if ahead:
        sections.append(Section("ahead", wording.TIMELINE_AHEAD, box("bl plain", ahead)))
    head = f'# {wording.TIMELINE}\n\n<p class="lede" markdown>{lede}</p>'
    body = "\n\n".join([head, *(heading(section) for section in sections)])
    return Page(TIMELINE, f"{front_matter(values)}\n{body}\n")


def _open_rows(view: View, briefing: Briefing) -> list[str]:
    """Dates that cannot be worked out, as printed, one row a sentence."""
    id_ = briefing.article.id
    rows: dict[str, str] = {}
    for mention in briefing.analysis.dates:
        if mention.value is None:
            sentence = view.sentence(id_, mention.span)
            label = f'“<span class="v hl">{escape_text(view.cut(id_, mention.span))}</span>”'
            rows.setdefault(sentence.anchor, row(label, say(view, TIMELINE, id_, sentence.span)))
    return list(rows.values())


def _write_method(view: View) -> Page:
    values: dict[str, object] = {"title": wording.METHOD, "hide": ["navigation"]}
    is_limited = any(find_rights(view, one) != "full" for one in view.briefings)
    limits = [RIGHTS_SECTION] if is_limited else []
    listed = [*METHOD_SECTIONS, *limits, *([GUIDE_SECTION] if view.config.has_guide else [])]
    sections = [Section(anchor, title, text) for anchor, title, text in listed]
    first = next(iter(view.collection.briefings), None)
    live = mark(view, METHOD, first.article.id, first.analysis.sentences[0].span) if first else ""
    body = "\n\n".join([f"# {wording.METHOD}", *(heading(section) for section in sections)])
    return Page(METHOD, f"{front_matter(values)}\n{body.replace('{marker}', live)}\n")
