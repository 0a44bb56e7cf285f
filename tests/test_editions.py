"""An edition's life: every address that was once published leads to the same sentence or says that it changed."""

import re
import shutil
from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path

import pytest
from playwright.sync_api import Page as Tab

from builder.__main__ import main
from builder.clean import article as cleaning
from builder.clean.draft import Draft, remove
from tests.browser import needs_browser, open_browser, serve
from tests.samples import PROJECT

EDITIONS = Path(__file__).parent / "editions"
NOTICES = ("was withdrawn on", "is not part of this edition")
STORIES = {"Harbour fire": "cde", "Bridge": "bl", "Trams": "fg"}


@dataclass(frozen=True, slots=True)
class Address:
    """A place that a reader may have kept, and what stood there."""

    path: str
    """Of the page below the site, with its anchor."""
    text: str | None
    """The sentence at the anchor, white space folded; ``None`` for a page without anchor or a place of our own."""


class _Collector(HTMLParser):
    """Sentences of a page with their anchors, and every link within the site."""

    def __init__(self) -> None:
        super().__init__()
        self.sentences: dict[str, str] = {}
        self.links: set[str] = set()
        self._anchor: str | None = None
        self._depth = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        if self._anchor is None and tag == "span" and (values.get("class") or "") in ("s", "s u"):
            self._anchor, self._depth = values["id"] or "", 0
            self.sentences[self._anchor] = ""
        elif self._anchor is not None and tag == "span":
            self._depth += 1
        target = values.get("href") or ""
        if tag == "a" and target and not re.match(r"[a-z]+:|#__", target):
            self.links.add(target)

    def handle_endtag(self, tag: str) -> None:
        if self._anchor is not None and tag == "span":
            if self._depth == 0:
                self._anchor = None
            self._depth -= 1

    def handle_data(self, data: str) -> None:
        if self._anchor is not None:
            self.sentences[self._anchor] += data


def fold_space(text: str) -> str:
    return " ".join(text.split())


def collect(site: Path) -> set[Address]:
    """Every address that the pages of a site have or name."""
    found: set[Address] = set()
    for file in site.rglob("*.html"):
        if file.name == "404.html":
            continue
        page = file.parent.relative_to(site).as_posix().removeprefix(".") + "/"
        page = page.removeprefix("/")
        collector = _Collector()
        collector.feed(file.read_text(encoding="utf-8"))
        found.add(Address(page, None))
        found |= {Address(f"{page}#{anchor}", fold_space(text)) for anchor, text in collector.sentences.items()}
        for target in collector.links:
            path, _, anchor = target.partition("#")
            place = (file.parent / path).resolve() if path else file.parent
            if anchor and place.is_relative_to(site) and not re.match(r"s-", anchor):
                inside = place.relative_to(site).as_posix().removeprefix(".")
                found.add(Address(f"{inside}/#{anchor}".removeprefix("/"), None))
    return found


class Desk:
    """A site whose editions are built one after the other, each with what it publishes kept."""

    def __init__(self, top: Path) -> None:
        self.top = top
        self.published: set[Address] = set()
        settings = (PROJECT / "mkdocs.yml").read_text(encoding="utf-8")
        theme = PROJECT / "builder" / "theme"
        (top / "mkdocs.yml").write_text(settings.replace("builder/theme", str(theme)), encoding="utf-8")
        shutil.copytree(EDITIONS, top / "articles", ignore=shutil.ignore_patterns("*.later"))
        for story, letters in STORIES.items():
            for letter in letters:
                name = next((top / "articles").glob(f"{letter}-*.txt")).with_suffix(".yml")
                name.write_text(f"story: {story}\n", encoding="utf-8")

    def build(self) -> None:
        assert main(["build", "--strict", "--quiet", "--config", str(self.top / "mkdocs.yml")]) == 0
        self.published |= collect(self.top / "site")

    def put(self, name: str, text: str) -> None:
        (self.top / name).write_text(text, encoding="utf-8")


def remove_told_lines(draft: Draft) -> Draft:
    """A cleaning rule of a later version."""
    told = [place for place, line in enumerate(draft.lines) if "first told in the town hall" in line.text]
    return remove(draft, told, "told")


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    desk = Desk(tmp_path_factory.mktemp("editions"))
    desk.build()
    # An article that sorts first comes in.
    shutil.copy(EDITIONS / "a-harbour-report.txt.later", desk.top / "articles" / "a-harbour-report.txt")
    desk.put("articles/a-harbour-report.yml", "story: Harbour fire\n")
    desk.build()
    # The third is withdrawn.
    desk.put(
        "articles/c-grain-store-fire.yml",
        "story: Harbour fire\nstatus: withdrawn\nday: 2025-05-07\nreason: The report was not ours.\n",
    )
    desk.build()
    # An opening sentence is corrected; the headline is the file's, and the address is not made from it.
    bridge = desk.top / "articles" / "b-bridge-opens.txt"
    bridge.write_text(
        bridge.read_text(encoding="utf-8").replace("on 3 March 2025", "on 4 March 2025"), encoding="utf-8"
    )
    desk.build()
    # Two stories become one.
    desk.put("editor.yml", "stories: {merge: [[Harbour fire, Bridge]]}\n")
    desk.build()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(cleaning, "STEPS", (*cleaning.STEPS[:-1], remove_told_lines, cleaning.STEPS[-1]))
        desk.build()
    return desk


def visit(tab: Tab, address: str) -> dict[str, str | None]:
    """What a reader finds who follows an address."""
    tab.goto("about:blank")
    tab.goto(address)
    # A page that leads on does so at once; its target is loaded when it says so.
    tab.wait_for_function("!document.querySelector('a.moved')")
    found: dict[str, str | None] = tab.evaluate(
        """() => ({
          target: document.querySelector(":target")?.textContent ?? null,
          changed: document.querySelector("#changed:not([hidden])")?.textContent ?? null,
          page: document.querySelector(".md-content")?.textContent ?? "",
          title: document.title,
        })"""
    )
    return found


@needs_browser
def test_every_old_address_is_the_same_sentence_or_an_honest_notice(desk: Desk) -> None:
    counts = {"same": 0, "changed": 0, "notice": 0, "page": 0}
    with serve(desk.top / "site") as root, open_browser() as browser:
        tab = browser.new_page()
        # Hundreds of pages are opened; the theme's own scripts and fonts take no part in where a reader arrives.
        tab.route(re.compile(r"/assets/(?:javascripts|fonts)/"), lambda route: route.abort())
        for one in sorted(desk.published, key=lambda one: (one.path, one.text or "")):
            found = visit(tab, root + one.path)
            counts[judge(one, found)] += 1
    # Each kind of end was reached: the test has opened what it is about.
    assert all(counts.values()), counts


def judge(address: Address, found: dict[str, str | None]) -> str:
    """What the reader got; fails if that is another sentence, or nothing that says what happened."""
    page, target = found["page"] or "", found["target"]
    if any(notice in fold_space(page) for notice in NOTICES):
        return "notice"
    assert "Nothing stands at this address" not in page, address
    if "#" not in address.path:
        return "page"
    if found["changed"]:
        assert target is None
        return "changed"
    assert target is not None, address
    if address.text is None:
        return "page"
    assert fold_space(target) == address.text, address
    return "same"


def test_nothing_of_a_withdrawn_article_is_left(desk: Desk) -> None:
    for file in (desk.top / "site").rglob("*"):
        if file.is_file() and file.suffix in (".html", ".json", ".xml", ".md"):
            text = file.read_text(encoding="utf-8")
            for words in (
                "destroyed the grain store",
                "The roof came down",
                "fuel depot",
                "at least 12",
                "At least 12",
            ):
                assert words not in text, (file, words)


def test_no_index_names_what_was_withdrawn_or_has_moved(desk: Desk) -> None:
    for name in ("sitemap.xml", "search/search_index.json"):
        text = (desk.top / "site" / name).read_text(encoding="utf-8")
        assert "briefings/j-harbour-insurance/" in text
        assert "briefings/c-grain-store-fire/" not in text
        assert "stories/bridge/" not in text


def test_the_merged_story_leads_on(desk: Desk) -> None:
    page = (desk.top / "docs" / "stories" / "bridge.md").read_text(encoding="utf-8")
    assert "(harbour-fire.md){ .moved }" in page


@needs_browser
def test_a_passage_that_is_gone_is_said_to_be_so_and_one_that_stands_is_not(desk: Desk) -> None:
    with serve(desk.top / "site") as root, open_browser() as browser:
        tab = browser.new_page()
        gone = visit(tab, f"{root}briefings/b-bridge-opens/#s-00000000")
        assert gone["changed"]
        tab.evaluate("location.hash = document.querySelector('.s').id")
        tab.wait_for_function("document.querySelector('#changed').hidden")
        assert tab.evaluate("document.querySelector(':target').className").startswith("s")
        assert visit(tab, f"{root}briefings/b-bridge-opens/")["changed"] is None
        assert visit(tab, f"{root}briefings/b-bridge-opens/#source-text")["changed"] is None
