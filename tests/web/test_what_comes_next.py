"""Whose move it is and what comes next, in each state: once a day came it is now, and nothing is told that is done."""

from datetime import date, timedelta

import pytest
from django.test import Client

from tests.conftest import AT
from tests.plans.life import TODAY, Life, lay_life
from tests.web.division_town import browser
from tests.web.test_plan_life import at
from tests.web.world import World
from tests.web.writing_world import suggest
from wijkaanzet.cycle.queries import Turn
from wijkaanzet.cycle.rules import AreaYearStatus, Step, When
from wijkaanzet.decisions.models import Decision
from wijkaanzet.decisions.rules import Outcome
from wijkaanzet.kernel import clock
from wijkaanzet.kernel.models import OpenMove
from wijkaanzet.networks.rules.meetings import WITH_THE_NETWORK
from wijkaanzet.people.rules import Role
from wijkaanzet.plans.models import Plan
from wijkaanzet.plans.rules.plans import EDITION, PlanStatus
from wijkaanzet.plans.rules.sections import SUGGESTION
from wijkaanzet.web import turns
from wijkaanzet.web.moves import words

pytestmark = pytest.mark.django_db
TOMORROW, YESTERDAY = TODAY + timedelta(days=1), TODAY - timedelta(days=1)
WE_LOOK, NOW, NO_HALL = "We kijken opnieuw op %s.", "Nu kijken we weer.", "Er is geen zaal."
YOU_LOOK_AT, YOU_LOOK_NOW = "U kijkt opnieuw op", "U kijkt nu weer."


@pytest.fixture(name="life")
def life_today(monkeypatch: pytest.MonkeyPatch) -> Life:
    monkeypatch.setattr(clock, "now", lambda: AT)
    return lay_life()


@pytest.mark.parametrize(
    ("who", "why", "day", "says"),
    [
        (WITH_THE_NETWORK, "", TOMORROW, ("Het ligt nu bij: het netwerk.", WE_LOOK)),
        (WITH_THE_NETWORK, "", TODAY, (NOW,)),
        (WITH_THE_NETWORK, "", YESTERDAY, (NOW,)),
        (WITH_THE_NETWORK, NO_HALL, TOMORROW, (NO_HALL, "Afgesproken door: het netwerk.", WE_LOOK)),
        (WITH_THE_NETWORK, NO_HALL, TODAY, (NO_HALL, "Afgesproken door: het netwerk.", NOW)),
        (Role.AREA_MANAGER, "", TOMORROW, ("Het ligt nu bij: wijkmanager.", WE_LOOK)),
        (Role.AREA_MANAGER, "", YESTERDAY, ("Het ligt nu bij: wijkmanager.", NOW)),
    ],
)
def test_what_rests_until_a_day_says_so_until_then(who: str, why: str, day: date, says: tuple[str, ...]) -> None:
    move = OpenMove(rest_who=str(who), rest_why=why, rest_look_again_on=day)
    shown = words.notes(move, When.RESTING, today=TODAY)
    assert [one.replace("\u00a0", " ") for one in shown] == [one.replace("%s", in_words(day)) for one in says]


@pytest.mark.parametrize(("day", "says"), [(TOMORROW, WE_LOOK), (TODAY, NOW), (YESTERDAY, NOW)])
def test_card_and_wheel_of_a_neighbourhood_say_the_same(day: date, says: str) -> None:
    move = OpenMove(role=Role.POLICY_OFFICER, action="cycle.prepare_money", rest_why=NO_HALL, rest_look_again_on=day)
    turn = Turn(2018, AreaYearStatus.BUDGET, Step.BUDGET, None, move)
    resting = f"{NO_HALL} {says.replace('%s', in_words(day))}"
    assert turns.card(turn, today=TODAY, desk=True).resting == resting
    assert turns.wheel(turn, today=TODAY).resting == resting


@pytest.mark.parametrize("status", [PlanStatus.RESTING, PlanStatus.ADOPTED])
@pytest.mark.parametrize(
    ("later", "nobody", "says"), [(-1, True, YOU_LOOK_AT), (0, False, YOU_LOOK_NOW), (1, False, YOU_LOOK_NOW)]
)
def test_the_card_at_the_table_asks_once_the_day_came(
    life: Life, monkeypatch: pytest.MonkeyPatch, status: PlanStatus, later: int, *, nobody: bool, says: str
) -> None:
    plan = life.brought_to(status)
    assert plan.look_again_on is not None
    days = (plan.look_again_on - TODAY).days + later
    monkeypatch.setattr(clock, "now", lambda: AT + timedelta(days=days))
    card = browser(life.coordinator).get(at(plan)).context["page"].card
    assert (card.title == "Er hoeft nu niets te gebeuren") is nobody
    assert bool(card.who) is not nobody
    assert says in card.resting


WRITE = "Bewoners en organisaties zeggen wat zij hier willen, en wie wat doet."
AGREE = "Het netwerk zegt of het ermee instemt."
HAND_IN = "Het netwerk dient het plan in."
DECIDE = "De gemeente besluit. Vanaf dan leest iedereen het plan hier."


@pytest.mark.parametrize(
    ("status", "steps"),
    [
        (PlanStatus.WRITING, (WRITE, AGREE, DECIDE)),
        (PlanStatus.RESTING, (WRITE, AGREE, DECIDE)),
        (PlanStatus.AGREED, (HAND_IN, DECIDE)),
        (PlanStatus.SUBMITTED, (DECIDE,)),
        (PlanStatus.ENDED, ()),
    ],
)
def test_of_a_plan_underway_only_what_is_still_to_come_is_told(
    life: Life, status: PlanStatus, steps: tuple[str, ...]
) -> None:
    assert steps_of(life.brought_to(status)) == steps


def test_a_decision_that_is_not_made_known_is_still_to_come(life: Life) -> None:
    edition = life.decided(outcome=Outcome.RETURNED)
    assert Decision.objects.get(subject_kind=EDITION, subject_id=edition.pk).published_on is None
    assert steps_of(edition.plan) == (DECIDE,)
    life.made_known(edition)
    assert steps_of(edition.plan) == (WRITE, AGREE, DECIDE)


def steps_of(plan: Plan) -> tuple[str, ...]:
    """What a visitor reads under "What happens next?"."""
    answer = Client().get(f"/proefstad/plannen/{plan.public_id}/")
    assert ("Wat gebeurt er daarna?" in answer.content.decode()) is bool(answer.context["page"].steps)
    steps: tuple[str, ...] = answer.context["page"].steps
    return steps


def test_who_told_something_for_a_plan_reads_by_which_day_the_network_answers(world: World) -> None:
    plan = Plan.objects.filter(network__body__key="wijknetwerk", status=PlanStatus.WRITING).order_by("starts_on")[0]
    one, code = suggest(plan, text="Meer bomen.")
    due = OpenMove.objects.get(subject_kind=SUGGESTION, subject_id=one.pk).due_on
    answer = Client().get(f"/tilburg/antwoord/{code}/")
    *_before, now, then = answer.context["page"].timeline.events
    assert (now.state, now.who, now.on) == ("now", "het netwerk", one.status_since)
    assert (then.state, then.on) == ("next", due)
    assert due is not None
    assert "Dag nog niet bekend" not in answer.content.decode()


def in_words(day: date) -> str:
    """A day as it is written: 2 oktober 2017."""
    months = ("oktober", "november", "december")
    return f"{day.day} {months[day.month - 10]} {day.year}"
