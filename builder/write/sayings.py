"""Who says what: full quotations, then what is attributed without them."""

from collections import defaultdict

from builder.escape import escape_text
from builder.guards import is_dangling
from builder.model import Briefing, Quote, Span, Statement
from builder.write import wording
from builder.write.parts import (
    Section,
    box,
    edited_speaker,
    find_member,
    is_named,
    is_unnamed,
    member_target,
    note,
    quotation,
    tag,
)
from builder.write.view import View, briefing_path, say


def write_sayings(view: View, briefing: Briefing) -> Section | None:
    """Full quotations, then what is attributed without quotation marks."""
    page, id_ = briefing_path(briefing.article.id), briefing.article.id
    full = full_quotes(briefing)
    parts = []
    if full:
        named = sum(is_named(quote) for quote in full)
        counted = wording.count_noun(len(full), "full quotation")
        parts.append(note(wording.QUOTES_NOTE.format(quotes=counted, named=named)))
        quotes = "\n".join(quotation(view, page, id_, quote) for quote in full)
        parts.append(f'<div class="voices" markdown>\n{quotes}\n</div>')
    rows = _attributed(view, briefing)
    if rows:
        parts.append(f"### {wording.ATTRIBUTED} {{ #attributed }}\n\n{box('says', rows)}")
    return Section("sayings", wording.SAYINGS, "\n\n".join(parts)) if parts else None


def full_quotes(briefing: Briefing) -> list[Quote]:
    """Quotations of five words or more."""
    return [quote for quote in briefing.analysis.quotes if quote.is_full]


def _attributed(view: View, briefing: Briefing) -> list[str]:
    """Statements and sentences with a quoted word, one row a speaker in order of first appearance."""
    page, id_ = briefing_path(briefing.article.id), briefing.article.id
    labels: dict[str, str] = {}
    by_speaker: dict[str, list[str]] = defaultdict(list)
    shown: set[str] = set()
    said: list[tuple[Span, Quote | Statement, str]] = [
        (one.span, one, one.speaker) for one in briefing.analysis.statements
    ]
    for quote in briefing.analysis.quotes:
        sentence = view.sentence(id_, quote.spans[0]).span
        if not quote.is_full and quote.speaker and (quote.is_edited or _is_theirs(briefing, quote, sentence)):
            said.append((sentence, quote, quote.speaker))
    for span, saying, speaker in sorted(said, key=lambda one: one[0].start):
        anchor = view.sentence(id_, span).anchor
        if anchor in shown:
            continue
        shown.add(anchor)
        # "The council" and "the council" are one speaker; one whom an editor set is told from one who is printed.
        key = ("edited " if saying.is_edited else "") + (saying.speaker_named or speaker.lower().removeprefix("the "))
        labels.setdefault(key, _label(view, id_, saying, speaker))
        disputed = saying.disputed if isinstance(saying, Statement) else None
        doubt = f" {tag(wording.DISPUTED.format(name=escape_text(disputed)))}" if disputed else ""
        by_speaker[key].append(f"<span>{say(view, page, id_, span)}{doubt}</span>")
    return [f"- {labels[key]} {''.join(spans)}" for key, spans in by_speaker.items()]


def _label(view: View, briefing: str, saying: Quote | Statement, speaker: str) -> str:
    """A row's speaker: the name as a link, or the words of the source, marked where they are no name."""
    page = briefing_path(briefing)
    if saying.is_edited:
        return edited_speaker(view, page, saying, briefing, is_row=True)
    member = find_member(view, saying.speaker_named, briefing)
    if member:
        return f"**[{escape_text(member.name)}]({member_target(page, member)})**"
    unnamed = f" <small>{wording.NOT_NAMED}</small>" if saying.speaker_named is None and is_unnamed(speaker) else ""
    return f'**<span class="v hl">{escape_text(speaker)}</span>{unnamed}**'


def _is_theirs(briefing: Briefing, quote: Quote, sentence: Span) -> bool:
    """Whether a sentence with a quoted word may be its speaker's: no other person or body is named before."""
    if is_dangling(quote.speaker or ""):
        return False
    start = quote.speaker_span.start if quote.speaker_span else sentence.end
    return not any(
        sentence.start <= span.start < start
        for entity in briefing.analysis.entities
        if entity.kind != "place" and entity.name != quote.speaker_named
        for span in entity.mentions
    )
