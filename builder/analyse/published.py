"""When an article was published and changed: its front matter, the page's data, its byline or its dateline."""

import re
from datetime import date
from typing import NamedTuple

from builder.analyse import datelines, dates
from builder.analyse.date_words import to_day as make_day
from builder.analyse.date_words import to_month
from builder.analyse.dates import CLOCK, parse_date
from builder.analyse.printed_dates import DAY_MONTH, MONTH_DAY, find_nearest
from builder.model import Article, Precision, PublishedBasis, Sentence, Stated, find_basis

# 03/04/2025: a day and a month in the order of the reader's country.
NUMBERS = re.compile(r"(?P<one>\d{1,2})(?P<sign>[./-])(?P<two>\d{1,2})(?P=sign)(?P<year>(?:19|20)\d\d)")
# 2025/04/24: no country puts the day behind the year.
YEAR_FIRST = re.compile(r"(?P<year>(?:19|20)\d\d)(?P<sign>[./])(?P<month>\d{1,2})(?P=sign)(?P<day>\d{1,2})")
NEAR = 40  # days between a day of publication and another day of the article that decides between two readings
DATELINE_NEAR = 40  # days between a dateline without its year and the day that its year is taken from
Reading = tuple[str, Precision]


class Known(NamedTuple):
    """What is known of an article's days."""

    published: Stated | None
    updated: Stated | None
    opening: datelines.Opening | None


def find(article: Article, sentences: tuple[Sentence, ...]) -> Known:
    """Publication and last change, and the dateline."""
    opening = datelines.find(article)
    updated = _find_updated(article, sentences)
    return Known(_find_published(article, sentences, opening, updated), updated, opening)


def to_day(published: Stated | None) -> date | None:
    """The publication date as a day; ``None`` if it is not known to the day."""
    if published is None or published.precision not in ("day", "minute"):
        return None
    return date.fromisoformat(published.value[:10])


def _find_published(
    article: Article, sentences: tuple[Sentence, ...], opening: datelines.Opening | None, updated: Stated | None
) -> Stated | None:
    """The first of front matter, page data, byline and dateline that gives a day that can be read."""
    declared = article.source.declared
    basis = find_basis(declared, "date")
    stated = _read(article, sentences, declared.date, basis)
    # What a person wrote and nobody can read is reported, not replaced.
    if stated or basis == "editor" or (declared.date and basis == "front matter"):
        return stated
    read = [_read(article, sentences, printed, "byline") for printed in article.byline.published]
    is_one = len({one.value for one in read if one}) == 1
    return next((one for one in read if one and is_one), None) or _read_dateline(opening, updated)


def _find_updated(article: Article, sentences: tuple[Sentence, ...]) -> Stated | None:
    """The day of the last change, declared or printed at the head."""
    declared = article.source.declared
    basis = find_basis(declared, "updated")
    stated = _read(article, sentences, declared.updated, basis)
    return stated if basis == "editor" else stated or _read(article, sentences, article.byline.updated, "byline")


def _read(
    article: Article, sentences: tuple[Sentence, ...], printed: str | None, basis: PublishedBasis
) -> Stated | None:
    """A printed day; ``None`` where it is none or nothing decides between its readings."""
    read = (parse_date(printed) or _read_numbers(article, sentences, printed)) if printed else None
    return Stated(*read, basis, None) if read else None


def _read_numbers(article: Article, sentences: tuple[Sentence, ...], printed: str) -> Reading | None:
    """A day in numbers, decided by the language or by another day of the article."""
    found = YEAR_FIRST.match(printed) or NUMBERS.match(printed)
    rest = printed[found.end() :] if found else ""
    if not found or (rest and not CLOCK.fullmatch(rest)):
        return None
    precision: Precision = "minute" if rest else "day"
    year = int(found["year"])
    if found.re is YEAR_FIRST:
        day = make_day(year, int(found["month"]), int(found["day"]))
        return (day.isoformat(), precision) if day else None
    one, two = int(found["one"]), int(found["two"])
    day_first, month_first = make_day(year, two, one), make_day(year, one, two)
    # English is written in countries of both orders.
    is_decided = day_first and article.language not in (None, "en")
    days = [day for day in (day_first, None if is_decided else month_first) if day]
    near = [day for day in days if _is_near_another(article, sentences, day)] if len(days) > 1 else days
    return (near[0].isoformat(), precision) if len(near) == 1 else None


def _is_near_another(article: Article, sentences: tuple[Sentence, ...], day: date) -> bool:
    """Whether the article prints a full day within 40 days of this one."""
    declared, byline = article.source.declared, article.byline
    heads = [parse_date(one) for one in (declared.date, declared.updated, *byline.published, byline.updated) if one]
    values = [read[0] for read in heads if read and read[1] in ("day", "minute")]
    printed = dates.find(article, sentences, None)
    values += [one.value for one in printed if one.value and one.basis == "stated" and one.precision == "day"]
    return any(abs((date.fromisoformat(value) - day).days) <= NEAR for value in values)


def _read_dateline(opening: datelines.Opening | None, updated: Stated | None) -> Stated | None:
    """The day of the dateline; without its year only beside a day of change, which has one."""
    if opening is None or opening.day is None:
        return None
    read = parse_date(opening.day)
    if read:
        return Stated(*read, "dateline", opening.day_span)
    found, known = MONTH_DAY.match(opening.day) or DAY_MONTH.match(opening.day), to_day(updated)
    if not found or known is None:
        return None
    day = find_nearest(known, to_month(found["month"]), int(found["day"]), found["weekday"])
    is_before = day is not None and 0 <= (known - day).days <= DATELINE_NEAR
    return Stated(day.isoformat(), "day", "dateline", opening.day_span) if day and is_before else None
