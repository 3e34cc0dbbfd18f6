"""Priorities come into a plan, change, move and are let go; why they are there; and the question "first informal"."""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from datetime import date, datetime

from django.db import transaction
from django.utils.timezone import localdate

from wijkaanzet.arrangements import queries as arrangements
from wijkaanzet.kernel.actors import Actor
from wijkaanzet.kernel.refusals import Refused
from wijkaanzet.kernel.subjects import Subject
from wijkaanzet.plans import queries
from wijkaanzet.plans.models import Plan, Priority, Reason, Section
from wijkaanzet.plans.operations.priority_log import ask_no_longer, log_priority, opened
from wijkaanzet.plans.operations.writing_down import open_for_change
from wijkaanzet.plans.rules.as_read import check_informal_as_read, check_priority_as_read, check_reasons_as_read
from wijkaanzet.plans.rules.priorities import (
    InformalAnswer,
    NewPriority,
    NewReason,
    ReasonKind,
    check_listed,
    check_more_priorities,
    fitting_informal,
    fitting_priority,
    fitting_reasons,
    fitting_why,
    moved,
)
from wijkaanzet.plans.rules.sections import OF_A_PRIORITY
from wijkaanzet.scans.queries import to_choose_from


@transaction.atomic
def add_priority(plan: Plan, *, new: NewPriority, actor: Actor, at: datetime) -> Priority:
    """Put a priority in a plan, after the others; a title is enough. The same words and place again is the same one.

    Raises Refused: ("plan_not_open"), ("priorities_too_many"), ("not_listed"), ("reason_not_here") for a figure that is
    not known in the area, and what `fitting_priority` refuses.
    """
    plan, today = open_for_change(plan, actor=actor, at=at), localdate(at)
    there = queries.standing_priorities(plan)
    priority = Priority(plan=plan, position=_after(there), added_on=today)
    _take(priority, new, actor=actor, today=today)
    about = _about(priority)
    if found := next((one for one in there if _about(one) == about), None):
        return found  # the same form was sent twice
    check_more_priorities(len(there))
    priority.save(force_insert=True)
    Section.objects.bulk_create(Section(plan=plan, priority=priority, key=key) for key in OF_A_PRIORITY)
    log_priority(priority, act="added", actor=actor, at=at)
    return priority


@transaction.atomic
def change_priority(priority: Priority, *, new: NewPriority, seen: str = "", actor: Actor, at: datetime) -> Priority:
    """Say anew what a priority is about, where it belongs, and how we will know; `seen` is the mark of what was read.

    Raises Refused: ("plan_not_open"), ("priority_dropped"), ("priority_changed") since it was read, ("not_listed"),
    ("reason_not_here"), and what `fitting_priority` refuses.
    """
    priority = opened(priority, actor=actor, at=at)
    check_priority_as_read(seen, now=queries.mark_of_priority(priority), title=priority.title)
    _take(priority, new, actor=actor, today=localdate(at))
    priority.save()
    log_priority(priority, act="changed", actor=actor, at=at)
    return priority


@transaction.atomic
def answer_informally(
    priority: Priority, *, informal: InformalAnswer, says: str, seen: str = "", actor: Actor, at: datetime
) -> Priority:
    """Say in one sentence what residents do, could do or want; "nothing yet" becomes an open question to everybody.

    `seen` is the mark of what was read. Raises Refused: ("plan_not_open"), ("priority_dropped"), ("informal_changed")
    since then, ("informal_without_sentence"), ("network_words_too_long").
    """
    priority = opened(priority, actor=actor, at=at)
    check_informal_as_read(seen, now=queries.mark_of_informal(priority), says=priority.informal_says)
    priority.informal, priority.informal_says = informal, fitting_informal(informal, says)
    priority.save(update_fields=["informal", "informal_says"])
    log_priority(priority, act="informal", actor=actor, at=at, detail={"answer": informal.value})
    return priority


@transaction.atomic
def move_priority(priority: Priority, *, to: int, actor: Actor, at: datetime) -> Priority:
    """Give a priority another place in the plan, counted from 1.

    Raises Refused: ("plan_not_open"), ("priority_dropped"), ("no_such_place").
    """
    priority = opened(priority, actor=actor, at=at)
    there = {one.pk: one for one in queries.standing_priorities(priority.plan)}
    for position, id_ in enumerate(moved(list(there), one=priority.pk, to=to), start=1):
        there[id_].position = position
    Priority.objects.bulk_update(there.values(), ["position"])
    log_priority(priority, act="moved", actor=actor, at=at, detail={"to": to})
    return there[priority.pk]


@transaction.atomic
def drop_priority(priority: Priority, *, why: str, actor: Actor, at: datetime) -> Priority:
    """Let a priority go, with the reason; what was still asked for it is asked no longer.

    Raises Refused: ("plan_not_open"), ("priority_dropped"), ("drop_without_why"), ("network_words_too_long").
    """
    priority = opened(priority, actor=actor, at=at)
    priority.dropped_why, priority.dropped_on = fitting_why(why), localdate(at)
    priority.save(update_fields=["dropped_on", "dropped_why"])
    log_priority(priority, act="dropped", actor=actor, at=at)
    ask_no_longer(Priority.objects.filter(pk=priority.pk), actor=actor, at=at)
    return priority


@transaction.atomic
def set_reasons(
    priority: Priority, *, reasons: Sequence[NewReason], seen: str = "", actor: Actor, at: datetime
) -> list[Reason]:
    """Say anew why something is a priority: figures of the area, what was told there, and what people want.

    What stands there already may stay; `seen` is the mark of what was read. Raises Refused: ("plan_not_open"),
    ("priority_dropped"), ("reasons_changed") since then, ("reason_not_here") for what the actor cannot choose here, and
    what `fitting_reasons` refuses.
    """
    priority, kept = opened(priority, actor=actor, at=at), fitting_reasons(reasons)
    if seen:
        wishes = priority.reasons.filter(kind=ReasonKind.WISH).order_by("position", "id").values_list("says", flat=True)
        check_reasons_as_read(seen, now=queries.mark_of_reasons(priority), wishes=list(wishes))
    stood = queries.reasons_of(priority)
    _check_known(priority, {one.figure or one.subject for one in kept} - stood, actor=actor, on=localdate(at))
    priority.reasons.all().delete()
    rows = Reason.objects.bulk_create(_reason(priority, position, one) for position, one in enumerate(kept, start=1))
    log_priority(priority, act="reasoned", actor=actor, at=at, detail={"reasons": len(rows)})
    return rows


def _take(priority: Priority, new: NewPriority, *, actor: Actor, today: date) -> None:
    """What was filled in; what stood there may stay, also when it is not in the list any more."""
    new = fitting_priority(new, today=today, look_back_was=priority.look_back_on)
    arrangement = arrangements.nearest(priority.plan.network.body.municipality, on=today)
    listed = {"function": arrangement.functions, "theme": arrangement.themes, "goal": arrangement.goals}
    for name, values in listed.items():
        check_listed(getattr(new, name), {*values, getattr(priority, name)})
    _check_known(priority, {new.figure} - {priority.figure}, actor=actor, on=today)
    for name in ("title", "place_kind", "place", "function", "theme", "goal", "figure", "look_back_on"):
        setattr(priority, name, getattr(new, name))
    priority.known_by = new.known_by or ""


def _after(there: Sequence[Priority]) -> int:
    """The place after the last one; those that were let go left their places empty."""
    return there[-1].position + 1 if there else 1


def _about(priority: Priority) -> tuple[str, str, str]:
    return priority.title, priority.place_kind, priority.place


def _check_known(priority: Priority, wanted: AbstractSet[str | Subject | None], *, actor: Actor, on: date) -> None:
    """Only figures and voices of the area that the actor can read there."""
    named, area = {one for one in wanted if one}, priority.plan.network.body.area
    if named and (area is None or named - to_choose_from(actor, area, on=on)):
        raise Refused("reason_not_here")


def _reason(priority: Priority, position: int, new: NewReason) -> Reason:
    reason = Reason(priority=priority, position=position, kind=new.kind, figure=new.figure, says=new.says)
    if new.subject is not None:
        reason.subject_kind, reason.subject_id = new.subject
    return reason
