"""The outcome of a division as plain data: what is stored, shown and exported."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction


class LineKind(StrEnum):
    """What a line of the explanation stands for."""

    BASE = "base"
    CRITERION = "criterion"
    FLOOR = "floor"
    ROUNDING = "rounding"


class CityKind(StrEnum):
    """Why an amount stays with the whole city: a share of the earmark, or a named line with a motive."""

    SHARE = "share"
    LINE = "line"


class FlagKey(StrEnum):
    """What a reader should know about an outcome that is right as it stands."""

    IMPUTED = "imputed"
    EMPTY_AREA = "empty_area"
    PARADOX = "paradox"


class CheckKey(StrEnum):
    """What is proved of every outcome before it leaves the engine."""

    TOTAL = "total"
    EARMARKS = "earmarks"
    COMPONENTS = "components"
    LINES = "lines"
    FLOORS = "floors"


@dataclass(frozen=True)
class CityAmount:
    """An amount that is not divided among the areas."""

    earmark: str
    kind: CityKind
    key: str
    cents: int
    motive: str


@dataclass(frozen=True)
class Line:
    """One line of an area's explanation; units and price are exact and only there for a criterion."""

    earmark: str
    kind: LineKind
    key: str
    cents: int
    units: Fraction | None = None
    cents_per_unit: Fraction | None = None


@dataclass(frozen=True)
class EarmarkAmount:
    """What an area gets of one earmark, and how that falls apart in components (none: empty)."""

    cents: int
    components: Mapping[str, int]


@dataclass(frozen=True)
class AreaAmount:
    """What one area gets; the earmarks sum to `cents`, and so do the lines."""

    code: str
    name: str
    cents: int
    earmarks: Mapping[str, EarmarkAmount]
    lines: tuple[Line, ...]


@dataclass(frozen=True)
class Flag:
    """A remark with its parameters; the words stand in `budget.labels`."""

    key: FlagKey
    parameters: Mapping[str, str | int]


@dataclass(frozen=True)
class Check:
    """A proof that was tried on the outcome itself."""

    key: CheckKey
    ok: bool


@dataclass(frozen=True)
class Division:
    """A whole division: city amounts and areas (in order of their code) sum to the total."""

    model_sha256: str
    figures_sha256: str
    code_version: str
    total_cents: int
    city: tuple[CityAmount, ...]
    areas: tuple[AreaAmount, ...]
    checks: tuple[Check, ...]
    flags: tuple[Flag, ...]
