"""Builds the municipalities of the demo, through operations only, as people would have done it in those years.

Every municipality goes through the same steps up to 2 October 2017: one year divided and running, the next just begun.
What differs stands in its profile and in the files of `data`.
"""

import tomllib
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import Final

import wijkaanzet.arrangements
from wijkaanzet.areas.models import Area, Division
from wijkaanzet.areas.operations import NewArea, NewDivision, draw_division
from wijkaanzet.budget import operations as budget
from wijkaanzet.budget.models import AllocationRun
from wijkaanzet.budget.rules import ledger
from wijkaanzet.budget.rules.model_file import load_model
from wijkaanzet.budget.rules.runs import PROCESS
from wijkaanzet.cycle import operations as cycle
from wijkaanzet.decisions import operations as decisions
from wijkaanzet.decisions.models import Decision
from wijkaanzet.decisions.queries import advice_on
from wijkaanzet.decisions.rules import CLERKS, Kind, Outcome, Step
from wijkaanzet.demo.cities import CITIES
from wijkaanzet.demo.figures import bring_in
from wijkaanzet.demo.networks import meet_all
from wijkaanzet.demo.personas import NETWORK
from wijkaanzet.demo.profile import Advice, DivisionYear, FrameYear, Meeting, Profile, morning
from wijkaanzet.demo.voices import tell_all, told_in
from wijkaanzet.kernel.actors import Actor, Channel
from wijkaanzet.kernel.models import Municipality
from wijkaanzet.kernel.money import split
from wijkaanzet.kernel.subjects import Subject
from wijkaanzet.people import operations as people
from wijkaanzet.people.models import Body, Organisation
from wijkaanzet.people.rules import Role
from wijkaanzet.scans.queries import open_file
from wijkaanzet.scans.rules.figures_file import load_figures

DATA: Final = Path(__file__).parent / "data"
ARRANGEMENTS: Final = Path(wijkaanzet.arrangements.__file__).parent / "data"
NOBODY: Final = Actor(user_id=None, channel=Channel.DEMO)
START: Final[datetime] = morning(date(2017, 10, 2))

Actors = dict[Role, Actor]


def build_all() -> list[Municipality]:
    """Build every municipality of the demo, by name."""
    return [build(city) for city in CITIES]


def build(profile: Profile) -> Municipality:
    """Build one municipality up to the day on which the demo starts."""
    at = morning(profile.starts_on)
    file_name = f"{profile.slug}.toml"
    text = (ARRANGEMENTS / file_name).read_text(encoding="utf-8")
    municipality = people.install_arrangement(text, file_name=file_name, actor=NOBODY, at=at).municipality
    place = _draw(municipality, at=at)
    _network(place, at=at)
    actors = _people(profile, municipality, place)
    _desks(profile, municipality, place, at=at)
    partner = _organisations(profile, place, at=at)
    divided, officer = profile.division, actors[Role.POLICY_OFFICER]
    for frame in profile.frames:
        if frame.year == divided.year:
            cycle.start_year(place, year=frame.year, actor=officer, at=morning(divided.begun_on))
        _decide_frame(municipality, frame, actors)
    _divide(place, divided, actors)
    _promise(profile, place, partner, officer)
    _open_plans(place, divided, actors[Role.COORDINATOR])
    cycle.start_year(place, year=divided.year + 1, actor=officer, at=morning(profile.next_year_begun_on))
    meet_all(place, actors)
    tell_all(place, actors)
    return municipality


def _draw(municipality: Municipality, *, at: datetime) -> Division:
    drawing = tomllib.loads((DATA / f"{municipality.slug}-areas.toml").read_text(encoding="utf-8"))
    areas = [
        NewArea(
            code=one["code"],
            slug=one["slug"],
            name=one["name"],
            tile=(one["tile"][0], one["tile"][1]),
            parts=one["parts"],
        )
        for one in drawing["area"]
    ]
    new = NewDivision(key=drawing["key"], name=drawing["name"], year=drawing["year"], fictional=True, areas=areas)
    return draw_division(municipality, new=new, actor=NOBODY, at=at)


def _people(profile: Profile, municipality: Municipality, place: Division) -> Actors:
    """An account per role; returns who acts in which role."""
    actors = {}
    at = morning(profile.starts_on)
    for persona in profile.personas:
        user = people.open_account(username=persona.username(profile.slug), email="", actor=NOBODY, at=at)
        scope: Body | Area | None = None
        if persona.body:
            scope = Body.objects.get(municipality=municipality, key=persona.body)
        elif persona.area:
            scope = Area.objects.select_related("division").get(division=place, slug=persona.area)
        people.give_role(
            user,
            role=persona.role,
            municipality=municipality,
            scope=scope,
            starts_on=profile.starts_on,
            actor=NOBODY,
            at=at,
        )
        actors[persona.role] = Actor(user_id=user.pk, channel=Channel.DEMO)
    return actors


def _network(place: Division, *, at: datetime) -> None:
    """The network of the neighbourhood where people tell what is strong there."""
    told = told_in(place.municipality.slug)
    area = Area.objects.select_related("division__municipality").get(division=place, slug=told["area"])
    people.open_network(area, key=NETWORK, name=told["network"], actor=NOBODY, at=at)


def _desks(profile: Profile, municipality: Municipality, place: Division, *, at: datetime) -> None:
    people.open_desk(municipality, area=None, details=profile.city_desk, actor=NOBODY, at=at)
    for area in Area.objects.filter(division=place).select_related("division").order_by("code"):
        people.open_desk(municipality, area=area, details=profile.desk_in(area.name), actor=NOBODY, at=at)


def _organisations(profile: Profile, place: Division, *, at: datetime) -> Organisation:
    """The partner and the other parties, each entrusted with the areas that it coordinates; returns the partner."""
    names = (profile.partner, *profile.other_coordinators.values())
    known = {name: people.add_organisation(place.municipality, name=name, actor=NOBODY, at=at) for name in names}
    for area in Area.objects.filter(division=place).select_related("division__municipality").order_by("code"):
        people.entrust_coordination(
            area,
            organisation=known[profile.other_coordinators.get(area.slug, profile.partner)],
            since=profile.coordinated_from,
            actor=NOBODY,
            at=morning(profile.coordinated_from),
        )
    return known[profile.partner]


def _decide_frame(municipality: Municipality, year: FrameYear, actors: Actors) -> None:
    """The council decides what there is in a year, as its clerk records it."""
    officer, clerk = actors[Role.POLICY_OFFICER], actors[Role.COUNCIL_CLERK]
    drafted_at = morning(year.drafted_on)
    frame = budget.draft_frame(municipality, year=year.year, lines=year.cents, actor=officer, at=drafted_at)
    told = replace(year.meeting, reasons=year.reasons)
    minutes = _minutes(municipality, told, body="council", step=Step.FRAME)
    frame = budget.decide_frame(frame, minutes=minutes, actor=clerk, at=morning(year.meeting.recorded_on))
    _publish(frame.decision, year.meeting, actors)


def _divide(place: Division, year: DivisionYear, actors: Actors) -> None:
    """The money of a year is calculated and proposed, and the executive decides, as its clerk records it."""
    municipality = place.municipality
    officer, clerk = actors[Role.POLICY_OFFICER], actors[Role.COLLEGE_CLERK]
    model_text = (DATA / f"{municipality.slug}-model-{year.year}.json").read_text(encoding="utf-8")
    model = load_model(model_text.encode())
    calculated_at = morning(year.calculated_on)
    table = bring_in(place, year=year.figures_year, for_year=year.year, actor=officer, at=calculated_at)
    figures = load_figures(open_file(table), model.figures, model.columns(), municipality=municipality.code)
    used = budget.FiguresUsed(figures, source=table.source, year=table.year, fictional=table.fictional)
    run = budget.draft_run(place, model_text=model_text, used=used, actor=officer, at=calculated_at)
    if year.advice:
        run = _advise(run, year.advice, actors, at=calculated_at)
    run = cycle.propose(run, actor=officer, at=morning(year.proposed_on))
    minutes = _minutes(municipality, year.meeting, body="executive", step=Step.CITY_AREA)
    run = cycle.decide_division(run, minutes=minutes, actor=clerk, at=morning(year.meeting.recorded_on))
    _publish(run.decision, year.meeting, actors)


def _advise(run: AllocationRun, advice: Advice, actors: Actors, *, at: datetime) -> AllocationRun:
    """Everybody who is asked gives the same points, and each point is answered."""
    officer = actors[Role.POLICY_OFFICER]
    run = cycle.ask_advice(run, question=advice.question, actor=officer, at=at)
    answers = {n: decisions.PointAnswer(one.follow, one.answer) for n, one in enumerate(advice.points, start=1)}
    for request in advice_on(Subject(PROCESS, run.id)):
        points = [one.text for one in advice.points]
        given = decisions.give_advice(request, points=points, actor=actors[Role.ADVISER], at=morning(advice.given_on))
        answered_at = morning(advice.answered_on)
        run = cycle.answer_advice(run, request=given, answers=answers, actor=officer, at=answered_at)
    return run


def _minutes(municipality: Municipality, meeting: Meeting, *, body: str, step: Step) -> decisions.Minutes:
    return decisions.Minutes(
        body=Body.objects.get(municipality=municipality, kind=body),
        step=step,
        kind=Kind.AGREEMENT if step is Step.FRAME else Kind.LEGAL_ACT,
        meeting_on=meeting.on,
        outcome=Outcome.ADOPTED,
        reasons=meeting.reasons,
    )


def _publish(decision: Decision | None, meeting: Meeting, actors: Actors) -> None:
    """The clerk of who decided makes it known, and who must know of it is told on the same day."""
    if decision is None:
        raise RuntimeError("the decision was not adopted")
    at = morning(meeting.published_on)
    published = decisions.publish(decision, actor=actors[Role(CLERKS[decision.body.kind])], at=at)
    for notice in published.notices.select_related("sender").order_by("body__name", "id"):
        decisions.send_notice(notice, actor=actors[Role(CLERKS[notice.sender.kind])], at=at)


def _promise(profile: Profile, place: Division, partner: Organisation, officer: Actor) -> None:
    """Promise a part of each area's money to the organisation that works there."""
    year, at = profile.division.year, morning(profile.division.promised_on)
    subject = Subject("people.organisation", partner.id)
    purpose = budget.Purpose(subject, partner, reference=profile.promise)
    for area in Area.objects.filter(division=place).order_by("code"):
        for pot in area.accounts.filter(year=year).order_by("name"):
            origin = ledger.area(year, code=area.code, area_id=area.id, component=pot.component, earmark=pot.earmark)
            promised = profile.promised[pot.component or pot.earmark]
            cents = split(pot.balance_cents, {"promised": promised, "free": 100 - promised})["promised"]
            if cents:
                budget.commit(origin, cents=cents, purpose=purpose, actor=officer, at=at)


def _open_plans(place: Division, year: DivisionYear, coordinator: Actor) -> None:
    for area in Area.objects.filter(division=place).order_by("code"):
        cycle.open_plan(
            area.years.get(year=year.year),
            network_starts_on=year.networks_start_on,
            actor=coordinator,
            at=morning(year.plans_opened_on),
        )
