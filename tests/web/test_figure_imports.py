"""Figures come in over HTTP: a file, what its columns mean, what it would do, the import, and back; who reads what."""

import csv
import gzip
from datetime import UTC, datetime
from io import StringIO

import pytest
from django.contrib.sessions.models import Session
from django.test import Client

from tests.helpers.queries import assert_same_queries
from tests.web.importing import FILE, LIST, client_of, filled, imported, mapped, send, uploaded, words
from tests.web.world import World
from wijkaanzet.areas.models import Division
from wijkaanzet.cycle.models import AreaYear
from wijkaanzet.demo.build import START
from wijkaanzet.kernel import clock, open_moves
from wijkaanzet.kernel.actors import Actor, Channel
from wijkaanzet.kernel.models import AuditEntry
from wijkaanzet.kernel.progress import told
from wijkaanzet.kernel.subjects import Subject
from wijkaanzet.people.models import User
from wijkaanzet.people.rules import Role
from wijkaanzet.scans import operations
from wijkaanzet.scans.models import Figure, FigureImport
from wijkaanzet.scans.operations import importing
from wijkaanzet.scans.operations.keeping import keep_rows
from wijkaanzet.scans.rules.importing import PROCESS

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def on_the_first_day(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clock, "now", lambda: START)


@pytest.fixture
def officer(world: World) -> Client:
    return client_of(world, Role.POLICY_OFFICER)


def statuses() -> set[str]:
    return set(
        AreaYear.objects.filter(year=2018, area__division__municipality__slug="tilburg").values_list(
            "status", flat=True
        )
    )


class TestMainLine:
    def test_a_file_becomes_figures_that_a_visitor_reads(self, officer: Client, client: Client):
        page = uploaded(officer)
        seen = words(officer.get(page))
        assert "WK0855XA Heidebloem 7030" in seen
        assert "Kinderen tot 15 jaar" in officer.get(page).content.decode()  # told with the table of 2016
        officer.post(f"{page}koppelen/", filled(officer, page))
        trial = words(officer.get(page))
        assert "30 rijen zijn van uw gemeente." in trial
        assert "30 van de 30 CBS-gebieden van uw indeling hebben cijfers in dit bestand." in trial
        assert "Mensen met een laag inkomen: niet bekend van 1 gebied" in trial
        assert statuses() == {"figures"}
        answer = officer.post(f"{page}inlezen/", follow=True)
        assert "De cijfers zijn ingelezen." in words(answer)
        assert statuses() == {"budget"}
        public = words(client.get("/tilburg/wijken/noord/cijfers/"))
        rows = {row["code"]: int(row["population"]) for row in csv.DictReader(StringIO(FILE.decode()))}
        people = rows["WK0855XA"] + rows["WK0855XB"] + rows["WK0855XC"]
        assert f"{people:,}".replace(",", ".") in public
        assert "nog niet besproken" in public
        assert not list(open_moves.differences())

    def test_taking_back_erases_the_figures_and_the_areas_wait_again(self, officer: Client, client: Client):
        page = imported(officer)
        assert officer.post(f"{page}terugdraaien/", {"reason": ""}).status_code == 422
        assert officer.post(f"{page}terugdraaien/", {"reason": "Verkeerd jaar"}).status_code == 302
        table = FigureImport.objects.get(public_id=page.split("/")[-2])
        assert (table.status, table.content, table.figures.count(), table.columns.count()) == ("undone", None, 0, 0)
        assert statuses() == {"figures"}
        assert "2017" not in words(client.get("/tilburg/wijken/noord/cijfers.csv"))
        assert AuditEntry.objects.get(action="scans.figure_import.undone").reason == "Verkeerd jaar"
        assert not list(open_moves.differences())

    def test_before_a_second_import_one_sees_what_is_other(self, officer: Client):
        imported(officer)
        page = mapped(officer, FILE.replace(b"7030,18", b"7040,."))
        seen = words(officer.get(page))
        assert "Oefencijfers, ingelezen op 2 oktober 2017" in seen
        assert "208 waarden zijn gelijk." in seen
        assert "2 waarden zijn anders." in seen
        assert "WK0855XA Inwoners 7.030 7.040" in seen
        assert "WK0855XA Kinderen tot 15 jaar 18 niet bekend" in seen

    def test_after_taking_back_the_same_file_can_come_in_again(self, officer: Client):
        officer.post(f"{imported(officer)}terugdraaien/", {"reason": "Nog eens"})
        imported(officer)
        assert statuses() == {"budget"}

    def test_figures_that_a_decision_rests_on_cannot_be_taken_back(self, officer: Client):
        table = FigureImport.objects.get(municipality__slug="tilburg", for_year=2017)
        answer = officer.post(f"{LIST}{table.public_id}/terugdraaien/", {"reason": "Toch niet"})
        assert answer.status_code == 409
        assert "Over het geld van 2017 wordt met deze cijfers besloten." in words(answer)
        assert "Toch niet" in words(answer)
        assert table.figures.exists()

    def test_a_file_that_is_thrown_away_leaves_nothing(self, officer: Client):
        page = mapped(officer)
        assert officer.post(f"{page}weigeren/").status_code == 302
        table = FigureImport.objects.get(public_id=page.split("/")[-2])
        assert (table.status, table.content, table.columns.count()) == ("refused", None, 0)
        assert officer.get(page).status_code == 200
        assert officer.get(f"{page}koppelen/").status_code == 200


class TestRefused:
    @pytest.mark.done("4.bad-input")
    @pytest.mark.parametrize(
        ("content", "says"),
        [
            (b"", "Het bestand is leeg."),
            (b"PK\x03\x04" + b"x" * 100, "Dit bestand kan niet worden uitgepakt."),
            (b"%PDF-1.7 " + FILE, "Dit is een pdf."),
            (FILE.replace(b",", b"\x00"), "Dit bestand is geen tekst."),
            (FILE.replace(b",", b"^"), "Geen enkel teken verdeelt de regels in kolommen."),
            (FILE.replace(b"WK0855", b"WK0307"), "Geen kolom van dit bestand heeft codes"),
            (b"code;name;population\n", "Het bestand met cijfers heeft geen rijen."),
            (FILE.split(b"\n", 1)[1], "De eerste rij heeft geen namen van kolommen."),
            (gzip.compress(b"0" * 201_000_000), "Uitgepakt is dit bestand groter dan 200 MB."),
        ],
    )
    def test_a_file_that_is_no_table_of_ours_is_not_kept(self, officer: Client, content: bytes, says: str):
        before = FigureImport.objects.count()
        answer = send(officer, content)
        assert answer.status_code in (409, 422)
        assert says in words(answer)
        assert 'value="Oefencijfers"' in answer.content.decode()  # what was told is kept
        assert FigureImport.objects.count() == before

    @pytest.mark.parametrize(
        ("told", "status", "says"),
        [
            ({"source": ""}, 422, "Vul in van wie deze cijfers zijn"),
            ({"year": "negentien"}, 422, "Vul een jaar van vier cijfers in."),
            ({"year": "2019"}, 409, "Cijfers van 2019 kunnen niet bedoeld zijn voor 2018"),
        ],
    )
    def test_what_is_told_with_it_must_be_right(self, officer: Client, told: dict[str, str], status: int, says: str):
        answer = send(officer, FILE, "cijfers.csv", **told)
        assert (answer.status_code, says in words(answer)) == (status, True)

    def test_a_mapping_that_is_not_right_keeps_everything(self, officer: Client):
        page = uploaded(officer)
        told = filled(officer, page)
        told |= {
            "3-label": "",
            "4-role": "part",
            "4-of": "",
            "8-label": "Lage inkomens",
            "8-rounding": "op één decimaal",
        }
        answer = officer.post(f"{page}koppelen/", told)
        assert answer.status_code == 422
        said = words(answer)
        assert "Schrijf in gewone woorden wat de kolom ‘pop_0_14’ telt." in said
        assert "Kies van welk aantal het cijfer in de kolom ‘pop_15_24’ is genomen." in said
        assert 'value="Lage inkomens"' in answer.content.decode()
        assert 'value="op één decimaal"' in answer.content.decode()
        assert FigureImport.objects.get(public_id=page.split("/")[-2]).status == "uploaded"

    @pytest.mark.parametrize(
        ("changes", "says"),
        [
            ({"0-role": "ignore"}, "Kies één kolom met de CBS-code van elk gebied."),
            ({"1-role": "code"}, "Kies één kolom met de CBS-code van elk gebied."),
            ({"2-role": "name"}, "Kies hoogstens één kolom met de naam van elk gebied."),
            ({"3-role": "inhabitants"}, "Kies hoogstens één kolom met het aantal inwoners."),
            (
                {"3-role": "part", "3-of": "pop_15_24"},
                "Kies van welk aantal het cijfer in de kolom ‘pop_0_14’ is genomen.",
            ),
            ({"3-role": "low", "3-of": "name"}, "Kies bij welk cijfer de kolom ‘pop_0_14’ hoort."),
            ({"3-role": "only", "3-label": ""}, "Schrijf welke waarde van de kolom ‘pop_0_14’ meetelt."),
            ({"3-label": "INWONERS"}, "staat bij twee kolommen"),
        ],
    )
    def test_there_is_one_code_one_name_and_one_number_of_people(
        self, officer: Client, changes: dict[str, str], says: str
    ):
        page = uploaded(officer)
        answer = officer.post(f"{page}koppelen/", filled(officer, page) | changes)
        assert (answer.status_code, says in words(answer)) == (422, True)

    @pytest.mark.parametrize(
        "forged",
        [{"3-of": "salaris"}, {"3-role": "admin"}, {"decimal": "x"}],
    )
    def test_what_does_not_stand_in_the_file_cannot_be_chosen(self, officer: Client, forged: dict[str, str]):
        page = uploaded(officer)
        assert officer.post(f"{page}koppelen/", filled(officer, page) | forged).status_code == 422

    def test_a_column_that_does_not_stand_in_the_file_is_not_read(self, officer: Client):
        page = uploaded(officer)
        forged = {"99-role": "count", "99-label": "Salaris", "status": "imported", "division": "1"}
        assert officer.post(f"{page}koppelen/", filled(officer, page) | forged).status_code == 302
        table = FigureImport.objects.get(public_id=page.split("/")[-2])
        assert table.status == "mapped"
        assert "Salaris" not in table.columns.values_list("label", flat=True)

    def test_a_wrong_cell_is_named_with_its_line_and_nothing_comes_in(self, officer: Client):
        page = mapped(officer, FILE.replace(b"7030,18", b"7030,achttien").replace(b"8410,15", b"8410,115"))
        said = words(officer.get(page))
        assert "Regel 2: ‘achttien’ in de kolom ‘pop_0_14’ van WK0855XA" in said, said
        assert "Regel 3: het percentage" in said or "Regel 3: Het percentage" in said, said
        assert "30 rijen zijn van uw gemeente." in said
        assert "pop_0_14" in said.split("WK0855XB")[1]
        before = Figure.objects.count()
        answer = officer.post(f"{page}inlezen/")
        assert answer.status_code == 409
        assert Figure.objects.count() == before
        assert statuses() == {"figures"}
        assert AuditEntry.objects.filter(action="scans.figure_import.imported", result="refused").exists()

    @pytest.mark.done("4.bad-input")
    @pytest.mark.parametrize(
        ("old", "new", "says"),
        [
            (b"7030,18", b'7030,"18,5"', "heeft een ander teken voor de decimalen dan"),
            (b"WK0855XB", b"WK0855XA", "Regel 3: Het gebied WK0855XA staat twee keer"),
            (b"WK0855XB", b"WK0855?", "Regel 3: ‘WK0855?’ is geen CBS-code"),
            (b"Stokveld", b"=1+1", "Regel 3: De naam van WK0855XB begint met ‘=’"),
            (b"8410,15", b"8410,15,15", "Regel 3: Deze regel heeft 10 cellen"),
        ],
    )
    def test_what_is_wrong_with_a_row_is_said_and_nothing_comes_in(
        self, officer: Client, old: bytes, new: bytes, says: str
    ):
        assert old in FILE
        before = Figure.objects.count()
        page = mapped(officer, FILE.replace(old, new))
        assert says in words(officer.get(page))
        assert officer.post(f"{page}inlezen/").status_code == 409
        assert Figure.objects.count() == before

    def test_the_same_file_read_the_same_way_comes_in_once(self, officer: Client):
        imported(officer)
        page = mapped(officer)
        answer = officer.post(f"{page}inlezen/")
        assert answer.status_code == 409
        assert "Deze cijfers zijn al ingelezen, op 2 oktober 2017 uit het bestand cijfers.csv." in words(answer)

    def test_the_page_of_an_imported_table_does_not_read_its_file_again(
        self, officer: Client, monkeypatch: pytest.MonkeyPatch
    ):
        def read(*_args: object, **_told: object) -> None:
            raise AssertionError("the file is read again")

        page = imported(officer)
        officer.get(page)  # says that it worked
        with monkeypatch.context() as patched:
            patched.setattr("wijkaanzet.scans.queries.imports.look_at", read)
            shown = words(officer.get(page))
        assert "WK0855XA Heidebloem 7030" in shown
        FigureImport.objects.update(rows=None)  # as of a table that came in before this was kept
        assert words(officer.get(page)) == shown

    def test_a_step_that_does_not_come_next_is_refused(self, officer: Client):
        page = uploaded(officer)
        assert officer.post(f"{page}inlezen/").status_code == 409
        assert officer.post(f"{page}terugdraaien/", {"reason": "x"}).status_code == 409


class TestSessionEnded:
    """Halfway a form: nothing that was filled in is lost."""

    @pytest.fixture
    def officer(self, world: World) -> Client:
        """Who can choose to be the same again in the demo."""
        client = Client()
        client.force_login(User.objects.get(username="tilburg-policy_officer"))
        return client

    def sent_away(self, officer: Client, page: str, act: str, told: dict[str, str]) -> str:
        Session.objects.update(expire_date=datetime(2017, 1, 1, tzinfo=UTC))
        answer = officer.post(page + act, told, headers={"Referer": f"http://testserver{page}"})
        assert answer.status_code == 302
        officer.post("/demo/inloggen/", {"persona": "tilburg-policy_officer", "next": page})
        return str(officer.get(page).content.decode())

    def test_what_was_said_of_the_columns_is_there_again(self, officer: Client):
        page = uploaded(officer)
        told = filled(officer, page) | {"8-label": "Huishoudens met weinig geld"}
        again = self.sent_away(officer, page, "koppelen/", told)
        assert 'value="Huishoudens met weinig geld"' in again
        assert FigureImport.objects.get(public_id=page.split("/")[-2]).status == "uploaded"

    def test_the_reason_is_there_again(self, officer: Client):
        page = imported(officer)
        assert "Het was het verkeerde jaar." in self.sent_away(
            officer, page, "terugdraaien/", {"reason": "Het was het verkeerde jaar."}
        )
        assert Figure.objects.filter(figure_import__public_id=page.split("/")[-2]).exists()


class TestWho:
    ACTS = ("koppelen/", "inlezen/", "weigeren/", "terugdraaien/")

    def test_a_controller_sees_and_does_not_act(self, world: World, officer: Client):
        page = uploaded(officer)
        controller = client_of(world, Role.CONTROLLER)
        assert "Gooi het bestand weg" not in words(controller.get(page))
        assert {controller.post(page + act).status_code for act in self.ACTS} == {404}
        assert send(controller).status_code == 404

    def test_another_municipality_sees_nothing_of_it(self, world: World, officer: Client):
        page = uploaded(officer)
        stranger = client_of(world, Role.POLICY_OFFICER, elsewhere=True)
        there = page.replace("/tilburg/", "/oude-ijsselstreek/")
        for address in (page, there):
            assert stranger.get(address).status_code == 404
            assert {stranger.post(address + act).status_code for act in self.ACTS} == {404}


class TestSafe:
    NASTY = '=HYPERLINK("http://kwaad")'

    @pytest.mark.done("4.bad-input")
    def test_a_header_that_is_a_formula_is_shown_and_exported_as_text(self, officer: Client, client: Client):
        content = FILE.replace(b"pop_0_14", b"=1+1")
        page = uploaded(officer, content, name="<script>.csv")
        told = filled(officer, page)
        told |= {"3-label": self.NASTY, "3-role": "percentage", "3-of": "population"}
        assert officer.post(f"{page}koppelen/", told).status_code == 302
        assert b"<script>.csv" not in officer.get(page).content
        officer.post(f"{page}inlezen/")
        table = client.get("/tilburg/wijken/noord/cijfers.csv").content.decode("utf-8-sig")
        rows = list(csv.reader(StringIO(table), delimiter=";"))
        assert "'" + self.NASTY in {cell for row in rows for cell in row}
        assert not [cell for row in rows for cell in row if cell.startswith(("=", "+", "@"))]

    def test_a_folder_in_the_name_of_a_file_is_dropped(self, officer: Client):
        page = uploaded(officer, name="../../etc/wijken 2017.csv")
        assert FigureImport.objects.get(public_id=page.split("/")[-2]).file_name == "wijken 2017.csv"


class TestMany:
    def grow(self, world: World, number: int) -> None:
        division = Division.objects.select_related("municipality").get(municipality__slug="tilburg")
        actor = Actor(world.here[Role.POLICY_OFFICER].pk, Channel.WEB)
        for n in range(number):
            new = operations.Upload(FILE, f"{n}.csv", "Oefencijfers", 2017, 2018)
            operations.upload(division, new=new, actor=actor, at=START)

    def test_a_long_list_costs_no_more_queries(self, world: World, officer: Client):
        assert_same_queries(officer, LIST, lambda: self.grow(world, 101))
        page = officer.get(LIST)
        assert len(page.context["page"].rows) == 50
        assert page.context["page"].pagination.pages == 3

    def test_sixty_columns_are_asked_about_and_those_left_out_are_folded_away(self, officer: Client):
        lines = FILE.decode().splitlines()
        more = [f"opmerking {n}" for n in range(51)]
        wide = [lines[0] + "," + ",".join(more), *(line + "," + ",".join("tekst" for _ in more) for line in lines[1:])]
        page = uploaded(officer, "\n".join(wide).encode())
        built = officer.get(page).context["page"]
        assert len(built.columns.used) + len(built.columns.known) == 9
        assert len(built.columns.ignored) == 51
        assert officer.post(f"{page}koppelen/", filled(officer, page)).status_code == 302


class TestProgress:
    def test_is_told_while_figures_come_in_and_no_longer(self, officer: Client):
        page = mapped(officer)
        subject = Subject(PROCESS, FigureImport.objects.get(public_id=page.split("/")[-2]).pk)
        assert "<progress" not in officer.get(f"{page}voortgang/").content.decode()
        with told(subject, total=4) as step:
            step(1)
            answer = officer.get(f"{page}voortgang/").content.decode()
        assert 'value="25"' in answer
        assert "25 van 100" in answer
        assert f'hx-get="{page}voortgang/"' in officer.get(page).content.decode()

    def test_counts_every_row_that_is_kept(self, officer: Client, monkeypatch: pytest.MonkeyPatch):
        seen: list[int] = []

        def keep(*args, step, **words):
            def noted(more: int) -> None:
                step(more)
                seen.append(more)

            return keep_rows(*args, step=noted, **words)

        monkeypatch.setattr(importing, "keep_rows", keep)
        imported(officer)
        assert sum(seen) == len(FILE.decode().splitlines()) - 1
