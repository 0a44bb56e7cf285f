"""Quotations and their speakers, by cases that an editor can add to and by hostile text."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from builder.analyse import quotes
from builder.model import Article, Entity, EntityKind, Quote, Span
from tests.cases import load_cases, make_article

# Everybody in the cases is invented.
CAST: tuple[tuple[str, EntityKind, tuple[str, ...]], ...] = (
    ("Ann Poe", "person", ("Ann Poe", "Poe")),
    ("Carl Lund", "person", ("Carl Lund", "Lund")),
    ("Mira Holt", "person", ("Mira Holt", "Holt")),
    ("Lantern Trust", "organisation", ("Lantern Trust", "Trust")),
    ("Tarn Council", "organisation", ("Tarn Council",)),
    ("Veldova", "place", ("Veldova",)),
    ("Salem", "place", ("Salem",)),
    ("Tarn", "place", ("Tarn",)),
)
OPENING = tuple("“„«\"‘'")
PIECES = (
    *("“", "”", '"', "«", "»", "„", "‘", "’", "'", ",", ".", "?", "!", ";", ":", "—", "(", ")", " ", " ", "\n\n"),
    *("Ann Poe", "Holt", "Trust", "Salem", "said", "told", "he", "she", "who", "that", "and", "was", "not", "called"),
    *("according to", "saying", "officials", "the", "bridge", "on Monday", "a", "İ", "ß", "12", "U.S.", "x-y"),
)


def find_cast(text: str) -> tuple[Entity, ...]:
    """The cast as it is mentioned in a text."""
    found = []
    for name, kind, forms in CAST:
        mentions = tuple(Span(*match.span()) for match in re.finditer(rf"\b(?:{'|'.join(forms)})\b", text))
        if mentions:
            found.append(Entity(name, kind, (), mentions))
    return tuple(found)


def find_quotes(text: str) -> tuple[Article, tuple[Quote, ...]]:
    article, sentences = make_article(text)
    return article, quotes.find(article, sentences, find_cast(article.text))


def print_quote(article: Article, quote: Quote) -> str:
    parts = " + ".join(article.text[span.start : span.end] for span in quote.spans)
    return f"{quote.speaker or '?'} = {quote.speaker_named or '?'} | {quote.cue or '?'} | {parts}"


def check_span(article: Article, span: Span) -> None:
    piece = article.text[span.start : span.end]
    assert piece
    assert piece == piece.strip()
    assert any(block.span.start <= span.start and span.end <= block.span.end for block in article.blocks)
    for place in (span.start, span.end):
        around = article.text[max(0, place - 1) : place + 1]
        assert not (len(around) == 2 and around.isalnum())


@pytest.mark.parametrize(
    ("text", "expected"), [pytest.param(text, expected, id=title) for title, text, expected in load_cases("quotes")]
)
def test_case(text: str, expected: str) -> None:
    article, found = find_quotes(text)
    assert ("\n".join(print_quote(article, quote) for quote in found) or "nothing") == expected


def test_speaker_span_reads_as_speaker() -> None:
    article, (quote,) = find_quotes("“The bridge will stay closed all winter,” Harbour Minister Carl Lund said.")
    assert quote.speaker_span is not None
    assert article.text[quote.speaker_span.start : quote.speaker_span.end] == quote.speaker
    assert quote.is_full


def test_short_quotation_is_not_full() -> None:
    _, (quote,) = find_quotes("Ann Poe called the repair “botched” on Monday.")
    assert not quote.is_full


def test_without_sentences_nothing_is_found() -> None:
    article, _ = make_article("“The bridge will stay closed all winter,” Ann Poe said.")
    assert quotes.find(article, (), find_cast(article.text)) == ()


@settings(max_examples=300, deadline=None)
@given(
    st.one_of(
        st.text(), st.lists(st.sampled_from(PIECES), max_size=60).map(" ".join), st.text(alphabet='“”"«»„ aB.,\n')
    )
)
def test_any_text(text: str) -> None:
    article, found = find_quotes(text)
    for quote in found:
        assert quote.spans == tuple(sorted(quote.spans, key=lambda span: span.start))
        for span in quote.spans:
            check_span(article, span)
            assert article.text[span.start] in OPENING
        assert (quote.speaker is None) == (quote.speaker_span is None)
        if quote.speaker_span:
            check_span(article, quote.speaker_span)
    places = [span.start for quote in found for span in quote.spans]
    assert len(places) == len(set(places))
