"""A page's tree → its visible blocks in order: kind, line, and whether it stands among the page's menus."""

import re
from dataclasses import dataclass, field, replace
from typing import Any

from builder.html_tree import BLOCKS, fold_space, is_unseen
from builder.model import BlockKind
from builder.words import count_words

KINDS: dict[str, BlockKind] = {
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), "heading"),
    **dict.fromkeys(("li", "dd", "dt"), "item"),
    "blockquote": "quote",
}
MENU_TAGS = frozenset(("nav", "footer", "aside", "menu", "dialog", "button", "label"))
MENU_ROLES = frozenset(("navigation", "banner", "contentinfo", "complementary", "search", "menu", "menubar", "dialog"))
LINKED_SHARE = 0.9  # of a block's characters but white space; more are a menu or a list of teasers
HEADING_LENGTH = 400  # characters with the source's white space
CELL_WORDS = 40  # a longer cell is a column of a page, not a value
NOTE = re.compile(r"\[?\d{1,3}\]?")
CELL_GAP = " | "


@dataclass(frozen=True, slots=True)
class PageBlock:
    """What a browser shows as a line or a paragraph of its own."""

    text: str
    kind: BlockKind
    line: int
    """Line of the file, from 1."""
    is_menu: bool
    """Whether it stands in a menu, a foot, an aside or a list of links."""


@dataclass(frozen=True, slots=True)
class _Place:
    """Where in the tree a text stands."""

    line: int = 1
    kind: BlockKind = "paragraph"
    is_menu: bool = False
    is_article: bool = False
    is_linked: bool = False
    is_kept: bool = False
    """Whether line breaks in the source are line breaks on the page."""


@dataclass(slots=True)
class _Reader:
    """What has been read of a page so far; lives only while one page is read."""

    place: _Place
    blocks: list[PageBlock] = field(default_factory=list)
    parts: list[str] = field(default_factory=list)
    linked: int = 0
    notes: list[str] = field(default_factory=list)
    """Numbers of notes that stood in the block at hand."""


def find_blocks(root: Any) -> tuple[PageBlock, ...]:
    """Every visible block that holds a word, in the order of the page."""
    reader = _Reader(_Place())
    _read(reader, root, reader.place)
    _close(reader)
    return tuple(reader.blocks)


def _read(reader: _Reader, element: Any, outer: _Place) -> None:
    """The element's own text and everything inside it; the text behind it is its parent's."""
    if not isinstance(element.tag, str) or is_unseen(element):
        return
    if element.tag == "br":
        reader.parts.append("\n")
        return
    if element.tag == "sup" and _is_note(element):
        reader.notes.append(fold_space("".join(element.itertext())))
        return
    inner = _enter(element, outer)
    is_block = element.tag in BLOCKS
    if is_block:
        _close(reader)
        reader.place = inner
    if element.tag != "tr" or not _read_row(reader, element, inner):
        _add(reader, element.text, inner)
        for child in element:
            _read(reader, child, inner)
            _add(reader, child.tail, inner)
    if is_block:
        _close(reader)
        reader.place = outer
    elif element.tag == "a" and not element.tail:
        # Two links side by side are two labels.
        reader.parts.append(" ")


def _is_note(element: Any) -> bool:
    """Whether a raised number is the link to a note, and no power or footnote of a table."""
    is_linked = element.find(".//a") is not None or element.getparent().tag == "a"
    return is_linked and bool(NOTE.fullmatch("".join(element.itertext()).strip()))


def _enter(element: Any, outer: _Place) -> _Place:
    """The place inside an element."""
    tag = element.tag
    is_article = outer.is_article or tag in ("article", "main")
    is_menu = tag in MENU_TAGS or element.get("role") in MENU_ROLES or (tag == "header" and not is_article)
    return replace(
        outer,
        line=element.sourceline or outer.line,
        kind=_kind_of(element) or outer.kind,
        is_menu=outer.is_menu or is_menu,
        is_article=is_article,
        is_linked=outer.is_linked or tag == "a",
        is_kept=outer.is_kept or tag == "pre",
    )


def _kind_of(element: Any) -> BlockKind | None:
    """The kind that an element gives its text; a heading that was never closed holds the article and is none."""
    kind = KINDS.get(element.tag)
    return None if kind == "heading" and sum(map(len, element.itertext())) > HEADING_LENGTH else kind


def _add(reader: _Reader, text: str | None, place: _Place) -> None:
    if text:
        reader.parts.append(text if place.is_kept else text.replace("\n", " "))
        if place.is_linked:
            reader.linked += len("".join(text.split()))


def _close(reader: _Reader) -> None:
    """End the block at hand: its lines become blocks, joined where a line break cuts a sentence."""
    text = "".join(reader.parts)
    is_list = reader.linked >= LINKED_SHARE * max(1, len("".join(text.split())))
    for line in _split_lines(text):
        if count_words(line):
            place = reader.place
            reader.blocks.append(PageBlock(line, place.kind, place.line, place.is_menu or is_list))
    reader.blocks += [PageBlock(note, "paragraph", reader.place.line, True) for note in reader.notes]
    reader.parts, reader.linked, reader.notes = [], 0, []


def _split_lines(text: str) -> list[str]:
    """The lines of a block; one that goes on in lower case is one with the next."""
    lines: list[str] = []
    is_broken = True
    for part in text.split("\n"):
        line = fold_space(part)
        if not line:
            is_broken = True
        elif is_broken or not line[0].islower():
            lines.append(line)
            is_broken = False
        else:
            lines[-1] = f"{lines[-1]} {line}"
    return lines


def _read_row(reader: _Reader, row: Any, place: _Place) -> bool:
    """A row of values as one block, cell by cell; ``False`` and nothing read if its cells are columns of a page."""
    cells = [cell for cell in row if cell.tag in ("td", "th") and not is_unseen(cell)]
    if len(cells) < 2 or any(True for cell in cells for _ in cell.iter("table")):
        return False
    texts: list[str] = []
    is_menu = False
    for cell in cells:
        inside = _Reader(place)
        _read(inside, cell, place)
        _close(inside)
        if len(inside.blocks) > 1 or any(count_words(block.text) > CELL_WORDS for block in inside.blocks):
            return False
        texts += [block.text for block in inside.blocks]
        is_menu = is_menu or any(block.is_menu for block in inside.blocks)
    if texts:
        reader.blocks.append(PageBlock(CELL_GAP.join(texts), "paragraph", place.line, is_menu))
    return True
