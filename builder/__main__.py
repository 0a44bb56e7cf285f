"""The command line: arguments in, messages and an exit code out."""

import argparse
import json
import os
import shlex
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TextIO

from builder import __version__
from builder.errors import BuilderError, ConfigurationError

# What a command ends with: 0 done, 1 the site is unfit, 2 a usage or configuration error.
DONE, UNFIT, MISUSED = 0, 1, 2
SLOW = 1.0  # seconds after which a terminal shows progress


@dataclass(slots=True)
class Outcome:
    """What a command found, gathered as it goes."""

    messages: list[str]
    counts: dict[str, int]
    is_unfit: bool = False
    site: Path | None = None
    """The folder of the site that was built and checked."""


def main(arguments: list[str] | None = None) -> int:
    """Run a command; returns its exit code."""
    options = _make_parser().parse_args(arguments)
    started = time.perf_counter()
    outcome = Outcome([], {})
    try:
        commands: dict[str, Callable[[argparse.Namespace, Outcome], None]] = {
            "build": _build,
            "write": _build,
            "check": _check,
            "review": _review,
        }
        commands[options.command](options, outcome)
    except ConfigurationError as error:
        print(f"briefing: {error}", file=sys.stderr)
        return MISUSED
    except BuilderError as error:
        outcome.messages.append(str(error))
        outcome.is_unfit = True
    except KeyboardInterrupt:
        print("briefing: stopped", file=sys.stderr)
        return UNFIT
    code = UNFIT if outcome.is_unfit or (options.strict and outcome.messages) else DONE
    _close(options, outcome, code, time.perf_counter() - started)
    return code


def _make_parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="briefing", description="Make a static site of briefings from a folder of articles."
    )
    parser.add_argument("--version", action="version", version=f"briefing {__version__}")
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    texts = {
        "build": "articles → Markdown and data in docs/ → site in site/, then check the site",
        "write": "articles → Markdown and data in docs/ only",
        "check": "check every link, anchor, asset and trace of a rendered site",
        "review": "list what wants an editor's eye, with the line to paste; writes nothing",
    }
    for name, text in texts.items():
        command = commands.add_parser(name, help=text, description=text)
        if name == "check":
            command.add_argument("site", nargs="?", type=Path, metavar="SITE", help="the site's folder")
        else:
            command.add_argument("--site", type=Path, metavar="DIR", help="folder of the rendered site")
        if name in ("build", "write"):
            command.add_argument("--previous", type=Path, metavar="DIR", help="an earlier edition to compare with")
        command.add_argument("--config", type=Path, default=Path("mkdocs.yml"), metavar="FILE", help="mkdocs.yml")
        command.add_argument("--articles", type=Path, metavar="DIR", help="folder of the articles")
        command.add_argument("--docs", type=Path, metavar="DIR", help="folder of the Markdown pages")
        command.add_argument("--lock", type=Path, metavar="FILE", help="briefing.lock.json, for other articles too")
        command.add_argument("--editor", type=Path, metavar="FILE", help="editor.yml, for other articles too")
        command.add_argument("--jobs", type=_positive, metavar="N", help="processes at most (default: all cores)")
        command.add_argument("--strict", action="store_true", help="any problem is fatal")
        command.add_argument("--quiet", action="store_true", help="only problems")
        command.add_argument("--json", action="store_true", help="closing report as JSON on standard output")
    return parser


def _positive(text: str) -> int:
    if not text.isdigit() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"{text!r} is no number of processes; give 1 or more")
    return int(text)


def _load(options: argparse.Namespace) -> Any:
    from builder.config import Overrides, load_config

    given = Overrides(
        articles=options.articles,
        docs=options.docs,
        site=options.site,
        jobs=options.jobs,
        lock=options.lock,
        editor=options.editor,
        day=_find_day(),
        previous=getattr(options, "previous", None),
    )
    return load_config(options.config, given)


def _find_day() -> str:
    """Today in UTC, or the day that SOURCE_DATE_EPOCH names."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    moment = int(epoch) if epoch.isdigit() else time.time()
    return time.strftime("%Y-%m-%d", time.gmtime(moment))


def _find_clock() -> Callable[[], float] | None:
    """What articles are timed with; ``None`` where a build is to leave the same bytes each time."""
    return None if os.environ.get("SOURCE_DATE_EPOCH") else time.perf_counter


def _build(options: argparse.Namespace, outcome: Outcome) -> None:
    """``build`` and ``write``: pages, then the site, then its check."""
    # The word lists and MkDocs are loaded only by the commands that need them.
    from builder.build import build
    from builder.gather import stand_still
    from builder.save import save_lock, save_pages, save_seconds

    config = _load(options)
    if options.command == "build":
        from builder.render.site import refuse_foreign

        refuse_foreign(config.site)
    with _Progress(sys.stderr, is_shown=not options.quiet) as progress:
        made = build(config, progress.report, clock=_find_clock() or stand_still)
    _report(config, made, outcome)
    if not made.pages:
        return
    unsaved = save_pages(config.docs, made.pages, made.private)
    if not unsaved:
        save_seconds(config.docs, made.seconds)
        if made.lock:
            save_lock(config.lock, made.lock)
    outcome.messages += [_line(one) for one in unsaved]
    outcome.is_unfit = outcome.is_unfit or bool(unsaved)
    # A site of some new and some old pages would say what no edition says.
    if options.command == "build" and not unsaved:
        _render(config, _find_newest(made), outcome)


def _report(config: Any, made: Any, outcome: Outcome) -> None:
    """What is wrong with a build, a line each, and its counts."""
    # The site file stands beside the settings, all else in the folder of the articles.
    outcome.messages += [
        _line(one) if one.path == config.editor.file else f"{config.articles.name}/{_line(one)}"
        for one in (*made.skipped, *made.faults)
    ]
    outcome.messages += [f"{config.docs.name}/{_line(one)}" for one in made.untraceable]
    briefings = made.collection.briefings
    outcome.counts = {
        "read": made.read,
        "briefings": len(briefings),
        "skipped": len(made.skipped),
        "stories": len(made.collection.stories),
    }
    # A site that says of all its articles that they were withdrawn is a fit one.
    is_empty = not briefings and not made.collection.withdrawn
    outcome.is_unfit = made.is_unfit or is_empty
    if is_empty:
        outcome.messages.append(f"{config.articles}: no briefing was made; put .txt, .md or .html articles there")


def _find_newest(made: Any) -> str | None:
    """The newest day that the articles state (ISO); ``None`` if they state none."""
    days = [one.analysis.metadata for one in made.collection.briefings]
    known = [one.published.value[:10] for one in days if one.published and len(one.published.value) >= 10]
    known += [one.not_before.value.isoformat() for one in days if one.not_before]
    return max(known, default=None)


def _render(config: Any, newest: str | None, outcome: Outcome) -> None:
    from builder.render import render

    problems = render(config, newest)
    outcome.messages += [_line(one) for one in problems]
    outcome.is_unfit = outcome.is_unfit or bool(problems)
    if not problems:
        outcome.site = config.site
        _check_site(config, outcome)


def _review(options: argparse.Namespace, outcome: Outcome) -> None:
    """``review``: the list on standard output; a build in memory tells what is in it."""
    from builder.build import build
    from builder.review import print_json, print_text, review

    config = _load(options)
    with _Progress(sys.stderr, is_shown=not options.quiet) as progress:
        made = build(config, progress.report)
    wanted = review(made, config.articles.name, config.day)
    sys.stdout.write(print_json(wanted) if options.json else print_text(wanted))
    outcome.counts = {"read": made.read, "briefings": len(made.collection.briefings), "points": len(wanted)}


def _check(options: argparse.Namespace, outcome: Outcome) -> None:
    config = _load(options)
    _check_site(config, outcome)


def _check_site(config: Any, outcome: Outcome) -> None:
    from builder.check import check_site

    report = check_site(config.site, config.site_url, suppressed=config.editor.suppressed)
    for one in report.problems:
        outcome.messages.append(f"{config.site.name}/{_line(one)}")
    outcome.counts |= {"pages": report.pages, "links": report.links, "broken": len(report.problems)}
    outcome.is_unfit = outcome.is_unfit or bool(report.problems)


def _line(problem: Any) -> str:
    """One line for the terminal: place, reason, remedy."""
    line = f":{problem.line}" if problem.line else ""
    return f"{problem.path}{line}: {problem.message}; {problem.remedy}"


def _close(options: argparse.Namespace, outcome: Outcome, code: int, seconds: float) -> None:
    """Every problem a line, then what came of it all."""
    for message in outcome.messages:
        print(message, file=sys.stderr)
    counts = outcome.counts
    parts = [f"{counts['read']} read"] if "read" in counts else []
    parts += [f"{counts['briefings']} briefing{_s(counts['briefings'])}"] if "briefings" in counts else []
    parts += [f"{counts['skipped']} skipped"] if counts.get("skipped") else []
    if counts.get("stories"):
        parts.append(f"{counts['stories']} {'story' if counts['stories'] == 1 else 'stories'}")
    parts += [f"{counts['pages']} pages"] if options.command == "check" and "pages" in counts else []
    parts += [f"{counts['points']} point{_s(counts['points'])} for an editor"] if "points" in counts else []
    if "links" in counts:
        parts.append(f"{counts['links']} link{_s(counts['links'])}, {counts['broken']} broken")
    if not options.quiet:
        print(" · ".join([*parts, f"{seconds:.1f} s"]), file=sys.stderr)
        if outcome.site and code == DONE:
            site = outcome.site
            place = site.relative_to(Path.cwd()) if site.is_relative_to(Path.cwd()) else site
            serve = f"python3 -m http.server --bind 127.0.0.1 -d {shlex.quote(str(place))}"
            print(f"The site is in {place}/ · to read it: {serve}", file=sys.stderr)
    if options.json and options.command != "review":
        report = {"exit": code, **counts, "problems": outcome.messages, "seconds": round(seconds, 3)}
        print(json.dumps(report, ensure_ascii=False))


def _s(count: int) -> str:
    return "" if count == 1 else "s"


class _Progress:
    """A bar on a terminal for what takes over a second; nothing where output is piped."""

    def __init__(self, stream: TextIO, *, is_shown: bool) -> None:
        self.is_shown = is_shown and stream.isatty()
        self.started = time.perf_counter()
        self.bar: Any = None
        self.task: Any = None

    def __enter__(self) -> "_Progress":
        return self

    def __exit__(self, *reason: object) -> None:
        if self.bar:
            self.bar.stop()

    def report(self, what: str, done: int, total: int) -> None:
        """Show that ``done`` of ``total`` are done."""
        if not self.is_shown or time.perf_counter() - self.started < SLOW:
            return
        if self.bar is None:
            from rich.console import Console
            from rich.progress import Progress

            self.bar = Progress(console=Console(stderr=True), transient=True)
            self.task = self.bar.add_task(what, total=total)
            self.bar.start()
        self.bar.update(self.task, completed=done)


if __name__ == "__main__":
    sys.exit(main())
