"""Quotations: words in quotation marks that somebody uttered, with the speaker where grammar leaves no doubt."""

import re
from dataclasses import dataclass

from builder.analyse.clauses import ENDS, MAY_END, QUOTATION, Clause, Token, last_mark, split_clauses
from builder.analyse.governing import (
    LONGEST_PARAGRAPH,
    Line,
    People,
    find_governing,
    follows,
    is_plain,
    join_questions,
    make_line,
    resolve,
    said_before,
)
from builder.analyse.marks import find_all_marked
from builder.analyse.phrases import WEAK_CUES, Names, Speaker
from builder.analyse.speakers import Attribution, find_attributions
from builder.model import Article, Entity, Quote, Sentence, Span
from builder.words import count_words, load_list

# Words from which a quotation stands alone; a shorter one is a quoted word.
FULL = 5
# What is quoted behind these need not be its subject's own words.
PASSING = frozenset(load_list("passing_cues"))
# Words of saying that give a thing a name or a judgement in so many words.
NAMING = frozenset(load_list("naming_cues"))
NAMED = frozenset("titled entitled named called dubbed nicknamed headlined so-called termed labelled labeled".split())
WORKS = frozenset(
    "book film movie novel series show song album play article essay episode documentary poem hashtag sitcom musical "
    "memoir ballad single painting podcast column headline section chapter game magazine".split()
)


@dataclass(slots=True)
class Draft:
    """A quotation in the making."""

    spans: list[Span]
    speaker: Speaker | None = None
    cue: Token | None = None
    is_governed: bool = False
    """Whether a word of saying governs it, whoever its subject."""
    is_near_cue: bool = False
    is_whole: bool = False
    """Whether it stands as a sentence."""
    is_named: bool = False
    """Whether it is the name of a thing."""
    is_word_of: bool = False
    """Whether it may be kept as a quoted word."""


def find(article: Article, sentences: tuple[Sentence, ...], entities: tuple[Entity, ...]) -> tuple[Quote, ...]:
    """Quotations in text order; ``speaker`` is ``None`` unless sure."""
    ends = frozenset(sentence.span.end for sentence in sentences)
    paragraphs = {sentence.paragraph for sentence in sentences}
    names, people = Names(entities), People(entities)
    drafts: list[Draft] = []
    goes_on = False
    for block, marked in find_all_marked(article):
        if block.number not in paragraphs or not marked:
            goes_on = False
            continue
        clauses = split_clauses(article.text, block.span, marked, ends)
        lines = join_questions([make_line(clause, find_attributions(clause, names)) for clause in clauses])
        found = read_paragraph(lines, people, names)
        if goes_on and found and found[0].spans[0].start == block.span.start:
            continue_draft(drafts[-1], found.pop(0))
        drafts += found
        goes_on = not marked[-1].is_closed and bool(drafts) and drafts[-1].spans[-1].start == marked[-1].start
    quotes = (finish(article.text, draft) for draft in drafts)
    return tuple(quote for quote in quotes if quote is not None)


def continue_draft(draft: Draft, following: Draft) -> None:
    """Add the next paragraph's part to a quotation; two speakers make none."""
    draft.spans += following.spans
    if draft.speaker is None and not (draft.is_governed and following.is_governed):
        draft.speaker, draft.cue = following.speaker, following.cue or draft.cue
    elif draft.speaker and following.speaker and draft.speaker != following.speaker:
        draft.speaker = None
    draft.is_governed |= following.is_governed
    draft.is_whole = True


# One paragraph


def read_paragraph(lines: list[Line], people: People, names: Names) -> list[Draft]:
    """Quotations of a paragraph; one that its attribution splits is one."""
    found: list[Draft] = []
    for number, line in enumerate(lines):
        before = lines[number - 1] if number else None
        is_near = any(near.attributions for near in lines[max(0, number - 1) : number + 2])
        earlier: int | None = None
        for place, token in enumerate(line.tokens):
            if token.low != QUOTATION:
                continue
            governing = find_governing(line, place)
            if is_continued(line, earlier, place, before, governing):
                found[-1].spans.append(Span(token.start, token.end))
            else:
                draft = make_draft(line, place, governing)
                draft.is_near_cue = is_near
                if governing is None and before and line.is_alone:
                    inherit(draft, before)
                elif governing and governing.is_pronoun and number < LONGEST_PARAGRAPH:
                    draft.speaker = resolve(lines[: number + 1], governing, people, names)
                found.append(draft)
            line.parts[place] = len(found) - 1
            earlier = place
        line.is_governed = bool(line.parts) and found[-1].is_governed
    return found


def inherit(draft: Draft, before: Line) -> None:
    """Give a quotation that stands alone the speaker of the attributed sentence before it."""
    said = said_before(before)
    if said:
        draft.speaker, draft.cue, draft.is_governed = said.speaker, before.tokens[said.cue], True


def is_continued(
    line: Line, earlier: int | None, place: int, before: Line | None, governing: Attribution | None
) -> bool:
    """Whether the quotation goes on with the last one, which the attribution between them splits."""
    if line.is_alone:
        return before is not None and is_split(before)
    one = follows(line, earlier) if earlier is not None else None
    return one is not None and one is governing and is_plain(line.tokens[one.last : place])


def is_split(line: Line) -> bool:
    """Whether the line is a quotation with its attribution behind it, or the rest of one."""
    if line.is_alone or not line.is_governed:
        return line.is_governed
    first = min(line.parts)
    one = follows(line, first)
    if one is None or first > 1 or len(set(line.parts.values())) > 1:
        return False
    return all(other.cue <= one.cue or other.speaker in (None, one.speaker) for other in line.attributions)


def make_draft(line: Line, place: int, governing: Attribution | None) -> Draft:
    """A quotation of one part with what governs it."""
    token = line.tokens[place]
    draft = Draft([Span(token.start, token.end)], is_whole=line.is_alone or ends_sentence(line, place))
    draft.is_named = names_thing(line, place)
    if governing is None:
        return draft
    cue = line.tokens[governing.cue]
    draft.is_governed, draft.cue = True, cue
    is_behind = governing.cue > place
    if is_behind or cue.low not in PASSING:
        draft.speaker = governing.speaker
    between = line.tokens[governing.last : place]
    draft.is_word_of = is_behind or says_word(cue, between, token)
    return draft


def says_word(cue: Token, between: Clause, token: Token) -> bool:
    """Whether a word of saying before a quoted word makes it its subject's own."""
    inner = token.text.strip('“”„"«» \u00a0\u202f')
    is_beside = all(one.low in (",", ":", "that") for one in between)
    if not inner[:1].islower() and not is_beside:
        return False
    return cue.low not in WEAK_CUES or (cue.low in NAMING and inner[:1].islower())


def ends_sentence(line: Line, place: int) -> bool:
    """Whether a quotation that begins with a capital letter ends with a full stop or the like."""
    token = line.tokens[place]
    inner = token.text.strip("“„\"«» \u00a0\u202f[(‘'")
    return last_mark(token) in ENDS + MAY_END and inner[:1].isupper()


def names_thing(line: Line, place: int) -> bool:
    """Whether the quotation is a title or a name: "a film called “…”", “The Long Way Home”."""
    token = line.tokens[place]
    before = line.tokens[place - 1] if place else None
    if before is not None and (before.low in NAMED - {"called"} or before.low in WORKS):
        return True
    if before is not None and before.low == "called" and all(one.cue != place - 1 for one in line.attributions):
        return True
    if before is not None and before.low == "as" and place > 1 and line.tokens[place - 2].low in ("known", "billed"):
        return True
    return is_title(token.text) and last_mark(token) not in MAY_END


def is_title(text: str) -> bool:
    """Whether the words are printed as those of a title are: all but the small ones with a capital letter."""
    words = [word for word in re.findall(r"[^\W\d_][^\W_]*(?:['’][^\W_]+)?", text) if len(word) > 3]
    return len(words) > 1 and not text.isupper() and all(word[0].isupper() for word in words)


# What is kept


def finish(text: str, draft: Draft) -> Quote | None:
    """The record of a quotation; ``None`` for a name, a scare quote or words that nobody can be seen to utter."""
    words = sum(count_words(text[span.start : span.end]) for span in draft.spans)
    is_full = words >= FULL
    if draft.is_named and not (draft.is_governed and len(draft.spans) > 1):
        return None
    speaker = draft.speaker
    if not is_full and not (draft.is_word_of and speaker):
        return None
    # A single mark is an apostrophe as often: nothing but a word of saying makes a quotation of it.
    is_single = text[draft.spans[0].start] in "'‘"
    if is_full and not (draft.is_governed or draft.is_near_cue or (draft.is_whole and not is_single)):
        return None
    return Quote(
        spans=tuple(draft.spans),
        speaker=text[speaker.span.start : speaker.span.end] if speaker else None,
        speaker_span=speaker.span if speaker else None,
        speaker_named=speaker.named if speaker else None,
        cue=draft.cue.text if draft.cue and draft.cue.is_word else None,
        is_full=is_full,
    )
