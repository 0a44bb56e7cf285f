"""Verbatim, traceable, deterministic: over every sample article."""

import dataclasses
import html
import json
import re
from collections import Counter
from pathlib import Path

import pytest
from mkdocs.utils.meta import get_data

from builder.build import build
from builder.errors import ArticleError, UntraceableError
from builder.gather import brief
from builder.model import Briefing, Build, KeyPoint, Page, Span
from builder.read import find_articles
from builder.trace import find_span_problem, prove_briefing, prove_pages
from builder.words import find_words
from tests.expected import make_config
from tests.samples import FOLDERS, PROJECT, load_briefings, name_of

SAMPLES = load_briefings()
each_sample = pytest.mark.parametrize("briefing", SAMPLES, ids=map(name_of, SAMPLES))
MARKER = re.compile(r"\]\(([^()\s#]*)#([^()\s]+)\)\{ \.(?:cite|t|k|pn)")


@pytest.fixture(
    scope="module", params=[folder for folder in FOLDERS if folder.is_dir()], ids=lambda path: path.parent.name
)
def built(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Build:
    return build(make_config(request.param, tmp_path_factory.mktemp("built")))


def test_every_sample_has_a_briefing() -> None:
    paths = [path for folder in FOLDERS if folder.is_dir() for path in find_articles(folder)]
    assert [one.article.source.path for one in SAMPLES] == paths


@each_sample
def test_every_span_is_a_clean_slice(briefing: Briefing) -> None:
    prove_briefing(briefing)


@each_sample
def test_words_of_the_input_are_kept_moved_or_removed(briefing: Briefing) -> None:
    article = briefing.article
    given = Counter(word.casefold() for word in find_words(f"{article.source.front_matter}\n{article.source.body}"))
    left = [piece.text for piece in article.removed] + [piece.text for piece in article.moved]
    parts = [article.text, *left]
    kept = Counter(word.casefold() for part in parts for word in find_words(part))
    assert kept == given


@each_sample
def test_counted_words_are_the_words_of_their_pieces(briefing: Briefing) -> None:
    article = briefing.article
    pieces = [(one.text, one.words) for one in article.removed] + [(one.text, one.words) for one in article.moved]
    for text, words in pieces:
        assert words == len(find_words(text))


@each_sample
def test_sentences_lie_in_order_inside_their_blocks(briefing: Briefing) -> None:
    last = 0
    for sentence in briefing.analysis.sentences:
        start = sentence.span.start
        block = next(one for one in briefing.article.blocks if one.span.start <= start < one.span.end)
        assert last <= sentence.span.start
        assert sentence.span.end <= block.span.end
        assert sentence.paragraph == block.number
        last = sentence.span.end


@each_sample
def test_no_two_sentences_share_an_address(briefing: Briefing) -> None:
    anchors = [sentence.anchor for sentence in briefing.analysis.sentences]
    assert len(set(anchors)) == len(anchors)


@each_sample
def test_no_date_is_worked_out_without_a_publication_day(briefing: Briefing) -> None:
    if briefing.analysis.metadata.published is None:
        assert not [one for one in briefing.analysis.dates if one.basis == "resolved"]


@each_sample
def test_a_second_run_finds_the_same(briefing: Briefing) -> None:
    folder = next(one for one in FOLDERS if (one / briefing.article.source.path).exists())
    assert brief(folder, briefing.article.source.path) == briefing


def test_every_item_on_a_page_is_in_the_sentence_that_its_marker_names(built: Build) -> None:
    assert prove_pages(built.pages, built.collection) == ()
    assert sum(len(MARKER.findall(page.text)) for page in built.pages) > 50


def test_every_marker_leads_to_an_address_of_its_page(built: Build) -> None:
    pages = {page.path: page.text for page in built.pages}
    for path, text in pages.items():
        for target, anchor in MARKER.findall(text) if path.endswith(".md") else ():
            place = (
                (PROJECT / path).parent.joinpath(target).resolve().relative_to(PROJECT).as_posix() if target else path
            )
            assert re.search(rf'id="{anchor}"|#{anchor} ', pages[place]), (path, target, anchor)


def test_two_builds_give_the_same_pages(built: Build, tmp_path: Path) -> None:
    folder = next(one for one in FOLDERS if one.is_dir() and len(find_articles(one)) == built.read)
    assert build(make_config(folder, tmp_path)).pages == built.pages


def test_front_matter_reads_back_as_it_was(built: Build) -> None:
    titles = {briefing.article.id: briefing.article.title for briefing in built.collection.briefings}
    for page in built.pages:
        if not page.path.endswith(".md"):
            continue
        body, values = get_data(page.text)
        assert values["title"]
        assert not body.startswith("---")
        id_ = page.path.removeprefix("briefings/").removesuffix(".md")
        if id_ in titles:
            assert html.unescape(values["title"]).removesuffix("\u00a0…") == titles[id_].text
            assert "<" not in str(values["title"])


def test_data_of_a_briefing_holds_the_slices_that_it_names(built: Build) -> None:
    for page in built.pages:
        if not page.path.startswith("data/briefings/"):
            continue
        data = json.loads(page.text)
        for kind in ("figures", "dates"):
            for one in data[kind]:
                assert data["text"][slice(*one["span"])] == one["printed"]
        for hedge in data["hedges"]:
            assert data["text"][slice(*hedge["span"])] == hedge["word"]


def _with_key_point(briefing: Briefing, span: Span) -> Briefing:
    points = (KeyPoint(span, None, None),)
    return dataclasses.replace(briefing, analysis=dataclasses.replace(briefing.analysis, key_points=points))


def test_a_span_that_cuts_a_word_is_refused_with_its_place() -> None:
    briefing = SAMPLES[0]
    with pytest.raises(UntraceableError, match=rf"{briefing.article.source.path}: KeyPoint.span 0–\d+ cuts a word"):
        prove_briefing(_with_key_point(briefing, Span(0, len(briefing.article.text.split()[0]) - 1)))


@pytest.mark.parametrize(
    ("start", "end", "reason"),
    [(0, 10**7, "outside"), (5, 5, "outside"), (-1, 4, "outside")],
)
def test_a_span_outside_the_text_is_found(start: int, end: int, reason: str) -> None:
    assert reason in (find_span_problem(SAMPLES[0].article, Span(start, end)) or "")


def test_a_span_over_two_blocks_is_found() -> None:
    article = SAMPLES[0].article
    assert find_span_problem(article, Span(0, article.blocks[1].span.end)) == "spans two blocks"


def test_an_untraceable_article_is_an_error_that_names_it() -> None:
    outcome = brief(FOLDERS[1], "nothing-here.txt")
    assert isinstance(outcome, ArticleError)
    assert "nothing-here.txt" in str(outcome)


def test_a_changed_item_is_reported_with_both_articles(tmp_path: Path) -> None:
    built = build(make_config(FOLDERS[0], tmp_path))
    first, second = built.collection.briefings[:2]
    sentence = first.analysis.sentences[0]
    foreign = next(
        one for one in second.analysis.sentences if "&" not in second.article.text[one.span.start : one.span.end]
    )
    item = html.escape(second.article.text[foreign.span.start : foreign.span.end])
    marker = f"[A ¶ 1](briefings/{first.article.id}.md#{sentence.anchor}){{ .cite }}"
    problems = prove_pages((Page("index.md", f'- <span class="v">{item}</span> {marker}\n'),), built.collection)
    assert len(problems) == 1
    assert first.article.source.path in problems[0].message
    assert second.article.source.path in problems[0].message


def test_a_marker_to_no_sentence_is_reported(tmp_path: Path) -> None:
    built = build(make_config(FOLDERS[0], tmp_path))
    page = Page("index.md", '- <span class="v">Words</span> [A ¶ 1](briefings/gone.md#s-00000000){ .cite }\n')
    assert [problem.line for problem in prove_pages((page,), built.collection)] == [1]
