"""Relating from end to end: stories, letters, and what each briefing has in common with the others."""

from collections import defaultdict
from collections.abc import Iterator
from itertools import count, product
from string import ascii_uppercase

from builder.config import Config
from builder.model import Briefing, CastMember, Collection, Lock, Placement, Related, Story, StoryTopic
from builder.relate import bottom_line, cast, timeline, topics
from builder.words import load_list

MOST_RELATED = 4
TITLE_PLACES = 2
TITLE_TOPICS = 3
LEAST_SHARE = 3  # a topic of the title is named by a third of the articles at least
LEAST_BRIEFINGS = 2  # that share a place or a topic of the title


def relate(briefings: tuple[Briefing, ...], config: Config, lock: Lock) -> Collection:
    """The collection; all articles are one story, which an article without fellows is too.

    What the lock holds was given in an earlier edition and stays.
    """
    members = cast.find(briefings)
    dated = timeline.find(briefings)
    if not briefings:
        return Collection((), (), (), members, dated)
    story = _tell_story(briefings, config, members)
    placements = tuple(
        Placement(
            briefing=briefing.article.id,
            story=story.id,
            label=label,
            related=_find_related(briefing.article.id, story.topics, members),
            near_duplicate_of=None,
        )
        for briefing, label in zip(briefings, _labels(), strict=False)
    )
    return Collection(briefings, (story,), placements, members, dated)


def _tell_story(briefings: tuple[Briefing, ...], config: Config, members: tuple[CastMember, ...]) -> Story:
    shared = topics.find(briefings)
    return Story(
        # The first article stays the first, so the address stays.
        id=briefings[0].article.id,
        title=config.story_title or _make_title(members, shared, len(briefings)),
        briefings=tuple(briefing.article.id for briefing in briefings),
        bottom_line=bottom_line.find(briefings),
        topics=shared,
        cast=members,
        timeline=timeline.find(briefings),
    )


def _labels() -> Iterator[str]:
    """A, B … Z, AA, AB …: the letters of a story's sources in file order."""
    for length in count(1):
        yield from map("".join, product(ascii_uppercase, repeat=length))


def _make_title(members: tuple[CastMember, ...], shared: tuple[StoryTopic, ...], total: int) -> str | None:
    """The two countries and the three topics that most articles name; ``None`` if too few share a topic."""
    countries = set(load_list("countries"))
    named = [one.name for one in members if one.name in countries and len(one.mentions) >= LEAST_BRIEFINGS]
    wide = [topic for topic in shared if len(topic.mentions) * LEAST_SHARE >= total]
    subjects = [topic.name for topic in wide[:TITLE_TOPICS]]
    if not subjects:
        return None
    listed = " and ".join(filter(None, [", ".join(subjects[:-1]), subjects[-1]]))
    if len(named) < TITLE_PLACES:
        return listed[0].upper() + listed[1:]
    return f"{' and '.join(named[:TITLE_PLACES])}: {listed}"


def _find_related(
    briefing: str, shared: tuple[StoryTopic, ...], members: tuple[CastMember, ...]
) -> tuple[Related, ...]:
    """The briefings with most topics and names in common, at most four."""
    topics_of: dict[str, list[str]] = defaultdict(list)
    names_of: dict[str, list[str]] = defaultdict(list)
    for topic in shared:
        for one in topic.mentions:
            topics_of[one.briefing].append(topic.id)
    for member in members:
        for one in member.mentions:
            names_of[one.briefing].append(member.name)
    own_topics, own_names = set(topics_of[briefing]), set(names_of[briefing])
    related = [
        Related(
            other,
            tuple(topic for topic in topics_of[other] if topic in own_topics),
            tuple(name for name in names_of[other] if name in own_names),
        )
        for other in sorted({*topics_of, *names_of} - {briefing})
    ]
    shares = [one for one in related if one.shared_topics or one.shared_names]
    shares.sort(key=lambda one: (-len(one.shared_topics) - len(one.shared_names), one.id))
    return tuple(shares[:MOST_RELATED])
