"""Records of the editor's hand: what a person set for one article, and for the whole site."""

from dataclasses import dataclass

from builder.model.kinds import EntityKind, FindingKind, OutletKind, Reliability, Rights, Status


@dataclass(frozen=True, slots=True)
class Hidden:
    """Findings that are not to be shown."""

    kind: FindingKind
    words: str
    """Words of the finding, or of its sentence with the finding in them."""


@dataclass(frozen=True, slots=True)
class Correction:
    """Who says the words that stand in quotation marks or in a statement."""

    words: str
    speaker: str | None
    """``None``: nobody is named as the speaker."""


@dataclass(frozen=True, slots=True)
class Edits:
    """What an editor set for one article; ``None`` or empty is nothing set."""

    file: str = ""
    """The sidecar, relative to the articles folder; the article's own file if only its front matter says something."""
    values: tuple[tuple[str, str | tuple[str, ...] | None], ...] = ()
    """Fields of ``Declared`` that the sidecar sets, which are final: ``None`` and empty too."""
    as_of: str | None = None
    """``2025-04-30``"""
    story: str | None = None
    """Name of the story that the article belongs to."""
    tags: tuple[str, ...] = ()
    """The editor's own, never mixed with the article's keywords."""
    pinned: tuple[str, ...] = ()
    """Words of sentences that are key points."""
    hidden: tuple[Hidden, ...] = ()
    speakers: tuple[Correction, ...] = ()
    rights: Rights | None = None
    status: Status | None = None
    reason: str | None = None
    """Why the status is what it is."""
    day: str | None = None
    """``2025-04-30``, since when it is."""
    note: str | None = None
    """An analyst's own words, paragraphs separated by a blank line."""
    replaces: tuple[str, ...] = ()
    """Ids of briefings whose addresses lead here."""


@dataclass(frozen=True, slots=True)
class NameSplit:
    """Mentions that are another name than the builder took them for."""

    name: str
    """As the builder counts it."""
    articles: tuple[str, ...]
    """Ids of the briefings whose mentions are somebody else; empty for all."""
    forms: tuple[str, ...]
    """Printed forms that are somebody else; empty for all of these articles."""
    shown: str | None
    """What to call the other; ``None``: by its printed form."""


@dataclass(frozen=True, slots=True)
class StorySplit:
    """Articles that leave a story for one of their own."""

    articles: tuple[str, ...]
    """Ids of their briefings."""
    name: str


@dataclass(frozen=True, slots=True)
class Outlet:
    """What a person knows of a publisher."""

    name: str
    family: str | None
    """Owner or group."""
    kind: OutletKind | None
    reliability: Reliability | None
    """Admiralty letter; ``None``: not graded."""


@dataclass(frozen=True, slots=True)
class Editor:
    """The site file ``editor.yml``; a first name of a merged group is the one that stays."""

    file: str = "editor.yml"
    merged_names: tuple[tuple[str, ...], ...] = ()
    split_names: tuple[NameSplit, ...] = ()
    apart_names: tuple[tuple[str, ...], ...] = ()
    """Printed forms that are never one name."""
    renamed_names: tuple[tuple[str, str], ...] = ()
    """A printed form, and the name to show."""
    kinds: tuple[tuple[str, EntityKind], ...] = ()
    renamed_topics: tuple[tuple[str, str], ...] = ()
    merged_topics: tuple[tuple[str, ...], ...] = ()
    hidden_topics: tuple[str, ...] = ()
    merged_stories: tuple[tuple[str, ...], ...] = ()
    """Ids or names of stories."""
    split_stories: tuple[StorySplit, ...] = ()
    story_titles: tuple[tuple[str, str], ...] = ()
    """Id or name of a story, and its title."""
    suppressed: tuple[str, ...] = ()
    """Names that appear nowhere in what is built."""
    outlets: tuple[Outlet, ...] = ()


@dataclass(frozen=True, slots=True)
class Withdrawn:
    """An article that was taken down; its address stays."""

    id: str
    day: str | None
    """``2025-04-30``"""
    reason: str | None


@dataclass(frozen=True, slots=True)
class OldAddress:
    """A page that was once published and is no longer made."""

    path: str
    """Relative to the docs folder: ``briefings/harbour-fire.md``."""
    target: str | None
    """The page that it leads on to, with its anchor, relative to the docs folder; ``None`` if there is none."""
