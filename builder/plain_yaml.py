"""YAML that people write by hand: safe, without aliases, every value as it is written."""

import re
from typing import Any

import yaml

from builder.escape import strip_controls, strip_hidden


class YamlError(Exception):
    """What stands in a block of YAML that cannot be read: ``reason``, ``line`` (from 1, ``None``) and ``remedy``."""

    def __init__(self, reason: str, line: int | None, remedy: str) -> None:
        super().__init__(reason)
        self.reason = reason
        self.line = line
        self.remedy = remedy


class _Loader(yaml.SafeLoader):
    """Safe YAML without aliases, a few bytes of which can stand for terabytes, and with values as they are written."""

    def compose_node(self, parent: yaml.Node | None, index: int) -> yaml.Node | None:
        if self.check_event(yaml.AliasEvent):
            raise yaml.YAMLError("an alias (*name) is not allowed here")
        return super().compose_node(parent, index)

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Any, Any]:
        """Every line is an order: of two with one key, none may be lost in silence."""
        seen: set[str] = set()
        for key, _ in node.value:
            line = key.start_mark.line + 1
            if key.tag != "tag:yaml.org,2002:str" or not key.value.strip():
                raise YamlError("has a key that is no text", line, "put it in quotes, or take the line out")
            if key.value.lower() in seen:
                raise YamlError(f"names the key {key.value!r} twice", line, "put both under one")
            seen.add(key.value.lower())
        return super().construct_mapping(node, deep)


# Else 10:30 would be 630, 007 be 7 and No a truth value.
_Loader.yaml_implicit_resolvers = {}
_Loader.add_implicit_resolver("tag:yaml.org,2002:null", re.compile("(?:~|null|Null|NULL|)$"), ["~", "n", "N", ""])


def load_mapping(text: str, *, most: int) -> dict[str, Any]:
    """The keys, in lower case, and values of a block; values are texts, lists, mappings or ``None``.

    ``most`` is the number of characters that are read. Raises YamlError.
    """
    if len(text) > most:
        raise YamlError(f"is longer than {most:,} characters", None, "keep only what belongs there")
    try:
        values = yaml.load(text, Loader=_Loader)
    except (yaml.YAMLError, RecursionError, ValueError) as error:
        reason = " ".join(str(getattr(error, "problem", None) or error).split())
        mark = getattr(error, "problem_mark", None)
        remedy = "put the value in quotes" if reason.startswith("mapping values") else "mend it or take it out"
        remedy = "indent with spaces, not with tabs" if r"'\t'" in reason else remedy
        raise YamlError(f"is no YAML ({reason})", mark.line + 1 if mark else None, remedy) from None
    if values is None:
        return {}
    if not isinstance(values, dict):
        raise YamlError("is no list of `key: value` lines", None, "mend it or take it out")
    return {strip_controls(key).lower(): _clean(value) for key, value in values.items()}


def _clean(value: Any) -> Any:
    """The value without characters that nobody sees or that turn the direction of others."""
    if isinstance(value, str):
        return strip_hidden(strip_controls(value))
    if isinstance(value, dict):
        return {strip_hidden(strip_controls(key)): _clean(part) for key, part in value.items()}
    return [_clean(part) for part in value] if isinstance(value, list) else value
