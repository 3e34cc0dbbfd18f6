"""A network agrees with its plan by its own rule, and what others say stays with it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.utils.timezone import localdate

from wijkaanzet.kernel.actors import Actor
from wijkaanzet.kernel.refusals import Refused
from wijkaanzet.networks.models import Meeting
from wijkaanzet.networks.rules.meetings import MeetingStatus
from wijkaanzet.plans import queries
from wijkaanzet.plans.models import Dissent, Plan, PlanAgreement
from wijkaanzet.plans.operations.fallen_away import look_at_all_fallen_away
from wijkaanzet.plans.operations.writing_down import enter, locked_plan
from wijkaanzet.plans.rules.agreeing import (
    NewDissent,
    Votes,
    check_meeting,
    check_votes,
    fitting_dissents,
    fitting_rule,
)
from wijkaanzet.plans.rules.handing_in import check_seen, check_summary, check_written
from wijkaanzet.plans.rules.plans import AgreementWay, PlanStatus, check_step

HELD = frozenset({MeetingStatus.HELD, MeetingStatus.REPORTED})


@dataclass(frozen=True, kw_only=True)
class Agreed:
    """How a network agreed: by which rule, in which meeting if it was one, how many, and what others said."""

    way: AgreementWay
    rule: str = ""
    meeting: Meeting | None = None
    in_favour: int | None = None
    against: int | None = None
    dissents: Sequence[NewDissent] = ()
    seen: str = ""
    """The mark of the plan as it was read; empty when it is as it reads now."""


@transaction.atomic
def agree(plan: Plan, *, agreed: Agreed, actor: Actor, at: datetime) -> Plan:
    """Write down that the network agrees with the plan as it reads now; as soon as a word changes that is over.

    So it agrees without what fell away since.

    Raises Refused: ("wrong_state"), ("plan_changed") since it was read, ("plan_empty"), ("summary_too_long"),
    ("meeting_elsewhere") for a meeting of others or one that is to come, ("meeting_before_change") for one before
    somebody last worked on the plan; and for the rule and the votes as rules.agreeing says.
    """
    plan = locked_plan(plan)
    check_step(PlanStatus(plan.status), PlanStatus.AGREED)
    content = queries.content_of(plan, on=localdate(at))
    check_seen(content, agreed.seen)
    check_written(content)
    check_summary(content)
    rule, dissents = fitting_rule(agreed.way, agreed.rule), fitting_dissents(agreed.way, agreed.dissents)
    check_votes(agreed.way, Votes(in_favour=agreed.in_favour, against=agreed.against))
    meeting = agreed.meeting
    if meeting is not None:
        _check_held(meeting, plan)
    kept = PlanAgreement.objects.create(
        plan=plan,
        round=plan.round,
        meeting=meeting,
        agreed_on=localdate(meeting.starts_at if meeting else at),
        way=agreed.way,
        rule=rule,
        in_favour=agreed.in_favour,
        against=agreed.against,
    )
    Dissent.objects.bulk_create(Dissent(agreement=kept, text=one.text, by_whom=one.by_whom) for one in dissents)
    look_at_all_fallen_away(plan, actor=actor, at=at)
    detail = {"agreement": kept.pk, "way": agreed.way.value, "dissents": len(dissents)}
    return enter(plan, status=PlanStatus.AGREED, detail=detail, actor=actor, at=at)


def _check_held(meeting: Meeting, plan: Plan) -> None:
    if meeting.network_id != plan.network_id or meeting.status not in HELD:
        raise Refused("meeting_elsewhere")
    check_meeting(localdate(meeting.starts_at), worked_on=queries.worked_on(plan))
