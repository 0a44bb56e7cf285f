"""A saved page → what it declares: headline, days, writers, publisher, address, language, keywords."""

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from builder.escape import make_safe_url
from builder.html_tree import parse_page
from builder.model import Declared
from builder.read.page_dates import find_published, find_updated
from builder.read.page_head import Head, clean_value, read_head
from builder.read.page_people import find_authors, find_publisher
from builder.read.page_title import find_title

TAGS_MOST = 30
SITE_WORDS = 15  # keywords in the general tag; more are the site's, not the article's
TAG_LENGTH = 80  # characters; a longer one is a sentence
LANGUAGE = re.compile(r"([a-z]{2,3})(?:[-_].*)?", re.IGNORECASE)


def read_page_data(html: str, path: str) -> Declared:
    """What the page says of itself; raises ArticleError if it cannot be parsed within bounds."""
    head = read_head(parse_page(html, path))
    publisher = find_publisher(head)
    site = next(head.find_meta("og:site_name"), None)
    title = find_title(head, tuple(name for name in (site, publisher) if name))
    return Declared(
        basis="html",
        title=title,
        date=find_published(head),
        updated=find_updated(head),
        authors=find_authors(head, publisher),
        publisher=publisher,
        url=_find_url(head),
        language=_find_language(head),
        tags=_find_tags(head),
    )


def _find_url(head: Head) -> str | None:
    """The canonical address, else Open Graph's; one that is a site's front page gives way to one that is not."""
    links = [link.get("href") for link in head.root.iter("link") if (link.get("rel") or "").lower() == "canonical"]
    found = [url.strip() for url in (*links, *head.find_meta("og:url")) if url and make_safe_url(url)]
    return next((url for url in found if urlsplit(url).path.strip("/")), found[0] if found else None)


def _find_language(head: Head) -> str | None:
    """The language's code without its region."""
    declared = [head.root.get("lang"), *head.find_meta("og:locale", "content-language", "dc.language")]
    found = (LANGUAGE.fullmatch(value.strip()) for value in declared if value)
    return next((match[1].lower() for match in found if match), None)


def _find_tags(head: Head) -> tuple[str, ...]:
    """The keywords of the first source that has any."""
    sources = (
        [*head.find_meta("news_keywords")],
        [*head.find_meta("article:tag")],
        [words for words in head.find_meta("keywords") if words.count(",") < SITE_WORDS],
        [*map(clean_value, head.find_values("keywords"))],
    )
    for source in sources:
        tags: dict[str, str] = {}
        for tag in (tag for value in source for tag in _split_tags(value)):
            tags.setdefault(tag.casefold(), tag)
        if tags:
            return tuple(tags.values())[:TAGS_MOST]
    return ()


def _split_tags(value: str | None) -> Iterator[str]:
    for part in re.split("[,;]", value or ""):
        tag = " ".join(part.split()).lstrip("#")
        if 0 < len(tag) <= TAG_LENGTH:
            yield tag
