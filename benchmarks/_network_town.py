"""What benchmarks/_networks.py looks at: a network with its plan, made through operations, and copies of it."""

import copy
import io
from collections.abc import Callable, Iterable
from datetime import date, timedelta
from itertools import count

from django.core.management import call_command
from django.db import connection, models

from wijkaanzet.areas.models import Area
from wijkaanzet.cycle import operations as cycle
from wijkaanzet.decisions import operations as decisions
from wijkaanzet.decisions.models import Decision
from wijkaanzet.decisions.rules import Kind, Outcome, Step
from wijkaanzet.demo.build import START
from wijkaanzet.kernel import public_ids
from wijkaanzet.kernel.actors import Actor, Channel
from wijkaanzet.kernel.models import Municipality
from wijkaanzet.networks import operations as networks
from wijkaanzet.networks.models import Agreement, Meeting, Member, Network, Presence, Seat
from wijkaanzet.people.models import Body, Organisation
from wijkaanzet.plans import models as plan_models
from wijkaanzet.plans import operations as plans
from wijkaanzet.plans.models import Edition, Plan, Priority, Section
from wijkaanzet.plans.rules.asks import NewAsk
from wijkaanzet.plans.rules.contributions import Bringer, ContributionKind, NewContribution
from wijkaanzet.plans.rules.plans import EDITION, AgreementWay
from wijkaanzet.plans.rules.priorities import InformalAnswer, NewPriority, NewReason, ReasonKind
from wijkaanzet.plans.rules.sections import SectionKey

NOBODY = Actor(user_id=None, channel=Channel.DEMO)
TODAY = START.date()
STARTS_ON, ENDS_BEFORE = date(2019, 1, 1), date(2023, 1, 1)
ASKS = 10
"""Every so many priorities something is asked of others."""
MEETINGS, SEATS = 4, 8
COOK = NewContribution(
    bringer=Bringer.RESIDENTS, group="De kookgroep", kind=ContributionKind.HOURS, what="Elke week samen koken"
)
GUIDE = NewContribution(
    bringer=Bringer.ORGANISATION, kind=ContributionKind.HOURS, what="Een kok die het voordoet", beyond_base=True
)


def lay(area: Area, name: str, *, people: int, priorities: int) -> Plan:
    """A network that met, of which a plan was adopted and is being changed."""
    new = networks.Described(name=name, purpose="Samen koken en eten.", meeting_place="Buurthuis")
    network = networks.open_network(area, new=new, actor=NOBODY, at=START)
    seats = [
        networks.add_seat(network, new=networks.NewSeat(name=f"zetel {n}"), actor=NOBODY, at=START)
        for n in range(1, min(people, SEATS) + 1)
    ]
    for number in range(people):
        joining = networks.Joining(
            named=networks.Named(name=f"Deelnemer {number}"),
            seat=seats[number] if number < len(seats) else None,
            as_resident=True,
        )
        networks.take_seat(network, joining=joining, actor=NOBODY, at=START)
    _meet(network, meetings=min(people, MEETINGS))
    return _plan(network, priorities)


def multiply(plan: Plan, times: int) -> None:
    """So many networks more like that of this plan, in other areas of the municipality, with all that belongs to it."""
    network, body = plan.network, plan.network.body
    if body.area is None or times < 1:
        return
    areas = list(Area.objects.filter(division=body.area.division_id).exclude(pk=body.area_id).order_by("code"))
    made = _Copies(times)
    made.copy([body], lambda row, n: _named(row, areas[n % len(areas)], n))
    made.copy([network])
    for kind in (Seat, Member, Meeting):
        made.copy(kind._default_manager.filter(network=network))
    for kind in (Presence, Agreement):
        made.copy(kind._default_manager.filter(meeting__network=network))
    made.copy([Plan.objects.get(pk=plan.pk)])
    made.copy(Priority.objects.filter(plan=plan))
    for kind in (Section, plan_models.PlanAgreement, Edition):
        made.copy(kind._default_manager.filter(plan=plan))
    made.copy(plan_models.SectionVersion.objects.filter(section__plan=plan))
    codes = count()
    made.copy(
        plan_models.Contribution.objects.filter(priority__plan=plan),
        lambda row, _n: setattr(row, "code_hash", f"{next(codes):064x}" if row.code_hash else ""),
    )
    for kind in (plan_models.Reason, plan_models.Ask):
        made.copy(kind._default_manager.filter(priority__plan=plan))
    edition = Edition.objects.get(plan=plan)
    made.copy(
        Decision.objects.filter(subject_kind=EDITION, subject_id=edition.pk),
        lambda row, n: setattr(row, "subject_id", made.ids[Edition, n, edition.pk]),
    )
    call_command("verify_moves", repair=True, stdout=io.StringIO())
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")


def _meet(network: Network, *, meetings: int) -> None:
    came = networks.Attended(members=list(network.members.values_list("pk", flat=True)))
    for number in range(meetings):
        at = START + timedelta(days=number + 1)
        meeting = networks.plan_meeting(network, new=networks.NewMeeting(starts_at=at), actor=NOBODY, at=START)
        networks.invite(meeting, actor=NOBODY, at=START)
        if number + 1 < meetings or meetings == 1:
            networks.hold(meeting, attended=came, actor=NOBODY, at=at)
            agreed = [networks.NewAgreement(text="Samen koken.", look_again_on=at.date() + timedelta(days=20))]
            networks.report(meeting, reported=networks.Reported(agreements=agreed), actor=NOBODY, at=at)


def _plan(network: Network, priorities: int) -> Plan:
    plan = plans.open_plan(network, starts_on=STARTS_ON, ends_before=ENDS_BEFORE, actor=NOBODY, at=START)
    _write(Section.objects.get(plan=plan, key=SectionKey.SUMMARY), "Wij eten samen en houden het plein schoon.")
    for number in range(1, priorities + 1):
        _want(plan, number)
    agreed = plans.Agreed(way=AgreementWay.CONSENT)
    plan = plans.agree(plan, agreed=agreed, actor=NOBODY, at=START)
    edition = plans.submit(plan, shortfall_from="", actor=NOBODY, at=START)
    municipality = network.body.municipality
    minutes = decisions.Minutes(
        body=Body.objects.get(municipality=municipality, kind="executive"),
        step=Step.PLAN,
        kind=Kind.LEGAL_ACT,
        meeting_on=TODAY,
        outcome=Outcome.ADOPTED,
        reasons="Het past bij wat wij samen willen.",
    )
    clerk = _clerk(municipality)
    plans.decide(edition, minutes=minutes, actor=clerk, at=START)
    cycle.make_known(Decision.objects.get(subject_kind=EDITION, subject_id=edition.pk), actor=clerk, at=START)
    return plans.amend(Plan.objects.get(pk=plan.pk), why="Er kwam een idee bij.", actor=NOBODY, at=START)


def _clerk(municipality: Municipality) -> Actor:
    user = municipality.memberships.filter(role="college_clerk").order_by("pk")[0].user
    return Actor(user_id=user.pk, channel=Channel.DEMO)


def _want(plan: Plan, number: int) -> None:
    """A priority with texts, why, who is asked for it, and what is asked of others."""
    priority = plans.add_priority(plan, new=NewPriority(title=f"Samen eten {number}"), actor=NOBODY, at=START)
    plans.answer_informally(priority, informal=InformalAnswer.WANT, says="Wij willen het.", actor=NOBODY, at=START)
    wish = [NewReason(kind=ReasonKind.WISH, says="Meer mensen aan tafel.")]
    plans.set_reasons(priority, reasons=wish, actor=NOBODY, at=START)
    for section in Section.objects.filter(priority=priority).order_by("pk"):
        _write(section, "Op dinsdag koken wij samen, en wie wil eet mee. " * 4)
    welfare = Organisation.objects.filter(municipality=plan.network.body.municipality, is_municipality=False)
    plans.ask_contribution(priority, new=COOK, token=f"koken-{number}", actor=NOBODY, at=START)
    plans.ask_contribution(priority, new=GUIDE, organisation=welfare.order_by("pk")[0], actor=NOBODY, at=START)
    if number % ASKS == 1:
        new = NewAsk(to_whom="Afdeling Ruimte", question="Mag het plein 's avonds open?")
        plans.ask_others(priority, new=new, actor=NOBODY, at=START)


def _write(section: Section, text: str) -> None:
    plans.write(section, hand_in=plans.HandIn(base=0, text=text), actor=NOBODY, at=START)


def _named(row: models.Model, area: Area, number: int) -> None:
    if isinstance(row, Body):
        row.area, row.key, row.name = area, f"netwerk-{number}", f"Netwerk {number:03}"


class _Copies:
    """Rows again, so many times, each pointing at the copy of what it pointed at."""

    def __init__(self, times: int) -> None:
        self.times = times
        self.ids: dict[tuple[type[models.Model], int, int], int] = {}

    def copy(
        self, rows: Iterable[models.Model], change: Callable[[models.Model, int], None] = lambda _row, _n: None
    ) -> None:
        """Copy rows of one kind; what they point at was copied before, or is shared."""
        old = list(rows)
        made = [(n, row, self._copied(row, n)) for n in range(self.times) for row in old]
        for n, _row, new in made:
            change(new, n)
        if not made:
            return
        kind = type(old[0])
        kind._default_manager.bulk_create([new for _n, _row, new in made], batch_size=500)
        self.ids |= {(kind, n, row.pk): new.pk for n, row, new in made}

    def _copied(self, row: models.Model, n: int) -> models.Model:
        new = copy.copy(row)
        new._state = copy.copy(row._state)
        new._state.adding, new._state.fields_cache, new.pk = True, {}, None
        for field in row._meta.concrete_fields:
            if isinstance(field, models.ForeignKey):
                kept = getattr(row, field.attname)
                setattr(new, field.attname, self.ids.get((field.related_model, n, kept), kept))
            if field.name == "public_id":
                setattr(new, field.attname, public_ids.new())
        return new
