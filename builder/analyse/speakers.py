"""Speakers: a clause in, its words of saying with their subjects out; a subject in doubt is none."""

from dataclasses import dataclass
from typing import Literal

from builder.analyse.clauses import ENDS, MAY_END, QUOTATION, Clause, last_mark
from builder.analyse.phrases import (
    BE,
    CUES,
    DETERMINERS,
    LONGEST_PHRASE,
    MODALS,
    PREPOSITIONS,
    SUBORDINATORS,
    TIMES,
    WEAK_CUES,
    Names,
    Speaker,
    is_group,
    read_core,
    read_speaker,
    skip_leading,
)
from builder.analyse.saying import ADDRESSING, OPENERS, SAYING, agrees, back_over_adverbs, is_noun
from builder.model import Span

# Most tokens that are read back to where a subject begins, and that may stand between its two verbs.
LONGEST_CHUNK, LONGEST_ASIDE = 24, 40
PERSONAL = frozenset(("he", "she"))

Shape = Literal["before", "after", "shared", "unsure"]


@dataclass(frozen=True, slots=True)
class Attribution:
    """A word of saying and who is its subject."""

    cue: int
    """Token of the word of saying."""
    first: int
    """First token of subject and cue together."""
    last: int
    """Token behind both."""
    shape: Shape
    speaker: Speaker | None
    is_pronoun: bool
    """Whether the subject is "he" or "she"."""


# Words of saying


def unsure(cue: int) -> Attribution:
    """A word of saying whose subject is in doubt."""
    return Attribution(cue, cue, cue + 1, "unsure", None, is_pronoun=False)


def chunk_start(clause: Clause, last: int, marks: tuple[str, ...]) -> int | None:
    """Where the piece that ends before ``last`` begins; ``None`` if it is too long to be a noun phrase."""
    place = last
    while place > 0 and clause[place - 1].low not in marks:
        place -= 1
        if last - place > LONGEST_ASIDE:
            return None
    return place


HARD = (QUOTATION, ";", ":", "—", "–", "--", "(", "―", "...", "…")


def read_before(clause: Clause, cue: int, names: Names) -> Attribution:
    """Subject before the word of saying."""
    last = back_over_adverbs(clause, cue)
    if last == 0:
        return unsure(cue)
    if clause[last - 1].low == ")":
        opening = chunk_start(clause, last, ("(",))
        last = opening - 1 if opening else 0
    if last > 0 and clause[last - 1].low == ",":
        return read_apposed(clause, cue, last - 1, names)
    first = chunk_start(clause, last, (*HARD, ","))
    if (not first and first != 0) or last - (first or 0) > LONGEST_CHUNK or first is None:
        return unsure(cue)
    if clause[last - 1].low in PERSONAL:
        is_plain = skip_leading(clause, first, last) == last - 1
        return Attribution(cue, first, cue + 1, "before", None, is_pronoun=True) if is_plain else unsure(cue)
    relative = [place for place in range(first, last) if clause[place].low in ("that", "which")]
    if relative:
        first = relative[-1] + 1
    is_listed = first > 0 and clause[first - 1].low == ","
    is_beside = first > 0 and (clause[first - 1].low == QUOTATION or (is_listed and clause[first - 2].low == QUOTATION))
    speaker = read_speaker(clause, first, last, names, is_beside=is_beside)
    if speaker is None or not agrees(clause[last - 1], clause[cue]):
        return unsure(cue)
    if is_listed and not is_beside and _is_in_list(clause, first, last, names):
        return unsure(cue)
    return Attribution(cue, first, cue + 1, "before", speaker, is_pronoun=False)


def _is_in_list(clause: Clause, first: int, last: int, names: Names) -> bool:
    """Whether the piece behind a comma may be the end of a list or of a place: "Lee, Poe and Fox", "Salem, Oregon"."""
    begin = skip_leading(clause, first, last)
    if any(token.low in ("and", "or") for token in clause[begin:last]):
        return True
    entity = names.starts.get(clause[begin].start, (0, None))[1]
    is_place = entity is not None and entity.kind == "place" and begin == first
    return is_place and first > 1 and clause[first - 2].text[0].isupper() and first > 2


def read_apposed(clause: Clause, cue: int, last: int, names: Names) -> Attribution:
    """Subject with something between commas behind it: "Poe, a mayor, said"."""
    first = chunk_start(clause, last, HARD)
    if first is None or first == last:
        return unsure(cue)
    is_beside = first > 0 and clause[first - 1].low == QUOTATION
    pieces: list[tuple[int, int]] = []
    begin = first
    for place in range(first, last + 1):
        if place == last or clause[place].low == ",":
            if place > begin:
                pieces.append((begin, place))
            begin = place + 1
    while len(pieces) > 1 and is_introduction(clause, *pieces[0]):
        pieces, is_beside = pieces[1:], False
    if len(pieces) < 2 or any(token.low in SAYING for token in clause[pieces[1][0] : last]):
        return unsure(cue)
    speaker = read_speaker(clause, *pieces[0], names, is_beside=is_beside)
    if speaker is None or not _is_aside(clause, pieces[1][0]):
        return unsure(cue)
    return Attribution(cue, first, cue + 1, "before", speaker, is_pronoun=False)


def is_introduction(clause: Clause, first: int, last: int) -> bool:
    """Whether a piece before a comma only introduces the clause: "In Salem", "While on tour", "Meanwhile" alone."""
    low = clause[first].low
    begin = skip_leading(clause, first, last)
    return low in PREPOSITIONS or low in SUBORDINATORS or begin == last or low.endswith(("ing", "ly"))


def _is_aside(clause: Clause, place: int) -> bool:
    """Whether a piece can be an apposition: it begins with a small letter, an article, an age or a party (D-Ohio)."""
    token = clause[place]
    is_party = len(token.text) > 2 and token.text[1] == "-"
    return token.text[0].islower() or token.text[0].isdigit() or token.low in DETERMINERS or is_party


# A subject behind its verb ends here.
RIGHT_STOPS = (PREPOSITIONS - {"of", "for", "with", "from"}) | SUBORDINATORS | TIMES | {"last", "this", "next"}


def read_after(clause: Clause, cue: int, first: int, names: Names) -> Attribution:
    """Subject behind the word of saying: "said Poe, a mayor"."""
    last = first
    while last < len(clause) and clause[last].is_word and last - first <= LONGEST_PHRASE:
        token = clause[last]
        if (token.low in RIGHT_STOPS and last > first) or (token.low.endswith("ly") and not is_group(token.low)):
            break
        last += 1
    # A full stop inside the clause belongs to an abbreviation, and the name goes on behind it.
    if last < len(clause) - 1 and clause[last].low == ".":
        return unsure(cue)
    if last > first and clause[first].low in PERSONAL and last - first == 1:
        return Attribution(cue, cue, last, "after", None, is_pronoun=True)
    core = read_core(clause, first, last, names)
    last = core.end if core.entity is not None else last
    is_beside = clause[cue].low != "according" or (first < last and clause[first].text[0].isupper())
    speaker = read_speaker(clause, first, last, names, is_beside=is_beside)
    if speaker is None:
        return unsure(cue)
    return Attribution(cue, cue, last, "after", speaker, is_pronoun=False)


# Subjects shared by two verbs

# What may stand between a subject's first verb and a second one of the same subject: no other clause.
CLAUSE_WORDS = (
    SUBORDINATORS | MODALS - {"to"} | frozenset("i you he she we they it is are was were has have had".split())
)
# Words of saying that take an object rather than a clause.
OBJECT_CUES = WEAK_CUES | frozenset("demanded demands urged urges denied denies disputed disputes told tells".split())


def read_shared(clause: Clause, cue: int, earlier: list[Attribution], names: Names) -> Attribution:
    """Subject of an earlier verb of the clause: "Poe opened the bridge, saying", "Poe blamed Fox and insisted"."""
    if earlier:
        before = earlier[-1]
        if cue - before.last > LONGEST_ASIDE:
            return unsure(cue)
        is_quoted = before.first > 0 and clause[before.first - 1].low in (QUOTATION, ",")
        takes_object = clause[before.cue].low in OBJECT_CUES
        if before.shape == "unsure" or not (is_quoted or takes_object or before.shape == "shared"):
            return unsure(cue)
        # "calling it a waste": an object, no clause.
        begin = before.last + 1 if takes_object and clause[before.last].low == "it" else before.last
        if any(token.low in CLAUSE_WORDS for token in clause[begin:cue]):
            return unsure(cue)
        return Attribution(cue, cue, cue + 1, "shared", before.speaker, before.is_pronoun)
    speaker = read_main_subject(clause, cue, names)
    return Attribution(cue, cue, cue + 1, "shared", speaker, is_pronoun=False) if speaker else unsure(cue)


def read_main_subject(clause: Clause, cue: int, names: Names) -> Speaker | None:
    """The clause's first noun phrase, if a verb follows at once and no other clause stands before ``cue``."""
    first = 0
    if is_introduction(clause, 0, 1):
        first = next((place + 1 for place in range(min(cue, LONGEST_CHUNK)) if clause[place].low == ","), 0)
    for last in range(first + 1, min(cue, first + LONGEST_PHRASE)):
        token = clause[last]
        if not token.text[0].islower() or token.low in PREPOSITIONS or is_group(token.low) or token.low == "and":
            continue
        speaker = read_speaker(clause, first, last, names, is_beside=False)
        if speaker and cue - last <= LONGEST_ASIDE:
            rest = clause[last + 1 : cue]
            return None if any(word.low in CLAUSE_WORDS or word.low == ";" for word in rest) else speaker
    return None


# All of a clause


def read_cue(clause: Clause, cue: int, earlier: list[Attribution], names: Names) -> Attribution:
    """Whose word of saying the token is."""
    low = clause[cue].low
    last = back_over_adverbs(clause, cue)
    before = clause[last - 1].low if last else ""
    if low == "according":
        found = read_after(clause, cue, cue + 2, names)
    elif not last:
        found = read_after(clause, cue, 1, names) if low in OPENERS and cue == 0 else unsure(cue)
    elif before in BE and low.endswith("ing"):
        found = _moved(read_before(clause, last - 1, names), cue)
    elif before in MODALS or before in BE:
        found = unsure(cue)
    elif before in ("and", "but") or low.endswith("ing"):
        found = read_second(clause, cue, last, earlier, names)
    elif before == QUOTATION or (before == "," and last > 1 and clause[last - 2].low == QUOTATION):
        found = unsure(cue) if low in ADDRESSING else read_after(clause, cue, cue + 1, names)
    else:
        found = read_before(clause, cue, names)
        if found.shape == "unsure" and before == "," and low in OPENERS:
            found = read_closing(clause, cue, names)
    return found


def read_second(clause: Clause, cue: int, last: int, earlier: list[Attribution], names: Names) -> Attribution:
    """Subject of a participle or of a second verb: "Poe left, saying", "Poe left and said", "was quoted as saying"."""
    low, before = clause[cue].low, clause[last - 1].low
    if low.endswith("ing"):
        if before == "as" and last > 2 and clause[last - 2].low == "quoted" and clause[last - 3].low in BE:
            return _moved(read_before(clause, last - 3, names), cue)
        is_shared = before in (",", "and", "but")
    else:
        # A bare form may hang on another verb: "he needs to sleep and tell jokes".
        is_shared = low.endswith(("ed", "s")) or low in OPENERS | ADDRESSING
    return read_shared(clause, cue, earlier, names) if is_shared else unsure(cue)


def read_closing(clause: Clause, cue: int, names: Names) -> Attribution:
    """Subject behind the verb at the end of a sentence: "The bridge is safe, said Poe, a mayor"."""
    found = read_after(clause, cue, cue + 1, names)
    is_closed = found.last == len(clause) or clause[found.last].low in (".", ",")
    return found if is_closed and not found.is_pronoun else unsure(cue)


def _moved(found: Attribution, cue: int) -> Attribution:
    """The same subject with its word of saying further on."""
    if found.shape == "unsure":
        return unsure(cue)
    return Attribution(cue, found.first, cue + 1, found.shape, found.speaker, found.is_pronoun)


# A quotation may be signed behind one of these.
DASHES = frozenset(("—", "–", "―", "--", "-"))


def read_signature(clause: Clause, dash: int, names: Names) -> Attribution | None:
    """The person who signs a quotation that is a sentence: “…” — Ann Poe."""
    rest = clause[dash + 1 :]
    if dash != 1 or clause[0].low != QUOTATION or not rest or last_mark(clause[0]) not in ENDS + MAY_END:
        return None
    last = len(clause) - 1 if rest[-1].low == "." else len(clause)
    end, entity = names.starts.get(rest[0].start, (0, None))
    if entity is None or entity.kind != "person" or end != clause[last - 1].end:
        return None
    speaker = Speaker(Span(rest[0].start, end), entity.name)
    return Attribution(dash, 1, last, "after", speaker, is_pronoun=False)


def find_attributions(clause: Clause, names: Names) -> list[Attribution]:
    """Every word of saying of the clause, in order, with its subject where that is sure."""
    found: list[Attribution] = []
    for place, token in enumerate(clause):
        if token.low in DASHES:
            signed = read_signature(clause, place, names)
            found += [signed] if signed else []
        is_according = token.low == "according" and place + 1 < len(clause) and clause[place + 1].low == "to"
        if is_according or ((token.low in CUES or token.low in WEAK_CUES) and not is_noun(clause, place)):
            found.append(read_cue(clause, place, found, names))
    return found
