"""The note of the decision on which an amount rests."""

from datetime import date

from wijkaanzet.decisions.models import Decision
from wijkaanzet.decisions.rules import Kind, objection_until
from wijkaanzet.people.labels import DECIDERS
from wijkaanzet.web.http import Request
from wijkaanzet.web.pages import DecisionNote
from wijkaanzet.web.tenancy import address


def note(request: Request, decision: Decision | None, *, today: date) -> DecisionNote | None:
    """Who decided and when; the last day to object only for a besluit that was published."""
    if decision is None:
        return None
    is_legal_act = decision.kind == Kind.LEGAL_ACT
    until = None
    if is_legal_act and decision.published_on:
        until = objection_until(decision.published_on)
    body = decision.body
    return DecisionNote(
        body=str(DECIDERS.get(body.kind, body.name)),
        decided_on=decision.meeting_on,
        is_legal_act=is_legal_act,
        objection_until=until,
        objection_open=until is not None and today <= until,
        href=address(request, "decision", public_id=decision.public_id) if decision.published_on else "",
    )
