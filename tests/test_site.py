"""The rendered site of the sample articles and of the hostile ones: search, links, the same bytes."""

import filecmp
import json
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

import pytest

from builder.build import build
from builder.check import check_site
from builder.config import Config
from builder.render import render
from builder.save import save_pages
from builder.words import find_words
from builder.write.budget import count_read, find_limit
from tests.expected import make_config
from tests.samples import PROJECT

ARTICLES = PROJECT / "articles"
HOSTILE = PROJECT / "tests" / "articles"


def make_site(articles: Path, top: Path) -> Config:
    config = make_config(articles, top)
    made = build(config)
    assert save_pages(config.docs, made.pages) == ()
    assert render(config, "2025-05-02") == ()
    return config


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Config:
    return make_site(ARTICLES, tmp_path_factory.mktemp("sample"))


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Config:
    return make_site(HOSTILE, tmp_path_factory.mktemp("hostile"))


def find_files(top: Path) -> Iterator[str]:
    return (file.relative_to(top).as_posix() for file in sorted(top.rglob("*")) if file.is_file())


@pytest.mark.parametrize("name", ["sample", "hostile"])
def test_every_link_anchor_asset_and_trace_holds(name: str, request: pytest.FixtureRequest) -> None:
    config: Config = request.getfixturevalue(name)
    report = check_site(config.site, config.site_url)
    assert report.problems == ()
    assert report.links > 300


def test_two_builds_give_the_same_bytes(sample: Config, tmp_path: Path) -> None:
    again = make_site(ARTICLES, tmp_path)
    names = list(find_files(sample.site))
    assert names == list(find_files(again.site))
    assert filecmp.cmpfiles(sample.site, again.site, names, shallow=False)[1:] == ([], [])


def test_search_finds_a_word_of_one_paragraph_alone(sample: Config) -> None:
    """A word that stands only in the third paragraph of the second article leads to that article's source text."""
    made = build(make_config(ARTICLES, sample.docs.parent))
    articles = [briefing.article for briefing in made.collection.briefings]
    blocks = {
        (article.id, block.number): {
            word.lower() for word in find_words(article.text[block.span.start : block.span.end])
        }
        for article in articles
        for block in article.blocks
    }
    second = articles[1].id
    others = set().union(*(words for place, words in blocks.items() if place != (second, 3)))
    word = max(blocks[second, 3] - others, key=len)
    index = json.loads((sample.site / "search" / "search_index.json").read_text(encoding="utf-8"))
    found = [entry["location"] for entry in index["docs"] if re.search(rf"\b{word}\b", entry["text"], re.IGNORECASE)]
    assert found
    assert all(location.startswith(f"briefings/{second}/") for location in found)


def test_removed_furniture_is_not_searched(sample: Config) -> None:
    index = (sample.site / "search" / "search_index.json").read_text(encoding="utf-8")
    assert "Skip to main content" not in index


def test_home_is_read_in_two_minutes(sample: Config) -> None:
    home = (sample.docs / "index.md").read_text(encoding="utf-8").split("---\n", 2)[2]
    top = home.split("## Key figures")[0]
    assert count_read(re.sub(r"<nav.*?</nav>", "", top, flags=re.DOTALL)) <= 300
    words = sum(
        json.loads(file.read_text(encoding="utf-8"))["words"] for file in (sample.docs / "data" / "briefings").iterdir()
    )
    assert count_read(home) <= find_limit(words)


def test_pages_of_persons_are_kept_out_of_other_search(sample: Config) -> None:
    people = [
        file
        for file in (sample.site / "entities").glob("*/index.html")
        if ", person</p>" in file.read_text(encoding="utf-8")
    ]
    assert people
    for file in people:
        assert '<meta name="robots" content="noindex">' in file.read_text(encoding="utf-8")


def test_the_tab_of_a_page_outside_the_navigation_is_marked(sample: Config) -> None:
    page = next((sample.site / "briefings").glob("*/index.html")).read_text(encoding="utf-8")
    active = re.findall(r'md-tabs__item--active"><a [^>]*>([^<]+)<', page)
    assert active == ["Briefings"]


def test_no_page_asks_another_host(sample: Config) -> None:
    for name in find_files(sample.site):
        if name.endswith(".html"):
            text = (sample.site / name).read_text(encoding="utf-8")
            loaded = re.findall(r"<(?:script|img|link|iframe|source)\b[^>]*?(?:src|href)=\"?(https?://[^\"\s>]+)", text)
            assert all(address.startswith(str(sample.site_url)) for address in loaded), name


class _Elements(HTMLParser):
    """Scripts, handlers and ids of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.scripts: list[str] = []
        self.handlers: list[str] = []
        self.ids: list[str] = []
        self.text: list[str] = []
        self.is_script = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        self.is_script = tag == "script"
        if tag == "script":
            self.scripts.append(values.get("src") or "")
        self.handlers += [
            name for name, value in attrs if name.startswith("on") or (value or "").startswith("javascript:")
        ]
        self.ids += [values["id"] or ""] if "id" in values else []

    def handle_endtag(self, tag: str) -> None:
        self.is_script = False

    def handle_data(self, data: str) -> None:
        if not self.is_script:
            self.text.append(data)


def read_page(file: Path) -> _Elements:
    elements = _Elements()
    elements.feed(file.read_text(encoding="utf-8"))
    return elements


def test_hostile_text_adds_nothing_but_text(hostile: Config, sample: Config) -> None:
    """A page of hostile text has the theme's scripts alone, no handler, and ids of the builder's forms."""
    plain = read_page(next((sample.site / "briefings").glob("*/index.html")))
    for file in sorted((hostile.site / "briefings").glob("*/index.html")):
        page = read_page(file)
        assert page.scripts == plain.scripts
        assert page.handlers == []
        theirs = [one for one in page.ids if one not in plain.ids]
        assert all(re.fullmatch(r"[sh]-[0-9a-f]{8}(?:-\d+)?|[a-z-]+", one) for one in theirs), theirs
        assert len(set(page.ids)) == len(page.ids)


def test_hostile_text_reads_back_as_it_was(hostile: Config) -> None:
    for file in sorted((hostile.docs / "data" / "briefings").iterdir()):
        data = json.loads(file.read_text(encoding="utf-8"))
        page = read_page(hostile.site / "briefings" / file.stem / "index.html")
        shown = " ".join("".join(page.text).split())
        for sentence in data["sentences"]:
            text = data["text"][slice(*sentence["span"])]
            assert " ".join(text.split()) in shown
