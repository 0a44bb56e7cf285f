"""Front matter: the YAML block between two ``---`` lines at the head of a file."""

import re
from datetime import date, datetime
from reprlib import repr as shorten
from typing import Any

import yaml

from builder.config import MAX_FRONT_MATTER_CHARACTERS
from builder.errors import ArticleError
from builder.escape import make_safe_url, strip_hidden
from builder.model import Declared

FENCES = re.compile(r"\A\s*---[ \t]*\n(?P<yaml>(?:.*\n)*?)(?:---|\.\.\.)[ \t]*(?:\n|\Z)")
# A block that does not begin with a "key: value" line is text between two rules, not front matter.
KEY = re.compile(r"(?:\s|#.*\n)*(?P<mark>[\"']?)[A-Za-z_][\w -]*(?P=mark):(?:\s|$)")
LANGUAGE = re.compile(r"([a-z]{2,3})(?:[-_].*)?")


class _Loader(yaml.SafeLoader):
    """Safe YAML without aliases, a few bytes of which can stand for terabytes, and with values as they are written."""

    def compose_node(self, parent: yaml.Node | None, index: int) -> yaml.Node | None:
        if self.check_event(yaml.AliasEvent):
            raise yaml.YAMLError("an alias (*name) is not allowed here")
        return super().compose_node(parent, index)


# Else 10:30 would be 630, 007 be 7 and No a truth value.
_Loader.yaml_implicit_resolvers = {}
_Loader.add_implicit_resolver("tag:yaml.org,2002:null", re.compile("(?:~|null|Null|NULL|)$"), ["~", "n", "N", ""])


def split_front_matter(text: str) -> tuple[str, str, int]:
    """Front matter without its fences, the text behind it, and the line at which that text begins (from 1)."""
    match = FENCES.match(text[: 2 * MAX_FRONT_MATTER_CHARACTERS])
    if not match or not (KEY.match(match["yaml"]) or not match["yaml"].strip()):
        return "", text, 1
    return match["yaml"], text[match.end() :], text.count("\n", 0, match.end()) + 1


def parse_front_matter(block: str, path: str, first_line: int = 2) -> Declared:
    """What the block declares; raises ArticleError naming the key if it cannot be read.

    ``first_line`` is the line of the file at which the block begins, counted from 1.
    """
    if not block.strip():
        return Declared()
    if len(block) > MAX_FRONT_MATTER_CHARACTERS:
        limit = f"is longer than {MAX_FRONT_MATTER_CHARACTERS:,} characters"
        raise ArticleError(path, f"its front matter {limit}", "keep only what describes the article")
    try:
        values = yaml.load(block, Loader=_Loader)
    except (yaml.YAMLError, RecursionError, ValueError) as error:
        reason = " ".join(str(getattr(error, "problem", None) or error).split())
        mark = getattr(error, "problem_mark", None)
        line = f", line {mark.line + first_line}" if mark else ""
        remedy = "put the value in quotes" if reason.startswith("mapping values") else "mend it or take it out"
        raise ArticleError(path, f"its front matter is no YAML ({reason}{line})", remedy) from None
    if not isinstance(values, dict):
        raise ArticleError(path, "its front matter is no list of `key: value` lines", "mend it or take it out")
    return _declare({str(key).lower(): value for key, value in values.items()}, path)


def _declare(values: dict[str, Any], path: str) -> Declared:
    url = _one(values, "url", path)
    if url and not make_safe_url(url):
        raise ArticleError(path, f"its url {shorten(url)} is no web address", "write it as https://…")
    language = _one(values, "language", path)
    code = LANGUAGE.fullmatch(language.lower()) if language else None
    if language and not code:
        raise ArticleError(path, f"its language {shorten(language)} is no code", "write it as en, de, fr, …")
    return Declared(
        id=_one(values, "id", path),
        title=_one(values, "title", path),
        date=_one(values, "date", path),
        updated=_one(values, "updated", path),
        authors=_many(values, "author", path) or _many(values, "authors", path),
        publisher=_one(values, "publisher", path),
        url=url,
        language=code[1] if code else None,
        tags=_many(values, "tags", path),
    )


def _one(values: dict[str, Any], key: str, path: str) -> str | None:
    """One line of text, without invisible characters; a number or a day that is tagged as one is turned into text."""
    value = values.get(key)
    if value is None or value == "":
        return None
    if isinstance(value, datetime | date):
        return value.isoformat()
    if isinstance(value, str | int | float) and not isinstance(value, bool):
        return " ".join(strip_hidden(str(value)).split()) or None
    raise ArticleError(path, f"its {key} in the front matter is {shorten(value)}", "write it as one line of text")


def _many(values: dict[str, Any], key: str, path: str) -> tuple[str, ...]:
    """A text or a list of texts."""
    value = values.get(key)
    if not isinstance(value, list):
        one = _one(values, key, path)
        return (one,) if one else ()
    parts = [_one({key: part}, key, path) for part in value]
    return tuple(part for part in parts if part)
