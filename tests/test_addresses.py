"""Addresses that last: ids, letters and days are given once, and what is no longer made leads on or says so."""

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from builder.build import build
from builder.config import Config, Overrides, load_config
from builder.errors import ConfigurationError
from builder.lock import dump_lock, read_lock
from builder.model import Build, Lock, LockedArticle, LockedName, LockedStory
from tests.samples import PROJECT

FIRE = "Harbour fire put out\n\nA fire broke out in Norwick harbour on 3 May 2025. Nobody was hurt.\n"
BRIDGE = "Bridge opens at last\n\nMayor Piet Osterman opened the new bridge. It took 14 months to build.\n"
TRAM = "Trams run again\n\nThe trams of Norwick run again. Mayor Piet Osterman took the first one.\n"


class Desk:
    """A folder of articles, and the editions that are built of it."""

    def __init__(self, top: Path) -> None:
        self.articles = top / "articles"
        self.articles.mkdir()
        self.lock = top / "briefing.lock.json"
        self.editor = top / "editor.yml"
        self.top = top

    def config(self, day: str = "2025-05-01") -> Config:
        given = Overrides(
            articles=self.articles,
            docs=self.top / "docs",
            site=self.top / "site",
            jobs=1,
            lock=self.lock,
            editor=self.editor if self.editor.exists() else None,
            day=day,
        )
        return load_config(PROJECT / "mkdocs.yml", given)

    def build(self, day: str = "2025-05-01") -> Build:
        """One edition; the lock is kept as the command does it."""
        made = build(self.config(day))
        assert made.lock is not None
        self.lock.write_text(dump_lock(made.lock), encoding="utf-8")
        return made

    def put(self, name: str, text: str) -> None:
        (self.articles / name).write_text(text, encoding="utf-8")

    def drop(self, name: str) -> None:
        (self.articles / name).unlink()


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    desk = Desk(tmp_path)
    desk.put("b.txt", BRIDGE)
    desk.put("c.txt", FIRE)
    return desk


def list_ids(made: Build) -> dict[str, str]:
    return {one.article.source.path: one.article.id for one in made.collection.briefings}


def list_letters(made: Build) -> dict[str, str]:
    return {one.briefing: one.label for one in made.collection.placements}


def list_old(made: Build) -> dict[str, str | None]:
    return {one.path: one.target for one in made.collection.old_addresses}


def find_page(made: Build, path: str) -> str:
    return next(page.text for page in made.pages if page.path == path)


def test_a_lock_reads_back_as_it_was_written(tmp_path: Path) -> None:
    lock = Lock(
        articles=(
            LockedArticle("a.txt", "fire", "2025-05-01", "00"),
            LockedArticle("b.txt", "bridge", "2025-05-02", "11", ("old-bridge", "older-bridge")),
        ),
        stories=(LockedStory("fire", None, (("fire", "A"), ("bridge", "B"))), LockedStory("trams", "Trams", ())),
        names=(LockedName("piet-osterman", "Piet Osterman", "person"),),
    )
    file = tmp_path / "briefing.lock.json"
    file.write_text(dump_lock(lock), encoding="utf-8")
    assert read_lock(file) == lock
    assert dump_lock(read_lock(file)) == file.read_text(encoding="utf-8")
    assert read_lock(tmp_path / "none.json") == Lock()


@pytest.mark.parametrize("text", ["", "{", "[]", "{}", '{"schema": 2}', '{"schema": 1, "articles": []}'])
def test_a_lock_that_cannot_be_read_stops_the_build(tmp_path: Path, text: str) -> None:
    file = tmp_path / "briefing.lock.json"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(ConfigurationError, match="bring back the version that was committed last"):
        read_lock(file)


def test_a_build_without_a_lock_works_and_keeps_none(desk: Desk) -> None:
    made = build(replace(desk.config(), lock=None))
    assert made.lock is None
    assert list_ids(made) == {"b.txt": "bridge-opens-at-last", "c.txt": "harbour-fire-put-out"}


def test_the_first_edition_locks_what_it_gives(desk: Desk) -> None:
    desk.build("2025-05-01")
    data = json.loads(desk.lock.read_text(encoding="utf-8"))
    assert list(data["articles"]) == ["bridge-opens-at-last", "harbour-fire-put-out"]
    assert data["articles"]["bridge-opens-at-last"]["path"] == "b.txt"
    assert data["articles"]["bridge-opens-at-last"]["first_seen"] == "2025-05-01"
    assert [one["letters"] for one in data["stories"].values()] == [
        {"bridge-opens-at-last": "A", "harbour-fire-put-out": "B"}
    ]


def test_the_same_input_gives_the_same_lock(desk: Desk) -> None:
    desk.build("2025-05-01")
    first = desk.lock.read_bytes()
    desk.build("2025-06-01")
    assert desk.lock.read_bytes() == first


def test_an_article_that_sorts_first_changes_no_id_and_no_letter(desk: Desk) -> None:
    before = desk.build("2025-05-01")
    desk.put("a.txt", TRAM)
    after = desk.build("2025-06-01")
    assert list_ids(after) == {"a.txt": "trams-run-again", **list_ids(before)}
    assert list_letters(after) == {**list_letters(before), "trams-run-again": "C"}
    data = json.loads(desk.lock.read_text(encoding="utf-8"))
    assert {one["path"]: one["first_seen"] for one in data["articles"].values()} == {
        "a.txt": "2025-06-01",
        "b.txt": "2025-05-01",
        "c.txt": "2025-05-01",
    }
    assert [one.id for one in after.collection.stories] == [one.id for one in before.collection.stories]


def test_a_new_headline_changes_no_address(desk: Desk) -> None:
    desk.build()
    desk.put("b.txt", BRIDGE.replace("Bridge opens at last", "Quay bridge opens"))
    assert list_ids(desk.build())["b.txt"] == "bridge-opens-at-last"


def test_a_file_that_is_renamed_keeps_its_address(desk: Desk) -> None:
    desk.build("2025-05-01")
    desk.drop("c.txt")
    desk.put("a-fire-in-may.txt", FIRE)
    made = desk.build("2025-06-01")
    assert list_ids(made)["a-fire-in-may.txt"] == "harbour-fire-put-out"
    assert list_old(made) == {}
    data = json.loads(desk.lock.read_text(encoding="utf-8"))
    assert sorted(one["path"] for one in data["articles"].values()) == ["a-fire-in-may.txt", "b.txt"]
    assert data["articles"]["harbour-fire-put-out"]["first_seen"] == "2025-05-01"


def test_an_id_that_is_changed_leads_on_for_good(desk: Desk) -> None:
    desk.build()
    desk.put("c.yml", "id: norwick-fire\n")
    for _ in range(2):
        made = desk.build()
        assert list_ids(made)["c.txt"] == "norwick-fire"
        assert list_old(made) == {"briefings/harbour-fire-put-out.md": "briefings/norwick-fire.md"}
    page = find_page(made, "briefings/harbour-fire-put-out.md")
    assert "[the page that took its place](norwick-fire.md){ .moved }" in page
    assert "target: briefings/norwick-fire/\n" in page
    assert "Harbour" not in page


def test_an_address_is_not_given_to_another_article(desk: Desk) -> None:
    desk.build()
    desk.drop("c.txt")
    desk.build()
    desk.put("d.txt", FIRE.replace("Nobody was hurt.", "Two were hurt."))
    made = desk.build()
    assert list_ids(made)["d.txt"] == "harbour-fire-put-out-d"
    assert list_old(made) == {"briefings/harbour-fire-put-out.md": None}
    letters = list_letters(made)
    assert letters["harbour-fire-put-out-d"] == "C"


def test_an_article_that_is_gone_leaves_a_notice(desk: Desk) -> None:
    desk.build()
    desk.drop("c.txt")
    made = desk.build()
    page = find_page(made, "briefings/harbour-fire-put-out.md")
    assert "The page that stood at this address is not part of this edition." in page
    assert "fire" not in page.lower()


def test_an_article_that_comes_back_has_its_address_and_letter_again(desk: Desk) -> None:
    before = desk.build()
    desk.drop("b.txt")
    desk.build()
    desk.put("b.txt", BRIDGE)
    after = desk.build()
    assert list_ids(after) == list_ids(before)
    assert list_letters(after) == list_letters(before)


def test_an_article_that_replaces_others_takes_their_readers(desk: Desk) -> None:
    desk.build()
    desk.drop("c.txt")
    desk.put("b.yml", "replaces: [harbour-fire-put-out, never-built]\n")
    made = desk.build()
    assert list_old(made) == {
        "briefings/harbour-fire-put-out.md": "briefings/bridge-opens-at-last.md",
        "briefings/never-built.md": "briefings/bridge-opens-at-last.md",
    }


def test_a_briefing_that_stands_is_not_replaced(desk: Desk) -> None:
    desk.put("b.yml", "replaces: harbour-fire-put-out\n")
    made = desk.build()
    assert list_old(made) == {}
    assert [f"{one.path}: {one.message}" for one in made.faults] == [
        "b.yml: replaces: 'harbour-fire-put-out' is a briefing of this edition and stays"
    ]


def test_a_withdrawn_article_keeps_its_address_and_nothing_else(desk: Desk) -> None:
    desk.put("a.txt", TRAM)
    desk.build()
    desk.put("c.yml", "status: withdrawn\nday: 2025-05-09\nreason: The editor of *Norwick Post* took it back.\n")
    made = desk.build()
    page = find_page(made, "briefings/harbour-fire-put-out.md")
    assert "This briefing was withdrawn on 9 May 2025." in page
    assert "The editor of &#42;Norwick Post&#42; took it back." in page
    listed = find_page(made, "briefings/index.md")
    assert "[This briefing was withdrawn on 9 May 2025.](harbour-fire-put-out.md)" in listed
    for other in made.pages:
        text = other.text.replace("harbour-fire-put-out", "")
        assert "fire" not in text.lower(), other.path
        assert "3 May" not in text
    overview = json.loads(find_page(made, "data/overview.json"))
    assert overview["withdrawn"] == [
        {"id": "harbour-fire-put-out", "day": "2025-05-09", "reason": "The editor of *Norwick Post* took it back."}
    ]
    assert overview["counts"] == {"read": 3, "briefings": 2, "skipped": 0, "stories": 1, "withdrawn": 1}
    assert not [other.path for other in made.pages if other.path == "data/briefings/harbour-fire-put-out.json"]


def test_a_withdrawn_article_may_be_deleted(desk: Desk) -> None:
    desk.build()
    desk.put("c.yml", "status: withdrawn\nday: 2025-05-09\nreason: A court order.\n")
    desk.drop("c.txt")
    for _ in range(2):
        made = desk.build()
        assert made.faults == ()
        assert "A court order." in find_page(made, "briefings/harbour-fire-put-out.md")


def test_a_withdrawal_without_day_or_reason_holds_and_is_asked_for(desk: Desk) -> None:
    desk.put("c.yml", "status: withdrawn\n")
    made = desk.build()
    page = find_page(made, "briefings/harbour-fire-put-out.md")
    assert "This briefing was withdrawn. The editor names no day." in page
    assert "The editor gives no reason." in page
    assert [one.message for one in made.faults] == ["status is withdrawn without reason and day"]


def test_letters_of_withdrawn_articles_are_not_given_again(desk: Desk) -> None:
    desk.build()
    desk.put("b.yml", "status: withdrawn\nday: 2025-05-09\nreason: A.\n")
    desk.put("d.txt", TRAM)
    made = desk.build()
    assert list_letters(made) == {"harbour-fire-put-out": "B", "trams-run-again": "C"}


def test_a_name_without_a_page_leads_to_its_row_and_a_name_that_is_gone_leads_nowhere(desk: Desk) -> None:
    desk.put("d.txt", TRAM)
    made = desk.build()
    assert "entities/piet-osterman.md" in {page.path for page in made.pages}
    desk.drop("d.txt")
    made = desk.build()
    assert list_old(made)["entities/piet-osterman.md"] == "entities/index.md#n-piet-osterman"
    assert "target: entities/#n-piet-osterman\n" in find_page(made, "entities/piet-osterman.md")
    desk.drop("b.txt")
    made = desk.build()
    assert "entities/piet-osterman.md" not in list_old(made)
    assert not [page.path for page in made.pages if "osterman" in page.text.lower() + page.path]


def test_files_of_one_text_are_told_by_their_names_then_in_their_order(desk: Desk) -> None:
    desk.build()
    desk.drop("c.txt")
    for folder in ("one", "two"):
        (desk.articles / folder).mkdir()
        desk.put(f"{folder}/c.txt", FIRE)
    before = desk.build()
    assert list_ids(before) == {
        "b.txt": "bridge-opens-at-last",
        "one/c.txt": "harbour-fire-put-out",
        "two/c.txt": "harbour-fire-put-out-c",
    }
    lock = desk.lock.read_bytes()
    assert list_ids(desk.build()) == list_ids(before)
    assert desk.lock.read_bytes() == lock


def test_renumbered_files_keep_their_addresses(desk: Desk) -> None:
    before = desk.build()
    desk.put("c.txt", BRIDGE)
    desk.put("d.txt", FIRE)
    desk.put("b.txt", TRAM)
    after = desk.build()
    assert list_ids(after) == {
        "b.txt": "trams-run-again",
        "c.txt": "bridge-opens-at-last",
        "d.txt": "harbour-fire-put-out",
    }
    assert {id_: letter for id_, letter in list_letters(after).items() if id_ != "trams-run-again"} == list_letters(
        before
    )
    lock = desk.lock.read_bytes()
    assert desk.build().pages == after.pages
    assert desk.lock.read_bytes() == lock


def test_two_files_that_exchange_their_names_exchange_no_address(desk: Desk) -> None:
    desk.build()
    desk.put("b.txt", FIRE)
    desk.put("c.txt", BRIDGE)
    assert list_ids(desk.build()) == {"b.txt": "harbour-fire-put-out", "c.txt": "bridge-opens-at-last"}


def test_an_article_in_the_place_of_one_that_was_renamed_and_dropped_is_new(desk: Desk) -> None:
    desk.build()
    desk.put("b.txt", FIRE)
    desk.drop("c.txt")
    made = desk.build()
    assert list_ids(made) == {"b.txt": "harbour-fire-put-out"}
    assert list_old(made)["briefings/bridge-opens-at-last.md"] is None
    desk.put("b.txt", FIRE.replace("Nobody", "No one"))
    assert list_ids(desk.build()) == {"b.txt": "harbour-fire-put-out"}


def test_an_id_that_another_article_had_is_not_taken(desk: Desk) -> None:
    desk.build()
    desk.put("b.yml", "id: harbour-fire-put-out\n")
    desk.put("c.yml", "id: bridge-opens-at-last\n")
    made = desk.build()
    assert list_ids(made) == {"b.txt": "bridge-opens-at-last", "c.txt": "harbour-fire-put-out"}
    assert [f"{one.path}: {one.message}" for one in made.faults] == [
        "b.txt: claims the id 'harbour-fire-put-out', which c.txt has",
        "c.txt: claims the id 'bridge-opens-at-last', which b.txt has",
    ]


def test_an_address_that_was_led_on_stays_so(desk: Desk) -> None:
    desk.put("b.yml", "replaces: old-fire\n")
    desk.build()
    (desk.articles / "b.yml").unlink()
    desk.put("old-fire-tale.yml", "id: old-fire\n")
    desk.put("old-fire-tale.txt", TRAM)
    made = desk.build()
    assert list_old(made)["briefings/old-fire.md"] == "briefings/bridge-opens-at-last.md"
    assert list_ids(made)["old-fire-tale.txt"] != "old-fire"
    desk.put("b.yml", "status: withdrawn\nday: 2025-05-09\nreason: A.\n")
    assert list_old(desk.build())["briefings/old-fire.md"] == "briefings/bridge-opens-at-last.md"


def test_what_cannot_be_replaced_is_said(desk: Desk) -> None:
    desk.put("a.txt", TRAM)
    desk.build()
    desk.put("c.yml", "status: withdrawn\nday: 2025-05-09\nreason: A.\n")
    desk.put("b.yml", "replaces: [harbour-fire-put-out, elsewhere]\n")
    desk.put("a.yml", "replaces: elsewhere\n")
    made = desk.build()
    assert [f"{one.path}: {one.message}" for one in made.faults] == [
        "b.yml: replaces: 'harbour-fire-put-out' is withdrawn, and its address says so",
        "b.yml: replaces: 'elsewhere' leads to 'trams-run-again' already",
    ]


def test_a_new_id_of_a_withdrawn_article_is_led_to_at_once(desk: Desk) -> None:
    desk.build()
    desk.put("c.yml", "id: fire\nstatus: withdrawn\nday: 2025-05-09\nreason: A.\n")
    made = desk.build()
    assert list_old(made) == {"briefings/harbour-fire-put-out.md": "briefings/fire.md"}
    assert desk.build().pages == made.pages


def test_stories_and_names_follow_articles_to_their_new_ids(desk: Desk) -> None:
    for letter, text in (("d", TRAM), ("b", BRIDGE)):
        desk.put(f"{letter}.txt", text)
        desk.put(f"{letter}.yml", "story: Town\n")
    desk.build()
    desk.put("b.yml", "story: Norwick\n")
    desk.put("d.yml", "story: Norwick\n")
    assert list_old(desk.build())["stories/town.md"] == "stories/norwick.md"
    desk.put("b.yml", "story: Norwick\nid: the-bridge\n")
    desk.put("d.yml", "story: Norwick\nid: the-trams\n")
    made = desk.build()
    assert list_old(made)["stories/town.md"] == "stories/norwick.md"
    assert {id_: letter for id_, letter in list_letters(made).items() if id_.startswith("the-")} == {
        "the-bridge": "A",
        "the-trams": "B",
    }


def test_a_second_build_changes_nothing_when_a_story_comes_in(desk: Desk) -> None:
    desk.put("e.txt", TRAM)
    desk.put("e.yml", "story: Trams\n")
    desk.build()
    desk.put("a.txt", BRIDGE.replace("the new bridge", "a second bridge"))
    desk.put("a.yml", "story: Bridges\n")
    made = desk.build()
    lock = desk.lock.read_bytes()
    again = desk.build()
    assert again.pages == made.pages
    assert desk.lock.read_bytes() == lock


def test_what_was_published_is_taken_down_where_nothing_is_left(desk: Desk) -> None:
    desk.build()
    desk.put("b.yml", "status: withdrawnn\n")
    desk.put("c.yml", "status: withdrawnn\n")
    made = desk.build()
    assert not made.collection.briefings
    text = "".join(page.text for page in made.pages)
    assert "Osterman" not in text
    assert "is not part of this edition" in find_page(made, "briefings/harbour-fire-put-out.md")


@pytest.mark.parametrize("order", ["status: withdrawn\n", "title: The fire\n"])
def test_an_article_is_left_out_whose_editors_file_did_not_follow_its_new_name(desk: Desk, order: str) -> None:
    desk.put("c.yml", order)
    desk.build()
    desk.drop("c.txt")
    desk.put("fire.txt", FIRE)
    made = desk.build()
    assert list_ids(made) == {"b.txt": "bridge-opens-at-last"}
    (skipped,) = made.skipped
    assert skipped.message == "was c.txt in the edition before, and its editor's file c.yml still has that name"
    assert skipped.remedy.startswith("call it fire.yml, or delete it")


def test_two_of_one_name_keep_their_addresses_when_their_articles_get_new_ids(desk: Desk) -> None:
    """The mayor and the analyst are two; their articles are all that tells one from the other."""
    for letter, story, role in (("m", "Bridge", "Mayor"), ("n", "Bridge", "Mayor"), ("f", "Gym", "Analyst")):
        text = f"{role} Joanna Warden spoke {letter} times. “We are glad to see it,” said Joanna Warden.\n"
        desk.put(f"{letter}.txt", f"News of {letter}\n\n{text}")
        desk.put(f"{letter}.yml", f"story: {story}\n")
    desk.build()
    desk.put("e.txt", "News of e\n\nAnalyst Joanna Warden spoke. “It will hold,” said Joanna Warden to the council.\n")
    desk.put("e.yml", "story: Gym\n")
    before = desk.build()
    for letter, story in (("m", "Bridge"), ("n", "Bridge"), ("f", "Gym"), ("e", "Gym")):
        desk.put(f"{letter}.yml", f"story: {story}\nid: new-{letter}\n")
    after = desk.build()

    def told(made: Build) -> dict[str, set[str]]:
        ids = {one.article.id: one.article.source.path for one in made.collection.briefings}
        return {
            one.slug: {ids[by.briefing] for by in one.mentions}
            for one in made.collection.cast
            if one.name == "Joanna Warden"
        }

    assert len(told(before)) == 2
    assert told(after) == told(before)


def test_a_name_that_is_shown_as_anothers_takes_no_address(desk: Desk) -> None:
    for name in ("a", "d"):
        said = "“We saw the smoke from here,” said Carla Brandt. “It was far away,” said Jo Warden."
        desk.put(f"{name}.txt", f"Two names in {name}\n\n{said}\n")
    desk.build()
    desk.editor.write_text("names: {rename: {Jo Warden: Carla Brandt}}\n", encoding="utf-8")
    made = desk.build()
    slugs = {one.slug: sorted(one.aliases) for one in made.collection.cast if one.name == "Carla Brandt"}
    assert "Jo Warden" in slugs["jo-warden"]
    assert "Jo Warden" not in slugs["carla-brandt"]
    assert [one.message for one in made.faults] == ["names: two are called 'Carla Brandt' then"]


@pytest.mark.parametrize("kind", ["organisation", "place"])
def test_a_name_of_another_kind_keeps_its_address(desk: Desk, kind: str) -> None:
    desk.put("d.txt", TRAM)
    desk.build()
    desk.editor.write_text(f"names: {{kind: {{Piet Osterman: {kind}}}}}\n", encoding="utf-8")
    made = desk.build()
    slugs = {one.name: one.slug for one in made.collection.cast}
    assert slugs["Piet Osterman"] == "piet-osterman"
    assert "entities/piet-osterman.md" in {page.path for page in made.pages}


def test_a_merged_name_stands_at_the_address_of_its_first(desk: Desk) -> None:
    for name in ("d", "e"):
        said = "“It runs as it should,” said Henrik Solle. Mayor Piet Osterman was there."
        desk.put(f"{name}.txt", f"A ride in {name}\n\n{said}\n")
    desk.build()
    desk.editor.write_text("names: {merge: [[Piet Osterman, Henrik Solle]]}\n", encoding="utf-8")
    made = desk.build()
    assert list_old(made)["entities/henrik-solle.md"] == "entities/piet-osterman.md"


def test_withdrawn_articles_that_were_deleted_are_not_counted_as_skipped(desk: Desk) -> None:
    desk.build()
    desk.put("c.yml", "status: withdrawn\nday: 2025-05-09\nreason: A.\n")
    desk.drop("c.txt")
    overview = json.loads(find_page(desk.build(), "data/overview.json"))
    assert overview["counts"] == {"read": 1, "briefings": 1, "skipped": 0, "stories": 1, "withdrawn": 1}


@pytest.mark.parametrize(
    "change",
    [
        lambda data: data["articles"].update({"../../x": data["articles"].pop("harbour-fire-put-out")}),
        lambda data: data["articles"]["harbour-fire-put-out"].update({"first_seen": "soon"}),
        lambda data: data["articles"]["harbour-fire-put-out"].update({"old_ids": ["a/b"]}),
        lambda data: data["stories"].update({"A b": {"name": None, "letters": {}}}),
    ],
)
def test_a_lock_that_says_what_no_build_wrote_is_refused(desk: Desk, change: Callable[[Any], None]) -> None:
    desk.build()
    data = json.loads(desk.lock.read_text(encoding="utf-8"))
    change(data)
    desk.lock.write_text(json.dumps(data), encoding="utf-8")
    with pytest.raises(ConfigurationError, match="bring back the version"):
        desk.build()
