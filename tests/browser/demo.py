"""The demo behind a live server, for journeys: the same for each, since a journey writes."""

import pytest

from tests.helpers.snapshot import Snapshot
from wijkaanzet.demo.build import START, build_all
from wijkaanzet.kernel import clock

BUILT = Snapshot(build_all)


@pytest.fixture
def demo(transactional_db: None, monkeypatch: pytest.MonkeyPatch) -> None:
    """Both municipalities on the day the demo starts; built once, put back for every test after that."""
    monkeypatch.setattr(clock, "now", lambda: START)
    BUILT.put_back()
