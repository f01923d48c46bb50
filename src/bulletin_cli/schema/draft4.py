"""A schema as pydantic writes it, made plain: Draft 4, no references, no ``anyOf`` with null."""

from collections.abc import Mapping
from typing import Any

from bulletin_cli.schema.forms import FORMS

Schema = dict[str, Any]

_DROPPED = ("title", "$defs", "format", "gt", "le")
_BOUNDS = {"exclusiveMinimum": "minimum", "exclusiveMaximum": "maximum"}


def plain(node: Schema, models: Mapping[str, Schema]) -> Schema:
    """The same schema in Draft 4.

    Args:
        node: a schema, or a part of one.
        models: the schema of each model by its name, for what the node refers to.
    """
    result = _own(_resolved(node, models))
    for key in ("items", "additionalProperties", "propertyNames"):
        if isinstance(result.get(key), dict):
            result[key] = plain(result[key], models)
    if "properties" in result:
        result["properties"] = {
            name: plain(each, models) for name, each in result["properties"].items()
        }
    return result


def _own(node: Schema) -> Schema:
    """What a schema says of a value itself, in the words of Draft 4."""
    result = {key: value for key, value in node.items() if key not in _DROPPED}
    result |= FORMS.get(result.pop("form", ""), {})
    if isinstance(result.get("default"), list | dict | None):
        result.pop("default", None)
    for bound, draft4 in _BOUNDS.items():
        if bound in result:
            result |= {draft4: result[bound], bound: True}
    return result


def _resolved(node: Schema, models: Mapping[str, Schema]) -> Schema:
    """The node itself: what it refers to, or of several the one that is not null."""
    if "$ref" in node:
        others = {key: value for key, value in node.items() if key != "$ref"}
        return {**_resolved(models[node["$ref"].rpartition("/")[2]], models), **others}
    if "anyOf" not in node:
        return dict(node)
    one, null = node["anyOf"]
    assert null == {"type": "null"}, node
    others = {key: value for key, value in node.items() if key != "anyOf"}
    result = {**_resolved(one, models), **others}
    kinds = result["type"]
    return {**result, "type": [*([kinds] if isinstance(kinds, str) else kinds), "null"]}
