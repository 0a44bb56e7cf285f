"""The editor's file beside an article: ``NAME.yml`` for ``NAME.txt``, and the same keys in its front matter."""

from collections import Counter
from dataclasses import replace
from pathlib import Path, PurePosixPath
from typing import Any

from builder.config import MAX_FRONT_MATTER_CHARACTERS
from builder.errors import ArticleError
from builder.escape import CONTROL, strip_hidden
from builder.model import Correction, Edits, FindingKind, Hidden, Problem
from builder.plain_yaml import YamlError, load_mapping
from builder.schema import Fault, take_fitting

SUFFIX = ".yml"
OTHER_SUFFIX = ".yaml"  # what people also call such files
# Other names of keys, as front matter has them.
SYNONYMS = {"date": "published", "author": "authors", "url": "address"}
# Keys that say of the article what its front matter and its page say too, and the field that they fill.
DECLARED = {
    "id": "id",
    "published": "date",
    "updated": "updated",
    "authors": "authors",
    "publisher": "publisher",
    "address": "url",
    "language": "language",
    "title": "title",
}
# Keys that only a person sets, in a sidecar or in front matter.
OWN = ("as-of", "story", "key-points", "hide", "speakers", "rights", "status", "reason", "day", "note", "replaces")
# What takes text down or keeps it back: an article is left out rather than shown without it.
GUARDING = frozenset(("status", "rights", "hide"))
LEFT_OUT = "the article is left out until that is done"


def find_sidecar(folder: Path, path: str) -> Path | None:
    """The editor's file of an article; ``None`` if it has none."""
    place = (folder / path).with_suffix(SUFFIX)
    return place if place.is_file() else None


def find_stray_sidecars(folder: Path, paths: tuple[str, ...]) -> tuple[Problem, ...]:
    """Editor's files that belong to no article, or to two, or that are not read for their suffix."""
    stems = Counter(str(PurePosixPath(path).with_suffix("")) for path in paths)
    problems = []
    for place in sorted((*folder.rglob(f"*{SUFFIX}"), *folder.rglob(f"*{OTHER_SUFFIX}"))):
        path = PurePosixPath(place.relative_to(folder).as_posix())
        if any(part.startswith((".", "_")) for part in path.parts):
            continue
        stem = str(path.with_suffix(""))
        if path.suffix == OTHER_SUFFIX:
            problems.append(Problem(str(path), None, "is not read", f"call it {path.stem}{SUFFIX}"))
        elif not stems[stem]:
            problems.append(
                Problem(
                    str(path),
                    None,
                    "belongs to no article",
                    f"put {path.stem}.txt, .md or .html beside it, call it as its article, or drop it",
                )
            )
        elif stems[stem] > 1:
            problems.append(
                Problem(str(path), None, f"belongs to {stems[stem]} articles", "give each of them a name of its own")
            )
    return tuple(problems)


def read_edits(folder: Path, path: str, front: dict[str, Any]) -> tuple[Edits, tuple[Problem, ...]]:
    """What an editor set for an article, the sidecar before ``front`` (its front matter), and what does not fit.

    Raises ArticleError where what cannot be read may be what takes the article down.
    """
    in_front = {key: value for key, value in front.items() if key in OWN and value not in (None, "")}
    edits = Edits()
    problems: list[Problem] = []
    if in_front:
        fitting, faults = take_fitting("sidecar", in_front)
        problems += _report(path, path, faults, ", in the front matter,")
        edits = _make_edits(fitting, path, edits)
    sidecar = find_sidecar(folder, path)
    if sidecar:
        name = sidecar.relative_to(folder).as_posix()
        values = _load(sidecar, name, path)
        fitting, faults = take_fitting("sidecar", values)
        problems += _report(name, path, faults, "")
        edits = _make_edits(fitting, name, edits)
    problems += _find_contradictions(edits)
    return edits, tuple(problems)


def _load(sidecar: Path, name: str, path: str) -> dict[str, Any]:
    """Keys and values, keys of front matter under their own names; raises ArticleError."""
    try:
        values = load_mapping(sidecar.read_text(encoding="utf-8-sig"), most=MAX_FRONT_MATTER_CHARACTERS, is_strict=True)
    except OSError as error:
        reason = f"its editor's file {name} cannot be read ({error.strerror})"
        raise ArticleError(path, reason, f"make it readable; {LEFT_OUT}") from None
    except UnicodeDecodeError:
        raise ArticleError(path, f"its editor's file {name} is not UTF-8", f"save it so; {LEFT_OUT}") from None
    except YamlError as error:
        line = f", line {error.line}" if error.line else ""
        reason = f"its editor's file {name} {error.reason}{line}"
        raise ArticleError(path, reason, f"{error.remedy}; {LEFT_OUT}") from None
    return {SYNONYMS.get(key, key): value for key, value in values.items()}


def _report(name: str, path: str, faults: list[Fault], where: str) -> list[Problem]:
    """A line for each part that does not fit; raises ArticleError for one that may take the article down."""
    for fault in faults:
        near = fault.remedy.removeprefix("write ").strip("'")
        if fault.path and (fault.path[0] in GUARDING or near in GUARDING):
            reason = f"{fault.key} in {name} {fault.reason}"
            raise ArticleError(path, reason, f"{fault.remedy}; {LEFT_OUT}")
    return [Problem(name, None, f"{fault.key}{where} {fault.reason} and is left out", fault.remedy) for fault in faults]


def _make_edits(values: dict[str, Any], name: str, given: Edits) -> Edits:
    """The edits, with those of the file in front of the given."""
    set_ = {
        DECLARED[key]: _many(value) if key == "authors" else _line(value)
        for key, value in values.items()
        if key in DECLARED
    }
    plain = {"as-of": "as_of", "story": "story", "rights": "rights", "status": "status", "reason": "reason"}
    plain |= {"day": "day"}
    changes: dict[str, Any] = {plain[key]: _line(value) for key, value in values.items() if key in plain}
    if "note" in values:
        changes["note"] = CONTROL.sub("", strip_hidden(values["note"])).strip()
    for key, field in {"tags": "tags", "key-points": "pinned", "replaces": "replaces"}.items():
        if key in values:
            changes[field] = _many(values[key])
    if "hide" in values:
        changes["hidden"] = tuple(
            Hidden(_name_kind(kind), words) for kind, listed in values["hide"].items() for words in _many(listed)
        )
    if "speakers" in values:
        changes["speakers"] = tuple(Correction(one["words"], _line(one["speaker"])) for one in values["speakers"])
    return replace(given, file=name, values=tuple(set_.items()), **changes)


def _name_kind(key: str) -> FindingKind:
    """The kind of finding that a key of ``hide`` names."""
    kind: FindingKind = "key points" if key == "key-points" else key  # type: ignore[assignment]
    return kind


def _line(value: str | None) -> str | None:
    return " ".join(strip_hidden(value).split()) or None if value else None


def _many(value: str | list[str] | None) -> tuple[str, ...]:
    """A text or a list of texts."""
    listed = value if isinstance(value, list) else [value]
    return tuple(line for one in listed if (line := _line(one)))


def _find_contradictions(edits: Edits) -> list[Problem]:
    """What an editor says that does not go together."""
    problems = []
    hidden = {one.words for one in edits.hidden if one.kind == "key points"}
    for words in edits.pinned:
        if words in hidden:
            reason = f"key-points and hide.key-points both name {words!r}"
            problems.append(Problem(edits.file, None, reason, "take one of them out; it is hidden"))
    if edits.status == "withdrawn":
        missing = [key for key, value in (("reason", edits.reason), ("day", edits.day)) if not value]
        if missing:
            reason = f"status is withdrawn without {' and '.join(missing)}"
            problems.append(Problem(edits.file, None, reason, "say when and why, for the page that stays"))
    elif (edits.reason or edits.day) and not edits.status:
        problems.append(Problem(edits.file, None, "reason or day stand without a status", "add a line `status: …`"))
    speakers = Counter(one.words for one in edits.speakers)
    problems += [
        Problem(edits.file, None, f"speakers names {words!r} {count} times", "keep the right one; the first holds")
        for words, count in speakers.items()
        if count > 1
    ]
    return problems
