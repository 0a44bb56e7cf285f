"""Numbers with their scale and unit, alone and as ends of a range: a match in, an amount out."""

import re
from decimal import Decimal
from typing import Literal, NamedTuple

from builder.analyse.alone import is_person
from builder.analyse.counted import find_noun
from builder.analyse.figure_words import CURRENCY_CODES, DIMENSIONS, NAMED_SCALES, RELATIONS
from builder.analyse.measures import CURRENCY_AT, CURRENCY_BEFORE, find_currency, find_unit
from builder.analyse.numbers import GAP, SCALE_BEHIND, SCALES, SECOND_NUMBER, read_digits, read_words

PHRASES = "|".join(
    re.escape(phrase).replace(r"\ ", GAP)
    for phrase in sorted(RELATIONS, key=len, reverse=True)
    if phrase[-1].isalnum() or phrase[-1] == "."
)
BETWEEN = re.compile(rf"\bbetween{GAP}$", re.IGNORECASE)
FROM = re.compile(rf"\bfrom{GAP}$", re.IGNORECASE)
# "up 4 percent to $13": what follows is no end of a range.
CHANGE = re.compile(
    rf"\b(?:from|by|up|down|rose|fell|gained|lost|dropped|grew|climbed|jumped|slipped|added){GAP}$", re.IGNORECASE
)
RANGE_SIGN = re.compile(rf"{GAP}?[–-]{GAP}?|{GAP}(?:to|or){GAP}", re.IGNORECASE)
AND_SIGN = re.compile(rf"{GAP}and{GAP}", re.IGNORECASE)
RANGING = re.compile(rf"\b(?:rang(?:e|es|ed|ing)|var(?:y|ies|ied|ying)|anywhere|priced){GAP}from{GAP}$", re.IGNORECASE)
# "44.500 €" is forty-four thousand where the point parts thousands.
THREE_DECIMALS = re.compile(r"\.\d{3}$")
NEAR = 60  # characters around a number that are looked at
CURRENCIES = frozenset(CURRENCY_CODES)
GLUED_BEHIND = re.compile(r"[–-]\d")
# "$500,000 to more than $1 million": the first number is no whole one.
OPEN_RANGE = re.compile(rf"{GAP}to{GAP}(?:{PHRASES})\b", re.IGNORECASE)


class Amount(NamedTuple):
    """A number as printed with its sign, scale and unit."""

    start: int
    end: int
    value: Decimal
    unit: str | None
    scale: Decimal
    is_digits: bool
    is_plain: bool
    """Digits without comma, decimals or scale: it may be a year or a name's number."""


def read_amount(text: str, match: re.Match[str], end: int) -> Amount | None:
    """The number with its currency sign before it, its scale and its unit; ``None`` where it is glued to a word."""
    start, place = match.span()
    sign = CURRENCY_BEFORE.search(text, max(0, start - 6), start)
    value = read_digits(match["digits"]) if match["digits"] else read_words(match["words"])
    if value is None:
        return None
    scale, behind = Decimal(1), SCALE_BEHIND.match(text, place, end) if match["digits"] else None
    if behind and behind["letter"] and not sign and not find_currency(text, behind.end(), end).name:
        meant = read_letter(text, match.start(), behind, end)
        if meant is None:
            return None
        behind = behind if meant == "scale" else None
    if behind:
        scale = SCALES[(behind["word"] or behind["sign"] or behind["letter"]).lower()]
        place = behind.end()
    unit = find_unit(text, place, end, sign["sign"] if sign else None)
    if unit.name in CURRENCIES and scale == 1 and THREE_DECIMALS.search(match[0]):
        return None
    if unit.end < end and re.match(r"\w|-[^\W\d]", text[unit.end : unit.end + 2]):
        return None
    if sign:
        start -= len(sign[0])
    is_plain = bool(match["digits"]) and match["digits"].isdigit() and scale == 1
    return Amount(start, unit.end, value * scale, unit.name, scale, bool(match["digits"]), is_plain)


def read_letter(text: str, start: int, letter: re.Match[str], end: int) -> Literal["scale", "metres"] | None:
    """What ``m`` or ``k`` right behind a number means where no currency stands beside it; ``None`` if it is not sure.

    Before a plural it is a million or a thousand, beside a word of size ``m`` is metres.
    """
    before, behind = text[max(0, start - NEAR) : start], text[letter.end() : min(end, letter.end() + NEAR)]
    is_size = any(word in DIMENSIONS for word in re.findall(r"[a-z]+", f"{before.split('. ')[-1]} {behind}".lower()))
    noun = find_noun(text, letter.end(), end)
    printed = text[noun.start : noun.end] if noun else ""
    is_measured = printed.rsplit(maxsplit=1)[-1].lower() in DIMENSIONS if printed else True
    if not is_measured and (is_person(printed) or not is_size) and text[start : letter.end()] not in NAMED_SCALES:
        return "scale"
    return "metres" if letter["letter"] == "m" and is_size else None


def _find_second(text: str, first: Amount, end: int, *, is_between: bool) -> Amount | None:
    """The other end of a range; ``None`` if there is none."""
    joint = (AND_SIGN if is_between else RANGE_SIGN).match(text, first.end, end)
    if not joint:
        return None
    place = joint.end()
    sign = CURRENCY_AT.match(text, place, end)
    match = SECOND_NUMBER.match(text, sign.end() if sign else place, end)
    return read_amount(text, match, end) if match else None


def merge(first: Amount, second: Amount | None) -> tuple[Decimal, Decimal] | None:
    """Low and high of two numbers that make a range; ``None`` if they do not."""
    if second is None or (first.unit and first.unit != second.unit):
        return None
    low, high = first.value, second.value
    # "2 to 3 million": the scale is of both.
    if first.scale == 1 and second.scale > 1 and low * second.scale < high:
        low *= second.scale
    return (low, high) if low < high else None


def find_range(text: str, first: Amount, near: int, start: int, end: int) -> tuple[Amount | None, bool]:
    """The other end of a range that begins with ``first``, and whether the two numbers must be left out together."""
    between = bool(BETWEEN.search(text, near, first.start))
    second = _find_second(text, first, end, is_between=between)
    # "10-12-14", "555-0134".
    if GLUED_BEHIND.match(text, second.end if second else first.end, end):
        return None, True
    if second is None:
        return None, bool(OPEN_RANGE.match(text, first.end, end))
    is_ranging = bool(RANGING.search(text, near, start))
    if not first.unit:
        is_from = bool(FROM.search(text, near, start)) and not is_ranging
        return second, is_from or merge(first, second) is None
    is_change = bool(CHANGE.search(text, near, start)) and not is_ranging
    is_range = second.unit is not None and not is_change and merge(first, second) is not None
    return (second if is_range else None), False
