"""The year on pages and in calendars: read back as a program does, and without names of persons."""

import re
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.test import Client
from icalendar import Calendar, Event

from tests.factories import NOBODY
from tests.helpers.queries import assert_same_queries
from tests.web.world import World
from wijkaanzet.areas.models import Area
from wijkaanzet.cycle.queries import feed_token
from wijkaanzet.demo.build import START
from wijkaanzet.kernel import clock
from wijkaanzet.kernel.models import Municipality, OpenMove
from wijkaanzet.networks import operations as networks
from wijkaanzet.networks.models import Meeting, Network
from wijkaanzet.people import operations as people
from wijkaanzet.people.models import Membership, User
from wijkaanzet.people.rules import Role
from wijkaanzet.web.calendar.ical import Entry, calendar_file

TODAY = START.date()
ZONE = ZoneInfo("Europe/Amsterdam")
NETWORK = "/tilburg/netwerken/wijknetwerk/bijeenkomsten.ics"

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def demo(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    """The demo on the day it starts."""
    monkeypatch.setattr(clock, "now", lambda: START)


def tilburg() -> Municipality:
    return Municipality.objects.get(slug="tilburg")


def own_feed(user: User) -> str:
    return f"/tilburg/aan-zet/agenda/{feed_token(tilburg(), user_id=user.pk)}.ics"


def read(path: str) -> dict[str, Event]:
    """The entries of a calendar by what they are called."""
    answer = Client().get(path)
    assert answer.status_code == 200
    assert answer["Content-Type"] == "text/calendar; charset=utf-8"
    return {str(one["summary"]): one for one in events(answer.content)}


def events(content: bytes) -> Iterator[Event]:
    for one in Calendar.from_ical(content).walk("VEVENT"):
        assert isinstance(one, Event)
        yield one


def starts(event: Event) -> date | datetime:
    found = event.decoded("dtstart")
    assert isinstance(found, date)
    return found


def meeting(starts_at: datetime, *, place: str = "Buurthuis; zaal 2, achter") -> Meeting:
    network = Network.objects.get(body__key="wijknetwerk", body__municipality=tilburg())
    new = networks.NewMeeting(starts_at=starts_at, place=place)
    planned = networks.plan_meeting(network, new=new, actor=NOBODY, at=START)
    return networks.invite(planned, actor=NOBODY, at=START)


class TestFile:
    """No database: what is written comes back as it was."""

    WORDS = "Vergadering; met een komma, een \\ en een\nnieuwe regel: “é” 🙂 " * 12

    @pytest.mark.parametrize("words", ["kort", WORDS, "BEGIN:VEVENT\r\nEND:VCALENDAR", "x" * 5_000])
    def test_comes_back_with_every_sign_and_folds_its_lines(self, words: str):
        entry = Entry(uid="een", title=words, starts=TODAY, text=words, place=words, href="https://proef.example/?a=1")
        content = calendar_file(words, [entry], host="proef.example", made_at=START)
        assert all(len(line) <= 75 for line in content.split(b"\r\n"))
        (event,) = events(content)
        same = words.replace("\r\n", "\n")
        assert [str(event[key]) for key in ("summary", "description", "location")] == [same] * 3
        assert (str(event["uid"]), str(event["url"])) == ("een@proef.example", "https://proef.example/?a=1")

    @pytest.mark.parametrize(
        ("day", "offset"),
        [(date(2017, 10, 28), 2), (date(2017, 10, 29), 1), (date(2018, 3, 24), 1), (date(2018, 3, 25), 2)],
    )
    def test_tells_the_clock_of_the_netherlands_in_summer_and_winter(self, day: date, offset: int):
        at = datetime(day.year, day.month, day.day, 19, 30, tzinfo=ZONE)
        content = calendar_file("Proef", [Entry(uid="een", title="Avond", starts=at)], host="proef", made_at=START)
        assert f"DTSTART;TZID=Europe/Amsterdam:{day:%Y%m%d}T193000".encode() in content
        (event,) = events(content)
        found = starts(event)
        assert isinstance(found, datetime)
        assert found.utcoffset() == timedelta(hours=offset)
        assert b"BEGIN:VTIMEZONE\r\nTZID:Europe/Amsterdam" in content

    def test_what_is_called_off_says_so_and_a_whole_day_keeps_nobody_busy(self):
        entries = [
            Entry(uid="een", title="Af", starts=START, off=True),
            Entry(uid="twee", title="Dag", starts=TODAY),
        ]
        off, day = events(calendar_file("Proef", entries, host="proef", made_at=START))
        assert (str(off["status"]), str(off["transp"])) == ("CANCELLED", "OPAQUE")
        assert (str(day["status"]), str(day["transp"])) == ("CONFIRMED", "TRANSPARENT")
        assert b"DTSTART;VALUE=DATE:20171002" in day.to_ical()


class TestOfANetwork:
    def test_everybody_reads_when_it_meets_and_where(self):
        meeting(datetime(2017, 11, 7, 19, 30, tzinfo=ZONE))
        found = [one for one in events(Client().get(NETWORK).content) if str(one["uid"]).startswith("meeting-")]
        evening = next(one for one in found if starts(one).month == 11 and starts(one).day == 7)
        assert starts(evening) == datetime(2017, 11, 7, 19, 30, tzinfo=ZONE)
        assert str(evening["location"]) == "Buurthuis; zaal 2, achter"

    def test_what_is_planned_and_not_invited_to_yet_is_not_there(self):
        before = len(list(events(Client().get(NETWORK).content)))
        network = Network.objects.get(body__key="wijknetwerk")
        networks.plan_meeting(network, new=networks.NewMeeting(starts_at=START), actor=NOBODY, at=START)
        assert len(list(events(Client().get(NETWORK).content))) == before

    def test_what_is_called_off_stays_and_says_so(self):
        off = meeting(START + timedelta(days=3))
        networks.cancel(off, actor=NOBODY, at=START)
        (found,) = [one for one in events(Client().get(NETWORK).content) if off.public_id in str(one["uid"])]
        assert str(found["status"]) == "CANCELLED"

    def test_of_another_municipality_is_not_there(self):
        assert Client().get(NETWORK.replace("tilburg", "oude-ijsselstreek")).status_code == 404


class TestOwn:
    def test_holds_what_is_asked_with_its_day_the_meetings_and_the_year(self, world: World):
        user = world.here[Role.COORDINATOR]
        held = Membership.objects.get(user=user)
        OpenMove.objects.all().delete()
        OpenMove.objects.create(
            municipality=tilburg(), subject_kind="cycle.area_year", subject_id=900_001, state="budget",
            role=Role.COORDINATOR, scope_kind="area", scope_id=held.area_id or 0, action="cycle.open_plan",
            due_on=date(2017, 10, 20),
        )  # fmt: skip
        evening = meeting(START + timedelta(days=10))
        found = list(events(Client().get(own_feed(user)).content))
        kinds = {str(one["uid"]).split("-")[0] for one in found}
        assert kinds == {"move", "meeting", "year"}
        (asked,) = [one for one in found if str(one["uid"]).endswith("cycle.open_plan@testserver")]
        assert starts(asked) == date(2017, 10, 20)
        assert [one for one in found if evening.public_id in str(one["uid"])]
        assert len({str(one["uid"]) for one in found}) == len(found)

    def test_an_id_is_the_same_every_time(self, world: World):
        path = own_feed(world.here[Role.COORDINATOR])
        first, again = ([str(one["uid"]) for one in events(Client().get(path).content)] for _time in range(2))
        assert first == again

    def test_names_no_person(self, world: World):
        user = world.here[Role.COORDINATOR]
        network = Network.objects.get(body__key="wijknetwerk", body__municipality=tilburg())
        named = networks.Named(name="Roerdomp Kwikstaart", email="kwikstaart@voorbeeld.nl")
        joining = networks.Joining(named=named, seat=None, as_resident=True)
        networks.take_seat(network, joining=joining, actor=NOBODY, at=START)
        content = Client().get(own_feed(user)).content.decode()
        assert not [one for one in ("Roerdomp", "kwikstaart", user.username) if one in content.replace("\r\n ", "")]

    @pytest.mark.parametrize("token", ["verzonnen", "x" * 500, "é"])
    def test_a_made_up_address_is_not_there(self, token: str):
        assert Client().get(f"/tilburg/aan-zet/agenda/{token}.ics").status_code == 404

    def test_a_closed_account_and_another_municipality_have_none(self, world: World):
        path = own_feed(world.here[Role.COORDINATOR])
        assert Client().get(path.replace("tilburg", "oude-ijsselstreek")).status_code == 404
        people.close_account(world.here[Role.COORDINATOR], actor=NOBODY, at=START)
        assert Client().get(path).status_code == 404

    def test_is_kept_by_no_proxy(self, world: World):
        assert "no-store" in Client().get(own_feed(world.here[Role.COORDINATOR]))["Cache-Control"]


class TestYear:
    @pytest.mark.parametrize("path", ["/tilburg/jaar/", "/tilburg/wijken/noord/jaar/"])
    def test_shows_the_wheel_and_what_comes_round_in_this_year_and_the_next(self, path: str):
        page = Client().get(path).content.decode()
        assert page.count('<g class="wz-now">') == 1
        assert re.findall(r"<h2[^>]*>(\d{4})</h2>", page) == ["2017", "2018"]
        days = re.findall(r'<time datetime="(\d{4}-\d\d-\d\d)"', page)
        assert len(days) > 6
        assert days == sorted(days)

    def test_of_a_neighbourhood_has_the_meetings_of_its_networks_and_its_calendar(self):
        evening = meeting(START + timedelta(days=10))
        off = meeting(START + timedelta(days=11))
        networks.cancel(off, actor=NOBODY, at=START)
        page = Client().get("/tilburg/wijken/noord/jaar/").content.decode()
        assert evening.public_id in page
        assert off.public_id not in page
        assert f'href="{NETWORK}"' in page

    def test_costs_the_same_with_more_meetings(self, client: Client):
        meeting(START + timedelta(days=10))
        grow = [START + timedelta(days=20 + n) for n in range(5)]
        assert_same_queries(client, "/tilburg/wijken/noord/jaar/", lambda: [meeting(one) for one in grow], at_most=15)

    def test_is_reached_from_the_neighbourhood_with_what_comes_next(self):
        page = Client().get("/tilburg/wijken/noord/").content.decode()
        assert 'href="/tilburg/wijken/noord/jaar/"' in page
        assert 'href="/tilburg/jaar/"' in Client().get("/tilburg/").content.decode()

    def test_before_the_first_year_there_is_no_wheel(self):
        Area.objects.filter(division__municipality__slug="oude-ijsselstreek").update(slug="noord")
        assert Client().get("/tilburg/wijken/nergens/jaar/").status_code == 404
