"""What people said since an edition was handed in: it stays as it was, but nobody is held to what they promised."""

from collections.abc import Collection, Mapping

from django.db.models import Q

from wijkaanzet.plans.models import Contribution, Edition
from wijkaanzet.plans.queries.content import held_by
from wijkaanzet.plans.rules.content import PlanContent
from wijkaanzet.plans.rules.contributions import ContributionStatus
from wijkaanzet.plans.rules.plans import EditionStatus

PROMISED = frozenset({ContributionStatus.ASKED, ContributionStatus.CONFIRMED})
"""As it stood when it was handed in: what a later yes may still make a promise counts."""


def answers_since(content: PlanContent) -> Mapping[str, ContributionStatus]:
    """Of what had no answer when an edition was handed in: who said yes since, and what the network goes on without.

    By public id. What the network takes out of its plan after such a yes stays a yes until a change without it is
    adopted. At most one query, and none when everybody had answered.
    """
    asked = [
        one.public_id
        for priority in content.priorities
        for one in priority.contributions
        if one.status is ContributionStatus.ASKED
    ]
    if not asked:
        return {}
    answered = Q(status__in=(ContributionStatus.CONFIRMED, ContributionStatus.LAPSED)) | Q(taken_out=True)
    found = Contribution.objects.filter(answered, public_id__in=asked).values_list("public_id", "status")
    lapsed = ContributionStatus.LAPSED
    return {id_: lapsed if status == lapsed else ContributionStatus.CONFIRMED for id_, status in found}


def gone_on_without(plan_ids: Collection[int]) -> set[str]:
    """What these plans ask no more because no answer came, by the public ids of contributions; one query."""
    found = Contribution.objects.filter(priority__plan__in=plan_ids, status=ContributionStatus.LAPSED)
    return set(found.values_list("public_id", flat=True))


def stands_in_plan(contribution: Contribution) -> bool:
    """Whether the plan that holds, or the change of it that lies with who decides, has it as something to count on."""
    editions = Edition.objects.filter(plan=contribution.priority.plan_id)
    newest = editions.filter(status=EditionStatus.ADOPTED).order_by("-submitted_on", "-id")[:1]
    looked_in = (*newest, *editions.filter(status=EditionStatus.SUBMITTED))
    return any(
        one.public_id == contribution.public_id and one.status in PROMISED
        for edition in looked_in
        for priority in held_by(edition).priorities
        for one in priority.contributions
    )
