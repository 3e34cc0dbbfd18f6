"""Who take part over HTTP: a mistake is put right on a page, and a name that stands there twice is noticed."""

from html import unescape
from typing import Any

import pytest
from django.test import Client
from django.utils.translation import gettext

from tests.conftest import AT
from tests.factories import OrganisationFactory, UserFactory
from tests.networks.table import EMAIL, NAME, PHONE, PLANTED, Table
from tests.web.division_town import browser
from tests.web.importing import words
from tests.web.network_pages import WHO, at, refused, text
from wijkaanzet.kernel.codes import spelled
from wijkaanzet.networks import operations as networks
from wijkaanzet.networks import queries
from wijkaanzet.networks.models import Member
from wijkaanzet.networks.operations import Asked, ForWhom

pytestmark = pytest.mark.django_db
TOLD = {"name": NAME, "behalf": "resident", "email": EMAIL, "phone": PHONE}
HINT = (
    "This name stands here more than once. Is it one person? Write down what is missing with the one you keep. "
    "Let the other stop, and then fill it in. Are they two people? Then add something to a name."
)


def change(table: Table, member: Member) -> str:
    return at(table, f"deelnemers/{member.pk}/wijzigen/")


def put(client: Client, table: Table, member: Member, told: dict[str, str], *, seen: str | None = None) -> Any:
    """Send how somebody should stand in the list, after reading the list as it is now."""
    now = Member.objects.get(pk=member.pk)
    mark = queries.mark_of_member(now) if now.named else ""
    return client.post(change(table, member), {**told, "seen": mark if seen is None else seen})


class TestChanging:
    def test_the_list_leads_to_a_form_that_shows_what_is_known(self, table: Table, coordinator: Client):
        school = OrganisationFactory.create(municipality=table.municipality)
        member = table.member(email=EMAIL, seat=table.seat(), organisation=school)
        assert f'href="{change(table, member)}"' in coordinator.get(at(table, "deelnemers/")).content.decode()
        form = coordinator.get(change(table, member)).context["form"]
        shown = {bound.name: bound.value() for bound in form.visible_fields()}
        assert shown == {
            "name": NAME,
            "behalf": "organisation",
            "organisation": school.pk,
            "seat": member.seat_id,
            "seat_until": None,
            "email": EMAIL,
            "phone": "",
        }

    def test_a_mistake_is_put_right_in_the_same_row(self, table: Table, coordinator: Client):
        seat = table.seat()
        member = table.member("Roerdomb", email="fuot@voorbeeld.nl", seat=seat)
        answer = put(coordinator, table, member, {**TOLD, "seat": str(seat.pk)})
        assert answer["Location"] == at(table, "deelnemers/")
        (shown,) = queries.members_of(table.network)
        assert (shown.id, shown.named.name, shown.named.email, shown.named.phone) == (member.pk, NAME, EMAIL, PHONE)
        assert (shown.seat, shown.as_resident) == (seat.name, True)
        assert "Roerdomb" not in text(coordinator, at(table, "deelnemers/"))

    @pytest.mark.done("6.bad-input")
    @pytest.mark.parametrize(
        ("told", "status", "field"),
        [
            ({"name": ""}, 422, "name"),
            ({"behalf": ""}, 422, "behalf"),
            ({"seat": "0"}, 422, "seat"),
            ({"email": "geen adres"}, 409, "email"),
            ({"phone": "bel maar"}, 409, "phone"),
            ({"name": "é" * 100_000}, 409, "name"),
            ({"name": "Merel", "email": "merel@voorbeeld.nl"}, 409, "name"),
        ],
    )
    def test_what_is_not_right_is_said_beside_its_question_and_nothing_is_lost(
        self, table: Table, coordinator: Client, told: dict[str, str], status: int, field: str
    ):
        member = table.member(email=EMAIL)
        table.member("Merel", email="merel@voorbeeld.nl")
        sent = {**TOLD, **told}
        answer = put(coordinator, table, member, sent)
        form = answer.context["form"]
        assert (answer.status_code, list(form.errors)) == (status, [field])
        assert {name: form[name].value() for name in sent} == sent
        assert queries.named_of(Member.objects.get(pk=member.pk)).email == EMAIL

    def test_what_came_in_meanwhile_is_shown_beside_what_was_filled_in(self, table: Table, coordinator: Client):
        member = table.member("Merel", email="merel@voorbeeld.nl")
        answer = put(coordinator, table, member, TOLD, seen="of before")
        assert refused(answer, "member_changed")
        (now,) = [point for point in answer.context["page"].points if "Merel" in point]
        assert now.endswith("merel@voorbeeld.nl.")
        wrong = put(coordinator, table, member, {**TOLD, "email": "geen adres"})
        assert [point for point in wrong.context["page"].points if "Merel" in point] == [], "nothing changed meanwhile"
        form = answer.context["form"]
        assert form["name"].value() == NAME
        assert f'value="{queries.mark_of_member(member)}"' in str(form["seen"])
        assert put(coordinator, table, member, TOLD).status_code == 302

    def test_who_takes_part_already_is_told_by_name(self, table: Table, coordinator: Client):
        member = table.member("Merel")
        table.member(email=EMAIL)
        assert refused(put(coordinator, table, member, TOLD), "member_there", name=NAME)

    @pytest.mark.parametrize("logs_in", [True, False])
    def test_that_an_account_stays_is_said_of_who_has_one(self, table: Table, coordinator: Client, logs_in: bool):
        member = table.member(user=UserFactory.create() if logs_in else None)
        told = gettext("This person has an account. You change only this list; the account stays as it is.")
        assert (told in text(coordinator, change(table, member))) is logs_in
        put(coordinator, table, member, TOLD)
        assert Member.objects.get().user == member.user

    def test_who_stopped_or_sits_elsewhere_is_not_there(self, table: Table, coordinator: Client):
        new = networks.Described(name="Andere tafel")
        other = networks.open_network(table.area, new=new, actor=table.coordinator, at=AT)
        gone = networks.end_membership(table.member(), actor=table.coordinator, at=AT)
        for member in (gone, table.member(network=other)):
            assert coordinator.get(change(table, member)).status_code == 404
            assert put(coordinator, table, member, TOLD).status_code == 404
        assert Member.objects.filter(ends_before__isnull=True).count() == 1

    def test_only_who_keeps_the_network_reads_and_changes(self, table: Table):
        member = table.member(email=EMAIL)
        statuses = {who: browser(getattr(table, who)).get(change(table, member)).status_code for who in WHO}
        assert {who for who, status in statuses.items() if status == 200} == {"coordinator", "area_manager"}
        assert put(browser(table.sits), table, member, TOLD).status_code == 404


class TestTwice:
    @pytest.mark.parametrize(("email", "hints"), [("", 2), ("ander@voorbeeld.nl", 0)])
    def test_a_name_that_may_be_one_person_gets_a_hint(self, table: Table, coordinator: Client, email: str, hints: int):
        table.member(email=EMAIL)
        table.member(NAME.upper(), email=email)
        table.member("Merel")
        shown = [one.hint for one in coordinator.get(at(table, "deelnemers/")).context["page"].people]
        assert shown == [gettext(HINT)] * hints + [""] * (3 - hints)

    def test_what_the_hint_says_makes_one_of_two_and_loses_nothing(self, table: Table, coordinator: Client):
        kept, seat = table.member(), table.seat()
        meeting = table.held(starts_at=AT, attended=networks.Attended(members=[kept.pk]))
        other = table.member(email=EMAIL, seat=seat)
        whole = {**TOLD, "seat": str(seat.pk)}
        assert put(coordinator, table, kept, TOLD).status_code == 409, "the other is still that person"
        coordinator.post(at(table, f"deelnemers/{other.pk}/beeindigen/"))
        assert put(coordinator, table, kept, whole).status_code == 302
        (shown,) = queries.members_of(table.network)
        assert (shown.id, shown.named.email, shown.named.phone, shown.seat) == (kept.pk, EMAIL, PHONE, seat.name)
        assert queries.people_at(meeting) == 1
        assert gettext(HINT) not in text(coordinator, at(table, "deelnemers/"))

    @pytest.mark.parametrize("there", [True, False])
    def test_a_code_answers_the_same_whoever_is_in_the_list(self, table: Table, there: bool):
        if there:
            table.member(email=EMAIL)
        asked = Asked(for_whom=ForWhom(), seat=table.seat())
        made = networks.invite_to_join(table.network, asked=asked, actor=table.coordinator, at=AT)
        path = f"/proefstad/meedoen/{spelled(queries.invitation_words(made).code)}/"
        visitor = Client()
        wrong = visitor.post(path, {**TOLD, "phone": "bel maar"})
        assert refused(wrong, "member_phone")
        answer = visitor.post(path, TOLD, follow=True)
        assert answer.redirect_chain == [(at(table), 302)]
        read = unescape(words(answer))
        assert gettext("Welcome. You take part now.") in read
        assert "bezet" in read
        assert not [word for word in PLANTED if word in read]
        assert Member.objects.count() == 1
