"""How a date is printed in labels."""

from builder.days import find_known_day
from builder.model import Briefing
from builder.write import wording
from builder.write.view import View


def date_label(value: str, precision: str | None, basis: str) -> str:
    """A date in the site's own form, with how much of it is known."""
    partial = {"year": wording.YEAR_ONLY, "month": wording.MONTH_ONLY}.get(precision or "")
    known = partial or (wording.WORKED_OUT if basis == "resolved" else "")
    return wording.spell_date(value) + (f" <small>{known}</small>" if known else "")


def list_newest(view: View) -> list[Briefing]:
    """All briefings, the one of the newest known day first; those without any last, in file order."""
    return sorted(view.collection.briefings, key=lambda one: find_known_day(one) or "", reverse=True)


def date_phrase(briefing: Briefing) -> str:
    """What is known of an article's date, in a few words."""
    metadata = briefing.analysis.metadata
    if metadata.published:
        return wording.spell_date(metadata.published.value)
    if metadata.as_of:
        return wording.AS_OF_SHORT.format(day=wording.spell_date(metadata.as_of.value.isoformat()))
    if metadata.not_before:
        return wording.NOT_BEFORE_SHORT.format(day=wording.spell_date(metadata.not_before.value.isoformat()))
    return wording.DATE_NOT_STATED
