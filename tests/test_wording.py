"""Two voices: every visible word of a page is the site's own, from its closed lists, or a source's."""

import html
import re
from collections.abc import Iterator

import pytest

from builder.build import build
from builder.model import Article, Build
from builder.withheld import RULE
from builder.words import find_words
from builder.write import editor_wording, languages, method, wording
from tests.expected import make_config
from tests.samples import FOLDERS, PROJECT

# Never printed by the site itself: what it cannot know.
FORBIDDEN = ("independent", "confirmed", "corroborated", "reveals", "admits", "unknown", "n/a", "allegedly")
MARKUP = re.compile(r"\]\([^)]*\)|\{[ :]?[ .#][^}]*\}|<[^>]*>|<summary>")


def find_texts(value: object) -> Iterator[str]:
    """Every text in a constant of the closed lists."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        yield from find_texts(tuple(value.values()))
    elif isinstance(value, tuple):
        for one in value:
            yield from find_texts(one)


def own_texts() -> list[str]:
    """Every text of the closed lists, and the names of the cleaning rules, which the pages show."""
    texts = [
        text
        for module in (wording, editor_wording, languages, method)
        for value in vars(module).values()
        for text in find_texts(value)
    ]
    rules = (PROJECT / "builder" / "clean").glob("*.py")
    return [
        *texts,
        RULE,
        *(found for file in rules for found in re.findall(r'"([a-zA-Z -]+)"', file.read_text("utf-8"))),
    ]


def source_words(article: Article) -> set[str]:
    declared = article.source.declared
    parts = [article.text, article.title.text, article.id, article.source.front_matter, *article.keywords]
    parts += [piece.text for piece in article.removed] + [piece.text for piece in article.moved]
    parts += [part or "" for cited in article.cited for part in (cited.outlet, cited.title, cited.date)]
    parts += [*declared.authors, declared.publisher or ""]
    return {word.casefold() for part in parts for word in find_words(part)}


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Build:
    return build(make_config(FOLDERS[0], tmp_path_factory.mktemp("built")))


def test_every_visible_word_is_the_sites_or_a_sources(built: Build) -> None:
    own = {word.casefold() for text in own_texts() for word in find_words(re.sub(r"\{\w*\}", " ", text))}
    theirs = set().union(*(source_words(briefing.article) for briefing in built.collection.briefings))
    labels = {placement.label.casefold() for placement in built.collection.placements}
    for page in built.pages:
        if not page.path.endswith(".md"):
            continue
        body = page.text.split("---\n", 2)[2]
        visible = html.unescape(MARKUP.sub(" ", body))
        words = {word.casefold() for word in find_words(visible) if not word.isdigit()}
        strange = words - own - theirs - labels
        assert not strange, (page.path, sorted(strange))


@pytest.mark.parametrize("word", FORBIDDEN)
def test_the_site_says_nothing_that_it_cannot_know(word: str) -> None:
    assert not [text for text in own_texts() if re.search(rf"\b{word}\b", text, re.IGNORECASE)]
