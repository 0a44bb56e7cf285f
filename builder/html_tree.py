"""HTML: the one place where a saved page becomes a tree, with bounds on what hostile markup can cost."""

import re
import unicodedata
from collections.abc import Iterator
from typing import Any

from builder.errors import ArticleError
from builder.escape import CONTROL, has_stacked_marks

MAX_DEPTH = 200  # elements inside one another; pages of the news stay under 50, the parser gives up at 256
MAX_ELEMENTS = 50_000  # a long article with all its menus has 5,000
MAX_ATTRIBUTE = 4000  # characters; longer ones hold pictures or are made to slow patterns down
REMEDY = "save its text as .txt"

# What a browser does not show.
UNSEEN = frozenset(
    "applet area audio base canvas colgroup datalist embed frameset head iframe link map math meta noembed noframes"
    " object option param picture progress script select source style svg template textarea title track"
    " video".split()
)
NOTE_LENGTH = 400  # characters; a <noscript> with more is the page for those without scripts, with less a note
HIDDEN_STYLE = re.compile(r"(?:^|[;\s])(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.IGNORECASE)
# Where a browser begins a line of its own.
BLOCKS = frozenset(
    "address article aside blockquote body button caption center dd details dialog dir div dl dt fieldset figcaption"
    " figure footer form frame h1 h2 h3 h4 h5 h6 header hgroup hr html label legend li main menu nav ol optgroup p pre"
    " search section summary table tbody td tfoot th thead tr ul".split()
)


def parse_page(html: str, path: str) -> Any:
    """The root of the page's tree; raises ArticleError if it holds no element, or too many, or too deep a nest."""
    # Imported here: a build without a page does not load it.
    from lxml import etree
    from lxml.html import HTMLParser

    parser = HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    try:
        root = etree.fromstring(html.encode(), parser)
    except etree.LxmlError:
        root = None
    if root is None:
        raise ArticleError(path, "holds no HTML", REMEDY)
    depth = count = 0
    for event, element in etree.iterwalk(root, events=("start", "end")):
        depth += 1 if event == "start" else -1
        count += event == "start"
        if depth > MAX_DEPTH or count > MAX_ELEMENTS:
            many = f"over {MAX_ELEMENTS:,} elements" if count > MAX_ELEMENTS else f"elements over {MAX_DEPTH} deep"
            raise ArticleError(path, f"has {many}, which no article needs", REMEDY)
        if event == "start":
            for name in [name for name, value in element.attrib.items() if len(value) > MAX_ATTRIBUTE]:
                del element.attrib[name]
    return root


def is_unseen(element: Any) -> bool:
    """Whether a browser shows nothing of the element, as far as its own markup says."""
    if element.tag in UNSEEN or element.get("hidden") is not None:
        return True
    if element.tag == "noscript" and sum(map(len, element.itertext())) < NOTE_LENGTH:
        return True
    style = element.get("style")
    return bool(style and HIDDEN_STYLE.search(style))


def read_text(element: Any) -> str:
    """The visible text of an element as one line, with a space where a block or a line begins."""
    return fold_space("".join(_pieces(element)))


def _pieces(element: Any) -> Iterator[str]:
    if not isinstance(element.tag, str) or is_unseen(element):
        return
    edge = " " if element.tag in BLOCKS or element.tag == "br" else ""
    yield edge + (element.text or "")
    for child in element:
        yield from _pieces(child)
        yield child.tail or ""
    # Two links side by side are two labels.
    yield edge or (" " if element.tag == "a" and not element.tail else "")


def fold_space(text: str) -> str:
    """One line: composed (NFC), without control characters, white space folded."""
    # A space, not nothing: a control character ends a word.
    plain = " ".join(CONTROL.sub(" ", text).split())
    return plain if has_stacked_marks(plain) else unicodedata.normalize("NFC", plain)
