"""Advice is asked of a body, given in points, answered point by point, or lapses.

The owner of the subject asks and closes it, since that changes the state of the subject as well.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import IntegrityError, transaction
from django.utils.timezone import localdate

from wijkaanzet.arrangements import queries as arrangements
from wijkaanzet.decisions import access, queries
from wijkaanzet.decisions.models import AdvicePoint, AdviceRequest
from wijkaanzet.decisions.rules import AdviceStatus, Follow, Step
from wijkaanzet.decisions.rules.advice import LONGEST_POINT, MOST_POINTS, NEXT, PROCESS
from wijkaanzet.kernel import audit, moves, open_moves
from wijkaanzet.kernel.actors import Actor
from wijkaanzet.kernel.refusals import Refused
from wijkaanzet.kernel.subjects import Subject
from wijkaanzet.kernel.working_days import add_days
from wijkaanzet.people.models import Body


@dataclass(frozen=True)
class PointAnswer:
    """What is done with one point of advice, and why."""

    follow: Follow
    text: str


@transaction.atomic
def ask_advice(
    subject: Subject, *, step: Step, body: Body, question: str, asks: str, actor: Actor, at: datetime
) -> AdviceRequest:
    """Invite a body to advise on a subject before it is decided; `asks` is the role that answers the advice.

    Raises Refused: ("no_question"), ("text_too_long"), ("asked_already") while the body is still asked.
    """
    question = _short_enough(question)
    if not question:
        raise Refused("no_question")
    today = localdate(at)
    advise_days = arrangements.current(body.municipality, on=today).terms.advise_days
    request = AdviceRequest(body=body, step=step, question=question, asks=asks, asked_on=today)
    request.subject_kind, request.subject_id = subject
    request.lapses_on = add_days(today, advise_days)
    try:
        with transaction.atomic():
            return _enter(request, AdviceStatus.ASKED, actor=actor, at=at)
    except IntegrityError as error:
        raise Refused("asked_already", body=body.name) from error


@transaction.atomic
def give_advice(request: AdviceRequest, *, points: Sequence[str], actor: Actor, at: datetime) -> AdviceRequest:
    """Write down the advice of a body, point by point; somebody who advises for that body does this.

    Raises Refused: ("not_the_adviser"), ("wrong_state"), ("no_points"), ("too_many_points"), ("text_too_long").
    """
    request = _locked(request)
    if not access.advises_for(actor, request.body, on=localdate(at)):
        raise Refused("not_the_adviser", body=request.body.name)
    _check(request, AdviceStatus.GIVEN)
    written = [_short_enough(point) for point in points if point.strip()]
    if not written:
        raise Refused("no_points")
    if len(written) > MOST_POINTS:
        raise Refused("too_many_points", most=MOST_POINTS)
    AdvicePoint.objects.bulk_create(
        AdvicePoint(request=request, position=position, text=text) for position, text in enumerate(written, start=1)
    )
    request.given_on = localdate(at)
    return _enter(request, AdviceStatus.GIVEN, actor=actor, at=at)


@transaction.atomic
def answer_advice(
    request: AdviceRequest, *, answers: Mapping[int, PointAnswer], actor: Actor, at: datetime
) -> AdviceRequest:
    """Answer every point of an advice, by its position: taken over or not, and why.

    Raises Refused: ("wrong_state"), ("point_without_answer") and ("text_too_long").
    """
    request = _locked(request)
    _check(request, AdviceStatus.ANSWERED)
    points = list(request.points.order_by("position"))
    for point in points:
        answer = answers.get(point.position)
        if answer is None or not answer.text.strip():
            raise Refused("point_without_answer", point=point.position)
        point.follow, point.answer = answer.follow, _short_enough(answer.text)
    AdvicePoint.objects.bulk_update(points, ["follow", "answer"])
    return _enter(request, AdviceStatus.ANSWERED, actor=actor, at=at)


@transaction.atomic
def lapse_advice(request: AdviceRequest, *, actor: Actor, at: datetime) -> AdviceRequest:
    """No advice came: the invitation is over, without blame. Raises Refused("not_lapsed_yet") and ("wrong_state")."""
    request = _locked(request)
    _check(request, AdviceStatus.LAPSED)
    if localdate(at) <= request.lapses_on:
        raise Refused("not_lapsed_yet", body=request.body.name, day=request.lapses_on)
    return _enter(request, AdviceStatus.LAPSED, actor=actor, at=at)


def _locked(request: AdviceRequest) -> AdviceRequest:
    """As it is now, and ours alone."""
    rows = AdviceRequest.objects.select_for_update(of=("self",)).select_related("body__municipality")
    return rows.get(pk=request.pk)


def _short_enough(text: str) -> str:
    text = text.strip()
    if len(text) > LONGEST_POINT:
        raise Refused("text_too_long", most=LONGEST_POINT)
    return text


def _check(request: AdviceRequest, status: AdviceStatus) -> None:
    if status not in NEXT[AdviceStatus(request.status)]:
        raise Refused("wrong_state", status=request.status, wanted=status)


def _enter(request: AdviceRequest, status: AdviceStatus, *, actor: Actor, at: datetime) -> AdviceRequest:
    """The one way into a state: save, log, and put the move that follows."""
    request.status, request.status_since = status, localdate(at)
    request.save()
    municipality = request.body.municipality
    audit.record(
        f"decisions.advice.{status}",
        subject=Subject(PROCESS, request.id),
        actor=actor,
        at=at,
        municipality=municipality,
        detail={"about": f"{request.subject_kind}:{request.subject_id}"},
    )
    open_moves.follow(queries.advice_standing(request), process=moves.PROCESSES[PROCESS], municipality=municipality)
    return request
