"""The shapes of the editor's files: JSON Schemas, which editors of text complete from, and what does not fit them."""

import difflib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from importlib.resources import files
from reprlib import repr as shorten
from typing import Any, Literal

from builder.escape import make_safe_url

Kind = Literal["sidecar", "editor"]
Path = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Fault:
    """A part of a file that does not fit, and is left out."""

    path: Path
    """Keys and places that lead to it."""
    key: str
    """The same as a person writes it: ``hide.figures[1]``."""
    reason: str
    remedy: str


def take_fitting(kind: Kind, values: dict[str, Any]) -> tuple[dict[str, Any], list[Fault]]:
    """The values without the parts that do not fit the schema, and these parts, in their order in the file."""
    from jsonschema import Draft202012Validator, FormatChecker

    schema = _load_schema(kind)
    checker = FormatChecker(["date"])
    checker.checks("known-date", raises=ValueError)(_is_known_date)
    checker.checks("web-address")(lambda value: not isinstance(value, str) or make_safe_url(value) is not None)
    validator = Draft202012Validator(schema, format_checker=checker)
    faults: list[Fault] = []
    # What is left after a part is taken out may miss a part that it must have.
    while found := list(_find_faults(schema, validator.iter_errors(values))):
        faults += found
        for path in sorted({one.path for one in found}, key=len, reverse=True):
            values = _without(values, path)
    return values, faults


def _is_known_date(value: object) -> bool:
    """Whether a year, a month, a day or a minute is one of the calendar; raises ValueError if it is not."""
    if isinstance(value, str):
        day, _, time = value.replace(" ", "T").partition("T")
        datetime.fromisoformat(f"{day}{'-01-01'[3 * day.count('-') :]}" + (f"T{time}" if time else ""))
    return True


@cache
def _load_schema(kind: Kind) -> dict[str, Any]:
    text = (files("builder") / "data" / f"{kind}.schema.json").read_text(encoding="utf-8")
    schema: dict[str, Any] = json.loads(text)
    return schema


def _find_faults(schema: dict[str, Any], errors: Iterator[Any]) -> Iterator[Fault]:
    """The innermost parts that do not fit, each once."""
    seen: set[Path] = set()
    for error in errors:
        for fault in _explain(schema, _find_innermost(error)):
            if not any(fault.path[: len(path)] == path for path in seen):
                seen.add(fault.path)
                yield fault


def _find_innermost(error: Any) -> Any:
    """Of several shapes that a part may have, what is wrong with the one that it comes closest to."""
    while error.context and not all(one.validator == "required" for one in error.context):
        error = max(error.context, key=lambda one: (len(one.absolute_path), one.validator != "type"))
    return error


def _explain(schema: dict[str, Any], error: Any) -> Iterator[Fault]:
    path = tuple(error.absolute_path)
    if error.validator == "additionalProperties":
        known = list(error.schema["properties"])
        for key in error.instance:
            if key not in known:
                near = difflib.get_close_matches(str(key), known, n=1)
                remedy = f"write {near[0]!r}" if near else f"take it out; known are {', '.join(known)}"
                yield Fault((*path, key), _spell((*path, key)), "is no key", remedy)
        return
    if error.validator in ("required", "anyOf") and isinstance(error.instance, dict):
        shapes = error.validator_value if error.validator == "anyOf" else [{"required": error.validator_value}]
        wanted = [key for shape in shapes for key in shape["required"]]
        missing = " or ".join(repr(one) for one in wanted if one not in error.instance)
        yield Fault(path, _spell(path), f"says no {missing}", _show_example(schema, error))
        return
    reason = "is empty" if error.instance is None else f"is {shorten(error.instance)}"
    yield Fault(path, _spell(path) or "the file", reason, _show_example(schema, error))


def _show_example(schema: dict[str, Any], error: Any) -> str:
    """How the part is written; the innermost part that has an example gives it."""
    if "enum" in error.schema:
        return f"write one of {', '.join(error.schema['enum'])}"
    example = "one line of text"
    part: Any = schema
    for key in error.absolute_path:
        part = part.get("items", {}) if isinstance(key, int) else part.get("properties", {}).get(key, {})
        example = next(iter(part.get("examples", ())), example)
    return f"write it as {example}"


def _spell(path: Path) -> str:
    """``hide.figures[1]``, places counted from 1 as people do."""
    parts = (f"[{part + 1}]" if isinstance(part, int) else f".{part}" for part in path)
    return "".join(parts).removeprefix(".")


def _without(values: Any, path: Path) -> Any:
    """A copy without the part at a path."""
    if not path:
        return {}
    head, *rest = path
    if isinstance(values, dict):
        kept = {key: value for key, value in values.items() if key != head or rest}
        return kept | ({head: _without(values[head], tuple(rest))} if rest and head in values else {})
    if isinstance(values, list) and isinstance(head, int):
        part = [_without(values[head], tuple(rest))] if rest else []
        return [*values[:head], *part, *values[head + 1 :]]
    return values
