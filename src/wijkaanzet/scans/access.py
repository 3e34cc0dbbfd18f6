"""Who sees the tables of figures on their way in, and who may bring them in; imported ones are public."""

from collections.abc import Collection
from datetime import date

from django.db.models import Q, QuerySet

from wijkaanzet.kernel.actors import Actor
from wijkaanzet.kernel.models import Municipality
from wijkaanzet.people.access import memberships
from wijkaanzet.people.models import Membership
from wijkaanzet.people.rules import Role
from wijkaanzet.scans.models import FigureImport
from wijkaanzet.scans.rules.importing import FigureImportStatus

SEES = frozenset({Role.POLICY_OFFICER, Role.CONTROLLER})


def public_imports(municipality: Municipality) -> QuerySet[FigureImport]:
    """The tables whose figures anybody may read."""
    return FigureImport.objects.filter(municipality=municipality, status=FigureImportStatus.IMPORTED).defer("content")


def visible_imports(actor: Actor, municipality: Municipality, *, on: date) -> QuerySet[FigureImport]:
    """Every table of the municipality, for who brings figures in and for who checks that."""
    if not may_see_imports(actor, municipality, on=on):
        return FigureImport.objects.none()
    own = FigureImport.objects.filter(municipality=municipality)
    return own.select_related("municipality", "division__municipality").defer("content")


def own_imports(actor: Actor, municipality: Municipality, *, on: date) -> QuerySet[FigureImport]:
    """The tables that the actor may act on."""
    if not may_import(actor, municipality, on=on):
        return FigureImport.objects.none()
    return visible_imports(actor, municipality, on=on)


def visible(actor: Actor, ids: Collection[int]) -> set[int]:
    """Of these tables the imported ones, and the others of where the actor brings figures in or checks that.

    Names are asked for without a day, so a role counts here that has no end.
    """
    see = Q(status=FigureImportStatus.IMPORTED)
    if actor.user_id is not None:
        holds = Membership.objects.filter(user_id=actor.user_id, role__in=SEES, ends_before__isnull=True)
        see |= Q(municipality__in=holds.filter(user__is_active=True).values("municipality"))
    return set(FigureImport.objects.filter(see, id__in=ids).values_list("id", flat=True))


def may_see_imports(actor: Actor, municipality: Municipality, *, on: date) -> bool:
    """Whether the actor sees how figures come in."""
    return memberships(actor, municipality, on=on).filter(role__in=SEES).exists()


def may_import(actor: Actor, municipality: Municipality, *, on: date) -> bool:
    """Whether the actor brings figures in."""
    return memberships(actor, municipality, on=on).filter(role=Role.POLICY_OFFICER).exists()
