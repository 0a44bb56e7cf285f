"""The head of the text between headline and first paragraphs: lines of author, day and reading time leave it."""

import re
from collections.abc import Iterable
from dataclasses import replace

from builder.clean.draft import Draft, Line, move, remove
from builder.clean.head_lines import HeadLine, is_reading_time, read_head_line
from builder.clean.lines import ENDED, strip_bullet
from builder.clean.persons import is_outlet, is_person
from builder.model import Byline
from builder.words import count_words

HEAD_LINES = 8  # behind the headline
HEAD_BEFORE = 3  # right before it
PARAGRAPH_WORDS = 5  # of a sentence; a shorter one may be a label
PARAGRAPHS = 1  # one may stand over the byline: the line under the headline
SMALL = re.compile(r"(?<![\w’'-])[^\W\d_]{3,}(?![\w’'-])")


def remove_reading_time(draft: Draft) -> Draft:
    """A line that says how long reading takes."""
    places = [place for place in _head_places(draft) if is_reading_time(strip_bullet(draft.lines[place].text))]
    return _shift_head(remove(draft, places, "reading time"), draft, places)


def move_head_lines(draft: Draft) -> Draft:
    """Bylines, days of publication and change, and an outlet beside them leave the text and are read."""
    small = frozenset(
        word for line in draft.lines if count_words(line.text) >= PARAGRAPH_WORDS for word in SMALL.findall(line.text)
    )
    places = _head_places(draft)
    found = {place: read for place in places if (read := read_head_line(strip_bullet(draft.lines[place].text), small))}
    found = {place: read for place, read in found.items() if _is_meant(draft, place, found)}
    found |= {place: read for place in places if place not in found and (read := _read_beside(draft, place, found))}
    if not found or len(found) == len(draft.lines):
        return draft
    ordered = [found[place] for place in sorted(found)]
    return replace(_shift_head(move(draft, found, "metadata"), draft, found), byline=_join(ordered))


def _shift_head(changed: Draft, before: Draft, gone: Iterable[int]) -> Draft:
    """The draft with the head where it was, less the lines that are gone before it."""
    return replace(changed, head=before.head - sum(place < before.head for place in gone))


def _head_places(draft: Draft) -> list[int]:
    """Indexes of the lines around the headline, down to the second paragraph."""
    places: list[int] = []
    for place in range(draft.head - 1, max(-1, draft.head - 1 - HEAD_BEFORE), -1):
        if not read_head_line(draft.lines[place].text):
            break
        places.insert(0, place)
    paragraphs = 0
    for place in range(draft.head, min(draft.head + HEAD_LINES, len(draft.lines))):
        paragraphs += _is_paragraph(draft.lines[place])
        if paragraphs > PARAGRAPHS:
            break
        places.append(place)
    return places


def _is_paragraph(line: Line) -> bool:
    return count_words(line.text) >= PARAGRAPH_WORDS and bool(ENDED.search(line.text)) and not read_head_line(line.text)


def _is_meant(draft: Draft, place: int, found: dict[int, HeadLine]) -> bool:
    """Whether a line is meant for the head: a bare day under a paragraph, or one of several, may be a heading."""
    read = found[place]
    if read.is_byline or read.is_labelled:
        return True
    if draft.lines[place].kind == "heading":
        return False
    is_beside = any(other in found and found[other].is_byline for other in (place - 1, place + 1))
    start = next((i for i in range(draft.head, len(draft.lines)) if _is_paragraph(draft.lines[i])), len(draft.lines))
    return is_beside or (place < start and not any(map(_is_bare_day, draft.lines[start:])))


def _is_bare_day(line: Line) -> bool:
    """Whether a line further down is a day and nothing else, as in a diary."""
    read = read_head_line(line.text)
    return bool(read and read.published and not read.is_byline)


def _read_beside(draft: Draft, place: int, found: dict[int, HeadLine]) -> HeadLine | None:
    """An outlet right behind a byline, or a name right beside a day of an article without a byline."""
    text = strip_bullet(draft.lines[place].text)
    before = found.get(place - 1)
    if is_outlet(text) and before and before.is_byline:
        return HeadLine(publisher=text, is_byline=True)
    is_beside = before or found.get(place + 1)
    has_byline = any(read.is_byline for read in found.values())
    return HeadLine(authors=(text,), is_byline=True) if is_person(text) and is_beside and not has_byline else None


def _join(lines: list[HeadLine]) -> Byline:
    """What the lines say together."""
    labelled = [day for line in lines if line.is_labelled for day in line.published]
    bare = [day for line in lines if not line.is_labelled for day in line.published]
    return Byline(
        authors=tuple(dict.fromkeys(name for line in lines for name in line.authors)),
        published=tuple(dict.fromkeys(labelled or bare)),
        updated=next((day for line in lines for day in line.updated), None),
        publisher=next((line.publisher for line in lines if line.publisher), None),
    )
