"""Cleaning from end to end: the steps in their order, then the article that they leave."""

from collections import defaultdict
from collections.abc import Callable
from dataclasses import replace

from builder.clean.citations import move_glued_outlets, move_keywords, move_source_list
from builder.clean.draft import Draft, Step, make_moved
from builder.clean.furniture import (
    remove_cookie_lines,
    remove_furniture_lines,
    remove_related_lists,
    remove_rules,
    remove_sidebars,
    remove_skip_links,
    remove_title_copies,
)
from builder.clean.head import move_head_lines, remove_reading_time
from builder.clean.headline import make_title, take_title
from builder.clean.language import detect_language
from builder.clean.lines import join_wrapped, mark_kinds, remove_invisible, split_lines
from builder.clean.markdown import split_markdown
from builder.clean.notices import (
    remove_author_notes,
    remove_comments,
    remove_credits,
    remove_notices,
    remove_pointers,
)
from builder.clean.page import split_page
from builder.clean.regions import remove_outside
from builder.clean.withhold import make_id, withhold
from builder.errors import ArticleError
from builder.model import Article, Block, Cited, Format, Source, Span, find_shown_path

# Format of a file and how it becomes lines.
SPLITTERS: dict[Format, Callable[[Source], Draft]] = {
    "text": split_lines,
    "markdown": split_markdown,
    "html": split_page,
}
# From the file's lines to the article's: what each takes out, it records.
STEPS: tuple[Step, ...] = (
    remove_invisible,
    remove_rules,
    remove_skip_links,
    remove_cookie_lines,
    remove_furniture_lines,
    remove_title_copies,
    remove_pointers,
    move_source_list,
    move_keywords,
    remove_related_lists,
    remove_comments,
    remove_sidebars,
    move_glued_outlets,
    join_wrapped,
    remove_credits,
    remove_notices,
    remove_author_notes,
    take_title,
    remove_reading_time,
    move_head_lines,
    remove_outside,
    remove_rules,
    mark_kinds,
)


def clean(source: Source, suppressed: tuple[str, ...] = ()) -> Article:
    """The article of a source; raises ArticleError if nothing but page furniture is in it.

    ``suppressed`` are names that appear nowhere in it.
    """
    draft = SPLITTERS[source.format](source)
    found = len(draft.lines)
    for step in STEPS:
        draft = step(draft)
    if source.front_matter.strip():
        draft = replace(draft, moved=(make_moved(source.front_matter.strip(), "metadata"), *draft.moved))
    draft, source = withhold(draft, source, suppressed)
    text, blocks = _lay_out(draft)
    if not any(block.number for block in blocks):
        reason = f"no text left after cleaning ({found} {'line' if found == 1 else 'lines'}, all page furniture)"
        raise ArticleError(source.path, reason, "copy the article's own paragraphs into it or drop the file")
    title = make_title(draft.declared, draft.title, text, blocks, find_shown_path(source))
    return Article(
        id=make_id(draft.declared.id, title.text, source, suppressed),
        source=source,
        title=title,
        text=text,
        blocks=blocks,
        removed=tuple(sorted(draft.removed, key=lambda piece: piece.line)),
        moved=draft.moved,
        cited=_place_citations(draft, blocks),
        keywords=tuple(dict.fromkeys((*draft.declared.tags, *draft.keywords))),
        language=draft.declared.language or detect_language(text),
        byline=draft.byline,
    )


def _lay_out(draft: Draft) -> tuple[str, tuple[Block, ...]]:
    """The text, blocks one a line with a blank line between, and its numbered blocks."""
    blocks: list[Block] = []
    start = number = 0
    for line in draft.lines:
        span = Span(start, start + len(line.text))
        number += line.kind != "heading"
        blocks.append(Block(line.kind or "paragraph", span, None if line.kind == "heading" else number))
        start = span.end + 2
    return "\n\n".join(line.text for line in draft.lines), tuple(blocks)


def _place_citations(draft: Draft, blocks: tuple[Block, ...]) -> tuple[Cited, ...]:
    """Citations with the place in the text that they stood behind; of one outlet without a title only the first."""
    ends: dict[int, int] = defaultdict(int)
    for line, block in zip(draft.lines, blocks, strict=True):
        if block.number:
            ends[line.number] = block.span.end
    placed: dict[tuple[str | None, ...], Cited] = {}
    for found in draft.cited:
        place = ends.get(found.line) if found.line is not None else None
        cited = replace(found.cited, place=place)
        placed.setdefault((cited.outlet, cited.title, cited.url), cited)
    return tuple(placed.values())
