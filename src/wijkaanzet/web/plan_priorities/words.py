"""What the pages of the priorities of a plan have in common."""

from collections.abc import Mapping
from datetime import date

from django.utils.translation import gettext as _

from wijkaanzet.kernel.subjects import Subject
from wijkaanzet.plans import queries
from wijkaanzet.plans.labels import ASKED_NO_MORE, CONTRIBUTION_STATUSES, YES_BY
from wijkaanzet.plans.models import Ask, Contribution, Plan, Priority
from wijkaanzet.plans.rules.contributions import (
    CONTRIBUTION,
    ContributionStatus,
    YesBy,
    asked_no_more,
    move_of_contribution,
)
from wijkaanzet.plans.rules.plans import PLAN
from wijkaanzet.plans.rules.priorities import PRIORITY
from wijkaanzet.web.acts import Act
from wijkaanzet.web.http import Request
from wijkaanzet.web.numbers import day
from wijkaanzet.web.pages.plan_priorities import FormPage
from wijkaanzet.web.parts.forms import Buttons
from wijkaanzet.web.parts.moves import Action
from wijkaanzet.web.parts.notices import Badge
from wijkaanzet.web.plan_trail import trail
from wijkaanzet.web.tenancy import address


def href(request: Request, priority: Priority, page: str = "priority") -> str:
    """The address of a page of a priority."""
    return address(request, page, public_id=priority.plan.public_id, priority=priority.public_id)


def of_contribution(request: Request, contribution: Contribution, page: str) -> str:
    """The address of a page of what somebody is asked, for who writes along."""
    plan = contribution.priority.plan.public_id
    return address(request, page, public_id=plan, contribution=contribution.public_id)


def state(contribution: Contribution) -> Badge:
    """Where a contribution stands."""
    status = ContributionStatus(contribution.status)
    label = str(ASKED_NO_MORE if taken_out_unanswered(contribution) else CONTRIBUTION_STATUSES[status])
    if status is ContributionStatus.CONFIRMED:
        return Badge(label=label, tone="leaf")
    return Badge(label=label, tone="petrol" if status is ContributionStatus.ASKED else "stone")


def taken_out_unanswered(contribution: Contribution) -> bool:
    """Whether the network took its question out before there was an answer."""
    status = ContributionStatus(contribution.status)
    unanswered = asked_no_more(status, answered=bool(contribution.answered_with))
    return unanswered and status is ContributionStatus.WITHDRAWN


def no_account(contribution: Contribution) -> str:
    """That nobody can answer any more after logging in; empty while somebody can, or once there is an answer."""
    gone = contribution.no_account_since
    if gone is None or contribution.status not in {ContributionStatus.ASKED, ContributionStatus.LAPSED}:
        return ""
    return _("nobody there has an account any more since %(day)s") % {"day": day(gone)}


def own_answer(contribution: Contribution) -> str:
    """How who is asked said yes or no themselves; empty while they did not."""
    if not contribution.answered_with:
        return ""
    return _("they answered %(how)s") % {"how": YES_BY[YesBy(contribution.answered_with)]}


def until(contribution: Contribution) -> str:
    """Until when residents can answer, said to them; empty when it does not lapse."""
    if contribution.lapses_on is None:
        return ""
    told = {"day": day(contribution.lapses_on)}
    return _("Say it before the end of %(day)s. After that the network goes on.") % told


def answer_by(contribution: Contribution, *, today: date) -> str:
    """Until when the network hopes for an answer of who logs in, said to them; empty when nothing lies with them."""
    facts = queries.contribution_standing(contribution).facts
    asked = move_of_contribution(ContributionStatus(contribution.status), facts)
    if asked is None or asked.due_on is None or contribution.no_account_since is not None:
        return ""
    told = {"day": day(asked.due_on)}
    if asked.due_on < today:
        return _("The network asked for an answer before the end of %(day)s. You can still give it.") % told
    return _("Please answer before the end of %(day)s.") % told


def who_answers(ask: Ask) -> str:
    """Who comes back with the answer to a question to others."""
    told = {"who": ask.to_whom}
    if ask.organisation_id is not None and ask.no_account_since is None:
        return _("%(who)s answers it after logging in.") % told
    if ask.organisation_id is not None:
        return _("Nobody of %(who)s has an account now, so the policy officer comes back with the answer.") % told
    return _("The policy officer comes back with the answer.")


def went_on_without(contribution: Contribution) -> str:
    """When the network went on without what fell away, and why if it said so; empty while nobody looked at it."""
    if contribution.looked_at_on is None:
        return ""
    told = {"day": day(contribution.looked_at_on), "why": contribution.goes_on_because}
    if contribution.goes_on_because:
        return _("the network goes on without since %(day)s: %(why)s") % told
    return _("the network goes on without since %(day)s") % told


def form_page(
    request: Request,
    priority: Priority,
    words: Mapping[str, str],
    *,
    points: tuple[str, ...] = (),
    quote: tuple[str, ...] = (),
) -> FormPage:
    """The page of one question about a priority: its title, lead and button, and the way back."""
    back = Action(label=_("Back to the priority"), href=href(request, priority), kind="secondary")
    return FormPage(
        trail=trail(request, priority.plan),
        title=words["title"],
        lead=words["lead"],
        points=points,
        quote=quote,
        buttons=Buttons(submit=words["submit"], actions=(back,)),
    )


def act_on_plan(act: str, plan: Plan) -> Act:
    """What is done with a plan, as the audit log calls it."""
    return Act(f"plans.plan.{act}", Subject(PLAN, plan.pk))


def act_on_priority(act: str, priority: Priority) -> Act:
    """What is done with a priority, as the audit log calls it."""
    return Act(f"plans.priority.{act}", Subject(PRIORITY, priority.pk))


def act_on_contribution(act: str, contribution: Contribution) -> Act:
    """What is done with what somebody is asked, as the audit log calls it."""
    return Act(f"plans.contribution.{act}", Subject(CONTRIBUTION, contribution.pk))
