"""The cast as the editor's file has it: names merged, split, renamed and sorted, and names that nobody prints."""

from collections.abc import Iterable
from dataclasses import dataclass

from builder.model import Briefing, Editor, Entity, EntityKind, NameSplit, Problem
from builder.relate.mentioned import Mentioned, fold_forms, list_forms, list_full_forms
from builder.words import fold


@dataclass(frozen=True, slots=True)
class Naming:
    """What the editor says of one group of names."""

    name: str | None
    """``None``: the builder chooses."""
    kind: EntityKind | None
    """``None``: as the builder found it."""
    is_edited: bool


def find_split(briefing: Briefing, entity: Entity, editor: Editor) -> NameSplit | None:
    """The line by which the editor makes this name of this article somebody else; ``None`` without one."""
    for split in editor.split_names:
        if split.articles and briefing.article.id not in split.articles:
            continue
        if split.forms:
            apart = frozenset(map(fold, split.forms))
            text = briefing.article.text
            if all(fold(text[span.start : span.end]) in apart for span in entity.mentions):
                return split
        elif fold(split.name) in map(fold, list_forms(entity)):
            return split
    return None


def merge(
    groups: list[list[Mentioned]], editor: Editor
) -> tuple[list[list[Mentioned]], list[str | None], tuple[Problem, ...]]:
    """The groups with those that the editor makes one, in the place of the first, and the name of each that is made.

    A name that several bear is not made one with anybody but in a story that a name of the same line stands in; a
    name that stands twice in a line makes all who bear it one.
    """
    firsts: list[str | None] = [None] * len(groups)
    problems = []
    for names in editor.merged_names:
        wanted_forms = [_list_meant(name, editor) for name in names]
        bearing = [[number for number, group in enumerate(groups) if _has(group, forms)] for forms in wanted_forms]
        sure = {number for found in bearing if len(found) == 1 for number in found}
        stories = {one.story for number in sure for one in groups[number]}
        same = set(sure)
        for name, found in zip(names, bearing, strict=True):
            near = [number for number in found if stories & {one.story for one in groups[number]}]
            if len(found) > 1 and (len(near) == 1 or list(map(fold, names)).count(fold(name)) > 1):
                same.update(near if len(near) == 1 and names.count(name) == 1 else found)
            elif len(found) > 1:
                reason = f"names.merge: {name!r} fits {len(found)} people or bodies and is made one with none"
                problems.append(Problem(editor.file, None, reason, "part them with names.split, or write it twice"))
        # Names of one article are one already when they come here.
        wanted = frozenset(map(fold, names))
        if len(same) > 1 or any(len(fold_forms(groups[number]) & wanted) > 1 for number in same):
            first, *others = sorted(same)
            kept = [number for number in range(len(groups)) if number not in others]
            joined = [one for number in sorted(same) for one in groups[number]]
            groups = [joined if number == first else groups[number] for number in kept]
            firsts = [names[0] if number == first else firsts[number] for number in kept]
    return groups, firsts, tuple(problems)


def _list_meant(name: str, editor: Editor) -> frozenset[str]:
    """A name and the printed forms that the editor shows as it, folded."""
    printed = (fold(form) for form, shown in editor.renamed_names if fold(shown) == fold(name))
    return frozenset((fold(name), *printed))


def _has(group: list[Mentioned], forms: frozenset[str]) -> bool:
    """Whether a name of a group is among the given."""
    return any(_is_called(one, forms) for one in group)


def _is_called(one: Mentioned, names: frozenset[str]) -> bool:
    """Whether a name of an article is among the given; a surname alone only where no more is printed."""
    if one.split:
        return bool(one.split.shown) and fold(one.split.shown or "") in names
    return not names.isdisjoint(map(fold, (one.entity.name, *list_full_forms(one.entity))))


def find_namings(groups: list[list[Mentioned]], firsts: list[str | None], editor: Editor) -> list[Naming]:
    """What the editor says of each group; ``firsts`` are the names of those that ``merge`` made."""
    parted = {(one.entity.kind, fold(one.split.name)) for group in groups for one in group if one.split}
    renamed = {
        number: shown for form, shown in editor.renamed_names for number in _find_named(form, groups, editor) or ()
    }
    kinds: dict[str, EntityKind] = {fold(form): kind for form, kind in editor.kinds}
    namings = []
    for number, (group, first) in enumerate(zip(groups, firsts, strict=True)):
        forms, split = fold_forms(group), group[0].split
        name = renamed.get(number) or first or (split.shown if split else None)
        full = {fold(form) for one in group for form in (one.entity.name, *list_full_forms(one.entity))}
        kind = next((kinds[form] for form in sorted(full) if form in kinds), None)
        is_parted = bool(split) or any((group[0].entity.kind, form) in parted for form in forms)
        namings.append(Naming(name, kind, bool(name) or is_parted or kind is not None))
    return namings


def _find_named(form: str, groups: list[list[Mentioned]], editor: Editor) -> list[int] | None:
    """The groups of a name, printed, merged or split, else the one that has it as a form; ``None`` if several have."""
    wanted = fold(form)
    same = {wanted}.union(*(map(fold, names) for names in editor.merged_names if fold(names[0]) == wanted))
    by_name = [
        number
        for number, group in enumerate(groups)
        if any(fold((one.split.shown if one.split else None) or one.entity.name) in same for one in group)
    ]
    whole = [number for number in by_name if groups[number][0].split is None]
    by_form = [number for number, group in enumerate(groups) if not group[0].split and wanted in fold_forms(group)]
    return whole or by_name or (by_form if len(by_form) < 2 else None)


def find_faults(groups: list[list[Mentioned]], briefings: Iterable[Briefing], editor: Editor) -> tuple[Problem, ...]:
    """A line for each name and article of the editor's file that this edition does not hold."""
    forms = frozenset[str]().union(*map(fold_forms, groups)) | {
        fold(one.split.shown) for group in groups for one in group if one.split and one.split.shown
    }
    held = {briefing.article.id for briefing in briefings}
    withheld = [f" {fold(name)} " for name in editor.suppressed]
    listed = [("merge", name) for names in editor.merged_names for name in names]
    listed += [("split", name) for split in editor.split_names for name in (split.name, *split.forms)]
    listed += [("apart", name) for names in editor.apart_names for name in names]
    listed += [("rename", name) for name, _ in editor.renamed_names]
    listed += [("kind", name) for name, _ in editor.kinds]
    reasons = [
        (f"names.{key}: no article of this edition names {name!r}", "write it as an article prints it, or take it out")
        for key, name in dict.fromkeys(listed)
        # A message, too, is silent about a name that is withheld.
        if fold(name) not in forms and not any(one in f" {fold(name)} " for one in withheld)
    ]
    for split in editor.split_names:
        parted = {one.briefing.article.id for group in groups for one in group if one.split == split}
        reasons += [
            (
                f"names.split: no briefing of this edition has the id {id_!r}"
                if id_ not in held
                else f"names.split: {id_!r} prints none of the names that leave it, and nothing is split",
                "write the last part of the address of an article that does, or take it out",
            )
            for id_ in split.articles
            if id_ not in parted
        ]
    reasons += [
        (f"names.rename: {name!r} fits several names and renames none", "write the full name")
        for name, _ in editor.renamed_names
        if fold(name) in forms and _find_named(name, groups, editor) is None
    ]
    reasons += _find_parts(groups, forms, editor)
    return tuple(Problem(editor.file, None, reason, remedy) for reason, remedy in reasons)


def _find_parts(groups: list[list[Mentioned]], forms: frozenset[str], editor: Editor) -> list[tuple[str, str]]:
    """Names whose kind is set and that are only parts of names."""
    full = {fold(form) for group in groups for one in group for form in (one.entity.name, *list_full_forms(one.entity))}
    return [
        (f"names.kind: {name!r} is a part of a name, and nothing is changed", "write the full name")
        for name, _ in editor.kinds
        if fold(name) in forms - full
    ]
