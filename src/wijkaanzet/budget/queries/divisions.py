"""Reading a division: what each area gets and the lines that explain it. Areas come by name, never by amount."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from fractions import Fraction

from django.db.models import CharField, PositiveIntegerField, Sum, Value

from wijkaanzet.areas.models import Area
from wijkaanzet.budget.models import (
    AllocationEstimate,
    AllocationFigure,
    AllocationLine,
    AllocationRun,
    AllocationShare,
    CityLine,
)
from wijkaanzet.budget.rules import ledger
from wijkaanzet.budget.rules.division import LineKind
from wijkaanzet.budget.rules.runs import ON_ITS_WAY, RunStatus
from wijkaanzet.kernel.models import Municipality


def account_of_share(share: AllocationShare, year: int) -> ledger.AccountName:
    """The account on which a share of an area stands once it is decided."""
    return ledger.area(
        year, code=share.area.code, area_id=share.area_id, component=share.component, earmark=share.earmark
    )


def decided_of(division_id: int, year: int) -> AllocationRun | None:
    """The decided division of a year, None before that."""
    return AllocationRun.objects.filter(division_id=division_id, year=year, status=RunStatus.DECIDED).first()


def on_their_way(municipality: Municipality) -> list[tuple[int, str]]:
    """The year and the state of every division on its way to a decision, the newest year first."""
    runs = AllocationRun.objects.filter(municipality=municipality, status__in=ON_ITS_WAY)
    return list(runs.order_by("-year", "id").values_list("year", "status"))


def cents_by_earmark(run: AllocationRun) -> dict[str, int]:
    """What a division gives under each earmark, city and areas together, in cents; one query for each."""
    totals: dict[str, int] = {}
    for table in (CityLine.objects, AllocationShare.objects):
        rows = table.filter(run=run).values("earmark").annotate(cents=Sum("amount_cents")).order_by("earmark")
        for row in rows:
            totals[row["earmark"]] = totals.get(row["earmark"], 0) + row["cents"]
    return totals


def run_ids(ids: Collection[int]) -> dict[int, str]:
    """The public id of each division, by its own id."""
    return dict(AllocationRun.objects.filter(id__in=ids).values_list("id", "public_id"))


def run_years(ids: Collection[int]) -> dict[int, int]:
    """The year of each division, by its own id."""
    return dict(AllocationRun.objects.filter(id__in=ids).values_list("id", "year"))


def kept_for_city(decision_ids: Collection[int]) -> dict[int, dict[str, int]]:
    """What stays with the whole city by the division that each decision adopted, in cents by earmark; one query."""
    lines = CityLine.objects.filter(run__decision__in=decision_ids).values("run__decision", "earmark")
    found: dict[int, dict[str, int]] = {}
    for row in lines.annotate(cents=Sum("amount_cents")).order_by("run__decision__id", "earmark"):
        found.setdefault(row["run__decision"], {})[row["earmark"]] = row["cents"]
    return found


def lines_of(run: AllocationRun, area: Area) -> list[AllocationLine]:
    """The lines that lead to the amount of an area, in the order of the sum."""
    return list(AllocationLine.objects.filter(run=run, area=area).order_by("position"))


@dataclass(frozen=True)
class WholeSum:
    """The lines of one earmark over all areas together: what was divided, over how many, and what was counted."""

    areas: int
    cents: int
    base_cents: int
    raised_cents: int
    """What the floors moved to areas that would have got less."""
    raised: frozenset[int]
    """Those areas, by id."""
    units: Mapping[str, Fraction]
    """Everything counted in the city, by criterion."""


def whole_sums(run: AllocationRun) -> dict[str, WholeSum]:
    """The lines of every area added up, by earmark; one query."""
    by_earmark: dict[str, list[AllocationLine]] = defaultdict(list)
    for line in AllocationLine.objects.filter(run=run).order_by("earmark", "area_id", "position"):
        by_earmark[line.earmark].append(line)
    return {earmark: _whole_sum(lines) for earmark, lines in by_earmark.items()}


def _whole_sum(lines: list[AllocationLine]) -> WholeSum:
    raised = [line for line in lines if line.kind == LineKind.FLOOR and line.amount_cents > 0]
    units: dict[str, Fraction] = defaultdict(Fraction)
    for line in lines:
        if line.kind == LineKind.CRITERION:
            units[line.key] += Fraction(line.units)
    return WholeSum(
        areas=len({line.area_id for line in lines}),
        cents=sum(line.amount_cents for line in lines),
        base_cents=sum(line.amount_cents for line in lines if line.kind == LineKind.BASE),
        raised_cents=sum(line.amount_cents for line in raised),
        raised=frozenset(line.area_id for line in raised),
        units=dict(units),
    )


def figures_of_all(run: AllocationRun) -> dict[Area, dict[str, str]]:
    """The figures of every area that a division counted with, by name of the area; one query."""
    found: dict[Area, dict[str, str]] = {}
    rows = AllocationFigure.objects.filter(run=run).select_related("area")
    for row in rows.order_by("area__name", "area_id", "column"):
        found.setdefault(row.area, {})[row.column] = row.value
    return found


def used_in(run: AllocationRun, area: Area) -> tuple[dict[str, str], dict[str, list[tuple[str, int]]]]:
    """The figures of an area that a division counted with, and which of them rest on an estimate; one query.

    The first gives exact text by column, empty where a figure was missing; the second, by column, the CBS areas (name,
    inhabitants) whose figure was not known.
    """
    figures, estimates = AllocationFigure.objects, AllocationEstimate.objects
    nothing, nobody = Value("", CharField()), Value(0, PositiveIntegerField())
    known = figures.filter(run=run, area=area).values_list("column", "value", nothing, nobody)
    guessed = estimates.filter(run=run, area=area).values_list("column", nothing, "cbs_name", "inhabitants")
    values: dict[str, str] = {}
    places: dict[str, list[tuple[str, int]]] = {}
    for column, value, name, people in known.union(guessed, all=True):
        if name:
            places.setdefault(column, []).append((name, people))
        else:
            values[column] = value
    return values, {column: sorted(found) for column, found in places.items()}


def column_of(run: AllocationRun, column: str) -> dict[int, str]:
    """One figure of every area, by area id."""
    return dict(AllocationFigure.objects.filter(run=run, column=column).values_list("area_id", "value"))


def area_count(run: AllocationRun) -> int:
    """Among how many areas is divided."""
    return AllocationShare.objects.filter(run=run).values("area").distinct().count()


def all_shares(run: AllocationRun) -> list[AllocationShare]:
    """What every area gets, by name of the area, earmark and component."""
    shares = AllocationShare.objects.filter(run=run).select_related("area")
    return list(shares.order_by("area__name", "area_id", "earmark", "component"))


def shares_of(run: AllocationRun, area: Area) -> list[AllocationShare]:
    """What an area gets, by earmark and component."""
    return list(AllocationShare.objects.filter(run=run, area=area).order_by("earmark", "component"))


def city_lines(run: AllocationRun) -> list[CityLine]:
    """What stays with the whole city, and why."""
    return list(CityLine.objects.filter(run=run).order_by("position"))


def totals_by_area(run: AllocationRun) -> dict[int, dict[str, int]]:
    """Cents by area id and earmark."""
    rows = (
        AllocationShare.objects.filter(run=run)
        .values("area_id", "earmark")
        .annotate(cents=Sum("amount_cents"))
        .order_by("area__name", "area_id", "earmark")
    )
    totals: dict[int, dict[str, int]] = {}
    for row in rows:
        totals.setdefault(row["area_id"], {})[row["earmark"]] = row["cents"]
    return totals
