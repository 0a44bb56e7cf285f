"""Finding and decoding the files of the articles folder."""

import hashlib
import os
import stat
import unicodedata
from pathlib import Path

from builder.config import MAX_ARTICLE_BYTES, MAX_LINE_CHARACTERS
from builder.errors import ArticleError, ConfigurationError
from builder.escape import CONTROL
from builder.model import Format, Source
from builder.read.front_matter import parse_front_matter, split_front_matter

# Suffix of a file and how it is read.
READERS: dict[str, Format] = {".txt": "text", ".md": "markdown"}
# Suffixes that people keep articles in and that are not read; anything else is not meant for the builder.
NOT_READ = {".html", ".htm", ".mhtml", ".pdf", ".doc", ".docx", ".odt", ".rtf", ".epub", ".zip", ".gz"}


def find_articles(folder: Path) -> tuple[str, ...]:
    """Paths of the files that may be articles, relative to the folder, in order of name.

    Names that begin with ``.`` or ``_`` and ``README*`` are left out. Raises ConfigurationError if there is no
    such folder. Links to other places are returned, and refused when they are read.
    """
    if not folder.is_dir():
        raise ConfigurationError(
            f"{folder}: no such folder; make it and put articles there, or name it with --articles"
        )
    found = []
    for top, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith((".", "_")))
        for name in names:
            path = Path(top, name)
            is_hidden = name.startswith((".", "_")) or name.upper().startswith("README")
            if not is_hidden and path.suffix.lower() in READERS.keys() | NOT_READ:
                found.append(path.relative_to(folder).as_posix())
    return tuple(sorted(found))


def read_source(folder: Path, path: str) -> Source:
    """One file as a source; raises ArticleError with reason and remedy if it cannot be one."""
    place = folder / path
    format_ = READERS.get(place.suffix.lower())
    if format_ is None:
        raise ArticleError(path, f"{place.suffix} is not read", "save its text as .txt or .md")
    raw = _read_bytes(place, path)
    text = _decode(raw, path)
    if not text.strip():
        raise ArticleError(path, "is empty", "put the article's text into it or drop the file")
    if max(map(len, text.split("\n"))) > MAX_LINE_CHARACTERS:
        raise ArticleError(path, f"has a line over {MAX_LINE_CHARACTERS:,} characters", "break it into paragraphs")
    front_matter, body, first_line = split_front_matter(text)
    return Source(
        path=path,
        format=format_,
        body=body,
        first_line=first_line,
        sha256=hashlib.sha256(raw).hexdigest(),
        declared=parse_front_matter(front_matter, path),
        front_matter=front_matter,
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


def _decode(raw: bytes, path: str) -> str:
    """Text with ``\\n`` line ends, composed (NFC) and without control characters."""
    encoding = "utf-16" if raw.startswith((b"\xff\xfe", b"\xfe\xff")) else "utf-8-sig"
    try:
        text = raw.decode(encoding)
    except UnicodeDecodeError as error:
        reason = f"is not {'UTF-16' if encoding == 'utf-16' else 'UTF-8'} text (byte {error.start})"
        raise ArticleError(path, reason, "save it as UTF-8 or drop the file") from None
    if "\0" in text:
        raise ArticleError(path, "holds bytes that are no text", "save the article as text or drop the file")
    lines = text.replace("\r\n", "\n").replace("\r", "\n").replace("\u2028", "\n").replace("\u2029", "\n")
    # A space, not nothing: a control character ends a word.
    return CONTROL.sub(" ", unicodedata.normalize("NFC", lines))
