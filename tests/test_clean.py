"""Cleaning: the cases of ``cases/clean.md``, and what holds for any text."""

import re
import unicodedata
from collections import Counter

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from builder.clean import clean
from builder.clean.headline import OPENING_MOST
from builder.errors import ArticleError
from builder.escape import CONTROL
from builder.model import Article, Format, Source
from builder.read.front_matter import load_block, parse_front_matter, split_front_matter
from builder.words import find_words
from tests.cases import load_cases

CASES = load_cases("clean")
CODE_POINT = re.compile(r"\{U\+([0-9A-F]{4,6})\}")
LETTERS = {"paragraph": "p", "item": "i", "quote": "q", "heading": "h"}


def make_source(text: str, path: str = "case.txt") -> Source:
    """A file of the articles folder with this text."""
    front_matter, body, first_line = split_front_matter(text)
    format_: Format = "markdown" if path.endswith(".md") else "text"
    return Source(
        path, format_, body, first_line, "", parse_front_matter(load_block(front_matter, path, 2), path), front_matter
    )


def dump(article: Article) -> list[str]:
    """The article as the cases print it."""
    title = article.title
    lines = [f"t {title.basis}: {title.text}{' …' if title.is_cut else ''}"]
    for block in article.blocks:
        number = "" if block.number is None else f" {block.number}"
        lines.append(f"{LETTERS[block.kind]}{number} {article.text[block.span.start : block.span.end]}")
    lines += [f"- {piece.rule}: {show(piece.text)}" for piece in article.removed]
    lines += [f"> {piece.to}: {show(piece.text)}" for piece in article.moved]
    lines += [f"c {' | '.join(part or '-' for part in (c.outlet, c.title, c.url, c.date))}" for c in article.cited]
    lines += [f"k {', '.join(article.keywords)}"] if article.keywords else []
    return [*lines, f"l {article.language or '-'}"]


def show(text: str) -> str:
    """One line; what cannot be seen by its code point."""
    visible = re.sub("[\u00ad\u200b-\u200f\u202a-\u202e\u2060\ufeff]", lambda found: f"{{U+{ord(found[0]):04X}}}", text)
    return visible.replace("\n", " / ")


@pytest.mark.parametrize(("title", "text", "expected"), CASES, ids=[case[0] for case in CASES])
def test_case(title: str, text: str, expected: str) -> None:
    text = CODE_POINT.sub(lambda found: chr(int(found[1], 16)), text)
    lines = dump(clean(make_source(text, "case.md" if title.startswith("Markdown") else "case.txt")))
    # The headline and the language stand only in the cases that are about them.
    given = {line[0] for line in expected.split("\n")}
    assert [line for line in lines if line[0] not in "tl" or line[0] in given] == expected.split("\n")


def test_enough_cases() -> None:
    assert len(CASES) >= 70
    assert sum("near miss" in title for title, _, _ in CASES) >= 25


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("Share\nPrint", "no text left after cleaning (2 lines, all page furniture)"),
        ("Skip to main content", "no text left after cleaning (1 line, all page furniture)"),
        ("* * *\n…", "no text left after cleaning (0 lines, all page furniture)"),
    ],
)
def test_nothing_left(text: str, reason: str) -> None:
    with pytest.raises(ArticleError) as caught:
        clean(make_source(text))
    assert (caught.value.path, caught.value.reason) == ("case.txt", reason)
    assert caught.value.remedy


def test_lines_of_the_file_are_recorded() -> None:
    article = clean(
        make_source("---\ntitle: Lock\n---\n\nShare\nThe lock is open.\n\n{}\nPrint\n".format("\u200bIt is."))
    )
    assert [(piece.text, piece.line) for piece in article.removed] == [("Share", 5), ("\u200b", 8), ("Print", 9)]
    article = clean(make_source("\n\nThe lock is <i>open</i>.\n\n<hr>\n", "case.md"))
    assert [(piece.text, piece.line) for piece in article.removed] == [("<i>", 3), ("</i>", 3), ("<hr>", 5)]


def test_a_citation_stands_behind_its_paragraph() -> None:
    article = clean(
        make_source("The lock is open.Axios\nIt leaks.Reuters\nIt was open.Axios\nSources:\n“Gates” – Lund Post")
    )
    first, second = (block.span.end for block in article.blocks[:2])
    assert {one.outlet: one.place for one in article.cited} == {"Axios": first, "Reuters": second, "Lund Post": None}
    assert len(article.cited) == 3


@pytest.mark.parametrize(
    ("length", "basis"),
    [(100, "opening words"), (OPENING_MOST, "file name"), (100_000, "file name"), (900_000, "file name")],
)
def test_one_very_long_sentence(length: int, basis: str) -> None:
    article = clean(make_source(("They " + "might go on and " * length)[:length].strip() + ".", "endless.txt"))
    assert article.title.basis == basis
    assert len(article.title.text) <= OPENING_MOST


def test_marks_stacked_by_entities_are_refused() -> None:
    with pytest.raises(ArticleError, match=r"case\.md: stacks over 30 combining marks"):
        clean(make_source("The lo" + "&#x301;&#x316;" * 50_000 + "ck", "case.md"))


def test_a_declared_title_holds_nothing_hidden() -> None:
    source = make_source("---\ntitle: The \u202elock\u00ad is\u200b open\n---\nIt is.")
    assert clean(source).title.text == "The lock is open"


# What lines are made of: words, labels, marks, and characters that are seldom seen.
WORDS = st.sampled_from(
    (
        "the lock Tarnhill Ida Brandt opened 12 000 3.5 U.S. said Monday it It ﬁne ½ № ™ ２ e\u0301 \u0301 ß İ"
        " _ ca\u0301fe __config 👩\u200d🔬 مرحبا می\u200cخواهم 東京 x\u00ady a\u200bb \u202etxt\u202c \ufeff \ufffd A+1"
        " +1 +2 #tag a_b \\ | ` <b> &amp; {: [x](y) Axios Reuters Time “open” 'so' . , ; : ? ! … - – — • * # > ~~~ 1."
        " 2) \u00a0 \u2009 \u3000 \u0085"
    ).split(" ")
)
LABELS = st.sampled_from(
    (
        "Skip to main content|Comments|2 comments|Most read|Related Articles:|Read more: The lock|See also – Lund|Share"
        "|Keywords:|Sources|Tags: lock, bell|Citations:|“The lock opens” – Lund Post, May 2025|- “Gates” – Lund Post"
        "|By Ida Brandt|March 10, 2025|Manage cookies|---|* * *|- Barges wait|Introduction|Who pays?|a, b, c"
        "|Ida Brandt opened the lock.Axios|It leaks .The HillReuters+1|In a move, Ida Brandt opened it at Tarnhill."
    ).split("|")
)
LINES = st.one_of(
    st.lists(WORDS, max_size=12).map(" ".join),
    st.lists(WORDS, max_size=6).map("".join),
    LABELS,
    st.just(""),
    st.text(max_size=30),
)
TEXTS = st.lists(LINES, max_size=14).map("\n".join)


def count(*texts: str) -> Counter[str]:
    """Words, without regard to case."""
    return Counter(word.casefold() for text in texts for word in find_words(text))


def list_pieces(article: Article) -> list[str]:
    """What left the text."""
    return [piece.text for piece in article.removed] + [piece.text for piece in article.moved]


def decode(text: str, path: str = "case.txt") -> Source:
    """The text as it is after reading a file."""
    lines = unicodedata.normalize("NFC", re.sub("[\r\u2028\u2029]", "\n", text))
    return make_source(CONTROL.sub(" ", lines), path)


@given(TEXTS)
@example("™\n\n\u0301\nIt is ½ open.Axios\nAxios+1\nshare")
@settings(max_examples=300, deadline=None)
def test_every_word_is_accounted_for(text: str) -> None:
    try:
        source = decode(text)
        article = clean(source)
    except ArticleError:
        return
    pieces = list_pieces(article)
    assert count(source.front_matter, source.body) == count(article.text, *pieces)
    assert all(piece.words == len(find_words(piece.text)) for piece in article.removed)
    assert all(piece.words == len(find_words(piece.text)) for piece in article.moved)


@given(TEXTS, st.sampled_from(["case.txt", "case.md"]))
@settings(max_examples=250, deadline=None)
def test_blocks_cover_the_text(text: str, path: str) -> None:
    try:
        source = decode(text, path)
        article = clean(source)
    except ArticleError:
        return
    lines = [article.text[block.span.start : block.span.end] for block in article.blocks]
    assert "\n\n".join(lines) == article.text
    assert all(line == line.strip() and find_words(line) and not re.search(r"[\n\r\u2028]", line) for line in lines)
    starts = [0, *(block.span.end + 2 for block in article.blocks[:-1])]
    assert [block.span.start for block in article.blocks] == starts
    numbers = [block.number for block in article.blocks if block.kind != "heading"]
    assert numbers == list(range(1, len(numbers) + 1))
    assert all(block.number is None for block in article.blocks if block.kind == "heading")
    if span := article.title.span:
        assert article.text[span.start : span.end] == article.title.text
    assert article.title.text.strip()
    assert not CONTROL.search(article.text)
    assert clean(source) == article


PIECES = st.sampled_from(
    (
        "the lock Tarnhill *opened* **on** _Monday_ `gate` 12 [bell](https://example.org/bell) <https://example.org/>"
        " ![oak](oak.png) <br> <!--x--> [day]"
    ).split()
)
STARTS = st.sampled_from(["", "# ", "## ", "> ", "- ", "7. ", "    "])
DEFINITION = '[day]: https://example.org/day "May"\n'
MARKDOWN = st.lists(st.builds(str.__add__, STARTS, st.lists(PIECES, min_size=1, max_size=8).map(" ".join)), max_size=8)


@given(MARKDOWN)
@settings(max_examples=300, deadline=None)
def test_every_word_of_markdown_is_accounted_for(lines: list[str]) -> None:
    text = "\n\n".join([*lines, DEFINITION])
    source = make_source(text, "case.md")
    try:
        article = clean(source)
    except ArticleError:
        return
    pieces = list_pieces(article)
    assert count(text) == count(article.text, *pieces)


HOSTILE = {
    "dots": "The lock fell." + "." * 200_000,
    "counts": "The lock fell." + "+1" * 100_000,
    "counted labels": "The lock fell. " + "Ab" * 100_000 + "+1",
    "outlets": "The lock fell" + ".Axios" * 100_000,
    "unbreakable spaces": "Comments\na" + "\u00a0" * 300_000 + "b",
    "one long line": "The lock fell on them. " * 40_000,
    "one long word": "a" * 900_000,
    "labels": "The lock fell.\n" + "- Related\n" * 20_000,
    "sidebars": "The lock fell.\n" + "Comments\nfell\n" * 20_000,
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=list(HOSTILE))
def test_hostile_text_ends(text: str) -> None:
    assert clean(make_source(text)).blocks
