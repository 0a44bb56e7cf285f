"""Outlook: sentences that look ahead to what is planned, expected or open."""

import re
from functools import cache

from builder.analyse.marks import find_all_marked
from builder.model import Article, Outlook, Sentence
from builder.words import load_list

# Fewest words of a sentence that says who or what it looks ahead to.
LEAST_WORDS = 4
# "will" and "shall" as verbs: behind a word that is no article, possessive or adjective of the noun, before a verb.
FUTURE = re.compile(
    r"""
    (?<![\w'’-])
    (?P<before> [\w'’-]{1,40} ) [ ]
    (?: will | shall | won['’]t ) [ ]
    (?: not[ ] | also[ ] | never[ ] | soon[ ] | then[ ] | now[ ] | [a-z]{1,20}ly[ ] )?
    (?P<verb> [a-z]{2,} )
    """,
    re.VERBOSE | re.IGNORECASE,
)
# "plan" and "hope" as verbs: behind a plural.
PLANS = re.compile(
    r"""
    (?<![\w'’-])
    (?P<before> [\w-]{1,40}s | they | we | police | \w{1,20}men ) [ ] (?: also[ ] )?
    (?: plan | intend | hope | expect ) [ ] to [ ] (?P<verb> [a-z]{2,} )
    """,
    re.VERBOSE | re.IGNORECASE,
)
# Before or behind these "will" and "plan" are nouns.
NOUN_BEFORE = frozenset(
    "a an the his her their its our my your this that free good ill political no last own popular of against".split()
)
NOUN_BEHIND = frozenset("of to and or is was for in from as that".split())


# "a matter on which it will not bend": what somebody is like, not what comes.
ASIDE = re.compile(r"\b(?:which|whom|whose)\b[^,;]*$", re.IGNORECASE)
ASIDE_REACH = 40  # characters


@cache
def phrase_pattern() -> re.Pattern[str]:
    """Any phrase of ``data/outlook.txt``."""
    phrases = sorted(load_list("outlook"), key=lambda phrase: (-len(phrase), phrase))
    return re.compile(rf"(?<![\w'’-])(?:{'|'.join(map(re.escape, phrases))})(?![\w'’-])", re.IGNORECASE)


def looks_ahead(text: str) -> bool:
    """Whether a sentence, without its quotations, looks ahead.

    >>> looks_ahead("The council will vote on the plan.")
    True
    >>> looks_ahead("It was a test of the will of the council.")
    False
    """
    words = text.split()
    text = " ".join(words)
    if len(words) < LEAST_WORDS or text.endswith("?"):
        return False
    if phrase_pattern().search(text):
        return True
    return any(
        match["before"].lower() not in NOUN_BEFORE
        and match["verb"].lower() not in NOUN_BEHIND
        and not ASIDE.search(text, max(0, match.start() - ASIDE_REACH), match.start())
        for pattern in (FUTURE, PLANS)
        for match in pattern.finditer(text)
    )


def find(article: Article, sentences: tuple[Sentence, ...]) -> tuple[Outlook, ...]:
    """Sentences that look ahead in words of the article's own, not only in those that it quotes."""
    pieces, place = [], 0
    for _, marked in find_all_marked(article):
        for one in marked:
            pieces += [article.text[place : one.start], " " * (one.end - one.start)]
            place = one.end
    own = "".join([*pieces, article.text[place:]])
    return tuple(
        Outlook(sentence.span)
        for sentence in sentences
        if looks_ahead(own[sentence.span.start : sentence.span.end].strip())
    )
