"""Governing: whose words a quotation holds, by the words of saying before and behind it; in doubt nobody's."""

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from itertools import pairwise

from builder.analyse.clauses import MAY_END, QUOTATION, Clause, last_mark
from builder.analyse.phrases import Names, Speaker, is_group, read_speaker
from builder.analyse.speakers import PERSONAL, Attribution, is_introduction
from builder.model import Entity, Span

# Most tokens between a word of saying and the quotation that it governs.
LONGEST_REACH = 60
# Most tokens from a word of saying to its "that".
LONGEST_ADDRESS = 5
# Most sentences of a paragraph up to a pronoun that is resolved.
LONGEST_PARAGRAPH = 12
# Behind a comma these begin a clause of their own, in which somebody else may speak.
CLAUSE_OPENERS = frozenset("but while and as whereas after when which who whose though although because until".split())
# Between two words of saying these begin what else the same speaker does: "Poe said and added", "Poe said, adding".
BREAKS = CLAUSE_OPENERS | frozenset((",", ";", ":", ".", QUOTATION, "that", "before", "in", "on", "at", "during"))
# Most tokens from one word of saying to another one that it reports: "said his wife and her two sons told".
LONGEST_REPORT = 8
HE_OR_SHE = PERSONAL | {"his", "her", "him", "hers"}
# Whom a title says that "he" or "she" cannot mean.
OTHER = {"mr.": "she", "mrs.": "he", "ms.": "he", "sir": "she", "lady": "he"}


@dataclass(slots=True)
class Line:
    """A clause with what is known of it."""

    tokens: Clause
    attributions: list[Attribution]
    cues: list[int] = field(default_factory=list)
    """Tokens of its words of saying, in order."""
    parts: dict[int, int] = field(default_factory=dict)
    """Number of its quotation in the paragraph, by token."""

    is_governed: bool = False
    """Whether a word of saying governs its last quotation."""

    @property
    def is_alone(self) -> bool:
        """Whether it is nothing but one quotation."""
        words = [token.low for token in self.tokens[:4] if token.is_word or token.low == QUOTATION]
        return len(self.tokens) < 4 and words == [QUOTATION]


def make_line(tokens: Clause, attributions: list[Attribution]) -> Line:
    """A clause with its attributions."""
    return Line(tokens, attributions, [one.cue for one in attributions])


def join_questions(lines: list[Line]) -> list[Line]:
    """Cut behind a quoted question where the words behind it do not say who asks."""
    joined: list[Line] = []
    for line in lines:
        begin = 0
        for place, token in enumerate(line.tokens[:-1]):
            if token.low != QUOTATION or last_mark(token) not in MAY_END or not line.tokens[place + 1].is_word:
                continue
            if line.tokens[place + 1].text[0].isupper() and not follows(line, place):
                joined.append(cut(line, begin, place + 1))
                begin = place + 1
        joined.append(cut(line, begin, len(line.tokens)) if begin else line)
    return joined


def cut(line: Line, first: int, last: int) -> Line:
    """A piece of a line; attributions that reach out of it are in doubt."""
    moved = []
    for one in line.attributions:
        if first <= one.cue < last:
            is_inside = first <= one.first and one.last <= last
            shape, speaker = (one.shape, one.speaker) if is_inside else ("unsure", None)
            begin, end = max(one.first, first) - first, min(one.last, last) - first
            moved.append(Attribution(one.cue - first, begin, end, shape, speaker, is_inside and one.is_pronoun))
    return make_line(line.tokens[first:last], moved)


def follows(line: Line, place: int) -> Attribution | None:
    """The attribution directly behind a quotation: “…,” Ann Poe said; “…,” said Ann Poe."""
    number = bisect_right(line.cues, place)
    if number == len(line.cues):
        return None
    one = line.attributions[number]
    if one.shape in ("unsure", "shared"):
        return None
    begin = place + 2 if line.tokens[place + 1].low == "," else place + 1
    return one if one.first in (place + 1, begin) else None


def precedes(line: Line, place: int) -> Attribution | None:
    """The last attribution before a quotation whose clause still goes on."""
    number = bisect_left(line.cues, place) - 1
    one = line.attributions[number] if number >= 0 else None
    if one is None or place - one.last > LONGEST_REACH:
        return None
    for token, following in pairwise(line.tokens[one.last : place + 1]):
        if token.low == ";" or (token.low == "," and following.low in CLAUSE_OPENERS):
            return None
    return one


def find_governing(line: Line, place: int) -> Attribution | None:
    """The attribution that says whose words a quotation holds; in doubt, one without speaker."""
    is_first = place < 3 and not any(one.is_word or one.low == QUOTATION for one in line.tokens[:place])
    before = precedes(line, place)
    after = follows(line, place)
    if after and is_retold(line, after):
        return Attribution(after.cue, place, place, "unsure", None, is_pronoun=False)
    if before and is_told(line, before):
        return Attribution(before.cue, place, place, "unsure", None, is_pronoun=False)
    if after and before and before.speaker != after.speaker:
        return Attribution(before.cue, place, place, "unsure", None, is_pronoun=False)
    if after and not is_first and not before and not closes(line, after):
        return None
    return before or after


def is_told(line: Line, one: Attribution) -> bool:
    """Whether somebody else tells of a word of saying: "Poe told them that Holt called it “…”"."""
    number = bisect_left(line.cues, one.first)
    if number == 0 or line.tokens[one.first - 1].low != "that":
        return False
    return one.first - line.attributions[number - 1].last <= LONGEST_ADDRESS


def is_retold(line: Line, one: Attribution) -> bool:
    """Whether an attribution reports another's saying: "Poe said his wife told him", "Poe recalled Holt saying"."""
    following = line.tokens[one.last : one.last + LONGEST_REPORT]
    for place, (token, behind) in enumerate(pairwise(following), one.last):
        if behind.low == "quoting" or (token.low == "as" and behind.low in ("saying", "having")):
            return True
        if token.low in BREAKS:
            return False
        if place in line.cues or place + 1 in line.cues:
            return True
    return False


def closes(line: Line, one: Attribution) -> bool:
    """Whether an attribution closes a whole sentence: nothing that it could report stands behind it."""
    if line.tokens[0].low in CLAUSE_OPENERS or line.tokens[0].low in ("in", "on", "at", "asked", "if", "with", "for"):
        return False
    return one.last == len(line.tokens) or line.tokens[one.last].text in ".,"


def said_before(line: Line) -> Attribution | None:
    """The attribution of a sentence of one speaker, whose words may follow it: "Poe called it a mistake." “We …”."""
    sure = [one for one in line.attributions if one.speaker and one.shape in ("before", "after")]
    if not sure or len({one.speaker for one in line.attributions}) > 1 or line.parts:
        return None
    return sure[0]


def is_plain(between: Clause) -> bool:
    """Whether only an address, a time or a place stands between two parts of a quotation."""
    return len(between) <= 20 and not any(
        token.low in CLAUSE_OPENERS or token.low in ("that", ";") for token in between
    )


class People:
    """Mentions of persons in text order."""

    def __init__(self, entities: tuple[Entity, ...]) -> None:
        found = [(span, entity.name) for entity in entities if entity.kind == "person" for span in entity.mentions]
        self.mentions = sorted(found, key=lambda person: (person[0].start, person[0].end))
        self.starts = [span.start for span, _ in self.mentions]

    def find_outside(self, clause: Clause) -> list[tuple[Span, str]]:
        """Those of a clause that stand in no quotation."""
        first, last = bisect_left(self.starts, clause[0].start), bisect_left(self.starts, clause[-1].end)
        quoted = [(token.start, token.end) for token in clause if token.low == QUOTATION]
        return [
            person
            for person in self.mentions[first:last]
            if not any(start <= person[0].start < end for start, end in quoted)
        ]


def resolve(lines: list[Line], one: Attribution, people: People, names: Names) -> Speaker | None:
    """Whom "he said" means: the subject of the sentence before, if it is the paragraph's only person so far.

    A group noun or a pronoun in that sentence may be somebody else: "Poe thanked the teacher." “…,” she said.
    """
    if len(lines) < 2:
        return None
    before, line = lines[-2].tokens, lines[-1].tokens
    earlier = [person for passed in lines[:-1] for person in people.find_outside(passed.tokens)]
    inside = people.find_outside(before)
    pronoun = next((token.low for token in line[one.first : one.last] if token.low in PERSONAL), None)
    said = [person for person in people.find_outside(line) if person[0].start < line[one.cue].start]
    if pronoun is None or said or len(inside) != 1 or len({name for _, name in earlier}) != 1:
        return None
    if any(token.low in HE_OR_SHE for passed in lines[:-2] for token in passed.tokens):
        return None
    span, name = inside[0]
    first = next((place for place, token in enumerate(before) if token.low == ","), -1) + 1
    first = first if is_introduction(before, 0, 1) else 0
    last = next((place for place, token in enumerate(before) if token.end == span.end), -1) + 1
    subject = read_speaker(before, first, last, names, is_beside=False) if last > first else None
    is_said = any(token.speaker is not None and token.speaker.named == name for token in lines[-2].attributions)
    if not is_said and (subject is None or subject.named != name):
        return None
    others = [token for token in before if token.end <= span.start or token.start >= span.end]
    if any(token.low in HE_OR_SHE or OTHER.get(token.low) == pronoun for token in others if token.start < span.start):
        return None
    has_other = any(is_group(token.low) and token.text[0].islower() for token in others if token.start > span.end)
    return None if has_other else Speaker(span, name)
