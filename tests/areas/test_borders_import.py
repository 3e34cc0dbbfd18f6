"""The borders of a division are replaced wholly or not at all."""

from pathlib import Path

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError
from django.db import transaction
from pytest_django import DjangoAssertNumQueries

from tests.areas.border_files import collection, feature, square
from tests.conftest import AT
from tests.factories import NOBODY, AreaFactory, DivisionFactory, MunicipalityFactory, drawing, new_area
from wijkaanzet.areas import queries
from wijkaanzet.areas.labels import REFUSALS
from wijkaanzet.areas.models import Area, AreaBorder, AreaPart, Division
from wijkaanzet.areas.operations import draw_division
from wijkaanzet.areas.operations.borders import import_borders
from wijkaanzet.areas.rules.borders import Borders
from wijkaanzet.kernel import clock
from wijkaanzet.kernel.models import AuditEntry
from wijkaanzet.kernel.refusals import Refused

pytestmark = pytest.mark.django_db
GOOD = collection(feature("WK000110", square(0, 0)), feature("A2", square(1, 0)))
MOVED = collection(feature("WK000110", square(0, 5)), feature("A2", square(1, 5)))


@pytest.fixture
def division() -> Division:
    """Two areas: one of a CBS area, one without."""
    town = MunicipalityFactory.create(code="GM0001", name="Proefstad", slug="proefstad")
    return draw_division(town, new=drawing(new_area("A1"), new_area("A2", parts=[])), actor=NOBODY, at=AT)


def take_in(division: Division, text: bytes = GOOD, *, source: str = "CBS", year: int = 2016) -> Borders:
    return import_borders(division, text=text, source=source, year=year, actor=NOBODY, at=AT)


def rings(division: Division) -> dict[str, list[list[int]]]:
    return {border.area.code: border.rings for border in AreaBorder.objects.filter(area__division=division)}


class TestImport:
    def test_gives_every_area_its_border_with_the_source(
        self, division: Division, django_assert_num_queries: DjangoAssertNumQueries
    ):
        take_in(division)
        with django_assert_num_queries(1):
            areas, found = queries.drawn_by_name(Area.objects.all(), division)
        corners = [{*zip(ring[::2], ring[1::2], strict=True)} for area in areas for ring in found[area.pk].rings]
        assert corners == [
            {(130_000, 395_000), (131_000, 395_000), (131_000, 396_000), (130_000, 396_000)},
            {(131_000, 395_000), (132_000, 395_000), (132_000, 396_000), (131_000, 396_000)},
        ]
        assert {(one.source, one.year, one.imported_on) for one in found.values()} == {("CBS", 2016, AT.date())}

    def test_leaves_a_row_in_the_audit_log(self, division: Division):
        take_in(division, collection(feature("WK000110", square(0, 0)[::-1]), feature("A2", square(1, 0)[:-1])))
        row = AuditEntry.objects.get(action="areas.borders.imported")
        assert (row.subject_id, row.municipality) == (division.pk, division.municipality)
        assert row.detail == {"areas": 2, "mended": 2, "year": 2016}

    def test_replaces_what_was_there(self, division: Division):
        take_in(division)
        before = rings(division)
        take_in(division, MOVED, source="Gemeente", year=2017)
        after = rings(division)
        assert before.keys() == after.keys()
        assert all(before[code] != after[code] for code in before)
        assert set(AreaBorder.objects.values_list("source", "year")) == {("Gemeente", 2017)}

    @pytest.mark.parametrize(
        ("text", "key"),
        [
            (collection(feature("A2", square(1, 0))), "border_missing"),
            (collection(feature("WK000110", square(0, 0)), feature("A2")), "border_empty"),
            (collection(feature("WK000210", square(0, 0)), feature("A2", square(1, 0))), "border_missing"),
            (b"nothing", "border_no_json"),
        ],
    )
    def test_that_is_refused_leaves_all_as_it_was(self, division: Division, text: bytes, key: str):
        take_in(division)
        before = rings(division), AuditEntry.objects.count()
        with pytest.raises(Refused) as caught, transaction.atomic():
            take_in(division, text)
        assert caught.value.key == key
        assert (rings(division), AuditEntry.objects.count()) == before

    @pytest.mark.parametrize(
        ("source", "year", "key"),
        [
            (" ", 2016, "border_source"),
            ("a\x00b", 2016, "border_source"),
            ("b" * 121, 2016, "border_source"),
            ("CBS", 1899, "border_year"),
            ("CBS", AT.year + 2, "border_year"),
        ],
    )
    def test_wants_a_source_and_a_year(self, division: Division, source: str, year: int, key: str):
        with pytest.raises(Refused) as caught:
            take_in(division, source=source, year=year)
        assert caught.value.key == key
        assert str(REFUSALS[key]) % caught.value.parameters

    def test_leaves_another_municipality_alone(self, division: Division):
        other = AreaFactory.create(code="A1", division__municipality__code="GM0002").division
        take_in(other, collection(feature("A1", square(3, 3))))
        before = rings(other)
        take_in(division)
        assert rings(other) == before
        with pytest.raises(Refused) as caught:
            take_in(other, collection(feature("A2", square(3, 3))))
        assert caught.value.key == "border_unknown_code"

    def test_does_not_draw_an_area_from_a_cbs_area_that_it_shares(self, division: Division):
        area = division.areas.get(code="A1")
        AreaPart.objects.filter(area=area).update(weight="0.5")
        with pytest.raises(Refused) as caught:
            take_in(division)
        assert caught.value.key == "border_unknown_code"
        take_in(division, collection(feature("A1", square(0, 0)), feature("A2", square(1, 0))))
        assert set(rings(division)) == {"A1", "A2"}

    def test_wants_areas_first(self):
        with pytest.raises(Refused) as caught:
            take_in(DivisionFactory.create())
        assert caught.value.key == "border_no_areas"

    def test_can_be_done_for_a_division_beside_it(self, division: Division):
        beside = draw_division(
            division.municipality, new=drawing(new_area("B1", parts=[]), key="dorpen"), actor=NOBODY, at=AT
        )
        take_in(division)
        take_in(beside, collection(feature("B1", square(0, 0))))
        assert (set(rings(division)), set(rings(beside))) == ({"A1", "A2"}, {"B1"})


class TestCommand:
    @pytest.fixture(autouse=True)
    def today(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(clock, "now", lambda: AT)

    def run(self, path: Path, *more: str, slug: str = "proefstad") -> None:
        call_command("import_borders", str(path), "--municipality", slug, "--source", "CBS", "--year", "2016", *more)

    def test_says_what_it_did(self, division: Division, tmp_path: Path, capsys: pytest.CaptureFixture[str]):
        path = tmp_path / "grenzen.geojson"
        open_ring = feature("A2", square(1, 0)[:-1])
        path.write_bytes(collection(feature("WK000110", square(0, 0)), open_ring, feature("WK000210")))
        self.run(path)
        said = capsys.readouterr().out
        assert said.count("\n") == 3
        assert "2" in said.splitlines()[0]
        assert "Wijken: grenzen van 2 gebieden" in said
        assert set(rings(division)) == {"A1", "A2"}

    def test_stops_with_one_sentence_and_writes_the_refusal_down(self, division: Division, tmp_path: Path):
        path = tmp_path / "grenzen.geojson"
        path.write_bytes(collection(feature("A2", square(1, 0))))
        with pytest.raises(CommandError) as caught:
            self.run(path)
        assert caught.value.returncode == 2
        assert str(caught.value).startswith("grenzen.geojson: ")
        assert "WK000110" in str(caught.value)
        row = AuditEntry.objects.get(action="areas.borders.imported")
        assert (row.result, row.reason, row.subject_id) == ("refused", "border_missing", division.pk)

    def test_asks_which_division_when_there_are_several(self, division: Division, tmp_path: Path):
        draw_division(division.municipality, new=drawing(new_area("B1", parts=[]), key="dorpen"), actor=NOBODY, at=AT)
        path = tmp_path / "grenzen.geojson"
        path.write_bytes(GOOD)
        with pytest.raises(CommandError, match="dorpen, wijken") as caught:
            self.run(path)
        assert caught.value.returncode == 2
        self.run(path, "--division", "wijken", "--code", "CODE")
        assert set(rings(division)) == {"A1", "A2"}

    @pytest.mark.usefixtures("division")
    def test_stops_at_a_municipality_or_file_that_is_not_there(self, tmp_path: Path):
        for slug in ("nergens", "proefstad"):
            with pytest.raises(CommandError) as caught:
                self.run(tmp_path / "niets.geojson", slug=slug)
            assert caught.value.returncode == 2
