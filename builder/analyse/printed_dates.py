"""Dates with numbers in them: a match and its place in, a reading out, ``None`` where the number is no date."""

import re
from datetime import date

from builder.analyse.date_words import (
    CLOSED,
    COUNTED,
    GAP,
    MONTHS,
    SHORT_MONTH,
    SHORT_WEEKDAY,
    WEEKDAYS,
    YEAR,
    Place,
    Reading,
    resolved,
    stated,
    to_day,
    to_month,
)
from builder.analyse.tense import Tense, find_tense

MONTH_DAY = re.compile(
    rf"""(?<![\w-])
    (?:(?P<weekday>{SHORT_WEEKDAY}),?{GAP})?
    (?P<month>{SHORT_MONTH}){GAP}
    # A range of days (April 24-26) is not one date.
    (?P<day>\d{{1,2}})(?:st|nd|rd|th)?{CLOSED}
    (?:{GAP}?,?{GAP}(?P<year>{YEAR}){CLOSED})?
    """,
    re.VERBOSE,
)
DAY_MONTH = re.compile(
    rf"""(?<![\w.,:/$€£¥+–-])
    (?:(?P<weekday>{SHORT_WEEKDAY}),?{GAP})?
    (?P<day>\d{{1,2}})(?:st|nd|rd|th)?{GAP}
    (?:of{GAP})?
    (?P<month>{SHORT_MONTH})(?![\w’'-])
    (?:,?{GAP}(?P<year>{YEAR}){CLOSED})?
    """,
    re.VERBOSE,
)
MONTH_YEAR = re.compile(rf"(?<![\w-])(?P<month>{SHORT_MONTH}),?{GAP}(?:of{GAP})?(?P<year>{YEAR}){CLOSED}")
ISO = re.compile(r"(?<![\w.,:/-])(?P<year>\d{4})-(?P<month>\d\d)-(?P<day>\d\d)(?:(?=T\d\d:\d\d)|(?![\w-]|[.,:/]\d))")
# Day and month as numbers.
NUMBERS = re.compile(
    rf"(?<![\w.,:/-])(?P<one>\d{{1,2}})(?P<sign>[./-])(?P<two>\d{{1,2}})(?P=sign)(?P<year>{YEAR}){CLOSED}"
)
LONE_YEAR = re.compile(
    rf"""(?<![\w-])
    # What makes a number of four digits a year.
    (?P<lead>in|since|between|of|by|until|till|before|after|from|during|to|and|or|through|the|early|late|mid|year)
    [ \u00a0-]
    # Not the 1990s, not 1200 BC.
    (?P<year>{YEAR})(?!['’]s\w|%|{GAP}?(?:%|B\.?C|A\.?D)){CLOSED}
    """,
    re.VERBOSE | re.IGNORECASE,
)

YEAR_SHIFT = re.compile(rf",?{GAP}(?:of{GAP})?(last|this|next){GAP}year\b")

# Events that are told apart by their year: "the 2014 election".
EVENTS = frozenset(
    "election elections presidential parliamentary general olympics games season census campaign war agreement "
    "treaty settlement invasion attack attacks bombing coup revolution uprising earthquake tsunami flood floods "
    "crisis financial recession pandemic outbreak referendum constitution law act report ruling edition "
    "championship final tournament world summer winter summit conference protests riots strike ceasefire deal "
    "accord convention budget".split()
)
# "the 2008 Beijing Olympic Games"
NAMED_EVENT = re.compile(
    rf"(?:{GAP}[A-Z][a-z]{{1,20}}){{1,3}}{GAP}(?:[Gg]ames|[Oo]lympics|[Ee]lections?|[Cc]hampionships?)\b"
)
PARTS = frozenset("quarter half third".split())
# Behind these a number after "of" is a size: "a crowd of 1500".
OF_NUMBER = frozenset(
    "crowd total population number average sample distance group team fleet force army staff sum price cost fine "
    "height maximum minimum out value speed capacity workforce audience membership attendance majority production "
    "rate level altitude depth length score salary rent profit".split()
)
# A plain word behind a year; any other may be what is counted.
BEHIND_YEAR = frozenset(
    "and or to the a an in on at by for from with when while as after before because but that which who where it "
    "he she they we its his her their under is was has had were are".split()
)
CHANGES = frozenset("rose rise fell fall up down grew increased decreased dropped cut raised reduced won lost".split())
# A birthday or a yearly day is of no year, or of one that the text does not give.
YEARLY = re.compile(
    r"\b(?:born|births?|birthdays?|birthdates?|turn(?:s|ed|ing)?|anniversar(?:y|ies)|annual(?:ly)?|every|each|yearly"
    r"|always|usually|traditionally|holidays?|feasts?|celebrat\w{1,4}|commemorat\w{1,4}|observed)\b",
    re.IGNORECASE,
)
UNSURE_DAYS = 120  # a day further off is of this year or another, unless its clause says which


def find_nearest(published: date | None, month: int, day: int, weekday: str | None) -> date | None:
    """The month's day nearest to the publication, on the printed weekday if there is one."""
    if published is None:
        return None
    years = range(max(published.year - 1, date.min.year), min(published.year + 1, date.max.year) + 1)
    days = [found for year in years if (found := to_day(year, month, day))]
    if weekday:
        days = [found for found in days if found.weekday() == WEEKDAYS.index(weekday[:3].lower())]
    return min(days, key=lambda found: (abs((found - published).days), found), default=None)


def read_day(match: re.Match[str], place: Place) -> Reading | None:
    """A day of a month, with or without its year."""
    start, end = match.span()
    month, day, behind = to_month(match["month"]), int(match["day"]), place.word_behind(end)
    if match["year"]:
        found = to_day(int(match["year"]), month, day)
        return stated(start, end, found.isoformat(), "day") if found else None
    shift = YEAR_SHIFT.match(place.behind(end))
    if shift:
        year = place.published.year + {"last": -1, "this": 0, "next": 1}[shift[1]] if place.published else None
        return resolved(start, end + shift.end(), to_day(year, month, day) if year else None)
    if behind.lower() in COUNTED or to_day(2000, month, day) is None:
        return None
    # "the Jan. 6 riot" is the name of an event: its year is known to readers and not to the text.
    if place.word_before(start).lower() == "the" and behind[:1].islower() and behind not in BEHIND_YEAR:
        return resolved(start, end, None)
    if YEARLY.search(place.before(start)) or YEARLY.search(place.behind(end)):
        return resolved(start, end, None)
    found = find_nearest(place.published, month, day, match["weekday"])
    is_sure = found and place.published and _is_sure(found, place.published, find_tense(place, start, end))
    return resolved(start, end, found if is_sure else None)


def _is_sure(found: date, published: date, tense: Tense | None) -> bool:
    """Whether the nearest day is the one that is meant: its clause says so, or leaves it open and the day is near."""
    if found > published:
        return tense == "ahead" or (tense is None and (found - published).days <= UNSURE_DAYS)
    return tense == "past" or (tense is None and (published - found).days <= UNSURE_DAYS) or found == published


def read_month_of_year(match: re.Match[str], place: Place) -> Reading | None:
    """A month of a year; ``Theresa May 2017`` is none."""
    if (
        match["month"] == "May"
        and place.word_before(match.start())[:1].isupper()
        and len(place.before(match.start())) > 4
    ):
        return None
    return stated(match.start(), match.end(), f"{match['year']}-{to_month(match['month']):02}", "month")


def read_iso(match: re.Match[str], place: Place) -> Reading | None:
    """``2025-04-24``."""
    found = to_day(int(match["year"]), int(match["month"]), int(match["day"]))
    return stated(match.start(), match.end(), found.isoformat(), "day") if found else None


def read_numbers(match: re.Match[str], place: Place) -> Reading | None:
    """``24/04/2025``; nothing for 03/04/2025, which is two days in two countries."""
    one, two, year = int(match["one"]), int(match["two"]), int(match["year"])
    if one <= len(MONTHS) and two <= len(MONTHS) and one != two:
        return None
    found = to_day(year, two, one) or to_day(year, one, two)
    return stated(match.start(), match.end(), found.isoformat(), "day") if found else None


def read_year(match: re.Match[str], place: Place) -> Reading | None:
    """A year alone, where the words around it leave no other reading."""
    if not _is_year(match, place):
        return None
    return stated(match.start("year"), match.end("year"), match["year"], "year")


def _is_year(match: re.Match[str], place: Place) -> bool:
    """Whether a number of four digits is a year here and not a count."""
    lead, year, behind = match["lead"].lower(), int(match["year"]), place.word_behind(match.end()).lower()
    before = place.word_before(match.start()).lower()
    if behind in COUNTED or behind[:1] in ("$", "€", "£", "&") or behind.isdigit():
        return False
    if lead == "the":
        return year >= 1900 and (behind in EVENTS or bool(NAMED_EVENT.match(place.behind(match.end()))))
    if lead == "between":
        return bool(re.match(rf",?{GAP}and{GAP}{YEAR}", place.behind(match.end())))
    if lead in ("and", "or", "to", "through"):
        opening = rf"\b(?:in|between|from|since){GAP}{YEAR},?{GAP}$"
        return bool(re.search(opening, place.before(match.start()), re.IGNORECASE))
    if lead in ("in", "since", "until", "till", "during"):
        # "one in 2000"; a lower-case word behind an early or round number may be what is counted.
        is_ratio = before == "one" or before.isdigit()
        return not is_ratio and (
            year >= 1900 or not behind or behind in BEHIND_YEAR or (year >= 1700 and year % 100 > 0)
        )
    if lead == "of":
        # "the first quarter of 2009" is finer than its year.
        return year >= 1700 and year % 100 > 0 and before not in (OF_NUMBER | PARTS) and not behind.endswith("s")
    if lead in ("early", "late", "mid", "year"):
        return year >= 1700
    # "rose by 1500", "after 2000 hours".
    return year >= 1900 and (not behind or behind in BEHIND_YEAR) and before not in CHANGES
