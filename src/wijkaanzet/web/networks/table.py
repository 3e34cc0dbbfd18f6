"""The hour of the coordinator: what comes next, the agenda, who take part and what was agreed, on one screen."""

from datetime import date

from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from wijkaanzet.kernel import clock
from wijkaanzet.kernel.periods import Period
from wijkaanzet.networks import access, queries
from wijkaanzet.networks.models import Meeting, Network
from wijkaanzet.networks.rules import FINAL, MeetingStatus, move
from wijkaanzet.networks.rules.meetings import TO_COME
from wijkaanzet.people.labels import MOVERS
from wijkaanzet.people.rules import Role
from wijkaanzet.plans.access import public_plans
from wijkaanzet.plans.queries import not_ended, of_the_same_years
from wijkaanzet.plans.rules.plans import PlanStatus
from wijkaanzet.web.http import Request, actor_of
from wijkaanzet.web.mine import held
from wijkaanzet.web.networks import words
from wijkaanzet.web.networks.agenda import agenda_box, suggestions
from wijkaanzet.web.networks.agenda_form import AgendaForm
from wijkaanzet.web.networks.who import network_to_keep
from wijkaanzet.web.numbers import term
from wijkaanzet.web.pages.meetings import AgendaBox, TablePage
from wijkaanzet.web.parts.moves import Action, MoveCard
from wijkaanzet.web.parts.notices import Download
from wijkaanzet.web.plan_life.opening import proposed_years
from wijkaanzet.web.plan_life.words import table_href
from wijkaanzet.web.plan_trail import plan_title
from wijkaanzet.web.tenancy import address


@require_safe
@never_cache
def table(request: Request, network: str) -> HttpResponse:
    """Everything for the next meeting on one page."""
    kept = network_to_keep(request, network)
    return render(request, "web/network_table.html", {"page": _page(request, kept, today=clock.today())})


def _page(request: Request, network: Network, *, today: date) -> TablePage:
    own = access.own_meetings(actor_of(request), request.municipality, on=today).filter(network=network)
    going = list(queries.in_time(own.exclude(status__in=FINAL)))
    # What was held asks for a report before the next meeting asks for anything.
    current = next((one for one in going if one.status == MeetingStatus.HELD), None) or next(iter(going), None)
    coming = next((one for one in going if one.status in TO_COME), None)
    until = localdate(coming.starts_at) if coming else today
    again = queries.agreements_to_look_at(network, on=max(until, today))
    key, in_area = network.body.key, network.body.area_id is not None
    return TablePage(
        place=words.place(request, network),
        card=_card(request, network, current, today=today),
        upcoming=words.upcoming(request, coming, []) if coming else None,
        agenda=_agenda(request, coming) if coming else None,
        free_seats=tuple(words.seat_line_to_keep(one) for one in queries.seats_of(network, on=today) if not one.taken),
        people=tuple(words.person(one, today=today) for one in queries.members_of(network)),
        agreements=tuple(words.agreement_line(request, one, acts=True) for one in again),
        meetings=tuple(words.meeting_line(request, one, badge=True) for one in going),
        members_href=address(request, "network-members", network=key),
        seats_href=address(request, "network-seats", network=key),
        describe_href=address(request, "network-describe", network=key),
        new_href=address(request, "meeting-new", network=key),
        plans=_plans(request, network),
        spheres_href=address(request, "network-spheres", network=key) if in_area else "",
        words_href=address(request, "network-words", network=key) if in_area else "",
        new_plan_href=_new_plan_href(request, network, today=today) if in_area else "",
        invitations_href=address(request, "network-invitations", network=key),
        remind_href=address(request, "network-remind", network=key) if again else "",
        entrust_href=address(request, "network-entrust", network=key) if _may_entrust(request) else "",
        papers=(*(words.papers_to_keep(request, coming) if coming else ()), *_last_report(request, own)),
    )


def _last_report(request: Request, own: QuerySet[Meeting]) -> tuple[Download, ...]:
    """The newest report, to print; one query."""
    last = queries.newest_first(own.filter(status=MeetingStatus.REPORTED)).first()
    if last is None:
        return ()
    label = _("Report of the meeting on %(day)s") % {"day": words.day_of(last)}
    return (Download(href=words.meeting_href(request, last, "meeting-agenda-pdf"), label=label, kind="PDF"),)


def _plans(request: Request, network: Network) -> tuple[Action, ...]:
    """Where each plan of the network is written; one query."""
    own = not_ended(public_plans(request.municipality).filter(network=network)).order_by("starts_on", "id")
    return tuple(Action(label=plan_title(plan), href=table_href(request, plan), kind="secondary") for plan in own)


def _new_plan_href(request: Request, network: Network, *, today: date) -> str:
    """Where a plan begins; empty while the network is busy with one for the years that would be proposed."""
    years = proposed_years(request, today=today)
    period = Period(date(years[0], 1, 1), date(years[-1] + 1, 1, 1))
    busy = not_ended(of_the_same_years(network, period)).exclude(status=PlanStatus.ADOPTED)
    return "" if busy.exists() else address(request, "plan-new", network=network.body.key)


def _may_entrust(request: Request) -> bool:
    return any(one.role in (Role.AREA_MANAGER, Role.POLICY_OFFICER) for one in held(request))


def _agenda(request: Request, meeting: Meeting) -> AgendaBox:
    form = AgendaForm(None, items=queries.agenda_of(meeting), suggestions=suggestions(request, meeting))
    return agenda_box(request, meeting, form)


def _card(request: Request, network: Network, meeting: Meeting | None, *, today: date) -> MoveCard:
    """The one thing to do now, or that nothing needs to be done."""
    who = str(MOVERS[Role.COORDINATOR])
    if meeting is None:
        plan = Action(label=_("Plan a meeting"), href=address(request, "meeting-new", network=network.body.key))
        return MoveCard(
            who="", title=_("No meeting is planned"), text=_("Choose a day when it suits you."), actions=(plan,)
        )
    status = MeetingStatus(meeting.status)
    told = {"day": words.day_of(meeting)}
    if status is MeetingStatus.INVITED and today < localdate(meeting.starts_at):
        text = _("People are invited. Until then you can still change the agenda.")
        return MoveCard(who="", title=_("You meet on %(day)s") % told, text=text)
    if status is MeetingStatus.PLANNED and localdate(meeting.starts_at) < today:
        status = MeetingStatus.INVITED  # the day is over: what is left to do is to say who came
    text, label, page = {
        MeetingStatus.PLANNED: (
            _("The meeting on %(day)s is planned. Look at the agenda, and then invite people."),
            _("Invite people"),
            "meeting-invite",
        ),
        MeetingStatus.INVITED: (_met(meeting, today=today), _("Write down who came"), "meeting-hold"),
        MeetingStatus.HELD: (
            _("You met on %(day)s. A few sentences and what you agreed are enough."),
            _("Write the report"),
            "meeting-report",
        ),
    }[status]
    standing = queries.standing(meeting)
    asked = move(MeetingStatus(meeting.status), standing.facts)
    return MoveCard(
        who=who,
        text=text % told,
        term=term(asked.due_on if asked else None, today),
        actions=(Action(label=label, href=words.meeting_href(request, meeting, page)),),
    )


def _met(meeting: Meeting, *, today: date) -> str:
    if localdate(meeting.starts_at) == today:
        return _("You meet today %(time)s. Afterwards write down who came.") % {"time": words.time_of(meeting)}
    return _("You met on %(day)s.") % {"day": words.day_of(meeting)}
