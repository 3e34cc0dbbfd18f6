"""Reading the sheets that networks fill in together."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from wijkaanzet.arrangements import queries as arrangements
from wijkaanzet.arrangements.rules import Arrangement
from wijkaanzet.kernel.models import Municipality
from wijkaanzet.networks.models import Network
from wijkaanzet.plans.models import Plan, ToolMark, ToolNote, ToolSheet
from wijkaanzet.plans.rules.tools import Cell, Expectation, ToolKind, crosses, expectations


@dataclass(frozen=True)
class SheetNow:
    """A sheet as it reads now; one that nobody began has version 0, no notes, and the crosses of the arrangement."""

    arrangement: Arrangement
    version: int
    marks: frozenset[Cell]
    notes: Mapping[Cell, str]


def sheet_of(network: Network, kind: ToolKind, *, plan: Plan | None, year: int) -> ToolSheet | None:
    """The sheet of a kind with a plan, or of a network in a year apart from plans; None when nobody began it."""
    sheets = ToolSheet.objects.filter(network=network, kind=kind, plan=plan)
    return (sheets if plan else sheets.filter(year=year)).first()


def years_of_sheets(network: Network, kind: ToolKind) -> list[int]:
    """In which years a network filled in a sheet apart from a plan, the last one first."""
    sheets = ToolSheet.objects.filter(network=network, kind=kind, plan__isnull=True)
    return list(sheets.order_by("-year").values_list("year", flat=True))


def sheet_now(sheet: ToolSheet | None, municipality: Municipality, *, today: date) -> SheetNow:
    """What a sheet says, with the arrangement of the day it was begun; at most three queries. Raises NoArrangement."""
    arrangement = arrangements.nearest(municipality, on=sheet.begun_on if sheet else today)
    if sheet is None:
        marks = crosses(arrangement.staircase) if arrangement.staircase else frozenset()
        return SheetNow(arrangement, 0, marks, {})
    return SheetNow(arrangement, sheet.version, marks_of(sheet), notes_of(sheet))


def marks_of(sheet: ToolSheet) -> frozenset[Cell]:
    """Where the crosses stand; one query."""
    found = ToolMark.objects.filter(sheet=sheet).values_list("row", "column")
    return frozenset(Cell(row, column) for row, column in found)


def notes_of(sheet: ToolSheet, *, until: int | None = None) -> dict[Cell, str]:
    """What each place reads now, or read in an earlier version of the sheet; one query."""
    notes = ToolNote.objects.filter(sheet=sheet).order_by("id")
    read = notes if until is None else notes.filter(version__lte=until)
    return {Cell(one.row, one.column): one.text for one in read}


def agreed_words(plan: Plan) -> dict[str, str]:
    """What a network agreed that words mean, by the word; those that say nothing are left out. One query."""
    notes = ToolNote.objects.filter(sheet__plan=plan, sheet__kind=ToolKind.WORDS).order_by("id")
    now = {one.row: one.text for one in notes}
    return {term: text for term, text in now.items() if text}


def expected_of(plan: Plan, municipality: Municipality, *, today: date) -> tuple[Expectation, ...]:
    """What residents may expect of the municipality with this plan; nothing where there is no staircase.

    For everybody, once an edition of the plan is public. At most three queries. Raises NoArrangement.
    """
    sheet = sheet_of(plan.network, ToolKind.STAIRCASE, plan=plan, year=plan.begun_on.year)
    now = sheet_now(sheet, municipality, today=today)
    staircase = now.arrangement.staircase
    return expectations(staircase, now.marks) if staircase else ()
