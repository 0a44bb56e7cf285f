"""Hedges: words that say that something is not certain, each as its own span."""

import re
from functools import cache

from builder.model import Article, Hedge, Sentence, Span
from builder.words import load_list


@cache
def hedge_pattern() -> re.Pattern[str]:
    """Any word or phrase of ``data/hedges.txt``, the longest first."""
    phrases = sorted(load_list("hedges"), key=lambda phrase: (-len(phrase), phrase))
    return re.compile(rf"(?<![\w'’-])(?:{'|'.join(map(re.escape, phrases))})(?![\w-])", re.IGNORECASE)


def find(article: Article, sentences: tuple[Sentence, ...]) -> tuple[Hedge, ...]:
    """Hedges of the article's sentences in text order; none overlaps another."""
    pattern = hedge_pattern()
    return tuple(
        Hedge(Span(match.start(), match.end()))
        for sentence in sentences
        for match in pattern.finditer(article.text, sentence.span.start, sentence.span.end)
    )
