"""The list as a terminal shows it, and as JSON."""

import json
from itertools import groupby

from builder.review.wanted import Wanted, make_plain

SEVERAL = "  several lines that begin with `names:` go under one: names: {merge: [[…, …], […, …]]}"


def print_text(wanted: tuple[Wanted, ...]) -> str:
    """Grouped by article: its points, and below each the lines to paste; empty if there is nothing."""
    parts = []
    for path, group in groupby(wanted, key=lambda one: one.path):
        points = list(group)
        files = list(dict.fromkeys(one.file for one in points if one.lines))
        parts.append(_print_group(path, points, files))
    return "\n".join(parts)


def _print_group(path: str, points: list[Wanted], files: list[str]) -> str:
    into = f"  → {', '.join(map(make_plain, files))}" if files and files != [path] else ""
    lines = [f"{make_plain(path)}{into}"]
    if sum(one.lines[:1] != () and one.lines[0].startswith("names:") for one in points) > 1:
        lines.append(SEVERAL)
    seen: set[str] = set()
    for one in points:
        lines.append(f"  {make_plain(one.message)}")
        for line in one.lines:
            # A line that is proposed twice is pasted once.
            if line not in seen:
                lines.append(f"      {line}")
            seen.add(line)
    return "\n".join(lines) + "\n"


def print_json(wanted: tuple[Wanted, ...]) -> str:
    """A list with every field of every point."""
    listed = [{"path": one.path, "message": one.message, "file": one.file, "lines": list(one.lines)} for one in wanted]
    text = json.dumps(listed, ensure_ascii=False, indent=2) + "\n"
    # A file's name may hold what a terminal would obey; as an escape it is the same name.
    return "".join(one if one.isprintable() or one == "\n" else json.dumps(one)[1:-1] for one in text)
