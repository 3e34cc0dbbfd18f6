"""Who looks after the roles sees, gives, ends and takes back on pages; who audits only looks; nobody else sees any."""

import re
from datetime import date, timedelta

import pytest
from django.test import Client

from tests.factories import NOBODY, UserFactory
from tests.helpers.queries import assert_same_queries
from tests.web.world import World
from wijkaanzet.areas.models import Area
from wijkaanzet.demo.build import START
from wijkaanzet.kernel import clock
from wijkaanzet.kernel.models import AuditEntry, Municipality, OutboxMessage
from wijkaanzet.networks.models import Network
from wijkaanzet.people import operations as people
from wijkaanzet.people.models import Body, Membership, Organisation, StandIn, User
from wijkaanzet.people.rules import SCOPES, Role, ScopeKind

ROLES = "/tilburg/beheer/rollen/"
WIE, GIVE = f"{ROLES}wie/", f"{ROLES}geven/"
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


@pytest.fixture
def admin(world: World) -> Client:
    return as_(world.here[Role.FUNCTIONAL_ADMIN])


def tilburg() -> Municipality:
    return Municipality.objects.get(slug="tilburg")


def days(name: str, day: date) -> dict[str, str]:
    return {f"{name}_{part}": str(getattr(day, part)) for part in ("day", "month", "year")}


def giving(
    username: str, email: str = "", *, over: str = "", first: date = TODAY, last: date | None = None
) -> dict[str, str]:
    return {
        "username": username, "email": email, "over": over, **days("first", first),
        **(days("last", last) if last else {}),
    }  # fmt: skip


def membership(role: Role, world: World) -> Membership:
    return Membership.objects.get(user=world.here[role])


def rows(answer: str) -> list[str]:
    """The accounts of the list, in its order."""
    return re.findall(r"<b>([^<]+)</b>\s*<span class=\"wz-soft\">", answer)


def read(client: Client, path: str) -> str:
    answer = client.get(path)
    assert answer.status_code == 200, path
    return answer.content.decode()


class TestHolders:
    def test_come_in_the_order_of_the_roles_without_an_address(self, world: World, admin: Client):
        User.objects.filter(pk=world.here[Role.COORDINATOR].pk).update(email="geheim@proef.example")
        page = read(admin, WIE)
        names = [name for name in rows(page) if name.startswith("test-tilburg-")]
        assert names == [f"test-tilburg-{role}" for role in Role]
        assert "geheim@proef.example" not in page
        assert "test-oude-ijsselstreek" not in page

    @pytest.mark.parametrize(
        ("asked", "found"),
        [
            ("?rol=auditor", {"test-tilburg-auditor"}),
            ("?rol=area_manager&zoek=TEST-", {"test-tilburg-area_manager"}),
            ("?zoek=contourdetwern", {"tilburg-provider"}),
            ("?zoek=niemand-heet-zo", set()),
        ],
    )
    def test_are_looked_for_by_role_by_account_and_by_what_it_is_over(self, admin: Client, asked: str, found: set[str]):
        assert set(rows(read(admin, WIE + asked))) == found

    def test_a_role_that_is_still_to_begin_says_as_of_when(self, world: World, admin: Client):
        held = membership(Role.CONTROLLER, world)
        for first, word in ((TODAY - DAY, "Sinds"), (TODAY, "Sinds"), (TODAY + DAY, "Vanaf")):
            Membership.objects.filter(pk=held.pk).update(starts_on=first)
            said = re.findall(r"<b>test-tilburg-controller</b>\s*<span[^>]*>(\w+)", read(admin, WIE))
            assert said == [word], first

    @pytest.mark.parametrize("asked", ["?rol=burgemeester", "?toon=alles", f"?zoek={'x' * 101}"])
    def test_what_cannot_be_looked_for_is_one_sentence(self, admin: Client, asked: str):
        answer = admin.get(WIE + asked)
        assert answer.status_code == 422
        assert "wz-error" in answer.content.decode()

    def test_what_ended_stays_for_ninety_days_when_asked(self, world: World, admin: Client):
        for role, ago in ((Role.CONTROLLER, 89), (Role.AUDITOR, 90)):
            Membership.objects.filter(pk=membership(role, world).pk).update(ends_before=TODAY - ago * DAY)
        ended = {"test-tilburg-controller", "test-tilburg-auditor"}
        assert not ended & set(rows(read(admin, WIE)))
        assert ended & set(rows(read(admin, f"{WIE}?toon=ook-eindigde"))) == {"test-tilburg-controller"}

    def test_who_audits_reads_and_can_do_nothing(self, world: World):
        page = read(as_(world.here[Role.AUDITOR]), WIE)
        assert "test-tilburg-coordinator" in rows(page)
        assert not re.search(r'href="/tilburg/beheer/rollen/(geven|\d)', page)

    def test_cost_as_many_queries_however_many_there_are(self, admin: Client):
        def grow() -> None:
            area = Area.objects.select_related("division").get(slug="noord", division__municipality__slug="tilburg")
            for number in range(60):
                user = UserFactory.create(username=f"veel-{number}")
                held = people.give_role(
                    user, role=Role.COORDINATOR, municipality=tilburg(), scope=area, starts_on=TODAY, actor=NOBODY,
                    at=START,
                )  # fmt: skip
                StandIn.objects.create(membership=held, user=user, starts_on=TODAY, ends_before=TODAY + DAY)

        assert_same_queries(admin, f"{WIE}?zoek=noord", grow, at_most=12)
        assert len(rows(read(admin, f"{WIE}?zoek=veel"))) == 50
        assert len(rows(read(admin, f"{WIE}?zoek=veel&pagina=2"))) == 10


class TestGive:
    def test_opens_an_account_and_says_the_same_of_one_that_was_there(self, world: World, admin: Client):
        User.objects.filter(pk=world.elsewhere[Role.PROVIDER].pk).update(username="kim", email="kim@example.org")
        body = Body.objects.get(municipality__slug="tilburg", key="wijknetwerk")
        told = {}
        for name in ("nieuw", "kim"):
            sent = giving(name, f"{name}@example.org", over=f"body-{body.pk}", last=TODAY + 30 * DAY)
            answer = admin.post(f"{GIVE}?rol=coordinator", sent, follow=True)
            assert answer.redirect_chain == [(WIE, 302)]
            (message,) = answer.context["messages"]
            told[name] = str(message).replace(name, "…")
            held = Membership.objects.get(user__username=name, municipality=tilburg())
            assert (held.role, held.body, held.ends_before) == ("coordinator", body, TODAY + 31 * DAY)
            assert OutboxMessage.objects.filter(recipient=held.user, kind=people.ROLE_GIVEN).exists()
        assert told["nieuw"] == told["kim"]
        row = AuditEntry.objects.filter(action="people.role.given").latest("id")
        assert (row.actor_id, row.channel) == (world.here[Role.FUNCTIONAL_ADMIN].pk, "web")

    @pytest.mark.parametrize("role", Role)
    def test_offers_what_fits_the_role_and_nothing_of_elsewhere(self, world: World, admin: Client, role: Role):
        offered = re.findall(r'<option value="(\w+)-(\d+)"', read(admin, f"{GIVE}?rol={role}"))
        if SCOPES[role] is ScopeKind.MUNICIPALITY:
            assert offered == []
            return
        ours = {
            "area": Area.objects.filter(division__municipality=tilburg()),
            "body": Body.objects.filter(municipality=tilburg()),
            "organisation": Organisation.objects.filter(municipality=tilburg()),
        }
        assert all(ours[kind].filter(pk=number).exists() for kind, number in offered)
        kinds = {kind for kind, _number in offered}
        assert kinds == ({"area", "body"} if role is Role.COORDINATOR else {SCOPES[role].value})

    def test_refuses_the_scope_of_another_municipality(self, world: World, admin: Client):
        other = Area.objects.get(division__municipality__slug="oude-ijsselstreek")
        body = Body.objects.get(municipality__slug="oude-ijsselstreek")
        for role, over in (
            ("coordinator", f"area-{other.pk}"),
            ("council_member", f"body-{body.pk}"),
            ("coordinator", "x"),
        ):
            answer = admin.post(f"{GIVE}?rol={role}", giving("sam", "sam@example.org", over=over))
            assert answer.status_code == 422
        assert not User.objects.filter(username="sam").exists()

    @pytest.mark.parametrize(
        ("sent", "status"),
        [
            (giving("test-tilburg-functional_admin"), 409),  # oneself
            (giving("niemand-heet-zo"), 409),
            (giving("test-tilburg-auditor"), 409),  # has it already
            (giving("sam", "sam@example.org", first=date(1900, 1, 1)), 409),
            (giving("sam", "sam@example.org", first=date(2999, 1, 1)), 409),
            (giving("sam", "sam@example.org", last=TODAY - DAY), 409),
            (giving("sam", "sam@example.org", last=date(9999, 12, 31)), 409),
            (giving("jаnsen", "sam@example.org"), 409),  # with a letter of another script
            (giving("x" * 61, "sam@example.org"), 422),
            (giving("", "sam@example.org"), 422),
            (giving("sam", "sam@example.org\nBcc: a@b.nl"), 422),
            (giving("sam", "<script>alert(1)</script>"), 422),
            ({**giving("sam", "sam@example.org"), "first_day": "31", "first_month": "2"}, 422),
        ],
    )
    def test_refuses_with_a_sentence_and_keeps_what_was_filled_in(
        self, admin: Client, sent: dict[str, str], status: int
    ):
        before = (User.objects.count(), Membership.objects.count())
        answer = admin.post(f"{GIVE}?rol=auditor", sent)
        page = answer.content.decode()
        assert answer.status_code == status
        assert 'role="alert"' in page
        assert "<script>" not in page
        assert f'value="{sent["username"]}"' in page or not sent["username"]
        assert (User.objects.count(), Membership.objects.count()) == before

    def test_knows_no_role_that_is_not_there(self, admin: Client):
        for role in ("burgemeester", "", "Role.AUDITOR"):
            assert "rol=auditor" in read(admin, f"{GIVE}?rol={role}")

    def test_says_when_there_is_nothing_over_which_a_role_can_be_held(self, world: World):
        next_door = as_(world.elsewhere[Role.FUNCTIONAL_ADMIN])
        path = f"{GIVE}?rol=network_member".replace("tilburg", "oude-ijsselstreek")
        assert 'id="id_username"' not in read(next_door, path)
        assert next_door.post(path, giving("sam", "sam@example.org")).status_code == 200
        assert not User.objects.filter(username="sam").exists()

    def test_needs_a_token_of_our_own_page(self, world: World):
        client = Client(enforce_csrf_checks=True)
        client.force_login(world.here[Role.FUNCTIONAL_ADMIN])
        before = Membership.objects.count()
        client.post(f"{GIVE}?rol=auditor", giving("sam", "sam@example.org"))
        assert Membership.objects.count() == before


class TestEnd:
    def test_says_that_nobody_else_has_the_role_and_what_waits(self, world: World, admin: Client):
        manager = membership(Role.AREA_MANAGER, world)
        Membership.objects.filter(role=Role.AREA_MANAGER).exclude(pk=manager.pk).delete()
        page = read(admin, f"{ROLES}{manager.pk}/beeindigen/")
        assert f"rol=area_manager&amp;over=area-{manager.area_id}" in page
        officer = membership(Role.POLICY_OFFICER, world)
        page = read(admin, f"{ROLES}{officer.pk}/beeindigen/")
        assert "tilburg-policy_officer" in page.replace("test-tilburg-policy_officer", "")
        assert 'id="waits"' in page
        assert "rol=policy_officer" not in page

    @pytest.mark.parametrize(
        ("day", "status"),
        [
            (TODAY, 302), (TODAY - 30 * DAY, 302), (TODAY + 30 * DAY, 302), (date(2016, 9, 1), 409),
            (date(1900, 1, 1), 409), (date(2999, 1, 1), 409),
        ],
    )  # fmt: skip
    def test_ends_it_as_of_a_day_after_it_began(self, world: World, admin: Client, day: date, status: int):
        held = membership(Role.CONTROLLER, world)
        answer = admin.post(f"{ROLES}{held.pk}/beeindigen/", days("before", day))
        assert answer.status_code == status
        if status == 302:
            assert "is beëindigd. De laatste dag: " in read(admin, WIE)
        held.refresh_from_db()
        assert held.ends_before == (day if status == 302 else None)

    def test_the_last_administrator_stays(self, world: World, admin: Client):
        own = membership(Role.FUNCTIONAL_ADMIN, world)
        others = Membership.objects.filter(role=Role.FUNCTIONAL_ADMIN, municipality=tilburg()).exclude(pk=own.pk)
        for held in others:
            assert admin.post(f"{ROLES}{held.pk}/beeindigen/", days("before", TODAY)).status_code == 302
        assert admin.post(f"{ROLES}{own.pk}/beeindigen/", days("before", TODAY + DAY)).status_code == 409
        own.refresh_from_db()
        assert own.ends_before is None
        assert AuditEntry.objects.filter(action="people.role.ended", result="refused", reason="last_admin").exists()

    def test_of_a_day_that_is_not_over_it_is_taken_back(self, world: World, admin: Client):
        held = people.give_role(
            world.here[Role.CONTROLLER], role=Role.ACCOUNT_MANAGER, municipality=tilburg(), scope=None,
            starts_on=TODAY, actor=NOBODY, at=START,
        )  # fmt: skip
        StandIn.objects.create(
            membership=held, user=world.here[Role.AUDITOR], starts_on=TODAY, ends_before=TODAY + 5 * DAY
        )
        back = f"{ROLES}{held.pk}/terugnemen/"
        assert admin.get(f"{ROLES}{held.pk}/beeindigen/").headers["Location"] == back
        page = read(admin, back)
        assert re.search(r"test-tilburg-auditor valt in van [^.<]*\. Dat stopt", page)
        assert "Klopte het e-mailadres niet?" not in page
        assert admin.post(back).headers["Location"] == WIE
        assert not Membership.objects.filter(pk=held.pk).exists()
        assert admin.post(back).status_code == 404

    def test_a_wrong_address_is_mended_by_giving_the_role_again(self, world: World, admin: Client):
        for email in ("fout@example.org", "goed@example.org"):
            assert admin.post(f"{GIVE}?rol=auditor", giving("sam", email)).status_code == 302
            held = Membership.objects.get(user__username="sam")
            assert held.user.email == email
            back = f"{ROLES}{held.pk}/terugnemen/"
            assert "Klopte het e-mailadres niet?" in read(admin, back)
            admin.post(back)
            assert not User.objects.get(username="sam").is_active

    def test_what_ended_is_not_there(self, world: World, admin: Client):
        held = membership(Role.CONTROLLER, world)
        Membership.objects.filter(pk=held.pk).update(ends_before=TODAY)
        for act in ("beeindigen", "terugnemen", "vervanging"):
            path = f"{ROLES}{held.pk}/{act}/"
            assert {admin.get(path).status_code, admin.post(path).status_code} == {404}


class TestStandIn:
    def test_is_asked_for_who_is_away_and_ended_again(self, world: World, admin: Client):
        held = membership(Role.POLICY_OFFICER, world)
        page = f"{ROLES}{held.pk}/vervanging/"
        sent = {"colleague": "tilburg-controller", **days("first", TODAY), **days("last", TODAY + 6 * DAY)}
        assert admin.post(page, sent).status_code == 302
        made = StandIn.objects.get(membership=held)
        assert (made.user.username, made.ends_before) == ("tilburg-controller", TODAY + 7 * DAY)
        row = AuditEntry.objects.get(action="people.stand_in.asked", subject_id=made.pk)
        assert (row.actor_id, bool(row.reason)) == (world.here[Role.FUNCTIONAL_ADMIN].pk, True)
        ending = f"{ROLES}vervanging/{made.pk}/beeindigen/"
        assert ending in read(admin, page)
        assert admin.post(ending).headers["Location"] == WIE
        assert not StandIn.objects.filter(pk=made.pk).exists()

    @pytest.mark.parametrize("colleague", ["test-tilburg-functional_admin", "test-tilburg-policy_officer"])
    def test_is_not_oneself_and_not_who_is_away(self, world: World, admin: Client, colleague: str):
        held = membership(Role.POLICY_OFFICER, world)
        sent = {"colleague": colleague, **days("first", TODAY), **days("last", TODAY)}
        assert admin.post(f"{ROLES}{held.pk}/vervanging/", sent).status_code == 409
        assert not StandIn.objects.filter(membership=held).exists()

    def test_is_only_for_a_paid_role_of_somebody_else(self, world: World, admin: Client):
        for role in (Role.RESIDENT, Role.FUNCTIONAL_ADMIN):
            assert admin.get(f"{ROLES}{membership(role, world).pk}/vervanging/").status_code == 404


class TestElsewhere:
    def test_a_role_of_another_municipality_is_not_there(self, world: World, admin: Client):
        next_door = as_(world.elsewhere[Role.FUNCTIONAL_ADMIN])
        theirs = Membership.objects.get(user=world.elsewhere[Role.CONTROLLER])
        stand_in = StandIn.objects.create(
            membership=theirs, user=world.elsewhere[Role.AUDITOR], starts_on=TODAY, ends_before=TODAY + DAY
        )
        paths = [f"{theirs.pk}/{act}/" for act in ("beeindigen", "terugnemen", "vervanging")]
        for path in (*paths, f"vervanging/{stand_in.pk}/beeindigen/"):
            for client in (admin, next_door):
                for method in (client.get, client.post):
                    assert method(ROLES + path, days("before", TODAY)).status_code == 404, path
        for path in (WIE, GIVE, f"{GIVE}?rol=auditor"):
            assert {next_door.get(path).status_code, next_door.post(path).status_code} <= {404, 405}
        theirs.refresh_from_db()
        assert theirs.ends_before is None
        assert StandIn.objects.filter(pk=stand_in.pk).exists()

    def test_who_was_administrator_until_yesterday_sees_nothing(self, world: World, admin: Client):
        Membership.objects.filter(user=world.here[Role.FUNCTIONAL_ADMIN]).update(ends_before=TODAY)
        assert {admin.get(path).status_code for path in (WIE, GIVE)} == {404}


class TestMissing:
    @pytest.fixture
    def network(self) -> Network:
        """A network that another party coordinates, of which nobody is coordinator any more."""
        found = Network.objects.get(body__key="noord-in-beweging")
        Membership.objects.filter(body=found.body, role=Role.COORDINATOR).update(ends_before=TODAY)
        return found

    @pytest.mark.parametrize("path", [WIE, "/tilburg/aan-zet/", "/tilburg/netwerken/noord-in-beweging/"])
    def test_is_said_to_who_can_give_that_role_and_to_nobody_else(
        self, world: World, admin: Client, network: Network, path: str
    ):
        link = f"rol=coordinator&amp;over=body-{network.body_id}"
        assert read(admin, path).count(link) == 1
        assert link not in read(as_(world.here[Role.AUDITOR]), path)
        assert link not in Client().get(path).content.decode()
        selected = rf'<option value="body-{network.body_id}" selected>'
        assert re.search(selected, read(admin, f"{GIVE}?rol=coordinator&over=body-{network.body_id}"))

    def test_is_not_said_while_somebody_is(self, admin: Client):
        assert "over=body-" not in read(admin, WIE)


def test_the_areas_to_choose_from_stand_under_the_word_of_the_municipality(admin: Client):
    assert '<optgroup label="Wijken">' in read(admin, f"{GIVE}?rol=coordinator")


def test_both_who_give_roles_and_who_audit_find_the_list(world: World):
    for role in (Role.FUNCTIONAL_ADMIN, Role.AUDITOR):
        assert WIE in read(as_(world.here[role]), ROLES)
    assert WIE in read(as_(world.here[Role.FUNCTIONAL_ADMIN]), "/tilburg/aan-zet/")
    assert WIE not in read(as_(world.here[Role.COORDINATOR]), "/tilburg/aan-zet/")
