"""What a number counts: the place behind the number in, the noun phrase out, ``None`` where it is not sure."""

import re

from builder.analyse.figure_words import (
    DESCRIBING,
    EST_NOUNS,
    EXTRAS,
    FATES,
    LY_ADJECTIVES,
    NO_NOUN,
    PLURAL_MODIFIERS,
    PLURALS,
    SINGULARS,
    STOPS,
)
from builder.analyse.numbers import CARDINAL, GAP
from builder.model import Span

# A word of a noun phrase: U.S., anti-tank, Côte.
TOKEN = re.compile(
    rf"{GAP}(?P<word>(?:[A-Z]\.){{2,5}}|[^\W\d_]{{1,30}}(?:-[^\W_]{{1,30}}){{0,3}})(?![\w]|[’'](?:s\b|\w))"
)
# "of the 27", "of its", "of 103": the things themselves stand behind.
PART_OF = re.compile(rf"{GAP}of{GAP}(?:(?:the|its|their|those|these|his|her|more than|about|around|nearly)(?={GAP}))?")
NUMBER_SKIPPED = re.compile(rf"{GAP}?(?:[\d,]{{1,12}}|(?:{CARDINAL}))(?={GAP})", re.IGNORECASE)
LONGEST = 5  # words of a noun phrase


def is_plural(word: str) -> bool:
    """Whether a word names several things; a singular head or a verb is none.

    >>> is_plural("missiles"), is_plural("people"), is_plural("crisis")
    (True, True, False)
    """
    word = word.lower()
    if word in SINGULARS:
        return False
    last = word.rsplit("-", 1)[-1]
    return last in PLURALS or (word.endswith("s") and len(word) > 3 and not word.endswith(("ss", "us", "is")))


def _ends_phrase(word: str) -> bool:
    """Whether a word between number and head may be the sentence's verb or an adverb."""
    if word in STOPS or word in SINGULARS:
        return True
    if word.endswith(("ed", "ing")):
        return word not in DESCRIBING and "-" not in word
    return word.endswith("ly") and word not in LY_ADJECTIVES


def find_noun(text: str, place: int, end: int) -> Span | None:
    """The noun phrase right behind ``place``, up to its plural head; else a fate such as "killed"."""
    start, head = -1, None
    fate: Span | None = None
    for step in range(LONGEST):
        match = TOKEN.match(text, place, end)
        word = match["word"].lower() if match else ""
        is_extra = start < 0 and word in EXTRAS
        if not match or (head is None and _ends_phrase(word) and word not in FATES and not is_extra):
            break
        place = match.end()
        if is_extra:
            continue
        if start < 0:
            start = match.start("word")
            if word in NO_NOUN or (word.endswith("est") and word not in EST_NOUNS):
                return None
            fate = Span(start, place) if word in FATES else None
        elif fate and step == 1 and word in STOPS:
            break
        if is_plural(word) and word not in STOPS:
            head = place
        elif head is not None and not _continues(text, start, head):
            break
    if head is not None:
        return _whole(text, Span(start, head), end)
    return fate if fate and not TOKEN.match(text, fate.end, end) else _closed_fate(text, fate, end)


def _continues(text: str, start: int, head: int) -> bool:
    """Whether the head so far is a plural that stands before other nouns: sports, weapons."""
    return text[start:head].rsplit(maxsplit=1)[-1].lower() in PLURAL_MODIFIERS


def _whole(text: str, noun: Span, end: int) -> Span | None:
    """The phrase unless it is a duration, or an owner: "12 soldiers' bodies"."""
    last = text[noun.start : noun.end].rsplit(maxsplit=1)[-1].lower()
    if last in NO_NOUN or (noun.end < end and text[noun.end] in "’'"):
        return None
    return noun


def _closed_fate(text: str, fate: Span | None, end: int) -> Span | None:
    """A fate before a function word; before any other it may be a verb with its object."""
    match = TOKEN.match(text, fate.end, end) if fate else None
    return (
        fate
        if match and match["word"].lower() in STOPS and match["word"].lower() not in ("the", "a", "an", "their")
        else None
    )


def find_part(text: str, place: int, end: int) -> Span | None:
    """The things behind "of the", where the number counts a part of them: 23 of the 27 members."""
    match = PART_OF.match(text, place, end)
    if not match:
        return None
    skipped = NUMBER_SKIPPED.match(text, match.end(), end)
    # "eight of 10 avocados" counts no avocados.
    if skipped and skipped[0].strip() in ("5", "10", "100", "1,000", "1000"):
        return None
    start = skipped.end() if skipped else match.end()
    # A bare "of" needs its number: "88 of 103 drones".
    if not skipped and match[0].split()[-1] == "of":
        return None
    return find_noun(text, start, end)
