"""How much of a text is published: a word planted in every sentence stands where the sentence is printed, or nowhere.

Words of removed lines and of sentences that no page cites are looked for in every byte of what is published.
"""

import gzip
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.__main__ import main
from builder.build import build
from builder.check import check_site
from builder.config import load_config
from builder.model import Briefing, Build, CastMember, Entity, Page, Quote, Rights, Span, Statistic, Title
from builder.trace import prove_pages
from builder.write.masked import mask_text, mask_view
from builder.write.rights import find_cited_sentences, find_shown
from builder.write.view import View, make_view, mark, say
from tests.expected import make_config
from tests.samples import PROJECT

# What only a planted word begins with.
PLANTED = re.compile("zq[a-z]+")
MODES: tuple[Rights, ...] = ("cited", "none")
# Sentences by what finders make of them; each slot is a planted word, and the most say nothing that is found.
SENTENCES = (
    "The {} lies behind the old mill and the reeds.",
    "It is a quiet {} where people walk on warm evenings.",
    "Some of the {} has been there as long as anyone can think back.",
    "“We will mend the {} of the old weir before the winter,” said Ida Brandt, the mayor of Norwick.",
    "The council of Norwick bought 240 {} lamps on 3 March 2025.",
    "Nobody minds the {} when the wind stands still.",
    "“The {} is shut for all of us. The {} stays open to everybody here,” said Carl Lund.",
    "A {} is what the {} calls a bench, and it is painted green.",
    "Carl Lund walked along the {} with a friend from Norwick.",
    "Work on the {} will begin next spring.",
    "The {} smells of rain and of wet leaves.",
    "Ida Brandt sat under the {} and read a book.",
    "The bark of the {} is rough, and the moss on it is soft.",
    "The Grey {} Trust owns a meadow and a shed.",
    "Carl Lund said: “The {} is wet for all of us. The {} is dry for everybody here.”",
)
PARAGRAPHS = 13


class Planter:
    """Gives words that stand nowhere else, each of them once."""

    def __init__(self, name: str) -> None:
        self.name, self.number = name, 0

    def word(self) -> str:
        """The next word."""
        self.number += 1
        return f"zq{self.name}" + "".join(chr(ord("a") + int(digit)) for digit in str(self.number))

    def fill(self, sentence: str) -> str:
        """The sentence with a planted word in every slot."""
        words = (self.word() for _ in range(sentence.count("{}")))
        # A word that is part of a name, which pages print apart from its sentence.
        return sentence.format(*(word.title() if "Trust" in sentence else word for word in words))

    def paragraphs(self) -> list[str]:
        """Sentences of all kinds, some paragraphs with nothing that a finder finds."""
        count = len(SENTENCES)
        # Steps that share no divisor with the number of sentences mix what is found with what is not.
        made = [[SENTENCES[(4 * place + step) % count] for step in range(3)] for place in range(PARAGRAPHS)]
        dull = [SENTENCES[place] for place in (0, 1, 2, 5, 10, 12)]
        made[4:4] = [dull[:2], dull[2:4], dull[4:]]
        return [" ".join(self.fill(sentence) for sentence in paragraph) for paragraph in made]


def make_text() -> str:
    plant = Planter("text")
    parts = plant.paragraphs()
    parts.insert(4, "A look back")
    parts.insert(8, "What the valley holds")
    keywords = f"Keywords: {plant.word()}, {plant.word()} walks"
    related = "\n\n".join(
        ["Related Articles:", *(f"- {plant.word().title()} and the Long Road Home" for _ in range(3))]
    )
    return "\n\n".join(["Norwick mends its weir", *parts, keywords, related]) + "\n"


def make_markdown() -> str:
    plant = Planter("mark")
    parts = plant.paragraphs()
    parts[5:5] = ["## What was there before", "- " + plant.fill(SENTENCES[0]), "- " + plant.fill(SENTENCES[5])]
    parts.insert(9, f"[![{plant.word()}](a.png)](b.html)")
    return f"---\ntags: [{plant.word()}, {plant.word()} lamps]\ndate: 2025-03-04\n---\n" + "\n\n".join(parts) + "\n"


def make_page() -> str:
    plant = Planter("page")
    body = "".join(f"<p>{part}</p>" for part in plant.paragraphs())
    menu = "".join(f'<li><a href="/{plant.word()}">{plant.word()}</a></li>' for _ in range(4))
    head = f'<title>Norwick lights its path</title><meta name="keywords" content="{plant.word()}">'
    return (
        f'<!doctype html><html lang="en"><head>{head}</head><body><nav><ul>{menu}</ul></nav>'
        f"<article><h1>Norwick lights its path</h1>{body}</article>"
        f"<footer><p>{plant.word()} imprint</p></footer></body></html>"
    )


def make_german(name: str, title: str) -> str:
    """Nothing is found in it, so nothing of it is cited; without a title, its opening words are one."""
    plant = Planter(name)
    sentence = "Der {} steht noch immer an dem Weg, der durch das Tal und über die Brücke führt."
    parts = [" ".join(plant.fill(sentence) for _ in range(3)) for _ in range(4)]
    return "\n\n".join([title, *parts]).lstrip() + "\n"


ARTICLES = {
    "a-mended-weir.txt": make_text(),
    "b-opening-words.md": make_markdown(),
    "c-lighted-path.html": make_page(),
    "d-in-german.txt": make_german("german", "Eine Brücke in dem Tal"),
    "e-german-opening.txt": make_german("opening", ""),
}


@dataclass
class Desk:
    """A built site and the records behind it."""

    top: Path
    made: Build

    def briefing(self, start: str) -> Briefing:
        return next(one for one in self.made.collection.briefings if one.article.source.path.startswith(start))

    def page(self, briefing: Briefing) -> str:
        return (self.top / "site" / "briefings" / briefing.article.id / "index.html").read_text(encoding="utf-8")

    def data(self, briefing: Briefing, folder: str = "docs") -> dict[str, object]:
        file = self.top / folder / "data" / "briefings" / f"{briefing.article.id}.json"
        return dict(json.loads(file.read_text(encoding="utf-8")))


def set_up(top: Path, source_text: str | None = None) -> Path:
    """A folder with settings and articles, as a user has it."""
    settings = (PROJECT / "mkdocs.yml").read_text(encoding="utf-8")
    settings = settings.replace("builder/theme", str(PROJECT / "builder" / "theme"))
    if source_text:
        settings = settings.replace(
            "    articles: articles\n", f"    articles: articles\n    source_text: {source_text}\n"
        )
        assert f"source_text: {source_text}" in settings
    (top / "mkdocs.yml").write_text(settings, encoding="utf-8")
    (top / "articles").mkdir(exist_ok=True)
    for name, text in ARTICLES.items():
        (top / "articles" / name).write_text(text, encoding="utf-8")
    return top


def run(top: Path, *arguments: str) -> int:
    return main([*arguments, "--config", str(top / "mkdocs.yml"), "--strict"])


def make_desk(top: Path, source_text: str | None = None, **rights: str) -> Desk:
    """A site built by the command; ``rights`` are editors' files by the articles' first letter."""
    set_up(top, source_text)
    for letter, value in rights.items():
        name = next(name for name in ARTICLES if name.startswith(letter))
        (top / "articles" / name).with_suffix(".yml").write_text(f"rights: {value}\n", encoding="utf-8")
    assert run(top, "build") == 0
    return Desk(top, build(load_config(top / "mkdocs.yml")))


@pytest.fixture(scope="module")
def desks(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Desk]:
    made: dict[str, Desk] = {mode: make_desk(tmp_path_factory.mktemp(mode), mode) for mode in MODES}
    made["full"] = make_desk(tmp_path_factory.mktemp("full"))
    made["one"] = make_desk(tmp_path_factory.mktemp("one"), a="none", c="cited")
    return made


def read_tree(top: Path, *folders: str) -> Iterator[tuple[str, str]]:
    """Name and content of every published file, unpacked."""
    for file in sorted(one for folder in folders for one in (top / folder).rglob("*") if one.is_file()):
        content = gzip.decompress(file.read_bytes()) if file.suffix == ".gz" else file.read_bytes()
        yield file.relative_to(top).as_posix(), content.decode("utf-8", errors="replace")


def find_planted(top: Path, *folders: str) -> set[str]:
    """Planted words in names and contents."""
    return {
        word for name, content in read_tree(top, *folders) for word in PLANTED.findall(f"{name}\n{content}".casefold())
    }


def list_planted(text: str) -> set[str]:
    return set(PLANTED.findall(text.casefold()))


def find_printed(desk: Desk, briefing: Briefing) -> dict[str, str]:
    """Sentences that stand on their article's page, by anchor."""
    page, text = desk.page(briefing), briefing.article.text
    return {
        one.anchor: text[one.span.start : one.span.end]
        for one in briefing.analysis.sentences
        if f'id="{one.anchor}"' in page or f"id={one.anchor}" in page
    }


def cut(text: str, pair: object) -> str:
    assert isinstance(pair, list)
    return text[slice(*pair)]


def name_restricted(mode: str) -> tuple[str, ...]:
    return {"one": ("a-", "c-"), "full": ()}.get(mode, ("a-", "b-", "c-", "d-", "e-"))


@pytest.mark.parametrize("mode", ["cited", "none", "full", "one"])
def test_a_word_of_a_sentence_is_published_only_where_its_sentence_is_printed(
    desks: dict[str, Desk], mode: str
) -> None:
    desk = desks[mode]
    published = find_planted(desk.top, "docs", "site")
    for briefing in desk.made.collection.briefings:
        text, printed = briefing.article.text, find_printed(desk, briefing)
        page = list_planted(desk.page(briefing))
        hidden = 0
        for one in briefing.analysis.sentences:
            words = list_planted(text[one.span.start : one.span.end])
            assert words
            if one.anchor in printed:
                assert words <= page
            else:
                hidden += 1
                assert not words & published, (briefing.article.id, words & published)
        is_restricted = briefing.article.source.path.startswith(name_restricted(mode))
        assert bool(hidden) == is_restricted, briefing.article.id


@pytest.mark.parametrize("mode", ["cited", "none", "one"])
def test_a_word_of_what_was_removed_is_nowhere(desks: dict[str, Desk], mode: str) -> None:
    desk = desks[mode]
    published = find_planted(desk.top, "docs", "site")
    for start in name_restricted(mode):
        article = desk.briefing(start).article
        removed = set().union(*(list_planted(piece.text) for piece in article.removed), set())
        assert removed or start in ("b-", "d-", "e-")
        assert not removed & published
    whole = find_planted(desks["full"].top, "docs", "site")
    assert whole >= set().union(*(list_planted(p.text) for p in desks["full"].briefing("a-").article.removed))


@pytest.mark.parametrize("mode", ["cited", "none", "full"])
def test_keywords_are_printed_as_the_source_gives_them(desks: dict[str, Desk], mode: str) -> None:
    desk = desks[mode]
    for start in ("a-", "b-"):
        briefing = desk.briefing(start)
        assert briefing.article.keywords
        assert all(word in desk.page(briefing) for word in briefing.article.keywords)


@pytest.mark.parametrize("mode", ["cited", "none", "one"])
def test_the_search_index_holds_no_unprinted_sentence(desks: dict[str, Desk], mode: str) -> None:
    desk = desks[mode]
    found = list_planted((desk.top / "site" / "search" / "search_index.json").read_text(encoding="utf-8"))
    for start in name_restricted(mode):
        briefing = desk.briefing(start)
        printed = find_printed(desk, briefing)
        for one in briefing.analysis.sentences:
            words = list_planted(briefing.article.text[one.span.start : one.span.end])
            assert words <= found if one.anchor in printed else not words & found


@pytest.mark.parametrize("mode", ["cited", "none", "one"])
def test_every_link_and_trace_of_a_limited_site_holds(desks: dict[str, Desk], mode: str) -> None:
    desk = desks[mode]
    report = check_site(desk.top / "site", "https://example.org/briefing-desk/")
    assert report.problems == ()
    assert report.links > 200
    assert prove_pages(desk.made.pages, desk.made.collection) == ()


def test_the_check_finds_a_cited_sentence_that_is_not_printed(desks: dict[str, Desk], tmp_path: Path) -> None:
    desk = desks["none"]
    briefing = desk.briefing("a-")
    anchor = next(iter(find_printed(desk, briefing)))
    site = tmp_path / "site"
    for name, content in read_tree(desk.top, "site"):
        if name.endswith(".html"):
            place = tmp_path / name
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_text(re.sub(f'id="?{anchor}"? ', "", content), encoding="utf-8")
    found = [one.message for one in check_site(site, None).problems]
    assert any(f"#{anchor}" in message and "no such anchor" in message for message in found)


def test_cited_prints_whole_paragraphs_and_says_which_are_not_shown(desks: dict[str, Desk]) -> None:
    desk = desks["cited"]
    for start in ("a-", "b-", "c-"):
        briefing = desk.briefing(start)
        printed = find_printed(desk, briefing)
        shown = {one.paragraph for one in briefing.analysis.sentences if one.anchor in printed}
        whole = {one.anchor for one in briefing.analysis.sentences if one.paragraph in shown}
        assert set(printed) == whole
        page = desk.page(briefing)
        said: set[int] = set()
        for first, last in re.findall(r"Paragraphs? (\d+)(?: to (\d+))? (?:is|are) not shown\.", page):
            said |= set(range(int(first), int(last or first) + 1))
        numbers = {one.number for one in briefing.article.blocks if one.number is not None}
        assert said
        assert said == numbers - shown
        assert "The publisher’s rights are kept" in page


def test_a_heading_is_printed_only_over_a_printed_paragraph(desks: dict[str, Desk]) -> None:
    desk = desks["cited"]
    assert "A look back" not in desk.page(desk.briefing("a-"))
    assert "What the valley holds" in desk.page(desk.briefing("a-"))
    assert "A look back" in desks["full"].page(desks["full"].briefing("a-"))
    assert not any("A look back" in content for _, content in read_tree(desk.top, "docs", "site"))


@pytest.mark.parametrize("mode", MODES)
def test_numbers_and_addresses_are_those_of_the_whole_text(desks: dict[str, Desk], mode: str) -> None:
    full, limited = desks["full"], desks[mode]
    for start in ("a-", "b-", "c-"):
        whole = find_printed(full, full.briefing(start))
        part = find_printed(limited, limited.briefing(start))
        assert part
        assert part.items() < whole.items()
        number = re.compile(r'<a class="?pn"? href="?#(s-[0-9a-f-]+)"? [^>]*>(\d+)<')
        numbers = {one.anchor: str(one.paragraph) for one in full.briefing(start).analysis.sentences}
        found = number.findall(limited.page(limited.briefing(start)))
        assert found
        assert all(numbers[anchor] == printed for anchor, printed in found)


def test_none_prints_the_cited_sentences_and_nothing_else(desks: dict[str, Desk]) -> None:
    desk = desks["none"]
    briefing = desk.briefing("a-")
    markdown = (desk.top / "docs" / "briefings" / f"{briefing.article.id}.md").read_text(encoding="utf-8")
    source = markdown.split("{ #source-text }")[1]
    linked = set()
    for path, content in read_tree(desk.top, "docs"):
        if path.endswith(".md"):
            before = content.split("{ #source-text }")[0] if path.endswith(f"{briefing.article.id}.md") else content
            linked |= set(re.findall(rf"{briefing.article.id}\.md#(s-[0-9a-f-]+)\)", before))
            if before != content:
                linked |= set(re.findall(r"\(#(s-[0-9a-f-]+)\)", before))
    printed = re.findall(r'<span id="(s-[0-9a-f-]+)"', source)
    assert len(printed) == len(set(printed))
    assert linked <= set(printed)
    # Beside them only what a quotation goes on with behind the sentence that its marker names.
    by_anchor = {one.anchor: one.span for one in briefing.analysis.sentences}
    parts = [span for quote in briefing.analysis.quotes for span in quote.spans]
    for anchor in set(printed) - linked:
        assert any(span.start < by_anchor[anchor].end and by_anchor[anchor].start < span.end for span in parts)
    assert "not shown" not in source


def test_a_text_of_which_nothing_is_cited_prints_nothing(desks: dict[str, Desk]) -> None:
    desk = desks["none"]
    briefing = desk.briefing("d-")
    assert find_printed(desk, briefing) == {}
    page = desk.page(briefing)
    assert "this site cites no sentence of this article" in page
    assert "zqgerman" not in page


def test_the_first_sentence_is_a_description_only_where_it_is_printed(desks: dict[str, Desk]) -> None:
    for mode, is_said in (("full", True), ("none", False), ("cited", False)):
        desk = desks[mode]
        front = (desk.top / "docs" / "briefings" / f"{desk.briefing('d-').article.id}.md").read_text(encoding="utf-8")
        assert ("description: Der zqgerman" in front) == is_said


@pytest.mark.parametrize("start", ["b-", "e-"])
def test_the_whole_sentence_of_opening_words_is_printed(desks: dict[str, Desk], start: str) -> None:
    opening = desks["none"].briefing(start)
    assert opening.article.title.basis == "opening words"
    first = opening.analysis.sentences[0]
    assert first.anchor in find_printed(desks["none"], opening)
    assert opening.article.text[first.span.start : first.span.end] in desks["none"].page(opening)


def test_opening_words_in_an_address_are_no_fragment_either(tmp_path: Path) -> None:
    set_up(tmp_path, "none")
    (tmp_path / "articles" / "e-german-opening.txt").rename(tmp_path / "articles" / "7.txt")
    (tmp_path / "articles" / "7.yml").write_text("title: Ein Weg\n", encoding="utf-8")
    made = build(load_config(tmp_path / "mkdocs.yml"))
    briefing = next(one for one in made.collection.briefings if one.article.source.path == "7.txt")
    first = briefing.analysis.sentences[0]
    assert briefing.article.title.text == "Ein Weg"
    assert list_planted(briefing.article.id)
    page = next(one.text for one in made.pages if one.path == f"briefings/{briefing.article.id}.md")
    assert [one for one in briefing.analysis.sentences if f'id="{one.anchor}"' in page] == [first]


@pytest.mark.parametrize("mode", ["cited", "none", "one"])
def test_the_public_data_keeps_every_place_and_only_printed_words(desks: dict[str, Desk], mode: str) -> None:
    desk, full = desks[mode], desks["full"]
    for start in name_restricted(mode):
        briefing = desk.briefing(start)
        public, whole = desk.data(briefing), full.data(full.briefing(start))
        text, real = str(public["text"]), str(whole["text"])
        assert len(text) == len(real)
        assert [place for place, one in enumerate(text) if one == "\n"] == [
            place for place, one in enumerate(real) if one == "\n"
        ]
        assert all(one in (other, "·") for one, other in zip(text, real, strict=True))
        for key in ("blocks", "sentences", "figures", "dates", "topics", "outlook", "words"):
            assert list_spans(public[key]) == list_spans(whole[key])
        printed = find_printed(desk, briefing)
        for anchor, sentence in printed.items():
            span = next(one.span for one in briefing.analysis.sentences if one.anchor == anchor)
            assert text[span.start : span.end] == sentence
        for key in ("removed", "moved"):
            pieces = public[key]
            assert isinstance(pieces, list)
            assert all(piece["text"] == "" for piece in pieces)
            assert [piece["words"] for piece in pieces] == [
                piece["words"]
                for piece in whole[key]  # type: ignore[attr-defined]
            ]
        assert public["source_text"] == desk.data(briefing, ".briefing")["source_text"]
        assert whole["source_text"] == "full"
        for figure in public["figures"]:  # type: ignore[attr-defined]
            assert cut(text, figure["span"]) == figure["printed"]
        for quote in public["quotes"]:  # type: ignore[attr-defined]
            assert not quote["is_full"] or all("·" not in cut(text, span) for span in quote["spans"])


def list_spans(value: object) -> list[object]:
    """Every span below a value."""
    if isinstance(value, dict):
        return [span for part in value.values() for span in list_spans(part)]
    if isinstance(value, list):
        if len(value) == 2 and all(isinstance(part, int) for part in value):
            return [value]
        return [span for part in value for span in list_spans(part)]
    return []


@pytest.mark.parametrize("mode", ["cited", "none", "one"])
def test_every_statement_of_the_overview_is_a_slice_of_the_public_text(desks: dict[str, Desk], mode: str) -> None:
    desk = desks[mode]
    texts = {one.article.id: str(desk.data(one)["text"]) for one in desk.made.collection.briefings}
    overview = json.loads((desk.top / "docs" / "data" / "overview.json").read_text(encoding="utf-8"))

    def find_statements(value: object) -> Iterator[dict[str, object]]:
        if isinstance(value, dict):
            if {"briefing", "span", "text"} <= value.keys():
                yield value
            for part in value.values():
                yield from find_statements(part)
        elif isinstance(value, list):
            for part in value:
                yield from find_statements(part)

    found = list(find_statements(overview))
    assert found
    assert all(cut(texts[str(one["briefing"])], one["span"]) == one["text"] for one in found)


@pytest.mark.parametrize("mode", ["cited", "none", "one", "full"])
def test_the_whole_data_is_kept_where_it_is_not_published(desks: dict[str, Desk], mode: str) -> None:
    desk, full = desks[mode], desks["full"]
    kept = desk.top / ".briefing" / "data" / "briefings"
    expected = {desk.briefing(start).article.id for start in name_restricted(mode)}
    assert {file.stem for file in kept.glob("*.json")} == expected
    for start in name_restricted(mode):
        whole = desk.data(desk.briefing(start), ".briefing")
        assert {**whole, "source_text": "full"} == full.data(full.briefing(start))
    if expected:
        assert (desk.top / ".briefing" / ".gitignore").read_text(encoding="utf-8") == "*\n"


def test_articles_beside_a_limited_one_do_not_change_by_a_byte(desks: dict[str, Desk]) -> None:
    full, one = desks["full"], desks["one"]
    for start in ("b-", "d-"):
        id_ = full.briefing(start).article.id
        for path in (f"docs/briefings/{id_}.md", f"docs/data/briefings/{id_}.json", f"site/briefings/{id_}/index.html"):
            assert (one.top / path).read_bytes() == (full.top / path).read_bytes()


def test_an_article_s_own_rights_win_over_the_site_s(tmp_path: Path) -> None:
    desk = make_desk(tmp_path, "none", a="full")
    whole = desk.briefing("a-")
    assert len(find_printed(desk, whole)) == len(whole.analysis.sentences)
    assert len(find_printed(desk, desk.briefing("c-"))) < len(desk.briefing("c-").analysis.sentences)


def test_a_rebuild_with_full_rights_gives_the_bytes_of_before(desks: dict[str, Desk], tmp_path: Path) -> None:
    desk = make_desk(tmp_path, "none")
    assert (tmp_path / ".briefing" / "data" / "briefings").is_dir()
    set_up(tmp_path)
    assert run(tmp_path, "build") == 0
    again = dict(read_tree(desk.top, "docs", "site"))
    assert again == dict(read_tree(desks["full"].top, "docs", "site"))
    assert not (tmp_path / ".briefing" / "data" / "briefings").exists()
    manifests = [
        json.loads((one / ".briefing" / "manifest.json").read_bytes()) for one in (tmp_path, desks["full"].top)
    ]
    assert manifests[0] == manifests[1]


def test_mentions_in_context_are_few_where_rights_are_kept(desks: dict[str, Desk]) -> None:
    def count(mode: str) -> list[int]:
        page = (desks[mode].top / "docs" / "entities" / "ida-brandt.md").read_text(encoding="utf-8")
        parts = page.split("{ #context }")[1].split("\n## ")[0].split("\n### ")[1:]
        said = re.findall(r"(\d+) more in ([A-D]), not shown", page)
        assert bool(said) == (mode != "full")
        return [part.count('<span class="v"><mark>') + part.count("” said <mark>") for part in parts]

    assert count("none") == count("cited") == [2, 2, 2]
    whole = count("full")
    assert min(whole) > 2
    assert count("one") == [2, whole[1], 2]


def test_a_wrong_setting_is_a_configuration_error(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    set_up(tmp_path, "some")
    assert run(tmp_path, "write") == 2
    assert "extra.briefing.source_text is 'some'; write full, cited, none" in capsys.readouterr().err
    assert not (tmp_path / "docs").exists()


TEXTS = st.text(alphabet=st.sampled_from("ab ·\n.é"), max_size=60)


@given(text=TEXTS, places=st.lists(st.tuples(st.integers(0, 60), st.integers(0, 60)), max_size=5))
def test_a_masked_text_has_its_length_and_shows_its_spans(text: str, places: list[tuple[int, int]]) -> None:
    spans = sorted({(min(place), max(place)) for place in places if max(place) <= len(text)})
    masked = mask_text(text, [Span(start, end) for start, end in spans])
    assert len(masked) == len(text)
    inside = {place for start, end in spans for place in range(start, end)}
    for place, (one, other) in enumerate(zip(masked, text, strict=True)):
        if place in inside or other == "\n":
            assert one == other
        elif not other.isspace():
            assert one == "·"


PLAIN = (
    "The weir is old. Its wall is made of grey stone. The reeds are high here. “We mend it. Then we go home.” It rains."
    "\n\nA bench stands at the water. Two ducks sleep on it. The path is wet.\n"
)


@pytest.fixture
def plain(tmp_path: Path) -> View:
    """A view of one article of which only sentences that a page cites are printed."""
    (tmp_path / "articles").mkdir()
    (tmp_path / "articles" / "weir-and-bench.txt").write_text(PLAIN, encoding="utf-8")
    config = replace(make_config(tmp_path / "articles", tmp_path), source_text="none")
    collection = build(config).collection
    # Without findings, so that nothing is cited but what a test cites.
    briefing = collection.briefings[0]
    nothing = dict.fromkeys(("key_points", "entities", "quotes", "statements", "figures", "dates", "outlook"), ())
    bare = replace(
        briefing,
        article=replace(briefing.article, title=Title("Weir", "editor", None)),
        analysis=replace(briefing.analysis, **nothing),  # type: ignore[arg-type]
    )
    return make_view(replace(collection, briefings=(bare,)), config)


def find_span(view: View, words: str) -> Span:
    start = PLAIN.index(words)
    assert view.article("weir-and-bench").text[start : start + len(words)] == words
    return Span(start, start + len(words))


def list_shown(view: View, *pages: Page) -> list[str]:
    shown = find_shown(view, pages)["weir-and-bench"]
    briefing = view.briefings["weir-and-bench"]
    return [view.cut("weir-and-bench", one.span) for one in find_cited_sentences(briefing, shown)]


def test_a_quotation_that_runs_over_two_sentences_cites_both(plain: View) -> None:
    span = find_span(plain, "“We mend it. Then we go home.”")
    page = Page("index.md", say(plain, "index.md", "weir-and-bench", span))
    assert "".join(list_shown(plain, page)).replace(" ", "") == "“Wemendit.Thenwegohome.”"
    parts = [find_span(plain, "wall is made"), find_span(plain, "ducks sleep")]
    first, last = (say(plain, "index.md", "weir-and-bench", one, is_last=False) for one in parts)
    page = Page("index.md", f"{first} … {last} {mark(plain, 'index.md', 'weir-and-bench', parts[0])}")
    assert list_shown(plain, page) == ["Its wall is made of grey stone.", "Two ducks sleep on it."]
    assert list_shown(plain, Page("index.md", first)) == []


def test_every_link_to_a_sentence_and_the_head_of_a_page_cite_it(plain: View) -> None:
    anchors = [one.anchor for one in plain.briefings["weir-and-bench"].analysis.sentences]
    tile = f"[A](../briefings/weir-and-bench.md#{anchors[0]}){{ .t .on }}"
    assert list_shown(plain, Page("stories/one.md", tile)) == ["The weir is old."]
    head = f"---\ndate_anchor: {anchors[1]}\n---\n"
    assert list_shown(plain, Page("briefings/weir-and-bench.md", head)) == ["Its wall is made of grey stone."]
    assert list_shown(plain, Page("briefings/other.md", head)) == []


def test_a_speaker_s_sentence_is_printed_with_what_is_said(plain: View) -> None:
    span = find_span(plain, "“We mend it. Then we go home.”")
    quote = Quote((span,), "Two ducks", find_span(plain, "Two ducks"), None, None, is_full=True)
    briefing = plain.briefings["weir-and-bench"]
    said = replace(briefing, analysis=replace(briefing.analysis, quotes=(quote,)))
    view = make_view(replace(plain.collection, briefings=(said,)), plain.config)
    page = Page("index.md", say(view, "index.md", "weir-and-bench", span))
    assert list_shown(view, page)[-1] == "Two ducks sleep on it."


def test_words_beside_a_span_are_masked_as_the_text_is(plain: View) -> None:
    names = (find_span(plain, "weir"), find_span(plain, "reeds"))
    entity = Entity("weir", "organisation", ("reeds",), names)
    quote = Quote(
        (find_span(plain, "“We mend it."),), "ducks", find_span(plain, "ducks"), "reeds", "sleep", is_full=False
    )
    briefing = plain.briefings["weir-and-bench"]
    found = replace(briefing, analysis=replace(briefing.analysis, entities=(entity,), quotes=(quote,)))
    member = CastMember("weir", "weir", "organisation", ("reeds",), (Statistic("weir-and-bench", names),))
    view = make_view(replace(plain.collection, briefings=(found,), cast=(member,)), plain.config)
    page = Page("index.md", mark(view, "index.md", "weir-and-bench", names[0]))
    public = mask_view(view, find_shown(view, [page]))
    masked = public.briefings["weir-and-bench"].analysis
    assert (masked.entities[0].name, masked.entities[0].aliases) == ("weir", ())
    assert (masked.quotes[0].speaker, masked.quotes[0].cue) == ("·····", "·····")
    # The name by which Who's who knows it.
    assert masked.quotes[0].speaker_named == "weir"
    assert public.collection.cast[0].aliases == ()
    assert public.article("weir-and-bench").text.startswith("The weir is old.····")
    assert mask_view(view, {}) is view
