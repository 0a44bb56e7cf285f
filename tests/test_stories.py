"""Several stories: which articles are one, their addresses, letters and titles, and what lasts over editions."""

from pathlib import Path

import pytest

from builder.model import Collection, Editor, Lock, LockedArticle, LockedStory, StorySplit
from tests.several import (
    BEES,
    FIRE,
    MONEY,
    OWNER,
    REPORT,
    ROOF,
    collect,
    letters,
    make_lock,
    write_article,
    write_two_stories,
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    write_two_stories(tmp_path / "articles")
    return tmp_path / "articles"


def stories(collection: Collection) -> dict[str, tuple[str, ...]]:
    return {story.id: story.briefings for story in collection.stories}


def messages(collection: Collection) -> list[str]:
    return [one.message for one in collection.faults]


# Grouping


def test_articles_that_name_one_story_in_any_case_are_one(folder: Path) -> None:
    collection = collect(folder)
    assert stories(collection) == {
        "gym-roof": ("3-roof", "4-money"),
        "harbour-fire": ("1-fire", "2-report", "5-owner"),
    }
    assert [(story.name, story.title, story.is_titled) for story in collection.stories] == [
        ("Gym roof", "Gym roof", True),
        ("Harbour fire", "Harbour fire", True),
    ]
    assert letters(collection) == {"1-fire": "A", "2-report": "B", "3-roof": "A", "4-money": "B", "5-owner": "C"}
    assert collection.faults == ()


def test_articles_that_name_no_story_are_one_together(folder: Path) -> None:
    write_article(folder, "0-bees", BEES)
    write_article(folder, "6-more-bees", BEES)
    collection = collect(folder)
    assert stories(collection)["0-bees"] == ("0-bees", "6-more-bees")
    unnamed = next(story for story in collection.stories if story.id == "0-bees")
    assert (unnamed.name, unnamed.is_titled) == (None, False)


def test_the_story_with_the_newest_article_comes_first_and_undated_ones_last(folder: Path) -> None:
    write_article(folder, "6-bees", BEES)
    assert list(stories(collect(folder))) == ["gym-roof", "harbour-fire", "6-bees"]
    write_article(folder, "7-late", OWNER, story="Harbour fire", date="2025-06-01")
    assert list(stories(collect(folder))) == ["harbour-fire", "gym-roof", "6-bees"]


def test_each_story_counts_its_own_articles_alone(folder: Path) -> None:
    collection = collect(folder)
    for story in collection.stories:
        own = set(story.briefings)
        assert {id_ for id_, _ in story.bottom_line} <= own
        assert {one.briefing for topic in story.topics for one in topic.mentions} <= own
        assert {one.briefing for member in story.cast for one in member.mentions} <= own
        assert {one.briefing for entry in story.timeline for one in entry.passages} <= own
    assert {topic.name for topic in collection.stories[0].topics} >= {"roof", "county"}
    assert "warehouse" in {topic.name for topic in collection.stories[1].topics}


def test_briefings_of_other_stories_are_related_by_names_alone(folder: Path) -> None:
    write_article(folder, "6-report", REPORT, story="Third")
    placed = {one.briefing: one.related for one in collect(folder).placements}
    across = placed["6-report"]
    assert {one.id for one in across} == {"1-fire", "2-report"}
    assert all(one.shared_names and not one.shared_topics for one in across)


# Ids and letters that last


def test_a_story_keeps_its_id_by_its_name(folder: Path) -> None:
    lock = Lock(stories=(LockedStory("old-fire", "HARBOUR fire", ()), LockedStory("gym-roof", "Something else", ())))
    assert stories(collect(folder, lock=lock)) == {
        "gym-roof-2": ("3-roof", "4-money"),
        "old-fire": ("1-fire", "2-report", "5-owner"),
    }


def test_the_unnamed_story_keeps_its_id_where_an_article_is_inserted(tmp_path: Path) -> None:
    folder = tmp_path / "articles"
    write_article(folder, "2-fire", FIRE)
    write_article(folder, "3-report", REPORT)
    first = collect(folder)
    write_article(folder, "1-owner", OWNER)
    second = collect(folder, lock=make_lock(first))
    assert stories(second) == {"2-fire": ("2-fire", "3-report", "1-owner")}
    assert letters(second) == {"1-owner": "C", "2-fire": "A", "3-report": "B"}
    # Without a lock the order of paths decides, as ever.
    assert letters(collect(folder)) == {"1-owner": "A", "2-fire": "B", "3-report": "C"}


def test_a_letter_is_never_given_again(folder: Path) -> None:
    lock = make_lock(collect(folder))
    (folder / "5-owner.md").unlink()
    write_article(folder, "0-new", OWNER, story="Harbour fire")
    assert letters(collect(folder, lock=lock))["0-new"] == "D"
    write_article(folder, "5-owner", OWNER, story="Harbour fire")
    assert letters(collect(folder, lock=lock))["5-owner"] == "C"


def test_an_article_that_moves_leaves_its_letter_behind(folder: Path) -> None:
    lock = make_lock(collect(folder))
    write_article(folder, "1-fire", FIRE, story="Gym roof")
    collection = collect(folder, lock=lock)
    assert letters(collection)["1-fire"] == "C"
    assert stories(collection)["gym-roof"] == ("3-roof", "4-money", "1-fire")
    assert stories(collection)["harbour-fire"] == ("2-report", "5-owner")
    assert letters(collection)["2-report"] == "B"


def test_an_article_whose_id_is_changed_keeps_its_letter(folder: Path) -> None:
    lock = make_lock(collect(folder))
    path = folder / "2-report.md"
    path.write_text(path.read_text(encoding="utf-8").replace("id: 2-report", "id: the-report"), encoding="utf-8")
    known = Lock((LockedArticle("2-report.md", "the-report", "2025-03-10", "", ("2-report",)),), lock.stories)
    path.rename(folder / "9-report.md")
    assert letters(collect(folder, lock=known))["the-report"] == "B"


def test_the_twenty_seventh_letter_is_a_double_one(tmp_path: Path) -> None:
    given = tuple((f"gone-{number}", chr(64 + number)) for number in range(1, 27))
    write_article(tmp_path / "articles", "one", FIRE)
    write_article(tmp_path / "articles", "two", REPORT)
    collection = collect(tmp_path / "articles", lock=Lock(stories=(LockedStory("gone-1", None, given),)))
    assert letters(collection) == {"one": "AA", "two": "AB"}


def test_the_same_letter_for_two_in_a_lock_is_one_articles(folder: Path) -> None:
    lock = Lock(stories=(LockedStory("gym-roof", "Gym roof", (("3-roof", "A"), ("4-money", "A"))),))
    assert letters(collect(folder, lock=lock))["4-money"] == "B"


# The editor's stories


def test_merged_stories_keep_the_id_and_the_letters_of_the_first(folder: Path) -> None:
    lock = make_lock(collect(folder))
    collection = collect(folder, Editor(merged_stories=(("harbour-fire", "Gym Roof"),)), lock)
    assert stories(collection) == {"harbour-fire": ("1-fire", "2-report", "5-owner", "3-roof", "4-money")}
    assert letters(collection) == {"1-fire": "A", "2-report": "B", "5-owner": "C", "3-roof": "D", "4-money": "E"}
    assert collection.stories[0].name == "Harbour fire"
    assert collection.faults == ()


def test_a_merged_story_stays_where_the_first_has_no_article_left(folder: Path) -> None:
    lock = make_lock(collect(folder))
    for name in ("1-fire", "2-report", "5-owner"):
        (folder / f"{name}.md").unlink()
    collection = collect(folder, Editor(merged_stories=(("harbour-fire", "Gym roof"),)), lock)
    assert stories(collection) == {"harbour-fire": ("3-roof", "4-money")}
    assert letters(collection) == {"3-roof": "D", "4-money": "E"}


def test_split_articles_are_a_story_of_their_own(folder: Path) -> None:
    editor = Editor(split_stories=(StorySplit(("5-owner", "2-report"), "The owner"), StorySplit(("4-money",), "Money")))
    assert stories(collect(folder, editor)) == {
        "money": ("4-money",),
        "gym-roof": ("3-roof",),
        "the-owner": ("2-report", "5-owner"),
        "harbour-fire": ("1-fire",),
    }


@pytest.mark.parametrize("reference", ["harbour-fire", "HARBOUR FIRE"])
def test_a_title_is_given_by_id_or_name(folder: Path, reference: str) -> None:
    collection = collect(folder, Editor(story_titles=((reference, "Fire on the quay"),)))
    story = next(one for one in collection.stories if one.id == "harbour-fire")
    assert (story.title, story.is_titled, story.name) == ("Fire on the quay", True, "Harbour fire")


def test_a_configured_title_is_for_one_story(tmp_path: Path, folder: Path) -> None:
    assert "Set" not in {story.title for story in collect(folder, title="Set").stories}
    write_article(tmp_path / "one", "fire", FIRE, story="Harbour fire")
    only = collect(tmp_path / "one", title="Set").stories[0]
    assert (only.title, only.is_titled) == ("Set", False)
    only = collect(tmp_path / "one", Editor(story_titles=(("harbour fire", "Mine"),)), title="Set").stories[0]
    assert (only.title, only.is_titled) == ("Mine", True)


@pytest.mark.parametrize(
    ("editor", "message"),
    [
        (Editor(merged_stories=(("harbour-fire", "nothing"),)), "stories.merge: no story of this edition is called"),
        (Editor(merged_stories=(("harbour-fire", "Harbour fire"),)), "is a part of 'harbour-fire' already"),
        (
            Editor(merged_stories=(("harbour-fire", "gym-roof"), ("x", "Gym roof"))),
            "stories.merge: 'Gym roof' is a part of 'harbour-fire' already",
        ),
        (Editor(story_titles=(("nothing", "A"),)), "stories.title: no story of this edition is called 'nothing'"),
        (Editor(story_titles=(("gym-roof", "A"), ("Gym roof", "B"))), "'Gym roof' is given two titles; 'A' holds"),
        (
            Editor(merged_stories=(("harbour-fire", "gym-roof"),), story_titles=(("Gym roof", "A"),)),
            "stories.title: 'Gym roof' is a part of 'harbour-fire' and has no title of its own",
        ),
        (
            Editor(split_stories=(StorySplit(("nothing",), "A"),)),
            "stories.split: no briefing of this edition has the id 'nothing'",
        ),
        (
            Editor(split_stories=(StorySplit(("5-owner",), "A"), StorySplit(("5-owner",), "B"))),
            "stories.split: '5-owner' stands under 'A' and 'B'; the first holds",
        ),
    ],
)
def test_what_does_not_fit_is_one_line(folder: Path, editor: Editor, message: str) -> None:
    found = [one for one in collect(folder, editor).faults if message in one.message]
    assert len(found) == 1
    assert (found[0].path, found[0].line) == ("editor.yml", None)
    assert found[0].remedy


def test_what_nobody_checks_is_silent(folder: Path) -> None:
    assert messages(collect(folder, Editor(suppressed=("Nobody Atall",)))) == []


def test_articles_in_another_order_give_the_same(folder: Path, tmp_path: Path) -> None:
    write_article(tmp_path / "again", "5-owner", OWNER, story="Harbour fire")
    write_article(tmp_path / "again", "4-money", MONEY, story="Gym roof", date="2025-04-05")
    write_article(tmp_path / "again", "3-roof", ROOF, story="Gym roof", date="2025-04-02")
    write_article(tmp_path / "again", "2-report", REPORT, story="harbour  FIRE", date="2025-03-12")
    write_article(tmp_path / "again", "1-fire", FIRE, story="Harbour fire", date="2025-03-10")
    assert collect(tmp_path / "again") == collect(folder)
