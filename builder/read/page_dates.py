"""The days on which a page says that it was published and changed: as the page prints them."""

import calendar
import logging
import re
from collections.abc import Iterator
from contextlib import suppress
from copy import deepcopy
from datetime import datetime, timedelta
from typing import Any

from builder.html_tree import is_unseen, read_text
from builder.read.page_head import Head, clean_value

PUBLISHED_META = tuple(
    "article:published_time og:article:published_time og:published_time og:pubdate datepublished article:published"
    " parsely-pub-date sailthru.date dc.date.issued dcterms.issued dcterms.created dc.date dcterms.date dc.created"
    " citation_publication_date citation_online_date citation_date publishdate publish-date publish_date"
    " publication_date published_date pubdate ptime cxenseparse:recs:publishtime article.published date".split()
)
UPDATED_META = tuple(
    "article:modified_time og:updated_time og:modified_time datemodified dc.date.modified dcterms.modified"
    " last-modified lastmod article.updated".split()
)
# A day that can be read without a guess, and the time behind it.
ISO = re.compile(
    r"(?P<day>(?:19|20)\d\d-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01]))"
    r"(?P<time>[T ]\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?(?: ?(?:Z|[+-]\d\d:?\d\d))?\Z)?(?!\d)"
)
SLASHED = re.compile(r"((?:19|20)\d\d)/(\d\d?)/(\d\d?)\b|((?:19|20)\d\d)(\d\d)(\d\d)(?:T|\Z)")
WRITTEN = re.compile(
    r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,? )?"
    r"(?P<day>(?:(?:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-z]*\.? \d{1,2},? (?:19|20)\d\d"
    r"|\d{1,2} (?:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-z]*\.?,? (?:19|20)\d\d))\b",
    re.IGNORECASE,
)
UTC = re.compile(r"T? ?\d\d:\d\d[:.\d]* ?(?:Z|[+-]00:?00)\Z")
ISO_TIME = re.compile(r"\d[T ]\d\d:\d\d")
ZONES = timedelta(hours=14)  # between the clocks of any place and UTC
UNSET = "1970-01-01"  # what a program writes that knows no date
TIMES_READ = 40  # <time> elements of a page
# The days between which a found date is believed; fixed, so that a page gives the same date on any day.
EARLIEST, LATEST = "1990-01-01", "2100-01-01"
DATE_CLASS = re.compile(
    r"(?:^|[\s_-])(?:pub)?(?:date|time|published|publishdate|datetime|timestamp)(?:$|[\s_-])", re.IGNORECASE
)
LEAD = re.compile(r"\A(?:(?:first )?(?:published|posted|written|date|on|at)\b\s*:?\s*)+", re.IGNORECASE)
PRINTED_LENGTH = 80  # characters of a line that is a date and a label
PUBLISHED_LABEL = re.compile(r"publi|posted|pubdate|entry-date|post-date|dateline|timestamp|created", re.IGNORECASE)
UPDATED_LABEL = re.compile(r"updat|modif", re.IGNORECASE)
ASIDE = frozenset(("aside", "footer", "nav"))
ASIDE_LABEL = re.compile(r"comment|related|sidebar|widget|teaser|recommend|popular|latest", re.IGNORECASE)


def find_published(head: Head) -> str | None:
    """The day of publication as the page gives it; ``None`` if it gives none that can be read without a guess."""
    values = (
        *head.find_values("datePublished"),
        *head.find_meta(*PUBLISHED_META),
        *_find_items(head.root, "datePublished"),
        *head.find_values("dateCreated"),
        *_find_times(head.root),
        *_find_printed(head.root),
    )
    days = [day for day in map(_read_day, values) if day]
    if not days:
        return _search(head.root)
    return next((day for day in days[1:] if _is_local(day, days[0])), days[0])


def _is_local(day: str, moment: str) -> bool:
    """Whether a day is the one that clocks showed at the place of publication at a moment that is given in UTC."""
    if not UTC.search(moment) or UTC.search(day):
        return False
    here, there = _to_moment(day), _to_moment(moment)
    if here is None or there is None or here.date() == there.date():
        return False
    if ISO_TIME.search(day):
        return abs(here - there) <= ZONES
    # A printed day alone may be the day of saving; west of Greenwich only, the day before is one's own.
    return there.hour < 12 and there.date() - here.date() == timedelta(days=1)


def _to_moment(day: str) -> datetime | None:
    """The clock's day and time without its zone; midnight for a day alone."""
    plain = re.sub(r"[,.]", "", day) if WRITTEN.match(day) else day[:16].replace("T", " ")
    for form in ("%Y-%m-%d %H:%M", "%Y-%m-%d", "%B %d %Y", "%b %d %Y", "%d %B %Y", "%d %b %Y"):
        with suppress(ValueError):
            return datetime.strptime(plain, form)
    return None


def find_updated(head: Head) -> str | None:
    """The day of the last change as the page gives it; ``None`` if it gives none."""
    values = (
        *head.find_values("dateModified"),
        *head.find_meta(*UPDATED_META),
        *_find_items(head.root, "dateModified"),
    )
    return next((day for day in map(_read_day, values) if day), None)


def _read_day(value: object) -> str | None:
    """A day, with its time where it is plain; ``None`` for what has two readings or is no date."""
    text = clean_value(value)
    if not text:
        return None
    if (iso := ISO.match(text)) and iso["day"] != UNSET:
        return iso["day"] + (iso["time"] or "")
    if slashed := SLASHED.match(text):
        year, month, day = (part for part in slashed.groups() if part)
        return f"{year}-{month:0>2}-{day:0>2}" if 1 <= int(month) <= 12 and 1 <= int(day) <= 31 else None
    written = WRITTEN.match(text)
    return written["day"] if written else None


def _find_items(root: Any, name: str) -> Iterator[str | None]:
    """Microdata: the machine's form of a value, else its text."""
    for element in root.iterfind(f".//*[@itemprop='{name}']"):
        if element.tag != "meta":
            yield element.get("datetime") or element.get("content") or element.text


def _find_times(root: Any) -> Iterator[str | None]:
    """Machine-readable times of the article's head: labelled ones first, none of a teaser or a comment."""
    times = [one for one in list(root.iter("time"))[:TIMES_READ] if not is_unseen(one) and not _is_aside(one)]
    labels = list(map(_labels_of, times))
    published = [
        one
        for one, label in zip(times, labels, strict=True)
        if one.get("pubdate") is not None
        or "entry-date" in label
        or (PUBLISHED_LABEL.search(label) and not UPDATED_LABEL.search(label))
    ]
    others = [one for one, label in zip(times, labels, strict=True) if not UPDATED_LABEL.search(label)]
    yield from (one.get("datetime") for one in (*published[:1], *others[:1]))


def _find_printed(root: Any) -> Iterator[str | None]:
    """Dates that stand alone in an element marked as the date, in the article's head."""
    read = 0
    for element in root.iter("div", "li", "p", "span"):
        label = f"{element.get('class') or ''} {element.get('id') or ''}"
        if DATE_CLASS.search(label) and not UPDATED_LABEL.search(label) and not is_unseen(element):
            text = read_text(element)
            if len(text) <= PRINTED_LENGTH and not UPDATED_LABEL.match(text) and not _is_aside(element):
                yield LEAD.sub("", text)
                read += 1
                if read == TIMES_READ:
                    return


def _labels_of(element: Any) -> str:
    """What is said of a time by its own class and by the element around it."""
    parent = element.getparent()
    around = "" if parent is None else f"{parent.get('class') or ''} {(parent.text or '')[:40]}"
    return f"{element.get('class') or ''} {element.get('itemprop') or ''} {around}"


def _is_aside(element: Any) -> bool:
    return any(
        one.tag in ASIDE or ASIDE_LABEL.search(f"{one.get('class') or ''} {one.get('id') or ''}")
        for one in element.iterancestors()
        if one.tag not in ("body", "html")
    )


def _search(root: Any) -> str | None:
    """What htmldate finds in the markup, if the page holds that day in a form that has one reading."""
    # Imported here: a page that declares its date does not load it.
    from htmldate import find_date
    from lxml import etree

    logging.getLogger("htmldate").setLevel(logging.CRITICAL)
    # It takes the tree apart, and would take the time of a change or a comment.
    tree = deepcopy(root)
    for one in [one for one in tree.iter("time") if _is_aside(one) or UPDATED_LABEL.search(_labels_of(one))]:
        one.attrib.pop("datetime", None)
        one.text = ""
    day = find_date(deepcopy(tree), extensive_search=False, original_date=True, min_date=EARLIEST, max_date=LATEST)
    return day if day and _holds_day(etree.tostring(tree, encoding="unicode"), day) else None


def _holds_day(page: str, day: str) -> bool:
    """Whether a page names a day so that it can be no other: 3/4/2024 may be two."""
    year, month, number = map(int, day.split("-"))
    name = calendar.month_name[month]
    english = {calendar.month_name[one][:3] for one in range(1, 13)} - {name[:3]}
    # A month's name in another language is taken on htmldate's word, another month's in English is not.
    other = rf"(?!(?:{'|'.join(sorted(english))}))[^\W\d_]{{3,12}}"
    forms = [
        rf"{year}[-/.]?0?{month}[-/.]?0?{number}(?!\d)",
        rf"(?<!\d)0?{number}\.\s?0?{month}\.{year}",
        rf"{name[:3]}[a-z]*\.?\s+0?{number}(?:st|nd|rd|th)?,?\s+{year}",
        rf"(?<!\d)0?{number}(?:st|nd|rd|th|\.)?\s+(?:de\s+|of\s+)?{other}\.?,?\s+(?:de\s+)?{year}",
    ]
    if number > 12 or number == month:
        forms.append(rf"(?<!\d)(?:0?{number}[/-]0?{month}|0?{month}[/-]0?{number})[/-](?:{year}|{year % 100:02})(?!\d)")
    return bool(re.search("|".join(forms), page, re.IGNORECASE))
