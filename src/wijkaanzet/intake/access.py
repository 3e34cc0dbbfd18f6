"""Who reads what people told, and what of it everybody may read."""

from collections.abc import Collection
from datetime import date

from django.db.models import Q, QuerySet

from wijkaanzet.intake.models import Entry
from wijkaanzet.intake.rules import EntryKind, EntryStatus, Outcome
from wijkaanzet.intake.rules.entries import DECIDED
from wijkaanzet.kernel.actors import Actor
from wijkaanzet.kernel.codes import code_hash, typed
from wijkaanzet.kernel.models import Municipality
from wijkaanzet.people.access import memberships
from wijkaanzet.people.models import Membership
from wijkaanzet.people.rules import Role

READS = frozenset({Role.COORDINATOR, Role.AREA_MANAGER})
"""Of their own area; a policy officer of all, and of what belongs to no area.

Not who gives care there: people tell of themselves and their neighbours, and who helps them does not read it.
"""
WRITES_DOWN = READS | {Role.POLICY_OFFICER, Role.PROVIDER, Role.WIJKTEAM_PROFESSIONAL}
"""Who writes down what somebody tells at the desk, on the street or by telephone."""
SITS = READS | {Role.NETWORK_MEMBER, Role.WIJKTEAM_PROFESSIONAL}
"""Who makes the scan of the own area together."""


def _placed(municipality: Municipality) -> QuerySet[Entry]:
    own = Entry.objects.filter(municipality=municipality, outcome=Outcome.PLACED, status__in=DECIDED)
    return own.exclude(kind=EntryKind.STORY)


def public_entries(municipality: Municipality) -> QuerySet[Entry]:
    """What has its place and may be read by everybody; a story is shared by its teller first, on its own floor."""
    return _placed(municipality).filter(may_share=True)


def network_entries(actor: Actor, municipality: Municipality, *, on: date) -> QuerySet[Entry]:
    """What everybody may read, and of the own areas also what is only for who work on them together."""
    see = Q(may_share=True)
    for role, area_id, network_area_id in _held(actor, municipality, on=on):
        if role == Role.POLICY_OFFICER:
            see |= Q(municipality=municipality)
        elif role in SITS and (area_id or network_area_id):
            see |= Q(area_id=area_id or network_area_id)
    return _placed(municipality).filter(see)


def readable_entries(actor: Actor, municipality: Municipality, *, on: date) -> QuerySet[Entry]:
    """What the actor reads and answers, wherever it stands."""
    see = Q(pk__in=[])
    for role, area_id, _network in _held(actor, municipality, on=on):
        if role == Role.POLICY_OFFICER:
            see |= Q(municipality=municipality)
        elif role in READS and area_id is not None:  # without one: of one network only, and no reader
            see |= Q(area_id=area_id)
    return Entry.objects.filter(see, municipality=municipality).select_related("municipality", "area", "place")


def waiting_entries(actor: Actor, municipality: Municipality, *, on: date) -> QuerySet[Entry]:
    """What the actor reads and that still waits to be read, read again, or told."""
    waits = (EntryStatus.RECEIVED, EntryStatus.PREPARED, EntryStatus.TO_TELL)
    return readable_entries(actor, municipality, on=on).filter(status__in=waits)


def may_read(actor: Actor, municipality: Municipality, *, on: date) -> bool:
    """Whether the actor has anything to read here."""
    roles = {role for role, _area, _network in _held(actor, municipality, on=on)}
    return bool(roles & (READS | {Role.POLICY_OFFICER}))


def reads_an_area(actor: Actor, municipality: Municipality, *, on: date) -> bool:
    """Whether anything comes straight to the actor; to who coordinates one network only, nothing does."""
    held = _held(actor, municipality, on=on)
    return any(role == Role.POLICY_OFFICER or (role in READS and area is not None) for role, area, _network in held)


def may_write_down(actor: Actor, municipality: Municipality, *, on: date) -> bool:
    """Whether the actor may send something for somebody else, without a limit on how often."""
    return any(role in WRITES_DOWN for role, _area, _network in _held(actor, municipality, on=on))


def entries_of_code(municipality: Municipality, code: str) -> QuerySet[Entry]:
    """The entry whose sender holds this code, as typed; none for anything else."""
    plain = typed(code)
    own = Entry.objects.filter(municipality=municipality, code_hash=code_hash(plain)) if plain else Entry.objects.none()
    return own.select_related("municipality", "area", "place")


def seen_entries(actor: Actor, ids: Collection[int], *, on: date) -> set[int]:
    """Which of these the actor may know of, in whichever municipality they are."""
    found: set[int] = set()
    for municipality in Municipality.objects.filter(entries__in=ids).distinct().order_by("pk"):
        public = public_entries(municipality).values("pk")
        readable = readable_entries(actor, municipality, on=on).values("pk")
        seen = Entry.objects.filter(Q(pk__in=public) | Q(pk__in=readable), pk__in=ids)
        found |= set(seen.values_list("pk", flat=True))
    return found


def _held(actor: Actor, municipality: Municipality, *, on: date) -> list[tuple[str, int | None, int | None]]:
    """Each role with its area, or the area of its network."""
    held: QuerySet[Membership] = memberships(actor, municipality, on=on)
    return list(held.values_list("role", "area_id", "body__area_id"))
