"""Sentences that look ahead, and words that say that something is not certain."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from builder.analyse import hedges, outlook
from tests.cases import make_article

AHEAD = (
    "The council will vote on the bridge.",
    "The minister is expected to resign.",
    "Engineers plan to test the cables.",
    "The ferry is scheduled to leave at noon.",
    "The new bridge is due to open in May.",
    "Analysts predict a slow repair.",
    "The union threatened to close the harbour.",
    "The mayor vowed to rebuild the bridge.",
    "Talks go on in the coming weeks.",
    "A hearing takes place next month.",
    "Who pays for the cables remains to be seen.",
    "The ferry won’t run in winter.",
    "The coming weeks may prove hard for the harbour.",
    "Ann Poe will “never again” cross the bridge.",
)
NOT_AHEAD = (
    "The bridge could be a danger.",
    "The council voted on the bridge.",
    "He left a will and two houses.",
    "It was a test of the will of the council.",
    "She crossed the bridge of her own free will and left.",
    "The minister was expected to resign.",
    "Ann Poe said: “The bridge will open in May.”",
    "The plan to close the bridge failed.",
    "They stood next to the bridge.",
    "What will the council do?",
)
HEDGED: tuple[tuple[str, list[str]], ...] = (
    ("The cables were reportedly cut.", ["reportedly"]),
    ("Allegedly the crew slept.", ["Allegedly"]),
    ("The figure could not be verified.", ["could not be verified"]),
    ("The figure could not be independently verified.", ["could not be independently verified"]),
    ("It is unclear who cut the cables.", ["unclear"]),
    ("The number is yet to be confirmed and perhaps too high.", ["yet to be confirmed", "perhaps"]),
    ("The council confirmed the number.", []),
    ("The nuclear plant stands in Salem.", []),
    ("A self-alleged witness left.", []),
)


def looks_ahead(text: str) -> bool:
    return bool(outlook.find(*make_article(text)))


@pytest.mark.parametrize("text", AHEAD)
def test_ahead(text: str) -> None:
    assert looks_ahead(text)


@pytest.mark.parametrize("text", NOT_AHEAD)
def test_not_ahead(text: str) -> None:
    assert not looks_ahead(text)


@pytest.mark.parametrize(("text", "expected"), HEDGED)
def test_hedges(text: str, expected: list[str]) -> None:
    article, sentences = make_article(text)
    assert [article.text[one.span.start : one.span.end] for one in hedges.find(article, sentences)] == expected


@settings(max_examples=200, deadline=None)
@given(st.text())
def test_any_text(text: str) -> None:
    article, sentences = make_article(text)
    spans = {sentence.span for sentence in sentences}
    assert {one.span for one in outlook.find(article, sentences)} <= spans
    for one in hedges.find(article, sentences):
        assert any(span.start <= one.span.start < one.span.end <= span.end for span in spans)
