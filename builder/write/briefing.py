"""One briefing page: head from front matter, sections in their order, the source text last."""

import re
from collections.abc import Callable

from builder.escape import escape_text, make_safe_url
from builder.model import Briefing, Page, Span
from builder.write import wording
from builder.write.dates import date_label
from builder.write.parts import (
    Section,
    box,
    chips,
    figure_tile,
    find_member,
    front_matter,
    heading,
    headline,
    letter,
    member_target,
    note,
    point_content,
    row,
)
from builder.write.sayings import full_quotes, write_sayings
from builder.write.source_text import write_source_text
from builder.write.view import View, briefing_path, mark, say

WORDS_A_MINUTE = 230  # an adult's silent reading of non-fiction
MOST_WATCHED = 4
ANCHOR = re.compile(r"\]\(#(s-[0-9a-f-]+)\)\{ \.cite")


def write_briefing(view: View, briefing: Briefing) -> Page:
    """The page of one article."""
    sections = [section for make in SECTIONS if (section := make(view, briefing))]
    body = "\n\n".join(heading(section) for section in sections)
    missing = [name for anchor, name in wording.NOT_FOUND_NAMES.items() if anchor not in {s.anchor for s in sections}]
    if not briefing.analysis.is_attempted:
        body = note(wording.NOT_ATTEMPTED) + f"\n\n{body}"
    elif missing:
        body += "\n\n" + note(wording.NOT_FOUND.format(sections=", ".join(missing)))
    quoted = {view.sentence(briefing.article.id, span).anchor for one in full_quotes(briefing) for span in one.spans}
    source = write_source_text(briefing, quoted | frozenset(ANCHOR.findall(body)))
    related = _related(view, briefing)
    tail = "\n\n".join(heading(section) for section in (related, source) if section)
    path = briefing_path(briefing.article.id)
    return Page(path, front_matter(_head(view, briefing)) + f"\n{body}\n\n{tail}\n")


def _head(view: View, briefing: Briefing) -> dict[str, object]:
    """What the template prints above the sections."""
    article, metadata = briefing.article, briefing.analysis.metadata
    story = view.story(article.id)
    topics = [topic.name for topic in story.topics if any(one.briefing == article.id for one in topic.mentions)]
    people = [entity.name for entity in briefing.analysis.entities if entity.kind == "person"]
    sentences = briefing.analysis.sentences
    language = article.language
    return {
        "title": view.title(article.id),
        "template": "briefing.html",
        "label": view.label(article.id),
        "of": len(story.briefings),
        "source_file": article.source.path,
        "source_url": make_safe_url(metadata.url) if metadata.url else None,
        "headline": article.title.basis,
        **_date_cell(view, briefing),
        "publisher": metadata.publisher,
        "author": wording.list_words(list(metadata.authors)) or None,
        "words": metadata.words,
        "words_display": f"{metadata.words:,}",
        "reading_minutes": reading_minutes(metadata.words),
        "language": language,
        "language_name": wording.LANGUAGES.get(language or "", language),
        "paragraphs": max(sentence.paragraph for sentence in sentences),
        "description": view.cut(article.id, sentences[0].span),
        "tags": topics[:8],
        "people": people,
        "search": {"boost": 1.5},
    }


def reading_minutes(words: int) -> int:
    """Minutes of reading, rounded up."""
    return -(-words // WORDS_A_MINUTE)


def _date_cell(view: View, briefing: Briefing) -> dict[str, object]:
    """The date and how it is known; the day of the text's information is no publication date."""
    metadata, note_, span = briefing.analysis.metadata, None, None
    published = metadata.published
    if published:
        note_ = wording.DATE_BASIS[published.basis]
    elif metadata.as_of:
        day, span = metadata.as_of.value.isoformat(), metadata.as_of.span
        note_ = wording.DATE_AS_OF.format(day=wording.spell_date(day))
    elif metadata.not_before:
        day, span = metadata.not_before.value.isoformat(), metadata.not_before.span
        note_ = wording.DATE_NOT_BEFORE.format(day=wording.spell_date(day))
    else:
        note_, span = _other_dates(briefing)
    sentence = view.sentence(briefing.article.id, span) if span else None
    return {
        "date": published.value if published else None,
        "date_display": wording.spell_date(published.value) if published else wording.NOT_STATED,
        "date_note": note_,
        "date_anchor": sentence.anchor if sentence else None,
        "date_para": sentence.paragraph if sentence else None,
    }


def _other_dates(briefing: Briefing) -> tuple[str | None, Span | None]:
    """What the text's dates allow to say where none fixes a day: the only year, nothing named, or nothing at all."""
    if not briefing.analysis.is_attempted:
        return None, None
    dates = briefing.analysis.dates
    values = {mention.value for mention in dates}
    if not dates:
        return wording.DATE_SILENT, None
    if len(values) == 1 and dates[0].precision == "year":
        return wording.DATE_YEAR.format(year=dates[0].value), dates[0].span
    return None, None


def _key_points(view: View, briefing: Briefing) -> Section | None:
    page, id_ = briefing_path(briefing.article.id), briefing.article.id
    points = sorted(briefing.analysis.key_points, key=lambda point: point.span.start)
    rows = [row(wording.ROLES[one.role] if one.role else "", point_content(view, page, id_, one)) for one in points]
    return Section("key-points", wording.KEY_POINTS, box("bl", rows)) if rows else None


def _figures(view: View, briefing: Briefing) -> Section | None:
    page, id_ = briefing_path(briefing.article.id), briefing.article.id
    rows = [figure_tile(view, page, id_, figure) for figure in briefing.analysis.figures]
    return Section("figures", wording.BRIEFING_FIGURES, box("figs", rows)) if rows else None


def _entities(view: View, briefing: Briefing) -> Section | None:
    """Chips of names with their counts, by kind."""
    page, parts = briefing_path(briefing.article.id), []
    for kind, title in wording.KIND_HEADINGS.items():
        named = [one for one in briefing.analysis.entities if one.kind == kind]
        named.sort(key=lambda one: (-len(one.mentions), one.name))
        entries = []
        for entity in named:
            member = find_member(view, entity.name)
            if member:
                entries.append((escape_text(member.name), member_target(page, member), len(entity.mentions)))
        if entries:
            parts.append(f"### {title} {{ #{kind} }}\n\n{chips(entries)}")
    body = '<div class="ents" markdown>\n\n' + "\n\n".join(parts) + "\n\n</div>"
    return Section("entities", wording.ENTITIES, body) if parts else None


def _timeline(view: View, briefing: Briefing) -> Section | None:
    """Dated entries in order, then those whose date cannot be worked out, as printed."""
    page, id_ = briefing_path(briefing.article.id), briefing.article.id
    dated, open_, seen = [], [], set()
    for mention in sorted(briefing.analysis.dates, key=lambda one: (one.value or "~", one.span.start)):
        sentence = view.sentence(id_, mention.span)
        if (mention.value, sentence.anchor) in seen:
            continue
        seen.add((mention.value, sentence.anchor))
        content = say(view, page, id_, sentence.span)
        if mention.value:
            dated.append(row(date_label(mention.value, mention.precision, mention.basis), content))
        else:
            open_.append(row(f'“<span class="v hl">{escape_text(view.cut(id_, mention.span))}</span>”', content))
    boxes = [box("tl", dated)] if dated else []
    boxes += [box("tl open", open_)] if open_ else []
    return Section("timeline", wording.TIMELINE, "\n\n".join(boxes)) if boxes else None


def _watch(view: View, briefing: Briefing) -> Section | None:
    page, id_ = briefing_path(briefing.article.id), briefing.article.id
    rows = [row("", say(view, page, id_, one.span)) for one in briefing.analysis.outlook[:MOST_WATCHED]]
    return Section("watch", wording.WATCH, box("bl plain", rows)) if rows else None


def _cited(view: View, briefing: Briefing) -> Section | None:
    """Cited sources: a list of the article's own, or outlet names and links with their places."""
    page, id_ = briefing_path(briefing.article.id), briefing.article.id
    citations = briefing.analysis.citations
    if not citations:
        return None
    lines = [
        f"| {wording.OUTLET} | {wording.CITED_TITLE} | {wording.DATE} | {wording.CITED_AFTER} |",
        "|---|---|---|---|",
    ]
    for one in citations:
        title = f'<span class="v hl">{escape_text(one.title)}</span>' if one.title else ""
        url = make_safe_url(one.url) if one.url else None
        linked = (
            f'<a href="{url}" rel="nofollow noopener noreferrer">{title or escape_text(one.url or "")}</a>'
            if url
            else title
        )
        place = mark(view, page, id_, one.span) if one.span else ""
        outlet = f'<span class="v hl">{escape_text(one.outlet)}</span>' if one.outlet else wording.NOT_STATED
        date = f'<span class="v hl">{escape_text(one.date)}</span>' if one.date else ""
        lines.append(f"| {outlet} | {linked} | {date} | {place} |")
    is_list = all(one.span is None for one in citations)
    lead = note(wording.CITED_LIST_NOTE if is_list else wording.CITED_NAMES_NOTE)
    table = '<div class="stack" markdown>\n\n' + "\n".join(lines) + "\n\n</div>"
    return Section("cited", wording.CITED, f"{lead}\n\n{table}")


def _keywords(view: View, briefing: Briefing) -> Section | None:
    """The article's own keywords as plain chips."""
    words = briefing.article.keywords
    listed = " ".join(f'<span class="chip">{escape_text(word)}</span>' for word in words)
    return Section("keywords", wording.OWN_KEYWORDS, f'<p class="chips">{listed}</p>') if words else None


def _related(view: View, briefing: Briefing) -> Section | None:
    """Other briefings by topics and names in common."""
    page = briefing_path(briefing.article.id)
    rows = []
    for one in view.placements[briefing.article.id].related:
        topics = wording.count_noun(len(one.shared_topics), "topic")
        names = wording.count_noun(len(one.shared_names), "name")
        label = wording.RELATED_LABEL.format(topics=topics, names=names)
        rows.append(row(label, f"{letter(view, one.id)} {headline(view, page, one.id)}"))
    body = f"{note(wording.RELATED_NOTE)}\n\n{box('bl rel', rows)}"
    return Section("related", wording.RELATED, body) if rows else None


# In page order; each gives nothing where the article gives it nothing.
SECTIONS: tuple[Callable[[View, Briefing], Section | None], ...] = (
    _key_points,
    _figures,
    write_sayings,
    _entities,
    _timeline,
    _watch,
    _cited,
    _keywords,
)
