"""Addresses as written on a page in, files of the site out."""

from dataclasses import dataclass
from typing import NamedTuple
from urllib.parse import SplitResult, unquote, urlsplit

from builder.check.records import Kind, Reference
from builder.errors import ConfigurationError

HOME = "index.html"
NOT_FOUND_PAGE = "404.html"
# Nothing on a static site runs, inlines a page or reads a disk through a link.
FORBIDDEN_SCHEMES = frozenset(("javascript", "data", "vbscript", "file"))
WEB_SCHEMES = frozenset(("", "http", "https"))
# Addresses by which a page says where it stands itself: one elsewhere sends readers and search engines away.
OWN_KINDS: frozenset[Kind] = frozenset(
    ("canonical", "alternate", "og:image", "og:url", "twitter:image", "sitemap entry")
)

OUTSIDE = "leads out of the site"
ELSEWHERE = "stands outside the site"
EMPTY = "empty address"
NO_ADDRESS = "not an address"
RELATIVE_404 = "relative on the 404 page, which answers at every address"


@dataclass(frozen=True, slots=True)
class Root:
    """Where the site will stand."""

    host: str | None
    """Host and port in lower case; ``None`` if it is not known."""
    path: str
    """Begins and ends with ``/``."""


class Address(NamedTuple):
    """What an address comes to: a file of the site, or the reason why it is none."""

    path: str | None
    fragment: str
    reason: str | None


def make_root(site_url: str | None) -> Root:
    """The root of an address like ``https://example.org/desk/``; ``/`` on no known host for ``None``.

    Raises ConfigurationError for what is no address.

    >>> make_root("https://Example.org/desk")
    Root(host='example.org', path='/desk/')
    """
    try:
        parts = urlsplit(site_url or "")
    except ValueError:
        raise ConfigurationError(f"site_url is {site_url!r}, which is no address; write https://host/path/") from None
    path = "/".join(part for part in unquote(parts.path).split("/") if part)
    return Root(parts.netloc.lower() or None, f"/{path}/" if path else "/")


def make_reference(root: Root, page: str, kind: Kind, target: str | None, line: int | None) -> Reference | None:
    """The reference that stands on a page or in a file; ``None`` if it is none of the site's."""
    written = (target or "").strip()
    address = Address(None, "", EMPTY) if not written else resolve(root, page, written)
    if address is None:
        is_lost = kind in OWN_KINDS and root.host and urlsplit(written).netloc
        return Reference(line, kind, written, None, "", ELSEWHERE) if is_lost else None
    if address.reason in FORBIDDEN_SCHEMES:
        if kind != "link":
            return None
        address = Address(None, "", f"a {address.reason}: address is no link")
    return Reference(line, kind, written, *address)


def resolve(root: Root, page: str, target: str) -> Address | None:
    """The file that a target on a page leads to; ``None`` for another site, a mail address or a telephone.

    >>> resolve(make_root(None), "a/b/index.html", "../c/#d")
    Address(path='a/c/index.html', fragment='d', reason=None)
    """
    if target.startswith("#"):
        # The commonest by far.
        return Address(page, target[1:], None)
    try:
        parts = urlsplit(target)
    except ValueError:
        return Address(None, "", NO_ADDRESS)
    if parts.scheme in FORBIDDEN_SCHEMES:
        return Address(None, "", parts.scheme)
    if parts.scheme not in WEB_SCHEMES or (parts.netloc and parts.netloc.lower() != root.host):
        return None
    if parts.scheme and not parts.netloc:
        return Address(None, "", NO_ADDRESS)
    return _resolve_path(root, page, parts)


def _resolve_path(root: Root, page: str, parts: SplitResult) -> Address | None:
    """The file behind an address without a host or with the site's own."""
    written = unquote(parts.path)
    if parts.netloc or written.startswith("/"):
        inside = _cut_root(root, written)
        if inside is None:
            # The same host may carry other sites; a link without a host that leads to one is a slip.
            return None if parts.netloc else Address(None, parts.fragment, OUTSIDE)
        return Address(_name_page(inside), parts.fragment, None)
    if not written:
        return Address(page, parts.fragment, None)
    if page == NOT_FOUND_PAGE:
        return Address(None, parts.fragment, RELATIVE_404)
    joined = _join(page.split("/")[:-1], written)
    if joined is None:
        return Address(None, parts.fragment, OUTSIDE)
    return Address(_name_page(joined), parts.fragment, None)


def _cut_root(root: Root, path: str) -> str | None:
    """A path of the host as a path of the site; ``None`` if it leads elsewhere."""
    joined = _join([], path.removeprefix("/"))
    if joined is None:
        return None
    full = f"/{joined}"
    if f"{full}/" == root.path:
        return ""
    return full.removeprefix(root.path) if full.startswith(root.path) else None


def _join(folders: list[str], path: str) -> str | None:
    """The path from a folder, with a ``/`` at its end if it names a folder; ``None`` if it climbs above the root."""
    parts = path.split("/")
    is_folder = parts[-1] in ("", ".", "..")
    if not parts[-1]:
        parts.pop()
    kept = list(folders)
    for part in parts:
        if part == "..":
            if not kept:
                return None
            kept.pop()
        elif part != ".":
            kept.append(part)
    return "/".join([*kept, ""] if is_folder and kept else kept)


def _name_page(path: str) -> str:
    """The file that a server gives for a path: the folder's page for one that ends in ``/``."""
    return path + HOME if not path or path.endswith("/") else path
