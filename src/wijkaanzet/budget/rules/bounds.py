"""Floors (and later caps): one factor for everybody between the bounds, found exactly."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass


class DoesNotFit(ValueError):
    """The floors together are above the total, or the caps together below it, by `shortfall`."""

    def __init__(self, shortfall: int) -> None:
        super().__init__(shortfall)
        self.shortfall = shortfall


@dataclass(frozen=True)
class Exact:
    """Exact amounts in the order of the areas: `numerators[i] / denominator`."""

    numerators: tuple[int, ...]
    denominator: int


def fit(targets: Sequence[int], total: int, *, lower: Sequence[int], upper: Sequence[int] | None = None) -> Exact:
    """Find the amounts clip(factor * target, lower, upper) that sum to the total.

    The sum as a function of the factor is piecewise linear and never falls: every area stands on its floor, grows
    with the factor from floor/target on, and stops at cap/target. We walk those turns in order and solve the last
    piece exactly, without tolerance; only the proportions of the targets matter. Raises DoesNotFit.
    """
    bound = list(lower)
    free = [low == 0 < target for low, target in zip(lower, targets, strict=True)]
    fixed, slope = sum(lower), sum(target for target, grows in zip(targets, free, strict=True) if grows)
    if fixed > total:
        raise DoesNotFit(fixed - total)
    for _, place, turn in sorted(_turns(targets, lower, upper)):
        if slope * turn >= (total - fixed) * targets[place]:  # at this factor the sum has reached the total
            break
        if free[place]:
            fixed, slope = fixed + turn, slope - targets[place]
        else:
            fixed, slope = fixed - turn, slope + targets[place]
        bound[place], free[place] = turn, not free[place]
    if not slope and fixed != total:
        raise DoesNotFit(total - fixed)
    denominator = slope or 1
    numerators = (
        (total - fixed) * target if grows else amount * denominator
        for target, grows, amount in zip(targets, free, bound, strict=True)
    )
    return Exact(tuple(numerators), denominator)


def _turns(targets: Sequence[int], lower: Sequence[int], upper: Sequence[int] | None) -> Iterator[tuple[int, int, int]]:
    """Give each place where an area leaves its floor or reaches its cap: order, area, bound.

    The factor of a turn is bound/target. Two different factors lie at least 1/(target * target) apart, so with this
    many binary places whole numbers put them in the same order, several times faster than fractions.
    """
    places = 2 * max(targets, default=0).bit_length() + 1
    for place, target in enumerate(targets):
        if target and lower[place]:
            yield (lower[place] << places) // target, place, lower[place]
        if target and upper is not None:
            yield (upper[place] << places) // target, place, upper[place]
