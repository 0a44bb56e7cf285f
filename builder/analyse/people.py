"""The people of one article: which printed names are one person, and whom a surname alone means."""

from collections import defaultdict
from dataclasses import dataclass, field

from rapidfuzz.fuzz import ratio

from builder.analyse.capitals import NUMERAL
from builder.analyse.gazetteer import given_names, known_names, regnal_titles, strip_marks, words_of

# Zelenskyy and Zelensky are 94 alike, Johnson and Johnston 93: hence two surnames of the census are never one.
LEAST_LIKENESS = 88  # of 100
SHORTEST_VARIANT = 6  # letters; shorter surnames are alike by chance


@dataclass(eq=False)
class Person:
    """Somebody under every form of the name that was printed so far."""

    forms: list[str] = field(default_factory=list)

    @property
    def fullest(self) -> str:
        """The form with most words, the earliest of them."""
        return max(self.forms, key=lambda form: len(form.split()))


class People:
    """Everybody of an article, to be asked whom a name means."""

    def __init__(self, full: list[str], titled: list[str]) -> None:
        """Take the names printed in full first, then those that only a title and a surname name."""
        self._by_form: dict[str, list[Person]] = defaultdict(list)
        self._by_surname: dict[str, list[Person]] = defaultdict(list)
        self._by_given: dict[str, list[Person]] = defaultdict(list)
        self._alike: dict[str, list[Person]] = {}
        # The longest first, so that a name without its middle finds the one with it.
        for form in sorted(dict.fromkeys(full), key=lambda form: -len(form.split())):
            given = strip_marks(split_name(form)[0])
            same = [person for person in self._by_given[given] if _is_same(person.fullest, form)]
            self._add(same[0] if len(same) == 1 else Person(), form)
        for form in dict.fromkeys(titled):
            if not self.who_is(form):
                self._add(Person(), form)
        self._alike.clear()

    def _add(self, person: Person, form: str) -> None:
        """Give the person another form."""
        person.forms.append(form)
        self._alike.clear()
        given = strip_marks(split_name(form)[0])
        for index, keys in ((self._by_form, {form}), (self._by_surname, _surnames(form)), (self._by_given, {given})):
            for key in keys:
                if person not in index[key]:
                    index[key].append(person)

    def who_is(self, name: str) -> list[Person]:
        """Everybody whom the name can mean: as printed, by surname, by a spelling of it, by a given name."""
        if " " in name:
            return self._by_form.get(name) or self._by_surname.get(name, [])
        if name in self._by_surname:
            return self._by_surname[name]
        if name not in self._alike:
            self._alike[name] = self._find_alike(name)
        if self._alike[name]:
            return self._alike[name]
        if name in given_names() and name not in known_names():
            return [person for person in self._by_given.get(strip_marks(name), []) if " " in person.fullest]
        return []

    def has_given(self, name: str) -> bool:
        """Whether somebody's name begins with it."""
        return strip_marks(name) in self._by_given

    def _find_alike(self, name: str) -> list[Person]:
        """Everybody whose surname is another spelling of the name."""
        if name in words_of("surnames") or len(name) < SHORTEST_VARIANT:
            return []
        plain = strip_marks(name)
        found = [
            person
            for surname, people in self._by_surname.items()
            if " " not in surname and _is_same_surname(strip_marks(surname), plain)
            for person in people
        ]
        return list(dict.fromkeys(found))


def split_name(form: str) -> list[str]:
    """Words of a name without the title that belongs to it and without numerals."""
    words = form.split()
    if len(words) > 1 and words[0] in regnal_titles():
        words = words[1:]
    while len(words) > 1 and NUMERAL.match(words[-1]):
        words.pop()
    return words


def _is_same(one: str, two: str) -> bool:
    """Whether two names printed in full are one person's."""
    left, right = strip_marks(one).split(), strip_marks(two).split()
    if left[-1] != right[-1] and (NUMERAL.match(left[-1]) or NUMERAL.match(right[-1])):
        return False
    if left[0] != right[0] or not _is_same_surname(left[-1], right[-1]):
        return False
    middle, other = left[1:-1], right[1:-1]
    return not middle or not other or [word[0] for word in middle] == [word[0] for word in other]


def _is_same_surname(one: str, two: str) -> bool:
    """Whether two surnames are one, or two spellings of one that no census knows apart."""
    if one == two:
        return True
    surnames = words_of("surnames")
    if min(len(one), len(two)) < SHORTEST_VARIANT or (one in surnames and two in surnames):
        return False
    return one[0] == two[0] and one.rstrip("s") != two.rstrip("s") and ratio(one, two) >= LEAST_LIKENESS


def _surnames(form: str) -> set[str]:
    """Forms under which somebody is mentioned again: the last word, with its particle too."""
    words = split_name(form)
    particles = [index for index, word in enumerate(words) if index and word[0].islower()]
    shorts = {words[-1]}
    if particles:
        shorts.add(" ".join(words[particles[0] :]))
    if words[0] in words_of("family_first") and len(words) <= 3:
        shorts.add(words[0])
    return shorts
