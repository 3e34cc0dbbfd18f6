"""All figures of a neighbourhood on one page: per resource and theme, each beside the municipality."""

from collections.abc import Iterable, Mapping
from statistics import quantiles

from django.utils.translation import gettext as _

from wijkaanzet.areas.models import Area
from wijkaanzet.scans import queries
from wijkaanzet.scans.labels import OWN_FIGURES, RESOURCES
from wijkaanzet.scans.models import FigureColumn
from wijkaanzet.scans.queries.sheet import Sheet, Told, indicator_of
from wijkaanzet.scans.rules.catalogue import Resource, indicators
from wijkaanzet.scans.rules.statistics.chance import expected_by_chance
from wijkaanzet.scans.rules.statistics.comparison import Outcome
from wijkaanzet.web.http import Request
from wijkaanzet.web.pages.figures import AreaFiguresPage, ResourceOfFigures, ThemeOfFigures
from wijkaanzet.web.parts.notices import Download
from wijkaanzet.web.parts.spine import SpineChart, SpineRow, Spread
from wijkaanzet.web.parts.written import written
from wijkaanzet.web.scans import words
from wijkaanzet.web.tenancy import address

MIDDLE_HALF_FROM = 8
"""Of fewer neighbourhoods the middle half says nothing."""
SPREAD_FROM = 3
"""Of two neighbourhoods the lowest and the highest are those two."""
Group = tuple[str, str]
"""The resource and the theme of a figure; empty for a figure of the municipality's own."""


def overview_page(request: Request, area: Area) -> AreaFiguresPage:
    """Every figure that there is of a neighbourhood, of its newest year."""
    columns = newest(queries.public_columns(area.division))
    sheet = Sheet(area.division, columns)
    told = {column.id: sheet.told([area], column)[area.id] for column in columns}
    sources = {column.figure_import_id: column.figure_import for column in columns}
    compared = sum(one.comparison.outcome is not Outcome.NOT_COMPARED for one in told.values())
    return AreaFiguresPage(
        name=area.name,
        slug=area.slug,
        municipality=request.municipality.name,
        resources=tuple(_resources(request, area, sheet, told)),
        compared=compared,
        by_chance=_by_chance(compared),
        hidden=sum(one.shown.whole.value is None for one in told.values()),
        downloads=_downloads(request, area) if columns else (),
        fictional=any(one.fictional for one in sources.values()),
    )


def _by_chance(compared: int) -> str:
    """How many of them chance alone lets differ, in whole numbers; empty for one or less."""
    expected = round(expected_by_chance(compared).weak)
    return written(expected) if expected > 1 else ""


def newest(columns: Iterable[FigureColumn]) -> list[FigureColumn]:
    """Of each figure its newest year."""
    found: dict[str, FigureColumn] = {}
    for column in columns:
        found.setdefault(column.slug, column)
    return list(found.values())


def row(request: Request, area: Area, sheet: Sheet, one: Told, *, says: bool) -> SpineRow:
    """A figure of a neighbourhood, beside the municipality; `says` whether the row tells how sure it is."""
    column = one.column
    sure = words.sure(one, request.municipality.name)
    value = one.sure.estimate.value
    return SpineRow(
        label=column.label,
        value=value,
        missing=words.missing(one),
        interval=words.interval(one),
        benchmark=one.benchmark,
        spread=spread(sheet, column) if value is not None else None,
        sign=words.sign(column),
        unit=f"{words.unit(column)} ({column.figure_import.year})".strip(),
        decimals=words.decimals(column),
        sure=sure.text,
        certainty=sure.certainty if says and value is not None else None,
        href=address(request, "area-figure", slug=area.slug, figure=column.slug),
    )


def spread(sheet: Sheet, column: FigureColumn) -> Spread | None:
    """Between which values the neighbourhoods lie, without saying which is where."""
    values = [float(value) for value in sheet.values(column).values()]
    if len(values) < SPREAD_FROM:
        return None
    middle = None
    if len(values) >= MIDDLE_HALF_FROM:
        low, _half, high = quantiles(values, n=4, method="inclusive")
        middle = (low, high)
    return Spread(lowest=min(values), highest=max(values), middle=middle)


def _resources(request: Request, area: Area, sheet: Sheet, told: Mapping[int, Told]) -> Iterable[ResourceOfFigures]:
    """In the order of the catalogue; what is the municipality's own comes last."""
    groups: dict[Group, list[Told]] = {}
    for one in told.values():
        groups.setdefault(_group(one.column), []).append(one)
    themes = {one.theme.key: one.theme.label for one in indicators()}
    shown = 0
    for resource in (*Resource, ""):
        found: list[ThemeOfFigures] = []
        for theme in (*themes, ""):
            if (resource, theme) in groups:
                chart = _chart(request, area, sheet, groups[resource, theme], follows=shown > 0)
                found.append(ThemeOfFigures(title=themes.get(theme, ""), chart=chart))
                shown += 1
        if found:
            title = RESOURCES[Resource(resource)] if resource else OWN_FIGURES
            yield ResourceOfFigures(key=resource or "own", title=str(title), themes=tuple(found))


def _group(column: FigureColumn) -> Group:
    known = indicator_of(column)
    return ("", "") if known is None else (known.resource.value, known.theme.key)


def _chart(request: Request, area: Area, sheet: Sheet, told: Iterable[Told], *, follows: bool) -> SpineChart:
    rows = list(told)
    known = [one for one in rows if one.sure.estimate.value is not None]
    said = dict.fromkeys(words.sure(one, request.municipality.name).text for one in known)
    alike = next(iter(said)) if len(said) == 1 and len(rows) > 1 else ""
    group = "-".join(filter(None, _group(rows[0].column))) or "own"
    names = dict.fromkeys(one.column.figure_import.source for one in rows)
    return SpineChart(
        title=_("%(area)s beside %(city)s") % {"area": area.name, "city": request.municipality.name},
        first=_("Figure"),
        area=area.name,
        benchmark=request.municipality.name,
        rows=tuple(row(request, area, sheet, one, says=not alike) for one in rows),
        note=alike,
        follows=follows,
        source="; ".join(names),
        fictional=any(one.column.figure_import.fictional for one in rows),
        uid=f"spine-{group}",
    )


def _downloads(request: Request, area: Area) -> tuple[Download, ...]:
    label = _("The figures of %(name)s") % {"name": area.name}
    return (Download(href=address(request, "area-figures-csv", slug=area.slug), label=label),)
