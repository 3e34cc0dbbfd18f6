"""Who sees the tables of figures on their way in, and who may bring them in; imported ones are public."""

from datetime import date

from django.db.models import QuerySet

from wijkaanzet.kernel.actors import Actor
from wijkaanzet.kernel.models import Municipality
from wijkaanzet.people.access import memberships
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


def may_see_imports(actor: Actor, municipality: Municipality, *, on: date) -> bool:
    """Whether the actor sees how figures come in."""
    return memberships(actor, municipality, on=on).filter(role__in=SEES).exists()


def may_import(actor: Actor, municipality: Municipality, *, on: date) -> bool:
    """Whether the actor brings figures in."""
    return memberships(actor, municipality, on=on).filter(role=Role.POLICY_OFFICER).exists()
