"""Bodies are told of a decision: notices are made when it is published, and marked when they were sent."""

from datetime import datetime

from django.db import transaction
from django.utils.timezone import localdate

from wijkaanzet.decisions import access, queries
from wijkaanzet.decisions.models import Decision, Notice
from wijkaanzet.decisions.rules import CLERKS, NoticeStatus
from wijkaanzet.decisions.rules.notices import NEXT, PROCESS
from wijkaanzet.kernel import audit, moves, open_moves
from wijkaanzet.kernel.actors import Actor
from wijkaanzet.kernel.refusals import Refused
from wijkaanzet.kernel.subjects import Subject


@transaction.atomic
def write_notices(decision: Decision, *, actor: Actor, at: datetime) -> None:
    """A notice for each body that the arrangement lets be told; inside the transaction that publishes.

    A body with a clerk of its own is told by that clerk, any other by the clerk of the body that decided.
    """
    for body in queries.informed_bodies(decision):
        sender = body if body.kind in CLERKS else decision.body
        notice = Notice(decision=decision, body=body, sender=sender)
        _enter(notice, NoticeStatus.TO_SEND, actor=actor, at=at)


@transaction.atomic
def send_notice(notice: Notice, *, actor: Actor, at: datetime) -> Notice:
    """Mark that a body was told of a decision. Raises Refused("wrong_state") and ("not_the_clerk")."""
    rows = Notice.objects.select_for_update(of=("self",))
    notice = rows.select_related("decision__municipality", "body", "sender").get(pk=notice.pk)
    if not access.records_for(actor, notice.sender, on=localdate(at)):
        raise Refused("not_the_clerk", body=notice.sender.name)
    if NoticeStatus.SENT not in NEXT[NoticeStatus(notice.status)]:
        raise Refused("wrong_state", status=notice.status, wanted=NoticeStatus.SENT)
    return _enter(notice, NoticeStatus.SENT, actor=actor, at=at)


def _enter(notice: Notice, status: NoticeStatus, *, actor: Actor, at: datetime) -> Notice:
    notice.status, notice.status_since = status, localdate(at)
    notice.save()
    municipality = notice.decision.municipality
    audit.record(
        f"decisions.notice.{status}",
        subject=Subject(PROCESS, notice.id),
        actor=actor,
        at=at,
        municipality=municipality,
    )
    open_moves.follow(queries.notice_standing(notice), process=moves.PROCESSES[PROCESS], municipality=municipality)
    return notice
