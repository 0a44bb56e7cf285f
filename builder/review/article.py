"""What an article does not say of itself: headline, day, publisher, language, and where its briefing stands."""

from collections.abc import Iterator

from builder.model import Briefing
from builder.review.wanted import cut, find_place, is_set, make_plain

# A point before it has its article: what is wrong, and the lines.
Point = tuple[str, tuple[str, ...]]
# Headlines that nobody gave: they are the text's first words or the file's name.
MADE_UP = ("opening words", "file name")


def find_points(briefing: Briefing) -> Iterator[Point]:
    """What is missing and what an editor has not set, to nothing either."""
    yield from _ask_title(briefing)
    yield from _ask_day(briefing)
    yield from _ask_publisher(briefing)
    yield from _ask_language(briefing)
    if briefing.article.source.edits.status == "draft":
        yield "draft, not reviewed", ("status: reviewed  # in place of `status: draft`",)


def _ask_title(briefing: Briefing) -> Iterator[Point]:
    title = briefing.article.title
    if title.basis in MADE_UP and not is_set(briefing, "title"):
        shown = make_plain(title.text) + (" …" if title.is_cut else "")
        yield "no title", (f"title:  # shown now, its {title.basis}: {shown}",)


def _ask_day(briefing: Briefing) -> Iterator[Point]:
    """The day is never proposed, only what is known of it: a day before it is not it."""
    if briefing.analysis.metadata.published or is_set(briefing, "date"):
        return
    known = "; ".join(_find_known(briefing)) or "nothing found in the text"
    yield "no publication date", (f"published:  # {known}; write it as year-month-day, or leave it empty: not stated",)


def _find_known(briefing: Briefing) -> Iterator[str]:
    article, metadata = briefing.article, briefing.analysis.metadata
    if article.source.declared.date:
        yield f"its file says {make_plain(article.source.declared.date)!r}, which is not clear"
    if article.byline.published:
        printed = " and ".join(map(make_plain, article.byline.published))
        yield f"its head says {printed}"
    if metadata.updated:
        yield f"updated {metadata.updated.value}"
    if metadata.dateline:
        yield f"its dateline is {make_plain(cut(article, metadata.dateline.span))}"
    if metadata.as_of:
        place = f" ({find_place(article, metadata.as_of.span)})" if metadata.as_of.span else ""
        yield f"information as of {metadata.as_of.value.isoformat()}{place}"
    if metadata.not_before and metadata.not_before.span:
        yield f"not before {metadata.not_before.value.isoformat()} ({find_place(article, metadata.not_before.span)})"


def _ask_publisher(briefing: Briefing) -> Iterator[Point]:
    metadata = briefing.analysis.metadata
    if metadata.publisher is None and not is_set(briefing, "publisher"):
        known = f"its address is {make_plain(metadata.url)}; " if metadata.url else ""
        yield "no publisher", (f"publisher:  # {known}who published it, or leave it empty: not stated",)


def _ask_language(briefing: Briefing) -> Iterator[Point]:
    if briefing.article.language is None:
        message = "its language was not recognised, and only its text is shown"
        yield message, ("language: en  # the code of its language",)
