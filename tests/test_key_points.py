"""Key points: sentences that never are one."""

import pytest

from builder.analyse import analyse
from tests.cases import make_article

FIRST = "The council of Salem closed the old harbour bridge on Monday after the storm."
LAST = "Engineers from Salem checked twelve cables of the bridge in March and April."


def find_points(text: str) -> list[str]:
    article, _ = make_article(text)
    return [article.text[one.span.start : one.span.end] for one in analyse(article).key_points]


@pytest.mark.parametrize(
    "sentence",
    [
        "None of these plans was ready when the storm reached the bridge on Monday.",
        "Neither was ready when the storm reached the old bridge on Monday.",
        "Most of them were ready when the storm reached the bridge on Monday.",
        "“I have never seen a storm like the one on Monday,” he told a reporter.",
        "“We have never seen a storm like the one on Monday,” a resident said.",
        "Correction: An earlier version gave the wrong number of cables on Monday.",
        "Update: The bridge was opened again on Monday after four hours.",
        "1.",
        "2. 3.",
        "Read on.",
    ],
)
def test_no_key_point(sentence: str) -> None:
    found = find_points(f"{FIRST}\n\n{sentence}\n\n{LAST}")
    assert sentence not in found
    assert {FIRST, LAST} <= set(found)


@pytest.mark.parametrize(
    "sentence",
    [
        "The meeting, held at the harbour of Salem, was the first one since March.",
        "“I have never seen a storm like the one on Monday,” Margaret Poe told a reporter.",
    ],
)
def test_key_point(sentence: str) -> None:
    assert sentence in find_points(f"{FIRST}\n\n{sentence}\n\n{LAST}")


def test_no_sentence_with_words_gives_none() -> None:
    assert find_points("1.\n\n2.") == []
