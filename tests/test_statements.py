"""Attributed statements, by cases that an editor can add to and by hostile text."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from builder.analyse import quotes, statements
from builder.model import Article, Statement
from tests.cases import load_cases, make_article
from tests.test_quotes import PIECES, check_span, find_cast

WORDS = (*PIECES, "insisted", "claims", "which", "denies", "but", "rejected", "it", "described", "as", "police", ".")


def find_statements(text: str) -> tuple[Article, tuple[Statement, ...]]:
    article, sentences = make_article(text)
    entities = find_cast(article.text)
    return article, statements.find(article, sentences, entities, quotes.find(article, sentences, entities))


def print_statement(statement: Statement) -> str:
    disputed = f" | disputed: {statement.disputed}" if statement.disputed else ""
    return f"{statement.speaker} = {statement.speaker_named or '?'} | {statement.cue}{disputed}"


@pytest.mark.parametrize(
    ("text", "expected"), [pytest.param(text, expected, id=title) for title, text, expected in load_cases("statements")]
)
def test_case(text: str, expected: str) -> None:
    _, found = find_statements(text)
    assert ("\n".join(map(print_statement, found)) or "nothing") == expected


def test_span_is_the_whole_sentence() -> None:
    article, (statement,) = find_statements("It rained. Residents say the noise never stops. It rained again.")
    assert article.text[statement.span.start : statement.span.end] == "Residents say the noise never stops."


@settings(max_examples=300, deadline=None)
@given(st.one_of(st.text(), st.lists(st.sampled_from(WORDS), max_size=60).map(" ".join)))
def test_any_text(text: str) -> None:
    article, found = find_statements(text)
    sentences = {sentence.span for sentence in make_article(text)[1]}
    for statement in found:
        assert statement.span in sentences
        assert statement.speaker_span
        assert statement.span.start <= statement.speaker_span.start < statement.speaker_span.end
        check_span(article, statement.speaker_span)
    assert len({statement.span for statement in found}) == len(found)
