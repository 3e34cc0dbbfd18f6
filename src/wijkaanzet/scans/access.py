"""Who sees tables of figures and scans on their way, and who may act on them; once out they are public."""

from collections.abc import Collection
from datetime import date

from django.db.models import Q, QuerySet

from wijkaanzet.areas.models import Area
from wijkaanzet.kernel.actors import Actor
from wijkaanzet.kernel.models import Municipality
from wijkaanzet.people.access import memberships
from wijkaanzet.people.models import Membership
from wijkaanzet.people.queries import held_by
from wijkaanzet.people.rules import Role
from wijkaanzet.scans.models import FigureImport, Scan
from wijkaanzet.scans.queries import with_area
from wijkaanzet.scans.rules.importing import FigureImportStatus
from wijkaanzet.scans.rules.scan import ScanStatus

SEES = frozenset({Role.POLICY_OFFICER, Role.CONTROLLER})
COMPOSES = frozenset({Role.COORDINATOR, Role.AREA_MANAGER})
"""Who makes the scan of an own area, asks the network, answers it and publishes."""
WORKS_THERE = COMPOSES | {Role.WIJKTEAM_PROFESSIONAL, Role.NETWORK_MEMBER}
"""Who sees the scan of an own area before it is published; a policy officer sees those of all areas."""


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


def visible(actor: Actor, ids: Collection[int], *, on: date) -> set[int]:
    """Of these tables the imported ones, and the others of where the actor brings figures in or checks that."""
    see = Q(status=FigureImportStatus.IMPORTED)
    if actor.user_id is not None:
        holds = Membership.objects.filter(held_by(actor.user_id, on=on), role__in=SEES)
        see |= Q(municipality__in=holds.values("municipality"))
    return set(FigureImport.objects.filter(see, id__in=ids).values_list("id", flat=True))


def may_see_imports(actor: Actor, municipality: Municipality, *, on: date) -> bool:
    """Whether the actor sees how figures come in."""
    return memberships(actor, municipality, on=on).filter(role__in=SEES).exists()


def may_import(actor: Actor, municipality: Municipality, *, on: date) -> bool:
    """Whether the actor brings figures in."""
    return memberships(actor, municipality, on=on).filter(role=Role.POLICY_OFFICER).exists()


def public_scans(municipality: Municipality) -> QuerySet[Scan]:
    """The scans that anybody may read."""
    return with_area(Scan.objects.filter(area__division__municipality=municipality, status=ScanStatus.PUBLISHED))


def seen_scans(actor: Actor, municipality: Municipality, *, on: date) -> QuerySet[Scan]:
    """Published scans, and those on their way for who work in that area, sit in its network, or make policy."""
    see = Q(status=ScanStatus.PUBLISHED) | _works_in(memberships(actor, municipality, on=on))
    return with_area(Scan.objects.filter(see, area__division__municipality=municipality))


def own_scans(actor: Actor, municipality: Municipality, *, on: date) -> QuerySet[Scan]:
    """The scans that the actor makes: writes, puts before the network, answers for and publishes."""
    held = memberships(actor, municipality, on=on).filter(role__in=COMPOSES)
    return with_area(Scan.objects.filter(area__in=held.values("area"), area__division__municipality=municipality))


def scans_to_comment(actor: Actor, municipality: Municipality, *, on: date) -> QuerySet[Scan]:
    """The scans about which the actor may say something now."""
    works = _works_in(memberships(actor, municipality, on=on))
    asked = Scan.objects.filter(works, area__division__municipality=municipality, status=ScanStatus.COMMENTING)
    return with_area(asked)


def may_compose(actor: Actor, area: Area, *, on: date) -> bool:
    """Whether the actor makes the scan of an area."""
    held = memberships(actor, area.division.municipality, on=on)
    return held.filter(role__in=COMPOSES, area=area).exists()


def sees_all_of(actor: Actor, area: Area, *, on: date) -> bool:
    """Whether the actor reads a scan of an area with all that is in it: comments, and what is not for everybody."""
    held = memberships(actor, area.division.municipality, on=on)
    there = Q(role__in=WORKS_THERE) & (Q(area=area) | Q(body__area=area))
    return held.filter(there | Q(role=Role.POLICY_OFFICER)).exists()


def visible_scans(actor: Actor, ids: Collection[int], *, on: date) -> set[int]:
    """Of these scans the published ones, and the others that the actor works on."""
    see = Q(status=ScanStatus.PUBLISHED)
    if actor.user_id is not None:
        see |= _works_in(Membership.objects.filter(held_by(actor.user_id, on=on)))
    return set(Scan.objects.filter(see, id__in=ids).values_list("id", flat=True))


def _works_in(held: QuerySet[Membership]) -> Q:
    """In the areas of these roles and of their networks; for a policy officer in the whole municipality."""
    there = held.filter(role__in=WORKS_THERE)
    cities = held.filter(role=Role.POLICY_OFFICER).values("municipality")
    return (
        Q(area__in=there.filter(area__isnull=False).values("area"))
        | Q(area__in=there.filter(body__area__isnull=False).values("body__area"))
        | Q(area__division__municipality__in=cities)
    )
