"""Sentences of numbered blocks, each with an address made from its own words."""

from builder.model import Article, Sentence
from builder.words import make_anchors, split_sentences


def find(article: Article) -> tuple[Sentence, ...]:
    """Sentences in text order; headings have none."""
    found = [
        (span, block.number)
        for block in article.blocks
        if block.number is not None
        for span in split_sentences(article.text, block.span.start, block.span.end, article.language or "en")
    ]
    anchors = make_anchors([article.text[span.start : span.end] for span, _ in found])
    return tuple(Sentence(span, number, anchor) for (span, number), anchor in zip(found, anchors, strict=True))
