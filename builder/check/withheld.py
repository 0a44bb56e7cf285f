"""The files of a rendered site in, those that hold a suppressed name out: names of files, texts, packed files."""

import gzip
import re
import zlib
from collections.abc import Iterable, Iterator
from filecmp import cmp
from importlib.util import find_spec
from pathlib import Path

from builder.check.records import Fault
from builder.withheld import find_number

PACKED = b"\x1f\x8b"  # how a gzip file begins
MAX_UNPACKED_BYTES = 60_000_000  # the same limit as a sitemap's
MARKUP = (".html", ".htm", ".xml", ".svg")
# Tags inside a word or between two: a reader sees none of them.
INLINE = re.compile(
    r"</?(?:a|abbr|b|bdi|bdo|big|cite|code|del|dfn|em|font|i|ins|kbd|label|mark|q|rp|rt|ruby|s|samp|small|span|strong"
    r"|sub|sup|time|tspan|tt|u|var|wbr)(?:\s[^<>]*)?/?>|<!--.{0,500}?-->",
    re.IGNORECASE | re.DOTALL,
)
# In a picture no other byte than those of ASCII is a letter, and a control character ends a word.
NO_LETTERS = bytes(byte if 32 <= byte < 127 else ord("#") for byte in range(256))
CHANCE = re.compile(r"[^#]{6,}")
FONTS = (".woff", ".woff2")  # compressed in a way of their own
# Packages and the folders in them whose files the theme takes as they are.
THEMES = (("material", "templates"), ("builder", "theme"))
REMEDY = "rebuild the site; if it stands in a page or a setting of your own, take it out there"


def find_withheld(site: Path, files: Iterable[str], suppressed: tuple[str, ...]) -> Iterator[Fault]:
    """A fault for each file that holds a name of ``suppressed`` in its path or in what it says.

    ``files`` are paths relative to ``site``. What cannot be read is another check's business, and files that the
    theme ships hold nothing of an article.
    """
    if not suppressed:
        return
    themes = tuple(_find_themes())
    for path in files:
        if _is_shipped(themes, site, path):
            continue
        number = find_number(path, suppressed)
        if not number and not path.lower().endswith(FONTS):
            number = _find_in_file(site / path, suppressed)
        if number:
            message = f"holds a name that the editor withholds (name {number} of `suppress:` in the site file)"
            yield Fault(path, None, "", message, REMEDY)


def _find_themes() -> Iterator[Path]:
    """The folders of the theme's own files, so far as they are installed."""
    for package, folder in THEMES:
        spec = find_spec(package)
        yield from (Path(place, folder) for place in (spec.submodule_search_locations if spec else None) or ())


def _is_shipped(themes: tuple[Path, ...], site: Path, path: str) -> bool:
    """Whether a file is one of the theme's, unchanged."""
    try:
        return any((theme / path).is_file() and cmp(theme / path, site / path, shallow=False) for theme in themes)
    except OSError:
        return False


def _find_in_file(file: Path, suppressed: tuple[str, ...]) -> int | None:
    """Number of the first name in a file; ``None`` if it holds none."""
    try:
        data = file.read_bytes()
    except OSError:
        return None
    number = _find_in_bytes(data, file.name, suppressed)
    if number or not data.startswith(PACKED):
        return number
    try:
        with gzip.open(file) as packed:
            return _find_in_bytes(packed.read(MAX_UNPACKED_BYTES), file.name.removesuffix(".gz"), suppressed)
    except (OSError, EOFError, zlib.error):
        return None


def _find_in_bytes(data: bytes, name: str, suppressed: tuple[str, ...]) -> int | None:
    """The text as it stands; that of markup without the tags in it, too."""
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        # Among so many bytes a few letters stand together by chance.
        text = " ".join(CHANCE.findall(data.translate(NO_LETTERS).decode("ascii")))
    number = find_number(text, suppressed, is_page=True)
    if number or not name.lower().endswith(MARKUP):
        return number
    return find_number(INLINE.sub("", text), suppressed, is_page=True)
