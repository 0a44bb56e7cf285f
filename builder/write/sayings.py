"""Who says what: full quotations, then what is attributed without them."""

from collections import defaultdict

from builder.escape import escape_text
from builder.guards import is_dangling
from builder.model import Briefing, Quote, Span
from builder.write import wording
from builder.write.parts import Section, box, find_member, is_named, is_unnamed, member_target, note, quotation, tag
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
    said: list[tuple[Span, str, str | None, str | None]] = [
        (one.span, one.speaker, one.speaker_named, one.disputed) for one in briefing.analysis.statements
    ]
    said += [
        (view.sentence(id_, one.spans[0]).span, one.speaker, one.speaker_named, None)
        for one in briefing.analysis.quotes
        if not one.is_full and one.speaker and _is_theirs(briefing, one, view.sentence(id_, one.spans[0]).span)
    ]
    for span, speaker, named, disputed in sorted(said, key=lambda one: one[0].start):
        anchor = view.sentence(id_, span).anchor
        if anchor in shown:
            continue
        shown.add(anchor)
        # "The council" and "the council" are one speaker.
        key = named or speaker.lower().removeprefix("the ")
        labels.setdefault(key, _label(view, page, speaker, named))
        doubt = f" {tag(wording.DISPUTED.format(name=escape_text(disputed)))}" if disputed else ""
        by_speaker[key].append(f"<span>{say(view, page, id_, span)}{doubt}</span>")
    return [f"- {labels[key]} {''.join(spans)}" for key, spans in by_speaker.items()]


def _label(view: View, page: str, speaker: str, named: str | None) -> str:
    """A row's speaker: the name as a link, or the words of the source, marked where they are no name."""
    member = find_member(view, named)
    if member:
        return f"**[{escape_text(member.name)}]({member_target(page, member)})**"
    unnamed = f" <small>{wording.NOT_NAMED}</small>" if named is None and is_unnamed(speaker) else ""
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
