"""Words that several checks use."""

MEND = "rebuild the site, or mend the page it stands on"
REBUILD = "rebuild the site"
SHOWN_LENGTH = 60  # characters of an item in a message


def shorten(text: str) -> str:
    """The head of a text, for a message.

    >>> shorten("a" * 61) == "a" * 60 + " …"
    True
    """
    return text if len(text) <= SHOWN_LENGTH else f"{text[:SHOWN_LENGTH].rstrip()} …"
