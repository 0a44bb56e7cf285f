"""The records behind the public data: of an article that is not printed whole, only what stands on a page.

Its text keeps its length, so that every span still fits; a character that no page prints is a dot.
"""

import re
from collections.abc import Iterable
from dataclasses import replace

from builder.model import Analysis, Briefing, CastMember, Dateline, Entity, Span
from builder.write.parts import find_member
from builder.write.rights import Shown, find_printed_spans
from builder.write.view import View

DOT = "·"
CHARACTER = re.compile(r"[^\n]")


def mask_view(view: View, shown: dict[str, Shown]) -> View:
    """The view with what ``shown`` leaves of each article that it names; the same view where it names none."""
    if not shown:
        return view
    briefings = {
        id_: _mask_briefing(view, one, shown[id_]) if id_ in shown else one for id_, one in view.briefings.items()
    }
    cast = tuple(_mask_member(one, briefings) for one in view.collection.cast)
    collection = replace(view.collection, briefings=tuple(briefings.values()), cast=cast)
    return replace(view, collection=collection, briefings=briefings)


def mask_text(text: str, spans: Iterable[Span]) -> str:
    """The text with a dot for each character outside of the spans, which are in text order; lines stay lines.

    >>> mask_text("One. Two. Three.", [Span(0, 4), Span(5, 9)])
    'One. Two.·······'
    """
    pieces, place = [], 0
    for span in (*spans, Span(len(text), len(text))):
        between = text[place : max(place, span.start)]
        # A quotation may run over two printed sentences.
        pieces.append(between if between.isspace() else CHARACTER.sub(DOT, between))
        start = max(place, span.start)
        pieces.append(text[start : span.end])
        place = max(start, span.end)
    return "".join(pieces)


def _mask_briefing(view: View, briefing: Briefing, shown: Shown) -> Briefing:
    article = briefing.article
    text = mask_text(article.text, find_printed_spans(briefing, shown))
    public = replace(
        article,
        text=text,
        removed=tuple(replace(one, text="") for one in article.removed),
        moved=tuple(replace(one, text="") for one in article.moved),
    )
    return replace(briefing, article=public, analysis=_mask_analysis(view, briefing.analysis, text))


def _mask_analysis(view: View, analysis: Analysis, text: str) -> Analysis:
    """The findings without the words that stand in them apart from their spans and on no page."""

    def keep(words: str | None) -> str | None:
        return words if words is None or words in text else DOT * len(words)

    def name(words: str | None) -> str | None:
        return _name(view, words, text) if words else None

    return replace(
        analysis,
        metadata=replace(analysis.metadata, dateline=_mask_dateline(analysis.metadata.dateline, text)),
        key_points=tuple(replace(one, hedge=keep(one.hedge)) for one in analysis.key_points),
        entities=tuple(_mask_entity(view, one, text) for one in analysis.entities),
        quotes=tuple(
            replace(
                one,
                speaker=one.speaker if one.is_edited else keep(one.speaker),
                speaker_named=name(one.speaker_named),
                cue=keep(one.cue),
            )
            for one in analysis.quotes
        ),
        statements=tuple(
            replace(
                one,
                speaker=one.speaker if one.is_edited else keep(one.speaker) or "",
                speaker_named=name(one.speaker_named),
                cue=keep(one.cue) or "",
                disputed=keep(one.disputed),
            )
            for one in analysis.statements
        ),
    )


def _mask_dateline(dateline: Dateline | None, text: str) -> Dateline | None:
    return replace(dateline, text=text[dateline.span.start : dateline.span.end]) if dateline else None


def _mask_entity(view: View, entity: Entity, text: str) -> Entity:
    """The name as pages print it, and of its other forms those that stand on one."""
    name = _name(view, entity.name, text)
    return replace(entity, name=name, aliases=tuple(form for form in entity.aliases if form in text and form != name))


def _name(view: View, name: str, text: str) -> str:
    """A name as the article prints it where that stands on a page; else as Who's who does."""
    if name in text:
        return name
    member = find_member(view, name)
    return member.name if member else DOT * len(name)


def _mask_member(member: CastMember, briefings: dict[str, Briefing]) -> CastMember:
    """The name with the other forms that its own page or a passage prints."""
    if member.has_page:
        return member
    texts = [briefings[one.briefing].article.text for one in member.mentions]
    return replace(member, aliases=tuple(form for form in member.aliases if any(form in text for text in texts)))
