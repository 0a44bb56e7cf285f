"""Which articles are one story: as their files and the editor say; its address and letters as the lock keeps them."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import count, product
from string import ascii_uppercase

from builder.days import find_known_day
from builder.model import Briefing, Editor, Lock, LockedStory, Problem
from builder.slug import make_slug
from builder.words import fold

UNNAMED = ""  # the key of the story of all articles that name none


@dataclass(frozen=True, slots=True)
class Group:
    """The articles of one story, before they are compared."""

    id: str
    name: str | None
    """As articles or the editor print it; ``None`` for the articles that name no story."""
    title: str | None
    """The editor's; ``None`` where there is none."""
    briefings: tuple[Briefing, ...]
    """In the order of their letters."""
    letters: tuple[str, ...]
    """One for each briefing."""


@dataclass(slots=True, eq=False)
class _Draft:
    """A story while it is put together."""

    key: str
    name: str | None
    id: str = ""
    title: str | None = None
    briefings: list[Briefing] = field(default_factory=list)
    merged_into: "_Draft | None" = None


def find(briefings: tuple[Briefing, ...], editor: Editor, lock: Lock) -> tuple[tuple[Group, ...], tuple[Problem, ...]]:
    """Stories, the one with the newest article first, and what the editor says of stories that are not there.

    ``briefings`` stand in the order of their paths.
    """
    faults: list[Problem] = []
    drafts = _gather(briefings, _find_split(briefings, editor, faults))
    _give_ids(drafts, lock)
    drafts = _merge(drafts, editor, lock, faults)
    _give_titles(drafts, editor, faults)
    place = {briefing.article.id: number for number, briefing in enumerate(briefings)}
    letters = _Letters(lock)
    groups = []
    for draft in drafts:
        if draft.briefings and draft.merged_into is None:
            listed = letters.give(draft.id, sorted(draft.briefings, key=lambda one: place[one.article.id]))
            groups.append(
                Group(
                    draft.id,
                    draft.name,
                    draft.title,
                    tuple(briefing for _, briefing in listed),
                    tuple(letter for letter, _ in listed),
                )
            )
    groups.sort(key=lambda one: one.id)
    # A stable sort: stories of one day, and those without any, stay in the order of their ids.
    groups.sort(key=lambda one: max(find_known_day(briefing) or "" for briefing in one.briefings), reverse=True)
    return tuple(groups), tuple(faults)


def sort_by_age(groups: tuple[Group, ...], lock: Lock) -> list[Group]:
    """Stories in the order in which they were first built, new ones by the path of their first article."""
    known = {story.id: number for number, story in enumerate(lock.stories)}
    return sorted(groups, key=lambda one: (known.get(one.id, len(known)), _find_first_path(one)))


def _find_first_path(group: Group) -> str:
    return min(briefing.article.source.path for briefing in group.briefings)


def _make_key(name: str | None) -> str:
    return fold(name) or name if name else UNNAMED


def _find_split(briefings: tuple[Briefing, ...], editor: Editor, faults: list[Problem]) -> dict[str, str]:
    """The story that the editor moves an article to, by the article's id."""
    known = {briefing.article.id for briefing in briefings}
    found: dict[str, str] = {}
    for split in editor.split_stories:
        for id_ in split.articles:
            if id_ not in known:
                reason = f"stories.split: no briefing of this edition has the id {id_!r}"
                faults.append(_fault(editor, reason, "write the last part of its address, or take it out"))
            elif _make_key(found.setdefault(id_, split.name)) != _make_key(split.name):
                reason = f"stories.split: {id_!r} stands under {found[id_]!r} and {split.name!r}; the first holds"
                faults.append(_fault(editor, reason, "keep it under one of the two"))
    return found


def _fault(editor: Editor, reason: str, remedy: str) -> Problem:
    return Problem(editor.file, None, reason, remedy)


def _gather(briefings: tuple[Briefing, ...], split: dict[str, str]) -> list[_Draft]:
    """Articles by the name of their story, whatever its case."""
    drafts: dict[str, _Draft] = {}
    for briefing in briefings:
        name = split.get(briefing.article.id, briefing.article.source.edits.story)
        drafts.setdefault(_make_key(name), _Draft(_make_key(name), name or None)).briefings.append(briefing)
    return list(drafts.values())


def _find_locked(draft: _Draft, lock: Lock) -> LockedStory | None:
    """The story of an earlier edition that has the same name, or that has none either."""
    return next((one for one in lock.stories if _make_key(one.name) == draft.key), None)


def _give_ids(drafts: list[_Draft], lock: Lock) -> None:
    """Ids as the lock gave them; new ones from the name or the first article, and none that was another story's."""
    for draft in drafts:
        locked = _find_locked(draft, lock)
        draft.id = locked.id if locked else ""
    taken = {one.id for one in lock.stories}
    for draft in drafts:
        if not draft.id:
            base = make_slug(draft.name) if draft.name else draft.briefings[0].article.id
            numbered = (f"{base}-{number}" for number in count(2))
            draft.id = base if base not in taken else next(one for one in numbered if one not in taken)
            taken.add(draft.id)


def _find_draft(drafts: list[_Draft], reference: str) -> _Draft | None:
    """The story of this name, else of this id."""
    key = _make_key(reference)
    named = next((one for one in drafts if one.name and one.key == key), None)
    return named or next((one for one in drafts if one.id == reference), None)


def _merge(drafts: list[_Draft], editor: Editor, lock: Lock, faults: list[Problem]) -> list[_Draft]:
    """The stories with the articles of those that the editor makes one in the first of them."""
    # A story without articles in this edition goes on where the editor gave it those of another.
    current = {one.id for one in drafts}
    gone = [_Draft(_make_key(one.name), one.name, one.id) for one in lock.stories if one.id not in current]
    for references in editor.merged_stories:
        found: list[_Draft] = []
        for reference in references:
            draft = _find_draft(drafts, reference) or (None if found else _find_draft(gone, reference))
            if draft is None:
                reason = f"stories.merge: no story of this edition is called {reference!r}"
                faults.append(_fault(editor, reason, "write its name or the last part of its address, or take it out"))
            elif draft.merged_into or draft in found:
                reason = f"stories.merge: {reference!r} is a part of {(draft.merged_into or draft).id!r} already"
                faults.append(_fault(editor, reason, "name each story once"))
            else:
                found.append(draft)
        if len(found) > 1 and found[0] in gone:
            drafts.append(found[0])
        for other in found[1:]:
            _absorb(found[0], other, drafts)
    return drafts


def _absorb(first: _Draft, other: _Draft, drafts: list[_Draft]) -> None:
    """Give one story's articles, and those that it got itself, to another."""
    first.briefings += other.briefings
    for draft in drafts:
        if draft is other or draft.merged_into is other:
            draft.merged_into = first


def _give_titles(drafts: list[_Draft], editor: Editor, faults: list[Problem]) -> None:
    for reference, title in editor.story_titles:
        draft = _find_draft(drafts, reference)
        if draft is None or not (draft.briefings or draft.merged_into):
            reason = f"stories.title: no story of this edition is called {reference!r}"
            faults.append(_fault(editor, reason, "write its name or the last part of its address, or take it out"))
        elif draft.merged_into:
            reason = f"stories.title: {reference!r} is a part of {draft.merged_into.id!r} and has no title of its own"
            faults.append(_fault(editor, reason, "give the title to that story, or take it out"))
        elif draft.title is not None:
            reason = f"stories.title: {reference!r} is given two titles; {draft.title!r} holds"
            faults.append(_fault(editor, reason, "keep one of the two"))
        else:
            draft.title = title


class _Letters:
    """The letters of sources: what the lock gave stays, and none is given a second time."""

    def __init__(self, lock: Lock) -> None:
        self._given = {story.id: dict(story.letters) for story in lock.stories}
        # An article whose id was changed keeps its letter.
        self._old_ids = {one.id: one.old_ids for one in lock.articles}

    def give(self, story: str, briefings: list[Briefing]) -> list[tuple[str, Briefing]]:
        """Letter and briefing in the order of the letters; new articles come behind all that was ever given."""
        given = self._given.get(story, {})
        kept: dict[str, Briefing] = {}
        new = []
        for briefing in briefings:
            letter = next((given[id_] for id_ in self._list_ids(briefing) if id_ in given), None)
            if letter and letter not in kept:
                kept[letter] = briefing
            else:
                new.append(briefing)
        highest = max(map(_count_letter, given.values()), default=0)
        free = (letter for number, letter in enumerate(_letters(), start=1) if number > highest)
        kept |= zip(free, new, strict=False)
        return sorted(kept.items(), key=lambda entry: _count_letter(entry[0]))

    def _list_ids(self, briefing: Briefing) -> list[str]:
        """Its id, and those that it had."""
        return [briefing.article.id, *reversed(self._old_ids.get(briefing.article.id, ()))]


def _letters() -> Iterator[str]:
    """A, B … Z, AA, AB …: the letters of a story's sources."""
    for length in count(1):
        yield from map("".join, product(ascii_uppercase, repeat=length))


def _count_letter(letter: str) -> int:
    """The place of a letter in their order.

    >>> _count_letter("A"), _count_letter("AA")
    (1, 27)
    """
    number = 0
    for character in letter:
        number = number * len(ascii_uppercase) + ord(character) - ord("A") + 1
    return number
