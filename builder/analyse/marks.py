"""Quotation marks: a paragraph in, the stretches between its marks out."""

import re
from typing import NamedTuple

from builder.model import Article, Block, Span

MARK = re.compile(r'[“”„"«»]')
# Closing marks of each opening one; German „ is closed by what opens an English quotation.
CLOSERS = {"“": "”", "„": "“”", "«": "»", '"': '"'}
# A straight mark opens behind these or at the start; it closes behind anything else.
BEFORE_OPENING = frozenset(" \t\u00a0\u2009\u202f([{-–—―/:=‘'")
# British single marks: one opens behind a gap, one closes behind a full stop or the like before a gap. All others are
# apostrophes, and so are those of the words that are shortened at their head.
SINGLE_OPENING = re.compile(
    r"(?:(?<=\s)|(?<=[(\[—–])|\A)['‘](?=[^\W_])(?!(?:\d\ds?|tis|twas|til|till|em|n|cause|bout|round|cos|neath)\b)",
    re.IGNORECASE,
)
SINGLE_CLOSING = re.compile(r"(?<=[.,!?…])['’](?=\s|[)\]—–]|\Z)")


class Marked(NamedTuple):
    """A stretch in quotation marks, marks included; without ``is_closed`` it runs to the end of its paragraph."""

    start: int
    end: int
    is_closed: bool


def opens(text: str, place: int, span: Span) -> bool:
    """Whether the mark at ``place`` can open a quotation: nothing or a gap before it and a word behind it."""
    mark = text[place]
    if place + 1 >= span.end or (text[place + 1].isspace() and mark != "«"):
        return False
    if mark != '"':
        return mark in CLOSERS
    return place == span.start or text[place - 1] in BEFORE_OPENING


def find_marked(text: str, span: Span) -> tuple[Marked, ...]:
    """Quotations between the marks of one paragraph, in order; one inside another belongs to the outer one."""
    found: list[Marked] = []
    start, depth = -1, 0
    # Curly marks inside straight ones: without as many ends as beginnings, one of them closed a straight one.
    inside = 0
    for match in MARK.finditer(text, span.start, span.end):
        place, mark = match.start(), match[0]
        if start < 0:
            start, inside = place if opens(text, place, span) else -1, 0
        elif mark in CLOSERS[text[start]]:
            # A straight mark that can only open stands inside: "Too "loud" for them."
            if mark == '"' and text[place - 1].isspace() and opens(text, place, span):
                depth += 1
            elif depth:
                depth -= 1
            else:
                found += [Marked(start, place + 1, is_closed=True)] if not inside else []
                start = -1
        elif mark == text[start]:
            depth += 1
        elif mark in "“”":
            inside += 1 if mark == "“" else -1
        if start >= 0 and text[place - 1].isspace() and text[place + 1 : place + 2].isspace() and mark not in "«»":
            # A mark between two gaps opens and closes nothing: what stands open has lost its end.
            start = -1
    if start >= 0 and not depth:
        found.append(Marked(start, span.end, is_closed=False))
    return tuple(one for one in found if any(map(str.isalnum, text[one.start : one.end])))


def find_single_marked(text: str, span: Span) -> tuple[Marked, ...]:
    """Quotations between single marks of one paragraph; none where two open before one closes."""
    piece = text[span.start : span.end]
    opening = [match.start() for match in SINGLE_OPENING.finditer(piece)]
    found: list[Marked] = []
    begin = 0
    for match in SINGLE_CLOSING.finditer(piece):
        starts = [place for place in opening if begin <= place < match.start()]
        if len(starts) == 1:
            found.append(Marked(span.start + starts[0], span.start + match.end(), is_closed=True))
        begin = match.end()
    return tuple(found)


def find_all_marked(article: Article) -> tuple[tuple[Block, tuple[Marked, ...]], ...]:
    """Every numbered block with its quotations.

    A quotation without a closing mark is one only where the next paragraph opens again, as newspapers print a
    quotation of several paragraphs; elsewhere a mark was lost, and nobody can say where the words end.
    """
    blocks = [block for block in article.blocks if block.number is not None]
    found = []
    for block, following in zip(blocks, [*blocks[1:], None], strict=False):
        marked = find_marked(article.text, block.span)
        if not MARK.search(article.text, block.span.start, block.span.end):
            marked = find_single_marked(article.text, block.span)
        if marked and not marked[-1].is_closed:
            opening = article.text[marked[-1].start]
            if following is None or article.text[following.span.start] != opening:
                marked = marked[:-1]
        found.append((block, marked))
    return tuple(found)
