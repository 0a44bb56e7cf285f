"""Front matter: the YAML block between two ``---`` lines at the head of a file."""

import re
from datetime import date, datetime
from reprlib import repr as shorten
from typing import Any

from builder.config import MAX_FRONT_MATTER_CHARACTERS
from builder.errors import ArticleError
from builder.escape import make_safe_url, strip_hidden
from builder.model import Declared
from builder.plain_yaml import YamlError, load_mapping

FENCES = re.compile(r"\A\s*---[ \t]*\n(?P<yaml>(?:.*\n)*?)(?:---|\.\.\.)[ \t]*(?:\n|\Z)")
# A block that does not begin with a "key: value" line is text between two rules, not front matter.
KEY = re.compile(r"(?:\s|#.*\n)*(?P<mark>[\"']?)[A-Za-z_][\w -]*(?P=mark):(?:\s|$)")
LANGUAGE = re.compile(r"([a-z]{2,3})(?:[-_].*)?")


def split_front_matter(text: str) -> tuple[str, str, int]:
    """Front matter without its fences, the text behind it, and the line at which that text begins (from 1)."""
    match = FENCES.match(text[: 2 * MAX_FRONT_MATTER_CHARACTERS])
    if not match or not (KEY.match(match["yaml"]) or not match["yaml"].strip()):
        return "", text, 1
    return match["yaml"], text[match.end() :], text.count("\n", 0, match.end()) + 1


def load_block(block: str, path: str, first_line: int) -> dict[str, Any]:
    """The block's keys, in lower case, and values; raises ArticleError if it cannot be read.

    ``first_line`` is the line of the file at which the block begins, counted from 1.
    """
    if not block.strip():
        return {}
    try:
        return load_mapping(block, most=MAX_FRONT_MATTER_CHARACTERS)
    except YamlError as error:
        line = f", line {error.line + first_line - 1}" if error.line else ""
        reason = f"{error.reason[:-1]}{line})" if error.reason.endswith(")") else f"{error.reason}{line}"
        raise ArticleError(path, f"its front matter {reason}", error.remedy) from None


def parse_front_matter(values: dict[str, Any], path: str) -> Declared:
    """What keys and values declare; raises ArticleError naming the key that cannot be read."""
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
