"""What fell away from a plan because somebody took back a yes: who keeps the plan goes on without, or changes it."""

from datetime import datetime

from django.db import transaction
from django.utils.timezone import localdate

from wijkaanzet.kernel.actors import Actor
from wijkaanzet.plans.models import Contribution, Plan, Priority
from wijkaanzet.plans.operations.priority_log import locked_contribution, log_contribution
from wijkaanzet.plans.queries.asked import fallen_away
from wijkaanzet.plans.rules.contributions import check_fell_away, fitting_says


@transaction.atomic
def go_on_without(contribution: Contribution, *, why: str = "", actor: Actor, at: datetime) -> Contribution:
    """Who keeps the plan looked at what fell away, and the network goes on without; nobody has to say why.

    Raises Refused: ("nothing_fell_away") also once somebody looked at it, ("network_words_too_long").
    """
    contribution = locked_contribution(contribution)
    check_fell_away(contribution.fell_away_on, contribution.looked_at_on)
    contribution.goes_on_because = fitting_says(why)
    return _looked_at(contribution, act="gone_on_without", actor=actor, at=at)


@transaction.atomic
def look_at_all_fallen_away(plan: Plan, *, actor: Actor, at: datetime) -> None:
    """What fell away is looked at, for the plan changes, or the network agrees with it as it stands now."""
    for contribution in fallen_away(Priority.objects.filter(plan=plan)).select_for_update(of=("self",)):
        _looked_at(contribution, act="looked_at", actor=actor, at=at)


def _looked_at(contribution: Contribution, *, act: str, actor: Actor, at: datetime) -> Contribution:
    contribution.looked_at_on, contribution.looked_at_by_id = localdate(at), actor.user_id
    contribution.save(update_fields=["looked_at_on", "looked_at_by", "goes_on_because"])
    log_contribution(contribution, act=act, actor=actor, at=at)
    return contribution
