"""The demo behind a live server, for journeys: built afresh for each, since a journey writes."""

import pytest

from wijkaanzet.demo import tilburg
from wijkaanzet.kernel import clock

TODAY = tilburg.moment(2017, 10, 2)


@pytest.fixture
def demo(transactional_db: None, monkeypatch: pytest.MonkeyPatch) -> None:
    """Tilburg on the day the demo starts."""
    monkeypatch.setattr(clock, "now", lambda: TODAY)
    tilburg.build()
