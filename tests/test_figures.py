"""Figures: the cases of ``cases/figures.md``, and what holds for any text."""

from decimal import Decimal

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from builder.analyse import dates, figures
from builder.analyse.numbers import read_words
from builder.model import Figure, Span
from tests.cases import load_cases, make_article

CASES = load_cases("figures")
PIECES = st.sampled_from(
    "12 3.5 1,200 $ € US$ % bn million dozens of thousands hundred two twenty-three to – - and between from at least "
    "more than about up people drones killed km percent the both of them 2014 April . , ( ) ’s or May one half "
    "a several"
    .split(" ")
)  # fmt: skip


def show(text: str, figure: Figure) -> str:
    """One line for a figure: what is printed, relation and number, unit, noun."""
    number = str(figure.value) if figure.value is not None else f"{figure.low}..{figure.high or ''}"
    noun = text[figure.noun.start : figure.noun.end] if figure.noun else "-"
    printed = text[figure.span.start : figure.span.end]
    return f"{printed} | {figure.relation} {number} | {figure.unit or '-'} | {noun}"


def find(text: str) -> tuple[str, tuple[Figure, ...]]:
    article, sentences = make_article(text)
    mentions = dates.find(article, sentences, None)
    return article.text, figures.find(article, sentences, mentions)


@pytest.mark.parametrize(("text", "expected"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_case(text: str, expected: str) -> None:
    final, found = find(text)
    assert "\n".join(show(final, one) for one in found) == expected


def test_enough_near_misses() -> None:
    assert len(CASES) >= 60
    assert sum(not expected for _, _, expected in CASES) >= 35


ALONE = [
    ("The flood destroyed 12 houses.", [True]),
    ("The attack with 90 drones and 12 missiles caused at least 12 deaths and dozens of injuries.", [True] * 4),
    ("The lift holds no more than six crates.", [True]),
    # Denial, hedge, attribution, condition, retraction.
    ("Officials said it killed 40 cows.", [False]),
    ("It may reach 30 villages.", [False]),
    ("He was acquitted of burning 12 houses.", [False]),
    ("She was cleared of stealing 12 paintings.", [False]),
    ("It is a myth that 12 houses burned.", [False]),
    ("Sandbags averted 12 deaths.", [False]),
    ("Quick work prevented 12 explosions.", [False]),
    ("Police foiled 12 attacks.", [False]),
    ("The airline cancelled 12 flights.", [False]),
    ("It sold four barges instead of 12 barges.", [False, False]),
    ("It built 12 rather than 20 houses.", [False]),
    ("The yard was 12 ships short of its goal.", [False]),
    ("A mock raid with 12 drones closed the port.", [False]),
    ("Imagine that 12 trains stood in one station.", [False]),
    ("Prosecutors charged him over 12 thefts.", [False]),
    ("If it rains, 12 bridges close.", [False]),
    # Persons: what became of them is what counts.
    ("The fire killed at least 12 people.", [False]),
    ("Thousands of residents fled.", [False]),
    ("Police arrested 30 commuters and 20 pupils.", [False, False]),
    ("About nine Romans came.", [False]),
    # Directions and comparisons.
    ("The town's bakeries rose to 12 shops from nine shops.", [False, False]),
    ("The yard has 12 ships, up from nine ships.", [False, False]),
    ("The firm cut 12 routes.", [False]),
    # No noun says what it is.
    ("The fee is $740 million.", [False]),
    ("The fee is 5%.", [False]),
    ("The parcel weighs 2 lb.", [False]),
    ("The index stands at 12 points.", [False]),
    # A word between number and noun would be lost.
    ("The club needs six more boats.", [False]),
    ("The storm took hundreds of the houses.", [False]),
]


@pytest.mark.parametrize(("text", "alone"), ALONE)
def test_alone(text: str, alone: list[bool]) -> None:
    assert [one.is_alone for one in find(text)[1]] == alone


def test_part_of_an_antecedent_is_not_alone() -> None:
    _, found = find("Rescuers reached 40 boats, 11 of them empty.")
    assert [one.is_alone for one in found] == [True, False]


def test_rate_is_not_alone() -> None:
    assert [one.is_alone for one in find("Parking costs $4 per hour.")[1]] == [False]


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("twenty-three", 23),
        ("two hundred and fifty thousand", 250_000),
        ("a hundred", 100),
        ("half a million", 500_000),
        ("two dozen", 24),
        ("one million two hundred", 1_000_200),
    ],
)
def test_number_words(words: str, number: int) -> None:
    assert read_words(words) == Decimal(number)


@pytest.mark.parametrize("words", ["nine eleven", "two three", "twenty thirty", "thousand", "hundred dozen"])
def test_words_that_are_no_number(words: str) -> None:
    assert read_words(words) is None


def check_span(text: str, span: Span, sentences: list[Span]) -> None:
    printed = text[span.start : span.end]
    assert printed == printed.strip()
    assert printed
    assert any(one.start <= span.start and span.end <= one.end for one in sentences)
    for place in (span.start, span.end):
        around = text[place - 1 : place + 1] if place else ""
        is_cut = len(around) == 2 and around.isascii() and (around.isalpha() or around.isdigit())
        assert not is_cut, (printed, around)


@given(st.one_of(st.text(), st.lists(PIECES).map(" ".join), st.lists(PIECES).map("".join)))
@example("12 people\n\n3 of them")
@example("²½ ١٢ people ﬁve ﹪ 5 ％")
def test_any_text(text: str) -> None:
    final, found = find(text)
    spans = [one.span for one in make_article(text)[1]]
    for one in found:
        check_span(final, one.span, spans)
        if one.noun:
            check_span(final, one.noun, spans)
        assert one.value is None or (one.low is None and one.high is None)
        assert one.unit or one.noun
    assert list(found) == sorted(found, key=lambda one: one.span.start)


@pytest.mark.parametrize(
    "text", ["." * 200_000, "9" * 2_000_000, "a" * 2_000_000, "12 of them " * 20_000, "two and " * 20_000]
)
def test_hostile_text_ends(text: str) -> None:
    assert find(text)[1] == ()


def test_hostile_text_with_figures_ends() -> None:
    assert len(find("$1, reportedly " * 20_000)[1]) == 20_000
