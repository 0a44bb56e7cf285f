"""Addresses that last: ids, letters and days are given once, and what is no longer made leads on or says so."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from builder.addresses import Addresses, hash_text
from builder.build import build
from builder.config import Config, Overrides, load_config
from builder.errors import ConfigurationError
from builder.lock import dump_lock, read_lock
from builder.model import Build, Lock, LockedArticle, LockedName, LockedStory, Problem
from tests.cases import make_article
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
    assert list(data["articles"]) == ["b.txt", "c.txt"]
    assert data["articles"]["b.txt"]["id"] == "bridge-opens-at-last"
    assert data["articles"]["b.txt"]["first_seen"] == "2025-05-01"
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
    assert {path: one["first_seen"] for path, one in data["articles"].items()} == {
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
    assert sorted(data["articles"]) == ["a-fire-in-may.txt", "b.txt"]
    assert data["articles"]["a-fire-in-may.txt"]["first_seen"] == "2025-05-01"


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


def test_two_files_of_one_text_are_two_articles() -> None:
    article, _ = make_article("One sentence stands here.")
    text = hash_text(article)
    lock = Lock(articles=(LockedArticle("x.txt", "x", "2025-05-01", text), LockedArticle("y.txt", "y", "", text)))
    addresses = Addresses(lock, ["case.txt"])
    assert addresses.find_locked(article) is None
    assert addresses.give(article) == "case"
    problem = Addresses(lock, ["case.txt"]).give(
        replace(article, id="x", source=replace(article.source, declared=replace(article.source.declared, id="x")))
    )
    assert isinstance(problem, Problem)
    assert problem.message == "claims the id 'x', which x.txt has"
