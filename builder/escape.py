"""Escaping: the one place where an article's text becomes text on a page.

Numeric character references for the characters that can start markup: Python-Markdown, browsers and every
other reader of Markdown turn them back into the same text, and nothing in them is ever a tag, a link, an
attribute list, a table cell or a heading. ``html.escape`` alone leaves Markdown's own syntax alive.
"""

import html
import re
import unicodedata
from urllib.parse import quote, urlsplit

from builder.words import INVISIBLE

# C0 and C1 controls but tab and line feed: Python-Markdown marks its own stash with two of them.
CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufffe\uffff\ud800-\udfff]")
# Anywhere: HTML and entities, code, emphasis, attribute lists, links, backslashes, cells, headings' closing marks.
ANYWHERE = r"[&<>`*_{}\[\]\\|~^@#]"
# Where a line could begin: lists, rules, quotations, definitions, underlined headings, numbered lists.
AT_START = r"\A\s*[-+:=!?.]|(?<=\A)\d+(?=[.)](?:\s|\Z))"
MARKUP = re.compile(f"{ANYWHERE}|{AT_START}")
URL_SAFE = "/:?#@!$&'*+,;=%~-._"
URL_LENGTH = 2000  # characters; browsers and servers stop not far above
# Joiners between emoji, or between letters of scripts that need them, are part of what a reader sees.
JOINED = "[\u0590-\u1fff\u2190-\ufefe\U00010000-\U0010ffff]"
HIDDEN = re.compile(f"(?!(?<={JOINED})[\u200c\u200d](?={JOINED})){INVISIBLE.pattern}")
MARKS_MOST = 30  # combining marks on one letter, the limit of Unicode's stream-safe text
MARKS = re.compile(rf"[^\w\s\x00-\u02ff]{{{MARKS_MOST + 1},}}")


def _encode(match: re.Match[str]) -> str:
    return "".join(f"&#{ord(character)};" for character in match[0].strip()) or match[0]


def strip_controls(text: str) -> str:
    """The text without control characters, which no reader sees and Python-Markdown uses for itself."""
    return CONTROL.sub("", text)


def strip_hidden(text: str) -> str:
    """The text without invisible characters, but with the joiners that its script or its emoji need."""
    return HIDDEN.sub("", text)


def has_stacked_marks(text: str) -> bool:
    """Whether a letter carries over 30 combining marks: no script does, and sorting them takes quadratic time."""
    return any(sum(map(bool, map(unicodedata.combining, run[0]))) > MARKS_MOST for run in MARKS.finditer(text))


def escape_text(text: str) -> str:
    """Text of an article for a line of Markdown: shown exactly, never markup.

    >>> escape_text("*a* <b> [c](d) {: #e }")
    '&#42;a&#42; &#60;b&#62; &#91;c&#93;(d) &#123;: &#35;e &#125;'
    """
    line = " ".join(strip_controls(text).split("\n")).strip()
    return MARKUP.sub(_encode, line)


def escape_inside(text: str) -> str:
    """A piece from inside a line, with the white space at its ends."""
    text = strip_controls(text).replace("\n", " ")
    head = text[: len(text) - len(text.lstrip())]
    tail = text[len(text.rstrip()) :] if text.strip() else ""
    return f"{head}{escape_text(text)}{tail}"


def escape_attribute(text: str) -> str:
    """Text for a value in double quotes, in raw HTML or in an attribute list."""
    return escape_text(text).replace('"', "&#34;")


def escape_front_matter(text: str) -> str:
    """Text for a value of front matter: MkDocs' templates print it as HTML, without escaping it."""
    return html.escape(strip_controls(text), quote=True)


def make_safe_url(url: str) -> str | None:
    """An address from an article as a link's target; ``None`` unless it is http or https with a host.

    Nor if it names a user, whose name could be taken for the host, or is longer than any server would read.
    """
    url = url.strip()
    if len(url) > URL_LENGTH or CONTROL.search(url) or any(character.isspace() for character in url):
        return None
    try:
        parts = urlsplit(url)
        is_web = parts.scheme in ("http", "https") and bool(parts.hostname) and parts.port != 0
    except ValueError:
        return None
    if not is_web or re.search(r"[@\\\[\]]", parts.netloc):
        return None
    return quote(url, safe=URL_SAFE).replace("&", "&#38;").replace("_", "%5F").replace("*", "%2A")
