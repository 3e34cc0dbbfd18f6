"""Reading who is invited to take part; the code and whom it is for only for who keeps the network."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet

from wijkaanzet.kernel.actors import Actor
from wijkaanzet.kernel.moves import Standing
from wijkaanzet.kernel.sealed import unseal_words
from wijkaanzet.networks.labels import INVITED_TO
from wijkaanzet.networks.models import Invitation, Network
from wijkaanzet.networks.queries.networks import keeper_scope
from wijkaanzet.networks.rules import InvitationFacts, InvitationStatus

INVITATION_SEAL = "networks.invitation"


@dataclass(frozen=True, kw_only=True)
class InvitationWords:
    """An invitation that waits, as who keeps the network reads it."""

    public_id: str
    code: str
    for_whom: str
    seat: str
    as_resident: bool
    organisation: str
    lapses_on: date


def whole_invitations(invitations: QuerySet[Invitation]) -> QuerySet[Invitation]:
    """Invitations with their network, its area and municipality, and what they offer, without a query more."""
    return invitations.select_related(
        "network__body__municipality", "network__body__area__division__municipality", "seat", "organisation"
    )


def invitations_of(network: Network) -> list[InvitationWords]:
    """The invitations that nobody answered yet, the one that lapses first on top; one query. Raises CannotOpen."""
    waiting = Invitation.objects.filter(network=network, status=InvitationStatus.WAITING)
    return [invitation_words(one) for one in whole_invitations(waiting).order_by("lapses_on", "id")]


def invitation_words(invitation: Invitation) -> InvitationWords:
    """One invitation as who keeps the network reads it; code and person are empty once it was used or is over."""
    kept = unseal_words(invitation.kept, purpose=INVITATION_SEAL) if invitation.kept is not None else {}
    return InvitationWords(
        public_id=invitation.public_id,
        code=kept.get("code", ""),
        for_whom=kept.get("for_whom", ""),
        seat=invitation.seat.name if invitation.seat else "",
        as_resident=invitation.as_resident,
        organisation=invitation.organisation.name if invitation.organisation else "",
        lapses_on=invitation.lapses_on,
    )


def waiting_in(network: Network) -> int:
    """How many invitations of a network nobody answered yet."""
    return Invitation.objects.filter(network=network, status=InvitationStatus.WAITING).count()


def invitation_places(ids: Collection[int]) -> dict[int, tuple[str, str]]:
    """The key of the network and the public id of each invitation: its address."""
    rows = Invitation.objects.filter(id__in=ids).values_list("id", "network__body__key", "public_id")
    return {id_: (key, public_id) for id_, key, public_id in rows}


def invitation_labels(ids: Collection[int], viewer: Actor) -> dict[int, str]:
    """Invitations by their network; never by whom they are for."""
    rows = Invitation.objects.filter(id__in=ids).values_list("id", "network__body__name")
    return {id_: str(INVITED_TO) % {"network": name} for id_, name in rows}


def invitation_standing(invitation: Invitation) -> Standing:
    """Where one invitation stands; its network and municipality are at hand."""
    facts = InvitationFacts(keeper_scope(invitation.network), invitation.lapses_on)
    municipality_id = invitation.network.body.municipality_id
    return Standing(invitation.pk, municipality_id, InvitationStatus(invitation.status), facts)


def invitation_standings() -> Iterator[Standing]:
    """Where all invitations stand that nobody answered yet."""
    waiting = Invitation.objects.filter(status=InvitationStatus.WAITING).select_related("network__body")
    return (invitation_standing(one) for one in waiting.order_by("id"))
