"""The JSON behind the pages: every key of the data format, in its order."""

import json
from collections import Counter

from builder import RULES_VERSION
from builder.model import Briefing, Dateline, DayMention, Page, Problem, Related, Stated, find_shown_path
from builder.write.edited import find_outlet
from builder.write.findings_data import describe_findings, pair
from builder.write.masked import mask_view
from builder.write.overview_data import SCHEMA, Json, describe_collection
from builder.write.report_data import describe_report
from builder.write.rights import Shown, find_rights
from builder.write.view import View

OVERVIEW = "data/overview.json"


def write_data(view: View, skipped: tuple[Problem, ...], read: int, shown: dict[str, Shown]) -> list[Page]:
    """A file a briefing, the overview, and the build report.

    ``shown`` is what is printed of texts that are not printed whole: the data holds no more of them.
    """
    public = mask_view(view, shown)
    pages = [
        Page(data_path(briefing.article.id), _dump(_describe_briefing(public, briefing)))
        for briefing in public.collection.briefings
    ]
    return [
        *pages,
        Page(OVERVIEW, _dump(describe_collection(public, skipped, read))),
        Page("data/build-report.json", _dump(describe_report(view))),
    ]


def data_path(briefing: str) -> str:
    """Path of a briefing's data below the docs folder."""
    return f"data/briefings/{briefing}.json"


def _dump(value: Json) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"


def _day(day: DayMention | None) -> Json | None:
    if day is None:
        return None
    basis = "text" if day.span else "editor"
    return {"value": day.value.isoformat(), "span": pair(day.span), "basis": basis}


def _stated(stated: Stated | None, *, is_edited: bool) -> Json:
    """A day; one that an editor left empty is known to be not stated."""
    if stated is None:
        return {"value": None, "precision": None, "basis": "editor" if is_edited else None, "span": None}
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
    placement, edited = view.placements[article.id], article.source.declared.edited
    return {
        "schema": SCHEMA,
        "rules": RULES_VERSION,
        "id": article.id,
        "label": placement.label,
        "story": placement.story,
        "source": _describe_source(view, briefing),
        "title": article.title.text,
        "title_basis": article.title.basis,
        "title_span": pair(article.title.span),
        "published": _stated(analysis.metadata.published, is_edited="date" in edited),
        "updated": _stated(analysis.metadata.updated, is_edited=True)
        if analysis.metadata.updated or "updated" in edited
        else None,
        "dateline": _dateline(analysis.metadata.dateline),
        "as_of": _day(analysis.metadata.as_of),
        "not_before": _day(analysis.metadata.not_before),
        "is_analysed": analysis.is_attempted,
        "edited": _describe_edits(briefing),
        "source_text": find_rights(view, article.id),
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
        "related": [_describe_related(one) for one in placement.related],
        "near_duplicate_of": placement.near_duplicate_of,
    }


def _describe_related(related: Related) -> Json:
    return {
        "id": related.id,
        "shared_topics": list(related.shared_topics),
        "shared_names": list(related.shared_names),
    }


def _describe_edits(briefing: Briefing) -> Json | None:
    """What an editor did that has no place of its own; ``None`` where nobody did anything."""
    edits = briefing.article.source.edits
    said = {
        "status": edits.status,
        "day": edits.day,
        "reason": edits.reason,
        "note": edits.note,
        "tags": list(edits.tags),
        "story": edits.story,
        "hidden": dict(sorted(Counter(briefing.hidden).items())),
    }
    return said if any(said.values()) else None


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


def _describe_source(view: View, briefing: Briefing) -> Json:
    source, metadata = briefing.article.source, briefing.analysis.metadata
    return {
        "path": find_shown_path(source),
        "format": source.format,
        "sha256": source.sha256,
        "url": metadata.url,
        "url_basis": metadata.url_basis,
        "publisher": metadata.publisher,
        "publisher_basis": metadata.publisher_basis,
        "authors": list(metadata.authors),
        "authors_basis": metadata.authors_basis,
        "language": briefing.article.language,
        "language_basis": "editor" if "language" in source.declared.edited else None,
        "outlet": _describe_outlet(view, metadata.publisher),
    }


def _describe_outlet(view: View, publisher: str | None) -> Json | None:
    """What an editor knows of the publisher; ``None`` where nothing is listed, a grade of ``None`` is not graded."""
    outlet = find_outlet(view, publisher)
    if outlet is None:
        return None
    return {"family": outlet.family, "kind": outlet.kind, "reliability": outlet.reliability, "basis": "editor"}
