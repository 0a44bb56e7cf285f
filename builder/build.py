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
from builder.lock import give_up_names, read_lock
from builder.model import Article, Briefing, Build, Collection, Editor, Lock, Problem, Withdrawn
from builder.read import find_articles, find_stray_sidecars, read_edits, read_source
from builder.relate import relate
from builder.trace import prove_briefing, prove_pages, prove_withheld
from builder.withheld import mask, mask_problem
from builder.write import write, write_private
from builder.yields import find_warnings, make_problems

POOL_FROM = 64  # articles; fewer are done before a second process has loaded its word lists
CHUNK = 16  # articles handed to a process at once
# An article alone is one that its editor withdrew.
Outcome = Briefing | Article | ArticleError
Timed = tuple[Outcome, float]
Progress = Callable[[str, int, int], None]
Clock = Callable[[], float]


def stand_still() -> float:
    """The clock of a build that is not timed."""
    return 0.0


def build(config: Config, report: Progress = lambda what, done, total: None, clock: Clock = stand_still) -> Build:
    """The pages of the articles folder and everything that is wrong with it; raises ConfigurationError.

    ``report`` is called with a stage's name, the articles done and their number; ``clock`` gives seconds.
    """
    paths = find_articles(config.articles)
    suppressed = config.editor.suppressed
    timed = list(_count(brief_all(config, paths, clock), len(paths), report))
    outcomes = [outcome for outcome, _ in timed]
    lock = _read_lock(config, outcomes)
    addresses = Addresses(lock, paths)
    briefings, taken, skipped = _give_addresses(addresses, paths, outcomes, config.editor)
    taken += _find_taken_without_article(config, lock, addresses, paths)
    collection = relate(tuple(briefings), config, lock)
    collection, faults = _add_addresses(config, lock, addresses, collection, taken)
    has_pages = bool(briefings or taken)
    shown = tuple(mask_problem(one, suppressed) for one in skipped)
    pages = write(collection, config, skipped=shown, read=len(paths)) if has_pages else ()
    private = write_private(collection, config, skipped=shown, read=len(paths))
    untraceable = (*prove_pages(pages, collection), *prove_withheld((*pages, *private), suppressed))
    return Build(
        # A page with an item that is no slice of its source, or with a withheld name, is not written, and so none is.
        pages=() if untraceable else pages,
        faults=(
            *_find_faults(config, paths, briefings, taken),
            *faults,
            *collection.faults,
            *make_problems(find_warnings(collection, config.previous)),
        ),
        untraceable=untraceable,
        collection=collection,
        skipped=tuple(skipped),
        read=len(paths),
        is_unfit=bool(untraceable) or any(isinstance(one, UntraceableError) for one in outcomes),
        lock=update_lock(lock, collection, taken, addresses, config.day) if config.lock else None,
        private=private,
        seconds=_give_seconds(paths, timed, collection) if clock is not stand_still else (),
    )


def _read_lock(config: Config, outcomes: Iterable[Outcome]) -> Lock:
    """What was given in earlier editions, without the addresses that hold a suppressed name."""
    lock = read_lock(config.lock) if config.lock else Lock()
    found = (one if isinstance(one, Article) else one.article for one in outcomes if not isinstance(one, ArticleError))
    withheld = {article.source.path: article.source.withheld for article in found}
    return give_up_names(lock, config.editor.suppressed, withheld)


def _give_seconds(paths: tuple[str, ...], timed: list[Timed], collection: Collection) -> tuple[tuple[str, float], ...]:
    """Id of every briefing and the seconds that it took."""
    seconds = dict(zip(paths, (one for _, one in timed), strict=True))
    return tuple((one.article.id, seconds[one.article.source.path]) for one in collection.briefings)


def brief_all(config: Config, paths: tuple[str, ...], clock: Clock = stand_still) -> Iterator[Timed]:
    """A briefing or the reason for none, for every path in its order, with seconds; on several cores where it pays."""
    brief_one = partial(_brief_timed, clock, config.articles, suppressed=config.editor.suppressed)
    if config.jobs > 1 and len(paths) >= POOL_FROM:
        with ProcessPoolExecutor(config.jobs) as pool:
            yield from pool.map(brief_one, paths, chunksize=CHUNK)
    else:
        yield from map(brief_one, paths)


def _brief_timed(clock: Clock, folder: Path, path: str, *, suppressed: tuple[str, ...]) -> Timed:
    started = clock()
    return brief(folder, path, suppressed), clock() - started


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
            reason = mask(edits.reason, config.editor.suppressed) if edits.reason else None
            found.append(Taken(one.path, None, Withdrawn(one.id, edits.day, reason)))
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


def _count(outcomes: Iterator[Timed], total: int, report: Progress) -> Iterator[Timed]:
    for done, outcome in enumerate(outcomes, start=1):
        report("Reading articles", done, total)
        yield outcome
