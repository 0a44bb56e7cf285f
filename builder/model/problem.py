"""What is wrong, where, and what to do: the record that every stage can hand on."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Problem:
    """Something that is wrong, where, and what to do."""

    path: str
    line: int | None
    message: str
    remedy: str
