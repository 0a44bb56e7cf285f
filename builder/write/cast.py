"""Who's who and the pages of people and organisations."""

from collections import Counter

from builder.escape import escape_inside, escape_text
from builder.model import CastMember, Page, Span
from builder.write import editor_wording, wording
from builder.write.charts import all_spark_bars, entity_bars
from builder.write.dates import date_label
from builder.write.described import describe, find_title
from builder.write.parts import (
    Section,
    box,
    chips,
    find_member,
    front_matter,
    heading,
    headline,
    letter,
    member_target,
    note,
    passages,
    quotation,
    row,
    tag,
)
from builder.write.rights import find_rights
from builder.write.view import CAST, View, entity_path, link, mark, say

CONTEXT_ALL = 40  # mentions; above that each source shows its first few
CONTEXT_FIRST = 5
CONTEXT_LIMITED = 2  # sentences of a source whose text is not printed whole
MOST_BESIDE = 12


def write_cast(view: View) -> list[Page]:
    """The table of all names, and a page for each that is named widely or often."""
    members = [member for member in view.collection.cast if member.has_page]
    return [_write_table(view), *(_write_entity(view, member) for member in members)]


def _write_table(view: View) -> Page:
    values: dict[str, object] = {"title": wording.CAST, "hide": ["navigation", "toc"]}
    parts = [f"# {wording.CAST}"]
    for kind, title in wording.KIND_HEADINGS.items():
        members = [member for member in view.collection.cast if member.kind == kind]
        if members:
            heads = [*wording.CAST_HEADS]
            heads[1] = wording.FIRST_MENTION if kind == "place" else heads[1]
            lines = [f"| {' | '.join(heads)} |", "|---|---|---|--:|---|"]
            lines += [_table_row(view, member) for member in members]
            parts.append(f"## {title} {{ #{kind} }}\n\n{box('stack who', lines)}")
    lead = note(wording.CAST_NOTE if len(parts) > 1 else wording.CAST_EMPTY)
    return Page(CAST, front_matter(values) + "\n" + "\n\n".join([parts[0], lead, *parts[1:]]) + "\n")


def _table_row(view: View, member: CastMember) -> str:
    name = escape_text(member.name)
    target = f"[{name}]({link(CAST, entity_path(member.slug))})" if member.has_page else name
    sources = wording.OF.format(part=len(member.mentions), whole=len(view.collection.briefings))
    count = sum(len(one.mentions) for one in member.mentions)
    cells = [
        f"**{target}**{{ #n-{member.slug} }}{_edited(member)}",
        describe(view, CAST, member),
        sources,
        str(count),
        all_spark_bars(view, member),
    ]
    return f"| {' | '.join(cells)} |"


def _edited(member: CastMember) -> str:
    """A small label where an editor had a hand in a name."""
    return f" {tag(editor_wording.EDITED)}" if member.is_edited else ""


def _write_entity(view: View, member: CastMember) -> Page:
    page = entity_path(member.slug)
    values: dict[str, object] = {
        "title": member.name,
        "description": wording.ENTITY_DESCRIPTION.format(name=member.name),
        "hide": ["navigation"],
    }
    if member.kind == "person":
        # A page about a person is for readers of this site, not for a search by name elsewhere.
        values["robots"] = "noindex"
    kicker = wording.ENTITY_KICKER.format(cast=f'<a href="../">{wording.CAST}</a>', kind=wording.KINDS[member.kind])
    bars = entity_bars(view, member)
    described = _described(view, member, page)
    top = f"<div markdown>\n\n{heading(described)}\n\n</div>\n{bars}" if described else bars
    sections = [section for make in SECTIONS if (section := make(view, member, page))]
    body = "\n\n".join(
        [
            f'<p class="kicker">{kicker}</p>',
            f"# {escape_text(member.name)} {{ #entity }}",
            f'<p class="lede" markdown>{_lede(view, member)}{_edited(member)}</p>',
            f'<div class="two ent-top" markdown>\n{top}\n</div>' if described else top,
            *(heading(section) for section in sections),
        ]
    )
    return Page(page, f"{front_matter(values)}\n{body}\n")


def _lede(view: View, member: CastMember) -> str:
    sources = wording.OF.format(part=len(member.mentions), whole=len(view.collection.briefings))
    count = sum(len(one.mentions) for one in member.mentions)
    lede = wording.ENTITY_LEDE.format(sources=sources, mentions=wording.count_noun(count, "mention"))
    # A surname alone is no other spelling.
    parts = set(member.name.split())
    others = [alias for alias in member.aliases if not set(alias.split()) <= parts]
    aliases = wording.list_words([f"**{escape_text(alias)}**" for alias in others])
    return f"{lede} {wording.ENTITY_ALSO.format(aliases=aliases)}" if aliases else lede


def _described(view: View, member: CastMember, page: str) -> Section | None:
    """The first title that each source gives a person."""
    rows = []
    for statistic in member.mentions if member.kind == "person" else ():
        titles = (find_title(view, statistic.briefing, span) for span in statistic.mentions)
        title = next(filter(None, titles), None)
        if title:
            rows.append(
                f"- {letter(view, statistic.briefing, page)} <span>{say(view, page, statistic.briefing, title)}</span>"
            )
    return Section("described", wording.ENTITY_DESCRIBED, box("agree plain", rows)) if rows else None


def _quotations(view: View, member: CastMember, page: str) -> Section | None:
    """Full quotations that are surely this member's."""
    quotes = [
        quotation(view, page, statistic.briefing, quote)
        for statistic in member.mentions
        for quote in view.briefings[statistic.briefing].analysis.quotes
        if quote.is_full and _is_named_so(view, member, statistic.briefing, quote.speaker_named)
    ]
    body = '<div class="voices" markdown>\n' + "\n".join(quotes) + "\n</div>"
    return Section("quotations", wording.ENTITY_QUOTES, body) if quotes else None


def _is_named_so(view: View, member: CastMember, briefing: str, name: str | None) -> bool:
    """Whether a name in a briefing is this member's."""
    found = find_member(view, name, briefing) if name else None
    return found is not None and found.slug == member.slug


def _context(view: View, member: CastMember, page: str) -> Section:
    """Every sentence that names the member, by source, the name marked."""
    total = sum(len(one.mentions) for one in member.mentions)
    parts, number = [], 0
    for statistic in member.mentions:
        rows = []
        by_sentence: dict[Span, list[Span]] = {}
        for span in statistic.mentions:
            by_sentence.setdefault(view.sentence(statistic.briefing, span).span, []).append(span)
        for sentence, spans in by_sentence.items():
            number += 1
            rows.append(f"- **{number}** <span>{_marked(view, page, statistic.briefing, sentence, spans)}</span>")
        first = rows if total <= CONTEXT_ALL else rows[:CONTEXT_FIRST]
        if find_rights(view, statistic.briefing) != "full":
            first = rows[:CONTEXT_LIMITED]
        title = f"### {letter(view, statistic.briefing, page)} {headline(view, page, statistic.briefing)}"
        parts.append(f"{title} {{ #{view.anchor('in', statistic.briefing)} }}\n\n{box('kwic', first)}")
        if len(first) < len(rows):
            parts.append(_write_rest(view, statistic.briefing, page, rows[len(first) :]))
    return Section("context", wording.ENTITY_CONTEXT, "\n\n".join(parts))


def _write_rest(view: View, briefing: str, page: str, rows: list[str]) -> str:
    """Further mentions in a source behind a click; of a text that is not printed whole, how many they are."""
    label = escape_text(view.source(briefing, page))
    if find_rights(view, briefing) != "full":
        return note(wording.ENTITY_NOT_SHOWN.format(count=len(rows), label=label))
    more = wording.ENTITY_MORE.format(count=len(rows), label=label)
    return f'<details class="fold" markdown>\n<summary>{more}</summary>\n\n{box("kwic", rows)}\n\n</details>'


def _marked(view: View, page: str, briefing: str, sentence: Span, spans: list[Span]) -> str:
    """A sentence with the name's places marked, and its marker."""
    pieces, place = [], sentence.start
    for span in spans:
        pieces.append(escape_inside(view.cut(briefing, Span(place, span.start))))
        pieces.append(f"<mark>{escape_text(view.cut(briefing, span))}</mark>")
        place = span.end
    pieces.append(escape_inside(view.cut(briefing, Span(place, sentence.end))))
    return f'<span class="v">{"".join(pieces)}</span>\u00a0{mark(view, page, briefing, sentence)}'


def _beside(view: View, member: CastMember, page: str) -> Section | None:
    """Names that stand in the same sentences, by number of sentences."""
    counts: Counter[str] = Counter()
    for statistic in member.mentions:
        sentences = {view.sentence(statistic.briefing, span).span for span in statistic.mentions}
        for other in view.collection.cast:
            spans = next((one.mentions for one in other.mentions if one.briefing == statistic.briefing), ())
            counts[other.slug] += len(sentences & {view.sentence(statistic.briefing, span).span for span in spans})
    by_slug = {one.slug: one for one in view.collection.cast}
    beside = [(by_slug[slug], count) for slug, count in counts.most_common() if count and slug != member.slug]
    beside.sort(key=lambda entry: (-entry[1], entry[0].name))
    entries = [(escape_text(one.name), member_target(page, one), count) for one, count in beside[:MOST_BESIDE]]
    return Section("beside", wording.ENTITY_BESIDE, chips(entries)) if entries else None


def _timeline(view: View, member: CastMember, page: str) -> Section | None:
    """Dated entries whose sentence names the member."""
    named = {
        (statistic.briefing, view.sentence(statistic.briefing, span).anchor)
        for statistic in member.mentions
        for span in statistic.mentions
    }
    rows = []
    for entry in view.collection.timeline:
        places = tuple(
            one for one in entry.passages if (one.briefing, view.sentence(one.briefing, one.span).anchor) in named
        )
        if places:
            rows.append(row(date_label(entry.value, entry.precision, entry.basis), passages(view, page, places)))
    return Section("timeline", wording.TIMELINE, box("tl", rows)) if rows else None


SECTIONS = (_quotations, _context, _beside, _timeline)
