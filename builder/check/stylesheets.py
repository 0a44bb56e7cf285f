"""A stylesheet in, the addresses that it names out."""

import re
from collections.abc import Iterator
from pathlib import Path

from builder.check.addresses import Root, make_reference
from builder.check.records import Fault, FileRecord

TOKEN = re.compile(
    r"""
      /\*(?:[\s\S]*?\*/|[\s\S]*)                                # a comment, left open or not
    | (?P<before>@import\s*|url\(\s*)?                          # what makes a string an address
      (?:"(?P<double>(?:[^"\\\n]|\\[\s\S])*)"
        |'(?P<single>(?:[^'\\\n]|\\[\s\S])*)')
    | url\(\s*(?P<bare>(?:[^\s"'()\\]|\\[\s\S])+)\s*\)          # an address without quotation marks
    """,
    re.VERBOSE | re.IGNORECASE,
)
ESCAPED = re.compile(r"\\(?:\n|([\s\S]))")


def find_urls(css: str) -> Iterator[tuple[int, str]]:
    """Line from 1 and address of every ``url()`` and ``@import``; those inside comments and strings are none.

    >>> list(find_urls("/* url(a) */ p { background: url('b.png') }"))
    [(1, 'b.png')]
    """
    line, counted = 1, 0
    for token in TOKEN.finditer(css):
        url = token["bare"]
        if url is None and token["before"]:
            url = token["double"] if token["double"] is not None else token["single"]
        if url is None:
            continue
        line += css.count("\n", counted, token.start())
        counted = token.start()
        # A place in the same document, as SVG filters name them.
        if not url.startswith("#"):
            yield line, ESCAPED.sub(r"\1", url)


def read_stylesheet(site: Path, root: Root, path: str) -> FileRecord:
    """The addresses of one stylesheet of a site."""
    try:
        css = (site / path).read_text(encoding="utf-8", errors="replace")
    except OSError as error:
        reason = f"cannot be read: {error.strerror}"
        return FileRecord(path, (), (Fault(path, None, "", reason, "mend the file or its permissions"),))
    references = (make_reference(root, path, "url()", url, line) for line, url in find_urls(css))
    return FileRecord(path, tuple(one for one in references if one), ())
