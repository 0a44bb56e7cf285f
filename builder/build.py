"""The whole pipeline: every file to a briefing (gather), then relate → write for all of them."""

from dataclasses import replace

from builder.addresses import update_lock
from builder.config import Config
from builder.gather import Clock, Gathered, Progress, gather, stand_still
from builder.model import Build, Collection, Problem
from builder.old_addresses import find_old_addresses
from builder.relate import relate
from builder.trace import prove_pages, prove_withheld
from builder.withheld import mask_problem
from builder.write import write, write_private
from builder.yields import find_warnings, make_problems


def build(config: Config, report: Progress = lambda what, done, total: None, clock: Clock = stand_still) -> Build:
    """The pages of the articles folder and everything that is wrong with it; raises ConfigurationError.

    ``report`` is called with a stage's name, the articles done and their number; ``clock`` gives seconds.
    """
    found = gather(config, report, clock)
    collection, faults = _relate(config, found)
    suppressed, read = config.editor.suppressed, len(found.paths)
    skipped = tuple(mask_problem(one, suppressed) for one in found.skipped)
    # What was published is taken down even where nothing is left; an empty folder is rather a mistake.
    has_pages = bool(found.paths or found.taken)
    pages = write(collection, config, skipped=skipped, read=read) if has_pages else ()
    private = write_private(collection, config, skipped=skipped, read=read)
    untraceable = (*prove_pages(pages, collection), *prove_withheld((*pages, *private), suppressed))
    return Build(
        # A page with an item that is no slice of its source, or with a withheld name, is not written, and so none is.
        pages=() if untraceable else pages,
        faults=(*found.faults, *faults, *make_problems(find_warnings(collection, config.previous))),
        untraceable=untraceable,
        collection=collection,
        skipped=found.skipped,
        read=read,
        is_unfit=bool(untraceable) or found.is_unfit,
        lock=update_lock(found.lock, collection, found.taken, found.addresses, config.day) if config.lock else None,
        private=private,
        seconds=found.seconds,
    )


def _relate(config: Config, found: Gathered) -> tuple[Collection, tuple[Problem, ...]]:
    """The collection with what was withdrawn and with the pages of old, and what editors say that does not fit."""
    collection = relate(found.briefings, config, found.lock)
    withdrawn = sorted((one.withdrawn for one in found.taken), key=lambda one: one.id)
    collection = replace(collection, editor=config.editor, withdrawn=tuple(withdrawn))
    old, problems = find_old_addresses(found.lock, collection, found.taken, found.addresses)
    return replace(collection, old_addresses=old), (*problems, *collection.faults)
