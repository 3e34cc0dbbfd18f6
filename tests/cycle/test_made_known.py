"""The years of an area go on with its plan once everybody may know that it was adopted, and not before."""

from datetime import date
from importlib import import_module

import pytest
from django.apps import apps
from django.core.management import call_command
from django.db import transaction

from tests.budget.ledger_town import AT, YEAR, Town, open_town
from tests.factories import NOBODY, at_once
from tests.helpers.books import books_are_right
from tests.plans.life import TODAY, Life, lay_life
from tests.plans.whole import TEXTS, Whole
from wijkaanzet.areas.models import Area
from wijkaanzet.cycle import operations as cycle
from wijkaanzet.cycle.models import AreaYear
from wijkaanzet.cycle.rules import AreaYearStatus
from wijkaanzet.decisions.models import Decision
from wijkaanzet.decisions.rules import Outcome, Status, Step
from wijkaanzet.kernel.models import AuditEntry, OpenMove
from wijkaanzet.kernel.open_moves import differences
from wijkaanzet.kernel.refusals import Refused
from wijkaanzet.networks import operations as networks
from wijkaanzet.people.models import Body
from wijkaanzet.plans import operations as plans
from wijkaanzet.plans.models import Edition
from wijkaanzet.plans.queries import holding_plan
from wijkaanzet.plans.rules.plans import EDITION
from wijkaanzet.plans.rules.sections import SectionKey

OPEN, PLANNED = AreaYearStatus.PLAN_OPENED, AreaYearStatus.PLANNED


@pytest.fixture(name="life")
def life_of_a_plan(db: None) -> Life:
    """A network that may write a plan from 2018 up to and including 2021."""
    return lay_life()


@pytest.fixture(name="town")
def town_with_a_year(db: None) -> Town:
    """The money of 2018 is decided, and no area opened its plan yet."""
    return divided()


def divided() -> Town:
    """A town of which every area waits for its coordinator."""
    town = open_town()
    cycle.start_year(town.division, year=YEAR, actor=NOBODY, at=AT)
    cycle.figures_ready(town.division, year=YEAR, actor=NOBODY, at=AT)
    town.decided_frame()
    minutes = town.minutes(Step.CITY_AREA)
    cycle.decide_division(town.proposed_run(), minutes=minutes, actor=town.college_clerk, at=AT)
    return town


def table_in(town: Town, name: str = "Tafel") -> Whole:
    """A network in the first area of a town, with who decides on its plan."""
    network = networks.open_network(town.areas[0], new=networks.Described(name=name), actor=NOBODY, at=AT)
    college = Body.objects.get(municipality=town.municipality, key="college")
    return Whole(network=network, keeper=NOBODY, clerk=town.college_clerk, college=college)


def adopted(whole: Whole) -> Edition:
    """Its plan was adopted, and nobody may know."""
    plan = whole.opened()
    whole.say(plan.sections.filter(key=SectionKey.SUMMARY), TEXTS)
    return whole.adopted(whole.submitted(whole.agreed(plan)))


def year_of(town: Town) -> AreaYear:
    """The year of the first area of a town."""
    return AreaYear.objects.get(area=town.areas[0], year=YEAR)


def opened(town: Town) -> AreaYear:
    """Its coordinator opens the plan of that year."""
    return cycle.open_plan(year_of(town), network_starts_on=date(2018, 1, 22), actor=NOBODY, at=AT)


def open_years(area: Area, *years: int) -> None:
    """The plan of these years is open."""
    for year in years:
        AreaYear.objects.create(area=area, year=year, status=OPEN, status_since=TODAY, network_starts_on=TODAY)


def planned() -> list[tuple[Area, int]]:
    """The years that went on."""
    return [(one.area, one.year) for one in AreaYear.objects.filter(status=PLANNED).order_by("year")]


def rows() -> int:
    """How often it was written down that a year went on."""
    return AuditEntry.objects.filter(action="cycle.area_year.planned").count()


def decision_on(edition: Edition) -> Decision:
    return Decision.objects.get(subject_kind=EDITION, subject_id=edition.pk)


def test_the_years_that_the_plan_is_for_go_on(life: Life) -> None:
    area = life.table.area
    open_years(area, 2017, 2018, 2019, 2022)
    open_years(life.table.other_area, 2018)
    edition = life.decided()
    assert planned() == []
    life.made_known(edition)
    assert (planned(), rows()) == ([(area, 2018), (area, 2019)], 2)


def test_what_is_returned_leaves_the_years_as_they_are(life: Life) -> None:
    open_years(life.table.area, 2018)
    life.made_known(life.decided(outcome=Outcome.RETURNED))
    assert planned() == []


def test_in_between_who_makes_it_known_has_the_move_and_the_year_waits_for_nobody(life: Life) -> None:
    open_years(life.table.area, 2018)
    edition = life.decided()
    (move,) = OpenMove.objects.filter(subject_kind__regex=r"^(cycle|decisions)\.")
    assert (move.action, move.role, move.scope_id) == ("decisions.publish", "college_clerk", life.college.pk)
    assert move.due_on is not None
    call_command("verify_moves", "--repair")
    assert planned() == []
    life.made_known(edition)
    assert not OpenMove.objects.filter(action="decisions.publish").exists()
    assert list(differences()) == []


def test_who_may_not_make_it_known_moves_nothing(life: Life) -> None:
    open_years(life.table.area, 2018)
    decision = decision_on(life.decided())
    with pytest.raises(Refused) as caught, transaction.atomic():
        cycle.make_known(decision, actor=life.coordinator, at=AT)
    assert (caught.value.key, planned(), decision_on(Edition.objects.get()).status) == (
        "not_the_clerk",
        [],
        Status.RECORDED,
    )


def test_once_known_it_cannot_be_made_known_again(life: Life) -> None:
    open_years(life.table.area, 2018)
    edition = life.made_known(life.decided())
    with pytest.raises(Refused) as caught:
        life.made_known(edition)
    assert (caught.value.key, rows()) == ("wrong_state", 1)


def test_a_change_during_the_years_moves_nothing(life: Life) -> None:
    open_years(life.table.area, 2018)
    plan = life.made_known(life.decided()).plan
    plans.amend(plan, why="De school sluit.", actor=life.coordinator, at=AT)
    plan.refresh_from_db()
    changed = life.decided(life.submitted(life.agreed(plan)))
    assert (planned(), rows()) == ([(life.table.area, 2018)], 1)
    life.made_known(changed)
    assert (planned(), rows()) == ([(life.table.area, 2018)], 1)


def test_of_two_editions_that_are_adopted_the_first_that_is_known_counts(life: Life) -> None:
    open_years(life.table.area, 2018)
    first = life.decided()
    plan = plans.amend(first.plan, why="De school sluit.", actor=life.coordinator, at=AT)
    second = life.decided(life.submitted(life.agreed(plan)))
    life.made_known(second)
    assert (planned(), rows()) == ([(life.table.area, 2018)], 1)
    life.made_known(first)
    assert rows() == 1


def test_after_the_upgrade_a_year_that_went_on_too_early_waits_too(life: Life) -> None:
    area = life.table.area
    open_years(area, 2018, 2023)
    edition = life.decided()
    AreaYear.objects.filter(year=2018).update(status=PLANNED)
    upgrade = import_module("wijkaanzet.cycle.migrations.0004_planned_once_known")
    upgrade.wait_until_known(apps, None)
    assert planned() == []
    life.made_known(edition)
    upgrade.wait_until_known(apps, None)
    assert planned() == [(area, 2018)]


class TestOpenedMeanwhile:
    def test_an_adopted_plan_that_nobody_may_know_does_not_hold_yet(self, town: Town) -> None:
        whole = table_in(town)
        edition = adopted(whole)
        assert holding_plan(town.areas[0], year=YEAR) is None
        assert opened(town).status == OPEN
        whole.made_known(edition)
        assert holding_plan(town.areas[0], year=YEAR) == edition.plan
        assert year_of(town).status == PLANNED
        assert books_are_right()

    def test_a_plan_that_is_known_holds_from_the_day_on_which_the_year_opens(self, town: Town) -> None:
        whole = table_in(town)
        whole.made_known(adopted(whole))
        assert year_of(town).status == AreaYearStatus.BUDGET
        assert opened(town).status == PLANNED

    def test_of_two_networks_the_plan_that_is_known_first_lets_the_year_go_on(self, town: Town) -> None:
        opened(town)
        one, other = table_in(town, "Tafel"), table_in(town, "Buurttafel")
        waits, known = adopted(one), adopted(other)
        other.made_known(known)
        assert (year_of(town).status, rows()) == (PLANNED, 1)
        one.made_known(waits)
        assert rows() == 1


@pytest.mark.both_engines
@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("round_", range(3))
def test_who_opens_the_plan_of_a_year_in_the_same_moment_misses_nothing(round_: int) -> None:
    town = divided()
    whole = table_in(town)
    edition = adopted(whole)
    answers = at_once(lambda: whole.made_known(edition).pk, lambda: opened(town).pk)
    assert [one for one in answers if isinstance(one, Exception)] == []
    assert (year_of(town).status, rows()) == (PLANNED, 1)
    assert list(differences()) == []
