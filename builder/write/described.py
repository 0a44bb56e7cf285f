"""How a source describes a person: the title that it prints before the name, as a slice."""

from builder import titles
from builder.model import CastMember, Span
from builder.write.view import View, mark, say


def describe(view: View, page: str, member: CastMember) -> str:
    """A person's first title, an organisation's first statement; else the marker of the first mention."""
    for statistic in member.mentions if member.kind == "person" else ():
        for span in statistic.mentions:
            described = find_title(view, statistic.briefing, span)
            if described:
                return say(view, page, statistic.briefing, described)
    forms = {member.name, *member.aliases}
    for statistic in member.mentions if member.kind == "organisation" else ():
        for statement in view.briefings[statistic.briefing].analysis.statements:
            if statement.speaker_named in forms:
                return say(view, page, statistic.briefing, statement.span)
    first = member.mentions[0]
    return mark(view, page, first.briefing, first.mentions[0])


def find_title(view: View, briefing: str, mention: Span) -> Span | None:
    """The mention with the title before it; ``None`` without one, or behind a word such as "alleged"."""
    return titles.find_title(view.article(briefing).text, view.sentence(briefing, mention).span, mention)
