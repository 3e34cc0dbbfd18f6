"""The network says what it thinks of a scan, and every comment gets an answer."""

from datetime import datetime

from django.db import transaction
from django.utils.timezone import localdate

from wijkaanzet.kernel.actors import Actor
from wijkaanzet.kernel.refusals import Refused
from wijkaanzet.scans import access
from wijkaanzet.scans.models import Scan, ScanComment
from wijkaanzet.scans.operations.scan_entering import locked, log
from wijkaanzet.scans.rules.scan import ScanPartKey, ScanStatus, fitting_answer, fitting_comment


@transaction.atomic
def comment(scan: Scan, *, section: ScanPartKey | None, text: str, actor: Actor, at: datetime) -> ScanComment:
    """Say something about a part of a scan, or about the whole, while the network is asked.

    Raises Refused: ("wrong_state"), ("not_asked") for who does not work on the area, ("empty_comment") and
    ("comment_too_long").
    """
    scan, today = locked(scan), localdate(at)
    if scan.status != ScanStatus.COMMENTING:
        raise Refused("wrong_state", status=scan.status, wanted=ScanStatus.COMMENTING)
    if actor.user_id is None or not access.sees_all_of(actor, scan.area, on=today):
        raise Refused("not_asked")
    said = ScanComment(scan=scan, section=section or "", text=fitting_comment(text), given_on=today)
    said.author_id = actor.user_id
    said.save(force_insert=True)
    log(scan, act="commented", actor=actor, at=at, detail={"comment": said.pk, "section": said.section})
    return said


@transaction.atomic
def answer_comment(comment: ScanComment, *, answer: str, actor: Actor, at: datetime) -> ScanComment:
    """Say what is done with a comment; until the scan is published the answer can be written anew.

    Raises Refused: ("wrong_state"), ("empty_comment_answer") and ("comment_answer_too_long").
    """
    scan = locked(comment.scan)
    if scan.status == ScanStatus.PUBLISHED:
        raise Refused("wrong_state", status=scan.status, wanted=ScanStatus.COMMENTING)
    found = ScanComment.objects.get(pk=comment.pk)
    found.answer, found.answered_on = fitting_answer(answer), localdate(at)
    found.save()
    log(scan, act="answered", actor=actor, at=at, detail={"comment": found.pk})
    return found
