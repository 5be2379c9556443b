"""Writes mappings, lists and texts as the block YAML that authors write."""

import json
import re

# What needs no quotes: it begins with a letter or a digit and holds nothing that YAML reads.
PLAIN = re.compile(r"[\w][^:#\"]*", re.UNICODE)


def scalar(value):
    """A text, in quotes where plain YAML would read something else."""
    text = str(value)
    return text if PLAIN.fullmatch(text) else json.dumps(text, ensure_ascii=False)


def lines(value, indent=0):
    """The lines of a mapping or of a list."""
    margin = " " * indent
    if isinstance(value, dict):
        for key, item in value.items():
            if isinstance(item, (dict, list)):
                yield f"{margin}{key}:"
                yield from lines(item, indent + 2)
            else:
                yield f"{margin}{key}: {scalar(item)}"
        return
    for item in value:
        if isinstance(item, dict):
            first, *rest = lines(item, indent + 2)
            yield f"{margin}- {first.lstrip()}"
            yield from rest
        else:
            yield f"{margin}- {scalar(item)}"


def yaml_text(value):
    """A whole file."""
    return "\n".join(lines(value)) + "\n"
