"""Whether a capitalised sequence has the shape of a person's name."""

from builder.analyse.capitals import NUMERAL, Unit, is_initials
from builder.analyse.gazetteer import given_names, regnal_titles, words_of, words_of_no_person

LONGEST_PERSON = 4  # words; longer sequences hold something else
# Not given names, though the census has them: they begin a surname or the name of a town.
PARTICLES = frozenset("Van Von De Der Den Di Da Du Dos La Le El Los Las Les St.".split())


def looks_like_person(units: list[Unit], *, has_evidence: bool, is_titled: bool) -> bool:
    """Whether the units are given name and surname, or any name behind a title or beside a role or an age."""
    words = units[1:] if units[0].text.rstrip(".") in regnal_titles() else units
    if not words or len(words) > LONGEST_PERSON or any(unit.kind == "organisation" for unit in words):
        return False
    body = [unit for unit in words[1:] if not NUMERAL.match(unit.text)]
    numerals = [unit for unit in words[1:] if NUMERAL.match(unit.text)]
    stops = words_of_no_person()
    if any((unit.text in stops and unit not in numerals) or any(c.isdigit() for c in unit.text) for unit in words):
        return False
    common, surnames = words_of("common_words"), words_of("surnames")
    first = words[0]
    if first.text in PARTICLES or (first.text in words_of("openers") and first.text not in ("Will", "May")):
        return False
    if any((unit.kind and not unit.is_weak and unit.text not in surnames) for unit in words[is_titled is False :]):
        return False
    if len(words) == 1:
        is_plain = first.text in common or first.text.isupper() or (first.kind is not None and not first.is_weak)
        return is_titled and not is_plain
    if not body or any(unit.text in common and unit.text not in surnames for unit in body):
        return False
    if all(unit.joint == "-" for unit in words[1:]):
        return False
    last = body[-1].text
    if len(last) == 1:
        return False
    if any(unit.text.isupper() and unit.text.isalpha() and len(unit.text) > 1 for unit in body):
        return False
    if (
        has_evidence
        and (first.text not in common or first.text in given_names())
        and not (first.kind and not first.is_weak)
    ):
        return True
    if first.text not in given_names() and not is_initials(first.text):
        return False
    if first.text in common or first.kind or last in common or any(unit.kind for unit in body):
        return last in surnames and last not in common and not body[-1].kind
    return True
