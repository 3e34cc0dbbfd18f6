"""From rows to the pages of areas."""

from datetime import date

from django.utils.translation import gettext as _

from wijkaanzet.areas import access, queries
from wijkaanzet.areas.models import Area, Division
from wijkaanzet.arrangements import queries as arrangements
from wijkaanzet.arrangements.rules import Arrangement
from wijkaanzet.budget import queries as budget
from wijkaanzet.cycle import queries as cycle
from wijkaanzet.kernel.models import Municipality
from wijkaanzet.people.queries import desk_of
from wijkaanzet.web import turns
from wijkaanzet.web.areas.money import bar, holders, table
from wijkaanzet.web.budget.figures import figures, inhabitants, inhabitants_by_area, newest_run
from wijkaanzet.web.decisions.note import note
from wijkaanzet.web.desks import desk
from wijkaanzet.web.http import Request
from wijkaanzet.web.pages import AreaPage, AreaRow, AreasPage
from wijkaanzet.web.paging import page
from wijkaanzet.web.parts.figures import Figures
from wijkaanzet.web.parts.tiles import Tile, TileMap
from wijkaanzet.web.tenancy import address
from wijkaanzet.web.words import of_year


def division_now(municipality: Municipality, *, today: date) -> tuple[Arrangement, Division | None]:
    """What the municipality chose, and the division that it steers on."""
    arrangement = arrangements.nearest(municipality, on=today)
    return arrangement, queries.steered_division(municipality, key=arrangement.steered_area, on=today)


def tiles(request: Request, areas: list[Area], *, current: Area | None = None) -> TileMap:
    """All areas as tiles, each a link to its page."""
    municipality = request.municipality
    return TileMap(
        title=_("The neighbourhoods of %(name)s") % {"name": municipality.name},
        tiles=tuple(
            Tile(
                name=area.name,
                href=address(request, "area", slug=area.slug),
                column=area.tile_column,
                row=area.tile_row,
                current=current is not None and area.id == current.id,
            )
            for area in areas
        ),
    )


def areas_page(request: Request, *, today: date) -> AreasPage:
    """The list of areas, by name and never by a figure."""
    municipality = request.municipality
    _arrangement, division = division_now(municipality, today=today)
    areas = queries.by_name(access.public_areas(municipality), division) if division else []
    shown, pagination = page(request, areas)
    run = newest_run(division) if division else None
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
        tiles=tiles(request, areas),
        rows=rows,
        pagination=pagination,
        fictional=bool(division and division.fictional),
    )


def area_page(request: Request, area: Area, *, today: date) -> AreaPage:
    """The public page of one neighbourhood."""
    municipality = request.municipality
    run = newest_run(area.division)
    turn = cycle.turn_of(area)
    year = run.year if run else today.year
    arrangement = of_year(municipality, year)
    place = desk(desk_of(municipality, area))
    pots, held = budget.money_of(area, year=year)
    used, guessed = budget.used_in(run, area) if run else ({}, {})
    return AreaPage(
        name=area.name,
        slug=area.slug,
        year=year,
        inhabitants=inhabitants(run, used) if run else None,
        composed_of=tuple(part.cbs_name for part in queries.composition(area)),
        tiles=tiles(request, queries.by_name(access.public_areas(municipality), area.division), current=area),
        wheel=turns.wheel(turn, today=today) if turn else None,
        move=turns.card(turn, today=today, desk=place is not None) if turn else None,
        money=table(pots, arrangement, year=year),
        bar=bar(pots, arrangement),
        decision=note(request, run.decision, today=today) if run else None,
        why_year=run.year if run else None,
        figures=Figures.of(figures(run, used, guessed)) if used and run else None,
        holders=holders(held),
        desk=place,
        fictional=area.division.fictional,
    )
