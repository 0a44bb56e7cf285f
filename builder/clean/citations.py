"""The steps that move what an article cites: outlet names glued to sentences, lists of sources, keywords."""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from builder.clean.draft import Draft, Line, LineCited, make_moved, move
from builder.clean.lines import strip_bullet
from builder.model import Cited, Moved
from builder.words import load_list

SOURCES_LABEL = re.compile(r"(?:citations?|sources?|references?|works cited)\s*:?", re.I)
KEYWORDS_LABEL = re.compile(r"(?:keywords?|tags|labels)\s*:\s*(?P<list>.*)", re.I)
# “Title” – Outlet, April 2025
LISTED = re.compile(
    r"""
    ["“](?P<title>[^"“”]{3,300})["”]  # the title in quotation marks
    \s*[–—-]\s*                       # a dash
    (?P<outlet>[^,]{2,80}?)           # the outlet, up to a comma
    (?:,\s*(?P<date>[^,]{4,40}(?:,\s*\d{4})?))?\s*  # and a date
    """,
    re.VERBOSE,
)
SENTENCE_STOP = re.compile(r"[.!?…][\"”’')\]]*")
COUNT = re.compile(r"\+\d{1,2}")
# One outlet name of a run with counts: capitalised words up to a count or a lower-case letter before a capital.
RUN_PART = re.compile(
    r"(?:[A-Z0-9][\w.&'’-]*?)(?: (?:of |and |the )?[A-Z0-9][\w.&'’-]*?){0,5}(?=\+\d|(?<=[a-z])[A-Z]|$)"
)
TAIL_LENGTH = 200  # characters; a longer tail is a sentence
RUN_LENGTH = 1000  # characters of a line that is nothing but link labels
STOPS_TRIED = 3  # an outlet's name may hold a full stop itself
KEYWORDS_MOST = 60
KEYWORD_LENGTH = 80


@cache
def _outlet_pattern() -> re.Pattern[str]:
    names = sorted(load_list("outlets"), key=lambda name: (-len(name), name))
    return re.compile("(?:" + "|".join(map(re.escape, names)) + r")(?![a-z])")


def split_outlets(tail: str) -> tuple[str, ...] | None:
    """Outlet names run together (``The Defense PostThe Times of India+1``); ``None`` if it is anything else.

    Names that are not on the list count only where a ``+1`` shows that the run is one of link labels.
    """
    names, place = [], 0
    counted = max((found.start() for found in COUNT.finditer(tail)), default=-1)
    while place < len(tail):
        if count := COUNT.match(tail, place):
            place = count.end()
        elif known := _outlet_pattern().match(tail, place):
            names.append(known[0])
            place = known.end()
        elif place <= counted and (part := RUN_PART.match(tail, place)):
            names.append(part[0])
            place = part.end()
        else:
            return None
    return tuple(dict.fromkeys(names)) or None


def move_glued_outlets(draft: Draft) -> Draft:
    """Outlet names glued to the end of a line's last sentence leave it and close its gap."""
    lines: list[Line] = []
    moved: list[Moved] = []
    cited: list[LineCited] = []
    for line in draft.lines:
        text, tail, names = _find_tail(line.text) or (line.text, "", ())
        if tail:
            moved.append(make_moved(tail, "citations"))
        cited += [LineCited(Cited(name, None, None, None, None), line.number) for name in names]
        if text:
            lines.append(replace(line, text=text))
    return replace(draft, lines=tuple(lines), moved=draft.moved + tuple(moved), cited=draft.cited + tuple(cited))


def _find_tail(text: str) -> tuple[str, str, tuple[str, ...]] | None:
    """The line without its tail, the tail, and the outlets that it names; ``None`` if it has none."""
    is_labels = len(text) <= RUN_LENGTH and COUNT.search(text)
    # A lone unknown name with a count may be the text's own: Vitamin D+3.
    if is_labels and (names := split_outlets(text)) and (len(names) > 1 or _outlet_pattern().match(names[0])):
        return "", text, names
    stops = list(SENTENCE_STOP.finditer(text, max(0, len(text) - TAIL_LENGTH)))[-STOPS_TRIED:]
    for stop in stops:
        tail = text[stop.end() :].strip()
        names = split_outlets(tail) if tail else None
        is_glued = text[stop.end() : stop.end() + 1] != " " or text[: stop.start()].endswith(" ")
        # Behind a space a lone word (Time, Nature) may be the text's own.
        if names and (is_glued or " " in tail or tail.isupper() or COUNT.search(tail)):
            # "unclear .Axios": the gap before the full stop was made by the label that stood there.
            return text[: stop.start()].rstrip() + stop[0], tail, names
    return None


def move_source_list(draft: Draft) -> Draft:
    """A list under "Citations" or "Sources" becomes citations."""
    places: list[int] = []
    cited: list[LineCited] = []
    for start, line in enumerate(draft.lines):
        if SOURCES_LABEL.fullmatch(line.text):
            entries = list(_listed_sources(draft.lines, start + 1))
            if entries:
                places += [start, *(index for index, _ in entries)]
                cited += [LineCited(entry, None) for _, entry in entries]
    return replace(move(draft, places, "citations"), cited=draft.cited + tuple(cited)) if places else draft


def _listed_sources(lines: tuple[Line, ...], start: int) -> Iterator[tuple[int, Cited]]:
    for index in range(start, len(lines)):
        entry = LISTED.fullmatch(strip_bullet(lines[index].text))
        if not entry:
            return
        yield index, Cited(entry["outlet"].strip(), entry["title"].strip(), None, entry["date"], None)


def move_keywords(draft: Draft) -> Draft:
    """The article's own keyword list, on the label's line or on the next."""
    for index, line in enumerate(draft.lines):
        label = KEYWORDS_LABEL.fullmatch(line.text)
        if not label:
            continue
        places = [index]
        listed = label["list"]
        if not listed and index + 1 < len(draft.lines):
            places.append(index + 1)
            listed = draft.lines[index + 1].text
        words = tuple(part.strip().lstrip("#") for part in re.split(r"[,;]", listed) if part.strip())
        if _are_keywords(words):
            return replace(move(draft, places, "keywords"), keywords=draft.keywords + words)
    return draft


def _are_keywords(words: tuple[str, ...]) -> bool:
    """Whether a comma list is one of short terms and not a sentence."""
    return (
        2 <= len(words) <= KEYWORDS_MOST
        and all(len(word) <= KEYWORD_LENGTH for word in words[:-1])
        and (not words[-1].endswith((".", "!", "?")))
    )
