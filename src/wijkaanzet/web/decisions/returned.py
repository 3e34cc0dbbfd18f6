"""Why a body sent something back: the reasons of its newest decision to return it."""

from datetime import date

from wijkaanzet.decisions import access, queries
from wijkaanzet.decisions.rules import Outcome
from wijkaanzet.kernel.subjects import Subject
from wijkaanzet.people.labels import DECIDERS
from wijkaanzet.web.http import Request, actor_of
from wijkaanzet.web.pages.decisions import ReturnedNote
from wijkaanzet.web.tenancy import address


def returned_note(request: Request, subject: Subject, *, today: date) -> ReturnedNote | None:
    """Who returned it, when and why, for who may read that decision; None when nobody did."""
    seen = access.visible_decisions(actor_of(request), request.municipality, on=today)
    decision = queries.newest_first(queries.about(seen, subject).filter(outcome=Outcome.RETURNED)).first()
    if decision is None:
        return None
    return ReturnedNote(
        body=str(DECIDERS.get(decision.body.kind, decision.body.name)),
        decided_on=decision.meeting_on,
        reasons=decision.reasons,
        href=address(request, "decision", public_id=decision.public_id),
    )
