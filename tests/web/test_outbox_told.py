"""Mail to who told something without an account: where the code opens the answer, and nothing of what was told."""

import pytest
from django.core import mail
from django.core.management import call_command
from django.urls import Resolver404, resolve
from pytest_django import Settings
from structlog.testing import capture_logs

from tests.conftest import AT
from tests.helpers.plain_dutch import findings
from tests.stories.town import Town, build_town
from tests.web.told import ANSWER, TEXT, told
from wijkaanzet.intake import operations as intake
from wijkaanzet.intake.models import Entry
from wijkaanzet.kernel.models import OutboxMessage
from wijkaanzet.web.letters import NoAddress
from wijkaanzet.web.outbox import letter

pytestmark = pytest.mark.django_db
ADDRESS = "riet@proef.example"
PLACE = "/proefstad/antwoord/"
TOLD = ("buurman", "Henk", "soep", "06 12345678", "niets mee")
"""Of what was told and of the answer."""


@pytest.fixture
def town() -> Town:
    return build_town()


def answered(town: Town, *, email: str = ADDRESS, keep_told: bool = False) -> Entry:
    """Something that was told and declined, which is the shortest way to an answer."""
    entry = told(town, contact=intake.Contact(email=email), keep_told=keep_told)
    return intake.decline(entry, answer=ANSWER["answer"], actor=town.coordinator, at=AT)


@pytest.fixture(params=["intake.answered", "intake.used"])
def message(town: Town, request: pytest.FixtureRequest) -> OutboxMessage:
    """A message of each kind to somebody without an account."""
    entry = answered(town, keep_told=True)
    intake.tell_used([entry.pk], at=AT)
    return OutboxMessage.objects.get(kind=request.param)


def test_says_where_to_type_the_code_and_nothing_of_what_was_told(message: OutboxMessage):
    assert [words for words in TOLD if words in f"{TEXT} {ANSWER['answer']}"] == list(TOLD)
    made = letter(message)
    assert made.to == [ADDRESS]
    assert f"http://localhost:8000{PLACE}\n" in str(made.body)
    whole = f"{made.subject} {made.body}"
    assert not [words for words in TOLD if words in whole]
    assert message.subject_kind == "intake.entry"
    assert Entry.objects.get(pk=message.subject_id).public_id not in whole


def test_is_plain_text_with_a_subject_line_on_one_line(message: OutboxMessage):
    made = letter(message)
    assert (made.content_subtype, "\n" in made.subject) == ("plain", False)
    assert "Proefstad" in made.subject
    assert "{" not in str(made.body)
    assert not findings(str(made.body))


def test_leads_to_a_page_that_exists(message: OutboxMessage):
    assert resolve(PLACE).view_name == "answer-find"
    with pytest.raises(Resolver404):
        resolve("/proefstad/antwoorden/")
    assert PLACE in str(letter(message).body)


@pytest.mark.parametrize(
    ("hosts", "start"),
    [
        ({}, "https://wijk.example/proefstad"),
        ({"wijk.proefstad.example": "proefstad"}, "https://wijk.proefstad.example"),
    ],
)
def test_begins_at_the_host_of_the_municipality_when_it_has_one(
    message: OutboxMessage, settings: Settings, hosts: dict[str, str], start: str
):
    settings.WZ_SITE, settings.WZ_HOSTS = "https://wijk.example", hosts
    assert f"{start}/antwoord/\n" in str(letter(message).body)


def test_goes_out_once_and_the_log_names_no_person(town: Town):
    answered(town)
    with capture_logs() as lines:
        call_command("send_outbox", stdout=None)
        call_command("send_outbox", stdout=None)
    (sent,) = mail.outbox
    assert sent.to == [ADDRESS]
    assert [line["event"] for line in lines] == ["outbox.message.sent"]
    assert ADDRESS not in str(lines)


def test_is_not_sent_when_the_address_is_forgotten(town: Town):
    entry = answered(town)
    intake.withdraw(entry, actor=town.coordinator, at=AT)
    with pytest.raises(NoAddress):
        letter(OutboxMessage.objects.get())
    call_command("send_outbox", stdout=None)
    assert not mail.outbox


def test_an_entry_that_is_gone_has_no_address(town: Town):
    answered(town)
    OutboxMessage.objects.update(subject_id=0)
    with pytest.raises(NoAddress):
        letter(OutboxMessage.objects.get())
