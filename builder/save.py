"""Saving pages: only what changed is written, only what the builder wrote is ever replaced or removed."""

import hashlib
import json
from pathlib import Path

from builder.errors import BuilderError
from builder.lock import dump_lock
from builder.model import Lock, Page, Problem

Manifest = dict[str, dict[str, str]]
FOLDER = ".briefing"
SCHEMA = 1
# A page of the user's own of this name wins.
USERS_MAY_REPLACE = frozenset({"method.md"})


def save_pages(docs: Path, pages: tuple[Page, ...], private: tuple[Page, ...] = ()) -> tuple[Problem, ...]:
    """Write the pages below ``docs`` and remove those that are no longer made; all of them, or none with problems.

    The manifest beside the folder tells what the builder wrote; ``private`` pages stand beside it too and are not
    published. Raises BuilderError if a file cannot be written.
    """
    manifest = docs.parent / FOLDER / "manifest.json"
    folders, kept = _read_manifest(manifest, "folders"), _read_manifest(manifest, "private")
    owned = folders.get(docs.name, {})
    written: dict[str, str] = {}
    try:
        problems = _find_obstacles(docs, pages, owned)
        if problems:
            return problems
        for page in pages:
            content = page.text.encode()
            if not (page.path in USERS_MAY_REPLACE and _is_users(docs / page.path, owned.get(page.path))):
                _replace(docs / page.path, content)
                written[page.path] = _hash(content)
        for path in owned.keys() - {page.path for page in pages}:
            _remove(docs, path, owned[path])
        kept = _save_private(docs, private, kept)
        _replace(manifest, _dump({**folders, docs.name: dict(sorted(written.items()))}, kept))
    except OSError as error:
        reason = f"{error.filename or docs}: cannot be written ({error.strerror})"
        raise BuilderError(f"{reason}; check the folder's rights and the disk's space") from None
    return ()


def _save_private(docs: Path, pages: tuple[Page, ...], kept: Manifest) -> Manifest:
    """Write what is not published, remove what of it is no longer made, and tell what is there by docs folder."""
    folder = docs.parent / FOLDER
    before = kept.pop(docs.name, {})
    now = {page.path: _hash(page.text.encode()) for page in pages}
    # Two docs folders may stand side by side.
    others = {path for paths in kept.values() for path in paths}
    for path in before.keys() - now.keys() - others:
        _remove(folder, path, before[path])
    if pages:
        # A site of its own may have no list of what git leaves out, and these are not to be handed on.
        _replace(folder / ".gitignore", b"*\n")
    for page in pages:
        _replace(folder / page.path, page.text.encode())
    return {**kept, docs.name: now} if now else kept


def save_lock(file: Path, lock: Lock) -> None:
    """Write the lock file, if it changed; raises BuilderError if it cannot be written."""
    try:
        _replace(file, dump_lock(lock).encode())
    except OSError as error:
        reason = f"{file}: cannot be written ({error.strerror})"
        raise BuilderError(f"{reason}; make it writable: without it, addresses do not last") from None


def save_seconds(docs: Path, seconds: tuple[tuple[str, float], ...]) -> None:
    """Write how long each article took beside the manifest, or nothing where it was not timed.

    Raises BuilderError if it cannot be written.
    """
    file = docs.parent / FOLDER / "timings.json"
    data = {"schema": SCHEMA, "articles": {id_: {"seconds": round(one, 4)} for id_, one in seconds}}
    try:
        if seconds:
            _replace(file, (json.dumps(data, indent=1) + "\n").encode())
        else:
            file.unlink(missing_ok=True)
    except OSError as error:
        reason = f"{file}: cannot be written ({error.strerror})"
        raise BuilderError(f"{reason}; check the folder's rights and the disk's space") from None


def _is_users(file: Path, known: str | None) -> bool:
    """Whether a file is not what the builder wrote last."""
    return file.exists() and _hash(file.read_bytes()) != known


def _read_manifest(file: Path, key: str) -> Manifest:
    """Hashes of what was written, by folder and path; nothing if there is no readable manifest."""
    try:
        folders = json.loads(file.read_text(encoding="utf-8"))[key]
    except (OSError, ValueError, KeyError, TypeError):
        return {}
    return folders if isinstance(folders, dict) else {}


def _dump(folders: Manifest, private: Manifest) -> bytes:
    """The manifest; private pages have a place in it only where there are any."""
    kept = {"private": private} if private else {}
    return (json.dumps({"schema": SCHEMA, "folders": folders, **kept}, indent=1) + "\n").encode()


def _hash(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def _find_obstacles(docs: Path, pages: tuple[Page, ...], owned: dict[str, str]) -> tuple[Problem, ...]:
    """What stands in the way: files that somebody else wrote, and pages changed by hand."""
    foreign: list[str] = []
    changed: list[str] = []
    for page in pages:
        file = docs / page.path
        if not file.exists() or page.path in USERS_MAY_REPLACE:
            continue
        standing = file.read_bytes()
        if standing != page.text.encode() and _hash(standing) != owned.get(page.path):
            (changed if page.path in owned else foreign).append(page.path)
    problems = [
        Problem(f"{docs.name}/{path}", None, "was changed by hand since it was built", "move it away, or delete it")
        for path in changed
    ]
    if foreign:
        more = f" and {len(foreign) - 1} more" if len(foreign) > 1 else ""
        reason = f"stand{'s' if not more else ''} where a page is to be written, and the builder did not write it"
        remedy = f"move what is yours away; what an earlier build left there, if {FOLDER}/ was deleted, delete too"
        problems.append(Problem(f"{docs.name}/{foreign[0]}{more}", None, reason, remedy))
    return tuple(problems)


def _replace(file: Path, content: bytes) -> None:
    """Write beside the place and move in, so that no half file is ever seen; an equal file keeps its time."""
    file.parent.mkdir(parents=True, exist_ok=True)
    if file.exists() and file.read_bytes() == content:
        return
    beside = file.with_name(f".{file.name}.new")
    beside.write_bytes(content)
    beside.replace(file)


def _remove(docs: Path, path: str, known: str) -> None:
    """Remove a page that is no longer made, if it still is what was written, and its folder if that is empty."""
    file = (docs / path).resolve()
    if not file.is_relative_to(docs.resolve()) or not file.is_file() or _hash(file.read_bytes()) != known:
        return
    file.unlink()
    if file.parent != docs and not any(file.parent.iterdir()):
        file.parent.rmdir()
