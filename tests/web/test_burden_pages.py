"""What was asked, over HTTP: of a network for everybody, of an organisation for who works for it or with it."""

import pytest
from django.test import Client

from tests.conftest import AT
from tests.factories import OrganisationFactory, somebody
from tests.helpers.queries import assert_same_queries
from tests.networks.table import later
from tests.plans.wishes import Wishes, lay_wishes
from tests.web.division_town import browser
from tests.web.network_pages import at, text
from wijkaanzet.kernel import clock
from wijkaanzet.people.rules import Role

pytestmark = pytest.mark.django_db

LIST = "/proefstad/gevraagd/"


@pytest.fixture
def wishes(monkeypatch: pytest.MonkeyPatch) -> Wishes:
    monkeypatch.setattr(clock, "now", lambda: AT)
    return lay_wishes()


def of_welfare(wishes: Wishes) -> str:
    return f"{LIST}{wishes.welfare.pk}/"


class TestOfANetwork:
    def test_everybody_reads_how_often_something_was_asked(self, wishes: Wishes):
        wishes.table.held(starts_at=later(7))
        page = Client().get(at(wishes.table, "gevraagd/")).context["page"]
        assert [(one.year, len(one.parts)) for one in page.years] == [(2017, 2)]
        assert page.more_href == ""

    def test_costs_the_same_however_much_was_asked(self, wishes: Wishes):
        def grow() -> None:
            for days in range(1, 9):
                wishes.table.held(starts_at=later(days))

        assert_same_queries(Client(), at(wishes.table, "gevraagd/"), grow, at_most=10)


class TestOfAnOrganisation:
    def test_who_works_for_it_reads_it_and_finds_only_this_one(self, wishes: Wishes):
        OrganisationFactory.create(municipality=wishes.table.municipality, name="Bewonersbedrijf")
        client = browser(wishes.provider)
        assert client.get(at(wishes.table, "gevraagd/")).context["page"].more_href == LIST
        rows = client.get(LIST).context["page"].rows
        assert [(one.name, one.href) for one in rows] == [("Stichting Welzijn", of_welfare(wishes))]
        wishes.asked_welfare()
        assert [one.year for one in client.get(of_welfare(wishes)).context["page"].years] == [2017]

    @pytest.mark.parametrize("role", [Role.POLICY_OFFICER, Role.ACCOUNT_MANAGER])
    def test_who_makes_agreements_finds_all_of_them_by_name_and_no_number_beside_it(self, wishes: Wishes, role: Role):
        wishes.asked_welfare()
        client = browser(somebody(role, wishes.table.municipality))
        names = [one.name for one in client.get(LIST).context["page"].rows]
        assert names == sorted(names)
        assert "Stichting Welzijn" in names
        assert "Stichting Welzijn" in text(client, of_welfare(wishes))

    @pytest.mark.parametrize("who", [None, "coordinator", "sits", "other provider"])
    def test_others_do_not(self, wishes: Wishes, who: str | None):
        municipality = wishes.table.municipality
        other = OrganisationFactory.create(municipality=municipality, name="Bewonersbedrijf")
        actors = {
            "coordinator": wishes.coordinator,
            "sits": wishes.table.sits,
            "other provider": somebody(Role.PROVIDER, municipality, scope=other),
        }
        client = browser(actors[who] if who else None)
        assert client.get(of_welfare(wishes)).status_code == 404
        assert client.get(LIST).status_code == (200 if who == "other provider" else 404)
