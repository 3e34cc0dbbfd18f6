"""Why an area gets its amount: lines that a resident can add up, exact to the cent."""

from collections.abc import Iterator

from wijkaanzet.budget.rules.bounds import Exact
from wijkaanzet.budget.rules.division import Line, LineKind
from wijkaanzet.budget.rules.model import Earmark
from wijkaanzet.budget.rules.targets import Targets


def explain(earmark: Earmark, place: int, *, targets: Targets, fitted: Exact, cents: int) -> tuple[Line, ...]:
    """Explain the amount of one area: fixed base, each criterion, the effect of the floors, and what rounding did.

    Every line is its exact value rounded to a cent; the line `rounding` is what is then left. Lines of zero are left
    out, except those of the criteria.
    """
    lines = list(_target_lines(earmark, place, targets))
    moved = fitted.numerators[place] * targets.denominator - targets.numerators[place] * fitted.denominator
    lines.append(Line(earmark.key, LineKind.FLOOR, "floor", _nearest(moved, fitted.denominator * targets.denominator)))
    rest = cents - sum(line.cents for line in lines)
    lines.append(Line(earmark.key, LineKind.ROUNDING, "rounding", rest))
    return tuple(line for line in lines if line.cents or line.kind is LineKind.CRITERION)


def _target_lines(earmark: Earmark, place: int, targets: Targets) -> Iterator[Line]:
    yield Line(earmark.key, LineKind.BASE, "base", earmark.base_cents)
    for priced in targets.priced:
        price, units = priced.cents_per_unit, priced.units
        cents = _nearest(units.numerators[place] * price.numerator, units.denominator * price.denominator)
        yield Line(earmark.key, LineKind.CRITERION, units.criterion.key, cents, units.counts[place], price)


def _nearest(numerator: int, denominator: int) -> int:
    """Round to the nearest cent, halves up."""
    return (2 * numerator + denominator) // (2 * denominator)
