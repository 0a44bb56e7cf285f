"""The closed sets of values, and the span that every finding has."""

from dataclasses import dataclass
from typing import Literal

Format = Literal["text", "markdown", "html"]
BlockKind = Literal["paragraph", "item", "heading", "quote"]
EntityKind = Literal["person", "organisation", "place"]
Relation = Literal["=", ">=", ">", "<=", "<", "~"]
Precision = Literal["minute", "day", "month", "year"]
Role = Literal["reported", "figures", "said", "disputed", "ahead"]
DateBasis = Literal["stated", "resolved", "unresolved"]
PublishedBasis = Literal["front matter", "html", "dateline", "byline"]
DeclaredBasis = Literal["front matter", "html"]
PublisherBasis = Literal["front matter", "html", "text"]
TitleBasis = Literal["front matter", "html", "first line", "heading", "opening words", "file name"]
MovedTo = Literal["citations", "keywords", "metadata"]


@dataclass(frozen=True, slots=True)
class Span:
    """Characters (Unicode code points) of ``Article.text``, end exclusive."""

    start: int
    end: int
