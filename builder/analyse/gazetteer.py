"""What is known of names before an article is read: places, bodies, given names, titles, words that are none."""

import unicodedata
from dataclasses import dataclass
from functools import cache

from builder.model import EntityKind
from builder.words import load_list

LONGEST_NAME = 7  # words; no entry of the lists has more


@dataclass(frozen=True, slots=True)
class Known:
    """A name of the lists."""

    kind: EntityKind
    main: str
    """The name that stands for all its forms; two forms of one place or body share it."""
    is_weak: bool
    """Whether it is also a person's name or a plain word, so that a mention needs evidence."""


def strip_marks(text: str) -> str:
    """Letters without accents."""
    return "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))


@cache
def words_of(name: str) -> frozenset[str]:
    """The list NAME as a set."""
    return frozenset(load_list(name))


@cache
def given_names() -> frozenset[str]:
    """Given names of all lists, with and without accents."""
    names = words_of("first_names") | words_of("first_names_world")
    return names | {strip_marks(name) for name in names}


@cache
def titles() -> frozenset[str]:
    """Titles that go right before a name and are no part of it."""
    return frozenset(word for word in load_list("titles") if word[0] not in "~^")


@cache
def regnal_titles() -> frozenset[str]:
    """Titles without which a name is not whole (Pope, King)."""
    return frozenset(word[1:] for word in load_list("titles") if word[0] == "^")


@cache
def all_titles() -> frozenset[str]:
    """Titles of both kinds."""
    return titles() | regnal_titles()


@cache
def words_of_no_person() -> frozenset[str]:
    """Words that no person's name holds."""
    words = words_of("demonyms") | words_of("calendar") | words_of("acronyms_not_names")
    return words | tails("organisation_words") | tails("place_words")


@cache
def title_modifiers() -> frozenset[str]:
    """Words that may stand before a title (Prime, Foreign)."""
    return frozenset(word[1:] for word in load_list("titles") if word[0] == "~")


@cache
def tails(name: str) -> frozenset[str]:
    """Words of the list NAME that stand last in a name (X University)."""
    return frozenset(word for word in load_list(name) if "+" not in word)


@cache
def heads(name: str, sign: str) -> frozenset[str]:
    """Words of the list NAME that stand first: ``+of`` before "of" or "for", ``+`` alone (Lake X)."""
    return frozenset(word.removesuffix(sign) for word in load_list(name) if word.endswith(sign))


def _read_aliases(name: str) -> list[list[str]]:
    """Rows of a list of the form ``name = other form = …``."""
    return [[form.strip() for form in row.split(" = ")] for row in load_list(name)]


@cache
def known_names() -> dict[str, Known]:
    """Every printed form of every place and body of the lists."""
    known: dict[str, Known] = {}
    common, given = words_of("common_words"), given_names()
    surnames = words_of("surnames")
    for name in load_list("cities"):
        for form in (name, strip_marks(name)):
            # A smaller city bears the name of a general or a quarter as often as its own.
            known[form] = Known("place", name, True)
    for name in load_list("large_cities"):
        for form in (name, strip_marks(name)):
            known[form] = Known("place", name, name in common or name in given)
    for name in load_list("countries") + load_list("states"):
        known[name] = Known("place", name, name in given and name in surnames)
    # Hand-made rows come last: they say more than the lists.
    for kind, rows in (("place", _read_aliases("places")), ("organisation", _read_aliases("bodies"))):
        for forms in rows:
            for form in forms:
                weak = kind == "place" and (form in given and form in surnames and len(forms) == 1)
                known[form] = Known("place" if kind == "place" else "organisation", forms[0], weak)
    return known
