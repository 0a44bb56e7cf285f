"""Made-up articles of several stories, and the collection that they give."""

from dataclasses import replace
from pathlib import Path

from builder.config import Config
from builder.edit import edit_names
from builder.gather import brief
from builder.model import (
    Briefing,
    Collection,
    Editor,
    Lock,
    LockedArticle,
    LockedName,
    LockedStory,
    Placement,
)
from builder.read import find_articles
from builder.relate import relate
from tests.expected import make_config

FIRE = (
    "A fire destroyed a warehouse on the quay of Brackwater and hurt five people. Mayor Joanna Warden thanked the"
    " crews.\n\n“The crews worked for six hours without a break,” said Joanna Warden. The flames spread to a second"
    " hall of the warehouse at noon."
)
REPORT = (
    "The council ordered a report on the fire after the flames destroyed two halls of the warehouse. Mayor Joanna"
    " Warden said that the crews had saved the third hall.\n\nThe warehouse held 400 tonnes of paper."
)
OWNER = (
    "The owner of the warehouse rejected blame for the fire. The crews left the halls on Thursday. A spokeswoman said"
    " that the report on the flames will be late."
)
ROOF = (
    "Heavy snow closed three schools, and the roof of a gym fell in. Analyst Joanna Warden led 24 pupils out of the"
    " gym.\n\n“We heard the roof crack in the night,” said Joanna Warden. The county will inspect the gym by June."
)
MONEY = (
    "The county voted 3 million crowns for the roof of the gym. The pupils return to the gym on Monday. Analyst"
    " Joanna Warden asked the county for a plan of every roof."
)
BEES = "Bees that are kept awake at night lose their way to food, a new study suggests."


def write_article(folder: Path, name: str, text: str, **declared: str) -> None:
    """An article with the given front matter, its name made its id."""
    folder.mkdir(parents=True, exist_ok=True)
    front = "".join(f"{key}: {value}\n" for key, value in {"id": name, **declared}.items())
    (folder / f"{name}.md").write_text(f"---\n{front}---\n# About {name}\n\n{text}\n", encoding="utf-8")


def write_two_stories(folder: Path) -> None:
    """Three articles on a fire and two on a roof."""
    write_article(folder, "1-fire", FIRE, story="Harbour fire", date="2025-03-10")
    write_article(folder, "2-report", REPORT, story="harbour  FIRE", date="2025-03-12")
    write_article(folder, "3-roof", ROOF, story="Gym roof", date="2025-04-02")
    write_article(folder, "4-money", MONEY, story="Gym roof", date="2025-04-05")
    write_article(folder, "5-owner", OWNER, story="Harbour fire")


def make_briefings(folder: Path, editor: Editor | None = None) -> tuple[Briefing, ...]:
    """Briefings of a folder with the editor's names, as the build hands them on."""
    made = [brief(folder, path) for path in find_articles(folder)]
    return tuple(edit_names(one, editor or Editor()) for one in made if isinstance(one, Briefing))


def collect(
    folder: Path, editor: Editor | None = None, lock: Lock | None = None, title: str | None = None
) -> Collection:
    """What the articles of a folder say together."""
    config: Config = replace(make_config(folder, folder.parent), editor=editor or Editor(), story_title=title)
    return relate(make_briefings(folder, editor), config, lock or Lock())


def letters(collection: Collection) -> dict[str, str]:
    """Letters by the ids of the briefings."""
    return {one.briefing: one.label for one in collection.placements}


def make_lock(collection: Collection) -> Lock:
    """A lock with what an edition gave."""
    stories = tuple(
        LockedStory(
            story.id, story.name, tuple((one.briefing, one.label) for one in _in_order(collection, story.briefings))
        )
        for story in collection.stories
    )
    articles = tuple(
        LockedArticle(one.article.source.path, one.article.id, "2025-03-10", "") for one in collection.briefings
    )
    names = tuple(
        LockedName(one.slug, one.name, one.kind, tuple(statistic.briefing for statistic in one.mentions))
        for one in sorted(collection.cast, key=lambda one: one.slug)
        if one.has_page
    )
    return Lock(articles, stories, names)


def _in_order(collection: Collection, briefings: tuple[str, ...]) -> list[Placement]:
    placed = {one.briefing: one for one in collection.placements}
    return [placed[one] for one in briefings]
