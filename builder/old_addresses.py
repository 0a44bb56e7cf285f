"""Addresses that were once published and are no page now: where each of them leads on to, if anywhere."""

from collections import defaultdict
from collections.abc import Iterable

from builder.addresses import Addresses, Taken
from builder.model import CastMember, Collection, Lock, OldAddress, Problem
from builder.slug import make_slug
from builder.words import fold


def find_old_addresses(
    lock: Lock, collection: Collection, taken: Iterable[Taken], addresses: Addresses
) -> tuple[tuple[OldAddress, ...], tuple[Problem, ...]]:
    """Pages that were once published and are not made now, and what editors say of addresses that cannot be."""
    onward, problems = find_replaced(collection)
    held = [(one.article.source.path, one.article.id) for one in collection.briefings]
    held += [(one.path, one.withdrawn.id) for one in taken]
    for path, id_ in held:
        locked = addresses.find_locked(path)
        for old in (locked.id, *locked.old_ids) if locked else ():
            onward.setdefault(old, id_)
    current = {id_ for _, id_ in held}
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


def find_replaced(collection: Collection) -> tuple[dict[str, str], list[Problem]]:
    """Ids that lead to another briefing because its editor says so, and what is wrong with that."""
    current = {one.article.id for one in collection.briefings}
    withdrawn = {one.id for one in collection.withdrawn}
    onward: dict[str, str] = {}
    problems = []
    for briefing in collection.briefings:
        edits = briefing.article.source.edits
        for id_ in map(make_slug, edits.replaces):
            if id_ in current:
                reason = f"replaces: {id_!r} is a briefing of this edition and stays"
                problems.append(Problem(edits.file, None, reason, "take its article out first, or the line"))
            elif id_ in withdrawn:
                reason = f"replaces: {id_!r} is withdrawn, and its address says so"
                problems.append(
                    Problem(edits.file, None, reason, "take the line out, or delete the file that withdraws")
                )
            elif onward.setdefault(id_, briefing.article.id) != briefing.article.id:
                reason = f"replaces: {id_!r} leads to {onward[id_]!r} already"
                problems.append(Problem(edits.file, None, reason, "keep the line at one of the two"))
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
            # An editor may have said since what it is.
            called["", fold(form)].append(member)
    found = []
    for name in lock.names:
        members = called[name.kind, fold(name.name)] or called["", fold(name.name)]
        # Of two of one name, the one whom the articles of an earlier edition name.
        told = [one for one in members if any(by.briefing in name.briefings for by in one.mentions)]
        bearer = next(iter((*told, *members)), None)
        if name.had_page and name.slug not in paged and bearer:
            own = f"entities/{bearer.slug}.md" if bearer.has_page else f"entities/index.md#n-{bearer.slug}"
            found.append(OldAddress(f"entities/{name.slug}.md", own))
    return found
