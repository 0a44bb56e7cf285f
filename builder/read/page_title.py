"""The headline that a page shows, checked against the one that it declares to machines."""

import re
from collections.abc import Iterator

from builder.html_tree import read_text
from builder.read.page_head import Head, clean_value
from builder.words import find_words, fold

META_TITLES = ("og:title", "citation_title", "dc.title", "parsely-title", "sailthru.title", "twitter:title")
HEADINGS_READ = 10
LEAST_SHARED = 0.3  # of the words of the shorter; two forms of a headline share more, a site's name less
SHORT = 4  # words; a shorter heading must share half of the longer one's
MOST_ADDED = 0.5  # of a heading's words may be a label that stands in it beside the headline
# What stands between a headline and the name of its site.
SEPARATOR = re.compile(r"\s+[-–—|:·•»«/]+\s+|\s*[|»]\s*|:\s+")
TITLE_LENGTH = 300


def find_title(head: Head, sites: tuple[str, ...]) -> str | None:
    """The page's first heading that agrees with a declared headline, else that headline; ``None`` if there is none.

    A declared headline is JSON-LD's, then Open Graph's and its kin, then ``<title>``; the site's name is cut off.
    """
    declared = [title for title in (cut_site(title, sites) for title in _find_declared(head)) if title]
    headings = [title for title in _find_headings(head) if _squeeze(title) not in map(_squeeze, sites)]
    for title in declared:
        for heading in headings:
            if _is_like(heading, title):
                return title if _has_label(heading, title) else heading
    return next(iter([*declared, *headings]), None)


def _find_declared(head: Head) -> Iterator[str]:
    values = [*head.find_values("headline"), *head.find_meta(*META_TITLES), *head.find_values("name")]
    values += [element.text for element in list(head.root.iter("title"))[:1]]
    yield from (title for title in map(clean_value, values) if title and len(title) <= TITLE_LENGTH)


def _find_headings(head: Head) -> Iterator[str]:
    for heading in list(head.root.iter("h1"))[:HEADINGS_READ]:
        title = read_text(heading)
        if 0 < len(title) <= TITLE_LENGTH:
            yield title


def cut_site(title: str, sites: tuple[str, ...]) -> str | None:
    """A title without its site's name behind or before a dash or bar; ``None`` if it is nothing but that name."""
    names = set(map(_squeeze, sites))
    if _squeeze(title) in names:
        return None
    for mark in SEPARATOR.finditer(title):
        before, behind = title[: mark.start()].strip(), title[mark.end() :].strip()
        if before and behind and _squeeze(behind) in names:
            return before
        if before and behind and _squeeze(before) in names and mark[0].strip() != ":":
            return behind
    return title


def _squeeze(text: str) -> str:
    return "".join(find_words(text)).casefold()


def _is_like(heading: str, title: str) -> bool:
    """Whether two texts are forms of one headline."""
    one, two = ({word.casefold() for word in find_words(text)} for text in (heading, title))
    if not one or not two or len(one & two) < max(1, LEAST_SHARED * min(len(one), len(two))):
        return False
    # A short heading may be a section's, which shares a word by chance.
    return len(one) >= SHORT or len(one & two) >= max(len(one), len(two)) / 2


def _has_label(heading: str, title: str) -> bool:
    """Whether a heading is the headline with a kicker or a subtitle run into it."""
    whole, part = fold(heading), fold(title)
    return whole != part and len(part) >= (1 - MOST_ADDED) * len(whole) and whole.endswith(part)
