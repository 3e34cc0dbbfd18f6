"""The command that gives somebody a role: over the right scope, with an account when there is none, or nothing."""

from datetime import date

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError

from tests.conftest import AT
from tests.networks.table import Table, lay_table
from wijkaanzet.kernel import clock
from wijkaanzet.kernel.models import AuditEntry
from wijkaanzet.people.models import Membership, User
from wijkaanzet.people.queries import has_coordinator

pytestmark = pytest.mark.django_db


@pytest.fixture
def table(monkeypatch: pytest.MonkeyPatch) -> Table:
    monkeypatch.setattr(clock, "now", lambda: AT)
    return lay_table()


def give(*words: str) -> None:
    call_command("give_role", *words, verbosity=0)


def test_a_network_gets_a_coordinator_of_its_own_with_an_account(table: Table, capsys: pytest.CaptureFixture[str]):
    body, town = table.network.body, table.municipality
    given = ("--municipality", town.slug, "--body", body.key, "--starts-on", "2017-11-01")
    give("sam", "coordinator", *given, "--email", "sam@example.org")
    held = Membership.objects.get(user__username="sam")
    assert (held.role, held.body, held.starts_on) == ("coordinator", body, date(2017, 11, 1))
    assert has_coordinator(body, on=date(2017, 11, 1))
    assert capsys.readouterr().out == f"sam: coordinator in {town.name} from 2017-11-01\n"
    assert AuditEntry.objects.filter(action="people.role.given", channel="command", subject_id=held.pk).exists()


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("sam", "coordinator", "--municipality", "nergens"), "no municipality nergens"),
        (("sam", "coordinator", "--municipality", "{town}", "--area", "{area}"), "sam heeft hier nog geen account"),
        (
            ("sam", "coordinator", "--municipality", "{town}", "--area", "maan", "--email", "s@example.org"),
            "no maan in",
        ),
        (("sam", "coordinator", "--municipality", "{town}", "--email", "s@example.org"), "coordinator"),
        (
            ("sam", "auditor", "--municipality", "{town}", "--email", "s@example.org", "--starts-on", "1900-01-01"),
            "een rol begint vandaag of later",
        ),
        (("sam sam", "auditor", "--municipality", "{town}", "--email", "s@example.org"), "alleen letters"),
    ],
)
def test_what_cannot_be_given_leaves_no_account_behind(table: Table, words: tuple[str, ...], said: str):
    area = table.network.body.area
    assert area is not None
    with pytest.raises(CommandError) as refused:
        give(*(word.format(town=table.municipality.slug, area=area.slug) for word in words))
    assert said in str(refused.value).lower()
    assert not User.objects.filter(username="sam").exists()
