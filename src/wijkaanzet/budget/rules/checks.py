"""The proofs that every division has to pass before anybody sees it."""

from collections.abc import Sequence

from wijkaanzet.budget.rules.division import AreaAmount, Check, CheckKey, CityAmount
from wijkaanzet.budget.rules.model import Earmark, EmptyArea, Model
from wijkaanzet.scans.rules.figures import AreaFigures


class NotExact(RuntimeError):
    """The engine itself made a mistake: an outcome that does not pass its own proofs is never given out."""


def check(
    model: Model, areas: Sequence[AreaFigures], *, city: Sequence[CityAmount], amounts: Sequence[AreaAmount]
) -> tuple[Check, ...]:
    """Prove an outcome by adding it up again; raises NotExact when a proof fails, which is a bug."""
    checks = (
        Check(CheckKey.TOTAL, _sum(city) + _sum(amounts) == model.total_cents),
        Check(CheckKey.EARMARKS, all(_earmark_is_exact(model, one, city, amounts) for one in model.earmarks)),
        Check(CheckKey.COMPONENTS, not model.components or all(_components_add_up(area) for area in amounts)),
        Check(CheckKey.LINES, all(_lines_add_up(area) for area in amounts)),
        Check(CheckKey.FLOORS, all(_floors_are_kept(model, *pair) for pair in zip(areas, amounts, strict=True))),
    )
    failed = [one.key.value for one in checks if not one.ok]
    if failed:
        raise NotExact(", ".join(failed))
    return checks


def _sum(amounts: Sequence[CityAmount] | Sequence[AreaAmount]) -> int:
    return sum(amount.cents for amount in amounts)


def _earmark_is_exact(
    model: Model, earmark: Earmark, city: Sequence[CityAmount], amounts: Sequence[AreaAmount]
) -> bool:
    """An earmark gets its share of the total; rounding moves it by less than one rounding unit."""
    kept = sum(one.cents for one in city if one.earmark == earmark.key)
    divided = sum(area.earmarks[earmark.key].cents for area in amounts)
    return abs(kept + divided - earmark.share * model.total_cents) < model.rounding_cents


def _components_add_up(area: AreaAmount) -> bool:
    return all(sum(one.components.values()) == one.cents for one in area.earmarks.values())


def _lines_add_up(area: AreaAmount) -> bool:
    sums = dict.fromkeys(area.earmarks, 0)
    for line in area.lines:
        sums[line.earmark] += line.cents
    return all(sums[key] == one.cents for key, one in area.earmarks.items())


def _floors_are_kept(model: Model, area: AreaFigures, amount: AreaAmount) -> bool:
    if not area.inhabitants and model.empty_area is EmptyArea.NO_BASE:
        return amount.cents == 0
    return all(
        amount.earmarks[one.key].cents >= one.floor.cents
        and amount.earmarks[one.key].cents >= one.floor.cents_per_inhabitant * area.inhabitants
        for one in model.earmarks
    )
