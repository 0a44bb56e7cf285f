"""Records of the lock file: what was given once and lasts over editions."""

from dataclasses import dataclass

from builder.model.kinds import EntityKind


@dataclass(frozen=True, slots=True)
class LockedArticle:
    """A briefing that was once built."""

    path: str
    """Its file when it was built last, relative to the articles folder; empty if another article has that name now."""
    id: str
    first_seen: str
    """``2025-04-30``"""
    sha256: str
    """Hash of its cleaned text when it was built last, by which a renamed file is known again."""
    old_ids: tuple[str, ...] = ()
    """Addresses that lead here."""


@dataclass(frozen=True, slots=True)
class LockedStory:
    """A story that was once built."""

    id: str
    name: str | None
    """The name that articles or the editor give it; ``None`` for one that the builder put together."""
    letters: tuple[tuple[str, str], ...]
    """Id of a briefing and its letter, in the order in which they were given; none is given twice."""


@dataclass(frozen=True, slots=True)
class LockedName:
    """A name that once had a page, or that has to be told from another of the same name."""

    slug: str
    name: str
    kind: EntityKind
    briefings: tuple[str, ...] = ()
    """Ids of a few briefings that name it, by which it is told from another of the same name."""
    had_page: bool = True
    """Whether it ever had a page of its own."""


@dataclass(frozen=True, slots=True)
class Lock:
    """The lock file; empty where there is none."""

    articles: tuple[LockedArticle, ...] = ()
    stories: tuple[LockedStory, ...] = ()
    names: tuple[LockedName, ...] = ()
