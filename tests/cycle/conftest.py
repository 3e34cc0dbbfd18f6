"""The demo's Tilburg on 2 October 2017, and what is needed to walk its year 2018."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property

import pytest
from django.db import transaction
from django.db.models import QuerySet
from pytest_django import DjangoDbBlocker

from tests.conftest import AT
from tests.helpers.snapshot import Snapshot
from wijkaanzet.areas.models import Division
from wijkaanzet.budget import operations as budget
from wijkaanzet.budget.models import AllocationRun
from wijkaanzet.budget.rules.model_file import load_model
from wijkaanzet.cycle import operations as cycle
from wijkaanzet.cycle.models import AreaYear
from wijkaanzet.decisions import operations as decisions
from wijkaanzet.decisions.operations import Minutes
from wijkaanzet.decisions.queries import advice_on
from wijkaanzet.decisions.rules import Follow, Kind, Outcome, Step
from wijkaanzet.demo.build import DATA, build
from wijkaanzet.demo.tilburg import PROFILE
from wijkaanzet.kernel.actors import Actor, Channel
from wijkaanzet.kernel.models import Municipality, OpenMove
from wijkaanzet.kernel.subjects import Subject
from wijkaanzet.people.models import Body, User
from wijkaanzet.people.rules import Role
from wijkaanzet.scans.rules.figures_file import load_figures

YEAR = 2018


@dataclass(frozen=True)
class City:
    """Tilburg, with who acts there in which role."""

    municipality: Municipality
    division: Division

    @cached_property
    def actors(self) -> dict[Role, Actor]:
        """Who acts, by role."""
        ids = dict(User.objects.values_list("username", "pk"))
        return {one.role: Actor(ids[one.username("tilburg")], Channel.WEB) for one in PROFILE.personas}

    def years(self) -> list[AreaYear]:
        """The years of 2018, one per area."""
        return list(AreaYear.objects.filter(area__division=self.division, year=YEAR).order_by("area__code"))

    def minutes(self, body: str, step: Step, *, outcome: Outcome = Outcome.ADOPTED) -> Minutes:
        """What a clerk of the body writes down."""
        return Minutes(
            body=Body.objects.select_related("municipality").get(municipality=self.municipality, key=body),
            step=step,
            kind=Kind.LEGAL_ACT,
            meeting_on=date(2017, 10, 2),
            outcome=outcome,
            reasons="Zoals voorgesteld.",
        )

    def decide_frame(self) -> None:
        """The council decides what there is to divide."""
        lines = {one.key: int(one.share * self.model.total_cents) for one in self.model.earmarks}
        frame = budget.draft_frame(
            self.municipality, year=YEAR, lines=lines, actor=self.actors[Role.POLICY_OFFICER], at=AT
        )
        clerk = self.actors[Role.COUNCIL_CLERK]
        budget.decide_frame(frame, minutes=self.minutes("raad", Step.FRAME), actor=clerk, at=AT)

    def draft(self) -> AllocationRun:
        """A first calculation."""
        with (DATA / "tilburg-figures-2016.csv").open("rb") as file:
            figures = load_figures(file, self.model.figures, self.model.columns(), municipality="GM0855")
        used = budget.FiguresUsed(figures, source="Oefencijfers", year=2016, fictional=True)
        actor = self.actors[Role.POLICY_OFFICER]
        return budget.draft_run(self.division, model_text=self.model_text, used=used, actor=actor, at=AT)

    def propose(self) -> AllocationRun:
        """A division that lies before the executive, with the advice on it answered."""
        return cycle.propose(self.advised(), actor=self.actors[Role.POLICY_OFFICER], at=AT)

    def advised(self) -> AllocationRun:
        """A division on which advice was given and answered."""
        officer, adviser = self.actors[Role.POLICY_OFFICER], self.actors[Role.ADVISER]
        run = cycle.ask_advice(self.draft(), question="Is dit eerlijk?", actor=officer, at=AT)
        for request in advice_on(Subject("budget.allocation_run", run.id)):
            decisions.give_advice(request, points=["Ja."], actor=adviser, at=AT)
            answers = {1: decisions.PointAnswer(Follow.FULLY, "Dank u.")}
            run = cycle.answer_advice(run, request=request, answers=answers, actor=officer, at=AT)
        return run

    @property
    def model_text(self) -> str:
        """The model of 2017, for 2018."""
        text = (DATA / "tilburg-model-2017.json").read_text(encoding="utf-8")
        return text.replace('"year": 2017', f'"year": {YEAR}')

    @cached_property
    def model(self):
        """The model as it is read."""
        return load_model(self.model_text.encode())


BUILT = Snapshot(lambda: build(PROFILE))


@pytest.fixture(scope="module")
def built(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[Municipality]:
    """The demo, put back once a file; each test starts from it."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield BUILT.put_back()
        transaction.set_rollback(True)


def of_money() -> QuerySet[OpenMove]:
    """What waits for somebody in the year of the areas and its money, apart from what people told."""
    return OpenMove.objects.filter(subject_kind__regex=r"^(budget|cycle|decisions)\.")


@pytest.fixture
def city(built: Municipality, db: None) -> City:
    return City(built, Division.objects.select_related("municipality").get(municipality=built))
