"""The networks of somebody: when they meet, where their plan stands, and the one thing that can be done now."""

from datetime import date, timedelta

from django.utils.text import capfirst
from django.utils.translation import gettext as _

from wijkaanzet.cycle import queries as cycle
from wijkaanzet.cycle.access import meetings_ahead, own_and_joined
from wijkaanzet.kernel.models import OpenMove
from wijkaanzet.networks.models import Meeting, Network
from wijkaanzet.people.labels import MOVERS
from wijkaanzet.plans.access import own_plans
from wijkaanzet.plans.labels import PLAN_STATUSES
from wijkaanzet.plans.models import Plan
from wijkaanzet.plans.queries import not_ended
from wijkaanzet.plans.rules.moves import WRITE_AGAIN
from wijkaanzet.plans.rules.plans import PlanStatus
from wijkaanzet.web import turns
from wijkaanzet.web.http import Request, actor_of
from wijkaanzet.web.moves.words import rests
from wijkaanzet.web.networks import words
from wijkaanzet.web.pages.moves import NetworkCard
from wijkaanzet.web.parts.moves import Action, MoveCard
from wijkaanzet.web.tenancy import address

MOST = 12
AHEAD = timedelta(days=366)
WRITES = frozenset({PlanStatus.WRITING, PlanStatus.AGREED})


def network_cards(request: Request, *, today: date) -> tuple[NetworkCard, ...]:
    """The networks that somebody keeps or takes part in, by name; four queries however many there are."""
    actor, municipality = actor_of(request), request.municipality
    networks = list(own_and_joined(actor, municipality, on=today).order_by("body__name", "id")[:MOST])
    if not networks:
        return ()
    meetings: dict[int, Meeting] = {}
    for meeting in meetings_ahead(actor, municipality, on=today, until=today + AHEAD).filter(network__in=networks):
        meetings.setdefault(meeting.network_id, meeting)
    going = not_ended(own_plans(actor, municipality, on=today)).filter(network__in=networks)
    plans = {plan.network_id: plan for plan in going.order_by("starts_on", "id")}
    moves = cycle.moves_of_plans(plans.values()) if plans else {}
    return tuple(
        _card(request, one, meetings.get(one.pk), _of_plan(plans.get(one.pk), moves, today=today)) for one in networks
    )


def _of_plan(plan: Plan | None, moves: dict[int, OpenMove], *, today: date) -> tuple[Plan, str] | None:
    """The plan that a network is at, and where it stands in a sentence or two; never how long who is invited has."""
    if plan is None:
        return None
    move = moves.get(plan.pk)
    stands = _("The plan: %(state)s.") % {"state": PLAN_STATUSES[PlanStatus(plan.status)]}
    if move is not None and move.action == WRITE_AGAIN:
        stands = _("The plan came back, with the reasons. You write it again together.")
    if move is None:
        return plan, stands
    if move.rest_look_again_on:
        return plan, " ".join((stands, *rests(move, move.rest_look_again_on, today=today)))
    who = MoveCard(who=str(MOVERS[turns.mover(move, today=today)]), text="").heading
    return plan, f"{stands} {who}."


def _card(request: Request, network: Network, meeting: Meeting | None, plan: tuple[Plan, str] | None) -> NetworkCard:
    return NetworkCard(
        title=network.body.name,
        href=address(request, "network", network=network.body.key),
        meeting=_meets(meeting) if meeting else _("No meeting is planned."),
        plan=plan[1] if plan else "",
        action=_action(request, meeting, plan[0] if plan else None),
    )


def _meets(meeting: Meeting) -> str:
    told = {"day": words.day_of(meeting), "time": words.time_of(meeting), "place": meeting.place}
    line = _("You meet on %(day)s, %(time)s, at %(place)s.") if meeting.place else _("You meet on %(day)s, %(time)s.")
    return capfirst(line % told)


def _action(request: Request, meeting: Meeting | None, plan: Plan | None) -> Action | None:
    """The one thing that can be done now: write along, else look at what the next meeting is about."""
    if plan is not None and PlanStatus(plan.status) in WRITES:
        href = address(request, "plan-write", public_id=plan.public_id)
        return Action(label=_("Write along in the plan"), href=href, kind="secondary")
    if meeting is not None:
        href = words.meeting_href(request, meeting)
        return Action(label=_("What is the meeting about?"), href=href, kind="secondary")
    return None
