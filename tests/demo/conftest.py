"""Both municipalities of the demo, on the day it starts."""

from collections.abc import Iterator

import pytest
from django.db import transaction
from pytest_django import DjangoDbBlocker

from wijkaanzet.demo.build import START, build_all
from wijkaanzet.kernel import clock


@pytest.fixture(scope="module")
def demo(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """The demo, built once a file, because its pages are only looked at."""
    with pytest.MonkeyPatch.context() as patch, django_db_blocker.unblock(), transaction.atomic():
        patch.setattr(clock, "now", lambda: START)
        build_all()
        yield
        transaction.set_rollback(True)
