"""One cast and its topics: who is one over stories, what the editor makes of names and topics, and their addresses."""

from pathlib import Path

import pytest

from builder.model import CastMember, Collection, Editor, Lock, LockedName, LockedStory, NameSplit
from tests.several import FIRE, MONEY, REPORT, ROOF, collect, make_lock, write_article, write_two_stories

SPOKE = "The crews left on Monday. “We thank every one of them,” said Joanna Warden. The harbour opens again in May."


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    write_two_stories(tmp_path / "articles")
    return tmp_path / "articles"


def named(collection: Collection) -> dict[str, set[str]]:
    """Briefings that name each member, by slug."""
    return {one.slug: {statistic.briefing for statistic in one.mentions} for one in collection.cast}


def find(collection: Collection, name: str) -> CastMember:
    return next(one for one in collection.cast if one.name == name)


def messages(collection: Collection) -> list[str]:
    return [one.message for one in collection.faults]


# Persons over stories


def two_texts(folder: Path, one: str, two: str) -> int:
    """Number of persons where two stories each have one of the texts."""
    write_article(folder, "one", one, story="One")
    write_article(folder, "two", two, story="Two")
    people = [member for member in collect(folder).cast if member.kind == "person"]
    assert {member.name for member in people} == {"Joanna Warden"}
    return len(people)


def tell(words: str) -> str:
    return f"The crews left the quay on Monday. {words} thanked them. “They did well that night,” said Joanna Warden."


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("Mayor Joanna Warden", "Mayor Joanna Warden"),
        ("Norwick Mayor Joanna Warden", "Mayor Joanna Warden"),
        ("Mayor Joanna Warden", "Joanna Warden, the mayor of Norwick,"),
        ("Joanna Warden, mayor of Norwick,", "Norwick Mayor Joanna Warden"),
        ("Joanna Warden from Greenpeace", "Greenpeace director Joanna Warden"),
        ("Joanna Warden, a spokeswoman for Greenpeace,", "Joanna Warden from Greenpeace"),
    ],
)
def test_persons_of_two_stories_are_one_by_what_stands_beside_their_name(tmp_path: Path, one: str, two: str) -> None:
    assert two_texts(tmp_path / "articles", tell(one), tell(two)) == 1


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("Joanna Warden", "Joanna Warden"),
        ("Mayor Joanna Warden", "Joanna Warden"),
        ("Ms. Joanna Warden", "Ms. Joanna Warden"),
        ("Dr. Joanna Warden", "Dr. Joanna Warden"),
        ("Norwick Mayor Joanna Warden", "Brackwater Mayor Joanna Warden"),
        ("Joanna Warden, the mayor of Norwick,", "Joanna Warden, the mayor of Brackwater,"),
        ("Mayor Joanna Warden", "Judge Joanna Warden"),
        ("Joanna Warden, a nurse,", "Joanna Warden, a nurse,"),
        ("Joanna Warden, who left Greenpeace,", "Greenpeace director Joanna Warden"),
    ],
)
def test_persons_of_two_stories_are_two_where_that_is_not_sure(tmp_path: Path, one: str, two: str) -> None:
    assert two_texts(tmp_path / "articles", tell(one), tell(two)) == 2


def test_a_mayor_who_may_be_that_of_two_towns_is_neither(tmp_path: Path) -> None:
    folder = tmp_path / "articles"
    for name, words in {"one": "Norwick Mayor", "two": "Mayor", "three": "Brackwater Mayor", "four": "Mayor"}.items():
        write_article(folder, name, tell(f"{words} Joanna Warden"), story=f"Story {name}")
    people = [one for one in collect(folder).cast if one.kind == "person"]
    assert {frozenset(statistic.briefing for statistic in one.mentions) for one in people} == {
        frozenset({"one"}),
        frozenset({"three"}),
        frozenset({"two", "four"}),
    }


def test_another_spelling_or_a_surname_joins_nobody_over_stories(tmp_path: Path) -> None:
    folder = tmp_path / "articles"
    write_article(folder, "one", tell("Mayor Joanna Warden"), story="One")
    write_article(folder, "two", tell("Mayor Joanna Warden").replace("Warden", "Wardden"), story="Two")
    write_article(folder, "three", tell("Mayor Warden").replace("Joanna ", ""), story="Three")
    assert all(len(one.mentions) == 1 for one in collect(folder).cast if one.kind == "person")


def test_within_a_story_a_full_name_is_one_person(folder: Path) -> None:
    write_article(folder, "6-spoke", SPOKE, story="Harbour fire")
    assert {"1-fire", "2-report", "6-spoke"} in named(collect(folder)).values()


def test_a_story_shows_of_a_person_what_its_own_articles_say(folder: Path) -> None:
    write_article(folder, "6-report", REPORT, story="Gym roof")
    editor = Editor(merged_names=(("Joanna Warden", "Joanna  warden"),))
    collection = collect(folder, editor)
    everywhere = find(collection, "Joanna Warden")
    assert len(everywhere.mentions) == 5
    for story in collection.stories:
        here = next(one for one in story.cast if one.slug == everywhere.slug)
        assert {one.briefing for one in here.mentions} <= set(story.briefings)
        assert (here.has_page, here.is_edited) == (everywhere.has_page, everywhere.is_edited)


# The editor's names


def test_merged_names_are_one_under_the_first(folder: Path) -> None:
    write_article(folder, "6-spoke", SPOKE.replace("Joanna Warden", "Jo Wardenaar"), story="Gym roof")
    collection = collect(folder, Editor(merged_names=(("Jo Wardenaar", "Joanna Warden"),)))
    member = find(collection, "Jo Wardenaar")
    assert member.aliases == ("Joanna Warden",)
    assert [one.briefing for one in member.mentions] == ["3-roof", "4-money", "6-spoke"]
    assert member.is_edited
    assert messages(collection) == []
    # The mayor of the other story, who has the same name, is not meant.
    assert named(collection)["joanna-warden"] == {"1-fire", "2-report"}


def test_a_name_that_stands_twice_in_a_line_is_all_who_bear_it(folder: Path) -> None:
    collection = collect(folder, Editor(merged_names=(("Joanna Warden", "Joanna Warden"),)))
    assert named(collection)["joanna-warden"] == {"1-fire", "2-report", "3-roof", "4-money"}


def test_a_name_that_fits_two_is_made_one_with_nobody_elsewhere(folder: Path) -> None:
    write_article(folder, "6-spoke", SPOKE.replace("Joanna Warden", "Jo Wardenaar"), story="Trams")
    collection = collect(folder, Editor(merged_names=(("Jo Wardenaar", "Joanna Warden"),)))
    assert named(collection)["jo-wardenaar"] == {"6-spoke"}
    assert messages(collection) == ["names.merge: 'Joanna Warden' fits 2 people or bodies and is made one with none"]


def test_a_merge_of_which_one_name_is_printed_changes_nothing(tmp_path: Path) -> None:
    folder = tmp_path / "articles"
    write_article(folder, "fire", FIRE)
    collection = collect(folder, Editor(merged_names=(("Jo Wardenaar", "Joanna Warden"),)))
    assert not find(collection, "Joanna Warden").is_edited
    assert messages(collection) == ["names.merge: no article of this edition names 'Jo Wardenaar'"]


def test_a_name_is_split_by_articles(folder: Path) -> None:
    editor = Editor(split_names=(NameSplit("Joanna Warden", ("2-report",), (), "Joanna Warden (treasurer)"),))
    collection = collect(folder, editor)
    other = find(collection, "Joanna Warden (treasurer)")
    assert [one.briefing for one in other.mentions] == ["2-report"]
    assert (other.aliases, other.is_edited, other.slug) == (("Joanna Warden",), True, "joanna-warden-treasurer")
    rest = next(one for one in collection.cast if one.mentions[0].briefing == "1-fire")
    assert (rest.name, rest.is_edited) == ("Joanna Warden", True)


def test_a_split_without_a_name_keeps_it_and_has_its_own_address(tmp_path: Path) -> None:
    folder = tmp_path / "articles"
    write_article(folder, "1-fire", FIRE)
    write_article(folder, "2-report", REPORT)
    editor = Editor(split_names=(NameSplit("Joanna Warden", ("2-report",), (), None),))
    assert named(collect(folder, editor)) == {"joanna-warden": {"1-fire"}, "joanna-warden-2": {"2-report"}}


def test_a_form_that_was_split_off_is_not_merged_back(tmp_path: Path) -> None:
    folder = tmp_path / "articles"
    both = "Mayor Joanna Warden thanked the crews on Monday. “It was close,” said Joanna Warden. Judge Warden agreed."
    write_article(folder, "1-both", both)
    write_article(folder, "2-again", both)
    write_article(folder, "3-judge", "The crews left on Monday. Judge Warden thanked them. The harbour opens in May.")
    before = named(collect(folder))
    assert before == {"joanna-warden": {"1-both", "2-again", "3-judge"}}
    editor = Editor(split_names=(NameSplit("Joanna Warden", (), ("Warden",), "Judge Warden"),))
    assert named(collect(folder, editor)) == {
        "joanna-warden": {"1-both", "2-again"},
        "judge-warden": {"1-both", "2-again", "3-judge"},
    }


def test_a_renamed_name_keeps_its_printed_form_and_its_address(tmp_path: Path) -> None:
    folder = tmp_path / "articles"
    write_article(folder, "1-fire", FIRE)
    write_article(folder, "2-report", REPORT)
    lock = make_lock(collect(folder))
    member = find(collect(folder, Editor(renamed_names=(("joanna warden", "Jo Warden"),)), lock), "Jo Warden")
    assert (member.aliases, member.is_edited, member.slug) == (("Joanna Warden",), True, "joanna-warden")


def test_a_kind_that_an_editor_sets_is_marked(tmp_path: Path) -> None:
    folder = tmp_path / "articles"
    write_article(folder, "1-fire", FIRE)
    member = find(collect(folder, Editor(kinds=(("Joanna Warden", "organisation"),))), "Joanna Warden")
    assert (member.kind, member.is_edited) == ("organisation", True)


@pytest.mark.parametrize(
    ("editor", "message"),
    [
        (Editor(merged_names=(("Joanna Warden", "Nobody Atall"),)), "names.merge: no article of this edition names"),
        (Editor(renamed_names=(("Nobody Atall", "A"),)), "names.rename: no article of this edition names"),
        (Editor(kinds=(("Nobody Atall", "place"),)), "names.kind: no article of this edition names 'Nobody Atall'"),
        (Editor(split_names=(NameSplit("Nobody Atall", (), ("Atall",), None),)), "names 'Nobody Atall'"),
        (Editor(split_names=(NameSplit("Joanna Warden", ("x",), (), None),)), "no briefing of this edition has the id"),
        (Editor(split_names=(NameSplit("Joanna Warden", ("5-owner",), (), None),)), "'5-owner' prints none of the"),
    ],
)
def test_a_name_that_is_not_there_is_one_line(folder: Path, editor: Editor, message: str) -> None:
    found = [one for one in collect(folder, editor).faults if message in one.message]
    assert len(found) == 1
    assert (found[0].path, bool(found[0].remedy)) == ("editor.yml", True)


def test_a_surname_of_two_renames_neither(tmp_path: Path) -> None:
    folder = tmp_path / "articles"
    write_article(folder, "1-fire", FIRE + " Later Warden left.")
    write_article(folder, "2-fire", (FIRE + " Later Warden left.").replace("Joanna", "Petra"))
    collection = collect(folder, Editor(renamed_names=(("Warden", "Somebody"),)))
    assert messages(collection) == ["names.rename: 'Warden' fits several names and renames none"]
    assert {one.name for one in collection.cast if one.kind == "person"} == {"Joanna Warden", "Petra Warden"}


def test_a_withheld_name_is_in_no_message(folder: Path) -> None:
    editor = Editor(merged_names=(("Nobody Atall", "Joanna Warden"),), suppressed=("nobody atall",))
    assert "atall" not in " ".join(messages(collect(folder, editor))).lower()


# Addresses


def test_equal_names_do_not_swap_their_addresses(folder: Path) -> None:
    first = collect(folder)
    lock = make_lock(first)
    assert named(first) == {"joanna-warden": {"1-fire", "2-report"}, "joanna-warden-2": {"3-roof", "4-money"}}
    write_article(folder, "0-roof", ROOF, story="Gym roof", date="2026-01-01")
    write_article(folder, "0-more", MONEY, story="A new story")
    later = named(collect(folder, lock=lock))
    assert later["joanna-warden"] == {"1-fire", "2-report"}
    assert later["joanna-warden-2"] >= {"3-roof", "4-money", "0-roof"}
    (folder / "1-fire.md").unlink()
    (folder / "2-report.md").unlink()
    assert named(collect(folder, lock=lock))["joanna-warden-2"] >= {"3-roof", "4-money"}


@pytest.mark.parametrize(("name", "kind"), [("Somebody Else", "person"), ("Joanna Warden", "organisation")])
def test_an_address_of_another_is_not_taken(tmp_path: Path, name: str, kind: str) -> None:
    write_article(tmp_path / "articles", "fire", FIRE)
    locked = LockedName("joanna-warden", name, "person" if kind == "person" else "organisation")
    assert "joanna-warden-2" in named(collect(tmp_path / "articles", lock=Lock(names=(locked,))))


def test_a_merged_name_keeps_the_address_of_its_first(folder: Path) -> None:
    lock = Lock(
        names=(LockedName("the-old-one", "Joanna Warden", "person"), LockedName("joanna-warden", "Jo Warden", "person"))
    )
    editor = Editor(merged_names=(("Jo Warden", "Joanna Warden"),))
    write_article(folder, "6-spoke", SPOKE.replace("Joanna", "Jo"), story="Gym roof")
    assert find(collect(folder, editor, lock), "Jo Warden").slug == "joanna-warden"


def test_mentions_stand_in_the_order_of_letters(tmp_path: Path) -> None:
    folder = tmp_path / "articles"
    write_article(folder, "1-fire", FIRE)
    write_article(folder, "2-report", REPORT)
    lock = Lock(stories=(LockedStory("1-fire", None, (("2-report", "A"),)),))
    collection = collect(folder, lock=lock)
    assert collection.stories[0].briefings == ("2-report", "1-fire")
    assert [one.briefing for one in find(collection, "Joanna Warden").mentions] == ["2-report", "1-fire"]
    assert all(topic.mentions[0].briefing == "2-report" for topic in collection.stories[0].topics)
    assert [one.article.id for one in collection.briefings] == ["1-fire", "2-report"]


# The editor's topics


def topics(collection: Collection, story: str) -> dict[str, tuple[str, int, bool]]:
    told = next(one for one in collection.stories if one.id == story)
    return {one.id: (one.name, sum(len(s.mentions) for s in one.mentions), one.is_edited) for one in told.topics}


def test_merged_topics_are_one_under_the_first(folder: Path) -> None:
    before = topics(collect(folder), "harbour-fire")
    after = topics(collect(folder, Editor(merged_topics=(("fire", "Flame"),))), "harbour-fire")
    assert after["fire"] == ("fire", before["fire"][1] + before["flames"][1], True)
    assert "flames" not in after
    assert after["warehouse"] == before["warehouse"]


def test_a_renamed_topic_keeps_its_id(folder: Path) -> None:
    collection = collect(folder, Editor(renamed_topics=(("FIRE", "Blazes"),)))
    assert topics(collection, "harbour-fire")["fire"][::2] == ("Blazes", True)
    assert messages(collection) == []


def test_a_hidden_topic_is_in_no_story(folder: Path) -> None:
    collection = collect(folder, Editor(hidden_topics=("warehouse", "roof")))
    assert "warehouse" not in topics(collection, "harbour-fire")
    assert "roof" not in topics(collection, "gym-roof")
    assert not any("warehouse" in one.shared_topics for placed in collection.placements for one in placed.related)


@pytest.mark.parametrize(
    ("editor", "key"),
    [
        (Editor(merged_topics=(("fire", "nothing"),)), "merge"),
        (Editor(renamed_topics=(("nothing", "A"),)), "rename"),
        (Editor(hidden_topics=("nothing",)), "hide"),
    ],
)
def test_a_topic_that_no_story_has_is_one_line(folder: Path, editor: Editor, key: str) -> None:
    assert messages(collect(folder, editor)) == [f"topics.{key}: no story of this edition has the topic 'nothing'"]


# Names that are not one


@pytest.mark.parametrize("is_apart", [False, True])
def test_names_that_are_alike_are_kept_apart(tmp_path: Path, is_apart: bool) -> None:
    folder = tmp_path / "articles"
    write_article(folder, "one", tell("Mayor Joanna Warden"), story="One")
    write_article(
        folder, "two", tell("Mayor Joanna Wardenn").replace("said Joanna Warden", "said Joanna Wardenn"), story="One"
    )
    apart = (("Joanna Warden", "Joanna Wardenn"),) if is_apart else ()
    people = [one.name for one in collect(folder, Editor(apart_names=apart)).cast if one.kind == "person"]
    assert sorted(people) == (["Joanna Warden", "Joanna Wardenn"] if is_apart else ["Joanna Warden"])


def test_who_is_somebody_else_in_an_article_is_made_one_with_nobody_there(tmp_path: Path) -> None:
    folder = tmp_path / "articles"
    said = "“We saw the smoke from here,” said Carla Brandt. “It was far away,” said Joanna Warden."
    write_article(folder, "one", said, story="One")
    write_article(folder, "two", said, story="One")
    editor = Editor(
        merged_names=(("Carla Brandt", "Joanna Warden"),),
        split_names=(NameSplit("Joanna Warden", ("two",), (), "Joanna Warden (analyst)"),),
    )
    counts = {one.name: {by.briefing: len(by.mentions) for by in one.mentions} for one in collect(folder, editor).cast}
    assert counts == {"Carla Brandt": {"one": 2, "two": 1}, "Joanna Warden (analyst)": {"two": 1}}


@pytest.mark.parametrize(("name", "kind"), [("Warden", "person"), ("Joanna Warden", "organisation")])
def test_a_kind_is_given_to_a_name_and_not_to_a_part_of_it(tmp_path: Path, name: str, kind: str) -> None:
    folder = tmp_path / "articles"
    write_article(folder, "one", "“We saw the smoke,” said Joanna Warden. Warden left at noon.", story="One")
    collection = collect(folder, Editor(kinds=((name, "organisation"),)))
    assert [(one.name, one.kind) for one in collection.cast] == [("Joanna Warden", kind)]
