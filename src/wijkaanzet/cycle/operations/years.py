"""The year of an area begins and goes on: the one way into a state of it, and opening its plan."""

from collections.abc import Iterable
from datetime import date, datetime

from django.db import IntegrityError, transaction
from django.utils.timezone import localdate

from wijkaanzet.areas.models import Area, Division
from wijkaanzet.cycle import queries
from wijkaanzet.cycle.models import AreaYear
from wijkaanzet.cycle.rules import NEXT, PROCESS, AreaYearStatus, starts
from wijkaanzet.kernel import audit, moves, open_moves
from wijkaanzet.kernel.actors import Actor
from wijkaanzet.kernel.refusals import Refused
from wijkaanzet.kernel.subjects import Subject
from wijkaanzet.plans.queries import holding_plan


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
        log_and_follow(area_year, actor=actor, at=at)
        started.append(area_year)
    return started


@transaction.atomic
def open_plan(area_year: AreaYear, *, network_starts_on: date, actor: Actor, at: datetime) -> AreaYear:
    """The coordinator opens the plan and says when the network starts; with a plan that holds, what is in it is done.

    Raises Refused("wrong_state"), ("money_not_decided") and ("start_out_of_reach"): a year from today at most.
    """
    one_at_a_time(area_year.area.division_id)  # a plan that is made known meanwhile is found below
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
    area_year = enter(area_year, status=AreaYearStatus.PLAN_OPENED, actor=actor, at=at)
    if holding_plan(area_year.area, year=area_year.year) is not None:  # a plan of several years holds already
        return enter(area_year, status=AreaYearStatus.PLANNED, actor=actor, at=at)
    return area_year


@transaction.atomic
def enter(area_year: AreaYear, *, status: AreaYearStatus, actor: Actor, at: datetime) -> AreaYear:
    """Go to a state. Raises Refused("wrong_state")."""
    _check(area_year, status)
    area_year.status, area_year.status_since = status, localdate(at)
    area_year.save(update_fields=["status", "status_since", "network_starts_on"])
    log_and_follow(area_year, actor=actor, at=at)
    return area_year


@transaction.atomic
def log_and_follow(area_year: AreaYear, *, actor: Actor, at: datetime) -> None:
    """Write down that it stands here now, and put the move that follows."""
    audit.record(
        f"cycle.area_year.{area_year.status}",
        subject=Subject(PROCESS, area_year.id),
        actor=actor,
        at=at,
        municipality=area_year.area.division.municipality,
        detail={"year": area_year.year},
    )
    follow([area_year])


@transaction.atomic
def follow(area_years: Iterable[AreaYear]) -> None:
    """Put the move that each year waits for now, in place of the one before."""
    known = list(area_years)
    for area_year, standing in zip(known, queries.standings_of(known), strict=True):
        municipality = area_year.area.division.municipality
        open_moves.follow(standing, process=moves.PROCESSES[PROCESS], municipality=municipality)


@transaction.atomic
def one_at_a_time(division_id: int) -> None:
    """What moves all areas of a division waits for another that does: else a step is logged twice or missed."""
    Division.objects.select_for_update(no_key=True).get(pk=division_id)


def _check(area_year: AreaYear, status: AreaYearStatus) -> None:
    if status not in NEXT[AreaYearStatus(area_year.status)]:
        raise Refused("wrong_state", status=area_year.status, wanted=status)
