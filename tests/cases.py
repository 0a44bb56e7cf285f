"""Cases as Markdown: a title, the input and what is expected, with a line that is a full stop behind each."""

from pathlib import Path

from builder.model import Article, Block, Declared, Sentence, Source, Span, Title
from builder.words import make_anchors, split_sentences

CASES = Path(__file__).parent / "cases"


def load_cases(name: str) -> list[tuple[str, str, str]]:
    """Title, input and expected text of every case of ``tests/cases/NAME.md``."""
    parts: list[list[str]] = [[]]
    for line in (CASES / f"{name}.md").read_text(encoding="utf-8").split("\n"):
        if line == ".":
            parts.append([])
        else:
            parts[-1].append(line)
    texts = ["\n".join(part).strip("\n") for part in parts[:-1]]
    titles = [title.split("\n")[-1] for title in texts[::3]]
    return list(zip(titles, texts[1::3], texts[2::3], strict=True))


def make_article(text: str) -> tuple[Article, tuple[Sentence, ...]]:
    """An article of plain paragraphs, which blank lines separate, and its sentences."""
    paragraphs = [" ".join(part.split("\n")).strip() for part in text.split("\n\n")]
    blocks: list[Block] = []
    place = 0
    for paragraph in filter(None, paragraphs):
        blocks.append(Block("paragraph", Span(place, place + len(paragraph)), len(blocks) + 1))
        place += len(paragraph) + 2
    final = "\n\n".join(filter(None, paragraphs))
    source = Source("case.txt", "text", text, 1, "", Declared(), "")
    title = Title("Case", "file name", None)
    article = Article("case", source, title, final, tuple(blocks), (), (), (), (), "en")
    spans = [
        (span, block.number or 0)
        for block in blocks
        for span in split_sentences(final, block.span.start, block.span.end)
    ]
    anchors = make_anchors([final[span.start : span.end] for span, _ in spans])
    return article, tuple(Sentence(span, number, anchor) for (span, number), anchor in zip(spans, anchors, strict=True))
