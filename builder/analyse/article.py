"""All finders over one article, each in its own file, in the order in which they build on one another."""

from builder.analyse import (
    citations,
    dates,
    figures,
    hedges,
    key_points,
    metadata,
    names,
    outlook,
    published,
    quotes,
    sentences,
    statements,
)
from builder.model import Analysis, Article

# Languages whose words the finders know; an article in another one gets its page without findings.
LANGUAGES = ("en",)


def analyse(article: Article) -> Analysis:
    """Everything that is found in the article; nothing but sentences if the finders do not know its language."""
    found = sentences.find(article)
    known = published.find(article, found)
    is_attempted = article.language in LANGUAGES
    # Finders see no sentence of a language that they cannot read.
    read = found if is_attempted else ()
    mentions = dates.find(article, read, published.to_day(known.published))
    entities = names.find(article, read)
    quotations = quotes.find(article, read, entities)
    attributed = statements.find(article, read, entities, quotations)
    quantities = figures.find(article, read, mentions)
    ahead = outlook.find(article, read)
    hedged = hedges.find(article, read)
    findings = key_points.Findings(entities, quotations, attributed, quantities, mentions, ahead, hedged)
    return Analysis(
        metadata=metadata.find(article, found, mentions, known),
        is_attempted=is_attempted,
        sentences=found,
        key_points=key_points.find(article, read, findings),
        entities=entities,
        quotes=quotations,
        statements=attributed,
        figures=quantities,
        dates=mentions,
        citations=citations.find(article, found),
        outlook=ahead,
        hedges=hedged,
    )
