"""The articles folder in, sources out: every file is read, or reported with the reason."""

from builder.read.files import find_articles, read_source

__all__ = ["find_articles", "read_source"]
