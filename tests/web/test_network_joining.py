"""Taking part by the code of a letter, and around a network: its sign, its coordinator, how it goes, a summit."""

from datetime import timedelta
from html import unescape

import pytest
from django.test import Client
from django.utils.translation import gettext

from tests.conftest import AT
from tests.factories import BodyFactory, OrganisationFactory, somebody
from tests.networks.table import EMAIL, MEETING_ON, NAME, PLANTED, Table, later
from tests.web.division_town import browser
from tests.web.importing import words
from tests.web.network_pages import WHO, at, of, refused, text
from wijkaanzet.kernel import clock
from wijkaanzet.kernel.codes import new_code, spelled
from wijkaanzet.kernel.models import OutboxMessage
from wijkaanzet.networks import operations as networks
from wijkaanzet.networks import queries
from wijkaanzet.networks.models import Invitation, Member, Network, Seat
from wijkaanzet.networks.operations import Asked, ForWhom
from wijkaanzet.networks.rules import InvitationStatus, MeetingKind, SeatKind
from wijkaanzet.people.models import User
from wijkaanzet.people.rules import Role
from wijkaanzet.web.outbox import letter

pytestmark = pytest.mark.django_db
FIND = "/proefstad/meedoen/"
WHOM = "Mevrouw Roerdomp"


def asked(table: Table) -> tuple[Invitation, str]:
    """An invitation, and the address at which its code works."""
    made = networks.invite_to_join(
        table.network, asked=Asked(for_whom=ForWhom(words=WHOM), seat=table.seat()), actor=table.coordinator, at=AT
    )
    return made, f"{FIND}{spelled(queries.invitation_words(made).code)}/"


class TestJoining:
    def test_who_types_the_code_of_a_letter_takes_part_without_an_account(self, table: Table):
        invitation, join = asked(table)
        visitor = Client()
        code = queries.invitation_words(invitation).code
        assert visitor.post(FIND, {"code": f" {code.upper()} "})["Location"] == join
        assert "Tafel van Zuid" in text(visitor, join)
        assert visitor.post(join, {"name": NAME, "email": EMAIL})["Location"] == at(table)
        member = Member.objects.get()
        assert (member.user, member.as_resident, member.seat) == (None, True, invitation.seat)
        assert queries.members_of(table.network)[0].named.email == EMAIL

    def test_the_code_works_where_one_says_yes_to_a_plan_too(self, table: Table):
        invitation, join = asked(table)
        code = queries.invitation_words(invitation).code
        assert Client().post("/proefstad/inbreng/", {"code": code})["Location"] == join

    def test_an_open_seat_stays_open_for_who_comes_next(self, table: Table):
        _, join = asked(table)
        Seat.objects.update(kind=SeatKind.OPEN)
        Client().post(join, {"name": NAME})
        shown = text(Client(), at(table))
        assert "iedereen is welkom" in shown
        assert "bezet" not in shown

    def test_who_is_logged_in_takes_part_with_that_account(self, table: Table):
        _, join = asked(table)
        actor = somebody(Role.RESIDENT, table.municipality, scope=table.area)
        client = browser(actor)
        assert User.objects.get(pk=actor.user_id or 0).username in text(client, join)
        assert client.post(join, {"name": NAME}).status_code == 302
        assert Member.objects.get().user_id == actor.user_id
        _, again = asked(table)
        assert refused(client.post(again, {"name": NAME}), "member_already")

    @pytest.mark.done("6.bad-input")
    @pytest.mark.parametrize("name", ["", "é" * 100_000, "a" * 121])
    def test_what_is_not_right_is_said_and_the_code_still_works(self, table: Table, name: str):
        invitation, join = asked(table)
        answer = Client().post(join, {"name": name, "email": EMAIL})
        assert answer.status_code in (409, 422)
        assert EMAIL in answer.content.decode()
        invitation.refresh_from_db()
        assert invitation.status == InvitationStatus.WAITING

    def test_a_code_that_was_used_or_lapsed_says_so_in_words(self, table: Table, monkeypatch: pytest.MonkeyPatch):
        _, used = asked(table)
        Client().post(used, {"name": NAME})
        answer = Client().get(used)
        assert 'name="name"' not in answer.content.decode()
        assert refused(Client().post(used, {"name": NAME}), "invitation_used")
        _, lapsed = asked(table)
        monkeypatch.setattr(clock, "now", lambda: later(43))
        assert refused(Client().post(lapsed, {"name": NAME}), "invitation_over")
        assert Client().get(lapsed).status_code == 200

    @pytest.mark.parametrize("code", ["abcd", "2222-2222-2222-2222", "' or 1=1"])
    def test_a_code_that_nobody_gave_opens_nothing(self, table: Table, code: str):
        assert Client().post(FIND, {"code": code}).status_code == 422
        assert Client().get(f"{FIND}{spelled(new_code())}/")["Location"] == FIND

    def test_a_code_is_kept_by_no_browser_and_found_by_no_search_engine(self, table: Table):
        _, join = asked(table)
        answer = Client().get(join)
        assert "no-store" in answer["Cache-Control"]
        assert "noindex" in answer["X-Robots-Tag"]
        assert not [word for word in PLANTED if word in answer.content.decode()]

    def test_a_code_of_elsewhere_is_not_known(self, table: Table):
        _, join = asked(table)
        other = BodyFactory.create(kind="network").municipality
        assert Client().get(join.replace("proefstad", other.slug)).status_code == 302


class TestAsking:
    def test_who_keeps_the_network_makes_a_letter_and_lets_it_go(self, table: Table, coordinator: Client):
        seat = table.seat()
        told = {"for_whom": WHOM, "behalf": "resident", "seat": str(seat.pk)}
        page = coordinator.post(at(table, "uitnodigingen/"), told)["Location"]
        shown = text(coordinator, page)
        invitation = Invitation.objects.get()
        code = spelled(queries.invitation_words(invitation).code)
        assert all(one in shown for one in (WHOM, code, f"/meedoen/{code}/"))
        assert WHOM in text(coordinator, at(table, "uitnodigingen/"))
        assert coordinator.post(page).status_code == 302
        assert code not in text(coordinator, page)
        assert coordinator.get(f"{page}brief.pdf").status_code == 404

    @pytest.mark.parametrize("who", ["officer", "sits", "elsewhere"])
    def test_nobody_else_sees_whom_a_letter_is_for(self, table: Table, who: str):
        invitation, _ = asked(table)
        client = browser(getattr(table, who))
        for step in ("uitnodigingen/", f"uitnodigingen/{invitation.public_id}/"):
            assert client.get(at(table, step)).status_code == 404
            assert client.post(at(table, step)).status_code == 404
        assert client.get(at(table, f"uitnodigingen/{invitation.public_id}/brief.pdf")).status_code == 404


class TestAround:
    @pytest.mark.parametrize(
        ("who", "may"),
        [(None, False), *((who, who in ("area_manager", "officer")) for who in WHO)],
    )
    def test_who_works_for_the_municipality_says_who_coordinates(self, table: Table, who: str | None, may: bool):
        party = OrganisationFactory.create(municipality=table.municipality, name="Dorpsverband Zuid")
        somebody(Role.COORDINATOR, table.municipality, scope=table.network.body)
        client = browser(getattr(table, who) if who else None)
        answer = client.post(at(table, "coordinatie/"), {"party": str(party.pk)})
        assert answer.status_code == (302 if may else 404)
        assert ("Dorpsverband Zuid" in text(Client(), at(table))) is may

    def test_a_party_without_a_coordinator_is_refused_and_said(self, table: Table):
        party = OrganisationFactory.create(municipality=table.municipality)
        answer = browser(table.area_manager).post(at(table, "coordinatie/"), {"party": str(party.pk)})
        assert refused(answer, "network_without_coordinator", name="Tafel van Zuid")

    def test_what_meets_already_gets_its_sign(self, table: Table, coordinator: Client):
        path = f"/proefstad/wijken/{table.area.slug}/netwerken/bord/"
        assert "Wijkraad" not in text(coordinator, path)
        body = BodyFactory.create(
            municipality=table.municipality, area=table.area, kind="network", key="wijkraad", name="Wijkraad"
        )
        assert "Wijkraad" in text(coordinator, path)
        told = {"body": str(body.pk), "purpose": "Samen weten", "own_rule": "Niemand is tegen."}
        assert coordinator.post(path, told)["Location"] == f"/proefstad/netwerken/{body.key}/"
        assert Network.objects.get(body=body).own_rule == "Niemand is tegen."
        assert "Niemand is tegen." in text(Client(), f"/proefstad/netwerken/{body.key}/")
        assert Client().get(path).status_code == 404
        assert browser(table.elsewhere).get(path).status_code == 404

    def test_people_are_asked_how_it_goes(self, table: Table, coordinator: Client, monkeypatch: pytest.MonkeyPatch):
        table.member(NAME, email=EMAIL)
        again = MEETING_ON.date() + timedelta(days=7)
        table.agreed([networks.NewAgreement(text="Samen koken.", by_whom="de werkgroep", look_again_on=again)])
        assert refused(coordinator.post(at(table, "herinneren/")), "nothing_to_look_at")
        monkeypatch.setattr(clock, "now", lambda: later(30))
        assert "Samen koken." in text(coordinator, at(table, "herinneren/"))
        assert coordinator.post(at(table, "herinneren/"))["Location"] == at(table, "tafel/")
        mail = letter(OutboxMessage.objects.get(kind=networks.REMINDED))
        assert mail.to == [EMAIL]
        assert "Samen koken." in mail.body
        assert refused(coordinator.post(at(table, "herinneren/")), "reminded_today")

    def test_who_was_invited_is_mailed_that_it_is_off(self, table: Table, coordinator: Client):
        table.member(NAME, email=EMAIL)
        meeting = table.invited()
        coordinator.post(of(meeting, "afzeggen/"))
        mail = letter(OutboxMessage.objects.get(kind=networks.CALLED_OFF))
        assert (mail.to, NAME in mail.body) == ([EMAIL], False)
        assert "23 oktober 2017" in mail.body


class TestSummit:
    def test_an_idea_for_a_citizens_summit_comes_in_through_the_one_intake(self, table: Table, coordinator: Client):
        new = networks.NewMeeting(starts_at=MEETING_ON, place="Buurthuis", kind=MeetingKind.SUMMIT)
        meeting = networks.plan_meeting(table.network, new=new, actor=table.coordinator, at=AT)
        assert "/vertel/" not in str(coordinator.get(of(meeting)).context["page"].idea_href)
        networks.invite(meeting, actor=table.coordinator, at=AT)
        href = Client().get(of(meeting)).context["page"].idea_href
        assert href == f"/proefstad/vertel/?over=burgertop-{meeting.public_id}"
        assert "Tafel van Zuid" in unescape(words(Client().get(href)))

    def test_a_meeting_around_the_table_asks_for_no_ideas(self, table: Table):
        meeting = table.invited()
        assert Client().get(of(meeting)).context["page"].idea_href == ""
        answer = Client().get(f"/proefstad/vertel/?over=burgertop-{meeting.public_id}")
        assert answer.context["page"].summit == ""


class TestOnTheDay:
    def test_the_table_and_your_move_say_the_same(
        self, table: Table, coordinator: Client, monkeypatch: pytest.MonkeyPatch
    ):
        table.invited()
        titles = []
        for day, acts in ((MEETING_ON - timedelta(days=1), False), (MEETING_ON, True)):
            monkeypatch.setattr(clock, "now", lambda day=day: day)
            card = coordinator.get(at(table, "tafel/")).context["page"].card
            assert bool(card.actions) is acts
            titles.append(coordinator.get("/proefstad/aan-zet/").context["page"].title)
        assert titles == [gettext("It is not your move now"), gettext("It is your move")]

    def test_an_invitation_of_a_day_that_is_over_leads_to_who_came(
        self, table: Table, coordinator: Client, monkeypatch: pytest.MonkeyPatch
    ):
        meeting = table.planned()
        monkeypatch.setattr(clock, "now", lambda: MEETING_ON + timedelta(days=1))
        assert coordinator.get(of(meeting, "uitnodigen/"))["Location"] == of(meeting, "gehouden/")
