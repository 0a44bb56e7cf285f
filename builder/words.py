"""Words and sentences: the one definition of each that every count and every finder uses."""

import hashlib
import re
import unicodedata
from collections import Counter
from functools import cache, lru_cache
from importlib.resources import files

from sentencex import get_sentence_boundaries

from builder.model import Span

WORD = re.compile(r"[^\W_]+")
# Characters that a reader cannot see: soft hyphen, zero-width and bidirectional controls, byte order mark.
INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]")


# A title at a sentence's end is the head of a name, a number alone that of a list: the sentence goes on.
TITLE = re.compile(r"\b(?:Mr|Mrs|Ms|Dr|Prof|Gen|Lt|Col|Sgt|Capt|Sen|Rep|Gov|Rev)\.$|^\(?\d{1,3}[.)]$")
NAME_LENGTH = 80  # characters; longer texts are sentences, which are folded once
TITLE_LENGTH = 8  # characters at a sentence's end that hold one of these


def find_words(text: str) -> list[str]:
    """Runs of letters and digits after NFKC, invisible characters taken out, case as it is."""
    return WORD.findall(unicodedata.normalize("NFKC", INVISIBLE.sub("", text)))


@lru_cache(maxsize=8192)
def count_words(text: str) -> int:
    """Number of words, as every page and every file of data counts them."""
    return len(find_words(text))


def fold(text: str) -> str:
    """Text for comparison: lower case, plain quotes and dashes, single spaces, no punctuation at the ends."""
    return _fold_name(text) if len(text) <= NAME_LENGTH else _fold(text)


@lru_cache(maxsize=65_536)
def _fold_name(text: str) -> str:
    """Names are compared again and again: those of a long site file with those of every article."""
    return _fold(text)


def _fold(text: str) -> str:
    plain = unicodedata.normalize("NFKC", INVISIBLE.sub("", text)).casefold()
    plain = re.sub(r"[‘’ʼ`´]", "'", re.sub(r"[‐-―−]", "-", plain))
    plain = re.sub(r"[“”«»„]", '"', plain)
    return " ".join(plain.split()).strip(" .,;:!?\"'|-")


def trim(text: str, start: int, end: int) -> Span | None:
    """The span without white space at its ends; ``None`` if nothing is left."""
    piece = text[start:end]
    start += len(piece) - len(piece.lstrip())
    end -= len(piece) - len(piece.rstrip())
    return Span(start, end) if start < end else None


def split_sentences(text: str, start: int, end: int, language: str = "en") -> tuple[Span, ...]:
    """Sentences of ``text[start:end]``, which is one paragraph, by sentencex and without white space at their ends."""
    spans: list[Span] = []
    for boundary in get_sentence_boundaries(language, text[start:end]):
        span = trim(text, start + boundary["start_index"], start + boundary["end_index"])
        if span and spans and TITLE.search(text[spans[-1].start : spans[-1].end][-TITLE_LENGTH:]):
            spans[-1] = Span(spans[-1].start, span.end)
        elif span:
            spans.append(span)
    return tuple(spans)


def make_anchors(sentences: list[str]) -> tuple[str, ...]:
    """An address for each sentence of one article, made from its folded words, so that it outlives a new paragraph."""
    seen: Counter[str] = Counter()
    anchors = []
    for sentence in sentences:
        anchor = "s-" + hashlib.sha256(fold(sentence).encode()).hexdigest()[:8]
        seen[anchor] += 1
        anchors.append(anchor if seen[anchor] == 1 else f"{anchor}-{seen[anchor]}")
    return tuple(anchors)


@cache
def load_list(name: str) -> tuple[str, ...]:
    """Entries of ``builder/data/NAME.txt``, one a line; lines that begin with ``#`` are comments."""
    text = (files("builder") / "data" / f"{name}.txt").read_text(encoding="utf-8")
    return tuple(line.strip() for line in text.split("\n") if line.strip() and not line.startswith("#"))
