"""Relating from end to end: stories, letters, and what each briefing has in common with the others."""

from collections import defaultdict

from builder.config import Config
from builder.model import Briefing, CastMember, Collection, Lock, Placement, Related, Story, StoryTopic
from builder.relate import bottom_line, cast, stories, timeline, topics
from builder.words import load_list

MOST_RELATED = 4
TITLE_PLACES = 2
TITLE_TOPICS = 3
LEAST_SHARE = 3  # a topic of the title is named by a third of the articles at least
LEAST_BRIEFINGS = 2  # that share a place or a topic of the title


def relate(briefings: tuple[Briefing, ...], config: Config, lock: Lock) -> Collection:
    """The collection; articles that name no story are one story together, which an article without fellows is too.

    ``briefings`` stand in the order of their paths. What the lock holds was given in an earlier edition and stays.
    """
    if not briefings:
        return Collection((), (), (), (), ())
    groups, story_faults = stories.find(briefings, config.editor, lock)
    members, name_faults = cast.find(groups, config.editor, lock)
    found = [topics.find(group.briefings) for group in groups]
    told = tuple(
        _tell_story(group, topics.edit(own, _ids(group), config.editor), members, config, is_only=len(groups) == 1)
        for group, own in zip(groups, found, strict=True)
    )
    named: dict[str, list[CastMember]] = defaultdict(list)
    for member in members:
        for mentions in member.mentions:
            named[mentions.briefing].append(member)
    placements = {
        one.briefing: one for group, story in zip(groups, told, strict=True) for one in _place(group, story, named)
    }
    return Collection(
        briefings,
        told,
        tuple(placements[briefing.article.id] for briefing in briefings),
        members,
        timeline.find(tuple(briefing for group in groups for briefing in group.briefings)),
        faults=(
            *story_faults,
            *name_faults,
            *topics.find_faults((topic for own in found for topic in own), config.editor),
        ),
    )


def _ids(group: stories.Group) -> tuple[str, ...]:
    return tuple(briefing.article.id for briefing in group.briefings)


def _tell_story(
    group: stories.Group,
    shared: tuple[StoryTopic, ...],
    members: tuple[CastMember, ...],
    config: Config,
    *,
    is_only: bool,
) -> Story:
    """The story; a title that a person gave comes before the one that is made from what its articles name."""
    own = cast.choose(members, frozenset(_ids(group)))
    configured = config.story_title if is_only else None
    return Story(
        id=group.id,
        title=group.title or configured or group.name or _make_title(own, shared, len(group.briefings)),
        briefings=_ids(group),
        bottom_line=bottom_line.find(group.briefings),
        topics=shared,
        cast=own,
        timeline=timeline.find(group.briefings),
        name=group.name,
        is_titled=bool(group.title or (group.name and not configured)),
    )


def _place(group: stories.Group, story: Story, named: dict[str, list[CastMember]]) -> list[Placement]:
    """Each briefing's letter, and what it has in common with others; ``named`` has the names of each."""
    topics_of: dict[str, list[str]] = defaultdict(list)
    for topic in story.topics:
        for one in topic.mentions:
            topics_of[one.briefing].append(topic.id)
    return [
        Placement(
            briefing=briefing.article.id,
            story=story.id,
            label=letter,
            related=_find_related(briefing.article.id, topics_of, named.get(briefing.article.id, [])),
            near_duplicate_of=None,
        )
        for briefing, letter in zip(group.briefings, group.letters, strict=True)
    ]


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


def _find_related(briefing: str, topics_of: dict[str, list[str]], members: list[CastMember]) -> tuple[Related, ...]:
    """The briefings with most topics and names in common, at most four; those of other stories by names alone."""
    names_of: dict[str, list[str]] = defaultdict(list)
    for member in members:
        for one in member.mentions:
            names_of[one.briefing].append(member.name)
    own_topics = set(topics_of.get(briefing, ()))
    related = [
        Related(
            other,
            tuple(topic for topic in topics_of.get(other, ()) if topic in own_topics),
            tuple(names_of.get(other, ())),
        )
        for other in sorted({*topics_of, *names_of} - {briefing})
    ]
    shares = [one for one in related if one.shared_topics or one.shared_names]
    shares.sort(key=lambda one: (-len(one.shared_topics) - len(one.shared_names), one.id))
    return tuple(shares[:MOST_RELATED])
