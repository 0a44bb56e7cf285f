"""How a source describes a person: the title that it prints before the name, as a slice."""

import re

from builder.guards import is_guarded
from builder.model import CastMember, Span
from builder.words import load_list
from builder.write.view import View, mark, say

# Capitalised words before a name, with "former" and the like before them.
BEFORE = re.compile(r"(?:(?:former|acting|interim|then|outgoing) )?(?:[A-Z][\w.’'-]* ){1,6}\Z")
REACH = 80  # characters before a name in which its title stands


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
    sentence = view.sentence(briefing, mention).span
    start = max(sentence.start, mention.start - REACH)
    before = view.cut(briefing, Span(start, mention.start)) if start < mention.start else ""
    found = BEFORE.search(before)
    titles = {word.lower() for word in load_list("titles")}
    words = found[0].replace(".", "").lower().split() if found else []
    if not found or not titles & set(words) or is_guarded(before[: found.start()].rstrip().rpartition(" ")[2]):
        return None
    return Span(start + found.start(), mention.end)
