"""Whatever file a table comes in: the same figures are kept, and the same money is divided with them."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from fractions import Fraction
from io import BytesIO

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.budget.ledger_town import AT, Town, open_town
from tests.scans.tables import MAPPING, PEOPLE, ROWS, YOUNG, geojson, gzipped, sheet, table, zipped
from wijkaanzet.scans import operations, queries
from wijkaanzet.scans.models import Figure, FigureColumn, FigureImport
from wijkaanzet.scans.rules.columns import Column, ColumnKind
from wijkaanzet.scans.rules.figures import FiguresLayout
from wijkaanzet.scans.rules.figures_file import load_figures
from wijkaanzet.scans.rules.mapping import ColumnMapping

Rows = Sequence[Sequence[str]]
FILES: dict[str, Callable[[Rows], bytes]] = {
    "csv": table,
    "csv.gz": lambda rows: gzipped(table(rows)),
    "csv.zip": lambda rows: zipped(table(rows)),
    "semicolons": lambda rows: table(rows, delimiter=";", decimal=",", encoding="cp1252"),
    "utf-16": lambda rows: table(rows, delimiter="\t", encoding="utf-16"),
    "xlsx": sheet,
    "geojson": geojson,
    "geojson.gz": lambda rows: gzipped(geojson(rows)),
}
COUNTRY = (
    ("NL01", "Nederland", "17000000", "15", ""),
    ("GM0855", "Tilburg", "3505", "13", ""),
    *ROWS,
    ("BU08550001", "Buurt", "400", "11", ""),
)
"""All levels of the country: never what money is divided with to the letter."""


@pytest.fixture
def town(db: None) -> Town:
    return open_town()


def imported(town: Town, content: bytes, *, mapping: ColumnMapping = MAPPING) -> FigureImport:
    new = operations.Upload(content, "cijfers", "CBS", 2017, 2018)
    taken = operations.upload(town.division, new=new, actor=town.officer, at=AT)
    decimal = queries.file_layout(taken).decimal
    mapped = operations.map_columns(taken, mapping=replace(mapping, decimal=decimal), actor=town.officer, at=AT)
    return operations.import_figures(mapped, actor=town.officer, at=AT)


def kept(found: FigureImport) -> set[tuple[str, ...]]:
    """Every figure, with the number as a number: a sheet keeps 20.5 and not 20.50."""
    rows = Figure.objects.filter(figure_import=found).values_list("cbs_code", "column__slug", "value", "reason")
    return {(code, slug, str(Fraction(value)) if value else "", reason) for code, slug, value, reason in rows}


def divided(found: FigureImport) -> list[tuple[object, ...]]:
    """What the parser of divisions reads of the municipality."""
    keys = [column.key for column in queries.dividable_columns(found)]
    read = load_figures(queries.open_file(found), queries.layout_of(found), keys, municipality="GM0855")
    return [(area.code, area.name, area.inhabitants, dict(area.values)) for area in read.areas]


@pytest.mark.parametrize("kind", FILES)
def test_every_kind_of_file_gives_the_same_figures(town: Town, kind: str):
    found, plain = imported(town, FILES[kind](ROWS)), imported(town, table(ROWS) + b"\n")
    assert kept(found) == kept(plain)
    places = list(found.places.order_by("line").values_list("cbs_code", "cbs_name"))
    assert places == list(plain.places.order_by("line").values_list("cbs_code", "cbs_name"))
    assert divided(found) == divided(plain)
    assert found.plain is (kind in ("csv", "semicolons"))
    assert [one.pk for one in queries.usable(town.division, for_year=2018)] == [plain.pk, found.pk]


def test_a_plain_file_is_used_to_the_letter(town: Town):
    content = table(ROWS)
    found = imported(town, content)
    assert queries.open_file(found).read() == content
    assert queries.layout_of(found) == FiguresLayout(",", ".", "utf-8", ("", "."), "gwb_code", "naam", "a_inw")


def test_of_the_whole_country_only_the_areas_of_the_division_divide_money(town: Town):
    found = imported(town, table(COUNTRY))
    assert (found.plain, found.level) == (False, "WK")
    assert [row[0] for row in divided(found)] == ["WK085500", "WK085501", "WK085502", "WK085503"]
    assert Figure.objects.filter(figure_import=found, cbs_code="NL00").count() == 2


def test_a_table_of_divisions_is_drawn_the_same_every_time(town: Town):
    found = imported(town, gzipped(table(ROWS)))
    first, again = queries.open_file(found).read(), queries.open_file(found).read()
    assert first == again
    assert first.decode().splitlines() == [
        "gwb_code,naam,a_inw,p_jong",
        "WK085500,Noord,1000,20.5",
        "WK085501,Zuid,2000,10",
        "WK085502,Oost,500,",
        "WK085503,West,0,",
    ]


def test_without_names_the_codes_stand_for_them(town: Town):
    found = imported(town, table(ROWS), mapping=ColumnMapping("gwb_code", "", "a_inw", (PEOPLE,)))
    assert [row[:2] for row in divided(found)][:2] == [("WK085500", "WK085500"), ("WK085501", "WK085501")]


def test_without_inhabitants_no_money_is_divided(town: Town):
    mean = Column("p_jong", "Rapportcijfer", ColumnKind.MEAN)
    found = imported(town, table(ROWS), mapping=ColumnMapping("gwb_code", "naam", "", (mean,)))
    assert queries.usable(town.division, for_year=2018) == []
    assert Figure.objects.filter(figure_import=found).count() == 5


def test_money_is_divided_by_counts_and_percentages_of_them_only(town: Town):
    columns = (PEOPLE, YOUNG, Column("opmerking", "Rapportcijfer", ColumnKind.MEAN, of="a_inw"))
    rows = [(*row[:4], "7.5") for row in ROWS]
    found = imported(town, table(rows), mapping=ColumnMapping("gwb_code", "naam", "a_inw", columns))
    assert [one.key for one in queries.dividable_columns(found)] == ["a_inw", "p_jong"]
    assert FigureColumn.objects.filter(figure_import=found).count() == 3


NAMES = st.text("Aébc' ,;\"", max_size=12).map(lambda text: f"N{text}")
NUMBERS = st.sampled_from([".", ""]) | st.integers(0, 1000).map(lambda n: f"{n / 10}") | st.integers(0, 100).map(str)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(NAMES, st.integers(0, 10**6).map(str), NUMBERS), min_size=1, max_size=12))
def test_what_is_drawn_of_a_packed_file_is_what_the_parser_reads_of_the_plain_one(town: Town, drawn: list):
    content = table([(f"WK0855{n:02}", *cells, "") for n, cells in enumerate(drawn)])
    layout = FiguresLayout(",", ".", "utf-8", ("", "."), "gwb_code", "naam", "a_inw")
    plain = load_figures(BytesIO(content), layout, ["a_inw", "p_jong"], municipality="GM0855")
    with transaction.atomic():
        found = divided(imported(town, gzipped(content)))
        transaction.set_rollback(True)
    assert found == [(one.code, one.name, one.inhabitants, dict(one.values)) for one in plain.areas]
