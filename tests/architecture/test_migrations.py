"""The migrations make exactly the tables that the models describe."""

from io import StringIO
from pathlib import Path

import pytest
from django.core.management import call_command
from django.test import override_settings

ADVICE = "The models changed: run `./run manage makemigrations` and commit the result."


def missing() -> str:
    """What makemigrations would write; empty when there is nothing to write."""
    out = StringIO()
    try:
        call_command("makemigrations", "--check", "--dry-run", stdout=out, stderr=out)
    except SystemExit:
        return out.getvalue()
    return ""


@pytest.mark.django_db
def test_no_migration_is_missing():
    found = missing()
    assert not found, f"{ADVICE}\n{found}"


@pytest.mark.django_db
def test_planted_table_without_migration_is_caught(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    (tmp_path / "planted_migrations").mkdir()
    (tmp_path / "planted_migrations" / "__init__.py").touch()
    monkeypatch.syspath_prepend(tmp_path)
    with override_settings(MIGRATION_MODULES={"cycle": "planted_migrations"}):
        assert "Create model AreaYear" in missing()
