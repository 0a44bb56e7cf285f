"""The source text of a briefing page: the cleaned article, every sentence with its address, and what was removed."""

import hashlib
from collections import Counter
from collections.abc import Set

from builder.escape import escape_text
from builder.model import Block, Briefing, Sentence
from builder.words import count_words, fold
from builder.write import wording
from builder.write.parts import Section, note

REMOVED_LENGTH = 80  # characters of a removed piece that are shown
BLOCK_CLASSES = {"paragraph": ".p", "item": ".p .li", "quote": ".p .bq", "heading": ".sh"}


def write_source_text(briefing: Briefing, used: Set[str]) -> Section:
    """The section; ``used`` are the addresses of the sentences that the page shows above."""
    article = briefing.article
    sentences: dict[int, list[Sentence]] = {}
    for sentence in briefing.analysis.sentences:
        sentences.setdefault(sentence.paragraph, []).append(sentence)
    seen: Counter[str] = Counter()
    blocks = []
    for block in article.blocks:
        if block.number is None:
            blocks.append(_heading(article.text[block.span.start : block.span.end], seen))
        else:
            blocks.append(_paragraph(briefing, block, sentences.get(block.number, []), used))
    language = f' lang="{article.language}"' if article.language not in (None, "en") else ""
    is_cleaned = any(piece.words for piece in article.removed)
    lead = note(
        wording.SOURCE_TEXT_NOTE.format(
            cleaned=wording.CLEANED if is_cleaned else "", used=wording.USED_ABOVE if used else ""
        )
    )
    body = f'<div class="src"{language} markdown>\n\n' + "\n\n".join(blocks) + "\n\n</div>"
    return Section("source-text", wording.SOURCE_TEXT, f"{lead}\n\n{body}\n\n{_disclosure(briefing)}")


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


def _disclosure(briefing: Briefing) -> str:
    """What was removed and moved, with the arithmetic that accounts for every word of the input."""
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
        lines += [f"| {' | '.join(wording.REMOVED_HEADS)} |", "|---|--:|---|--:|"]
        lines += [
            f'| <span class="v hl">{_first_words(piece.text)}</span> | {piece.words} | {piece.rule} | {piece.line} |'
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
