"""Dates: the cases of ``cases/dates.md``, declared dates, and what holds for any text."""

from datetime import date

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from builder.analyse import dates
from builder.analyse.dates import parse_date
from builder.model import DateMention
from tests.cases import load_cases, make_article

CASES = load_cases("dates")
PUBLISHED = "published: "
PIECES = st.sampled_from(
    "April 24 , 2025 April May March Monday on in since 2014 yesterday two days ago last month next week 24th of "
    "2025-04-24 24/04/2025 . - – “ ” ’s will Sept. 11 this year every the people the Jan. 6".split(" ")
)  # fmt: skip


def find(text: str) -> tuple[str, tuple[DateMention, ...]]:
    """Dates of a text whose first line may be ``published: 2025-04-30``."""
    published = None
    if text.startswith(PUBLISHED):
        first, _, text = text.partition("\n")
        published = date.fromisoformat(first.removeprefix(PUBLISHED))
    article, sentences = make_article(text)
    return article.text, dates.find(article, sentences, published)


@pytest.mark.parametrize(("text", "expected"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_case(text: str, expected: str) -> None:
    final, found = find(text)
    lines = [
        f"{final[one.span.start : one.span.end]} | {one.value or '-'} | {one.precision or '-'} | {one.basis}"
        for one in found
    ]
    assert "\n".join(lines) == expected


def test_enough_cases() -> None:
    assert len(CASES) >= 40


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("April 24, 2025", ("2025-04-24", "day")),
        ("Apr 24, 2025", ("2025-04-24", "day")),
        ("24 April 2025", ("2025-04-24", "day")),
        ("24th of April 2025", ("2025-04-24", "day")),
        ("Thursday, April 24, 2025", ("2025-04-24", "day")),
        ("Thu, 24 Apr 2025 10:00:00 GMT", ("2025-04-24", "minute")),
        ("April 24, 2025 at 10:05 a.m.", ("2025-04-24", "minute")),
        ("2025-04-24", ("2025-04-24", "day")),
        ("2025-04-24T10:00:00Z", ("2025-04-24", "minute")),
        ("2025-04-24 10:00:00+02:00", ("2025-04-24", "minute")),
        ("24/04/2025", ("2025-04-24", "day")),
        ("04/24/2025", ("2025-04-24", "day")),
        ("04/04/2025", ("2025-04-04", "day")),
        ("April 2025", ("2025-04", "month")),
        ("2025-04", ("2025-04", "month")),
        ("2025", ("2025", "year")),
        (" 2025 ", ("2025", "year")),
    ],
)
def test_declared_date(text: str, expected: tuple[str, str]) -> None:
    assert parse_date(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "03/04/2025",
        "2025-02-30",
        "February 30, 2025",
        "April 31, 2025",
        "2025-13",
        "yesterday",
        "April 24",
        "",
        "soon",
        "20250",
        "0999",
        "2025-04-24T",
        "April 24, 2025 and more",
        "9" * 1000,
    ],
)
def test_no_declared_date(text: str) -> None:
    assert parse_date(text) is None


@pytest.mark.parametrize("published", [date.min, date.max, date(2024, 2, 29)])
def test_ends_of_the_calendar(published: date) -> None:
    article, sentences = make_article(
        "Yesterday, tomorrow, two days ago, last month, next year, on Monday, February 29, in July."
    )
    for one in dates.find(article, sentences, published):
        assert (one.basis == "resolved") == (one.value is not None)


@given(
    st.one_of(st.text(), st.lists(PIECES).map(" ".join), st.lists(PIECES).map("".join)),
    st.none() | st.dates(date(1001, 1, 1), date(2098, 12, 31)),
)
@example("On Monday\n\nthe 24th of April", date(2025, 4, 30))
@example("April ２４, ２０２５ in ٢٠٢٥", None)
def test_any_text(text: str, published: date | None) -> None:
    article, sentences = make_article(text)
    final = article.text
    found = dates.find(article, sentences, published)
    for one in found:
        start, end = one.span.start, one.span.end
        assert final[start:end]
        assert final[start:end] == final[start:end].strip()
        assert any(s.span.start <= start and end <= s.span.end for s in sentences)
        for place in (start, end):
            around = final[place - 1 : place + 1] if place else ""
            assert not (len(around) == 2 and around.isascii() and (around.isalpha() or around.isdigit()))
        assert (one.value is None) == (one.precision is None) == (one.basis == "unresolved")
        assert published or one.basis != "resolved"
        assert one.value is None or parse_date(one.value) == (one.value, one.precision)
    assert list(found) == sorted(found, key=lambda one: one.span.start)


@pytest.mark.parametrize("text", ["." * 200_000, "9" * 2_000_000, "a" * 2_000_000, "May " * 50_000, "on , " * 50_000])
def test_hostile_text_ends(text: str) -> None:
    assert find(text)[1] == ()
