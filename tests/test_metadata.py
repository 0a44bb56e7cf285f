"""What the text says of itself: the cases of ``cases/metadata.md``, its language, and what holds for any head."""

from collections import Counter
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from builder.analyse import analyse
from builder.build import build
from builder.clean import clean
from builder.clean.head_lines import read_head_line
from builder.clean.language import COMMON, SCRIPTS, detect_language
from builder.model import Article, Format, Metadata, Source, Stated
from builder.read.front_matter import load_block, parse_front_matter, split_front_matter
from builder.words import find_words
from builder.write import languages, wording
from tests.cases import load_cases
from tests.expected import make_config

CASES = load_cases("metadata")
LANGUAGES = load_cases("languages")
HEAD = st.sampled_from(
    [
        "Tarnhill opens its new lock",
        "By Ida Brandt",
        "By the Numbers",
        "March 10, 2025",
        "Updated: 11 March 2025 10:15 GMT",
        "Posted on 03/04/2025",
        "5 min read",
        "Reuters",
        "Ida Brandt",
        "* Share",
        "LONDON (AP) — The lock was opened at noon, and forty barges waited in the rain for it.",
        "As of March 10, 2025, the lock had 12 keepers, and nobody had paid the toll.",
    ]
)


def read(text: str, path: str = "case.txt") -> tuple[Article, Metadata]:
    """The article of a file of this text, and what is known of it."""
    front_matter, body, first_line = split_front_matter(text)
    format_: Format = "markdown" if path.endswith(".md") else "text"
    declared = parse_front_matter(load_block(front_matter, path, 2), path)
    article = clean(Source(path, format_, body, first_line, "", declared, front_matter))
    return article, analyse(article).metadata


def show(stated: Stated | None) -> str:
    return f"{stated.value} | {stated.precision} | {stated.basis}" if stated else "-"


def describe(article: Article, metadata: Metadata) -> dict[str, str]:
    """Every line that a case may give."""
    dateline, first = metadata.dateline, article.blocks[0].span
    return {
        "title": f"{article.title.basis} | {article.title.text}",
        "authors": "; ".join(metadata.authors) or "-",
        "published": show(metadata.published),
        "updated": show(metadata.updated),
        "dateline": f"{dateline.text} | {dateline.place}" if dateline else "-",
        "publisher": f"{metadata.publisher_basis} | {metadata.publisher}" if metadata.publisher else "-",
        "as of": metadata.as_of.value.isoformat() if metadata.as_of else "-",
        "not before": metadata.not_before.value.isoformat() if metadata.not_before else "-",
        "removed": "; ".join(f"{piece.rule} | {piece.text}" for piece in article.removed) or "-",
        "text": article.text[first.start : first.end],
        "language": article.language or "-",
    }


@pytest.mark.parametrize(("title", "text", "expected"), CASES, ids=[case[0] for case in CASES])
def test_case(title: str, text: str, expected: str) -> None:
    known = describe(*read(text, "case.md" if title.startswith("Markdown") else "case.txt"))
    wanted = dict(line.split(": ", 1) for line in expected.split("\n"))
    assert {key: known[key] for key in wanted} == wanted


def test_enough_cases() -> None:
    assert len(CASES) >= 60


@pytest.mark.parametrize(("title", "text", "expected"), LANGUAGES, ids=[case[0] for case in LANGUAGES])
def test_language(title: str, text: str, expected: str) -> None:
    assert detect_language(text) == (None if expected == "-" else expected)


def test_every_language_has_a_case_and_a_printed_name() -> None:
    known = COMMON.keys() | SCRIPTS.keys() | {"ar", "fa", "ur", "hi"}
    assert known == languages.LANGUAGES.keys()
    assert known <= {expected for _, _, expected in LANGUAGES}


@given(st.lists(HEAD, min_size=1, max_size=8))
@settings(max_examples=150, deadline=None)
def test_words_close_and_spans_hold_for_any_head(lines: list[str]) -> None:
    text = "\n".join([*lines, "The keeper of the old lock came home in the evening and was glad of the fire."])
    article, metadata = read(text)
    parts = [article.text, *(one.text for one in article.removed), *(one.text for one in article.moved)]
    assert Counter(find_words(" ".join(parts))) == Counter(find_words(text))
    for stated in (metadata.published, metadata.updated):
        assert stated is None or stated.basis in ("byline", "dateline")
    if metadata.dateline:
        span = metadata.dateline.span
        assert article.text[span.start : span.end] == metadata.dateline.text


@given(st.text(alphabet="By Ida Brandt, and | – . 0123456789 :/-March Updated", max_size=220))
@settings(max_examples=300, deadline=None)
def test_any_line_is_read_or_left(text: str) -> None:
    found = read_head_line(text)
    assert found is None or all(name in text for name in found.authors)


@pytest.mark.parametrize(
    "part", ["By Ida Brandt, ", "By Ida " * 3, "10:15 ", "1/2/2025 ", "A. ", "March 1, ", "(", "| "]
)
def test_a_hostile_line_takes_no_time(part: str) -> None:
    read_head_line(part * 30)
    read(f"{part * 3000}\nThe keeper of the old lock came home in the evening and was glad of the fire.")


PAGES: tuple[tuple[str, dict[str, object]], ...] = (
    (
        "Updated April 25, 2025\nPARIS, April 24, 2025 (AP) — ",
        {"date": "2025-04-24", "date_more": ["Updated 25 April 2025", "Dateline: PARIS"], "publisher": "AP"},
    ),
    ("Posted on 03/04/2025\n", {"date": None, "date_more": [], "publisher": None, "publisher_note": None}),
    ("", {"date": None, "date_note": wording.DATE_SILENT}),
)


@pytest.mark.parametrize(("head", "expected"), PAGES)
def test_the_page_says_how_each_is_known(head: str, expected: dict[str, object], tmp_path: Path) -> None:
    folder = tmp_path / "articles"
    folder.mkdir()
    text = (
        f"Tarnhill opens its new lock\n{head}The new lock was opened to barges at noon, and forty waited in the rain.\n"
    )
    (folder / "lock-of-tarnhill.txt").write_text(text, encoding="utf-8")
    built = build(make_config(folder, tmp_path))
    page = next(page.text for page in built.pages if page.path == "briefings/lock-of-tarnhill.md")
    shown = yaml.safe_load(page.split("---\n")[1])
    assert {key: shown[key] for key in expected} == expected
    if shown["publisher"]:
        assert shown["publisher_note"] == wording.PUBLISHER_IN_TEXT
        assert shown["date_anchor"]
    if "03/04" in head:
        assert shown["date_note"] == wording.DATE_UNCLEAR.format(printed="03/04/2025")
