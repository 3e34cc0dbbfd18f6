"""The networks of the demo: who sits at the table, a meeting that was held, one that is to come, and what was agreed.

All of it stands in the file `<municipality>-networks.toml` and goes through operations, day after day.
"""

import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time
from functools import partial
from pathlib import Path
from typing import Any, Final

from wijkaanzet.areas.models import Area, Division
from wijkaanzet.demo.profile import AMSTERDAM, morning
from wijkaanzet.kernel.actors import Actor
from wijkaanzet.networks import operations as networks
from wijkaanzet.networks.models import Agreement, Meeting, Member, Network, Seat
from wijkaanzet.networks.rules import (
    AgendaLine,
    AgreementStatus,
    CardGroup,
    Described,
    Named,
    NewAgreement,
    NewSeat,
    SeatKind,
)
from wijkaanzet.people.models import Body, Organisation
from wijkaanzet.people.rules import Role

DATA: Final = Path(__file__).parent / "data"
EVENING: Final = time(19, 30)

Told = Mapping[str, Any]
Acts = list[tuple[date, Callable[[], object]]]


def networks_in(slug: str) -> tuple[Told, ...]:
    """What the file tells of each network of a municipality; the first is the one of its personas."""
    return tuple(tomllib.loads((DATA / f"{slug}-networks.toml").read_text(encoding="utf-8"))["network"])


def meet_all(place: Division, actors: Mapping[Role, Actor]) -> None:
    """Let every network of the file open and meet, in the order of the days."""
    areas = {one.slug: one for one in place.areas.select_related("division__municipality").order_by("code")}
    acts: Acts = []
    for one in networks_in(place.municipality.slug):
        acts += _Table(areas[one["area"]], actors[Role.COORDINATOR], one).acts()
    for _day, act in sorted(acts, key=lambda one: one[0]):
        act()


@dataclass
class _Table:
    """One network, and who sits there so far."""

    area: Area
    coordinator: Actor
    told: Told
    seats: dict[str, Seat] = field(default_factory=dict)
    members: dict[str, Member] = field(default_factory=dict)

    def acts(self) -> Acts:
        """What happens on which day."""
        found: Acts = [(self.told["opened"], self._open)]
        for one in self.told.get("meeting", ()):
            found += _Evening(self, one).acts()
        return found

    @property
    def network(self) -> Network:
        """As it is now."""
        town = self.area.division.municipality
        return Network.objects.get(body__municipality=town, body__key=self.told["key"])

    def _open(self) -> None:
        at, town = morning(self.told["opened"]), self.area.division.municipality
        described = Described(
            name=self.told["name"],
            purpose=self.told.get("purpose", ""),
            meeting_place=self.told.get("meeting_place", ""),
        )
        body = Body.objects.filter(municipality=town, key=self.told["key"]).first()
        if body is None:
            network = networks.open_network(self.area, new=described, actor=self.coordinator, at=at)
        else:
            network = networks.hang_sign(body, described=described, actor=self.coordinator, at=at)
        for one in self.told["seats"]:
            self._seat(network, one, at=at)
        for one in self.told["members"]:
            self._join(network, one, at=at)

    def _seat(self, network: Network, one: Told, *, at: datetime) -> None:
        self.seats[one["name"]] = networks.add_seat(
            network,
            new=NewSeat(name=one["name"], kind=SeatKind(one["kind"])),
            organisation=self._organisation(one),
            actor=self.coordinator,
            at=at,
        )

    def _join(self, network: Network, one: Told, *, at: datetime) -> None:
        joining = networks.Joining(
            named=Named(name=one["name"], phone=one.get("phone", "")),
            seat=self.seats.get(one.get("seat", "")),
            seat_until=one.get("seat_until"),
            as_resident=one.get("resident", False),
            organisation=self._organisation(one),
        )
        member = networks.take_seat(network, joining=joining, actor=self.coordinator, at=at)
        self.members[one["name"]] = member
        if one.get("leads"):
            networks.let_lead(network, member=member, actor=self.coordinator, at=at)

    def _organisation(self, one: Told) -> Organisation | None:
        if "organisation" not in one:
            return None
        return Organisation.objects.get(municipality=self.area.division.municipality, name=one["organisation"])


@dataclass
class _Evening:
    """One meeting of a network, from its plan as far as it came."""

    table: _Table
    told: Told
    public_id: str = ""

    def acts(self) -> Acts:
        """What happens on which day."""
        steps: dict[str, Callable[[], object]] = {
            "planned": self._plan,
            "invited": self._invite,
            "held": self._hold,
            "reported": self._report,
            "counted": self._count,
        }
        found = [(self.told[day], act) for day, act in steps.items() if day in self.told]
        settled = [one for one in self.told.get("agreements", ()) if "done" in one]
        return found + [(one["done"], partial(self._settle, one)) for one in settled]

    @property
    def meeting(self) -> Meeting:
        """As it is now."""
        return Meeting.objects.select_related("network__body__municipality").get(public_id=self.public_id)

    def _plan(self) -> None:
        at, actor = morning(self.told["planned"]), self.table.coordinator
        new = networks.NewMeeting(
            starts_at=datetime.combine(self.told["on"], EVENING, tzinfo=AMSTERDAM), place=self.told.get("place", "")
        )
        meeting = networks.plan_meeting(self.table.network, new=new, actor=actor, at=at)
        self.public_id = meeting.public_id
        lines = [AgendaLine(title=one["title"], note=one.get("note", "")) for one in self.told["agenda"]]
        networks.set_agenda(meeting, lines=lines, actor=actor, at=at)

    def _invite(self) -> None:
        networks.invite(self.meeting, actor=self.table.coordinator, at=morning(self.told["invited"]))

    def _hold(self) -> None:
        attended = networks.Attended(
            members={self.table.members[name].pk for name in self.told["came"]},
            others_residents=self.told["other_residents"],
            others_professionals=self.told["other_professionals"],
        )
        networks.hold(self.meeting, attended=attended, actor=self.table.coordinator, at=morning(self.told["held"]))

    def _count(self) -> None:
        cards = {CardGroup(group): count for group, count in self.told["cards"].items()}
        at = morning(self.told["counted"])
        networks.count_cards(self.meeting, cards=cards, actor=self.table.coordinator, at=at)

    def _report(self) -> None:
        meeting = self.meeting
        outcomes = {one["title"]: one["outcome"] for one in self.told["agenda"] if "outcome" in one}
        reported = networks.Reported(
            minutes=self.told["minutes"],
            outcomes={item.pk: outcomes[item.title] for item in meeting.items.all() if item.title in outcomes},
            agreements=[
                NewAgreement(text=one["text"], by_whom=one["by_whom"], look_again_on=one.get("look_again"))
                for one in self.told["agreements"]
            ],
        )
        at = morning(self.told["reported"])
        networks.report(meeting, reported=reported, actor=self.table.coordinator, at=at)

    def _settle(self, one: Told) -> None:
        networks.settle_agreement(
            Agreement.objects.get(meeting=self.meeting, text=one["text"]),
            status=AgreementStatus.DONE,
            what_became=one["became"],
            actor=self.table.coordinator,
            at=morning(one["done"]),
        )
