"""The records that the cleaning steps hand on: lines still kept, pieces taken out."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace

from builder.model import BlockKind, Byline, Cited, Declared, Moved, MovedTo, Removed, Title
from builder.words import count_words


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the input that is still in the text."""

    text: str
    number: int
    """Line of the file, from 1."""
    kind: BlockKind | None = None
    """``None`` until it is known."""
    is_after_gap: bool = False
    """Whether a blank line stands before it."""


@dataclass(frozen=True, slots=True)
class LineCited:
    """A citation and the line that it stood behind (``None`` for a list of sources)."""

    cited: Cited
    line: int | None


@dataclass(frozen=True, slots=True)
class Draft:
    """An article while it is cleaned."""

    declared: Declared
    lines: tuple[Line, ...]
    removed: tuple[Removed, ...] = ()
    moved: tuple[Moved, ...] = ()
    cited: tuple[LineCited, ...] = ()
    keywords: tuple[str, ...] = ()
    title: Title | None = None
    """The title line that left the text."""
    head: int = 0
    """Index of the line that stood behind the title; lines before it are a menu's."""
    byline: Byline = field(default_factory=Byline)


Step = Callable[[Draft], Draft]


def remove(draft: Draft, places: Iterable[int], rule: str) -> Draft:
    """The draft without the lines at these indexes, which are recorded under the rule's name."""
    return remove_each(draft, dict.fromkeys(places, rule))


def remove_each(draft: Draft, gone: Mapping[int, str]) -> Draft:
    """The draft without the lines at these indexes, each recorded under the name of its rule."""
    if not gone:
        return draft
    records = tuple(
        Removed(line.text, count_words(line.text), gone[index], line.number)
        for index, line in enumerate(draft.lines)
        if index in gone
    )
    kept = tuple(line for index, line in enumerate(draft.lines) if index not in gone)
    return replace(draft, lines=kept, removed=draft.removed + records)


def move(draft: Draft, places: Iterable[int], to: MovedTo) -> Draft:
    """The draft without the lines at these indexes, which are recorded as shown elsewhere."""
    gone = set(places)
    records = tuple(make_moved(line.text, to) for index, line in enumerate(draft.lines) if index in gone)
    kept = tuple(line for index, line in enumerate(draft.lines) if index not in gone)
    return replace(draft, lines=kept, moved=draft.moved + records)


def make_moved(text: str, to: MovedTo) -> Moved:
    """A record of text that is shown elsewhere."""
    return Moved(text, count_words(text), to)
