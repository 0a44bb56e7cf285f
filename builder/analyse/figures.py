"""Quantities as printed: sentences and their dates in, figures out; a count whose noun is not sure is left out."""

import re
from bisect import bisect_left, bisect_right
from decimal import Decimal
from typing import NamedTuple

from builder.analyse.alone import is_alone, is_corrected
from builder.analyse.amounts import BETWEEN, PHRASES, Amount, find_range, merge, read_amount
from builder.analyse.counted import find_noun, find_part
from builder.analyse.date_words import COUNTED
from builder.analyse.figure_words import ABSTRACT, BEFORE_ABOUT, LABELS, POINTERS, RELATIONS, STOPS
from builder.analyse.measures import find_unit
from builder.analyse.numbers import (
    CARDINAL,
    GAP,
    LARGE,
    NUMBER,
    OPEN_WORDS,
    SCALES,
)
from builder.guards import is_guarded
from builder.model import Article, DateMention, Figure, Relation, Sentence, Span

QUALIFIER = re.compile(
    rf"""(?<![\w’'-])
    (?P<phrase>{PHRASES}|[~≈<>≤≥])
    # "more than an estimated 12", "up to another 12"
    (?:{GAP}(?:about|around|roughly|an{GAP}estimated|another|an{GAP}additional|a{GAP}further|some))?
    {GAP}?$
    """,
    re.VERBOSE | re.IGNORECASE,
)
# One in ten, nine out of ten, two of three: a ratio.
RATIO_BEFORE = re.compile(
    rf"(?:\d|\b(?:{CARDINAL})){GAP}(?:in|out{GAP}of){GAP}(?:every{GAP})?$|\b(?:per|every){GAP}$", re.IGNORECASE
)
# Clock times, ages, mixed fractions and heights of two units.
NO_FIGURE_BEHIND = re.compile(
    rf"{GAP}?(?:[ap]\.?m\b|o['’]clock|GMT\b|UTC\b|years?{GAP}old)|{GAP}\d{{1,3}}/\d|{GAP}?[½¼¾]", re.IGNORECASE
)
NO_FIGURE_BEFORE = re.compile(rf"(?:\bplus{GAP}or{GAP}minus{GAP}|\+/[-–]{GAP}?|±{GAP}?)$", re.IGNORECASE)
# "eight of 10 avocados", "$4 of every $5".
OF_TEN_BEFORE = re.compile(rf"(?:\d|\b(?:{CARDINAL})){GAP}of{GAP}$", re.IGNORECASE)
OF_EVERY = re.compile(rf"{GAP}(?:of|in|out{GAP}of){GAP}every\b", re.IGNORECASE)
TENS = (Decimal(10), Decimal(100), Decimal(1000))
OR_MORE = re.compile(rf"{GAP}or{GAP}(?:more|higher|above|greater|over|longer|older)\b", re.IGNORECASE)
OR_LESS = re.compile(rf"{GAP}or{GAP}(?:less|fewer|lower|below|under|younger)\b", re.IGNORECASE)
THEM = re.compile(rf"{GAP}of{GAP}(?:them|which|whom)\b", re.IGNORECASE)
OPEN = re.compile(
    rf"""(?<![\w’'-])(?<!\d[ ])
    (?: (?:(?:many|several){GAP})?
        (?P<word>tens(?={GAP}of{GAP}(?:thous|mill|bill|trill))|dozens|hundreds|thousands|millions|billions|trillions)
        (?:{GAP}of{GAP}(?P<of>thousands|millions|billions|trillions))?
      | (?:several|a{GAP}few|a{GAP}couple{GAP}of){GAP}
        (?P<one>dozen|{LARGE})(?:{GAP}(?P<times>thousand|million|billion))?
    )(?![\w’'-])
    """,
    re.VERBOSE | re.IGNORECASE,
)
OF = re.compile(rf"{GAP}of(?={GAP})")
OF_WHOM = re.compile(rf"{GAP}(?:the|its|their|his|her|our)(?={GAP})")
# Only a sentence with one of these is looked at.
TRIGGER = re.compile(
    rf"\d|\b(?:{CARDINAL}|{LARGE}|dozen|tens|dozens|hundreds|thousands|millions|billions|trillions)\b", re.IGNORECASE
)
NEAR = 60  # characters before a number that are looked at
FEW = Decimal(3)  # up to this many abstract things are a manner of speaking
SMALL = Decimal(10)  # a number up to this behind "the" or "both" tells which, not how many


def _find_relation(text: str, start: int, least: int) -> tuple[Relation, int]:
    """Relation of the qualifier before ``start``, and where that begins."""
    match = QUALIFIER.search(text, max(least, start - NEAR), start)
    if not match:
        return "=", start
    phrase = re.sub(GAP, " ", match["phrase"].lower())
    before = text[max(least, match.start() - NEAR) : match.start()].split()
    if phrase in ("about", "around") and before and before[-1].lower() in BEFORE_ABOUT:
        return "=", start
    return RELATIONS[phrase], match.start()


def _is_name(text: str, amount: Amount, sentence: Span) -> bool:
    """Whether the word before the number makes it part of a name or a label: Flight 370, level 3, the two."""
    before = text[max(sentence.start, amount.start - NEAR) : amount.start]
    words = before.split()
    if not words or not before[-1].isspace():
        return before.endswith(("&", "/", "'", "’"))
    word = words[-1]
    plain = word.lower().strip("“\"'(‘")
    if plain in LABELS or (plain in POINTERS and amount.value <= SMALL):
        return True
    is_opening = len(words) == 1 and amount.start - len(before) == sentence.start
    if is_opening:
        return amount.is_digits and plain not in STOPS and not plain.endswith(("ed", "ing", ","))
    # "gave Ukraine 12 tanks" is lost with "Boeing 737 jets".
    return amount.is_digits and amount.is_plain and word != plain and word[-1].isalnum()


def _is_year(text: str, amount: Amount, end: int, least: int) -> bool:
    """Whether plain digits are more likely a year than a count."""
    if not amount.is_plain or not least <= amount.value <= 2099:
        return False
    behind = re.match(rf"{GAP}(\w{{1,30}})", text[amount.end : min(end, amount.end + NEAR)])
    return not (behind and behind[1].lower() in COUNTED)


def _is_spelled_name(text: str, amount: Amount, sentence: Span, noun: Span) -> bool:
    """Whether a spelled number is part of a name: the Big Twelve teams, Six Nations."""
    if amount.is_digits or not text[amount.start].isupper():
        return False
    return amount.start > sentence.start + 1 or text[noun.start : noun.end].rsplit(maxsplit=1)[-1][0].isupper()


def _is_manner(text: str, amount: Amount, noun: Span | None) -> bool:
    """Whether a small number of abstract things is a manner of speaking: two sides, three options."""
    if amount.value > FEW or (amount.unit and (amount.is_digits or amount.unit not in ABSTRACT)):
        return False
    return noun is None or text[noun.start : noun.end].rsplit(maxsplit=1)[-1].lower() in ABSTRACT


class _Draft(NamedTuple):
    """A figure before its sentence has been looked at as a whole."""

    span: Span
    value: Decimal | None
    low: Decimal | None
    high: Decimal | None
    relation: Relation
    unit: str | None
    noun: Span | None
    is_whole: bool = True


def _find_counted(text: str, place: int, end: int, value: Decimal, earlier: list[_Draft]) -> tuple[Span | None, bool]:
    """The noun behind a count, and whether it stands with its number."""
    if THEM.match(text, place, end):
        last = earlier[-1] if earlier else None
        is_part = last is not None and last.noun is not None and last.value is not None and value <= last.value
        return (last.noun if last and is_part else None), False
    noun = find_noun(text, place, end)
    return (noun, True) if noun else (find_part(text, place, end), False)


def _is_left_out(text: str, first: Amount, near: int, start: int, end: int) -> bool:
    """Whether the words around the number make it a time, an age, a ratio or a margin."""
    if NO_FIGURE_BEHIND.match(text, first.end, end) or OF_EVERY.match(text, first.end, end):
        return True
    if RATIO_BEFORE.search(text, near, start) or NO_FIGURE_BEFORE.search(text, near, start):
        return True
    return first.is_digits and first.value in TENS and bool(OF_TEN_BEFORE.search(text, near, start))


def _read_number(text: str, match: re.Match[str], sentence: Span, earlier: list[_Draft]) -> tuple[_Draft | None, int]:
    """The figure that begins with this number, and where the search goes on."""
    end = sentence.end
    first = read_amount(text, match, end)
    if first is None:
        return None, match.end()
    near = max(sentence.start, first.start - NEAR)
    relation, start = _find_relation(text, first.start, sentence.start)
    second, is_unsure = find_range(text, first, near, start, end)
    last = second or first
    if is_unsure or _is_left_out(text, first, near, start, end):
        return None, last.end
    low_high = merge(first, second)
    between = BETWEEN.search(text, near, first.start) if low_high else None
    # What tells counts from names, years and "one"; a percentage or a sum of money needs none of it.
    if not last.unit:
        is_bare = start == first.start and not between
        if is_bare and (_is_name(text, first, sentence) or _is_year(text, last, end, 1900)):
            return None, last.end
        if (between and _is_year(text, last, end, 1000)) or (first.value == 1 and not first.is_digits and not second):
            return None, last.end
    place = last.end
    for pattern, meant in ((OR_MORE, ">="), (OR_LESS, "<=")):
        suffix = pattern.match(text, place, end)
        if suffix and relation == "=" and not low_high:
            relation, place = ("<=" if meant == "<=" else ">="), suffix.end()
    noun, is_whole = (None, True) if last.unit else _find_counted(text, place, end, last.value, earlier)
    if not last.unit and (noun is None or last.value != last.value.to_integral_value()):
        return None, last.end
    if noun and start == first.start and _is_spelled_name(text, first, sentence, noun):
        return None, last.end
    if _is_manner(text, last, noun):
        return None, last.end
    if earlier and earlier[-1].unit and last.unit and text[earlier[-1].span.end : start] == " (":
        # "more than 100 kilometres (62 miles)": the qualifier is of both.
        relation, is_whole = earlier[-1].relation, False
    span = Span(between.start() if between else start, place)
    low, high = low_high or (None, None)
    return _Draft(span, None if low_high else first.value, low, high, relation, last.unit, noun, is_whole), place


def _read_open(text: str, match: re.Match[str], sentence: Span) -> _Draft | None:
    """Dozens, tens of thousands, several hundred: the least that the words allow."""
    end = sentence.end
    if match["word"]:
        word = match["word"].lower()
        low = OPEN_WORDS.get(word, Decimal(20))
        if match["of"]:
            low = (low if word != "tens" else Decimal(20)) * SCALES[match["of"].lower()[:-1]]
    else:
        low = 2 * SCALES[match["one"].lower()] * (SCALES[match["times"].lower()] if match["times"] else 1)
    of = OF.match(text, match.end(), end)
    unit = find_unit(text, of.end() if of else match.end(), end, None)
    noun = None if unit.name else find_noun(text, of.end() if of else match.end(), end)
    if of and not noun and not unit.name:
        the = OF_WHOM.match(text, of.end(), end)
        noun = find_noun(text, the.end(), end) if the else None
    if not unit.name and not noun:
        return None
    span = Span(match.start(), unit.end if unit.name else match.end())
    return _Draft(span, None, low, None, "~", unit.name, noun)


def _find_in(text: str, sentence: Span, dated: list[Span]) -> list[_Draft]:
    """Figures of one sentence in text order; ``dated`` are the spans of its dates."""
    drafts: list[_Draft] = []
    dated_starts = [span.start for span in dated]
    place = sentence.start
    opened = {match.start(): match for match in OPEN.finditer(text, sentence.start, sentence.end)}
    starts = sorted([*opened, *(match.start() for match in NUMBER.finditer(text, sentence.start, sentence.end))])
    for start in starts:
        nearest = bisect_right(dated_starts, start) - 1
        if start < place or (nearest >= 0 and start < dated[nearest].end):
            continue
        if start in opened:
            draft = _read_open(text, opened[start], sentence)
            place = opened[start].end()
        else:
            match = NUMBER.match(text, start, sentence.end)
            if not match:
                continue
            draft, place = _read_number(text, match, sentence, drafts)
        if draft and not (drafts and draft.span.start < drafts[-1].span.end):
            drafts.append(draft)
    return drafts


def find(article: Article, sentences: tuple[Sentence, ...], dates: tuple[DateMention, ...]) -> tuple[Figure, ...]:
    """Figures in text order."""
    text = article.text
    found: list[Figure] = []
    starts = [one.span.start for one in dates]
    for sentence in sentences:
        span = sentence.span
        if not TRIGGER.search(text, span.start, span.end) or is_corrected(text, span):
            continue
        dated = [one.span for one in dates[bisect_left(starts, span.start) : bisect_left(starts, span.end)]]
        drafts = _find_in(text, span, dated)
        has_guard = bool(drafts) and is_guarded(text[span.start : span.end])
        for one in drafts:
            may_leave = one.is_whole and is_alone(text, span, one.span, one.noun, has_guard=has_guard)
            found.append(Figure(one.span, one.value, one.low, one.high, one.relation, one.unit, one.noun, may_leave))
    return tuple(found)
