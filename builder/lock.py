"""The lock file ``briefing.lock.json``: ids, letters and days that were given once and last over editions."""

import json
from pathlib import Path
from typing import Any

from builder.errors import ConfigurationError
from builder.model import Lock, LockedArticle, LockedName, LockedStory

SCHEMA = 1
NAME = "briefing.lock.json"


def read_lock(file: Path) -> Lock:
    """What the file holds; an empty lock where there is no such file.

    Raises ConfigurationError if it cannot be read: without it addresses that were published would change.
    """
    if not file.exists():
        return Lock()
    try:
        return _parse(json.loads(file.read_text(encoding="utf-8")))
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        reason = f"cannot be read ({type(error).__name__}: {' '.join(str(error).split())})"
        remedy = "bring back the version that was committed last; without it, published addresses would change"
        raise ConfigurationError(f"{file}: {reason}; {remedy}") from None


def _parse(data: dict[str, Any]) -> Lock:
    if data["schema"] != SCHEMA:
        raise ValueError(f"its schema is {data['schema']!r}, not {SCHEMA}")
    return Lock(
        articles=tuple(
            LockedArticle(path, one["id"], one["first_seen"], one["text_sha256"], tuple(one.get("old_ids", ())))
            for path, one in data["articles"].items()
        ),
        stories=tuple(
            LockedStory(id_, one["name"], tuple((briefing, letter) for briefing, letter in one["letters"].items()))
            for id_, one in data["stories"].items()
        ),
        names=tuple(LockedName(slug, one["name"], one["kind"]) for slug, one in data["names"].items()),
    )


def dump_lock(lock: Lock) -> str:
    """The file's text; articles in the order of their paths, so that a change is a small difference."""
    data = {
        "schema": SCHEMA,
        "articles": {
            one.path: {
                "id": one.id,
                "first_seen": one.first_seen,
                "text_sha256": one.sha256,
                **({"old_ids": list(one.old_ids)} if one.old_ids else {}),
            }
            for one in sorted(lock.articles, key=lambda one: one.path)
        },
        "stories": {one.id: {"name": one.name, "letters": dict(one.letters)} for one in lock.stories},
        "names": {
            one.slug: {"name": one.name, "kind": one.kind} for one in sorted(lock.names, key=lambda one: one.slug)
        },
    }
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"
