"""What a network agreed that words mean: filled in together, printed, and read where the word stands."""

import re

import pytest
from django.test import Client

from tests.conftest import AT
from tests.factories import ARRANGEMENT, install
from tests.plans.life import Life, lay_life
from tests.plans.sheets import STAIRCASE, WORDS
from tests.web.division_town import browser
from tests.web.network_pages import Page, at, refused, text
from wijkaanzet.kernel import clock
from wijkaanzet.plans.models import Plan, ToolSheet
from wijkaanzet.plans.queries.tools import agreed_words, notes_of
from wijkaanzet.plans.rules.plans import PlanStatus
from wijkaanzet.plans.rules.tools import LONGEST_NOTE, Cell

pytestmark = [pytest.mark.django_db, pytest.mark.done("6.own-words")]
HOME, WALK_IN = "note.buurthuis.", "note.vrije%20inloop."
OLD_SCHOOL = "De oude school aan het plein."


@pytest.fixture
def town(monkeypatch: pytest.MonkeyPatch) -> Life:
    """Proefstad, which explains two words."""
    monkeypatch.setattr(clock, "now", lambda: AT)
    life = lay_life()
    install(ARRANGEMENT.replace("2016-01-01", "2017-07-01") + STAIRCASE + WORDS)
    return life


def of(plan: Plan) -> str:
    return f"/proefstad/plannen/{plan.public_id}/woorden/"


def send(client: Client, path: str, **told: str) -> Page:
    return client.post(path, {"version": "0", **told}, follow=True)


class TestSheet:
    def test_shows_of_every_word_what_the_municipality_means_and_asks_what_it_means_here(self, town: Life):
        client, path = browser(town.coordinator), at(town.table, "woorden/")
        shown = text(client, path)
        for said in ("buurthuis", "Een huis waar iedereen welkom is.", "de buurtraad", "U kunt zo binnenlopen."):
            assert said in shown
        page = client.get(path).content.decode()
        assert set(re.findall(r'name="(note[^"]+)"', page)) == {HOME, WALK_IN}
        assert not re.search(r'id="[^"]*\s[^"]*"', page)

    @pytest.mark.parametrize("who", ["coordinator", "area_manager", "sits"])
    def test_is_filled_in_by_everybody_who_writes_along(self, town: Life, who: str):
        plan, client = town.opened(), browser(getattr(town.table, who))
        send(client, of(plan), **{HOME: OLD_SCHOOL, WALK_IN: "Elke dag tot zes uur."})
        assert agreed_words(plan) == {"buurthuis": OLD_SCHOOL, "vrije inloop": "Elke dag tot zes uur."}
        assert OLD_SCHOOL in text(client, of(plan))

    def test_says_that_two_people_wrote_about_one_word(self, town: Life):
        path = at(town.table, "woorden/")
        send(browser(town.coordinator), path, **{HOME: OLD_SCHOOL})
        answer = send(browser(town.table.sits), path, **{HOME: "Ook de tuin."})
        assert notes_of(ToolSheet.objects.get())[Cell("buurthuis")] == f"{OLD_SCHOOL}\n\nOok de tuin."
        assert any("buurthuis" in str(said) for said in answer.context["messages"])

    def test_says_which_note_is_too_long_and_loses_nothing(self, town: Life):
        answer = send(browser(town.coordinator), of(town.opened()), **{WALK_IN: "x" * (LONGEST_NOTE + 1)})
        assert answer.status_code == 422
        assert f'href="#id_{WALK_IN}"' in answer.content.decode()
        assert "x" * (LONGEST_NOTE + 1) in answer.content.decode()
        assert not ToolSheet.objects.exists()

    def test_asks_to_look_before_everybody_reads_the_number_of_a_person(self, town: Life):
        plan, client = town.opened(), browser(town.coordinator)
        told = {HOME: "Bel 06 12 34 56 78 voor de sleutel."}
        answer = send(client, of(plan), **told)
        assert answer.status_code == 422
        assert agreed_words(plan) == {}
        looked = str(answer.context["form"].fields["looked"].widget.attrs["value"])
        send(client, of(plan), **told, looked=looked)
        assert agreed_words(plan) == {"buurthuis": told[HOME]}

    def test_of_a_plan_that_is_over_is_read_only(self, town: Life):
        plan = town.brought_to(PlanStatus.ENDED)
        assert refused(send(browser(town.coordinator), of(plan), **{HOME: OLD_SCHOOL}), "plan_not_open")

    @pytest.mark.parametrize("who", [None, "officer", "elsewhere"])
    def test_is_not_there_for_others(self, town: Life, who: str | None):
        client = browser(getattr(town.table, who) if who else None)
        for path in (at(town.table, "woorden/"), of(town.opened())):
            assert client.get(path).status_code == client.post(path).status_code == 404

    def test_says_so_where_the_municipality_explains_no_words(self, monkeypatch: pytest.MonkeyPatch):
        monkeypatch.setattr(clock, "now", lambda: AT)
        life = lay_life()
        client, path = browser(life.coordinator), at(life.table, "woorden/")
        page = client.get(path)
        assert page.status_code == 200
        assert page.context["page"].buttons is None
        assert refused(send(client, path), "no_own_words")

    def test_is_found_from_the_table_of_the_network_of_its_plan_and_from_the_circles(self, town: Life):
        plan, client = town.opened(), browser(town.coordinator)
        key = at(town.table, "woorden/")
        for page, way in (
            (at(town.table, "tafel/"), key),
            (at(town.table, "kringen/"), key),
            (f"/proefstad/plannen/{plan.public_id}/schrijven/", of(plan)),
        ):
            assert f'href="{way}"' in client.get(page).content.decode(), page
        ways = [one.href for one in client.get(key).context["page"].head.others]
        assert ways == [at(town.table, "kringen/"), at(town.table, "trap/")]
