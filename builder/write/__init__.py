"""Records in, Markdown and JSON out: nothing is written here that is not a record's slice, a count or a label."""

from builder.config import Config
from builder.model import Collection, Page, Problem
from builder.write.briefing import write_briefing
from builder.write.cast import write_cast
from builder.write.combined import write_home_and_stories
from builder.write.data import write_data
from builder.write.listings import write_listings
from builder.write.view import make_view

__all__ = ["write"]


def write(collection: Collection, config: Config, *, skipped: tuple[Problem, ...], read: int) -> tuple[Page, ...]:
    """Every page and data file of the site, in the order of their paths; ``read`` counts the articles found."""
    view = make_view(collection, config)
    pages = [
        *write_home_and_stories(view),
        *(write_briefing(view, briefing) for briefing in collection.briefings),
        *write_listings(view),
        *write_cast(view),
        *write_data(view, skipped, read),
    ]
    return tuple(sorted(pages, key=lambda page: page.path))
