"""One line of an article's head: text in, what it says of author, day and outlet out; ``None`` for any other line."""

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

from builder.clean.persons import is_outlet, is_person, is_place, may_be_person

LONGEST = 200  # characters; a longer line is text
MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?"
    r"|Nov(?:ember)?|Dec(?:ember)?)\.?"
)
WEEKDAY = r"(?:Mon|Tue|Tues|Wed|Wednes|Thu|Thur|Thurs|Fri|Sat|Satur|Sun)(?:day)?\.?"
DAY = r"\d{1,2}(?:st|nd|rd|th)?"
TIME = r"(?:\d{1,2}[:.]\d\d(?::\d\d)?(?:[ ]?[ap]\.?m\b\.?)?|\d{1,2}[ ]?[ap]\.?m\b\.?)"
ZONE = r"(?-i:[ ](?:[A-Z]{2,4}|GMT[+-]\d{1,2}|[+-]\d\d:?\d\d)(?![\w])|Z\b)"
DATED = re.compile(
    rf"""
    (?:\b(?P<label>
        (?:first[ ]|originally[ ])?(?:published|posted|created|filed|released|issued|date)
        | (?:last[ ])?(?P<late>updated|modified|edited|changed|revised|update|reviewed)
    )(?:[ ](?:on|at|in))?(?:[ ]?:)?[ ]?)?
    (?:\bon[ ])?
    (?P<clock>{TIME}(?:{ZONE})?,?[ ](?:on[ ])?)?
    (?P<date>
        (?:\b{WEEKDAY},?[ ])?
        (?:\b{MONTH}[ ]{DAY},?[ ]\d{{4}}
        | \b{DAY}[ ](?:of[ ])?{MONTH},?[ ]\d{{4}}
        | \b\d{{4}}[-/.]\d{{1,2}}[-/.]\d{{1,2}}
        | \b\d{{1,2}}[-/.]\d{{1,2}}[-/.](?:\d{{4}}|\d\d)
        )(?!\d)
        # Behind it its time.
        (?:(?:T|,?[ ]?(?:[/|·•–—-][ ]?)?(?:at[ ])?){TIME}(?:{ZONE})?|{ZONE}(?![ ]))?
    )
    """,
    re.VERBOSE | re.IGNORECASE,
)
# What every day holds; far faster to look for.
NUMBERED = re.compile(r"\d{4}|\d[-/.]\d\d?[-/.]\d\d")
READING_TIME = re.compile(
    r"(?:reading time:? )?(?:\d{1,3}|a few)[ -]min(?:ute)?s?\.?(?: (?:read|reading time|to read|\W \d[\d,]* words))?|"
    r"reading time:? \d{1,3} ?min(?:ute)?s?\.?",
    re.IGNORECASE,
)
BY = re.compile(
    r"(?:(?:(?:written|words|story|text|posted|published|reported|reporting|report|article)[ ])?by:?|authors?:)[ ]",
    re.IGNORECASE,
)
# Bylines of other languages, which only a known given name makes one.
BY_ELSEWHERE = re.compile(r"(?:Von|Par|Por|Door|Av)[ ]")
NO_NAME = re.compile(
    r"(?:(?:an?|our|the|staff|editorial|news|wire|service|services|agencies|and|&|special)[ ])*"
    r"(?:staff|reporters?|writers?|correspondents?|team|desk|reports?|editors?|agencies|wires?|services?)",
    re.IGNORECASE,
)
BETWEEN = re.compile(r"\s*(?:[|•·/;]|(?<!\S)[–—-](?!\S)|\.(?=\s*\|))\s*|\s*\(|\)\s*")
PARTS = re.compile(r",? (?:and|AND|&) (?=[A-Z])|, (?!(?:Jr|Sr|II|III|IV)\b)|,$")
# What a name without a comma may stand before.
BEHIND_NAME = re.compile(
    r"(?P<name>.{3,60}?),? (?:(?:in|at|for|of|with) (?P<where>.+)|(?P<role>(?:(?:Senior|Staff|AP) )+\w+))"
)
# A name without "By" has a comma, a sign or a word between itself and what stands beside it.
BESIDE = re.compile(r"[,|•·/;–—-]| (?:in|at|for|of|with|Staff|Senior|AP) ")
EMAIL = re.compile(r"[\w.+-]{1,64}@[\w.-]{1,255}|\[email.protected\]|@\w{1,30}")
COMMENTS = re.compile(
    r"\d{1,5} (?:comments?|replies|responses)|(?:leave a|no) comments?|\d{0,5} ?edit|share", re.IGNORECASE
)
MEDIA = re.compile(
    r"(?:[A-Z][\w’'&.-]* ){1,4}(?:News|Times|Post|Herald|Tribune|Courier|Gazette|Journal|Press|Echo|Chronicle|Observer"
    r"|Star|Globe|Telegraph|Mail|Standard|Magazine|Review|Agency|Wire|Media|Radio|TV|Daily|Weekly)"
)
ROLE = re.compile(
    r"(?:[\w’'/-]+ ){0,5}(?:writer|reporter|editor|correspondent|contributor|columnist|journalist|staff|fellow|bureau"
    r"|attorney|analyst|director|professor|ph\.?d\.?|m\.?d\.?|producer|author|chief)s?\.?"
    r"(?: (?:of|for|at|in) .{1,60})?",
    re.IGNORECASE,
)
TAIL = re.compile(r"(?:(?:[A-Z0-9][\w’'&.-]*|of|for|the|in|at|and|to|special)(?: |$)){1,8}")
Kind = Literal["person", "nobody", "place", "outlet", "role", "reading", "count", "address"]
# What makes a line of the head of a name that stands without "By".
BESIDE_NAME = frozenset(("place", "outlet", "role", "address"))


class HeadLine(NamedTuple):
    """What a line of the head says, as printed; empty where it says nothing of a kind."""

    authors: tuple[str, ...] = ()
    published: tuple[str, ...] = ()
    """Days behind "published" or its like, or without a word before them."""
    updated: tuple[str, ...] = ()
    publisher: str | None = None
    """A known news outlet."""
    is_byline: bool = False
    is_labelled: bool = False
    """Whether a word such as "published" stands before a day."""


def read_head_line(text: str, printed_small: frozenset[str] = frozenset()) -> HeadLine | None:
    """What the line says if every part of it is a byline, a day or what goes with them.

    ``printed_small`` are words that the article prints without a capital, which are no names.

    >>> read_head_line("By Jane Doe | Updated: 24 Apr 2025 10:15 GMT").authors
    ('Jane Doe',)
    >>> read_head_line("By Tuesday the fire was out.") is None
    True
    """
    if len(text) > LONGEST:
        return None
    dates = list(DATED.finditer(text)) if NUMBERED.search(text) else []
    lead, rest = _take_lead((DATED.sub(" | ", text) if dates else text).strip(" |,;"))
    if not (lead or dates or BESIDE.search(rest)):
        return None
    # A full stop at the end is the line's, but that of "Jr." the name's.
    rest = rest if re.search(r"\b(?:Jr|Sr)\.$", rest) else rest.rstrip(" .")
    parts = list(_read_parts(rest, lead, printed_small))
    kinds = {kind for kind, _ in parts}
    if None in kinds or not _is_head(lead, kinds, has_date=bool(dates)):
        return None
    outlets = [part for kind, part in parts if kind == "outlet" and is_outlet(part)]
    return HeadLine(
        authors=tuple(part for kind, part in parts if kind == "person"),
        published=tuple(_printed(found) for found in dates if not found["late"]),
        updated=tuple(_printed(found) for found in dates if found["late"]),
        publisher=outlets[0] if outlets else None,
        is_byline=bool(lead or "person" in kinds),
        is_labelled=any(found["label"] for found in dates),
    )


def is_reading_time(text: str) -> bool:
    """Whether a line is a time of reading and nothing else.

    >>> is_reading_time("5 min read"), is_reading_time("5 minutes later")
    (True, False)
    """
    return bool(READING_TIME.fullmatch(text))


def _printed(found: re.Match[str]) -> str:
    """The day and its time without the word before them."""
    return found.string[found.start("clock" if found["clock"] else "date") : found.end()].strip()


def _take_lead(text: str) -> tuple[str, str]:
    """The words that open a byline, and what stands behind them."""
    lead = BY.match(text) or BY_ELSEWHERE.match(text)
    return (lead[0], text[lead.end() :]) if lead else ("", text)


def _is_head(lead: str, kinds: set[Kind | None], *, has_date: bool) -> bool:
    """Whether parts of these kinds are a line of the head and not a heading or a sentence."""
    if lead:
        return bool(kinds & {"person", "nobody", "outlet"})
    if has_date:
        return True
    return "person" in kinds and bool(kinds & BESIDE_NAME)


def _read_parts(text: str, lead: str, printed_small: frozenset[str]) -> Iterator[tuple[Kind | None, str]]:
    """Every part of the line with its kind; ``None`` for what is no part of a head."""
    is_named = False
    for piece in filter(None, map(str.strip, BETWEEN.split(text))):
        for part in filter(None, map(str.strip, PARTS.split(piece))):
            # "By" goes for the names right behind it.
            is_sure = bool(BY.match(lead)) and not is_named
            for kind, slice_ in _read_part(part, printed_small, is_sure=is_sure):
                is_named = is_named or kind in ("role", "place", "outlet")
                yield ("role" if kind is None and lead and TAIL.fullmatch(slice_) else kind), slice_


def _read_part(part: str, printed_small: frozenset[str], *, is_sure: bool) -> list[tuple[Kind | None, str]]:
    """One part as its kind, or a name with what stands behind it as two."""
    behind = BEHIND_NAME.fullmatch(part)
    if behind:
        name = _find_kind(behind["name"], printed_small, is_sure=is_sure)
        rest = _find_kind(behind["where"] or behind["role"], printed_small, is_sure=False)
        if name in ("person", "nobody") and rest in BESIDE_NAME:
            return [(name, behind["name"]), (rest, behind["where"] or behind["role"])]
    return [(_find_kind(part, printed_small, is_sure=is_sure), part)]


def _find_kind(part: str, printed_small: frozenset[str], *, is_sure: bool) -> Kind | None:
    """The first kind that fits, in this order."""
    if is_outlet(part):
        return "outlet"
    if is_place(part):
        return "place"
    if NO_NAME.fullmatch(part):
        return "nobody" if is_sure else "role"
    if is_person(part) or (is_sure and may_be_person(part, printed_small)):
        return "person"
    patterns: tuple[tuple[Kind, re.Pattern[str]], ...] = (
        ("reading", READING_TIME),
        ("count", COMMENTS),
        ("address", EMAIL),
        ("role", ROLE),
        ("outlet", MEDIA),
    )
    return next((kind for kind, pattern in patterns if pattern.fullmatch(part)), None)
