"""A figure that is missing in one CBS area is estimated there, before areas are added up, and the estimate is told.

Estimating afterwards would throw away what is known of the other parts of an area: one unknown street would then decide
for a whole neighbourhood.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from fractions import Fraction

from wijkaanzet.budget.rules.model import Criterion, MissingRule, Model, UnitKind
from wijkaanzet.budget.rules.units import count_units
from wijkaanzet.scans.rules.figures import AreaFigures, Figures


@dataclass(frozen=True)
class Estimate:
    """A figure of one CBS area that was not known and is counted at the rate of the known ones."""

    column: str
    code: str
    name: str
    inhabitants: int


def complete(figures: Figures, model: Model) -> tuple[Figures, tuple[Estimate, ...]]:
    """Fill in what the model lets us estimate; the figures without gaps, and every estimate that was made.

    A column that some criterion refuses to estimate keeps its gaps. Raises BadInput as counting units does.
    """
    values: dict[str, dict[str, Fraction | None]] = {area.code: dict(area.values) for area in figures.areas}
    by_code = {area.code: area for area in figures.areas}
    estimates: list[Estimate] = []
    for criterion in _estimated(model):
        units = count_units(criterion, figures.areas)
        place = {area.code: at for at, area in enumerate(figures.areas)}
        for code in units.imputed:
            area = by_code[code]
            values[code][criterion.column] = _value(criterion, area, units.counts[place[code]])
            estimates.append(Estimate(criterion.column, code, area.name, int(area.inhabitants)))
    areas = tuple(replace(area, values=values[area.code]) for area in figures.areas)
    return replace(figures, areas=areas), tuple(estimates)


def _estimated(model: Model) -> list[Criterion]:
    """One criterion for each column that may be estimated."""
    criteria = [one for earmark in model.earmarks for one in earmark.criteria]
    refused = {one.column for one in criteria if one.missing is MissingRule.REFUSE}
    by_column: Mapping[str, Criterion] = {one.column: one for one in reversed(criteria) if one.column not in refused}
    return list(by_column.values())


def _value(criterion: Criterion, area: AreaFigures, units: Fraction) -> Fraction:
    """The figure that gives these units: the count itself, or the percentage of what it is taken of."""
    if criterion.kind is UnitKind.COUNT or criterion.of is None:
        return units
    base = area.values[criterion.of]
    return units * 100 / base if base else Fraction(0)  # of nothing no part can be missing
