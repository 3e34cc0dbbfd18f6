"""The demo behind a live server, for journeys: built afresh for each, since a journey writes."""

import pytest

from wijkaanzet.demo.build import START, build_all
from wijkaanzet.kernel import clock


@pytest.fixture
def demo(transactional_db: None, monkeypatch: pytest.MonkeyPatch) -> None:
    """Both municipalities on the day the demo starts."""
    monkeypatch.setattr(clock, "now", lambda: START)
    build_all()
