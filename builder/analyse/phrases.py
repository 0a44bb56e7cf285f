"""Noun phrases: tokens in, the speaker that they name out; ``None`` where grammar leaves a doubt."""

import re
from collections import defaultdict
from typing import NamedTuple

from builder.analyse.clauses import Clause, Token
from builder.model import Entity, Span
from builder.words import load_list

# Most words of a speaker's noun phrase.
LONGEST_PHRASE = 14

DETERMINERS = frozenset(
    "a an the one another this these those its his her their our my some many several most all".split()
)
ARTICLES = frozenset("a an the his her their its our my your".split())
PREPOSITIONS = frozenset(
    "of for in at with from on to near against by under over between among inside outside behind about after before "
    "during since until through throughout across around despite without within amid following".split()
)
BE = frozenset("is are was were be been being am 's ’s isn't wasn't weren't isn’t wasn’t weren’t gets got".split())
HAVE = frozenset("has have had having".split())
MODALS = frozenset(
    "will would can could may might must shall should to not never do does did don't doesn't didn't won't wouldn't "
    "don’t doesn’t didn’t won’t wouldn’t can't can’t couldn't couldn’t cannot hasn't hasn’t haven't haven’t hadn’t "
    "nor neither hardly".split()
)
PRONOUNS = frozenset("i you he she it we they me him us them who whom whose which that what there nobody none".split())
SUBORDINATORS = frozenset(
    "that which who whom whose what if whether unless because when while where as after before since until although "
    "though whereas than how why".split()
)
LEADING = frozenset(
    "and but yet so still then later earlier now today yesterday meanwhile however also as while although though "
    "because since where when again afterward afterwards nevertheless nonetheless instead moreover besides "
    "elsewhere overall first second finally additionally furthermore".split()
)
TIMES = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august "
    "september october november december morning afternoon evening night week month year weekend today yesterday "
    "tonight recently day noon midnight".split()
)
QUANTIFIERS = frozenset("one some many most several few others both two three four five another all".split())
# Forms that are nouns as often as verbs; a plural before one in -s, or a singular before a bare one, makes it a noun.
NOUNISH = frozenset(
    "claim claims report reports state states note notes demand demands promise promises pledge pledges vow vows "
    "estimate estimates counter remark remarks forecast forecasts dispute disputes boast boasts joke jokes "
    "tweet tweets caution stress recall quip quips call calls charge charges order orders "
    "reference references attack attacks defense question questions answer answers comment comments address "
    "addresses post posts message messages mention mentions request requests threat signal signals hope hopes fear "
    "fears doubt doubts worry worries reason reasons point points show shows talk talks start starts appeal appeals "
    "quote quotes blame praise fire cast text texts blog blogs email guess bark hint hints voice cry cries sigh "
    "whisper shout shouts scream start begin lecture lectures".split()
)
# Words of saying that always count, those that count beside a quotation or "that", and nouns for those who speak.
CUES = frozenset(load_list("cues"))
WEAK_CUES = frozenset(load_list("weak_cues"))
GROUPS = frozenset(load_list("speaking_groups"))
# Nouns for bodies that speak: "the council".
INSTITUTIONS = frozenset(load_list("institutions"))
# No speaker's noun phrase holds one of these.
NOBODY = frozenset("somebody someone everyone anybody anyone everybody nothing".split())
BARRED = (CUES - NOUNISH) | NOBODY | PRONOUNS | SUBORDINATORS | BE | HAVE | MODALS
# "I’ll", "they’ve"
SHORTENED = re.compile(r"(?:i|you|he|she|it|we|they|who|that|there|what)['’]")
# Nouns that name a person by their ending.
PERSON = re.compile(r"[a-z-]{2,}(?:person|people|woman|women|[^u]man|men|ologists?|[^l]ists)")


class Speaker(NamedTuple):
    """A noun phrase that speaks."""

    span: Span
    named: str | None


class Names:
    """Mentions of an article by the place where they start."""

    def __init__(self, entities: tuple[Entity, ...]) -> None:
        self.starts: dict[int, tuple[int, Entity]] = {}
        for entity in entities:
            for mention in entity.mentions:
                if mention.end > self.starts.get(mention.start, (0, entity))[0]:
                    self.starts[mention.start] = (mention.end, entity)
        self._bodies: dict[str, list[Entity]] = defaultdict(list)
        for entity in entities:
            # The head of "Ministry of Trade" and of "Harbour Towns Council".
            head = re.split(r" (?:of|for) ", entity.name)[0].rpartition(" ")[2].lower()
            if entity.kind == "organisation" and head in INSTITUTIONS and " " in entity.name:
                self._bodies[head].append(entity)

    def find_body(self, clause: Clause, first: int, last: int) -> Entity | None:
        """The one organisation that "the council" can mean: the article's only council, named before."""
        if last - first != 2 or clause[first].low != "the":
            return None
        found = self._bodies.get(clause[last - 1].low, [])
        is_known = len(found) == 1 and found[0].mentions[0].start < clause[first].start
        return found[0] if is_known else None


def is_barred(token: Token, is_first: bool) -> bool:
    """Whether the token cannot be part of a speaker's noun phrase; "US" and "WHO" are names, "us" and "Who" are not."""
    if not token.is_word and token.text[0] not in "@#":
        return True
    if SHORTENED.match(token.low):
        return True
    is_name = token.text.isupper() and len(token.text) > 1
    return token.low in BARRED and not is_name and (is_first or token.text[0].islower() or token.low in PRONOUNS)


def is_group(low: str) -> bool:
    """Whether a noun is one for those who speak."""
    return low in GROUPS or bool(PERSON.fullmatch(low))


def skip_leading(clause: Clause, first: int, last: int) -> int:
    """Where a noun phrase begins behind conjunctions, adverbs and a day: "But on Monday the mayor"."""
    begin = first
    while first < last:
        token = clause[first]
        following = clause[first + 1] if first + 1 < last else None
        if (
            token.low in LEADING
            or (following and (token.low in TIMES or (first > begin and token.low.isdigit())))
            or token.low == ","
            or (token.low.endswith("ly") and following and not is_group(token.low))
        ):
            first += 1
        elif following and token.low in ("on", "in", "this", "last") and _is_time(following):
            first += 2
        else:
            break
    return first


def _is_time(token: Token) -> bool:
    return token.low in TIMES or token.low.isdigit()


class Phrase(NamedTuple):
    """A noun phrase's core: where it ends and what its head is."""

    end: int
    mention: Span | None
    entity: Entity | None


def read_core(clause: Clause, first: int, last: int, names: Names) -> Phrase:
    """The noun phrase's part before its first preposition; a preposition inside a name does not count."""
    place = first
    head: tuple[int, Span, Entity] | None = None
    while place < last:
        token = clause[place]
        end, entity = names.starts.get(token.start, (0, None))
        if entity and end >= token.end:
            start = token.start
            while place < last and clause[place].end <= end:
                place += 1
            if clause[place - 1].end == end:
                head = (place, Span(start, end), entity)
            continue
        if token.low in PREPOSITIONS and token.text[0].islower():
            break
        place += 1
    if head and head[0] == place:
        return Phrase(place, head[1], head[2])
    return Phrase(place, None, None)


def read_speaker(clause: Clause, first: int, last: int, names: Names, *, is_beside: bool) -> Speaker | None:
    """The speaker if all of the tokens are one noun phrase that can speak, else ``None``.

    ``is_beside``: it stands between a quotation and a word of saying, where only a speaker can stand, so that a name
    or a noun that no list holds is enough.
    """
    first = skip_leading(clause, first, last)
    tokens = clause[first:last]
    if not 0 < len(tokens) <= LONGEST_PHRASE:
        return None
    if any(is_barred(token, first + place == 0) for place, token in enumerate(tokens)):
        return None
    core = read_core(clause, first, last, names)
    is_led_twice = core.entity is None and any(token.low in ARTICLES for token in clause[first + 1 : core.end])
    if core.end == first or is_led_twice:
        return None
    head = clause[core.end - 1]
    if head.low.endswith(("'s", "’s", "s'", "s’")) or not _is_sound(clause, first, core, is_beside):
        return None
    span = Span(tokens[0].start, tokens[-1].end)
    has_and = any(token.low in ("and", "or") for token in _outside(clause, first, core))
    is_named = core.entity is not None and core.entity.kind != "place" and not has_and
    body = names.find_body(clause, first, last) if core.entity is None else None
    return Speaker(span, body.name if body else core.entity.name if core.entity and is_named else None)


def _outside(clause: Clause, first: int, core: Phrase) -> Clause:
    """Tokens of the core that are no part of the name at its end."""
    return [token for token in clause[first : core.end] if not core.mention or token.start < core.mention.start]


def _is_sound(clause: Clause, first: int, core: Phrase, is_beside: bool) -> bool:
    """Whether a noun phrase's core is built like that of somebody who speaks."""
    outside, head = _outside(clause, first, core), clause[core.end - 1]
    if any(token.low in ("and", "or") for token in outside) and not all(
        is_group(token.low) or token.low in DETERMINERS or token.low in ("and", "or") or token.text[0].isupper()
        for token in outside
    ):
        return False
    if core.entity is not None:
        lower = [token for token in outside if token.text[0].islower()]
        is_led = bool(outside) and outside[0].low in DETERMINERS
        return is_beside or not lower or (is_group(outside[-1].low) or outside[-1].text[0].isupper()) or is_led
    if is_group(head.low):
        return True
    if head.low in QUANTIFIERS and core.end - first == 1:
        tail = clause[core.end : core.end + LONGEST_PHRASE]
        return bool(tail) and tail[0].low == "of" and any(is_group(token.low) for token in tail[1:4])
    tokens = clause[first : core.end]
    is_name = all(token.text[0].isupper() or is_group(token.low) or token.low == "the" for token in tokens)
    if is_beside:
        return head.is_word and (is_name or clause[first].low in ARTICLES | {"one", "another"})
    # A capital letter at the head of a sentence says nothing of a single word.
    return is_name and head.text[0].isupper() and (len(tokens) > 1 or first > 0) and not head.text.isdigit()
