"""How much of an article's text is printed: pages in, for every article that is not printed whole what of it is."""

import html
import posixpath
import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from builder.model import Block, Briefing, Page, Rights, Sentence, Span
from builder.slug import make_slug
from builder.write.view import View, briefing_path

# An item as pages print it, then the address of a sentence: of a marker, a tile, a cell, or of a page's front matter.
PRINTED = re.compile(
    r"""
    <span\ class="v">(?P<item>.*?)</span>                                     # an item, with marked names at most
    | \]\((?P<path>[^()\s]*)\#(?P<anchor>s-[0-9a-f-]+)\)(?P<cite>\{\ \.cite)?  # a link to a sentence
    | ^\w+:\ (?P<own>s-[0-9a-f-]+)$                                           # a sentence that the template links to
    """,
    re.VERBOSE | re.MULTILINE,
)
MARK = re.compile(r"</?mark>")
ADDRESS_WORDS = 4  # of an address that stand in a sentence in their order, from which it is made of them
# A briefing and its sentences by their anchors.
Indexed = tuple[Briefing, dict[str, Sentence]]


@dataclass(frozen=True, slots=True)
class Shown:
    """What is printed of an article whose text is not printed whole."""

    rights: Rights
    anchors: frozenset[str]
    """Addresses of the sentences that a page cites."""


def find_rights(view: View, briefing: str) -> Rights:
    """How much of an article's text is published: what its editor says of it, else what is set for the site."""
    return view.article(briefing).source.edits.rights or view.config.source_text


def find_shown(view: View, pages: Iterable[Page]) -> dict[str, Shown]:
    """By the ids of articles that are not printed whole, the sentences that these pages cite and the title shows."""
    rights = {id_: found for id_ in view.briefings if (found := find_rights(view, id_)) != "full"}
    if not rights:
        return {}
    cited = {id_: set(_find_head_anchors(view.briefings[id_])) for id_ in rights}
    by_path = {briefing_path(id_): _index(view.briefings[id_]) for id_ in rights}
    for page in pages:
        if page.path.endswith(".md"):
            for id_, anchor in _find_cited(page, by_path):
                cited[id_].add(anchor)
    for id_, anchors in cited.items():
        anchors.update([*_find_speakers(view.briefings[id_], frozenset(anchors))])
    return {id_: Shown(rights[id_], frozenset(anchors)) for id_, anchors in cited.items()}


def find_printed_blocks(briefing: Briefing, shown: Shown) -> tuple[Block, ...]:
    """The paragraphs that hold a cited sentence, and the headings right above one of them; none for ``none``."""
    if shown.rights == "none":
        return ()
    numbers = {one.paragraph for one in find_cited_sentences(briefing, shown)}
    printed: list[Block] = []
    heading: Block | None = None
    for block in briefing.article.blocks:
        if block.number is None:
            heading = block
        elif block.number in numbers:
            printed += [heading, block] if heading else [block]
            heading = None
    return tuple(printed)


def find_cited_sentences(briefing: Briefing, shown: Shown) -> tuple[Sentence, ...]:
    """The sentences that a page cites, in text order."""
    return tuple(one for one in briefing.analysis.sentences if one.anchor in shown.anchors)


def find_printed_spans(briefing: Briefing, shown: Shown) -> tuple[Span, ...]:
    """The parts of the text that stand on some page, in text order; they may overlap."""
    title = briefing.article.title.span
    spans = [title] if title else []
    if shown.rights == "none":
        spans += [one.span for one in find_cited_sentences(briefing, shown)]
    else:
        spans += [block.span for block in find_printed_blocks(briefing, shown)]
    return tuple(sorted(spans, key=lambda span: (span.start, span.end)))


def limit_head(briefing: Briefing, shown: Shown | None) -> dict[str, None]:
    """What the head of a page must not say: the first sentence as its description, where that is printed nowhere."""
    if shown is None:
        return {}
    first = briefing.analysis.sentences[0].span
    is_printed = any(
        span.start <= first.start and first.end <= span.end for span in find_printed_spans(briefing, shown)
    )
    return {} if is_printed else {"description": None}


def _find_head_anchors(briefing: Briefing) -> Iterator[str]:
    """The whole sentence of opening words and of a dateline, which no reader is to see as a fragment only."""
    article, dateline = briefing.article, briefing.analysis.metadata.dateline
    for span in (article.title.span, dateline.span if dateline else None):
        if span:
            yield from (one.anchor for one in _find_sentences(briefing, span))
    # Opening words stay in the address where an editor gives another headline.
    first = briefing.analysis.sentences[0]
    words = article.text[first.span.start : first.span.end].split()
    named = article.id.lstrip("0123456789-")
    if named.count("-") >= ADDRESS_WORDS - 1 and f"-{named}-" in f"-{'-'.join(map(make_slug, words))}-":
        yield first.anchor


def _find_speakers(briefing: Briefing, cited: frozenset[str]) -> Iterator[str]:
    """The sentences that name the speakers of what cited sentences say: pages print the speaker beside it."""
    said = [(one.spans, one.speaker_span) for one in briefing.analysis.quotes]
    said += [((one.span,), one.speaker_span) for one in briefing.analysis.statements]
    for spans, speaker in said:
        if speaker and any(one.anchor in cited for span in spans for one in _find_sentences(briefing, span)):
            yield from (one.anchor for one in _find_sentences(briefing, speaker))


def _index(briefing: Briefing) -> Indexed:
    return briefing, {one.anchor: one for one in briefing.analysis.sentences}


def _find_cited(page: Page, by_path: dict[str, Indexed]) -> Iterator[tuple[str, str]]:
    """Id and anchor of each sentence that a page leads to, and of each that its items are slices of."""
    items: list[str] = []
    for match in PRINTED.finditer(page.text):
        if match["item"] is not None:
            items.append(html.unescape(MARK.sub("", match["item"])))
            continue
        path = posixpath.normpath(posixpath.join(posixpath.dirname(page.path), match["path"] or ""))
        briefing, sentences = by_path.get(path if match["path"] else page.path, (None, {}))
        sentence = sentences.get(match["anchor"] or match["own"])
        if briefing and sentence:
            yield from _follow(briefing, sentence, items if match["cite"] else [])
        if match["cite"]:
            items = []


def _follow(briefing: Briefing, sentence: Sentence, items: list[str]) -> Iterator[tuple[str, str]]:
    """A sentence, and those that hold the items before its marker: a quotation may go on behind its first sentence."""
    id_, text = briefing.article.id, briefing.article.text
    yield id_, sentence.anchor
    place = sentence.span.start
    for number, item in enumerate(items):
        start = text.find(item, max(0, place - len(item)) if number == 0 else place)
        if start < 0:
            start = text.find(item)
        if start >= 0:
            place = start + len(item)
            yield from ((id_, one.anchor) for one in _find_sentences(briefing, Span(start, place)))


def _find_sentences(briefing: Briefing, span: Span) -> tuple[Sentence, ...]:
    """The sentences that a slice of the text has a character in common with."""
    sentences = briefing.analysis.sentences
    first = bisect_right(sentences, span.start, key=lambda one: one.span.end)
    last = bisect_left(sentences, span.end, key=lambda one: one.span.start)
    return sentences[first:last]
