"""Withheld names: the one place that knows how a name that the editor suppresses is found in text, in every form.

A form is found whatever its case and its accents are, whatever escaping it stands in, and whatever white space,
hyphens, dots, apostrophes or invisible characters stand between or in its words. A match is a little too wide rather
than too narrow: a word too many that is withheld costs less than a name that is printed.
"""

import hashlib
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from builder.bare import find_origin, make_bare, strip_text
from builder.model import Problem, Span
from builder.slug import make_slug
from builder.words import find_words

RULE = "withheld by the editor"  # beside what other rules of cleaning took out
MASK = "█████"  # no letter and no digit, so it is no word
LEAST_SPREAD = 5  # letters of a name that is also found as s p a c e d letters; shorter ones stand in other text so
JOINERS = r"\s\-_.+'`*~/|@\\"
JOINING = b" \t\n\r\x0b\x0c-_.+'`*~/|@\\,"
LETTER = r"[^\W\d_]"
# Scripts that set no space between words, or whose endings are joined to a name.
SPACELESS = re.compile(
    "[\u0e00-\u0eff\u1000-\u11ff\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7ff\U00020000-\U0003ffff]"
)
UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "å": "aa", "ø": "oe"})
# Behind a family name.
SUFFIXES = frozenset(("jr", "sr", "ii", "iii", "iv"))
# What an address has beside a word.
BESIDE = re.compile(r"[-_/=@#+%]")
# Between two letters of a word: an apostrophe, a full stop, or the hyphen of a word that a line's end parts.
IN_WORD = r"(?:['.]|-\s*+)?+"
LINE_END = re.compile(r"\\[nrt]")
NO_FAMILIES: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class _Name:
    """One suppressed name, ready to be looked for."""

    number: int
    """Its place under ``suppress``, from 1."""
    full: re.Pattern[str]
    last: re.Pattern[str] | None
    """The family name; ``None`` for a name of one word."""
    needles: tuple[tuple[bytes, ...], ...]
    """Letters of its words in each of its spellings; a text that holds it holds all of one spelling's."""


@lru_cache(maxsize=16)
def _compile(suppressed: tuple[str, ...]) -> tuple[_Name, ...]:
    """The names, ready to be looked for; one without a letter or digit is left out."""
    made = (_make_name(number, name) for number, name in enumerate(suppressed, start=1))
    return tuple(name for name in made if name)


def _make_name(number: int, name: str) -> _Name | None:
    if name.count(",") == 1:
        name = " ".join(reversed(name.split(",")))
    spellings = [_split(spelling) for spelling in (name, name.casefold().translate(UMLAUTS))]
    if not spellings[0]:
        return None
    spellings = spellings if spellings[1] != spellings[0] else spellings[:1]
    lasts = [_find_last(words) for words in spellings if len(words) > 1]
    return _Name(
        number,
        re.compile("|".join(map(_write_full, spellings)), re.IGNORECASE),
        re.compile("|".join(_bound(_write_word(last)) for last in lasts), re.IGNORECASE) if lasts else None,
        tuple(tuple("".join(word).encode() for word in words) for words in spellings),
    )


def _split(name: str) -> list[list[str]]:
    """Words of a name, each as its runs of letters and digits: ``[["john"], ["smith", "doe"]]``."""
    words = (re.findall(r"[^\W_]+", word) for word in make_bare(name).text.casefold().split())
    return [word for word in words if word]


def _find_last(words: list[list[str]]) -> list[str]:
    """The family name."""
    return next((word for word in words[:0:-1] if "".join(word) not in SUFFIXES), words[0])


def _write_word(word: list[str]) -> str:
    """A pattern of a word, which a hyphen at a line's end or an apostrophe may part."""
    return f"[{JOINERS}]*+".join(IN_WORD.join(map(re.escape, run)) for run in word)


def _write_full(words: list[list[str]]) -> str:
    """A pattern of the whole name: as it is said, with the family name first, and with its letters apart."""
    # One letter may stand between two words: a middle initial.
    gap = f"[{JOINERS}]*+(?:(?<!{LETTER}){LETTER}(?=[.\\s])[{JOINERS}]*+)?"
    forms = [gap.join(map(_write_word, words))]
    if len(words) > 1:
        last = _find_last(words)
        others = [word for word in words if word is not last]
        forms.append(f"{_write_word(last)}[{JOINERS},]++{gap.join(map(_write_word, others))}")
    letters = "".join("".join(word) for word in words)
    if len(letters) >= LEAST_SPREAD:
        forms.append(f"[{JOINERS}]++".join(map(re.escape, letters)))
    return "|".join(_bound(form, has_ending=len(words) > 1) for form in forms)


def _bound(form: str, *, has_ending: bool = False) -> str:
    """A pattern that begins and ends where a word does; an ending "s" stays outside of it."""
    # What a form begins and ends with may be escaped, or a class of its own.
    ending = f"(?=s?(?!{LETTER}))" if has_ending else f"(?!{LETTER})"
    start = "" if SPACELESS.match(form) else f"(?<!{LETTER})"
    return f"{start}(?:{form}){'' if SPACELESS.match(form[-1]) else ending}"


def _find(
    bare: str, names: tuple[_Name, ...], families: frozenset[int], *, is_address: bool
) -> Iterator[tuple[_Name, re.Match[str]]]:
    """Every place in a bare text."""
    squashed = bare.casefold().encode("utf-8", "surrogatepass").translate(None, JOINING)
    for name in names:
        if any(all(needle in squashed for needle in needles) for needles in name.needles):
            for match in name.full.finditer(bare):
                yield name, match
        if name.last and name.number in families:
            for match in name.last.finditer(bare):
                around = bare[max(0, match.start() - 1) : match.start()], bare[match.end() : match.end() + 2]
                if is_address or match[0][0].isupper() or _is_beside(*around):
                    yield name, match


def _is_beside(before: str, after: str) -> bool:
    """Whether a word stands in an address, by the characters beside it; a full stop ends a sentence or a word."""
    return bool(BESIDE.match(before) or BESIDE.match(after) or before == "." or re.match(r"\.\w", after))


def find_spans(
    text: str, suppressed: tuple[str, ...], families: frozenset[int] = NO_FAMILIES, *, is_address: bool = False
) -> tuple[Span, ...]:
    """Where names stand in a text, in order and apart; ``families`` are names whose last word alone is withheld too.

    In an address that word is found whatever its case, in running text only where it begins with a capital letter.
    """
    names = _compile(suppressed)
    if not names:
        return ()
    bare = make_bare(text)
    found = sorted(match.span() for _, match in _find(bare.text, names, families, is_address=is_address))
    spans: list[Span] = []
    for place in found:
        span = find_origin(bare, text, place, spans[-1].end if spans else 0)
        if spans and span.start < spans[-1].end:
            spans[-1] = Span(spans[-1].start, max(spans[-1].end, span.end))
        else:
            spans.append(span)
    return tuple(spans)


def find_families(texts: Iterable[str], suppressed: tuple[str, ...]) -> frozenset[int]:
    """Numbers of the names of two words or more that any of the texts prints in full."""
    names = tuple(name for name in _compile(suppressed) if name.last)
    if not names:
        return NO_FAMILIES
    bare = map(strip_text, texts)
    return frozenset(name.number for text in bare for name, _ in _find(text, names, NO_FAMILIES, is_address=False))


def find_number(text: str, suppressed: tuple[str, ...], *, is_page: bool = False) -> int | None:
    """Number, from 1, of the first suppressed name that a text holds; ``None`` if it holds none.

    On a page, whose markup has words of its own, a name of one word counts only with a capital letter.
    """
    names = _compile(suppressed)
    if not names:
        return None
    # In data a line's end may be written as a backslash and a letter, or these may be what they are.
    readings = [text, LINE_END.sub(" ", text)] if "\\" in text else [text]
    for reading in readings:
        for name, match in _find(strip_text(reading), names, NO_FAMILIES, is_address=True):
            if name.last or not is_page or match[0] != match[0].lower():
                return name.number
    return None


def mask(
    text: str, suppressed: tuple[str, ...], families: frozenset[int] = NO_FAMILIES, *, is_address: bool = False
) -> str:
    """The text with ``█████`` in the place of every name; its line ends stay.

    >>> mask("JOHN-DOE’s boat and John Doering's", ("John Doe",))
    "█████’s boat and John Doering's"
    """
    parts, end = [], 0
    for span in find_spans(text, suppressed, families, is_address=is_address):
        breaks = "".join(re.findall(r"\n", text[span.start : span.end]))
        parts += [text[end : span.start], MASK, breaks]
        end = span.end
    return "".join([*parts, text[end:]])


def mask_id(id_: str, path: str, suppressed: tuple[str, ...], families: frozenset[int] = NO_FAMILIES) -> str:
    """An id without the words of names; one made from ``path``'s hash if nothing is left of it."""
    masked = mask(id_, suppressed, families, is_address=True)
    if masked == id_:
        return id_
    left = masked.replace(MASK, " ")
    slug = make_slug(left) if find_words(left) else ""
    # What is left of two names may be another.
    is_clean = slug and not find_spans(slug, suppressed, families, is_address=True)
    return slug if is_clean else make_nameless_id(path)


def make_nameless_id(path: str) -> str:
    """The id of an article that has nothing to make one from but names."""
    return f"article-{hashlib.sha256(path.encode()).hexdigest()[:8]}"


def mask_problem(problem: Problem, suppressed: tuple[str, ...]) -> Problem:
    """The problem as a page may print it."""
    path, message, remedy = (mask(text, suppressed) for text in (problem.path, problem.message, problem.remedy))
    return replace(problem, path=path, message=message, remedy=remedy)
