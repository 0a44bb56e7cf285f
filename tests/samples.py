"""Every sample article of the project, and those beside it where they are there, as built briefings."""

from functools import cache
from pathlib import Path

from builder.gather import brief
from builder.model import Briefing
from builder.read import find_articles

PROJECT = Path(__file__).parent.parent
# The last is optional: articles that people may have beside the project.
FOLDERS = (PROJECT / "articles", PROJECT / "tests" / "articles", PROJECT.parent / "shared" / "articles")


@cache
def load_briefings() -> tuple[Briefing, ...]:
    """Briefings of all sample folders that exist."""
    outcomes = [brief(folder, path) for folder in FOLDERS if folder.is_dir() for path in find_articles(folder)]
    return tuple(one for one in outcomes if isinstance(one, Briefing))


def name_of(briefing: Briefing) -> str:
    """The test id of a sample."""
    return briefing.article.source.path
