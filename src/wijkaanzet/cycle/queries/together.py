"""What the networks of somebody are at: whose move it is in their plans, asked for many at once."""

from collections.abc import Collection

from django.db.models import BigIntegerField, Case, F, OuterRef, Q, Subquery, When

from wijkaanzet.kernel.models import OpenMove
from wijkaanzet.plans.models import Edition, Plan
from wijkaanzet.plans.rules.plans import EDITION, PLAN, EditionStatus


def moves_of_plans(plans: Collection[Plan]) -> dict[int, OpenMove]:
    """The open move of each plan, or of its edition that lies with who decides, by id of the plan; one query."""
    ids = [plan.pk for plan in plans]
    lying = Edition.objects.filter(plan__in=ids, status=EditionStatus.SUBMITTED)
    moves = OpenMove.objects.filter(
        Q(subject_kind=PLAN, subject_id__in=ids) | Q(subject_kind=EDITION, subject_id__in=lying.values("pk"))
    )
    of_edition = Subquery(Edition.objects.filter(pk=OuterRef("subject_id")).values("plan_id")[:1])
    of_any = Case(When(subject_kind=EDITION, then=of_edition), default=F("subject_id"), output_field=BigIntegerField())
    found = moves.annotate(plan=of_any)
    by_plan: dict[int, OpenMove] = {}
    for move in found:
        if move.subject_kind == EDITION or move.plan not in by_plan:  # that of an edition goes first
            by_plan[move.plan] = move
    return by_plan
