"""Percentages, money and physical units: the place behind a number in, the unit and its end out."""

import re
from typing import NamedTuple

from builder.analyse.figure_words import CURRENCY_CODES, CURRENCY_SIGNS, CURRENCY_WORDS, PERCENT, UNITS
from builder.analyse.numbers import GAP


class Unit(NamedTuple):
    """A unit and where it ends; without a name the end is where the search began."""

    name: str | None
    end: int


def _either(words: tuple[str, ...] | list[str]) -> str:
    """The words as a pattern, longest first, their spaces of any kind."""
    return "|".join(re.escape(word).replace(r"\ ", GAP) for word in sorted(words, key=len, reverse=True))


_SIGNS = _either(list(CURRENCY_SIGNS))
_CODES = _either(CURRENCY_CODES)
# Right before a number, and at the place where a range's second number begins.
CURRENCY_BEFORE = re.compile(rf"(?<![\w$])(?P<sign>{_SIGNS}|(?:{_CODES})(?={GAP})){GAP}?$")
CURRENCY_AT = re.compile(rf"(?P<sign>{_SIGNS}|(?:{_CODES})(?={GAP})){GAP}?")
CURRENCY_BEHIND = re.compile(
    rf"{GAP}(?P<word>{_either(list(CURRENCY_WORDS))})(?![\w-])|{GAP}?(?P<code>{_CODES}|[€£₽₴])(?![\w-])", re.IGNORECASE
)
PERCENT_BEHIND = re.compile(rf"{GAP}?%|{GAP}(?:{_either(PERCENT[1:])})(?![\w-])", re.IGNORECASE)
UNIT_BEHIND = re.compile(rf"(?P<gap>{GAP}?)(?P<unit>{_either(UNITS)})(?![\w/²³-])")
GLUED = 4  # characters; a unit that stands without a gap is a short sign: 87km/h


def find_currency(text: str, place: int, end: int) -> Unit:
    """The currency whose word or code stands behind the number."""
    match = CURRENCY_BEHIND.match(text, place, end)
    if not match:
        return Unit(None, place)
    if match["word"]:
        return Unit(CURRENCY_WORDS[re.sub(GAP, " ", match["word"].lower())], match.end())
    code = match["code"]
    # "all 12 try" is no Turkish lira.
    if code in CURRENCY_SIGNS or code.isupper():
        return Unit(CURRENCY_SIGNS.get(code, code), match.end())
    return Unit(None, place)


def find_unit(text: str, place: int, end: int, sign: str | None) -> Unit:
    """Unit of the number that ends at ``place``; ``sign`` is the currency sign or code before it."""
    currency = find_currency(text, place, end)
    if sign:
        name = CURRENCY_SIGNS.get(sign, sign)
        return Unit(currency.name or name, currency.end) if currency.name else Unit(name, place)
    if currency.name:
        return currency
    percent = PERCENT_BEHIND.match(text, place, end)
    if percent:
        return Unit("%", percent.end())
    match = UNIT_BEHIND.match(text, place, end)
    if match and (match["gap"] or len(match["unit"]) <= GLUED):
        return Unit(match["unit"], match.end())
    return Unit(None, place)
