"""One database: SQLite by default, PostgreSQL when a municipality grows; the same code on both."""

from typing import TypedDict

from wijkaanzet.config.settings.base import ROOT
from wijkaanzet.config.settings.environment import env

DEFAULT_URL = f"sqlite:///{ROOT / '.demo' / 'now' / 'db.sqlite3'}"


class SqliteOptions(TypedDict):
    """What the SQLite driver of Django takes."""

    transaction_mode: str
    timeout: int
    init_command: str


SQLITE_OPTIONS: SqliteOptions = {
    "transaction_mode": "IMMEDIATE",  # a writer waits its turn at the start, so it never fails halfway
    "timeout": 20,
    "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA secure_delete=ON;",
}


def configured(url: str) -> dict[str, object]:
    """Django's settings for the database at `url`, with what each engine needs to be safe and quick."""
    found: dict[str, object] = env.db_url_config(url)
    if found["ENGINE"] == "django.db.backends.sqlite3":
        return {**found, "OPTIONS": SQLITE_OPTIONS}
    return {**found, "CONN_MAX_AGE": 60, "CONN_HEALTH_CHECKS": True}


DATABASES = {"default": configured(env.str("WZ_DATABASE_URL", default=DEFAULT_URL))}
