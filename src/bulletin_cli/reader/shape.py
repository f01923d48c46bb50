"""What may stand where: the keys and kinds that the models of the sources know."""

import types
from collections.abc import Mapping
from enum import StrEnum
from typing import Annotated, Union, get_args, get_origin

from pydantic import BaseModel

from bulletin_cli.diagnostics import KeyPath


def keys_at(model: type[BaseModel], path: KeyPath) -> tuple[str, ...]:
    """The keys known in the table to which a path leads, in the order of the model."""
    annotation = _at(model, path)
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return tuple(field.alias or name for name, field in annotation.model_fields.items())
    if get_origin(annotation) is dict:
        key = _plain(get_args(annotation)[0])
        if isinstance(key, type) and issubclass(key, StrEnum):
            return tuple(key)
    return ()


def choices_at(model: type[BaseModel], path: KeyPath) -> tuple[str, ...]:
    """The words that the value to which a path leads may be, if it is one of a few."""
    annotation = _at(model, path)
    if isinstance(annotation, type) and issubclass(annotation, StrEnum):
        return tuple(annotation)
    return ()


def _at(annotation: object, path: KeyPath) -> object:
    for key in path:
        annotation = _below(annotation, key)
    return _plain(annotation)


def _below(annotation: object, key: str | int) -> object:
    annotation = _plain(annotation)
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        for name, field in annotation.model_fields.items():
            if (field.alias or name) == key:
                return field.annotation
        return None
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin is tuple:
        return arguments[0]
    if origin in {dict, Mapping}:
        return arguments[1]
    return None


def _plain(annotation: object) -> object:
    """The annotation without its conditions and without the ``None`` it may be."""
    while True:
        origin = get_origin(annotation)
        if origin is Annotated:
            annotation = get_args(annotation)[0]
        elif origin in {Union, types.UnionType}:
            annotation = next(a for a in get_args(annotation) if a is not types.NoneType)
        else:
            return annotation
