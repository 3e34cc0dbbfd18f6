"""Reading people: desks and coordinators, who has which account, and in which roles somebody acts on a day."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from django.contrib.auth import SESSION_KEY
from django.contrib.sessions.models import Session
from django.db.models import F, Q, QuerySet

from wijkaanzet.areas.models import Area
from wijkaanzet.arrangements.rules import BodyKind
from wijkaanzet.kernel.models import Municipality
from wijkaanzet.kernel.refusals import Refused
from wijkaanzet.people.codes import as_kept
from wijkaanzet.people.models import Body, Coordination, Desk, Membership, Organisation, StandIn, User
from wijkaanzet.people.rules import PAID, Role, ScopeKind


def municipality_itself(municipality: Municipality) -> Organisation:
    """The municipality as a legal person. Raises Refused("no_legal_person") when it was never added."""
    found = Organisation.objects.filter(municipality=municipality, is_municipality=True).first()
    if found is None:
        raise Refused("no_legal_person", municipality=municipality.name)
    return found


def desk_of(municipality: Municipality, area: Area | None = None) -> Desk | None:
    """The desk of an area, else that of the whole municipality; None when there is none."""
    desks = Desk.objects.filter(Q(area=area) | Q(area__isnull=True), municipality=municipality)
    return desks.order_by(F("area").asc(nulls_last=True)).first()


@dataclass(frozen=True)
class Contacts:
    """Whom people of an area can turn to, and who brings its parties together."""

    desk: Desk | None
    """Of the area, else of the whole municipality."""
    coordinator: Organisation | None


def with_contacts(areas: QuerySet[Area]) -> QuerySet[Area]:
    """Areas together with what `contacts_of` asks, without a query more."""
    return areas.select_related("division__municipality", "desk", "coordination__organisation")


def contacts_of(area: Area) -> Contacts:
    """The desk and the coordinator of an area from `with_contacts`; one query when it has no desk of its own."""
    desk: Desk | None = getattr(area, "desk", None)
    coordination: Coordination | None = getattr(area, "coordination", None)
    return Contacts(
        desk=desk or desk_of(area.division.municipality),
        coordinator=coordination.organisation if coordination else None,
    )


def network_of(area: Area) -> Body | None:
    """The network that works in an area, of several the one that was there first; None when there is none yet."""
    return Body.objects.filter(area=area, kind=BodyKind.NETWORK).order_by("id").first()


def has_coordinator(body: Body, *, on: date) -> bool:
    """Whether somebody has the role of coordinator over this body itself on a day."""
    running = Q(ends_before__isnull=True) | Q(ends_before__gt=on)
    held = Membership.objects.filter(running, body=body, role=Role.COORDINATOR, starts_on__lte=on)
    return held.filter(user__is_active=True).exists()


def desks_of_municipalities() -> list[Desk]:
    """The desk of each whole municipality, by name of the municipality; one query."""
    desks = Desk.objects.filter(area__isnull=True).select_related("municipality")
    return list(desks.order_by("municipality__name", "id"))


def account_of_session(key: str) -> int | None:
    """Whose session this was, also when it has ended; None when nobody was logged in or the row is gone."""
    session = Session.objects.filter(session_key=key).first()
    found = session.get_decoded().get(SESSION_KEY) if session else None
    return int(found) if found else None


def account_logging_in(name: str) -> int | None:
    """The account that somebody means who types this name or e-mail address; None when there is none."""
    typed = name.strip()
    found = User.objects.filter(username__iexact=typed) | User.objects.filter(email__iexact=typed).exclude(email="")
    return found.order_by("id").values_list("id", flat=True).first() if typed else None


def is_called(account: User, typed: str) -> bool:
    """Whether an e-mail address that was typed is that of the account, or its name; when none was typed it is."""
    name = typed.strip().casefold()
    return name in {"", account.email.casefold(), account.username.casefold()}


def code_used(account: User, code: str) -> Authenticator | None:
    """The second step of an account for which a code was used before; None for a code that is new."""
    digits = as_kept(code)
    steps = Authenticator.objects.filter(user=account, type=Authenticator.Type.TOTP).order_by("id")
    return next((one for one in steps if digits in one.data.get("used", [])), None)


def address_asked(account: User) -> str:
    """The e-mail address that waits until its holder confirms it; empty when none does."""
    waiting = EmailAddress.objects.filter(user=account).order_by("id")
    return waiting.values_list("email", flat=True).first() or ""


def held_by(account_id: int, *, on: date) -> Q:
    """The roles that an account has on a day: its own, and those of whom it stands in for; of closed accounts none."""
    stands_in = StandIn.objects.filter(
        user_id=account_id, user__is_active=True, starts_on__lte=on, ends_before__gt=on
    ).values("membership")
    running = Q(ends_before__isnull=True) | Q(ends_before__gt=on)
    return running & Q(Q(user_id=account_id) | Q(pk__in=stands_in), user__is_active=True, starts_on__lte=on)


def roles_to_answer(
    municipality: Municipality, *, on: date, account_id: int | None = None
) -> dict[int, list[Membership]]:
    """By account: the roles in which somebody is to move on a day, of one account or of all; two queries.

    Those are the own ones in which nobody else stands in, and those of whom the account stands in for.
    """
    running = Q(ends_before__isnull=True) | Q(ends_before__gt=on)
    held = Membership.objects.filter(running, municipality=municipality, user__is_active=True, starts_on__lte=on)
    stands_in = StandIn.objects.filter(membership__in=held, user__is_active=True, starts_on__lte=on, ends_before__gt=on)
    own = held.exclude(pk__in=stands_in.values("membership"))
    if account_id is not None:
        own, stands_in = own.filter(user_id=account_id), stands_in.filter(user_id=account_id)
    found: dict[int, list[Membership]] = {}
    for one in own.order_by("user_id", "id"):
        found.setdefault(one.user_id, []).append(one)
    for stand_in in stands_in.select_related("membership").order_by("user_id", "id"):
        found.setdefault(stand_in.user_id, []).append(stand_in.membership)
    return found


def accounts_to_mail(ids: Collection[int]) -> set[int]:
    """Of these accounts the ones that are open and have an address."""
    return set(User.objects.filter(id__in=ids, is_active=True).exclude(email="").values_list("id", flat=True))


def has_paid_role(user: User, municipality: Municipality, *, on: date) -> bool:
    """Whether an account has a paid role of its own in the municipality on a day; to stand in does not count."""
    running = Q(ends_before__isnull=True) | Q(ends_before__gt=on)
    own = Membership.objects.filter(running, user=user, user__is_active=True, municipality=municipality)
    return own.filter(role__in=PAID, starts_on__lte=on).exists()


def colleague_called(typed: str, municipality: Municipality, *, on: date) -> User | None:
    """The account with this name or e-mail address, when it has a paid role of its own in the municipality."""
    name = typed.strip()
    called = Q(username__iexact=name) | Q(email__iexact=name) & ~Q(email="")
    running = Q(ends_before__isnull=True) | Q(ends_before__gt=on)
    paid = Membership.objects.filter(running, municipality=municipality, role__in=PAID, starts_on__lte=on)
    return User.objects.filter(called, pk__in=paid.values("user"), is_active=True).order_by("id").first()


def municipality_of_account(account_id: int, *, on: date) -> Municipality | None:
    """The first municipality by name where an account holds a role on a day."""
    held = Membership.objects.filter(held_by(account_id, on=on))
    return Municipality.objects.filter(memberships__in=held).order_by("name", "id").first()


def scope_of(held: Membership) -> tuple[ScopeKind, int]:
    """Over what exactly somebody holds a role: the one that is filled, else the whole municipality; no query."""
    ids = {ScopeKind.AREA: held.area_id, ScopeKind.ORGANISATION: held.organisation_id, ScopeKind.BODY: held.body_id}
    return next(((kind, id_) for kind, id_ in ids.items() if id_), (ScopeKind.MUNICIPALITY, held.municipality_id))
