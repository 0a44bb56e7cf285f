"""Whether two stories that print one full name mean one person: by a title, an office or an organisation in common."""

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from itertools import product

from builder.model import Span
from builder.relate.mentioned import Mentioned, find_main_form, list_full_forms
from builder.titles import find_title
from builder.words import find_words, fold, load_list

Office = frozenset[str]
# Offices, the fullest of each, and organisations.
Evidence = tuple[frozenset[Office], frozenset[str]]
# Before anybody's name: they tell nobody from another.
COURTESY = frozenset("mr mrs ms miss mx dr prof professor sir madam dame lord lady".split())
# What somebody is, behind the name: "Jo Warden, the mayor of Norwick, said".
APPOSED = re.compile(r",\s(?:(?:the|a|an|its|their)\s)?([^,.;:!?()“”\"—–]+)")
BETWEEN_WORDS = 3  # "Harbour Trust | deputy managing director | Jo Warden"


def join_people(groups: list[list[Mentioned]]) -> list[list[Mentioned]]:
    """The groups with persons of different stories as one where that is sure; the first place in order stays."""
    by_form: dict[str, list[int]] = defaultdict(list)
    for number, group in enumerate(groups):
        if group[0].entity.kind == "person" and group[0].split is None:
            for form in {fold(form) for one in group for form in list_full_forms(one.entity)}:
                by_form[form].append(number)
    into = list(range(len(groups)))
    for numbers in by_form.values():
        for one, two in _find_pairs(groups, numbers) if len(numbers) > 1 else ():
            first, second = sorted((_follow(into, one), _follow(into, two)))
            into[second] = first
    joined: dict[int, list[Mentioned]] = {}
    for number, group in enumerate(groups):
        joined.setdefault(_follow(into, number), []).extend(group)
    return list(joined.values())


def _follow(into: list[int], number: int) -> int:
    while into[number] != number:
        number = into[number]
    return number


def _find_pairs(groups: list[list[Mentioned]], numbers: list[int]) -> Iterator[tuple[int, int]]:
    """Groups of one full name that are surely one person, in different stories."""
    known: dict[Evidence, list[int]] = defaultdict(list)
    for number in numbers:
        known[_find_evidence(groups[number])].append(number)
    near = {one: [two for two in known if _are_one(one, two)] for one in known}
    # A mayor who may be that of Norwick or that of Eastby is neither.
    open_ = {
        one: {two for two in listed if any(_contradict(two, three) for three in listed)} for one, listed in near.items()
    }
    for one, listed in near.items():
        for two in listed:
            if two not in open_[one] and one not in open_[two]:
                pairs = product(known[one], known[two])
                yield from ((a, b) for a, b in pairs if a < b and _are_apart(groups, a, b))


def _are_apart(groups: list[list[Mentioned]], one: int, two: int) -> bool:
    """Whether two groups have no story in common."""
    return {mentioned.story for mentioned in groups[one]}.isdisjoint(mentioned.story for mentioned in groups[two])


def _are_one(one: Evidence, two: Evidence) -> bool:
    """Whether two groups share an organisation or an office and nothing parts them."""
    (offices, bodies), (other_offices, other_bodies) = one, two
    if any(_is_same_office(first, second) for first, second in product(offices, other_offices)):
        return True
    return bool(bodies & other_bodies) and not _contradict(one, two)


def _contradict(one: Evidence, two: Evidence) -> bool:
    """Whether two groups have offices of one kind and none in common: the mayors of two towns."""
    pairs = [pair for pair in product(one[0], two[0]) if pair[0] & pair[1] & _offices()]
    return bool(pairs) and not any(_is_same_office(*pair) for pair in pairs)


def _is_same_office(one: Office, two: Office) -> bool:
    """One office where nothing parts them: the mayor may be the mayor of Norwick, who is not the mayor of Eastby."""
    return bool(one & two & _offices()) and (one <= two or two <= one)


def _find_evidence(group: list[Mentioned]) -> Evidence:
    """Offices and organisations that stand beside the name."""
    offices: set[Office] = set()
    bodies: set[str] = set()
    for one in group:
        text = one.briefing.article.text
        named = [entity for entity in one.briefing.analysis.entities if entity.kind == "organisation"]
        for span in one.entity.mentions:
            sentence = _find_sentence(one, span)
            behind = APPOSED.match(text, span.end, sentence.end)
            offices |= _find_offices(text, sentence, span, behind[1] if behind else "")
            for entity in named:
                near = [other for other in entity.mentions if sentence.start <= other.start < sentence.end]
                if any(_stands_beside(text, span, other, behind) for other in near):
                    bodies.add(find_main_form(entity.name))
    fullest = frozenset(one for one in offices if not any(one < other for other in offices))
    return fullest, frozenset(bodies)


def _find_sentence(one: Mentioned, span: Span) -> Span:
    """The sentence that holds a mention."""
    spans = (sentence.span for sentence in one.briefing.analysis.sentences)
    return next((other for other in spans if other.start <= span.start < other.end), span)


def _find_offices(text: str, sentence: Span, span: Span, behind: str) -> set[Office]:
    """Words of the title before a name and, where they name a place or a body too, of what stands behind it."""
    found = set()
    title = find_title(text, sentence, span)
    if title:
        found.add(frozenset(fold(word) for word in find_words(text[title.start : span.start])) - COURTESY)
    words = find_words(behind)
    named = {fold(word) for word in words if word[0].isupper()}
    if named and {fold(word) for word in words} & _offices():
        found.add(frozenset({fold(word) for word in words} & _offices()) | named)
    return {one for one in found if one & _offices()}


def _stands_beside(text: str, name: Span, body: Span, behind: re.Match[str] | None) -> bool:
    """Whether an organisation stands right beside a person's name, as the one that the person is of."""
    if behind and behind.start(1) <= body.start < behind.end(1):
        return bool({fold(word) for word in find_words(behind[1])} & _offices())
    if body.end <= name.start:
        between = re.sub(r"^['’]s\b", "", text[body.end : name.start]).split()
        is_short = 0 < len(between) <= BETWEEN_WORDS
        return is_short and all(word.isalpha() for word in between) and fold(between[-1]) in _offices()
    return re.fullmatch(r"\s(?:of|from|with)(?:\sthe)?\s", text[name.end : body.start]) is not None


@cache
def _offices() -> frozenset[str]:
    """Words for an office, a rank or a profession."""
    words = (*load_list("titles"), *load_list("roles"))
    return frozenset(fold(word.strip("~^")) for word in words if " " not in word) - COURTESY
