"""References in, those that lead nowhere out."""

import unicodedata
from collections.abc import Iterator
from urllib.parse import unquote

from builder.check.addresses import ELSEWHERE, EMPTY, HOME, OUTSIDE, RELATIVE_404
from builder.check.records import Fault, FileRecord, PageRecord, Reference, Site
from builder.check.wording import MEND

REMEDIES = {
    OUTSIDE: "link to a page of the site, or write the whole address with https://",
    ELSEWHERE: "set site_url in mkdocs.yml to the address that the site will have, then rebuild",
    RELATIVE_404: "begin it with the path of site_url, as the theme's `url` filter does",
    EMPTY: "write where it leads, or leave the attribute out",
}
TOP = "top"  # every browser scrolls up for it
TEXT_DIRECTIVE = ":~:"  # what follows is for the browser's own search


def find_link_faults(site: Site, record: PageRecord | FileRecord) -> Iterator[Fault]:
    """What is wrong with the references of one page or file."""
    for reference in record.references:
        reason = reference.reason or find_reason(site, reference.path or HOME, reference.fragment)
        if reason:
            yield Fault(
                record.path,
                reference.line,
                reference.target,
                f"{_describe(reference)}: {reason}",
                REMEDIES.get(reason, MEND),
            )


def find_reason(site: Site, path: str, fragment: str) -> str | None:
    """Why a file of the site or a place on a page is not there; ``None`` if it is."""
    found = find_file(site, path)
    if found is None:
        spelled = site.spellings.get(fold_path(path)) or site.spellings.get(fold_path(f"{path}/{HOME}"))
        if spelled:
            return f"wrong spelling, upper or lower case: the file is {spelled}"
        return f"no such page, {path}" if path.endswith(".html") else f"no such file, {path}"
    page = site.pages.get(found)
    if page and not has_anchor(page, fragment):
        return f"no such anchor on {found}"
    return None


def find_file(site: Site, path: str) -> str | None:
    """The file that a server gives for a path; ``None`` if there is none. A folder's page answers for the folder."""
    if path in site.files:
        return path
    page = f"{path}/{HOME}"
    return page if page in site.files else None


def has_anchor(page: PageRecord, fragment: str) -> bool:
    """Whether a fragment, percent-encoded or not, leads to a place on the page."""
    written = fragment.partition(TEXT_DIRECTIVE)[0]
    if not written or written in page.anchors:
        return True
    return unquote(written) in page.anchors or written.lower() == TOP


def fold_path(path: str) -> str:
    """A path as a disk that does not tell upper from lower case compares it."""
    return unicodedata.normalize("NFC", path).casefold()


def _describe(reference: Reference) -> str:
    if not reference.target:
        return reference.kind
    return f"{reference.kind}{' to' if reference.kind in ('link', 'redirect') else ''} {reference.target}"
