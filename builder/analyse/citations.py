"""What the article cites: outlets that cleaning found, with the sentence that they stood behind."""

from builder.model import Article, Citation, Sentence


def find(article: Article, sentences: tuple[Sentence, ...]) -> tuple[Citation, ...]:
    """Citations in the order found; ``span`` is ``None`` for an entry of a list of sources."""
    return tuple(
        Citation(
            cited.outlet,
            cited.title,
            cited.url,
            cited.date,
            span=next(
                (s.span for s in reversed(sentences) if cited.place is not None and s.span.start < cited.place), None
            ),
        )
        for cited in article.cited
    )
