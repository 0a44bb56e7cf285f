"""Every file to a briefing under its lasting address, or to the reason for none: read → clean → analyse → edit."""

from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from builder.addresses import Addresses, Taken, follow_articles
from builder.analyse import analyse
from builder.clean import clean
from builder.config import Config
from builder.edit import adjust, correct, edit_names
from builder.errors import ArticleError, UntraceableError
from builder.lock import give_up_names, read_lock
from builder.model import Article, Briefing, Lock, Problem, Withdrawn
from builder.read import find_articles, find_sidecars, find_stray_sidecars, read_edits, read_source
from builder.trace import prove_briefing
from builder.withheld import mask

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


@dataclass(frozen=True, slots=True)
class Gathered:
    """What the files of a folder gave."""

    paths: tuple[str, ...]
    """Every file found."""
    briefings: tuple[Briefing, ...]
    """In the order of their paths."""
    taken: tuple[Taken, ...]
    """Articles that were withdrawn."""
    skipped: tuple[Problem, ...]
    """Articles that have no briefing."""
    faults: tuple[Problem, ...]
    """What is wrong with what editors wrote, and dates that cannot be read without a guess."""
    lock: Lock
    """What earlier editions gave, with the articles' files and ids as they are now."""
    addresses: Addresses
    seconds: tuple[tuple[str, float], ...]
    """Id of every briefing and the seconds that it took."""
    is_unfit: bool
    """Whether an item was no slice of its article, or an order to take something down is for no article."""


def gather(config: Config, report: Progress, clock: Clock) -> Gathered:
    """Everything that the articles folder holds; raises ConfigurationError."""
    paths = find_articles(config.articles)
    timed = list(_count(brief_all(config, paths, clock), len(paths), report))
    outcomes = [outcome for outcome, _ in timed]
    lock = _read_lock(config, outcomes)
    addresses = Addresses(lock, _list_articles(outcomes), paths)
    briefings, taken, skipped, faults = _give_addresses(config, addresses, paths, outcomes)
    taken += _find_taken_without_article(config, lock, addresses, paths)
    ids = {one.article.source.path: one.article.id for one in briefings} | {one.path: one.withdrawn.id for one in taken}
    stray = find_stray_sidecars(config.articles, tuple(dict.fromkeys((*paths, *(one.path for one in taken)))))
    return Gathered(
        paths=paths,
        briefings=tuple(briefings),
        taken=tuple(taken),
        skipped=tuple(skipped),
        faults=(*(one.problem for one in stray), *_find_faults(briefings, taken), *faults),
        lock=follow_articles(lock, ids, addresses),
        addresses=addresses,
        seconds=_give_seconds(paths, timed, briefings) if clock is not stand_still else (),
        is_unfit=any(isinstance(one, UntraceableError) for one in outcomes) or any(one.is_guarding for one in stray),
    )


def _read_lock(config: Config, outcomes: Iterable[Outcome]) -> Lock:
    """What was given in earlier editions, without the addresses that hold a suppressed name."""
    lock = read_lock(config.lock) if config.lock else Lock()
    withheld = {article.source.path: article.source.withheld for article in _list_articles(outcomes)}
    return give_up_names(lock, config.editor.suppressed, withheld)


def _list_articles(outcomes: Iterable[Outcome]) -> list[Article]:
    """Every article that could be cleaned."""
    return [one if isinstance(one, Article) else one.article for one in outcomes if not isinstance(one, ArticleError)]


def _give_seconds(
    paths: tuple[str, ...], timed: list[Timed], briefings: list[Briefing]
) -> tuple[tuple[str, float], ...]:
    """Id of every briefing and the seconds that it took."""
    seconds = dict(zip(paths, (one for _, one in timed), strict=True))
    return tuple((one.article.id, seconds[one.article.source.path]) for one in briefings)


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
    config: Config, addresses: Addresses, paths: tuple[str, ...], outcomes: Iterable[Outcome]
) -> tuple[list[Briefing], list[Taken], list[Problem], list[Problem]]:
    """Briefings under their ids with the editor's names, withdrawn articles, articles left out, and other faults."""
    briefings: list[Briefing] = []
    taken: list[Taken] = []
    skipped: list[Problem] = []
    faults: list[Problem] = []
    for path, outcome in zip(paths, outcomes, strict=True):
        if isinstance(outcome, ArticleError):
            skipped.append(Problem(path, None, outcome.reason, outcome.remedy))
            continue
        article = outcome if isinstance(outcome, Article) else outcome.article
        left_behind = _find_left_behind(config, addresses, article, paths)
        if left_behind:
            skipped.append(left_behind)
            continue
        given, problem = addresses.give(article)
        if problem:
            (faults if given else skipped).append(problem)
        if given is None:
            continue
        if isinstance(outcome, Article):
            edits = article.source.edits
            taken.append(Taken(path, article, Withdrawn(given, edits.day, edits.reason)))
        else:
            named = edit_names(replace(outcome, article=replace(article, id=given)), config.editor)
            prove_briefing(named)
            briefings.append(named)
    return briefings, taken, skipped, faults


def _find_left_behind(config: Config, addresses: Addresses, article: Article, paths: tuple[str, ...]) -> Problem | None:
    """Why an article is left out whose file was renamed and whose editor's file was not: it may take it down."""
    path, locked = article.source.path, addresses.find_locked(article.source.path)
    if not locked or locked.path in ("", path) or locked.path in paths or find_sidecars(config.articles, path):
        return None
    for sidecar in find_sidecars(config.articles, locked.path):
        name = sidecar.relative_to(config.articles).as_posix()
        reason = f"was {locked.path} in the edition before, and its editor's file {name} still has that name"
        return Problem(
            path, None, reason, f"call it {Path(path).stem}.yml, or delete it; the article is left out till then"
        )
    return None


def _find_taken_without_article(
    config: Config, lock: Lock, addresses: Addresses, paths: tuple[str, ...]
) -> list[Taken]:
    """Articles whose file is gone and whose editor's file says that they are withdrawn."""
    found = []
    for one in lock.articles:
        if not one.path or one.path in paths or addresses.is_given(one.id):
            continue
        try:
            edits, _ = read_edits(config.articles, one.path, {})
        except ArticleError:
            continue
        if edits.status == "withdrawn":
            reason = mask(edits.reason, config.editor.suppressed) if edits.reason else None
            found.append(Taken(one.path, None, Withdrawn(one.id, edits.day, reason)))
    return found


def _find_faults(briefings: list[Briefing], taken: list[Taken]) -> list[Problem]:
    """What is wrong with what editors wrote, and declared dates that cannot be read without a guess."""
    articles = [*(one.article for one in briefings), *(one.article for one in taken if one.article)]
    faults = [fault for article in articles for fault in article.source.faults]
    for briefing in briefings:
        declared = briefing.article.source.declared
        faults += briefing.faults
        if declared.date and briefing.analysis.metadata.published is None:
            path = briefing.article.source.path
            reason = f"its date {declared.date!r} is not clear and is left out"
            faults.append(Problem(path, None, reason, "write it as 2025-04-30"))
    return faults


def _count(outcomes: Iterator[Timed], total: int, report: Progress) -> Iterator[Timed]:
    for done, outcome in enumerate(outcomes, start=1):
        report("Reading articles", done, total)
        yield outcome
