"""The own yes: who brings something says yes or no, with an account or a code from a letter, and may take it back."""

from datetime import datetime

from django.db import transaction
from django.utils.timezone import localdate

from wijkaanzet.kernel.actors import Actor
from wijkaanzet.kernel.refusals import Refused
from wijkaanzet.plans import access
from wijkaanzet.plans.models import Contribution
from wijkaanzet.plans.operations.priority_log import locked_contribution, log_contribution
from wijkaanzet.plans.operations.writing_down import locked_plan
from wijkaanzet.plans.queries.since_adopted import stands_in_plan
from wijkaanzet.plans.rules.contributions import ContributionStatus, YesBy, check_answer, fitting_says


@transaction.atomic
def answer_contribution(
    contribution: Contribution,
    *,
    answer: ContributionStatus,
    by: YesBy,
    says: str = "",
    actor: Actor,
    at: datetime,
) -> Contribution:
    """Who is asked says yes (confirmed) or no (declined), or takes a yes back (withdrawn); nobody has to say why.

    It counts at once, whatever state the plan is in; who keeps the plan looks at what was taken back from one that
    holds. By code whoever found it with the code; by account only somebody of the organisation that is asked.
    Raises Refused: ("contribution_by_code_only"), ("contribution_not_asked_by_letter"), ("contribution_not_asked")
    when the network asks it no more, ("contribution_answered"), ("network_words_too_long").
    """
    locked_plan(contribution.priority.plan)  # which may be handed in just now, with this yes in it
    contribution, today = locked_contribution(contribution), localdate(at)
    if by is YesBy.ACCOUNT and not access.answers_for(actor, contribution, on=today):
        raise Refused("contribution_by_code_only")
    if by is YesBy.CODE and not contribution.code_hash:
        raise Refused("contribution_not_asked_by_letter")
    answered, taken_out = bool(contribution.answered_with), contribution.taken_out
    check_answer(ContributionStatus(contribution.status), answer, answered=answered, taken_out=taken_out)
    if answer is ContributionStatus.WITHDRAWN and not taken_out and stands_in_plan(contribution):
        contribution.fell_away_on = today
    contribution.status, contribution.status_since, contribution.taken_out = answer, today, False
    contribution.answered_with, contribution.says = by, fitting_says(says)
    contribution.answered_by_id = actor.user_id if by is YesBy.ACCOUNT else None
    contribution.save()
    log_contribution(contribution, act=answer, actor=actor, at=at, detail={"by": by.value})
    return contribution
