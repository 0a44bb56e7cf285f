"""The build report of an earlier edition → what its finders found, to compare with."""

import json
from pathlib import Path
from typing import Any

from builder.errors import ConfigurationError
from builder.yields import FINDINGS, Previous

NAME = "build-report.json"
SCHEMA = 1


def read_previous(folder: Path) -> Previous:
    """What an edition's docs folder, site or data folder says; raises ConfigurationError if there is no report."""
    file = next((one for one in (folder / "data" / NAME, folder / NAME) if one.is_file()), None)
    if file is None:
        remedy = "name the docs folder or the site of an earlier edition, or leave --previous out"
        raise ConfigurationError(f"{folder}: holds no data/{NAME}; {remedy}")
    try:
        return _parse(json.loads(file.read_text(encoding="utf-8")))
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        reason = f"cannot be read ({type(error).__name__}: {' '.join(str(error).split())})"
        raise ConfigurationError(f"{file}: {reason}; build that edition again, or leave --previous out") from None


def _parse(data: dict[str, Any]) -> Previous:
    if data["schema"] != SCHEMA:
        raise ValueError(f"its schema is {data['schema']!r}, not {SCHEMA}")
    return Previous(tuple((str(one["id"]), _parse_found(one)) for one in data["articles"]))


def _parse_found(article: dict[str, Any]) -> tuple[tuple[str, int], ...]:
    """Findings of each kind, hidden ones among them."""
    found, hidden = article["findings"], article["hidden"]
    return tuple((kind, int(found.get(kind, 0)) + int(hidden.get(kind, 0))) for kind in FINDINGS)
