"""The first table of a municipality draws its neighbourhoods: a wijk each, by the names that stand in it."""

from datetime import date
from typing import Any

import pytest

from tests.conftest import AT
from tests.factories import NOBODY, MunicipalityFactory, install
from tests.scans.figure_town import LATER, buurt, wijk
from tests.scans.tables import HEADER, geojson, gzipped, sheet, table, zipped
from wijkaanzet.areas.models import Area, AreaPart, Division
from wijkaanzet.cycle.operations import upload_figures
from wijkaanzet.kernel.models import AuditEntry, Municipality
from wijkaanzet.kernel.refusals import Refused
from wijkaanzet.scans import queries
from wijkaanzet.scans.models import FigureImport
from wijkaanzet.scans.operations import Upload
from wijkaanzet.scans.rules.bad_input import BadInput
from wijkaanzet.scans.rules.first_areas import areas_in
from wijkaanzet.scans.rules.importing import Origin
from wijkaanzet.scans.rules.overview import look_at

CITY = "GM0001"
FOUR = (
    (wijk(1), "Noord", "1000", "20.5", "ja"),
    (wijk(2), "Zuid", "2000", "10", "nee"),
    (wijk(0), "Oost", "500", "5", "ja"),
    ("WK000201", "Elders", "900", "9", "nee"),
)


def found(content: bytes, municipality: str = CITY) -> dict[str, str]:
    return areas_in(content, look_at(content, municipality=municipality), municipality=municipality)


class TestAreasIn:
    @pytest.mark.parametrize(
        "content",
        [
            table(FOUR),
            table(FOUR, delimiter=";", decimal=","),
            table(FOUR, encoding="utf-8-sig"),
            sheet(FOUR),
            geojson(FOUR),
            gzipped(table(FOUR)),
            zipped(table(FOUR)),
        ],
        ids=["csv", "semicolons", "mark", "workbook", "geojson", "gzip", "zip"],
    )
    def test_any_file_gives_the_wijken_of_the_municipality_by_name(self, content: bytes):
        assert found(content) == {wijk(1): "Noord", wijk(2): "Zuid", wijk(0): "Oost"}

    def test_wijken_go_before_their_buurten_and_the_municipality_is_none(self):
        rows = [(CITY, "Proefstad", "9"), (buurt(1), "Straat", "4"), (wijk(0), "Oost", "5"), ("NL00", "Nederland", "9")]
        assert found(table(rows, header=HEADER[:3])) == {wijk(0): "Oost"}

    def test_a_table_of_buurten_gives_those(self):
        rows = [(CITY, "Proefstad", "9"), (buurt(1), "Straat", "4"), (buurt(2), "Plein", "5")]
        assert found(table(rows, header=HEADER[:3])) == {buurt(1): "Straat", buurt(2): "Plein"}

    def test_codes_are_read_as_they_are_written_elsewhere(self):
        rows = [(f"{wijk(1).lower()}   ", "  Noord   aan  Zee ", "4"), (wijk(2), "Zuid", "5")]
        assert found(table(rows, header=HEADER[:3])) == {wijk(1): "Noord aan Zee", wijk(2): "Zuid"}

    def test_of_a_region_that_stands_there_twice_the_first_name_counts(self):
        rows = [(wijk(1), "Noord", "4"), (wijk(1), "Anders", "5"), (wijk(2), "Zuid", "5")]
        assert found(table(rows, header=HEADER[:3])) == {wijk(1): "Noord", wijk(2): "Zuid"}

    def test_a_table_without_names_is_refused(self):
        rows = [(wijk(1), "4"), (wijk(2), "5")]
        with pytest.raises(BadInput) as refused:
            found(table(rows, header=("gwb_code", "a_inw")))
        assert refused.value.key == "areas_need_names"


@pytest.fixture
def town(db: None) -> Municipality:
    """Proefstad, which steers on wijken and has none yet."""
    return install().municipality


def first(
    town: Municipality, content: bytes, *, year: int = 2016, region_year: int | None = None, source: str = "CBS"
) -> FigureImport:
    new = Upload(content, "wijken.csv", source, year, 2018, region_year=region_year)
    return upload_figures(town, division=None, new=new, name="Wijken", actor=NOBODY, at=AT)


def monitor(town: Municipality, file_name: str, *, division: Division | None = None, **told: Any) -> FigureImport:
    """The health monitor of 2016, with names, as one of the tables in which it was brought out."""
    header = ("WijkenEnBuurten", "Perioden", "naam", "Eenzaam_28", "Mantelzorger_32", "Vrijwilligerswerk_33")
    rows = [(wijk(n), "2016JJ00", name, "43.4", "14.3", "20.1") for n, name in ((1, "Noord"), (2, "Zuid"))]
    new = Upload(table(rows, header=header), file_name, "RIVM", 2016, 2018, **told)
    return upload_figures(town, division=division, new=new, name="Wijken", actor=NOBODY, at=LATER)


class TestUpload:
    def test_draws_a_neighbourhood_of_each_wijk_and_takes_the_table_in(self, town: Municipality):
        uploaded = first(town, table(FOUR))
        division = Division.objects.get(municipality=town)
        assert (division.key, division.name, division.starts_on) == ("wijken", "Wijken", date(2016, 1, 1))
        assert uploaded.division == division
        assert list(Area.objects.order_by("name").values_list("name", "slug", "code")) == [
            ("Noord", "noord", wijk(1)), ("Oost", "oost", wijk(0)), ("Zuid", "zuid", wijk(2))
        ]  # fmt: skip
        parts = AreaPart.objects.filter(year=2016, weight=1)
        assert set(parts.values_list("cbs_code", flat=True)) == {wijk(0), wijk(1), wijk(2)}

    def test_is_written_down_as_both_acts(self, town: Municipality):
        first(town, table(FOUR))
        actions = list(AuditEntry.objects.order_by("id").values_list("action", flat=True))
        assert actions[-2:] == ["areas.division.drawn", "scans.figure_import.uploaded"]

    @pytest.mark.parametrize(("year", "region_year", "drawn"), [(2015, 2012, 2012), (2016, None, 2016)])
    def test_the_division_starts_in_the_region_year(
        self, town: Municipality, year: int, region_year: int | None, drawn: int
    ):
        first(town, table(FOUR), year=year, region_year=region_year)
        assert set(AreaPart.objects.values_list("year", flat=True)) == {drawn}

    def test_the_map_of_a_published_table_is_that_of_the_division_and_of_its_figures(self, town: Municipality):
        uploaded = monitor(town, "50090NED.csv")
        assert uploaded.table == "50090NED"
        assert (uploaded.year, uploaded.region_year) == (2016, 2020)
        assert set(AreaPart.objects.values_list("year", flat=True)) == {2020}
        assert set(queries.places(uploaded.division, year=uploaded.region_year)) == {wijk(1), wijk(2)}

    def test_of_what_was_counted_here_it_is_that_of_its_year(self, town: Municipality):
        uploaded = monitor(town, "50090NED.csv", origin=Origin.OWN)
        assert (uploaded.table, uploaded.region_year) == ("", 2016)
        assert set(AreaPart.objects.values_list("year", flat=True)) == {2016}

    @pytest.mark.parametrize("divided", [False, True])
    def test_a_table_of_a_map_that_nobody_knows_is_refused_until_it_is_told(self, town: Municipality, divided: bool):
        division = first(town, table(FOUR)).division if divided else None
        before = AreaPart.objects.count(), FigureImport.objects.count()
        with pytest.raises(BadInput) as refused:
            monitor(town, "50120NED.csv", division=division)
        assert (refused.value.key, refused.value.parameters["table"]) == ("areas_year_needed", "50120NED")
        assert (AreaPart.objects.count(), FigureImport.objects.count()) == before
        told = monitor(town, "50120NED.csv", division=division, region_year=2022)
        assert (told.table, told.region_year) == ("50120NED", 2022)

    def test_a_region_year_to_come_starts_it_today(self, town: Municipality):
        first(town, table(FOUR), region_year=2030)
        assert set(AreaPart.objects.values_list("year", flat=True)) == {AT.year}

    @pytest.mark.parametrize(
        ("content", "key"),
        [
            (b"", "empty_file"),
            (b"%PDF-1.7 nothing", "pdf_file"),
            (table([(wijk(1), "4"), (wijk(2), "5")], header=("gwb_code", "a_inw")), "areas_need_names"),
            (table([("WK000201", "Elders", "900", "9", "nee")]), "no_code_here"),
        ],
    )
    def test_of_a_file_that_is_no_table_nothing_is_kept(self, town: Municipality, content: bytes, key: str):
        before = AuditEntry.objects.count()
        with pytest.raises(BadInput) as refused:
            first(town, content)
        assert refused.value.key == key
        kept = (Division.objects.count(), FigureImport.objects.count(), AuditEntry.objects.count() - before)
        assert kept == (0, 0, 0)

    def test_without_a_source_no_division_is_drawn_either(self, town: Municipality):
        with pytest.raises(Refused):
            upload_figures(
                town,
                division=None,
                new=Upload(table(FOUR), "a.csv", " ", 2016, 2018),
                name="Wijken",
                actor=NOBODY,
                at=AT,
            )
        assert not Division.objects.exists()

    def test_a_municipality_that_is_divided_already_keeps_its_division(self, town: Municipality):
        first(town, table(FOUR))
        with pytest.raises(Refused) as refused:
            first(town, table(FOUR), year=2015)
        assert refused.value.key in {"division_exists", "code_taken", "address_taken"}
        assert (Division.objects.count(), FigureImport.objects.count()) == (1, 1)

    def test_neighbourhoods_of_one_name_get_an_address_each(self, town: Municipality):
        rows = [(wijk(1), "Buitengebied", "4"), (wijk(2), "Buitengebied", "5"), (wijk(3), "Kern", "6")]
        first(town, table(rows, header=HEADER[:3]))
        assert Area.objects.values("slug").distinct().count() == 3

    def test_a_name_that_a_spreadsheet_would_run_stays_a_name(self, town: Municipality):
        rows = [(wijk(1), "=1+1", "4"), (wijk(2), "Zuid", "5")]
        first(town, table(rows, header=HEADER[:3]))
        assert Area.objects.filter(name="=1+1").exists()

    def test_wijken_of_another_municipality_are_none_of_ours(self, town: Municipality):
        other = MunicipalityFactory.create(code="GM0002")
        first(town, table(FOUR))
        assert not Area.objects.filter(division__municipality=other).exists()
        assert not Area.objects.filter(code="WK000201").exists()
