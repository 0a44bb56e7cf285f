"""Capitalised sequences of a sentence, in parts: the words that may hold a name, before anyone asks its kind."""

import re
from dataclasses import dataclass

from builder.analyse.gazetteer import LONGEST_NAME, given_names, known_names, words_of
from builder.model import EntityKind

UPPER = "".join(c for c in map(chr, range(0x250)) if c.isupper())
ABBREVIATION = r"(?:Mr|Mrs|Ms|Dr|St|Gen|Col|Lt|Capt|Sgt|Sen|Rep|Gov|Prof|Rev|Adm|Maj|Jr|Sr|Bros|Hon|Inc|Corp|Ltd|Co)\."
WORD = rf"""
    Washington,\ D\.C\. | People['’]s(?=\ Republic\b)
  | (?:[{UPPER}]\.)+(?:[{UPPER}](?!\w))?      # U.S., E.U., J.
  | {ABBREVIATION}
  | [{UPPER}]\w*(?:['’](?!s\b)\w+|&[{UPPER}]\w*)*\+?   # O'Brien, AT&T; never a closing 's
"""
# What may join two capitalised words of one sequence.
JOINT = r"""
    [ \u00a0]?-(?=\S) | [ \u00a0](?:(?:of|for|and)[ ](?:the[ ])?|&[ ]|(?:al|el|ul)-|(?:bin|ibn|bint|van|von|zu|de|der|
    den|del|della|di|da|dos|du|la|le|ter|ten|y)[ ](?:la[ ]|der[ ]|den[ ])?)?
"""
NAME_WORD = re.compile(WORD, re.VERBOSE)
RUN = re.compile(rf"(?<![\w'’.])(?:al-)?(?:{WORD})(?:(?:{JOINT})(?:{WORD}))*", re.VERBOSE)
OPENERS = "“\"‘'([—–-:;•*"  # a capital behind one of these says nothing
NUMERAL = re.compile(r"(?:[IVX]{1,5}|Jr\.?|Sr\.?)$")


@dataclass(frozen=True, slots=True)
class Unit:
    """A capitalised word, or several that a list knows as one name."""

    text: str
    start: int
    end: int
    joint: str
    """What joins it to the unit before."""
    kind: EntityKind | None = None
    is_weak: bool = False


def read_units(text: str, start: int, end: int) -> list[Unit]:
    """Words of a run; those that a list knows as one name are one unit."""
    words = list(NAME_WORD.finditer(text, start, end))
    known = known_names()
    units: list[Unit] = []
    place, behind = 0, start
    while place < len(words):
        size = 1
        first = words[place].start() - (3 if place == 0 and text.startswith("al-", start) else 0)
        for count in range(min(LONGEST_NAME, len(words) - place), 0, -1):
            if text[first : words[place + count - 1].end()] in known:
                size = count
                break
        last = words[place + size - 1].end()
        name = text[first:last]
        entry = known.get(name)
        joint = text[behind:first] if units else ""
        units.append(Unit(name, first, last, joint, entry.kind if entry else None, bool(entry and entry.is_weak)))
        place, behind = place + size, last
    return units


def trim_opening(units: list[Unit], is_opening: bool) -> list[Unit]:
    """Without the article, and without plain words that only the start of a sentence made capitals."""
    place = 0
    while place < len(units) and not (units[place].kind and place == len(units) - 1):
        unit = units[place]
        is_given = unit.text in given_names()
        is_full = is_given and place + 1 < len(units) and units[place + 1].text in words_of("surnames")
        is_opener = unit.text in words_of("openers") and not is_full
        is_form = unit.text.endswith(("ing", "ly")) and not is_given and not unit.kind
        if unit.text not in ("The", "A", "An") and not (is_opening and (is_opener or is_form)):
            break
        place += 1
    return units[place:]


def split_parts(units: list[Unit]) -> list[list[Unit]]:
    """Parts of a run between "of", "and" and the like; days and months end a part."""
    parts: list[list[Unit]] = []
    calendar = words_of("calendar")
    is_new = True
    for unit in units:
        if unit.text in calendar:
            is_new = True
            continue
        if unit.text in ("The", "A", "An") and (is_new or unit.joint.strip() in ("of", "for", "and")):
            is_new = True
            continue
        splits = re.search(r"\b(?:of|for|and)\b|&", unit.joint) or (
            unit.joint == "-" and parts and unit.kind and parts[-1][-1].kind
        )
        if is_new or splits:
            parts.append([])
        is_new = False
        parts[-1].append(unit)
    return parts


def is_initials(text: str) -> bool:
    """Whether it is ``J.`` or ``J.K.``."""
    return bool(re.fullmatch(rf"(?:[{UPPER}]\.)+", text))
