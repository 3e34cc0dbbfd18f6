"""An upgrade stops at names of accounts that differ in capitals only, and says which accounts those are."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

pytestmark = [pytest.mark.both_engines, pytest.mark.django_db(transaction=True)]
BEFORE, NOW = [("people", "0005_stand_in")], [("people", "0006_account_name_whatever_capitals")]


@pytest.fixture
def accounts() -> Iterator[Any]:
    """The accounts as the version before left them; afterwards the database is as it was."""
    executor = MigrationExecutor(connection)
    leaves = executor.loader.graph.leaf_nodes()
    executor.migrate(BEFORE)
    users = executor.loader.project_state(BEFORE).apps.get_model("people", "User").objects
    try:
        yield users
    finally:
        users.all().delete()
        MigrationExecutor(connection).migrate(leaves)


def test_the_upgrade_names_the_numbers_of_those_accounts_and_goes_on_once_they_are_renamed(accounts: Any):
    names = ("sam", "Sam", "SAM", "kim", "pim", "PIM")
    number = {name: accounts.create(username=name, password="!").pk for name in names}
    with pytest.raises(Exception, match="differ in capitals only") as stopped:
        MigrationExecutor(connection).migrate(NOW)
    clashing = [number[name] for name in ("pim", "PIM", "sam", "Sam", "SAM")]
    assert str(stopped.value).startswith(f"Accounts {', '.join(map(str, clashing))} have names")
    assert not any(name in str(stopped.value) for name in names)
    for name in ("Sam", "SAM", "PIM"):
        accounts.filter(pk=number[name]).update(username=f"account-{number[name]}")
    MigrationExecutor(connection).migrate(NOW)
    assert accounts.count() == len(names)
