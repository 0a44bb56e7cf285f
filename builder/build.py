"""The whole pipeline: read → clean → analyse for every article, then relate → write for all of them."""

from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from functools import partial
from pathlib import Path, PurePosixPath

from builder.analyse import analyse
from builder.clean import clean
from builder.config import Config
from builder.errors import ArticleError, UntraceableError
from builder.model import Briefing, Build, Problem
from builder.read import find_articles, read_source
from builder.relate import relate
from builder.slug import make_slug
from builder.trace import prove_briefing, prove_pages
from builder.write import write

POOL_FROM = 64  # articles; fewer are done before a second process has loaded its word lists
CHUNK = 16  # articles handed to a process at once
Outcome = Briefing | ArticleError
Progress = Callable[[str, int, int], None]


def build(config: Config, report: Progress = lambda what, done, total: None) -> Build:
    """The pages of the articles folder and everything that is wrong with it; raises ConfigurationError.

    ``report`` is called with a stage's name, the articles done and their number.
    """
    paths = find_articles(config.articles)
    outcomes = list(_count(brief_all(config, paths), len(paths), report))
    briefings, skipped = _keep_ids_unique(paths, outcomes)
    collection = relate(tuple(briefings), config)
    pages = write(collection, config, skipped=tuple(skipped), read=len(paths)) if briefings else ()
    untraceable = prove_pages(pages, collection)
    return Build(
        # A page with an item that is no slice of its source is not written, and so none is.
        pages=() if untraceable else pages,
        unclear=_find_unclear(briefings),
        untraceable=untraceable,
        collection=collection,
        skipped=tuple(skipped),
        read=len(paths),
        is_unfit=bool(untraceable) or any(isinstance(one, UntraceableError) for one in outcomes),
    )


def brief_all(config: Config, paths: tuple[str, ...]) -> Iterator[Outcome]:
    """A briefing or the reason for none, for every path in its order; on several cores where that pays."""
    brief_one = partial(brief, config.articles)
    if config.jobs > 1 and len(paths) >= POOL_FROM:
        with ProcessPoolExecutor(config.jobs) as pool:
            yield from pool.map(brief_one, paths, chunksize=CHUNK)
    else:
        yield from map(brief_one, paths)


def brief(folder: Path, path: str) -> Outcome:
    """One article's briefing, its items proven; an article that cannot have one is an error, not an end."""
    try:
        article = clean(read_source(folder, path))
        briefing = Briefing(article, analyse(article))
        prove_briefing(briefing)
    except ArticleError as error:
        return error
    except Exception as error:
        # One article must not cost the others their pages.
        fault = f"could not be analysed ({type(error).__name__}: {error})"
        return UntraceableError(path, fault, "report this with the article; it is a fault of the builder")
    return briefing


def _keep_ids_unique(paths: tuple[str, ...], outcomes: Iterable[Outcome]) -> tuple[list[Briefing], list[Problem]]:
    """The briefings and the articles without one; a second article that claims an id is among the latter."""
    kept: dict[str, Briefing] = {}
    skipped: list[Problem] = []
    for path, outcome in zip(paths, outcomes, strict=True):
        if isinstance(outcome, ArticleError):
            skipped.append(Problem(path, None, outcome.reason, outcome.remedy))
            continue
        id_ = _find_free_id(outcome, kept)
        if id_ is None:
            claimed = outcome.article.id
            other = kept[claimed].article.source.path
            remedy = "give one of them another `id:` in its front matter, or another file name"
            skipped.append(Problem(path, None, f"claims the id {claimed!r}, which {other} has", remedy))
        else:
            kept[id_] = replace(outcome, article=replace(outcome.article, id=id_))
    return list(kept.values()), skipped


def _find_free_id(briefing: Briefing, kept: dict[str, Briefing]) -> str | None:
    """The article's id, or one with its file's or folder's name behind it; ``None`` if its own claim is taken.

    Two articles under one headline are often one report printed twice, and both are wanted.
    """
    article = briefing.article
    if article.id not in kept:
        return article.id
    place = PurePosixPath(article.source.path)
    name = place.parent.name if make_slug(place.stem) == article.id else place.stem
    free = make_slug(f"{article.id} {name}")
    return None if article.source.declared.id or not name or free in kept else free


def _find_unclear(briefings: list[Briefing]) -> tuple[Problem, ...]:
    """Declared dates that cannot be read without a guess."""
    return tuple(
        Problem(
            one.article.source.path,
            None,
            f"its date {one.article.source.declared.date!r} is not clear and is left out",
            "write it as 2025-04-30",
        )
        for one in briefings
        if one.article.source.declared.date and one.analysis.metadata.published is None
    )


def _count(outcomes: Iterator[Outcome], total: int, report: Progress) -> Iterator[Outcome]:
    for done, outcome in enumerate(outcomes, start=1):
        report("Reading articles", done, total)
        yield outcome
