"""A network is opened in an area, or its sign is hung on a body that is there already; and it says what it is for."""

from dataclasses import replace
from datetime import date, datetime

from django.db import IntegrityError, transaction
from django.utils.text import slugify
from django.utils.timezone import localdate

from wijkaanzet.areas.models import Area
from wijkaanzet.arrangements.rules import BodyKind
from wijkaanzet.kernel.actors import Actor
from wijkaanzet.kernel.refusals import Refused
from wijkaanzet.networks import queries
from wijkaanzet.networks.models import Network
from wijkaanzet.networks.operations.writing import locked_network, log
from wijkaanzet.networks.rules import Described
from wijkaanzet.networks.rules.as_read import check_unchanged
from wijkaanzet.networks.rules.networks import LONGEST_KEY, fitting_network
from wijkaanzet.people import operations as people
from wijkaanzet.people.models import Body
from wijkaanzet.people.queries import has_coordinator


@transaction.atomic
def open_network(area: Area, *, new: Described, actor: Actor, at: datetime) -> Network:
    """Let a network exist in an area, beside those that are there; its address follows from its name.

    Raises Refused: ("network_without_name"), ("network_words_too_long"), and ("name_taken") for a name in use there.
    """
    new = fitting_network(new)
    Area.objects.select_for_update(no_key=True).get(pk=area.pk)  # a second of the same name waits
    key = _free_key(area, new.name)
    body = people.open_network(area, key=key, name=new.name, actor=actor, at=at)
    return hang_sign(body, described=new, actor=actor, at=at)


@transaction.atomic
def hang_sign(body: Body, *, described: Described, actor: Actor, at: datetime) -> Network:
    """Let a body be the network that it already was: one of an area, or a consultation of the whole municipality in
    which seats may speak for networks. It keeps its own name, and what it advises on it goes on to advise on.

    Raises Refused: ("no_network_body") for another body, ("network_without_coordinator") for a consultation that nobody
    coordinates, ("network_exists"), ("network_without_name"), ("network_words_too_long").
    """
    described = fitting_network(described)
    _check_sign(body, on=localdate(at))
    network = Network(
        body=body,
        purpose=described.purpose,
        meeting_place=described.meeting_place,
        own_rule=described.own_rule,
        opened_on=localdate(at),
    )
    try:
        with transaction.atomic():
            network.save(force_insert=True)
    except IntegrityError as error:
        raise Refused("network_exists", name=body.name) from error
    log(network, act="opened", detail={"area": body.area_id}, actor=actor, at=at)
    return network


@transaction.atomic
def describe_network(network: Network, *, described: Described, seen: str = "", actor: Actor, at: datetime) -> Network:
    """Say in the own words what a network is for, where it meets and how it agrees; its name stays as it is.

    `seen` is the mark of what was read (`queries.mark_of_network`). Raises Refused: ("changed_meanwhile"),
    ("network_words_too_long").
    """
    network = locked_network(network)
    check_unchanged(seen, now=queries.mark_of_network(network))
    told = fitting_network(replace(described, name=network.body.name))
    network.purpose, network.meeting_place, network.own_rule = told.purpose, told.meeting_place, told.own_rule
    network.save(update_fields=["purpose", "meeting_place", "own_rule"])
    log(network, act="described", detail={}, actor=actor, at=at)
    return network


def _check_sign(body: Body, *, on: date) -> None:
    """A network has somebody who keeps it: that of an area who coordinates there, any other one of its own."""
    if body.kind == BodyKind.NETWORK and body.area_id is not None:
        return
    if body.kind != BodyKind.ADVISORY or body.area_id is not None:
        raise Refused("no_network_body", name=body.name)
    if not has_coordinator(body, on=on):
        raise Refused("network_without_coordinator", name=body.name)


def _free_key(area: Area, name: str) -> str:
    """The name as it stands in an address; with the area before it when another area has a network of that name."""
    wanted = [slugify(name)[:LONGEST_KEY].strip("-"), f"{area.slug}-{slugify(name)}"[:LONGEST_KEY].strip("-")]
    municipality = area.division.municipality
    bodies = Body.objects.filter(municipality=municipality)
    if bodies.filter(area=area, name=name).exists():
        raise Refused("name_taken", name=name)
    taken = set(bodies.filter(key__in=wanted).values_list("key", flat=True))
    free = next((key for key in wanted if key and key not in taken), None)
    if free is None:
        raise Refused("name_taken", name=name)
    return free
