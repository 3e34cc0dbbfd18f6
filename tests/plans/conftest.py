"""The towns in which plans are written."""

import pytest

from tests.plans.life import Life, lay_life


@pytest.fixture(name="life")
def life_of_a_plan(db: None) -> Life:
    """A network that may write a plan, its coordinator, and who records for the executive."""
    return lay_life()
