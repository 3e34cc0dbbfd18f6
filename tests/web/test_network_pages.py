"""A network over HTTP: what everybody reads of it, and what only who keeps it sees and does."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils.translation import gettext

from tests.conftest import AT
from tests.helpers.queries import assert_same_queries
from tests.networks.table import EMAIL, MEETING_ON, NAME, PHONE, PLANTED, Table
from tests.web.division_town import browser
from tests.web.network_pages import WHO, at, refused, text
from wijkaanzet.kernel import clock
from wijkaanzet.networks import operations as networks
from wijkaanzet.networks.models import Member, Network, Seat
from wijkaanzet.networks.rules import MeetingStatus

pytestmark = pytest.mark.django_db


def full(table: Table) -> None:
    """Somebody in a seat, a free seat, and a meeting with an agreement."""
    table.member(NAME, email=EMAIL, seat=table.seat("bewoner"))
    table.seat("huisarts")
    table.agreed([networks.NewAgreement(text="Samen koken.", by_whom="de werkgroep")])


class TestReading:
    @pytest.mark.done("6.network-light")
    def test_a_network_that_is_only_a_name_has_a_page_that_says_what_it_is(self, table: Table):
        page = text(Client(), at(table))
        assert table.network.body.name in page
        assert table.area.name in page

    def test_everybody_reads_seats_and_agreements_and_nobody_a_name(self, table: Table):
        full(table)
        for who in (None, *WHO):
            page = text(browser(getattr(table, who) if who else None), at(table))
            assert all(word in page for word in ("Bewoner", "Huisarts", "Samen koken.", "de werkgroep")), who
            assert not [word for word in PLANTED if word in page], who

    @pytest.mark.parametrize("who", ["coordinator", "area_manager"])
    def test_who_keeps_it_finds_the_table_with_the_names(self, table: Table, who: str):
        full(table)
        client = browser(getattr(table, who))
        assert client.get(at(table)).context["page"].table_href == at(table, "tafel/")
        assert NAME in text(client, at(table, "tafel/"))
        assert EMAIL in text(client, at(table, "deelnemers/"))

    @pytest.mark.parametrize("who", ["officer", "sits", "elsewhere"])
    @pytest.mark.parametrize("step", ["tafel/", "deelnemers/", "zetels/", "over/", "bijeenkomst/nieuw/"])
    def test_what_is_of_who_keeps_it_is_not_there_for_others(self, table: Table, who: str, step: str):
        assert browser(getattr(table, who)).get(at(table, step)).status_code == 404

    def test_a_network_of_nowhere_is_not_there(self, table: Table):
        assert Client().get(at(table).replace(table.network.body.key, "nergens")).status_code == 404

    @pytest.mark.parametrize("step", ["", "tafel/"])
    def test_costs_the_same_however_many_seats_people_and_meetings_there_are(
        self, table: Table, coordinator: Client, step: str
    ):
        full(table)
        table.invited()

        def grow() -> None:
            for number in range(8):
                table.member(f"Bewoner {number}", seat=table.seat(f"zetel {number}"))
                table.agreed([networks.NewAgreement(text=f"Afspraak {number}.")])
                table.planned(starts_at=MEETING_ON + timedelta(weeks=number + 1))

        assert_same_queries(coordinator, at(table, step), grow, at_most=30)

    def test_the_page_of_the_neighbourhood_leads_to_its_networks(self, table: Table):
        listed = f"/proefstad/wijken/{table.area.slug}/netwerken/"
        assert f'href="{listed}"' in Client().get(f"/proefstad/wijken/{table.area.slug}/").content.decode()
        assert f'href="{at(table)}"' in Client().get(listed).content.decode()


class TestOpening:
    def path(self, table: Table) -> str:
        return f"/proefstad/wijken/{table.area.slug}/netwerken/"

    @pytest.mark.parametrize("who", ["coordinator", "area_manager", "officer"])
    def test_a_name_is_enough(self, table: Table, who: str):
        answer = browser(getattr(table, who)).post(self.path(table), {"name": "Tafel twee"})
        assert answer["Location"] == "/proefstad/netwerken/tafel-twee/"
        assert Network.objects.get(body__key="tafel-twee").body.area == table.area

    @pytest.mark.parametrize("who", [None, "sits", "elsewhere"])
    def test_others_open_nothing(self, table: Table, who: str | None):
        client = browser(getattr(table, who) if who else None)
        assert client.post(self.path(table), {"name": "Tafel twee"}).status_code == 404
        assert Network.objects.count() == 1

    def test_a_name_in_use_is_refused_and_what_was_filled_in_stays(self, table: Table, coordinator: Client):
        name = table.network.body.name
        answer = coordinator.post(self.path(table), {"name": name, "purpose": "Samen eten."})
        assert refused(answer, "name_taken", name=name)
        assert "Samen eten." in answer.content.decode()

    @pytest.mark.done("6.bad-input")
    @pytest.mark.parametrize("purpose", ["x" * 100_000, "Samen <script>eten</script> 🍲" * 100])
    def test_a_purpose_that_is_too_long_stays_in_the_form(self, table: Table, coordinator: Client, purpose: str):
        answer = coordinator.post(at(table, "over/"), {"purpose": purpose})
        assert answer.status_code == 409
        assert answer.context["form"]["purpose"].value() == purpose
        table.network.refresh_from_db()
        assert table.network.purpose == ""

    def test_a_script_in_a_purpose_is_only_text(self, table: Table, coordinator: Client):
        coordinator.post(at(table, "over/"), {"purpose": "<script>alert(1)</script>", "meeting_place": "Buurthuis"})
        html = Client().get(at(table)).content.decode()
        assert "&lt;script&gt;alert(1)" in html
        assert "<script>" not in html


class TestSeats:
    def test_a_seat_is_added_and_taken_away(self, table: Table, coordinator: Client):
        coordinator.post(at(table, "zetels/"), {"name": "school", "kind": "optional", "organisation": ""})
        seat = Seat.objects.get(name="school")
        assert "School" in text(Client(), at(table))
        coordinator.post(at(table, "zetels/beeindigen/"), {"seat": str(seat.pk)})
        seat.refresh_from_db()
        assert seat.ends_before is not None

    def test_a_seat_in_which_somebody_sits_stays(self, table: Table, coordinator: Client):
        seat = table.seat("bewoner")
        table.member(seat=seat)
        assert not [one for one in coordinator.get(at(table, "zetels/")).context["page"].seats if one.ending]
        answer = coordinator.post(at(table, "zetels/beeindigen/"), {"seat": str(seat.pk)})
        assert refused(answer, "seat_taken", name="bewoner")

    def test_a_seat_of_another_network_cannot_be_taken_away_here(self, table: Table, coordinator: Client):
        new = networks.Described(name="Andere tafel")
        other = networks.open_network(table.other_area, new=new, actor=table.elsewhere, at=AT)
        seat = table.seat("vreemd", network=other)
        assert coordinator.post(at(table, "zetels/beeindigen/"), {"seat": str(seat.pk)}).status_code == 422
        seat.refresh_from_db()
        assert seat.ends_before is None


class TestPeople:
    def test_somebody_joins_with_a_name_only(self, table: Table, coordinator: Client):
        answer = coordinator.post(at(table, "deelnemers/"), {"name": NAME, "behalf": "resident"})
        assert answer.status_code == 302
        member = Member.objects.get()
        assert (member.as_resident, member.seat, member.user) == (True, None, None)

    def test_somebody_takes_a_free_seat(self, table: Table, coordinator: Client):
        seat = table.seat("school")
        told = {"name": NAME, "behalf": "organisation", "seat": str(seat.pk), "email": EMAIL, "phone": PHONE}
        assert coordinator.post(at(table, "deelnemers/"), told).status_code == 302
        assert Member.objects.get().seat == seat
        page = coordinator.get(at(table, "deelnemers/"))
        assert str(seat.pk) not in dict(page.context["page"].joining.fields["seat"].choices)

    def test_a_resident_for_an_organisation_is_asked_to_choose(self, table: Table, coordinator: Client):
        organisation = table.municipality.organisations.get()
        told = {"name": NAME, "behalf": "resident", "organisation": str(organisation.pk)}
        answer = coordinator.post(at(table, "deelnemers/"), told)
        assert refused(answer, "resident_for_organisation")
        assert NAME in answer.content.decode()

    def test_who_takes_part_already_is_not_added_again(self, table: Table, coordinator: Client):
        table.member(email=EMAIL)
        told = {"name": NAME.upper(), "behalf": "resident", "email": EMAIL}
        assert refused(coordinator.post(at(table, "deelnemers/"), told), "member_there", name=NAME.upper())
        assert Member.objects.count() == 1

    def test_who_stops_is_forgotten(self, table: Table, coordinator: Client):
        member = table.member(email=EMAIL)
        path = at(table, f"deelnemers/{member.pk}/beeindigen/")
        assert f'href="{path}"' in coordinator.get(at(table, "deelnemers/")).content.decode()
        assert NAME in text(coordinator, path)
        member.refresh_from_db()
        assert member.named is not None  # who only looks deletes nothing
        assert coordinator.post(path).status_code == 302
        member.refresh_from_db()
        assert member.named is None
        assert not [word for word in PLANTED if word in text(coordinator, at(table, "deelnemers/"))]

    @pytest.mark.parametrize(
        ("step", "promise"),
        [
            (
                "deelnemers/",
                (
                    "Only who keeps this network sees these names and addresses: the coordinator, the area manager, "
                    "and who stands in for one of them. They are deleted when somebody stops."
                ),
            ),
            (
                "uitnodigingen/",
                (
                    "So that you know it again. Only who keeps this network sees this: the coordinator, the area "
                    "manager, and who stands in for one of them. It is deleted when somebody uses the code."
                ),
            ),
        ],
    )
    def test_names_are_promised_to_all_who_read_them_and_no_others(self, table: Table, step: str, promise: str):
        clients = {who: browser(getattr(table, who)) for who in WHO}
        read = {who for who, client in clients.items() if client.get(at(table, step)).status_code == 200}
        assert read == {"coordinator", "area_manager"}
        assert {gettext(promise) in text(clients[who], at(table, step)) for who in read} == {True}

    def test_somebody_of_another_network_does_not_stop_here(self, table: Table, coordinator: Client):
        new = networks.Described(name="Andere tafel")
        other = networks.open_network(table.area, new=new, actor=table.coordinator, at=AT)
        member = table.member(network=other)
        assert coordinator.post(at(table, f"deelnemers/{member.pk}/beeindigen/")).status_code == 404
        assert Member.objects.filter(ends_before__isnull=True).count() == 1


class TestTable:
    @pytest.mark.parametrize(
        ("status", "step"),
        [
            (None, "bijeenkomst/nieuw/"),
            (MeetingStatus.PLANNED, "uitnodigen/"),
            (MeetingStatus.HELD, "verslag/"),
            (MeetingStatus.REPORTED, "bijeenkomst/nieuw/"),
        ],
    )
    def test_asks_for_one_thing(self, table: Table, coordinator: Client, status: MeetingStatus | None, step: str):
        if status:
            table.brought_to(status)
        (action,) = coordinator.get(at(table, "tafel/")).context["page"].card.actions
        assert action.href.endswith(step)

    def test_asks_nothing_until_the_meeting_and_who_came_after_it(
        self, table: Table, coordinator: Client, monkeypatch: pytest.MonkeyPatch
    ):
        meeting = table.invited()
        assert coordinator.get(at(table, "tafel/")).context["page"].card.actions == ()
        monkeypatch.setattr(clock, "now", lambda: meeting.starts_at)
        (action,) = coordinator.get(at(table, "tafel/")).context["page"].card.actions
        assert action.href.endswith("gehouden/")

    def test_asks_again_about_an_agreement_on_its_day(
        self, table: Table, coordinator: Client, monkeypatch: pytest.MonkeyPatch
    ):
        again = table.planned().starts_at.date().replace(year=2018)
        (agreement,) = table.agreed([networks.NewAgreement(text="Lampen.", look_again_on=again)])
        assert coordinator.get(at(table, "tafel/")).context["page"].agreements == ()
        monkeypatch.setattr(clock, "now", lambda: AT.replace(year=2018, month=11))
        (line,) = coordinator.get(at(table, "tafel/")).context["page"].agreements
        assert line.href == at(table, f"afspraak/{agreement.pk}/")
