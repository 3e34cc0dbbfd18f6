"""The machine that watches us gets one word, and no more."""

import pytest
from django.db import OperationalError
from django.db.migrations.executor import MigrationExecutor
from django.test import Client

pytestmark = pytest.mark.usefixtures("bare_site")


def test_alive_is_said_without_asking_the_database(client: Client) -> None:
    answer = client.get("/gezond/leeft/")
    assert (answer.status_code, answer.content) == (200, b"leeft\n")
    assert answer.headers["Content-Type"] == "text/plain; charset=utf-8"
    assert "no-store" in answer.headers["Cache-Control"]


@pytest.mark.both_engines
@pytest.mark.django_db
def test_ready_is_said_when_every_migration_has_been_applied(client: Client) -> None:
    answer = client.get("/gezond/klaar/")
    assert (answer.status_code, answer.content) == (200, b"klaar\n")


@pytest.mark.django_db
def test_not_ready_while_a_migration_waits(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(MigrationExecutor, "migration_plan", lambda self, targets: [("waiting", False)])
    answer = client.get("/gezond/klaar/")
    assert (answer.status_code, answer.content) == (503, b"migraties\n")


def test_not_ready_without_a_database_and_no_word_about_why(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    def unreachable(*_args: object) -> None:
        raise OperationalError("password authentication failed for user wijk at 10.0.0.7")

    monkeypatch.setattr("wijkaanzet.web.health.MigrationExecutor", unreachable)
    answer = client.get("/gezond/klaar/")
    assert (answer.status_code, answer.content) == (503, b"database\n")


def test_health_takes_no_form(client: Client) -> None:
    assert client.post("/gezond/leeft/").status_code == 405
