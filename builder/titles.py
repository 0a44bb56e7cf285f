"""The title that a source prints before a person's name, as a slice."""

import re
from functools import cache

from builder.guards import is_guarded
from builder.model import Span
from builder.words import load_list

# Capitalised words before a name, with "former" and the like before them.
BEFORE = re.compile(r"(?:(?:former|acting|interim|then|outgoing) )?(?:[A-Z][\w.’'-]* ){1,6}\Z")
REACH = 80  # characters before a name in which its title stands


def find_title(text: str, sentence: Span, mention: Span) -> Span | None:
    """The mention with the title before it; ``None`` without one, or behind a word such as "alleged"."""
    start = max(sentence.start, mention.start - REACH)
    before = text[start : mention.start] if start < mention.start else ""
    found = BEFORE.search(before)
    words = found[0].replace(".", "").lower().split() if found else []
    if not found or not _titles() & set(words) or is_guarded(before[: found.start()].rstrip().rpartition(" ")[2]):
        return None
    return Span(start + found.start(), mention.end)


@cache
def _titles() -> frozenset[str]:
    return frozenset(word.lower() for word in load_list("titles"))
