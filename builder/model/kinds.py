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
PublishedBasis = Literal["editor", "front matter", "html", "dateline", "byline"]
DeclaredBasis = Literal["editor", "front matter", "html"]
PublisherBasis = Literal["editor", "front matter", "html", "text"]
TitleBasis = Literal["front matter", "html", "first line", "heading", "opening words", "file name", "editor"]
Status = Literal["draft", "reviewed", "withdrawn"]
Rights = Literal["full", "cited", "none"]
FindingKind = Literal["key points", "figures", "quotations", "statements", "names", "dates", "outlook", "citations"]
OutletKind = Literal["agency", "broadcaster", "newspaper", "magazine", "online", "government", "organisation", "other"]
Reliability = Literal["A", "B", "C", "D", "E", "F"]
MovedTo = Literal["citations", "keywords", "metadata"]


@dataclass(frozen=True, slots=True)
class Span:
    """Characters (Unicode code points) of ``Article.text``, end exclusive."""

    start: int
    end: int
