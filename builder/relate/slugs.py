"""The addresses of names: one that was given once stays, and nobody gets another's."""

from collections import defaultdict
from itertools import count

from builder.model import CastMember, Lock, LockedName
from builder.slug import make_slug
from builder.words import fold

Form = tuple[str, str]
Found = dict[Form, list[int]]


def give_slugs(members: list[CastMember], shown: list[bool], lock: Lock) -> list[str]:
    """A slug for each member, in their order.

    ``shown`` tells the members whose name the editor chose, which is then not as printed.
    """
    given: dict[int, str] = {}
    used: set[str] = set()
    # Of two that a locked name tells of: the one whom the articles of an earlier edition name; the one that is called
    # so, then one that is printed so too, then one that the editor calls so; at last one of another kind.
    for is_told in (True, False):
        for find in (_find_called, _find_printed, _find_shown, _find_any_kind):
            found = find(members, shown)
            for locked in lock.names:
                free = [one for one in found.get(_make_key(locked, find), ()) if one not in given]
                bearers = [one for one in free if not is_told or _is_told(members[one], locked)]
                if bearers and locked.slug not in used and (is_told or find is not _find_any_kind):
                    given[bearers[0]] = locked.slug
                    used.add(locked.slug)
    taken = {locked.slug for locked in lock.names}
    for place, member in enumerate(members):
        if place not in given:
            base = make_slug(member.name)
            numbered = (f"{base}-{number}" for number in count(2))
            given[place] = base if base not in taken else next(slug for slug in numbered if slug not in taken)
            taken.add(given[place])
    return [given[place] for place in range(len(members))]


def _make_key(locked: LockedName, find: object) -> Form:
    return ("" if find is _find_any_kind else locked.kind), fold(locked.name)


def _collect(forms: list[tuple[int, str, str]]) -> Found:
    """Places of members by kind and form."""
    found: Found = defaultdict(list)
    for place, kind, form in forms:
        if place not in found[kind, fold(form)]:
            found[kind, fold(form)].append(place)
    return found


def _find_called(members: list[CastMember], shown: list[bool]) -> Found:
    """Members by their name, where it is printed."""
    return _collect([(place, one.kind, one.name) for place, one in enumerate(members) if not shown[place]])


def _find_printed(members: list[CastMember], shown: list[bool]) -> Found:
    """Members by every printed form that only one of them bears."""
    found = _collect([(place, one.kind, form) for place, one in enumerate(members) for form in one.aliases])
    return {key: places for key, places in found.items() if len(places) == 1}


def _find_shown(members: list[CastMember], shown: list[bool]) -> Found:
    """Members by the name that the editor chose."""
    return _collect([(place, one.kind, one.name) for place, one in enumerate(members) if shown[place]])


def _find_any_kind(members: list[CastMember], shown: list[bool]) -> Found:
    """Members by their name, whatever the editor says that they are."""
    return _collect([(place, "", one.name) for place, one in enumerate(members)])


def _is_told(member: CastMember, locked: LockedName) -> bool:
    """Whether the articles by which an address was told from others name this member."""
    return any(one.briefing in locked.briefings for one in member.mentions)
