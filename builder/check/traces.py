"""Markers in, those that do not lead to the words that they stand for out."""

from collections.abc import Iterator
from urllib.parse import unquote

from builder.check.links import find_file, find_reason
from builder.check.records import Fault, Item, Marker, PageRecord, Reference, Site, SourceText
from builder.check.wording import MEND, shorten

NO_SENTENCE = "marker leads to no sentence"


def find_trace_faults(site: Site, page: PageRecord) -> Iterator[Fault]:
    """What is wrong with the markers of one page; a marker whose link is broken is left to the link check."""
    for marker in page.markers:
        reference = marker.reference
        if reference is None:
            yield _fault(page, marker.line, marker.target, f"{NO_SENTENCE}: {marker.target or 'no address'}")
        elif reference.path and not reference.reason:
            yield from _follow(site, page, marker, reference.path, reference)


def _follow(site: Site, page: PageRecord, marker: Marker, path: str, reference: Reference) -> Iterator[Fault]:
    """Compare the items before a marker with the page that it leads to."""
    if find_reason(site, path, reference.fragment):
        return
    target = site.pages.get(find_file(site, path) or "")
    source = target.source if target else None
    place = _find_sentence(source, reference.fragment) if source else None
    if target is None or source is None or place is None:
        yield _fault(page, marker.line, marker.target, f"{NO_SENTENCE}: {marker.target}")
        return
    for number, item in enumerate(marker.items):
        # The first part of a quotation stands where the marker leads, the others follow it somewhere.
        if number == 0 and _overlaps(source, item, place):
            continue
        if item.text not in source.text:
            reason = f"does not stand in the source text of {target.path}"
        elif number == 0:
            reason = f"stands in the source text of {target.path}, but not at {marker.target}"
        else:
            continue
        yield _fault(page, item.line, marker.target, f"item “{shorten(item.text)}” {reason}")


def _find_sentence(source: SourceText, fragment: str) -> tuple[int, int] | None:
    return source.sentences.get(fragment) or source.sentences.get(unquote(fragment))


def _overlaps(source: SourceText, item: Item, place: tuple[int, int]) -> bool:
    """Whether the item stands somewhere with a character in common with the sentence."""
    start, end = place
    longest = len(item.text) - 1
    return source.text.find(item.text, max(0, start - longest), end + longest) >= 0


def _fault(page: PageRecord, line: int, target: str, message: str) -> Fault:
    return Fault(page.path, line, target, message, MEND)
