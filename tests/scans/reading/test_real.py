"""Every published file at hand is understood without help: its header, its rows, its signs and its numbers."""

import os
from pathlib import Path

import pytest

from wijkaanzet.scans.rules.reading.detection import detect
from wijkaanzet.scans.rules.reading.layout import FileKind
from wijkaanzet.scans.rules.reading.numbers import Numbers
from wijkaanzet.scans.rules.reading.regions import region
from wijkaanzet.scans.rules.reading.signs import check_numbers
from wijkaanzet.scans.rules.reading.table import open_table

CSV, STATLINE, PIVOT, GEOJSON = FileKind.CSV, FileKind.STATLINE, FileKind.STATLINE_PIVOT, FileKind.GEOJSON
# kind, sign of decimals, columns, rows
FILES = {
    "codes_names_2014.csv.gz": (CSV, ".", 3, 14_822),
    "gemeenten_2018_pdok.csv": (CSV, ".", 32, 380),
    "gemeenten_2019_pdok.csv": (CSV, ".", 32, 355),
    "gemeenten_2022.csv": (CSV, ".", 18, 345),
    "gemeenten_2022.geojson.gz": (GEOJSON, ".", 5, 345),
    "gemeenten_2022_pdok.csv": (CSV, ".", 73, 345),
    "gemeenten_2023_pdok.csv": (CSV, ".", 28, 342),
    "kwb_gemeenten_2020_dutch_titles.csv": (CSV, ".", 182, 355),
    "leefbaarometer_wijk_amstelveen_2014_2018.csv": (CSV, ".", 11, 56),
    "rivm_50090NED_2016_18plus_untyped.csv.gz": (STATLINE, ".", 43, 17_341),
    "rivm_50090NED_2020_18plus_untyped.csv.gz": (STATLINE, ".", 43, 17_341),
    "statline_kwb_2015_amsterdam_pivot.csv": (PIVOT, ",", 11, 106),
    "statline_kwb_2017_amsterdam.csv.gz": (STATLINE, ".", 110, 580),
    "statline_kwb_2019_amsterdam.csv.gz": (STATLINE, ",", 118, 580),
    "wijken_2014.geojson.gz": (GEOJSON, ".", 2, 2_738),
    "wijken_2022.csv": (CSV, ".", 18, 3_340),
    "wijken_2022.geojson.gz": (GEOJSON, ".", 5, 3_340),
    "wijken_2022_13.geojson": (GEOJSON, ".", 5, 434),
    "wijken_2022_tilburg_amersfoort_oij.geojson": (GEOJSON, ".", 5, 96),
}
CODING, PEOPLE = "Regioaanduiding.Codering..code.", "Bevolking.Aantal.inwoners..aantal."
# file, column of the code, level, column that counts: the sum over that level
SUMS = [
    ("gemeenten_2018_pdok.csv", "gemeentecode", "GM", "aantal_inwoners", 17_181_084),
    ("gemeenten_2019_pdok.csv", "gemeentecode", "GM", "aantal_inwoners", 17_282_163),
    ("gemeenten_2022_pdok.csv", "gemeentecode", "GM", "aantal_inwoners", 17_590_672),
    ("gemeenten_2023_pdok.csv", "gemeentecode", "GM", "aantal_inwoners", 17_811_291),
    ("kwb_gemeenten_2020_dutch_titles.csv", "GM_CODE", "GM", "Aantal inwoners", 17_407_585),
    ("wijken_2022.csv", "code", "WK", "population", 17_588_925),
    ("wijken_2022.geojson.gz", "code", "WK", "population", 17_588_925),
    ("statline_kwb_2017_amsterdam.csv.gz", CODING, "WK", PEOPLE, 844_670),
    ("statline_kwb_2017_amsterdam.csv.gz", CODING, "BU", PEOPLE, 843_960),
    ("statline_kwb_2019_amsterdam.csv.gz", CODING, "WK", PEOPLE, 862_705),
    ("statline_kwb_2019_amsterdam.csv.gz", CODING, "BU", PEOPLE, 862_635),
]


def content_of(name: str) -> bytes:
    folder = os.environ.get("WZ_REAL_DATA")
    if not folder:
        pytest.skip("WZ_REAL_DATA does not name the folder with the real figures")
    path = Path(folder) / "neighbourhoods" / name
    if not path.exists():
        pytest.skip(f"{name} is not among the real figures at hand")
    return path.read_bytes()


@pytest.mark.done("4.real-files")
@pytest.mark.parametrize("name", FILES)
def test_opens_with_its_header_and_its_rows(name: str) -> None:
    content = content_of(name)
    layout = detect(content)
    table = open_table(content, layout)
    rows = sum(1 for _ in table.rows)
    assert (layout.kind, layout.decimal, len(table.header), rows) == FILES[name]
    assert (layout.thousands, layout.uncertain) == ("", False)
    check_numbers(open_table(content, layout).rows, table.header, layout, columns=table.header)


@pytest.mark.done("4.real-files")
@pytest.mark.parametrize(("name", "code", "level", "column", "total"), SUMS)
def test_adds_up_to_what_was_published(name: str, code: str, level: str, column: str, total: int) -> None:
    content = content_of(name)
    layout = detect(content)
    table = open_table(content, layout)
    where, what = table.header.index(code), table.header.index(column)
    numbers = Numbers(layout)
    found = [numbers.text(cells[what]) for _, cells in table.rows if (region(cells[where]) or "").startswith(level)]
    assert sum(int(number) for number in found if number is not None) == total


@pytest.mark.done("4.real-files")
def test_figures_of_health_have_their_points_for_not_known() -> None:
    content = content_of("rivm_50090NED_2020_18plus_untyped.csv.gz")
    layout = detect(content)
    table = open_table(content, layout)
    numbers = Numbers(layout)
    code, lonely = table.header.index("Codering_3"), table.header.index("Eenzaam_28")
    found = {cells[code]: numbers.text(cells[lonely]) for _, cells in table.rows}
    assert (found["NL01"], found["GM0855"]) == ("47.0", "49.1")
    assert sum(number is None for key, number in found.items() if key.startswith("WK")) == 27
