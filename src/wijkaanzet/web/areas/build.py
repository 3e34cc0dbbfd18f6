"""From rows to the pages of areas."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from wijkaanzet.areas import access, queries
from wijkaanzet.areas.models import Area, AreaBorder, Division
from wijkaanzet.arrangements import queries as arrangements
from wijkaanzet.arrangements.rules import Arrangement
from wijkaanzet.budget import queries as budget
from wijkaanzet.budget.models import AllocationRun
from wijkaanzet.cycle import queries as cycle
from wijkaanzet.kernel.models import Municipality
from wijkaanzet.people.queries import contacts_of
from wijkaanzet.scans.queries import has_figures
from wijkaanzet.web import turns
from wijkaanzet.web.areas.money import bar, coming_table, holders, table
from wijkaanzet.web.areas.years import words_from, years_of
from wijkaanzet.web.budget.figures import figures, inhabitants, inhabitants_by_area
from wijkaanzet.web.calendar.link import year_link
from wijkaanzet.web.decisions.note import note
from wijkaanzet.web.desks import desk
from wijkaanzet.web.http import Request
from wijkaanzet.web.neighbourhood_scan.link import scan_link
from wijkaanzet.web.networks.section import network_section
from wijkaanzet.web.pages import AreaPage, AreaRow, AreasPage, ComingYear
from wijkaanzet.web.pages.areas import AreaMap
from wijkaanzet.web.paging import page
from wijkaanzet.web.parts.borders import BorderMap, Outline
from wijkaanzet.web.parts.figures import Figures
from wijkaanzet.web.parts.shades import Legend, Shade
from wijkaanzet.web.parts.tiles import Tile, TileMap
from wijkaanzet.web.places.section import places_section
from wijkaanzet.web.places.who import may_divide, sees_divisions
from wijkaanzet.web.plan_reading.section import plan_section
from wijkaanzet.web.tenancy import address
from wijkaanzet.web.told.section import told_section
from wijkaanzet.web.words import of_year


def division_now(municipality: Municipality, *, today: date) -> tuple[Arrangement, Division | None]:
    """What the municipality chose, and the division that it steers on."""
    arrangement = arrangements.nearest(municipality, on=today)
    return arrangement, queries.steered_division(municipality, key=arrangement.steered_area, on=today)


@dataclass(frozen=True)
class Shades:
    """What a map shows of a figure: what its colours mean, and the shade and the page of each area, by its id."""

    legend: Legend
    by_area: Mapping[int, Shade]
    hrefs: Mapping[int, str]


def area_map(
    request: Request,
    areas: list[Area],
    known: dict[int, AreaBorder],
    *,
    current: Area | None = None,
    shades: Shades | None = None,
) -> AreaMap:
    """All areas, each a link to its page: within their borders when every one has them, else as tiles."""
    title = _("The neighbourhoods of %(name)s") % {"name": request.municipality.name}
    hrefs = shades.hrefs if shades else {area.id: address(request, "area", slug=area.slug) for area in areas}
    if areas and len(known) == len(areas):
        return _borders(title, areas, known, current, hrefs=hrefs, shades=shades)
    return TileMap(
        title=title,
        tiles=tuple(
            Tile(
                name=area.name,
                href=hrefs[area.id],
                column=area.tile_column,
                row=area.tile_row,
                current=area == current,
                shade=shades.by_area[area.id] if shades else None,
            )
            for area in areas
        ),
        legend=shades.legend if shades else None,
    )


def _borders(
    title: str,
    areas: list[Area],
    known: dict[int, AreaBorder],
    current: Area | None,
    *,
    hrefs: Mapping[int, str],
    shades: Shades | None,
) -> BorderMap:
    one = known[areas[0].id]  # they come in together, from one file
    return BorderMap(
        title=title,
        outlines=tuple(
            Outline(
                name=area.name,
                href=hrefs[area.id],
                rings=known[area.id].rings,
                heart=(known[area.id].heart_east, known[area.id].heart_north),
                current=area == current,
                shade=shades.by_area[area.id] if shades else None,
            )
            for area in areas
        ),
        source=one.source,
        year=one.year,
        legend=shades.legend if shades else None,
    )


def areas_page(request: Request, *, today: date) -> AreasPage:
    """The list of areas, by name and never by a figure."""
    municipality = request.municipality
    _arrangement, division = division_now(municipality, today=today)
    public = access.public_areas(municipality)
    areas, borders = queries.drawn_by_name(public, division) if division else ([], {})
    shown, pagination = page(request, areas)
    run = years_of(division, today=today).running
    people = inhabitants_by_area(run) if run else {}
    parts = queries.compositions(shown)
    rows = tuple(
        AreaRow(
            name=area.name,
            slug=area.slug,
            inhabitants=people.get(area.id),
            composed_of=tuple(part.cbs_name for part in parts.get(area.id, [])),
        )
        for area in shown
    )
    return AreasPage(
        map=area_map(request, areas, borders),
        rows=rows,
        pagination=pagination,
        fictional=bool(division and division.fictional),
        divisions_href=address(request, "area-divisions") if sees_divisions(request) else "",
        communities_href=address(request, "communities") if may_divide(request) else "",
    )


def area_page(request: Request, area: Area, drawn: AreaMap, *, today: date) -> AreaPage:
    """The public page of one neighbourhood, with the map on which it is the current one."""
    years = years_of(area.division, today=today)
    run = years.running
    turn = cycle.turn_of(area)
    answer = turns.answer_to(request, turn, slug=area.slug, today=today)
    year = run.year if run else today.year
    arrangement = of_year(request.municipality, year)
    contacts = contacts_of(area)
    place = desk(contacts.desk)
    pots, held = budget.money_of(area, year=year)
    used, guessed = budget.used_in(run, area) if run else ({}, {})
    return AreaPage(
        name=area.name,
        slug=area.slug,
        year=year,
        inhabitants=inhabitants(run, used) if run else None,
        composed_of=tuple(part.cbs_name for part in queries.composition(area)),
        map=drawn,
        wheel=turns.wheel(turn, today=today) if turn else None,
        move=turns.card(turn, today=today, desk=place is not None, answer=answer) if turn else None,
        money=table(pots, arrangement, year=year),
        bar=bar(pots, arrangement),
        decision=note(request, run.decision, today=today) if run else None,
        why_year=run.year if run else None,
        coming=_coming(request, area, years.coming, arrangement, today=today) if years.coming else None,
        earlier=years.earlier,
        figures=Figures.of(figures(run, used, guessed)) if used and run else None,
        more_figures=not used and has_figures(area.division),
        holders=holders(held),
        coordinator=contacts.coordinator.name if contacts.coordinator else "",
        desk=place,
        places=places_section(request, area, today=today),
        told=told_section(request, area, today=today),
        scan=scan_link(request, area),
        network=network_section(request, area),
        plan=plan_section(request, area),
        year_ahead=year_link(request, arrangement, slug=area.slug, today=today),
        fictional=area.division.fictional,
    )


def _coming(request: Request, area: Area, run: AllocationRun, known: Arrangement, *, today: date) -> ComingYear:
    """The year that is still to begin, in its own words."""
    words = words_from(known, request.municipality, run.year)
    return ComingYear(
        year=run.year,
        money=coming_table(budget.shares_of(run, area), words, year=run.year),
        decision=note(request, run.decision, today=today),
        href=address(request, "why", slug=area.slug, year=run.year),
    )
