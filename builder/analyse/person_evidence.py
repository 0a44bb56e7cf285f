"""What stands around a name: whether it says that the name is a person's."""

import re

from builder.analyse.capitals import Unit
from builder.analyse.gazetteer import given_names, words_of
from builder.analyse.person_shape import goes_with_place

LAST_WORD = re.compile(r"([\w-]+)[ \u00a0]$")
NEAR = 24  # characters looked at before a name
PERSON_BEHIND = re.compile(r",\ (?:who|whose|aged?)\b|,\ \d\d?(?=[,.;)])|\ \((?:\d\d?\)|born|b\.|died|aged?\b)")
# ", a nurse," and ", the Russian president, who": what somebody is, between commas.
APPOSED = re.compile(
    r",\ (?:a|an|the|his|her|their)\ (?:[\w.'’-]+\ ){0,4}?([a-z-]+)"
    r"(?=[,.;)]|\ (?:of|for|at|in|from|with|and|who|whose|on|to|by|based)\b)"
)
# What companies, teams and horses are called too.
SHARED_ROLES = frozenset(
    "anchor bowler broadcaster catcher champion chief defender designer developer driver explorer forward founder "
    "host justice leader major model partner pitcher player producer rider runner speaker striker survivor suspect "
    "winger".split()
)
# What people do and towns and things seldom do: said, was, had, a verb in the past.
VERB_BEHIND = re.compile(
    r"""
      ['’]s\b
    | [ ](?:also[ ]|[a-z]+ly[ ]|has[ ]|had[ ])?
      (?:said|says|told|tells|was|is|has|had|did|does|will|would|could|should|wrote|spoke|left|went|came|took|made
      |ran|met|won|lost|became|began|held|led|gave|got|knew|saw|sat|stood|kept|felt|thought|fell|grew|[a-z]{2,}ed)\b
    """,
    re.VERBOSE,
)
SAYING_BEHIND = re.compile(
    r",?\ (?:also\ |later\ |then\ )?(?:said|says|told|added|adds|explained|wrote|recalled|argued|insisted|warned)\b"
)


def is_called(text: str, units: list[Unit]) -> bool:
    """Whether what somebody is stands beside the units: "analyst" before; ", 41,", ", who" or ", a nurse," behind."""
    before = LAST_WORD.search(text[max(0, units[0].start - NEAR) : units[0].start])
    if (before and before[1] in words_of("roles")) or PERSON_BEHIND.match(text, units[-1].end):
        return True
    role = APPOSED.match(text, units[-1].end)
    if role is None or role[1] not in words_of("roles") or goes_with_place(units[-1].text):
        return False
    return units[0].text in given_names() or role[1] not in SHARED_ROLES
