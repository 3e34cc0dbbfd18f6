"""Divisions over HTTP: drawn after a dry run, composed for another year, with borders and a concordance."""

import gzip
import re
from html import unescape
from typing import Any

import pytest
from django.test import Client

from tests.areas.border_files import collection, feature, square
from tests.helpers.queries import assert_same_queries
from tests.web.importing import client_of, named, words
from tests.web.world import World
from wijkaanzet.areas.models import Area, AreaBorder, AreaChange, AreaPart, Concordance, Division
from wijkaanzet.demo.build import START
from wijkaanzet.kernel import clock
from wijkaanzet.kernel.models import AuditEntry, Municipality
from wijkaanzet.people.rules import Role

pytestmark = pytest.mark.django_db
HIDDEN = re.compile(r'<input type="hidden" name="(\w+)"(?: value="([^"]*)")?')
LIST, NEW = "/tilburg/indeling/", "/tilburg/indeling/nieuw/"
PARTS, BORDERS = "/tilburg/indeling/dorpen/samenstelling/", "/tilburg/indeling/dorpen/grenzen/"
CONCORDANCE = "/tilburg/indeling/omnummering/"
TABLE = """gebied code;naam;cbs code;cbs naam;gewicht
D1;Berkel;WK085560;Berkel;
D1;Berkel;BU08556101;Hoek;0,25
D2;Udenhout;BU08556101;Hoek;0,75
"""
NEXT = "gebied;cbs code;cbs naam\nD1;WK085570;Berkel\nD2;WK085571;Udenhout\n"
CHANGES = "van;naar;gewicht\nWK085560;WK085570;1\nBU08556101;BU08557001;0,25\nBU08556101;BU08557101;0,75\n"
TOLD = {"name": "Dorpen", "year": "2017"}


@pytest.fixture(autouse=True)
def on_the_first_day(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clock, "now", lambda: START)


@pytest.fixture
def officer(world: World) -> Client:
    return client_of(world, Role.POLICY_OFFICER)


def tried(client: Client, table: str | bytes = TABLE, **told: str) -> Any:
    """The answer to a table that is sent."""
    content = table if isinstance(table, bytes) else table.encode()
    return client.post(NEW, {**TOLD, **told, "file": named(content, "gebieden.csv")})


def confirm(client: Client, shown: Any, **changes: str) -> Any:
    """Press the button under the dry run, with what stands in the page to send along."""
    found = HIDDEN.findall(shown.content.decode())
    return client.post(NEW, {**{name: unescape(value) for name, value in found}, **changes})


def drawn(client: Client, **told: str) -> Division:
    answer = confirm(client, tried(client, **told))
    assert answer.status_code == 302, words(answer)
    return Division.objects.get(municipality__slug="tilburg", key="dorpen")


def send(client: Client, address: str, content: str | bytes, name: str = "tabel.csv", **told: str) -> Any:
    data = content if isinstance(content, bytes) else content.encode()
    return client.post(address, {**told, "file": named(data, name)})


def kept() -> tuple[int, ...]:
    """How many rows there are of all that these pages write."""
    tables = (Division, Area, AreaPart, AreaBorder, Concordance, AreaChange)
    return tuple(table._base_manager.count() for table in tables)


class TestDraw:
    def test_a_table_is_shown_first_and_nothing_is_drawn(self, officer: Client):
        before = kept(), AuditEntry.objects.count()
        answer = tried(officer)
        assert answer.status_code == 200
        trial = answer.context["page"].trial
        assert [(one.name, one.code, one.slug) for one in trial.areas] == [
            ("Berkel", "D1", "berkel"),
            ("Udenhout", "D2", "udenhout"),
        ]
        assert "WK085560 Berkel" in words(answer)
        assert "0,25" in trial.areas[0].parts[1]
        assert (kept(), AuditEntry.objects.count()) == before

    def test_the_button_draws_what_was_shown(self, officer: Client):
        division = drawn(officer)
        parts = division.areas.filter(parts__weight="0.25").values_list("code", "parts__cbs_code")
        assert list(parts) == [("D1", "BU08556101")]
        assert {(area.tile_column, area.tile_row) for area in division.areas.all()} == {(0, 0), (1, 0)}
        assert AuditEntry.objects.get(action="areas.division.drawn", subject_id=division.pk).actor is not None
        assert "Dorpen" in words(officer.get(LIST))

    def test_what_was_ticked_is_sent_along(self, officer: Client):
        partly = TABLE.replace("0,75", "0,5")
        assert tried(officer, partly).status_code == 409
        shown = tried(officer, partly, covers_partly="on", fictional="on")
        assert confirm(officer, shown).status_code == 302
        assert Division.objects.get(key="dorpen").fictional

    def test_one_that_takes_the_place_of_another_ends_it(self, officer: Client):
        first = drawn(officer)
        shown = tried(officer, follows="dorpen", year="2018")
        assert "Dorpen" in shown.context["page"].trial.counts[-1]
        assert confirm(officer, shown).status_code == 302
        first.refresh_from_db()
        assert str(first.ends_before) == "2018-01-01"
        assert set(Area.objects.filter(code="D1").values_list("slug", flat=True)) == {"berkel", "berkel-d1"}

    def test_a_name_that_is_there_already_ends_nothing_by_accident(self, officer: Client):
        drawn(officer)
        answer = tried(officer, name="DORPEN", year="2018")
        assert answer.status_code == 422
        assert answer.context["form"].errors["name"]

    @pytest.mark.parametrize(
        ("table", "status", "says"),
        [
            (b"", 422, ""),
            (b"%PDF-1.7", 422, ""),
            (b"PK\x03\x04", 422, ""),
            (b"naam;code\n", 422, "gebied code"),
            (TABLE.replace("WK085560", "WK08556"), 422, "2"),
            (TABLE.replace("0,25", "veel"), 422, "3"),
            (TABLE.replace("0,75", "0,76"), 409, "BU08556101"),
            (TABLE.replace("WK085560", "WK030760"), 409, "WK030760"),
            (TABLE.replace("Berkel;WK", "Hoek;WK"), 422, "3"),
            (TABLE.replace("D1", "D:1"), 409, "D:1"),
            (TABLE.replace(";", "\x00"), 422, ""),
            (b"x" * 200_001, 422, "200"),
        ],
    )
    @pytest.mark.done("4.bad-input")
    def test_a_table_that_is_wrong_gets_a_sentence_and_leaves_nothing(
        self, officer: Client, table: str | bytes, status: int, says: str
    ):
        before = kept()
        answer = tried(officer, table)
        assert answer.status_code == status, words(answer)
        said = [str(error) for errors in answer.context["form"].errors.values() for error in errors]
        assert len(said) == 1
        assert says in said[0]
        assert answer.context["page"].trial is None
        assert 'value="Dorpen"' in answer.content.decode()
        assert kept() == before

    def test_what_became_wrong_since_it_was_shown_is_refused_by_the_operation(self, officer: Client):
        shown = tried(officer)
        drawn(officer)
        answer = confirm(officer, shown, name="Kernen")
        assert answer.status_code == 409
        assert AuditEntry.objects.filter(action="areas.division.drawn", result="refused").count() == 1

    @pytest.mark.parametrize("told", [{"name": ""}, {"name": "!"}, {"year": "nu"}, {"year": ""}])
    def test_name_and_year_are_asked(self, officer: Client, told: dict[str, str]):
        answer = tried(officer, **told)
        assert answer.status_code == 422
        assert list(told) == list(answer.context["form"].errors)

    def test_without_a_file_one_is_asked(self, officer: Client):
        answer = officer.post(NEW, TOLD)
        assert (answer.status_code, list(answer.context["form"].errors)) == (422, ["file"])

    def test_signs_in_a_table_are_shown_as_text(self, officer: Client):
        answer = tried(officer, TABLE.replace("Udenhout", '"<u>""Udenhout"" & Co</u>"'))
        assert b"<u>" not in answer.content
        assert confirm(officer, answer).status_code == 302
        assert Area.objects.get(code="D2").name == '<u>"Udenhout" & Co</u>'


class TestComposition:
    def test_another_year_is_added_and_the_areas_stay(self, officer: Client):
        division = drawn(officer)
        assert send(officer, PARTS, NEXT, year="2018").status_code == 302
        assert set(division.areas.values_list("parts__year", flat=True)) == {2017, 2018}
        years = next(one.years for one in officer.get(LIST).context["page"].divisions if one.name == "Dorpen")
        assert [year[:4] for year in years] == ["2017", "2018"]

    def test_a_year_that_is_there_is_replaced_only_when_that_is_said(self, officer: Client):
        division = drawn(officer)
        assert send(officer, PARTS, NEXT, year="2017").status_code == 409
        assert send(officer, PARTS, NEXT, year="2017", replace="on").status_code == 302
        assert set(division.areas.values_list("parts__cbs_code", flat=True)) == {"WK085570", "WK085571"}

    @pytest.mark.parametrize(
        ("table", "says"),
        [
            ("", ""),
            (NEXT.replace("D2", "D3"), "D3"),
            (NEXT.replace("D2;WK085571;Udenhout\n", ""), "Udenhout"),
            (NEXT.replace("WK085571", "WK085570"), "WK085570"),
            (NEXT.replace("WK085571", "GM0855"), "3"),
        ],
    )
    def test_a_table_that_is_wrong_leaves_all_as_it_was(self, officer: Client, table: str, says: str):
        drawn(officer)
        before = kept()
        answer = send(officer, PARTS, table, year="2018")
        assert answer.status_code in (409, 422)
        (said,) = (str(error) for errors in answer.context["form"].errors.values() for error in errors)
        assert says in said
        assert kept() == before


class TestBorders:
    FILE = collection(feature("D1", square(0, 0)[:-1]), feature("D2", square(1, 0)), feature("WK030710", square(9, 9)))

    @pytest.mark.parametrize("packed", [False, True])
    def test_come_in_with_what_was_repaired_and_left_out(self, officer: Client, packed: bool):
        drawn(officer)
        content = gzip.compress(self.FILE) if packed else self.FILE
        answer = send(officer, BORDERS, content, "grenzen.geojson.gz", source="Gemeente", year="2017")
        assert answer.status_code == 302
        page = officer.get(LIST)
        assert len(list(page.context["messages"])) == 4  # that it was drawn, what came in, was repaired, was left out
        borders = next(one.borders for one in page.context["page"].divisions if one.name == "Dorpen")
        assert ("Gemeente" in borders, "2017" in borders) == (True, True)

    @pytest.mark.parametrize(
        "content",
        [
            b"{",
            gzip.compress(FILE)[:-4],
            collection(feature("D1", square(0, 0))),
            collection(feature("D1", square(0, 0)), feature("D2")),
            collection(feature("D1", square(0, 0)), feature("D2", [[1, 2]])),
        ],
        ids=["no JSON", "cut off", "an area less", "no surface", "outside"],
    )
    @pytest.mark.done("4.bad-input")
    def test_that_are_wrong_get_a_sentence_and_leave_nothing(self, officer: Client, content: bytes):
        drawn(officer)
        before = kept()
        answer = send(officer, BORDERS, content, "grenzen.geojson", source="Gemeente", year="2017")
        assert answer.status_code == 409
        assert len(answer.context["form"].non_field_errors()) == 1
        assert 'value="Gemeente"' in answer.content.decode()
        assert kept() == before
        assert AuditEntry.objects.filter(action="areas.borders.imported", result="refused").exists()


class TestConcordance:
    TOLD = {"from_year": "2016", "to_year": "2017", "basis": "adressen", "source": "Gemeente"}

    def test_comes_in_and_stands_in_the_list(self, officer: Client):
        assert send(officer, CONCORDANCE, CHANGES, **self.TOLD).status_code == 302
        (line,) = officer.get(LIST).context["page"].concordances
        assert ("2016" in line.years, "adressen" in line.told) == (True, True)
        assert send(officer, CONCORDANCE, CHANGES, **self.TOLD).status_code == 409
        assert send(officer, CONCORDANCE, CHANGES, **self.TOLD, replace="on").status_code == 302

    @pytest.mark.parametrize(
        ("table", "says"),
        [(CHANGES.replace("0,75", "0,7"), "BU08556101"), (CHANGES.replace("WK085570", "Berkel"), "2"), ("x", "van")],
    )
    def test_that_is_wrong_gets_a_sentence_and_leaves_nothing(self, officer: Client, table: str, says: str):
        answer = send(officer, CONCORDANCE, table, **self.TOLD)
        assert answer.status_code == 409
        assert says in str(answer.context["form"].non_field_errors()[0])
        assert not Concordance.objects.exists()


class TestWho:
    PAGES = (LIST, NEW, CONCORDANCE, "/tilburg/indeling/toegangsgebied/grenzen/")

    def test_a_functional_administrator_looks_and_does_not_act(self, world: World):
        admin = client_of(world, Role.FUNCTIONAL_ADMIN)
        for page in self.PAGES:
            answer = admin.get(page)
            assert (answer.status_code, b'type="file"' in answer.content) == (200, False)
        assert {admin.post(page).status_code for page in self.PAGES[1:]} == {404}
        assert admin.get(LIST).context["page"].actions == ()

    def test_another_municipality_sees_nothing_of_it(self, world: World, officer: Client):
        drawn(officer)
        stranger = client_of(world, Role.POLICY_OFFICER, elsewhere=True)
        there = BORDERS.replace("/tilburg/", "/oude-ijsselstreek/")
        assert {stranger.get(page).status_code for page in (*self.PAGES, BORDERS, there)} == {404}
        assert {stranger.post(page).status_code for page in (*self.PAGES[1:], BORDERS, there)} == {404}

    def test_a_division_that_is_not_there_is_not_found(self, officer: Client):
        assert officer.get("/tilburg/indeling/nergens/grenzen/").status_code == 404


def test_many_divisions_cost_no_more_queries(world: World, officer: Client) -> None:
    town = Municipality.objects.get(slug="tilburg")

    def grow() -> None:
        for number in range(30):
            one = Division.objects.create(municipality=town, key=f"d{number}", name="Meer", starts_on=START.date())
            area = Area.objects.create(division=one, code=f"X{number}", slug=f"x{number}", name="x")
            AreaPart.objects.create(area=area, year=2017, cbs_code="WK085599", cbs_name="x")
            Concordance.objects.create(
                municipality=town, from_year=1996, to_year=1997 + number, imported_on=START.date()
            )

    assert_same_queries(officer, LIST, grow, at_most=20)
    assert len(officer.get(LIST).context["page"].divisions) > 30
