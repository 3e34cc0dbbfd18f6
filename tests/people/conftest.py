"""What tests of accounts share."""

import pytest
from django.urls import reverse
from pytest_django import Settings


@pytest.fixture
def _no_demo(settings: Settings) -> None:
    """An installation in which people log in with a password."""
    assert reverse("demo")  # the addresses are read once, with those of the demo
    settings.WZ_DEMO = False
