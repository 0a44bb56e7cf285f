"""Records of analysis: what was found in one article."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal

from builder.model.article import Article
from builder.model.kinds import (
    DateBasis,
    DeclaredBasis,
    EntityKind,
    FindingKind,
    Precision,
    PublishedBasis,
    PublisherBasis,
    Relation,
    Role,
    Span,
)
from builder.model.problem import Problem


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a numbered block, without the white space around it."""

    span: Span
    paragraph: int
    """Number of its block."""
    anchor: str
    """Made from its own words: ``s-``, eight hexadecimal characters, ``-2`` for a repetition."""


@dataclass(frozen=True, slots=True)
class Entity:
    """A name and every place where the article mentions it."""

    name: str
    """The fullest form that the article prints."""
    kind: EntityKind
    aliases: tuple[str, ...]
    """Other forms that the article prints."""
    mentions: tuple[Span, ...]
    """In text order; each reads as the name or an alias, without a leading "the" or a closing "'s"."""


@dataclass(frozen=True, slots=True)
class Quote:
    """Words in quotation marks that somebody uttered."""

    spans: tuple[Span, ...]
    """Its parts in order, quotation marks included."""
    speaker: str | None
    """As printed; ``None`` unless sure."""
    speaker_span: Span | None
    speaker_named: str | None
    """Name of the entity that speaks; ``None`` for a speaker without a name."""
    cue: str | None
    """The word of saying, as printed."""
    is_full: bool
    """Five words or more; a shorter one is a quoted word and is shown inside its sentence."""
    is_edited: bool = False
    """Whether an editor set the speaker, who then is not as printed."""


@dataclass(frozen=True, slots=True)
class Statement:
    """A sentence that says who says it, without quotation marks."""

    span: Span
    """The whole sentence."""
    speaker: str
    """As printed."""
    speaker_span: Span | None
    """``None`` where an editor set the speaker."""
    speaker_named: str | None
    """Name of the entity that speaks; ``None`` for a speaker without a name."""
    cue: str
    """The word of saying, as printed."""
    disputed: str | None
    """Who disputes it in the same sentence, as printed; ``None`` if nobody."""
    is_edited: bool = False
    """Whether an editor set the speaker, who then is not as printed."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A quantity as written: qualifier, number, unit."""

    span: Span
    """Qualifier, number and unit or sign: ``at least 12``, ``$3.5 million``, ``7.4 percent``."""
    value: Decimal | None
    """``None`` for an open word (dozens) and for a range."""
    low: Decimal | None
    high: Decimal | None
    """Ends of a range; ``low`` alone is the least that an open word allows (dozens: 24)."""
    relation: Relation
    unit: str | None
    """``%``, a currency (ISO 4217) or a unit as printed; ``None`` for a count of things."""
    noun: Span | None
    """What is counted, as printed; ``None`` if not sure."""
    is_alone: bool
    """Whether number and noun may leave their sentence: it holds no denial, hedge, attribution or condition."""


@dataclass(frozen=True, slots=True)
class DateMention:
    """A day, month, year or relative date in the text."""

    span: Span
    value: str | None
    """``2025-04-24``, ``2025-04`` or ``2025``; ``None`` if unresolved."""
    precision: Precision | None
    basis: DateBasis


@dataclass(frozen=True, slots=True)
class Citation:
    """A source that the article cites."""

    outlet: str | None
    title: str | None
    url: str | None
    date: str | None
    """As printed."""
    span: Span | None
    """The sentence that it stood behind."""


@dataclass(frozen=True, slots=True)
class KeyPoint:
    """A sentence that stands for the article."""

    span: Span
    role: Role | None
    """``None`` where not exactly one fits."""
    hedge: str | None
    """A word that makes it less than certain, as printed."""
    is_pinned: bool = False
    """Whether an editor chose it."""


@dataclass(frozen=True, slots=True)
class Topic:
    """A noun phrase that several articles of a story use often."""

    id: str
    """Slug of the name."""
    name: str
    """The form printed most often."""
    mentions: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Outlook:
    """A sentence that looks ahead."""

    span: Span


@dataclass(frozen=True, slots=True)
class Hedge:
    """A word that says that something is not certain."""

    span: Span


@dataclass(frozen=True, slots=True)
class Stated:
    """A value that the article states or declares, and where it is known from."""

    value: str
    """``2025-04-24``, ``2025-04`` or ``2025``."""
    precision: Precision
    basis: PublishedBasis
    span: Span | None


@dataclass(frozen=True, slots=True)
class DayMention:
    """A day that the text gives, or that an editor set."""

    value: date
    span: Span | None
    """``None`` where an editor set it."""


@dataclass(frozen=True, slots=True)
class Dateline:
    """The place and day that open a news agency's report."""

    text: str
    """As printed: ``KYIV, April 24 (Agency)``."""
    place: str
    span: Span


@dataclass(frozen=True, slots=True)
class Metadata:
    """What is known of the article; ``None`` is not stated."""

    published: Stated | None
    updated: Stated | None
    dateline: Dateline | None
    as_of: DayMention | None
    """The day that the text says its information is of; no publication date."""
    not_before: DayMention | None
    """The latest day that the text reports as past."""
    authors: tuple[str, ...]
    authors_basis: Literal["editor"] | None
    """``None`` where no editor set them."""
    publisher: str | None
    publisher_basis: PublisherBasis | None
    url: str | None
    url_basis: DeclaredBasis | None
    words: int
    """Words in numbered blocks."""


@dataclass(frozen=True, slots=True)
class Analysis:
    """Everything found in one article."""

    metadata: Metadata
    is_attempted: bool
    """Whether the finders know the article's language; if not, all but sentences is empty."""
    sentences: tuple[Sentence, ...]
    key_points: tuple[KeyPoint, ...]
    entities: tuple[Entity, ...]
    quotes: tuple[Quote, ...]
    statements: tuple[Statement, ...]
    figures: tuple[Figure, ...]
    dates: tuple[DateMention, ...]
    citations: tuple[Citation, ...]
    outlook: tuple[Outlook, ...]
    hedges: tuple[Hedge, ...]


@dataclass(frozen=True, slots=True)
class Briefing:
    """An article with what was found in it."""

    article: Article
    analysis: Analysis
    hidden: tuple[FindingKind, ...] = ()
    """The kind of each finding that an editor hid."""
    faults: tuple[Problem, ...] = ()
    """What an editor asked for and the article does not hold."""
