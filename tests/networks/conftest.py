"""The town in which networks meet."""

import pytest

from tests.networks.table import Table, lay_table


@pytest.fixture(name="table")
def table_of_a_network(db: None) -> Table:
    """A municipality with two areas, who keeps them, and a network that is a name only."""
    return lay_table()
