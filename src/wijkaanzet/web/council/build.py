"""From notices, frames and divisions to the room of the council."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Literal

from django.utils.translation import gettext as _

from wijkaanzet.budget import queries as budget
from wijkaanzet.budget.access import visible_frames
from wijkaanzet.budget.labels import FRAME_STATUSES, RUN_STATUSES
from wijkaanzet.budget.models import BudgetFrame
from wijkaanzet.budget.rules.frames import FrameStatus
from wijkaanzet.budget.rules.runs import RunStatus
from wijkaanzet.decisions.access import notices_to
from wijkaanzet.decisions.labels import OUTCOMES
from wijkaanzet.decisions.models import Notice
from wijkaanzet.decisions.rules import NoticeStatus, Outcome
from wijkaanzet.people.labels import DECIDERS
from wijkaanzet.people.rules import Role
from wijkaanzet.web import mine
from wijkaanzet.web.decisions.titles import titles
from wijkaanzet.web.http import Request, actor_of
from wijkaanzet.web.numbers import amount
from wijkaanzet.web.pages.recording import Coming, CouncilPage, SentDecision
from wijkaanzet.web.paging import page
from wijkaanzet.web.parts.notices import Badge
from wijkaanzet.web.tenancy import address

NEWEST_FRAMES = 10
FRAME_TONES: Mapping[FrameStatus, Literal["move", "stone", "leaf"]] = {
    FrameStatus.DRAFT: "move",
    FrameStatus.RETURNED: "stone",
    FrameStatus.DECIDED: "leaf",
}


def council_page(request: Request, *, today: date) -> CouncilPage:
    """What was sent to the council, newest first; for its clerk also what has to be sent."""
    told = notices_to(actor_of(request), request.municipality, on=today)
    waiting = told.filter(status=NoticeStatus.TO_SEND).order_by("decision__meeting_on", "id")
    sent = told.filter(status=NoticeStatus.SENT).order_by("-decision__meeting_on", "-id")
    shown, pagination = page(request, sent)
    first_waiting, _more = page(request, waiting)
    rows = _rows(request, [*first_waiting, *shown])
    return CouncilPage(
        to_send=rows[: len(first_waiting)],
        sent=rows[len(first_waiting) :],
        frames=_frames(request, today=today),
        coming=_coming(request),
        pagination=pagination,
    )


def _rows(request: Request, notices: Sequence[Notice]) -> tuple[SentDecision, ...]:
    decisions = [one.decision for one in notices]
    named = titles(decisions)
    moved = budget.moved_cents(one.id for one in decisions)
    kept = budget.kept_for_city([one.id for one in decisions])
    return tuple(
        SentDecision(
            title=named[one.decision_id],
            href=address(request, "decision", public_id=one.decision.public_id),
            body=str(DECIDERS.get(one.decision.body.kind, one.decision.body.name)),
            decided_on=one.decision.meeting_on,
            outcome=str(OUTCOMES[Outcome(one.decision.outcome)]),
            money=_money(moved.get(one.decision_id, 0), sum(kept.get(one.decision_id, {}).values())),
            sent_on=one.status_since if one.status == NoticeStatus.SENT else None,
            send_href=_send_href(request, one),
        )
        for one in notices
    )


def _money(divided_cents: int, city_cents: int) -> str:
    """What went to the neighbourhoods, and what stays; together that is what was decided on."""
    divided = _("%(amount)s was divided by this decision.") % {"amount": amount(divided_cents)}
    stays = _("%(amount)s stays with the whole city.") % {"amount": amount(city_cents)}
    return " ".join(filter(None, (divided if divided_cents else "", stays if city_cents else "")))


def _send_href(request: Request, notice: Notice) -> str:
    if notice.status == NoticeStatus.SENT:
        return ""
    return address(request, "notice-send", public_id=notice.decision.public_id, body=notice.body.key)


def _frames(request: Request, *, today: date) -> tuple[Coming, ...]:
    """The frames of the newest years; for the clerk the way to record what was decided on one."""
    frames = visible_frames(actor_of(request), request.municipality, on=today).order_by("-year", "id")[:NEWEST_FRAMES]
    is_clerk = any(one.role == Role.COUNCIL_CLERK for one in mine.held(request))
    return tuple(_frame(request, one, is_clerk=is_clerk) for one in frames)


def _frame(request: Request, frame: BudgetFrame, *, is_clerk: bool) -> Coming:
    status = FrameStatus(frame.status)
    waits = status is FrameStatus.DRAFT
    notes = {
        FrameStatus.DRAFT: _("The council still has to decide on this."),
        FrameStatus.RETURNED: _("The municipality prepares it again."),
    }
    return Coming(
        label=_("The budget frame of %(year)s") % {"year": frame.year},
        href=address(request, "frame-decide" if waits and is_clerk else "frame", year=frame.year),
        badge=Badge(label=str(FRAME_STATUSES[status]), tone=FRAME_TONES[status]),
        note=notes.get(status, ""),
    )


def _coming(request: Request) -> tuple[Coming, ...]:
    """Divisions on their way: which year, and where they stand; what is in them is public once it is decided."""
    return tuple(
        Coming(
            label=_("The division of %(year)s") % {"year": year},
            href=address(request, "divisions"),
            badge=Badge(label=str(RUN_STATUSES[RunStatus(status)]), tone="petrol"),
        )
        for year, status in budget.on_their_way(request.municipality)
    )
