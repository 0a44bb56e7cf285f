"""The articles folder in, sources out: every file is read, or reported with the reason."""

from builder.read.files import find_articles, read_source
from builder.read.sidecar import find_sidecars, find_stray_sidecars, read_edits

__all__ = ["find_articles", "find_sidecars", "find_stray_sidecars", "read_edits", "read_source"]
