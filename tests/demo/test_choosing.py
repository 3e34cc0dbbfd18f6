"""Choosing who you are in the demo: every municipality has its own people, and one lands where one belongs."""

import re

import pytest
from django.test import Client

from wijkaanzet.demo.cities import CITIES, DIVIDED

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("demo")]


def test_the_page_has_a_heading_per_municipality_with_its_own_buttons(client: Client):
    html = client.get("/demo/").content.decode()
    headings = [re.sub(r"\s+", " ", found).strip() for found in re.findall(r"<h2[^>]*>([^<]+)</h2>", html)]
    assert headings[: len(CITIES)] == [f"Wie wilt u zijn in {city.name}?" for city in CITIES]
    for city in CITIES:
        _, part = html.split(f'id="who-{city.slug}"')
        buttons = re.findall(r'name="persona" value="([^"]+)"', part.split('id="who-')[0])
        assert buttons == [persona.username(city.slug) for persona in city.personas]


def test_no_two_buttons_sound_the_same(client: Client):
    names = re.findall(r'class="wz-hidden">([^<]+)</span>\s*</button>', client.get("/demo/").content.decode())
    assert len(names) == len(set(names)) == sum(len(city.personas) for city in CITIES)


@pytest.mark.parametrize("slug", [city.slug for city in DIVIDED])
def test_who_logs_in_or_out_lands_in_the_own_municipality(client: Client, slug: str):
    answer = client.post("/demo/inloggen/", {"persona": f"{slug}-controller"})
    assert answer.headers["Location"].startswith(f"/{slug}/")
    assert client.post("/demo/uitloggen/").headers["Location"] == f"/{slug}/"
    assert client.post("/demo/uitloggen/").headers["Location"] == "/"


def test_who_was_on_the_way_to_a_page_lands_there(client: Client):
    page = "/tilburg/besluiten/?pagina=1"
    assert 'name="next" value="/tilburg/besluiten/?pagina=1"' in client.get("/demo/", {"next": page}).content.decode()
    answer = client.post("/demo/inloggen/", {"persona": "tilburg-controller", "next": page})
    assert answer.headers["Location"] == page
    away = client.post("/demo/inloggen/", {"persona": "tilburg-controller", "next": "//evil.example/"})
    assert away.headers["Location"].startswith("/tilburg/")


def test_an_account_that_is_no_persona_opens_no_door(client: Client):
    assert client.post("/demo/inloggen/", {"persona": "amersfoort-adviser"}).status_code == 404
    assert client.post("/demo/inloggen/").status_code == 404


def test_a_role_stops_at_the_border_of_the_municipality(client: Client):
    client.post("/demo/inloggen/", {"persona": "amersfoort-functional_admin"})
    assert client.get("/amersfoort/beheer/rollen/").status_code == 200
    assert client.get("/tilburg/beheer/rollen/").status_code == 404
    assert client.get("/tilburg/wijken/soesterkwartier/").status_code == 404
