"""A plan is handed in as an edition for good; the body that decides adopts it, or returns it with reasons."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from django.db import transaction
from django.utils.timezone import localdate

from wijkaanzet.decisions import operations as decisions
from wijkaanzet.decisions.operations import Minutes
from wijkaanzet.decisions.rules import CLERKS, Outcome
from wijkaanzet.kernel import audit
from wijkaanzet.kernel.actors import Actor
from wijkaanzet.kernel.refusals import Refused
from wijkaanzet.kernel.subjects import Subject
from wijkaanzet.plans import queries
from wijkaanzet.plans.models import Edition, Plan, ReturnRemark
from wijkaanzet.plans.operations.writing_down import Detail, end_agreement, enter, follow_edition, locked_plan
from wijkaanzet.plans.rules.content_json import from_json, to_json
from wijkaanzet.plans.rules.handing_in import (
    Remark,
    check_meeting,
    check_summary,
    check_written,
    fitting_remarks,
    parts_of,
)
from wijkaanzet.plans.rules.money import asked_by_part, check_money_seen, fitting_shortfall
from wijkaanzet.plans.rules.plans import EDITION, EditionStatus, PlanStatus, check_edition_step, check_step


@transaction.atomic
def submit(plan: Plan, *, shortfall_from: str, money_seen: str = "", actor: Actor, at: datetime) -> Edition:
    """Hand in what the network agreed with, as it reads now and for good, to the body that decides.

    `money_seen` is the mark of the amounts as they were read; empty when they are as they are now.
    Raises Refused: ("wrong_state"), ("plan_empty"), ("summary_too_long"), ("plan_money_changed") since it was read,
    ("shortfall_from_where") when it asks more than there is and does not say where the rest should come from,
    ("nobody_decides_plans"), ("no_clerk"), ("no_arrangement").
    """
    plan = locked_plan(plan)
    check_step(PlanStatus(plan.status), PlanStatus.SUBMITTED)
    body = queries.deciding_body(plan.network.body.municipality, on=localdate(at))
    if body.kind not in CLERKS:
        raise Refused("no_clerk", body=body.name)
    content = queries.content_of(plan, on=localdate(at))
    check_written(content)
    check_summary(content)
    asked, there = asked_by_part(content), queries.money_there(plan, on=localdate(at))
    check_money_seen(money_seen, asked=asked, there=there)
    edition = Edition.objects.create(
        plan=plan,
        number=plan.round,
        status=EditionStatus.SUBMITTED,
        status_since=localdate(at),
        submitted_on=localdate(at),
        content=to_json(replace(content, money=there, expected=queries.expected_kept(plan, on=localdate(at)))),
        asks_cents=sum(asked.values()),
        available_cents=there.cents,
        shortfall_from=fitting_shortfall(shortfall_from, asked=asked, there=there),
    )
    detail = {"plan": plan.pk, "asks_cents": edition.asks_cents, "available_cents": edition.available_cents}
    _log(edition, detail=detail, actor=actor, at=at)
    enter(plan, status=PlanStatus.SUBMITTED, detail={"edition": edition.pk}, actor=actor, at=at)
    follow_edition(edition)
    return edition


@transaction.atomic
def decide(
    edition: Edition, *, minutes: Minutes, remarks: Sequence[Remark] = (), actor: Actor, at: datetime
) -> Edition:
    """Record what the body decided on a plan. Adopted, it holds; returned, the network writes on with the reasons.

    Raises Refused: ("already_decided"), ("meeting_before_proposal"), ("remarks_when_adopted"),
    ("remark_about_unknown"), ("return_without_remark"), ("network_words_too_long"), and as decisions.record does.
    """
    plan = locked_plan(edition.plan)
    edition = Edition.objects.select_for_update(of=("self",)).get(pk=edition.pk)
    edition.plan = plan
    adopted = minutes.outcome is Outcome.ADOPTED
    status = EditionStatus.ADOPTED if adopted else EditionStatus.RETURNED
    check_edition_step(EditionStatus(edition.status), status)
    check_meeting(minutes.meeting_on, submitted_on=edition.submitted_on)
    known = parts_of(from_json(edition.content))
    kept = fitting_remarks(remarks, known=known, adopted=adopted)
    decision = decisions.record(Subject(EDITION, edition.pk), minutes=minutes, actor=actor, at=at)
    edition.status, edition.status_since, edition.decided_on = status, localdate(at), minutes.meeting_on
    edition.save(update_fields=["status", "status_since", "decided_on"])
    ReturnRemark.objects.bulk_create(
        ReturnRemark(edition=edition, position=position, about=one.about, text=one.text)
        for position, one in enumerate(kept, start=1)
    )
    _log(edition, detail={"decision": decision.pk, "remarks": len(kept)}, actor=actor, at=at)
    _go_on(plan, adopted=adopted, actor=actor, at=at)
    follow_edition(edition)
    return edition


def _go_on(plan: Plan, *, adopted: bool, actor: Actor, at: datetime) -> None:
    """An adopted plan holds until the network looks back; a returned one is written again, in its next round."""
    if adopted:
        plan.change_why, plan.look_again_on = "", queries.next_look(plan, after=localdate(at))
        enter(plan, status=PlanStatus.ADOPTED, detail={}, actor=actor, at=at)
        return
    plan.round += 1
    end_agreement(plan, at=at)
    enter(plan, status=PlanStatus.WRITING, detail={"returned": True}, actor=actor, at=at)


def _log(edition: Edition, *, detail: Detail, actor: Actor, at: datetime) -> None:
    audit.record(
        f"plans.edition.{edition.status}",
        subject=Subject(EDITION, edition.pk),
        actor=actor,
        at=at,
        municipality=edition.plan.network.body.municipality,
        detail={"number": edition.number, **detail},
    )
