"""What each area would get of one earmark before floors and rounding: fixed base plus criteria, exactly."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import lcm

from wijkaanzet.budget.rules.model import Earmark
from wijkaanzet.budget.rules.units import Units, count_units
from wijkaanzet.scans.rules.bad_input import BadInput
from wijkaanzet.scans.rules.figures import AreaFigures


@dataclass(frozen=True)
class Priced:
    """A criterion with its units and the exact amount per unit, in cents."""

    units: Units
    cents_per_unit: Fraction


@dataclass(frozen=True)
class Targets:
    """The exact targets in cents, `numerators[i] / denominator`, and the prices that they are made of."""

    numerators: tuple[int, ...]
    denominator: int
    priced: tuple[Priced, ...]


def aim(earmark: Earmark, areas: Sequence[AreaFigures], cents: int) -> Targets:
    """Divide an amount by fixed base and criteria. Raises BadInput.

    Amount per unit = weight * (amount - all bases) / all units; target = base + units * amount per unit. All targets
    are brought to one denominator, so that everything that follows is whole numbers.
    """
    pot = cents - earmark.base_cents * len(areas)
    if pot < 0:
        raise BadInput("bases_above_pot", earmark=earmark.key, shortfall_cents=-pot)
    priced = tuple(_price(earmark, units, pot) for units in (count_units(one, areas) for one in earmark.criteria))
    # the price of one whole numerator, instead of one unit
    steps = [one.cents_per_unit / one.units.denominator for one in priced]
    denominator = lcm(*(step.denominator for step in steps))
    factors = [step.numerator * (denominator // step.denominator) for step in steps]
    base = earmark.base_cents * denominator
    numerators = [base] * len(areas)
    for one, factor in zip(priced, factors, strict=True):
        numerators = [sum_ + factor * units for sum_, units in zip(numerators, one.units.numerators, strict=True)]
    return Targets(tuple(numerators), denominator, priced)


def _price(earmark: Earmark, units: Units, pot: int) -> Priced:
    criterion, total = units.criterion, sum(units.numerators)
    share = criterion.weight * pot
    if not share:
        return Priced(units, Fraction(0))
    if not total:
        raise BadInput("no_units", earmark=earmark.key, criterion=criterion.key)
    return Priced(units, share * units.denominator / total)
