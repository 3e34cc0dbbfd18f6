"""People take part: accounts are opened, organisations, bodies and desks are set up."""

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import date, datetime

from django.db import IntegrityError, transaction
from django.utils.timezone import localdate

from wijkaanzet.areas.models import Area
from wijkaanzet.arrangements import operations as arrangements
from wijkaanzet.arrangements.models import Arrangement
from wijkaanzet.arrangements.queries import current
from wijkaanzet.arrangements.rules import BodyKind
from wijkaanzet.kernel import audit
from wijkaanzet.kernel.actors import Actor
from wijkaanzet.kernel.models import Municipality
from wijkaanzet.kernel.refusals import Refused
from wijkaanzet.kernel.subjects import Subject
from wijkaanzet.people.models import Body, Coordination, Desk, Organisation, User
from wijkaanzet.people.rules import Role, fitting_account_name


@transaction.atomic
def open_account(*, username: str, email: str, actor: Actor, at: datetime) -> User:
    """Open an account without a password: the way to log in is set up by its holder.

    Raises Refused: ("account_name_unfit"), and ("name_taken") also when only capitals make it another name.
    """
    user = User(username=fitting_account_name(username), email=email)
    user.set_unusable_password()
    _save_new(user, name=username)
    audit.record(
        "people.account.opened", subject=Subject("people.account", user.id), actor=actor, at=at, municipality=None
    )
    return user


@transaction.atomic
def note_login(account_id: int, *, actor: Actor, at: datetime) -> None:
    """Write down that somebody logged in (BIO2 8.15.01)."""
    audit.record(
        "people.login.done", subject=Subject("people.account", account_id), actor=actor, at=at, municipality=None
    )


@transaction.atomic
def refuse_login(account_id: int | None, *, locked: bool, actor: Actor, at: datetime) -> None:
    """Write down that somebody was refused: wrong words, or too many mistakes (BIO2 5.17.01: watch for peaks).

    An account that does not exist is number 0: what was typed may be anything, also a password.
    """
    audit.record_refusal(
        f"people.login.{'locked' if locked else 'failed'}",
        subject=Subject("people.account", account_id or 0),
        actor=actor,
        at=at,
        municipality=None,
        key="too_many_mistakes" if locked else "not_recognised",
    )


@transaction.atomic
def add_organisation(
    municipality: Municipality, *, name: str, actor: Actor, at: datetime, is_municipality: bool = False
) -> Organisation:
    """Add a legal person that can hold money and account for it; the municipality itself is one too.

    Raises Refused("name_taken").
    """
    organisation = Organisation(municipality=municipality, name=name, is_municipality=is_municipality)
    _save_new(organisation, name=name)
    audit.record(
        "people.organisation.added",
        subject=Subject("people.organisation", organisation.id),
        actor=actor,
        at=at,
        municipality=municipality,
    )
    return organisation


@dataclass(frozen=True)
class DeskDetails:
    """How a desk is reached, also without internet."""

    name: str
    purpose: str
    phone: str
    phone_hours: str = ""
    place: str = ""
    place_hours: str = ""


@transaction.atomic
def open_desk(
    municipality: Municipality, *, area: Area | None, details: DeskDetails, actor: Actor, at: datetime
) -> Desk:
    """Say where people can call or walk in, of an area or of the municipality. Raises Refused("other_tenant")."""
    if area is not None and area.division.municipality_id != municipality.id:
        raise Refused("other_tenant", name=area.name)
    desk, _ = Desk.objects.update_or_create(municipality=municipality, area=area, defaults=asdict(details))
    audit.record(
        "people.desk.opened", subject=Subject("people.desk", desk.id), actor=actor, at=at, municipality=municipality
    )
    return desk


@transaction.atomic
def open_network(area: Area, *, key: str, name: str, actor: Actor, at: datetime) -> Body:
    """Let a network of residents and professionals exist in an area. Raises Refused("name_taken") for a key in use."""
    municipality = area.division.municipality
    network = Body(municipality=municipality, area=area, key=key, kind=BodyKind.NETWORK, name=name)
    _save_new(network, name=name)
    audit.record(
        "people.network.opened",
        subject=Subject("people.body", network.id),
        actor=actor,
        at=at,
        municipality=municipality,
        detail={"area": area.code},
    )
    return network


@transaction.atomic
def entrust_coordination(
    area: Area, *, organisation: Organisation, since: date, actor: Actor, at: datetime
) -> Coordination:
    """Say which organisation brings the parties of an area together since a day, in place of who did so before.

    Raises Refused("other_tenant"), ("since_to_come") for a day that is still to come, because until then the present
    one coordinates, and ("since_too_early") for a day before the present one began.
    """
    municipality = area.division.municipality
    if organisation.municipality_id != municipality.id:
        raise Refused("other_tenant", name=organisation.name)
    if since > localdate(at):
        raise Refused("since_to_come", since=since)
    now = Coordination.objects.select_for_update().filter(area=area).first()
    if now is not None and since < now.since:
        raise Refused("since_too_early", since=now.since)
    given = {"municipality": municipality, "organisation": organisation, "since": since}
    coordination, _ = Coordination.objects.update_or_create(area=area, defaults=given)
    audit.record(
        "people.coordination.entrusted",
        subject=Subject("people.organisation", organisation.id),
        actor=actor,
        at=at,
        municipality=municipality,
        detail={"area": area.code, "since": since.isoformat()},
    )
    return coordination


@transaction.atomic
def install_arrangement(text: str, *, file_name: str, actor: Actor, at: datetime) -> Arrangement:
    """Load what a municipality chose, make its bodies exist, and know it as a legal person.

    Raises arrangements.rules.ArrangementErrors with every mistake in the file; then nothing was changed.
    """
    roles = frozenset(role.value for role in Role)
    loaded = arrangements.load(text, file_name=file_name, known_roles=roles, actor=actor, at=at)
    chosen = current(loaded.municipality, on=loaded.starts_on)
    bodies = ((body.key, body.kind.value, body.name) for body in chosen.bodies)
    establish_bodies(loaded.municipality, bodies=bodies, actor=actor, at=at)
    if not Organisation.objects.filter(municipality=loaded.municipality, is_municipality=True).exists():
        name = f"Gemeente {loaded.municipality.name}"
        add_organisation(loaded.municipality, name=name, is_municipality=True, actor=actor, at=at)
    return loaded


@transaction.atomic
def establish_bodies(
    municipality: Municipality, *, bodies: Iterable[tuple[str, str, str]], actor: Actor, at: datetime
) -> list[Body]:
    """Make the bodies (key, kind, name) of an arrangement exist; one that exists gets its new name and kind.

    Returns those that were made or changed; the others are left alone.
    """
    established = []
    there = {body.key: body for body in Body.objects.filter(municipality=municipality)}
    for key, kind, name in bodies:
        body = there.get(key) or Body(municipality=municipality, key=key)
        if (body.kind, body.name) == (kind, name):
            continue
        body.kind, body.name = kind, name
        body.save()
        audit.record(
            "people.body.established",
            subject=Subject("people.body", body.id),
            actor=actor,
            at=at,
            municipality=municipality,
        )
        established.append(body)
    return established


def _save_new(row: User | Organisation | Body, *, name: str) -> None:
    try:
        with transaction.atomic():
            row.save(force_insert=True)
    except IntegrityError as error:
        raise Refused("name_taken", name=name) from error
