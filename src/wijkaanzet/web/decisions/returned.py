"""Why a body sent something back: the reasons of its newest decision to return it, and where each can be read."""

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


def returned_hrefs(request: Request, subject: Subject, *, today: date) -> tuple[str, ...]:
    """Where each decision that returned it can be read, the first one first; empty for who may not read that one."""
    returned = queries.returned_on(subject)
    seen = access.visible_decisions(actor_of(request), request.municipality, on=today)
    ids = set(queries.about(seen, subject).values_list("pk", flat=True))
    return tuple(address(request, "decision", public_id=one.public_id) if one.pk in ids else "" for one in returned)
