"""A page's tree → what it says of itself to machines: meta tags and JSON-LD, bounded and flattened."""

import html
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from builder.html_tree import fold_space

SCRIPTS_MOST = 50  # JSON-LD blocks of a page that are read
SCRIPT_LENGTH = 500_000  # characters of one
NODES_MOST = 2000  # objects of all of them
DEPTH_MOST = 20  # objects inside one another
VALUE_LENGTH = 500  # characters; a longer value is no title, name or date
# Markup inside a value: some pages put their headline's own into it.
TAG = re.compile(r"</?[a-zA-Z][^<>]{0,300}>|<!--[^<>]{0,300}-->")
# Marks that hide a script from old programs; they stand before or behind the JSON.
OPENING_MARKS = ("<![CDATA[", "<!--", "//")
CLOSING_MARKS = ("]]>", "-->", "//", ";")
MARKS_MOST = 6  # in a row on one side
TRAILING_COMMA = re.compile(r",(\s*[}\]])")
# Kinds of schema.org that are an article; a type outside them describes the site, a picture, a person.
ARTICLE_TYPE = re.compile(
    r"article|posting|report|review|recipe|story|opinion|analysis|statement|\bcreativework\b", re.I
)
PAGE_TYPE = re.compile(r"webpage|itempage|aboutpage", re.I)
Node = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Head:
    """What a page says of itself."""

    root: Any
    meta: dict[str, tuple[str, ...]]
    """Values of meta tags by name, property or item, lower case, in the page's order."""
    articles: tuple[Node, ...]
    """JSON-LD objects that describe the article, the best first."""
    nodes: dict[str, Node]
    """JSON-LD objects that others refer to, by their ``@id``."""

    def find_meta(self, *names: str) -> Iterator[str]:
        """Values of these meta tags, in the order of the names."""
        for name in names:
            yield from self.meta.get(name, ())

    def find_groups(self, key: str) -> Iterator[list[Any]]:
        """Values of a key for each of the article's JSON-LD objects that has it, references followed."""
        for article in self.articles:
            value = article.get(key)
            parts = value if isinstance(value, list) else [value]
            group = [self._follow(part) for part in parts if part is not None]
            if group:
                yield group

    def find_values(self, key: str) -> Iterator[Any]:
        """Values of a key of all of the article's JSON-LD objects."""
        for group in self.find_groups(key):
            yield from group

    def _follow(self, part: Any) -> Any:
        id_ = part.get("@id") if isinstance(part, dict) else None
        return self.nodes.get(id_, {}) | part if isinstance(id_, str) else part


def read_head(root: Any) -> Head:
    """Meta tags and JSON-LD of a page."""
    found: dict[str, list[str]] = {}
    for element in root.iter("meta"):
        value = clean_value(element.get("content"))
        for attribute in ("property", "name", "itemprop", "http-equiv"):
            name = (element.get(attribute) or "").strip().lower()
            if name and value:
                found.setdefault(name, []).append(value)
    nodes = list(_find_nodes(root))
    articles = [node for node in nodes if ARTICLE_TYPE.search(_type_of(node))]
    pages = [node for node in nodes if PAGE_TYPE.search(_type_of(node)) and node not in articles]
    named = {node["@id"]: node for node in reversed(nodes) if isinstance(node.get("@id"), str) and len(node) > 1}
    # A list of teasers is one of articles too: those with a date of their own come first.
    articles.sort(key=lambda node: "datePublished" not in node or "headline" not in node)
    return Head(root, {name: tuple(values) for name, values in found.items()}, (*articles, *pages), named)


def clean_value(value: object) -> str | None:
    """A value as one line of plain text; ``None`` if it is none, is empty or is too long."""
    if not isinstance(value, str) or len(value) > 4 * VALUE_LENGTH:
        return None
    # Twice: pages escape what their template escapes again.
    plain = TAG.sub(" ", html.unescape(html.unescape(value))) if "&" in value or "<" in value else value
    line = fold_space(plain)
    return line if 0 < len(line) <= VALUE_LENGTH else None


def _type_of(node: Node) -> str:
    kind = node.get("@type")
    return " ".join(part for part in (kind if isinstance(kind, list) else [kind]) if isinstance(part, str))


def _find_nodes(root: Any) -> Iterator[Node]:
    """Every object of the page's JSON-LD, outer before inner."""
    scripts = [one for one in root.iter("script") if "ld+json" in (one.get("type") or "").lower()]
    waiting: list[tuple[Any, int]] = [(_load(script.text or ""), 0) for script in scripts[:SCRIPTS_MOST]]
    seen = 0
    while waiting and seen < NODES_MOST:
        value, depth = waiting.pop(0)
        if isinstance(value, dict):
            seen += 1
            yield value
        inner = list(value.values()) if isinstance(value, dict) else value if isinstance(value, list) else []
        if depth < DEPTH_MOST:
            waiting += [(part, depth + 1) for part in inner[:NODES_MOST] if isinstance(part, dict | list)]


def _load(text: str) -> Any:
    """JSON as pages write it, with stray comment marks and commas; ``None`` if it cannot be read."""
    if len(text) > SCRIPT_LENGTH:
        return None
    plain = _unwrap(text)
    for attempt in (plain, TRAILING_COMMA.sub(r"\1", plain)):
        try:
            return json.loads(attempt, strict=False)
        except (ValueError, RecursionError):
            continue
    return None


def _unwrap(text: str) -> str:
    """A script's text without the comment and CDATA marks around it."""
    plain = text.strip()
    for _ in range(MARKS_MOST):
        for mark in OPENING_MARKS:
            plain = plain.removeprefix(mark).lstrip()
        for mark in CLOSING_MARKS:
            plain = plain.removesuffix(mark).rstrip()
    return plain
