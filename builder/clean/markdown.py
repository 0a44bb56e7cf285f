"""Markdown → lines: blocks of a CommonMark tree as plain text, links as citations, images and raw HTML recorded."""

import re
import unicodedata
from dataclasses import dataclass, field

from markdown_it import MarkdownIt
from markdown_it.token import Token

from builder.clean.draft import Draft, Line, LineCited, make_moved
from builder.errors import ArticleError
from builder.escape import CONTROL, has_stacked_marks, make_safe_url
from builder.model import BlockKind, Cited, Moved, Removed, Source
from builder.words import count_words

# Definitions of links as blocks of their own, and which links use them: their words stand in the file once.
OPTIONS = {"inline_definitions": True, "store_labels": True, "maxNesting": 40}
LINE_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)


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
    for token in MarkdownIt("commonmark", OPTIONS).parse(source.body):
        kind = _opened_kind(token)
        if token.nesting == 1:
            kinds.append(kind or "paragraph")
            if kind == "item" and token.info:
                _drop(reader, f"{token.info}{token.markup}", "list number", _line_of(reader, token))
        elif token.nesting == -1:
            kinds.pop()
        elif token.type == "inline":
            _read_inline(reader, token, _block_kind(kinds))
        else:
            _read_block(reader, token)
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


def _read_block(reader: _Reader, token: Token) -> None:
    """A block that holds no running text."""
    line = _line_of(reader, token)
    if token.type in ("fence", "code_block"):
        if token.info.strip():
            _drop(reader, token.info.strip(), "name of a code's language", line)
        _add_lines(reader, token.content, line)
    elif token.type == "html_block":
        _drop(reader, token.content.strip(), "raw HTML", line)
    elif token.type == "definition":
        definition = _join(f"[{token.meta['label']}]:", token.meta["url"], token.meta["title"])
        reader.moved.append(make_moved(definition, "citations"))


def _add_lines(reader: _Reader, text: str, start: int) -> None:
    """Every line of a preformatted block as a paragraph."""
    for number, line in enumerate(text.split("\n"), start):
        if count_words(line):
            reader.lines.append(Line(" ".join(line.split()), number, "paragraph", is_after_gap=True))


def _read_inline(reader: _Reader, token: Token, kind: BlockKind) -> None:
    """One block's text: emphasis as plain text, links moved to the citations, images dropped with their words."""
    number = _line_of(reader, token)
    parts: list[str] = []
    link, link_start = None, 0
    for child in token.children or ():
        if child.type in ("text", "code_inline", "text_special"):
            parts.append(child.content)
        elif child.type in ("softbreak", "hardbreak"):
            parts.append(" ")
        elif child.type == "link_open":
            link, link_start = child, len(parts)
        elif child.type == "link_close" and link:
            _cite(reader, "".join(parts[link_start:]), link, number)
        elif child.type == "image":
            _drop(reader, _join(child.content, *_target(child, "src")), "image", number)
        elif child.type == "html_inline":
            _drop(reader, child.content, "raw HTML", number)
            parts.append(" " if LINE_BREAK.fullmatch(child.content) else "")
    text = _tidy("".join(parts), reader.source.path)
    if count_words(text):
        reader.lines.append(Line(text, number, kind, is_after_gap=True))


def _tidy(text: str, path: str) -> str:
    """One line; an entity can stand for characters that no file may hold."""
    if has_stacked_marks(text):
        raise ArticleError(path, "stacks over 30 combining marks on a letter", "take them out")
    return " ".join(CONTROL.sub(" ", unicodedata.normalize("NFC", text)).split())


def _target(token: Token, key: str) -> tuple[str, str]:
    """Address and title that stand beside a link or an image; empty where a definition holds them."""
    if "label" in token.meta:
        return "", ""
    return str(token.attrs.get(key, "")), str(token.attrs.get("title", ""))


def _join(*parts: str) -> str:
    return " ".join(filter(None, parts))


def _cite(reader: _Reader, text: str, link: Token, line: int) -> None:
    """A link as a citation; an address without a web host is only recorded."""
    url = str(link.attrs.get("href", ""))
    moved = "" if link.info == "auto" else _join(*_target(link, "href"))
    if moved:
        reader.moved.append(make_moved(moved, "citations"))
    if make_safe_url(url):
        title = " ".join(text.split()) if link.info != "auto" else ""
        reader.cited.append(LineCited(Cited(None, title or None, url, None, None), line))
