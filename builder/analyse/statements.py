"""Statements: sentences that say who says them without quotation marks, with the one who disputes them there."""

from bisect import bisect_right
from itertools import pairwise

from builder.analyse.clauses import QUOTATION, Clause, Token, split_clauses
from builder.analyse.marks import find_all_marked
from builder.analyse.phrases import CUES, PRONOUNS, WEAK_CUES, Names, Speaker, read_speaker
from builder.analyse.reported import OBJECT_TAKING, WRITING, is_apart, is_content
from builder.analyse.saying import back_over_adverbs
from builder.analyse.speakers import Attribution, find_attributions
from builder.guards import is_dangling
from builder.model import Article, Entity, Quote, Sentence, Span, Statement

# Fewest words that must be reported.
LEAST_REPORTED = 3
# Most tokens between "describes" and its "as", and between "claims" and who denies them.
LONGEST_REACH = 10
# Most tokens that are looked at for what is reported.
LONGEST_LOOK = 80
# These say something with an "as" only: "described the fall as an accident".
DESCRIBING = frozenset(
    "describe describes described describing condemn condemns condemned condemning denounce denounces denounced "
    "denouncing characterise characterises characterised characterize characterizes characterized".split()
)
DENYING = frozenset("deny denies denied dispute disputes disputed reject rejects rejected contests contested".split())
# What is denied stands before who denies it.
DENIED = frozenset(
    "claim claims charge charges accusation accusations allegation allegations assertion assertions account which "
    "something suggestion suggestions conclusion finding findings statement version".split()
)
TURNS = frozenset(("but", "though", "although", "while", "and"))
POINTING = frozenset("the that this those these it such any".split())


def find(
    article: Article, sentences: tuple[Sentence, ...], entities: tuple[Entity, ...], quotes: tuple[Quote, ...]
) -> tuple[Statement, ...]:
    """Attributed sentences in text order, one statement a sentence: the first one that is sure."""
    ends = frozenset(sentence.span.end for sentence in sentences)
    starts = [sentence.span.start for sentence in sentences]
    paragraphs = {sentence.paragraph for sentence in sentences}
    full = {span.start for quote in quotes if quote.is_full for span in quote.spans}
    names = Names(entities)
    found: dict[int, Statement] = {}
    dangling: set[int] = set()
    for block, marked in find_all_marked(article):
        if block.number not in paragraphs:
            continue
        for clause in split_clauses(article.text, block.span, marked, ends):
            for one in find_attributions(clause, names):
                number = bisect_right(starts, clause[one.cue].start) - 1
                if number in found or number in dangling or not is_statement(clause, one, full):
                    continue
                speaker = one.speaker
                if speaker is None or is_dangling(article.text[speaker.span.start : speaker.span.end]):
                    # "His backers believe it; critics warn": the sentence is no row of the critics'.
                    dangling.add(number)
                    continue
                disputed = find_disputed(clause, one, sentences[number].span, names)
                found[number] = make_statement(article.text, sentences[number].span, speaker, clause[one.cue], disputed)
    return tuple(found[number] for number in sorted(found))


def make_statement(text: str, span: Span, speaker: Speaker, cue: Token, disputed: Span | None) -> Statement:
    """The record of an attributed sentence."""
    return Statement(
        span=span,
        speaker=text[speaker.span.start : speaker.span.end],
        speaker_span=speaker.span,
        speaker_named=speaker.named,
        cue=cue.text,
        disputed=text[disputed.start : disputed.end] if disputed else None,
    )


def is_statement(clause: Clause, one: Attribution, full: set[int]) -> bool:
    """Whether an attribution reports more than words in quotation marks."""
    if one.shape == "unsure" or not reports(clause, one):
        return False
    if one.first > 0 and clause[one.first - 1].low in ("that", "which"):
        return False
    return not is_quoted(clause, one, full)


def reports(clause: Clause, one: Attribution) -> bool:
    """Whether the word of saying reports something: always, with "that", with "as", or at the end of a sentence."""
    cue = clause[one.cue].low
    after = clause[one.last : one.last + LONGEST_REACH]
    following = after[0] if after else None
    if cue == "according":
        return True
    if following is not None and following.low in ("nothing", "little", "so", "no"):
        return False
    if not clause[one.cue].is_word:
        return False
    if cue in DESCRIBING:
        return any(one.low == "as" and two.low not in PRONOUNS for one, two in pairwise(after))
    if cue in WEAK_CUES - CUES:
        return following is not None and following.low == "that"
    if following is None or following.low in (".", ",", "!", "?"):
        # "a guide that Ann Poe wrote" is no report, "the bridge is safe, Ann Poe wrote" is one.
        is_sure = cue not in OBJECT_TAKING | WRITING or is_apart(clause, one)
        return is_sure and count_reported(clause, one) > LEAST_REPORTED
    return is_content(clause, one)


def is_quoted(clause: Clause, one: Attribution, full: set[int]) -> bool:
    """Whether what is reported is wholly a quotation of five words or more, before the attribution or behind it."""
    place = one.first - 1
    if place > 0 and clause[place].low == ",":
        place -= 1
    if place >= 0 and clause[place].low == QUOTATION and one.shape != "shared":
        return clause[place].start in full or place == 0
    for place in range(one.last, min(len(clause), one.last + LONGEST_LOOK)):
        token = clause[place]
        if token.low == QUOTATION:
            is_beside = place == one.last or clause[place - 1].low in (",", ":")
            return is_beside and token.start in full
        if token.low in ("that", ";"):
            break
    return count_reported(clause, one) < LEAST_REPORTED


def count_reported(clause: Clause, one: Attribution) -> int:
    """Words of the clause before and behind an attribution, as far as it is looked at."""
    around = [*clause[max(0, one.first - LONGEST_LOOK) : one.first], *clause[one.last : one.last + LONGEST_LOOK]]
    return sum(token.is_word for token in around)


def find_disputed(clause: Clause, one: Attribution, span: Span, names: Names) -> Span | None:
    """Who disputes it behind it in the same sentence: "— claims Kyiv strongly disputes"; ``None`` if nobody."""
    for place in range(one.last + 1, len(clause)):
        if clause[place].low not in DENYING or clause[place].end > span.end:
            continue
        last = back_over_adverbs(clause, place)
        for first in range(last - 1, max(one.last, last - LONGEST_REACH), -1):
            before = clause[first - 1].low
            is_turn = before in TURNS and place + 1 < len(clause) and clause[place + 1].low in POINTING
            if before in DENIED or is_turn:
                speaker = read_speaker(clause, first, last, names, is_beside=False)
                if speaker and one.speaker and speaker.span != one.speaker.span:
                    return speaker.span
    return None
