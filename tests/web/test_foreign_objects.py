"""What belongs to another municipality is not there, on every address that names a thing, for every role."""

import pytest
from django.test import Client
from django.urls import get_resolver

from tests.web.permission_table import addresses
from tests.web.world import World, logged_in, with_all_roles_of
from wijkaanzet.demo import amersfoort
from wijkaanzet.demo.build import build
from wijkaanzet.people.models import User

pytestmark = pytest.mark.django_db
ABSENT = {404, 405}  # some addresses take no GET, or no POST
NAMED = [one for one in addresses(get_resolver().url_patterns) if {"gemeente", "slug"} <= one.parts]
NAMED += [one for one in addresses(get_resolver().url_patterns) if {"gemeente", "public_id"} <= one.parts]


@pytest.fixture
def next_door(world: World) -> list[Client]:
    """A visitor, and an account that may do all that anybody of the demo's Amersfoort may."""
    build(amersfoort.PROFILE)
    users = User.objects.filter(username__startswith="amersfoort-").order_by("pk")
    assert len(users) > 5
    return [Client(), logged_in(with_all_roles_of(users, username="amersfoort-everything"))]


def test_a_thing_of_another_municipality_is_not_there(world: World, next_door: list[Client]):
    found = []
    for place in NAMED:
        path = world.url(place.name).replace("/tilburg/", "/amersfoort/", 1)
        for client in next_door:
            statuses = {client.get(path).status_code, client.post(path).status_code}
            if not statuses <= ABSENT or 404 not in statuses:
                found.append(f"{path}: {sorted(statuses)}")
    assert not found, "Start the view from the queryset of this municipality.\n" + "\n".join(found)


def test_every_address_that_names_a_thing_is_asked():
    names = {one.name for one in NAMED}
    assert {"decision", "division-run", "advice", "figure-import", "area", "why", "open-plan"} <= names
