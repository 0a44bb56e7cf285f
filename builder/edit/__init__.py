"""What the editor set, laid over what was read and found: text and spans stay, choices change."""

from builder.edit.article import correct
from builder.edit.findings import adjust
from builder.edit.names import edit_names

__all__ = ["adjust", "correct", "edit_names"]
