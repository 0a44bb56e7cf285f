"""Clauses: a paragraph in, its sentences as tokens out, each quotation one closed token."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from builder.analyse.marks import Marked
from builder.model import Span

TOKEN = re.compile(
    r"""
    (?:[^\W\d_]\.)+                                     # initials: U.S., J.
    | \b(?:Mr|Mrs|Ms|Dr|Sens?|Reps?|Govs?|Gen|Lt|Col|Maj|Capt|Sgt|Cpl|Adm|Cmdr|St|Jr|Sr|Prof|Rev|Hon|Pres)\.
    | \b(?:Supt|Det|Insp|Inc|Corp|Co|Ltd|Bros|No)\.
    | [^\W_]+ (?: (?:['’&/-]|(?<=\d)[.,](?=\d)) [^\W_]+ )*   # a word, a number
    | --+ | \.\.+                                       # a dash, an ellipsis
    | [^\w\s]
    """,
    re.VERBOSE,
)
QUOTATION = "“…”"
# A full stop behind one of these ends no sentence.
TITLE = re.compile(r"(?!Jr|Sr|Inc|Corp|Co|Ltd|Bros|No)[A-Z][a-z]+\.")
# Most tokens between brackets that are passed over: "Poe (D-Ohio) said".
LONGEST_BRACKET = 10
# What a quotation ends with where its sentence ends too, and where it may.
ENDS, MAY_END = ".…", "?!"
CLOSING = "”“»\"'’ \u00a0\u202f"


class Token(NamedTuple):
    """A word, a mark, or a whole quotation (its ``low`` is ``QUOTATION``)."""

    text: str
    low: str
    start: int
    end: int

    @property
    def is_word(self) -> bool:
        """Whether it begins with a letter or digit."""
        return self.text[0].isalnum()


Clause = list[Token]


def read_tokens(text: str, span: Span, marked: tuple[Marked, ...]) -> Iterator[Token]:
    """Tokens of a paragraph in order."""
    place = span.start
    for one in (*marked, None):
        for match in TOKEN.finditer(text, place, one.start if one else span.end):
            yield Token(match[0], match[0].lower(), match.start(), match.end())
        if one:
            yield Token(text[one.start : one.end], QUOTATION, one.start, one.end)
            place = one.end


def last_mark(token: Token) -> str:
    """The last character inside a quotation."""
    return token.text.rstrip(CLOSING)[-1:]


def split_clauses(text: str, span: Span, marked: tuple[Marked, ...], ends: frozenset[int]) -> list[Clause]:
    """Sentences of a paragraph as tokens; a full stop inside a quotation ends none unless the quotation ends with it.

    ``ends`` are the places where the sentences of the article end.
    """
    clauses: list[Clause] = []
    clause: Clause = []
    tokens = list(read_tokens(text, span, marked))
    for token, following in zip(tokens, [*tokens[1:], None], strict=False):
        clause.append(token)
        if following is None or ends_clause(token, following, ends):
            clauses.append(drop_brackets(clause))
            clause = []
    return clauses


def drop_brackets(clause: Clause) -> Clause:
    """The clause without short asides in brackets, which stand between a speaker and the word of saying."""
    kept: Clause = []
    opening = -1
    for token in clause:
        kept.append(token)
        if token.low == "(":
            opening = len(kept) - 1
        elif token.low == ")" and opening >= 0:
            if len(kept) - opening <= LONGEST_BRACKET and all(one.low != QUOTATION for one in kept[opening:]):
                del kept[opening:]
            opening = -1
    return kept or clause


def ends_clause(token: Token, following: Token, ends: frozenset[int]) -> bool:
    """Whether a sentence ends between two tokens."""
    if token.low != QUOTATION:
        is_title = TITLE.fullmatch(token.text) or following.text[0].islower()
        return token.end in ends and following.start > token.end and not is_title
    goes_on = following.text[0].islower() or not (following.is_word or following.low == QUOTATION)
    if last_mark(token) in ENDS:
        return not goes_on
    # “Why?” Ann Poe asked: what follows a question may say who put it, and who reads it decides.
    return last_mark(token) in MAY_END and following.low == QUOTATION
