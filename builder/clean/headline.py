"""The headline: a line that left the text, or the article's opening words in its place."""

import re
from dataclasses import replace
from pathlib import PurePosixPath

from builder.clean.draft import Draft, move
from builder.clean.title_place import find_title_place
from builder.guards import is_guarded
from builder.model import Block, Declared, Span, Title, TitleBasis
from builder.words import split_sentences

OPENING_LENGTH = (45, 95)  # characters between which opening words are cut at a clause
OPENING_MOST = 1000  # characters of a sentence that is printed whole; a longer one is no sentence
OPENING_READ = 5 * OPENING_MOST  # characters in which the first sentence must end
OPENING_WHOLE = 160  # characters of a sentence without a clause to cut at that is printed whole
OPENING_CUT = 90  # characters at which they are cut where no clause ends
# "In a significant escalation, …": the phrase before the comma says nothing of what happened.
OPENING_PHRASE = re.compile(r"(?:In an?|Amid(?:st)?) [^,.;:–—]{3,80}, (?=[A-Z])")
CLAUSE_END = re.compile(r"[,;:] |\s?[–—]\s?| (?=(?:as|while|after|before|just|when|which|who|that|even as) )")
# A comma between the parts of a list ends no clause.
LIST_GOES_ON = re.compile(r", (?!\w+(?:ing|ly)\b)(?:[^\s,]+ ){0,3}[^\s,]+,? (?:and|or) |, (?:[^\s,]+ ){0,2}[^\s,]+, ")


def take_title(draft: Draft) -> Draft:
    """The headline leaves the text, where the article declares no title."""
    if draft.declared.title or len(draft.lines) < 2:
        return draft
    place = find_title_place(draft.lines)
    if place is None:
        return draft
    line = draft.lines[place]
    basis: TitleBasis = "first line" if place == 0 and not line.kind else "heading"
    taken = move(draft, (place,), "metadata")
    return replace(taken, title=Title(line.text, basis, None), head=place)


def make_title(declared: Declared, line: Title | None, text: str, blocks: tuple[Block, ...], path: str) -> Title:
    """The declared title, else the title line, else the opening words, else the file's name."""
    if declared.title:
        return Title(declared.title, declared.basis, None)
    if line:
        return line
    first = next(block.span for block in blocks if block.number == 1)
    sentence, *others = split_sentences(text, first.start, min(first.end, first.start + OPENING_READ))
    is_endless = not others and first.end > first.start + OPENING_READ
    span = cut_opening(text, sentence)
    opening = text[span.start : span.end]
    if len(opening) > OPENING_MOST or is_endless:
        return Title(PurePosixPath(path).stem, "file name", None)
    return Title(opening, "opening words", span, is_cut=span.end < sentence.end)


def cut_opening(text: str, sentence: Span) -> Span:
    """The sentence's opening words, cut only where what is cut off holds no denial, hedge, attribution or condition.

    An opening "In a …," is dropped; a sentence over 95 characters is cut at its first clause boundary from 45 to
    160, or printed whole if it has none and is no longer, else cut at the last space before 90.
    """
    phrase = OPENING_PHRASE.match(text, sentence.start, sentence.end)
    start = phrase.end() if phrase and not is_guarded(phrase[0]) else sentence.start
    least, most = OPENING_LENGTH
    if sentence.end - start <= most:
        return Span(start, sentence.end)
    ends = [
        found.start()
        for found in CLAUSE_END.finditer(text, start + least, min(start + OPENING_WHOLE, sentence.end))
        if not LIST_GOES_ON.match(text, found.start(), sentence.end)
    ]
    if not ends and sentence.end - start <= OPENING_WHOLE:
        return Span(start, sentence.end)
    end = ends[0] if ends else text.rfind(" ", start, start + OPENING_CUT)
    # The whole sentence, its opening phrase too: what is left out there may be what it depends on.
    return Span(start, end) if end > start and not is_guarded(text[end : sentence.end]) else sentence
