"""A division as it leaves the house: JSON with everything, and rows for a spreadsheet."""

import json
from collections.abc import Iterator, Sequence
from decimal import ROUND_HALF_UP, Decimal, localcontext
from fractions import Fraction

from wijkaanzet.budget.rules.division import AreaAmount, Division, Line
from wijkaanzet.kernel.tables import csv_text

FORMAT = "wijkaanzet-verdeling"
VERSION = 1


def to_json(division: Division) -> str:
    """Write a division as JSON: money in cents, units and amounts per unit as exact fractions in text."""
    document: dict[str, object] = {
        "format": FORMAT,
        "version": VERSION,
        "model_sha256": division.model_sha256,
        "figures_sha256": division.figures_sha256,
        "code_version": division.code_version,
        "total_cents": division.total_cents,
        "city": [
            {"earmark": one.earmark, "kind": one.kind, "key": one.key, "cents": one.cents, "motive": one.motive}
            for one in division.city
        ],
        "areas": [_area(area) for area in division.areas],
        "checks": [{"key": check.key, "ok": check.ok} for check in division.checks],
        "flags": [{"key": flag.key, **flag.parameters} for flag in division.flags],
    }
    return json.dumps(document, ensure_ascii=False, indent=1) + "\n"


def to_csv(division: Division) -> str:
    """Write the amounts as CSV: a row per city amount and per area, cents; `total_cents` sums to the total."""
    keys = [*dict.fromkeys((*(one.earmark for one in division.city), *_earmarks(division.areas)))]
    columns = [(key, component) for key in keys for component in ("", *_components(division.areas, key))]
    header = [f"{key}.{component}_cents" if component else f"{key}_cents" for key, component in columns]
    return csv_text(["code", "name", "total_cents", *header], _rows(division, columns))


def line_rows(areas: Sequence[AreaAmount]) -> Iterator[tuple[str | int, ...]]:
    """Give the explanation as rows: code, name, earmark, kind, key, units, cents per unit, cents."""
    for area in areas:
        for line in area.lines:
            units, price = (
                "" if value is None else decimal_text(value, 4) for value in (line.units, line.cents_per_unit)
            )
            yield area.code, area.name, line.earmark, line.kind.value, line.key, units, price, line.cents


def fraction_text(value: Fraction) -> str:
    """Write a fraction exactly: 211.2 when its decimals end within nine, else 1/3."""
    scaled = value * 10**9
    if scaled.denominator != 1:
        return str(value)
    return decimal_text(value, 9).rstrip("0").rstrip(".")


def decimal_text(value: Fraction, places: int) -> str:
    """Write a fraction with this many decimals, halves away from zero."""
    with localcontext() as context:
        context.prec = 400  # more digits than any exact amount has, so that only the last step rounds
        number = Decimal(value.numerator) / Decimal(value.denominator)
        return f"{number.quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP):f}"


def _area(area: AreaAmount) -> dict[str, object]:
    return {
        "code": area.code,
        "name": area.name,
        "cents": area.cents,
        "earmarks": {
            key: {"cents": one.cents, "components": dict(one.components)} for key, one in area.earmarks.items()
        },
        "lines": [_line(line) for line in area.lines],
    }


def _line(line: Line) -> dict[str, object]:
    return {
        "earmark": line.earmark,
        "kind": line.kind,
        "key": line.key,
        "units": None if line.units is None else fraction_text(line.units),
        "cents_per_unit": None if line.cents_per_unit is None else fraction_text(line.cents_per_unit),
        "cents": line.cents,
    }


def _rows(division: Division, columns: Sequence[tuple[str, str]]) -> Iterator[list[str | int]]:
    for one in division.city:
        own = (one.cents if column == (one.earmark, "") else 0 for column in columns)
        yield ["city", f"{one.earmark}: {one.key}", one.cents, *own]
    for area in division.areas:
        parts = (
            area.earmarks[key].components[component] if component else area.earmarks[key].cents
            for key, component in columns
        )
        yield [area.code, area.name, area.cents, *parts]


def _earmarks(areas: Sequence[AreaAmount]) -> Sequence[str]:
    return tuple(areas[0].earmarks) if areas else ()


def _components(areas: Sequence[AreaAmount], key: str) -> Sequence[str]:
    return tuple(areas[0].earmarks[key].components) if areas else ()
