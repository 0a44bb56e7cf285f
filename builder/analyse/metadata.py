"""What is known of the article itself, from its front matter, then from its page's data, then from its text."""

import calendar
import re
from datetime import date, timedelta
from typing import NamedTuple

from builder.analyse.marks import find_all_marked
from builder.analyse.published import Known
from builder.model import (
    Article,
    DateMention,
    DayMention,
    DeclaredBasis,
    Metadata,
    PublisherBasis,
    Sentence,
    Span,
    Stated,
    find_basis,
)
from builder.words import count_words

REACH = 60  # characters before a day that are looked at
AS_OF = re.compile(
    r"\b(?:(?P<plain>as (?:of|at))|(?:current|correct|accurate|up to date|updated) (?:to|until|as (?:of|at|on)))"
    r" (?:[a-z ]{1,25} (?:on|of) )?(?:\w{3,9}day,? )?$",
    re.IGNORECASE,
)
# "Takes effect as of May 1" tells of a day ahead or of a rule, not of the information.
IN_FORCE = re.compile(
    r"\b(?:effective|valid|in force|takes? effect|took effect|starting|beginning|applies)\b", re.IGNORECASE
)
# A day beside one of these may still lie ahead.
AHEAD = re.compile(
    r"\b(?:will|shall|would|could|might|(?-i:may)|expect(?:s|ed)?|scheduled|due|plan(?:s|ned|ning)?|until|deadline"
    r"|upcoming|next|set (?:to|for)|to be|postponed|delayed|pledge[sd]?|promise[sd]?|vow(?:s|ed)?|if|unless"
    r"|begins?|starts?|opens?|ends?|expires?|takes? (?:place|effect)|runs?)\b",
    re.IGNORECASE,
)
# A past tense: regular, or the commonest irregular ones of the news.
PAST = re.compile(
    r"\b(?!(?:hundred|indeed|need|speed|feed|seed|exceed|proceed|succeed|embed|breed|greed|weed|sacred|united)\b)"
    r"(?:[a-z]{2,}ed|was|were|had|began|took|came|went|said|told|struck|hit|fell|rose|left|won|lost|met|made|held"
    r"|found|saw|became|gave|shot|fled|broke|led|sent|spoke|paid|sold|brought|caught|fought)\b"
)
# Right before a day: a limit, or what it was set for.
LIMIT = re.compile(
    r"\b(?:before|by|until|till|through|for|to|ahead of|no later than|than) (?:\w{3,9}day,? )?$", re.IGNORECASE
)
# "Agreed to meet on May 5": what follows the infinitive need not have happened.
INFINITIVE = re.compile(
    r"\bto (?!(?:the|an?|its|his|her|their|this|that|these|those|some|about|at|over|more|nearly|almost|all)\b)"
    r"[a-z]{2,}\b"
)


def find(article: Article, sentences: tuple[Sentence, ...], dates: tuple[DateMention, ...], known: Known) -> Metadata:
    """Everything but the title, which cleaning found."""
    declared, byline, published = article.source.declared, article.byline, known.published
    agency = byline.publisher or (known.opening.agency if known.opening else None)
    if "publisher" in declared.edited:
        agency = None
    days = _find_days(article, sentences, dates)
    not_before = _limit(_find_not_before(article, days), published)
    as_of = _find_edited_as_of(article) or _limit(_find_as_of(article, days), published)
    if as_of and as_of.span and not_before and as_of.value < not_before.value:
        # An older state of one thing, not of what the article reports.
        as_of = None
    return Metadata(
        published=published,
        updated=known.updated,
        dateline=known.opening.dateline if known.opening else None,
        as_of=as_of,
        not_before=not_before,
        authors=declared.authors if "authors" in declared.edited else declared.authors or byline.authors,
        authors_basis="editor" if "authors" in declared.edited else None,
        publisher=declared.publisher or agency,
        publisher_basis=_find_publisher_basis(declared.publisher, find_basis(declared, "publisher"), agency),
        url=declared.url,
        # Where an editor says that there is none, that is known from the editor.
        url_basis=find_basis(declared, "url") if declared.url or "url" in declared.edited else None,
        words=sum(
            count_words(article.text[block.span.start : block.span.end])
            for block in article.blocks
            if block.number is not None
        ),
    )


def _find_publisher_basis(declared: str | None, basis: DeclaredBasis, agency: str | None) -> PublisherBasis | None:
    if declared or basis == "editor":
        return basis
    return "text" if agency else None


class _Day(NamedTuple):
    """A day printed in full."""

    value: date
    span: Span
    sentence: Span


def _find_edited_as_of(article: Article) -> DayMention | None:
    """The day that an editor set."""
    day = article.source.edits.as_of
    return DayMention(date.fromisoformat(day), None) if day else None


def _find_days(article: Article, sentences: tuple[Sentence, ...], dates: tuple[DateMention, ...]) -> list[_Day]:
    """Days printed in full outside quotations."""
    stated = [one for one in dates if one.basis == "stated" and one.precision == "day" and one.value]
    if not stated:
        return []
    quoted = [mark for _, marks in find_all_marked(article) for mark in marks]
    found = []
    for one in stated:
        is_quoted = any(mark.start <= one.span.start < mark.end for mark in quoted)
        inside = [s.span for s in sentences if s.span.start <= one.span.start < s.span.end]
        if inside and one.value and not is_quoted:
            found.append(_Day(date.fromisoformat(one.value), one.span, inside[0]))
    return found


def _before(article: Article, day: _Day) -> str:
    """What stands before a day in its sentence, at most 60 characters."""
    return article.text[max(day.sentence.start, day.span.start - REACH) : day.span.start]


def _find_latest(days: list[_Day]) -> DayMention | None:
    """The latest of the days, the first mention of it."""
    latest = max(days, key=lambda day: (day.value, -day.span.start), default=None)
    return DayMention(latest.value, latest.span) if latest else None


def _find_as_of(article: Article, days: list[_Day]) -> DayMention | None:
    """The latest day behind "as of" or its like that tells of the information."""
    found = []
    for day in days:
        before = _before(article, day)
        match = AS_OF.search(before)
        if match and not IN_FORCE.search(before) and not _is_ahead(article.text[day.sentence.start : day.span.start]):
            found.append(day)
    return _find_latest(found)


def _is_ahead(text: str) -> bool:
    return bool(re.search(r"\b(?:will|shall|would|must)\b", text, re.IGNORECASE))


def _find_not_before(article: Article, days: list[_Day]) -> DayMention | None:
    """The latest day of a sentence in the past tense that does not look ahead."""
    found = []
    for day in days:
        text, before = article.text[day.sentence.start : day.sentence.end], _before(article, day)
        is_past = PAST.search(text) and not AHEAD.search(text)
        is_open = LIMIT.search(before) or AS_OF.search(before)
        is_wanted = INFINITIVE.search(article.text, day.sentence.start, day.span.start)
        if is_past and not is_open and not is_wanted:
            found.append(day)
    return _find_latest(found)


def _limit(day: DayMention | None, published: Stated | None) -> DayMention | None:
    """The day, unless it lies over a day behind the publication: then one of the two was read wrongly."""
    if day is None or published is None:
        return day
    parts = [int(part) for part in published.value[:10].split("-")]
    year, month = parts[0], parts[1] if len(parts) > 1 else 12
    last = date(year, month, parts[2] if len(parts) > 2 else calendar.monthrange(year, month)[1])
    return day if day.value <= last + timedelta(days=1) else None
