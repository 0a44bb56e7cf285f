"""Dates as printed: sentences in, stated and relative dates out; a relative one needs the day of publication."""

import re
from bisect import bisect_right
from collections.abc import Callable
from datetime import date

from builder.analyse import printed_dates, relative_dates
from builder.analyse.date_words import YEAR, Place, Reading
from builder.analyse.marks import find_all_marked
from builder.model import Article, DateMention, Precision, Sentence, Span

Reader = Callable[[re.Match[str], Place], Reading | None]

# Where two patterns match at one place, the longer match is the date.
RULES: tuple[tuple[re.Pattern[str], Reader], ...] = (
    (printed_dates.ISO, printed_dates.read_iso),
    (printed_dates.NUMBERS, printed_dates.read_numbers),
    (printed_dates.MONTH_DAY, printed_dates.read_day),
    (printed_dates.DAY_MONTH, printed_dates.read_day),
    (printed_dates.MONTH_YEAR, printed_dates.read_month_of_year),
    (printed_dates.LONE_YEAR, printed_dates.read_year),
    (relative_dates.LONE_MONTH, relative_dates.read_month),
    (relative_dates.LONE_WEEKDAY, relative_dates.read_weekday),
    (relative_dates.NEAR_DAY, relative_dates.read_near_day),
    (relative_dates.PERIOD, relative_dates.read_period),
    (relative_dates.AGO, relative_dates.read_ago),
)
DECLARED_RULES = RULES[:5]
YEAR_MONTH = re.compile("([0-9]{4})-(0[1-9]|1[0-2])")
TIME = r"(?:\d{1,2}[:.]\d\d(?::\d\d(?:\.\d{1,9})?)?(?:[ ]?[ap]\.?m\.?)?|\d{1,2}[ ]?[ap]\.?m\.?)"
ZONE = r"(?:[ ]?(?:Z|[A-Z]{2,4}(?:[+-]\d{1,2})?|[+-]\d\d:?\d\d))"
# A time of day behind or before a declared date, and a zone alone, which says no time.
CLOCK = re.compile(rf"(?:T|,?[ ]?(?:[/|·•–—-][ ]?)?(?:at[ ])?){TIME}{ZONE}?", re.IGNORECASE)
CLOCK_BEFORE = re.compile(rf"{TIME}{ZONE}?,?[ ](?:on[ ])?", re.IGNORECASE)
ZONE_ALONE = re.compile(ZONE)
LONGEST_DECLARED = 80  # characters; more is no date and its time


def parse_date(text: str) -> tuple[str, Precision] | None:
    """Value and precision of one printed or ISO date; ``None`` if it is none, is impossible or has two readings.

    >>> parse_date("April 24, 2025")
    ('2025-04-24', 'day')
    >>> parse_date("2025-04-24T10:00:00Z")
    ('2025-04-24', 'minute')
    >>> parse_date("03/04/2025") is None
    True
    """
    text = text.strip()
    if len(text) > LONGEST_DECLARED:
        return None
    # Pages print whole lines in capitals; months are known by their first letter alone.
    text = text.title() if text.isupper() else text
    clock = CLOCK_BEFORE.match(text)
    text = text[clock.end() :] if clock else text
    if re.fullmatch(YEAR, text):
        return text, "year"
    if YEAR_MONTH.fullmatch(text):
        return text, "month"
    place = Place(text, Span(0, len(text)), None)
    for pattern, reader in DECLARED_RULES:
        match = pattern.match(text)
        rest = text[match.end() :] if match else ""
        is_timed = bool(clock or CLOCK.fullmatch(rest))
        if match and (not rest or is_timed or ZONE_ALONE.fullmatch(rest)):
            reading = reader(match, place)
            if reading and reading.value and reading.precision:
                return reading.value, "minute" if is_timed and reading.precision == "day" else reading.precision
    return None


def _choose(readings: list[Reading]) -> list[Reading]:
    """Readings that do not overlap: of those that do, the earliest, then the longest."""
    chosen: list[Reading] = []
    for reading in sorted(readings, key=lambda one: (one.start, -one.end)):
        if not chosen or reading.start >= chosen[-1].end:
            chosen.append(reading)
    return chosen


def find(article: Article, sentences: tuple[Sentence, ...], published: date | None) -> tuple[DateMention, ...]:
    """Dates in text order.

    A relative date is resolved against ``published``, the day of publication; without it, or inside a quotation,
    whose words may be of another day, it is found and stays unresolved.
    """
    marked = find_all_marked(article) if sentences else ()
    quoted = [Span(mark.start, mark.end) for _, marks in marked for mark in marks]
    starts = [span.start for span in quoted]
    found: list[DateMention] = []
    for sentence in sentences:
        readings = []
        for pattern, reader in RULES:
            for match in pattern.finditer(article.text, sentence.span.start, sentence.span.end):
                nearest = bisect_right(starts, match.start()) - 1
                is_quoted = nearest >= 0 and match.start() < quoted[nearest].end
                reading = reader(match, Place(article.text, sentence.span, None if is_quoted else published))
                if reading:
                    readings.append(reading)
        found += [
            DateMention(Span(one.start, one.end), one.value, one.precision, one.basis) for one in _choose(readings)
        ]
    return tuple(found)
