"""The year of an area moves on; what needs the budget and the areas together stands here."""

from datetime import date, datetime

from django.db import IntegrityError, transaction
from django.db.models import Q
from django.utils.timezone import localdate

from wijkaanzet.areas.models import Area, Division
from wijkaanzet.areas.operations import draw_from_cbs
from wijkaanzet.arrangements import queries as arrangements
from wijkaanzet.budget import operations as budget
from wijkaanzet.budget.models import AllocationRun
from wijkaanzet.budget.rules.runs import ON_ITS_WAY, RunStatus
from wijkaanzet.cycle import queries
from wijkaanzet.cycle.models import AreaYear
from wijkaanzet.cycle.rules import NEXT, PROCESS, AreaYearStatus, starts
from wijkaanzet.decisions.operations import Minutes
from wijkaanzet.kernel import audit, moves, open_moves
from wijkaanzet.kernel.actors import Actor
from wijkaanzet.kernel.models import Municipality
from wijkaanzet.kernel.refusals import Refused
from wijkaanzet.kernel.subjects import Subject
from wijkaanzet.scans import operations as scans
from wijkaanzet.scans import queries as figures
from wijkaanzet.scans.models import FigureImport
from wijkaanzet.scans.rules.first_areas import areas_in
from wijkaanzet.scans.rules.overview import look_at


@transaction.atomic
def start_year(division: Division, *, year: int, actor: Actor, at: datetime) -> list[AreaYear]:
    """Start the year of every area of a division with gathering figures. Raises Refused("year_started")."""
    started = []
    for area in Area.objects.filter(division=division).order_by("code"):
        area_year = AreaYear(area=area, year=year, status=AreaYearStatus.FIGURES, status_since=localdate(at))
        try:
            with transaction.atomic():
                area_year.save()
        except IntegrityError as error:
            raise Refused("year_started", year=year, area=area.name) from error
        _log_and_follow(area_year, actor=actor, at=at)
        started.append(area_year)
    return started


@transaction.atomic
def figures_ready(division: Division, *, year: int, actor: Actor, at: datetime) -> int:
    """The figures of a year are in: every area that waited for them moves on to its budget. Returns how many."""
    _one_at_a_time(division.pk)
    waiting = AreaYear.objects.filter(area__division=division, year=year, status=AreaYearStatus.FIGURES)
    moved = [
        _enter(area_year, AreaYearStatus.BUDGET, actor=actor, at=at)
        for area_year in waiting.select_related("area__division__municipality").order_by("id")
    ]
    return len(moved)


@transaction.atomic
def upload_first_table(
    municipality: Municipality, *, new: scans.Upload, name: str, actor: Actor, at: datetime
) -> FigureImport:
    """Take in the first table of a municipality that is not divided yet: each wijk in it becomes an area.

    `name` is what the division is called.

    Raises as areas.operations.draw_from_cbs and scans.operations.upload do, and BadInput("areas_need_names").
    """
    steered = arrangements.nearest(municipality, on=localdate(at)).steered_area
    overview = look_at(new.content, municipality=municipality.code)
    year = new.year if new.region_year is None else new.region_year
    division = draw_from_cbs(
        municipality,
        key=steered,
        name=name,
        year=min(year, localdate(at).year),
        areas=areas_in(new.content, overview, municipality=municipality.code),
        actor=actor,
        at=at,
    )
    return scans.upload(division, new=new, actor=actor, at=at)


@transaction.atomic
def import_figures(figure_import: FigureImport, *, actor: Actor, at: datetime) -> FigureImport:
    """Bring the figures of a mapped table in; the areas that waited for them move on to their budget.

    Raises as scans.operations.import_figures does.
    """
    _one_at_a_time(figure_import.division_id)
    figure_import = scans.import_figures(figure_import, actor=actor, at=at)
    figures_ready(figure_import.division, year=figure_import.for_year, actor=actor, at=at)
    return figure_import


@transaction.atomic
def undo_figures(figure_import: FigureImport, *, reason: str, actor: Actor, at: datetime) -> FigureImport:
    """Take imported figures back; without other figures for that year its areas wait for figures again.

    Raises Refused("figures_in_use") when the money of that year is being decided, or was, with these figures or
    without others to fall back on; and as scans.operations.undo does.
    """
    _one_at_a_time(figure_import.division_id)
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


@transaction.atomic
def decide_division(run: AllocationRun, *, minutes: Minutes, actor: Actor, at: datetime) -> AllocationRun:
    """Record the decision on a division; adopted, the coordinators are next in every area. Raises as budget does."""
    _one_at_a_time(run.division_id)
    run = budget.decide_allocation(run, minutes=minutes, actor=actor, at=at)
    if run.status != RunStatus.DECIDED:
        return run  # sent back: the municipality keeps the term it had
    waiting = AreaYear.objects.filter(area__division=run.division_id, year=run.year, status=AreaYearStatus.BUDGET)
    for area_year in waiting.select_related("area__division__municipality").order_by("id"):
        area_year.status_since = localdate(at)
        area_year.save(update_fields=["status_since"])
        _log_and_follow(area_year, actor=actor, at=at)
    return run


@transaction.atomic
def open_plan(area_year: AreaYear, *, network_starts_on: date, actor: Actor, at: datetime) -> AreaYear:
    """The coordinator opens the plan and says when the network starts.

    Raises Refused("wrong_state"), ("money_not_decided") and ("start_out_of_reach"): a year from today at most.
    """
    area_year = (
        AreaYear.objects.select_for_update(of=("self",))
        .select_related("area__division__municipality")
        .get(pk=area_year.pk)
    )
    _check(area_year, AreaYearStatus.PLAN_OPENED)
    if not queries.standing(area_year).facts.money_decided:
        raise Refused("money_not_decided", year=area_year.year)
    first, last = starts(localdate(at))
    if not first <= network_starts_on <= last:
        raise Refused("start_out_of_reach", first=first, last=last)
    area_year.network_starts_on = network_starts_on
    return _enter(area_year, AreaYearStatus.PLAN_OPENED, actor=actor, at=at)


def _back_to_figures(figure_import: FigureImport, *, actor: Actor, at: datetime) -> None:
    began = AreaYear.objects.filter(
        area__division=figure_import.division_id, year=figure_import.for_year, status=AreaYearStatus.BUDGET
    )
    for area_year in began.select_related("area__division__municipality").order_by("id"):
        _enter(area_year, AreaYearStatus.FIGURES, actor=actor, at=at)


def _one_at_a_time(division_id: int) -> None:
    """What moves all areas of a division waits for another that does: else a step is logged twice or missed."""
    Division.objects.select_for_update(no_key=True).get(pk=division_id)


def _check(area_year: AreaYear, status: AreaYearStatus) -> None:
    if status not in NEXT[AreaYearStatus(area_year.status)]:
        raise Refused("wrong_state", status=area_year.status, wanted=status)


def _enter(area_year: AreaYear, status: AreaYearStatus, *, actor: Actor, at: datetime) -> AreaYear:
    _check(area_year, status)
    area_year.status, area_year.status_since = status, localdate(at)
    area_year.save(update_fields=["status", "status_since", "network_starts_on"])
    _log_and_follow(area_year, actor=actor, at=at)
    return area_year


def _log_and_follow(area_year: AreaYear, *, actor: Actor, at: datetime) -> None:
    municipality = area_year.area.division.municipality
    audit.record(
        f"cycle.area_year.{area_year.status}",
        subject=Subject(PROCESS, area_year.id),
        actor=actor,
        at=at,
        municipality=municipality,
        detail={"year": area_year.year},
    )
    open_moves.follow(queries.standing(area_year), process=moves.PROCESSES[PROCESS], municipality=municipality)
