"""An allocation model (verdeelmodel) as plain data: what the municipality decided before any figure is read."""

from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from wijkaanzet.scans.rules.figures import FiguresLayout


class UnitKind(StrEnum):
    """How a column counts: people or things, or a percentage of another column."""

    COUNT = "count"
    PERCENTAGE = "percentage"


class MissingRule(StrEnum):
    """What a missing figure does: refuse the division, or count as the municipality's rate (and be flagged)."""

    REFUSE = "refuse"
    MUNICIPALITY_RATE = "municipality_rate"


class EmptyArea(StrEnum):
    """What an area without inhabitants gets: nothing at all, or the fixed base and the floor."""

    NO_BASE = "no_base"
    BASE = "base"


@dataclass(frozen=True)
class CityLine:
    """An amount for the whole city with the reason why it is not divided (findable, efficient)."""

    key: str
    cents: int
    motive: str


@dataclass(frozen=True)
class CityPart:
    """What stays with the whole city: a share of the earmark plus the named lines."""

    share: Fraction
    lines: tuple[CityLine, ...]


@dataclass(frozen=True)
class Criterion:
    """What is counted per area and how heavy it weighs; `of` is the column a percentage belongs to."""

    key: str
    column: str
    kind: UnitKind
    of: str | None
    weight: Fraction
    missing: MissingRule


@dataclass(frozen=True)
class Floor:
    """The least an area gets: the larger of an amount and an amount per inhabitant."""

    cents: int
    cents_per_inhabitant: int


@dataclass(frozen=True)
class Earmark:
    """One destination of the money (youth, adults) with its own share and its own way of dividing."""

    key: str
    share: Fraction
    city: CityPart
    base_cents: int
    criteria: tuple[Criterion, ...]
    floor: Floor


@dataclass(frozen=True)
class Component:
    """A part into which each area's amount falls apart (base, variable, unforeseen)."""

    key: str
    share: Fraction


@dataclass(frozen=True)
class Model:
    """The whole model; `sha256` is the fingerprint of the file it was read from."""

    name: str
    year: int
    total_cents: int
    rounding_cents: int
    figures: FiguresLayout
    empty_area: EmptyArea
    earmarks: tuple[Earmark, ...]
    components: tuple[Component, ...]
    sha256: str

    def columns(self) -> frozenset[str]:
        """Name every column of the figures that the criteria need."""
        criteria = [criterion for earmark in self.earmarks for criterion in earmark.criteria]
        return frozenset(name for one in criteria for name in (one.column, one.of) if name is not None)
