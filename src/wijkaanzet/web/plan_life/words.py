"""Where a plan stands, how a network agreed and what there is to do, in words."""

from collections.abc import Iterable
from datetime import date, timedelta

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from wijkaanzet.plans.labels import AGREEMENT_WAYS, CONTRIBUTION_STATUSES, PLAN_STATUSES
from wijkaanzet.plans.models import Plan
from wijkaanzet.plans.queries import to_look_back_at
from wijkaanzet.plans.rules.content import AgreementKept, PriorityKept
from wijkaanzet.plans.rules.contributions import ContributionStatus
from wijkaanzet.plans.rules.plans import AgreementWay, PlanStatus
from wijkaanzet.web.http import Request
from wijkaanzet.web.numbers import day
from wijkaanzet.web.pages.plan_life import AgreedBox, BringLine, VoiceLine
from wijkaanzet.web.parts.moves import Action
from wijkaanzet.web.parts.notices import Badge
from wijkaanzet.web.tenancy import address

NOW: dict[PlanStatus, str | Promise] = {
    PlanStatus.WRITING: gettext_lazy(
        "The network writes. Is everything in it that matters? Then write down that the network agrees."
    ),
    PlanStatus.RESTING: gettext_lazy("The plan rests. What is written stays as it is."),
    PlanStatus.AGREED: gettext_lazy(
        "The network agrees. Hand the plan in. Does a word change? Then the network agrees again first."
    ),
    PlanStatus.SUBMITTED: gettext_lazy("The plan lies there for a decision. Until then nothing in it changes."),
    PlanStatus.ADOPTED: gettext_lazy("The plan is adopted. People here carry it out, and look back at it together."),
    PlanStatus.ENDED: gettext_lazy("The years of this plan are over."),
}
CAME_BACK = gettext_lazy(
    "The plan came back, with the reasons. Change what has to be done again. Then the network agrees again."
)
"""Instead of where it stands, when it is written again."""


def state(plan: Plan) -> Badge:
    """Where a plan stands."""
    status = PlanStatus(plan.status)
    label = str(PLAN_STATUSES[status])
    if status in {PlanStatus.ADOPTED, PlanStatus.AGREED}:
        return Badge(label=label, tone="leaf")
    return Badge(label=label, tone="stone" if status in {PlanStatus.RESTING, PlanStatus.ENDED} else "petrol")


def table_href(request: Request, plan: Plan) -> str:
    """Where a plan is written."""
    return address(request, "plan-write", public_id=plan.public_id)


def back(request: Request, plan: Plan) -> Action:
    """The way back to where it is written."""
    return Action(label=_("Back to the plan"), href=table_href(request, plan), kind="secondary")


def way(request: Request, plan: Plan, page: str, label: str) -> Action:
    """A second way out, to a page of the plan."""
    return Action(label=label, href=address(request, page, public_id=plan.public_id), kind="secondary")


def is_over(plan: Plan, *, today: date) -> bool:
    """Whether the last day of a plan has been."""
    return plan.ends_before is not None and today >= plan.ends_before


def to_look_at(plan: Plan, *, today: date) -> tuple[str, ...]:
    """What a network looks at when it looks back, and until when its plan holds; one query."""
    last = plan.ends_before - timedelta(days=1) if plan.ends_before else plan.starts_on
    return (
        *look_back_together(to_look_back_at([plan.pk], today=today).get(plan.pk, ())),
        _("What did people do? What came of it? What would you do in another way?"),
        _("The plan holds up to and including %(day)s.") % {"day": day(last)},
    )


def look_back_together(titles: tuple[str, ...]) -> tuple[str, ...]:
    """That people wanted to look back at these priorities together by now; nothing without any."""
    if not titles:
        return ()
    return (_("You wanted to look back together at: %(priorities)s.") % {"priorities": "; ".join(titles)},)


def agreed_box(agreement: AgreementKept | None) -> AgreedBox | None:
    """How the network agreed, with the other voices."""
    if agreement is None:
        return None
    way_of = AgreementWay(agreement.way)
    counted = agreement.in_favour is not None and agreement.against is not None
    votes = {"favour": agreement.in_favour, "against": agreement.against}
    facts = (
        _("The network agreed on %(day)s.") % {"day": day(agreement.agreed_on)},
        f"{AGREEMENT_WAYS[way_of]}.",
        _("%(favour)s in favour and %(against)s against.") % votes if counted else "",
        _("This is how the network agrees: %(rule)s") % {"rule": agreement.rule} if agreement.rule else "",
    )
    voices = tuple(VoiceLine(text=one.text, by_whom=one.by_whom) for one in agreement.dissents)
    return AgreedBox(facts=tuple(filter(None, facts)), voices=voices)


def brings(priority: PriorityKept) -> tuple[BringLine, ...]:
    """Who brings what, residents first, and whether they said yes."""
    return tuple(_bring_lines(priority))


def _bring_lines(priority: PriorityKept) -> Iterable[BringLine]:
    for one in priority.contributions:
        label = str(CONTRIBUTION_STATUSES[one.status])
        yes = one.status is ContributionStatus.CONFIRMED
        yield BringLine(who=one.who, what=one.what, state=Badge(label=label, tone="leaf" if yes else "stone"))
