"""The folder of a rendered site in, the report on it out."""

import os
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from builder.check.addresses import HOME, Root, make_root
from builder.check.indexes import INDEXES, read_index
from builder.check.links import find_link_faults, fold_path
from builder.check.pages import read_page
from builder.check.reach import find_circles, find_orphans
from builder.check.records import Fault, FileRecord, PageRecord, Site
from builder.check.stylesheets import read_stylesheet
from builder.check.traces import find_trace_faults
from builder.check.withheld import find_withheld
from builder.check.wording import REBUILD
from builder.errors import ConfigurationError
from builder.model import Problem

LEAST_FOR_PROCESSES = 100  # pages; starting processes costs as much as parsing some dozens
CHUNK = 16  # pages handed over at once
PAGE_SUFFIXES = (".html", ".htm")
STYLESHEET_SUFFIX = ".css"


@dataclass(frozen=True, slots=True)
class CheckReport:
    """What the check of a site came to."""

    pages: int
    links: int
    """References within the site that were looked up: links, assets, entries of indexes."""
    problems: tuple[Problem, ...]
    """By page, line and target; empty is all good."""


def check_site(
    site: Path, site_url: str | None, *, jobs: int | None = None, suppressed: tuple[str, ...] = ()
) -> CheckReport:
    """Look up every link, anchor, asset and trace of a rendered site; raises ConfigurationError if there is none.

    ``site_url`` is the address that the site will have, ``None`` if it is not known; ``jobs`` is the number of
    processes at most, ``None`` for one a core; ``suppressed`` are names that no file may hold.
    """
    if not site.is_dir():
        raise ConfigurationError(f"{site.as_posix()}/: no such folder; run `make build` first")
    root = make_root(site_url)
    files, faults = _list_files(site)
    pages: dict[str, PageRecord] = {}
    for record in _read_pages(site, root, [path for path in files if path.lower().endswith(PAGE_SUFFIXES)], jobs):
        if isinstance(record, PageRecord):
            pages[record.path] = record
        else:
            faults.append(record)
    others = _read_others(site, root, files)
    whole = Site(frozenset(files), pages, {fold_path(path): path for path in files})
    faults += _find_faults(whole, others)
    faults += find_withheld(site, files, suppressed)
    links = sum(len(page.references) for page in pages.values()) + sum(len(file.references) for file in others)
    return CheckReport(len(pages), links, tuple(_make_problems(faults)))


def _list_files(site: Path) -> tuple[list[str], list[Fault]]:
    """Every file in order, and folders that cannot be read; links that lead out of the site are no part of it."""
    files: list[str] = []
    faults: list[Fault] = []

    def fail(error: OSError) -> None:
        path = Path(error.filename).relative_to(site).as_posix()
        faults.append(Fault(path, None, "", f"cannot be read: {error.strerror}", "mend its permissions"))

    inside = site.resolve()
    for folder, _, names in os.walk(site, onerror=fail):
        for name in names:
            file = Path(folder, name)
            # A pipe would be waited for, and what a link outside leads to is not published.
            if file.is_file() and (not file.is_symlink() or file.resolve().is_relative_to(inside)):
                files.append(file.relative_to(site).as_posix())
    return sorted(files), faults


def _read_pages(site: Path, root: Root, paths: list[str], jobs: int | None) -> Iterable[PageRecord | Fault]:
    """The record of every page, read by several processes if that is worth it."""
    read = partial(read_page, site, root)
    processes = jobs or os.cpu_count() or 1
    if processes == 1 or len(paths) < LEAST_FOR_PROCESSES:
        return map(read, paths)
    try:
        return _read_in_processes(read, paths, processes)
    except (OSError, BrokenProcessPool):
        # Some containers forbid what processes need to talk to one another.
        return map(read, paths)


def _read_in_processes(
    read: Callable[[str], PageRecord | Fault], paths: list[str], processes: int
) -> list[PageRecord | Fault]:
    with ProcessPoolExecutor(processes) as pool:
        return list(pool.map(read, paths, chunksize=CHUNK))


def _read_others(site: Path, root: Root, files: list[str]) -> list[FileRecord]:
    """Stylesheets and the files that list pages."""
    styles = [read_stylesheet(site, root, path) for path in files if path.lower().endswith(STYLESHEET_SUFFIX)]
    return styles + [read_index(site, root, path) for path in INDEXES if path in files]


def _find_faults(site: Site, others: list[FileRecord]) -> Iterator[Fault]:
    """Everything that is wrong with the site, in no order."""
    if HOME not in site.files:
        yield Fault(HOME, None, "", "no such page: the site has no beginning", REBUILD)
    for page in site.pages.values():
        yield from page.faults
        yield from find_link_faults(site, page)
        yield from find_trace_faults(site, page)
    for file in others:
        yield from file.faults
        yield from find_link_faults(site, file)
    yield from find_orphans(site)
    yield from find_circles(site)


def _make_problems(faults: Iterable[Fault]) -> Iterator[Problem]:
    for fault in sorted(faults, key=lambda one: (one.path, one.line or 0, one.target, one.message)):
        yield Problem(fault.path, fault.line, fault.message, fault.remedy)
