"""Finding and decoding the files of the articles folder."""

import hashlib
import os
import re
import stat
from pathlib import Path

from builder.config import MAX_ARTICLE_BYTES, MAX_LINE_CHARACTERS
from builder.errors import ArticleError, ConfigurationError
from builder.escape import CONTROL
from builder.model import Format, Source
from builder.read.decoding import decode
from builder.read.front_matter import load_block, parse_front_matter, split_front_matter
from builder.read.page_data import read_page_data
from builder.read.sidecar import read_edits

# Suffix of a file and how it is read.
READERS: dict[str, Format] = {".txt": "text", ".md": "markdown", ".html": "html", ".htm": "html"}
# Suffixes that people keep articles in and that are not read; anything else is not meant for the builder.
NOT_READ = {".mhtml", ".pdf", ".doc", ".docx", ".odt", ".rtf", ".epub", ".zip", ".gz"}
MAX_LINES = 200_000  # a book of the greatest size has half as many, with a blank line behind each
REPLACED = "\ufffd"  # stands in a file's name for what cannot be printed
UNPRINTABLE = re.compile(f"{CONTROL.pattern}|[\n\t]")


def find_articles(folder: Path) -> tuple[str, ...]:
    """Paths of the files that may be articles, relative to the folder, in order of name.

    Names that begin with ``.`` or ``_`` and ``README*`` are left out. Raises ConfigurationError if there is no
    such folder. Links to other places are returned, and refused when they are read.
    """
    if folder.is_file():
        raise ConfigurationError(f"{folder}: is a file; name the folder that holds the articles")
    if not folder.is_dir():
        raise ConfigurationError(
            f"{folder}: no such folder; make it and put articles there, or name it with --articles"
        )
    found = []
    for top, folders, names in os.walk(folder, onerror=_refuse_folder):
        folders[:] = sorted(name for name in folders if not name.startswith((".", "_")))
        for name in names:
            path = Path(top, name)
            is_hidden = name.startswith((".", "_")) or name.upper().startswith("README")
            if not is_hidden and path.suffix.lower() in READERS.keys() | NOT_READ:
                found.append(UNPRINTABLE.sub(REPLACED, path.relative_to(folder).as_posix()))
    return tuple(sorted(found))


def _refuse_folder(error: OSError) -> None:
    raise ConfigurationError(f"{error.filename}: cannot be listed ({error.strerror}); make it readable or move it away")


def read_source(folder: Path, path: str) -> Source:
    """One file as a source; raises ArticleError with reason and remedy if it cannot be one."""
    if REPLACED in path:
        raise ArticleError(path, "has a name that cannot be printed", "rename the file")
    place = folder / path
    format_ = READERS.get(place.suffix.lower())
    if format_ is None:
        raise ArticleError(path, f"{place.suffix} is not read", "save its text as .txt or .md")
    raw = _read_bytes(place, path)
    text = decode(raw, path, format_)
    if not text.strip():
        raise ArticleError(path, "is empty", "put the article's text into it or drop the file")
    if format_ == "html":
        declared, front_matter, body, first_line = read_page_data(text, path), "", text, 1
        edits, faults = read_edits(folder, path, {})
    else:
        _refuse_shapeless(text, path)
        front_matter, body, first_line = split_front_matter(text)
        values = load_block(front_matter, path, text.count("\n", 0, text.find(front_matter)) + 1)
        declared = parse_front_matter(values, path)
        edits, faults = read_edits(folder, path, values)
    return Source(
        path=path,
        format=format_,
        body=body,
        first_line=first_line,
        sha256=hashlib.sha256(raw).hexdigest(),
        declared=declared,
        front_matter=front_matter,
        edits=edits,
        faults=faults,
    )


def _read_bytes(place: Path, path: str) -> bytes:
    """The file's bytes; a link, a pipe or a device is not opened."""
    try:
        status = place.lstat()
        if not stat.S_ISREG(status.st_mode):
            raise ArticleError(path, "is a link or no ordinary file", "put a copy of the article in its place")
        if status.st_size > MAX_ARTICLE_BYTES:
            size = f"{status.st_size / 1e6:.1f} MB, over the limit of {MAX_ARTICLE_BYTES / 1e6:.0f} MB"
            raise ArticleError(path, f"has {size}", "split it into its articles")
        return place.read_bytes()
    except OSError as error:
        raise ArticleError(path, f"cannot be read ({error.strerror})", "check that it is there and readable") from None


def _refuse_shapeless(text: str, path: str) -> None:
    """Raise ArticleError for what is no prose and would cost more time than any article."""
    lines = text.split("\n")
    if len(lines) > MAX_LINES:
        raise ArticleError(path, f"has over {MAX_LINES:,} lines", "split it into its articles")
    if max(map(len, lines)) > MAX_LINE_CHARACTERS:
        raise ArticleError(path, f"has a line over {MAX_LINE_CHARACTERS:,} characters", "break it into paragraphs")
