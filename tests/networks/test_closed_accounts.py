"""Who closed the account stays at the table, as somebody who has none."""

from io import StringIO

import pytest
from django.core.management import call_command

from tests.conftest import AT
from tests.factories import NOBODY, UserFactory
from tests.networks.table import Table, later
from wijkaanzet.kernel.models import AuditEntry
from wijkaanzet.networks import operations, queries
from wijkaanzet.networks.models import Member
from wijkaanzet.people import operations as people
from wijkaanzet.people.models import User


@pytest.mark.both_engines
def test_who_closed_the_account_takes_part_without(table: Table):
    closes, stays = (UserFactory.create(last_login=AT) for _time in range(2))
    gone, there = table.member(user=closes), table.member(user=stays)
    named = queries.named_of(gone)
    people.close_account(closes, actor=NOBODY, at=AT)
    assert [operations.let_go_of_closed_accounts(actor=NOBODY, at=later(1)) for _night in range(2)] == [1, 0]
    left = Member.objects.select_related("user").in_bulk([gone.pk, there.pk])
    assert (left[gone.pk].user, left[gone.pk].ends_before, queries.named_of(left[gone.pk])) == (None, None, named)
    assert left[there.pk].user == stays
    entry = AuditEntry.objects.get(action="networks.member.without_account")
    assert (entry.subject_id, entry.municipality, entry.detail) == (gone.pk, table.municipality, {})


def test_the_timer_does_so_every_night(table: Table):
    user = UserFactory.create()
    member = table.member(user=user)
    User.objects.filter(pk=user.pk).update(is_active=False)
    said = StringIO()
    call_command("follow_accounts", stdout=said)
    assert "networks: 1 " in said.getvalue()
    member.refresh_from_db()
    assert member.user is None
