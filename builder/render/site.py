"""Rendering by MkDocs' own Python API, strict, with every warning as a problem."""

import logging
import os
import shutil
from pathlib import Path

from builder.config import Config
from builder.errors import BuilderError, ConfigurationError
from builder.model import Problem

EPOCH = "315532800"  # 1 January 1980, the least day that an archive can hold
LAST = 2**32 - 1  # seconds since 1970, the last moment that an archive can hold, in 2106
# What a rendered site always has; a folder without one of them is not one to be replaced.
SITE_FILES = ("404.html", "sitemap.xml")


def render(config: Config, newest: str | None) -> tuple[Problem, ...]:
    """Render the site and put it in its place; on any problem the last site stays.

    ``newest`` is the newest day that the input states (ISO), the date of the build where none is set, so that the
    same input gives the same bytes. Raises ConfigurationError, or BuilderError if MkDocs fails.
    """
    refuse_foreign(config.site)
    os.environ.setdefault("SOURCE_DATE_EPOCH", _to_epoch(newest))
    # The theme's notice about its successor is for its users, not for each build.
    os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")
    beside = config.site.with_name(f"{config.site.name}.new")
    shutil.rmtree(beside, ignore_errors=True)
    problems = _run_mkdocs(config, beside)
    if problems:
        shutil.rmtree(beside, ignore_errors=True)
        return problems
    _exchange(beside, config.site)
    return ()


def refuse_foreign(site: Path) -> None:
    """Raise ConfigurationError if the folder holds something else than a site."""
    if not site.exists():
        return
    if not site.is_dir() or (any(site.iterdir()) and not all((site / name).exists() for name in SITE_FILES)):
        raise ConfigurationError(f"{site}: holds something that is no rendered site; name another folder with --site")


def _to_epoch(newest: str | None) -> str:
    """Seconds since 1970 of a day at midnight UTC, within what an archive can hold: an article may state any day."""
    from datetime import UTC, datetime

    if not newest:
        return EPOCH
    day = datetime.fromisoformat(newest).replace(tzinfo=UTC)
    return str(min(max(int(day.timestamp()), int(EPOCH)), LAST))


class _Collector(logging.Handler):
    """MkDocs' warnings and errors as problems."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.problems: list[Problem] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep one message."""
        message = " ".join(record.getMessage().split())
        self.problems.append(Problem("docs", None, message, "mend the page or the setting that it names"))


def _run_mkdocs(config: Config, site: Path) -> tuple[Problem, ...]:
    """One strict build into ``site``; what MkDocs warns of is returned."""
    # Loading MkDocs takes longer than writing the pages; only a build needs it.
    from mkdocs.commands.build import build
    from mkdocs.config import load_config
    from mkdocs.exceptions import MkDocsException

    logger = logging.getLogger("mkdocs")
    collector = _Collector()
    logger.addHandler(collector)
    try:
        settings = load_config(str(config.file), docs_dir=str(config.docs), site_dir=str(site), strict=True)
        settings.plugins.on_startup(command="build", dirty=False)
        build(settings)
        settings.plugins.on_shutdown()
    except MkDocsException as error:
        if not collector.problems:
            raise BuilderError(f"{config.file}: MkDocs cannot render the site ({error}); mend what it names") from None
    except OSError as error:
        reason = f"{config.site}: cannot be written ({error.strerror})"
        raise BuilderError(f"{reason}; check the folder's rights and the disk's space") from None
    finally:
        logger.removeHandler(collector)
    return tuple(collector.problems)


def _exchange(new: Path, site: Path) -> None:
    """Put the new site in the old one's place, with the shortest moment of none."""
    old = site.with_name(f"{site.name}.old")
    shutil.rmtree(old, ignore_errors=True)
    try:
        if site.exists():
            site.rename(old)
        new.rename(site)
    except OSError as error:
        raise BuilderError(f"{site}: cannot be replaced ({error.strerror}); the new site is {new}") from None
    shutil.rmtree(old, ignore_errors=True)
