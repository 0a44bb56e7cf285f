"""The headline: a line that left the text, or the article's opening words in its place."""

import re
from dataclasses import replace
from pathlib import PurePosixPath

from builder.clean.draft import Draft, make_moved
from builder.clean.lines import is_heading
from builder.guards import is_guarded
from builder.model import Block, Declared, Span, Title
from builder.words import count_words, split_sentences

TITLE_WORDS = (3, 30)  # fewer is a kicker or a menu, more a sentence without its full stop
TITLE_LENGTH = 200  # characters
PARAGRAPH_WORDS = 12  # a line this long behind it shows that an article follows
OPENING_LENGTH = (45, 95)  # characters between which opening words are cut at a clause
OPENING_MOST = 1000  # characters of a sentence that is printed whole; a longer one is no sentence
OPENING_WHOLE = 160  # characters of a sentence without a clause to cut at that is printed whole
OPENING_CUT = 90  # characters at which they are cut where no clause ends
# "In a significant escalation, …": the phrase before the comma says nothing of what happened.
OPENING_PHRASE = re.compile(r"(?:In an?|Amid(?:st)?) [^,.;:–—]{3,80}, (?=[A-Z])")
CLAUSE_END = re.compile(r"[,;:] |\s?[–—]\s?| (?=(?:as|while|after|before|just|when|which|who|that|even as) )")
# A comma between the parts of a list ends no clause.
LIST_GOES_ON = re.compile(r", (?!\w+(?:ing|ly)\b)(?:[^\s,]+ ){0,3}[^\s,]+,? (?:and|or) |, (?:[^\s,]+ ){0,2}[^\s,]+, ")
BYLINE = re.compile(r"By (?:[A-Z][\w.'’-]+(?: |, | and |$)){2,12}")
DATE_LINE = re.compile(
    r"(?:(?:published|posted|updated|last updated)(?: on)?:? )?(?:\w{3,9}day,? )?"
    r"(?:[A-Z][a-z]{2,8}\.? \d{1,2},? \d{4}|\d{1,2} [A-Z][a-z]{2,8}\.?,? \d{4}|\d{4}-\d\d-\d\d)",
    re.IGNORECASE,
)
BYLINE_WITHIN = 4  # lines from the head in which a byline or its date stands


def take_title(draft: Draft) -> Draft:
    """A title line at the head leaves the text, where the article declares no title."""
    if draft.declared.title or len(draft.lines) < 2:
        return draft
    first, rest = draft.lines[0], draft.lines[1:]
    least, most = TITLE_WORDS
    is_title = first.kind == "heading" if first.kind else is_heading(first.text)
    if not is_title or not least <= count_words(first.text) <= most or len(first.text) > TITLE_LENGTH:
        return draft
    if not any(count_words(line.text) >= PARAGRAPH_WORDS for line in rest):
        return draft
    moved = (*draft.moved, make_moved(first.text, "metadata"))
    return replace(draft, lines=rest, title=first.text, moved=moved)


def move_byline(draft: Draft) -> Draft:
    """A byline and a line that is wholly a date leave the head of the text."""
    places = [
        index
        for index, line in enumerate(draft.lines[:BYLINE_WITHIN])
        if (BYLINE.fullmatch(line.text) or DATE_LINE.fullmatch(line.text)) and index + 1 < len(draft.lines)
    ]
    moved = tuple(make_moved(draft.lines[index].text, "metadata") for index in places)
    kept = tuple(line for index, line in enumerate(draft.lines) if index not in places)
    return replace(draft, lines=kept, moved=draft.moved + moved)


def make_title(declared: Declared, line: str | None, text: str, blocks: tuple[Block, ...], path: str) -> Title:
    """The declared title, else the title line, else the opening words, else the file's name."""
    if declared.title:
        return Title(declared.title, declared.basis, None)
    if line:
        return Title(line, "first line", None)
    first = next(block.span for block in blocks if block.number == 1)
    sentence = split_sentences(text, first.start, first.end)[0]
    span = cut_opening(text, sentence)
    opening = text[span.start : span.end]
    if len(opening) > OPENING_MOST:
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
