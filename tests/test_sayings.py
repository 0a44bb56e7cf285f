"""Who is printed as named, as not named, and as a body that needs neither."""

import pytest

from builder.guards import is_dangling
from builder.write.parts import has_name, is_unnamed


@pytest.mark.parametrize(
    "speaker",
    [
        "Harbour Minister Carl Lund",
        "Carl Lund of the Lantern Trust",
        "Carl Lund, a nurse",
        "Moscow",
        "My grandmother May",
        "Salem Council",
        "the Harbour Towns Council",
    ],
)
def test_named(speaker: str) -> None:
    assert has_name(speaker)
    assert not is_unnamed(speaker)


@pytest.mark.parametrize(
    "speaker",
    [
        "a spokeswoman for the Financial Conduct Authority",
        "a retired engineer who lives in Salem",
        "Experts",
        "Critics",
        "residents of Salem",
        "NATO officials",
        "Lund’s lawyer",
        "a witness",
        "a bank",
        "Some Tarn mining companies",
    ],
)
def test_not_named(speaker: str) -> None:
    assert not has_name(speaker)
    assert is_unnamed(speaker)


@pytest.mark.parametrize("speaker", ["the council", "The Council", "Police", "police", "the ministry", "the company"])
def test_a_body_is_neither(speaker: str) -> None:
    assert not has_name(speaker)
    assert not is_unnamed(speaker)


@pytest.mark.parametrize(
    "speaker", ["These companies", "His backers", "Its members", "Both", "The latter", "The two men"]
)
def test_dangling(speaker: str) -> None:
    assert is_dangling(speaker)


@pytest.mark.parametrize(
    "speaker", ["the former president", "Both Ann Poe and Carl Lund", "another source", "Thisbe Poe"]
)
def test_not_dangling(speaker: str) -> None:
    assert not is_dangling(speaker)
