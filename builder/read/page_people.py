"""Who wrote and who published a page: names as it gives them, without what stands around them."""

import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit

from builder.escape import make_safe_url
from builder.html_tree import is_unseen, read_text
from builder.read.page_head import Head, clean_value
from builder.words import find_words, fold

META_AUTHORS = tuple(
    "citation_author parsely-author sailthru.author author dc.creator dcterms.creator dc:creator byl"
    " article:author_name og:article:author article:author og:author cse_author".split()
)
BYLINE_CLASS = re.compile(
    r"(?:^|[\s_-])(?:byline|by-line|bylines|author|authors|authorname|writer|contributor)(?:$|[\s_-])", re.IGNORECASE
)
# A text about an author, a picture of one, or the author of a comment or of another article.
OTHER_CLASS = re.compile(
    r"comment|avatar|\bbio|[_-]bio|related|photo|image|sidebar|widget|follow|social|teaser|recommend|(?<!v)card",
    re.IGNORECASE,
)
# What holds such elements; names of a page's frame (has-sidebar, widget Blog) say nothing.
OTHER_PLACE = re.compile(
    r"(?:^|[\s_-])(?:comments?|commentlist|respond|related|teasers?|recommend(?:ed|ations)?|popular|latest|trending)"
    r"(?:$|[\s_-])|^sidebar|\ssidebar",
    re.IGNORECASE,
)
BYLINES_READ = 12
BYLINE_LENGTH = 160  # characters; a longer one holds a biography
LEAD = re.compile(
    r"\A(?:(?:post author|view all posts|article|story|text|words|report|post(?:ed)?|written|published|reported"
    r"|contributed|reviewed)\s+)?(?:by|von|por|par|di|door|av)\b\s*:?\s*|(?:authors?|autor|writer|reporter)\s*:\s*",
    re.IGNORECASE,
)
POSTED = re.compile(r"(?:posted|published|updated)\b.{0,40}?\bby\s+", re.IGNORECASE)
# What stands behind the names: a date, a role, an address.
TAIL = re.compile(
    r"(?:[|•·(]|\s[-–—](?:\s|$)|\b(?:published|updated|posted|last modified|follow|email|read more|in)\b"
    r"|[\w.+-]{0,64}@|https?:|(?<!\w)\d).*",
    re.IGNORECASE | re.DOTALL,
)
ROLE = re.compile(
    r"\b(?:(?:chief|senior|staff|special|political|science|health|business|sports?|news|foreign|deputy|associate"
    r"|managing|contributing|national|general|digital|assistant) )*"
    r"(?:writer|reporter|correspondent|editor|columnist|producer|journalist|contributor|photographer|bureau chief)s?"
    r"\b.*",
    re.IGNORECASE | re.DOTALL,
)
TITLES = re.compile(r",?\s+(?:ph\.?\s?d|m\.?d|m\.?sc|m\.?a|mph|rn|esq|dds|do)\b\.?", re.IGNORECASE)
BETWEEN = re.compile(r"\s*(?:;|\s&\s|\band\b|\bund\b|\bwith\b|,)\s*", re.IGNORECASE)
SUFFIX = re.compile(r",\s*(Jr|Sr|II|III|IV)\b", re.IGNORECASE)
NO_PERSON = re.compile(
    r"(?:the )?(?:[\w.]+ )?(?:staff|admin(?:istrator)?|editors?|newsroom|desk|team|user|author|guest|webmaster"
    r"|redaktion|editorial|contributors?|anonymous|unknown|none|null|default)"
    r"(?:(?: and)? (?:writers?|news services?|wires?|wire services?|reports?))*",
    re.IGNORECASE,
)
NAME = re.compile(r"[^\W\d_][\w.'’‘`-]*(?: [\w.'’‘`-]+){0,6}")
NAME_LENGTH = 60
AUTHORS_MOST = 20
ADDRESS = re.compile(r"https?:|www\.|/|^@|^[\w-]+\.(?:com|org|net|co|de|uk)$", re.IGNORECASE)
PUBLISHER_LENGTH = 100
SLOGAN = re.compile(r"\s+[|–—-]\s+")
SLOGAN_FROM = 30  # characters; a longer name of a site carries its slogan


def find_publisher(head: Head) -> str | None:
    """The publisher that JSON-LD names, else the name of the site or of its program; ``None`` if there is none."""
    declared = [part.get("name") if isinstance(part, dict) else part for part in head.find_values("publisher")]
    names = [*declared, *head.find_meta("og:site_name", "citation_publisher", "dc.publisher", "publisher")]
    # Some pages put their headline into every field that takes a name.
    titles = {fold(element.text or "") for element in head.root.iter("title")}
    programs = head.find_meta("application-name", "apple-mobile-web-app-title")
    names += [name for name in programs if fold(name) not in titles]
    host = _squeeze(next((urlsplit(url).hostname or "" for url in head.find_meta("og:url") if make_safe_url(url)), ""))
    found = [_cut_slogan(name, host) for name in map(clean_value, names) if name and _is_publisher(name)]
    if not found:
        return None
    # "Courier.example" and "Courier": the site's own short name where the two are one.
    shorter = [name for name in found[1:] if re.match(re.escape(fold(name)) + r"\.\w+$", fold(found[0]))]
    return shorter[0] if shorter else found[0]


def find_authors(head: Head, publisher: str | None) -> tuple[str, ...]:
    """Names of the writers, from the first source that gives any; the publisher is none of them."""
    authors = [part for part in head.find_values("author") if isinstance(part, dict)]
    people = {clean_value(part.get("name")) for part in authors if "Person" in (part.get("@type") or ())}
    for source in _find_sources(head):
        names = dict.fromkeys(name for text in source for name in split_names(text))
        kept = [name for name in names if fold(name) != fold(publisher or "") or name in people]
        if kept:
            return tuple(kept[:AUTHORS_MOST])
    return ()


def _find_sources(head: Head) -> Iterator[list[str]]:
    """Texts that may name writers, those that belong together in one list, the surest first."""
    for group in head.find_groups("author"):
        names = [part.get("name") if isinstance(part, dict) else part for part in group]
        yield [name for name in map(clean_value, names) if name]
    for name in META_AUTHORS:
        yield list(head.find_meta(name))
    bylines = list(_find_bylines(head.root))
    linked = [one for one in bylines if one.get("rel") == "author" or one.get("itemprop") == "author"]
    for element in (*linked, *bylines):
        beside = [one for one in linked if one.getparent() is element.getparent()]
        yield [read_text(one)[:BYLINE_LENGTH] for one in (beside or [element])]


def _find_bylines(root: Any) -> list[Any]:
    """The first elements that are marked as a byline, outer before inner."""
    found = []
    for element in root.iter(
        "a", "address", "cite", "div", "h2", "h3", "h4", "h5", "li", "p", "span", "strong", "td", "ul"
    ):
        label = f"{element.get('class') or ''} {element.get('id') or ''}"
        is_marked = element.get("rel") == "author" or element.get("itemprop") == "author" or BYLINE_CLASS.search(label)
        if not is_marked or OTHER_CLASS.search(label) or is_unseen(element) or _is_other(element):
            continue
        if 0 < len(read_text(element)) <= BYLINE_LENGTH:
            found.append(element)
            if len(found) == BYLINES_READ:
                break
    return found


def _is_other(element: Any) -> bool:
    """Whether an element stands in a comment, a sidebar or a picture's caption."""
    return any(
        one.tag in ("aside", "footer", "nav", "figure")
        or OTHER_PLACE.search(f"{one.get('class') or ''} {one.get('id') or ''}")
        for one in element.iterancestors()
        if one.tag not in ("body", "html", "article", "main")
    )


def split_names(text: str) -> Iterator[str]:
    """The names in a byline, without roles, dates and addresses; none where it names no person.

    >>> list(split_names("By Ann Smith and Bo Ek, Staff Writers | May 3"))
    ['Ann Smith', 'Bo Ek']
    """
    if ADDRESS.match(text) or NO_PERSON.fullmatch(LEAD.sub("", text)):
        return
    plain = SUFFIX.sub(r" \1", TITLES.sub("", POSTED.sub("", text, count=1)))
    plain = TAIL.sub("", LEAD.sub("", plain, count=1), count=1)
    for part in BETWEEN.split(plain):
        name = ROLE.sub("", LEAD.sub("", part.strip(), count=1)).strip(" \t,;:–—-")
        is_name = (
            NAME.fullmatch(name) and " by " not in name and not NO_PERSON.fullmatch(name) and not ADDRESS.search(name)
        )
        if is_name and len(name) <= NAME_LENGTH:
            yield name


def _is_publisher(name: str) -> bool:
    return 1 < len(name) <= PUBLISHER_LENGTH and not ADDRESS.match(name)


def _cut_slogan(name: str, host: str) -> str:
    """A site's name without its slogan: the part that its address repeats, else the first."""
    parts = SLOGAN.split(name) if len(name) > SLOGAN_FROM else [name]
    named = (part for part in parts if any(len(word) > 2 and _squeeze(word) in host for word in part.split()))
    return next(named, parts[0])


def _squeeze(text: str) -> str:
    return "".join(find_words(text)).casefold()
