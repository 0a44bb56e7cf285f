"""The steps that take out page furniture; each has a name that the page shows, and keeps what it is not sure of."""

import re
from collections.abc import Iterator
from dataclasses import replace

from builder.clean.draft import Draft, Line, remove
from builder.clean.lines import BULLET, ENDED
from builder.words import count_words, fold, load_list

SKIP_LINK = re.compile(r"(?:skip|jump) to (?:the )?(?:main |page )?(?:content|navigation|article|search|footer|menu)")
COOKIES = re.compile(
    r"(?:(?:update|manage|change|accept|reject|allow|your|our) )*(?:all )?(?:cookies?|consent)"
    r"(?: (?:preferences|settings|policy|notice|choices|consent))*"
)
READ_MORE = re.compile(r"(?:read more|read also|also read|see also|read next|more on this story)\s*[:|–—-]\s*\S", re.I)
# Headings of what stands behind or beside an article and is not part of it.
RELATED = re.compile(
    r"(?:(?:most|more) (?:read|popular|viewed)|popular|related|recommended|trending|latest|you (?:may|might) also like"
    r"|more (?:from|in|on|stories)|read more|keep reading|up next|what to read next|editors?'? picks)\b.*"
)
COMMENTS = re.compile(
    r"(?:\d+ )?(?:comments?|responses?|replies)(?: \(\d+\))?|leave a (?:comment|reply)|post a comment"
)
LABEL_WORDS = 10  # a longer line is no label
TITLE_COPIES_WITHIN = 10  # lines in which a page repeats its headline
TEASER_NAME = re.compile(r"(?<=[\w,;] )[A-Z][\w’'-]{3,}")


def _is_label(line: Line, pattern: re.Pattern[str]) -> bool:
    text = fold(BULLET.sub("", line.text, count=1)).rstrip(":")
    return count_words(text) <= LABEL_WORDS and not line.text.endswith(".") and bool(pattern.fullmatch(text))


def remove_skip_links(draft: Draft) -> Draft:
    """Links for keyboards at the head of a page."""
    return remove(draft, (i for i, line in enumerate(draft.lines) if _is_label(line, SKIP_LINK)), "skip link")


def remove_cookie_lines(draft: Draft) -> Draft:
    """Controls of a consent banner."""
    return remove(draft, (i for i, line in enumerate(draft.lines) if _is_label(line, COOKIES)), "cookie control")


def remove_furniture_lines(draft: Draft) -> Draft:
    """Lines that are wholly a known label of a page: share, print, subscribe (``data/furniture.txt``)."""
    known = set(load_list("furniture"))
    return remove(draft, (i for i, line in enumerate(draft.lines) if fold(line.text) in known), "page label")


def remove_read_more(draft: Draft) -> Draft:
    """One-line pointers to other articles."""
    places = (i for i, line in enumerate(draft.lines) if READ_MORE.match(line.text) and not line.text.endswith("."))
    return remove(draft, places, "pointer to another article")


def remove_title_copies(draft: Draft) -> Draft:
    """Copies of the headline near the head of the page; the first one stays where none is declared."""
    declared = fold(draft.declared.title or "")
    seen = {declared} if declared else set()
    copies = []
    for index, line in enumerate(draft.lines[:TITLE_COPIES_WITHIN]):
        text = fold(line.text)
        if text in seen and not ENDED.search(line.text.rstrip("?")):
            copies.append(index)
        elif not draft.declared.title:
            seen.add(text)
    return remove(draft, copies, "second copy of the headline")


def remove_related_lists(draft: Draft) -> Draft:
    """A label such as "Related articles" and the headlines listed under it."""
    places: list[int] = []
    for start, line in enumerate(draft.lines):
        if start not in places and _is_label(line, RELATED):
            listed = list(_listed_titles(draft.lines, start + 1))
            if listed or start == len(draft.lines) - 1:
                places += [start, *listed]
    return remove(draft, places, "list of related articles")


def _listed_titles(lines: tuple[Line, ...], start: int) -> Iterator[int]:
    """Indexes of list items without the end of a sentence; a short line before a paragraph may be its heading."""
    for index in range(start, len(lines)):
        text = lines[index].text
        if not BULLET.match(text) or ENDED.search(text.rstrip("?")):
            return
        yield index


def remove_sidebars(draft: Draft) -> Draft:
    """What stands behind "Comments" or "Most read" and shares no name with the article before it."""
    start = next((i for i, line in enumerate(draft.lines) if i and _is_sidebar_label(line)), None)
    if start is None:
        return draft
    before = " ".join(line.text for line in draft.lines[:start])
    names = set(TEASER_NAME.findall(before)) | {word for word in before.split() if word[:1].isupper()}
    labels: list[int] = []
    teasers: list[int] = []
    for index in range(start, len(draft.lines)):
        line = draft.lines[index]
        if _is_sidebar_label(line):
            labels.append(index)
        elif set(TEASER_NAME.findall(line.text)) & names or (not teasers and not labels):
            break
        else:
            teasers.append(index)
    # Removing lines shifts indexes, so the later ones go first.
    drafted = remove(draft, teasers, "teaser of another story")
    gone = set(teasers)
    shifted = [index - sum(place < index for place in gone) for index in labels]
    return remove(drafted, shifted, "sidebar heading")


def _is_sidebar_label(line: Line) -> bool:
    return _is_label(line, COMMENTS) or _is_label(line, RELATED)


def remove_rules(draft: Draft) -> Draft:
    """Lines whose every character is punctuation."""
    return replace(draft, lines=tuple(line for line in draft.lines if count_words(line.text)))
