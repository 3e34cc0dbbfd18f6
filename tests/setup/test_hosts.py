"""A host name reaches its municipality however it is written, and health stays apart from the database."""

import pytest
from django.test import Client
from pytest_django import Settings

from wijkaanzet.kernel.models import Municipality


@pytest.fixture
def mapped(settings: Settings) -> None:
    """One host that belongs to one municipality."""
    settings.WZ_HOSTS = {"sb.tilburg.example": "tilburg"}
    settings.ALLOWED_HOSTS = ["testserver", "sb.tilburg.example"]


@pytest.mark.usefixtures("mapped")
@pytest.mark.django_db
@pytest.mark.parametrize(
    "host", ["sb.tilburg.example", "SB.TILBURG.EXAMPLE", "sb.tilburg.example.", "Sb.tilburg.example.:8000"]
)
def test_a_host_is_mapped_in_any_case_and_with_a_dot_at_its_end(client: Client, host: str) -> None:
    Municipality.objects.create(name="Tilburg", slug="tilburg", code="GM0855")
    answer = client.get("/besluiten/", headers={"host": host})
    assert answer.status_code == 200
    assert "Tilburg" in answer.content.decode()


@pytest.mark.usefixtures("mapped")
@pytest.mark.parametrize("host", ["testserver", "sb.tilburg.example"])
@pytest.mark.parametrize("cookie", ["", f"sessionid={'a' * 32}"])
def test_alive_is_said_without_the_database_on_the_whole_site(client: Client, host: str, cookie: str) -> None:
    answer = client.get("/gezond/leeft/", headers={"host": host, "cookie": cookie})
    assert (answer.status_code, answer.content) == (200, b"leeft\n")
