"""Who gets which address: ids that were given once stay, and what is no longer made leads on or says so."""

import hashlib
from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import PurePosixPath

from builder.model import (
    Article,
    Collection,
    Lock,
    LockedArticle,
    LockedName,
    LockedStory,
    Problem,
    Withdrawn,
    find_shown_path,
)
from builder.slug import make_slug

NAMING = 3  # briefings by which a name is told from another of the same form


def hash_text(article: Article) -> str:
    """By which a renamed file is known again."""
    return hashlib.sha256(article.text.encode()).hexdigest()


class Addresses:
    """The ids of one build, given in the order in which they are asked for; those of the lock come first."""

    def __init__(self, lock: Lock, articles: Iterable[Article], paths: Iterable[str]) -> None:
        self._locked = _match(lock, list(articles), frozenset(paths))
        matched = {one.id: path for path, one in self._locked.items()}
        # An id belongs to its own article before it belongs to one that it leads on to.
        owned = [(id_, one) for one in lock.articles for id_ in one.old_ids]
        owned += [(one.id, one) for one in lock.articles]
        # File of the article that has an id; empty for one that this build does not hold.
        self._reserved = {id_: matched.get(one.id, "") for id_, one in owned}
        self._holders = {id_: matched.get(one.id) or one.path for id_, one in owned}
        self._given: dict[str, str] = {}

    def find_locked(self, path: str) -> LockedArticle | None:
        """What was once given to the article of a file, under its name or under another."""
        return self._locked.get(path)

    def give(self, article: Article) -> tuple[str | None, Problem | None]:
        """The article's id, and what is wrong with the one that it claims; without an id it can have no briefing."""
        path, declared = article.source.path, article.source.declared.id
        locked = self._locked.get(path)
        id_ = article.id if declared or not locked else locked.id
        problem = None
        if not self._is_free(id_, path):
            if declared:
                other = self._given.get(id_) or self._holders[id_] or "an article of an earlier edition"
                remedy = "give one of them another `id:`, or another file name"
                problem = Problem(path, None, f"claims the id {id_!r}, which {other} has", remedy)
                if id_ in self._given and not locked:
                    return None, problem
            id_ = locked.id if locked and self._is_free(locked.id, path) else self._find_other(article, path)
        self._given[id_] = path
        return id_, problem

    def is_given(self, id_: str) -> bool:
        """Whether an article of this build has the id."""
        return id_ in self._given

    def _is_free(self, id_: str, path: str) -> bool:
        return id_ not in self._given and self._reserved.get(id_, path) == path

    def _find_other(self, article: Article, path: str) -> str:
        """An id with the file's or folder's name behind it: two articles under one headline are often one report."""
        place = PurePosixPath(find_shown_path(article.source))
        name = place.parent.name if make_slug(place.stem) == article.id else place.stem
        number, id_ = 1, make_slug(f"{article.id} {name}")
        while not self._is_free(id_, path):
            number += 1
            id_ = make_slug(f"{article.id} {name} {number}")
        return id_


def _match(lock: Lock, articles: list[Article], paths: frozenset[str]) -> dict[str, LockedArticle]:
    """What the lock holds of each file: by name and text, then by text alone (renamed), then by name (rewritten).

    ``paths`` are all files; one without an article is left out of this edition and keeps what it has.
    """
    hashes = {article.source.path: hash_text(article) for article in articles}
    found: dict[str, LockedArticle] = {}
    left_out = paths - hashes.keys()
    known = sorted(lock.articles, key=lambda one: (one.path, one.id))
    left = {one.id: one for one in known if one.path not in left_out}

    def take(keys: dict[str, Hashable], find_key: Callable[[LockedArticle], Hashable]) -> None:
        waiting: dict[Hashable, list[LockedArticle]] = defaultdict(list)
        for one in left.values():
            waiting[find_key(one)].append(one)
        # Of several with one text the first file is the first article.
        for path in sorted(keys):
            if path not in found and waiting[keys[path]]:
                found[path] = waiting[keys[path]].pop(0)
                del left[found[path].id]

    take({path: (path, hash_) for path, hash_ in hashes.items()}, lambda one: (one.path, one.sha256))
    take(dict(hashes), lambda one: one.sha256)
    take({path: path for path in hashes}, lambda one: one.path)
    return found


def follow_articles(lock: Lock, ids: Mapping[str, str], addresses: Addresses) -> Lock:
    """The lock with its articles' files and ids as they are now: stories and names know them by these.

    ``ids`` are those of this build, by file.
    """
    now: dict[str, str] = {}
    for path, id_ in ids.items():
        locked = addresses.find_locked(path)
        if locked:
            now |= dict.fromkeys((locked.id, *locked.old_ids), id_)
    current = frozenset(ids.values())

    def follow(id_: str) -> str:
        return id_ if id_ in current else now.get(id_, id_)

    stories = []
    for story in lock.stories:
        letters: dict[str, str] = {}
        for id_, letter in story.letters:
            letters.setdefault(follow(id_), letter)
        stories.append(replace(story, letters=tuple(letters.items())))
    names = [replace(one, briefings=tuple(dict.fromkeys(map(follow, one.briefings)))) for one in lock.names]
    return Lock(lock.articles, tuple(stories), tuple(names))


@dataclass(frozen=True, slots=True)
class Taken:
    """An article that was withdrawn and where it stood."""

    path: str
    """Its file, relative to the articles folder."""
    article: Article | None
    """``None`` where only its editor's file is left."""
    withdrawn: Withdrawn


def update_lock(lock: Lock, collection: Collection, taken: Iterable[Taken], addresses: Addresses, day: str) -> Lock:
    """The lock with what this build gave; nothing that was given is ever taken back.

    ``day`` is the day on which new articles are first seen (ISO).
    """
    # Addresses that an editor leads on stay so when the line that did it is gone.
    onward = {one.path: one.target for one in collection.old_addresses if one.target}
    replaced = {_name(path): _name(target) for path, target in onward.items() if path.startswith("briefings/")}
    held = [(one.article, one.article.id) for one in collection.briefings]
    held += [(one.article, one.withdrawn.id) for one in taken if one.article]
    articles = []
    for article, id_ in held:
        locked = addresses.find_locked(article.source.path)
        old = dict.fromkeys((*locked.old_ids, locked.id)) if locked else {}
        old |= dict.fromkeys(other for other, target in replaced.items() if target == id_)
        articles.append(
            LockedArticle(
                path=article.source.path,
                id=id_,
                first_seen=locked.first_seen if locked else day,
                sha256=hash_text(article),
                old_ids=tuple(one for one in old if one != id_),
            )
        )
    paths = {one.path for one in articles}
    known = {locked.id for one in articles if (locked := addresses.find_locked(one.path))}
    # A file's name that another article has now tells nothing of the one that had it.
    gone = [replace(one, path="" if one.path in paths else one.path) for one in lock.articles if one.id not in known]
    return Lock((*articles, *gone), _update_stories(lock, collection), _update_names(lock, collection))


def _name(path: str) -> str:
    """The id of a page's path."""
    return PurePosixPath(path).stem


def _update_stories(lock: Lock, collection: Collection) -> tuple[LockedStory, ...]:
    """The stories in the order in which they were first built, those of one edition by their first file."""
    stories = {one.id: one for one in lock.stories}
    paths = {one.article.id: one.article.source.path for one in collection.briefings}
    for story in sorted(collection.stories, key=lambda one: min(paths[briefing] for briefing in one.briefings)):
        given = dict(stories[story.id].letters) if story.id in stories else {}
        letters = {one.briefing: one.label for one in collection.placements if one.story == story.id}
        stories[story.id] = LockedStory(story.id, story.name, tuple((given | letters).items()))
    return tuple(stories.values())


def _update_names(lock: Lock, collection: Collection) -> tuple[LockedName, ...]:
    names = {one.slug: one for one in lock.names}
    bearers = Counter(make_slug(member.name) for member in collection.cast)
    for member in collection.cast:
        # Two of one name keep their rows apart, too.
        if member.has_page or bearers[make_slug(member.name)] > 1:
            locked = names.get(member.slug, LockedName(member.slug, member.name, member.kind, had_page=False))
            naming = [one.briefing for one in member.mentions]
            # Those that tell it now stay as long as they name it, so that the file seldom changes.
            kept = tuple(dict.fromkeys((*(one for one in locked.briefings if one in naming), *naming)))[:NAMING]
            has_page = locked.had_page or member.has_page
            names[member.slug] = replace(locked, briefings=kept, had_page=has_page)
    return tuple(names.values())
