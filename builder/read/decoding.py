"""The bytes of a file → its text: byte order mark, declared encoding, UTF-8, then what the bytes look like."""

import codecs
import logging
import re
import unicodedata

from builder.errors import ArticleError
from builder.escape import CONTROL, has_stacked_marks
from builder.model import Format

# The longer mark first: that of UTF-32 begins with that of UTF-16.
MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
DECLARED_WITHIN = 8192  # bytes of a page in which a declaration is sought
DECLARED = re.compile(
    rb"""<(?:meta\s[^<>]*?charset\s*=\s*|\?xml\s[^<>]*?encoding\s*=\s*)["']?\s*([\w.:-]{1,40})""", re.IGNORECASE
)
# Encodings that a page may declare, by Python's names; others are no text or never meant.
SINGLE_BYTE = frozenset(
    (
        *(f"cp{page}" for page in (866, 874, *range(1250, 1259))),
        *(f"iso8859-{part}" for part in range(2, 17) if part != 12),
        *("koi8-r", "koi8-u", "mac-roman", "mac-cyrillic"),
    )
)
SEVERAL_BYTES = frozenset(("utf-8", "gb18030", "big5", "euc_jp", "shift_jis", "cp932", "iso2022_jp", "euc_kr", "cp949"))
# What browsers read under a declared name: its superset.
READ_AS = {
    "ascii": "cp1252",
    "iso8859-1": "cp1252",
    "iso8859-9": "cp1254",
    "iso8859-11": "cp874",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
    "utf-16": "utf-8",
    "utf-16-le": "utf-8",
    "utf-16-be": "utf-8",
}
CONTROLS_MOST = 0.01  # of the characters; a picture or a program has far more
NO_TEXT = "holds bytes that are no text"
REMEDY = "save the article as text or drop the file"
# The first bytes of files that people rename: PDF, ZIP and office files, RTF, PNG, JPEG, GIF.
SIGNATURES = (b"%PDF-", b"PK\x03\x04", b"{\\rtf", b"\x89PNG", b"\xff\xd8\xff", b"GIF8")


def decode(raw: bytes, path: str, format_: Format) -> str:
    """Text with ``\\n`` line ends, composed (NFC) and without control characters; raises ArticleError for no text."""
    marked = _decode_marked(raw, path)
    text = _decode_unmarked(raw, path, format_) if marked is None else marked
    lines = text.replace("\r\n", "\n").replace("\r", "\n").replace("\u2028", "\n").replace("\u2029", "\n")
    controls = sum(1 for _ in CONTROL.finditer(lines))
    if "\0" in text or controls > CONTROLS_MOST * len(text):
        raise ArticleError(path, NO_TEXT, REMEDY)
    if has_stacked_marks(lines):
        raise ArticleError(path, "stacks over 30 combining marks on a letter", "take them out")
    # A space, not nothing: a control character ends a word.
    return CONTROL.sub(" ", unicodedata.normalize("NFC", lines))


def _decode_marked(raw: bytes, path: str) -> str | None:
    """The text behind a byte order mark; ``None`` where there is no mark."""
    encoding = next((name for mark, name in MARKS if raw.startswith(mark)), None)
    if encoding is None:
        return None
    try:
        return raw.decode(encoding)
    except UnicodeDecodeError as error:
        name = "UTF-8" if encoding == "utf-8-sig" else encoding.upper()
        reason = f"begins as {name} and is none (byte {error.start})"
        raise ArticleError(path, reason, "save it as UTF-8 or drop the file") from None


def _decode_unmarked(raw: bytes, path: str, format_: Format) -> str:
    """The text by its declared encoding, as UTF-8, or as what it looks like."""
    if b"\0" in raw or raw.startswith(SIGNATURES):
        raise ArticleError(path, NO_TEXT, REMEDY)
    declared = find_declared(raw) if format_ == "html" else None
    # Bytes beyond ASCII that are valid UTF-8 are nothing else: pages saved anew often keep their old declaration.
    order = ("utf-8", declared) if declared in SINGLE_BYTE else (declared, "utf-8")
    for encoding in order:
        try:
            if encoding:
                return raw.decode(encoding)
        except UnicodeDecodeError:
            continue
    return _guess(raw, path)


def find_declared(raw: bytes) -> str | None:
    """Python's name of the encoding that a page declares in its head; ``None`` for none or one that is not known."""
    match = DECLARED.search(raw[:DECLARED_WITHIN])
    try:
        name = codecs.lookup(match[1].decode("ascii")).name if match else ""
    except (LookupError, ValueError):
        return None
    name = READ_AS.get(name, name)
    return name if name in SINGLE_BYTE or name in SEVERAL_BYTES else None


def _guess(raw: bytes, path: str) -> str:
    """The text in the encoding that its letters speak for, Windows-1252 where it fits as well as another."""
    # Imported here: files in UTF-8 need no guess.
    from charset_normalizer import from_bytes

    logging.getLogger("charset_normalizer").setLevel(logging.CRITICAL)
    found = from_bytes(raw, cp_isolation=sorted((SINGLE_BYTE | SEVERAL_BYTES) - {"utf-8"}))
    if not found:
        raise ArticleError(path, "is in no encoding that is known", "save it as UTF-8 or drop the file")
    # The least disorder, then the likest to a language; of two that are alike, the commonest.
    return str(min(found, key=lambda one: (one.chaos, -one.coherence, one.encoding != "cp1252", one.encoding)))
