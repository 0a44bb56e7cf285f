"""The day by which an article is placed among others: what is known of it, in the order of how sure it is."""

from builder.model import Briefing


def find_known_day(briefing: Briefing) -> str | None:
    """When it was published, else the day of its information, else the day that it is not before (ISO or a part).

    ``None`` if nothing is known.
    """
    metadata = briefing.analysis.metadata
    if metadata.published:
        return metadata.published.value
    known = metadata.as_of or metadata.not_before
    return known.value.isoformat() if known else None
