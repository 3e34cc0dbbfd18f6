"""What chance alone does: differences that many comparisons show anyway, and changes that a survey is too small for."""

from dataclasses import dataclass
from math import sqrt

from wijkaanzet.scans.rules.statistics.distributions import STRONG, WEAK, normal_quantile, tail


@dataclass(frozen=True)
class ByChance:
    """How many of the comparisons lie beyond 95 % and, of these, beyond 99.8 % when nothing differs."""

    comparisons: int
    weak: float
    strong: float


def expected_by_chance(comparisons: int) -> ByChance:
    """For so many comparisons of figures with a benchmark: 59 areas × 20 indicators give 59 and 2.4 by chance alone.

    Raises ValueError below zero.
    """
    if comparisons < 0:
        raise ValueError("comparisons are counted from zero on")
    return ByChance(comparisons, 2 * tail(WEAK) * comparisons, 2 * tail(STRONG) * comparisons)


def smallest_visible_change(
    respondents: float, *, share: float = 0.5, design_effect: float = 1.0, level: float = WEAK
) -> float:
    """How large a change between two rounds with so many respondents each has to be to lie beyond chance.

    In parts of one: 0.14 (14 points) for 100 respondents; near a half a survey sees least. z √(2 p (1 - p) / n), from
    Armitage and Berry, Statistical methods in medical research. Raises ValueError when nobody responds.
    """
    if not respondents > 0 or not design_effect > 0 or not 0 <= share <= 1:
        raise ValueError("a survey has respondents, a design effect above zero and a part of one")
    return normal_quantile(level) * sqrt(2 * share * (1 - share) * design_effect / respondents)
