"""Briefing: read → clean → analyse → edit → relate → write → render → check."""

__version__ = "0.1.0"

# Changes whenever a rule changes in a way that can change findings.
RULES_VERSION = "1"
