"""The place and day that open an agency's report: an article in, its dateline and what it says out."""

import re
from dataclasses import dataclass
from functools import cache

from builder.analyse.date_words import SHORT_MONTH, SHORT_WEEKDAY, YEAR
from builder.analyse.gazetteer import words_of
from builder.model import Article, Dateline, Span
from builder.words import fold

REACH = 150  # characters of a paragraph in which its dateline ends
DATELINE = re.compile(
    rf"""
    # KYIV · ST. PETERSBURG, Fla. · WASHINGTON, D.C. · Kyiv
    (?P<place>[^\W\d_][\w.’'-]{{1,30}}(?:[ ][^\W\d_][\w.’'-]{{1,30}}){{0,3}}
        (?:,[ ](?!{SHORT_MONTH}|{SHORT_WEEKDAY})[A-Z][\w.]{{1,20}}(?:[ ][A-Z][\w.]{{1,20}})?)?)
    (?:,?[ ](?P<day>
        (?:{SHORT_WEEKDAY},?[ ])?
        (?:{SHORT_MONTH}[ ]\d{{1,2}}(?:,[ ]{YEAR})?|\d{{1,2}}[ ]{SHORT_MONTH}(?:,?[ ]{YEAR})?|\d{{4}}-\d\d-\d\d)
    ))?
    (?:,?[ ]\((?P<agency>[A-Z][\w.&’' /-]{{1,40}})\))?
    (?P<dash>[ ]?(?:—|–|--)[ ]?|[ ]-[ ])
    """,
    re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class Opening:
    """A dateline and the parts of it that say something of the article, as printed."""

    dateline: Dateline
    day: str | None
    day_span: Span | None
    agency: str | None
    """A known news outlet."""


def find(article: Article) -> Opening | None:
    """The dateline at the head of the first paragraph; ``None`` if it does not open with one.

    Any place in capitals is one with a day or an agency behind it, a known one also in small letters; alone, only a
    known place in capitals is: "NATO — the alliance" opens with none.
    """
    block = next(block for block in article.blocks if block.number == 1)
    end = min(block.span.start + REACH, block.span.end)
    found = DATELINE.match(article.text, block.span.start, end)
    if not found or not _is_dateline(found):
        return None
    span = Span(found.start(), found.start("dash"))
    day = Span(found.start("day"), found.end("day")) if found["day"] else None
    is_known = found["agency"] and fold(found["agency"]) in {fold(name) for name in words_of("outlets")}
    dateline = Dateline(article.text[span.start : span.end], found["place"], span)
    return Opening(dateline, found["day"], day, found["agency"] if is_known else None)


def _is_dateline(found: re.Match[str]) -> bool:
    """Whether what stands before the dash is a dateline and not a name or a label."""
    city = found["place"].split(",")[0]
    if found["day"]:
        return city[:1].isupper() and (city.isupper() or _is_place(city))
    is_credited, is_known = bool(found["agency"]), _is_place(city)
    return (is_known and is_credited) if not city.isupper() else (is_known or is_credited)


def _is_place(name: str) -> bool:
    return name.casefold() in _places()


@cache
def _places() -> frozenset[str]:
    lists = ("cities", "large_cities", "countries", "states", "places")
    lines = (line for name in lists for line in words_of(name))
    return frozenset(form.casefold() for line in lines for form in line.split(" = "))
