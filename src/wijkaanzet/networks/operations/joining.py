"""Inviting somebody to take part by a code, and taking part with it: in a letter or a link, with an account or none."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import transaction
from django.utils.timezone import localdate

from wijkaanzet.arrangements import queries as arrangements
from wijkaanzet.kernel import moves, open_moves
from wijkaanzet.kernel.actors import Actor
from wijkaanzet.kernel.codes import code_hash, new_code
from wijkaanzet.kernel.sealed import seal_words
from wijkaanzet.networks import queries
from wijkaanzet.networks.models import Invitation, Member, Network, Seat
from wijkaanzet.networks.operations.seating import Joining, sit_down_with_code
from wijkaanzet.networks.operations.writing import locked_network, log_invitation
from wijkaanzet.networks.queries import INVITATION_SEAL
from wijkaanzet.networks.rules import INVITATION, ForWhom, InvitationStatus, Named
from wijkaanzet.networks.rules.joining import check_over, check_room, check_waiting, fitting_for_whom
from wijkaanzet.people.models import Organisation, User


@dataclass(frozen=True, kw_only=True)
class Asked:
    """Who is asked to take part, and what is offered: a seat or none, as a resident or for an organisation."""

    for_whom: ForWhom
    seat: Seat | None = None
    organisation: Organisation | None = None


@transaction.atomic
def invite_to_join(network: Network, *, asked: Asked, actor: Actor, at: datetime) -> Invitation:
    """Make a code with which somebody can take part, once, up to the day on which it lapses.

    How long that is follows from the term for advice (days). Raises Refused: ("invitations_too_many"),
    ("resident_for_organisation"), ("network_words_too_long"), ("other_tenant"), ("seat_elsewhere"), ("seat_ended"),
    ("seat_taken").
    """
    network, today = locked_network(network), localdate(at)
    check_room(queries.waiting_in(network))
    for_whom = fitting_for_whom(asked.for_whom, has_organisation=asked.organisation is not None)
    days = arrangements.nearest(network.body.municipality, on=today).terms.advise_days
    code = new_code()
    invitation = Invitation.objects.create(
        network=network,
        seat=queries.free_seat(network, asked.seat),
        organisation=queries.own_organisation(asked.organisation, network=network),
        as_resident=for_whom.as_resident,
        code_hash=code_hash(code),
        kept=seal_words({"code": code, "for_whom": for_whom.words}, purpose=INVITATION_SEAL),
        status=InvitationStatus.WAITING,
        made_on=today,
        lapses_on=today + timedelta(days=days),
    )
    log_invitation(invitation, act="made", actor=actor, at=at)
    _follow(invitation)
    return invitation


@transaction.atomic
def join(invitation: Invitation, *, named: Named, user: User | None = None, actor: Actor, at: datetime) -> Member:
    """Take part with the code of an invitation, with an own account or without; whom it was for is forgotten.

    When the seat was taken meanwhile, who joins has none. Who is in the list already by this name and address is not
    listed twice, and that is told to nobody: see `sit_down_with_code`.
    Raises Refused: ("invitation_used"), ("invitation_over"), ("member_without_name"), ("member_email"),
    ("member_phone"), ("network_words_too_long"), ("member_already").
    """
    locked_network(invitation.network)
    invitation = _locked(invitation)
    check_waiting(InvitationStatus(invitation.status), lapses_on=invitation.lapses_on, today=localdate(at))
    joining = Joining(
        named=named,
        seat=invitation.seat if queries.is_free(invitation.seat) else None,
        as_resident=invitation.as_resident,
        organisation=invitation.organisation,
        user=user,
    )
    invitation.member = sit_down_with_code(invitation.network, joining=joining, actor=actor, at=at)
    _settle(invitation, InvitationStatus.ACCEPTED, act="accepted", actor=actor, at=at)
    return invitation.member


@transaction.atomic
def end_invitation(invitation: Invitation, *, actor: Actor, at: datetime) -> Invitation:
    """Let an invitation go: its code works no more. Raises Refused("invitation_settled")."""
    invitation = _locked(invitation)
    check_over(InvitationStatus(invitation.status))
    _settle(invitation, InvitationStatus.OVER, act="ended", actor=actor, at=at)
    return invitation


def _settle(invitation: Invitation, status: InvitationStatus, *, act: str, actor: Actor, at: datetime) -> None:
    invitation.status, invitation.kept = status, None
    invitation.save(update_fields=["status", "kept", "member"])
    log_invitation(invitation, act=act, actor=actor, at=at)
    _follow(invitation)


def _locked(invitation: Invitation) -> Invitation:
    rows = queries.whole_invitations(Invitation.objects.select_for_update(of=("self",)))
    return rows.get(pk=invitation.pk)


def _follow(invitation: Invitation) -> None:
    municipality = invitation.network.body.municipality
    process = moves.PROCESSES[INVITATION]
    open_moves.follow(queries.invitation_standing(invitation), process=process, municipality=municipality)
