"""The proof before anything is written: every item is a slice of the article that its marker leads to."""

import html
import re
from collections.abc import Iterable, Iterator
from dataclasses import fields, is_dataclass

from builder.errors import UntraceableError
from builder.model import Article, Briefing, Collection, Page, Problem, Span
from builder.withheld import find_number

# An item as the write stage prints it; then, on its marker, the address of the sentence that it came from.
PRINTED = re.compile(
    r"""
    <span\ class="v">(?P<item>.*?)</span>                    # an item, with marked names at most inside
    | \]\((?P<path>[^()\s]*)\#(?P<anchor>s-[0-9a-f-]+)\)\{\ \.cite  # a marker
    """,
    re.VERBOSE,
)
MARK = re.compile(r"</?mark>")
REMEDY = "report this with the article; it is a fault of the builder"
NAME_REMEDY = "if it is a common word, suppress the full name instead; else report this: it is a fault of the builder"


def prove_briefing(briefing: Briefing) -> None:
    """Raise UntraceableError if any span of the analysis is no clean slice of the article."""
    article = briefing.article
    for name, span in _find_spans(briefing.analysis, "analysis"):
        problem = find_span_problem(article, span)
        if problem:
            raise UntraceableError(article.source.path, f"{name} {span.start}–{span.end} {problem}", REMEDY)
    for entity in briefing.analysis.entities:
        forms = {entity.name, *entity.aliases}
        for span in entity.mentions:
            printed = article.text[span.start : span.end]
            if printed not in forms:
                reason = f"{printed!r} is counted as {entity.name!r} but is none of its forms"
                raise UntraceableError(article.source.path, reason, REMEDY)


def find_span_problem(article: Article, span: Span) -> str | None:
    """What is wrong with a span; ``None`` if nothing is."""
    text = article.text
    if not 0 <= span.start < span.end <= len(text):
        return "lies outside the text"
    piece = text[span.start : span.end]
    if piece != piece.strip():
        return f"begins or ends in white space: {piece!r}"
    if _cuts_word(text, span.start) or _cuts_word(text, span.end):
        return f"cuts a word: {piece!r}"
    return "spans two blocks" if "\n" in piece else None


def _cuts_word(text: str, place: int) -> bool:
    around = text[place - 1 : place + 1] if place else ""
    return len(around) == 2 and around.isascii() and (around.isalpha() or around.isdigit())


def _find_spans(part: object, name: str) -> Iterator[tuple[str, Span]]:
    """Every span below a record, with the name of its place."""
    if isinstance(part, Span):
        yield name, part
    elif isinstance(part, tuple):
        for one in part:
            yield from _find_spans(one, name)
    elif is_dataclass(part):
        for field in fields(part):
            yield from _find_spans(getattr(part, field.name), f"{type(part).__name__}.{field.name}")


def prove_pages(pages: tuple[Page, ...], collection: Collection) -> tuple[Problem, ...]:
    """Problems for items whose words are not in the article that their marker leads to, at its sentence."""
    texts = {briefing.article.id: briefing.article for briefing in collection.briefings}
    starts = {
        (briefing.article.id, sentence.anchor): sentence.span
        for briefing in collection.briefings
        for sentence in briefing.analysis.sentences
    }
    problems: list[Problem] = []
    for page in pages:
        if page.path.endswith(".md"):
            problems += _prove_page(page, texts, starts)
    return tuple(problems)


def prove_withheld(pages: Iterable[Page], suppressed: tuple[str, ...]) -> tuple[Problem, ...]:
    """Problems for pages that hold a suppressed name, in their text or in their path."""
    problems = []
    for page in pages:
        # A path has no words of the site's own in which a name's word could stand.
        number = find_number(page.path, suppressed) or find_number(page.text, suppressed, is_page=True)
        if number:
            reason = f"holds name {number} of `suppress:` in the editor's site file"
            problems.append(Problem(page.path, None, reason, NAME_REMEDY))
    return tuple(problems)


def _prove_page(page: Page, texts: dict[str, Article], starts: dict[tuple[str, str], Span]) -> Iterator[Problem]:
    items: list[str] = []
    for match in PRINTED.finditer(page.text):
        if match["item"] is not None:
            items.append(html.unescape(MARK.sub("", match["item"])))
            continue
        own = page.path.rpartition("/")[2]
        id_ = (match["path"].rpartition("/")[2] or own).removesuffix(".md")
        sentence = starts.get((id_, match["anchor"]))
        line = page.text.count("\n", 0, match.start()) + 1
        if sentence is None:
            yield Problem(page.path, line, f"a marker leads to {id_}#{match['anchor']}, which is no sentence", REMEDY)
        else:
            for place, item in enumerate(items):
                reason = _find_trace_problem(item, texts[id_], sentence if place == 0 else None, texts)
                if reason:
                    yield Problem(page.path, line, reason, REMEDY)
        items = []


def _find_trace_problem(item: str, article: Article, sentence: Span | None, texts: dict[str, Article]) -> str | None:
    """Why an item does not come from the sentence; ``sentence`` is ``None`` for the further parts of an item."""
    start = max(0, sentence.start - len(item)) if sentence else 0
    place = article.text.find(item, start)
    is_there = place >= 0 and (sentence is None or place < sentence.end)
    if is_there:
        return None
    holders = [one.source.path for one in texts.values() if item in one.text and one.id != article.id]
    other = f", but in {holders[0]}" if holders else ""
    return f"“{item[:60]}” is not in the sentence of {article.source.path} that its marker names{other}"
