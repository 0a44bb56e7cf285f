"""What the pages look things up in: briefings, letters, sentences and links, by the records alone."""

import os.path
import re
from bisect import bisect_right
from dataclasses import dataclass
from pathlib import PurePosixPath

from builder.config import Config
from builder.escape import escape_attribute, escape_text
from builder.model import Article, Briefing, CastMember, Collection, Placement, Sentence, Span, Story
from builder.write import wording

HOME = "index.md"
ALL_BRIEFINGS = "briefings/index.md"
CAST = "entities/index.md"
TIMELINE = "timeline.md"
TOPICS = "topics.md"
METHOD = "method.md"
SHORT_NAME = 24  # characters of a story's name in a marker: it stands in a line with an item on a telephone
# What a name that is cut does not end with.
LOOSE_END = re.compile(r"(?:[\s,:;–—-]+(?:and|of|the|in|on|for|at|to|with|by|from|a|an))*[\s,:;–—-]+\Z")


@dataclass(frozen=True, slots=True)
class View:
    """The collection with its look-up tables; made once a build."""

    collection: Collection
    config: Config
    briefings: dict[str, Briefing]
    placements: dict[str, Placement]
    stories: dict[str, Story]
    short_names: dict[str, str]
    """By id of a story; empty where there is one story, which needs no name."""
    members: dict[tuple[str, Span], CastMember]
    """By briefing and mention."""

    def article(self, briefing: str) -> Article:
        """The article of a briefing."""
        return self.briefings[briefing].article

    def label(self, briefing: str) -> str:
        """The letter of a source."""
        return self.placements[briefing].label

    def story(self, briefing: str) -> Story:
        """The story that a briefing stands in."""
        return self.stories[self.placements[briefing].story]

    def source(self, briefing: str, page: str) -> str:
        """The letter of a source, with its story's short name on a page that is not the story's own."""
        story = self.placements[briefing].story
        is_own = story == self._find_story(page) or not self.short_names
        return self.label(briefing) if is_own else f"{self.short_names[story]}\u00a0{self.label(briefing)}"

    def _find_story(self, page: str) -> str | None:
        """Id of the story that a page belongs to: its own page, and those of its briefings."""
        folder, _, name = page.removesuffix(".md").rpartition("/")
        if folder == "briefings" and name in self.placements:
            return self.placements[name].story
        return name if folder == "stories" else None

    def anchor(self, prefix: str, briefing: str) -> str:
        """A source's address on a page with many sources: by its id, because letters change with its story."""
        return f"{prefix}-{briefing}"

    def story_title(self, story: Story) -> str:
        """What a story is called on pages."""
        return story.title or (wording.OTHER_REPORTS if self.short_names else wording.COMBINED)

    def cut(self, briefing: str, span: Span) -> str:
        """The slice of a briefing's text: the only way in which article text reaches a page."""
        return self.article(briefing).text[span.start : span.end]

    def sentence(self, briefing: str, span: Span) -> Sentence:
        """The sentence in which a slice begins."""
        sentences = self.briefings[briefing].analysis.sentences
        place = bisect_right([one.span.start for one in sentences], span.start) - 1
        return sentences[max(place, 0)]

    def title(self, briefing: str) -> str:
        """The headline as printed, with `` …`` where its sentence goes on."""
        title = self.article(briefing).title
        return f"{title.text}\u00a0…" if title.is_cut else title.text


def make_view(collection: Collection, config: Config) -> View:
    """The view of a collection."""
    return View(
        collection,
        config,
        {briefing.article.id: briefing for briefing in collection.briefings},
        {placement.briefing: placement for placement in collection.placements},
        {story.id: story for story in collection.stories},
        _make_short_names(collection.stories),
        {
            (one.briefing, span): member
            for member in collection.cast
            for one in member.mentions
            for span in one.mentions
        },
    )


def _make_short_names(stories: tuple[Story, ...]) -> dict[str, str]:
    """A name for each story that is short, or whole where two would be cut to one."""
    if len(stories) < 2:
        return {}
    names = {story.id: story.name or story.title or wording.OTHER_REPORTS for story in stories}
    cut = {id_: _shorten(name) for id_, name in names.items()}
    short = list(cut.values())
    return {id_: name if short.count(name) == 1 else names[id_] for id_, name in cut.items()}


def _shorten(name: str) -> str:
    """The first words of a name, 24 characters at most.

    >>> _shorten("Harbour fire"), _shorten("The fire in the harbour and its causes")
    ('Harbour fire', 'The fire in the harbour')
    """
    if len(name) <= SHORT_NAME:
        return name
    head = name[: SHORT_NAME + 1].rpartition(" ")[0] or name[:SHORT_NAME]
    return LOOSE_END.sub("", f"{head} ")


def briefing_path(briefing: str) -> str:
    """Path of a briefing's page below the docs folder."""
    return f"briefings/{briefing}.md"


def story_path(story: Story) -> str:
    """Path of a story's page below the docs folder."""
    return f"stories/{story.id}.md"


def entity_path(slug: str) -> str:
    """Path of an entity's page below the docs folder."""
    return f"entities/{slug}.md"


def link(page: str, target: str, anchor: str = "") -> str:
    """A relative Markdown target from one page to another, which MkDocs rewrites and validates."""
    if page == target and anchor:
        return f"#{anchor}"
    path = os.path.relpath(target, PurePosixPath(page).parent).replace(os.sep, "/")
    return f"{path}#{anchor}" if anchor else path


def mark(view: View, page: str, briefing: str, span: Span) -> str:
    """The marker behind an item: ``[C ¶ 3](…)``, on the briefing's own page ``[¶ 3](…)``."""
    sentence = view.sentence(briefing, span)
    is_own = page == briefing_path(briefing)
    label = "" if is_own else f"{escape_text(view.source(briefing, page))} "
    title = wording.PARAGRAPH_TITLE.format(number=sentence.paragraph)
    if not is_own:
        title = f"{escape_attribute(view.title(briefing))}, {title}"
    target = link(page, briefing_path(briefing), sentence.anchor)
    return f'[{label}¶\u202f{sentence.paragraph}]({target}){{ .cite title="{title}" }}'


def say(view: View, page: str, briefing: str, span: Span, *, is_last: bool = True) -> str:
    """A verbatim item, with its marker unless more of the same item follows."""
    text = f'<span class="v">{escape_text(view.cut(briefing, span))}</span>'
    return f"{text}\u00a0{mark(view, page, briefing, span)}" if is_last else text
