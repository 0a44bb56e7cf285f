"""The steps that take out page furniture; each has a name that the page shows, and keeps what it is not sure of."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from builder.clean.draft import Draft, Line, remove, remove_each
from builder.clean.lines import ENDED, is_item, strip_bullet
from builder.words import count_words, fold, load_list

SKIP_LINK = re.compile(r"(?:skip|jump) to (?:the )?(?:main |page )?(?:content|navigation|article|search|footer|menu)")
# A verb before or a noun behind: an article may have a heading "Cookies" or "Consent" of its own.
COOKIES = re.compile(
    r"(?:(?:update|manage|change|accept|reject|allow) (?:your |our )?(?:all )?(?:cookies?|consent)"
    r"|(?:your |our )?(?:cookies?|consent)(?= (?:preferences|settings|policy|notice|choices|consent)))"
    r"(?: (?:preferences|settings|policy|notice|choices|consent))*"
)
# Headings of what stands behind or beside an article and is not part of it; an article has "Latest developments".
THINGS = r"(?:articles?|stories|story|posts?|news|reads?|reading|content|topics?|links?|headlines?|videos?|coverage)"
SIDEBAR = re.compile(
    rf"(?:most|more) (?:read|popular|viewed|shared)\b.*|(?:latest|more) {THINGS}"
    rf"|(?:popular|related|recommended|trending)(?: {THINGS})?(?: (?:now|today|to this|for you|this (?:week|month)))?"
    r"|you (?:may|might) also like\b.*|keep reading|up next|what to read next|editor'?s'? picks?"
)
# Before a list of headlines alone: in front of paragraphs these may head a part of the article.
MORE = re.compile(r"(?:more|latest) (?:from|in|on)\b.*")
COMMENTS = re.compile(
    r"\d+ (?:comments?|responses?|replies)|(?:comments?|responses?|replies) \(\d+\)"
    r"|no comments(?: yet)?|(?:leave|post|add|write) a (?:comment|reply)"
)
# One word may also head a part of the article; it stays where the text behind it stays.
OPEN = re.compile(r"comments?|responses?|replies|popular|related|recommended|trending")
LABEL_WORDS = 10  # a longer line is no label
LABEL_LENGTH = 120  # characters
TITLE_COPIES_WITHIN = 10  # lines in which a page repeats its headline
TITLE_LEAST = 3  # words; a shorter line may well stand twice
TEASER_NAME = re.compile(r"(?<=[\w,;] )[A-Z][\w’'-]{3,}")


def _is_label(line: Line, *patterns: re.Pattern[str]) -> bool:
    if len(line.text) > LABEL_LENGTH or line.text.endswith(".") or count_words(line.text) > LABEL_WORDS:
        return False
    text = fold(strip_bullet(line.text))
    return any(pattern.fullmatch(text) for pattern in patterns)


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


def remove_title_copies(draft: Draft) -> Draft:
    """Copies of the headline near the head of the page; the first one stays where none is declared."""
    declared = fold(draft.declared.title or "")
    seen = {declared} if declared else set()
    copies = []
    for index, line in enumerate(draft.lines[:TITLE_COPIES_WITHIN]):
        text = fold(line.text)
        if is_item(line) or count_words(text) < TITLE_LEAST:
            continue
        if text in seen and not ENDED.search(line.text.rstrip("?")):
            copies.append(index)
        elif not draft.declared.title:
            seen.add(text)
    return remove(draft, copies, "second copy of the headline")


def remove_related_lists(draft: Draft) -> Draft:
    """A label such as "Related articles" and the headlines listed under it."""
    places: set[int] = set()
    for start, line in enumerate(draft.lines):
        if start not in places and _is_label(line, SIDEBAR, MORE):
            listed = list(_listed_titles(draft.lines, start + 1))
            if listed or start == len(draft.lines) - 1:
                places.update((start, *listed))
    return remove(draft, places, "list of related articles")


def _listed_titles(lines: tuple[Line, ...], start: int) -> Iterator[int]:
    """Indexes of list items without the end of a sentence; a short line before a paragraph may be its heading."""
    for index in range(start, len(lines)):
        text = lines[index].text
        if not is_item(lines[index]) or ENDED.search(text.rstrip("?")):
            return
        yield index


def remove_sidebars(draft: Draft) -> Draft:
    """What stands behind "Comments" or "Most read" and shares no name with the article before it."""
    gone: dict[int, str] = {}
    names: set[str] = set()
    words = index = 0
    while index < len(draft.lines):
        line = draft.lines[index]
        if index and _is_sidebar_label(line):
            labels, teasers, index = _read_sidebar(draft.lines, index, names)
            gone.update(dict.fromkeys(labels, "sidebar heading"))
            beside = " ".join(draft.lines[place].text for place in teasers)
            # A sidebar is smaller than what it stands beside; a "2 comments" under the headline heads no sidebar.
            if count_words(beside) <= words:
                gone.update(dict.fromkeys(teasers, "teaser of another story"))
                continue
        else:
            beside = line.text
            index += 1
        names.update(TEASER_NAME.findall(beside), (word for word in beside.split() if word[:1].isupper()))
        words += count_words(beside)
    return remove_each(draft, gone)


def _read_sidebar(lines: Sequence[Line], start: int, names: set[str]) -> tuple[list[int], list[int], int]:
    """Its labels, its teasers, and the line behind it: one that is no teaser, or the end.

    A headline is a teaser only with a teaser's paragraph, another label or nothing behind it.
    """
    labels: list[int] = []
    teasers: list[int] = []
    headlines: list[int] = []
    for index in range(start, len(lines)):
        line = lines[index]
        if _is_sidebar_label(line):
            labels.append(index)
        elif not _is_teaser(line, names):
            if labels[-1] == index - 1 and _is_label(lines[index - 1], OPEN):
                labels.pop()
            return labels, teasers, index - len(headlines)
        elif not ENDED.search(line.text):
            headlines.append(index)
            continue
        else:
            teasers.append(index)
        # A label or a paragraph: the headlines before it were teasers.
        teasers += headlines
        headlines.clear()
    return labels, teasers + headlines, len(lines)


def _is_teaser(line: Line, names: set[str]) -> bool:
    """Whether a line names others than the article does; a headline may name nobody, a paragraph must name somebody."""
    others = set(TEASER_NAME.findall(line.text))
    return not others & names and bool(others or not ENDED.search(line.text.rstrip("?")))


def _is_sidebar_label(line: Line) -> bool:
    return _is_label(line, COMMENTS, OPEN, SIDEBAR)


def is_comments_label(line: Line) -> bool:
    """Whether a line is the heading of readers' comments."""
    return _is_label(line, COMMENTS) or fold(line.text) == "comments"


def remove_rules(draft: Draft) -> Draft:
    """Lines whose every character is punctuation."""
    return replace(draft, lines=tuple(line for line in draft.lines if count_words(line.text)))
