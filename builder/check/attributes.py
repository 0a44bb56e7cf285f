"""A start tag in, the addresses that its attributes name out."""

import re
from collections.abc import Iterator, Mapping

from builder.check.records import Kind
from builder.check.stylesheets import find_urls

Attributes = Mapping[str, str | None]
Named = tuple[Kind, str | None]

PLAIN: Mapping[str, tuple[tuple[str, Kind], ...]] = {
    "a": (("href", "link"), ("xlink:href", "link")),
    "area": (("href", "link"),),
    "img": (("src", "image"),),
    "source": (("src", "media"),),
    "script": (("src", "script"),),
    "iframe": (("src", "frame"),),
    "video": (("src", "media"), ("poster", "image")),
    "audio": (("src", "media"),),
    "track": (("src", "media"),),
    "embed": (("src", "media"),),
    "object": (("data", "media"),),
    "input": (("src", "image"),),
    "use": (("href", "symbol"), ("xlink:href", "symbol")),
    "image": (("href", "image"), ("xlink:href", "image")),
}
SETS: Mapping[str, str] = {"img": "srcset", "source": "srcset", "link": "imagesrcset"}
# The first that fits, as a stylesheet may be an alternate one.
RELATIONS: tuple[tuple[frozenset[str], Kind], ...] = (
    (frozenset(("stylesheet",)), "stylesheet"),
    (frozenset(("canonical",)), "canonical"),
    (frozenset(("alternate",)), "alternate"),
    (frozenset(("icon", "apple-touch-icon", "mask-icon")), "icon"),
    (frozenset(("preload", "modulepreload", "prefetch")), "preload"),
)
# They name a host to greet, not a file.
GREETINGS = frozenset(("preconnect", "dns-prefetch"))
META: Mapping[str, Kind] = {
    "og:image": "og:image",
    "og:image:url": "og:image",
    "og:image:secure_url": "og:image",
    "og:url": "og:url",
    "twitter:image": "twitter:image",
    "twitter:image:src": "twitter:image",
}
# An address may hold commas itself, so it ends at white space; a comma at its end closes the candidate.
CANDIDATE = re.compile(r"[\s,]*([^\s,]\S*)([^,]*)")
REFRESH = re.compile(r"\s*[\d.]*\s*[;,\s]\s*(?:url\s*=\s*)?[\"']?([^\"']*)", re.IGNORECASE)


def find_addresses(tag: str, attributes: Attributes) -> Iterator[Named]:
    """Kind and address of everything that a tag names; an address is ``None`` if its attribute has no value."""
    for name, kind in PLAIN.get(tag, ()):
        if name in attributes:
            yield kind, attributes[name]
    if tag == "link":
        yield from _find_relation(attributes)
    elif tag == "meta":
        yield from _find_meta(attributes)
    if tag in SETS:
        for candidate in split_set(attributes.get(SETS[tag]) or ""):
            yield "image", candidate
    style = attributes.get("style")
    if style and "url(" in style:
        for _, url in find_urls(style):
            yield "url()", url


def split_set(text: str) -> list[str]:
    """The addresses of a ``srcset``.

    >>> split_set("a.png, b,c.png 2x, d.png 3x")
    ['a.png', 'b,c.png', 'd.png']
    """
    found, place = [], 0
    while candidate := CANDIDATE.match(text, place):
        url = candidate[1]
        # Behind a comma there is no descriptor: the next candidate begins.
        place = candidate.end(1) if url.endswith(",") else candidate.end()
        found.append(url.rstrip(","))
    return found


def find_refresh(attributes: Attributes) -> str | None:
    """Where a ``<meta http-equiv=refresh>`` leads; ``None`` if it leads nowhere else."""
    if (attributes.get("http-equiv") or "").lower() != "refresh":
        return None
    target = REFRESH.match(attributes.get("content") or "")
    return target[1].strip() or None if target else None


def _find_relation(attributes: Attributes) -> Iterator[Named]:
    relations = frozenset((attributes.get("rel") or "").lower().split())
    if "href" in attributes and not relations & GREETINGS:
        yield next((kind for names, kind in RELATIONS if names & relations), "relation"), attributes["href"]


def _find_meta(attributes: Attributes) -> Iterator[Named]:
    name = (attributes.get("property") or attributes.get("name") or "").lower()
    if name in META:
        yield META[name], attributes.get("content")
    target = find_refresh(attributes)
    if target:
        yield "redirect", target
