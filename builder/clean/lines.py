"""Plain text → lines: invisible characters out, wrapped paragraphs joined, white space folded."""

import re
from dataclasses import replace
from itertools import pairwise

from builder.clean.draft import Draft, Line
from builder.escape import HIDDEN, strip_hidden
from builder.model import Removed, Source
from builder.words import count_words, split_sentences

BULLET = re.compile(r"\s*[-*•‣◦▪·–—]\s+(?=\S)")
GAP = re.compile(r"\s{2,}|[\t\u3000]")  # a single narrow or unbreakable space stays as it is
ENDED = re.compile(r"[.!?:;…][\"”’')\]]*$")
WRAP_WIDTH = 100  # characters; wrapped text stays under it, paragraphs of one line seldom do
WRAP_SHARE = 0.6  # the shortest wrapped line, as a share of the longest


def split_lines(source: Source) -> Draft:
    """The body's lines that hold a word, each with its line in the file."""
    lines, is_after_gap = [], False
    for number, text in enumerate(source.body.split("\n"), start=source.first_line):
        folded = GAP.sub(" ", text).strip()
        if count_words(folded):
            lines.append(Line(folded, number, is_after_gap=is_after_gap))
            is_after_gap = False
        else:
            is_after_gap = True
    return Draft(source.declared, tuple(lines))


def remove_invisible(draft: Draft) -> Draft:
    """Take out soft hyphens, zero-width and bidirectional controls, which hide in a copy and split its words.

    The joiners inside emoji and inside words of scripts that need them stay.
    """
    found = [(line.number, "".join(HIDDEN.findall(line.text))) for line in draft.lines]
    records = tuple(Removed(text, 0, "invisible characters", number) for number, text in found if text)
    if not records:
        return draft
    lines = (replace(line, text=GAP.sub(" ", strip_hidden(line.text)).strip()) for line in draft.lines)
    return replace(draft, lines=tuple(line for line in lines if line.text), removed=draft.removed + records)


def strip_bullet(text: str) -> str:
    """The line without the mark of a list item at its head."""
    bullet = BULLET.match(text)
    return text[bullet.end() :] if bullet else text


def is_item(line: Line) -> bool:
    """Whether the line stands in a list."""
    return line.kind == "item" or bool(BULLET.match(line.text))


def join_wrapped(draft: Draft) -> Draft:
    """Make one line of the lines of a wrapped paragraph."""
    joined: list[Line] = []
    for chunk in _chunks(draft.lines):
        if _is_wrapped(chunk):
            joined.append(replace(chunk[0], text=" ".join(line.text for line in chunk)))
        else:
            joined.extend(chunk)
    return replace(draft, lines=tuple(joined))


def _chunks(lines: tuple[Line, ...]) -> list[list[Line]]:
    """Lines between blank lines and bullets."""
    chunks: list[list[Line]] = []
    for line in lines:
        if not chunks or line.is_after_gap or BULLET.match(line.text):
            chunks.append([])
        chunks[-1].append(line)
    return chunks


def _is_wrapped(chunk: list[Line]) -> bool:
    """Whether lines of like length break inside sentences, as a fixed width makes them."""
    lengths = [len(line.text) for line in chunk[:-1]]
    if not lengths or max(lengths) > WRAP_WIDTH:
        return False
    if min(lengths) < WRAP_SHARE * max(*lengths, len(chunk[-1].text)):
        return False
    breaks = [not ENDED.search(one.text) and two.text[:1].islower() for one, two in pairwise(chunk)]
    return any(breaks) and sum(breaks) * 3 >= len(breaks)


def mark_kinds(draft: Draft) -> Draft:
    """Give every line its kind: list item, heading or paragraph."""
    has_paragraph_after = False
    marked: list[Line] = []
    for line in reversed(draft.lines):
        if line.kind:
            kept = line
        elif is_item(line):
            kept = replace(line, text=strip_bullet(line.text), kind="item")
        elif has_paragraph_after and is_heading(line.text):
            kept = replace(line, kind="heading")
        else:
            kept = replace(line, kind="paragraph")
        has_paragraph_after = has_paragraph_after or kept.kind != "heading"
        marked.append(kept)
    return replace(draft, lines=tuple(reversed(marked)))


def is_heading(text: str) -> bool:
    """Whether a line reads as a heading: short, capitalised, without the end of a sentence."""
    if len(text) > 120 or len(text.split()) > 16 or not (text[:1].isupper() or text[:1].isdigit()):
        return False
    if text.endswith("?"):
        return len(split_sentences(text, 0, len(text))) == 1
    return not re.search(r"[.!:;,…][\"”’')\]]*$|[\"”]$", text)
