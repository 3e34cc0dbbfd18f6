"""One figure of all neighbourhoods as a picture: on the map, and in the funnel of chance; by name, never by rank."""

from collections.abc import Mapping
from fractions import Fraction
from itertools import pairwise

import numpy as np
from django.utils.translation import gettext as _

from wijkaanzet.areas.access import public_areas
from wijkaanzet.areas.models import Area
from wijkaanzet.areas.queries import drawn_by_name
from wijkaanzet.scans.models import FigureColumn
from wijkaanzet.scans.queries.sheet import Sheet, Told
from wijkaanzet.scans.rules.columns import SHARES
from wijkaanzet.scans.rules.statistics.comparison import NotCompared, Outcome, Strength
from wijkaanzet.scans.rules.statistics.funnel import Funnel
from wijkaanzet.scans.rules.statistics.funnel import curve as chance_curve
from wijkaanzet.scans.rules.statistics.funnel import funnel as chance_funnel
from wijkaanzet.web.areas.build import Shades, area_map
from wijkaanzet.web.http import Request
from wijkaanzet.web.pages.areas import AreaMap
from wijkaanzet.web.parts.dots import Benchmark
from wijkaanzet.web.parts.funnel import Curve, FunnelChart, FunnelPoint, Where
from wijkaanzet.web.parts.plane import round_steps
from wijkaanzet.web.parts.shades import Doubt, Legend, Shade
from wijkaanzet.web.scans import words
from wijkaanzet.web.tenancy import address

Numbers = np.ndarray[tuple[int], np.dtype[np.float64]]
Shaded = tuple[Legend, dict[int, Shade]]
"""What the colours of a map mean, and what each area shows."""
FUNNEL_FROM = 10
"""Of fewer neighbourhoods chance cannot be seen."""
CLASSES = 5
WHERE: Mapping[Strength | None, Where] = {Strength.WEAK: "outside_95", Strength.STRONG: "outside_998"}
LEVELS: Mapping[Outcome, int] = {Outcome.LOWER: 0, Outcome.SIMILAR: 1, Outcome.HIGHER: 2}


def figure_map(request: Request, area: Area, sheet: Sheet, told: Mapping[int, Told], column: FigureColumn) -> AreaMap:
    """All neighbourhoods, each with where its value lies on the scale; hatched where one must be careful."""
    areas, borders = drawn_by_name(public_areas(request.municipality), area.division)
    hrefs = {one.id: address(request, "area-figure", slug=one.slug, figure=column.slug) for one in areas}
    shades = _shades(request, told, column)
    return area_map(request, areas, borders, current=area, shades=shades and Shades(*shades, hrefs))


def funnel(
    request: Request, area: Area, sheet: Sheet, told: Mapping[int, Told], column: FigureColumn
) -> FunnelChart | None:
    """The neighbourhoods by how many people they count; None where that is not known or they are too few."""
    city = sheet.city(column)
    known = [one for one in told.values() if one.shown.whole.denominator and one.shown.whole.numerator is not None]
    if column.kind not in SHARES or len(known) < FUNNEL_FROM or city.value is None or not 0 < city.value < 100:
        return None
    reference = float(city.value) / 100
    order = [one for one in sheet.areas if one.id in told]
    wholes = [told[one.id].shown.whole for one in order]
    numerators = np.array([_float(one.numerator) for one in wholes])
    denominators = np.array([_float(one.denominator) for one in wholes])
    found = chance_funnel(np.minimum(numerators, denominators), denominators, reference=reference)
    limits = found.widened or found.chance
    points = tuple(
        _point(request, one, told[one.id], limits.outside[place], current=one == area, figure=column.slug)
        for place, one in enumerate(order)
    )
    return FunnelChart(
        title=_("%(figure)s and chance") % {"figure": column.label},
        unit=f"{words.sign(column)} {words.unit(column)}".strip(),
        people=_("How many people or homes it is about"),
        first=_("Neighbourhood"),
        points=points,
        reference=Benchmark(name=f"{request.municipality.name}, {column.figure_import.year}", value=reference * 100),
        curves=_curves(found, denominators),
        widened=_curves(found, denominators, factor=found.factor) if found.widened else (),
        sign=words.sign(column),
        decimals=words.decimals(column),
        source=column.figure_import.source,
        fictional=column.figure_import.fictional,
    )


def _point(
    request: Request, area: Area, told: Told, outside: Strength | None, *, current: bool, figure: str
) -> FunnelPoint:
    whole = told.shown.whole
    shown = whole.value is not None and whole.denominator is not None
    return FunnelPoint(
        name=area.name,
        href=address(request, "area-figure", slug=area.slug, figure=figure),
        people=float(whole.denominator or 0) if shown else None,
        value=float(whole.value or 0) if shown else None,
        where=WHERE.get(outside, "inside") if shown else "inside",
        missing="" if shown else words.missing(told) or _("not known"),
        current=current,
    )


def _curves(found: Funnel, denominators: Numbers, *, factor: float = 1.0) -> tuple[Curve, ...]:
    people = denominators[np.isfinite(denominators) & (denominators > 0)]
    drawn = chance_curve(found.reference, fewest=max(1.0, float(people.min())), most=float(people.max()), factor=factor)
    counted = tuple(drawn.counted.tolist())
    return tuple(
        Curve(level=level, people=counted, low=_percents(limits.low), high=_percents(limits.high))
        for level, limits in ((95, drawn.weak), (99.8, drawn.strong))
    )


def _percents(shares: Numbers) -> tuple[float, ...]:
    return tuple((100 * shares).tolist())


def _shades(request: Request, told: Mapping[int, Told], column: FigureColumn) -> Shaded | None:
    """Lower, about the same or higher where that is known of some; else where values lie on their scale."""
    compared = any(one.comparison.outcome is not Outcome.NOT_COMPARED for one in told.values())
    return _by_outcome(request, told, column) if compared else _by_position(request, told, column)


def _by_outcome(request: Request, told: Mapping[int, Told], column: FigureColumn) -> Shaded:
    legend = Legend(
        figure=column.label,
        classes=(_("lower"), _("about the same"), _("higher")),
        compared_with=request.municipality.name,
        method=_("Lower or higher when the difference is probably no chance (95%)."),
        year=str(column.figure_import.year),
        first=_("Neighbourhood"),
        mode="outcome",
    )
    return (legend, {id_: _shade(one, LEVELS.get(one.comparison.outcome, 1)) for id_, one in told.items()})


def _by_position(request: Request, told: Mapping[int, Told], column: FigureColumn) -> Shaded | None:
    values = [float(one.shown.whole.value) for one in told.values() if one.shown.whole.value is not None]
    if not values:
        return None
    bounds = round_steps(min(values), max(values))[1:-1][: CLASSES - 1]
    legend = Legend(
        figure=column.label,
        classes=tuple(_classes(column, bounds)),
        compared_with=_("the other neighbourhoods of %(city)s") % {"city": request.municipality.name},
        method=_("The colour says where a value lies on the scale, not whether it differs."),
        year=str(column.figure_import.year),
        first=_("Neighbourhood"),
    )
    return (
        legend,
        {
            id_: _shade(one, sum(float(one.shown.whole.value or 0) >= bound for bound in bounds))
            for id_, one in told.items()
        },
    )


def _classes(column: FigureColumn, bounds: tuple[float, ...]) -> list[str]:
    """The classes in words: "less than 20%", "20% to 30%", "30% or more"."""
    said = [words.number(column, bound) for bound in bounds]
    if not said:
        return [_("all values")]
    between = [_("%(low)s to %(high)s") % {"low": low, "high": high} for low, high in pairwise(said)]
    return [_("less than %(high)s") % {"high": said[0]}, *between, _("%(low)s or more") % {"low": said[-1]}]


def _shade(told: Told, level: int) -> Shade:
    if told.shown.whole.value is None:
        too_few: Doubt = "too_few" if told.shown.hidden in words.TOO_FEW else "unknown"
        return Shade(text=words.missing(told), doubt=too_few)
    unsure: Doubt = "unsure" if told.comparison.reason is NotCompared.TOO_SMALL else ""
    return Shade(text=words.number(told.column, told.shown.whole.value), level=level, doubt=unsure)


def _float(number: Fraction | None) -> float:
    return np.nan if number is None else float(number)
