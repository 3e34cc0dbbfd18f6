"""From a budget frame to its page, and to what lies before the council."""

from dataclasses import replace
from datetime import date

from django.utils.translation import gettext as _

from wijkaanzet.budget import queries
from wijkaanzet.budget.labels import FRAME_STATUSES
from wijkaanzet.budget.models import BudgetFrame
from wijkaanzet.budget.rules.frames import PROCESS, FrameStatus
from wijkaanzet.decisions.access import records_for
from wijkaanzet.kernel.subjects import Subject
from wijkaanzet.people.models import Body
from wijkaanzet.web.areas.money import pot_name
from wijkaanzet.web.decisions.note import note
from wijkaanzet.web.decisions.returned import returned_note
from wijkaanzet.web.http import Request, actor_of
from wijkaanzet.web.pages.decisions import ReturnedNote
from wijkaanzet.web.pages.recording import FramePage, RecordPage
from wijkaanzet.web.parts.money import MoneyRow, MoneyTable
from wijkaanzet.web.parts.moves import Action
from wijkaanzet.web.parts.notices import Badge
from wijkaanzet.web.tenancy import address
from wijkaanzet.web.words import of_year


def frame_page(request: Request, frame: BudgetFrame, *, editing: bool, today: date) -> FramePage:
    """The amounts of a year, with the decision on it when there is one."""
    money = amounts(frame)
    status = FrameStatus(frame.status)
    return FramePage(
        year=frame.year,
        badge=Badge(label=str(FRAME_STATUSES[status]), tone="leaf" if status is FrameStatus.DECIDED else "stone"),
        money=money,
        total_cents=money.totals[0],
        decision=note(request, frame.decision, today=today),
        returned=_returned(request, frame, editing=editing, today=today),
        next_step=_("The council still has to decide on this.") if status is FrameStatus.DRAFT else "",
        actions=_actions(request, frame, today=today),
        editing=editing,
    )


def _returned(request: Request, frame: BudgetFrame, *, editing: bool, today: date) -> ReturnedNote | None:
    """Why the council sent it back, and what happens now."""
    if frame.status != FrameStatus.RETURNED:
        return None
    told = returned_note(request, Subject(PROCESS, frame.id), today=today)
    mine = _("Change the amounts below, or explain them better to the council. Then lay the frame before it again.")
    return told and replace(told, next_step=mine if editing else _("The municipality prepares it again."))


def amounts(frame: BudgetFrame) -> MoneyTable:
    """The amounts of a frame, as the municipality calls them; beside the year before when there was one."""
    words = of_year(frame.municipality, frame.year)
    lines = {line.earmark: line.amount_cents for line in queries.lines_of_frame(frame)}
    before = queries.decided_frame_cents(frame.municipality, frame.year - 1)
    keys = [key for key in words.earmarks if key in lines or key in before]
    return MoneyTable(
        caption=_("The budget frame of %(year)s") % {"year": frame.year},
        caption_hidden=True,
        first=_("What for"),
        columns=(str(frame.year), *([str(frame.year - 1)] if before else [])),
        rows=tuple(
            MoneyRow(label=pot_name(words, key), cents=(lines.get(key, 0), *([before.get(key, 0)] if before else [])))
            for key in keys
        ),
    )


def record_page(request: Request, frame: BudgetFrame, council: Body) -> RecordPage:
    """What lies before the council: the total and what it is for."""
    money = amounts(frame)
    return RecordPage(
        title=_("The budget frame of %(year)s") % {"year": frame.year},
        body=council.name,
        question=_("Does the council make this money available for %(year)s?") % {"year": frame.year},
        about_href=address(request, "frame", year=frame.year),
        total_cents=money.totals[0],
        tables=(money,),
    )


def _actions(request: Request, frame: BudgetFrame, *, today: date) -> tuple[Action, ...]:
    council = queries.council_of(frame) if frame.status == FrameStatus.DRAFT else None
    if council is None or not records_for(actor_of(request), council, on=today):
        return ()
    return (Action(label=_("Record what the council decided"), href=address(request, "frame-decide", year=frame.year)),)
