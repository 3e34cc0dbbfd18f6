"""From rows to the front page of a municipality."""

from collections.abc import Iterable, Mapping
from datetime import date

from django.utils.translation import gettext as _

from wijkaanzet.areas.access import public_areas
from wijkaanzet.areas.models import Area
from wijkaanzet.areas.queries import drawn_by_name
from wijkaanzet.arrangements.rules import Arrangement
from wijkaanzet.budget import queries as budget
from wijkaanzet.budget.models import AllocationRun
from wijkaanzet.cycle import queries as cycle
from wijkaanzet.people.queries import desk_of
from wijkaanzet.web import turns
from wijkaanzet.web.areas.build import area_map, division_now
from wijkaanzet.web.areas.money import pot_name
from wijkaanzet.web.areas.years import years_of
from wijkaanzet.web.budget.city_table import for_the_city
from wijkaanzet.web.budget.downloads import figures_file, model_file
from wijkaanzet.web.decisions.note import note
from wijkaanzet.web.desks import desk
from wijkaanzet.web.http import Request
from wijkaanzet.web.pages import ComingYear, MunicipalityPage
from wijkaanzet.web.parts.money import MoneyRow, MoneyTable
from wijkaanzet.web.parts.notices import Download
from wijkaanzet.web.tenancy import address
from wijkaanzet.web.words import of_year


def municipality_page(request: Request, *, today: date) -> MunicipalityPage:
    """The whole city: areas by name with what each gets, and the turn that comes first."""
    municipality = request.municipality
    arrangement, division = division_now(municipality, today=today)
    areas, borders = drawn_by_name(public_areas(municipality), division) if division else ([], {})
    years = years_of(division, today=today)
    run = years.running
    words = of_year(municipality, run.year) if run else arrangement
    turn = cycle.first_turn_of(division) if division else None
    place = desk(desk_of(municipality))
    return MunicipalityPage(
        name=municipality.name,
        year=run.year if run else today.year,
        map=area_map(request, areas, borders),
        money=_by_area(request, run, areas, words) if run else None,
        city=for_the_city(run, words) if run else None,
        division_href=address(request, "division-run", public_id=run.public_id) if run else "",
        decision=note(request, run.decision, today=today) if run else None,
        coming=_coming(request, years.coming, today=today) if years.coming else None,
        move=turns.card(turn, today=today, desk=place is not None) if turn else None,
        wheel=turns.wheel(turn, today=today) if turn else None,
        desk=place,
        downloads=_downloads(request, run) if run else (),
        fictional=bool(division and division.fictional),
    )


def _coming(request: Request, run: AllocationRun, *, today: date) -> ComingYear:
    return ComingYear(
        year=run.year,
        decision=note(request, run.decision, today=today),
        href=address(request, "division-run", public_id=run.public_id),
    )


def _by_area(request: Request, run: AllocationRun, areas: list[Area], arrangement: Arrangement) -> MoneyTable:
    totals = budget.totals_by_area(run)
    split = _earmarks(totals.values(), arrangement)
    return MoneyTable(
        caption=_("The money of %(year)s by neighbourhood") % {"year": run.year},
        caption_hidden=True,
        first=_("Neighbourhood"),
        columns=(*(pot_name(arrangement, key) for key in split), _("Total")),
        rows=tuple(
            MoneyRow(
                label=area.name,
                cents=(*(totals[area.id].get(key, 0) for key in split), sum(totals[area.id].values())),
                href=address(request, "why", slug=area.slug, year=run.year),
            )
            for area in areas
            if area.id in totals
        ),
    )


def _earmarks(areas: Iterable[Mapping[str, int]], arrangement: Arrangement) -> list[str]:
    """Those that areas get money under, in the order of the arrangement; one alone would repeat the total."""
    given = {key for amounts in areas for key, cents in amounts.items() if cents}
    known = [key for key in arrangement.earmarks if key in given]
    found = [*known, *sorted(given - set(known))]
    return found if len(found) > 1 else []


def _downloads(request: Request, run: AllocationRun) -> tuple[Download, ...]:
    label = _("The division of %(year)s by neighbourhood") % {"year": run.year}
    division = Download(href=address(request, "division-csv", year=run.year), label=label)
    return (division, model_file(request, run), figures_file(request, run))
