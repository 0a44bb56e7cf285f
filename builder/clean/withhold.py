"""The last step of cleaning: names that the editor withholds leave everything that the article is printed from."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import PurePosixPath

from builder.clean.draft import Draft, Line
from builder.model import Cited, Declared, Edits, Moved, Removed, Source, find_shown_path
from builder.slug import make_briefing_id
from builder.withheld import MASK, RULE, find_families, find_spans, make_nameless_id, mask, mask_id
from builder.words import count_words, find_words

BETWEEN = "\n\n"  # as between blocks of the text
HEAD = 1  # line of the file that stands for words without one


@dataclass(frozen=True, slots=True)
class _Veil:
    """What is to be withheld in one article."""

    suppressed: tuple[str, ...]
    families: frozenset[int]
    path: str

    def hide(self, text: str) -> str:
        """Running text without names."""
        return mask(text, self.suppressed, self.families)

    def hide_some(self, text: str | None) -> str | None:
        """The same, of a text that may be missing."""
        return self.hide(text) if text else text

    def hide_all(self, texts: tuple[str, ...]) -> tuple[str, ...]:
        """Each text without names, and each once."""
        return tuple(dict.fromkeys(map(self.hide, texts)))

    def hide_url(self, url: str | None) -> str | None:
        """A web address, or none if a name is in it: without it, it would lead elsewhere."""
        return None if url and find_spans(url, self.suppressed, self.families, is_address=True) else url

    def hide_path(self, path: str) -> str:
        """A file's path without names."""
        return mask(path, self.suppressed, self.families, is_address=True)

    def hide_id(self, id_: str) -> str:
        """An id without names."""
        return mask_id(id_, self.path, self.suppressed, self.families)


def withhold(draft: Draft, source: Source, suppressed: tuple[str, ...]) -> tuple[Draft, Source]:
    """The draft and its source without the suppressed names; words that are gone are recorded under a rule."""
    if not suppressed:
        return draft, source
    texts = tuple(_list_texts(draft, source))
    families = find_families((*texts, *_list_edits(source.edits)), suppressed)
    veil = _Veil(suppressed, families, source.path)
    masked = replace(
        _hide_pieces(veil, _hide_lines(veil, draft)),
        declared=_hide_declared(veil, draft.declared),
        cited=tuple(replace(one, cited=_hide_cited(veil, one.cited)) for one in draft.cited),
        keywords=veil.hide_all(draft.keywords),
        title=replace(draft.title, text=veil.hide(draft.title.text)) if draft.title else None,
        byline=replace(
            draft.byline,
            authors=veil.hide_all(draft.byline.authors),
            published=veil.hide_all(draft.byline.published),
            updated=veil.hide_some(draft.byline.updated),
            publisher=veil.hide_some(draft.byline.publisher),
        ),
    )
    veiled = _hide_source(veil, source)
    masked = replace(masked, removed=tuple(_join_records(masked.removed)))
    is_printed = masked != draft or veiled.shown_path or veiled.edits != source.edits
    if is_printed and all(piece.rule != RULE for piece in masked.removed):
        masked = replace(masked, removed=(*masked.removed, Removed("", 0, RULE, HEAD)))
    return masked, veiled


def make_id(declared: str | None, headline: str, source: Source, suppressed: tuple[str, ...]) -> str:
    """The article's id, without the suppressed names."""
    stem = PurePosixPath(find_shown_path(source)).stem
    if not suppressed:
        return make_briefing_id(declared=declared, stem=stem, headline=headline)
    stem, headline = stem.replace(MASK, " "), headline.replace(MASK, " ")
    if not find_words(f"{declared or ''} {stem} {headline}"):
        return make_nameless_id(source.path)
    id_ = make_briefing_id(declared=declared, stem=stem, headline=headline)
    return mask_id(id_, source.path, suppressed, frozenset(source.withheld))


def _list_texts(draft: Draft, source: Source) -> Iterator[str]:
    """Everything that the article prints or its file holds."""
    declared, byline = draft.declared, draft.byline
    yield BETWEEN.join(line.text for line in draft.lines)
    yield from (piece.text for piece in draft.removed)
    yield from (piece.text for piece in draft.moved)
    for found in draft.cited:
        yield from filter(None, (found.cited.outlet, found.cited.title, found.cited.url, found.cited.date))
    yield from (source.path, source.body, source.front_matter)
    yield from (*draft.keywords, *declared.authors, *declared.tags, *byline.authors, *byline.published)
    titles = (declared.title, draft.title.text if draft.title else None)
    others = (declared.id, declared.url, declared.publisher, declared.date, declared.updated, byline.publisher)
    yield from filter(None, (*titles, *others, byline.updated))


def _list_edits(edits: Edits) -> Iterator[str]:
    """Everything that an editor says of the article."""
    for _, value in edits.values:
        yield from (value,) if isinstance(value, str) else value or ()
    yield from (*edits.tags, *edits.pinned, *edits.replaces, *(one.words for one in edits.hidden))
    yield from (part for one in edits.speakers for part in (one.words, one.speaker) if part)
    yield from filter(None, (edits.story, edits.reason, edits.note))


def _hide_lines(veil: _Veil, draft: Draft) -> Draft:
    """The lines as one text, since a name may begin on one and end on the next."""
    texts = veil.hide(BETWEEN.join(line.text for line in draft.lines)).split(BETWEEN)
    if len(texts) != len(draft.lines):
        # A line with such a gap in it stands for itself.
        texts = [veil.hide(line.text) for line in draft.lines]
    lines: list[Line] = []
    gone: list[Removed] = []
    for line, text in zip(draft.lines, texts, strict=True):
        if text == line.text:
            lines.append(line)
            continue
        gone += _record(line.text, text, line.number)
        if text.strip():
            lines.append(replace(line, text=text.strip()))
    return replace(draft, lines=tuple(lines), removed=(*draft.removed, *gone))


def _record(text: str, masked: str, line: int) -> list[Removed]:
    """How many words are withheld; where scripts set no space, a word that is parted by it counts as none."""
    return [Removed("", max(0, count_words(text) - count_words(masked)), RULE, line)] if text != masked else []


def _join_records(removed: tuple[Removed, ...]) -> Iterator[Removed]:
    """What was taken out, with one record a line for the words that are withheld there."""
    words: Counter[int] = Counter()
    for piece in removed:
        if piece.rule == RULE:
            words[piece.line] += piece.words
        else:
            yield piece
    yield from (Removed("", count, RULE, line) for line, count in sorted(words.items()))


def _hide_pieces(veil: _Veil, draft: Draft) -> Draft:
    """What was taken out of the text, with its words counted anew."""
    removed: list[Removed] = []
    moved: list[Moved] = []
    gone: list[Removed] = []
    for piece in draft.removed:
        text = veil.hide(piece.text)
        gone += _record(piece.text, text, piece.line)
        removed.append(piece if text == piece.text else replace(piece, text=text, words=count_words(text)))
    for one in draft.moved:
        text = veil.hide(one.text)
        gone += _record(one.text, text, HEAD)
        moved.append(one if text == one.text else replace(one, text=text, words=count_words(text)))
    return replace(draft, removed=(*removed, *gone), moved=tuple(moved))


def _hide_cited(veil: _Veil, cited: Cited) -> Cited:
    return replace(
        cited,
        outlet=veil.hide_some(cited.outlet),
        title=veil.hide_some(cited.title),
        url=veil.hide_url(cited.url),
        date=veil.hide_some(cited.date),
    )


def _hide_declared(veil: _Veil, declared: Declared) -> Declared:
    return replace(
        declared,
        id=veil.hide_id(declared.id) if declared.id else declared.id,
        title=veil.hide_some(declared.title),
        date=veil.hide_some(declared.date),
        updated=veil.hide_some(declared.updated),
        authors=veil.hide_all(declared.authors),
        publisher=veil.hide_some(declared.publisher),
        url=veil.hide_url(declared.url),
        tags=veil.hide_all(declared.tags),
    )


def _hide_source(veil: _Veil, source: Source) -> Source:
    path = veil.hide_path(source.path)
    return replace(
        source,
        body=veil.hide(source.body),
        front_matter=veil.hide(source.front_matter),
        declared=_hide_declared(veil, source.declared),
        edits=_hide_edits(veil, source.edits),
        shown_path=path if path != source.path else None,
        withheld=tuple(sorted(veil.families)),
    )


def _hide_edits(veil: _Veil, edits: Edits) -> Edits:
    """What the editor set; words of which nothing is left ask for nothing, and an address that is given up is none."""
    hidden = (replace(one, words=veil.hide(one.words)) for one in edits.hidden)
    speakers = (replace(one, words=veil.hide(one.words), speaker=veil.hide_some(one.speaker)) for one in edits.speakers)
    return replace(
        edits,
        values=tuple((field, _hide_value(veil, field, value)) for field, value in edits.values),
        # A story's name is the same in all its articles, whichever prints the name in full.
        story=mask(edits.story, veil.suppressed) if edits.story else edits.story,
        tags=veil.hide_all(edits.tags),
        pinned=tuple(words for words in veil.hide_all(edits.pinned) if find_words(words)),
        hidden=tuple(one for one in hidden if find_words(one.words)),
        speakers=tuple(one for one in speakers if find_words(one.words)),
        reason=veil.hide_some(edits.reason),
        note=veil.hide_some(edits.note),
        replaces=tuple(id_ for id_ in edits.replaces if veil.hide_path(id_) == id_),
    )


def _hide_value(veil: _Veil, field: str, value: str | tuple[str, ...] | None) -> str | tuple[str, ...] | None:
    if isinstance(value, tuple):
        return veil.hide_all(value)
    if not value or field not in ("id", "url"):
        return veil.hide_some(value)
    return veil.hide_id(value) if field == "id" else veil.hide_url(value)
