"""A form that is sent twice over HTTP: one act, and the second sending ends where the first did."""

import re
from functools import partial
from typing import Any

import pytest
from django.contrib.messages import get_messages
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client, RequestFactory
from django.utils.translation import gettext

from tests.conftest import AT
from tests.factories import at_once
from tests.networks.table import NAME, Table, lay_table
from tests.plans.wishes import lay_wishes
from tests.web.division_town import browser
from tests.web.network_pages import at
from wijkaanzet.kernel import clock
from wijkaanzet.kernel.codes import spelled
from wijkaanzet.kernel.models import AuditEntry, SentForm
from wijkaanzet.networks.models import Member
from wijkaanzet.plans.models import Contribution
from wijkaanzet.web.networks import members
from wijkaanzet.web.sent_once import FIELD, Form

pytestmark = pytest.mark.django_db
TOKEN = "a" * 64
TOLD = {"name": NAME, "behalf": "resident"}


def people(table: Table) -> str:
    """The address of who take part."""
    return at(table, "deelnemers/")


def send(client: Client, path: str, told: dict[str, Any], *, token: str = TOKEN) -> Any:
    """Send a form of a page that was shown with this token."""
    return client.post(path, {**told, FIELD: token})


def says_so(answer: Any) -> bool:
    """Whether the next page says that this was sent before."""
    said = gettext("You had sent this already. It was done once.")
    return said in [str(one) for one in get_messages(answer.wsgi_request)]


class TestSentTwice:
    def test_it_is_done_once_and_both_end_on_the_same_page(self, table: Table, coordinator: Client):
        first, second = (send(coordinator, people(table), TOLD) for _ in range(2))
        assert (first.status_code, second.status_code) == (302, 302)
        assert first["Location"] == second["Location"] == people(table)
        assert (Member.objects.count(), says_so(second), says_so(first)) == (1, True, False)

    def test_who_goes_back_and_fills_in_something_else_sends_something_else(self, table: Table, coordinator: Client):
        for name in (NAME, "Kwikstaart Roerdomp"):
            send(coordinator, people(table), {**TOLD, "name": name})
        assert Member.objects.count() == 2

    def test_another_file_of_the_same_name_and_size_is_something_else(self):
        """Who corrects one digit in a table and sends it again from the page that is still there."""
        traces = set()
        for content in (b"Noord;120", b"Noord;210"):
            file = SimpleUploadedFile("cijfers.csv", content)
            request = RequestFactory().post("/tilburg/cijfers/inlezen/", {FIELD: TOKEN, "file": file})
            traces.add(Form(request).trace)
            assert [one.read() for one in request.FILES.getlist("file")] == [content], "read from the beginning"
        assert len(traces) == 2

    @pytest.mark.parametrize("token", ["", "a" * 32, "a" * 65, "é" * 100_000])
    def test_what_carries_no_token_of_a_page_is_sent_for_itself(self, table: Table, coordinator: Client, token: str):
        statuses = [send(coordinator, people(table), TOLD, token=token).status_code for _ in range(2)]
        assert (statuses, SentForm.objects.count()) == ([302, 409], 0)  # the second time that person takes part

    def test_the_page_gives_another_token_each_time_that_it_is_shown(self, table: Table, coordinator: Client):
        pages = [coordinator.get(people(table)).content.decode() for _ in range(2)]
        tokens = {token for page in pages for token in re.findall(rf'name="{FIELD}" value="(\w+)"', page)}
        assert [len(token) for token in tokens] == [64, 64]

    def test_what_was_refused_can_be_sent_again_corrected_or_not(self, table: Table, coordinator: Client):
        wrong = {**TOLD, "organisation": str(table.municipality.organisations.get().pk)}
        for status in (409, 409):
            assert send(coordinator, people(table), wrong).status_code == status
        assert AuditEntry.objects.filter(action="networks.member.joined", result="refused").count() == 2
        assert SentForm.objects.count() == 0
        assert send(coordinator, people(table), TOLD).status_code == 302

    def test_a_page_that_is_gone_after_the_act_is_no_dead_end(self, table: Table, coordinator: Client):
        """Who stopped is not found any more, nor is a seat that was taken."""
        member = table.member()
        path = f"{people(table)}{member.pk}/beeindigen/"
        for _ in range(2):
            assert send(coordinator, path, {})["Location"] == people(table)
        assert send(coordinator, path, {}, token="b" * 64).status_code == 404
        taken = {**TOLD, "seat": str(table.seat().pk)}
        for _ in range(2):
            assert send(coordinator, people(table), taken)["Location"] == people(table)

    def test_a_page_that_breaks_after_the_act_undoes_it(
        self, table: Table, coordinator: Client, monkeypatch: pytest.MonkeyPatch
    ):
        def breaks(*_args: object, **_names: object) -> str:
            raise RuntimeError

        coordinator.raise_request_exception = False
        with monkeypatch.context() as broken:
            broken.setattr(members, "redirect", breaks)
            answer = send(coordinator, people(table), TOLD)
            assert (answer.status_code, len(get_messages(answer.wsgi_request))) == (500, 0), "nothing says it is done"
        assert (Member.objects.count(), SentForm.objects.count()) == (0, 0)
        assert send(coordinator, people(table), TOLD).status_code == 302


class TestTraces:
    def test_nobody_can_tell_from_it_who_sent_what(self, table: Table, coordinator: Client):
        send(coordinator, people(table), TOLD)
        (kept,) = SentForm.objects.values("trace", "led_to", "sent_at")
        assert (kept["led_to"], kept["sent_at"], len(kept["trace"])) == (people(table), AT, 64)

    def test_of_an_act_behind_a_code_nothing_is_kept(self, monkeypatch: pytest.MonkeyPatch):
        monkeypatch.setattr(clock, "now", lambda: AT)
        asked = lay_wishes().ask()
        answer = send(Client(), f"/proefstad/inbreng/code/{spelled(asked.code)}/", {"answer": "yes"})
        assert (answer.status_code, SentForm.objects.count()) == (302, 0)
        assert Contribution.objects.get().status == "confirmed"


@pytest.mark.both_engines
@pytest.mark.django_db(transaction=True)
def test_a_double_click_is_one_act_also_when_both_arrive_at_once(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(clock, "now", lambda: AT)
    table = lay_table()
    clients = [browser(table.coordinator) for _ in range(2)]
    answers: list[Any] = at_once(*[partial(send, client, people(table), TOLD) for client in clients])
    assert [answer["Location"] for answer in answers] == [people(table)] * 2
    assert (Member.objects.count(), sum(map(says_so, answers))) == (1, 1)
