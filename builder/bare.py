"""Bare text: what a reader would read without accents, escapes and unseen characters, and where it stands."""

import html
import re
import sys
import unicodedata
from bisect import bisect_right
from functools import lru_cache
from itertools import accumulate
from typing import NamedTuple
from urllib.parse import unquote

from builder.escape import CONTROL
from builder.model import Span
from builder.slug import LETTERS
from builder.words import INVISIBLE

# What stands for another character in markup, in addresses and in data; escaped twice or thrice too.
# An escape, from the character that begins it.
ESCAPE = r"""
    [&%\\]
    (?:
        (?<=&)(?:amp;){0,3}(?:\#\d{1,8}|\#[xX][0-9a-fA-F]{1,8}|[a-zA-Z][a-zA-Z0-9]{1,31});
      | (?<=%)(?:25){0,3}[0-7][0-9a-fA-F]
      | (?<=%)(?:25){0,3}[89a-fA-F][0-9a-fA-F](?:%(?:25){0,3}[89a-fA-F][0-9a-fA-F]){0,3}
      | (?<=\\)\\?(?:u[0-9a-fA-F]{4}|x[0-9a-fA-F]{2}|U[0-9a-fA-F]{8})
    )
"""
ESCAPED = re.compile(ESCAPE, re.VERBOSE)
# Characters that are read as what they are, Thai and Chinese ones among them, and all others.
PLAIN = r"[\t\n\ -~\u0e00-\u0e7f\u4e00-\u9fff]"
OTHERS = re.compile(r"[^\t\n\ -~\u0e00-\u0e7f\u4e00-\u9fff]+")
# An escape, a run of plain characters without one, or a single character.
UNIT = re.compile(rf"(?P<escape>{ESCAPE})|(?P<plain>{PLAIN}(?:(?![&%\\]){PLAIN})*+)|.", re.DOTALL | re.VERBOSE)
# What joiners of other alphabets are, once accents are taken off.
SIGNS = {"’": "'", "‘": "'", "ʼ": "'", "`": "'", "´": "'", "′": "'", "·": ".", "•": ".", "−": "-", "\u2028": "\n"}
# A digit that touches a word, and the rest of what they are together.
TOUCHING = re.compile(r"(?=\d)[^\W_]+")


class Bare(NamedTuple):
    """A text without accents, escapes and invisible characters, and where its pieces stand in the text."""

    text: str
    starts: tuple[int, ...]
    """Where each piece begins in the bare text."""
    spans: tuple[tuple[int, int, bool], ...]
    """Start and end of each piece in the text, and whether its characters are the text's own, one for one."""


@lru_cache(maxsize=4096)
def _bare_character(character: str) -> str:
    """A character without its accents; nothing for one that is not seen."""
    if character in SIGNS:
        return SIGNS[character]
    if INVISIBLE.match(character) or CONTROL.match(character):
        return ""
    parts = unicodedata.normalize("NFKD", character.translate(LETTERS))
    kinds = [(part, unicodedata.category(part)) for part in parts]
    return "".join("-" if kind == "Pd" else part for part, kind in kinds if kind not in ("Mn", "Me", "Cf"))


def _decode(escape: str) -> str:
    """What an escape stands for."""
    if escape.startswith("&"):
        return html.unescape(re.sub(r"^&(?:amp;)*", "&", escape))
    if escape.startswith("%"):
        return unquote(re.sub(r"%(?:25)+(?=[0-9a-fA-F]{2})", "%", escape))
    code = int(escape.lstrip("\\")[1:], 16)
    return chr(code) if code <= sys.maxunicode else ""


def strip_text(text: str) -> str:
    """The bare text alone, which takes a small part of the time."""
    return OTHERS.sub(lambda match: _strip_run(match[0]), ESCAPED.sub(lambda match: _decode(match[0]), text))


@lru_cache(maxsize=4096)
def _strip_run(run: str) -> str:
    return "".join(map(_bare_character, run))


def make_bare(text: str) -> Bare:
    """The text as names are looked for in it; time grows with its length."""
    if not ESCAPED.search(text) and not OTHERS.search(text):
        return Bare(text, (0,), ((0, len(text), True),))
    pieces, spans = [], []
    for unit in UNIT.finditer(text):
        if unit["plain"]:
            pieces.append(unit[0])
        else:
            decoded = _decode(unit[0]) if unit["escape"] else unit[0]
            pieces.append("".join(map(_bare_character, decoded)))
        spans.append((*unit.span(), bool(unit["plain"])))
    starts = (0, *accumulate(map(len, pieces)))[:-1]
    return Bare("".join(pieces), starts, tuple(spans))


def find_origin(bare: Bare, text: str, place: tuple[int, int], least: int) -> Span:
    """Where a slice of the bare text stands in the text, with the unseen characters and the digits that touch it.

    It begins behind ``least``.
    """
    first_piece, last_piece = (bisect_right(bare.starts, one) - 1 for one in (place[0], place[1] - 1))
    start, _, is_own = bare.spans[first_piece]
    begin, end, is_last_own = bare.spans[last_piece]
    if is_own:
        start += place[0] - bare.starts[first_piece]
    if is_last_own:
        end = begin + place[1] - bare.starts[last_piece]
    while end < len(text) and not _bare_character(text[end]):
        end += 1
    # Letters beside a digit that touches the name are the same word, of which no piece may be left.
    if start > least and text[start - 1].isdigit():
        while start > least and text[start - 1].isalnum():
            start -= 1
    touching = TOUCHING.match(text, end)
    return Span(start, touching.end() if touching else end)
