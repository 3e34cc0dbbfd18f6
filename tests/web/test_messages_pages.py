"""How often mail comes, the one click that stops it, the own calendar, and who stands in: set up on pages."""

import re
from datetime import date, timedelta

import pytest
from django.core import mail
from django.core.management import call_command
from django.test import Client

from tests.factories import NOBODY
from tests.web.world import World
from wijkaanzet.cycle import operations as cycle
from wijkaanzet.cycle.models import CalendarFeed, DigestChoice, DigestSent
from wijkaanzet.cycle.rules.digests import DigestRhythm
from wijkaanzet.demo.build import START
from wijkaanzet.kernel import clock
from wijkaanzet.kernel.models import AuditEntry, Municipality, OpenMove, OutboxMessage
from wijkaanzet.networks.models import Network
from wijkaanzet.people import operations as people
from wijkaanzet.people.models import Membership, StandIn, User
from wijkaanzet.people.rules import Role
from wijkaanzet.web.messages.stopping import stop_token

PAGE, AWAY, CALENDAR = "/tilburg/aan-zet/berichten/", "/tilburg/aan-zet/vervanging/", "/tilburg/aan-zet/agenda/"
TODAY = START.date()
DAY = timedelta(days=1)

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def demo(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    """The demo on the day it starts."""
    monkeypatch.setattr(clock, "now", lambda: START)


def as_(user: User) -> Client:
    client = Client()
    client.force_login(user)
    return client


def tilburg() -> Municipality:
    return Municipality.objects.get(slug="tilburg")


def days(name: str, day: date) -> dict[str, str]:
    return {f"{name}_day": str(day.day), f"{name}_month": str(day.month), f"{name}_year": str(day.year)}


def asking(colleague: str, first: date, last: date, *, role: int) -> dict[str, str]:
    return {"role": str(role), "colleague": colleague, **days("first", first), **days("last", last)}


class TestRhythm:
    @pytest.mark.parametrize(
        ("role", "usual"), [(Role.POLICY_OFFICER, "weekly"), (Role.NETWORK_MEMBER, "none"), (Role.RESIDENT, "none")]
    )
    def test_begins_with_what_is_usual_and_keeps_what_is_chosen(self, world: World, role: Role, usual: str):
        user = world.here[role]
        client = as_(user)
        assert re.search(rf'value="{usual}"[^>]*checked', client.get(PAGE).content.decode())
        assert client.post(PAGE, {"rhythm": "daily"}).status_code == 302
        assert re.search(r'value="daily"[^>]*checked', client.get(PAGE).content.decode())
        assert DigestChoice.objects.get(user=user).rhythm == "daily"

    @pytest.mark.parametrize("sent", ["", "hourly", "<script>", "x" * 100_000])
    def test_anything_else_is_one_sentence_and_changes_nothing(self, world: World, sent: str):
        answer = as_(world.here[Role.POLICY_OFFICER]).post(PAGE, {"rhythm": sent})
        assert answer.status_code == 422
        assert "<script>" not in answer.content.decode()
        assert not DigestChoice.objects.exists()

    def test_who_takes_part_with_an_account_and_no_role_can_choose_too(self, world: World):
        user, network = User.objects.create(username="buur"), Network.objects.get(body__key="wijknetwerk")
        assert as_(user).get(PAGE).status_code == 404
        joins_without_a_role(user, network)
        assert as_(user).get(PAGE).status_code == 200
        assert as_(user).get(PAGE.replace("tilburg", "oude-ijsselstreek")).status_code == 404


def joins_without_a_role(user: User, network: Network) -> None:
    from wijkaanzet.networks import operations as networks

    joining = networks.Joining(named=networks.Named(name="Buur (oefening)"), seat=None, as_resident=True, user=user)
    networks.take_seat(network, joining=joining, actor=NOBODY, at=START)


class TestMail:
    @pytest.fixture
    def user(self, world: World) -> User:
        found = world.here[Role.POLICY_OFFICER]
        User.objects.filter(pk=found.pk).update(email="wie@proef.example")
        OutboxMessage.objects.all().delete()
        return found

    def sent(self) -> mail.EmailMessage:
        call_command("send_digests", stdout=None)
        call_command("send_outbox", stdout=None)
        (message,) = [one for one in mail.outbox if one.to == ["wie@proef.example"]]
        return message

    def test_tells_what_waits_until_when_and_where_it_is_done(self, user: User):
        OpenMove.objects.exclude(subject_kind="cycle.area_year").delete()
        message = self.sent()
        assert "2018" in message.body
        assert "16 oktober 2017" in message.body
        assert "/tilburg/aan-zet/\n" in message.body
        assert "{" not in message.body

    def test_is_sent_once_and_the_second_timer_of_the_week_writes_nothing(self, user: User):
        self.sent()
        call_command("send_digests", stdout=None)
        call_command("send_outbox", stdout=None)
        assert [one.to for one in mail.outbox].count(["wie@proef.example"]) == 1
        assert DigestSent.objects.filter(user=user).count() == 1

    def test_of_which_everything_was_done_meanwhile_is_not_sent_and_not_tried_again(self, user: User):
        call_command("send_digests", stdout=None)
        OpenMove.objects.all().delete()
        call_command("send_outbox", stdout=None)
        assert mail.outbox == []
        assert not OutboxMessage.objects.filter(sent_at__isnull=True, recipient=user).exists()

    def test_names_nothing_late_for_who_is_invited_and_has_no_term(self, world: World):
        user = world.here[Role.ADVISER]
        User.objects.filter(pk=user.pk).update(email="wie@proef.example")
        held = Membership.objects.get(user=user)
        OpenMove.objects.all().delete()
        OpenMove.objects.create(
            municipality=tilburg(), subject_kind="decisions.decision", subject_id=900_001, state="asked",
            role=Role.ADVISER, scope_kind="body", scope_id=held.body_id or 0, action="decisions.give_advice",
            lapses_on=TODAY, falls_back_to=Role.POLICY_OFFICER,
        )  # fmt: skip
        cycle.choose_digest(tilburg(), user_id=user.pk, rhythm=DigestRhythm.DAILY, actor=NOBODY, at=START)
        body = self.sent().body
        assert "termijn" not in body
        assert TODAY.strftime("%Y") not in body

    def test_holds_a_link_that_stops_it_with_one_click_and_without_logging_in(self, user: User):
        message = self.sent()
        assert message.extra_headers["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
        link = re.search(r"<(.+)>", message.extra_headers["List-Unsubscribe"])
        assert link
        assert link[1] in message.body
        path = "/tilburg/" + link[1].split("/tilburg/")[1]
        visitor = Client(enforce_csrf_checks=True)
        assert visitor.get(path).status_code == 200
        assert not DigestChoice.objects.exists()
        assert visitor.post(path, {"List-Unsubscribe": "One-Click"}).status_code == 200
        assert DigestChoice.objects.get(user=user).rhythm == DigestRhythm.NONE
        row = AuditEntry.objects.get(action="cycle.digest.chosen")
        assert row.actor_id == user.pk

    @pytest.mark.parametrize("token", ["1-2", "1-2.verzonnen", "x", "é" * 50])
    def test_a_made_up_token_stops_nothing(self, token: str):
        for method in ("get", "post"):
            assert getattr(Client(), method)(f"{PAGE}stop/{token}/").status_code == 404

    def test_the_token_of_one_municipality_is_no_token_of_another(self, user: User):
        token = stop_token(tilburg(), user.pk)
        assert Client().post(f"/tilburg/aan-zet/berichten/stop/{token}/").status_code == 200
        assert Client().post(f"/oude-ijsselstreek/aan-zet/berichten/stop/{token}/").status_code == 404


class TestOwnCalendar:
    def test_address_is_made_shown_again_renewed_and_taken_away(self, world: World):
        client = as_(world.here[Role.PROVIDER])
        assert ".ics" not in client.get(CALENDAR).content.decode()
        shown = []
        for _time in range(2):
            assert client.post(CALENDAR, {"act": "make"}).status_code == 302
            shown += re.findall(r'href="(http://testserver/[^"]+\.ics)"', client.get(CALENDAR).content.decode())
        assert len(set(shown)) == 2
        assert [Client().get(one).status_code for one in shown] == [404, 200]
        assert client.post(CALENDAR, {"act": "end"}).status_code == 302
        assert Client().get(shown[1]).status_code == 404

    def test_the_token_itself_is_nowhere_in_the_database(self, world: World):
        client = as_(world.here[Role.PROVIDER])
        client.post(CALENDAR, {"act": "make"})
        token = re.findall(r"agenda/([^/\"]+)\.ics", client.get(CALENDAR).content.decode())[0]
        feed = CalendarFeed.objects.get(user=world.here[Role.PROVIDER])
        assert token not in feed.token_hash
        assert token.encode() not in bytes(feed.sealed)

    @pytest.mark.parametrize("sent", [{}, {"act": "x" * 100_000}])
    def test_anything_else_changes_nothing(self, world: World, sent: dict[str, str]):
        assert as_(world.here[Role.PROVIDER]).post(CALENDAR, sent).status_code == 422
        assert not CalendarFeed.objects.filter(user=world.here[Role.PROVIDER]).exists()


class TestStandingIn:
    @pytest.fixture
    def held(self, world: World) -> Membership:
        StandIn.objects.all().delete()
        return Membership.objects.get(user=world.here[Role.COORDINATOR])

    @pytest.fixture
    def colleague(self, world: World) -> User:
        return world.here[Role.CONTROLLER]

    def test_the_colleague_is_asked_and_both_read_it(self, world: World, held: Membership, colleague: User):
        client = as_(held.user)
        sent = asking(colleague.username, TODAY, TODAY + 6 * DAY, role=held.pk)
        assert client.post(AWAY, sent).status_code == 302
        for user, other in ((held.user, colleague), (colleague, held.user)):
            page = as_(user).get("/tilburg/aan-zet/").content.decode()
            assert other.username in page
            assert "8 oktober 2017" in page
            assert other.username in as_(user).get(AWAY).content.decode()

    def test_who_stands_in_acts_in_the_role_and_the_log_names_both(
        self, world: World, held: Membership, colleague: User
    ):
        table = "/tilburg/netwerken/wijknetwerk/over/"
        assert as_(colleague).get(table).status_code == 404
        people.ask_stand_in(held, user=colleague, starts_on=TODAY, ends_before=TODAY + DAY, actor=NOBODY, at=START)
        assert as_(colleague).post(table, {"purpose": "Samen eten.", "meeting_place": ""}).status_code == 302
        row = AuditEntry.objects.get(action="networks.network.described", actor=colleague)
        assert row.detail["stood_in_for"] == str(held.pk)

    @pytest.mark.parametrize(
        ("colleague_typed", "first", "last", "status"),
        [
            ("niemand", TODAY, TODAY, 422),
            ("test-tilburg-resident", TODAY, TODAY, 422),
            ("", TODAY, TODAY, 422),
            ("<script>alert(1)</script>", TODAY, TODAY, 422),
            ("x" * 100_000, TODAY, TODAY, 422),
            ("test-tilburg-controller 🙂", TODAY, TODAY, 422),
            ("test-tilburg-coordinator", TODAY, TODAY, 409),
            ("test-tilburg-controller", date(1900, 1, 1), TODAY, 409),
            ("test-tilburg-controller", TODAY, TODAY - DAY, 409),
            ("test-tilburg-controller", TODAY, TODAY + 400 * DAY, 409),
            ("test-tilburg-controller", TODAY, date.max, 409),
            ("test-tilburg-controller", date.max, date.max, 409),
        ],
    )
    def test_what_is_not_right_is_said_and_nothing_is_lost(
        self, held: Membership, colleague_typed: str, first: date, last: date, status: int
    ):
        answer = as_(held.user).post(AWAY, asking(colleague_typed, first, last, role=held.pk))
        page = answer.content.decode()
        assert answer.status_code == status
        assert "<script>alert" not in page
        assert f'value="{last.year}"' in page
        assert not StandIn.objects.exists()

    def test_a_role_of_somebody_else_cannot_be_given_away(self, world: World, held: Membership, colleague: User):
        sent = asking("test-tilburg-auditor", TODAY, TODAY, role=held.pk)
        as_(colleague).post(AWAY, sent)
        assert [one.membership.user for one in StandIn.objects.all()] == [colleague]
        StandIn.objects.all().delete()
        Membership.objects.filter(user=world.here[Role.AUDITOR]).update(user=colleague)
        sent = asking("test-tilburg-provider", TODAY, TODAY, role=held.pk)
        assert as_(colleague).post(AWAY, sent).status_code == 422
        assert not StandIn.objects.exists()

    def test_either_of_the_two_may_end_it_and_nobody_else(self, world: World, held: Membership, colleague: User):
        for user in (held.user, colleague):
            made = people.ask_stand_in(
                held, user=colleague, starts_on=TODAY + DAY, ends_before=TODAY + 2 * DAY, actor=NOBODY, at=START
            )
            path = f"{AWAY}{made.pk}/beeindigen/"
            assert as_(world.here[Role.AUDITOR]).post(path).status_code == 404
            assert as_(user).get(path).status_code == 200
            assert as_(user).post(path).status_code == 302
            assert not StandIn.objects.exists()
