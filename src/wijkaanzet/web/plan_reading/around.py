"""What stands around a plan on every page of it: whose it is, whose move it is, where it is, and how to take part."""

from datetime import date
from urllib.parse import urlencode

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from wijkaanzet.areas.access import public_areas
from wijkaanzet.areas.models import Area
from wijkaanzet.areas.queries import drawn_by_name
from wijkaanzet.networks import access as networks
from wijkaanzet.networks import queries as network_queries
from wijkaanzet.people.labels import MOVERS
from wijkaanzet.people.queries import desk_of
from wijkaanzet.plans import access, queries
from wijkaanzet.plans.models import Plan
from wijkaanzet.plans.rules.content import PlanContent
from wijkaanzet.plans.rules.plans import PlanStatus
from wijkaanzet.web.areas.build import area_map
from wijkaanzet.web.desks import desk
from wijkaanzet.web.http import Request, actor_of, is_logged_in
from wijkaanzet.web.networks.who import area_of
from wijkaanzet.web.networks.words import upcoming
from wijkaanzet.web.numbers import day, look_again, term
from wijkaanzet.web.pages.areas import AreaMap
from wijkaanzet.web.pages.plan_reading import OpenQuestion, PlanHead, TakePart
from wijkaanzet.web.parts.moves import Action, MoveCard
from wijkaanzet.web.plan_reading import words
from wijkaanzet.web.tenancy import address
from wijkaanzet.web.tools.links import staircase_link
from wijkaanzet.web.turns import mover

NOW: dict[PlanStatus, str | Promise] = {
    PlanStatus.WRITING: gettext_lazy("Residents and organisations write it together. You can tell what you know."),
    PlanStatus.RESTING: gettext_lazy("The network waits a while."),
    PlanStatus.AGREED: gettext_lazy("The network agrees. The plan is handed in now."),
    PlanStatus.SUBMITTED: gettext_lazy("The plan was handed in. There will be a decision on it."),
    PlanStatus.ADOPTED: gettext_lazy("The plan holds. People do what stands in it, and look back together."),
    PlanStatus.ENDED: gettext_lazy("The years of this plan are over."),
}
"""What happens with a plan, in a sentence or two."""


def head(request: Request, plan: Plan) -> PlanHead:
    """Whose plan it is, and of which years."""
    area, body = area_of(plan.network), plan.network.body
    return PlanHead(
        title=_("Plan for %(area)s") % {"area": area.name},
        years=words.years(plan),
        area=area.name,
        area_href=address(request, "area", slug=area.slug),
        network=body.name,
        network_href=address(request, "network", network=body.key),
    )


def map_of(request: Request, area: Area) -> AreaMap | None:
    """The neighbourhoods with this one marked; one query."""
    areas, borders = drawn_by_name(public_areas(request.municipality), area.division)
    return area_map(request, areas, borders, current=area) if areas else None


def tell_href(request: Request, plan: Plan, *, priority: str = "") -> str:
    """Where somebody tells something for this plan, or about one priority of it; no account is needed."""
    about = {"over": f"plan-{plan.public_id}", **({"prioriteit": priority} if priority else {})}
    return f"{address(request, 'tell')}?{urlencode(about)}"


def questions(request: Request, plan: Plan, held: PlanContent | None) -> tuple[OpenQuestion, ...]:
    """What the network asks everybody on purpose; `held` is what may be read of the plan. Without it one query."""
    return tuple(
        OpenQuestion(text=one.title, note=one.says, href=tell_href(request, plan, priority=one.public_id))
        for one in queries.open_questions(plan, held=held)
    )


def take_part(request: Request, plan: Plan, *, today: date) -> TakePart:
    """How somebody joins or suggests something; two queries."""
    network = plan.network
    meetings = networks.public_meetings(request.municipality).filter(network=network)
    following = network_queries.next_meeting(meetings, on=today)
    shown = upcoming(request, following, []) if following else None
    return TakePart(
        tell_href=tell_href(request, plan),
        told_href=address(request, "plan-suggestions", public_id=plan.public_id),
        network_href=address(request, "network", network=network.body.key),
        meeting=Action(label=f"{shown.day}, {shown.time.lower()}", href=shown.href) if shown else None,
        staircase=staircase_link(request, plan, today=today),
        desk=desk(desk_of(request.municipality, area_of(network))),
    )


def write_link(request: Request, plan: Plan, *, today: date) -> Action | None:
    """The way to where a plan is written, for who writes along; a visitor costs no query."""
    if not is_logged_in(request):
        return None
    own = access.own_plans(actor_of(request), request.municipality, on=today)
    if not own.filter(pk=plan.pk).exists():
        return None
    return Action(label=_("Write along"), href=address(request, "plan-write", public_id=plan.public_id))


def move_card(plan: Plan, *, today: date) -> MoveCard:
    """Whose move the plan is as far as everybody may know; two queries. Never a term of who is only invited."""
    status, move = access.known_statuses([plan])[plan.pk], queries.move_of(plan)
    text = str(NOW[status])
    if status != plan.status:
        return MoveCard(who="", title=_("The decision follows"), text=text)
    if move is None or status in {PlanStatus.ADOPTED, PlanStatus.ENDED}:
        return MoveCard(who="", title=_looks_back(plan, status, today=today), text=text)
    again = move.rest_look_again_on
    resting = ""
    if status is PlanStatus.RESTING and again is not None:
        resting = f"{move.rest_why} {look_again(again, today=today)}"
    return MoveCard(
        who=str(MOVERS[mover(move, today=today)]), text=text, term=term(move.due_on, today), resting=resting
    )


def _looks_back(plan: Plan, status: PlanStatus, *, today: date) -> str:
    if status is PlanStatus.ADOPTED and plan.look_again_on is not None:
        if plan.look_again_on <= today:
            return _("The network looks back now")
        return _("The network looks back on %(day)s") % {"day": day(plan.look_again_on)}
    return _("This plan is over") if status is PlanStatus.ENDED else ""
