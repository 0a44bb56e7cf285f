"""What the date finders share: names of months and weekdays, the place of a match, a date as read."""

import re
from datetime import date
from typing import NamedTuple

from builder.model import DateBasis, Precision, Span

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")

# Parts of patterns.
GAP = "[ \u00a0\u2009\u202f]"
MONTH = "(?:January|February|March|April|May|June|July|August|September|October|November|December)"
SHORT_MONTH = rf"(?:{MONTH}|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)\b\.?)"
WEEKDAY = "(?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)"
SHORT_WEEKDAY = rf"(?:{WEEKDAY}|(?:Mon|Tue|Tues|Wed|Thu|Thur|Thurs|Fri|Sat|Sun)\b\.?)"
YEAR = "(?:1[0-9]{3}|20[0-9]{2})"
# No letter, digit, decimal or hyphenated part goes on behind a number.
CLOSED = r"(?!\w|[.,:/]\d|[-–/]\w)"

NEAR = 60  # characters before or behind a match that are looked at
WORD_BEHIND = re.compile(rf"{GAP}([\w&$€£]{{1,30}})")

# Words behind a number that make it a count: "March 10 miles", "in 2000 homes".
COUNTED = frozenset(
    "percent per people persons men women children students workers employees members voters votes seats jobs "
    "homes houses households families troops soldiers patients cases deaths dollars euros pounds yen rubles cents "
    "points miles kilometres kilometers metres meters feet yards inches km kg tonnes tons acres hectares litres "
    "barrels million billion trillion thousand hundred units copies shares words pages times hours minutes "
    "seconds days weeks months years schools companies villages towns cities countries locations places stores "
    "shops cars vehicles animals birds trees books items rooms beds samples hp rpm mph calories steps".split()
)


class Place(NamedTuple):
    """Where a pattern matched: the article's text, its sentence, and the day to count from."""

    text: str
    sentence: Span
    published: date | None
    """``None``: unknown, or the words are a quotation, whose day of utterance is."""

    def before(self, start: int) -> str:
        """What stands before ``start`` in the sentence, at most ``NEAR`` characters."""
        return self.text[max(self.sentence.start, start - NEAR) : start]

    def behind(self, end: int) -> str:
        """What stands behind ``end`` in the sentence, at most ``NEAR`` characters."""
        return self.text[end : min(end + NEAR, self.sentence.end)]

    def word_before(self, start: int) -> str:
        """The word right before ``start``, as printed; empty at the sentence's start."""
        words = re.split(GAP, self.before(start))
        return words[-2] if len(words) > 1 and not words[-1] else ""

    def word_behind(self, end: int) -> str:
        """The word right behind ``end``, as printed; empty before punctuation and at the sentence's end."""
        found = WORD_BEHIND.match(self.behind(end))
        return found[1] if found else ""


class Reading(NamedTuple):
    """A date as read; without ``value`` it is relative and there is nothing to count from."""

    start: int
    end: int
    value: str | None
    precision: Precision | None
    basis: DateBasis


def to_month(printed: str) -> int:
    """Number of a month by its first three letters."""
    return MONTHS.index(printed[:3].lower()) + 1


def to_day(year: int, month: int, day: int) -> date | None:
    """The day; ``None`` where the calendar has none."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def stated(start: int, end: int, value: str, precision: Precision) -> Reading:
    """A date that is printed in full."""
    return Reading(start, end, value, precision, "stated")


def resolved(start: int, end: int, value: date | None, precision: Precision = "day") -> Reading:
    """A relative date: worked out if ``value`` is known."""
    if value is None:
        return Reading(start, end, None, None, "unresolved")
    size = {"minute": 10, "day": 10, "month": 7, "year": 4}[precision]
    return Reading(start, end, value.isoformat()[:size], precision, "resolved")
