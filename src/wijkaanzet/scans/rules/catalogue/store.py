"""The catalogue that comes with the product, read once."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Final

from wijkaanzet.scans.rules.catalogue.indicator import Indicator
from wijkaanzet.scans.rules.catalogue.problems import CatalogueError, Entry
from wijkaanzet.scans.rules.catalogue.reading_indicators import read_indicators
from wijkaanzet.scans.rules.catalogue.reading_tables import Tables, read_tables
from wijkaanzet.scans.rules.catalogue.table import Layer, PublishedTable, Publisher, RoleAlias

INDICATORS: Final = "indicators.toml"
TABLES: Final = "tables.toml"


@dataclass(frozen=True)
class Catalogue:
    """Indicators and the tables in which they are published."""

    indicators: MappingProxyType[str, Indicator]
    tables: MappingProxyType[str, PublishedTable]
    layers: MappingProxyType[str, Layer]
    publishers: MappingProxyType[str, Publisher]
    dimensions: tuple[RoleAlias, ...]
    members: MappingProxyType[str, Mapping[str, str]]


def read_catalogue(indicators: str, tables: str) -> Catalogue:
    """Read both files from their texts. Raises CatalogueError with file and key of the first mistake."""
    known = read_indicators(_document(indicators, INDICATORS))
    found: Tables = read_tables(_document(tables, TABLES), indicators=known)
    for one in known.values():
        if one.source.publisher not in found.publishers:
            what = f"{one.source.publisher!r} is no publisher in {TABLES}"
            raise CatalogueError(INDICATORS, f"sources.{one.source.key}.publisher", what)
    return Catalogue(
        indicators=MappingProxyType(known),
        tables=MappingProxyType(dict(found.tables)),
        layers=MappingProxyType(dict(found.layers)),
        publishers=MappingProxyType(dict(found.publishers)),
        dimensions=found.dimensions,
        members=MappingProxyType(dict(found.members)),
    )


@cache
def catalogue() -> Catalogue:
    """The catalogue that comes with the product. Raises CatalogueError when it was edited wrongly."""
    folder = files("wijkaanzet.scans") / "data"
    return read_catalogue(*((folder / name).read_text(encoding="utf-8") for name in (INDICATORS, TABLES)))


def indicator(key: str) -> Indicator:
    """The indicator with this key. Raises LookupError when there is none."""
    return catalogue().indicators[key]


def indicators() -> tuple[Indicator, ...]:
    """All indicators, in the order of the catalogue: by theme, never by a figure."""
    return tuple(catalogue().indicators.values())


def table(key: str) -> PublishedTable:
    """The published table with this key, for example 85318NED. Raises LookupError when there is none."""
    return catalogue().tables[key]


def tables() -> tuple[PublishedTable, ...]:
    """All published tables that are known."""
    return tuple(catalogue().tables.values())


def _document(text: str, file: str) -> Entry:
    try:
        return Entry(tomllib.loads(text), file=file, key="")
    except tomllib.TOMLDecodeError as error:
        raise CatalogueError(file, "", str(error)) from error
