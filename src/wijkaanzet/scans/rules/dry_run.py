"""What importing a table would do, before anything is kept: which areas it has, what is missing, what is wrong."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from io import BytesIO

from wijkaanzet.scans.rules.bad_input import BadInput
from wijkaanzet.scans.rules.figures import AreaFigures, FiguresLayout
from wijkaanzet.scans.rules.figures_file import is_of, load_figures
from wijkaanzet.scans.rules.mapping import Column, ColumnKind, ColumnMapping

SHOWN_PROBLEMS = 20


@dataclass(frozen=True)
class DryRun:
    """The outcome; only without problems can the table be imported."""

    areas: tuple[AreaFigures, ...] = ()
    matched: tuple[str, ...] = ()
    """The CBS areas of the division that the table has."""
    absent: Mapping[str, str] = field(default_factory=dict)
    """The CBS areas of the division that the table does not have, with the area of the municipality each lies in."""
    extra: Mapping[str, str] = field(default_factory=dict)
    """The areas of the table that lie in no area of the division, by name."""
    missing: Mapping[str, int] = field(default_factory=dict)
    """How many values are not known, by column; places where nobody lives aside."""
    places: int = 0
    """How many CBS areas the division has."""
    rows: int = 0
    """How many rows are of the municipality, those with something wrong among them."""
    problems: tuple[BadInput, ...] = ()
    """What is wrong, at most so many of them, in the order of the file."""
    more_problems: int = 0
    """How many more are wrong."""


def try_out(
    content: bytes, mapping: ColumnMapping, *, layout: FiguresLayout, municipality: str, places: Mapping[str, str]
) -> DryRun:
    """Read the whole table without keeping it; `places` gives the name of the area of each CBS code."""
    problems: list[BadInput] = []
    areas: tuple[AreaFigures, ...] = ()
    file = BytesIO(content)
    try:
        areas = load_figures(file, layout, mapping.keys(), municipality=municipality, note=problems.append).areas
    except BadInput as bad:
        problems.append(bad)
    problems += [bad for area in areas for bad in _impossible(area, mapping.columns)]
    wrong = {str(bad.parameters["code"]) for bad in problems if "code" in bad.parameters}
    found = {area.code: area.name for area in areas}
    if areas and not found.keys() & places.keys():
        problems.append(BadInput("no_area_of_division"))
    return DryRun(
        areas=areas,
        matched=tuple(sorted(found.keys() & places.keys())),
        absent={code: places[code] for code in sorted(places.keys() - found.keys() - wrong)},
        extra={code: found[code] for code in sorted(found.keys() - places.keys())},
        missing=_missing(areas, mapping.keys()),
        places=len(places),
        rows=len(found.keys() | {code for code in wrong if is_of(code, municipality)}),
        problems=tuple(problems[:SHOWN_PROBLEMS]),
        more_problems=max(0, len(problems) - SHOWN_PROBLEMS),
    )


def layout_for(mapping: ColumnMapping, *, delimiter: str, encoding: str, missing: Collection[str]) -> FiguresLayout:
    """How the one parser of figures reads a table with this mapping."""
    return FiguresLayout(
        delimiter=delimiter,
        decimal=mapping.decimal,
        encoding=encoding,
        missing=tuple(missing),
        code=mapping.code,
        name=mapping.name,
        inhabitants=mapping.inhabitants,
    )


def _impossible(area: AreaFigures, columns: Collection[Column]) -> Iterator[BadInput]:
    """Numbers that cannot be what their column says they are; a division would refuse them too."""
    for column in columns:
        value = area.values[column.key]
        if value is None:
            continue
        if value < 0:
            yield BadInput("value_negative", where=area.code, code=area.code, column=column.key)
        elif column.kind is ColumnKind.PERCENTAGE and value > 100:
            yield BadInput("percentage_above_100", where=area.code, code=area.code, column=column.key)


def _missing(areas: Collection[AreaFigures], keys: Collection[str]) -> dict[str, int]:
    lived_in = [area for area in areas if area.inhabitants]
    return {key: sum(area.values[key] is None for area in lived_in) for key in keys}
