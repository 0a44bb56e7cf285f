"""A page's elements in, its source text, its items and its markers out."""

from typing import NamedTuple

from builder.check.folded import FoldedText
from builder.check.records import Item, SourceText

SOURCE = "src"
SENTENCE = "s"
PARAGRAPH_NUMBER = "pn"
ITEM = "v"
LABEL = "hl"  # beside "v": a name or a headline in a source's words, which is no item of its own
MARKER = "cite"
# Blocks of which every list item that prints a source's words must say where they stand.
MARKED_BLOCKS = frozenset(("bl", "tl", "says", "kwic", "diff", "figs"))
# An item and its marker stand in the same one of these; a paragraph counts only outside of them.
SCOPES = frozenset(("li", "figure", "td", "th", "dd", "dt"))
LOOSE_SCOPES = frozenset(
    "address article aside blockquote body details div h1 h2 h3 h4 h5 h6 header main nav p section summary".split()
)
# Where words end although no white space stands between the tags.
BREAKS = SCOPES | LOOSE_SCOPES | frozenset(("br", "caption", "figcaption", "hr", "ol", "table", "tr", "ul"))


class Element(NamedTuple):
    """An open element."""

    tag: str
    classes: frozenset[str]
    serial: int
    """Counts the elements of a page."""


class FoundMarker(NamedTuple):
    """A marker as it stands, and the items before it."""

    line: int
    target: str | None
    """``None`` if it is no link."""
    items: tuple[Item, ...]


class ItemCollector:
    """Follows the elements and the text of one page."""

    def __init__(self) -> None:
        self.markers: list[FoundMarker] = []
        self._open: list[Element] = []
        self._serial = 0
        self._source = FoldedText()
        self._source_depth: int | None = None
        self._number_depth: int | None = None
        self._sentences: dict[str, tuple[int, int]] = {}
        self._sentence: tuple[str, int, int] | None = None  # anchor, depth, start
        self._has_source = False
        self._item: FoldedText | None = None
        self._item_depth = 0
        self._item_line = 0
        self._is_item_linked = False
        self._waiting: list[Item] = []
        self._waiting_scope = 0
        self._unmarked: dict[int, Item] = {}
        self._marked: set[int] = set()

    @property
    def source(self) -> SourceText | None:
        """The source text read so far; ``None`` if the page has none."""
        return SourceText(str(self._source), self._sentences) if self._has_source else None

    @property
    def unmarked(self) -> tuple[Item, ...]:
        """The first item of every list item that has to have a marker and has none."""
        return tuple(item for serial, item in self._unmarked.items() if serial not in self._marked)

    def start(self, tag: str, classes: frozenset[str], anchor: str | None, target: str | None, line: int) -> None:
        """An element opens; ``target`` is where it links to, ``None`` for an element that is no link."""
        if tag in BREAKS:
            self.read(" ")
        self._serial += 1
        depth = len(self._open)
        self._open.append(Element(tag, classes, self._serial))
        if classes:
            if SOURCE in classes or self._source_depth is not None:
                self._start_in_source(classes, anchor, depth)
            elif ITEM in classes and LABEL not in classes and self._item is None and not self._is_in("a"):
                self._item, self._item_depth, self._item_line = FoldedText(), depth, line
                self._is_item_linked = False
        if tag == "a" and MARKER in classes:
            self._mark(target, line)
        elif target is not None:
            self._is_item_linked = True

    def end(self, tag: str) -> None:
        """The innermost open element of this kind closes, and what was left open in it."""
        if tag in BREAKS:
            self.read(" ")
        for depth in range(len(self._open) - 1, -1, -1):
            if self._open[depth].tag == tag:
                self._close(depth)
                return

    def read(self, text: str) -> None:
        """Text stands here."""
        if self._item is not None:
            self._item.add(text)
        if self._source_depth is not None and self._number_depth is None:
            self._source.add(text)

    def finish(self) -> None:
        """The page ends."""
        self._close(0)

    def _start_in_source(self, classes: frozenset[str], anchor: str | None, depth: int) -> None:
        if self._source_depth is None:
            self._source_depth, self._has_source = depth, True
        elif PARAGRAPH_NUMBER in classes and self._number_depth is None:
            self._number_depth = depth
        elif SENTENCE in classes and anchor and self._sentence is None:
            self._sentence = anchor, depth, self._source.length

    def _close(self, depth: int) -> None:
        if self._item is not None and self._item_depth >= depth:
            self._finish_item()
        if self._sentence and self._sentence[1] >= depth:
            anchor, _, start = self._sentence
            self._sentences.setdefault(anchor, (start, self._source.length))
            self._sentence = None
        if self._number_depth is not None and self._number_depth >= depth:
            self._number_depth = None
        if self._source_depth is not None and self._source_depth >= depth:
            self._source_depth = None
        del self._open[depth:]

    def _finish_item(self) -> None:
        """The open item waits for its marker."""
        item, self._item = Item(self._item_line, str(self._item)), None
        if not item.text:
            return
        outside = self._open[: self._item_depth]
        scope = _find_scope(outside)
        if scope != self._waiting_scope:
            self._waiting, self._waiting_scope = [], scope
        self._waiting.append(item)
        place = _find_marked_list_item(outside)
        if place is not None and not self._is_item_linked:
            self._unmarked.setdefault(place, item)

    def _mark(self, target: str | None, line: int) -> None:
        """A marker stands for the items that wait in the same place, or for the one that it stands in."""
        is_inside = self._item is not None
        if is_inside:
            self._finish_item()
        is_near = is_inside or _find_scope(self._open) == self._waiting_scope
        self.markers.append(FoundMarker(line, target, tuple(self._waiting) if is_near else ()))
        self._waiting = []
        self._marked.update(element.serial for element in self._open if element.tag == "li")

    def _is_in(self, tag: str) -> bool:
        return any(element.tag == tag for element in self._open)


def _find_scope(around: list[Element]) -> int:
    """Serial of the element in which an item and its marker belong together; 0 for none."""
    loose = 0
    for element in reversed(around):
        if element.tag in SCOPES:
            return element.serial
        if not loose and element.tag in LOOSE_SCOPES:
            loose = element.serial
    return loose


def _find_marked_list_item(around: list[Element]) -> int | None:
    """Serial of the innermost list item, if it stands in a block whose items need markers."""
    inner = next((place for place in range(len(around) - 1, -1, -1) if around[place].tag == "li"), None)
    if inner is None or not any(element.classes & MARKED_BLOCKS for element in around[:inner]):
        return None
    return around[inner].serial
