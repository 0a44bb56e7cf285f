"""Records of all briefings together, and of what the builder makes of them."""

from dataclasses import dataclass, field

from builder.model.editing import Editor, OldAddress, Withdrawn
from builder.model.findings import Briefing, KeyPoint
from builder.model.kinds import DateBasis, EntityKind, Precision, Span
from builder.model.lock import Lock
from builder.model.problem import Problem


@dataclass(frozen=True, slots=True)
class Statistic:
    """How often each briefing mentions one thing; the only place that counts come from."""

    briefing: str
    mentions: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class CastMember:
    """One name over all articles."""

    slug: str
    name: str
    kind: EntityKind
    aliases: tuple[str, ...]
    mentions: tuple[Statistic, ...]
    """Only briefings that mention it, in label order."""
    has_page: bool = False
    """Whether it is named widely or often enough for a page of its own; places have none."""
    is_edited: bool = False
    """Whether an editor merged, split or renamed it or set its kind."""


@dataclass(frozen=True, slots=True)
class StoryTopic:
    """One topic over the articles of a story."""

    id: str
    name: str
    mentions: tuple[Statistic, ...]
    """Only briefings that mention it, in label order."""
    is_edited: bool = False
    """Whether an editor merged or renamed it."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A slice of one briefing."""

    briefing: str
    span: Span


@dataclass(frozen=True, slots=True)
class TimelineEntry:
    """A date and the sentences that name it."""

    value: str
    precision: Precision
    printed: str
    basis: DateBasis
    passages: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class Related:
    """Another briefing and what it has in common with this one."""

    id: str
    shared_topics: tuple[str, ...]
    shared_names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Placement:
    """Where a briefing stands among the others."""

    briefing: str
    story: str
    label: str
    related: tuple[Related, ...]
    near_duplicate_of: str | None


@dataclass(frozen=True, slots=True)
class Story:
    """Articles on the same developing events."""

    id: str
    title: str | None
    """``None``: the page says "Combined briefing"."""
    briefings: tuple[str, ...]
    bottom_line: tuple[tuple[str, KeyPoint], ...]
    """Briefing and key point, in the order to print."""
    topics: tuple[StoryTopic, ...]
    cast: tuple[CastMember, ...]
    timeline: tuple[TimelineEntry, ...]
    name: str | None = None
    """The name by which articles or the editor put it together; ``None`` if nobody did."""
    is_titled: bool = False
    """Whether an editor set the title."""


@dataclass(frozen=True, slots=True)
class Collection:
    """All briefings together."""

    briefings: tuple[Briefing, ...]
    """In file order."""
    stories: tuple[Story, ...]
    placements: tuple[Placement, ...]
    """In the order of ``briefings``."""
    cast: tuple[CastMember, ...]
    timeline: tuple[TimelineEntry, ...]
    editor: Editor = field(default_factory=Editor)
    withdrawn: tuple[Withdrawn, ...] = ()
    """In the order of their ids."""
    old_addresses: tuple[OldAddress, ...] = ()
    """In the order of their paths."""
    faults: tuple[Problem, ...] = ()
    """What the editor asked for and the articles do not hold."""


@dataclass(frozen=True, slots=True)
class Page:
    """A file below ``docs/``."""

    path: str
    """Relative to the docs folder, with ``/``."""
    text: str


@dataclass(frozen=True, slots=True)
class Build:
    """What the pipeline made of a folder."""

    pages: tuple[Page, ...]
    faults: tuple[Problem, ...]
    """What is left out of an article that has a briefing, and what an editor asked for and does not fit."""
    untraceable: tuple[Problem, ...]
    """Items on pages that are no slice of the source that they name; then no page is given."""
    collection: Collection
    skipped: tuple[Problem, ...]
    """Articles that have no briefing, each with its reason."""
    read: int
    """Articles found, skipped ones included."""
    is_unfit: bool
    """Whether an item was no slice of its article: that article is skipped and the build fails."""
    lock: Lock | None = None
    """What is to last, as it is after this build; ``None`` where no lock file belongs to the articles."""
    private: tuple[Page, ...] = ()
    """Data of articles whose text is not published whole, for a folder beside ``docs/`` that is not published."""
    seconds: tuple[tuple[str, float], ...] = ()
    """Id of every briefing and how long it took; empty where nobody asked."""
