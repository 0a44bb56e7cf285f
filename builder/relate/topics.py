"""Topics from the text: nouns that several articles of a story use, named by the form printed most often."""

import re
from collections import Counter, defaultdict
from dataclasses import dataclass
from functools import cache

from builder.model import Briefing, Span, Statistic, StoryTopic
from builder.slug import make_slug
from builder.words import load_list

MOST = 40
LEAST_BRIEFINGS = 2
LEAST_NOUN_SHARE = 0.4  # of a word's places; a word that is a verb or an adjective more often names no topic
SURE_NOUN_SHARE = 0.6
TOKEN = re.compile(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*|\d+|[^\w\s]")
# Before a noun phrase; "to" and pronouns stand before verbs.
LEADS = frozenset(
    "the a an of in on for with from by at over under against between after during amid despite its their his her our"
    " this these that those some any no more several many new about into through across around".split()
)


@dataclass(frozen=True, slots=True)
class _Token:
    text: str
    span: Span


def find(briefings: tuple[Briefing, ...]) -> tuple[StoryTopic, ...]:
    """Topics named in two briefings or more, by number of briefings, then mentions, then name."""
    places: dict[str, dict[str, list[Span]]] = defaultdict(lambda: defaultdict(list))
    nouns: Counter[str] = Counter()
    heads: dict[str, set[str]] = defaultdict(set)
    forms: dict[str, Counter[str]] = defaultdict(Counter)
    head_forms: dict[str, Counter[str]] = defaultdict(Counter)
    for briefing in briefings:
        names = {span.start for entity in briefing.analysis.entities for span in entity.mentions}
        for sentence in briefing.analysis.sentences if briefing.analysis.is_attempted else ():
            tokens = _tokens(briefing.article.text, sentence.span)
            for index, token in enumerate(tokens):
                key = _stem(token.text)
                if token.span.start in names or not _is_content(token.text):
                    continue
                places[key][briefing.article.id].append(token.span)
                # A form that closes a phrase names the thing (drones); one inside it only marks another (drone strike).
                forms[key][token.text] += 1
                head_forms[key][token.text] += _is_head(tokens, index)
                nouns[key] += _is_noun_place(tokens, index)
                if _is_head(tokens, index):
                    heads[key].add(briefing.article.id)
    kept = [
        StoryTopic(make_slug(name), name, tuple(Statistic(one, tuple(spans)) for one, spans in found.items()))
        for key, found in places.items()
        if len(found) >= LEAST_BRIEFINGS
        and _is_noun(len(heads[key]), nouns[key] / sum(forms[key].values()))
        and (name := _name(head_forms[key]))
    ]
    kept.sort(key=lambda topic: (-len(topic.mentions), -sum(len(one.mentions) for one in topic.mentions), topic.name))
    return tuple({topic.id: topic for topic in reversed(kept[:MOST])}.values())[::-1]


def _is_noun(heads: int, share: float) -> bool:
    """Whether a word is a noun: it closes noun phrases of two briefings, or stands in one nearly everywhere."""
    return (heads >= LEAST_BRIEFINGS and share >= LEAST_NOUN_SHARE) or (heads > 0 and share >= SURE_NOUN_SHARE)


def _tokens(text: str, span: Span) -> list[_Token]:
    return [_Token(found[0], Span(*found.span())) for found in TOKEN.finditer(text, span.start, span.end)]


def _is_content(word: str) -> bool:
    """Whether a word may name a topic: lower case, no grammar, no general word of the news."""
    is_plain = word.islower() and word.isalpha() and len(word) >= 4 and not word.endswith(("ed", "ly"))
    return is_plain and _stem(word) not in _general()


@cache
def _general() -> frozenset[str]:
    words = (*load_list("stop_words"), *load_list("general_words"))
    return frozenset(words) | frozenset(_stem(word) for word in words)


def _stem(word: str) -> str:
    """The singular of a regular plural, in lower case; good enough to group the forms of one noun."""
    plain = word.lower()
    if plain.endswith("ies") and len(plain) > 5:
        return plain[:-3] + "y"
    if plain.endswith(("sses", "shes", "ches", "xes")):
        return plain[:-2]
    return plain[:-1] if plain.endswith("s") and not plain.endswith(("ss", "us", "is")) and len(plain) > 4 else plain


def _is_noun_place(tokens: list[_Token], index: int) -> bool:
    """Whether the word stands in a noun phrase that a determiner or a preposition opens."""
    start = index
    while start and tokens[start - 1].text[0].isalpha() and tokens[start - 1].text.lower() not in _grammar():
        start -= 1
    return bool(start) and tokens[start - 1].text.lower() in LEADS


def _is_head(tokens: list[_Token], index: int) -> bool:
    """Whether the word closes a noun phrase that a determiner or a preposition opens."""
    after = tokens[index + 1].text if index + 1 < len(tokens) else "."
    if after[0].isalpha() and after.lower() not in _grammar():
        return False
    return _is_noun_place(tokens, index)


@cache
def _grammar() -> frozenset[str]:
    return frozenset(load_list("stop_words"))


def _name(forms: Counter[str]) -> str:
    """The form printed most often; of equals the longer, which is the plural."""
    return min(forms, key=lambda form: (-forms[form], -len(form), form))
