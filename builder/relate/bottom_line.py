"""The bottom line: a few key points of different articles, short enough for two minutes."""

import re

from builder.guards import is_guarded
from builder.model import Briefing, KeyPoint
from builder.words import count_words, find_words, load_list

MOST = 5
WORDS = 115  # the head, the list of sources and the panel beside it share 300 words with it
RANKS = 4  # key points of an article that are looked at
LIKE = 0.5  # share of content words at which two rows say the same
# What a row costs, in words.
SHORT = 25  # a longer sentence costs each word more
A_RANK = 12  # each place down an article's own key points
BACKWARD = 60  # a subject that points back to another sentence
DOUBTFUL = 10  # a denial, a hedge, an attribution or a condition
DATED = -15  # a digit: a day or a count says most in fewest words
MOST_COST = 30  # a row worth less is left out
# "The meeting, held …", "The talks have …": which one, only the sentence before says.
POINTS_BACK = re.compile(r"The [a-z-]+(?:,| [—–]| (?:has|have|had|was|were|is|are|will|would|also|came|comes|took) )")


def find(briefings: tuple[Briefing, ...]) -> tuple[tuple[str, KeyPoint], ...]:
    """Briefing and key point, the best first, one an article and at least one in all, within the limits above."""
    ranked = [
        (_cost(briefing, rank, point), place, briefing, point)
        for place, briefing in enumerate(briefings)
        for rank, point in enumerate(briefing.analysis.key_points[:RANKS])
    ]
    ranked = sorted((entry for entry in ranked if entry[0] <= MOST_COST), key=lambda entry: entry[:2]) or ranked[:1]
    chosen: list[tuple[str, KeyPoint]] = []
    seen: list[frozenset[str]] = []
    words = 0
    for _, _, briefing, point in ranked:
        text = briefing.article.text[point.span.start : point.span.end]
        content = frozenset(word.lower() for word in find_words(text)) - set(load_list("stop_words"))
        is_new = briefing.article.id not in {id_ for id_, _ in chosen} and not any(
            len(content & other) >= LIKE * min(len(content), len(other)) for other in seen
        )
        if not chosen or (is_new and len(chosen) < MOST and words + count_words(text) <= WORDS):
            chosen.append((briefing.article.id, point))
            seen.append(content)
            words += count_words(text)
    return tuple(chosen)


def _cost(briefing: Briefing, rank: int, point: KeyPoint) -> int:
    """Words that a row is worth less than the best one."""
    text = briefing.article.text[point.span.start : point.span.end]
    return sum(
        (
            rank * A_RANK,
            max(0, count_words(text) - SHORT),
            BACKWARD * bool(POINTS_BACK.match(text)),
            DOUBTFUL * is_guarded(text),
            DATED * any(character.isdigit() for character in text),
        )
    )
