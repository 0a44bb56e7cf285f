"""The pages of several stories: what home lists, where markers name the story, and that the site holds together."""

import html
import json
import re
from pathlib import Path

import pytest

from builder.__main__ import main
from builder.words import find_words
from builder.write import editor_wording, wording
from builder.write.view import _shorten
from tests.samples import PROJECT
from tests.several import BEES, FIRE, OWNER, REPORT, write_article, write_two_stories

MARKER = re.compile(r"\[([^\]]*)¶\u202f\d+\]\(")
# Pages that are no story's own.
CROSSING = ("index.md", "briefings/index.md", "entities/index.md", "timeline.md", "topics.md", "method.md")
EDITOR = """
names:
  rename: {Joanna Warden: Jo Warden}
topics:
  rename: {fire: Blazes}
stories:
  title: {gym-roof: "Snow & <roofs>"}
"""


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """A folder with settings and no article yet."""
    settings = (PROJECT / "mkdocs.yml").read_text(encoding="utf-8")
    theme = PROJECT / "builder" / "theme"
    (tmp_path / "mkdocs.yml").write_text(settings.replace("builder/theme", str(theme)), encoding="utf-8")
    return tmp_path


def run(desk: Path, command: str, capsys: pytest.CaptureFixture[str]) -> str:
    code = main([command, "--config", str(desk / "mkdocs.yml")])
    closing = capsys.readouterr().err
    assert code == 0, closing
    return closing


def read(desk: Path, path: str) -> str:
    return (desk / "docs" / path).read_text(encoding="utf-8")


def find_markers(desk: Path, path: str) -> set[str]:
    """What markers of a page say before the paragraph: a letter, a letter with its story's name, or nothing."""
    return {html.unescape(label).replace("\u00a0", " ").strip() for label in MARKER.findall(read(desk, path))}


def write_third(articles: Path) -> None:
    write_article(articles, "6-bees", BEES)


@pytest.mark.parametrize("stories", [1, 2, 3])
def test_a_site_of_so_many_stories_holds_together(desk: Path, stories: int, capsys: pytest.CaptureFixture[str]) -> None:
    if stories == 1:
        write_article(desk / "articles", "1-fire", FIRE, story="Harbour fire")
    else:
        write_two_stories(desk / "articles")
    if stories == 3:
        write_third(desk / "articles")
    closing = run(desk, "build", capsys)
    assert f"{stories} {'story' if stories == 1 else 'stories'}" in closing
    assert ", 0 broken" in closing
    made = sorted(path.stem for path in (desk / "docs" / "stories").glob("*.md"))
    assert made == ["6-bees", "gym-roof", "harbour-fire"][-stories:]
    # Again, with the lock: the same bytes.
    pages = {path: path.read_bytes() for path in (desk / "docs").rglob("*.md")}
    assert ", 0 broken" in run(desk, "build", capsys)
    assert pages == {path: path.read_bytes() for path in (desk / "docs").rglob("*.md")}


def test_home_lists_the_stories_and_every_story_is_reached(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write_two_stories(desk / "articles")
    write_third(desk / "articles")
    run(desk, "write", capsys)
    home = read(desk, "index.md")
    assert home.index("[Gym roof](stories/gym-roof.md)") < home.index("[Harbour fire](stories/harbour-fire.md)")
    assert "2 sources · 2 April 2025 to 5 April 2025" in home
    assert "3 sources · 10 March 2025 to 12 March 2025" in home
    single = home[home.index("{ #single-reports }") : home.index("{ #newest }")]
    assert "(briefings/6-bees.md)" in single
    newest = home[home.index("{ #newest }") :]
    assert re.findall(r"\(briefings/(\d[\w-]+)\.md\)", newest) == [
        "4-money",
        "3-roof",
        "2-report",
        "1-fire",
        "5-owner",
        "6-bees",
    ]
    assert "story: 6-bees\nstory_title: Other reports\n" in read(desk, "briefings/6-bees.md")


def test_markers_name_the_story_on_pages_that_are_not_its_own(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write_two_stories(desk / "articles")
    run(desk, "write", capsys)
    letters = {
        f"{story} {letter}" for story, count in (("Harbour fire", 3), ("Gym roof", 2)) for letter in "ABC"[:count]
    }
    crossing = [*CROSSING, *(f"entities/{path.name}" for path in (desk / "docs/entities").glob("j*.md"))]
    for path in crossing:
        markers = find_markers(desk, path)
        assert markers, path
        assert markers <= letters, path
        assert '<span class="t on">' not in read(desk, path), path
    assert find_markers(desk, "stories/harbour-fire.md") <= set("ABC")
    assert find_markers(desk, "stories/gym-roof.md") <= set("AB")
    assert find_markers(desk, "briefings/1-fire.md") == {""}


def test_one_story_is_named_nowhere(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write_article(desk / "articles", "1-fire", FIRE)
    write_article(desk / "articles", "2-report", REPORT)
    run(desk, "write", capsys)
    pages = list((desk / "docs").rglob("*.md"))
    for path in (path.relative_to(desk / "docs").as_posix() for path in pages):
        assert find_markers(desk, path) <= {"", "A", "B"}
        assert '"t on st"' not in read(desk, path)
    assert "story_title:" not in read(desk, "briefings/1-fire.md")


def test_a_related_briefing_of_another_story_has_its_name(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write_article(desk / "articles", "1-fire", FIRE, story="Harbour fire")
    write_article(desk / "articles", "2-report", REPORT, story="Council")
    run(desk, "write", capsys)
    assert '<span class="t on st">Council\u00a0A</span>' in read(desk, "briefings/1-fire.md")


def test_what_an_editor_set_is_marked_and_escaped(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write_two_stories(desk / "articles")
    (desk / "editor.yml").write_text(EDITOR, encoding="utf-8")
    assert ", 0 broken" in run(desk, "build", capsys)
    edited, by_editor = editor_wording.EDITED, editor_wording.BY_EDITOR
    assert f'[Jo Warden](jo-warden.md)**{{ #n-jo-warden }} <span class="tag">{edited}</span>' in read(
        desk, "entities/index.md"
    )
    assert f'<span class="tag">{edited}</span></p>' in read(desk, "entities/jo-warden.md")
    assert re.search(rf'\*\*Blazes\*\*{{ #t-\S+ }} <span class="tag">{edited}</span>', read(desk, "topics.md"))
    story = read(desk, "stories/gym-roof.md")
    assert f'\n\n<p class="note"><span class="tag">{by_editor}</span></p>\n' in story
    for path in ("index.md", "stories/gym-roof.md", "topics.md", "briefings/index.md", "entities/jo-warden.md"):
        assert "<roofs>" not in read(desk, path), path
    assert "<roofs>" not in (desk / "site" / "briefings" / "3-roof" / "index.html").read_text(encoding="utf-8")
    data = json.loads(read(desk, "data/overview.json"))
    assert [(one["name"], one["title"], one["title_basis"]) for one in data["stories"]] == [
        ("Gym roof", "Snow & <roofs>", "editor"),
        ("Harbour fire", "Harbour fire", "editor"),
    ]
    people = [one for one in data["entities"] if one["kind"] == "person"]
    assert {(one["name"], one["basis"]) for one in people} == {("Jo Warden", "editor")}
    bases = {one["name"]: one["basis"] for story in data["stories"] for one in story["topics"]}
    assert (bases["Blazes"], bases["roof"]) == ("editor", None)


def test_every_quotation_leads_to_the_one_who_says_it(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write_two_stories(desk / "articles")
    run(desk, "write", capsys)
    assert "(../entities/joanna-warden.md)" in read(desk, "briefings/1-fire.md")
    assert "(../entities/joanna-warden-2.md)" in read(desk, "briefings/3-roof.md")
    assert "joanna-warden.md" not in read(desk, "briefings/3-roof.md")
    assert "six hours" not in read(desk, "entities/joanna-warden-2.md")


def test_a_merge_leads_the_old_story_on(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write_two_stories(desk / "articles")
    run(desk, "build", capsys)
    (desk / "editor.yml").write_text("stories: {merge: [[harbour-fire, gym-roof]]}\n", encoding="utf-8")
    assert ", 0 broken" in run(desk, "build", capsys)
    assert "harbour-fire" in read(desk, "stories/gym-roof.md")
    lock = json.loads((desk / "briefing.lock.json").read_text(encoding="utf-8"))
    assert lock["stories"]["harbour-fire"]["letters"] == {
        "1-fire": "A",
        "2-report": "B",
        "5-owner": "C",
        "3-roof": "D",
        "4-money": "E",
    }


def test_a_folder_of_withdrawn_articles_has_a_home(desk: Path) -> None:
    write_article(desk / "articles", "1-fire", FIRE, status="withdrawn", reason="Wrong.", day="2025-04-01")
    main(["write", "--config", str(desk / "mkdocs.yml")])
    assert wording.HOME_EMPTY in read(desk, "index.md")


def test_short_names_that_would_be_one_stay_whole(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write_article(desk / "articles", "1-fire", FIRE, story="The long night of the harbour fire")
    write_article(desk / "articles", "2-report", REPORT, story="The long night of the council")
    write_article(desk / "articles", "3-owner", OWNER, story="What the owner of the warehouse said")
    run(desk, "write", capsys)
    assert {
        marker.rpartition(" ")[0] for marker in find_markers(desk, "timeline.md") | find_markers(desk, "index.md")
    } <= {
        "The long night of the harbour fire",
        "The long night of the council",
        "What the owner",
    }


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("Harbour fire", "Harbour fire"),
        ("School roofs in the northern districts", "School roofs"),
        ("Ukraine and Russia: drones, missiles and talks", "Ukraine and Russia"),
        ("Hafenfeuerversicherungsgesellschaft", "Hafenfeuerversicherungsge"[:24]),
    ],
)
def test_a_short_name_is_cut_at_a_word(name: str, short: str) -> None:
    assert _shorten(name) == short


def test_every_visible_word_is_the_sites_an_editors_or_a_sources(
    desk: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write_two_stories(desk / "articles")
    write_third(desk / "articles")
    run(desk, "write", capsys)
    own = " ".join(text for module in (wording, editor_wording) for text in map(str, vars(module).values()))
    theirs = " ".join(path.read_text(encoding="utf-8") for path in (desk / "articles").iterdir())
    note = (PROJECT / "mkdocs.yml").read_text(encoding="utf-8")
    known = {word.casefold() for word in find_words(f"{own} {theirs} {note}")}
    markup = re.compile(r"\]\([^)]*\)|\{[ :]?[ .#][^}]*\}|<[^>]*>")
    for path in ("index.md", "topics.md", "entities/index.md", "stories/gym-roof.md"):
        visible = html.unescape(markup.sub(" ", read(desk, path).split("---\n", 2)[2]))
        strange = {word.casefold() for word in find_words(visible) if not word.isdigit()} - known
        assert not strange, (path, strange)
