"""A saved page → lines: the article's blocks with their kinds; everything else that the page shows is recorded."""

import re
from itertools import groupby

from builder.clean.draft import Draft, Line, make_moved
from builder.clean.page_blocks import PageBlock, find_blocks
from builder.clean.page_body import find_body
from builder.errors import ArticleError
from builder.html_tree import REMEDY, parse_page
from builder.model import Moved, Removed, Source
from builder.words import count_words, fold

MENU, OUTSIDE, PROMPT = "navigation", "outside the article", "note to readers"
# What a site asks of its readers, below or inside the article: a sentence or two of its own, never a quotation.
PROMPTS = re.compile(
    r"""
    (?:please\ )?(?:subscribe|sign\ up|register)\ (?:now\ |today\ |here\ )?(?:to|for)\ (?:our|the|receive|get)\b
    |follow\ (?:us|[\w’'\ ]{2,40})\ on\ (?:twitter|facebook|instagram|x|telegram|whatsapp|linkedin)\b
    |(?:for\ the\ latest|never\ miss|get)\ (?:the|our|stories|news)\b.{0,80}\b(?:apps?|newsletter|inbox|signing)\b
    |(?:to\ (?:view|read|continue)\ (?:the|this)\ (?:full|rest)|first-time\ subscribers|already\ a\ subscriber)\b
    |if\ you(?:’|')re\ seeing\ this\ message\b
    |(?:we\ want\ to\ hear\ what\ you\ think|submit\ a\ letter\ to\ the\ editor)\b
    |this\ (?:post|article|page|story)\ (?:may\ )?contains?\ (?:affiliate|references\ to\ products)\b
    |\(?(?:©|\(c\)|copyright\b)\ *(?:©\ *|\(c\)\ *)?\d{4}\b
    """,
    re.IGNORECASE | re.VERBOSE,
)
TRAIL_LENGTH = 60  # characters of the names of sections
PROMPT_WORDS = 45  # a longer one is a paragraph of the article


def split_page(source: Source) -> Draft:
    """The article's blocks; raises ArticleError if the page holds none."""
    root = parse_page(source.body, source.path)
    blocks = find_blocks(root)
    found = find_body(root, blocks)
    headline = _find_headline(source.declared.title, blocks)
    lines: list[Line] = []
    rest: list[tuple[str, PageBlock]] = []
    moved: list[Moved] = []
    for index, block in enumerate(blocks):
        if index == headline:
            moved.append(make_moved(block.text, "metadata"))
        elif index not in found or _is_trail(block, source.declared.title):
            rest.append((MENU if block.is_menu else OUTSIDE, block))
        elif _is_prompt(block):
            rest.append((PROMPT, block))
        else:
            lines.append(Line(block.text, block.line, block.kind, is_after_gap=True))
    if not lines:
        raise ArticleError(source.path, "no article text found in the page", REMEDY)
    return Draft(
        source.declared,
        tuple(lines),
        removed=_record(rest),
        moved=tuple(moved),
        keywords=source.declared.tags,
    )


def _is_prompt(block: PageBlock) -> bool:
    return bool(PROMPTS.match(block.text)) and count_words(block.text) <= PROMPT_WORDS


def _is_trail(block: PageBlock, title: str | None) -> bool:
    """Whether a block is the way through the site's sections to the headline, which ends in it."""
    whole, headline = fold(block.text), fold(title or "")
    is_longer = len(headline) < len(whole) <= len(headline) + TRAIL_LENGTH
    return bool(headline) and is_longer and whole.endswith(headline)


def _find_headline(title: str | None, blocks: tuple[PageBlock, ...]) -> int | None:
    """Where the page shows its title: the first heading that reads so, else the first block."""
    places = [index for index, block in enumerate(blocks) if title and fold(block.text) == fold(title)]
    return next((index for index in places if blocks[index].kind == "heading"), places[0] if places else None)


def _record(blocks: list[tuple[str, PageBlock]]) -> tuple[Removed, ...]:
    """A record for each block outside the article, and one for each menu."""
    records = []
    for rule, group in groupby(blocks, key=lambda pair: pair[0]):
        listed = [(block.text, block.line) for _, block in group]
        if rule == MENU:
            listed = [("\n".join(text for text, _ in listed), listed[0][1])]
        records += [Removed(text, count_words(text), rule, line) for text, line in listed]
    return tuple(records)
