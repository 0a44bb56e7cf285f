"""Whether a clause tells of the past or looks ahead: the words around a date in, ``past``, ``ahead`` or ``None`` out.

A wrong day is worse than none: every word that may be a plan, a wish or a condition leaves the clause undecided.
"""

import re
from typing import Literal

from builder.analyse.date_words import GAP, Place
from builder.analyse.tense_words import EVENTS, HOLDING, INCIDENTS, NO_PAST, PAST_FORMS, PLANNING, PRESENT, SAYING

Tense = Literal["past", "ahead"]

CLAUSE = 240  # characters before or behind a date that are looked at
# A clause ends at a mark or before a word that begins another one.
BREAK = re.compile(
    r"[,;:\[\]“”\"•]|\.{2,}|[ ][–—-]{1,3}[ ]|—"
    r"|\b(?:that|who|which|whose|when|while|after|because|as|but|where|before|since|until|although|though|so)\b",
    re.IGNORECASE,
)
# Right before a day these leave open on which side of it something happens, or name a day that something else is of.
OPEN_LEAD = re.compile(
    rf"\b(?:before|until|till|by|from|after|for|through|throughout|past|of|to|than|beyond|between|and|or|towards?"
    rf"|starting|beginning|effective|ahead{GAP}of|as{GAP}of|no{GAP}later{GAP}than)(?:{GAP}(?:last|this|next|the))?{GAP}$",
    re.IGNORECASE,
)
# Nothing is sure behind one of these.
UNSURE = re.compile(
    r"\b(?:would|could|may|might|should|must|can|cannot|if|unless|whether|scheduled|due|expected|slated|supposed"
    r"|planned|hoped|meant|likely|unlikely|possible|ready|poised|going|bound|was to|were to|every|each|usually)\b",
    re.IGNORECASE,
)
AHEAD = re.compile(
    r"(?<!\bthe )(?<!\ba )(?<!\bat )\b(?:will|shall|won['’]t)\b|\b\w{1,20}['’]ll\b|\breopens\b"
    r"|\b(?:is|are|am|['’]s|['’]re)(?: (?:also|now|still|not))?"
    r" (?:(?:set|due|expected|scheduled|going|slated|poised) to|(?:due|scheduled|slated|set) (?:on|for)|to)\b"
)
SINCE = re.compile(rf"\bsince(?:{GAP}(?:last|early|late))?{GAP}$", re.IGNORECASE)
TO_BE = re.compile(r"\bto be [a-z]{2,20}\b(?! by\b)")
OWED = re.compile(r"\b(?:had|has|have|need|needs|needed|likely) to be\b")
# "to strike", not "to the coast", "to twelve-year lows", "to reporters".
INFINITIVE = re.compile(
    r"\bto (?!(?:the|a|an|its|his|her|their|our|this|that|more|less|nearly|about|almost|around|over)\b)"
    r"(?:[a-z]{1,20}(?<!s)|[a-z]{1,20}ss)(?![\w-])"
)
# Behind a participle these name who did it; "fell by more than 400 points" names how far.
BY_SOMEBODY = re.compile(
    rf"{GAP}by\b(?!{GAP}(?:\d|[$€£]|(?:more|less|about|around|nearly|over|almost|up|some|an|half)\b))"
)
# "in San Jose, California on Monday": the comma ends no clause.
PLACE_COMMA = re.compile(rf"(?<=\w),(?= [A-Z][\w.]{{1,20}}(?: [A-Z][\w.]{{1,20}})? (?:late |early )?on{GAP}$)")
BRACKETS = re.compile(r"\([^()]{0,80}\)")
WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
# Before a word in -ed these make it an adjective, or a participle that tells of no past.
NO_VERB_BEFORE = frozenset(
    "the a an its his her their our my your this that these those some many several any all most more of by with for "
    "in from newly recently heavily highly badly be being is are am get gets to no as than".split()
)
PERFECT = frozenset("was were been had has have being got and then also not".split())
DETERMINERS = frozenset("the a an its his her their our my this that these those some no of first last next".split())
# A phrase that opens a sentence before its subject: "In a vote on Tuesday, parliament …".
OPENING = re.compile(r"(?:(?:Early|Late|Later|Also|But|And|Then) )?(?:On|In|At|During|Early|Late)\b|$", re.IGNORECASE)
PLACED = re.compile(rf"{GAP}?(?:in|at|during|on|via|through)\b", re.IGNORECASE)
NEAR_LEAD = re.compile(
    rf"(?:{GAP}?(?:early|late|again|only|just|there|here))?(?:{GAP}?(?:on|in))?{GAP}?$", re.IGNORECASE
)
SPOKEN_TO = re.compile(rf"{GAP}(?:[^\W\d_]+{GAP}){{1,4}}(?:on{GAP})?$")


def find_tense(place: Place, start: int, end: int) -> Tense | None:
    """Tense of the clause that holds the date from ``start`` to ``end``; ``None`` where it is not clear.

    The words before the date decide; where they hold no verb, as in "The strike on Thursday will …", those behind.
    """
    opening = _blank(place.text[max(place.sentence.start, start - CLAUSE) : start])
    before = BREAK.split(opening)[-1]
    past, ahead = _find_past(before), _find_last(AHEAD, before)
    if SINCE.search(opening):
        return "past"
    if OPEN_LEAD.search(opening) and not (ahead and not before[ahead.end() :].strip()):
        return None
    if UNSURE.search(AHEAD.sub(" ", before)):
        return None
    # "said that it rained and will rain": the verb nearest to the day counts.
    if past and not (ahead and ahead.start() >= past.end()):
        return None if ahead else _judge_past(before, past)
    words = _words(NEAR_LEAD.sub("", before))
    if ahead or (TO_BE.search(before) and not OWED.search(before)):
        return None if words and words[-1] in INCIDENTS else "ahead"
    if _is_open(before):
        return None
    return _judge_behind(place, before, start, end)


def looks_present(place: Place, start: int) -> bool:
    """Whether the clause before a date holds a form of the present and none of the past: "Elections are in August"."""
    before = BREAK.split(_blank(place.text[max(place.sentence.start, start - CLAUSE) : start]))[-1]
    return _find_past(before) is None and _is_open(before)


def _blank(text: str) -> str:
    """The text with spaces for brackets and what they hold, and for the comma inside a place."""
    return PLACE_COMMA.sub(" ", BRACKETS.sub(lambda found: " " * len(found[0]), text))


def _words(text: str) -> list[str]:
    """Words in lower case."""
    return [found[0].lower() for found in WORD.finditer(text)]


def _find_last(pattern: re.Pattern[str], text: str) -> re.Match[str] | None:
    """The last match, if there is one."""
    return next(reversed(list(pattern.finditer(text))), None)


def _find_past(text: str) -> re.Match[str] | None:
    """The last word that is surely a verb in the past tense."""
    words = list(WORD.finditer(text))
    for place in range(len(words) - 1, -1, -1):
        before = words[place - 1][0].lower() if place else ""
        if _is_past(text, words[place], before):
            return words[place]
    return None


def _is_past(text: str, found: re.Match[str], before: str) -> bool:
    """Whether a word of the text, behind another one, is a verb in the past tense."""
    word = found[0]
    if word in PAST_FORMS:
        return before not in ("be", "being", "is", "are", "to")
    if not word.islower() or not word.endswith("ed") or len(word) < 4 or word in NO_PAST or "-" in word:
        return False
    # "women hired by the firm": a participle, whose day may be another one.
    return before not in NO_VERB_BEFORE and (before in PERFECT or not BY_SOMEBODY.match(text, found.end()))


def _judge_past(before: str, verb: re.Match[str]) -> Tense | None:
    """Whether a date behind this verb in the past tense is the day that it tells of."""
    gap, word = before[verb.end() :], verb[0].lower()
    if NEAR_LEAD.fullmatch(gap):
        return "past" if word not in ("was", "were") else None
    if word in SAYING:
        is_told = word == "told" and bool(SPOKEN_TO.fullmatch(gap)) and not _is_open(gap)
        return "past" if is_told or PLACED.match(gap) else None
    if word in PLANNING or _is_open(gap):
        return None
    words = _words(NEAR_LEAD.sub("", gap))
    if words and word in ("was", "were", "been") and words[0] in PLANNING:
        return None
    return "past" if not words or words[-1] not in EVENTS or word in HOLDING else None


def _is_open(gap: str) -> bool:
    """Whether words without a past tense hold another verb, which may be of another day."""
    words = _words(gap)
    pairs = zip(["", *words], words, strict=False)
    return bool(INFINITIVE.search(gap)) or any(word in PRESENT and one not in DETERMINERS for one, word in pairs)


def _judge_behind(place: Place, before: str, start: int, end: int) -> Tense | None:
    """Tense of the first verb behind a date that no verb stands before."""
    is_opening = start - len(before) <= place.sentence.start + 2 and bool(OPENING.match(before.strip()))
    clauses = BREAK.split(_blank(place.text[end : min(end + CLAUSE, place.sentence.end)]))
    behind = clauses[1] if is_opening and len(clauses) > 1 and not _find_first(clauses[0]) else clauses[0]
    first = _find_first(behind)
    if first is None or UNSURE.search(first[0]) or first[0].lower() in PRESENT:
        return None
    if AHEAD.search(behind, first.start(), first.end()):
        return "ahead"
    words = _words(NEAR_LEAD.sub("", before))
    # "The vote on Tuesday was put off": a plan, whose day may lie ahead.
    if words and words[-1] in EVENTS and not is_opening:
        return None
    is_passive = first[0].lower() in ("was", "were", "been")
    follows = WORD.search(behind, first.end()) if is_passive else None
    is_plan = follows is not None and (follows[0].lower() in PLANNING or bool(UNSURE.match(follows[0])))
    return None if is_plan and not (is_opening and before.strip()) else "past"


def _find_first(text: str) -> re.Match[str] | None:
    """The first word that is surely a verb, of whatever tense."""
    found = [one for one in (AHEAD.search(text), UNSURE.search(text)) if one]
    words = list(WORD.finditer(text))
    for place, one in enumerate(words):
        before = words[place - 1][0].lower() if place else ""
        is_present = one[0].lower() in PRESENT and before not in DETERMINERS
        if is_present or _is_past(text, one, before):
            found.append(one)
            break
    return min(found, key=lambda one: one.start(), default=None)
