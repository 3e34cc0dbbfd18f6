"""What the page of a table says before it is imported: whether money can be divided with it, and why not."""

import pytest
from django.test import Client
from django.utils import translation

from tests.factories import somebody
from tests.scans.figure_town import PEOPLE, csv, open_town, wijk
from tests.web.division_town import browser
from tests.web.importing import client_of, filled, imported, mapped, named, uploaded, words
from tests.web.world import World
from wijkaanzet.budget import labels as budget
from wijkaanzet.cycle.models import AreaYear
from wijkaanzet.demo.build import START
from wijkaanzet.kernel import clock
from wijkaanzet.people.rules import Role
from wijkaanzet.web.scans.trial import trial_of

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def on_the_first_day(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clock, "now", lambda: START)


@pytest.fixture
def officer(world: World) -> Client:
    return client_of(world, Role.POLICY_OFFICER)


def statuses() -> set[str]:
    found = AreaYear.objects.filter(year=2018, area__division__municipality__slug="tilburg")
    return set(found.values_list("status", flat=True))


class TestOwnCounts:
    def test_say_that_money_cannot_be_divided_with_them(self, officer: Client):
        answer = officer.get(mapped(officer, own="on"))
        with translation.override("nl"):
            says = str(budget.REFUSALS["own_counts"])
        assert answer.context["page"].trial.undividable == says
        assert says in words(answer)

    def test_leave_the_areas_waiting_for_figures_to_divide_money_with(self, officer: Client):
        imported(officer, own="on")
        assert statuses() == {"figures"}
        imported(officer, source="CBS", year="2016")
        assert statuses() == {"budget"}


class TestDividable:
    def test_of_a_table_with_inhabitants_nothing_is_said(self, officer: Client):
        assert officer.get(mapped(officer)).context["page"].trial.undividable == ""

    def test_a_table_without_them_says_so(self, officer: Client):
        page = uploaded(officer)
        changes = {f"{n}-role": "ignore" for n in range(3, 9)} | {"2-role": "mean", "2-of": ""}
        officer.post(f"{page}koppelen/", {**filled(officer, page), **changes})
        answer = officer.get(page)
        assert answer.context["page"].trial.undividable
        assert answer.context["page"].trial.undividable in words(answer)


class TestSharedOut:
    @pytest.mark.parametrize(("people", "dividable"), [(300, False), (0, True)])
    def test_an_area_that_lies_in_several_is_not_called_one_that_lies_in_none(self, people: int, dividable: bool):
        town = open_town({"noord": {wijk(0): "1", wijk(1): "0.5"}, "oost": {wijk(1): "0.5"}})
        rows = {wijk(0): {"inwoners": 100}, wijk(1): {"inwoners": people}, wijk(2): {"inwoners": 9}}
        trial = trial_of(town.put(rows, PEOPLE))
        assert trial.shared == (f"{wijk(1)}: Noord, Oost",)
        assert trial.extra == (f"{wijk(2)} Naam {wijk(2)}",)
        assert (trial.undividable == "") is dividable
        assert trial.absent == ()

    def test_stands_on_the_page(self):
        town = open_town({"noord": {wijk(0): "1", wijk(1): "0.5"}, "oost": {wijk(1): "0.5"}})
        client = browser(somebody(Role.POLICY_OFFICER, town.municipality))
        content = csv({wijk(n): {"inwoners": 100} for n in range(2)}, [PEOPLE])
        told = {"source": "CBS", "year": "2016", "for_year": "2018", "file": named(content)}
        page = client.post("/proefstad/cijfers/inlezen/", told)["Location"]
        client.post(f"{page}koppelen/", filled(client, page))
        assert f"{wijk(1)}: Noord, Oost" in words(client.get(page))
