"""The addresses of names: one that was given once stays, and nobody gets another's."""

from collections import defaultdict
from itertools import count

from builder.model import CastMember, EntityKind, Lock, LockedName
from builder.slug import make_slug
from builder.words import fold

Form = tuple[EntityKind, str]


def give_slugs(members: list[CastMember], own: list[bool], lock: Lock) -> list[str]:
    """A slug for each member, in their order.

    ``own`` tells the members that the editor parted from another and named: they are known by that name alone.
    """
    called = _find_called(members, own)
    given: dict[int, str] = {}
    # Of two of one name, each is the one whom the articles of an earlier edition name; then the one built first.
    used: set[str] = set()
    for is_told in (True, False):
        for locked in lock.names:
            free = [one for one in called.get((locked.kind, fold(locked.name)), ()) if one not in given]
            bearers = [one for one in free if not is_told or _is_told(members[one], locked)]
            if bearers and locked.slug not in used:
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


def _find_called(members: list[CastMember], own: list[bool]) -> dict[Form, list[int]]:
    """The places of the members that a form tells of: the name of each, another form where only one bears it."""
    bearers: dict[Form, list[int]] = defaultdict(list)
    for place, (member, is_own) in enumerate(zip(members, own, strict=True)):
        for form in dict.fromkeys(map(fold, (member.name,) if is_own else (member.name, *member.aliases))):
            bearers[member.kind, form].append(place)
    called: dict[Form, list[int]] = defaultdict(list)
    for (kind, form), places in bearers.items():
        called[kind, form] = [one for one in places if len(places) == 1 or fold(members[one].name) == form]
    return called


def _is_told(member: CastMember, locked: LockedName) -> bool:
    """Whether the articles by which an address was told from others name this member."""
    return any(one.briefing in locked.briefings for one in member.mentions)
