"""The parts that pages are made of: rows, tiles, chips, tables, front matter; DESIGN section 15 in Markdown."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import yaml

from builder.escape import escape_attribute, escape_front_matter, escape_text
from builder.model import CastMember, Figure, KeyPoint, Passage, Quote, Span, Statement, Statistic, Story, StoryTopic
from builder.words import load_list
from builder.write import editor_wording, wording
from builder.write.view import (
    CAST,
    View,
    briefing_path,
    entity_path,
    link,
    mark,
    say,
)

# "at least" in "at least 12"
QUALIFIER = re.compile(r"([^\W\d][^\d$€£¥]*?)\s+(?=[$€£¥]?\d)")
# "of" in "dozens of injuries"
JOINT = re.compile("[ \u00a0\u2009\u202f]of[ \u00a0\u2009\u202f]")
# A speaker's head noun stands before the first of these: "a spokeswoman | for the Harbour Trust".
HEAD_END = re.compile(
    r",|\s(?:of|for|at|in|from|with|to|near|on|by|under|behind|inside|outside|who|whose|which|that)\s", re.IGNORECASE
)
INDEFINITE = frozenset("a an one another some several many two three four both".split())
SHADES = ((8, 4), (4, 3), (2, 2), (1, 1))  # least mentions of each shade of a matrix cell


@dataclass(frozen=True, slots=True)
class Section:
    """A section of a page: its address, its heading and its Markdown."""

    anchor: str
    title: str
    body: str
    is_searched: bool = True
    """False for tiles and numbers, which search would run together."""


def front_matter(values: dict[str, Any]) -> str:
    """A YAML block; every text is escaped, because MkDocs' templates print it as it is."""
    return f"---\n{yaml.safe_dump(_escaped(values), allow_unicode=True, sort_keys=False, width=10**6)}---\n"


def _escaped(value: Any) -> Any:
    if isinstance(value, str):
        return escape_front_matter(value)
    if isinstance(value, dict):
        return {key: _escaped(part) for key, part in value.items()}
    return [_escaped(part) for part in value] if isinstance(value, list | tuple) else value


def heading(section: Section) -> str:
    """A section with its heading and its fixed address."""
    excluded = "" if section.is_searched else " data-search-exclude"
    return f"## {section.title} {{ #{section.anchor}{excluded} }}\n\n{section.body}"


def box(kind: str, rows: Iterable[str]) -> str:
    """A list of rows in a classed block: an attribute line behind a list would go to its last item."""
    return f'<div class="{kind}" markdown>\n\n' + "\n".join(rows) + "\n\n</div>"


def note(text: str) -> str:
    """A line of the site's own words."""
    return f'<p class="note" markdown>{text}</p>'


def row(label: str, content: str) -> str:
    """A list item of a label and a content."""
    return f"- **{label}** <span>{content}</span>" if label else f"- <span>{content}</span>"


def tag(text: str, *, is_warning: bool = False) -> str:
    """A small label behind an item."""
    return f'<span class="tag{" warn" if is_warning else ""}">{text}</span>'


def headline(view: View, page: str, briefing: str) -> str:
    """A briefing's headline as a link, in the sources' type face; a draft is marked as one wherever it is named."""
    article = view.article(briefing)
    # What an editor wrote is not in the sources' type face.
    voice = "ed hl" if article.title.basis == "editor" else "v hl"
    linked = f"[{escape_text(view.title(briefing))}]({link(page, briefing_path(briefing))})"
    draft = f" {tag(editor_wording.DRAFT, is_warning=True)}" if article.source.edits.status == "draft" else ""
    return f'<span class="{voice}">{linked}</span>{draft}'


def letter(view: View, briefing: str, page: str = "") -> str:
    """The filled letter of a source; with its story's short name on a ``page`` that is not the story's own."""
    label = view.source(briefing, page) if page else view.label(briefing)
    kind = "t on" if label == view.label(briefing) else "t on st"
    return f'<span class="{kind}">{escape_text(label)}</span>'


def point_content(view: View, page: str, briefing: str, point: KeyPoint) -> str:
    """A key point with its marker and, if it holds one, its hedge."""
    hedge = wording.HEDGED.format(word=escape_text(point.hedge)) if point.hedge else ""
    mark_of_hedge = f' <span class="sup">{tag(hedge, is_warning=True)}</span>' if hedge else ""
    pinned = f" {tag(editor_wording.PINNED)}" if point.is_pinned else ""
    return say(view, page, briefing, point.span) + mark_of_hedge + pinned


def point_rows(view: View, page: str, points: Sequence[tuple[str, KeyPoint]]) -> str:
    """Key points with their labels; without any where labels would be few, or all the same."""
    labels = [wording.ROLES[point.role] if point.role else "" for _, point in points]
    content = [point_content(view, page, briefing, point) for briefing, point in points]
    if 2 * sum(map(bool, labels)) < len(labels) or (len(labels) > 1 and len(set(labels)) == 1):
        return box("bl plain", [row("", one) for one in content])
    return box("bl", map(row, labels, content))


def figure_tile(view: View, page: str, briefing: str, figure: Figure) -> str:
    """A figure as written, what it counts, and its marker; the whole sentence where its parts may not stand alone."""
    number = " ".join(_figure_words(view, page, briefing, figure))
    is_word = not any(character.isdigit() for character in view.cut(briefing, figure.span))
    what = view.sentence(briefing, figure.span).span
    if figure.is_alone and figure.noun:
        # "dozens of injuries": the "of" is printed with the noun.
        joint = view.cut(briefing, Span(figure.span.end, figure.noun.start))
        what = Span(figure.span.end + 1, figure.noun.end) if JOINT.fullmatch(joint) else figure.noun
    content = say(view, page, briefing, what, is_last=False)
    return f"- **{number}**{'{ .w }' if is_word else ''} {content}\u00a0{mark(view, page, briefing, figure.span)}"


def _figure_words(view: View, page: str, briefing: str, figure: Figure) -> list[str]:
    """The qualifier small, the number large, where both stand in the figure."""
    printed = view.cut(briefing, figure.span)
    qualifier = QUALIFIER.match(printed)
    if not qualifier:
        return [say(view, page, briefing, figure.span, is_last=False)]
    middle = figure.span.start + qualifier.end(1)
    number = figure.span.start + qualifier.end()
    small = say(view, page, briefing, Span(figure.span.start, middle), is_last=False)
    return [f"<small>{small}</small>", say(view, page, briefing, Span(number, figure.span.end), is_last=False)]


def quotation(view: View, page: str, briefing: str, quote: Quote) -> str:
    """A full quotation: its parts with an ellipsis where the attribution stood, the speaker only if sure."""
    parts = " … ".join(say(view, page, briefing, span, is_last=False) for span in quote.spans)
    by = f"{speaker(view, page, quote, briefing)}\u00a0{mark(view, page, briefing, quote.spans[0])}"
    return (
        f'<figure class="q" markdown>\n<blockquote>{parts}</blockquote>\n'
        f"<figcaption markdown>{by}</figcaption>\n</figure>"
    )


def speaker(view: View, page: str, quote: Quote, briefing: str = "") -> str:
    """Who speaks: the name as a link, the words of the source with "not named", or that it is not sure."""
    if quote.is_edited:
        return edited_speaker(view, page, quote, briefing)
    if quote.speaker is None:
        return f"**{wording.SPEAKER_UNSURE}**"
    member = find_member(view, quote.speaker_named, briefing) if quote.speaker_named else None
    if member:
        return f"**[{escape_text(member.name)}]({member_target(page, member)})**"
    printed = escape_text(quote.speaker)
    is_open = not quote.speaker_named and is_unnamed(quote.speaker)
    unnamed = f" {tag(wording.NOT_NAMED, is_warning=True)}" if is_open else ""
    return f'**<span class="v hl">{printed}</span>**{unnamed}'


def edited_speaker(
    view: View, page: str, saying: Quote | Statement, briefing: str = "", *, is_row: bool = False
) -> str:
    """The speaker that an editor set, in the site's type face, and that an editor did; small in the label of a row."""
    member = find_member(view, saying.speaker_named, briefing) if saying.speaker_named else None
    named = escape_text(member.name if member else saying.speaker or wording.NOT_NAMED)
    linked = f"[{named}]({member_target(page, member)})" if member else named
    if is_row:
        return f"**{linked} <small>{editor_wording.SPEAKER_BY_EDITOR}</small>**"
    return f"**{linked}** {tag(editor_wording.SPEAKER_BY_EDITOR)}"


def is_named(quote: Quote) -> bool:
    """Whether a quotation's speaker has a name: a known one, or words that end in a capitalised one."""
    return bool(quote.speaker_named) or has_name(quote.speaker or "")


def has_name(speaker: str) -> bool:
    """Whether a speaker as printed is called by a name ("Moscow"), not by a word for a person or a body.

    >>> has_name("Harbour Minister Carl Lund"), has_name("a spokeswoman for the Harbour Trust"), has_name("Experts")
    (True, False, False)
    """
    head = HEAD_END.split(speaker)[0].split()
    last = head[-1] if head else ""
    if last.lower() in load_list("institutions"):
        # "Salem Council" is a name, "The Council" none.
        return last[:1].isupper() and any(word[0].isupper() and word.lower() != "the" for word in head[:-1])
    return last[:1].isupper() and last.lower() not in (*load_list("speaking_groups"), *load_list("roles"))


def is_unnamed(speaker: str) -> bool:
    """Whether a speaker as printed is to be marked as "not named": a person or people, or one body of many.

    >>> is_unnamed("a spokeswoman"), is_unnamed("critics"), is_unnamed("a bank"), is_unnamed("the council")
    (True, True, True, False)
    """
    if has_name(speaker):
        return False
    head = HEAD_END.split(speaker)[0].lower().split()
    if not head or head[-1] not in load_list("institutions") or head[0] in INDEFINITE:
        return True
    return head[0] != "the" and head[-1].endswith("s")


def find_member(view: View, name: str | None, briefing: str = "") -> CastMember | None:
    """The cast member with this name or alias: where a ``briefing`` is given, the one whom it names so."""
    entities = view.briefings[briefing].analysis.entities if briefing else ()
    own = next((view.members.get((briefing, one.mentions[0])) for one in entities if one.name == name), None)
    return own or next((one for one in view.collection.cast if name == one.name or name in one.aliases), None)


def member_target(page: str, member: CastMember) -> str:
    """The name's own page, else its row in Who's who."""
    return link(page, entity_path(member.slug)) if member.has_page else link(page, CAST, f"n-{member.slug}")


def chips(entries: Iterable[tuple[str, str, int]]) -> str:
    """Chips of escaped label, target and count, with a space between, which search needs."""
    listed = " ".join(f"[{label} <b>{count}</b>]({target})" for label, target, count in entries)
    return f'<p class="chips" markdown>{listed}</p>'


def tiles(view: View, page: str, story: Story, mentions: tuple[Statistic, ...]) -> str:
    """A letter a source: filled and a link to the first mention, or an outline."""
    by_briefing = {one.briefing: one.mentions for one in mentions}
    cells = []
    for briefing in story.briefings:
        label = view.label(briefing)
        spans = by_briefing.get(briefing)
        if not spans:
            title = wording.SOURCE_SILENT.format(label=label)
            cells.append(f'<span class="t" title="{title}">{label}</span>')
            continue
        first = view.sentence(briefing, spans[0])
        counted = wording.count_noun(len(spans), "mention")
        title = wording.SOURCE_MENTIONS.format(label=label, mentions=counted, number=first.paragraph)
        target = link(page, briefing_path(briefing), first.anchor)
        cells.append(f'[{label}]({target}){{ .t .on title="{title}" }}')
    return f'<span class="tiles">{"".join(cells)}</span>'


def matrix(view: View, page: str, story: Story, head: str, rows: Iterable[CastMember | StoryTopic]) -> str:
    """A table of mentions, a row a name and a column a source, shaded in four steps."""
    labels = [view.label(briefing) for briefing in story.briefings]
    lines = [f"| {head} | {' | '.join(labels)} |", "|---" * (len(labels) + 1) + "|"]
    for one in rows:
        by_briefing = {statistic.briefing: statistic.mentions for statistic in one.mentions}
        cells = [_cell(view, page, briefing, by_briefing.get(briefing, ())) for briefing in story.briefings]
        lines.append(f"| {capital(escape_text(one.name))} | {' | '.join(cells)} |")
    return box("matrix", lines)


def _cell(view: View, page: str, briefing: str, spans: tuple[Span, ...]) -> str:
    if not spans:
        return '<span class="k k0">·</span>'
    shade = next(shade for least, shade in SHADES if len(spans) >= least)
    title = wording.SOURCE_COUNT.format(label=view.label(briefing), count=len(spans))
    target = link(page, briefing_path(briefing), view.sentence(briefing, spans[0]).anchor)
    return f'[{len(spans)}]({target}){{ .k .k{shade} title="{title}" }}'


def capital(text: str) -> str:
    """The text with a capital at its head, for a label."""
    return text[:1].upper() + text[1:]


def passages(view: View, page: str, places: tuple[Passage, ...]) -> str:
    """The sentence of the first passage, then the markers of all."""
    first, *others = places
    more = "".join(f" {mark(view, page, one.briefing, one.span)}" for one in others)
    return say(view, page, first.briefing, first.span) + more


def attribute(text: str) -> str:
    """Escaped text for an attribute of raw HTML."""
    return escape_attribute(text)
