"""The combined page of a story, which is the home page while there is one story: sections in their order."""

from builder.escape import escape_text
from builder.model import Page, Story
from builder.write import combined_sections as sections
from builder.write import editor_wording, wording
from builder.write.budget import count_read, find_limit
from builder.write.cards import write_cards
from builder.write.care import write_care
from builder.write.combined_home import write_home
from builder.write.parts import Section, capital, front_matter, heading, note, tag
from builder.write.view import HOME, View, link, story_path

LEDE_TOPICS = 3
LEAST_SHARE = 3  # a topic of the head is mentioned by a third of the sources at least
TOP_WORDS = 300  # of the head, the bottom line, the panel beside it and the list of sources

# Sections that stand on a page of their own too, the first to leave a page that grows too long.
SPARED = ("briefings", "coverage", "whos-who", "timeline", "what-to-watch")
# Detail, in page order; each gives nothing where the articles give it nothing or one thing only.
DETAIL = (
    sections.write_figures,
    sections.write_common_ground,
    sections.write_watch,
    sections.write_timeline,
    sections.write_voices,
    sections.write_cast,
    sections.write_coverage,
    write_cards,
)


def write_combined(view: View, story: Story, path: str) -> Page:
    """The page of a story, at its own address or at home; a copy of the home page is left out of search."""
    detail = _fit(view, story, [section for make in DETAIL if (section := make(view, story, path))])
    sources = wording.count_noun(len(story.briefings), "source")
    values: dict[str, object] = {
        "title": wording.OVERVIEW if path == HOME else view.story_title(story),
        "description": wording.OVERVIEW_DESCRIPTION.format(sources=sources),
        "hide": ["navigation", "toc"],
    }
    if path != HOME and len(view.collection.stories) == 1:
        values["search"] = {"exclude": True}
    body = "\n\n".join([*_write_head(view, story, path, detail), *(heading(section) for section in detail)])
    return Page(path, f"{front_matter(values)}\n{body}\n")


def _write_head(view: View, story: Story, path: str, detail: list[Section]) -> list[str]:
    """What is read in two minutes: title, counts, bottom line, read with care, the list of sources."""
    sources = wording.count_noun(len(story.briefings), "source")
    # Home changes with every story; the story's own page is the address that lasts.
    combined = f"[{wording.COMBINED}]({link(path, story_path(story))})" if path == HOME else wording.COMBINED
    kicker = wording.COMBINED_OF.format(combined=combined, sources=sources)
    title = [
        f'<p class="kicker" markdown>{kicker}</p>',
        f"# {escape_text(view.story_title(story))} {{ #story .story }}",
        *([f'<p class="note">{tag(editor_wording.BY_EDITOR)}</p>'] if story.is_titled else []),
        *([f'<p class="lede" markdown>{lede}</p>'] if (lede := _write_lede(view, story)) else []),
        *([note(escape_text(view.config.note))] if view.config.note else []),
    ]
    care, listed = write_care(view, story, path), sections.write_sources(view, story, path)
    rows = len(story.bottom_line)
    spare = TOP_WORDS - count_read("\n".join([*title, care, heading(listed)]))
    while rows > 1 and count_read(heading(sections.write_bottom_line(view, story, path, rows))) > spare:
        rows -= 1
    bottom_line = sections.write_bottom_line(view, story, path, rows)
    columns = f"<div markdown>\n\n{heading(bottom_line)}\n\n</div>\n{care}"
    return [
        *title,
        _jump_bar([bottom_line, listed, *detail]),
        f'<div class="two" markdown>\n{columns}\n</div>',
        heading(listed),
    ]


def _fit(view: View, story: Story, detail: list[Section]) -> list[Section]:
    """The sections without those that a page of their own spares, until the page is short enough."""
    limit = find_limit(sum(view.briefings[one].analysis.metadata.words for one in story.briefings)) - TOP_WORDS
    for anchor in SPARED:
        # The jump bar names each section once more.
        if sum(count_read(f"{section.title} {heading(section)}") for section in detail) <= limit:
            break
        detail = [section for section in detail if section.anchor != anchor]
    return detail


def _jump_bar(listed: list[Section]) -> str:
    links = "\n".join(f"[{section.title}](#{section.anchor})" for section in listed)
    return f'<nav class="jump" aria-label="{wording.SECTIONS_OF_PAGE}" markdown>\n{links}\n</nav>'


def _write_lede(view: View, story: Story) -> str:
    """Counts of what the sources mention and give; a clause without content is left out."""
    total = len(story.briefings)
    analyses = [view.briefings[one].analysis for one in story.briefings]
    figures = sum(bool(one.figures) for one in analyses)
    clauses = _topic_clauses(story)
    if figures:
        counted = wording.OF.format(part=figures, whole=total)
        clauses.append(wording.LEDE_FIGURES.format(count=counted, give=wording.agree(figures, "give")))
    return " ".join(clauses)


def _topic_clauses(story: Story) -> list[str]:
    """What all mention, then what the next largest numbers mention; at most three topics each."""
    clauses: list[str] = []
    total = len(story.briefings)
    counts = sorted({len(topic.mentions) for topic in story.topics}, reverse=True)
    for count in [one for one in counts if one * LEAST_SHARE >= total][:2] if total > 1 else ():
        named = [topic.name for topic in story.topics if len(topic.mentions) == count][:LEDE_TOPICS]
        listed = wording.list_words(named)
        if count == total:
            clauses.append(wording.LEDE_ALL.format(sources=wording.count_noun(total, "source"), topics=listed))
        else:
            # Not always the same sources, so "4 of 5 mention x and y" would say too much.
            template = wording.LEDE_EACH if len(named) > 1 else wording.LEDE_ONE
            counted = wording.OF.format(part=count, whole=total)
            clauses.append(template.format(topics=capital(listed), count=counted))
    return clauses


def write_home_and_stories(view: View) -> list[Page]:
    """Home, which is the page of the only story or lists several, and a page for every story."""
    stories = view.collection.stories
    home = write_combined(view, stories[0], HOME) if len(stories) == 1 else write_home(view)
    return [home, *(write_combined(view, story, story_path(story)) for story in stories)]
