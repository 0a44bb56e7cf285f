"""The files that list the site's pages in, their entries out: sitemap, search index, feed."""

import json
import zlib
from pathlib import Path
from typing import NoReturn
from xml.parsers import expat

from builder.check.addresses import HOME, Root, make_reference
from builder.check.records import Fault, FileRecord, Kind, Reference
from builder.check.wording import REBUILD

SITEMAP = "sitemap.xml"
PACKED_SITEMAP = "sitemap.xml.gz"
SEARCH_INDEX = "search/search_index.json"
FEED = "feed.xml"
INDEXES = (SITEMAP, PACKED_SITEMAP, SEARCH_INDEX, FEED)
MAX_UNPACKED_BYTES = 60_000_000  # the protocol allows a sitemap 50 MB


class _EntityError(Exception):
    """An XML file declares a document type, through which its entities could grow without bound."""


def read_index(site: Path, root: Root, path: str) -> FileRecord:
    """The entries of one of ``INDEXES``; what cannot be read is a fault."""
    try:
        data = (site / path).read_bytes()
    except OSError as error:
        return _fail(path, f"cannot be read: {error.strerror}")
    if path == PACKED_SITEMAP:
        return _compare_packed(site, data)
    try:
        return _read_search(root, data) if path == SEARCH_INDEX else _read_xml(root, path, data)
    except (ValueError, RecursionError, expat.ExpatError, _EntityError) as error:
        return _fail(path, f"cannot be read: {error}")


def _fail(path: str, message: str) -> FileRecord:
    return FileRecord(path, (), (Fault(path, None, "", message, REBUILD),))


def _read_xml(root: Root, path: str, data: bytes) -> FileRecord:
    """The addresses in ``<loc>`` and ``<link href>``, whatever their prefix."""
    kind: Kind = "sitemap entry" if path == SITEMAP else "feed entry"
    references: list[Reference | None] = []
    place: list[str] = []
    parser = expat.ParserCreate()
    parser.buffer_text = True

    def refuse(*declared: object) -> NoReturn:
        raise _EntityError("it declares a document type")

    def start(name: str, attributes: dict[str, str]) -> None:
        place.append(name.rpartition(":")[2])
        if place[-1] == "link" and "href" in attributes:
            references.append(make_reference(root, path, kind, attributes["href"], parser.CurrentLineNumber))

    def read(text: str) -> None:
        if place and place[-1] == "loc" and text.strip():
            references.append(make_reference(root, path, kind, text, parser.CurrentLineNumber))

    parser.StartDoctypeDeclHandler = refuse
    parser.StartElementHandler = start
    parser.EndElementHandler = lambda name: place.pop()
    parser.CharacterDataHandler = read
    parser.Parse(data, True)
    return FileRecord(path, tuple(one for one in references if one), ())


def _read_search(root: Root, data: bytes) -> FileRecord:
    """The locations of the search index, which are relative to the site, not to the index."""
    index = json.loads(data)
    entries = index.get("docs") if isinstance(index, dict) else None
    if not isinstance(entries, list):
        return _fail(SEARCH_INDEX, "holds no list of entries under docs")
    references = []
    for entry in entries:
        location = entry.get("location") if isinstance(entry, dict) else None
        if not isinstance(location, str):
            return _fail(SEARCH_INDEX, "holds an entry without a location")
        # The home page's own location is empty.
        reference = make_reference(root, HOME, "search entry", location or ".", None)
        if reference:
            references.append(reference._replace(target=location))
    return FileRecord(SEARCH_INDEX, tuple(references), ())


def _compare_packed(site: Path, data: bytes) -> FileRecord:
    """The packed sitemap must hold the same as the plain one: search engines read either."""
    try:
        unpacker = zlib.decompressobj(wbits=zlib.MAX_WBITS | 16)
        unpacked = unpacker.decompress(data, MAX_UNPACKED_BYTES)
    except zlib.error as error:
        return _fail(PACKED_SITEMAP, f"cannot be unpacked: {error}")
    plain = site / SITEMAP
    if not unpacker.eof or not plain.is_file() or unpacked != plain.read_bytes():
        return _fail(PACKED_SITEMAP, f"does not hold what {SITEMAP} holds")
    return FileRecord(PACKED_SITEMAP, (), ())
