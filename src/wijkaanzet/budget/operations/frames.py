"""The frame of a year: drafted, decided by the council, and from then on money in the ledger."""

from collections.abc import Mapping
from datetime import datetime

from django.db import IntegrityError, transaction
from django.utils.timezone import localdate

from wijkaanzet.budget import queries
from wijkaanzet.budget.access import check_earmarks, check_minutes
from wijkaanzet.budget.models import BudgetFrame, FrameLine
from wijkaanzet.budget.operations.post import Purpose, Transfer, post
from wijkaanzet.budget.rules import entries, ledger
from wijkaanzet.budget.rules.frames import NEXT, PROCESS, FrameStatus
from wijkaanzet.budget.rules.ledger import PostingKind
from wijkaanzet.decisions import operations as decisions
from wijkaanzet.decisions.models import Decision
from wijkaanzet.decisions.rules import Outcome, Step
from wijkaanzet.kernel import audit, moves, open_moves
from wijkaanzet.kernel.actors import Actor
from wijkaanzet.kernel.models import Municipality
from wijkaanzet.kernel.refusals import Refused
from wijkaanzet.kernel.subjects import Subject
from wijkaanzet.people.queries import municipality_itself


@transaction.atomic
def draft_frame(
    municipality: Municipality, *, year: int, lines: Mapping[str, int], actor: Actor, at: datetime
) -> BudgetFrame:
    """Draft the amounts of a year by earmark, in cents.

    Raises Refused: ("frame_exists"), ("unknown_earmark") for one not in the arrangement, ("no_arrangement"),
    ("amount_not_above_zero"), ("amount_not_in_cents"), ("amount_too_large") and ("year_out_of_range").
    """
    entries.check_year(year)
    _check_lines(municipality, lines, year=year)
    frame = BudgetFrame(municipality=municipality, year=year, status=FrameStatus.DRAFT, status_since=localdate(at))
    try:
        with transaction.atomic():
            frame.save()
    except IntegrityError as error:
        raise Refused("frame_exists", year=year) from error
    _write_lines(frame, lines)
    _log_and_follow(frame, actor=actor, at=at)
    return frame


@transaction.atomic
def prepare_frame(
    municipality: Municipality, *, year: int, lines: Mapping[str, int], actor: Actor, at: datetime
) -> BudgetFrame:
    """Draft the frame of a year, or lay it before the council with other amounts. Raises Refused as those two do."""
    frame = BudgetFrame.objects.filter(municipality=municipality, year=year).first()
    if frame is None:
        return draft_frame(municipality, year=year, lines=lines, actor=actor, at=at)
    return redraft_frame(frame, lines=lines, actor=actor, at=at)


@transaction.atomic
def redraft_frame(frame: BudgetFrame, *, lines: Mapping[str, int], actor: Actor, at: datetime) -> BudgetFrame:
    """Put other amounts in a frame that the council has still to decide on, or that it returned, in cents by earmark.

    Raises Refused as draft_frame does, and ("wrong_state") once it was decided.
    """
    frame = BudgetFrame.objects.select_for_update(of=("self",)).select_related("municipality").get(pk=frame.pk)
    if frame.status != FrameStatus.DRAFT:
        _check_next(frame, FrameStatus.DRAFT)
    _check_lines(frame.municipality, lines, year=frame.year)
    frame.lines.all().delete()
    _write_lines(frame, lines)
    frame.status, frame.status_since = FrameStatus.DRAFT, localdate(at)
    frame.save(update_fields=["status", "status_since"])
    _log_and_follow(frame, actor=actor, at=at)
    return frame


@transaction.atomic
def decide_frame(frame: BudgetFrame, *, minutes: decisions.Minutes, actor: Actor, at: datetime) -> BudgetFrame:
    """Record what the council decided on the frame; adopted, its amounts become money of the city in the ledger.

    Returned, it has to be prepared again. Raises Refused, as decisions.record does, ("wrong_step"), ("other_tenant"),
    ("meeting_before_proposal"), and ("wrong_state") when it does not lie before the council.
    """
    frame = BudgetFrame.objects.select_for_update(of=("self",)).select_related("municipality").get(pk=frame.pk)
    adopted = minutes.outcome is Outcome.ADOPTED
    wanted = FrameStatus.DECIDED if adopted else FrameStatus.RETURNED
    _check_next(frame, wanted)
    check_minutes(minutes, step=Step.FRAME, municipality=frame.municipality, since=frame.status_since)
    subject = Subject(PROCESS, frame.id)
    decision = decisions.record(subject, minutes=minutes, actor=actor, at=at)
    frame.status, frame.status_since = wanted, localdate(at)
    if adopted:
        frame.decision = decision
        _give_the_city_its_money(frame, decision, at=at)
    frame.save(update_fields=["status", "status_since", "decision"])
    _log_and_follow(frame, actor=actor, at=at)
    return frame


def _give_the_city_its_money(frame: BudgetFrame, decision: Decision, *, at: datetime) -> None:
    transfers = [
        Transfer(ledger.source(frame.year), ledger.city(frame.year, line.earmark), line.amount_cents)
        for line in frame.lines.order_by("earmark")
    ]
    holder = municipality_itself(frame.municipality)
    purpose = Purpose(Subject(PROCESS, frame.id), holder=holder, decision=decision)
    post(transfers, kind=PostingKind.APPROPRIATION, municipality=frame.municipality, purpose=purpose, at=at)


def _check_next(frame: BudgetFrame, status: FrameStatus) -> None:
    if status not in NEXT[FrameStatus(frame.status)]:
        raise Refused("wrong_state", status=frame.status, wanted=status)


def _check_lines(municipality: Municipality, lines: Mapping[str, int], *, year: int) -> None:
    if not lines:
        raise Refused("amount_not_above_zero")
    for cents in lines.values():
        entries.check_amount(cents)
    check_earmarks(municipality, lines, year=year)


def _write_lines(frame: BudgetFrame, lines: Mapping[str, int]) -> None:
    FrameLine.objects.bulk_create(
        FrameLine(frame=frame, earmark=earmark, amount_cents=cents) for earmark, cents in sorted(lines.items())
    )


def _log_and_follow(frame: BudgetFrame, *, actor: Actor, at: datetime) -> None:
    audit.record(
        f"budget.frame.{frame.status}",
        subject=Subject(PROCESS, frame.id),
        actor=actor,
        at=at,
        municipality=frame.municipality,
        detail={"year": frame.year},
    )
    standing = queries.frame_standing(frame)
    open_moves.follow(standing, process=moves.PROCESSES[PROCESS], municipality=frame.municipality)
