"""Sources in, articles out: what is page furniture leaves the text, and every word that left is accounted for."""

from builder.clean.article import clean

__all__ = ["clean"]
