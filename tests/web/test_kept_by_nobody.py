"""A network in a neighbourhood without a coordinator: who can do something about it reads so, and nobody else."""

from datetime import timedelta

import pytest
from django.test import Client

from tests.conftest import AT
from tests.factories import OrganisationFactory, somebody
from tests.networks.table import Table
from tests.web.division_town import browser
from wijkaanzet.networks import operations as networks
from wijkaanzet.networks.access import networks_kept_by_nobody
from wijkaanzet.people.models import Membership
from wijkaanzet.people.rules import Role

TODAY = AT.date()
NETWORK, HOME = "/proefstad/netwerken/{key}/", "/proefstad/aan-zet/"


def leave(table: Table, *roles: Role) -> None:
    """Nobody has these roles over the area any more."""
    Membership.objects.filter(role__in=roles, area=table.area).update(ends_before=TODAY)


def left(table: Table) -> list[str]:
    return [one.body.name for one in networks_kept_by_nobody(table.municipality, on=TODAY)]


def read(client: Client, table: Table, path: str) -> str:
    return client.get(path.format(key=table.network.body.key)).content.decode()


@pytest.mark.parametrize(
    ("gone", "found"),
    [
        ((), []),
        ((Role.COORDINATOR,), []),
        ((Role.AREA_MANAGER,), []),
        ((Role.COORDINATOR, Role.AREA_MANAGER), ["Tafel van Zuid"]),
    ],
)
def test_a_coordinator_or_an_area_manager_keeps_it(table: Table, gone: tuple[Role, ...], found: list[str]) -> None:
    leave(table, *gone)
    assert left(table) == found


def test_one_that_a_party_coordinates_is_told_of_elsewhere(table: Table) -> None:
    party = OrganisationFactory.create(municipality=table.municipality, name="Stichting Samen")
    somebody(Role.COORDINATOR, table.municipality, scope=table.network.body)
    networks.entrust_network(table.network, organisation=party, actor=table.officer, at=AT + timedelta(hours=1))
    leave(table, Role.COORDINATOR, Role.AREA_MANAGER)
    assert left(table) == []


@pytest.mark.parametrize("path", [NETWORK, HOME])
def test_the_administrator_gives_the_role_over_the_neighbourhood_and_the_policy_officer_lets_a_party_do_it(
    table: Table, path: str
) -> None:
    admin = browser(somebody(Role.FUNCTIONAL_ADMIN, table.municipality))
    officer = browser(table.officer)
    give, entrust = f"rol=coordinator&amp;over=area-{table.area.pk}", "/netwerken/tafel-van-zuid/coordinatie/"
    assert give not in read(admin, table, path)
    assert entrust not in read(officer, table, path)
    leave(table, Role.COORDINATOR, Role.AREA_MANAGER)
    assert read(admin, table, path).count(give) == 1
    assert read(officer, table, path).count(entrust) == 1
    for other in (Client(), browser(table.elsewhere), browser(table.sits)):
        page = read(other, table, path)
        assert give not in page
        assert entrust not in page
