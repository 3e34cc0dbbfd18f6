"""From a calculated division to one that lies before the body that decides: variants, advice, proposal."""

from collections.abc import Mapping
from datetime import datetime

from django.db import transaction
from django.utils.timezone import localdate

from wijkaanzet.arrangements import queries as arrangements
from wijkaanzet.arrangements.rules import LevelKey
from wijkaanzet.budget import queries
from wijkaanzet.budget.models import AllocationRun
from wijkaanzet.budget.operations.run_states import check, enter, locked
from wijkaanzet.budget.rules.runs import PROCESS, RunStatus
from wijkaanzet.decisions import operations as decisions
from wijkaanzet.decisions.models import AdviceRequest
from wijkaanzet.decisions.operations import PointAnswer
from wijkaanzet.decisions.queries import advice_on, advising_bodies, open_advice, unadvised
from wijkaanzet.decisions.rules import AdviceStatus, Step
from wijkaanzet.kernel.actors import Actor
from wijkaanzet.kernel.refusals import Refused
from wijkaanzet.kernel.subjects import Subject


@transaction.atomic
def keep(run: AllocationRun, *, actor: Actor, at: datetime) -> AllocationRun:
    """Keep a division as a variant: nobody has to do anything with it. Raises Refused("wrong_state")."""
    return enter(locked(run), status=RunStatus.KEPT, actor=actor, at=at)


@transaction.atomic
def take_up(run: AllocationRun, *, actor: Actor, at: datetime) -> AllocationRun:
    """Go on with a variant that was kept. Raises Refused("wrong_state") and ("already_divided")."""
    run = locked(run)
    if queries.decided_of(run.division_id, run.year) is not None:
        raise Refused("already_divided", year=run.year)
    return enter(run, status=RunStatus.DRAFT, actor=actor, at=at)


@transaction.atomic
def ask_advice(run: AllocationRun, *, question: str, actor: Actor, at: datetime) -> AllocationRun:
    """Ask every body that the arrangement lets advise; each request is a process of its own.

    Raises Refused: as decisions.ask_advice, ("wrong_state"), ("nobody_advises"), ("other_on_its_way"),
    ("already_divided"), ("above_frame") and ("figures_undone").
    """
    run = locked(run)
    check(run, status=RunStatus.ADVICE_ASKED)
    _check_sound(run)
    today = localdate(at)
    bodies = advising_bodies(run.municipality, Step.CITY_AREA, on=today)
    if not bodies:
        raise Refused("nobody_advises")
    level = arrangements.current(run.municipality, on=today).level(LevelKey.CITY_AREA)
    asks = level.proposes if level else "policy_officer"
    run = enter(run, status=RunStatus.ADVICE_ASKED, actor=actor, at=at)
    for body in bodies:
        decisions.ask_advice(
            Subject(PROCESS, run.id), step=Step.CITY_AREA, body=body, question=question, asks=asks, actor=actor, at=at
        )
    return run


@transaction.atomic
def answer_advice(
    run: AllocationRun, *, request: AdviceRequest, answers: Mapping[int, PointAnswer], actor: Actor, at: datetime
) -> AllocationRun:
    """Answer every point of one advice; with the last advice closed the division can be proposed.

    Raises Refused: as decisions.answer_advice, and ("other_request") for advice on something else.
    """
    run = locked(run)
    if (request.subject_kind, request.subject_id) != (PROCESS, run.id):
        raise Refused("other_request")
    decisions.answer_advice(request, answers=answers, actor=actor, at=at)
    return _advised(run, actor=actor, at=at)


@transaction.atomic
def go_on_without(run: AllocationRun, *, actor: Actor, at: datetime) -> AllocationRun:
    """Close the invitations that lapsed without advice; with the last one closed the division can be proposed.

    Raises Refused("wrong_state"), and ("not_lapsed_yet") while a body may still advise.
    """
    run = locked(run)
    check(run, status=RunStatus.ADVISED)
    for request in advice_on(Subject(PROCESS, run.id)).filter(status=AdviceStatus.ASKED):
        decisions.lapse_advice(request, actor=actor, at=at)
    return _advised(run, actor=actor, at=at)


@transaction.atomic
def propose(run: AllocationRun, *, actor: Actor, at: datetime) -> AllocationRun:
    """Lay a calculated division before the body that decides.

    Raises Refused: ("wrong_state"), ("advice_first") while the arrangement asks advice that did not come or was not
    answered, ("above_frame"), ("figures_undone"), ("other_on_its_way") and ("already_divided").
    """
    run = locked(run)
    check(run, status=RunStatus.PROPOSED)
    _check_sound(run)
    bodies = advising_bodies(run.municipality, Step.CITY_AREA, on=localdate(at))
    if missing := unadvised(Subject(PROCESS, run.id), bodies):
        raise Refused("advice_first", bodies=", ".join(body.name for body in missing))
    return enter(run, status=RunStatus.PROPOSED, actor=actor, at=at)


def _advised(run: AllocationRun, *, actor: Actor, at: datetime) -> AllocationRun:
    if open_advice(Subject(PROCESS, run.id)):
        return run
    return enter(run, status=RunStatus.ADVISED, actor=actor, at=at)


def _check_sound(run: AllocationRun) -> None:
    """What goes to others rests on figures that still stand, and fits the frame as far as that was decided."""
    if queries.figures_taken_back(run):
        raise Refused("figures_undone")
    for earmark, cents in queries.cents_by_earmark(run).items():
        given = queries.decided_frame_cents(run.municipality, run.year).get(earmark, cents)
        if cents > given:
            raise Refused("above_frame", earmark=earmark, asked_cents=cents, given_cents=given)
