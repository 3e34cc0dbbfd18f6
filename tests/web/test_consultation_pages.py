"""A consultation of the whole municipality over HTTP: found beside the networks, gets its sign, and meets like any."""

from datetime import date

import pytest
from django.test import Client

from tests.conftest import AT
from tests.factories import BodyFactory, somebody
from tests.helpers.queries import assert_same_queries
from tests.networks.table import MEETING_ON, Table
from tests.web.division_town import browser
from tests.web.network_pages import text
from wijkaanzet.decisions import operations as decisions
from wijkaanzet.decisions.models import AdviceRequest
from wijkaanzet.decisions.rules import Step
from wijkaanzet.kernel.actors import Actor
from wijkaanzet.kernel.refusals import Refused
from wijkaanzet.kernel.subjects import Subject
from wijkaanzet.networks import operations as networks
from wijkaanzet.networks.models import Network, Seat
from wijkaanzet.people.models import Body
from wijkaanzet.people.rules import Role
from wijkaanzet.plans.operations import open_plan

pytestmark = pytest.mark.django_db

LIST = "/proefstad/netwerken/"
HERE = f"{LIST}stadsoverleg/"


@pytest.fixture
def body(table: Table) -> Body:
    return BodyFactory.create(municipality=table.municipality, key="stadsoverleg", kind="advisory", name="Stadsoverleg")


@pytest.fixture
def coordinator(table: Table, body: Body) -> Actor:
    return somebody(Role.COORDINATOR, table.municipality, scope=body)


@pytest.fixture
def consultation(table: Table, body: Body, coordinator: Actor) -> Network:
    return networks.hang_sign(body, described=networks.Described(name=body.name), actor=table.officer, at=AT)


def asked(table: Table, body: Body) -> AdviceRequest:
    """Advice that was asked and that nobody gave yet."""
    return decisions.ask_advice(
        Subject("networks.network", table.network.pk),
        step=Step.CITY_AREA,
        body=body,
        question="Klopt de verdeling?",
        asks=Role.POLICY_OFFICER,
        actor=table.officer,
        at=AT,
    )


class TestList:
    def test_everybody_finds_networks_by_neighbourhood_and_consultations_apart(
        self, table: Table, consultation: Network
    ):
        page = Client().get(LIST).context["page"]
        assert [one.name for one in page.city] == ["Stadsoverleg"]
        assert [(one.name, [row.name for row in one.rows]) for one in page.areas] == [
            (table.area.name, ["Tafel van Zuid"])
        ]
        assert page.sign is None

    def test_costs_the_same_however_many_there_are(self, table: Table):
        def grow() -> None:
            for number in range(8):
                new = networks.Described(name=f"Tafel {number}")
                networks.open_network(table.other_area, new=new, actor=table.officer, at=AT)

        assert_same_queries(Client(), LIST, grow, at_most=8)


class TestSign:
    def test_the_policy_officer_hangs_it_on_a_consultation_that_somebody_coordinates(
        self, table: Table, body: Body, coordinator: Actor
    ):
        client = browser(table.officer)
        answer = client.post(LIST, {"body": str(body.pk), "purpose": "Wij letten op de hele stad."})
        assert (answer.status_code, answer["Location"]) == (302, HERE)
        assert "Wij letten op de hele stad." in text(Client(), HERE)
        assert client.get(LIST).context["page"].nothing_to_sign

    def test_one_without_a_coordinator_is_not_offered(self, table: Table, body: Body):
        client = browser(table.officer)
        assert client.get(LIST).context["page"].nothing_to_sign
        assert client.post(LIST, {"body": str(body.pk)}).status_code == 422
        assert not Network.objects.filter(body=body).exists()

    @pytest.mark.parametrize("who", [None, "coordinator", "area_manager", "sits"])
    def test_others_do_not(self, table: Table, body: Body, coordinator: Actor, who: str | None):
        client = browser(getattr(table, who) if who else None)
        assert client.post(LIST, {"body": str(body.pk)}).status_code == 404
        assert not Network.objects.filter(body=body).exists()


class TestTable:
    @pytest.mark.parametrize(
        "step", ["", "tafel/", "deelnemers/", "zetels/", "over/", "bijeenkomst/nieuw/", "wie-doet-mee/", "gevraagd/"]
    )
    def test_who_coordinates_it_has_every_page_of_a_network(self, consultation: Network, coordinator: Actor, step: str):
        assert browser(coordinator).get(f"{HERE}{step}").status_code == 200

    def test_it_writes_no_plan_of_a_neighbourhood(self, consultation: Network, coordinator: Actor):
        client = browser(coordinator)
        table = client.get(f"{HERE}tafel/").context["page"]
        assert (table.new_plan_href, table.spheres_href) == ("", "")
        assert client.post(f"{HERE}plan/nieuw/", {"first": "2018", "years": "1"}).status_code == 404
        with pytest.raises(Refused, match="plan_without_area"):
            open_plan(consultation, starts_on=date(2018, 1, 1), ends_before=date(2019, 1, 1), actor=coordinator, at=AT)

    def test_a_seat_speaks_for_a_network(self, table: Table, consultation: Network, coordinator: Actor):
        client = browser(coordinator)
        told = {"name": "afgevaardigde", "kind": "default", "speaks_for": str(table.network.pk)}
        assert client.post(f"{HERE}zetels/", told).status_code == 302
        assert Seat.objects.get().speaks_for == table.network
        assert "Tafel van Zuid" in text(Client(), HERE)

    def test_a_network_of_a_neighbourhood_does_not_ask_for_whom_a_seat_speaks(self, table: Table):
        page = browser(table.coordinator).get(f"{LIST}{table.network.body.key}/zetels/").context["page"]
        assert "speaks_for" not in page.adding.fields

    def test_a_meeting_with_its_papers(self, consultation: Network, coordinator: Actor):
        new = networks.NewMeeting(starts_at=MEETING_ON, place="Stadhuis")
        meeting = networks.plan_meeting(consultation, new=new, actor=coordinator, at=AT)
        networks.invite(meeting, actor=coordinator, at=AT)
        place = f"{HERE}bijeenkomst/{meeting.public_id}/"
        for page in (place, f"{place}agenda.pdf", f"{place}brief.pdf", f"{place}affiche.pdf"):
            assert Client().get(page).status_code == 200, page


class TestAdvice:
    def test_who_coordinates_it_reads_what_is_asked_and_finds_it_for_the_agenda(
        self, table: Table, body: Body, consultation: Network, coordinator: Actor
    ):
        request = asked(table, body)
        client = browser(coordinator)
        (line,) = client.get(HERE).context["page"].advice
        assert line.href == f"/proefstad/advies/{request.public_id}/"
        assert client.get(line.href).status_code == 200
        assert client.post(line.href, {"point-1": "Houd een vaste basis."}).status_code == 404

    def test_nobody_else_reads_it_before_the_decision(self, table: Table, body: Body, consultation: Network):
        request = asked(table, body)
        for who in (None, table.coordinator, table.sits):
            client = browser(who)
            assert client.get(HERE).context["page"].advice == ()
            assert client.get(f"/proefstad/advies/{request.public_id}/").status_code == 404
