"""Records in, Markdown and JSON out: nothing is written here that is not a record's slice, a count or a label."""

from builder.config import Config
from builder.model import Collection, Page, Problem
from builder.write.briefing import write_briefing
from builder.write.cast import write_cast
from builder.write.combined import write_home_and_stories
from builder.write.data import OVERVIEW, data_path, write_data
from builder.write.listings import write_listings
from builder.write.old_pages import write_old_pages
from builder.write.rights import find_rights, find_shown
from builder.write.view import briefing_path, make_view

__all__ = ["write", "write_private"]


def write(collection: Collection, config: Config, *, skipped: tuple[Problem, ...], read: int) -> tuple[Page, ...]:
    """Every page and data file of the site, in the order of their paths; ``read`` counts the articles found."""
    view = make_view(collection, config)
    # Of a text that is not printed whole, every other part of the site says first what it cites.
    unprinted = find_shown(view, ())
    pages = [
        *write_home_and_stories(view),
        *(write_briefing(view, briefing, unprinted.get(briefing.article.id)) for briefing in collection.briefings),
        *write_listings(view),
        *write_cast(view),
        *write_old_pages(view),
    ]
    shown = find_shown(view, pages)
    limited = {briefing_path(id_): write_briefing(view, view.briefings[id_], part) for id_, part in shown.items()}
    pages = [limited.get(page.path, page) for page in pages]
    pages += write_data(view, skipped, read, shown)
    return tuple(sorted(pages, key=lambda page: page.path))


def write_private(
    collection: Collection, config: Config, *, skipped: tuple[Problem, ...], read: int
) -> tuple[Page, ...]:
    """The whole data of articles whose text is not printed whole, and of the overview; empty where every one is."""
    view = make_view(collection, config)
    limited = {data_path(id_) for id_ in view.briefings if find_rights(view, id_) != "full"}
    if not limited:
        return ()
    return tuple(page for page in write_data(view, skipped, read, {}) if page.path in {OVERVIEW, *limited})
