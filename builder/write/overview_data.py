"""The data of the overview: stories, the merged cast, the timeline, what was skipped."""

from typing import Any

from builder.model import CastMember, Figure, Problem, Span, Statistic, Story, TimelineEntry
from builder.write.described import find_title
from builder.write.view import View

SCHEMA = 1
Json = dict[str, Any]


def describe_collection(view: View, skipped: tuple[Problem, ...], read: int) -> Json:
    """The overview; ``skipped`` are the articles that have no briefing, ``read`` counts all that were found."""
    collection = view.collection
    return {
        "schema": SCHEMA,
        "counts": {
            "read": read,
            "briefings": len(collection.briefings),
            "skipped": len(skipped),
            "stories": len(collection.stories),
            "withdrawn": len(collection.withdrawn),
        },
        "withdrawn": [{"id": one.id, "day": one.day, "reason": one.reason} for one in collection.withdrawn],
        "skipped": [{"path": one.path, "reason": one.message} for one in skipped],
        "stories": [_describe_story(view, story) for story in collection.stories],
        "entities": [
            {
                "name": one.name,
                "kind": one.kind,
                "basis": _basis(one.is_edited),
                "aliases": list(one.aliases),
                "briefings": _counts(one.mentions),
            }
            for one in collection.cast
        ],
        "timeline": [_entry(view, one) for one in collection.timeline],
    }


def _statement(view: View, briefing: str, span: Span) -> Json:
    return {"briefing": briefing, "span": [span.start, span.end], "text": view.cut(briefing, span)}


def _counts(mentions: tuple[Statistic, ...]) -> dict[str, int]:
    return {one.briefing: len(one.mentions) for one in mentions}


def _basis(is_edited: bool) -> str | None:
    """Who a value is from: the editor, or as everywhere the articles."""
    return "editor" if is_edited else None


def _entry(view: View, entry: TimelineEntry) -> Json:
    return {
        "value": entry.value,
        "precision": entry.precision,
        "printed": entry.printed,
        "basis": entry.basis,
        "statements": [_statement(view, one.briefing, one.span) for one in entry.passages],
    }


def _describe_story(view: View, story: Story) -> Json:
    """A story; what later rules compare is there, empty."""
    return {
        "id": story.id,
        "name": story.name,
        "title": story.title,
        "title_basis": _basis(story.is_titled),
        "briefings": list(story.briefings),
        "groups": [{"briefings": [one], "shared": None} for one in story.briefings],
        "bottom_line": [_statement(view, briefing, point.span) for briefing, point in story.bottom_line],
        "agreements": [],
        "differences": [],
        "figures": [
            _figure(view, one, figure) for one in story.briefings for figure in view.briefings[one].analysis.figures
        ],
        "timeline": [_entry(view, one) for one in story.timeline],
        "topics": [
            {"id": one.id, "name": one.name, "basis": _basis(one.is_edited), "briefings": _counts(one.mentions)}
            for one in story.topics
        ],
        "entities": [
            {
                "name": one.name,
                "kind": one.kind,
                "basis": _basis(one.is_edited),
                "briefings": _counts(one.mentions),
                "described": _described(view, one),
            }
            for one in story.cast
        ],
        "coverage": {"only_in": {}},
    }


def _figure(view: View, briefing: str, figure: Figure) -> Json:
    return {
        "statement": _statement(view, briefing, figure.span),
        "value": f"{figure.value:f}" if figure.value is not None else None,
        "relation": figure.relation,
        "unit": figure.unit,
        "noun": view.cut(briefing, figure.noun) if figure.noun else None,
        "scope": None,
    }


def _described(view: View, member: CastMember) -> list[Json]:
    """The first title that each source gives a person."""
    found = []
    for statistic in member.mentions if member.kind == "person" else ():
        titles = (find_title(view, statistic.briefing, span) for span in statistic.mentions)
        title = next(filter(None, titles), None)
        if title:
            found.append(_statement(view, statistic.briefing, title))
    return found
