"""The data of what was found in an article, from key points to citations."""

from dataclasses import fields
from typing import Any

from builder.model import Article, Briefing, DateMention, Entity, Figure, Quote, Span

Json = dict[str, Any]
# Fields that tell of an editor's hand, and the key that says so.
EDITED = {"is_pinned": "basis", "is_edited": "speaker_basis"}


def pair(span: Span | None) -> list[int] | None:
    """A span as the two numbers of the data format."""
    return [span.start, span.end] if span else None


def describe_findings(briefing: Briefing) -> Json:
    """The finders' lists in the order of the data format."""
    article, analysis = briefing.article, briefing.analysis
    return {
        "key_points": [_plain(one) for one in analysis.key_points],
        "entities": [_describe_entity(one) for one in analysis.entities],
        "quotes": [_describe_quote(one) for one in analysis.quotes],
        "statements": [_plain(one) for one in analysis.statements],
        "figures": [_describe_figure(article, one) for one in analysis.figures],
        "dates": [_describe_date(article, one) for one in analysis.dates],
        "citations": [_plain(one) for one in analysis.citations],
    }


def _plain(finding: Any) -> Json:
    """A record whose fields are the data's keys: texts as they are, spans as pairs, an editor's hand as a basis."""
    values = {field.name: getattr(finding, field.name) for field in fields(finding)}
    return {
        EDITED.get(key, key): ("editor" if value else None)
        if key in EDITED
        else pair(value)
        if isinstance(value, Span)
        else value
        for key, value in values.items()
    }


def _describe_entity(entity: Entity) -> Json:
    return {
        "name": entity.name,
        "kind": entity.kind,
        "aliases": list(entity.aliases),
        "mentions": [pair(span) for span in entity.mentions],
    }


def _describe_quote(quote: Quote) -> Json:
    return {
        "spans": [pair(span) for span in quote.spans],
        "speaker": quote.speaker,
        "speaker_span": pair(quote.speaker_span),
        "speaker_named": quote.speaker_named,
        "speaker_basis": "editor" if quote.is_edited else None,
        "cue": quote.cue,
        "is_full": quote.is_full,
    }


def _number(value: object) -> str | None:
    """A decimal as a plain string, without an exponent."""
    return None if value is None else f"{value:f}"


def _cut(article: Article, span: Span) -> str:
    return article.text[span.start : span.end]


def _describe_figure(article: Article, figure: Figure) -> Json:
    return {
        "span": pair(figure.span),
        "printed": _cut(article, figure.span),
        "value": _number(figure.value),
        "low": _number(figure.low),
        "high": _number(figure.high),
        "relation": figure.relation,
        "unit": figure.unit,
        "noun": _cut(article, figure.noun) if figure.noun else None,
        "noun_span": pair(figure.noun),
        "scope": None,
    }


def _describe_date(article: Article, mention: DateMention) -> Json:
    return {
        "span": pair(mention.span),
        "printed": _cut(article, mention.span),
        "value": mention.value,
        "precision": mention.precision,
        "basis": mention.basis,
    }
