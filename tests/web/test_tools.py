"""Sheets over HTTP: the network writes together and loses nothing, the municipality says its step, residents read."""

import re
from collections.abc import Mapping

import pytest
from django.test import Client

from tests.arrangements.files import SHIPPED, shipped
from tests.conftest import AT
from tests.factories import ARRANGEMENT, install
from tests.helpers.plain_dutch import findings
from tests.plans.life import TODAY, Life, lay_life
from tests.plans.sheets import GREEN, HOPE, ROLE, STAIRCASE, WORDS
from tests.scans.scan_town import YEAR, build_town
from tests.web.division_town import browser
from tests.web.network_pages import Page, at, refused, text
from wijkaanzet.arrangements.rules import Arrangement
from wijkaanzet.kernel import clock
from wijkaanzet.kernel.models import AuditEntry
from wijkaanzet.networks import operations as networks
from wijkaanzet.plans.models import Plan, ToolSheet
from wijkaanzet.plans.queries import tools as queries
from wijkaanzet.plans.rules.plans import PlanStatus
from wijkaanzet.plans.rules.tools import LONGEST_NOTE, Cell, ToolKind

pytestmark = pytest.mark.django_db
ARRANGEMENT_OF_JULY = ARRANGEMENT.replace("2016-01-01", "2017-07-01")
FIELD = re.compile(r'name="(note\.[^"]+)"')


@pytest.fixture
def town(monkeypatch: pytest.MonkeyPatch) -> Life:
    """Proefstad, whose arrangement has a staircase and explains a word."""
    monkeypatch.setattr(clock, "now", lambda: AT)
    life = lay_life()
    install(ARRANGEMENT_OF_JULY + STAIRCASE + WORDS)
    return life


def of(plan: Plan, step: str) -> str:
    return f"/proefstad/plannen/{plan.public_id}/{step}/"


def note(cell: Cell) -> str:
    return f"note.{cell.row}.{cell.column}"


def send(
    client: Client,
    path: str,
    notes: dict[Cell, str],
    *,
    version: int | str = 0,
    ticked: Mapping[str, list[str]] | None = None,
) -> Page:
    told = {note(cell): written for cell, written in notes.items()}
    return client.post(path, {"version": version, **told, **(ticked or {})}, follow=True)


def now(life: Life, kind: ToolKind = ToolKind.SPHERES, plan: Plan | None = None) -> dict[Cell, str]:
    sheet = queries.sheet_of(life.table.network, kind, plan=plan, year=TODAY.year)
    assert sheet is not None
    return queries.notes_of(sheet)


class TestSpheres:
    def test_lays_every_question_beside_every_circle_on_one_screen(self, town: Life):
        page = browser(town.coordinator).get(at(town.table, "kringen/"))
        assert len(FIELD.findall(page.content.decode())) == 4 * 3

    @pytest.mark.done("6.three-spheres")
    @pytest.mark.parametrize("who", ["coordinator", "area_manager", "sits"])
    def test_is_filled_in_by_everybody_who_writes_along(self, town: Life, who: str):
        plan, client = town.opened(), browser(getattr(town.table, who))
        answer = send(client, of(plan, "kringen"), {HOPE: "Dat buren elkaar kennen."})
        assert answer.status_code == 200
        assert "Dat buren elkaar kennen." in text(client, of(plan, "kringen"))
        assert now(town, plan=plan) == {HOPE: "Dat buren elkaar kennen."}

    def test_says_that_two_people_wrote_in_one_place_and_shows_both(self, town: Life):
        path = at(town.table, "kringen/")
        send(browser(town.coordinator), path, {HOPE: "Koffie."})
        answer = send(browser(town.table.sits), path, {HOPE: "Thee.", ROLE: "Ruimte geven."})
        assert now(town) == {HOPE: "Koffie.\n\nThee.", ROLE: "Ruimte geven."}
        assert any("Wat hopen we dat hier gebeurt?" in str(said) for said in answer.context["messages"])

    @pytest.mark.parametrize(
        "written", ["<script>alert(1)</script>", "🌻 samen", "regel een\r\nregel twee", "x" * LONGEST_NOTE]
    )
    def test_keeps_whatever_people_write(self, town: Life, written: str):
        client = browser(town.coordinator)
        send(client, at(town.table, "kringen/"), {HOPE: written})
        assert now(town)[HOPE] == written.replace("\r\n", "\n")
        assert "<script>alert" not in client.get(at(town.table, "kringen/")).content.decode()

    @pytest.mark.parametrize("length", [LONGEST_NOTE + 1, 100_000])
    def test_says_which_note_is_too_long_and_loses_nothing(self, town: Life, length: int):
        answer = send(browser(town.coordinator), at(town.table, "kringen/"), {HOPE: "x" * length, ROLE: "Geld."})
        page = answer.content.decode()
        assert answer.status_code == 422
        assert 'href="#id_note.hoop.gemeenschappelijk"' in page
        assert "x" * length in page
        assert "Geld." in page
        assert not ToolSheet.objects.exists()

    def test_explains_the_words_that_stand_on_it(self, town: Life):
        client = browser(town.coordinator)
        assert "Een huis waar iedereen welkom is." in text(client, at(town.table, "kringen/"))  # a circle names it

    def test_of_an_earlier_year_can_be_read_and_not_filled_in(self, town: Life):
        path, client = at(town.table, "kringen/"), browser(town.coordinator)
        send(client, path, {HOPE: "Koffie."})
        ToolSheet.objects.update(year=2016)
        assert "?jaar=2016" in client.get(path).content.decode()
        assert "Koffie." not in text(client, path)
        old = client.get(f"{path}?jaar=2016")
        assert "Koffie." in old.content.decode()
        assert not FIELD.findall(old.content.decode())

    @pytest.mark.parametrize("year", ["2015", "ooit", "9" * 40, "-1", "²"])
    def test_knows_no_other_years(self, town: Life, year: str):
        assert browser(town.coordinator).get(at(town.table, "kringen/"), {"jaar": year}).status_code == 404

    def test_of_a_plan_that_is_over_is_read_only(self, town: Life):
        plan, client = town.brought_to(PlanStatus.ENDED), browser(town.coordinator)
        assert not FIELD.findall(client.get(of(plan, "kringen")).content.decode())
        answer = send(client, of(plan, "kringen"), {HOPE: "Koffie."})
        assert refused(answer, "plan_not_open")
        assert AuditEntry.objects.filter(action="plans.spheres.filled", result="refused").exists()

    @pytest.mark.parametrize("who", [None, "officer", "elsewhere"])
    def test_is_not_there_for_others(self, town: Life, who: str | None):
        client = browser(getattr(town.table, who) if who else None)
        for path in (at(town.table, "kringen/"), of(town.opened(), "kringen")):
            assert client.get(path).status_code == client.post(path).status_code == 404
            Plan.objects.all().delete()

    @pytest.mark.parametrize("version", ["", "x", "-1"])
    def test_refuses_a_form_that_was_tampered_with_and_keeps_what_was_written(self, town: Life, version: str):
        answer = send(browser(town.coordinator), at(town.table, "kringen/"), {HOPE: "Koffie."}, version=version)
        assert answer.status_code == 422
        assert "Koffie." in answer.content.decode()


class TestStaircase:
    def test_is_set_by_who_speaks_for_the_municipality_and_read_by_the_network(self, town: Life):
        plan = town.opened()
        ticked = {"steps.groen": ["zorgen"], "steps.zorg": ["loslaten", "zorgen"]}
        send(browser(town.table.officer), of(plan, "trap"), {GREEN: "Er is weinig groen."}, ticked=ticked)
        read = text(browser(town.table.sits), of(plan, "trap"))
        assert "Er is weinig groen." in read
        assert queries.marks_of(ToolSheet.objects.get()) == {
            Cell("groen", "zorgen"),
            Cell("zorg", "loslaten"),
            Cell("zorg", "zorgen"),
        }

    def test_says_beside_each_step_whether_the_municipality_stands_there(self, town: Life):
        path = at(town.table, "trap/")
        send(browser(town.table.officer), path, {GREEN: "Er is weinig groen."}, ticked={"steps.groen": ["zorgen"]})
        page = browser(town.table.sits).get(path)
        row = page.context["page"].rows[0]
        steps = [step.name for step in page.context["page"].steps]
        assert [one.step for one in row.crosses] == steps
        assert [one.stands for one in row.crosses].count(True) == 1
        assert all(f'data-label="{step}"' in page.content.decode() for step in steps)

    @pytest.mark.parametrize(("who", "status"), [("sits", 404), ("coordinator", 404), ("elsewhere", 404), (None, 404)])
    def test_is_not_set_by_others(self, town: Life, who: str | None, status: int):
        client = browser(getattr(town.table, who) if who else None)
        assert send(client, at(town.table, "trap/"), {GREEN: "Waarom"}).status_code == status
        assert not ToolSheet.objects.exists()

    def test_is_set_again_after_looking_at_what_somebody_else_set(self, town: Life):
        path = at(town.table, "trap/")
        send(browser(town.table.officer), path, {GREEN: "Eerst."}, ticked={"steps.groen": ["zorgen"]})
        answer = send(browser(town.table.area_manager), path, {GREEN: "Later."}, ticked={"steps.groen": ["loslaten"]})
        page = answer.content.decode()
        assert refused(answer, "sheet_changed")
        assert "Eerst." in page
        assert "Later." in page
        version = re.search(r'name="version" value="(\d+)"', page)
        assert version is not None
        again = send(
            browser(town.table.area_manager),
            path,
            {GREEN: "Later."},
            version=version[1],
            ticked={"steps.groen": ["loslaten"]},
        )
        assert again.status_code == 200
        assert now(town, ToolKind.STAIRCASE) == {GREEN: "Later."}

    def test_shows_what_residents_will_read(self, town: Life):
        page = text(browser(town.table.sits), at(town.table, "trap/"))
        assert "Groen in de straat" in page
        assert "U doet het zelf." in page

    def test_says_so_where_the_municipality_has_none(self, monkeypatch: pytest.MonkeyPatch):
        monkeypatch.setattr(clock, "now", lambda: AT)
        life = lay_life()
        answer = browser(life.table.officer).get(at(life.table, "trap/"))
        assert answer.status_code == 200
        assert 'name="version"' not in answer.content.decode()
        assert refused(send(browser(life.table.officer), at(life.table, "trap/"), {}), "no_staircase")


class TestOwnWords:
    @pytest.mark.done("6.own-words")
    def test_are_for_everybody_with_whom_and_when_they_were_agreed(self, town: Life):
        page = text(Client(), "/proefstad/woorden/")
        for said in ("Een huis waar iedereen welkom is.", "de buurtraad", "1 maart 2017", "Wijknota 2017"):
            assert said in page

    def test_come_with_what_may_be_expected(self, town: Life):
        page = text(Client(), "/proefstad/woorden/")
        assert "Groen in de straat" in page
        assert "U doet het zelf." in page

    def test_may_be_none(self, monkeypatch: pytest.MonkeyPatch):
        monkeypatch.setattr(clock, "now", lambda: AT)
        lay_life()
        assert Client().get("/proefstad/woorden/").status_code == 200


def public_words(arrangement: Arrangement) -> list[str]:
    """Everything in an arrangement that residents read."""
    staircase = arrangement.staircase
    expected = [step.expect for step in staircase.steps] if staircase else []
    circles = [circle.means for circle in arrangement.spheres.circles]
    questions = [question.text for question in arrangement.spheres.questions]
    return [*expected, *circles, *questions, *(word.meaning for word in arrangement.own_words)]


@pytest.mark.parametrize("name", SHIPPED)
def test_what_residents_read_of_a_shipped_arrangement_is_plain_dutch(name: str):
    page = "".join(f"<p>{words}</p>" for words in public_words(shipped(name)))
    assert not findings(f"<main>{page}</main>")


@pytest.mark.done("6.own-words")
def test_word_is_explained_where_it_is_used(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(clock, "now", lambda: AT)
    install(ARRANGEMENT + WORDS.replace("buurthuis", "sociale basis"))
    page = text(Client(), "/proefstad/wie-beslist/")
    assert "Een huis waar iedereen welkom is." in page


@pytest.mark.done("6.own-words")
def test_word_is_explained_on_the_page_of_a_network(town: Life):
    page = f"/proefstad/netwerken/{town.table.network.body.key}/"
    assert "Een huis waar iedereen welkom is." not in text(Client(), page)
    town.table.agreed([networks.NewAgreement(text="Wij koken in het buurthuis.", by_whom="de werkgroep")])
    assert "Een huis waar iedereen welkom is." in text(Client(), page)


@pytest.mark.done("6.own-words")
def test_word_is_explained_in_the_scan_of_a_neighbourhood(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(clock, "now", lambda: AT)
    scans = build_town()
    install(ARRANGEMENT_OF_JULY + WORDS)
    scans.published(words="Het buurthuis is altijd open.")
    assert "Een huis waar iedereen welkom is." in text(Client(), f"/proefstad/wijken/noord/wijkscan/{YEAR}/")


class TestPlanForEverybody:
    def test_explains_its_words_and_says_what_may_be_expected(self, town: Life):
        plan = town.agreed(town.written("Wij eten samen in het buurthuis."))
        town.made_known(town.decided(town.submitted(plan)))
        page = text(Client(), f"/proefstad/plannen/{plan.public_id}/")
        assert "Een huis waar iedereen welkom is." in page
        assert "U doet het zelf." in page

    @pytest.mark.parametrize(
        ("who", "there"),
        [("officer", True), ("area_manager", True), ("coordinator", False), ("sits", False), (None, False)],
    )
    def test_leads_who_speaks_for_the_municipality_to_the_staircase(self, town: Life, who: str | None, there: bool):
        plan = town.opened()
        client = browser(getattr(town.table, who) if who else None)
        page = client.get(f"/proefstad/plannen/{plan.public_id}/").content.decode()
        assert (of(plan, "trap") in page) is there
