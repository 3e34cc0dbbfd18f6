"""A snapshot gives back what was built: the same rows and numbers, and what comes after gets a new number."""

import pytest
from django.core.management import call_command
from django.db import connection

from tests.factories import AreaFactory, install
from tests.helpers.snapshot import Snapshot
from wijkaanzet.areas.models import Area
from wijkaanzet.kernel.models import AuditEntry, Municipality

pytestmark = [pytest.mark.both_engines, pytest.mark.django_db(transaction=True)]


def test_a_second_time_the_same_stands_there_without_building() -> None:
    times = []

    def build() -> None:
        times.append(1)
        install()
        AreaFactory.create_batch(3)

    built = Snapshot(build)
    built.put_back()
    before = [list(table.objects.order_by("pk").values()) for table in (Municipality, Area, AuditEntry)]
    call_command("flush", verbosity=0, interactive=False)
    assert not Area.objects.exists()
    built.put_back()
    assert [list(table.objects.order_by("pk").values()) for table in (Municipality, Area, AuditEntry)] == before
    assert times == [1]
    connection.check_constraints()
    assert AreaFactory.create().pk > max(row["id"] for row in before[1])
