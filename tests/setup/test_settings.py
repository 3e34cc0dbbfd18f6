"""What a real installation must and may set, asked of a fresh process."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
QUESTION = """
import json
from wijkaanzet.config import settings
wanted = ["ALLOWED_HOSTS", "SECURE_SSL_REDIRECT", "SESSION_COOKIE_SECURE", "CSRF_COOKIE_SECURE", "SECURE_HSTS_SECONDS",
          "WZ_HOSTS", "INSTALLED_APPS", "DEBUG"]
print(json.dumps({name: getattr(settings, name) for name in wanted} | {
    "engine": settings.DATABASES["default"]["ENGINE"], "clock": str(settings.WZ_CLOCK_FILE),
    "proxy": hasattr(settings, "SECURE_PROXY_SSL_HEADER"), "static": settings.STORAGES["staticfiles"]["BACKEND"]}))
"""


def ask(**variables: str) -> subprocess.CompletedProcess[str]:
    """Load the settings in a new process that has only these variables of ours."""
    ours = {"PYTHONPATH": str(ROOT / "src"), "PATH": os.environ["PATH"], **variables}
    return subprocess.run([sys.executable, "-c", QUESTION], env=ours, capture_output=True, text=True, check=False)


def settings(**variables: str) -> dict[str, object]:
    """The settings that come from these variables."""
    told = ask(**variables)
    assert told.returncode == 0, told.stderr
    found: dict[str, object] = json.loads(told.stdout)
    return found


def test_a_real_installation_without_a_secret_stops_with_one_sentence() -> None:
    told = ask()
    assert told.returncode == 1
    assert told.stderr.strip().count("\n") == 0
    assert "Set WZ_SECRET_KEY" in told.stderr


def test_a_real_installation_is_strict_by_default() -> None:
    found = settings(WZ_SECRET_KEY="x" * 50)
    assert found["ALLOWED_HOSTS"] == []
    assert found["SECURE_SSL_REDIRECT"] is True
    assert found["SESSION_COOKIE_SECURE"] is True
    assert found["CSRF_COOKIE_SECURE"] is True
    assert found["SECURE_HSTS_SECONDS"] == 31536000
    assert found["DEBUG"] is False
    assert found["proxy"] is False
    assert "Manifest" in str(found["static"])


def test_a_real_installation_has_no_demo_and_no_clock_to_move() -> None:
    found = settings(WZ_SECRET_KEY="x" * 50, WZ_CLOCK_FILE="/tmp/clock")
    assert "wijkaanzet.demo" not in str(found["INSTALLED_APPS"])
    assert found["clock"] == "None"


def test_the_demo_runs_on_this_machine_without_a_secret() -> None:
    found = settings(WZ_DEMO="1", WZ_CLOCK_FILE="/tmp/clock")
    assert "wijkaanzet.demo" in str(found["INSTALLED_APPS"])
    assert found["ALLOWED_HOSTS"] == ["localhost", "127.0.0.1", "[::1]"]
    assert found["SESSION_COOKIE_SECURE"] is False
    assert found["clock"] == "/tmp/clock"


def test_a_host_is_mapped_to_a_municipality_and_allowed() -> None:
    found = settings(WZ_SECRET_KEY="x" * 50, WZ_HOSTS="sb.tilburg.nl=tilburg", WZ_ALLOWED_HOSTS="wijk.example.nl")
    assert found["WZ_HOSTS"] == {"sb.tilburg.nl": "tilburg"}
    assert found["ALLOWED_HOSTS"] == ["sb.tilburg.nl", "wijk.example.nl"]


def test_a_host_is_written_in_any_case_and_with_a_dot_at_its_end() -> None:
    found = settings(WZ_SECRET_KEY="x" * 50, WZ_HOSTS="SB.Tilburg.NL.=tilburg")
    assert found["WZ_HOSTS"] == {"sb.tilburg.nl": "tilburg"}
    assert found["ALLOWED_HOSTS"] == ["sb.tilburg.nl"]


@pytest.mark.parametrize(
    ("url", "engine"),
    [("postgresql://u:p@db/wijk", "django.db.backends.postgresql"), ("sqlite:////tmp/x", "django.db.backends.sqlite3")],
)
def test_the_database_is_named_by_an_address(url: str, engine: str) -> None:
    assert settings(WZ_SECRET_KEY="x" * 50, WZ_DATABASE_URL=url)["engine"] == engine


def test_a_proxy_is_trusted_only_when_told() -> None:
    assert settings(WZ_SECRET_KEY="x" * 50, WZ_TRUST_PROXY="1")["proxy"] is True
