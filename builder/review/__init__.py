"""What wants an editor's eye, from the records of a build: each point with the lines to paste into an editor's file."""

from builder.review.printing import print_json, print_text
from builder.review.review import review
from builder.review.wanted import Wanted

__all__ = ["Wanted", "print_json", "print_text", "review"]
