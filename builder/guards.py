"""What a slice must not lose: the denials, hedges, attributions and conditions of its own sentence."""

import re
from functools import cache

from builder.words import load_list


@cache
def _guard_pattern() -> re.Pattern[str]:
    """Any guard word or phrase as a whole word; ``n't`` closes one."""
    words = sorted((word for word in load_list("guards") if word != "n't"), key=lambda word: (-len(word), word))
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, words))})\b|n['’]t\b", re.IGNORECASE)


def is_guarded(text: str) -> bool:
    """Whether the text holds a word of denial, hedge, attribution or condition (``data/guards.txt``).

    A piece may leave its sentence only where the rest of the sentence holds none:

    >>> is_guarded("The fire destroyed 12 houses, prosecutors alleged.")
    True
    >>> is_guarded("The fire destroyed 12 houses.")
    False
    """
    return bool(_guard_pattern().search(text))
