"""Topics from the text: nouns that several articles of a story use, named by their commonest form as a thing."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from functools import cache

from builder.model import Briefing, Editor, Problem, Span, Statistic, StoryTopic
from builder.slug import make_slug
from builder.words import fold, load_list

MOST = 40
LEAST_BRIEFINGS = 2
LEAST_NOUN_SHARE = 0.4  # of a word's places; a word that is a verb or an adjective more often names no topic
SURE_NOUN_SHARE = 0.6
TOKEN = re.compile(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*|\d+|[^\w\s]")
DETERMINERS = frozenset("the a an their its his her our this these that those some any no every several many".split())
# What opens a noun phrase; "to" and pronouns stand before verbs.
LEADS = DETERMINERS | frozenset(
    "of in on for with from by at over under against between after during amid despite more new about into through"
    " across around and".split()
)


@dataclass(frozen=True, slots=True)
class _Token:
    text: str
    span: Span


@dataclass(slots=True)
class _Evidence:
    """Where a word stands in the articles, gathered while they are read."""

    places: dict[str, list[Span]] = field(default_factory=lambda: defaultdict(list))
    forms: Counter[str] = field(default_factory=Counter)
    in_phrase: int = 0
    """Places in a noun phrase."""
    closing: set[str] = field(default_factory=set)
    """Briefings in which it closes a noun phrase, as the noun does."""
    opened: set[str] = field(default_factory=set)
    """Briefings in which a determiner or a preposition stands right before it."""

    def add(self, briefing: str, tokens: list[_Token], index: int) -> None:
        """Count one place."""
        token = tokens[index]
        before = tokens[index - 1].text.lower() if index else ""
        closes = _is_head(tokens, index)
        self.places[briefing].append(token.span)
        # A form that closes a phrase names the thing (drones); one inside it only marks another (drone strike).
        is_joined = index + 1 < len(tokens) and tokens[index + 1].text in ("and", "or")
        self.forms[token.text.lower()] += int(closes and not is_joined)
        self.in_phrase += _is_noun_place(tokens, index)
        if closes:
            self.closing.add(briefing)
        # "in determining whether": behind a preposition such a form is a verb.
        if before in (DETERMINERS if token.text.endswith("ing") else LEADS - {"and"}):
            self.opened.add(briefing)

    def is_noun(self) -> bool:
        """Whether it closes noun phrases of two briefings, or stands in one nearly everywhere."""
        share = self.in_phrase / sum(map(len, self.places.values()))
        is_wide = len(self.closing) >= LEAST_BRIEFINGS and share >= LEAST_NOUN_SHARE
        return bool(self.opened) and (is_wide or (bool(self.closing) and share >= SURE_NOUN_SHARE))


def find(briefings: tuple[Briefing, ...]) -> tuple[StoryTopic, ...]:
    """All topics named in two briefings or more, by number of briefings, then mentions, then name."""
    words: dict[str, _Evidence] = defaultdict(_Evidence)
    for briefing in briefings:
        names = {span.start for entity in briefing.analysis.entities for span in entity.mentions}
        for sentence in briefing.analysis.sentences if briefing.analysis.is_attempted else ():
            tokens = _tokens(briefing.article.text, sentence.span)
            for index, token in enumerate(tokens):
                printed = token.text if index else token.text.lower()
                if token.span.start not in names and _is_content(printed):
                    words[_stem(printed)].add(briefing.article.id, tokens, index)
    kept = [
        StoryTopic(make_slug(name), name, tuple(Statistic(one, tuple(spans)) for one, spans in word.places.items()))
        for word in words.values()
        if len(word.places) >= LEAST_BRIEFINGS and word.is_noun() and (name := _name(word.forms))
    ]
    return tuple(sorted(kept, key=_rank))


def _rank(topic: StoryTopic) -> tuple[int, int, str]:
    return -len(topic.mentions), -sum(len(one.mentions) for one in topic.mentions), topic.name


def edit(topics: tuple[StoryTopic, ...], order: tuple[str, ...], editor: Editor) -> tuple[StoryTopic, ...]:
    """The topics of a story as the editor merged, renamed and hid them, the first of them by rank.

    ``order`` are the ids of the story's briefings.
    """
    edited = list(topics)
    for names in editor.merged_topics:
        same = [topic for name in names for topic in edited if _is_called(topic, name)]
        same = list(dict.fromkeys(same))
        if len(same) > 1:
            joined = _join(same, order)
            edited = [joined if topic is same[0] else topic for topic in edited if topic not in same[1:]]
    renamed = [(topic, _find_new_name(topic, editor)) for topic in edited if not _is_hidden(topic, editor)]
    named = [replace(topic, name=name, is_edited=True) if name else topic for topic, name in renamed]
    kept = sorted(named, key=_rank)[:MOST]
    return tuple({topic.id: topic for topic in reversed(kept)}.values())[::-1]


def _is_called(topic: StoryTopic, name: str) -> bool:
    """Whether a name or an id of the editor's is this topic's, in the singular or the plural."""
    return name == topic.id or _stem(fold(name)) == _stem(fold(topic.name))


def _is_hidden(topic: StoryTopic, editor: Editor) -> bool:
    return any(_is_called(topic, name) for name in editor.hidden_topics)


def _find_new_name(topic: StoryTopic, editor: Editor) -> str | None:
    return next((shown for name, shown in editor.renamed_topics if _is_called(topic, name)), None)


def _join(topics: list[StoryTopic], order: tuple[str, ...]) -> StoryTopic:
    """One topic under the name and id of the first."""
    spans: dict[str, list[Span]] = defaultdict(list)
    for topic in topics:
        for one in topic.mentions:
            spans[one.briefing] += one.mentions
    mentions = tuple(
        Statistic(one, tuple(sorted(spans[one], key=lambda span: span.start))) for one in order if one in spans
    )
    return replace(topics[0], mentions=mentions, is_edited=True)


def find_faults(topics: Iterable[StoryTopic], editor: Editor) -> tuple[Problem, ...]:
    """A line for each topic of the editor's file that no story has; ``topics`` are those of all stories, unedited."""
    known = tuple(topics)
    named = [("merge", name) for names in editor.merged_topics for name in names]
    named += [("rename", name) for name, _ in editor.renamed_topics]
    named += [("hide", name) for name in editor.hidden_topics]
    problems = [
        Problem(
            editor.file,
            None,
            f"topics.{key}: no story of this edition has the topic {name!r}",
            "write it as the page of topics prints it, or take it out",
        )
        for key, name in dict.fromkeys(named)
        if not any(_is_called(topic, name) for topic in known)
    ]
    problems += [
        Problem(editor.file, None, f"topics.rename: another topic is called {shown!r}", "merge the two")
        for name, shown in editor.renamed_topics
        if any(_is_called(topic, shown) and not _is_called(topic, name) for topic in known)
    ]
    return tuple(problems)


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
