"""Reading networks themselves."""

from collections.abc import Collection

from django.db.models import QuerySet

from wijkaanzet.areas.models import Area
from wijkaanzet.kernel.actors import Actor
from wijkaanzet.kernel.refusals import Refused
from wijkaanzet.networks.models import Network
from wijkaanzet.people.models import Organisation


def with_body(networks: QuerySet[Network]) -> QuerySet[Network]:
    """Networks together with their name, area and municipality, without a query more."""
    return networks.select_related("coordinated_by", "body__municipality", "body__area__division__municipality")


def networks_of(area: Area) -> list[Network]:
    """The networks of an area by name; one query."""
    return list(with_body(Network.objects.filter(body__area=area)).order_by("body__name", "id"))


def keeper_scope(network: Network) -> tuple[str, int]:
    """Over what the coordinator holds the role who keeps this network: the scope of its moves.

    Its own body when another party coordinates it, or when it works in no area; else its area.
    """
    area_id = network.body.area_id
    if network.coordinated_by_id is not None or area_id is None:
        return "body", network.body_id
    return "area", area_id


def own_organisation(organisation: Organisation | None, *, network: Network) -> Organisation | None:
    """An organisation of the municipality of a network, or none. Raises Refused("other_tenant")."""
    if organisation is not None and organisation.municipality_id != network.body.municipality_id:
        raise Refused("other_tenant", name=organisation.name)
    return organisation


def network_labels(ids: Collection[int], viewer: Actor) -> dict[int, str]:
    """Networks by name."""
    return dict(Network.objects.filter(id__in=ids).values_list("id", "body__name"))


def network_places(ids: Collection[int]) -> dict[int, str]:
    """The key of each network, by which its pages are found."""
    return dict(Network.objects.filter(id__in=ids).values_list("id", "body__key"))
