"""What an edition holds as JSON and back. A key that nobody knows is an error: nothing gets lost unseen."""

from collections.abc import Mapping
from dataclasses import MISSING, Field, fields, is_dataclass
from datetime import date
from enum import StrEnum
from types import NoneType, UnionType
from typing import Final, Union, get_args, get_origin, get_type_hints

from wijkaanzet.plans.rules.content import PlanContent

FORMAT: Final = 1


class BadContent(ValueError):
    """What is stored of an edition was changed outside the product, or is of a later version."""


def to_json(content: PlanContent) -> dict[str, object]:
    """A whole plan in plain values: texts, whole numbers, days as ISO text."""
    return {"format": FORMAT, "plan": _plain(content)}


def from_json(stored: Mapping[str, object]) -> PlanContent:
    """The plan that `to_json` stored. Raises BadContent with the place of what is wrong."""
    if set(stored) != {"format", "plan"} or stored["format"] != FORMAT:
        raise BadContent("format")
    found = _read(PlanContent, stored["plan"], "plan")
    if not isinstance(found, PlanContent):
        raise BadContent("plan")
    return found


def _plain(value: object) -> object:
    if is_dataclass(value) and not isinstance(value, type):
        return {field.name: _plain(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, StrEnum):
        return value.value
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Mapping):
        return {str(key): _plain(one) for key, one in value.items()}
    if isinstance(value, tuple | list):
        return [_plain(one) for one in value]
    return value


def _read(kind: object, value: object, where: str) -> object:
    """A value as the type says; what is typed as any object is kept as it is."""
    inside = get_args(kind)
    origin = get_origin(kind)
    if kind is object:
        return value
    if origin in {Union, UnionType}:
        (only,) = (one for one in inside if one is not NoneType)
        return None if value is None else _read(only, value, where)
    if origin is tuple and isinstance(value, list):
        return tuple(_read(inside[0], one, f"{where}[{place}]") for place, one in enumerate(value))
    if origin is Mapping and isinstance(value, dict):
        return {_read(inside[0], key, where): _read(inside[1], one, f"{where}.{key}") for key, one in value.items()}
    if isinstance(kind, type) and origin is None:
        return _read_plain(kind, value, where)
    raise BadContent(where)


def _read_plain(kind: type, value: object, where: str) -> object:
    if is_dataclass(kind) and isinstance(value, dict):
        return _read_fields(kind, value, where)
    if type(value) is kind:
        return value
    if isinstance(value, str):
        try:
            if issubclass(kind, StrEnum):
                return kind(value)
            if kind is date:
                return date.fromisoformat(value)
        except ValueError as error:
            raise BadContent(where) from error
    raise BadContent(where)


def _read_fields(kind: type, value: Mapping[str, object], where: str) -> object:
    hints = get_type_hints(kind)
    known = {field.name: field for field in fields(kind)}
    if strange := set(value) - set(known):
        raise BadContent(f"{where}.{min(strange)}")
    if missing := {name for name, field in known.items() if _is_required(field)} - set(value):
        raise BadContent(f"{where}.{min(missing)}")
    return kind(**{key: _read(hints[key], one, f"{where}.{key}") for key, one in value.items()})


def _is_required(field: Field[object]) -> bool:
    return field.default is MISSING and field.default_factory is MISSING
