"""What one page or file says, as the checks need it: records without behaviour.

Those that come by the hundred thousand are named tuples: they cross from process to process several times
faster than frozen dataclasses.
"""

from dataclasses import dataclass
from typing import Literal, NamedTuple

Kind = Literal[
    "link",
    "image",
    "media",
    "script",
    "stylesheet",
    "icon",
    "preload",
    "frame",
    "symbol",
    "relation",
    "url()",
    "canonical",
    "alternate",
    "og:image",
    "og:url",
    "twitter:image",
    "redirect",
    "JSON-LD address",
    "sitemap entry",
    "feed entry",
    "search entry",
]


class Fault(NamedTuple):
    """Something wrong at a place; it becomes a ``Problem``."""

    path: str
    line: int | None
    target: str
    """What is wrong, as written; faults of one line are ordered by it."""
    message: str
    remedy: str


class Reference(NamedTuple):
    """An address that a page or a file names and that belongs to the site."""

    line: int | None
    kind: Kind
    target: str
    """As written."""
    path: str | None
    """File that it leads to, relative to the site; ``None`` if ``reason`` says why there is none."""
    fragment: str
    """Part behind ``#``, as written; empty if there is none."""
    reason: str | None


class Item(NamedTuple):
    """Words of a source as a page prints them, white space folded."""

    line: int
    text: str


class Marker(NamedTuple):
    """A marker behind an item and the items that it stands for."""

    line: int
    target: str
    """As written; empty if it is no link."""
    reference: Reference | None
    """``None`` if it leads to another site or nowhere."""
    items: tuple[Item, ...]


class SourceText(NamedTuple):
    """The source text of a page, white space folded, and where its sentences stand in it."""

    text: str
    sentences: dict[str, tuple[int, int]]
    """Start and end, end exclusive, by anchor."""


@dataclass(frozen=True, slots=True)
class PageRecord:
    """One page, parsed."""

    path: str
    """Relative to the site, with ``/``."""
    anchors: frozenset[str]
    references: tuple[Reference, ...]
    markers: tuple[Marker, ...]
    source: SourceText | None
    """``None`` for a page without source text."""
    is_redirect: bool
    """Whether it sends the reader on at once."""
    is_gone: bool
    """Whether it stands for an address of old and says that nothing is here any more."""
    faults: tuple[Fault, ...]
    """What is wrong on the page whatever the others hold."""


@dataclass(frozen=True, slots=True)
class FileRecord:
    """A file that is no page: a stylesheet, the sitemap, the search index, a feed."""

    path: str
    references: tuple[Reference, ...]
    faults: tuple[Fault, ...]


@dataclass(frozen=True, slots=True)
class Site:
    """Everything that references are looked up in."""

    files: frozenset[str]
    """Paths as the disk spells them, relative to the site, with ``/``."""
    pages: dict[str, PageRecord]
    """Readable pages by path."""
    spellings: dict[str, str]
    """The path as the disk spells it, by the path without case."""
