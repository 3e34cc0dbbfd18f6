"""Who came of the people who take part is put right on the page of who keeps the network, and others read numbers."""

from collections.abc import Collection

import pytest
from django.test import Client

from tests.networks.table import MEETING_ON, NAME, PLANTED, Table
from tests.web.network_pages import Page, of, refused, text
from wijkaanzet.networks import operations as networks
from wijkaanzet.networks.models import Meeting, Member, Presence

pytestmark = pytest.mark.django_db
CORRECT = "gehouden/verbeteren/"


def held(table: Table, members: Collection[Member], *, others: int = 0) -> Meeting:
    attended = networks.Attended(members={one.pk for one in members}, others_residents=others)
    return table.held(attended=attended)


def send(client: Client, meeting: Meeting, members: Collection[Member], *, seen: str = "", residents: int = 0) -> Page:
    """Send the form with these ticks, as who read it just now or before."""
    seen = seen or read(client, meeting)
    told = {"residents": str(residents), "professionals": "", "place": meeting.place, "seen": seen}
    return client.post(of(meeting, CORRECT), {**told, "came": [str(one.pk) for one in members]})


def read(client: Client, meeting: Meeting) -> str:
    """The mark that goes along with the page as it is now."""
    return str(client.get(of(meeting, CORRECT)).context["form"].fields["seen"].widget.now)


def came(meeting: Meeting) -> set[int]:
    return set(Presence.objects.filter(meeting=meeting).values_list("member_id", flat=True))


def left(table: Table, member: Member) -> None:
    networks.end_membership(member, actor=table.coordinator, at=MEETING_ON)


def test_shows_a_tick_for_who_takes_part_as_it_was_written_down(table: Table, coordinator: Client):
    one, other = table.member("Bewoner 1"), table.member("Bewoner 2")
    meeting = held(table, [one])
    act = next(one for one in coordinator.get(of(meeting)).context["page"].acts if one.href.endswith(CORRECT))
    assert str(act.label) == "Verbeter wie er waren, en waar"
    form = coordinator.get(act.href).context["form"]
    assert list(form.fields) == ["came", "residents", "professionals", "place", "seen"]
    assert (form.fields["came"].choices, form["came"].value()) == (
        [(str(one.pk), "Bewoner 1"), (str(other.pk), "Bewoner 2")],
        [str(one.pk)],
    )
    page = coordinator.get(act.href).content.decode().split("<main")[1]
    assert [page.count('type="checkbox"'), page.count("checked"), page.count("<fieldset")] == [2, 1, 1]


def test_a_wrong_tick_is_taken_off_and_the_public_number_follows(table: Table, coordinator: Client):
    one, other = table.member("Bewoner 1"), table.member("Bewoner 2")
    meeting = held(table, [one, other], others=9)
    assert "11 mensen" in text(Client(), of(meeting))
    assert send(coordinator, meeting, [other], residents=9)["Location"] == of(meeting)
    assert came(meeting) == {other.pk}
    assert "10 mensen" in text(Client(), of(meeting))
    send(coordinator, meeting, [], residents=9)
    assert not [word for word in ("9 mensen", "10 mensen") if word in text(Client(), of(meeting))]


def test_a_table_of_which_nobody_takes_part_has_no_ticks(table: Table, coordinator: Client):
    form = coordinator.get(of(held(table, []), CORRECT)).context["form"]
    assert "came" not in form.fields


def test_who_left_since_has_no_name_and_counts_along(table: Table, coordinator: Client):
    gone, stays = table.member(), table.member("Bewoner 2")
    meeting = held(table, [gone, stays])
    assert NAME in text(coordinator, of(meeting, CORRECT))
    left(table, gone)
    page = text(coordinator, of(meeting, CORRECT))
    assert not [word for word in PLANTED if word in page]
    assert "1 persoon die er was, doet niet meer mee. De naam is weg, en deze persoon telt mee." in page
    assert send(coordinator, meeting, [])["Location"] == of(meeting)
    assert came(meeting) == {gone.pk}


def test_who_read_other_ticks_reads_what_is_there_now_and_keeps_both(table: Table, coordinator: Client):
    one, other = table.member("Bewoner 1"), table.member("Bewoner 2")
    meeting = held(table, [one])
    seen = read(coordinator, meeting)
    send(coordinator, meeting, [one, other])
    answer = send(coordinator, meeting, [], seen=seen)
    assert refused(answer, "changed_meanwhile")
    assert [str(words) for words in answer.context["form"].errors["came"]] == ["Er staat nu: Bewoner 1, Bewoner 2"]
    assert came(meeting) == {one.pk, other.pk}
    again = answer.context["form"].fields["seen"].widget.format_value(seen)
    assert send(coordinator, meeting, [other], seen=again)["Location"] == of(meeting)
    assert came(meeting) == {other.pk}


def test_who_left_while_the_page_was_open_is_told_of(table: Table, coordinator: Client):
    one, other = table.member("Bewoner 1"), table.member("Bewoner 2")
    meeting = held(table, [one])
    seen = read(coordinator, meeting)
    left(table, one)
    assert refused(send(coordinator, meeting, [other], seen=seen), "changed_meanwhile")
    answer = send(coordinator, meeting, [one, other], seen=seen)
    assert answer.status_code == 422
    assert "Iemand die u aankruiste, doet niet meer mee." in str(answer.context["form"].errors["came"])
    assert came(meeting) == {one.pk}


def test_a_tick_that_is_nobody_is_refused(table: Table, coordinator: Client):
    meeting = held(table, [table.member("Bewoner 1")])
    for wrong in ("999999", "x", "-1"):
        told = {"residents": "", "place": meeting.place, "came": [wrong]}
        assert coordinator.post(of(meeting, CORRECT), told).status_code == 422
