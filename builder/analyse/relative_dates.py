"""Dates that count from the day of publication: a match and its place in, a reading out, ``None`` for no date."""

import re
from datetime import date, timedelta

from builder.analyse.date_words import (
    GAP,
    MONTH,
    WEEKDAY,
    WEEKDAYS,
    Place,
    Reading,
    resolved,
    to_day,
    to_month,
)
from builder.analyse.tense import find_tense, looks_present

LONE_MONTH = re.compile(
    rf"""(?<![\w-])
    # A word that a person's name or a verb seldom follows.
    (?:(?P<kind>[Ll]ast|[Nn]ext|[Tt]his)|[Ii]n|[Ss]ince|[Uu]ntil|[Tt]ill|[Dd]uring|[Ee]arly|[Ll]ate|[Mm]id|[Aa]s{GAP}of
      |[Bb]etween(?={GAP}{MONTH}{GAP}and{GAP}{MONTH}\b)|and){GAP}
    (?P<month>{MONTH})
    # Nothing that makes it a name or a longer date.
    (?![\w-]|['’]s|{GAP}(?:\d|[A-Z]))
    (?:,?{GAP}(?:of{GAP})?(?P<shift>last|this|next){GAP}year\b)?
    """,
    re.VERBOSE,
)
# The other end: "between April and June".
BETWEEN = re.compile(rf"\b[Bb]etween{GAP}{MONTH}{GAP}$")
LONE_WEEKDAY = re.compile(
    rf"""(?<![\w-])
    (?:(?P<kind>[Ll]ast|[Nn]ext|[Tt]his){GAP})?
    (?P<weekday>{WEEKDAY})
    # Not Monday-morning, not the Monday/Tuesday shift.
    (?![\w/-]|–\w)
    # Tuesday of which week?
    (?P<week>{GAP}(?:last|next|week|of)\b)?
    """,
    re.VERBOSE,
)
NEAR_DAY = re.compile(
    r"(?<![\w’'-])(?P<word>yesterday|today|tomorrow|tonight|last night|this (?:morning|afternoon|evening))(?![\w-])",
    re.IGNORECASE,
)
PERIOD = re.compile(
    r"(?<![\w-])(?P<part>(?:the )?(?:start|beginning|end|middle) of )?(?P<kind>last|next|this)"
    r" (?P<unit>week|weekend|month|year)(?![\w-])",
    re.IGNORECASE,
)
# A date that is finer than its own words: "the third quarter of last year".
PART_BEFORE = re.compile(
    rf"\b(?:quarter|half|third|part|rest|remainder|later|earlier){GAP}(?:of{GAP})?$", re.IGNORECASE
)

COUNTS = "a two three four five six seven eight nine ten eleven twelve".split()
AGO = re.compile(
    rf"(?<![\w.,-])(?P<count>\d{{1,2}}|{'|'.join(COUNTS)}) (?P<unit>day|week|month|year)s? (?P<way>ago|earlier)(?!\w)",
    re.IGNORECASE,
)

MONTHS_BACK = 5  # a month further back than this is as likely the coming one
DAYS_AWAY = {"yesterday": -1, "last night": -1, "tomorrow": 1}
SHIFTS = {"last": -1, "this": 0, "next": 1}
# Not one day: "every Monday", "on a Monday"; or a name: "Black Friday".
BEFORE_NO_DAY = frozenset(
    "every each any most a an one some all alternate many no black cyber good bloody super ash palm easter holy "
    "whit shrove maundy giving ruby sheffield man small blue red casual sunny fat spy clean green wacky joe".split()
)
BEHIND_NO_DAY = frozenset(
    "night times telegraph mail mirror post express herald star sun world independent people business school "
    "schools best roast lunch papers newspapers league mass service services evenings mornings nights afternoons "
    "blues addams".split()
)
# Monday to Friday.
DAYS_BEHIND = re.compile(rf"(?:{GAP}(?:to|through|until){GAP}|{GAP}[–-]{GAP}){WEEKDAY}")
DAYS_BEFORE = re.compile(rf"{WEEKDAY}s?(?:{GAP}(?:to|through|until){GAP}|{GAP}[–-]{GAP})$")
# Not this day but these times, or a name.
TODAY_NO_DAY = frozenset(
    "world society youth generation generations standards market economy climate show paper problems kids".split()
)
BEFORE_NO_NEAR_DAY = frozenset("of even still better brighter new safer for".split())
NO_MONTH_BEFORE = frozenset("confidence trust faith interest belief pride named".split())

# What says, in the same clause, that a month lies ahead.
AHEAD = re.compile(
    r"\b(?:will|until|by|due|scheduled|expected|planned|plans|should|set|starting|beginning|next|upcoming)\b"
    r"|\b(?:is|are|was|were) to\b|\bto (?:be|begin|meet|hold|vote|start|open|take|speak|visit|decide|announce)\b",
    re.IGNORECASE,
)
AHEAD_BEHIND = re.compile(r"[^.;:]{0,45}?\b(?:will|(?:is|are) (?:set|due|expected|scheduled) to)\b")
# A clause begins here; what stands before does not tell when this one happens.
CLAUSE_START = re.compile(r"[,;:—–“]|\b(?:said|says|announced|reported|told|that|after|and|which|who)\b", re.IGNORECASE)
# "the Monday meeting", "Monday's vote": the day of something that may lie on either side.
WHOSE = frozenset("the its his her their our my your no".split())
OWNING = re.compile("['’]s?\\b|['’](?= )")
RIGHT_BEFORE = re.compile(
    rf"\b(?:on|in{GAP}a|(?-i:[a-z]{{2,20}}ed)|said|told|made|began|held|met|won|lost|died){GAP}$", re.IGNORECASE
)
OTHER_WEEK = re.compile(r"\b(?:week|month)s?(?: ago| before| after| from| earlier| later)?(?: on)? $", re.IGNORECASE)


def _is_ahead(place: Place, start: int, end: int) -> bool:
    """Whether the clause around ``start`` and ``end`` speaks of what is to come."""
    before = place.before(start)
    clauses = CLAUSE_START.split(before)
    if clauses[-1].strip().lower() in ("", "on", "in"):
        # "said on Tuesday that it will": the words behind belong to another clause.
        is_opening = len(clauses) == 1 and len(clauses[-1]) == len(before)
        return is_opening and bool(AHEAD_BEHIND.match(place.behind(end)))
    return bool(AHEAD.search(clauses[-1]))


def _shift(day: date, days: int) -> date | None:
    """The day so many days later; ``None`` behind the calendar's ends."""
    try:
        return day + timedelta(days)
    except OverflowError:
        return None


def _to_month_start(day: date, months: int) -> date | None:
    """First day of the month so many months later."""
    count = day.year * 12 + day.month - 1 + months
    return to_day(count // 12, count % 12 + 1, 1)


def read_month(match: re.Match[str], place: Place) -> Reading | None:
    """A month alone: the last one, or the next where the clause looks ahead."""
    kind, published = (match["kind"] or "").lower(), place.published
    start, end = match.start() if kind else match.start("month"), match.end()
    if place.word_before(match.start()).lower() in NO_MONTH_BEFORE:
        return None
    if match[0].startswith("and") and not BETWEEN.search(place.before(match.start())):
        return None
    if published is None:
        return resolved(start, end, None)
    month = to_month(match["month"])
    if match["shift"]:
        return resolved(start, end, to_day(published.year + SHIFTS[match["shift"]], month, 1), "month")
    if kind == "this":
        return resolved(start, end, to_day(published.year, month, 1), "month")
    between = BETWEEN.search(place.before(match.start()))
    opening = match.start() - len(between[0]) if between else start
    tense = find_tense(place, match.start() if match[0].lower().startswith("between") else opening, end)
    is_ahead = kind == "next" or (not kind and tense != "past" and _is_ahead(place, start, end))
    years = int(month < published.month) if is_ahead else -int(month > published.month)
    # "last April", written in October, is of this year or of the one before; "in November" is past or to come.
    is_near = (published.month - month) % 12 <= MONTHS_BACK and not looks_present(place, start)
    is_past = match[0].lower().startswith("since") or is_near or (tense == "past" and month <= published.month)
    is_sure = years != 0 if kind in ("last", "next") else is_ahead or is_past
    return resolved(start, end, to_day(published.year + years, month, 1) if is_sure else None, "month")


def read_weekday(match: re.Match[str], place: Place) -> Reading | None:
    """A weekday: the last one where its clause is in a past tense, the next one where it looks ahead."""
    start, end = match.start(), match.end("weekday")
    before, behind = place.word_before(start).lower(), place.word_behind(end)
    # "in a Wednesday statement" is one Wednesday, "on a Wednesday" is any.
    is_one = before == "a" and place.before(start).lower().endswith("in a ") and behind.islower()
    if (before in BEFORE_NO_DAY and not is_one) or behind.lower() in BEHIND_NO_DAY:
        return None
    if DAYS_BEHIND.match(place.behind(end)) or DAYS_BEFORE.search(place.before(start)):
        return None
    published = place.published
    if published is None or match["week"] or OTHER_WEEK.search(place.before(start)):
        return resolved(start, end, None)
    if before in WHOSE or OWNING.match(place.behind(end)):
        return resolved(start, end, None)
    days = _count_days(match, place, published.weekday())
    return resolved(start, end, None if days is None else _shift(published, days))


def _count_days(match: re.Match[str], place: Place, today: int) -> int | None:
    """Days from the day of publication, which is weekday ``today``, to the one that is meant."""
    wanted, kind = WEEKDAYS.index(match["weekday"][:3].lower()), (match["kind"] or "").lower()
    tense = find_tense(place, match.start(), match.end("weekday"))
    # "last Monday", written on Thursday, and "next Friday", written on Monday, have two readings.
    if kind == "last":
        return -((today - wanted) % 7 or 7) if wanted >= today else None
    if kind == "next":
        return (wanted - today) % 7 or 7 if wanted <= today else None
    if wanted == today:
        # A week ago, today, in a week: only what happened "on" the day is sure, and what "was announced Monday".
        return 0 if tense == "past" and RIGHT_BEFORE.search(place.before(match.start())) else None
    if kind == "this" and tense is None:
        return wanted - today if wanted > today else None
    return {"past": -((today - wanted) % 7), "ahead": (wanted - today) % 7}[tense] if tense else None


def read_near_day(match: re.Match[str], place: Place) -> Reading | None:
    """Today, yesterday and their like; not "today's world", not ``USA Today``."""
    start, end = match.span()
    word, owner = match["word"], re.match(r"['’]s (\w{1,30})", place.behind(end))
    if (owner and owner[1].lower() in TODAY_NO_DAY) or place.word_before(start).lower() in BEFORE_NO_NEAR_DAY:
        return None
    if word[0].isupper() and place.before(start)[-2:] not in ("", "“", '"', "• "):
        return None
    published = place.published
    return resolved(start, end, _shift(published, DAYS_AWAY.get(word.lower(), 0)) if published else None)


def read_period(match: re.Match[str], place: Place) -> Reading | None:
    """Last month, next year; a week has no value of its own in the data and stays unresolved."""
    start, end = match.span()
    unit, published = match["unit"].lower(), place.published
    if PART_BEFORE.search(place.before(start)):
        return None
    if place.word_before(start).lower() == "the" or published is None:
        # "the last year" is a stretch of time.
        return None if place.word_before(start).lower() == "the" else resolved(start, end, None)
    shift = SHIFTS[match["kind"].lower()]
    if unit == "month":
        return resolved(start, end, _to_month_start(published, shift), "month")
    return resolved(start, end, to_day(published.year + shift, 1, 1) if unit == "year" else None, "year")


def read_ago(match: re.Match[str], place: Place) -> Reading | None:
    """Two days ago; longer spans are rounded by those who write them, and "earlier" counts from another day."""
    start, end = match.span()
    count = int(match["count"]) if match["count"].isdigit() else COUNTS.index(match["count"].lower()) + 1
    is_known = match["unit"].lower() == "day" and match["way"].lower() == "ago" and place.published
    if re.search(r"\b(?:about|around|nearly|over|than|almost|some|or|to|least) $", place.before(start), re.IGNORECASE):
        is_known = False
    return resolved(start, end, _shift(place.published, -count) if is_known and place.published else None)
