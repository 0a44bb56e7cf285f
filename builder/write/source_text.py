"""The source text of a briefing page: the cleaned article, every sentence with its address, and what was removed."""

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator, Set
from itertools import groupby

from builder.escape import escape_text
from builder.model import Article, Block, Briefing, Sentence
from builder.withheld import RULE
from builder.words import count_words, fold
from builder.write import editor_wording, wording
from builder.write.parts import Section, note
from builder.write.rights import Shown, find_cited_sentences, find_printed_blocks

REMOVED_LENGTH = 80  # characters of a removed piece that are shown
BLOCK_CLASSES = {"paragraph": ".p", "item": ".p .li", "quote": ".p .bq", "heading": ".sh"}


def write_source_text(briefing: Briefing, used: Set[str], shown: Shown | None = None) -> Section:
    """The section; ``used`` are the addresses of the sentences that the page shows above, ``shown`` what is printed.

    ``None`` for ``shown`` prints all, and the removed pieces too.
    """
    article = briefing.article
    if shown is None:
        body = _box(article, _write_blocks(briefing, used).values())
    elif shown.rights == "none":
        body = _box(article, _write_sentences(briefing, used, shown))
    else:
        body = "\n\n".join(_write_paragraphs(briefing, used, shown))
    lead = note(_find_lead(briefing, used, shown))
    is_withheld = any(piece.rule == RULE for piece in article.removed)
    withheld = [note(editor_wording.WITHHELD)] if is_withheld else []
    parts = [lead, *withheld, body, _disclosure(briefing, is_printed=shown is None)]
    return Section("source-text", wording.SOURCE_TEXT, "\n\n".join(parts))


def _find_lead(briefing: Briefing, used: Set[str], shown: Shown | None) -> str:
    """What is printed, and why not all of it."""
    above = wording.USED_ABOVE if used else ""
    if shown is None:
        is_cleaned = any(piece.words for piece in briefing.article.removed)
        return wording.SOURCE_TEXT_NOTE.format(cleaned=wording.CLEANED if is_cleaned else "", used=above)
    return wording.RIGHTS_NOTES[shown.rights].format(used=above) if shown.anchors else wording.RIGHTS_NOTHING


def _box(article: Article, blocks: Iterable[str]) -> str:
    """Blocks of a source's own words."""
    language = f' lang="{article.language}"' if article.language not in (None, "en") else ""
    return f'<div class="src"{language} markdown>\n\n' + "\n\n".join(blocks) + "\n\n</div>"


def _write_blocks(briefing: Briefing, used: Set[str]) -> dict[Block, str]:
    """Every block of the text, in its order."""
    sentences: dict[int, list[Sentence]] = {}
    for sentence in briefing.analysis.sentences:
        sentences.setdefault(sentence.paragraph, []).append(sentence)
    seen: Counter[str] = Counter()
    blocks = {}
    for block in briefing.article.blocks:
        if block.number is None:
            blocks[block] = _heading(briefing.article.text[block.span.start : block.span.end], seen)
        else:
            blocks[block] = _paragraph(briefing, block, sentences.get(block.number, []), used)
    return blocks


def _write_paragraphs(briefing: Briefing, used: Set[str], shown: Shown) -> Iterator[str]:
    """The printed blocks, and a line of the site's own for each run of paragraphs between them."""
    written, printed = _write_blocks(briefing, used), frozenset(find_printed_blocks(briefing, shown))
    for is_printed, run in groupby(
        (block for block in written if block in printed or block.number is not None), key=printed.__contains__
    ):
        blocks = list(run)
        if is_printed:
            yield _box(briefing.article, (written[block] for block in blocks))
        else:
            template = wording.NOT_SHOWN_ALL if len(blocks) > 1 else wording.NOT_SHOWN
            yield note(template.format(first=blocks[0].number, last=blocks[-1].number))


def _write_sentences(briefing: Briefing, used: Set[str], shown: Shown) -> Iterator[str]:
    """Each cited sentence by itself, with the number of its paragraph."""
    blocks = {block.number: block for block in briefing.article.blocks}
    for sentence in find_cited_sentences(briefing, shown):
        yield _paragraph(briefing, blocks[sentence.paragraph], [sentence], used)


def _heading(text: str, seen: Counter[str]) -> str:
    """A heading with an address of our own: one made from its text could be an id that the theme's script reads."""
    anchor = "h-" + hashlib.sha256(fold(text).encode()).hexdigest()[:8]
    seen[anchor] += 1
    suffix = f"-{seen[anchor]}" if seen[anchor] > 1 else ""
    return f"### {escape_text(text)} {{ #{anchor}{suffix} .sh }}"


def _paragraph(briefing: Briefing, block: Block, sentences: list[Sentence], used: Set[str]) -> str:
    """A numbered block, its sentences in spans with their addresses."""
    text = briefing.article.text
    parts = []
    for sentence in sentences:
        shown = "s u" if sentence.anchor in used else "s"
        printed = escape_text(text[sentence.span.start : sentence.span.end])
        parts.append(f'<span id="{sentence.anchor}" class="{shown}">{printed}</span>')
    title = wording.PARAGRAPH_LINK.format(number=block.number)
    number = f'[{block.number}](#{sentences[0].anchor}){{ .pn title="{title}" }} ' if sentences else ""
    return f"{number}{' '.join(parts)}\n{{: {BLOCK_CLASSES[block.kind]} }}"


def _disclosure(briefing: Briefing, *, is_printed: bool) -> str:
    """What was removed and moved, with the arithmetic that accounts for every word of the input.

    Without ``is_printed`` the table has counts and rules, but no text.
    """
    article = briefing.article
    removed = sum(piece.words for piece in article.removed)
    items = wording.REMOVED_NOTHING
    if article.removed:
        counted = wording.count_noun(len(article.removed), "item")
        items = wording.REMOVED_ITEMS.format(items=counted, words=wording.count_noun(removed, "word"))
    lines = [
        '<details class="fold" markdown data-search-exclude>',
        f"<summary>{wording.REMOVED.format(items=items)}</summary>",
        "",
    ]
    if article.removed:
        first = 0 if is_printed else 1
        lines += [f"| {' | '.join(wording.REMOVED_HEADS[first:])} |", "|---|--:|---|--:|"[4 * first :]]
        lines += [
            (f'| <span class="v hl">{_first_words(piece.text)}</span> ' if is_printed else "")
            + f"| {piece.words} | {piece.rule} | {piece.line} |"
            for piece in article.removed
        ]
        lines.append("")
    moved = _moved_parts(briefing)
    if moved:
        lines += [wording.MOVED.format(parts=", ".join(moved)), ""]
    return "\n".join([*lines, _arithmetic(briefing, removed), "", "</details>"])


def _first_words(text: str) -> str:
    """The head of a removed piece; invisible characters are named by their code points."""
    line = " ".join(text.split())
    if not count_words(line):
        line = " ".join(f"U+{ord(character):04X}" for character in text[:8])
    return (
        escape_text(line)
        if len(line) <= REMOVED_LENGTH
        else escape_text(line[:REMOVED_LENGTH].rpartition(" ")[0] or line[:REMOVED_LENGTH]) + " …"
    )


def _moved_parts(briefing: Briefing) -> list[str]:
    parts = []
    for to, template in wording.MOVED_PARTS.items():
        words = sum(piece.words for piece in briefing.article.moved if piece.to == to)
        if words:
            parts.append(template.format(words=wording.count_noun(words, "word")))
    return parts


def _arithmetic(briefing: Briefing, removed: int) -> str:
    """The sum over the file's words, which closes."""
    article = briefing.article
    headings = sum(
        count_words(article.text[block.span.start : block.span.end]) for block in article.blocks if block.number is None
    )
    moved = sum(piece.words for piece in article.moved)
    paragraphs = briefing.analysis.metadata.words
    return wording.ARITHMETIC.format(
        total=f"{paragraphs + headings + moved + removed:,}",
        paragraphs=f"{paragraphs:,}",
        headings=headings,
        moved=moved,
        removed=removed,
    )
