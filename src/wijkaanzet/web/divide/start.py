"""What a new division starts from: a table of figures, the frame of the year, and the choices made before."""

from dataclasses import dataclass, replace
from datetime import date

from wijkaanzet.areas.models import Division
from wijkaanzet.budget import queries as budget
from wijkaanzet.budget.access import visible_runs
from wijkaanzet.budget.models import AllocationRun, BudgetFrame
from wijkaanzet.budget.rules.choices import Choices, blank, choices_of
from wijkaanzet.scans import queries as scans
from wijkaanzet.scans.models import FigureColumn, FigureImport
from wijkaanzet.web.budget.figures import model_of
from wijkaanzet.web.http import Request, actor_of
from wijkaanzet.web.words import of_year


@dataclass(frozen=True)
class Start:
    """Everything a new division of a year rests on."""

    year: int
    place: Division
    tables: tuple[FigureImport, ...]
    table: FigureImport
    columns: tuple[FigureColumn, ...]
    choices: Choices
    gone: tuple[str, ...]
    """What was counted before and is not in these figures."""
    frame: BudgetFrame | None
    frame_cents: dict[str, int]
    before: AllocationRun | None
    """The newest decided division of an earlier year, to compare with."""


def start(request: Request, place: Division, *, year: int, today: date) -> Start | None:
    """What there is to start from; None while no table of figures was brought in for the year."""
    tables = scans.usable(place, for_year=year)
    if not tables:
        return None
    asked = request.GET.get("cijfers")
    table = next((one for one in tables if one.public_id == asked), tables[0])
    columns = tuple(scans.dividable_columns(table))
    frame = budget.frame_of(request.municipality, year)
    frame_cents = {line.earmark: line.amount_cents for line in budget.lines_of_frame(frame)} if frame else {}
    before = budget.last_decided(place, before=year)
    example = _example(request, place, today=today) or before
    choices = _choices(request, example, year=year, table=table, cents=frame_cents)
    known = {column.key for column in columns}
    return Start(
        year=year,
        place=place,
        tables=tuple(tables),
        table=table,
        columns=columns,
        choices=choices,
        gone=tuple(
            dict.fromkeys(one.key for pot in choices.earmarks for one in pot.criteria if one.column not in known)
        ),
        frame=frame,
        frame_cents=frame_cents,
        before=before,
    )


def _example(request: Request, place: Division, *, today: date) -> AllocationRun | None:
    """The division of which somebody makes a variant."""
    runs = visible_runs(actor_of(request), request.municipality, on=today)
    return runs.filter(division=place, public_id=request.GET.get("van", "")).first()


def _choices(
    request: Request, example: AllocationRun | None, *, year: int, table: FigureImport, cents: dict[str, int]
) -> Choices:
    """The choices of the example, for this year: earmarks as the arrangement has them, amounts of the frame."""
    arrangement, layout = of_year(request.municipality, year), scans.layout_of(table)
    new = blank(arrangement.earmarks, arrangement.components, year=year, figures=layout)
    old = choices_of(model_of(example)) if example else new
    was = {one.key: one for one in old.earmarks}
    shares = {one.key: one for one in old.components}
    earmarks = tuple(was.get(one.key, one) for one in new.earmarks)
    return replace(
        old,
        name="",
        year=year,
        figures=layout,
        earmarks=tuple(replace(one, cents=cents.get(one.key, one.cents)) for one in earmarks),
        components=tuple(shares.get(one.key, one) for one in new.components),
    )
