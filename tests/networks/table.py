"""A town with a network around a table: what the tests of networks start from."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from tests.conftest import AT
from tests.factories import NOBODY, AreaFactory, DivisionFactory, install, somebody
from wijkaanzet.areas.models import Area
from wijkaanzet.kernel.actors import Actor, Channel
from wijkaanzet.kernel.models import Municipality, OpenMove
from wijkaanzet.kernel.refusals import Refused
from wijkaanzet.networks import operations as networks
from wijkaanzet.networks.models import Agreement, Meeting, Member, Network, Seat
from wijkaanzet.networks.rules import PROCESS, MeetingStatus, SeatKind
from wijkaanzet.people.models import Organisation, User
from wijkaanzet.people.rules import Role

VISITOR = Actor(user_id=None, channel=Channel.WEB)
NAME, EMAIL, PHONE = "Roerdomp Kwikstaart", "kwikstaart@voorbeeld.nl", "013 123 45 67"
PLANTED = ("Roerdomp", "kwikstaart@", "123 45 67")
"""What points at a member: nowhere else in the house."""
MEETING_ON = AT + timedelta(days=21)


def later(days: int) -> datetime:
    """The moment that many days after the tests begin."""
    return AT + timedelta(days=days)


def move_of(meeting: Meeting) -> OpenMove | None:
    """Whose move a meeting is."""
    return OpenMove.objects.filter(subject_kind=PROCESS, subject_id=meeting.pk).first()


def refused_key(refused: Refused) -> tuple[str, dict[str, object]]:
    """What was refused, with what."""
    return refused.key, refused.parameters


@dataclass(frozen=True)
class Table:
    """A network that is only a name, a coordinator and a table, with who could come and who keeps it."""

    municipality: Municipality
    area: Area
    other_area: Area
    network: Network
    coordinator: Actor
    area_manager: Actor
    officer: Actor
    sits: Actor
    """Has the role of a member of the network."""
    elsewhere: Actor
    """The coordinator of the other area."""

    def seat(self, name: str = "bewoner", *, kind: SeatKind = SeatKind.DEFAULT, network: Network | None = None) -> Seat:
        """A free seat."""
        new = networks.NewSeat(name=name, kind=kind)
        return networks.add_seat(network or self.network, new=new, actor=self.coordinator, at=AT)

    def member(
        self,
        name: str = NAME,
        *,
        email: str = "",
        seat: Seat | None = None,
        user: User | None = None,
        organisation: Organisation | None = None,
        network: Network | None = None,
        at: datetime = AT,
    ) -> Member:
        """Somebody who takes part, as a resident unless for an organisation."""
        joining = networks.Joining(
            named=networks.Named(name=name, email=email),
            seat=seat,
            as_resident=organisation is None,
            organisation=organisation,
            user=user,
        )
        return networks.take_seat(network or self.network, joining=joining, actor=self.coordinator, at=at)

    def planned(self, *, starts_at: datetime = MEETING_ON, network: Network | None = None) -> Meeting:
        """A meeting in the community centre."""
        new = networks.NewMeeting(starts_at=starts_at, place="Buurthuis")
        return networks.plan_meeting(network or self.network, new=new, actor=self.coordinator, at=AT)

    def invited(self, *, starts_at: datetime = MEETING_ON, network: Network | None = None) -> Meeting:
        """A meeting to which people are invited."""
        return networks.invite(self.planned(starts_at=starts_at, network=network), actor=self.coordinator, at=AT)

    def held(self, *, starts_at: datetime = MEETING_ON, attended: networks.Attended | None = None) -> Meeting:
        """A meeting that was held; by nobody unless told otherwise."""
        meeting = self.invited(starts_at=starts_at)
        attended = attended or networks.Attended()
        return networks.hold(meeting, attended=attended, actor=self.coordinator, at=starts_at)

    def agreed(self, agreements: Sequence[networks.NewAgreement]) -> list[Agreement]:
        """What a meeting that was reported agreed."""
        reported = networks.Reported(agreements=agreements)
        meeting = networks.report(self.held(), reported=reported, actor=self.coordinator, at=MEETING_ON)
        return list(meeting.agreements.order_by("id"))

    def brought_to(self, status: MeetingStatus) -> Meeting:
        """A meeting in a status."""
        if status is MeetingStatus.PLANNED:
            return self.planned()
        if status is MeetingStatus.INVITED:
            return self.invited()
        if status is MeetingStatus.CANCELLED:
            return networks.cancel(self.invited(), actor=self.coordinator, at=AT)
        held = self.held()
        if status is MeetingStatus.HELD:
            return held
        reported = networks.Reported(minutes="Kort.")
        return networks.report(held, reported=reported, actor=self.coordinator, at=MEETING_ON)


def lay_table() -> Table:
    """Proefstad with a network and the people around it."""
    municipality = install().municipality
    division = DivisionFactory.create(municipality=municipality)
    area, other_area = AreaFactory.create_batch(2, division=division)
    network = networks.open_network(area, new=networks.Described(name="Tafel van Zuid"), actor=NOBODY, at=AT)
    return Table(
        municipality=municipality,
        area=area,
        other_area=other_area,
        network=network,
        coordinator=somebody(Role.COORDINATOR, municipality, scope=area),
        area_manager=somebody(Role.AREA_MANAGER, municipality, scope=area),
        officer=somebody(Role.POLICY_OFFICER, municipality),
        sits=somebody(Role.NETWORK_MEMBER, municipality, scope=network.body),
        elsewhere=somebody(Role.COORDINATOR, municipality, scope=other_area),
    )
