"""The migrations make exactly the tables that the models describe."""

from io import StringIO

import pytest
from django.core.management import call_command


@pytest.mark.django_db
def test_no_migration_is_missing():
    out = StringIO()
    try:
        call_command("makemigrations", "--check", "--dry-run", stdout=out, stderr=out)
    except SystemExit:
        pytest.fail(f"The models changed: run `./run manage makemigrations` and commit the result.\n{out.getvalue()}")
    assert "No changes detected" in out.getvalue()
