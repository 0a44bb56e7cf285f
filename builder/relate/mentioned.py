"""A name in one article with the story that it stands in: what the cast is made of."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from builder.model import Briefing, Entity, NameSplit
from builder.words import fold, load_list


@dataclass(frozen=True, slots=True)
class Mentioned:
    """A name in one article."""

    briefing: Briefing
    entity: Entity
    story: str
    split: NameSplit | None
    """Set where the editor says that it is somebody else than the name tells."""


def list_forms(entity: Entity) -> tuple[str, ...]:
    """Every form that the article prints, the name first."""
    return entity.name, *entity.aliases


def list_full_forms(entity: Entity) -> tuple[str, ...]:
    """Forms by which another article may know it: a person's full names, any form of others."""
    forms = list_forms(entity)
    return tuple(form for form in forms if " " in form) if entity.kind == "person" else forms


def fold_forms(group: Iterable[Mentioned]) -> frozenset[str]:
    """Every form of a group, folded."""
    return frozenset(fold(form) for one in group for form in list_forms(one.entity))


@cache
def _main_forms() -> dict[str, str]:
    """The form that stands for each form of the alias tables: "U.S." and "United States" are one place."""
    lines = (line.split(" = ") for line in (*load_list("places"), *load_list("bodies")))
    return {fold(form): fold(forms[0]) for forms in lines for form in forms}


def find_main_form(form: str) -> str:
    """The form by which all forms of one name in the alias tables are compared."""
    return _main_forms().get(fold(form), fold(form))
