"""A sentence in, its capitalised sequences out, each with its kind where its own words and neighbours tell it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from builder.analyse.capitals import (
    NUMERAL,
    OPENERS,
    RUN,
    WORD,
    Unit,
    read_units,
    split_parts,
    trim_opening,
)
from builder.analyse.gazetteer import (
    all_titles,
    given_names,
    heads,
    known_names,
    regnal_titles,
    tails,
    title_modifiers,
    titles,
    words_of,
)
from builder.analyse.person_evidence import is_called
from builder.analyse.person_shape import LONGEST_PERSON, looks_like_person, may_be_person
from builder.model import EntityKind

PRODUCT_BEHIND = re.compile(r"[ -]\d")
COUNTRY_BEHIND = re.compile(rf",\ ((?:{WORD})(?:\ (?:{WORD}))*)", re.VERBOSE)
PLACE_BEFORE = re.compile(
    r"(?:\b(?:in|near|at|outside|across|throughout|downtown|central|northern|southern|eastern|western|around"
    r"|(?:city|town|village|capital|suburb|port|province|region|island|district|municipality)\ of)(?:\ the)?\ )$"
)
IN_BEFORE = re.compile(r"\b(?:in|near|at|from|to|of|outside)\ $")
ADJECTIVE_ENDS = ("ed", "ic", "an", "al", "ese")  # "the Islamized region" names none
PLACE_NOUN_BEHIND = re.compile(r"\ (?:region|province|peninsula|oblast|prefecture|county|district|metropolitan)\b")
OFFICES = frozenset(
    "State Defense Defence Interior Health Education Justice Finance Commerce Energy Labor Treasury".split()
)
NOBLE = frozenset("Prince Princess Duke Duchess Earl Count Countess Baron Baroness Lord Lady Marquess Saint".split())
FOR_HEADS = frozenset(
    "Institute Center Centre Department Society Association Foundation Agency Office Fund Council".split()
)
# "Ukrainian Ministry of X" is described by its first word; the name begins behind it.
OFFICE_HEADS = frozenset("Ministry Department Embassy Office".split())
DIRECTIONS = frozenset("North South East West Northern Southern Eastern Western Central Upper Lower".split())
NEAR = 24  # characters looked at before a sequence


@dataclass(frozen=True, slots=True)
class Candidate:
    """A capitalised sequence."""

    text: str
    start: int
    end: int
    kind: EntityKind | None
    """``None``: its own words do not tell."""
    is_weak: bool = False
    """Whether a list knows it as a place, but as a person's name or plain word too."""
    is_opening: bool = False
    """Whether it opens its sentence, where plain words have capitals."""
    is_titled: bool = False
    is_doubtful: bool = False
    """Whether it is a person's name or something else, as the rest of the article tells."""


def find_candidates(text: str, start: int, end: int) -> Iterator[Candidate]:
    """Capitalised sequences of the sentence ``text[start:end]`` in text order."""
    for match in RUN.finditer(text, start, end):
        before = text[max(start, match.start() - 2) : match.start()].strip()
        is_opening = match.start() == start or (bool(before) and before[-1] in OPENERS)
        units = trim_opening(read_units(text, match.start(), match.end()), is_opening)
        opening_at = units[0].start if units and is_opening else -1
        for candidate in _join(text, split_parts(units)):
            # "US$ 3" is money, "Boeing 747" a product.
            is_product = candidate.kind != "place" and PRODUCT_BEHIND.match(text, candidate.end)
            if is_product or text.startswith("$", candidate.end):
                continue
            yield replace(candidate, is_opening=True) if candidate.start == opening_at else candidate


def _join(text: str, parts: list[list[Unit]]) -> Iterator[Candidate]:
    """Candidates of parts; a head such as Ministry or Gulf takes the part behind its "of"."""
    place = 0
    while place < len(parts):
        part = parts[place]
        behind = parts[place + 1] if place + 1 < len(parts) else None
        joint = behind[0].joint.strip() if behind else ""
        if behind and joint.startswith(("of", "for")):
            rest = parts[place + 2] if place + 2 < len(parts) else []
            # "Ministry of Trade and Industry" is one name, "Bank of Spain and Portugal" is not.
            is_pair = len(rest) == 1 == len(behind) and rest[0].joint.strip() == "and"
            is_pair = is_pair and not rest[0].kind and not behind[0].kind
            place += 3 if is_pair else 2
            found = list(_resolve_of(text, part, behind + rest if is_pair else behind))
            is_open = place < len(parts) and _goes_on(parts[place])
            yield from (c for c in found if not (is_open and c.kind == "organisation"))
            while place < len(parts) and parts[place][0].joint.strip().startswith(("of", "for")):
                place += 1
        elif behind and joint == "&":
            place += 2
        else:
            found = list(_resolve(text, part))
            # "Roe and Doe Railway" may be one company.
            is_half = part[0].joint.strip() == "and" and place > 0 and parts[place - 1][-1].kind != "organisation"
            yield from (c for c in found if not (is_half and c.kind == "organisation" and c.text not in known_names()))
            place += 1


def _goes_on(part: list[Unit]) -> bool:
    """Whether a part may still belong to the organisation before it."""
    joint = part[0].joint.strip()
    return joint.startswith(("of", "for", "and")) and not part[0].kind and part[0].text not in given_names()


def _resolve_of(text: str, part: list[Unit], behind: list[Unit]) -> Iterator[Candidate]:
    """Candidates of "A of B"."""
    head, is_for = part[-1].text, behind[0].joint.strip().startswith("for")
    kind: EntityKind | None = None
    if head in (FOR_HEADS if is_for else heads("organisation_words", "+of")) and not _has_title(behind):
        kind = "organisation"
    elif head in heads("place_words", "+of") and not is_for:
        kind = "place"
    if kind:
        is_described = len(part) == 2 and part[0].text in words_of("demonyms") and head in OFFICE_HEADS
        first = part[1] if is_described else part[0]
        is_certain = len(behind) == 1 or not behind[0].kind
        if len(behind) <= LONGEST_PERSON and is_certain:
            yield Candidate(text[first.start : behind[-1].end], first.start, behind[-1].end, kind)
    elif is_for:
        yield from _resolve(text, part)
        yield from _resolve(text, behind)
    elif head in titles() and head not in NOBLE:
        yield from _resolve(text, part)
        rest = behind[1:] if behind[0].kind or behind[0].text in OFFICES else []
        if behind[0].kind:
            yield _candidate(text, behind[:1], behind[0].kind)
        if rest and rest[0].text in given_names():
            yield from _resolve_person(text, rest, is_titled=True)
    elif not is_for:
        # "Jane Roe of Texas" is two names, "Battle of Texas" is none.
        people = [c for c in _resolve(text, part) if c.kind == "person"]
        yield from people
        if people and len(behind) == 1 and behind[0].kind == "place":
            yield _place_or_body(text, behind[0])


def _has_title(units: list[Unit]) -> bool:
    return any(unit.text.rstrip(".") in titles() for unit in units)


def _resolve(text: str, units: list[Unit]) -> Iterator[Candidate]:
    """Candidates of one part: what stands before a title, and the person behind it."""
    is_title = _mark_titles(units)
    place = 0
    while place < len(units):
        last = place
        while last < len(units) and is_title[last] == is_title[place]:
            last += 1
        if not is_title[place]:
            is_titled = place > 0
            first = place - 1 if is_titled and units[place - 1].text.rstrip(".") in regnal_titles() else place
            if is_titled:
                yield from _resolve_person(text, units[first:last], is_titled=True)
            else:
                yield from _resolve_untitled(text, units[:last])
        place = last


def _mark_titles(units: list[Unit]) -> list[bool]:
    """Which units are a title or a word of one."""
    words = [unit.text.rstrip(".") for unit in units]
    marks = [word in all_titles() for word in words]
    # A title that closes a name is its surname: Alexander Pope.
    if len(units) > 1 and marks[-1]:
        before = words[-2]
        is_office = before in title_modifiers() or before in words_of("demonyms")
        marks[-1] = marks[-2] or is_office or units[-2].kind is not None
    if len(units) > 2 and NUMERAL.match(units[-1].text) and not marks[-3]:
        marks[-2] = False
    organisations, areas = tails("organisation_words"), tails("place_words")
    for index, unit in enumerate(units):
        behind = units[index + 1].text if index + 1 < len(units) else ""
        is_part = behind in organisations or behind in areas or behind in ("Assembly", "Department")
        if unit.kind or (marks[index] and is_part and not (index + 2 < len(units) and marks[index + 2])):
            marks[index] = False
    for index in range(len(units) - 2, -1, -1):
        if marks[index + 1] and units[index].text in title_modifiers() and not units[index].kind:
            marks[index] = True
    return marks


def _candidate(text: str, units: list[Unit], kind: EntityKind | None, *, is_titled: bool = False) -> Candidate:
    start, end = units[0].start, units[-1].end
    is_weak = len(units) == 1 and units[0].is_weak
    return Candidate(text[start:end], start, end, kind, is_weak and not is_titled, False, is_titled)


def _resolve_untitled(text: str, units: list[Unit]) -> Iterator[Candidate]:
    """The one candidate of a part without a title; none where its kind is a guess that lists speak against."""
    demonyms = words_of("demonyms")
    kind = _tell_organisation_or_place(units)
    if kind:
        yield _candidate(text, units, kind)
        return
    first = next((index for index, unit in enumerate(units) if unit.text not in demonyms or unit.kind), len(units))
    units = units[first:]
    # "French Sudan" is no Sudan of today.
    if first and len(units) == 1 and units[0].kind == "place":
        return
    if not units or any(unit.text in tails("organisation_words") for unit in units[1:]):
        return
    if len(units) == 1 and units[0].kind:
        yield _place_or_body(text, units[0])
        return
    yield from _resolve_person(text, units, is_titled=False)


def _place_or_body(text: str, unit: Unit) -> Candidate:
    """A unit that the lists know; a weak place becomes a sure one beside evidence."""
    is_weak = unit.is_weak
    if unit.kind == "place" and is_weak and has_place_evidence(text, unit.start, unit.end):
        is_weak = False
    return Candidate(unit.text, unit.start, unit.end, unit.kind, is_weak)


def has_place_evidence(text: str, start: int, end: int) -> bool:
    """Whether the neighbours say that the sequence is a place."""
    before = text[max(0, start - NEAR) : start]
    if PLACE_NOUN_BEHIND.match(text, end):
        return True
    return bool(PLACE_BEFORE.search(before)) or _is_before_country(text, end)


def _is_before_country(text: str, end: int) -> bool:
    """Whether ", Country" follows."""
    behind = COUNTRY_BEHIND.match(text, end)
    known = known_names().get(behind[1]) if behind else None
    return known is not None and known.kind == "place" and not known.is_weak


def _tell_organisation_or_place(units: list[Unit]) -> EntityKind | None:
    """The kind that the last or first word gives."""
    if len(units) < 2:
        return None
    plain = words_of("common_words")
    has_modifier = any(unit.text not in plain for unit in units[:-1])
    last = units[-1].text.rstrip(".")
    if last in tails("organisation_words") and has_modifier and any(u.text not in DIRECTIONS for u in units[:-1]):
        return "organisation"
    if last in tails("place_words") and has_modifier and units[0].text not in words_of("demonyms"):
        return "place"
    if units[0].text in heads("place_words", "+") and len(units) <= 3:
        return "place" if not any(unit.kind or unit.text in plain for unit in units[1:]) else None
    if units[0].text in DIRECTIONS and len(units) == 2 and units[1].kind == "place":
        return "place"
    return None


def _resolve_person(text: str, units: list[Unit], *, is_titled: bool) -> Iterator[Candidate]:
    """The units as a person, or as a sequence of unknown kind."""
    has_evidence = is_titled or (len(units) > 1 and is_called(text, units))
    if looks_like_person(units, has_evidence=has_evidence, is_titled=is_titled):
        yield _candidate(text, units, "person", is_titled=is_titled)
    elif may_be_person(units):
        yield replace(_candidate(text, units, None), is_doubtful=True)
    elif is_titled and len(units) > 1:
        return
    elif len(units) == 1 and units[0].kind:
        yield _place_or_body(text, units[0])
    elif not any(unit.kind for unit in units):
        start, end = units[0].start, units[-1].end
        is_in = bool(IN_BEFORE.search(text[max(0, start - NEAR) : start])) and _is_before_country(text, end)
        is_area = bool(PLACE_NOUN_BEHIND.match(text, end)) and not text[start:end].endswith(ADJECTIVE_ENDS)
        is_plain = any(unit.text in words_of("common_words") for unit in units)
        is_place = len(units) <= 2 and (is_in or is_area) and not is_plain
        yield _candidate(text, units, "place" if is_place else None)
