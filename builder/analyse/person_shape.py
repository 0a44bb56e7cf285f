"""Whether a capitalised sequence has the shape of a person's name."""

import re

from builder.analyse.capitals import NUMERAL, Unit, is_initials
from builder.analyse.gazetteer import given_names, regnal_titles, tails, words_of, words_of_no_person

LONGEST_PERSON = 4  # words; longer sequences hold something else
# Not given names, though the census has them: they begin a surname or the name of a town.
PARTICLES = frozenset("Van Von De Der Den Di Da Du Dos La Le El Los Las Les St.".split())
# One word, no acronym: Putin, O'Brien, Kay-Shuttleworth.
SURNAME = re.compile(r"[^\W\d_]['’]?[^\W\d_]+(?:-[^\W\d_]+)?(?<![A-Z]{2})")
NAMING = ("organisation_words", "place_words")
# Plurals and nouns made with an ending: Mavericks, Exhibition.
NOUN_END = re.compile(r"(?:[^s]s|tion|sion|ment|ness|ship|ism|ing|ity|ence|ance|ium|ary|ery)$")
# Ends of surnames that no English noun has.
SURNAME_END = re.compile(
    r"(?:utin|shkin|[oe]v|[oe]va|enko|sky|skyy|skyi|skaya|ski|ska|wicz|vi[cć]|shvili|yan|sson|poulos|escu|chuk)$"
)


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
    if first.text in common or first.kind:
        return last in surnames and last not in common and not body[-1].kind and not goes_with_place(last)
    # A given name that is nothing else makes a town a surname: Jackson, Lincoln.
    return last not in common and (not any(unit.kind for unit in body) or last in surnames)


def may_be_person(units: list[Unit]) -> bool:
    """Whether they are a given name and a surname, one of which is as often something else: a town, a plain word."""
    first, last = units[0], units[-1]
    if (
        not 1 < len(units) <= LONGEST_PERSON
        or first.text not in given_names()
        or first.text in words_of("common_words")
    ):
        return False
    if any(unit.joint.strip() or not SURNAME.fullmatch(unit.text) for unit in units[1:]):
        return False
    if any(unit.text in words_of_no_person() or goes_with_place(unit.text) for unit in units[1:]):
        return False
    if any(unit.text in words_of("common_words") or unit.kind == "organisation" for unit in units[1:-1]):
        return False
    if first.kind == "place" and not first.is_weak:
        return False
    if last.text in words_of("surnames"):
        return True
    return last.kind is None and last.text not in words_of("common_words") and not NOUN_END.search(last.text)


def goes_with_place(word: str) -> bool:
    """Whether the word often stands behind the name of a town: Philharmonic, Accord."""
    return (
        word in words_of("words_behind_places") or word in tails("organisation_words") or word in tails("place_words")
    )


def has_surname_end(word: str) -> bool:
    """Whether the word ends as surnames do and English nouns do not: Putin, Marchenko."""
    return len(word) > 4 and bool(SURNAME_END.search(word)) and word not in words_of("common_words")
