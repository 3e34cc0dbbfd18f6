"""Both municipalities of the demo, on the day it starts."""

from collections.abc import Iterator

import pytest
from django.db import transaction
from pytest_django import DjangoDbBlocker

from tests.browser.demo import BUILT
from wijkaanzet.demo.build import START
from wijkaanzet.kernel import clock


@pytest.fixture(scope="module")
def demo(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """The demo, put back once a file, because its pages are only looked at."""
    with pytest.MonkeyPatch.context() as patch, django_db_blocker.unblock(), transaction.atomic():
        patch.setattr(clock, "now", lambda: START)
        BUILT.put_back()
        yield
        transaction.set_rollback(True)
