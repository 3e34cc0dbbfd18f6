"""A network fills in a sheet together; what two people write in one place stands below each other afterwards."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.utils.timezone import localdate

from wijkaanzet.arrangements import queries as arrangements
from wijkaanzet.arrangements.rules import Arrangement
from wijkaanzet.kernel import audit
from wijkaanzet.kernel.actors import Actor
from wijkaanzet.kernel.refusals import Refused
from wijkaanzet.kernel.subjects import Subject
from wijkaanzet.networks.models import Network
from wijkaanzet.networks.rules import NETWORK
from wijkaanzet.plans.models import Plan, ToolMark, ToolNote, ToolSheet
from wijkaanzet.plans.operations.writing_down import locked_plan, open_for_change
from wijkaanzet.plans.queries import content_of
from wijkaanzet.plans.queries.tools import marks_of, notes_of, sheet_of
from wijkaanzet.plans.rules.content import WordKept
from wijkaanzet.plans.rules.plans import OPEN, PLAN, PlanStatus
from wijkaanzet.plans.rules.tools import (
    FILLED,
    STAIRCASE_SET,
    Cell,
    Together,
    ToolKind,
    check_cells,
    joined,
    note,
    note_cells,
    staircase_cells,
)


@dataclass(frozen=True, kw_only=True)
class SheetHandIn:
    """A sheet as somebody wants it to read, and the version of it that was on the screen."""

    version: int
    notes: Mapping[Cell, str]
    marks: frozenset[Cell] = frozenset()


@dataclass(frozen=True)
class Filled:
    """A sheet that was handed in, and the places where another had written meanwhile as well."""

    sheet: ToolSheet
    both: tuple[Cell, ...] = ()


@transaction.atomic
def fill_in(
    network: Network, *, kind: Together, plan: Plan | None, hand_in: SheetHandIn, actor: Actor, at: datetime
) -> Filled:
    """Write down what was said about circles or words, with a plan or in the year of a network; nothing is overwritten.

    Does a word mean something else now that stands in the plan, then the network has to agree with that anew. What was
    handed in stays as it was read.
    Raises Refused: ("plan_not_open") when the plan is over, ("no_own_words") where no word is explained,
    ("not_on_sheet"), ("note_too_long"), and ("sheet_changed") for the sheet of last year, sent in a new year.
    """
    sheet, arrangement = _sheet(network, plan, kind, at=at)
    known = note_cells(kind, arrangement)
    if not known:
        raise Refused("no_own_words")
    if hand_in.version > sheet.version:
        raise Refused("sheet_changed")
    texts = {cell: note(text) for cell, text in hand_in.notes.items()}
    check_cells(texts, known=known)
    before = _words(plan, kind, at=at)
    both = _write(sheet, texts, base=hand_in.version)
    _log(FILLED[kind], sheet, actor=actor, at=at)
    if plan is not None and _words(plan, kind, at=at) != before:
        _says_otherwise(plan, actor=actor, at=at)
    return Filled(sheet, both)


@transaction.atomic
def set_staircase(network: Network, *, plan: Plan | None, hand_in: SheetHandIn, actor: Actor, at: datetime) -> Filled:
    """Say on which steps the municipality stands, and why; that is for who speaks for it, so it ends no agreement.

    Raises Refused: ("no_staircase"), ("plan_not_open") when the plan is over, ("not_on_sheet"), ("note_too_long"), and
    ("sheet_changed") when somebody else set it since it was on the screen.
    """
    sheet, arrangement = _sheet(network, plan, ToolKind.STAIRCASE, at=at)
    if arrangement.staircase is None:
        raise Refused("no_staircase")
    known = staircase_cells(arrangement.staircase)
    texts = {cell: note(text) for cell, text in hand_in.notes.items()}
    check_cells(hand_in.marks, known=known)
    check_cells(texts, known=frozenset(Cell(one.key) for one in arrangement.staircase.principles))
    if _reads(sheet, hand_in.marks, texts):
        return Filled(sheet)  # the same once more: a form that was sent twice
    if sheet.version != hand_in.version:
        raise Refused("sheet_changed")
    _write(sheet, texts, base=hand_in.version)
    ToolMark.objects.filter(sheet=sheet).delete()
    ToolMark.objects.bulk_create(ToolMark(sheet=sheet, row=one.row, column=one.column) for one in sorted(hand_in.marks))
    _log(STAIRCASE_SET, sheet, actor=actor, at=at)
    return Filled(sheet)


def _sheet(network: Network, plan: Plan | None, kind: ToolKind, *, at: datetime) -> tuple[ToolSheet, Arrangement]:
    """The sheet, ours alone and begun when nobody did, with the arrangement whose rows and columns it has."""
    today = localdate(at)
    locked = Network.objects.select_for_update(of=("self",)).select_related("body__municipality").get(pk=network.pk)
    if plan is not None and Plan.objects.get(pk=plan.pk, network=locked).status == PlanStatus.ENDED:
        raise Refused("plan_not_open")
    sheet = sheet_of(locked, kind, plan=plan, year=today.year)
    if sheet is None:
        sheet = ToolSheet(network=locked, plan=plan, kind=kind, year=today.year, begun_on=today)
        sheet.save(force_insert=True)
    sheet.network = locked
    return sheet, arrangements.current(locked.body.municipality, on=sheet.begun_on)


def _words(plan: Plan | None, kind: ToolKind, *, at: datetime) -> tuple[WordKept, ...]:
    """What everybody reads of this sheet with the plan."""
    if plan is None or kind is not ToolKind.WORDS:
        return ()
    return content_of(plan, on=localdate(at)).words or ()


def _says_otherwise(plan: Plan, *, actor: Actor, at: datetime) -> None:
    """A plan of which a word means something else says something else; once handed in it says what it said."""
    if locked_plan(plan).status in OPEN:
        open_for_change(plan, actor=actor, at=at)


def _reads(sheet: ToolSheet, marks: frozenset[Cell], texts: Mapping[Cell, str]) -> bool:
    """Whether a staircase was set and reads so already."""
    if sheet.version == 0 or marks_of(sheet) != marks:
        return False
    now = notes_of(sheet)
    return all(text == now.get(cell, "") for cell, text in texts.items())


def _write(sheet: ToolSheet, texts: Mapping[Cell, str], *, base: int) -> tuple[Cell, ...]:
    """Keep what is new as the next version of the sheet; gives where two people wrote."""
    now, before = notes_of(sheet), notes_of(sheet, until=base)
    read = {
        cell: joined(base=before.get(cell, ""), now=now.get(cell, ""), handed_in=text) for cell, text in texts.items()
    }
    sheet.version += 1
    sheet.save(update_fields=["version"])
    ToolNote.objects.bulk_create(
        ToolNote(sheet=sheet, row=cell.row, column=cell.column, version=sheet.version, text=one.text)
        for cell, one in sorted(read.items())
        if one.text != now.get(cell, "")
    )
    return tuple(cell for cell, one in sorted(read.items()) if one.both)


def _log(action: str, sheet: ToolSheet, *, actor: Actor, at: datetime) -> None:
    about = Subject(NETWORK, sheet.network_id) if sheet.plan_id is None else Subject(PLAN, sheet.plan_id)
    audit.record(
        action,
        subject=about,
        actor=actor,
        at=at,
        municipality=sheet.network.body.municipality,
        detail={"sheet": sheet.pk, "version": sheet.version},
    )
