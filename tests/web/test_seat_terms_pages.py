"""A term of a seat and who leads the talk, over HTTP: for who keeps the network, and never in public."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.test import Client

from tests.conftest import AT
from tests.factories import ARRANGEMENT, install
from tests.networks.table import MEETING_ON, NAME, Table, later
from tests.web.division_town import browser
from tests.web.network_pages import WHO, Page, at, of, refused, send_agenda, text
from wijkaanzet.kernel import clock
from wijkaanzet.networks import operations as networks
from wijkaanzet.networks import queries
from wijkaanzet.networks.models import Member, Seat
from wijkaanzet.networks.rules import MEMBER

pytestmark = pytest.mark.django_db
LEADS = "gespreksleider/"
HELP = "Alleen als het netwerk dit zelf heeft afgesproken, ook bij een bewoner."
TODAY = AT.date()
PARTS = ("day", "month", "year")


def sits(table: Table, seat: Seat, until: date) -> Member:
    """Somebody who takes a seat up to a day."""
    joining = networks.Joining(named=networks.Named(name=NAME), seat=seat, as_resident=True, seat_until=until)
    return networks.take_seat(table.network, joining=joining, actor=table.coordinator, at=AT)


def told(name: str, seat: Seat | None = None, until: date | tuple[str, str, str] | None = None) -> dict[str, str]:
    """What is filled in about somebody who takes part."""
    parts = (str(until.day), str(until.month), str(until.year)) if isinstance(until, date) else until or ("", "", "")
    days = {f"seat_until_{name}": part for name, part in zip(PARTS, parts, strict=True)}
    return {"name": name, "behalf": "resident", "seat": str(seat.pk) if seat else "", **days}


def choose(client: Client, table: Table, member: Member | None, *, seen: str | None = None) -> Page:
    """Say who leads the talk, after reading who does."""
    mark = queries.mark_of_leading(queries.who_leads(table.network)) if seen is None else seen
    return client.post(at(table, LEADS), {"leads": str(member.pk) if member else "", "seen": mark})


class TestTerm:
    def test_somebody_joins_with_one_and_it_is_put_right(self, table: Table, coordinator: Client):
        seat = table.seat("huisarts")
        assert coordinator.post(at(table, "deelnemers/"), told(NAME, seat, date(2019, 12, 31))).status_code == 302
        assert "Op deze zetel tot en met 31 december 2019" in text(coordinator, at(table, "deelnemers/"))
        member = Member.objects.get()
        path = at(table, f"deelnemers/{member.pk}/wijzigen/")
        assert coordinator.get(path).context["form"]["seat_until"].value() == date(2019, 12, 31)
        sent = {**told(NAME, seat, date(2020, 6, 30)), "seen": queries.mark_of_member(member)}
        assert coordinator.post(path, sent).status_code == 302
        assert Member.objects.get().seat_until == date(2020, 6, 30)
        stale = coordinator.post(path, {**sent, **told(NAME, seat)})
        assert refused(stale, "member_changed")
        (now,) = [point for point in stale.context["page"].points if "huisarts" in point]
        assert "tot en met 30 juni 2020" in now

    def test_it_is_not_asked_where_there_is_no_seat(self, table: Table, coordinator: Client):
        assert HELP not in text(coordinator, at(table, "deelnemers/"))
        assert coordinator.post(at(table, "deelnemers/"), told(NAME)).status_code == 302
        table.seat()
        assert HELP in text(coordinator, at(table, "deelnemers/"))

    @pytest.mark.done("6.bad-input")
    @pytest.mark.parametrize(
        ("with_seat", "until", "status"),
        [
            (False, TODAY, 409),
            (True, date(1900, 1, 1), 409),
            (True, date(9999, 12, 31), 409),
            (True, ("31", "2", "2018"), 422),
            (True, ("1", "", ""), 422),
            (True, ("<script>", "9" * 5000, "🎈"), 422),
        ],
    )
    def test_what_is_not_right_is_said_beside_it_and_nothing_is_lost(
        self, table: Table, coordinator: Client, with_seat: bool, until: Any, status: int
    ):
        seat = table.seat()
        sent = told(NAME, seat if with_seat else None, until)
        answer = coordinator.post(at(table, "deelnemers/"), sent)
        form = answer.context["form"]
        assert (answer.status_code, list(form.errors), Member.objects.count()) == (status, ["seat_until"], 0)
        assert form["seat_until"].value() == [sent[f"seat_until_{part}"] for part in PARTS]

    def test_the_municipality_proposes_a_day_and_nothing_is_filled_in(self, table: Table, coordinator: Client):
        seat = table.seat()
        assert "In deze gemeente is dat meestal" not in text(coordinator, at(table, "deelnemers/"))
        own = ARRANGEMENT.replace('"yearly"', '"yearly", seat_months = 24').replace("2016-01-01", "2017-09-01")
        install(own)
        usual = "In deze gemeente is dat meestal tot en met 1 oktober 2019."
        assert usual in text(coordinator, at(table, "deelnemers/"))
        assert coordinator.get(at(table, "deelnemers/")).context["form"]["seat_until"].value() is None
        member = sits(table, seat, date(2017, 12, 31))
        follows = "In deze gemeente is dat meestal tot en met 31 december 2019."
        assert follows in text(coordinator, at(table, f"deelnemers/{member.pk}/wijzigen/"))

    @pytest.mark.parametrize(
        ("months", "until", "proposed"),
        [
            (12, date(2017, 9, 30), "1 oktober 2018"),  # that term is over: the next one begins today
            (12, date(2017, 10, 31), "31 oktober 2018"),
            (120, date(2017, 12, 31), "31 december 2027"),
            (120, date(2018, 12, 31), ""),  # further than a day that the form takes
        ],
    )
    def test_the_day_that_is_proposed_is_one_that_can_be_filled_in(
        self, table: Table, coordinator: Client, months: int, until: date, proposed: str
    ):
        install(
            ARRANGEMENT.replace('"yearly"', f'"yearly", seat_months = {months}').replace("2016-01-01", "2017-09-01")
        )
        member = sits(table, table.seat(), date(2017, 12, 31))
        type(member).objects.filter(pk=member.pk).update(seat_until=until)
        page = text(coordinator, at(table, f"deelnemers/{member.pk}/wijzigen/"))
        said = "In deze gemeente is dat meestal"
        assert (f"{said} tot en met {proposed}." in page) if proposed else (said not in page)

    @pytest.mark.parametrize(
        ("days", "said"),
        [
            (57, "Op deze zetel tot en met 28 november 2017"),
            (56, "De termijn van deze zetel eindigt op 27 november 2017. Praat samen over wie er verder gaat."),
            (0, "De termijn van deze zetel eindigt op 2 oktober 2017. Praat samen over wie er verder gaat."),
        ],
    )
    def test_who_keeps_the_network_reads_that_it_comes_near(
        self, table: Table, coordinator: Client, days: int, said: str
    ):
        sits(table, table.seat(), TODAY + timedelta(days=days))
        for page in ("deelnemers/", "tafel/"):
            assert said in text(coordinator, at(table, page))

    def test_afterwards_the_words_stay_calm_and_the_seat_stays_taken(
        self, table: Table, coordinator: Client, monkeypatch: pytest.MonkeyPatch
    ):
        sits(table, table.seat(), TODAY)
        monkeypatch.setattr(clock, "now", lambda: later(200))
        read = text(coordinator, at(table, "deelnemers/"))
        assert "liep tot en met 2 oktober 2017. Praat samen over wie er verder gaat." in read
        assert not [word for word in ("te laat", "verlopen", "overschreden") if word in read]
        assert "bezet" in text(Client(), at(table))

    def test_it_comes_on_the_agenda_when_it_is_ticked(self, table: Table, coordinator: Client):
        until = MEETING_ON.date() + timedelta(days=30)
        member = sits(table, table.seat("huisarts"), until)
        meeting = table.planned()
        key = f"waits-{MEMBER}-{member.pk}"
        (one,) = coordinator.get(of(meeting, "agenda/")).context["page"].box.suggestions
        title = "De termijn van de zetel huisarts eindigt op 22 november 2017. Wie gaat verder?"
        assert (one.label, one.facts) == (title, ())
        assert send_agenda(coordinator, meeting, **{key: "on"}).status_code == 302
        item = meeting.items.get()
        assert (item.title, item.subject_kind, item.subject_id) == (title, MEMBER, member.pk)
        assert coordinator.get(of(meeting, "agenda/")).context["page"].box.suggestions == ()
        networks.invite(meeting, actor=table.coordinator, at=AT)
        read = text(Client(), of(meeting))
        assert title in read
        assert NAME not in read
        assert at(table, "deelnemers/") not in Client().get(of(meeting)).content.decode()
        assert Client().get(of(meeting, "agenda.pdf")).status_code == 200


class TestLeading:
    def test_somebody_is_chosen_and_another_takes_over(self, table: Table, coordinator: Client):
        merel, wouter = table.member("Merel"), table.member("Wouter", seat=table.seat("huisarts"))
        assert f'href="{at(table, LEADS)}"' in coordinator.get(at(table, "deelnemers/")).content.decode()
        form = coordinator.get(at(table, LEADS)).context["form"]
        assert [str(label) for _value, label in form["leads"].field.choices] == [
            "Niemand in het bijzonder",
            "Merel",
            "Wouter · huisarts",
        ]
        for chosen in (merel, wouter, None):
            assert choose(coordinator, table, chosen)["Location"] == at(table, "deelnemers/")
            people = coordinator.get(at(table, "deelnemers/")).context["page"].people
            assert [one.name for one in people if one.leads] == (
                [chosen and queries.named_of(chosen).name] if chosen else []
            )
            assert coordinator.get(at(table, LEADS)).context["form"]["leads"].value() == str(
                chosen.pk if chosen else ""
            )

    def test_without_anybody_there_is_nobody_to_choose(self, table: Table, coordinator: Client):
        assert at(table, LEADS) not in coordinator.get(at(table, "deelnemers/")).content.decode()
        assert coordinator.get(at(table, LEADS)).status_code == 200

    def test_what_somebody_else_chose_meanwhile_is_said(self, table: Table, coordinator: Client):
        merel, wouter = table.member("Merel"), table.member("Wouter")
        choose(coordinator, table, merel)
        answer = choose(coordinator, table, wouter, seen=queries.mark_of_leading(None))
        assert refused(answer, "changed_meanwhile")
        assert "Merel" in str(answer.context["form"].errors["leads"])
        assert queries.who_leads(table.network) == merel
        again = str(answer.context["form"]["seen"])
        assert queries.mark_of_leading(merel) in again

    @pytest.mark.done("6.bad-input")
    @pytest.mark.parametrize("leads", ["0", "-1", "é" * 100_000, "<script>"])
    def test_who_is_not_in_the_list_is_not_chosen(self, table: Table, coordinator: Client, leads: str):
        table.member()
        answer = coordinator.post(at(table, LEADS), {"leads": leads})
        assert (answer.status_code, list(answer.context["form"].errors)) == (422, ["leads"])
        assert queries.who_leads(table.network) is None

    def test_who_takes_part_elsewhere_is_not_in_the_list(self, table: Table, coordinator: Client):
        other = networks.open_network(
            table.area, new=networks.Described(name="Jong in Zuid"), actor=table.officer, at=AT
        )
        assert choose(coordinator, table, table.member(network=other)).status_code == 422

    def test_only_who_keeps_the_network_reads_and_chooses(self, table: Table):
        member = table.member()
        statuses = {who: browser(getattr(table, who)).get(at(table, LEADS)).status_code for who in WHO}
        assert {who for who, status in statuses.items() if status == 200} == {"coordinator", "area_manager"}
        assert choose(browser(table.sits), table, member).status_code == 404
        assert choose(Client(), table, member).status_code == 404
        assert queries.who_leads(table.network) is None

    def test_nobody_else_reads_who_it_is(self, table: Table, coordinator: Client):
        choose(coordinator, table, table.member())
        meeting = table.invited()
        for path in (at(table), of(meeting), at(table, "wie-doet-mee/")):
            read = text(Client(), path)
            assert not [word for word in (NAME, "gespreksleider") if word in read]
