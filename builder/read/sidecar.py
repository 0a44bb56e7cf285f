"""The editor's file beside an article: ``NAME.yml`` for ``NAME.txt``, and the same keys in its front matter."""

import unicodedata
from collections import Counter
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath
from typing import Any

from builder.config import MAX_FRONT_MATTER_CHARACTERS
from builder.errors import ArticleError
from builder.model import Correction, Edits, FindingKind, Hidden, Problem
from builder.plain_yaml import YamlError, load_mapping
from builder.schema import Fault, take_fitting
from builder.slug import make_slug

# What people call such files, whatever the case.
SUFFIXES = (".yml", ".yaml", ".YML", ".YAML", ".Yml", ".Yaml")
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
# What people write who mean one of these.
MEANT = {
    **dict.fromkeys(("withdrawn", "withdraw", "delete", "remove", "unpublish", "embargo"), "write `status: withdrawn`"),
    **dict.fromkeys(("draft", "private", "hidden"), "write `status: draft`, `status: withdrawn` or `hide: …`"),
    **dict.fromkeys(("source_text", "source-text", "source text"), "write `rights: full`, `cited` or `none`"),
    **dict.fromkeys(("suppress", "suppressed"), "list names under `suppress:` in editor.yml"),
}
LEFT_OUT = "the article is left out until that is done"


@dataclass(frozen=True, slots=True)
class Stray:
    """An editor's file that belongs to no article, or to two."""

    problem: Problem
    is_guarding: bool
    """Whether it says that something is to be taken down or kept back, which then is for nobody."""


def find_sidecars(folder: Path, path: str) -> list[Path]:
    """The editor's files of an article, of which there should be one at most."""
    place = folder / path
    # Some systems write an accented letter as two characters.
    names = {unicodedata.normalize(form, name) for form in ("NFC", "NFD") for name in (place.stem, place.name)}
    found: list[Path] = []
    for name in sorted({place.stem, place.name, *names}):
        for suffix in SUFFIXES:
            file = place.with_name(f"{name}{suffix}")
            # Where case counts for nothing one file answers to two names.
            if file.is_file() and not any(file.samefile(other) for other in found):
                found.append(file)
    return found


def find_stray_sidecars(folder: Path, paths: tuple[str, ...]) -> tuple[Stray, ...]:
    """Editor's files that belong to no article, or to two."""
    names = Counter(
        unicodedata.normalize("NFC", name)
        for path in paths
        for name in (path, str(PurePosixPath(path).with_suffix("")))
    )
    found = []
    for place in sorted({place for suffix in SUFFIXES for place in folder.rglob(f"*{suffix}")}):
        path = PurePosixPath(place.relative_to(folder).as_posix())
        count = names[unicodedata.normalize("NFC", str(path.with_suffix("")))]
        if any(part.startswith((".", "_")) for part in path.parts) or count == 1:
            continue
        reason, remedy = f"belongs to {count} articles", "give each of them a name of its own"
        if not place.is_file():
            reason, remedy = "is no file", "make a text file of it, or call the folder otherwise"
        elif not count:
            reason = "belongs to no article"
            remedy = f"put {path.stem}.txt, .md or .html beside it, call it as its article, or drop it"
        is_guarding = not count and (not place.is_file() or _is_guarding(place, str(path)))
        found.append(Stray(Problem(str(path), None, reason, remedy), is_guarding))
    return tuple(found)


def _is_guarding(place: Path, name: str) -> bool:
    """Whether an editor's file keeps something back, or cannot be read."""
    try:
        return not GUARDING.isdisjoint(_load(place, name, name))
    except ArticleError:
        return True


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
    sidecars = find_sidecars(folder, path)
    if len(sidecars) > 1:
        names = " and ".join(one.name for one in sidecars)
        raise ArticleError(path, f"has two editor's files, {names}", f"put both into one; {LEFT_OUT}")
    for sidecar in sidecars:
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
        values = load_mapping(sidecar.read_text(encoding="utf-8-sig"), most=MAX_FRONT_MATTER_CHARACTERS)
    except OSError as error:
        reason = f"its editor's file {name} cannot be read ({error.strerror})"
        raise ArticleError(path, reason, f"make it readable; {LEFT_OUT}") from None
    except UnicodeDecodeError:
        raise ArticleError(path, f"its editor's file {name} is not UTF-8", f"save it so; {LEFT_OUT}") from None
    except YamlError as error:
        line = f", line {error.line}" if error.line else ""
        reason = f"its editor's file {name} {error.reason}{line}"
        raise ArticleError(path, reason, f"{error.remedy}; {LEFT_OUT}") from None
    for key, other in SYNONYMS.items():
        if key in values and other in values:
            reason = f"its editor's file {name} names both {key!r} and {other!r}, which are one"
            raise ArticleError(path, reason, f"keep one of them; {LEFT_OUT}")
    return {SYNONYMS.get(key, key): value for key, value in values.items()}


def _report(name: str, path: str, faults: list[Fault], where: str) -> list[Problem]:
    """A line for each part that does not fit; raises ArticleError for one that may take the article down."""
    for fault in faults:
        if fault.key in MEANT:
            raise ArticleError(path, f"{fault.key} in {name} is no key", f"{MEANT[fault.key]}; {LEFT_OUT}")
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
        changes["note"] = values["note"].strip()
    for key, field in {"tags": "tags", "key-points": "pinned", "replaces": "replaces"}.items():
        if key in values:
            changes[field] = _many(values[key])
    if "replaces" in values:
        # A whole address names the briefing by its last part.
        changes["replaces"] = tuple(one.rstrip("/").rpartition("/")[2] for one in changes["replaces"])
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
    return " ".join(value.split()) or None if value else None


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
    id_ = dict(edits.values).get("id")
    if id_ and make_slug(str(id_)) != id_:
        reason = f"id {id_!r} is written {make_slug(str(id_))!r} in an address"
        problems.append(Problem(edits.file, None, reason, "write it so"))
    speakers = Counter(one.words for one in edits.speakers)
    problems += [
        Problem(edits.file, None, f"speakers names {words!r} {count} times", "keep the right one; none of them holds")
        for words, count in speakers.items()
        if count > 1
    ]
    return problems
