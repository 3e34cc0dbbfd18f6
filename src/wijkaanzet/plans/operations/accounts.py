"""Questions of plans follow the accounts of the organisations that are asked."""

from datetime import date, datetime

from django.db import transaction
from django.utils.timezone import localdate

from wijkaanzet.kernel.actors import Actor
from wijkaanzet.plans import queries
from wijkaanzet.plans.models import Ask, Contribution
from wijkaanzet.plans.operations.priority_log import log_ask, log_contribution
from wijkaanzet.plans.queries.asked import asks_of_other_accounts
from wijkaanzet.plans.rules.priorities import AskStatus

ACTS = {True: "without_account", False: "with_account"}


@transaction.atomic
def follow_accounts(*, actor: Actor, at: datetime) -> int:
    """Where the last account of an organisation ended, somebody of the municipality goes on; how many moves went over.

    What it is asked to bring goes to who keeps the plan, any other question to the policy officer. Where somebody has
    an account again the question lies with the organisation from that day on.
    """
    moved, today = 0, localdate(at)
    for contribution in queries.of_other_accounts(on=today).select_for_update(of=("self",)):
        gone = _follow(contribution, waits=True, today=today)
        log_contribution(contribution, act=ACTS[gone], actor=actor, at=at)
        moved += 1
    for ask in asks_of_other_accounts(on=today).select_for_update(of=("self",)):
        gone = _follow(ask, waits=ask.status == AskStatus.ASKED, today=today)
        log_ask(ask, act=ACTS[gone], actor=actor, at=at)
        moved += 1
    return moved


def _follow(asked: Contribution | Ask, *, waits: bool, today: date) -> bool:
    """Whether nobody there has an account now; with one again, what waits for an answer has its term anew."""
    gone = asked.no_account_since is None
    asked.no_account_since = today if gone else None
    if waits and not gone:
        asked.status_since = today
    asked.save(update_fields=["no_account_since", "status_since"])
    return gone
