"""What everybody reads of plans beside their editions: which plan is there, and what was taken back since."""

from collections.abc import Collection, Mapping
from datetime import date

from django.db.models import Case, Exists, JSONField, OuterRef, Q, QuerySet, Subquery, When
from django.db.models.functions import Coalesce

from wijkaanzet.areas.models import Area
from wijkaanzet.decisions.models import Decision
from wijkaanzet.decisions.rules import Status
from wijkaanzet.kernel.models import OpenMove
from wijkaanzet.kernel.periods import Period
from wijkaanzet.networks.models import Network
from wijkaanzet.plans.models import Contribution, Edition, Picture, Plan
from wijkaanzet.plans.queries.content import held_by
from wijkaanzet.plans.rules.content import PlanContent
from wijkaanzet.plans.rules.content_json import from_json
from wijkaanzet.plans.rules.contributions import ContributionStatus
from wijkaanzet.plans.rules.plans import EDITION, FINAL, PLAN, EditionStatus
from wijkaanzet.plans.rules.sections import SectionKey


def known_decisions() -> QuerySet[Decision]:
    """The decisions on editions that were made known: what was decided on a plan is public by these only."""
    return Decision.objects.filter(subject_kind=EDITION, status=Status.PUBLISHED)


def newest_first(editions: QuerySet[Edition]) -> QuerySet[Edition]:
    """Editions of one plan, the last one first."""
    return editions.order_by("-submitted_on", "-id")


def of_areas(plans: QuerySet[Plan]) -> QuerySet[Plan]:
    """Plans by the name of their neighbourhood; of one neighbourhood by network, the newest years first."""
    return plans.order_by("network__body__area__name", "network__body__name", "-starts_on", "id")


def not_ended(plans: QuerySet[Plan]) -> QuerySet[Plan]:
    """Of these plans those that are written, decided on or hold."""
    return plans.exclude(status__in=FINAL)


def of_the_same_years(network: Network, period: Period) -> QuerySet[Plan]:
    """Plans beside which a network has no other one that holds in this period, the first one first."""
    same_time = Q(starts_on__lt=period.ends_before, ends_before__gt=period.starts_on) & ~Q(status__in=FINAL)
    found = Plan.objects.filter(Q(starts_on=period.starts_on) | same_time, network=network)
    return found.order_by("starts_on", "id")


def summaries_of(editions: QuerySet[Edition]) -> dict[int, tuple[int, str]]:
    """The number and the summary of the newest of these editions, by the id of its plan; one query."""
    rows = editions.order_by("plan_id", "submitted_on", "id").values_list(
        "plan_id", "number", f"content__plan__texts__{SectionKey.SUMMARY}"
    )
    return {plan: (number, summary or "") for plan, number, summary in rows}


def taken_back(plan_ids: Collection[int]) -> set[str]:
    """The contributions of these plans to which no yes stands any more, by public id; one query.

    What the network itself takes out of its plan stays as it was adopted, promised or asked, until a change without it
    is. Of a plan that is over nothing is asked any more.
    """
    gone = (ContributionStatus.WITHDRAWN, ContributionStatus.DECLINED)
    said = ~Q(answered_with="") | Q(priority__plan__status__in=FINAL)
    found = Contribution.objects.filter(said, priority__plan__in=plan_ids, status__in=gone, taken_out=False)
    return set(found.values_list("public_id", flat=True))


def pictures_there(plan: Plan) -> set[str]:
    """The pictures that may still be seen, by public id; one query."""
    return set(Picture.objects.filter(plan=plan).values_list("public_id", flat=True))


def pictures_to_print(plan: Plan, public_ids: Collection[str]) -> Mapping[str, bytes]:
    """What is on these pictures, as JPEG, by public id; one query."""
    found = Picture.objects.filter(plan=plan, public_id__in=public_ids)
    return {public_id: bytes(content) for public_id, content in found.values_list("public_id", "content")}


def move_of(plan: Plan) -> OpenMove | None:
    """The open move of a plan, or of its edition that lies with who decides; one query."""
    handed_in = Edition.objects.filter(plan=plan, status=EditionStatus.SUBMITTED)
    moves = OpenMove.objects.filter(
        Q(subject_kind=EDITION, subject_id__in=handed_in.values("pk")) | Q(subject_kind=PLAN, subject_id=plan.pk)
    )
    found = {one.subject_kind: one for one in moves.order_by("id")}
    return found.get(EDITION) or found.get(PLAN)


def editions_held(editions: QuerySet[Edition], *, most: int) -> list[tuple[Edition, PlanContent]]:
    """The newest of these editions with what they hold; one query."""
    return [(one, held_by(one)) for one in newest_first(editions)[:most]]


def with_plan(areas: QuerySet[Area], *, editions: QuerySet[Edition], on: date) -> QuerySet[Area]:
    """Areas together with the plan to read there, for `plan_of`.

    Of those with one of these editions the one that holds on a day, else the newest; else what is being written.
    """
    plans = Plan.objects.filter(network__body__area=OuterRef("pk")).exclude(status__in=FINAL)
    newest = plans.order_by("-starts_on", "id").values("public_id")
    readable = newest.filter(Exists(editions.filter(plan=OuterRef("pk"))))
    holds = readable.filter(starts_on__lte=on, ends_before__gt=on)
    return areas.annotate(plan_to_read=Coalesce(*(Subquery(found[:1]) for found in (holds, readable, newest))))


def with_plan_held(areas: QuerySet[Area], *, editions: QuerySet[Edition], slug: str) -> QuerySet[Area]:
    """Areas of `with_plan`, the one at an address together with what the newest of these editions of its plan holds,
    and whether there is another plan with one of these editions."""
    newest = newest_first(editions.filter(plan__public_id=OuterRef("plan_to_read"))).values("content")
    held = Case(When(slug=slug, then=Subquery(newest[:1])), default=None, output_field=JSONField())
    others = editions.filter(plan__network__body__area=OuterRef("pk")).exclude(plan__status__in=FINAL)
    beside = Exists(others.exclude(plan__public_id=OuterRef("plan_to_read")))
    return areas.annotate(plan_held=held, plan_beside=Case(When(slug=slug, then=beside), default=False))


def plan_of(area: Area) -> str:
    """The public id of the plan to read there, of an area that came from `with_plan`; empty without one."""
    return getattr(area, "plan_to_read") or ""  # noqa: B009  # beside the fields of the model


def more_plans_there(area: Area) -> bool:
    """Whether more than one plan can be read there, of an area that came from `with_plan_held`."""
    return bool(getattr(area, "plan_beside"))  # noqa: B009  # beside the fields of the model


def content_to_read(area: Area) -> PlanContent | None:
    """What the plan to read there holds, of an area that came from `with_plan_held`; None without an edition."""
    held = getattr(area, "plan_held")  # noqa: B009  # beside the fields of the model
    return from_json(held) if held else None
