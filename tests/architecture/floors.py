"""The floors of the house, read from the one place that states them: the import contract in pyproject.toml."""

import tomllib
from functools import cache
from typing import Any

from tests.architecture.source import PACKAGE, ROOT

ROOMS = ("operations", "access", "queries", "models", "rules")


@cache
def contracts() -> dict[str, dict[str, Any]]:
    """The import contracts by their id."""
    found = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    return {contract["id"]: contract for contract in found["tool"]["importlinter"]["contracts"]}


@cache
def heights() -> dict[str, int]:
    """Each app with the height of its floor; kernel is 0."""
    layers = contracts()["floors"]["layers"]
    return {
        app.strip(" ()"): height
        for height, layer in enumerate(reversed(layers))
        for app in layer.replace(":", "|").split("|")
    }


def may_use(upper: str, lower: str) -> bool:
    """Whether a floor may know another: itself, or one that lies lower."""
    return upper == lower or heights()[upper] > heights()[lower]


def apps_with_rooms() -> set[str]:
    """Apps that have an operations, access, queries, models or rules module."""
    return {path.parent.name for room in ROOMS for path in [*PACKAGE.glob(f"*/{room}.py"), *PACKAGE.glob(f"*/{room}/")]}
