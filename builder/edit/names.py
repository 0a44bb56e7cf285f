"""The names of one article as the editor merged, split and sorted them."""

from dataclasses import replace
from typing import TypeVar

from builder.model import Article, Briefing, Editor, Entity, EntityKind, NameSplit, Quote, Statement
from builder.words import fold

Saying = TypeVar("Saying", Quote, Statement)


def edit_names(briefing: Briefing, editor: Editor) -> Briefing:
    """The briefing with split forms as names of their own, merged names as one, and kinds as the editor set them."""
    entities = briefing.analysis.entities
    known = {fold(form) for one in entities for form in _forms(one)}
    for group in editor.apart_names:
        first, *others = group
        for other in others if fold(first) in known else ():
            apart = NameSplit(first, (), (other,), None)
            entities = tuple(part for one in entities for part in _split(briefing.article, one, apart))
    away: set[str] = set()
    for split in editor.split_names:
        if fold(split.name) not in known or (split.articles and briefing.article.id not in split.articles):
            continue
        if split.forms:
            entities = tuple(part for one in entities for part in _split(briefing.article, one, split))
        else:
            # Who is somebody else in this article is not made one with anybody in it.
            away.add(fold(split.name))
    for group in editor.merged_names:
        forms = frozenset(map(fold, group))
        if len(forms & known) > 1:
            entities = _merge(entities, forms - away, fold(group[0]))
    kinds: dict[str, EntityKind] = {fold(name): kind for name, kind in editor.kinds}
    if kinds:
        entities = tuple(replace(one, kind=_find_kind(one, kinds)) for one in entities)
    if entities == briefing.analysis.entities:
        return briefing
    analysis = replace(
        briefing.analysis,
        entities=entities,
        quotes=tuple(_name_speaker(briefing.article, one, entities) for one in briefing.analysis.quotes),
        statements=tuple(_name_speaker(briefing.article, one, entities) for one in briefing.analysis.statements),
    )
    return replace(briefing, analysis=analysis)


def _find_kind(entity: Entity, kinds: dict[str, EntityKind]) -> EntityKind:
    """The kind that the editor gives a name; one word of a person's name is another name."""
    named = [form for form in _forms(entity) if form == entity.name or entity.kind != "person" or " " in form]
    return next((kinds[form] for form in map(fold, named) if form in kinds), entity.kind)


def _forms(entity: Entity) -> tuple[str, ...]:
    return entity.name, *entity.aliases


def _split(article: Article, entity: Entity, split: NameSplit) -> tuple[Entity, ...]:
    """The name, and a name of its own for the mentions in the given forms."""
    apart = frozenset(map(fold, split.forms))
    if fold(split.name) not in map(fold, _forms(entity)):
        return (entity,)
    leaving = tuple(one for one in entity.mentions if fold(article.text[one.start : one.end]) in apart)
    staying = tuple(one for one in entity.mentions if one not in leaving)
    forms = [form for form in _forms(entity) if fold(form) not in apart]
    other = [form for form in _forms(entity) if fold(form) in apart]
    if not leaving or not staying or not forms:
        return (entity,)
    return (
        replace(entity, name=forms[0], aliases=tuple(forms[1:]), mentions=staying),
        Entity(other[0], entity.kind, tuple(other[1:]), leaving),
    )


def _merge(entities: tuple[Entity, ...], group: frozenset[str], first: str) -> tuple[Entity, ...]:
    """The names with those of a group as one, under the form that the editor put first, where it is printed."""
    same = [one for one in entities if group & set(map(fold, _forms(one)))]
    if len(same) < 2:
        return entities
    main = next((one for one in same if first in map(fold, _forms(one))), same[0])
    name = next((form for form in _forms(main) if fold(form) == first), main.name)
    forms = dict.fromkeys(form for one in (main, *same) for form in _forms(one) if form != name)
    mentions = sorted({span for one in same for span in one.mentions}, key=lambda span: span.start)
    merged = replace(main, name=name, aliases=tuple(forms), mentions=tuple(mentions))
    return tuple(merged if one is main else one for one in entities if one is main or one not in same)


def _name_speaker(article: Article, saying: Saying, entities: tuple[Entity, ...]) -> Saying:
    """The saying with the name that its speaker now has."""
    if saying.speaker_named is None:
        return saying
    span = saying.speaker_span
    printed = fold(article.text[span.start : span.end]) if span else ""
    exact = next((one.name for one in entities if printed in map(fold, _forms(one))), None)
    holding = next((one.name for one in entities if saying.speaker_named in _forms(one)), None)
    return replace(saying, speaker_named=exact or holding)
