"""A rendered page in, its record out."""

from collections.abc import Iterator
from functools import lru_cache
from html.parser import HTMLParser
from pathlib import Path

from builder.check.addresses import Root, make_reference
from builder.check.attributes import PLAIN, Attributes, find_addresses, find_refresh
from builder.check.items import BREAKS, ItemCollector
from builder.check.records import Fault, Kind, Marker, PageRecord, Reference
from builder.check.structured import StructuredDataError, find_stated
from builder.check.stylesheets import find_urls
from builder.check.wording import MEND, shorten

# They have no end tag.
VOID = frozenset("area base br col embed hr img input link meta source track wbr".split())
NAMING = frozenset((*PLAIN, "base", "link", "meta"))
STRUCTURED_DATA = "application/ld+json"
GONE = "gone"  # a line that says that nothing stands at this address any more
NO_CLASSES: frozenset[str] = frozenset()


def read_page(site: Path, root: Root, path: str) -> PageRecord | Fault:
    """The record of one page of a site, or why there is none."""
    try:
        text = (site / path).read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        line = error.object.count(b"\n", 0, error.start) + 1
        return Fault(path, line, "", "is not UTF-8", "rebuild the site, or save the page as UTF-8")
    except OSError as error:
        return Fault(path, None, "", f"cannot be read: {error.strerror}", "mend the file or its permissions")
    parser = PageParser(root, path)
    try:
        parser.feed(text)
        parser.close()
    except (AssertionError, ValueError) as error:
        # The standard parser's own way to give up on a malformed declaration.
        return Fault(path, parser.getpos()[0], "", f"cannot be parsed: {error}", MEND)
    return parser.make_record()


@lru_cache(maxsize=4096)
def split_classes(names: str) -> frozenset[str]:
    """The classes of an attribute; remembered, because a site has few and says them on every line."""
    return frozenset(names.split())


class PageParser(HTMLParser):
    """Reads one page."""

    def __init__(self, root: Root, path: str) -> None:
        super().__init__(convert_charrefs=True)
        self._root = root
        self._path = path
        self._anchors: dict[str, int] = {}
        self._names: set[str] = set()
        self._references: list[Reference] = []
        self._faults: list[Fault] = []
        self._items = ItemCollector()
        self._is_redirect = False
        self._is_gone = False
        self._block: list[str] | None = None
        self._block_kind = ""
        self._block_line = 0

    def make_record(self) -> PageRecord:
        """What was read."""
        if self._block is not None:
            self._read_block("".join(self._block))
        self._items.finish()
        for item in self._items.unmarked:
            self._fail(item.line, item.text, f"item “{shorten(item.text)}” without a marker")
        return PageRecord(
            self._path,
            frozenset(self._anchors) | self._names,
            tuple(self._references),
            tuple(self._find_markers()),
            self._items.source,
            self._is_redirect,
            self._is_gone,
            tuple(self._faults),
        )

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """An element opens."""
        line = self.getpos()[0]
        # The first of two attributes of one name counts.
        values: Attributes = dict(reversed(attrs)) if attrs else {}
        anchor, classes = values.get("id"), values.get("class")
        if anchor:
            self._add_anchor(anchor, line)
        if tag in NAMING or "style" in values:
            self._read_addresses(tag, values, line)
        if tag in VOID:
            if tag in BREAKS:
                self._items.read(" ")
            return
        target = values.get("href") if tag == "a" else None
        named = split_classes(classes) if classes else NO_CLASSES
        self._is_gone = self._is_gone or (tag == "p" and GONE in named)
        self._items.start(tag, named, anchor, target, line)
        if tag == "style" or (tag == "script" and (values.get("type") or "").lower() == STRUCTURED_DATA):
            self._block, self._block_kind, self._block_line = [], tag, line

    def handle_endtag(self, tag: str) -> None:
        """An element closes."""
        if self._block is not None and tag == self._block_kind:
            self._read_block("".join(self._block))
            self._block = None
        self._items.end(tag)

    def handle_data(self, data: str) -> None:
        """Text, of an element or of a script or a stylesheet."""
        if self._block is not None:
            self._block.append(data)
        elif self.cdata_elem is None:
            self._items.read(data)

    def _add_anchor(self, anchor: str, line: int) -> None:
        if anchor in self._anchors:
            first = self._anchors[anchor]
            self._fail(line, anchor, f"id {anchor} stands twice, first on line {first}")
        else:
            self._anchors[anchor] = line

    def _read_addresses(self, tag: str, values: Attributes, line: int) -> None:
        for kind, target in find_addresses(tag, values):
            self._refer(kind, target, line)
        if tag == "a" and values.get("name"):
            self._names.add(values["name"] or "")
        elif tag == "meta" and find_refresh(values):
            self._is_redirect = True
        elif tag == "base" and values.get("href"):
            self._fail(line, values["href"] or "", "a base address, which moves every relative link of the page")

    def _read_block(self, text: str) -> None:
        """A stylesheet or a block of JSON-LD within the page."""
        if self._block_kind == "style":
            for line, url in find_urls(text):
                self._refer("url()", url, self._block_line + line - 1)
            return
        try:
            stated = find_stated(text)
        except StructuredDataError as error:
            self._fail(self._block_line, "", f"JSON-LD cannot be read: {error}")
            return
        for target in stated:
            self._refer("JSON-LD address", target, self._block_line)

    def _find_markers(self) -> Iterator[Marker]:
        """The markers with the pages that they lead to."""
        for found in self._items.markers:
            reference = None
            if found.target is not None:
                reference = make_reference(self._root, self._path, "link", found.target, found.line)
            yield Marker(found.line, found.target or "", reference, found.items)

    def _refer(self, kind: Kind, target: str | None, line: int) -> None:
        reference = make_reference(self._root, self._path, kind, target, line)
        if reference:
            self._references.append(reference)

    def _fail(self, line: int, target: str, message: str) -> None:
        self._faults.append(Fault(self._path, line, target, message, MEND))
