"""Over what a role can be given in a municipality: its areas, bodies or organisations by name, nothing of elsewhere."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.utils.text import capfirst
from django.utils.translation import gettext as _

from wijkaanzet.areas.access import public_areas
from wijkaanzet.areas.models import Area
from wijkaanzet.areas.queries import running_divisions
from wijkaanzet.arrangements.queries import NoArrangement, nearest
from wijkaanzet.kernel.models import Municipality
from wijkaanzet.people.access import bodies_to_sit_in, public_organisations
from wijkaanzet.people.labels import SCOPES
from wijkaanzet.people.models import Body, Organisation
from wijkaanzet.people.rules import Role, ScopeKind, may_be_held

Scope = Area | Body | Organisation


@dataclass(frozen=True)
class Scopes:
    """What can be chosen, by a key, in named groups; nothing for a role over the whole municipality."""

    groups: tuple[tuple[str, dict[str, Scope]], ...]

    @property
    def by_key(self) -> dict[str, Scope]:
        """All that can be chosen."""
        return {key: scope for _name, scopes in self.groups for key, scope in scopes.items()}

    @property
    def choices(self) -> list[tuple[object, object]]:
        """As a list to choose from: in groups when there is more than one."""
        named = [(name, [(key, _called(scope)) for key, scope in scopes.items()]) for name, scopes in self.groups]
        return list(named) if len(named) > 1 else [pair for _name, pairs in named for pair in pairs]


def scopes_of(role: Role, municipality: Municipality, *, today: date) -> Scopes:
    """Over what a role can be given here today; a query for each kind of thing."""
    return Scopes(tuple((name, scopes) for name, scopes in _groups(role, municipality, today=today) if scopes))


def over_words(role: Role) -> str:
    """Over what a role is held, in words."""
    if role is Role.COORDINATOR:
        return _("over a neighbourhood, or over one network")
    kind = next(kind for kind in ScopeKind if may_be_held(role, kind))
    if kind is ScopeKind.MUNICIPALITY:
        return _("over the whole municipality")
    return _("over one %(kind)s") % {"kind": SCOPES[kind]}


def _groups(role: Role, municipality: Municipality, *, today: date) -> Iterator[tuple[str, dict[str, Scope]]]:
    if may_be_held(role, ScopeKind.AREA):
        divisions = running_divisions(municipality, on=today)
        for division in divisions:
            areas = public_areas(municipality).filter(division=division).select_related("division")
            name = division.name if len(divisions) > 1 else _areas_called(municipality, today=today)
            yield name, {f"area-{one.pk}": one for one in areas.order_by("name", "id")}
    if may_be_held(role, ScopeKind.BODY):
        bodies = bodies_to_sit_in(role, municipality).order_by("name", "id")
        name = _("Networks") if role is Role.COORDINATOR else capfirst(str(SCOPES[ScopeKind.BODY]))
        yield name, {f"body-{one.pk}": one for one in bodies}
    if may_be_held(role, ScopeKind.ORGANISATION):
        found = public_organisations(municipality).order_by("name", "id")
        yield capfirst(str(SCOPES[ScopeKind.ORGANISATION])), {f"organisation-{one.pk}": one for one in found}


def _areas_called(municipality: Municipality, *, today: date) -> str:
    """The word of the municipality for its areas, such as "Wijken"; one without an arrangement has none of its own."""
    try:
        return capfirst(nearest(municipality, on=today).word("area", plural=True))
    except NoArrangement:
        return _("Areas")


def _called(scope: Scope) -> str:
    """Its name; of a network with its neighbourhood, since two may be called alike."""
    area = scope.area if isinstance(scope, Body) else None
    return f"{scope.name} ({area.name})" if area else scope.name
