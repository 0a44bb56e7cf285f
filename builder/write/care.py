"""The panel "Read with care": counts of what the sources do not say."""

from collections import Counter
from decimal import Decimal

from builder.model import DayMention, Figure, Story
from builder.words import fold
from builder.write import editor_wording, wording
from builder.write.parts import is_named
from builder.write.view import View, mark


def write_care(view: View, story: Story, page: str) -> str:
    """The panel; each row but the first is left out when it has nothing to warn of."""
    rows = [_dated(view, story, page)]
    rows += [one for make in (_publishers, _figures, _quotes, _cites) if (one := make(view, story))]
    listed = "\n".join(f"- **{count}** <span>{text}</span>" for count, text in rows)
    title = f"## {wording.CARE} {{ #read-with-care }}"
    return f'<aside class="care" aria-labelledby="read-with-care" markdown>\n\n{title}\n\n{listed}\n\n</aside>'


def _dated(view: View, story: Story, page: str) -> tuple[str, str]:
    """How many state a publication date, and what else is known of the others' days."""
    dated, parts, silent = 0, [], []
    for one in story.briefings:
        metadata = view.briefings[one].analysis.metadata
        label = view.label(one)
        if metadata.published:
            dated += 1
        elif metadata.as_of:
            parts.append(_day(view, page, one, wording.CARE_AS_OF, metadata.as_of))
        elif metadata.not_before:
            parts.append(_day(view, page, one, wording.CARE_NOT_BEFORE, metadata.not_before))
        elif view.briefings[one].analysis.is_attempted:
            silent.append(label)
    total = len(story.briefings)
    text = [wording.CARE_DATED.format(state=wording.agree(dated, "state")), *parts]
    if silent:
        text.append(wording.CARE_SILENT.format(labels=wording.list_words(silent)))
    return wording.OF.format(part=dated, whole=total), " ".join(text)


def _day(view: View, page: str, briefing: str, template: str, day: DayMention) -> str:
    spelled = template.format(label=view.label(briefing), day=wording.spell_date(day.value.isoformat()))
    if day.span is None:
        return f"{spelled} ({editor_wording.BY_EDITOR})."
    return f"{spelled}\u00a0{mark(view, page, briefing, day.span)}."


def _publishers(view: View, story: Story) -> tuple[str, str] | None:
    known = [view.briefings[one].analysis.metadata for one in story.briefings]
    count = sum(bool(one.publisher or one.authors) for one in known)
    if count == len(known):
        return None
    text = wording.CARE_PUBLISHERS.format(name=wording.agree(count, "to name"))
    return wording.OF.format(part=count, whole=len(known)), text


def _figures(view: View, story: Story) -> tuple[str, str] | None:
    """Figures whose number and noun stand in two sources."""
    keys: Counter[tuple[Decimal | None, str]] = Counter()
    total = 0
    for one in story.briefings:
        figures = view.briefings[one].analysis.figures
        total += len(figures)
        keys.update({_key(view, one, figure) for figure in figures})
    shared = sum(count > 1 for count in keys.values())
    if not total or len(story.briefings) < 2:
        return None
    noun = wording.agree(len(keys), "figure")
    text = wording.CARE_FIGURES.format(figures=noun, stand=wording.agree(shared, "stand"))
    return wording.OF.format(part=shared, whole=len(keys)), text


def _key(view: View, briefing: str, figure: Figure) -> tuple[Decimal | None, str]:
    noun = view.cut(briefing, figure.noun) if figure.noun else figure.unit or ""
    return figure.value if figure.value is not None else figure.low, fold(noun)


def _quotes(view: View, story: Story) -> tuple[str, str] | None:
    full = [quote for one in story.briefings for quote in view.briefings[one].analysis.quotes if quote.is_full]
    named = sum(is_named(quote) for quote in full)
    if not full or named == len(full):
        return None
    quotations = wording.agree(len(full), "quotation")
    text = wording.CARE_QUOTES.format(quotations=quotations, have=wording.agree(named, "have"))
    return wording.OF.format(part=named, whole=len(full)), text


def _cites(view: View, story: Story) -> tuple[str, str] | None:
    labels = [view.label(one) for one in story.briefings if view.briefings[one].analysis.citations]
    if not labels:
        return None
    counted = wording.OF.format(part=len(labels), whole=len(story.briefings))
    cite = wording.agree(len(labels), "cite")
    return counted, wording.CARE_CITES.format(cite=cite, labels=wording.list_words(labels))
