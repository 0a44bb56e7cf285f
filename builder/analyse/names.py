"""People, organisations and places of one article: its sentences in, entities out.

Two passes: the first takes what a sentence itself tells (a list, a title, an organisation's word), the second gives
short forms to what the first found. A name whose kind or owner is not sure is left out.
"""

import re
from collections import Counter, defaultdict
from dataclasses import dataclass

from builder.analyse.doubtful_people import settle
from builder.analyse.gazetteer import known_names, words_of
from builder.analyse.name_kinds import IN_BEFORE, NEAR, Candidate, find_candidates, has_place_evidence
from builder.analyse.people import People, split_name
from builder.analyse.person_evidence import VERB_BEHIND
from builder.model import Article, Entity, EntityKind, Sentence, Span

ACRONYM = re.compile(r"[A-Z]{3,6}$")
ACRONYM_BEHIND = re.compile(r"\ \(([A-Z][A-Za-z]?[A-Z]{1,6})\)")
# Who speaks, owns, or has members is an organisation, if acronyms are asked.
BODY_BEHIND = re.compile(
    r"""['’]s\b | \ (?:said|says|announced|stated|told|warned|reported
    |officials?|spokes\w+|members?|leaders?|chief|executives?)\b""",
    re.VERBOSE,
)
FAMILY_BEHIND = re.compile(r"\ (?:family|families|brothers|sisters|couple|siblings|twins|clan)\b")
COMPANY_FORM = re.compile(
    r"(?:,?\ (?:Inc|Ltd|Limited|Corp|Corporation|Company|Co|PLC|plc|LLC|AG|NV|GmbH|Group|Holdings)\.?)+$"
)
WORD = re.compile(r"[^\W\d_]+")
LEAST_WORDS_WITH_STOP = 8  # a short sentence may hold two names and little else
LEAST_WORDS = 4  # fewer words are no sentence by which to tell a headline
HEADLINE_SHARE = 0.75  # of the longer words; above it capitals say nothing

HONORIFIC = re.compile(r"\b(Mr|Mrs|Ms)\.?\ $")

Key = tuple[EntityKind, str]


@dataclass(frozen=True, slots=True)
class Mention:
    """A name with its owner."""

    start: int
    end: int
    key: Key


def find(article: Article, sentences: tuple[Sentence, ...]) -> tuple[Entity, ...]:
    """Names in the order of their first mention; each mention reads as the name or an alias."""
    text = article.text
    candidates: list[Candidate] = []
    for sentence in sentences:
        is_headline = _is_headline(text[sentence.span.start : sentence.span.end])
        for candidate in find_candidates(text, sentence.span.start, sentence.span.end):
            if not _is_quoted(text, candidate) and (not is_headline or candidate.text in known_names()):
                candidates.append(candidate)
            elif is_headline and candidate.kind != "organisation":
                candidates.append(Candidate(candidate.text, candidate.start, candidate.end, None, False, True))
    candidates = settle(text, candidates, find_plain(text))
    people = People(
        [c.text for c in candidates if c.kind == "person" and " " in c.text],
        _find_titled(text, candidates),
    )
    finder = _Finder(text, candidates, people)
    return _make_entities(text, [mention for candidate in candidates for mention in finder.resolve(candidate)])


def find_plain(text: str) -> set[str]:
    """Words that the text prints in small letters."""
    return {word for word in WORD.findall(text) if word.islower()}


def _find_titled(text: str, candidates: list[Candidate]) -> list[str]:
    """Names that only a title goes before; none that both a man and a woman bear."""
    sexes: dict[str, set[str]] = defaultdict(set)
    for candidate in candidates:
        if candidate.kind == "person" and " " not in candidate.text:
            honorific = HONORIFIC.search(text[max(0, candidate.start - 6) : candidate.start])
            sexes[candidate.text] |= {"m" if honorific[1] == "Mr" else "f"} if honorific else set()
    return [name for name, found in sexes.items() if len(found) < 2]


def _is_headline(sentence: str) -> bool:
    """Whether nearly all longer words have capitals and no full stop closes them."""
    words = [word for word in WORD.findall(sentence) if len(word) > 3]
    least = LEAST_WORDS_WITH_STOP if sentence.rstrip("”\"’'").endswith(".") else LEAST_WORDS
    return len(words) >= least and sum(word[0].isupper() for word in words) > HEADLINE_SHARE * len(words)


def _is_quoted(text: str, candidate: Candidate) -> bool:
    """Whether quotation marks hold the sequence and nothing else: the title of a work, a nickname."""
    before, behind = text[max(0, candidate.start - 1) : candidate.start], text[candidate.end : candidate.end + 2]
    return (
        before in ("“", '"', "‘") and bool(re.match(r"[,.!?]?[”\"’]", behind)) and candidate.text not in known_names()
    )


class _Finder:
    """What the first pass over an article's candidates found, for the second to ask."""

    def __init__(self, text: str, candidates: list[Candidate], people: People) -> None:
        self.text = text
        self.people = people
        self.plain = find_plain(text)
        self.counts = Counter(candidate.text for candidate in candidates)
        self.sure_places = {c.text for c in candidates if c.kind == "place" and not c.is_weak}
        self.bodies = self._find_bodies(candidates)
        # "Ford" beside "Ford Motor Company" and a Mr Ford is either.
        self.companies = {name.split()[0] for name in self.bodies.values() if COMPANY_FORM.search(name)}
        self.acronyms = {
            c.text for c in candidates if ACRONYM.match(c.text) and BODY_BEHIND.match(text, c.end) and c.kind is None
        }

    def _find_bodies(self, candidates: list[Candidate]) -> dict[str, str]:
        """Main form of every printed form of the article's own organisations; a form of two bodies is none's."""
        owners: dict[str, set[str]] = defaultdict(set)
        for candidate in candidates:
            name = candidate.text
            if candidate.kind != "organisation" or name in known_names():
                continue
            owners[name].add(name)
            short = COMPANY_FORM.sub("", name)
            if short != name and short not in words_of("common_words") and short not in words_of("demonyms"):
                owners[short].add(name)
            initials = "".join(word[0] for word in name.split() if word[0].isupper())
            printed = ACRONYM_BEHIND.match(self.text, candidate.end)
            if printed and _abbreviates(printed[1], name):
                owners[printed[1]].add(name)
            elif len(initials) >= 3 and initials not in words_of("acronyms_not_names"):
                owners[initials].add(name)
        return {form: min(names) for form, names in owners.items() if len(names) == 1}

    def resolve(self, candidate: Candidate) -> list[Mention]:
        """The mentions that a candidate holds: none, one, or two people joined by a hyphen."""
        key = self._tell(candidate)
        if key:
            return [Mention(candidate.start, candidate.end, key)]
        if candidate.kind is None and "-" in candidate.text and " " not in candidate.text:
            return self._resolve_joined(candidate)
        return []

    def _resolve_joined(self, candidate: Candidate) -> list[Mention]:
        """Both people of "Roe-Doe talks", if both are known."""
        mentions, start = [], candidate.start
        for part in candidate.text.split("-"):
            person = self.people.who_is(part)
            if len(person) != 1:
                return []
            mentions.append(Mention(start, start + len(part), ("person", person[0].fullest)))
            start += len(part) + 1
        return mentions

    def _tell(self, candidate: Candidate) -> Key | None:
        """Whom or what a candidate names; ``None`` if not sure."""
        name, known = candidate.text, known_names().get(candidate.text)
        if candidate.kind == "person":
            return self._tell_person(candidate)
        if name in self.bodies:
            return "organisation", self.bodies[name]
        is_single = " " not in name
        named = self.people.who_is(name) if is_single or candidate.kind is None else []
        if candidate.kind == "place" and known:
            if named and candidate.is_weak and self._is_surname(candidate):
                return self._tell_person(candidate)
            if named or (
                self.people.has_given(name) and not has_place_evidence(self.text, candidate.start, candidate.end)
            ):
                return None
            if candidate.is_weak and name not in self.sure_places:
                return None
            return "place", known.main
        if candidate.kind:
            return candidate.kind, known.main if known else name
        if named:
            return self._tell_person(candidate)
        if name in self.sure_places:
            return "place", name
        if name in self.acronyms and self.counts[name] > 1 and name not in words_of("acronyms_not_names"):
            return "organisation", name
        return None

    def _is_surname(self, candidate: Candidate) -> bool:
        """Whether a town's name stands for somebody of that surname: nothing in the article says that it is a town."""
        name, before = candidate.text, self.text[max(0, candidate.start - NEAR) : candidate.start]
        if name in self.sure_places or name in words_of("countries") or name in words_of("states"):
            return False
        is_last = any(split_name(person.fullest)[-1] == name for person in self.people.who_is(name))
        return is_last and not IN_BEFORE.search(before)

    def _tell_person(self, candidate: Candidate) -> Key | None:
        """The one person whom the candidate can mean."""
        name = candidate.text
        if not candidate.is_titled:
            is_plain = name in words_of("common_words") or name.lower() in self.plain or name in words_of("calendar")
            is_subject = name in words_of("surnames") and VERB_BEHIND.match(self.text, candidate.end)
            if (candidate.is_opening and is_plain and not is_subject) or name in words_of("demonyms"):
                return None
            if FAMILY_BEHIND.match(self.text, candidate.end):
                return None
            if name in self.companies:
                return None
        named = self.people.who_is(name)
        return ("person", named[0].fullest) if len(named) == 1 else None


def _abbreviates(acronym: str, name: str) -> bool:
    """Whether the acronym's letters are, in this order, letters of the name, and its first letter the name's."""
    letters = iter(name.casefold())
    return acronym[0] == name[0] and all(letter in letters for letter in acronym.casefold())


def _make_entities(text: str, mentions: list[Mention]) -> tuple[Entity, ...]:
    """Mentions brought together by owner."""
    spans: dict[Key, list[Span]] = defaultdict(list)
    for mention in mentions:
        spans[mention.key].append(Span(mention.start, mention.end))
    entities = []
    for (kind, main), places in spans.items():
        forms = list(dict.fromkeys(text[span.start : span.end] for span in places))
        name = main if main in forms else max(forms, key=len)
        entities.append(Entity(name, kind, tuple(form for form in forms if form != name), tuple(places)))
    return tuple(entities)
