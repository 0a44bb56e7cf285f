"""All pages in, those that no reader comes to or that send them round in circles out."""

from collections.abc import Iterator

from builder.check.addresses import HOME, NOT_FOUND_PAGE
from builder.check.links import find_file
from builder.check.records import Fault, PageRecord, Site
from builder.check.wording import MEND

# The server gives both without a link.
ENTRANCES = frozenset((HOME, NOT_FOUND_PAGE))
FOLLOWED = frozenset(("link", "redirect"))


def find_orphans(site: Site) -> Iterator[Fault]:
    """Pages without a link from another page; those that stand for addresses of old need none."""
    linked = set(ENTRANCES)
    for page in site.pages.values():
        for reference in page.references:
            if reference.kind in FOLLOWED and reference.path:
                found = find_file(site, reference.path)
                if found and found != page.path:
                    linked.add(found)
    for page in site.pages.values():
        if page.path not in linked and not page.is_redirect and not page.is_gone:
            yield Fault(
                page.path,
                None,
                "",
                "no other page links here",
                "link to it from a page or from nav in mkdocs.yml, or take it out",
            )


def find_circles(site: Site) -> Iterator[Fault]:
    """Redirects that come back to themselves."""
    onward = {page.path: target for page in site.pages.values() if (target := _find_redirect(site, page))}
    for path, target in onward.items():
        seen, here = {path}, target
        while here in onward and here not in seen:
            seen.add(here)
            here = onward[here]
        if here == path:
            yield Fault(path, None, "", "redirect comes back to this page", MEND)


def _find_redirect(site: Site, page: PageRecord) -> str | None:
    for reference in page.references:
        if reference.kind == "redirect" and reference.path:
            return find_file(site, reference.path)
    return None
