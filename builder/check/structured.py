"""A block of JSON-LD in, the addresses that it states out."""

import json
from collections.abc import Iterator
from typing import NoReturn

# Names of things, not addresses to open: what stands behind "#" need not stand on the page.
NAMES = frozenset(("@id", "@type", "@context"))


class StructuredDataError(Exception):
    """A block that no reader of JSON-LD takes."""


def find_stated(block: str) -> tuple[str, ...]:
    """Every web address that the block states, names without their fragment; raises StructuredDataError.

    >>> find_stated('{"@context": "https://schema.org", "url": "https://example.org/a/#b"}')
    ('https://schema.org', 'https://example.org/a/#b')
    """
    try:
        data = json.loads(block, parse_constant=_refuse)
        if not isinstance(data, dict | list):
            raise StructuredDataError("neither an object nor a list")
        return tuple(_walk(data, ""))
    except (ValueError, RecursionError) as error:
        raise StructuredDataError(str(error)) from None


def _refuse(constant: str) -> NoReturn:
    raise ValueError(f"{constant} is no JSON")


def _walk(value: object, key: str) -> Iterator[str]:
    if isinstance(value, dict):
        for name, part in value.items():
            yield from _walk(part, name)
    elif isinstance(value, list):
        for part in value:
            yield from _walk(part, key)
    elif isinstance(value, str) and value.startswith(("http://", "https://")):
        yield value.partition("#")[0] if key in NAMES else value
