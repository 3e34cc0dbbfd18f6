"""Roles that nobody has while a network needs them, with where each is given; for who keeps the roles."""

from collections.abc import Callable, Iterable
from datetime import date
from urllib.parse import urlencode

from django.utils.translation import gettext as _

from wijkaanzet.networks.access import networks_kept_by_nobody, networks_without_coordinator
from wijkaanzet.networks.models import Network
from wijkaanzet.networks.queries import keeper_scope
from wijkaanzet.people.queries import has_coordinator
from wijkaanzet.people.rules import Role, ScopeKind
from wijkaanzet.web.http import Request
from wijkaanzet.web.mine import held
from wijkaanzet.web.parts.moves import Action
from wijkaanzet.web.role_keeping.who import may_keep
from wijkaanzet.web.tenancy import address


def missing_coordinators(request: Request, *, today: date) -> tuple[Action, ...]:
    """The networks that nobody keeps, by name, with what helps; two queries for who keeps the roles.

    Who opens networks everywhere may let a party coordinate one: one query. Everybody else asks none.
    """
    if may_keep(request):
        own = networks_without_coordinator(request.municipality, on=today)
        left = networks_kept_by_nobody(request.municipality, on=today)
        return (*_given(request, own), *_given_to_area(request, left))
    if any(one.role == Role.POLICY_OFFICER for one in held(request)):
        return _to_entrust(request, networks_kept_by_nobody(request.municipality, on=today))
    return ()


def missing_coordinator(request: Request, network: Network, *, today: date) -> tuple[Action, ...]:
    """The same for one network, on its own page."""
    if keeper_scope(network)[0] != ScopeKind.BODY:
        left = networks_kept_by_nobody(request.municipality, on=today).filter(pk=network.pk)
        if may_keep(request):
            return _given_to_area(request, left)
        return _to_entrust(request, left) if may_entrust(request, network) else ()
    if not may_keep(request) or has_coordinator(network.body, on=today):
        return ()
    return _given(request, [network])


def may_entrust(request: Request, network: Network) -> bool:
    """Whether who asks says which party coordinates a network; no query."""
    return any(
        one.role == Role.POLICY_OFFICER or (one.role == Role.AREA_MANAGER and one.area_id == network.body.area_id)
        for one in held(request)
    )


def give_href(request: Request, *, role: Role, over: str = "") -> str:
    """Where a role is given, and over what when that is known already."""
    chosen = {"rol": role.value, **({"over": over} if over else {})}
    return f"{address(request, 'role-give')}?{urlencode(chosen)}"


def _given(request: Request, networks: Iterable[Network]) -> tuple[Action, ...]:
    label = _("Nobody is coordinator of %(network)s itself yet. Give somebody that role.")
    return _actions(networks, label, lambda one: _coordinator_href(request, ScopeKind.BODY, one.body_id))


def _given_to_area(request: Request, networks: Iterable[Network]) -> tuple[Action, ...]:
    label = _("Nobody keeps %(network)s: the neighbourhood has no coordinator. Give somebody that role.")
    return _actions(networks, label, lambda one: _coordinator_href(request, ScopeKind.AREA, one.body.area_id or 0))


def _to_entrust(request: Request, networks: Iterable[Network]) -> tuple[Action, ...]:
    label = _("Nobody keeps %(network)s: the neighbourhood has no coordinator. Say which party coordinates it.")
    return _actions(networks, label, lambda one: address(request, "network-entrust", network=one.body.key))


def _coordinator_href(request: Request, kind: ScopeKind, id_: int) -> str:
    return give_href(request, role=Role.COORDINATOR, over=f"{kind}-{id_}")


def _actions(networks: Iterable[Network], label: str, href: Callable[[Network], str]) -> tuple[Action, ...]:
    return tuple(Action(label=label % {"network": one.body.name}, href=href(one), kind="secondary") for one in networks)
