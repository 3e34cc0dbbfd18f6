"""What a network asks everybody on purpose: what nobody knows yet, in the words that everybody may read."""

from dataclasses import dataclass

from django.db.models import QuerySet

from wijkaanzet.intake.models import Entry
from wijkaanzet.plans.models import Edition, Plan, Priority
from wijkaanzet.plans.queries.life import with_network
from wijkaanzet.plans.queries.published import editions_held
from wijkaanzet.plans.rules.content import PlanContent
from wijkaanzet.plans.rules.plans import FINAL, PLAN
from wijkaanzet.plans.rules.priorities import PRIORITY, InformalAnswer


@dataclass(frozen=True)
class AskedOfAll:
    """A priority about which everybody may tell something: its public id, its title, and what the network says."""

    public_id: str
    title: str
    says: str


@dataclass(frozen=True)
class ToldFor:
    """For which plan somebody told something, and which priority of it that answers, when it answers one."""

    plan: Plan
    priority: Priority | None


def told_for(entry: Entry) -> ToldFor | None:
    """The plan for which something was told in its municipality; None when it was told for none. Two queries."""
    if entry.about_id is None:
        return None
    priority = None
    if entry.about_kind == PRIORITY:
        priority = Priority.objects.filter(pk=entry.about_id).first()
    plan_id = entry.about_id if entry.about_kind == PLAN else priority.plan_id if priority else None
    own = with_network(Plan.objects.filter(network__body__municipality=entry.municipality))
    plan = own.filter(pk=plan_id).first() if plan_id is not None else None
    return ToldFor(plan, priority) if plan is not None else None


def open_questions(plan: Plan, *, held: PlanContent | None) -> tuple[AskedOfAll, ...]:
    """What is asked of everybody, in the order of the plan; `held` is what the edition says that everybody reads.

    Whatever is changed meanwhile, that stays what is asked. As long as nothing of a plan may be read, it is what
    nobody knows yet while the network writes; that costs one query. Of a plan that is over nothing is asked any more.
    """
    if plan.status in FINAL:
        return ()
    if held is None:
        return tuple(AskedOfAll(one.public_id, one.title, one.informal_says) for one in _written(plan))
    return tuple(
        AskedOfAll(one.public_id, one.title, one.informal_says)
        for one in held.priorities
        if one.informal is InformalAnswer.NOTHING_YET
    )


def asked_of_all(plan: Plan, public_id: str, *, editions: QuerySet[Edition]) -> AskedOfAll | None:
    """The priority of a plan that somebody tells something about, when everybody may know of it.

    `editions` are those that everybody may read: of the newest it is any priority, so that an answer finds its place
    also when the question was closed meanwhile; without one only an open question. Two queries at most.
    """
    held = content_for_all(plan, editions=editions)
    if held is None:
        known = open_questions(plan, held=None)
    else:
        known = tuple(AskedOfAll(one.public_id, one.title, one.informal_says) for one in held.priorities)
    return next((one for one in known if one.public_id == public_id), None)


def content_for_all(plan: Plan, *, editions: QuerySet[Edition]) -> PlanContent | None:
    """What the newest of these editions of a plan says; None without one. One query."""
    newest = editions_held(editions.filter(plan=plan), most=1)
    return newest[0][1] if newest else None


def _written(plan: Plan) -> QuerySet[Priority]:
    asked = plan.priorities.filter(informal=InformalAnswer.NOTHING_YET, dropped_on__isnull=True)
    return asked.order_by("position", "id")
