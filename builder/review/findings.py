"""What was found in an article and is thin or unsure: nothing of a kind, speakers not named, words lost."""

from collections.abc import Iterator
from dataclasses import dataclass

from builder.model import Article, Briefing, Quote, Span
from builder.review.article import Point
from builder.review.wanted import REVIEWED, cut, find_place, make_plain, quote
from builder.words import fold
from builder.yields import MOST_LOST, count_all, follow_words


@dataclass(frozen=True, slots=True)
class Thin:
    """A kind of finding that is seldom absent from an article of so many words."""

    name: str
    kinds: tuple[str, ...]
    """Keys of the data; one item of any is enough."""
    words: int


# An article that has none of these may be no news, in another language, or read wrongly. Reports say who says it
# from some 300 words on; many of 500 words give no figure and no day, so that their absence is worth a look only later.
THIN = (
    Thin("name", ("entities",), 150),
    Thin("quotation or attributed statement", ("quotes", "statements"), 300),
    Thin("figure", ("figures",), 600),
    Thin("date", ("dates",), 600),
)
KEY_POINT_WORDS = 60  # a text of three sentences has one that stands for it
MOST_SPEAKERS = 8  # of one article; who has set these sees the rest
FIRST_WORDS = 6  # by which a quotation is known, and more where another begins alike
EXCERPT_WORDS = 12
# What stands around words and is no part of them; the builder knows them again without it.
AROUND = "\"'“”‘’«»„ ,;:–—-"
MOST_RULES = 3


def find_points(briefing: Briefing) -> Iterator[Point]:
    """What is unsure, thin or lost; an article that could not be analysed has no findings to be thin."""
    if briefing.analysis.is_attempted:
        yield from _ask_speakers(briefing)
        yield from _ask_key_points(briefing)
        yield from _ask_thin(briefing)
    yield from _ask_losses(briefing)


def _ask_speakers(briefing: Briefing) -> Iterator[Point]:
    """Full quotations without a speaker, all under one key; corrections that are there stay in it."""
    quotes = briefing.analysis.quotes
    unsure = [one for one in quotes if one.is_full and one.speaker is None and not one.is_edited]
    if not unsure:
        return
    lines = ["speakers:"]
    for correction in briefing.article.source.edits.speakers:
        speaker = quote(correction.speaker) if correction.speaker else ""
        lines.append(f"  - {{words: {quote(correction.words)}, speaker: {speaker}}}")
    for one in unsure[:MOST_SPEAKERS]:
        place, sentence = _find_sentence(briefing, one.spans[0])
        lines.append(f"  # {place}: {sentence}")
        lines.append(f"  - {{words: {quote(_find_words(briefing, one))}, speaker: }}")
    count = len(unsure)
    message = f"{count} {'quotation' if count == 1 else 'quotations'} without a speaker"
    message += f", the first {MOST_SPEAKERS} here" if count > MOST_SPEAKERS else ""
    message += ", to stand in place of `speakers:`" if briefing.article.source.edits.speakers else ""
    yield f"{message}; empty: nobody is named", tuple(lines)


def _find_sentence(briefing: Briefing, span: Span) -> tuple[str, str]:
    """Paragraph and words of the sentence in which a slice begins."""
    article = briefing.article
    found = (one.span for one in briefing.analysis.sentences if one.span.start <= span.start < one.span.end)
    return find_place(article, span), make_plain(cut(article, next(found, span)))


def _find_words(briefing: Briefing, wanted: Quote) -> str:
    """As few of a quotation's first words as no other quotation or statement holds; all of its first part at most."""
    article, analysis = briefing.article, briefing.analysis
    others = [span for one in analysis.quotes if one != wanted for span in one.spans]
    # The sentence of the quotation may be a statement too: what corrects the one is right for the other.
    others += [one.span for one in analysis.statements if not _holds(one.span, wanted.spans[0])]
    return _shorten(cut(article, wanted.spans[0]), [fold(cut(article, span)) for span in others])


def _shorten(text: str, others: list[str]) -> str:
    words = make_plain(text).split()
    whole = f" {fold(text)} "
    for count in range(FIRST_WORDS, len(words)):
        first = fold(" ".join(words[:count]))
        if f" {first} " in whole and not any(f" {first} " in f" {other} " for other in others):
            return " ".join(words[:count]).strip(AROUND)
    return " ".join(words).strip(AROUND)


def _holds(outer: Span, inner: Span) -> bool:
    return outer.start <= inner.start < outer.end


def _ask_key_points(briefing: Briefing) -> Iterator[Point]:
    article, analysis = briefing.article, briefing.analysis
    if count_all(briefing)["key_points"] or analysis.metadata.words < KEY_POINT_WORDS or not analysis.sentences:
        return
    first = cut(article, analysis.sentences[0].span)
    others = [fold(cut(article, one.span)) for one in analysis.sentences[1:]]
    line = f"key-points: [{quote(_shorten(first, others))}]  # its first sentence; or the words of another"
    yield "no key point", (line,)


def _ask_thin(briefing: Briefing) -> Iterator[Point]:
    found, words = count_all(briefing), briefing.analysis.metadata.words
    missing = [one.name for one in THIN if words >= one.words and not any(found[kind] for kind in one.kinds)]
    if missing:
        listed = ", ".join(f"no {name}" for name in missing)
        yield f"{listed} in {words:,} words; see whether the article has none", (REVIEWED,)


def _ask_losses(briefing: Briefing) -> Iterator[Point]:
    fate = follow_words(briefing.article)
    if fate.lost > MOST_LOST:
        rules = [_show_rule(briefing.article, rule, words) for rule, _, words in fate.rules[:MOST_RULES]]
        yield f"lost {fate.lost:.0%} of its words as page furniture", (*rules, REVIEWED)


def _show_rule(article: Article, rule: str, words: int) -> str:
    """A cleaning rule, the words that it took, and how the longest piece begins."""
    piece = max((one for one in article.removed if one.rule == rule), key=lambda one: one.words)
    begins = make_plain(piece.text).split()
    more = " …" if len(begins) > EXCERPT_WORDS else ""
    return f"# {rule}, {words:,} words, line {piece.line}: {' '.join(begins[:EXCERPT_WORDS])}{more}"
