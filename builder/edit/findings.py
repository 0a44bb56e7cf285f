"""The findings of one article with what the editor hid, pinned and corrected."""

import re
import unicodedata
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from builder.model import (
    Analysis,
    Article,
    Briefing,
    Correction,
    FindingKind,
    Hidden,
    KeyPoint,
    Problem,
    Quote,
    Sentence,
    Span,
    Statement,
)
from builder.words import fold

Found = tuple[Any, ...]
# A number with its point is one word: "2 percent" does not stand in "1.2 percent".
TOKEN = re.compile(r"\d+(?:[.,:]\d+)*|[^\W\d_]+|[^\W_]+")


def _cut(article: Article, span: Span) -> str:
    return article.text[span.start : span.end]


def _in_words(text: str) -> str:
    """The words alone, in lower case with a space around each: a copy may lack a comma or a quotation mark."""
    return f" {' '.join(TOKEN.findall(unicodedata.normalize('NFKC', text))).casefold()} "


def _print_figure(article: Article, figure: Any) -> list[str]:
    end = figure.noun.end if figure.noun and figure.noun.start >= figure.span.end else figure.span.end
    return [_cut(article, figure.span), article.text[figure.span.start : end]]


# A kind of finding, where the analysis keeps it, and the words that one prints.
HIDEABLE: dict[FindingKind, tuple[str, Callable[[Article, Any], list[str]]]] = {
    "key points": ("key_points", lambda article, one: [_cut(article, one.span)]),
    "figures": ("figures", _print_figure),
    "quotations": ("quotes", lambda article, one: [_cut(article, span) for span in one.spans]),
    "statements": ("statements", lambda article, one: [_cut(article, one.span)]),
    "names": ("entities", lambda article, one: [one.name, *one.aliases]),
    "dates": ("dates", lambda article, one: [_cut(article, one.span)]),
    "outlook": ("outlook", lambda article, one: [_cut(article, one.span)]),
    "citations": ("citations", lambda article, one: [part for part in (one.outlet, one.title, one.url) if part]),
}
AGAIN = "copy the words from the article as it is now, or take the line out"


def adjust(briefing: Briefing) -> Briefing:
    """The briefing without what its editor's file hides, with what it pins and whose speakers it corrects.

    What no longer stands in the article is left out and reported.
    """
    edits = briefing.article.source.edits
    for hidden in edits.hidden:
        briefing = _hide(briefing, hidden)
    times = Counter(one.words for one in edits.speakers)
    for correction in edits.speakers:
        if times[correction.words] > 1:
            continue
        briefing = _correct_speaker(briefing, correction)
    # Backwards, so that the first pinned comes first.
    for words in reversed(edits.pinned):
        briefing = _pin(briefing, words)
    return briefing


def _report(briefing: Briefing, message: str, remedy: str = AGAIN) -> Briefing:
    """The briefing with one more fault of its editor's file."""
    problem = Problem(briefing.article.source.edits.file, None, message, remedy)
    return replace(briefing, faults=(*briefing.faults, problem))


def _hide(briefing: Briefing, hidden: Hidden) -> Briefing:
    """Without the findings of a kind that print these words, or that stand in a sentence with them."""
    field, print_ = HIDEABLE[hidden.kind]
    article, analysis = briefing.article, briefing.analysis
    found: Found = getattr(analysis, field)
    kept = tuple(one for one in found if not _is_meant(briefing, one, print_(article, one), hidden))
    gone = len(found) - len(kept)
    if not gone:
        key = hidden.kind.replace(" ", "-")
        return _report(briefing, f"hide.{key}: no such item says {hidden.words!r} and nothing is hidden")
    changed: dict[str, Found] = {field: kept}
    if hidden.kind == "names":
        # A name that is hidden speaks no more; who the source says it is, stays in its words.
        names = {one.name for one in kept}
        changed |= {
            other: tuple(_unname(one, names) for one in getattr(analysis, other)) for other in ("quotes", "statements")
        }
    # mypy cannot see which field holds which kind of finding.
    adjusted = replace(analysis, **changed)  # type: ignore[arg-type]
    return replace(briefing, analysis=adjusted, hidden=(*briefing.hidden, *[hidden.kind] * gone))


def _unname(one: Any, names: set[str]) -> Any:
    return one if one.speaker_named in names else replace(one, speaker_named=None)


def _is_meant(briefing: Briefing, one: Any, printed: list[str], hidden: Hidden) -> bool:
    """Whether a finding prints the words; or is printed by them, and they stand in its sentence."""
    words, folded = _in_words(hidden.words), [_in_words(part) for part in printed]
    if hidden.kind == "names":
        return words in folded
    if any(words in part for part in folded):
        return True
    span = getattr(one, "span", None) or next(iter(getattr(one, "spans", ())), None)
    if span is None:
        return False
    sentence = find_sentence(briefing.analysis, span)
    around = _in_words(_cut(briefing.article, sentence.span)) if sentence else ""
    return words in around and any(part in words for part in folded)


def find_sentence(analysis: Analysis, span: Span) -> Sentence | None:
    """The sentence in which a slice begins."""
    return next((one for one in analysis.sentences if one.span.start <= span.start < one.span.end), None)


def _pin(briefing: Briefing, words: str) -> Briefing:
    """With the sentence that holds the words as the first key point."""
    analysis = briefing.analysis
    wanted = _in_words(words)
    holding = [one.span for one in analysis.sentences if wanted in _in_words(_cut(briefing.article, one.span))]
    if len(holding) != 1:
        reason = "stands in no sentence" if not holding else f"stands in {len(holding)} sentences"
        remedy = AGAIN if not holding else "copy more of its words, so that one sentence is meant"
        return _report(briefing, f"key-points: {words!r} {reason} and is left out", remedy)
    span = holding[0]
    known = next((one for one in analysis.key_points if one.span == span), None)
    hedge = next((one.span for one in analysis.hedges if span.start <= one.span.start < span.end), None)
    point = known or KeyPoint(span, None, _cut(briefing.article, hedge) if hedge else None)
    others = tuple(one for one in analysis.key_points if one.span != span)
    points = (replace(point, is_pinned=True), *others)
    return replace(briefing, analysis=replace(analysis, key_points=points))


def _correct_speaker(briefing: Briefing, correction: Correction) -> Briefing:
    """With another speaker of the one quotation or statement that holds the words."""
    words = _in_words(correction.words)
    article, analysis = briefing.article, briefing.analysis
    quotes = [one for one in analysis.quotes if any(words in _in_words(_cut(article, span)) for span in one.spans)]
    # A sentence that quotes may be a statement too; both are what one speaker says.
    statements = [one for one in analysis.statements if words in _in_words(_cut(article, one.span))]
    said = {find_sentence(analysis, one.spans[0]) for one in quotes}
    said |= {find_sentence(analysis, one.span) for one in statements}
    if len(said) != 1:
        reason = f"no quotation or statement says {correction.words!r}, and nothing is corrected"
        if said:
            reason = f"{correction.words!r} stands in {len(said)} sayings, and nothing is corrected"
        remedy = "copy more of its words, so that one sentence is meant" if said else AGAIN
        return _report(briefing, f"speakers: {reason}", remedy)
    named = _find_name(briefing, correction.speaker)
    changed = replace(
        analysis,
        quotes=tuple(
            _give_speaker(one, correction.speaker, named) if one in quotes else one for one in analysis.quotes
        ),
        statements=tuple(
            other
            for one in analysis.statements
            if (other := _give_statement(one, correction.speaker, named) if one in statements else one)
        ),
    )
    return replace(briefing, analysis=changed)


def _find_name(briefing: Briefing, speaker: str | None) -> str | None:
    """The name that the article prints for a speaker."""
    forms = {fold(form): one.name for one in briefing.analysis.entities for form in (one.name, *one.aliases)}
    return forms.get(fold(speaker)) if speaker else None


def _give_speaker(quote: Quote, speaker: str | None, named: str | None) -> Quote:
    return replace(quote, speaker=speaker, speaker_span=None, speaker_named=named, is_edited=True)


def _give_statement(statement: Statement, speaker: str | None, named: str | None) -> Statement | None:
    """A statement that nobody is named for is none."""
    if speaker is None:
        return None
    return replace(statement, speaker=speaker, speaker_span=None, speaker_named=named, is_edited=True)
