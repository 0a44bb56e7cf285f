"""Key points: four to six whole sentences that stand for the article, most important first by position."""

import re
from dataclasses import dataclass

from builder.analyse.metadata import PAST
from builder.guards import is_guarded
from builder.model import (
    Article,
    DateMention,
    Entity,
    Figure,
    Hedge,
    KeyPoint,
    Outlook,
    Quote,
    Role,
    Sentence,
    Span,
    Statement,
)
from builder.words import count_words, find_words, load_list

MOST = 6
LEAST = 4
SENTENCES_A_POINT = 5  # an article of 30 sentences or more gets all six
SMALL = 2  # counts up to it are part of plain language
LIKE = 0.6  # share of content words in common at which two sentences say the same
WORDS = (8, 40)  # shorter says little, longer is no point
# Weights in points; position matters most in news, which puts first what counts.
LEAD, FIRST_PARAGRAPH, OPENS_PARAGRAPH, HAS_DAY, HAS_FIGURE, HAS_NAME, TOO_LONG, TOO_SHORT = 5, 2, 1, 2, 2, 1, -2, -4
# What points back to a sentence that is not shown.
DANGLING = re.compile(
    r"[\"“]?(?:This|These|That|Those|It|Its|He|She|They|His|Her|Their|Such|Both|Another|Others?|Neither"
    r"|(?:None|Most|Many|Some|Few|All|Each|Several|Half|One|Two|Three) of (?:these|those|them)"
    r"|(?:Correction|Clarification|Update|Editor['’]s note)(?=:)"
    r"|The (?:two|three|four|latter|former|same|other|others|pair|duo|trio|men|women)"
    r"|Here|There|Then|But|And|Or|So|Yet|Also|Similarly|Furthermore|Moreover|However|Instead|Still|As such|In response"
    r"|Meanwhile|In turn|Thus|Therefore|Nor"
    # "During their conversation, …": whose, only the sentence before says.
    r"|(?:[A-Z][a-z]+ )(?:\w+ )?(?:this|these|that|those|their|his|her|its|such|them|him)\b(?=[^,]{0,40},))\b"
)
ENDED = re.compile(r"[.!?][\"”’')]*$")
# Words of somebody whom only the sentence before names: “The roof fell,” he told them.
UNNAMED_SAYS = re.compile(
    r"[\"”’',] (?:(?:he|she|they) (?:\w+ )?(?:said|says|told|tells|added|adds|recalled|explained|wrote|asked)"
    r"|(?:said|says|added|adds|recalled|asked) (?:he|she|they))\b"
)
FIRST_PERSON = re.compile(r"\b(?:I|we|We|my|My|our|Our|me|us)\b")
LEAST_WORDS = 3  # fewer make no point
SAID = re.compile(r"\b(?:said|says|told|according to)\b")
DISPUTE = re.compile(r"\b(?:den(?:y|ies|ied)|disput(?:e|es|ed)|reject(?:s|ed)?|refut(?:e|es|ed)|contradict(?:s|ed)?)\b")
AS_OF = re.compile(r"\bas of\b", re.IGNORECASE)
PERFECT = re.compile(r"\b(?:has|have)\b")


@dataclass(frozen=True, slots=True)
class Findings:
    """What the other finders found, as far as the choice of key points looks at it."""

    entities: tuple[Entity, ...]
    quotes: tuple[Quote, ...]
    statements: tuple[Statement, ...]
    figures: tuple[Figure, ...]
    dates: tuple[DateMention, ...]
    outlook: tuple[Outlook, ...]
    hedges: tuple[Hedge, ...]


def find(article: Article, sentences: tuple[Sentence, ...], findings: Findings) -> tuple[KeyPoint, ...]:
    """Key points, the most important first; the first sentence if no other can stand alone."""
    count = min(MOST, max(LEAST, len(sentences) // SENTENCES_A_POINT))
    ranked = sorted(
        (sentence for sentence in sentences if _stands_alone(article.text, sentence, findings)),
        key=lambda sentence: (-_score(article.text, sentence, sentences, findings), sentence.span.start),
    )
    chosen: list[Sentence] = []
    for sentence in ranked:
        words = _content(article.text, sentence.span)
        if len(chosen) < count and not any(_is_like(words, _content(article.text, one.span)) for one in chosen):
            chosen.append(sentence)
    return tuple(
        KeyPoint(one.span, _find_role(article.text, one.span, findings), _find_hedge(article.text, one.span, findings))
        for one in chosen or [one for one in sentences if _says_something(article.text, one)][:1]
    )


def _stands_alone(text: str, sentence: Sentence, findings: Findings) -> bool:
    """Whether it is a whole statement: ended, no question, no pointing back, not inside somebody's quotation."""
    if not _says_something(text, sentence) or _is_unnamed_quotation(text, sentence.span, findings):
        return False
    printed = text[sentence.span.start : sentence.span.end]
    is_inside_quote = any(
        span.start <= sentence.span.start < span.end for quote in findings.quotes for span in quote.spans
    ) and not SAID.search(printed)
    is_whole = bool(ENDED.search(printed)) and not printed.rstrip("\"”’')").endswith("?")
    return is_whole and not is_inside_quote and not DANGLING.match(printed) and not AS_OF.search(printed)


def _says_something(text: str, sentence: Sentence) -> bool:
    """Whether it holds a letter and words enough for a point: a number of a list does not."""
    printed = text[sentence.span.start : sentence.span.end]
    return count_words(printed) >= LEAST_WORDS and any(map(str.isalpha, printed))


def _is_unnamed_quotation(text: str, span: Span, findings: Findings) -> bool:
    """Whether it quotes somebody whom it calls by no name: “I …,” he told them; “We …,” a neighbour said."""
    parts = [part for quote in findings.quotes for part in quote.spans if _overlaps(span, part)]
    if not parts:
        return False
    if UNNAMED_SAYS.search(text, span.start, span.end):
        return True
    named = [one for entity in findings.entities if entity.kind != "place" for one in entity.mentions]
    is_named = any(_holds(span, one) and not any(_holds(part, one) for part in parts) for one in named)
    return not is_named and any(FIRST_PERSON.search(text, part.start, part.end) for part in parts)


def _score(text: str, sentence: Sentence, sentences: tuple[Sentence, ...], findings: Findings) -> int:
    opens = all(other.span.start >= sentence.span.start for other in sentences if other.paragraph == sentence.paragraph)
    length = count_words(text[sentence.span.start : sentence.span.end])
    is_dated = any(date.precision == "day" and _holds(sentence.span, date.span) for date in findings.dates)
    is_named = any(_holds(sentence.span, span) for entity in findings.entities for span in entity.mentions)
    return sum(
        (
            LEAD * (sentence is sentences[0]),
            FIRST_PARAGRAPH * (sentence.paragraph == 1),
            OPENS_PARAGRAPH * opens,
            HAS_DAY * is_dated,
            HAS_FIGURE * any(_counts(one) and _holds(sentence.span, one.span) for one in findings.figures),
            HAS_NAME * is_named,
            TOO_SHORT * (length < WORDS[0]),
            TOO_LONG * (length > WORDS[1]),
            # Later paragraphs weigh less, one point for every four.
            -(sentence.paragraph // 4),
        )
    )


def _counts(figure: Figure) -> bool:
    """Whether a figure is what a sentence is about: "two aims" seldom are."""
    return figure.value is None or figure.value > SMALL or figure.unit is not None


def _holds(outer: Span, inner: Span) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end


def _content(text: str, span: Span) -> frozenset[str]:
    """Words that carry meaning, in lower case."""
    stop_words = set(load_list("stop_words"))
    return frozenset(word.lower() for word in find_words(text[span.start : span.end])) - stop_words


def _is_like(one: frozenset[str], two: frozenset[str]) -> bool:
    return len(one & two) >= LIKE * max(1, min(len(one), len(two)))


def _find_role(text: str, span: Span, findings: Findings) -> Role | None:
    """The one role that fits; ``None`` if none or several do."""
    printed = text[span.start : span.end]
    statements = [one for one in findings.statements if _holds(span, one.span)]
    is_quoting = any(_overlaps(span, part) for quote in findings.quotes for part in quote.spans)
    fitting: dict[Role, bool] = {
        "figures": any(_counts(figure) and _holds(span, figure.span) for figure in findings.figures),
        "said": bool(statements) or is_quoting or bool(SAID.search(printed)),
        "disputed": any(one.disputed for one in statements) or bool(DISPUTE.search(printed)),
        "ahead": any(_holds(span, one.span) for one in findings.outlook),
    }
    roles = [role for role, fits in fitting.items() if fits]
    if roles:
        return roles[0] if len(roles) == 1 else None
    is_placed = any(_holds(span, one) for entity in findings.entities for one in entity.mentions) or any(
        _holds(span, date.span) for date in findings.dates
    )
    return (
        "reported"
        if is_placed and (PAST.search(printed) or PERFECT.search(printed)) and not is_guarded(printed)
        else None
    )


def _overlaps(one: Span, two: Span) -> bool:
    return one.start < two.end and two.start < one.end


def _find_hedge(text: str, span: Span, findings: Findings) -> str | None:
    hedge = next((one.span for one in findings.hedges if _holds(span, one.span)), None)
    return text[hedge.start : hedge.end] if hedge else None
