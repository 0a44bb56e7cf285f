"""The JSON behind the pages: every key of the data format, in its order."""

import json

from builder import RULES_VERSION
from builder.model import Briefing, Dateline, DayMention, Page, Problem, Stated
from builder.write.findings_data import describe_findings, pair
from builder.write.overview_data import SCHEMA, Json, describe_collection
from builder.write.view import View


def write_data(view: View, skipped: tuple[Problem, ...], read: int) -> list[Page]:
    """A file a briefing, and the overview."""
    pages = [
        Page(f"data/briefings/{briefing.article.id}.json", _dump(_describe_briefing(view, briefing)))
        for briefing in view.collection.briefings
    ]
    return [*pages, Page("data/overview.json", _dump(describe_collection(view, skipped, read)))]


def _dump(value: Json) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"


def _day(day: DayMention | None) -> Json | None:
    if day is None:
        return None
    basis = "text" if day.span else "editor"
    return {"value": day.value.isoformat(), "span": pair(day.span), "basis": basis}


def _stated(stated: Stated | None) -> Json:
    if stated is None:
        return {"value": None, "precision": None, "basis": None, "span": None}
    return {
        "value": stated.value,
        "precision": stated.precision,
        "basis": stated.basis,
        "span": pair(stated.span),
    }


def _dateline(dateline: Dateline | None) -> Json | None:
    return {"text": dateline.text, "place": dateline.place, "span": pair(dateline.span)} if dateline else None


def _describe_briefing(view: View, briefing: Briefing) -> Json:
    article, analysis = briefing.article, briefing.analysis
    placement = view.placements[article.id]
    return {
        "schema": SCHEMA,
        "rules": RULES_VERSION,
        "id": article.id,
        "label": placement.label,
        "story": placement.story,
        "source": _describe_source(briefing),
        "title": article.title.text,
        "title_basis": article.title.basis,
        "title_span": pair(article.title.span),
        "published": _stated(analysis.metadata.published),
        "updated": _stated(analysis.metadata.updated) if analysis.metadata.updated else None,
        "dateline": _dateline(analysis.metadata.dateline),
        "as_of": _day(analysis.metadata.as_of),
        "not_before": _day(analysis.metadata.not_before),
        "is_analysed": analysis.is_attempted,
        "text": article.text,
        **_describe_text(briefing),
        **describe_findings(briefing),
        "keywords": list(article.keywords),
        "topics": [
            {"id": topic.id, "name": topic.name, "mentions": [pair(span) for span in one.mentions]}
            for topic in view.story(article.id).topics
            for one in topic.mentions
            if one.briefing == article.id
        ],
        "outlook": [{"span": pair(one.span)} for one in analysis.outlook],
        "hedges": [{"span": pair(one.span), "word": view.cut(article.id, one.span)} for one in analysis.hedges],
        "related": [
            {"id": one.id, "shared_topics": list(one.shared_topics), "shared_names": list(one.shared_names)}
            for one in placement.related
        ],
        "near_duplicate_of": placement.near_duplicate_of,
    }


def _describe_text(briefing: Briefing) -> Json:
    """Blocks, sentences, words, and what left the text."""
    article, analysis = briefing.article, briefing.analysis
    return {
        "blocks": [{"kind": one.kind, "span": pair(one.span), "number": one.number} for one in article.blocks],
        "sentences": [
            {"span": pair(one.span), "paragraph": one.paragraph, "anchor": one.anchor} for one in analysis.sentences
        ],
        "words": analysis.metadata.words,
        "removed": [
            {"text": one.text, "words": one.words, "rule": one.rule, "line": one.line} for one in article.removed
        ],
        "moved": [{"text": one.text, "words": one.words, "to": one.to} for one in article.moved],
    }


def _describe_source(briefing: Briefing) -> Json:
    source, metadata = briefing.article.source, briefing.analysis.metadata
    return {
        "path": source.path,
        "format": source.format,
        "sha256": source.sha256,
        "url": metadata.url,
        "url_basis": metadata.url_basis,
        "publisher": metadata.publisher,
        "publisher_basis": metadata.publisher_basis,
        "authors": list(metadata.authors),
        "authors_basis": metadata.authors_basis,
        "language": briefing.article.language,
    }
