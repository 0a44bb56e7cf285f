"""Who gets which address: ids that were given once stay, and what is no longer made leads on or says so."""

import hashlib
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import PurePosixPath

from builder.model import (
    Article,
    CastMember,
    Collection,
    Lock,
    LockedArticle,
    LockedName,
    LockedStory,
    OldAddress,
    Problem,
    Withdrawn,
    find_shown_path,
)
from builder.slug import make_slug
from builder.words import fold

NAMING = 3  # briefings by which a name is told from another of the same form


def hash_text(article: Article) -> str:
    """By which a renamed file is known again."""
    return hashlib.sha256(article.text.encode()).hexdigest()


class Addresses:
    """The ids of one build, given in the order in which they are asked for; those of the lock come first."""

    def __init__(self, lock: Lock, paths: Iterable[str]) -> None:
        present = frozenset(paths)
        self._by_path = {one.path: one for one in lock.articles}
        # A file that is gone may have been renamed; one of two with the same text was not.
        gone: dict[str, list[LockedArticle]] = {}
        for one in lock.articles:
            if one.path not in present:
                gone.setdefault(one.sha256, []).append(one)
        self._renamed = {hash_: found[0] for hash_, found in gone.items() if len(found) == 1}
        self._reserved = {id_: one.path for one in lock.articles for id_ in (one.id, *one.old_ids)}
        self._given: dict[str, str] = {}

    def find_locked(self, article: Article) -> LockedArticle | None:
        """What was once given to this article, under its file's name or under another."""
        return self._by_path.get(article.source.path) or self._renamed.get(hash_text(article))

    def give(self, article: Article) -> str | Problem:
        """The article's id, or why it can have none."""
        path, declared = article.source.path, article.source.declared.id
        locked = self.find_locked(article)
        id_ = article.id if declared or not locked else locked.id
        own = {path, locked.path} if locked else {path}
        if not self._is_free(id_, own):
            if declared:
                other = self._given.get(id_) or self._reserved[id_]
                remedy = "give one of them another `id:` in its front matter, or another file name"
                return Problem(path, None, f"claims the id {id_!r}, which {other} has", remedy)
            id_ = self._find_other(article, own)
        self._given[id_] = path
        return id_

    def is_given(self, id_: str) -> bool:
        """Whether an article of this build has the id."""
        return id_ in self._given

    def _is_free(self, id_: str, own: set[str]) -> bool:
        return id_ not in self._given and self._reserved.get(id_) in (None, *own)

    def _find_other(self, article: Article, own: set[str]) -> str:
        """An id with the file's or folder's name behind it: two articles under one headline are often one report."""
        place = PurePosixPath(find_shown_path(article.source))
        name = place.parent.name if make_slug(place.stem) == article.id else place.stem
        number, id_ = 1, make_slug(f"{article.id} {name}")
        while not self._is_free(id_, own):
            number += 1
            id_ = make_slug(f"{article.id} {name} {number}")
        return id_


@dataclass(frozen=True, slots=True)
class Taken:
    """An article that was withdrawn and where it stood."""

    path: str
    """Its file, relative to the articles folder."""
    article: Article | None
    """``None`` where only its editor's file is left."""
    withdrawn: Withdrawn


def find_old_addresses(
    lock: Lock, collection: Collection, addresses: Addresses
) -> tuple[tuple[OldAddress, ...], tuple[Problem, ...]]:
    """Pages that were once published and are not made now, and what editors say of addresses that cannot be."""
    onward, problems = _find_replaced(collection)
    for briefing in collection.briefings:
        locked = addresses.find_locked(briefing.article)
        for id_ in (locked.id, *locked.old_ids) if locked else ():
            onward.setdefault(id_, briefing.article.id)
    current = {one.article.id for one in collection.briefings} | {one.id for one in collection.withdrawn}
    for one in lock.articles:
        if one.id in current:
            onward |= dict.fromkeys((id_ for id_ in one.old_ids if id_ not in onward), one.id)
    known = dict.fromkeys((*onward, *(id_ for one in lock.articles for id_ in (one.id, *one.old_ids))))
    found = [
        OldAddress(f"briefings/{id_}.md", f"briefings/{onward[id_]}.md" if id_ in onward else None)
        for id_ in known
        if id_ not in current
    ]
    found += [*_find_old_stories(lock, collection), *_find_old_names(lock, collection)]
    return tuple(sorted(found, key=lambda one: one.path)), tuple(problems)


def _find_replaced(collection: Collection) -> tuple[dict[str, str], list[Problem]]:
    """Ids that lead to another briefing because its editor says so."""
    current = {one.article.id for one in collection.briefings}
    onward: dict[str, str] = {}
    problems = []
    for briefing in collection.briefings:
        edits = briefing.article.source.edits
        for id_ in map(make_slug, edits.replaces):
            if id_ in current:
                reason = f"replaces: {id_!r} is a briefing of this edition and stays"
                problems.append(Problem(edits.file, None, reason, "take its article out first, or the line"))
            else:
                onward[id_] = briefing.article.id
    return onward, problems


def _find_old_stories(lock: Lock, collection: Collection) -> list[OldAddress]:
    """Stories that are no more; each leads to the one that holds most of its articles."""
    current = {one.id for one in collection.stories}
    found = []
    for story in lock.stories:
        if story.id in current:
            continue
        holding = [placement.story for placement in collection.placements if placement.briefing in dict(story.letters)]
        target = max(holding, key=holding.count, default=None)
        found.append(OldAddress(f"stories/{story.id}.md", f"stories/{target}.md" if target else None))
    return found


def _find_old_names(lock: Lock, collection: Collection) -> list[OldAddress]:
    """Pages of names that have none now; one that no article prints any more leaves no address behind."""
    paged = {one.slug for one in collection.cast if one.has_page}
    called: dict[tuple[str, str], list[CastMember]] = defaultdict(list)
    for member in collection.cast:
        for form in (member.name, *member.aliases):
            called[member.kind, fold(form)].append(member)
    found = []
    for name in lock.names:
        members = called[name.kind, fold(name.name)]
        # Of two of one name, the one whom the articles of an earlier edition name.
        told = [one for one in members if any(by.briefing in name.briefings for by in one.mentions)]
        bearer = next(iter((*told, *members)), None)
        if name.slug not in paged and bearer:
            own = f"entities/{bearer.slug}.md" if bearer.has_page else f"entities/index.md#n-{bearer.slug}"
            found.append(OldAddress(f"entities/{name.slug}.md", own))
    return found


def update_lock(lock: Lock, collection: Collection, taken: Iterable[Taken], addresses: Addresses, day: str) -> Lock:
    """The lock with what this build gave; nothing that was given is ever taken back.

    ``day`` is the day on which new articles are first seen (ISO).
    """
    articles = {one.path: one for one in lock.articles}
    for article in (
        *(briefing.article for briefing in collection.briefings),
        *(replace(one.article, id=one.withdrawn.id) for one in taken if one.article),
    ):
        locked = addresses.find_locked(article)
        old = dict.fromkeys((*locked.old_ids, locked.id)) if locked else {}
        if locked:
            articles.pop(locked.path, None)
        articles[article.source.path] = LockedArticle(
            path=article.source.path,
            id=article.id,
            first_seen=locked.first_seen if locked else day,
            sha256=hash_text(article),
            old_ids=tuple(id_ for id_ in old if id_ != article.id),
        )
    return Lock(tuple(articles.values()), _update_stories(lock, collection), _update_names(lock, collection))


def _update_stories(lock: Lock, collection: Collection) -> tuple[LockedStory, ...]:
    stories = {one.id: one for one in lock.stories}
    for story in collection.stories:
        given = dict(stories[story.id].letters) if story.id in stories else {}
        letters = {one.briefing: one.label for one in collection.placements if one.story == story.id}
        stories[story.id] = LockedStory(story.id, story.name, tuple((given | letters).items()))
    return tuple(stories.values())


def _update_names(lock: Lock, collection: Collection) -> tuple[LockedName, ...]:
    names = {one.slug: one for one in lock.names}
    for member in collection.cast:
        if member.has_page:
            locked = names.get(member.slug, LockedName(member.slug, member.name, member.kind))
            naming = [one.briefing for one in member.mentions]
            # Those that tell it now stay as long as they name it, so that the file seldom changes.
            kept = [*(one for one in locked.briefings if one in naming), *naming]
            names[member.slug] = replace(locked, briefings=tuple(dict.fromkeys(kept))[:NAMING])
    return tuple(names.values())
