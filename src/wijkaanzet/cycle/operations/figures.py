"""The figures of a year come in or are taken back, and the areas that rest on them move along."""

from dataclasses import replace
from datetime import datetime

from django.db import transaction
from django.db.models import Q
from django.utils.timezone import localdate

from wijkaanzet.areas.models import Division
from wijkaanzet.areas.operations import draw_from_cbs
from wijkaanzet.arrangements import queries as arrangements
from wijkaanzet.budget.models import AllocationRun
from wijkaanzet.budget.rules.runs import ON_ITS_WAY, RunStatus
from wijkaanzet.cycle.models import AreaYear
from wijkaanzet.cycle.operations.years import enter, one_at_a_time
from wijkaanzet.cycle.rules import AreaYearStatus
from wijkaanzet.kernel.actors import Actor
from wijkaanzet.kernel.models import Municipality
from wijkaanzet.kernel.refusals import Refused
from wijkaanzet.scans import operations as scans
from wijkaanzet.scans import queries as figures
from wijkaanzet.scans.models import FigureImport
from wijkaanzet.scans.rules.catalogue import catalogue
from wijkaanzet.scans.rules.first_areas import areas_in
from wijkaanzet.scans.rules.importing import Origin
from wijkaanzet.scans.rules.overview import Overview, look_at
from wijkaanzet.scans.rules.registered import areas_year, registered


@transaction.atomic
def figures_ready(division: Division, *, year: int, actor: Actor, at: datetime) -> int:
    """The figures of a year are in: every area that waited for them moves on to its budget. Returns how many."""
    one_at_a_time(division.pk)
    waiting = AreaYear.objects.filter(area__division=division, year=year, status=AreaYearStatus.FIGURES)
    moved = [
        enter(area_year, status=AreaYearStatus.BUDGET, actor=actor, at=at)
        for area_year in waiting.select_related("area__division__municipality").order_by("id")
    ]
    return len(moved)


@transaction.atomic
def upload_figures(
    municipality: Municipality, *, division: Division | None, new: scans.Upload, name: str, actor: Actor, at: datetime
) -> FigureImport:
    """Take in a table of figures; without a division each wijk in it becomes an area of one that is called `name`.

    Raises as areas.operations.draw_from_cbs and scans.operations.upload do, and BadInput("areas_need_names") and
    ("areas_year_needed").
    """
    overview = look_at(new.content, municipality=municipality.code)
    region_year = _region_year(new, overview)
    if division is None:
        division = draw_from_cbs(
            municipality,
            key=arrangements.nearest(municipality, on=localdate(at)).steered_area,
            name=name,
            year=min(region_year, localdate(at).year),
            areas=areas_in(new.content, overview, municipality=municipality.code),
            actor=actor,
            at=at,
        )
    return scans.upload(division, new=replace(new, region_year=region_year), actor=actor, at=at)


def _region_year(new: scans.Upload, overview: Overview) -> int:
    """The year of the CBS areas in a file: as it was told, as the registry of sources says, or that of the figures."""
    if new.region_year is not None:
        return new.region_year
    if new.origin is Origin.OWN:
        return new.year
    named = catalogue().tables.get(new.table)
    table = named or registered(overview.header, year=new.year, file_name=new.file_name)
    return areas_year(table, year=new.year)


@transaction.atomic
def import_figures(figure_import: FigureImport, *, actor: Actor, at: datetime) -> FigureImport:
    """Bring the figures of a mapped table in; with one that money can be divided with, areas move on to their budget.

    Raises as scans.operations.import_figures does.
    """
    one_at_a_time(figure_import.division_id)
    figure_import = scans.import_figures(figure_import, actor=actor, at=at)
    division, year = figure_import.division, figure_import.for_year
    if figures.usable(division, for_year=year):
        figures_ready(division, year=year, actor=actor, at=at)
    return figure_import


@transaction.atomic
def undo_figures(figure_import: FigureImport, *, reason: str, actor: Actor, at: datetime) -> FigureImport:
    """Take imported figures back; without other figures for that year its areas wait for figures again.

    Raises Refused("figures_in_use") when the money of that year is being decided, or was, with these figures or
    without others to fall back on; and as scans.operations.undo does.
    """
    one_at_a_time(figure_import.division_id)
    used, year = figure_import.sha256, figure_import.for_year
    figure_import = scans.undo(figure_import, reason=reason, actor=actor, at=at)
    others = figures.usable(figure_import.division, for_year=year)
    runs = AllocationRun.objects.filter(division=figure_import.division_id, year=year)
    deciding = runs.filter(status__in=ON_ITS_WAY | {RunStatus.DECIDED})
    with_these = Q(figures_sha256=used) | Q(figure_import=figure_import)
    if deciding.filter(with_these).exists() or (deciding.exists() and not others):
        raise Refused("figures_in_use", year=year)
    if not others:
        _back_to_figures(figure_import, actor=actor, at=at)
    return figure_import


def _back_to_figures(figure_import: FigureImport, *, actor: Actor, at: datetime) -> None:
    began = AreaYear.objects.filter(
        area__division=figure_import.division_id, year=figure_import.for_year, status=AreaYearStatus.BUDGET
    )
    for area_year in began.select_related("area__division__municipality").order_by("id"):
        enter(area_year, status=AreaYearStatus.FIGURES, actor=actor, at=at)
