"""Reading divisions beside each other: in the list of all years, as variants of one year, and as they came about."""

from collections.abc import Collection
from datetime import date

from django.db.models import QuerySet, Sum
from django.utils.timezone import localdate

from wijkaanzet.areas.models import Area
from wijkaanzet.budget.models import AllocationEstimate, AllocationRun, AllocationShare, CityLine, FrameLine
from wijkaanzet.budget.rules.frames import FrameStatus
from wijkaanzet.budget.rules.runs import PROCESS, RunStatus
from wijkaanzet.kernel.models import AuditEntry, Municipality


def newest_first(runs: QuerySet[AllocationRun]) -> QuerySet[AllocationRun]:
    """Divisions by year and then by when they were calculated, the newest first."""
    return runs.order_by("-year", "-pk")


def variants_of(run: AllocationRun, runs: QuerySet[AllocationRun]) -> QuerySet[AllocationRun]:
    """Of these divisions the others of the same year over the same areas, the newest first."""
    return newest_first(runs.filter(division_id=run.division_id, year=run.year).exclude(pk=run.pk))


def frame_totals(municipality: Municipality, years: Collection[int]) -> dict[int, int]:
    """What the council decided for each year, in cents; a year without a decided frame is left out. One query."""
    lines = FrameLine.objects.filter(
        frame__municipality=municipality, frame__year__in=years, frame__status=FrameStatus.DECIDED
    )
    totals = lines.values("frame__year").annotate(cents=Sum("amount_cents")).order_by("frame__year")
    return {row["frame__year"]: row["cents"] for row in totals}


def totals_by_earmark(runs: Collection[AllocationRun]) -> dict[int, dict[str, int]]:
    """What each division gives under each earmark, city and areas together, in cents by id; two queries for all."""
    totals: dict[int, dict[str, int]] = {run.id: {} for run in runs}
    for table in (CityLine.objects, AllocationShare.objects):
        rows = table.filter(run__in=totals).values("run_id", "earmark").annotate(cents=Sum("amount_cents"))
        for row in rows.order_by("run_id", "earmark"):
            own = totals[row["run_id"]]
            own[row["earmark"]] = own.get(row["earmark"], 0) + row["cents"]
    return totals


def areas_of(run: AllocationRun) -> list[Area]:
    """The areas that a division is over, by name; one query."""
    shared = AllocationShare.objects.filter(run=run).values("area")
    return list(Area.objects.filter(pk__in=shared).order_by("name", "pk"))


def estimates_of(run: AllocationRun) -> dict[str, list[tuple[str, int]]]:
    """The CBS areas (name, inhabitants) whose figure was not known, by column; one query."""
    found: dict[str, list[tuple[str, int]]] = {}
    rows = AllocationEstimate.objects.filter(run=run).order_by("column", "cbs_code")
    for column, name, people in rows.values_list("column", "cbs_name", "inhabitants"):
        found.setdefault(column, []).append((name, people))
    return found


def history_of(run: AllocationRun) -> list[tuple[RunStatus, date]]:
    """Every state that a division came in and the day, the first one first; one query."""
    prefix = f"{PROCESS}."
    entries = AuditEntry.objects.filter(
        subject_kind=PROCESS, subject_id=run.id, result=AuditEntry.Result.DONE, action__startswith=prefix
    )
    rows = entries.order_by("pk").values_list("action", "at")
    known = [(action.removeprefix(prefix), localdate(at)) for action, at in rows]
    return [(RunStatus(state), day) for state, day in known if state in set(RunStatus)]
