"""The walk through a running demo: it comes to its end, and it notices a cent that is gone."""

import pytest
from pytest_django.live_server_helper import LiveServer

from wijkaanzet.budget.models import AllocationLine
from wijkaanzet.budget.queries import imbalances
from wijkaanzet.demo import walk
from wijkaanzet.demo.build import START, build_all
from wijkaanzet.demo.cities import DIVIDED
from wijkaanzet.demo.visitor import Stumbled
from wijkaanzet.kernel import clock, seals
from wijkaanzet.kernel.open_moves import differences


@pytest.fixture
def served(transactional_db: None, monkeypatch: pytest.MonkeyPatch, live_server: LiveServer) -> str:
    """Where the demo runs."""
    monkeypatch.setattr(clock, "now", lambda: START)
    build_all()
    return live_server.url


@pytest.mark.done("3.walk")
def test_goes_through_every_municipality_to_the_end(served: str):
    steps = list(walk.main_line(served))
    for city in DIVIDED:
        assert sum(step.startswith(f"{city.name}: ") for step in steps) == (11 if city.slug == "amersfoort" else 12)
    assert not list(imbalances())
    assert not list(differences())
    assert not list(seals.broken_seals())


def test_stumbles_over_a_cent_that_is_gone(served: str):
    line = AllocationLine.objects.filter(area__slug="soesterkwartier").order_by("position")[0]
    AllocationLine.objects.filter(pk=line.pk).update(amount_cents=line.amount_cents - 1)
    with pytest.raises(Stumbled, match="/amersfoort/wijken/soesterkwartier/"):
        list(walk.main_line(served))
