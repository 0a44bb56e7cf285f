"""What is known of the article itself, from its front matter, then from its text."""

import re
from datetime import date

from builder.analyse.dates import parse_date
from builder.model import Article, DateMention, DayMention, Metadata, Sentence, Stated
from builder.words import count_words

BYLINE = re.compile(r"By (?P<names>.+)")
DATE_LABEL = re.compile(r"(?:published|posted|updated|last updated)(?: on)?:? ", re.IGNORECASE)
AS_OF = re.compile(r"\bas of (?:\w{3,9}day, )?$", re.IGNORECASE)
# A day beside one of these may still lie ahead.
AHEAD = re.compile(
    r"\b(?:will|shall|would|expected|scheduled|due|plan(?:s|ned|ning)?|until|deadline|upcoming|next|set to|to be)\b",
    re.IGNORECASE,
)
# A past tense: regular, or the commonest irregular ones of the news.
PAST = re.compile(
    r"\b(?:[a-z]{2,}ed|was|were|had|began|took|came|went|said|told|struck|hit|fell|rose|left|won|lost|met|made|held"
    r"|found|saw|became|gave|shot|fled|broke|led|sent|spoke|paid|sold|brought|caught|fought)\b"
)


def find_published(article: Article) -> Stated | None:
    """The publication date that the front matter or a line of the page's head gives; ``None`` if neither does."""
    declared = article.source.declared.date
    if declared:
        read = parse_date(declared)
        return Stated(*read, article.source.declared.basis, None) if read else None
    for moved in article.moved:
        read = parse_date(DATE_LABEL.sub("", moved.text, count=1)) if moved.to == "metadata" else None
        if read and read[1] in ("day", "minute"):
            return Stated(*read, "byline", None)
    return None


def to_day(published: Stated | None) -> date | None:
    """The publication date as a day; ``None`` if it is not known to the day."""
    if published is None or published.precision not in ("day", "minute"):
        return None
    return date.fromisoformat(published.value[:10])


def find(
    article: Article, sentences: tuple[Sentence, ...], dates: tuple[DateMention, ...], published: Stated | None
) -> Metadata:
    """Everything but the title, which cleaning found."""
    declared = article.source.declared
    return Metadata(
        published=published,
        updated=_find_updated(article),
        dateline=None,
        as_of=_find_as_of(article, dates),
        not_before=_find_not_before(article, sentences, dates),
        authors=declared.authors or _find_authors(article),
        publisher=declared.publisher,
        publisher_basis=declared.basis if declared.publisher else None,
        url=declared.url,
        url_basis=declared.basis if declared.url else None,
        words=sum(
            count_words(article.text[block.span.start : block.span.end])
            for block in article.blocks
            if block.number is not None
        ),
    )


def _find_updated(article: Article) -> Stated | None:
    """The day of the last change that is declared."""
    declared = article.source.declared
    read = parse_date(declared.updated) if declared.updated else None
    return Stated(*read, declared.basis, None) if read else None


def _find_authors(article: Article) -> tuple[str, ...]:
    """Names of a byline that left the text."""
    for moved in article.moved:
        byline = BYLINE.fullmatch(moved.text)
        if byline and moved.to == "metadata":
            return tuple(part.strip() for part in re.split(r",| and ", byline["names"]) if part.strip())
    return ()


def _find_as_of(article: Article, dates: tuple[DateMention, ...]) -> DayMention | None:
    """The day behind "as of", the last one if there are several."""
    found = [
        DayMention(date.fromisoformat(mention.value), mention.span)
        for mention in dates
        if _is_stated_day(mention) and mention.value and AS_OF.search(article.text[: mention.span.start][-30:])
    ]
    return found[-1] if found else None


def _find_not_before(
    article: Article, sentences: tuple[Sentence, ...], dates: tuple[DateMention, ...]
) -> DayMention | None:
    """The latest stated day of a sentence in the past tense that does not look ahead."""
    found = []
    for mention in dates:
        inside = (s.span for s in sentences if s.span.start <= mention.span.start < s.span.end)
        text = next((article.text[span.start : span.end] for span in inside), "")
        is_past = PAST.search(text) and not AHEAD.search(text)
        is_as_of = AS_OF.search(article.text[: mention.span.start][-30:])
        if _is_stated_day(mention) and mention.value and is_past and not is_as_of:
            found.append(DayMention(date.fromisoformat(mention.value), mention.span))
    return max(found, key=lambda day: (day.value, -day.span.start), default=None)


def _is_stated_day(mention: DateMention) -> bool:
    return mention.basis == "stated" and mention.precision == "day"
