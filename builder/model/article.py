"""Records of reading and cleaning: a file, and the article that it holds."""

from dataclasses import dataclass, field

from builder.model.editing import Edits
from builder.model.kinds import BlockKind, DeclaredBasis, Format, MovedTo, Span, TitleBasis
from builder.model.problem import Problem


@dataclass(frozen=True, slots=True)
class Declared:
    """What an article's front matter or page says of it, as found; ``None`` or empty where it says nothing."""

    basis: DeclaredBasis = "front matter"
    id: str | None = None
    title: str | None = None
    date: str | None = None
    updated: str | None = None
    authors: tuple[str, ...] = ()
    publisher: str | None = None
    url: str | None = None
    language: str | None = None
    tags: tuple[str, ...] = ()
    edited: tuple[str, ...] = ()
    """Names of the fields that the editor set, which are final: where they are empty, nothing else fills them."""


def find_basis(declared: Declared, field: str) -> DeclaredBasis:
    """Where a declared value is known from."""
    return "editor" if field in declared.edited else declared.basis


@dataclass(frozen=True, slots=True)
class Source:
    """One file of the articles folder, decoded."""

    path: str
    """Relative to the articles folder, with ``/``."""
    format: Format
    body: str
    """Text behind the front matter, with ``\\n`` line ends."""
    first_line: int
    """Line of the file at which ``body`` begins, counted from 1."""
    sha256: str
    """Hexadecimal hash of the file's bytes."""
    declared: Declared
    front_matter: str
    """The front matter as it stood, without its fences; empty where there is none."""
    edits: Edits = field(default_factory=Edits)
    faults: tuple[Problem, ...] = ()
    """What is wrong with the editor's file beside it and is left out."""
    shown_path: str | None = None
    """``path`` as it is printed, where names in it are withheld; ``None``: as it is."""
    withheld: tuple[int, ...] = ()
    """Numbers, from 1, of the suppressed names that it prints in full, of which the last word is withheld too."""


def find_shown_path(source: Source) -> str:
    """A file's path as pages and data print it; ``Source.path`` is for whoever must find the file."""
    return source.shown_path or source.path


@dataclass(frozen=True, slots=True)
class Block:
    """One line of the cleaned text."""

    kind: BlockKind
    span: Span
    number: int | None
    """Counts everything but headings, from 1; ``None`` for a heading."""


@dataclass(frozen=True, slots=True)
class Removed:
    """A piece of the input that was taken out as page furniture."""

    text: str
    """The input as it stood."""
    words: int
    rule: str
    """Name of the cleaning rule."""
    line: int
    """Line of the file, from 1."""


@dataclass(frozen=True, slots=True)
class Moved:
    """A piece of the input that left the text because it is shown elsewhere."""

    text: str
    words: int
    to: MovedTo


@dataclass(frozen=True, slots=True)
class Cited:
    """A source that the article cites, as cleaning found it."""

    outlet: str | None
    title: str | None
    url: str | None
    date: str | None
    """As printed."""
    place: int | None
    """Character of ``Article.text`` that it stood behind; ``None`` for an entry of a list of sources."""


@dataclass(frozen=True, slots=True)
class Byline:
    """What lines at the head of the text say of the article, as printed; ``None`` or empty where they say nothing."""

    authors: tuple[str, ...] = ()
    published: tuple[str, ...] = ()
    """Days behind "published" or, without one, behind no word; several that differ decide nothing."""
    updated: str | None = None
    publisher: str | None = None
    """A known news outlet."""


@dataclass(frozen=True, slots=True)
class Title:
    """The article's headline, or the words shown in its place."""

    text: str
    basis: TitleBasis
    span: Span | None
    """Where it stands in ``Article.text``; ``None`` if it is no part of it."""
    is_cut: bool = False
    """Whether the sentence goes on behind it; pages then print `` …``."""


@dataclass(frozen=True, slots=True)
class Article:
    """The cleaned article; ``text`` is final and every span refers to it."""

    id: str
    source: Source
    title: Title
    text: str
    """Blocks, one a line, with one blank line between."""
    blocks: tuple[Block, ...]
    removed: tuple[Removed, ...]
    moved: tuple[Moved, ...]
    cited: tuple[Cited, ...]
    keywords: tuple[str, ...]
    """The article's own list, never mixed with what is counted."""
    language: str | None
    """ISO 639-1 code, declared or found by its commonest words; ``None`` if neither."""
    byline: Byline = Byline()
