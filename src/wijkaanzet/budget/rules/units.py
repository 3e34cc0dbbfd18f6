"""How many units of a criterion each area has: counts, never percentages, as whole numbers over one denominator."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import lcm

from wijkaanzet.budget.rules.model import Criterion, MissingRule, UnitKind
from wijkaanzet.scans.rules.bad_input import BadInput
from wijkaanzet.scans.rules.figures import AreaFigures

_ZERO = Fraction(0)


@dataclass(frozen=True)
class Units:
    """The units per area, in the order of the areas: `counts[i]`, the same as `numerators[i] / denominator`.

    `imputed` holds the codes of the areas whose figure was missing.
    """

    criterion: Criterion
    counts: tuple[Fraction, ...]
    numerators: tuple[int, ...]
    denominator: int
    imputed: tuple[str, ...]


def count_units(criterion: Criterion, areas: Sequence[AreaFigures]) -> Units:
    """Count the units of every area; without inhabitants an area counts zero, whatever its figures say.

    A missing figure refuses, or counts at the rate of the areas that are known: their units divided by what they
    are counted of (the column of the percentage, or the inhabitants). Raises BadInput.
    """
    known = [_known(criterion, area) for area in areas]
    missing = [place for place, units in enumerate(known) if units is None]
    if missing and criterion.missing is MissingRule.REFUSE:
        raise _bad("value_missing", criterion, areas[missing[0]])
    counts = [_ZERO if units is None else units for units in known]
    if missing:
        whole = sum(
            (_base(criterion, area) for area, units in zip(areas, known, strict=True) if units is not None), _ZERO
        )
        if not whole:
            raise BadInput("nothing_known", criterion=criterion.key, column=criterion.column)
        rate = sum(counts, _ZERO) / whole
        for place in missing:
            counts[place] = rate * _base(criterion, areas[place])
    denominator = lcm(*(count.denominator for count in counts))
    numerators = tuple(count.numerator * (denominator // count.denominator) for count in counts)
    return Units(criterion, tuple(counts), numerators, denominator, tuple(areas[place].code for place in missing))


def _known(criterion: Criterion, area: AreaFigures) -> Fraction | None:
    if not area.inhabitants:
        return _ZERO
    value = area.values.get(criterion.column)
    if value is None:
        return None
    if value < 0:
        raise _bad("value_negative", criterion, area)
    if criterion.kind is UnitKind.COUNT:
        return value
    if value > 100:
        raise _bad("percentage_above_100", criterion, area)
    return value * _base(criterion, area) / 100


def _base(criterion: Criterion, area: AreaFigures) -> Fraction:
    """What a rate is taken of: the column of the percentage, or the inhabitants; an empty area is no part of it."""
    if not area.inhabitants:
        return _ZERO
    if criterion.of is None:
        return area.inhabitants
    value = area.values.get(criterion.of)
    if value is None or value < 0:
        raise BadInput("base_missing", criterion=criterion.key, column=criterion.of, code=area.code)
    return value


def _bad(key: str, criterion: Criterion, area: AreaFigures) -> BadInput:
    return BadInput(key, criterion=criterion.key, column=criterion.column, code=area.code)
