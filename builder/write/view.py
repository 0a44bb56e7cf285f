"""What the pages look things up in: briefings, letters, sentences and links, by the records alone."""

import os.path
from bisect import bisect_right
from dataclasses import dataclass
from pathlib import PurePosixPath

from builder.config import Config
from builder.escape import escape_attribute, escape_text
from builder.model import Article, Briefing, Collection, Placement, Sentence, Span, Story
from builder.write import wording

HOME = "index.md"
ALL_BRIEFINGS = "briefings/index.md"
CAST = "entities/index.md"
TIMELINE = "timeline.md"
TOPICS = "topics.md"
METHOD = "method.md"


@dataclass(frozen=True, slots=True)
class View:
    """The collection with its look-up tables; made once a build."""

    collection: Collection
    config: Config
    briefings: dict[str, Briefing]
    placements: dict[str, Placement]

    def article(self, briefing: str) -> Article:
        """The article of a briefing."""
        return self.briefings[briefing].article

    def label(self, briefing: str) -> str:
        """The letter of a source."""
        return self.placements[briefing].label

    def story(self, briefing: str) -> Story:
        """The story that a briefing stands in."""
        return next(one for one in self.collection.stories if one.id == self.placements[briefing].story)

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
    )


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
    label = "" if is_own else f"{view.label(briefing)} "
    title = wording.PARAGRAPH_TITLE.format(number=sentence.paragraph)
    if not is_own:
        title = f"{escape_attribute(view.title(briefing))}, {title}"
    target = link(page, briefing_path(briefing), sentence.anchor)
    return f'[{label}¶\u202f{sentence.paragraph}]({target}){{ .cite title="{title}" }}'


def say(view: View, page: str, briefing: str, span: Span, *, is_last: bool = True) -> str:
    """A verbatim item, with its marker unless more of the same item follows."""
    text = f'<span class="v">{escape_text(view.cut(briefing, span))}</span>'
    return f"{text}\u00a0{mark(view, page, briefing, span)}" if is_last else text
