"""Words, sentences, anchors, addresses, guards, and the examples in the builder's docstrings."""

import doctest
import importlib
import os
import pkgutil
import re
from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

import builder
from builder.guards import is_guarded
from builder.slug import LENGTH, RESERVED, make_briefing_id, make_slug
from builder.words import count_words, find_words, fold, load_list, make_anchors, split_sentences, trim

MODULES = sorted(module.name for module in pkgutil.walk_packages(builder.__path__, "builder."))


@pytest.mark.parametrize("name", MODULES)
def test_examples_in_docstrings(name: str) -> None:
    assert doctest.testmod(importlib.import_module(name)).failed == 0


def test_there_are_examples() -> None:
    modules = [importlib.import_module(name) for name in ("builder.escape", "builder.slug", "builder.guards")]
    assert all(doctest.testmod(module).attempted for module in modules)


# Words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The lock is open.", ["The", "lock", "is", "open"]),
        ("Tarnhill’s re-opened lock_gate", ["Tarnhill", "s", "re", "opened", "lock", "gate"]),
        ("12,000 or 3.5 %", ["12", "000", "or", "3", "5"]),
        ("Ta\u00adrn\u200bhill\ufeff", ["Tarnhill"]),
        ("ﬁne ２ № ™", ["fine", "2", "No", "TM"]),
        ("½", ["1", "2"]),
        ("cafe\u0301 café", ["café", "café"]),
        ("👩\u200d🔬 … — _", []),
        ("東京 مرحبا", ["東京", "مرحبا"]),
        ("", []),
    ],
)
def test_words(text: str, words: list[str]) -> None:
    assert find_words(text) == words
    assert count_words(text) == len(words)


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("  “The Lock”  is\u00a0OPEN!", 'the lock" is open'),
        ("Tarnhill’s — gate", "tarnhill's - gate"),
        ("- Ta\u00adrnhill -", "tarnhill"),
        ("STRAẞE", "strasse"),
        ("…", ""),
    ],
)
def test_fold(text: str, folded: str) -> None:
    assert fold(text) == folded


@given(st.text(), st.text())
def test_words_of_two_lines_are_those_of_each(one: str, two: str) -> None:
    assert find_words(f"{one}\n{two}") == find_words(one) + find_words(two)


@given(st.text(), st.integers(0, 20), st.integers(0, 20))
def test_trim(text: str, start: int, end: int) -> None:
    start, end = min(start, len(text)), min(max(start, end), len(text))
    span = trim(text, start, end)
    assert (text[span.start : span.end] if span else "") == text[start:end].strip()


# Sentences


@pytest.mark.parametrize(
    "sentences",
    [
        ["The lock is open.", "It leaks."],
        ["Dr. Brandt opened it at 3.5 degrees.", "The U.S. firm did not come."],
        ["“The lock is open,” she said.", "“It leaks.”"],
        ["Is it open?", "It is!", "Good."],
        ["One sentence without its end"],
    ],
)
def test_sentences(sentences: list[str]) -> None:
    text = "Before it. " + " ".join(sentences) + " Behind it."
    start, end = len("Before it. "), len(text) - len(" Behind it.")
    found = split_sentences(text, start, end)
    assert [text[span.start : span.end] for span in found] == sentences


PARTS = st.sampled_from("The lock. It is “open” ! ? … Dr. 1. 3.5 U.S. ’ ) ( a\u0301 \u00a0 \n é 日本。 -".split(" "))


@given(st.lists(PARTS).map(" ".join))
@example("\u3000")
def test_sentences_cover_the_paragraph(text: str) -> None:
    spans = split_sentences(text, 0, len(text))
    sentences = [text[span.start : span.end] for span in spans]
    assert all(sentence.strip() == sentence != "" for sentence in sentences)
    assert all(one.end <= two.start for one, two in pairwise(spans))
    assert "".join("".join(sentences).split()) == "".join(text.split())


# Anchors


def test_anchors() -> None:
    first, second, again, third = make_anchors(
        ["The lock is open.", "It leaks.", "the LOCK is open!", "The lock is open."]
    )
    assert re.fullmatch(r"s-[0-9a-f]{8}", first)
    assert (again, third) == (f"{first}-2", f"{first}-3")
    assert second != first
    assert make_anchors(["It leaks.", "The lock is open."]) == (second, first)
    assert make_anchors([]) == ()


@given(st.lists(st.text(max_size=4)))
def test_anchors_are_unique(sentences: list[str]) -> None:
    anchors = make_anchors(sentences)
    assert len(set(anchors)) == len(sentences)


# Addresses


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        ("The Lock Is Open", "the-lock-is-open"),
        ("Café: 12 hurt!", "cafe-12-hurt"),
        ("Tarnhill’s and Lund's lock", "tarnhills-and-lunds-lock"),
        ("open—and shut…again", "open-and-shut-again"),
        ("Łódź, Straße, Ærø, İzmir, smørrebrød", "lodz-strasse-aero-izmir-smorrebrod"),
        ("12\u00a0000 ﬁne Ta\u00adrn\u200bhill", "12-000-fine-tarnhill"),
        ("../../etc/passwd", "etc-passwd"),
        ("<script>", "script"),
        ("-rf", "rf"),
        ("index", "index-page"),
        ("CON", "con-page"),
        ("lpt9", "lpt9-page"),
        ("com10", "com10"),
        ("index.md", "index-md"),
        ("a" * 200, "a" * 80),
        ("a" * 79 + " b", "a" * 79),
    ],
)
def test_slug(text: str, slug: str) -> None:
    assert make_slug(text) == slug


@pytest.mark.parametrize("text", ["Москва", "東京", "مرحبا", "…", "", "😀", "\ud800"])
def test_a_text_without_latin_letters_has_an_address(text: str) -> None:
    assert re.fullmatch(r"x-[0-9a-f]{8}", make_slug(text))


def test_a_text_with_few_latin_letters_keeps_its_own_address() -> None:
    slugs = {make_slug(text) for text in ("Москва, май 2025", "Лондон, май 2025", "Киев, май 2025")}
    assert len(slugs) == 3
    assert all(re.fullmatch(r"2025-[0-9a-f]{8}", slug) for slug in slugs)
    assert make_slug("Ida Brandt Ида") == "ida-brandt"


@given(st.text() | st.sampled_from(sorted(RESERVED)))
@example("ﬄ" * 80)
def test_any_slug(text: str) -> None:
    slug = make_slug(text)
    assert re.fullmatch(r"[a-z0-9]+(?:-[a-z0-9]+)*", slug)
    assert slug not in RESERVED
    assert len(slug) <= LENGTH
    assert make_slug(slug) == slug
    assert os.fsencode(slug) == slug.encode("ascii")


@pytest.mark.parametrize(
    ("declared", "stem", "headline", "id_"),
    [
        # the front matter's own
        ("Lock 1", "harbour-fire", "Fire in Lund", "lock-1"),
        # a file name with two words of three letters or more
        (None, "harbour-fire", "Lock", "harbour-fire"),
        (None, "002_harbour_fire", "Lock", "002-harbour-fire"),
        (None, "Brücke über Aue", "Lock", "brucke-uber-aue"),
        # the file's number and the headline's first six words
        (None, "002_c51a05", "A lock opens for forty barges and a ferry", "002-a-lock-opens-for-forty-barges"),
        (None, "002", "A lock opens", "002-a-lock-opens"),
        (None, "7-fire", "A lock opens", "7-a-lock-opens"),
        # or those up to a colon
        (None, "002_c51a05", "Lock at Tarnhill: what we know", "002-lock-at-tarnhill"),
        # no number in front
        (None, "fire", "A lock opens", "a-lock-opens"),
        (None, "fire-at-12", "A lock opens", "a-lock-opens"),
        (None, "c51a05-fire2-ab", "A lock opens", "a-lock-opens"),
        ("", "fire", "A lock opens", "a-lock-opens"),
        # no word in the headline
        (None, "fire", ": …", "fire"),
        (None, "12", ": …", "12"),
        (None, "index", "", "index-page"),
    ],
)
def test_id_of_a_briefing(declared: str | None, stem: str, headline: str, id_: str) -> None:
    assert make_briefing_id(declared=declared, stem=stem, headline=headline) == id_


# Guards


@pytest.mark.parametrize(
    "text",
    [
        "It did not open.",
        "It didn’t open.",
        "It DIDN'T open.",
        "No barge passed.",
        "It reportedly leaks.",
        "Brandt said so.",
        "According to Brandt it leaks.",
        "It leaks if it rains.",
        "The so-called lock leaks.",
        "It leaks, but slowly.",
        "It may leak.",
    ],
)
def test_guarded(text: str) -> None:
    assert is_guarded(text)


@pytest.mark.parametrize(
    "text",
    ["The lock is open.", "Nobel came to Norwich.", "It is unsaid.", "The butter is notable.", "Canned food.", ""],
)
def test_not_guarded(text: str) -> None:
    assert not is_guarded(text)


@pytest.mark.parametrize("word", load_list("guards"))
def test_every_guard_is_found(word: str) -> None:
    assert is_guarded(f"It is{word} so." if word == "n't" else f"It {word.upper()} so.")
    assert is_guarded(f"({word})" if word != "n't" else "(isn't)")
