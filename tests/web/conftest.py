"""The world that the tests of pages look at."""

from collections.abc import Iterator

import pytest
from django.db import transaction
from pytest_django import DjangoDbBlocker

from tests.helpers.snapshot import Snapshot
from tests.web.world import World, build_world

BUILT = Snapshot(build_world)


@pytest.fixture(scope="module")
def world(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[World]:
    """Two municipalities and somebody in every role in each; put back once a file, because pages are only looked at."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield BUILT.put_back()
        transaction.set_rollback(True)
