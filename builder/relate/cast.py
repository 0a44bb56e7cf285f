"""One cast: the names of all articles merged, and never two people made one."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import replace

from rapidfuzz import fuzz

from builder.model import CastMember, Editor, Lock, Problem, Span, Statistic
from builder.relate import cast_edits
from builder.relate.mentioned import Mentioned, find_main_form, fold_forms, list_forms, list_full_forms
from builder.relate.people import join_people
from builder.relate.slugs import give_slugs
from builder.relate.stories import Group, sort_by_age
from builder.words import fold

SPELLING_LIKE = 85  # of 100; Zelensky and Zelenskyy are 94 alike, Johnson and Jonson 92, Peters and Petrov 67
# A name gets a page of its own when it stands in so many briefings or so often.
PAGE_BRIEFINGS = 2
PAGE_MENTIONS = 5
SPELLING_LENGTH = 5  # letters; shorter surnames differ too little to tell a variant from another name


def find(stories: tuple[Group, ...], editor: Editor, lock: Lock) -> tuple[tuple[CastMember, ...], tuple[Problem, ...]]:
    """Cast members by number of briefings, then mentions, then name, and names of the editor's that nobody prints.

    Counts on every page come from here. A person is one within a story; over stories only where that is sure.
    """
    mentioned = [
        Mentioned(briefing, entity, story.id, cast_edits.find_split(briefing, entity, editor))
        for story in sort_by_age(stories, lock)
        for briefing in story.briefings
        for entity in briefing.analysis.entities
    ]
    groups, firsts, problems = cast_edits.merge(join_people(_group(mentioned, editor)), editor)
    namings = cast_edits.find_namings(groups, firsts, editor)
    order = [briefing.article.id for story in stories for briefing in story.briefings]
    place = {briefing: number for number, briefing in enumerate(order)}
    members = [_make_member(group, naming, place) for group, naming in zip(groups, namings, strict=True)]
    shown = [
        naming.name is not None and fold(naming.name) not in fold_forms(group)
        for group, naming in zip(groups, namings, strict=True)
    ]
    slugs = give_slugs(members, shown, lock)
    members = [replace(member, slug=slug) for member, slug in zip(members, slugs, strict=True)]
    briefings = [briefing for story in stories for briefing in story.briefings]
    faults = (*problems, *cast_edits.find_faults(groups, briefings, editor), *_find_namesakes(members, shown, editor))
    return tuple(sorted(members, key=_rank)), faults


def _find_namesakes(members: list[CastMember], shown: list[bool], editor: Editor) -> Iterator[Problem]:
    """A line for each name that the editor gives to one and that another has."""
    bearers = Counter((member.kind, fold(member.name)) for member in members)
    for name in dict.fromkeys(member.name for member, is_shown in zip(members, shown, strict=True) if is_shown):
        if any(bearers[kind, fold(name)] > 1 for kind in ("person", "organisation", "place")):
            reason = f"names: two are called {name!r} then"
            yield Problem(editor.file, None, reason, "merge them, or show one of them under another name")


def choose(members: tuple[CastMember, ...], briefings: frozenset[str]) -> tuple[CastMember, ...]:
    """The members that these briefings name, with the mentions in them."""
    chosen = []
    for member in members:
        mentions = tuple(one for one in member.mentions if one.briefing in briefings)
        if mentions:
            chosen.append(replace(member, mentions=mentions))
    return tuple(sorted(chosen, key=_rank))


def _rank(member: CastMember) -> tuple[int, int, str]:
    count = sum(len(statistic.mentions) for statistic in member.mentions)
    return -len(member.mentions), -count, member.name


def _group(mentioned: list[Mentioned], editor: Editor) -> list[list[Mentioned]]:
    """Names that are one: a person's within a story, any other name's in all, what the editor split apart."""
    groups: list[list[Mentioned]] = []
    places: dict[tuple[str, ...], int] = {}
    people: dict[str, list[int]] = defaultdict(list)
    for one in mentioned:
        keys = _list_keys(one)
        place = next((places[key] for key in keys if key in places), None)
        is_person = one.entity.kind == "person" and one.split is None
        if place is None and is_person:
            place = _find_spelled_like(groups, people[one.story], one.entity.name, editor)
        if place is None:
            groups.append([])
            place = len(groups) - 1
            if is_person:
                people[one.story].append(place)
        groups[place].append(one)
        for key in keys:
            places.setdefault(key, place)
    return groups


def _list_keys(one: Mentioned) -> list[tuple[str, ...]]:
    """What names that are one have in common."""
    kind, split = one.entity.kind, one.split
    if split:
        return [("split", kind, fold(split.name), fold(split.shown or " ".join(split.forms)))]
    scope = one.story if kind == "person" else ""
    return [("form", kind, scope, find_main_form(form)) for form in list_full_forms(one.entity)]


def _find_spelled_like(groups: list[list[Mentioned]], people: list[int], name: str, editor: Editor) -> int | None:
    """Index of the one group of persons that has another spelling of the same full name."""
    apart = [set(map(fold, names)) for names in editor.apart_names if fold(name) in map(fold, names)]
    like = [
        number
        for number in people
        if any(_is_one_person(one.entity.name, name) for one in groups[number])
        and not any(names & fold_forms(groups[number]) - {fold(name)} for names in apart)
    ]
    # A surname alone that fits two people is neither.
    return like[0] if len(like) == 1 else None


def _is_one_person(one: str, two: str) -> bool:
    """Same first name and a spelling of the same last name; a last name alone only if it is spelled the same."""
    first, second = fold(one).split(), fold(two).split()
    if not first or not second:
        return False
    if len(first) == 1 or len(second) == 1:
        return first[-1] == second[-1]
    is_long = min(len(first[-1]), len(second[-1])) >= SPELLING_LENGTH
    return first[0] == second[0] and is_long and fuzz.ratio(first[-1], second[-1]) >= SPELLING_LIKE


def _make_member(group: list[Mentioned], naming: cast_edits.Naming, place: dict[str, int]) -> CastMember:
    """The member under the editor's name or the fullest form that is printed most often, yet without an address."""
    weights: Counter[str] = Counter()
    mentions: dict[str, set[Span]] = defaultdict(set)
    for one in group:
        weights[one.entity.name] += len(one.entity.mentions)
        mentions[one.briefing.article.id].update(one.entity.mentions)
    # Of equals the first stays, so that a new article does not rename anybody.
    name = naming.name or min(weights, key=lambda form: (" " not in form, -weights[form]))
    forms = {form for one in group for form in list_forms(one.entity)} - {name}
    kind = naming.kind or group[0].entity.kind
    is_known = len(mentions) >= PAGE_BRIEFINGS or sum(map(len, mentions.values())) >= PAGE_MENTIONS
    return CastMember(
        slug="",
        name=name,
        kind=kind,
        aliases=tuple(sorted(forms)),
        mentions=tuple(
            Statistic(briefing, tuple(sorted(mentions[briefing], key=lambda span: span.start)))
            for briefing in sorted(mentions, key=place.__getitem__)
        ),
        has_page=kind != "place" and is_known,
        is_edited=naming.is_edited,
    )
