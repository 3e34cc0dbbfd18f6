"""The division itself: model and figures in, an exact and explained division out; nothing is read or stored."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise

from wijkaanzet.budget.rules.bounds import DoesNotFit, Exact, fit
from wijkaanzet.budget.rules.checks import check
from wijkaanzet.budget.rules.division import (
    AreaAmount,
    CityAmount,
    CityKind,
    Division,
    EarmarkAmount,
    Flag,
    FlagKey,
    Line,
)
from wijkaanzet.budget.rules.explain import explain
from wijkaanzet.budget.rules.model import Earmark, EmptyArea, Model
from wijkaanzet.budget.rules.targets import Targets, aim
from wijkaanzet.kernel.money import common_weights, losers_of_growth, split
from wijkaanzet.scans.rules.bad_input import BadInput
from wijkaanzet.scans.rules.figures import AreaFigures, Figures

CODE_VERSION = "verdeelmodel-1"  # goes up when the same input may give another outcome


@dataclass(frozen=True)
class _Part:
    """The outcome of one earmark: amounts and lines per area code."""

    earmark: Earmark
    amounts: Mapping[str, int]
    lines: Mapping[str, tuple[Line, ...]]
    flags: tuple[Flag, ...]


def divide(model: Model, figures: Figures) -> Division:
    """Divide the total of a model among the areas, exact to the cent, with the reasons per area.

    The order of the figures plays no part. Raises BadInput when the model and these figures cannot be divided:
    city amounts, bases or floors above the money there is, a figure that is missing or impossible, nobody to divide
    among. Source: docs/algorithms/verdeelmodel.md.
    """
    areas = tuple(sorted(figures.areas, key=lambda area: area.code))
    receivers = _receivers(model, areas)
    units = model.total_cents // model.rounding_cents
    shares = split(units, {earmark.key: earmark.share for earmark in model.earmarks})
    city: list[CityAmount] = []
    parts: list[_Part] = []
    for earmark in model.earmarks:
        cents = shares[earmark.key] * model.rounding_cents
        kept = _city(earmark, cents, model.rounding_cents)
        city.extend(kept)
        parts.append(_divide_earmark(model, earmark, receivers, cents - sum(one.cents for one in kept)))
    empty = (Flag(FlagKey.EMPTY_AREA, {"area": area.code}) for area in areas if not area.inhabitants)
    amounts = _amounts(model, areas, parts)
    return Division(
        model_sha256=model.sha256,
        figures_sha256=figures.sha256,
        code_version=CODE_VERSION,
        total_cents=model.total_cents,
        city=tuple(city),
        areas=amounts,
        checks=check(model, areas, city=city, amounts=amounts),
        flags=(*empty, *(flag for part in parts for flag in part.flags)),
    )


def _receivers(model: Model, areas: Sequence[AreaFigures]) -> tuple[AreaFigures, ...]:
    for one, following in pairwise(areas):
        if one.code == following.code:
            raise BadInput("duplicate_area", code=one.code)
    if not any(area.inhabitants for area in areas):
        raise BadInput("no_inhabitants")
    return tuple(area for area in areas if area.inhabitants or model.empty_area is EmptyArea.BASE)


def _city(earmark: Earmark, cents: int, unit: int) -> list[CityAmount]:
    """What stays with the whole city: the share, in whole rounding units, and the lines on top of it."""
    share = split(cents // unit, {"areas": 1 - earmark.city.share, "city": earmark.city.share})["city"] * unit
    kept = [CityAmount(earmark.key, CityKind.SHARE, "share", share, "")] if share else []
    lines = earmark.city.lines
    kept.extend(CityAmount(earmark.key, CityKind.LINE, line.key, line.cents, line.motive) for line in lines)
    above = sum(one.cents for one in kept) - cents
    if above > 0:
        raise BadInput("city_above_pot", earmark=earmark.key, shortfall_cents=above)
    return kept


def _divide_earmark(model: Model, earmark: Earmark, areas: Sequence[AreaFigures], cents: int) -> _Part:
    targets = aim(earmark, areas, cents)
    fitted = _above_floors(model, earmark, areas, targets=targets, cents=cents)
    unit = model.rounding_cents
    weights = dict(zip((area.code for area in areas), fitted.numerators, strict=True))
    rounded = split(cents // unit, weights) if cents else dict.fromkeys(weights, 0)
    amounts = {code: units * unit for code, units in rounded.items()}
    exact_cents = Exact(tuple(numerator * unit for numerator in fitted.numerators), fitted.denominator)
    lines = {
        area.code: explain(earmark, place, targets=targets, fitted=exact_cents, cents=amounts[area.code])
        for place, area in enumerate(areas)
    }
    flags = [
        Flag(FlagKey.IMPUTED, {"area": code, "earmark": earmark.key, "criterion": priced.units.criterion.key})
        for priced in targets.priced
        for code in priced.units.imputed
    ]
    losers = losers_of_growth(cents // unit, weights) if cents else ()
    flags.extend(Flag(FlagKey.PARADOX, {"area": code, "earmark": earmark.key, "unit_cents": unit}) for code in losers)
    return _Part(earmark, amounts, lines, tuple(flags))


def _above_floors(
    model: Model, earmark: Earmark, areas: Sequence[AreaFigures], *, targets: Targets, cents: int
) -> Exact:
    """Lift areas to their floor at the cost of the others, counted in rounding units; a floor is rounded up."""
    unit = model.rounding_cents
    floors = [-(-floor_cents(earmark, area) // unit) for area in areas]
    try:
        return fit(targets.numerators, cents // unit, lower=floors)
    except DoesNotFit as error:
        raise BadInput("floors_above_pot", earmark=earmark.key, shortfall_cents=error.shortfall * unit) from None


def floor_cents(earmark: Earmark, area: AreaFigures) -> Fraction:
    """The least an area gets of an earmark: the larger of the amount and the amount per inhabitant."""
    cents, each = Fraction(earmark.floor.cents), earmark.floor.cents_per_inhabitant
    return max(cents, each * area.inhabitants) if each else cents


def _amounts(model: Model, areas: Sequence[AreaFigures], parts: Sequence[_Part]) -> tuple[AreaAmount, ...]:
    components = {component.key: component.share for component in model.components}
    weights = common_weights(components) if components else {}
    found: list[AreaAmount] = []
    for area in areas:
        earmarks: dict[str, EarmarkAmount] = {}
        lines: list[Line] = []
        for part in parts:
            cents = part.amounts.get(area.code, 0)
            earmarks[part.earmark.key] = EarmarkAmount(cents, split(cents, weights) if weights else {})
            lines.extend(part.lines.get(area.code, ()))
        total = sum(one.cents for one in earmarks.values())
        found.append(AreaAmount(area.code, area.name, total, earmarks, tuple(lines)))
    return tuple(found)
