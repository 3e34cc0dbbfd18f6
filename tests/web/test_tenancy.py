"""Municipalities live strictly apart, by prefix or by host name."""

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import Settings

from tests.web.world import World
from wijkaanzet.areas.models import Area

pytestmark = pytest.mark.django_db


@pytest.fixture
def two(world: World, settings: Settings) -> None:
    Area.objects.filter(division__municipality__slug="oude-ijsselstreek").update(slug="varsseveld")
    settings.WZ_HOSTS = {"sb.tilburg.example": "tilburg"}
    settings.ALLOWED_HOSTS = ["testserver", "sb.tilburg.example"]


@pytest.mark.usefixtures("two")
@pytest.mark.done("2.tenancy")
class TestTenancy:
    @pytest.mark.parametrize(
        "path",
        [
            "/oude-ijsselstreek/wijken/noord/",
            "/tilburg/wijken/varsseveld/",
            "/utrecht/",
            "/oude-ijsselstreek/verdeling/2017.csv",
        ],
    )
    def test_what_belongs_to_another_municipality_is_not_there(self, client: Client, path: str):
        assert client.get(path).status_code == 404

    def test_a_host_name_serves_its_municipality_without_prefix(self):
        client = Client(SERVER_NAME="sb.tilburg.example")
        html = client.get("/wijken/noord/").content.decode()
        assert 'href="/wijken/noord/waarom/2017/"' in html
        assert "/tilburg/" not in html
        assert client.get("/").status_code == 200
        assert client.get("/gezond/klaar/").status_code == 200

    def test_a_host_name_serves_no_other_municipality(self):
        client = Client(SERVER_NAME="sb.tilburg.example")
        assert client.get("/oude-ijsselstreek/").status_code == 404
        assert client.get("/wijken/varsseveld/").status_code == 404

    def test_the_front_door_lists_all_when_there_is_more_than_one(self, client: Client):
        html = client.get("/").content.decode()
        assert 'href="/oude-ijsselstreek/"' in html
        assert 'href="/tilburg/"' in html

    @pytest.mark.parametrize("path", ["/tilburg/binnengekomen/", "/tilburg/bestaat-niet/"])
    def test_what_is_not_there_says_to_every_visitor_how_to_log_in(self, client: Client, path: str):
        answer = client.get(path)
        assert answer.status_code == 404
        assert f'href="{reverse("account_login")}"' in answer.content.decode()
