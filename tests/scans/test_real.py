"""Published files go through the whole import: sums that are known, what is missing, and what may be compared."""

import time
from decimal import Decimal

import pytest

from tests.scans.real_files import (
    ACTOR,
    AT,
    RIVM,
    WIJKEN_2022,
    brought_in,
    first,
    imported,
    opened,
    real,
    upload_of,
)
from wijkaanzet.areas.models import Division
from wijkaanzet.areas.operations import NewArea, NewDivision, draw_division, recompose
from wijkaanzet.areas.rules.changes import Comparability, comparable
from wijkaanzet.areas.rules.composition import Part
from wijkaanzet.kernel.refusals import Refused
from wijkaanzet.scans import operations, queries
from wijkaanzet.scans.models import Figure, FigureImport
from wijkaanzet.scans.queries.series import series_of
from wijkaanzet.scans.queries.sheet import Sheet
from wijkaanzet.scans.rules.catalogue import Polarity
from wijkaanzet.scans.rules.reading.detection import detect
from wijkaanzet.scans.rules.reading.regions import region
from wijkaanzet.scans.rules.reading.table import open_table
from wijkaanzet.scans.rules.series import BreakReason
from wijkaanzet.scans.rules.statistics.trend import TrendOutcome

pytestmark = [pytest.mark.django_db, pytest.mark.both_engines, pytest.mark.done("4.real-files")]

TILBURG, AMERSFOORT, OUDE_IJSSELSTREEK = (
    ("GM0855", "tilburg"),
    ("GM0307", "amersfoort"),
    ("GM1509", "oude-ijsselstreek"),
)
LONELY, SERIOUSLY = "eenzaam", "ernstig-eenzaam"


def values(found: FigureImport, slug: str, start: str) -> list[str]:
    """What was kept of a figure for every region whose code starts so."""
    rows = Figure.objects.filter(figure_import=found, column__slug=slug, cbs_code__startswith=start)
    return list(rows.values_list("value", flat=True))


def total(found: FigureImport, slug: str, start: str) -> tuple[int, int]:
    known = values(found, slug, start)
    return len(known), sum(int(value) for value in known if value)


class TestSums:
    @pytest.mark.parametrize(
        ("code", "slug", "wijken", "inhabitants"),
        [(*TILBURG, 59, 224_470), (*AMERSFOORT, 33, 158_575), (*OUDE_IJSSELSTREEK, 4, 39_385)],
    )
    def test_of_the_wijken_of_2022(self, code: str, slug: str, wijken: int, inhabitants: int):
        found = first(opened(code, slug), WIJKEN_2022, year=2022)
        assert total(found, "inwoners", "WK") == (3_340, 17_588_925)
        assert total(found, "inwoners", f"WK{code[2:]}") == (wijken, inhabitants)
        sheet = Sheet(found.division, queries.public_columns(found.division))
        (people,) = [one for one in sheet.columns if one.slug == "inwoners"]
        assert (
            sum(sheet.known.whole(people, sheet.parts(area, people)).value or 0 for area in sheet.areas) == inhabitants
        )

    def test_are_the_same_with_borders(self):
        found = first(opened(), "wijken_2022.geojson.gz", year=2022)
        assert total(found, "inwoners", "WK") == (3_340, 17_588_925)

    @pytest.mark.parametrize(
        ("year", "wijken", "buurten"),
        [(2017, 844_670, 843_960), (2019, 862_705, 862_635)],
    )
    def test_of_a_download_of_statline(self, year: int, wijken: int, buurten: int):
        found = first(opened("GM0363", "amsterdam"), f"statline_kwb_{year}_amsterdam.csv.gz", year=year)
        assert total(found, "inwoners", "WK") == (99, wijken)
        assert total(found, "inwoners", "BU") == (479, buurten)


class TestMonitorOfHealth:
    def test_the_whole_country_comes_in_within_ten_seconds_and_a_second_time_changes_nothing(self):
        division = first(opened(), WIJKEN_2022, year=2022).division
        new = upload_of(RIVM[2020], year=2020)
        start = time.process_time()  # how busy the machine is with other work says nothing
        found = imported(operations.upload(division, new=new, actor=ACTOR, at=AT))
        assert time.process_time() - start < 10
        codes = list(found.places.values_list("cbs_code", flat=True))
        levels = [sum(code.startswith(level) for code in codes) for level in ("NL", "GM", "WK", "BU")]
        assert levels == [1, 355, 3_177, 13_808]
        assert [values(found, LONELY, code) for code in ("NL00", "GM0855")] == [["47.0"], ["49.1"]]
        seriously = {"NL00": "11.2", "GM0855": "12.9", "GM0307": "10.5", "GM1509": "10.2"}
        assert {code: values(found, SERIOUSLY, code)[0] for code in seriously} == seriously
        lonely = Figure.objects.filter(figure_import=found, column__slug=LONELY, value="")
        unknown = [lonely.filter(cbs_code__startswith=level, reason="unknown").count() for level in ("WK", "BU")]
        assert unknown[0] == 27  # a point, padded to eight signs
        assert 742 <= unknown[1] <= 833
        assert lonely.count() == sum(unknown)
        before = Figure.objects.count()
        with pytest.raises(Refused) as refused:
            imported(operations.upload(division, new=new, actor=ACTOR, at=AT))
        assert (refused.value.key, refused.value.parameters["name"]) == ("same_file", RIVM[2020])
        assert Figure.objects.count() == before

    def test_an_earlier_year_is_given_for_later_areas(self):
        division = first(opened(), WIJKEN_2022, year=2022).division
        found = brought_in(division, RIVM[2016], year=2016, region_year=2020)
        assert [values(found, LONELY, code) for code in ("NL00", "GM0855")] == [["43.4"], ["46.5"]]
        assert (found.year, found.region_year) == (2016, 2020)


class TestSigns:
    def test_decimal_commas_and_names_of_r_are_understood(self):
        found = first(opened("GM0363", "amsterdam"), "statline_kwb_2019_amsterdam.csv.gz", year=2019)
        layout = queries.file_layout(found)
        assert (layout.decimal, layout.missing) == (",", ("", ".", "NA"))
        known = [value for value in values(found, "huishoudensgrootte", "WK") if value]
        assert known
        assert all(1 <= Decimal(value) <= 4 for value in known)


class TestInTime:
    def codes(self, name: str, start: str) -> set[str]:
        content = real(name)
        table = open_table(content, detect(content))
        found = {region(cell) or "" for _, cells in table.rows for cell in cells}
        return {code for code in found if code.startswith(start)}

    def test_tilburg_was_numbered_again_so_its_series_breaks_and_no_trend_is_shown(self):
        before, after = self.codes("codes_names_2014.csv.gz", "WK0855"), self.codes(WIJKEN_2022, "WK0855")
        assert (len(before), len(after), before & after) == (10, 59, set())
        division = self.of_ten_areas(sorted(before), sorted(after))
        brought_in(division, WIJKEN_2022, year=2022)
        rows = "\n".join(f"{code},Wijk,{5_000 + place}" for place, code in enumerate(sorted(before)))
        told = operations.Upload(f"code,name,population\n{rows}\n".encode(), "2014.csv", "CBS", 2014, 2027)
        imported(operations.upload(division, new=told, actor=ACTOR, at=AT))
        sheet = Sheet(division, queries.public_columns(division))
        for area in sheet.areas:
            series = series_of(sheet, area, "inwoners", polarity=Polarity.NO_JUDGEMENT)
            assert (series.years, series.breaks) == ((2014, 2022), {1: BreakReason.BORDERS})
            assert series.compared.trend.outcome is TrendOutcome.TOO_FEW
            assert series.compared.difference is None

    def of_ten_areas(self, before: list[str], after: list[str]) -> Division:
        """Ten areas, each of one wijk of 2014 and of several wijken of 2022."""
        areas = [NewArea(f"T{n}", f"wijk-{n}", f"Wijk {n}", (n, 1), dict.fromkeys(after[n::10], "")) for n in range(10)]
        new = NewDivision(key="toegangsgebied", name="Wijken", year=2022, fictional=False, areas=areas)
        division = draw_division(opened(), new=new, actor=ACTOR, at=AT)
        parts = {area.code: [Part(code, code)] for area, code in zip(areas, before, strict=True)}
        recompose(division, year=2014, parts=parts, actor=ACTOR, at=AT)
        return division

    def test_a_merger_of_municipalities_is_never_the_same_place(self):
        before, after = (self.codes(f"gemeenten_{year}_pdok.csv", "GM") for year in (2018, 2019))
        gone, new = before - after, after - before
        assert (len(gone), len(new)) == (34, 9)
        for code in sorted(new):
            found = comparable([Part(one, "") for one in sorted(gone)], 2018, [Part(code, "")], 2019, changes=[])
            assert found.outcome is Comparability.NOT_COMPARABLE
            assert code in found.unknown
