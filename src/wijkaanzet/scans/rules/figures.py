"""The figures of the areas as plain data; read from a file, or filled from the database."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction


@dataclass(frozen=True)
class FiguresLayout:
    """How the table of figures is written and what its first columns are called."""

    delimiter: str
    decimal: str
    encoding: str
    missing: tuple[str, ...]
    code: str
    name: str
    inhabitants: str


@dataclass(frozen=True)
class AreaFigures:
    """What is known of one area; a missing figure is None."""

    code: str
    name: str
    inhabitants: Fraction
    values: Mapping[str, Fraction | None]


@dataclass(frozen=True)
class Figures:
    """The areas among which is divided; `sha256` is the fingerprint of the file they come from."""

    areas: tuple[AreaFigures, ...]
    sha256: str
