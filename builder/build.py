"""The whole pipeline: read → clean → analyse → edit for every article, then relate → write for all of them."""

from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from functools import partial
from pathlib import Path

from builder.addresses import Addresses, Taken, find_old_addresses, update_lock
from builder.analyse import analyse
from builder.clean import clean
from builder.config import Config
from builder.edit import adjust, correct, edit_names
from builder.errors import ArticleError, UntraceableError
from builder.lock import read_lock
from builder.model import Article, Briefing, Build, Collection, Editor, Lock, Problem, Withdrawn
from builder.read import find_articles, find_stray_sidecars, read_edits, read_source
from builder.relate import relate
from builder.trace import prove_briefing, prove_pages
from builder.write import write

POOL_FROM = 64  # articles; fewer are done before a second process has loaded its word lists
CHUNK = 16  # articles handed to a process at once
# An article alone is one that its editor withdrew.
Outcome = Briefing | Article | ArticleError
Progress = Callable[[str, int, int], None]


def build(config: Config, report: Progress = lambda what, done, total: None) -> Build:
    """The pages of the articles folder and everything that is wrong with it; raises ConfigurationError.

    ``report`` is called with a stage's name, the articles done and their number.
    """
    paths = find_articles(config.articles)
    lock = read_lock(config.lock) if config.lock else Lock()
    outcomes = list(_count(brief_all(config, paths), len(paths), report))
    addresses = Addresses(lock, paths)
    briefings, taken, skipped = _give_addresses(addresses, paths, outcomes, config.editor)
    taken += _find_taken_without_article(config, lock, addresses, paths)
    collection = relate(tuple(briefings), config, lock)
    collection, faults = _add_addresses(config, lock, addresses, collection, taken)
    has_pages = bool(briefings or taken)
    pages = write(collection, config, skipped=tuple(skipped), read=len(paths)) if has_pages else ()
    untraceable = prove_pages(pages, collection)
    return Build(
        # A page with an item that is no slice of its source is not written, and so none is.
        pages=() if untraceable else pages,
        faults=(*_find_faults(config, paths, briefings, taken), *faults, *collection.faults),
        untraceable=untraceable,
        collection=collection,
        skipped=tuple(skipped),
        read=len(paths),
        is_unfit=bool(untraceable) or any(isinstance(one, UntraceableError) for one in outcomes),
        lock=update_lock(lock, collection, taken, addresses, config.day) if config.lock else None,
    )


def brief_all(config: Config, paths: tuple[str, ...]) -> Iterator[Outcome]:
    """A briefing or the reason for none, for every path in its order; on several cores where that pays."""
    brief_one = partial(brief, config.articles, suppressed=config.editor.suppressed)
    if config.jobs > 1 and len(paths) >= POOL_FROM:
        with ProcessPoolExecutor(config.jobs) as pool:
            yield from pool.map(brief_one, paths, chunksize=CHUNK)
    else:
        yield from map(brief_one, paths)


def brief(folder: Path, path: str, suppressed: tuple[str, ...] = ()) -> Outcome:
    """One article's briefing, its items proven; an article that cannot have one is an error, not an end."""
    try:
        article = correct(clean(read_source(folder, path), suppressed))
        if article.source.edits.status == "withdrawn":
            return article
        briefing = adjust(Briefing(article, analyse(article)))
        prove_briefing(briefing)
    except ArticleError as error:
        return error
    except Exception as error:
        # One article must not cost the others their pages.
        fault = f"could not be analysed ({type(error).__name__}: {error})"
        return UntraceableError(path, fault, "report this with the article; it is a fault of the builder")
    return briefing


def _give_addresses(
    addresses: Addresses, paths: tuple[str, ...], outcomes: Iterable[Outcome], editor: Editor
) -> tuple[list[Briefing], list[Taken], list[Problem]]:
    """Briefings under their ids with the editor's names, withdrawn articles, and those that have no briefing."""
    briefings: list[Briefing] = []
    taken: list[Taken] = []
    skipped: list[Problem] = []
    for path, outcome in zip(paths, outcomes, strict=True):
        if isinstance(outcome, ArticleError):
            skipped.append(Problem(path, None, outcome.reason, outcome.remedy))
            continue
        article = outcome if isinstance(outcome, Article) else outcome.article
        given = addresses.give(article)
        if isinstance(given, Problem):
            skipped.append(given)
        elif isinstance(outcome, Article):
            edits = article.source.edits
            taken.append(Taken(path, article, Withdrawn(given, edits.day, edits.reason)))
        else:
            named = edit_names(replace(outcome, article=replace(article, id=given)), editor)
            prove_briefing(named)
            briefings.append(named)
    return briefings, taken, skipped


def _find_taken_without_article(
    config: Config, lock: Lock, addresses: Addresses, paths: tuple[str, ...]
) -> list[Taken]:
    """Articles whose file is gone and whose editor's file says that they are withdrawn."""
    found = []
    for one in lock.articles:
        if one.path in paths or addresses.is_given(one.id):
            continue
        try:
            edits, _ = read_edits(config.articles, one.path, {})
        except ArticleError:
            continue
        if edits.status == "withdrawn":
            found.append(Taken(one.path, None, Withdrawn(one.id, edits.day, edits.reason)))
    return found


def _add_addresses(
    config: Config, lock: Lock, addresses: Addresses, collection: Collection, taken: list[Taken]
) -> tuple[Collection, tuple[Problem, ...]]:
    """The collection with what was withdrawn and with the pages of old, and what is wrong with these."""
    withdrawn = sorted((one.withdrawn for one in taken), key=lambda one: one.id)
    collection = replace(collection, editor=config.editor, withdrawn=tuple(withdrawn))
    old, problems = find_old_addresses(lock, collection, addresses)
    return replace(collection, old_addresses=old), problems


def _find_faults(
    config: Config, paths: tuple[str, ...], briefings: list[Briefing], taken: list[Taken]
) -> tuple[Problem, ...]:
    """What is wrong with what editors wrote, and declared dates that cannot be read without a guess."""
    articles = [*(one.article for one in briefings), *(one.article for one in taken if one.article)]
    known = dict.fromkeys((*paths, *(one.path for one in taken)))
    faults = [*find_stray_sidecars(config.articles, tuple(known))]
    faults += [fault for article in articles for fault in article.source.faults]
    for briefing in briefings:
        declared = briefing.article.source.declared
        faults += briefing.faults
        if declared.date and briefing.analysis.metadata.published is None:
            path = briefing.article.source.path
            reason = f"its date {declared.date!r} is not clear and is left out"
            faults.append(Problem(path, None, reason, "write it as 2025-04-30"))
    return tuple(faults)


def _count(outcomes: Iterator[Outcome], total: int, report: Progress) -> Iterator[Outcome]:
    for done, outcome in enumerate(outcomes, start=1):
        report("Reading articles", done, total)
        yield outcome
