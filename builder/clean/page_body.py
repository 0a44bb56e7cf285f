"""Which blocks of a page are the article: trafilatura decides, the page's own words are taken."""

import logging
from collections import defaultdict
from typing import Any

from builder.clean.page_blocks import PageBlock
from builder.words import count_words, find_words

ENOUGH_WORDS = 50  # with fewer found, the next more generous way is tried
RUN = 5  # words in a row that show that a block is part of a found line
PLACES_TRIED = 20  # of one run in the found text: bounds what a page of one repeated word can cost
LABEL_WORDS = 3  # a longer entry at the article's edge may be its own
PARTLY = 0.7  # of a block's runs of words
Words = tuple[str, ...]


def find_body(root: Any, blocks: tuple[PageBlock, ...]) -> frozenset[int]:
    """Indexes of the blocks that are the article; empty if the page has none."""
    words = [tuple(word.casefold() for word in find_words(block.text)) for block in blocks]
    best: frozenset[int] = frozenset()
    for options in ({"favor_precision": True}, {"favor_recall": True}):
        found = _match(words, _extract(root, options))
        if _count(words, found) > _count(words, best):
            best = found
        if _count(words, best) >= ENOUGH_WORDS:
            break
    text = [place for place in best if not blocks[place].is_menu]
    if text:
        return _trim(blocks, best | _find_headings(blocks, best), min(text), max(text))
    if _count(words, best) >= ENOUGH_WORDS:
        return best
    return frozenset(index for index, block in enumerate(blocks) if block.kind == "paragraph" and not block.is_menu)


def _find_headings(blocks: tuple[PageBlock, ...], body: frozenset[int]) -> frozenset[int]:
    """Headings between two blocks of the article, which trafilatura leaves out where it is in doubt."""
    return frozenset(
        place
        for place, block in enumerate(blocks)
        if block.kind == "heading" and not block.is_menu and {place - 1, place + 1} <= body
    )


def _trim(blocks: tuple[PageBlock, ...], body: frozenset[int], first: int, last: int) -> frozenset[int]:
    """The body without what is part of an article only inside it: labels of menus, and headings of nothing."""
    end = max((place for place in body if blocks[place].kind != "heading"), default=last)
    return frozenset(
        place
        for place in body
        if place <= end and (first <= place <= last or count_words(blocks[place].text) > LABEL_WORDS)
    )


def _count(words: list[Words], places: frozenset[int]) -> int:
    return sum(len(words[place]) for place in places)


def _extract(root: Any, options: dict[str, bool]) -> list[Words]:
    """The lines that trafilatura takes for the article, as words."""
    # Imported here: a build without a page does not load it.
    import trafilatura

    # It reports what it leaves out; the page's record of removals says the same.
    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    found = trafilatura.bare_extraction(root, include_comments=False, include_tables=True, **options)  # type: ignore[arg-type]
    text = getattr(found, "text", None) or ""
    lines = (tuple(word.casefold() for word in find_words(line)) for line in text.split("\n"))
    return [line for line in lines if line]


class _Found:
    """The found lines as one row of words, of which each is given to one block at most."""

    def __init__(self, lines: list[Words]) -> None:
        self.row = [word for line in lines for word in line]
        self.is_taken = bytearray(len(self.row))
        self.runs: dict[Words, list[int]] = defaultdict(list)
        self.lines: dict[Words, list[int]] = defaultdict(list)
        self.cursor = start = 0
        for line in lines:
            self.lines[line].append(start)
            start += len(line)
        for place in range(len(self.row) - RUN + 1):
            self.runs[tuple(self.row[place : place + RUN])].append(place)

    def take(self, words: Words) -> bool:
        """Whether the words of a block are part of what was found, and not yet another block's."""
        runs, lines = self.runs.get(words[:RUN], []), self.lines.get(words, [])
        for place in (self.cursor, *runs[:PLACES_TRIED], *lines[:PLACES_TRIED]):
            end = place + len(words)
            if tuple(self.row[place:end]) == words and not any(self.is_taken[place:end]):
                self.is_taken[place:end] = b"\1" * len(words)
                self.cursor = end
                return True
        return False

    def take_partly(self, words: Words) -> bool:
        """Whether most of a long block was found: trafilatura leaves out a link or a note inside it."""
        runs = [words[place : place + RUN] for place in range(len(words) - RUN + 1)]
        places = [place for run in runs for place in self.runs.get(run, ())[:1] if not self.is_taken[place]]
        if len(words) < 2 * RUN or len(places) < PARTLY * len(runs):
            return False
        for place in places:
            self.is_taken[place : place + RUN] = b"\1" * RUN
        return True


def _match(words: list[Words], lines: list[Words]) -> frozenset[int]:
    """Indexes of the blocks that were found: whole ones first, so that no teaser takes a paragraph's words."""
    found = _Found(lines)
    whole = {index for index, block in enumerate(words) if found.take(block)}
    return frozenset(
        whole | {index for index, block in enumerate(words) if index not in whole and found.take_partly(block)}
    )
