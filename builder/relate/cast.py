"""One cast: the names of all articles merged, and never two people made one."""

from collections import Counter, defaultdict
from functools import cache

from rapidfuzz import fuzz

from builder.model import Briefing, CastMember, Entity, Span, Statistic
from builder.slug import make_slug
from builder.words import fold, load_list

SPELLING_LIKE = 85  # of 100; Zelensky and Zelenskyy are 94 alike, Johnson and Jonson 92, Peters and Petrov 67
# A name gets a page of its own when it stands in so many briefings or so often.
PAGE_BRIEFINGS = 2
PAGE_MENTIONS = 5
SPELLING_LENGTH = 5  # letters; shorter surnames differ too little to tell a variant from another name


def find(briefings: tuple[Briefing, ...]) -> tuple[CastMember, ...]:
    """Cast members by number of briefings, then mentions, then name; counts on every page come from here."""
    groups: list[list[tuple[str, Entity]]] = []
    places: dict[tuple[str, str], int] = {}
    for briefing in briefings:
        for entity in briefing.analysis.entities:
            place = _find_group(groups, places, entity)
            if place is None:
                groups.append([])
                place = len(groups) - 1
            groups[place].append((briefing.article.id, entity))
            for form in _full_forms(entity):
                places.setdefault((entity.kind, _main_form(form)), place)
    members = _name_members(groups)
    return tuple(sorted(members, key=lambda one: (-len(one.mentions), -_count(one), one.name)))


def _count(member: CastMember) -> int:
    return sum(len(statistic.mentions) for statistic in member.mentions)


def _full_forms(entity: Entity) -> tuple[str, ...]:
    """Forms by which another article may know it: a person's full names, any form of others."""
    forms = (entity.name, *entity.aliases)
    return tuple(form for form in forms if " " in form) if entity.kind == "person" else forms


@cache
def _main_forms() -> dict[str, str]:
    """The form that stands for each form of the alias tables: "U.S." and "United States" are one place."""
    lines = (line.split(" = ") for line in (*load_list("places"), *load_list("bodies")))
    return {fold(form): fold(forms[0]) for forms in lines for form in forms}


def _main_form(form: str) -> str:
    return _main_forms().get(fold(form), fold(form))


def _find_group(
    groups: list[list[tuple[str, Entity]]], places: dict[tuple[str, str], int], entity: Entity
) -> int | None:
    """Index of the group of the same name or, for a person, of one other spelling of the same full name."""
    for form in _full_forms(entity):
        if (entity.kind, _main_form(form)) in places:
            return places[entity.kind, _main_form(form)]
    if entity.kind != "person":
        return None
    like = {
        index
        for index, group in enumerate(groups)
        if any(one.kind == "person" and _is_one_person(one.name, entity.name) for _, one in group)
    }
    # A surname alone that fits two people is neither.
    return like.pop() if len(like) == 1 else None


def _is_one_person(one: str, two: str) -> bool:
    """Same first name and a spelling of the same last name; a last name alone only if it is spelled the same."""
    first, second = fold(one).split(), fold(two).split()
    if not first or not second:
        return False
    if len(first) == 1 or len(second) == 1:
        return first[-1] == second[-1]
    is_long = min(len(first[-1]), len(second[-1])) >= SPELLING_LENGTH
    return first[0] == second[0] and is_long and fuzz.ratio(first[-1], second[-1]) >= SPELLING_LIKE


def _name_members(groups: list[list[tuple[str, Entity]]]) -> list[CastMember]:
    """Members under the fullest form that is printed most often, each with an address of its own."""
    members = []
    taken: Counter[str] = Counter()
    for group in groups:
        weights: Counter[str] = Counter()
        mentions: dict[str, list[Span]] = defaultdict(list)
        for briefing, entity in group:
            weights[entity.name] += len(entity.mentions)
            mentions[briefing] += entity.mentions
        # Of equals the first stays, so that a new article does not rename anybody.
        name = min(weights, key=lambda form: (" " not in form, -weights[form]))
        forms = {form for _, entity in group for form in (entity.name, *entity.aliases)} - {name}
        slug = make_slug(name)
        taken[slug] += 1
        kind = group[0][1].kind
        is_known = len(mentions) >= PAGE_BRIEFINGS or sum(map(len, mentions.values())) >= PAGE_MENTIONS
        members.append(
            CastMember(
                slug=slug if taken[slug] == 1 else f"{slug}-{taken[slug]}",
                name=name,
                kind=kind,
                aliases=tuple(sorted(forms)),
                mentions=tuple(
                    Statistic(briefing, tuple(sorted(spans, key=lambda span: span.start)))
                    for briefing, spans in mentions.items()
                ),
                has_page=kind != "place" and is_known,
            )
        )
    return members
