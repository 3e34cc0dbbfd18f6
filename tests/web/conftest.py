"""The world that the tests of pages look at."""

from collections.abc import Iterator

import pytest
from django.db import transaction
from django.test import Client
from pytest_django import DjangoDbBlocker

from tests.conftest import AT
from tests.helpers.snapshot import Snapshot
from tests.networks.table import Table, lay_table
from tests.plans.life import Life, lay_life
from tests.plans.whole import Whole
from tests.web.division_town import browser
from tests.web.world import World, build_world
from wijkaanzet.kernel import clock

BUILT = Snapshot(build_world)


@pytest.fixture(scope="module")
def world(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[World]:
    """Two municipalities and somebody in every role in each; put back once a file, because pages are only looked at."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield BUILT.put_back()
        transaction.set_rollback(True)


@pytest.fixture(name="table")
def table_of_today(db: None, monkeypatch: pytest.MonkeyPatch) -> Table:
    """A network around a table, while it stays the day on which the tests begin."""
    monkeypatch.setattr(clock, "now", lambda: AT)
    return lay_table()


@pytest.fixture(name="coordinator")
def browser_of_the_coordinator(table: Table) -> Client:
    """The browser of who keeps that network."""
    return browser(table.coordinator)


@pytest.fixture(name="life")
def life_of_a_plan(db: None) -> Life:
    """Proefstad with a network that may write a plan."""
    return lay_life()


@pytest.fixture(name="whole")
def who_make_a_plan(life: Life) -> Whole:
    """Who keeps a plan of Proefstad and who decides on it."""
    return Whole(network=life.table.network, keeper=life.coordinator, clerk=life.clerk, college=life.college)
