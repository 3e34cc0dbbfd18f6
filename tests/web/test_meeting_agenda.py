"""The agenda of a meeting over HTTP: points in order, notes kept, what waits ticked, and nobody overwrites another."""

from datetime import timedelta

import pytest
from django.test import Client

from tests.conftest import AT
from tests.networks.table import MEETING_ON, Table
from tests.web.network_pages import at, of, refused, send_agenda, with_agenda
from tests.web.telling import received
from wijkaanzet.kernel.models import OpenMove
from wijkaanzet.networks import operations as networks
from wijkaanzet.networks.models import AgendaItem, Meeting
from wijkaanzet.networks.rules import AGREEMENT, NETWORK

pytestmark = pytest.mark.django_db


def titles(meeting: Meeting) -> list[str]:
    return [item.title for item in AgendaItem.objects.filter(meeting=meeting).order_by("position")]


class TestAgenda:
    def test_points_stand_in_the_order_of_their_numbers(self, table: Table, coordinator: Client):
        meeting = with_agenda(table, "Een", "Twee")
        send_agenda(coordinator, meeting, ("2", "Een", ""), ("1", "Twee", ""), ("", "Drie", "Zonder nummer"))
        assert titles(meeting) == ["Twee", "Een", "Drie"]

    def test_a_point_without_a_title_goes_off(self, table: Table, coordinator: Client):
        meeting = with_agenda(table, "Een", "Twee")
        send_agenda(coordinator, meeting, ("1", "", "Notitie bij Een"), ("2", "Twee", ""))
        assert titles(meeting) == ["Twee"]

    def test_a_new_note_without_a_title_is_not_thrown_away(self, table: Table, coordinator: Client):
        meeting = with_agenda(table, "Een")
        answer = send_agenda(coordinator, meeting, ("1", "Een", ""), ("", "", "Vraag het de tuinploeg"))
        assert refused(answer, "agenda_without_title", number=2)
        assert "Vraag het de tuinploeg" in answer.content.decode()

    def test_what_somebody_else_changed_is_not_undone_without_a_word(self, table: Table, coordinator: Client):
        meeting = with_agenda(table, "Een")
        opened = coordinator.get(of(meeting, "agenda/")).context["form"].now
        networks.set_agenda(
            meeting, lines=[networks.AgendaLine(title="Van een ander")], actor=table.area_manager, at=AT
        )
        told = {"seen": opened, "title-0": "Van mij", "number-0": "1"}
        answer = coordinator.post(of(meeting, "agenda/"), told)
        assert answer.status_code == 422
        assert all(title in answer.content.decode() for title in ("Van een ander", "Van mij"))
        assert titles(meeting) == ["Van een ander"]
        again = answer.context["page"].box.seen
        assert coordinator.post(of(meeting, "agenda/"), {**told, "seen": again}).status_code == 302
        assert titles(meeting) == ["Van mij"]

    def test_what_waits_can_be_ticked_and_keeps_what_it_is_about(self, table: Table, coordinator: Client):
        day = MEETING_ON.date()
        (agreement,) = table.agreed([networks.NewAgreement(text="Lampen.", look_again_on=day + timedelta(days=1))])
        meeting = table.planned(starts_at=MEETING_ON + timedelta(days=14))
        key = f"waits-{AGREEMENT}-{agreement.pk}"
        assert f'name="{key}"' in coordinator.get(at(table, "tafel/")).content.decode()
        send_agenda(coordinator, meeting, ("1", "Eerst dit", ""), **{key: "on"})
        item = meeting.items.get(position=2)
        assert "Lampen." in item.title
        assert (item.subject_kind, item.subject_id) == (AGREEMENT, agreement.pk)
        about = coordinator.get(of(meeting, "agenda/")).context["page"].box.rows[1].about.value()
        send_agenda(coordinator, meeting, ("1", "Anders gezegd", ""), **{"about-0": about})
        assert meeting.items.get().subject_id == agreement.pk

    def test_what_is_not_known_here_is_not_put_under_a_point(self, table: Table, coordinator: Client):
        meeting = table.planned()
        send_agenda(coordinator, meeting, ("1", "Een", ""), **{"about-0": f"{NETWORK}-1"})
        assert meeting.items.get().subject_id is None

    def test_what_somebody_told_does_not_come_to_the_table_by_itself(self, table: Table, coordinator: Client):
        received(table.municipality, table.area)
        assert OpenMove.objects.filter(subject_kind="intake.entry").exists()
        meeting = table.planned(starts_at=AT + timedelta(days=60))
        assert coordinator.get(of(meeting, "agenda/")).context["page"].box.suggestions == ()
