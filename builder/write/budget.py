"""How long a combined page may be: two minutes at the top, a third of its articles in all."""

import html
import re

from builder.words import count_words

LEAST = 600  # words that a page may always have
SHARE = 0.3  # of its articles' words
# What is looked at and not read: markers, letters of tiles, numbers of a matrix, options of a closed list, charts.
GLANCED = re.compile(
    r"\[[^\]]*\]\([^)]*\)\{ \.(?:cite|t|k)[^}]*\}"
    r"|<span class=\"[tk](?: [^>]*)?\"[^>]*>[^<]*</span>"
    r"|<option.*?</option>|<svg.*?</svg>|^\s*\|[-:|]+\|$",
    re.MULTILINE,
)
MARKUP = re.compile(r"\]\([^)]*\)|\{[ :][^}]*\}|<[^>]*>")


def count_read(markdown: str) -> int:
    """Words of a page's Markdown that a reader reads."""
    return count_words(html.unescape(MARKUP.sub(" ", GLANCED.sub(" ", markdown))))


def find_limit(words: int) -> int:
    """Words that the combined page of articles of so many words may have."""
    return max(LEAST, int(words * SHARE))
