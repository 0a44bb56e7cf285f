"""The article's place on a copied page: menus before it and lists and forms behind it leave the text."""

from builder.clean.draft import Draft, Line, remove
from builder.clean.lines import is_item
from builder.clean.notices import SENTENCE_END, has_structure, is_notice, is_prose
from builder.words import count_words

# What a line says for an article at its place, in points.
WORDS_A_POINT = 4
PROSE_MOST = 12.0  # a paragraph at most, so that one long notice does not outweigh an article
LABEL = -1.0  # a line without the end of a sentence
BULLETED = -1.5
NOTICE = -6.0
EDGE_BEFORE = 5  # labels before the article from which on they are a menu; fewer may be its title and byline
EDGE_BEHIND = 3


def remove_outside(draft: Draft) -> Draft:
    """Runs of labels before the first and behind the last paragraph of the article, where there are many."""
    if has_structure(draft):
        return draft
    scores = [_score(line) for line in draft.lines]
    start, end = _find_region(scores)
    if start == end:
        return draft
    before = [index for index in range(start) if scores[index] < 0]
    behind = list(range(end, len(draft.lines)))
    is_menu = len(before) >= EDGE_BEFORE
    is_tail = sum(scores[place] < 0 for place in behind) >= EDGE_BEHIND
    return remove(draft, [*(before if is_menu else ()), *(behind if is_tail else ())], "outside the article")


def _score(line: Line) -> float:
    """What a line says for an article at its place."""
    if is_notice(line):
        return NOTICE
    if is_prose(line):
        return min(PROSE_MOST, count_words(line.text) / WORDS_A_POINT)
    if SENTENCE_END.search(line.text) or line.text.endswith(":"):
        return 0.0
    return BULLETED if is_item(line) else LABEL


def _find_region(scores: list[float]) -> tuple[int, int]:
    """The stretch of lines with the greatest sum: start and end; equal if no line speaks for an article."""
    best, best_range, total, begin = 0.0, (0, 0), 0.0, 0
    for index, score in enumerate(scores):
        if total <= 0:
            total, begin = 0.0, index
        total += score
        if total > best:
            best, best_range = total, (begin, index + 1)
    return best_range
