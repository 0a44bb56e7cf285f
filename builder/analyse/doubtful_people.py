"""Names with a person's shape that may be something else: candidates in, candidates out, settled by the article."""

import re
from dataclasses import replace

from builder.analyse.gazetteer import known_names, words_of
from builder.analyse.name_kinds import IN_BEFORE, NEAR, Candidate
from builder.analyse.person_evidence import SAYING_BEHIND, VERB_BEHIND
from builder.analyse.person_shape import has_surname_end

ARTICLE_BEFORE = re.compile(r"\b(?:the|a|an|this|that|every|each)\ $", re.IGNORECASE)


def settle(text: str, candidates: list[Candidate], plain: set[str]) -> list[Candidate]:
    """The candidates, the doubtful ones as persons where one of their mentions shows it.

    ``plain``: the words that the article prints in small letters.
    """
    alone = _find_alone(text, candidates, plain)
    proven = {one.text for one in candidates if one.is_doubtful and _is_proven(text, one, alone, plain)}
    return [
        replace(one, kind="person", is_doubtful=False)
        if one.is_doubtful and one.text in proven and not ARTICLE_BEFORE.search(_before(text, one))
        else one
        for one in candidates
    ]


def _before(text: str, one: Candidate) -> str:
    return text[max(0, one.start - NEAR) : one.start]


def _find_alone(text: str, candidates: list[Candidate], plain: set[str]) -> set[str]:
    """Single words that the article prints like a surname: with a capital inside a sentence, or before a verb."""
    barred, alone = set(), set()
    for one in candidates:
        if " " in one.text:
            continue
        if ARTICLE_BEFORE.search(_before(text, one)):
            barred.add(one.text)
        elif not one.is_opening or (one.text.lower() not in plain and VERB_BEHIND.match(text, one.end)):
            alone.add(one.text)
    return alone - barred


def _is_proven(text: str, one: Candidate, alone: set[str], plain: set[str]) -> bool:
    """Whether it is a person: by its ending, by what it says, by its surname alone; a town's by its place too."""
    first, last = one.text.split()[0], one.text.split()[-1]
    if ARTICLE_BEFORE.search(_before(text, one)):
        return False
    if has_surname_end(last) or SAYING_BEHIND.match(text, one.end) or last in alone:
        return True
    is_town = first in known_names() and last not in words_of("surnames") | words_of("common_words")
    return is_town and last.lower() not in plain and not IN_BEFORE.search(_before(text, one))
