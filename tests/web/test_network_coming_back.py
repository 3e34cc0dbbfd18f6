"""The next meeting of a network as each may know of it, and the agreements without a day that come back there."""

from datetime import timedelta
from io import BytesIO

import pytest
from django.test import Client
from django.utils.translation import gettext
from pypdf import PdfReader

from tests.conftest import AT
from tests.networks.table import MEETING_ON, Table, later
from tests.web.division_town import browser
from tests.web.network_pages import at, of, text
from wijkaanzet.kernel import clock
from wijkaanzet.networks import operations as networks
from wijkaanzet.networks.rules import AGREEMENT
from wijkaanzet.people.models import User
from wijkaanzet.web.networks import words

pytestmark = pytest.mark.django_db
NEXT = MEETING_ON + timedelta(days=14)
NO_DAY = "No day was chosen yet. As soon as there is one, it stands here."
NOT_INVITED = "people are not invited yet"


@pytest.fixture(autouse=True)
def _the_day_on_which_tests_begin(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clock, "now", lambda: AT)


class TestTheNextMeeting:
    @pytest.mark.parametrize("who", ["coordinator", "area_manager", "sits"])
    def test_before_people_are_invited_it_is_told_to_who_keeps_the_network_or_takes_part(self, table: Table, who: str):
        meeting = table.planned()
        page = text(browser(getattr(table, who)), at(table))
        assert words.day_of(meeting) in page.lower()
        assert gettext(NOT_INVITED) in page
        assert gettext(NO_DAY) not in page

    def test_a_member_with_an_account_reads_of_it_too(self, table: Table):
        user = User.objects.create(username="bewoner")
        table.member(user=user)
        table.planned()
        client = Client()
        client.force_login(user)
        assert gettext(NOT_INVITED) in text(client, at(table))

    @pytest.mark.parametrize("who", [None, "officer", "elsewhere"])
    def test_others_read_that_no_day_was_chosen(self, table: Table, who: str | None):
        meeting = table.planned()
        page = text(browser(getattr(table, who) if who else None), at(table))
        assert gettext(NO_DAY) in page
        assert words.day_of(meeting) not in page.lower()
        assert gettext(NOT_INVITED) not in page

    def test_others_read_of_a_later_one_to_which_people_are_invited(self, table: Table):
        table.planned()
        invited = table.invited(starts_at=NEXT)
        assert words.day_of(invited) in text(Client(), at(table)).lower()
        assert gettext(NOT_INVITED) in text(browser(table.sits), at(table))

    @pytest.mark.parametrize("who", [None, "sits", "coordinator"])
    def test_once_people_are_invited_all_read_the_same(self, table: Table, who: str | None):
        meeting = table.invited()
        page = text(browser(getattr(table, who) if who else None), at(table))
        assert words.day_of(meeting) in page.lower()
        assert gettext(NOT_INVITED) not in page


class TestAnAgreementWithoutADay:
    def test_comes_back_on_the_table_and_in_what_waits_for_the_next_agenda(self, table: Table):
        dated, without = table.agreed(
            [networks.NewAgreement(text="Bank.", look_again_on=later(30).date()), networks.NewAgreement(text="Soep.")]
        )
        meeting, coordinator = table.planned(starts_at=NEXT), browser(table.coordinator)
        page = coordinator.get(at(table, "tafel/")).context["page"]
        assert [one.text for one in page.agreements] == ["Bank.", "Soep."]
        assert page.agreements[-1].href == at(table, f"afspraak/{without.pk}/")
        assert page.remind_href
        ticks = [one.tick.name for one in page.agenda.suggestions]
        assert ticks == [f"waits-{AGREEMENT}-{one.pk}" for one in (dated, without)]
        answer = coordinator.get(of(meeting, "agenda.pdf"))
        printed = " ".join(one.extract_text() for one in PdfReader(BytesIO(answer.content)).pages)
        assert printed.index("Bank.") < printed.index("Soep.")

    def test_says_to_everybody_when_it_is_looked_at_again(self, table: Table):
        table.agreed([networks.NewAgreement(text="Soep.")])
        (line,) = Client().get(at(table)).context["page"].agreements
        assert gettext("we look again when we meet") in line.facts
