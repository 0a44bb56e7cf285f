"""All briefings in, what they say together out: stories, one cast, topics, the timeline."""

from builder.relate.collection import relate

__all__ = ["relate"]
