"""The town in which stories are told."""

import pytest

from tests.stories.town import Town, build_town


@pytest.fixture(name="town")
def town_of_stories(db: None) -> Town:
    """A municipality with two areas, its readers, and a network."""
    return build_town()
