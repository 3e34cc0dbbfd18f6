"""One figure of a neighbourhood in full: what it is, through the years, beside the others, and where it comes from."""

from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from wijkaanzet.areas.models import Area
from wijkaanzet.scans import queries
from wijkaanzet.scans.labels import BREAKS, COLUMN_KINDS, METHODS, ORIGINS, POLARITIES, PURPOSES
from wijkaanzet.scans.models import FigureColumn
from wijkaanzet.scans.queries.series import Series, series_of
from wijkaanzet.scans.queries.sheet import Sheet, Told, indicator_of, polarity_of
from wijkaanzet.scans.rules import catalogue
from wijkaanzet.scans.rules.catalogue import Indicator
from wijkaanzet.scans.rules.columns import ColumnKind
from wijkaanzet.scans.rules.importing import Origin
from wijkaanzet.scans.rules.statistics.comparison import Outcome
from wijkaanzet.scans.rules.statistics.trend import TrendOutcome
from wijkaanzet.web.areas.build import division_now
from wijkaanzet.web.http import Request
from wijkaanzet.web.numbers import day
from wijkaanzet.web.pages.areas import AreaMap
from wijkaanzet.web.pages.figures import AreaFigurePage, SourceOfFigure
from wijkaanzet.web.parts.borders import BorderMap
from wijkaanzet.web.parts.dots import Benchmark
from wijkaanzet.web.parts.figure_cards import FigureCard
from wijkaanzet.web.parts.lines import Break, Line, LineChart
from wijkaanzet.web.parts.notices import Download
from wijkaanzet.web.parts.sure import Sure
from wijkaanzet.web.scans import words
from wijkaanzet.web.scans.others import others
from wijkaanzet.web.scans.pictures import figure_map, funnel
from wijkaanzet.web.tenancy import address

Facts = tuple[tuple[str, str], ...]


def figure_page(request: Request, area: Area, slug: str, *, today: date) -> AreaFigurePage | None:
    """The page of one figure; None when there is no such figure."""
    columns = [one for one in queries.public_columns(area.division) if one.slug == slug]
    if not columns:
        return None
    sheet, newest = Sheet(area.division, columns), columns[0]
    everywhere = sheet.told(sheet.areas, newest)
    told, known = everywhere[area.id], indicator_of(newest)
    series = series_of(sheet, area, slug, polarity=polarity_of(newest))
    drawn = figure_map(request, area, sheet, everywhere, newest)
    _arrangement, steered = division_now(request.municipality, today=today)
    return AreaFigurePage(
        name=area.name,
        slug=area.slug,
        title=newest.label,
        municipality=request.municipality.name,
        definition=known.definition if known else "",
        card=card(request, told),
        facts=_facts(newest, known),
        pitfalls=tuple(dict.fromkeys((*known.pitfalls, *known.source.pitfalls))) if known else (),
        lines=_lines(request, area, sheet, series) if len(series.told) > 1 else None,
        trend=_trend(series) if len(series.told) > 1 else None,
        funnel=funnel(request, area, sheet, everywhere, newest),
        map=drawn,
        sources=tuple(_source(request, area, sheet, one) for one in columns),
        downloads=_downloads(request, newest, drawn) if area.division == steered else (),
        others=others(sheet, area, told, municipality=request.municipality.name),
        estimated=told.shown.whole.estimated,
        fictional=newest.figure_import.fictional,
    )


def card(request: Request, told: Told) -> FigureCard:
    """The figure with all that keeps it from standing alone: how sure it is, beside what, and where it comes from."""
    column = told.column
    name = request.municipality.name
    if told.left_out:
        name = _("the rest of %(city)s") % {"city": name}
    return FigureCard(
        title=column.label,
        value=told.sure.estimate.value,
        unit=words.unit(column),
        source=column.figure_import.source,
        period=str(column.figure_import.year),
        sign=words.sign(column),
        decimals=words.decimals(column),
        missing=words.missing(told),
        interval=words.interval(told),
        counted=words.is_counted(column),
        benchmark=None if told.benchmark is None else Benchmark(name=name, value=told.benchmark),
        sure=words.sure(told, request.municipality.name),
        fictional=column.figure_import.fictional,
    )


def _facts(column: FigureColumn, known: Indicator | None) -> Facts:
    """What the indicator is, as its card in the catalogue says."""
    facts = [(_("Kind of figure"), str(COLUMN_KINDS[ColumnKind(column.kind)]))]
    if column.of or (known and known.base):
        of = known.base if known and known.base else queries.label_of(column.figure_import, column.of)
        facts.append((_("Of"), of or column.of))
    if column.rounding:
        facts.append((_("How it was rounded"), column.rounding))
    if known is None:
        return tuple(facts)
    facts += [
        (_("How it was made"), str(METHODS[known.method])),
        (_("What it is for"), ", ".join(str(PURPOSES[one]) for one in known.purposes)),
        (_("More or less"), str(POLARITIES[known.polarity])),
        (_("How often"), _every(known.source.every_years)),
    ]
    small = known.small_numbers or known.source.small_numbers
    return (*facts, (_("Small numbers"), small.text)) if small else tuple(facts)


def _every(years: int) -> str:
    return ngettext("once a year", "every %(years)s years", years) % {"years": years}


def _lines(request: Request, area: Area, sheet: Sheet, series: Series) -> LineChart:
    column = series.told[-1].column
    city = [sheet.city(one.column).value for one in series.told]
    compared = column.kind != ColumnKind.COUNT
    own = Line(
        label=area.name,
        values=tuple(one.sure.estimate.value for one in series.told),
        intervals=tuple(words.interval(one) for one in series.told),
        provisional=frozenset(place for place, one in enumerate(series.told) if one.column.figure_import.provisional),
    )
    around = Line(
        label=request.municipality.name,
        values=tuple(None if value is None else float(value) for value in city),
        dashed=True,
    )
    return LineChart(
        title=_("%(figure)s through the years") % {"figure": column.label},
        unit=f"{words.sign(column)} {words.unit(column)}".strip(),
        years=tuple(map(str, series.years)),
        lines=(own, around) if compared else (own,),
        first=_("Year"),
        source="; ".join(dict.fromkeys(one.column.figure_import.source for one in series.told)),
        breaks=tuple(Break(at=place, note=str(BREAKS[reason])) for place, reason in sorted(series.breaks.items())),
        decimals=words.decimals(column),
        fictional=column.figure_import.fictional,
    )


def _trend(series: Series) -> Sure:
    """What the years show together; with fewer than five measurements a difference, never a trend."""
    found = series.compared
    outcome = found.trend.outcome
    if outcome is TrendOutcome.RISING:
        return Sure(
            text=_("The last five measurements rise, and that is almost certainly no chance."), certainty="strong"
        )
    if outcome is TrendOutcome.FALLING:
        return Sure(
            text=_("The last five measurements fall, and that is almost certainly no chance."), certainty="strong"
        )
    if outcome is TrendOutcome.NO_TREND:
        return Sure(text=_("The last five measurements show no trend that cannot be chance."), certainty="chance")
    if found.difference is None or found.years is None:
        return Sure(
            text=_("There are too few measurements that may be compared to say anything of a trend."),
            certainty="unknown",
        )
    comparison = found.difference.comparison
    if comparison.outcome is Outcome.NOT_COMPARED:
        return Sure(
            text=_("Too few measurements for a trend, and how sure they are is not known."), certainty="unknown"
        )
    years = {"first": found.years[0], "second": found.years[1]}
    if comparison.outcome is Outcome.SIMILAR:
        text = _("Too few measurements for a trend. The difference between %(first)s and %(second)s can be chance.")
        return Sure(text=text % years, certainty="chance")
    text = _("Too few measurements for a trend. The difference between %(first)s and %(second)s is probably no chance.")
    return Sure(text=text % years, certainty=words.CERTAINTY.get(comparison.strength, "weak"))


def _source(request: Request, area: Area, sheet: Sheet, column: FigureColumn) -> SourceOfFigure:
    table = column.figure_import
    registered = catalogue.catalogue().tables.get(table.table)
    facts = [
        (_("Source"), table.source),
        (_("Counted by"), str(ORIGINS[Origin(table.origin)])),
        (_("CBS areas of"), str(table.region_year)),
        *_composition(area, sheet, column),
        (_("Column in the file"), column.key),
        (_("File"), table.file_name),
        (_("Brought in on"), day(table.status_since)),
        (_("Provisional"), _("yes") if table.provisional else _("no")),
    ]
    if registered is not None:
        facts += [(_("Table"), f"{registered.key} {registered.title}"), (_("Licence"), registered.publisher.licence)]
    return SourceOfFigure(year=table.year, facts=tuple(facts), href=registered.address if registered else "")


def _composition(area: Area, sheet: Sheet, column: FigureColumn) -> list[tuple[str, str]]:
    """Of which CBS areas the neighbourhood is made up; and of which year that is, when it is not that of the table."""
    found = sheet.composition(area, column)
    facts = [(_("Made up of"), ", ".join(found.parts) or _("not known"))]
    if found.parts and found.year != column.figure_import.region_year:
        facts.append((_("Made up as in"), str(found.year)))
    return facts


def _downloads(request: Request, column: FigureColumn, drawn: AreaMap) -> tuple[Download, ...]:
    """This figure of all neighbourhoods that the municipality steers on, by name; with borders where it has them."""
    of_all = _("%(figure)s of all neighbourhoods") % {"figure": column.label}
    files = [("figure-csv", "CSV", of_all), ("figure-json", "JSON", of_all)]
    if isinstance(drawn, BorderMap):
        within = _("%(figure)s of all neighbourhoods, with their borders") % {"figure": column.label}
        files.append(("figure-geojson", "GeoJSON", within))
    return tuple(
        Download(href=address(request, name, figure=column.slug), label=label, kind=kind) for name, kind, label in files
    )
