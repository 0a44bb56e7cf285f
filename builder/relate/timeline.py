"""The timeline: dates that articles name, merged by day, with the sentences that name them."""

from collections import defaultdict

from builder.model import Briefing, DateMention, Passage, Span, TimelineEntry


def find(briefings: tuple[Briefing, ...]) -> tuple[TimelineEntry, ...]:
    """Entries in order; a partial date stands before the full ones inside it. One sentence an article and date."""
    found: dict[str, list[tuple[str, DateMention, Span]]] = defaultdict(list)
    for briefing in briefings:
        for mention in briefing.analysis.dates:
            sentence = next(
                (s.span for s in briefing.analysis.sentences if s.span.start <= mention.span.start < s.span.end), None
            )
            known = {one for one, _, _ in found[mention.value]} if mention.value else set()
            if mention.value and sentence and briefing.article.id not in known:
                found[mention.value].append((briefing.article.id, mention, sentence))
    texts = {briefing.article.id: briefing.article.text for briefing in briefings}
    entries = []
    for value, mentions in sorted(found.items()):
        first_id, first, _ = mentions[0]
        if first.precision:
            entries.append(
                TimelineEntry(
                    value=value,
                    precision=first.precision,
                    printed=texts[first_id][first.span.start : first.span.end],
                    basis=first.basis,
                    passages=tuple(Passage(briefing, span) for briefing, _, span in mentions),
                )
            )
    return tuple(entries)
