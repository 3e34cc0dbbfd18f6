"""Builds the demo municipality Tilburg, through operations only, as people would have done it in the autumn of 2016.

Amounts, bodies and organisations are as the city's own documents of 2017 name them; the composition of the areas and
all figures are made up. There are no persons in it.
"""

import tomllib
from datetime import date, datetime
from pathlib import Path
from typing import Final
from zoneinfo import ZoneInfo

import wijkaanzet.arrangements
from wijkaanzet.areas.models import Area, Division
from wijkaanzet.areas.operations import NewArea, NewDivision, draw_division
from wijkaanzet.budget import operations as budget
from wijkaanzet.budget.rules import ledger
from wijkaanzet.budget.rules.figures_file import load_figures
from wijkaanzet.budget.rules.model_file import load_model
from wijkaanzet.cycle import operations as cycle
from wijkaanzet.decisions import operations as decisions
from wijkaanzet.decisions.models import Decision
from wijkaanzet.decisions.rules import Kind, Outcome, Step
from wijkaanzet.demo.personas import PERSONAS
from wijkaanzet.kernel.actors import Actor, Channel
from wijkaanzet.kernel.models import Municipality
from wijkaanzet.kernel.subjects import Subject
from wijkaanzet.people import operations as people
from wijkaanzet.people.models import Body
from wijkaanzet.people.rules import Role

DATA: Final = Path(__file__).parent / "data"
ARRANGEMENTS: Final = Path(wijkaanzet.arrangements.__file__).parent / "data"
AMSTERDAM: Final = ZoneInfo("Europe/Amsterdam")
NOBODY: Final = Actor(user_id=None, channel=Channel.DEMO)

# Of every area's money: what ContourdeTwern is promised for its work there, in hundredths per earmark.
PROMISED: Final = {"jeugd": 70, "volwassenen": 60}


def moment(year: int, month: int, day: int) -> datetime:
    """Ten in the morning of a day."""
    return datetime(year, month, day, 10, tzinfo=AMSTERDAM)


def build() -> Municipality:
    """Build Tilburg up to 2 October 2017: the year 2017 divided and running, the year 2018 just begun."""
    at = moment(2016, 9, 1)
    text = (ARRANGEMENTS / "tilburg.toml").read_text(encoding="utf-8")
    loaded = people.install_arrangement(text, file_name="tilburg.toml", actor=NOBODY, at=at)
    municipality = loaded.municipality
    division = _draw(municipality, at=at)
    actors = _people(municipality, division, at=at)
    _desks(municipality, division, at=at)
    cycle.start_year(division, year=2017, actor=actors[Role.POLICY_OFFICER], at=moment(2016, 9, 5))
    _decide_2017(municipality, division, actors)
    _promise(municipality, division, actors[Role.POLICY_OFFICER], at=moment(2016, 12, 20))
    _open_plans(division, actors[Role.COORDINATOR], at=moment(2017, 1, 9))
    cycle.start_year(division, year=2018, actor=actors[Role.POLICY_OFFICER], at=moment(2017, 9, 18))
    return municipality


def _draw(municipality: Municipality, *, at: datetime) -> Division:
    drawing = tomllib.loads((DATA / "tilburg-areas.toml").read_text(encoding="utf-8"))
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


def _people(municipality: Municipality, division: Division, *, at: datetime) -> dict[Role, Actor]:
    """An account per role; returns who acts in which role."""
    actors = {}
    for persona in PERSONAS:
        user = people.open_account(username=persona.username(municipality.slug), email="", actor=NOBODY, at=at)
        scope: Body | Area | None = None
        if persona.body:
            scope = Body.objects.get(municipality=municipality, key=persona.body)
        elif persona.area:
            scope = Area.objects.select_related("division").get(division=division, slug=persona.area)
        people.give_role(
            user,
            role=persona.role,
            municipality=municipality,
            scope=scope,
            starts_on=date(2016, 9, 1),
            actor=NOBODY,
            at=at,
        )
        actors[persona.role] = Actor(user_id=user.pk, channel=Channel.DEMO)
    return actors


def _desks(municipality: Municipality, division: Division, *, at: datetime) -> None:
    city = people.DeskDetails(
        name="Loket sociale basis",
        purpose="Vragen over geld en plannen van uw wijk",
        phone="14 013",
        phone_hours="maandag tot en met vrijdag van 9 tot 17 uur",
        place="Stadhuis (oefening), Stadhuisplein 1",
        place_hours="dinsdag en donderdag van 13 tot 17 uur",
    )
    people.open_desk(municipality, area=None, details=city, actor=NOBODY, at=at)
    for area in Area.objects.filter(division=division).select_related("division").order_by("code"):
        details = people.DeskDetails(
            name=f"Wijkbalie {area.name}",
            purpose="Voor een idee, een vraag of een praatje",
            phone="14 013",
            phone_hours="maandag tot en met vrijdag van 9 tot 17 uur",
            place=f"Wijkcentrum {area.name} (oefening)",
            place_hours="dinsdagavond van 19 tot 21 uur",
        )
        people.open_desk(municipality, area=area, details=details, actor=NOBODY, at=at)


def _decide_2017(municipality: Municipality, division: Division, actors: dict[Role, Actor]) -> None:
    """The council decides the frame, the executive the division, both as their clerks record it."""
    officer, college_clerk = actors[Role.POLICY_OFFICER], actors[Role.COLLEGE_CLERK]
    model_text = (DATA / "tilburg-model-2017.json").read_text(encoding="utf-8")
    model = load_model(model_text.encode())
    lines = {one.key: int(model.total_cents * one.share) for one in model.earmarks}
    frame = budget.draft_frame(municipality, year=2017, lines=lines, actor=officer, at=moment(2016, 9, 12))
    frame_minutes = decisions.Minutes(
        body=Body.objects.get(municipality=municipality, key="raad"),
        step=Step.FRAME,
        kind=Kind.LEGAL_ACT,
        meeting_on=date(2016, 11, 7),
        outcome=Outcome.ADOPTED,
        reasons="Begroting 2017: vijftien miljoen euro voor de sociale basis, met een oormerk voor jeugd.",
    )
    clerk = actors[Role.COUNCIL_CLERK]
    frame = budget.decide_frame(frame, minutes=frame_minutes, actor=clerk, at=moment(2016, 11, 9))
    _publish(frame.decision, clerk, at=moment(2016, 11, 11))
    with (DATA / "tilburg-figures-2016.csv").open("rb") as file:
        figures = load_figures(file, model.figures, model.columns(), municipality=municipality.code)
    used = budget.FiguresUsed(figures, source="Oefencijfers, opgezet als CBS-cijfers", year=2016, fictional=True)
    run = budget.draft_run(division, model_text=model_text, used=used, actor=officer, at=moment(2016, 11, 14))
    cycle.figures_ready(division, year=2017, actor=officer, at=moment(2016, 11, 14))
    run = budget.propose(run, actor=officer, at=moment(2016, 11, 21))
    minutes = decisions.Minutes(
        body=Body.objects.get(municipality=municipality, key="college"),
        step=Step.CITY_AREA,
        kind=Kind.LEGAL_ACT,
        meeting_on=date(2016, 12, 6),
        outcome=Outcome.ADOPTED,
        reasons="De verdeling volgt het verdeelmodel en de oormerken van de raad.",
    )
    run = cycle.decide_division(run, minutes=minutes, actor=college_clerk, at=moment(2016, 12, 8))
    _publish(run.decision, college_clerk, at=moment(2016, 12, 12))


def _publish(decision: Decision | None, clerk: Actor, *, at: datetime) -> None:
    if decision is None:
        raise RuntimeError("the decision was not adopted")
    decisions.publish(decision, actor=clerk, at=at)


def _promise(municipality: Municipality, division: Division, officer: Actor, *, at: datetime) -> None:
    """Promise a part of each area's money to the organisation that works there."""
    partner = people.add_organisation(municipality, name="ContourdeTwern", actor=NOBODY, at=at)
    for area in Area.objects.filter(division=division).order_by("code"):
        for account in area.accounts.filter(year=2017).order_by("name"):
            origin = ledger.area(
                2017, code=area.code, area_id=area.id, component=account.component, earmark=account.earmark
            )
            cents = account.balance_cents * PROMISED[account.earmark] // 100
            purpose = budget.Purpose(Subject("people.organisation", partner.id), partner, reference="PvE 2017")
            budget.commit(origin, cents=cents, purpose=purpose, actor=officer, at=at)


def _open_plans(division: Division, coordinator: Actor, *, at: datetime) -> None:
    for area in Area.objects.filter(division=division).order_by("code"):
        year = area.years.get(year=2017)
        cycle.open_plan(year, network_starts_on=date(2017, 1, 23), actor=coordinator, at=at)
