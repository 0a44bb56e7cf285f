"""One briefing page: head from front matter, sections in their order, the source text last."""

import re
from collections.abc import Callable

from builder.escape import escape_text, make_safe_url
from builder.model import Briefing, Citation, Figure, Page
from builder.write import wording
from builder.write.briefing_head import describe_head
from builder.write.dates import date_label
from builder.write.edited import write_hidden, write_note, write_tags
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
    point_rows,
    row,
)
from builder.write.rights import Shown, limit_head
from builder.write.sayings import full_quotes, write_sayings
from builder.write.source_text import write_source_text
from builder.write.view import View, briefing_path, mark, say

MOST_WATCHED = 4
ANCHOR = re.compile(r"\]\(#(s-[0-9a-f-]+)\)\{ \.cite")


def write_briefing(view: View, briefing: Briefing, shown: Shown | None = None) -> Page:
    """The page of one article; ``shown`` is what is printed of its text, ``None`` for all."""
    sections = [section for make in SECTIONS if (section := make(view, briefing))]
    body = "\n\n".join(heading(section) for section in sections)
    edits = briefing.article.source.edits
    missing = _list_missing(briefing, {section.anchor for section in sections})
    if not briefing.analysis.is_attempted:
        body = note(wording.NOT_ATTEMPTED if briefing.article.language else wording.LANGUAGE_UNSURE) + f"\n\n{body}"
    elif missing:
        body += f'\n\n<p class="note missing">{wording.NOT_FOUND.format(sections=", ".join(missing))}</p>'
    body = "\n\n".join(filter(None, [write_note(edits.note), body, write_hidden(briefing)]))
    quoted = {view.sentence(briefing.article.id, span).anchor for one in full_quotes(briefing) for span in one.spans}
    source = write_source_text(briefing, quoted | frozenset(ANCHOR.findall(body)), shown)
    related = _related(view, briefing)
    tail = "\n\n".join(heading(section) for section in (related, source) if section)
    path = briefing_path(briefing.article.id)
    head = describe_head(view, briefing) | limit_head(briefing, shown)
    return Page(path, front_matter(head) + f"\n{body}\n\n{tail}\n")


def _list_missing(briefing: Briefing, anchors: set[str]) -> list[str]:
    """What the page has no section for; quotations are missed where only statements were found."""
    missing = [name for anchor, name in wording.NOT_FOUND_NAMES.items() if anchor not in anchors]
    if "sayings" in anchors and not full_quotes(briefing):
        missing.append(wording.FULL_QUOTATIONS)
    return missing


def _key_points(view: View, briefing: Briefing) -> Section | None:
    page, id_ = briefing_path(briefing.article.id), briefing.article.id
    points = sorted(briefing.analysis.key_points, key=lambda point: point.span.start)
    content = point_rows(view, page, [(id_, point) for point in points])
    return Section("key-points", wording.KEY_POINTS, content) if points else None


def _figures(view: View, briefing: Briefing) -> Section | None:
    page, id_ = briefing_path(briefing.article.id), briefing.article.id
    alone = [figure for figure in briefing.analysis.figures if figure.is_alone and figure.noun]
    parts = [box("figs", [figure_tile(view, page, id_, figure) for figure in alone])] if alone else []
    # Figures that may not leave their sentence stand beside it, once.
    by_sentence: dict[str, list[Figure]] = {}
    for figure in briefing.analysis.figures:
        if figure not in alone:
            by_sentence.setdefault(view.sentence(id_, figure.span).anchor, []).append(figure)
    rows = []
    for figures in by_sentence.values():
        printed = ", ".join(escape_text(view.cut(id_, one.span)) for one in figures)
        whole = view.sentence(id_, figures[0].span).span
        rows.append(row(f'<span class="v hl">{printed}</span>', say(view, page, id_, whole)))
    parts += [box("bl", rows)] if rows else []
    return Section("figures", wording.BRIEFING_FIGURES, "\n\n".join(parts)) if parts else None


def _entities(view: View, briefing: Briefing) -> Section | None:
    """Chips of names with their counts, by kind."""
    page, parts = briefing_path(briefing.article.id), []
    for kind, title in wording.KIND_HEADINGS.items():
        named = [one for one in briefing.analysis.entities if one.kind == kind]
        named.sort(key=lambda one: (-len(one.mentions), one.name))
        entries = []
        for entity in named:
            member = find_member(view, entity.name, briefing.article.id)
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
    heads = (wording.OUTLET, wording.CITED_TITLE, wording.DATE, wording.CITED_AFTER)
    rows = [_cited_cells(view, page, id_, one) for one in citations]
    columns = [place for place in range(len(heads)) if place == 0 or any(cells[place] for cells in rows)]
    lines = ["| " + " | ".join(heads[place] for place in columns) + " |", "|---" * len(columns) + "|"]
    lines += ["| " + " | ".join(cells[place] for place in columns) + " |" for cells in rows]
    is_list = all(one.span is None for one in citations)
    lead = wording.CITED_LIST_NOTE if is_list else wording.CITED_NAMES_NOTE
    if not any(one.url for one in citations):
        lead += f" {wording.CITED_NO_ADDRESS}"
    return Section("cited", wording.CITED, f"{note(lead)}\n\n{box('stack', lines)}")


def _cited_cells(view: View, page: str, briefing: str, cited: Citation) -> tuple[str, str, str, str]:
    """Outlet, title, date and place of one citation."""
    title = f'<span class="v hl">{escape_text(cited.title)}</span>' if cited.title else ""
    url = make_safe_url(cited.url) if cited.url else None
    if url:
        shown = title or escape_text(cited.url or "")
        title = f'<a href="{url}" rel="nofollow noopener noreferrer">{shown}</a>'
    outlet = f'<span class="v hl">{escape_text(cited.outlet)}</span>' if cited.outlet else wording.NOT_STATED
    date = f'<span class="v hl">{escape_text(cited.date)}</span>' if cited.date else ""
    return outlet, title, date, mark(view, page, briefing, cited.span) if cited.span else ""


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
        rows.append(row(label, f"{letter(view, one.id, page)} {headline(view, page, one.id)}"))
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
    lambda view, briefing: write_tags(briefing.article.source.edits),
)
