"""Numerals and number words: the pattern that finds one and the function that reads it; Decimal throughout."""

import re
from decimal import Decimal

SMALL = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
).split()
TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
WORDS = {word: Decimal(place) for place, word in enumerate(SMALL)} | {
    word: Decimal(10 * place) for place, word in enumerate(TENS, 2)
}
SCALES = {
    "hundred": Decimal(100),
    "thousand": Decimal(1000),
    "million": Decimal(10**6),
    "billion": Decimal(10**9),
    "trillion": Decimal(10**12),
    "dozen": Decimal(12),
    "k": Decimal(1000),
    "m": Decimal(10**6),
    "mn": Decimal(10**6),
    "bn": Decimal(10**9),
    "tn": Decimal(10**12),
}
# Least that an open word allows: two of its kind.
OPEN_WORDS = {
    "dozens": Decimal(24),
    "hundreds": Decimal(200),
    "thousands": Decimal(2000),
    "millions": Decimal(2 * 10**6),
    "billions": Decimal(2 * 10**9),
    "trillions": Decimal(2 * 10**12),
}
GAP = "[ \u00a0\u2009\u202f]"
CARDINAL = "|".join(sorted(WORDS, key=len, reverse=True))
LARGE = "hundred|thousand|million|billion|trillion"
DIGITS = r"(?:\d{1,3}(?:,\d{3}){1,5}|\d{1,15})(?:\.\d{1,6})?(?![\d/:]|,\d|\.\d)"
SPELLED = rf"""
    (?:(?:half{GAP})?an?{GAP}(?=(?:{LARGE}|dozen)\b)|(?:{CARDINAL})\b)
    (?:
        (?:(?<={GAP})|[ -]|(?:(?<=hundred)|(?<=thousand)|(?<=million)){GAP}and{GAP})
        (?:{CARDINAL}|{LARGE}|dozen)\b
    ){{0,11}}
"""
# Behind letters, hyphens, slashes or other digits a number is part of a name, a score, a time or a date.
NUMBER = re.compile(
    rf"(?<![\w.,:/’'+&^#@*=−-])(?<!\d[–—])(?:(?P<digits>{DIGITS})|(?P<words>{SPELLED}))", re.VERBOSE | re.IGNORECASE
)
SECOND_NUMBER = re.compile(rf"(?P<digits>{DIGITS})|(?P<words>{SPELLED})", re.VERBOSE | re.IGNORECASE)
SCALE_BEHIND = re.compile(
    rf"{GAP}(?P<word>{LARGE}|dozen)\b|{GAP}?(?P<sign>bn|tn|mn)\b|(?-i:{GAP}(?=m))?(?P<letter>[mk])\b", re.IGNORECASE
)


def read_digits(printed: str) -> Decimal:
    """The number that digits with thousands commas and a decimal point print."""
    return Decimal(printed.replace(",", ""))


def read_words(printed: str) -> Decimal | None:
    """The number that words print; ``None`` where they do not make one number.

    >>> read_words("two hundred and fifty thousand")
    Decimal('250000')
    >>> read_words("nine eleven") is None
    True
    """
    total, part, least = Decimal(0), Decimal(0), Decimal(10**15)
    is_half = False
    for word in re.split(rf"-|{GAP}", printed.lower()):
        if word == "half":
            is_half = True
        elif word in ("a", "an"):
            part = Decimal(1)
        elif word in WORDS:
            value = WORDS[word]
            # Only a smaller one may follow: twenty-three, a hundred four.
            room = 10 if part % 100 >= 20 and part % 10 == 0 else 100 if part % 100 == 0 and part else 0
            if part and not 0 < value < room:
                return None
            part += value
        elif word in ("hundred", "dozen"):
            if not 0 < part < 100:
                return None
            part *= SCALES[word]
        elif word in SCALES:
            if not part or SCALES[word] >= least:
                return None
            least = SCALES[word]
            total, part = total + part * least, Decimal(0)
    number = total + part
    return number / 2 if is_half else number
