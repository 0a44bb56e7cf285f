"""Markdown → lines: blocks of a CommonMark tree as plain text, links as citations, images and raw HTML recorded."""

from dataclasses import dataclass, field

from markdown_it import MarkdownIt
from markdown_it.token import Token

from builder.clean.draft import Draft, Line, LineCited, make_moved
from builder.escape import make_safe_url
from builder.model import BlockKind, Cited, Moved, Removed, Source
from builder.words import count_words


@dataclass(slots=True)
class _Reader:
    """What has been read of a document so far; lives only while one document is read."""

    source: Source
    lines: list[Line] = field(default_factory=list)
    removed: list[Removed] = field(default_factory=list)
    moved: list[Moved] = field(default_factory=list)
    cited: list[LineCited] = field(default_factory=list)


def split_markdown(source: Source) -> Draft:
    """Blocks of the body with their kinds; the first line of each block is its line in the file."""
    reader = _Reader(source)
    kinds: list[BlockKind] = []
    for token in MarkdownIt("commonmark").parse(source.body):
        kind = _opened_kind(token)
        if token.nesting == 1:
            kinds.append(kind or "paragraph")
        elif token.nesting == -1:
            kinds.pop()
        elif token.type == "inline":
            _read_inline(reader, token, _block_kind(kinds))
        elif token.type in ("fence", "code_block"):
            _add_lines(reader, token, token.content)
        elif token.type == "html_block":
            _drop(reader, token.content.strip(), "raw HTML", _line_of(reader, token))
    return Draft(
        source.declared,
        tuple(reader.lines),
        removed=tuple(reader.removed),
        moved=tuple(reader.moved),
        cited=tuple(reader.cited),
        keywords=source.declared.tags,
    )


def _opened_kind(token: Token) -> BlockKind | None:
    names: dict[str, BlockKind] = {"heading_open": "heading", "list_item_open": "item", "blockquote_open": "quote"}
    return names.get(token.type)


def _block_kind(kinds: list[BlockKind]) -> BlockKind:
    """The innermost kind that is more than a paragraph."""
    return next((kind for kind in reversed(kinds) if kind != "paragraph"), "paragraph")


def _line_of(reader: _Reader, token: Token) -> int:
    return reader.source.first_line + (token.map[0] if token.map else 0)


def _drop(reader: _Reader, text: str, rule: str, line: int) -> None:
    reader.removed.append(Removed(text, count_words(text), rule, line))


def _add_lines(reader: _Reader, token: Token, text: str) -> None:
    """Every line of a preformatted block as a paragraph."""
    start = _line_of(reader, token)
    for offset, line in enumerate(text.split("\n")):
        if count_words(line):
            reader.lines.append(Line(" ".join(line.split()), start + offset, "paragraph", is_after_gap=True))


def _read_inline(reader: _Reader, token: Token, kind: BlockKind) -> None:
    """One block's text: emphasis as plain text, links moved to the citations, images dropped with their words."""
    line, parts = _line_of(reader, token), []
    link_text: list[str] | None = None
    url = ""
    for child in token.children or ():
        if child.type in ("text", "code_inline", "text_special"):
            parts.append(child.content)
            if link_text is not None:
                link_text.append(child.content)
        elif child.type in ("softbreak", "hardbreak"):
            parts.append(" ")
        elif child.type == "link_open":
            link_text, url = [], str(child.attrs.get("href", ""))
        elif child.type == "link_close" and link_text is not None:
            _cite(reader, "".join(link_text), url, line)
            link_text = None
        elif child.type == "image":
            _drop(reader, f"{child.content} {child.attrs.get('src', '')}".strip(), "image", line)
        elif child.type == "html_inline":
            _drop(reader, child.content, "raw HTML", line)
    text = " ".join("".join(parts).split())
    if count_words(text):
        reader.lines.append(Line(text, line, kind, is_after_gap=True))


def _cite(reader: _Reader, text: str, url: str, line: int) -> None:
    """A link as a citation; an address without a web host is only recorded."""
    if text != url:
        reader.moved.append(make_moved(url, "citations"))
    if make_safe_url(url):
        title = " ".join(text.split())
        reader.cited.append(LineCited(Cited(None, title if title != url else None, url, None, None), line))
