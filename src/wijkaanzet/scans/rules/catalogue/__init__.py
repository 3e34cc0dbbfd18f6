"""The indicators of the social base, and the tables and column names under which they are published.

The facts are data (`scans/data/indicators.toml`, `scans/data/tables.toml`); docs/indicators.md says how to add one.
"""

from wijkaanzet.scans.rules.catalogue.headers import normalised, period_year, region_level
from wijkaanzet.scans.rules.catalogue.indicator import (
    Indicator,
    IndicatorKind,
    Method,
    Polarity,
    Purpose,
    Resource,
    SmallNumbers,
    Source,
    Theme,
)
from wijkaanzet.scans.rules.catalogue.problems import CatalogueError
from wijkaanzet.scans.rules.catalogue.recognising import (
    Doubt,
    Recognised,
    RecognisedColumn,
    dimensions,
    measure,
    member,
    recognise,
)
from wijkaanzet.scans.rules.catalogue.store import Catalogue, catalogue, indicator, indicators, table, tables
from wijkaanzet.scans.rules.catalogue.table import (
    Alias,
    HeaderRole,
    Layer,
    PublishedTable,
    Publisher,
    RegionYearRule,
    RoleAlias,
    TableStatus,
    Transform,
)

__all__ = [
    "Alias",
    "Catalogue",
    "CatalogueError",
    "Doubt",
    "HeaderRole",
    "Indicator",
    "IndicatorKind",
    "Layer",
    "Method",
    "Polarity",
    "PublishedTable",
    "Publisher",
    "Purpose",
    "Recognised",
    "RecognisedColumn",
    "RegionYearRule",
    "Resource",
    "RoleAlias",
    "SmallNumbers",
    "Source",
    "TableStatus",
    "Theme",
    "Transform",
    "catalogue",
    "dimensions",
    "indicator",
    "indicators",
    "measure",
    "member",
    "normalised",
    "period_year",
    "recognise",
    "region_level",
    "table",
    "tables",
]
