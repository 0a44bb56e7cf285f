"""The whole list: every article in file order, then what is of no one article."""

import re
from collections.abc import Iterator

from builder.model import Briefing, Build, Problem
from builder.review import article, findings, names
from builder.review.wanted import SUFFIX, Wanted, make_plain, name_file
from builder.yields import find_warnings, make_problems

# What the reader of editors' files says of a withdrawal without a day.
NO_DAY = re.compile(r"status is withdrawn without .*\bday\b")


def review(build: Build, folder: str, day: str) -> tuple[Wanted, ...]:
    """Every point that no editor has settled; an article that is reviewed is not asked about again.

    ``folder`` is the name of the articles folder, ``day`` today (ISO).
    """
    points = [point for briefing in build.collection.briefings for point in _ask(briefing, folder)]
    points += [_pass_on(fault, build, folder, day) for fault in _find_faults(build)]
    editor = build.collection.editor.file
    asked = (*names.find_suppressed(build.collection), *names.find_points(build.collection))
    own = [Wanted(editor, message, editor, lines) for message, lines in asked]
    order = {one.article.source.path: place for place, one in enumerate(build.collection.briefings)}
    # Python's sort keeps the points of one article in their order.
    return (*sorted(points, key=lambda one: (one.path == editor, order.get(one.path, -1))), *own)


def _ask(briefing: Briefing, folder: str) -> Iterator[Wanted]:
    source = briefing.article.source
    if source.edits.status == "reviewed":
        return
    file = name_file(folder, source.path)
    for find_points in (article.find_points, findings.find_points):
        for message, lines in find_points(briefing):
            yield Wanted(source.path, message, file, lines)


def _find_faults(build: Build) -> Iterator[Problem]:
    """What is wrong with editors' files and which articles were left out, but for what is asked about above."""
    warned = make_problems(find_warnings(build.collection, None))
    unclear = {one.article.source.path: one.article.source.declared.date for one in build.collection.briefings}
    for fault in (*build.skipped, *build.faults):
        asked = unclear.get(fault.path)
        if fault not in warned and not (asked and repr(asked) in fault.message):
            yield fault


def _pass_on(fault: Problem, build: Build, folder: str, day: str) -> Wanted:
    """A fault as a point of the article that its file belongs to."""
    message = make_plain(f"{fault.message}; {fault.remedy}")
    editor = build.collection.editor.file
    if fault.path == editor:
        return Wanted(editor, message, editor, ())
    owners = [one.article.source.path for one in build.collection.briefings]
    file = name_file(folder, fault.path)
    path = next((one for one in owners if name_file(folder, one) == file), fault.path)
    lines = (f"day: {day}  # since when it is withdrawn; this is today",) if NO_DAY.search(fault.message) else ()
    return Wanted(path, message, file if fault.path.endswith(SUFFIX) or lines else f"{folder}/{fault.path}", lines)
