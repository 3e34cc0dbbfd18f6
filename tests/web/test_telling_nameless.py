"""Somebody who is logged in tells something: nothing is lost, and no line leads from it to the account."""

import pytest
from django.test import Client
from django.urls import resolve

from tests.web.importing import client_of, words
from tests.web.telling import FIND, TELL, code_in, form, tell
from tests.web.world import World
from wijkaanzet.demo.build import START
from wijkaanzet.intake.models import Entry
from wijkaanzet.kernel import clock
from wijkaanzet.people.rules import Role
from wijkaanzet.web.telling.routes import NAMELESS
from wijkaanzet.web.telling.urls import urlpatterns

pytestmark = pytest.mark.django_db
OURS = "http://testserver"
ANSWER = f"{FIND}abcd-efgh-jkmn-pqrs/"


@pytest.fixture(autouse=True)
def on_the_first_day(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clock, "now", lambda: START)


@pytest.fixture
def old_tab(world: World) -> Client:
    """A browser in which a coordinator logged in again since the form was opened."""
    client = Client(enforce_csrf_checks=True, headers={"origin": OURS})
    client.force_login(world.here[Role.COORDINATOR])
    client.cookies["csrftoken"] = "a" * 32
    return client


def of_before(**changed: object) -> dict[str, object]:
    return form(csrfmiddlewaretoken="b" * 32, route_told="desk", **changed)


class TestAFormOfBefore:
    @pytest.mark.done("5.bad-input")
    def test_comes_back_filled_in_and_tells_nothing_yet(self, old_tab: Client) -> None:
        before, page = Entry.objects.count(), f"{TELL}?wijk=noord"
        answer = old_tab.post(page, of_before(text="Wat wij niet kwijt willen."))
        assert (answer.status_code, answer["Location"]) == (302, page)
        assert "Wat wij niet kwijt willen." in words(old_tab.get(page))
        assert Entry.objects.count() == before

    @pytest.mark.parametrize("origin", ["https://evil.example", "null"])
    def test_of_another_site_is_refused(self, old_tab: Client, origin: str) -> None:
        answer = old_tab.post(TELL, of_before(text="Van een ander."), headers={"origin": origin})
        assert answer.status_code == 403
        assert "Van een ander." not in words(old_tab.get(TELL))

    @pytest.mark.parametrize("page", [FIND, ANSWER, f"{ANSWER}intrekken/", f"{ANSWER}delen/"])
    def test_with_a_code_is_not_kept_beside_an_account(self, old_tab: Client, page: str) -> None:
        assert old_tab.post(page, of_before(code="abcd-efgh-jkmn-pqrs")).status_code == 403
        assert "kept_form" not in old_tab.session

    def test_of_who_is_not_logged_in_is_refused(self, old_tab: Client) -> None:
        old_tab.cookies["sessionid"] = ""
        assert old_tab.post(TELL, of_before()).status_code == 403


class TestTheLineOfARequest:
    def test_names_no_account_where_something_is_told_or_an_answer_read(
        self, world: World, caplog: pytest.LogCaptureFixture
    ) -> None:
        caplog.set_level("INFO")
        client = client_of(world, Role.RESIDENT)
        code = code_in(tell(client))
        for page in ("", "intrekken/", "delen/", "delen/foto/"):
            client.get(f"{FIND}{code}/{page}")
        client.get(FIND)
        lines = [one.msg for one in caplog.records if isinstance(one.msg, dict) and "route" in one.msg]
        assert {one["route"]: one["user"] for one in lines} == dict.fromkeys(NAMELESS)

    def test_names_it_elsewhere(self, world: World, caplog: pytest.LogCaptureFixture) -> None:
        caplog.set_level("INFO")
        client_of(world, Role.RESIDENT).get("/tilburg/aan-zet/")
        (line,) = [one.msg for one in caplog.records if isinstance(one.msg, dict) and "route" in one.msg]
        assert line["user"] == str(world.here[Role.RESIDENT].pk)

    def test_of_every_address_of_telling_is_among_these(self) -> None:
        assert {one.name for one in urlpatterns} | {resolve(FIND).url_name} == NAMELESS
