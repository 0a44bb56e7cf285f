"""Names that may be one and that the builder keeps apart, with where each stands."""

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import combinations
from typing import Literal

from rapidfuzz import fuzz

from builder.model import CastMember, Collection, Editor
from builder.review.wanted import find_place, make_plain, quote
from builder.words import fold, load_list

MOST_PAIRS = 36  # more than an editor decides in one sitting
MOST_ALIKE = 40  # names that share a surname or a beginning; among more, likeness says nothing
WORD_LIKE = 80  # of 100: Defence and Defense are 86, Lopez and Lopes 80; Northern and Southern 75
ALONE_LIKE = 85  # a name of one word has no other word to bear it out
ALONE_LENGTH = 6  # letters; shorter ones differ too little
FIRST_NAME_LIKE = 75  # with the same initial and surname: Erik and Eric are 75, Stephen and Steven 77
SMALL_WORDS = frozenset("of the and for in on to de la du des del der und et y".split())
ACRONYM = re.compile(r"(?:[A-Z]\.?){2,8}")
# Known places and bodies are what their names say; one line of these lists is one of them.
KNOWN = ("countries", "states", "cities", "large_cities", "places", "bodies")

Reason = Literal["spelled alike", "one the acronym of the other", "first names alike", "one the shorter form"]
# The likeliest first.
REASONS: tuple[Reason, ...] = (
    "spelled alike",
    "one the acronym of the other",
    "first names alike",
    "one the shorter form",
)


@dataclass(frozen=True, slots=True)
class Pair:
    """Two names of one kind; the first is the one to stay."""

    one: CastMember
    two: CastMember
    reason: Reason


def find_points(collection: Collection) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The likeliest pairs, each with the line that makes them one."""
    for pair in find_pairs(collection)[:MOST_PAIRS]:
        shown = " and ".join(
            f"“{make_plain(one.name)}” ({_find_marker(collection, one)})" for one in (pair.one, pair.two)
        )
        line = f"names: {{merge: [[{quote(pair.one.name)}, {quote(pair.two.name)}]]}}"
        yield f"the same {pair.one.kind}? {shown}: {pair.reason}", (line,)


def find_suppressed(collection: Collection) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Suppressed full names that no article prints, and printed names that are alike.

    The points name the names: they are for the editor, who wrote the one and publishes the other.
    """
    withheld = {number for briefing in collection.briefings for number in briefing.article.source.withheld}
    for number, name in enumerate(collection.editor.suppressed, start=1):
        if " " in name.strip() and number not in withheld:
            yield f"suppress: no article prints “{make_plain(name)}”; is it spelled as there?", ()
        words = _plain_words(name)
        for member in collection.cast:
            if member.kind == "person" and _are_alike(words, _plain_words(member.name)):
                yield (
                    f"suppress: “{make_plain(member.name)}” is printed; is it “{make_plain(name)}”?",
                    (f"suppress: [{quote(name)}, {quote(member.name)}]",),
                )


def find_pairs(collection: Collection) -> list[Pair]:
    """Pairs that neither the builder nor the editor has decided on, the likeliest and most often named first."""
    pairs: dict[tuple[str, frozenset[str]], Pair] = {}
    for bucket in _group(collection.cast):
        for one, two in combinations(bucket, 2):
            pair = _compare(one, two)
            if pair and not _is_settled(collection.editor, one, two):
                pairs.setdefault((one.kind, frozenset((one.slug, two.slug))), pair)
    partners = Counter(pair.two.slug for pair in pairs.values() if pair.reason == "one the shorter form")
    # A short form that fits two names is neither.
    kept = [pair for pair in pairs.values() if pair.reason != "one the shorter form" or partners[pair.two.slug] == 1]
    return sorted(kept, key=lambda pair: (REASONS.index(pair.reason), -_count(pair), pair.one.name, pair.two.name))


def _count(pair: Pair) -> int:
    return sum(len(one.mentions) for member in (pair.one, pair.two) for one in member.mentions)


def _find_marker(collection: Collection, member: CastMember) -> str:
    """The article and the paragraph that mention a name first."""
    first = member.mentions[0]
    article = next(one.article for one in collection.briefings if one.article.id == first.briefing)
    return f"{make_plain(article.source.path)} {find_place(article, first.mentions[0])}"


def _plain_words(name: str) -> tuple[str, ...]:
    """Words for comparison, without accents, points and what is around them."""
    letters = unicodedata.normalize("NFKD", fold(name).replace(".", " "))
    return tuple("".join(one for one in letters if not unicodedata.combining(one)).split())


def _group(cast: tuple[CastMember, ...]) -> list[list[CastMember]]:
    """Members that share what two forms of one name share; only these are compared."""
    groups: dict[tuple[str, ...], list[CastMember]] = defaultdict(list)
    for member in cast:
        words = _plain_words(member.name)
        if not words:
            continue
        keys = [("initials", str(len(words)), *(word[0] for word in words)), ("joined", "".join(words))]
        keys += [("beginning", *words[:2])] if len(words) > 1 else []
        keys += [("surname", words[-1])] if member.kind == "person" else []
        keys += [("acronym", letters)] if (letters := _find_letters(member.name)) else []
        for key in dict.fromkeys(keys):
            groups[(member.kind, *key)].append(member)
    return [group for group in groups.values() if 1 < len(group) <= MOST_ALIKE]


def _find_letters(name: str) -> str | None:
    """The letters of an acronym, or those that one of the name would have."""
    if _is_acronym(name):
        return name.replace(".", "").casefold()
    words = [word for word in _plain_words(name) if word not in SMALL_WORDS]
    return "".join(word[0] for word in words) if len(words) > 1 else None


def _is_acronym(name: str) -> bool:
    return bool(ACRONYM.fullmatch(name))


def _compare(one: CastMember, two: CastMember) -> Pair | None:
    """The pair in the order in which it is to be merged; ``None`` if nothing speaks for one name."""
    first, second = _plain_words(one.name), _plain_words(two.name)
    if {fold(one.name), fold(two.name)} <= _known() or _find_digits(first) != _find_digits(second):
        return None
    if one.kind != "person" and _is_acronym(one.name) != _is_acronym(two.name):
        long, short = (two, one) if _is_acronym(one.name) else (one, two)
        is_same = _find_letters(long.name) == _find_letters(short.name)
        return Pair(long, short, "one the acronym of the other") if is_same else None
    if _are_alike(first, second):
        return Pair(*_order(one, two), "spelled alike")
    if one.kind == "person" and _have_like_first_names(first, second):
        return Pair(*_order(one, two), "first names alike")
    if one.kind != "place":
        long, short = (one, two) if len(first) > len(second) else (two, one)
        if _is_shorter(_plain_words(long.name), _plain_words(short.name), is_person=one.kind == "person"):
            return Pair(long, short, "one the shorter form")
    return None


def _order(one: CastMember, two: CastMember) -> tuple[CastMember, CastMember]:
    """The name that is mentioned more often first; of equals the one that the cast has first."""
    counts = [sum(len(statistic.mentions) for statistic in member.mentions) for member in (one, two)]
    return (one, two) if counts[0] >= counts[1] else (two, one)


def _find_digits(words: tuple[str, ...]) -> list[str]:
    """Numbers in a name: the 71st of something is not its 72nd."""
    return re.findall(r"\d+", " ".join(words))


def _are_alike(first: tuple[str, ...], second: tuple[str, ...]) -> bool:
    """Whether every word is a spelling of the other's."""
    if "".join(first) == "".join(second):
        return True
    if len(first) != len(second):
        return False
    if len(first) == 1:
        is_long = min(len(first[0]), len(second[0])) >= ALONE_LENGTH
        return is_long and fuzz.ratio(first[0], second[0]) >= ALONE_LIKE
    return all(fuzz.ratio(one, two) >= WORD_LIKE for one, two in zip(first, second, strict=True))


def _have_like_first_names(first: tuple[str, ...], second: tuple[str, ...]) -> bool:
    """Same surname, and a first name that is another spelling, the beginning or the initial of the other's."""
    if min(len(first), len(second)) < 2 or first[-1] != second[-1]:
        return False
    one, two = first[0], second[0]
    return one[0] == two[0] and (one.startswith(two) or two.startswith(one) or fuzz.ratio(one, two) >= FIRST_NAME_LIKE)


def _is_shorter(long: tuple[str, ...], short: tuple[str, ...], *, is_person: bool) -> bool:
    """Whether a name is the beginning of the other, in two words or more, or a person's surname alone."""
    if len(short) > 1:
        return len(long) > len(short) and long[: len(short)] == short
    return is_person and len(long) > 1 and long[-1] == short[0]


@cache
def _known() -> frozenset[str]:
    return frozenset(fold(form) for name in KNOWN for line in load_list(name) for form in line.split(" = "))


def _is_settled(editor: Editor, one: CastMember, two: CastMember) -> bool:
    """Whether the site file makes the two one, or says that they are not."""
    forms = [{fold(form) for form in (member.name, *member.aliases)} for member in (one, two)]
    decided = (*editor.merged_names, *editor.apart_names)
    if any(all(own & set(map(fold, group)) for own in forms) for group in decided):
        return True
    for split in editor.split_names:
        if split.articles and all(fold(split.name) in own or fold(split.shown or split.name) in own for own in forms):
            return True
        other = {fold(form) for form in (*split.forms, split.shown or "") if form}
        for own, rest in (forms, forms[::-1]):
            if fold(split.name) in own and other & rest:
                return True
    return False
