"""The record of a point, and how words of an article become a line of an editor's file."""

import sys
from dataclasses import dataclass
from pathlib import PurePosixPath

import yaml

from builder.escape import strip_controls
from builder.model import Article, Briefing, Span
from builder.words import INVISIBLE

SUFFIX = ".yml"
# Settles what only a person can judge; identical wherever it is proposed, for it is to be pasted once.
REVIEWED = "status: reviewed  # once you have looked at it"


@dataclass(frozen=True, slots=True)
class Wanted:
    """One point that wants an editor's eye."""

    path: str
    """The article, relative to the articles folder; the site file for what is of no one article."""
    message: str
    file: str
    """Where the lines belong, relative to the folder of the settings: ``articles/NAME.yml`` or ``editor.yml``."""
    lines: tuple[str, ...]
    """YAML; what stands behind ``#`` is for the reader. Empty where no line can settle it."""


def make_plain(text: str) -> str:
    """One line without characters that a terminal would obey or that nobody sees."""
    seen = _fold_space(text)
    return " ".join("".join(one if one.isprintable() else " " for one in seen).split())


def _fold_space(text: str) -> str:
    """Words with one space between; what is taken out is nothing by which the builder knows words again."""
    return " ".join(INVISIBLE.sub("", strip_controls(text)).split())


def quote(text: str) -> str:
    """The text as a value between double quotes, which stands anywhere in YAML."""
    dumped = yaml.safe_dump(_fold_space(text), default_style='"', allow_unicode=True, width=sys.maxsize).strip()
    return "".join(one if one.isprintable() else f"\\u{ord(one):04X}" for one in dumped)


def name_file(folder: str, path: str) -> str:
    """The editor's file of an article; ``folder`` is the name of the articles folder."""
    return f"{folder}/{PurePosixPath(path).with_suffix(SUFFIX)}"


def cut(article: Article, span: Span) -> str:
    """The slice of the article."""
    return article.text[span.start : span.end]


def find_place(article: Article, span: Span) -> str:
    """The paragraph that a slice stands in, as pages print it: ``¶ 3``."""
    block = next(one for one in article.blocks if one.span.start <= span.start < one.span.end)
    return f"¶ {block.number}" if block.number else "heading"


def is_set(briefing: Briefing, field: str) -> bool:
    """Whether the editor's file sets a field of ``Declared``, to nothing too."""
    return field in dict(briefing.article.source.edits.values)
