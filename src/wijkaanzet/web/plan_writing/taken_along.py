"""What became of a suggestion to which a network said yes, and what comes next for who keeps the plan."""

from django.utils.html import format_html
from django.utils.translation import gettext as _

from wijkaanzet.kernel import clock
from wijkaanzet.plans import queries
from wijkaanzet.plans.access import public_editions
from wijkaanzet.plans.labels import ALONG, PARTLY_ALONG, TAKEN_OVER
from wijkaanzet.plans.models import Plan, Suggestion
from wijkaanzet.plans.rules.plans import FINAL, PlanStatus
from wijkaanzet.plans.rules.sections import TakenOver
from wijkaanzet.plans.rules.suggestions import along, still_to_write
from wijkaanzet.web.http import Request
from wijkaanzet.web.pages.plan_writing import NextStep
from wijkaanzet.web.parts.moves import Action
from wijkaanzet.web.plan_life.words import is_over
from wijkaanzet.web.tenancy import address


def known_number(request: Request, plan: Plan) -> int | None:
    """The number of the newest edition of a plan that everybody may read; None without one. One query."""
    editions = queries.newest_first(public_editions(request.municipality).filter(plan=plan))
    return editions.values_list("number", flat=True).first()


def what_became(one: Suggestion, *, known: int | None) -> str:
    """What was done with a suggestion that was answered, as it is true today; `known` is that of `known_number`."""
    taken_over = TakenOver(one.taken_over)
    if taken_over is TakenOver.NOT or one.comes_with is None:
        return str(TAKEN_OVER[taken_over])
    over = one.plan.status in FINAL or is_over(one.plan, today=clock.today())
    far = along(one.comes_with, known=known, over=over)
    return str((ALONG if taken_over is TakenOver.FULLY else PARTLY_ALONG)[far])


def next_step(request: Request, one: Suggestion) -> NextStep | None:
    """How what was taken over comes into the plan, for who keeps it; None when nothing has to be done for that."""
    status, plan = PlanStatus(one.plan.status), one.plan
    if one.taken_over in {"", TakenOver.NOT} or one.comes_with is None or is_over(plan, today=clock.today()):
        return None
    if not still_to_write(one.comes_with, status, now=plan.round):
        return None
    to_plan = address(request, "plan-write", public_id=plan.public_id)
    match status:
        case PlanStatus.ADOPTED:
            text = _("It only stands in the plan when you change the plan.")
            return NextStep(text=text, action=_to(request, plan, "plan-amend", _("Change the plan")))
        case PlanStatus.RESTING:
            text = _("The plan rests. Take it up again to write this in.")
            return NextStep(text=text, action=_to(request, plan, "plan-take-up", _("Go on writing")))
        case PlanStatus.SUBMITTED:
            text = _("The plan lies there for a decision. When there is one, you can change the plan.")
            return NextStep(text=text, action=Action(label=_("To the plan"), href=to_plan))
        case _:
            return NextStep(text=_("Does it not stand in the plan yet? Write it in."), action=_to_write(request, one))


def said(told: str, step: NextStep | None) -> str:
    """A message together with the way to what comes next."""
    if step is None:
        return told
    return format_html('{} {} <a href="{}">{}</a>', told, step.text, step.action.href, step.action.label)


def _to_write(request: Request, one: Suggestion) -> Action:
    """The priority for which it was taken over, or the whole plan."""
    public_id, priority = one.plan.public_id, one.priority
    if priority is None or priority.dropped_on is not None:
        return Action(label=_("Write it in the plan"), href=address(request, "plan-write", public_id=public_id))
    href = address(request, "priority", public_id=public_id, priority=priority.public_id)
    return Action(label=_("Write it at “%(priority)s”") % {"priority": priority.title}, href=href)


def _to(request: Request, plan: Plan, name: str, label: str) -> Action:
    return Action(label=label, href=address(request, name, public_id=plan.public_id))
