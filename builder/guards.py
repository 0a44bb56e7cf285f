"""What a slice must not lose: what its own sentence denies or doubts, and the sentence before to which it points."""

import re
from functools import cache

from builder.words import load_list

# Speakers that only the sentence before names: "His backers", "These companies", "The two".
POINTERS = frozenset("this that these those such his her their its my our your others".split())
COUNTED = frozenset("two three four five same".split())
POINTED = frozenset("latter former other others pair duo trio men women".split())


@cache
def _guard_pattern() -> re.Pattern[str]:
    """Any guard word or phrase as a whole word; ``n't`` closes one."""
    words = sorted((word for word in load_list("guards") if word != "n't"), key=lambda word: (-len(word), word))
    either = "|".join(map(re.escape, words)).replace(r"\ ", "[ \u00a0\u2009\u202f]")
    return re.compile(rf"\b(?:{either})\b|n['’]t\b", re.IGNORECASE)


def is_guarded(text: str) -> bool:
    """Whether the text holds a word of denial, hedge, attribution or condition (``data/guards.txt``).

    A piece may leave its sentence only where the rest of the sentence holds none:

    >>> is_guarded("The fire destroyed 12 houses, prosecutors alleged.")
    True
    >>> is_guarded("The fire destroyed 12 houses.")
    False
    """
    return bool(_guard_pattern().search(text))


def is_dangling(speaker: str) -> bool:
    """Whether a speaker as printed only points to somebody named before.

    >>> is_dangling("These companies"), is_dangling("the two"), is_dangling("the council")
    (True, True, False)
    """
    first, *rest = speaker.lower().split() or [""]
    if first in POINTERS or speaker.lower() in ("both", "another", "others"):
        return True
    return first == "the" and bool(rest) and (rest[0] in COUNTED or (rest[0] in POINTED and len(rest) == 1))
