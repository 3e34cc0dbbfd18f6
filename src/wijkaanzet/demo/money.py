"""The money of a municipality in the demo: given by the council, divided, decided, promised; and plans opened on it."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Final

from wijkaanzet.areas.models import Area, Division
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
from wijkaanzet.demo.figures import bring_in
from wijkaanzet.demo.profile import Advice, DivisionYear, FrameYear, Meeting, Money, morning
from wijkaanzet.kernel.actors import Actor
from wijkaanzet.kernel.models import Municipality
from wijkaanzet.kernel.money import split
from wijkaanzet.kernel.subjects import Subject
from wijkaanzet.people.models import Body, Organisation
from wijkaanzet.people.rules import Role
from wijkaanzet.scans.queries import open_file
from wijkaanzet.scans.rules.figures_file import load_figures

DATA: Final = Path(__file__).parent / "data"

Actors = Mapping[Role, Actor]


def give(money: Money, place: Division, partner: Organisation, actors: Actors) -> None:
    """Let the council give, the executive divide, the partner be promised a part, and plans be opened on it."""
    divided, officer = money.division, actors[Role.POLICY_OFFICER]
    for frame in money.frames:
        if frame.year == divided.year:
            cycle.start_year(place, year=frame.year, actor=officer, at=morning(divided.begun_on))
        _decide_frame(place.municipality, frame, actors)
    _divide(place, divided, actors)
    _promise(money, place, partner, officer)
    _open_plans(place, divided, actors[Role.COORDINATOR])


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
    published = cycle.make_known(decision, actor=actors[Role(CLERKS[decision.body.kind])], at=at)
    for notice in published.notices.select_related("sender").order_by("body__name", "id"):
        decisions.send_notice(notice, actor=actors[Role(CLERKS[notice.sender.kind])], at=at)


def _promise(money: Money, place: Division, partner: Organisation, officer: Actor) -> None:
    """Promise a part of each area's money to the organisation that works there."""
    year, at = money.division.year, morning(money.division.promised_on)
    subject = Subject("people.organisation", partner.id)
    purpose = budget.Purpose(subject, partner, reference=money.promise)
    for area in Area.objects.filter(division=place).order_by("code"):
        for pot in area.accounts.filter(year=year).order_by("name"):
            origin = ledger.area(year, code=area.code, area_id=area.id, component=pot.component, earmark=pot.earmark)
            promised = money.promised[pot.component or pot.earmark]
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
