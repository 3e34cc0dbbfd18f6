"""From CBS areas to the areas a municipality steers on: counts add up, percentages through what they are a part of.

A figure that is missing in one part is missing in the whole: what was not counted cannot be added up. What the model
lets us estimate has been filled in before (see estimate.py).
"""

from collections.abc import Mapping, Sequence
from fractions import Fraction

from wijkaanzet.budget.rules.model import Model, UnitKind
from wijkaanzet.scans.rules.bad_input import BadInput
from wijkaanzet.scans.rules.figures import AreaFigures, Figures


def roll_up(figures: Figures, *, model: Model, place_of: Mapping[str, tuple[str, str]]) -> Figures:
    """Add the figures of CBS areas up to areas; `place_of` gives the code and name of the area of each CBS code.

    Raises BadInput("area_without_place") for a CBS area with inhabitants that lies in no area, and
    ("place_without_figures") when an area, or a part of it, does not stand in the figures.
    """
    parts: dict[tuple[str, str], list[AreaFigures]] = {}
    for part in figures.areas:
        if part.code in place_of:
            parts.setdefault(place_of[part.code], []).append(part)
        elif part.inhabitants:
            raise BadInput("area_without_place", code=part.code, name=part.name)
    for code in sorted(place_of.keys() - {part.code for part in figures.areas}):
        raise BadInput("place_without_figures", code=code, name=place_of[code][1])
    bases = {
        one.column: one.of
        for earmark in model.earmarks
        for one in earmark.criteria
        if one.kind is UnitKind.PERCENTAGE and one.of is not None
    }
    areas = tuple(
        AreaFigures(
            code=code,
            name=name,
            inhabitants=sum((part.inhabitants for part in group), Fraction(0)),
            values={column: _added(column, group, bases.get(column)) for column in sorted(model.columns())},
        )
        for (code, name), group in sorted(parts.items())
    )
    return Figures(areas=areas, sha256=figures.sha256)


def _added(column: str, parts: Sequence[AreaFigures], base: str | None) -> Fraction | None:
    """The figure of the whole: the sum of a count, the mean of a percentage weighted by its base."""
    lived_in = [part for part in parts if part.inhabitants]
    values = [part.values[column] for part in lived_in]
    known = [value for value in values if value is not None]
    if len(known) < len(values):
        return None
    if base is None:
        return sum(known, Fraction(0))
    bases = [part.values[base] for part in lived_in]
    weights = [weight for weight in bases if weight is not None]
    whole = sum(weights, Fraction(0))
    if len(weights) < len(bases) or not whole:
        return None
    return sum((value * weight for value, weight in zip(known, weights, strict=True)), Fraction(0)) / whole
