"""A bare site: our middleware and health pages, without the product around it."""

import logging
from collections.abc import Iterator
from io import StringIO

import pytest
from django.conf import settings as configured
from pytest_django import Settings

from wijkaanzet.config.log_lines import WithoutPath, formatter


@pytest.fixture
def bare_site(settings: Settings) -> None:
    """Only the layers that the set-up owns."""
    settings.ROOT_URLCONF = "tests.setup.urls"
    settings.MIDDLEWARE = [name for name in configured.MIDDLEWARE if "tenancy" not in name]


@pytest.fixture
def lines() -> Iterator[StringIO]:
    """What a production installation would write to standard output."""
    stream = StringIO()
    handler = logging.StreamHandler(stream)
    handler.setFormatter(formatter(readable=False))
    handler.addFilter(WithoutPath())
    root = logging.getLogger()
    root.addHandler(handler)
    yield stream
    root.removeHandler(handler)
