"""Config: folders, limits and settings of one build, from ``mkdocs.yml`` and the command line."""

import os
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import yaml

from builder.editor import load_editor
from builder.errors import ConfigurationError
from builder.lock import NAME as LOCK_NAME
from builder.model import Editor, Rights
from builder.previous import read_previous
from builder.withheld import mask
from builder.yields import Previous

MAX_ARTICLE_BYTES = 5_000_000  # a newspaper's longest pieces stay under a hundredth of it
MAX_LINE_CHARACTERS = 1_000_000  # a longer line is no prose
MAX_FRONT_MATTER_CHARACTERS = 16_384  # bounds what a crafted YAML block can cost
EPOCH_DAY = "1980-01-01"  # where nothing says what day it is
EDITOR_NAME = "editor.yml"
RIGHTS: tuple[Rights, ...] = ("full", "cited", "none")
SETTINGS = ("articles", "note", "source_text", "story_title")


@dataclass(frozen=True, slots=True)
class Config:
    """Where everything stands and what the user set; paths are absolute."""

    file: Path
    """``mkdocs.yml``."""
    articles: Path
    docs: Path
    site: Path
    site_url: str | None
    """Address that the site will have; ``None`` if it is not known."""
    story_title: str | None
    """Title of the combined page; ``None``: made from what the articles name."""
    note: str | None
    """A line of the owner's about the articles of the configured folder; ``None`` with another folder's."""
    has_guide: bool
    """Whether the docs folder holds a hand-written guide, which the method page then links to."""
    jobs: int
    """Processes at most."""
    editor: Editor = field(default_factory=Editor)
    """What the site file ``editor.yml`` says; with another folder's articles only whom it suppresses."""
    lock: Path | None = None
    """``briefing.lock.json``; ``None`` where none belongs to the articles."""
    day: str = EPOCH_DAY
    """Today (ISO), the day on which a new article is first seen."""
    previous: Previous | None = None
    """What an earlier edition found, to compare with; ``None`` where none is named."""
    source_text: Rights = "full"
    """How much of an article's text is published where its editor does not say."""


class _Loader(yaml.SafeLoader):
    """YAML as MkDocs reads it, so far as the builder looks."""


def _read_environment(loader: yaml.SafeLoader, node: yaml.Node) -> Any:
    """``!ENV NAME`` or ``!ENV [NAME, …, default]``, as MkDocs reads it."""
    if isinstance(node, yaml.ScalarNode):
        return os.environ.get(loader.construct_scalar(node))
    if isinstance(node, yaml.SequenceNode):
        *names, default = [loader.construct_object(part) for part in node.value]
        return next((os.environ[name] for name in names if name in os.environ), default)
    return None


_Loader.add_constructor("!ENV", _read_environment)
# Other tags name Python objects for MkDocs; the builder reads no setting that has one.
_Loader.add_multi_constructor("", lambda loader, suffix, node: None)


def read_settings(file: Path) -> dict[str, Any]:
    """The mapping in ``mkdocs.yml``; raises ConfigurationError if there is none."""
    try:
        settings = yaml.load(file.read_text(encoding="utf-8"), Loader=_Loader)
    except FileNotFoundError:
        raise ConfigurationError(
            f"{file}: no such file; run this where mkdocs.yml stands, or name it with --config"
        ) from None
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        reason = " ".join(str(error).split())
        raise ConfigurationError(f"{file}: cannot be read as YAML: {reason}; mend it") from None
    if not isinstance(settings, dict):
        raise ConfigurationError(f"{file}: holds no settings; it begins with `site_name: …`")
    return settings


def _own_settings(file: Path, settings: dict[str, Any]) -> dict[str, str]:
    """The texts under ``extra.briefing``; raises ConfigurationError for an unknown key or another kind of value."""
    own = (settings.get("extra") or {}).get("briefing") or {}
    for key, value in own.items():
        if key not in SETTINGS:
            raise ConfigurationError(f"{file}: extra.briefing.{key} is no setting; known are {', '.join(SETTINGS)}")
        if not isinstance(value, str):
            raise ConfigurationError(f"{file}: extra.briefing.{key} is {value!r}; write it as text in quotes")
    return dict(own)


def _read_rights(file: Path, own: dict[str, str]) -> Rights:
    """How much of the articles' text is published; raises ConfigurationError for another word."""
    value = own.get("source_text", "full")
    for known in RIGHTS:
        if value == known:
            return known
    raise ConfigurationError(f"{file}: extra.briefing.source_text is {value!r}; write {', '.join(RIGHTS)}")


@dataclass(frozen=True, slots=True)
class Overrides:
    """What the command line says; ``None`` where it says nothing. Relative folders stand in the current one."""

    articles: Path | None = None
    docs: Path | None = None
    site: Path | None = None
    jobs: int | None = None
    lock: Path | None = None
    editor: Path | None = None
    day: str = EPOCH_DAY
    previous: Path | None = None


def load_config(file: Path, given: Overrides | None = None) -> Config:
    """Settings of ``mkdocs.yml``, with the command line's in front; raises ConfigurationError.

    Relative folders in the file stand beside it. ``editor.yml`` and ``briefing.lock.json`` beside it belong to the
    articles that it names.
    """
    given = given or Overrides()
    settings = read_settings(file)
    own = _own_settings(file, settings)
    home = file.resolve().parent
    docs = (given.docs or home / str(settings.get("docs_dir") or "docs")).resolve()
    editor = _load_editor(home, given.editor, is_own=given.articles is None)
    config = Config(
        file=file.resolve(),
        articles=(given.articles or home / own.get("articles", "articles")).resolve(),
        docs=docs,
        site=(given.site or home / str(settings.get("site_dir") or "site")).resolve(),
        site_url=settings.get("site_url") or None,
        story_title=mask(own["story_title"], editor.suppressed) if "story_title" in own else None,
        note=mask(own["note"], editor.suppressed) if "note" in own and not given.articles else None,
        has_guide=(docs / "guide" / "index.md").is_file(),
        jobs=given.jobs or os.cpu_count() or 1,
        editor=editor,
        lock=given.lock.resolve() if given.lock else None if given.articles else home / LOCK_NAME,
        day=given.day,
        previous=read_previous(given.previous) if given.previous else None,
        source_text=_read_rights(file, own),
    )
    _refuse_nested(config)
    return config


def _load_editor(home: Path, named: Path | None, *, is_own: bool) -> Editor:
    """The site file; a name that the site suppresses is so in everybody's articles and beside another site file."""
    if named and not named.is_file():
        raise ConfigurationError(f"{named}: no such file; name the site file, or leave --editor out")
    own = load_editor(_find_editor(home))
    if not named:
        return own if is_own else Editor(own.file, suppressed=own.suppressed)
    editor = load_editor(named)
    return replace(editor, suppressed=tuple(dict.fromkeys((*editor.suppressed, *own.suppressed))))


def _find_editor(home: Path) -> Path:
    """Where the site file stands; raises ConfigurationError for one that is called nearly so."""
    file = home / EDITOR_NAME
    for other in sorted(home.iterdir()) if home.is_dir() else ():
        is_like = other.suffix.lower() in (".yml", ".yaml") and other.stem.lower() == file.stem
        if is_like and other.name != file.name:
            raise ConfigurationError(f"{other}: is not read; call it {file.name}")
    return file


def _refuse_nested(config: Config) -> None:
    """Raise ConfigurationError where one folder would be written into, or read as, another."""
    folders = {"articles": config.articles, "docs": config.docs, "site": config.site}
    for name, folder in folders.items():
        for other, place in folders.items():
            if name != other and folder.is_relative_to(place):
                raise ConfigurationError(
                    f"{folder}: the {name} folder lies in the {other} folder {place}; give each a folder of its own"
                )
