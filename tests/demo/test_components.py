"""Amersfoort divides under one earmark, in three components: what its pages say of that."""

import re

import pytest
from django.test import Client

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("demo")]


def text(client: Client, path: str) -> str:
    answer = client.get(path)
    assert answer.status_code == 200
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", answer.content.decode()))


def test_components_stand_by_their_own_name_in_the_order_of_the_arrangement(client: Client):
    page = text(client, "/amersfoort/wijken/vathorst/")
    places = [page.index(name) for name in ("Basiscapaciteit", "Variabel budget", "Onvoorzien")]
    assert places == sorted(places)
    assert "Sociale basisinfrastructuur, " not in page


def test_the_bar_says_what_is_promised_per_component(client: Client):
    assert "toegezegd voor basiscapaciteit" in text(client, "/amersfoort/wijken/vathorst/")


def test_one_earmark_is_left_out_of_the_table_of_the_city(client: Client):
    html = client.get("/amersfoort/").content.decode()
    assert html.count('<th class="wz-amount"') == 2  # one in the table of areas, one in that of the city
    assert client.get("/tilburg/").content.decode().count('<th class="wz-amount"') == 4
