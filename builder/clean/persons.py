"""Names in an article's head: words in, whether they name a person, a place or a news outlet out."""

import re
from functools import cache

from builder.words import fold, load_list

PARTICLE = r"(?:de|da|do|dos|du|la|le|del|della|di|van|von|der|den|ter|ten|bin|ibn|al|el|y|e|zu|af|av)"
NAME = r"[^\W\d_][\w.’'-]*"
# Two to five words and the particles between them; "Jr." may stand behind.
PERSON = re.compile(rf"{NAME}(?: (?:{PARTICLE} ){{0,2}}{NAME}){{1,4}}(?:,? (?:Jr\.?|Sr\.?|II|III|IV))?")
LONGEST = 60  # characters of a name


def is_person(text: str) -> bool:
    """Whether a text is two words or more of which the first is a known given name and none is a plain word.

    >>> is_person("Jane van der Meer"), is_person("Popular Demand")
    (True, False)
    """
    words = _split(text)
    if not words or words[0].split("-")[0] not in _words("first_names", "first_names_world"):
        return False
    plain = _words("general_words", "calendar") | (_words("stop_words") - {"will"})
    # Jan and April are given names before a known surname or a particle.
    is_sure = words[-1] in _words("surnames") or len(words) < len(text.split(" "))
    others = words[1:] if is_sure and words[0] in _words("calendar") else words
    return not plain & set(others) and not is_place(text)


def may_be_person(text: str, printed_small: frozenset[str]) -> bool:
    """Whether a text behind "By" is a person's name, known or not; no word of it is one that the article prints small.

    >>> may_be_person("Imke Vandersloot", frozenset()), may_be_person("Popular Demand", frozenset({"demand"}))
    (True, False)
    """
    lists = ("stop_words", "general_words", "common_words", "place_words", "calendar", "countries", "states", "cues")
    words = set(_split(text))
    return is_person(text) or (bool(words) and not words & (_words(*lists) | printed_small) and not is_place(text))


def is_place(text: str) -> bool:
    """Whether a text is a place of the lists, in any case.

    >>> is_place("KYIV"), is_place("NATO")
    (True, False)
    """
    return text.strip(" .").casefold() in _places()


def is_outlet(text: str) -> bool:
    """Whether a text is a known news outlet, in any case."""
    return fold(text) in _outlets()


@cache
def _outlets() -> frozenset[str]:
    return frozenset(map(fold, load_list("outlets")))


@cache
def _places() -> frozenset[str]:
    lists = ("cities", "large_cities", "countries", "states", "places")
    lines = (line for name in lists for line in load_list(name))
    return frozenset(form.strip(" .").casefold() for line in lines for form in line.split(" = "))


@cache
def _words(*names: str) -> frozenset[str]:
    """The words of these lists, in small letters."""
    return frozenset(word.casefold() for name in names for word in load_list(name))


def _split(text: str) -> list[str]:
    """The folded words of what has the shape of a name; none for anything else."""
    if len(text) > LONGEST or not PERSON.fullmatch(text):
        return []
    words = [word for word in text.split(" ") if not re.fullmatch(PARTICLE, word)]
    return [word.casefold() for word in words] if all(word[:1].isupper() for word in words) else []
