"""The schema (格式说明): what an issue or a publication may hold, for editors to complete from.

It is drawn from the models that check the sources, in JSON Schema Draft 4, the one that taplo
knows, and without ``anyOf``, at which editors stop completing. What a schema cannot say is left to
``bulletin validate``: the 29th of February, ``total`` below ``number``, a period that ends before
it begins, an item without text, a block of two kinds, the measures of a profile that make no page.
"""

import copy
import tomllib
from collections.abc import Mapping
from importlib.resources import files
from typing import Any

from bulletin_cli.issue import Issue
from bulletin_cli.profiles.model import Profile
from bulletin_cli.profiles.standard import values
from bulletin_cli.publication import Publication, Source
from bulletin_cli.schema.draft4 import plain
from bulletin_cli.schema.forms import FORMS

KINDS = ("issue", "publication")
"""What there is a schema of."""

_DRAFT = "http://json-schema.org/draft-04/schema#"

Schema = dict[str, Any]


def schema(kind: str) -> Schema:
    """The schema of one of ``KINDS``, as JSON holds it."""
    publication = _of(Publication)
    publication["properties"]["profile"] = {
        "description": publication["properties"]["profile"]["description"],
        **_overrides(_of(Profile), values()),
    }
    result = publication
    if kind == "issue":
        result = _of(Issue)
        result["properties"]["publication"] = {
            **FORMS["file"],
            **copy.deepcopy(publication),
            "type": ["string", "object"],
            "description": result["properties"]["publication"]["description"],
        }
    result["properties"] = {"$schema": {"type": "string"}, **result["properties"]}
    title = "简报 · an issue" if kind == "issue" else "刊物 · a publication"
    return {"$schema": _DRAFT, "title": title, **result}


def descriptions() -> dict[str, dict[str, list[str]]]:
    """What each key means, in Chinese and English, by model and key."""
    text = (files(__package__) / "descriptions.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


def _of(model: type[Source] | type[Profile]) -> Schema:
    """A model's schema with what each key means, without references."""
    said = descriptions()
    whole = model.model_json_schema()
    models = {model.__name__: whole, **whole.get("$defs", {})}
    for name, each in models.items():
        each.pop("description", None)
        for key, value in each.get("properties", {}).items():
            words = said.get(name, {}).get(key)
            if words:
                value["description"] = " · ".join(words)
    return plain(whole, models)


def _overrides(node: Schema, standard: Mapping[str, Any]) -> Schema:
    """The schema of what a house sets otherwise: what the standard sets may be left out."""
    if not isinstance(standard, Mapping):
        return node
    result = dict(node)
    missing = [key for key in result.pop("required", ()) if key not in standard]
    if missing:
        result["required"] = missing
    known = dict(node.get("properties", {}))
    each = node.get("additionalProperties")
    if isinstance(each, dict):  # a table of tables: those that the standard has are known
        names = node.get("propertyNames", {}).get("enum")
        known |= dict.fromkeys(names or standard, each)
        result["additionalProperties"] = False if names else each
        result.pop("propertyNames", None)
    if known:
        result["properties"] = {
            key: _overrides(below, standard[key]) if key in standard else below
            for key, below in known.items()
        }
    return result
