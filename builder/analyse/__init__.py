"""Articles in, findings out: every finding is a slice of the article's text."""

from builder.analyse.article import analyse

__all__ = ["analyse"]
