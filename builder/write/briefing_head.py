"""The head of a briefing page: the front matter that its template prints."""

import html

from builder.escape import make_safe_url
from builder.model import Briefing, Span, Story, find_shown_path
from builder.write import editor_wording, wording
from builder.write.cards import minutes_of
from builder.write.edited import grade_outlet, spell_status
from builder.write.languages import LANGUAGES
from builder.write.parts import capital
from builder.write.view import View


def describe_head(view: View, briefing: Briefing) -> dict[str, object]:
    """What the template prints above the sections; ``None`` prints as not stated."""
    article, metadata = briefing.article, briefing.analysis.metadata
    story = view.story(article.id)
    topics = [topic.name for topic in story.topics if any(one.briefing == article.id for one in topic.mentions)]
    people = [entity.name for entity in briefing.analysis.entities if entity.kind == "person"]
    sentences = briefing.analysis.sentences
    language = article.language
    return {
        "title": view.title(article.id),
        "template": "briefing.html",
        "label": view.label(article.id),
        "of": len(story.briefings),
        **_story_cell(view, story),
        "source_file": find_shown_path(article.source),
        # Escaped once more with the rest of the front matter.
        "source_url": html.unescape(make_safe_url(metadata.url) or "") or None if metadata.url else None,
        "headline": article.title.basis,
        **_date_cell(view, briefing),
        "publisher": metadata.publisher,
        "publisher_note": _publisher_note(view, briefing),
        "author": wording.list_words(list(metadata.authors)) or None,
        "words": metadata.words,
        "words_display": f"{metadata.words:,}",
        "reading_minutes": minutes_of(briefing.analysis),
        "language": language,
        "language_name": LANGUAGES.get(language or "", language),
        "paragraphs": max(sentence.paragraph for sentence in sentences),
        "description": view.cut(article.id, sentences[0].span),
        "tags": topics[:8],
        "people": people,
        "search": {"boost": 1.5},
        **_edited_cells(briefing),
    }


def _story_cell(view: View, story: Story) -> dict[str, object]:
    """The story that the briefing belongs to, where there are several."""
    if not view.short_names:
        return {}
    return {"story": story.id, "story_title": view.story_title(story)}


def _publisher_note(view: View, briefing: Briefing) -> str | None:
    """How the publisher is known, and what an editor knows of it."""
    metadata = briefing.analysis.metadata
    notes = {"text": wording.PUBLISHER_IN_TEXT, "editor": capital(editor_wording.BY_EDITOR)}
    known = [notes[metadata.publisher_basis]] if metadata.publisher_basis in notes else []
    return "; ".join([*known, *grade_outlet(view, metadata.publisher)]) or None


def _edited_cells(briefing: Briefing) -> dict[str, object]:
    """What an editor set of the head's values, where one did."""
    edits, declared = briefing.article.source.edits, briefing.article.source.declared
    note_ = capital(editor_wording.BY_EDITOR)
    cells = {"status": spell_status(edits), "draft": edits.status == "draft" or None}
    cells |= {
        f"{cell}_note": note_
        for cell, field in (("author", "authors"), ("language", "language"))
        if field in declared.edited
    }
    return {key: value for key, value in cells.items() if value}


def _date_cell(view: View, briefing: Briefing) -> dict[str, object]:
    """The date and how it is known; the day of the text's information is no publication date."""
    metadata, note_, span = briefing.analysis.metadata, None, None
    published = metadata.published
    if published:
        note_, span = wording.DATE_BASIS[published.basis], published.span
    elif metadata.as_of:
        day, span = metadata.as_of.value.isoformat(), metadata.as_of.span
        template = wording.DATE_AS_OF if span else editor_wording.DATE_AS_OF
        note_ = template.format(day=wording.spell_date(day))
    elif metadata.not_before:
        day, span = metadata.not_before.value.isoformat(), metadata.not_before.span
        note_ = wording.DATE_NOT_BEFORE.format(day=wording.spell_date(day))
    elif "date" in briefing.article.source.declared.edited:
        note_ = capital(editor_wording.BY_EDITOR)
    else:
        note_, span = _other_dates(briefing)
    sentence = view.sentence(briefing.article.id, span) if span else None
    return {
        "date": published.value if published else None,
        "date_display": wording.spell_date(published.value) if published else wording.NOT_STATED,
        "date_note": note_,
        "date_more": _more_of_date(briefing),
        "date_anchor": sentence.anchor if sentence else None,
        "date_para": sentence.paragraph if sentence else None,
    }


def _more_of_date(briefing: Briefing) -> list[str]:
    """Lines under the date: the last change, the place of the dateline."""
    metadata = briefing.analysis.metadata
    updated, dateline = metadata.updated, metadata.dateline
    lines = [wording.DATE_UPDATED.format(day=wording.spell_date(updated.value))] if updated else []
    return lines + ([wording.DATE_DATELINE.format(place=dateline.place)] if dateline else [])


def _other_dates(briefing: Briefing) -> tuple[str | None, Span | None]:
    """What the text's dates allow to say where none fixes a day: the only year, nothing named, or nothing at all."""
    article = briefing.article
    printed = article.source.declared.date or next(iter(article.byline.published), None)
    if printed:
        return wording.DATE_UNCLEAR.format(printed=printed), None
    if not briefing.analysis.is_attempted:
        return None, None
    dates = briefing.analysis.dates
    values = {mention.value for mention in dates}
    if not dates:
        return wording.DATE_SILENT, None
    if len(values) == 1 and dates[0].precision == "year":
        return wording.DATE_YEAR.format(year=dates[0].value), dates[0].span
    return None, None
