"""Which figures may leave their sentence: number and noun in, whether they say enough without it out."""

import re

from builder.analyse.figure_words import PERSONS, THINGS
from builder.analyse.numbers import GAP
from builder.guards import is_guarded
from builder.model import Span

# A rate is not whole without what it is counted by.
RATE_BEHIND = re.compile(
    rf"(?:{GAP}[\w-]{{1,20}})?{GAP}(?:per|each|more|less|fewer|higher|lower|of|above|below"
    rf"|an?{GAP}(?:day|week|month|year|hour|night|minute|second))\b"
)
# What a number without its direction, or without what it is compared with, loses.
CHANGE = re.compile(
    rf"""\b(?:
        up|down|(?:from|by|to)(?={GAP}(?:[\d$€£¥]|\Z))|than|versus|compared|net
      | r(?:ose|ises?|isen|ising)|f(?:ell|alls?|allen|alling)|gr(?:ew|ows?|own|owing)|shr(?:ank|unk|inks?|inking)
      | cuts?|cutting|lost|loses?|losing|los(?:s|ses)|halv(?:es?|ed|ing)
      | (?:increas|decreas|declin|reduc|doubl|tripl|plung|surg|ris|remov|eas|trimm|slash|add|climb|jump|slipp|slump
          |plummet|gain|dropp|drop|shed|sank|spik|soar)(?:e|es|ed|s|ing)?
      | almost|nearly|narrowly|some{GAP}of|most{GAP}of|part{GAP}of|half{GAP}of
    )(?!\w)""",
    re.VERBOSE | re.IGNORECASE,
)
# A sentence that takes a number back may print the wrong one.
CORRECTION = re.compile(
    rf"""\A\W{{0,4}}(?:correct(?:ion|ed|s)?|clarification|retraction|erratum)\b
      | \b(?:an?|the|this|our|its|their){GAP}(?:earlier|previous|original|first){GAP}
        (?:post|version|report|story|article|update|headline|tweet|blog|edition|alert|caption|bulletin)s?\b
      | \b(?:earlier|previously|originally|initially|wrongly|mistakenly|incorrectly|erroneously){GAP}
        (?:posted|said|stated|reported|wrote|gave|put)\b
    """,
    re.VERBOSE | re.IGNORECASE,
)
PERSON = re.compile(
    r"[a-z]{3,}(?:ers|ors|ists|iasts|ants|ents|ans|ees)|[a-z]*(?:men|people|children|folks?)", re.IGNORECASE
)
# Between a number and its noun nothing may be lost but the gap: "six more players".
JOINT = re.compile(rf"{GAP}(?:of{GAP})?")
LONGEST_SENTENCE = 4000  # characters; a longer one is no sentence, and its figures are printed with it


def is_corrected(text: str, sentence: Span) -> bool:
    """Whether a sentence corrects what was published before."""
    return bool(CORRECTION.search(text[sentence.start : min(sentence.end, sentence.start + LONGEST_SENTENCE)]))


def is_person(noun: str) -> bool:
    """Whether a noun phrase may be of persons, of whom a number says nothing without what became of them.

    A thing among them costs a tile and no truth.

    >>> is_person("young commuters"), is_person("people"), is_person("Romans"), is_person("houses")
    (True, True, True, False)
    """
    last = noun.rsplit(maxsplit=1)[-1].rsplit("-", 1)[-1]
    if last[:1].isupper() or last.lower() in PERSONS:
        return True
    return last.lower() not in THINGS and bool(PERSON.fullmatch(last))


def is_alone(text: str, sentence: Span, span: Span, noun: Span | None, *, has_guard: bool) -> bool:
    """Whether number and noun may leave their sentence, which holds a guard word or none (``has_guard``).

    They may where they say what is counted, and nothing else in the sentence makes it less certain or another thing.
    """
    if noun is None or not JOINT.fullmatch(text, span.end, max(span.end, noun.start)):
        return False
    if is_person(text[noun.start : noun.end]) or RATE_BEHIND.match(text, noun.end, sentence.end):
        return False
    if sentence.end - sentence.start > LONGEST_SENTENCE:
        return False
    before, behind = text[sentence.start : span.start], text[noun.end : sentence.end]
    if CHANGE.search(before) or CHANGE.search(behind):
        return False
    # "no more than six passengers": the guard is printed with the number.
    return not (has_guard and is_guarded(f"{before} {behind}"))
