"""Mail that waits goes out once, in plain Dutch, to the address of the account."""

import pytest
from django.core import mail
from django.core.management import call_command
from pytest_django import Settings
from structlog.testing import capture_logs

from tests.conftest import AT
from tests.factories import NOBODY, START, MunicipalityFactory, UserFactory
from tests.helpers.plain_dutch import findings
from wijkaanzet.kernel import outbox
from wijkaanzet.kernel.models import OutboxMessage
from wijkaanzet.people.models import User
from wijkaanzet.people.operations import give_role
from wijkaanzet.people.rules import Role
from wijkaanzet.web.letters import NoAddress
from wijkaanzet.web.outbox import WORDS, letter

pytestmark = pytest.mark.django_db


def give(**account: str) -> User:
    """Somebody who gets a role, and mail about it."""
    user = UserFactory.create(**{"username": "jansen", "email": "jansen@proef.example", **account})
    town = MunicipalityFactory.create(name="Berg & Dal", slug="berg-en-dal")
    give_role(user, role=Role.CONTROLLER, municipality=town, scope=None, starts_on=START, actor=NOBODY, at=AT)
    return user


def test_every_kind_of_message_has_words():
    assert set(WORDS) == outbox.kinds()


@pytest.mark.parametrize("kind", sorted(kind for kind in outbox.kinds() if kind.startswith("people.")))
def test_every_message_is_plain_text_with_a_subject_line(kind: str):
    give()
    OutboxMessage.objects.update(kind=kind)
    made = letter(OutboxMessage.objects.get())
    assert made.subject
    assert "\n" not in made.subject
    assert made.content_subtype == "plain"
    assert "{" not in made.body
    assert not findings(str(made.body))


def test_a_new_role_is_told_in_dutch_without_escapes():
    give()
    call_command("send_outbox", stdout=None)
    (sent,) = mail.outbox
    assert (sent.subject, sent.to) == ("Uw rol in Berg & Dal", ["jansen@proef.example"])
    assert sent.body.startswith("Hallo,\n\nU hebt een rol in Wijk aan Zet van Berg & Dal: controller.\n\n")


def test_the_command_sends_once_and_counts(capsys: pytest.CaptureFixture[str]):
    give()
    call_command("send_outbox")
    call_command("send_outbox")
    assert capsys.readouterr().out.splitlines() == ["outbox: 1 sent, 0 failed", "outbox: 0 sent, 0 failed"]
    assert len(mail.outbox) == 1


def test_a_mail_server_that_fails_leaves_it_waiting(settings: Settings, capsys: pytest.CaptureFixture[str]):
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 1
    give()
    call_command("send_outbox")
    assert capsys.readouterr().out == "outbox: 0 sent, 1 failed\n"
    assert OutboxMessage.objects.get().sent_at is None


@pytest.mark.parametrize("change", [{"email": ""}, {"is_active": False}])
def test_an_account_that_cannot_be_mailed_is_not(change: dict[str, object]):
    give()
    User.objects.update(**change)
    with pytest.raises(NoAddress):
        letter(OutboxMessage.objects.get())
    call_command("send_outbox", stdout=None)
    assert not mail.outbox


def test_the_log_names_no_person():
    give()
    with capture_logs() as lines:
        call_command("send_outbox", stdout=None)
    (line,) = lines
    assert (line["event"], line["kind"]) == ("outbox.message.sent", "people.role_given")
    assert "jansen" not in str(lines)
