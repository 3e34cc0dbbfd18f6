"""What there is for a plan: still free, of the year that it is about, and of the part that it asks of."""

from datetime import date

import pytest

from tests.conftest import AT
from tests.factories import NOBODY
from tests.networks.table import later, refused_key
from tests.plans.life import ENDS_BEFORE, STARTS_ON, TODAY, Life
from tests.plans.test_deciding import allot, asks_money
from wijkaanzet.budget import operations as budget
from wijkaanzet.kernel.refusals import Refused
from wijkaanzet.kernel.subjects import Subject
from wijkaanzet.networks import operations as networks
from wijkaanzet.networks.rules import NETWORK
from wijkaanzet.people.models import Organisation
from wijkaanzet.plans import operations as plans
from wijkaanzet.plans import queries
from wijkaanzet.plans.models import Edition, Plan
from wijkaanzet.plans.rules.content import MoneyThere

pytestmark = pytest.mark.django_db


def of_another_network(life: Life) -> Plan:
    """A plan of the same years, of another network of the same area."""
    other = networks.open_network(
        life.table.area, new=networks.Described(name="Tafel van de markt"), actor=NOBODY, at=AT
    )
    return plans.open_plan(other, starts_on=STARTS_ON, ends_before=ENDS_BEFORE, actor=NOBODY, at=AT)


def test_what_was_promised_is_not_free_any_more(life: Life) -> None:
    pot = allot(life, 50_000)
    holder = Organisation.objects.filter(municipality=life.table.municipality).order_by("id")[0]
    purpose = budget.Purpose(subject=Subject(NETWORK, life.table.network.pk), holder=holder, reference="belofte")
    budget.commit(pot, cents=20_000, purpose=purpose, actor=NOBODY, at=AT)
    assert queries.money_there(life.opened(), on=TODAY) == MoneyThere(2018, 30_000, {"jeugd": 30_000})


@pytest.mark.parametrize(
    ("on", "there"),
    [
        (date(2017, 10, 2), MoneyThere(2018, 50_000, {"jeugd": 50_000})),
        (date(2019, 3, 1), MoneyThere(2019, 7_000, {"volwassenen": 7_000})),
        (date(2020, 3, 1), MoneyThere(2020, None)),
        (date(2025, 3, 1), MoneyThere(2021, None)),
    ],
)
def test_a_change_during_the_years_looks_at_the_money_of_that_year(life: Life, on: date, there: MoneyThere) -> None:
    allot(life, 50_000)
    allot(life, 7_000, earmark="volwassenen", year=2019)
    assert queries.money_there(life.opened(), on=on) == there


def test_a_plan_that_was_over_asks_nothing_of_the_years_after_it(life: Life) -> None:
    allot(life, 50_000)
    allot(life, 7_000, year=2019)
    life.decided(plans.submit(life.agreed(asks_money(life, 3_000)), shortfall_from="", actor=life.coordinator, at=AT))
    Plan.objects.update(ends_before=date(2019, 1, 1))
    other = of_another_network(life)
    assert queries.money_there(other, on=TODAY).cents == 47_000
    assert queries.money_there(other, on=date(2019, 2, 1)).cents == 7_000


def test_what_another_plan_asks_of_a_part_is_gone_from_that_part(life: Life) -> None:
    allot(life, 50_000)
    allot(life, 10_000, earmark="volwassenen")
    life.submitted(life.agreed(asks_money(life, 15_000, earmark="jeugd")))
    there = queries.money_there(of_another_network(life), on=TODAY)
    assert there == MoneyThere(2018, 45_000, {"jeugd": 35_000, "volwassenen": 10_000})


def test_a_plan_that_asks_more_of_a_part_says_where_that_comes_from_also_when_the_whole_is_enough(life: Life) -> None:
    allot(life, 50_000)
    allot(life, 10_000, earmark="volwassenen")
    plan = life.agreed(asks_money(life, 12_000, earmark="volwassenen"))
    with pytest.raises(Refused) as caught:
        life.submitted(plan)
    assert refused_key(caught.value) == ("shortfall_from_where", {"short_cents": 2_000})
    edition = plans.submit(plan, shortfall_from="Uit het fonds.", actor=life.coordinator, at=AT)
    assert (edition.asks_cents, edition.available_cents, edition.shortfall_from) == (12_000, 60_000, "Uit het fonds.")


def test_what_there_was_stays_with_the_edition(life: Life) -> None:
    allot(life, 50_000)
    edition = life.submitted(life.agreed(asks_money(life, 12_000, earmark="jeugd")))
    allot(life, 99_000, earmark="volwassenen")
    content = queries.held_by(Edition.objects.get(pk=edition.pk))
    assert queries.there_when_handed_in(edition, content) == MoneyThere(2018, 50_000, {"jeugd": 50_000})


def test_an_edition_of_before_parts_were_compared_still_says_the_whole(life: Life) -> None:
    allot(life, 50_000)
    edition = life.submitted()
    del edition.content["plan"]["money"]
    content = queries.held_by(edition)
    assert content.money is None
    assert queries.there_when_handed_in(edition, content) == MoneyThere(2018, 50_000)


def test_only_a_part_that_the_municipality_has_can_be_asked_of(life: Life) -> None:
    with pytest.raises(Refused) as caught:
        asks_money(life, 5_000, earmark="sport")
    assert refused_key(caught.value) == ("not_listed", {"value": "sport"})


def test_an_amendment_is_handed_in_with_the_money_of_its_own_year(life: Life) -> None:
    allot(life, 50_000)
    plan = life.decided(life.submitted(life.agreed(asks_money(life, 40_000)))).plan
    allot(life, 30_000, year=2019)
    spring = later(500)
    plans.amend(plan, why="Er is minder geld.", actor=life.coordinator, at=spring)
    with pytest.raises(Refused) as caught:
        life.submitted(life.agreed(plan, at=spring), at=spring)
    assert refused_key(caught.value) == ("shortfall_from_where", {"short_cents": 10_000})
