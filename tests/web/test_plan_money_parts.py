"""From which part of the money something comes: chosen when it is asked, and said wherever the money is told of."""

from io import BytesIO

import pytest
from django.test import Client
from docx import Document

from tests.conftest import AT
from tests.plans.life import Life, lay_life
from tests.plans.test_deciding import allot, asks_money
from tests.plans.wishes import Wishes, lay_wishes
from tests.web.division_town import browser
from tests.web.network_pages import Page, refused
from tests.web.priority_pages import at as at_priority
from tests.web.priority_pages import read
from tests.web.test_plan_life import at
from wijkaanzet.kernel import clock
from wijkaanzet.plans import operations as plans
from wijkaanzet.plans.models import Contribution, Edition, Plan

pytestmark = pytest.mark.django_db

PANS = {"organisation": "municipality", "kind": "money", "what": "Pannen", "cents": "300", "from_area_money": "on"}
OF_YOUTH = "uit het geld van de wijk voor jeugd"
SHORT = (
    "Dit plan vraagt per jaar € 300,00 van het geld van de wijk. Nog vrij in 2018: € 550,00. "
    "Van wat het vraagt, komt € 300,00 uit het deel voor jeugd. Daar is nog vrij: € 50,00. "
    "Er is dus € 250,00 te weinig."
)


@pytest.fixture(autouse=True)
def today(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clock, "now", lambda: AT)


@pytest.fixture
def life() -> Life:
    return lay_life()


@pytest.fixture
def short(life: Life) -> Plan:
    """A plan that asks more of the part for youth than there is, though in all there is enough."""
    allot(life, 5_000, earmark="jeugd")
    allot(life, 50_000, earmark="volwassenen")
    return asks_money(life, 30_000, earmark="jeugd")


def said(text: str) -> str:
    """A text with the spaces that a reader sees."""
    return text.replace("\u00a0", " ")


class TestAsking:
    @pytest.fixture
    def wishes(self) -> Wishes:
        wishes = lay_wishes()
        wishes.answered()
        return wishes

    @pytest.fixture
    def coordinator(self, wishes: Wishes) -> Client:
        return browser(wishes.coordinator)

    def asked(self, wishes: Wishes, client: Client, **changes: str) -> Page:
        return client.post(at_priority(wishes, "vragen/"), {**PANS, **changes})

    @pytest.mark.parametrize(("earmark", "line"), [("jeugd", OF_YOUTH), ("", "uit het geld van de wijk")])
    def test_a_part_may_be_chosen_and_is_kept(
        self, wishes: Wishes, coordinator: Client, *, earmark: str, line: str
    ) -> None:
        assert self.asked(wishes, coordinator, earmark=earmark).status_code == 302
        kept = Contribution.objects.get()
        assert kept.earmark == earmark
        assert line in read(coordinator, at_priority(wishes))
        own = f"/proefstad/inbreng/{kept.public_id}/"
        assert line in read(browser(wishes.officer), own)

    def test_another_part_is_another_question(self, wishes: Wishes, coordinator: Client) -> None:
        for earmark in ("jeugd", "volwassenen", "jeugd"):
            self.asked(wishes, coordinator, earmark=earmark)
        assert Contribution.objects.count() == 2

    @pytest.mark.parametrize("value", ["sport", "<script>", "x" * 100_000])
    def test_a_part_that_is_not_there_is_said_beside_the_question(
        self, wishes: Wishes, coordinator: Client, value: str
    ) -> None:
        answer = self.asked(wishes, coordinator, earmark=value)
        assert answer.status_code == 422
        (sentence,) = answer.context["form"].errors["earmark"]
        assert sentence.endswith("staat niet in de lijst van de gemeente. Kies iets anders.")
        assert not Contribution.objects.exists()

    @pytest.mark.parametrize(
        ("changes", "key"),
        [
            ({"from_area_money": "", "money_from": "Een fonds"}, "earmark_of_area_money"),
            ({"from_area_money": "", "kind": "hours", "cents": ""}, "amount_of_money_only"),
        ],
    )
    def test_a_part_of_other_money_is_refused(
        self, wishes: Wishes, coordinator: Client, changes: dict[str, str], key: str
    ) -> None:
        assert refused(self.asked(wishes, coordinator, earmark="jeugd", **changes), key)
        assert not Contribution.objects.exists()

    def test_residents_are_not_asked_which_part(self, wishes: Wishes, coordinator: Client) -> None:
        assert "earmark" not in coordinator.get(at_priority(wishes, "bewoners-vragen/")).context["form"].fields


class TestTelling:
    def test_the_table_and_the_handing_in_say_of_which_part_and_year_there_is_too_little(
        self, life: Life, short: Plan
    ) -> None:
        coordinator = browser(life.coordinator)
        assert said(coordinator.get(at(short, "schrijven/")).context["page"].money) == SHORT
        shown = coordinator.get(at(life.agreed(short), "indienen/")).context
        assert (said(shown["page"].alert.text), shown["page"].alert.tone) == (SHORT, "info")

    def test_where_the_rest_should_come_from_must_be_said(self, life: Life, short: Plan) -> None:
        coordinator, path = browser(life.coordinator), at(life.agreed(short), "indienen/")
        assert coordinator.get(path).context["form"].fields["shortfall_from"].required
        answer = coordinator.post(path)
        form = answer.context["form"]
        assert (answer.status_code, form.refused.key) == (409, "shortfall_from_where")
        assert form.fields["shortfall_from"].required
        assert "€ 250,00 meer" in said(form.errors["shortfall_from"][0])

    def test_who_decides_reads_what_there_was_when_it_was_handed_in(self, life: Life, short: Plan) -> None:
        plans.submit(life.agreed(short), shortfall_from="Uit het fonds.", actor=life.coordinator, at=AT)
        allot(life, 90_000, earmark="jeugd")
        page = browser(life.clerk).get(at(short, "uitgave/1/besluit/")).context["page"]
        assert (said(page.money), page.shortfall_from) == (SHORT, "Uit het fonds.")

    def test_everybody_reads_the_part_and_where_the_rest_should_come_from(
        self, life: Life, short: Plan, client: Client
    ) -> None:
        edition = plans.submit(life.agreed(short), shortfall_from="Uit het fonds.", actor=life.coordinator, at=AT)
        life.made_known(life.decided(Edition.objects.get(pk=edition.pk)))
        money = client.get(at(short, "")).context["page"].money
        assert (said(money.enough), money.shortfall) == (SHORT, "Uit het fonds.")
        assert money.table.rows[0].note == "Samen eten · Gemeente Proefstad · jeugd"
        text = read(client, at(short, ""))
        assert OF_YOUTH in text
        file = Document(BytesIO(client.get(at(short, "plan.docx")).content))
        written = "\n".join(
            [one.text for one in file.paragraphs]
            + [cell.text for table in file.tables for row in table.rows for cell in row.cells]
        )
        assert OF_YOUTH in said(written)
        assert "Samen eten · Gemeente Proefstad · jeugd" in said(written)
        assert SHORT in said(written)
