"""The lock file ``briefing.lock.json``: ids, letters and days that were given once and last over editions."""

import json
import re
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

from builder.errors import ConfigurationError
from builder.model import Lock, LockedArticle, LockedName, LockedStory
from builder.withheld import find_number, make_nameless_id, mask, mask_id

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
        told = {KeyError: f"lacks {error}", json.JSONDecodeError: f"is no JSON: {error}"}.get(type(error), str(error))
        reason = f"cannot be read ({' '.join(told.split())})"
        remedy = "bring back the version that was committed last; without it, published addresses would change"
        raise ConfigurationError(f"{file}: {reason}; {remedy}") from None


def _parse(data: dict[str, Any]) -> Lock:
    if data["schema"] != SCHEMA:
        raise ValueError(f"its schema is {data['schema']!r}, not {SCHEMA}")
    for one in data["articles"].values():
        date.fromisoformat(one["first_seen"])
    known = (*data["articles"], *(old for one in data["articles"].values() for old in one.get("old_ids", ())))
    for id_ in (*known, *data["stories"], *data["names"]):
        # Longer ones have a number behind them; none leads out of its folder.
        if not re.fullmatch(r"[a-z0-9-]+", id_):
            raise ValueError(f"{id_!r} is no part of an address")
    return Lock(
        articles=tuple(
            LockedArticle(one["path"], id_, one["first_seen"], one["text_sha256"], tuple(one.get("old_ids", ())))
            for id_, one in data["articles"].items()
        ),
        stories=tuple(
            LockedStory(id_, one["name"], tuple((briefing, letter) for briefing, letter in one["letters"].items()))
            for id_, one in data["stories"].items()
        ),
        names=tuple(
            LockedName(slug, one["name"], one["kind"], tuple(one.get("briefings", ())), one.get("had_page", True))
            for slug, one in data["names"].items()
        ),
    )


def give_up_names(lock: Lock, suppressed: tuple[str, ...], withheld: dict[str, tuple[int, ...]]) -> Lock:
    """The lock without addresses that hold a suppressed name: they are given up, and others take their places.

    ``withheld`` has, for a file, the numbers of the names of which the last word alone is withheld in it.
    """
    if not suppressed:
        return lock
    taken = {one.id for one in lock.articles}
    renamed: dict[str, str] = {}
    articles = []
    for one in lock.articles:
        hide = partial(mask_id, path=one.path, suppressed=suppressed, families=frozenset(withheld.get(one.path, ())))
        id_ = hide(one.id)
        if id_ != one.id:
            id_ = id_ if id_ not in taken else make_nameless_id(one.path)
            taken.add(id_)
            renamed[one.id] = id_
        articles.append(replace(one, id=id_, old_ids=tuple(old for old in one.old_ids if hide(old) == old)))
    return Lock(
        tuple(articles),
        tuple(_give_up_story(story, suppressed, renamed) for story in lock.stories),
        tuple(
            replace(one, briefings=tuple(renamed.get(id_, mask_id(id_, id_, suppressed)) for id_ in one.briefings))
            for one in lock.names
            if not (find_number(one.slug, suppressed) or find_number(one.name, suppressed))
        ),
    )


def _give_up_story(story: LockedStory, suppressed: tuple[str, ...], renamed: dict[str, str]) -> LockedStory:
    """A story's letters stay with its articles, under their new ids."""
    letters = ((renamed.get(id_, mask_id(id_, id_, suppressed)), letter) for id_, letter in story.letters)
    return LockedStory(
        renamed.get(story.id, mask_id(story.id, story.id, suppressed)),
        mask(story.name, suppressed) if story.name else story.name,
        tuple(letters),
    )


def dump_lock(lock: Lock) -> str:
    """The file's text; articles in the order of their paths, so that a change is a small difference."""
    data = {
        "schema": SCHEMA,
        "articles": {
            one.id: {
                "path": one.path,
                "first_seen": one.first_seen,
                "text_sha256": one.sha256,
                **({"old_ids": list(one.old_ids)} if one.old_ids else {}),
            }
            for one in sorted(lock.articles, key=lambda one: (one.path, one.id))
        },
        "stories": {one.id: {"name": one.name, "letters": dict(one.letters)} for one in lock.stories},
        "names": {
            one.slug: {
                "name": one.name,
                "kind": one.kind,
                **({"briefings": list(one.briefings)} if one.briefings else {}),
                **({} if one.had_page else {"had_page": False}),
            }
            for one in sorted(lock.names, key=lambda one: one.slug)
        },
    }
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"
