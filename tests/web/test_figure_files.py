"""One figure of all neighbourhoods as CSV, JSON and GeoJSON: the same as on the page, by name, safe to open."""

import csv
import json
import re
from io import StringIO
from typing import Any

import pytest
from django.test import Client
from shapely.geometry import shape

from tests.areas.border_files import SOUTH, WEST
from tests.factories import NOBODY
from tests.helpers.queries import assert_same_queries
from tests.scans.figure_town import LATER, PEOPLE, FigureTown, open_town, wijk
from tests.web.figure_pages import data_of, draw_borders, page_of, read, rows_of, words
from wijkaanzet.areas.models import Area, AreaBorder, AreaPart
from wijkaanzet.areas.rules.grid import to_grid
from wijkaanzet.kernel import clock
from wijkaanzet.scans import operations as scans
from wijkaanzet.scans.rules.columns import Column, ColumnKind

pytestmark = pytest.mark.django_db

K = ColumnKind
LONELY = Column("p", "Eenzaam", K.PERCENTAGE, of="inwoners", unit="van de inwoners")
OWNED = Column("p", "Koopwoningen", K.PERCENTAGE, indicator="koopwoningen")
CSV, JSON, GEOJSON = (f"/proefstad/cijfers/eenzaam.{kind}" for kind in ("csv", "json", "geojson"))
FILES = (CSV, JSON, GEOJSON)
BY_NAME = ["Noord", "Oost", "West", "Zuid"]


@pytest.fixture
def town(monkeypatch: pytest.MonkeyPatch) -> FigureTown:
    """Proefstad with four neighbourhoods of one wijk each, within their borders."""
    monkeypatch.setattr(clock, "now", lambda: LATER)
    town = open_town()
    draw_borders(town)
    return town


def fill(town: FigureTown, *values: object, column: Column = LONELY, year: int = 2016, **told: Any) -> None:
    """A table in which the wijken have these values."""
    cells = {wijk(n): {"inwoners": 1_000, column.key: value} for n, value in enumerate(values)}
    town.put(cells, PEOPLE, column, year=year, **told)


class TestSame:
    def test_every_file_says_the_same_as_the_page(self, town: FigureTown, client: Client):
        fill(town, 20, 30, ".", 50)
        rows = rows_of(client, CSV)
        (year,) = data_of(client, JSON)["jaren"]
        features = data_of(client, GEOJSON)["features"]
        assert [one["wijk"] for one in rows] == [one["wijk"] for one in year["wijken"]] == BY_NAME
        assert [one["properties"]["wijk"] for one in features] == BY_NAME
        for row, told, one in zip(rows, year["wijken"], features, strict=True):
            assert one["properties"] == told
            assert row["waarde_exact"] == ("" if told["waarde"] is None else f"{told['waarde']:g}")
            assert (row["waarom_geen_waarde"], row["wijk_code"]) == (told["waarom_geen_waarde"], told["code"])
            page = words(read(client, page_of(told["wijk"].lower(), "eenzaam")))
            assert (row["waarde"] or row["waarom_geen_waarde"]) in page
            assert row["uitkomst"] == ("" if told["uitkomst"] == "niet vergeleken" else told["uitkomst"])

    def test_a_value_that_is_not_there_says_why(self, town: FigureTown, client: Client):
        fill(town, 20, 30, ".", 50)
        zuid = data_of(client, JSON)["jaren"][0]["wijken"][3]
        assert (zuid["wijk"], zuid["waarde"], zuid["van_95"], zuid["uitkomst"]) == (
            "Zuid", None, None, "niet vergeleken"
        )  # fmt: skip
        assert zuid["waarom_geen_waarde"].startswith("niet bekend")

    def test_years_stand_from_new_to_old_and_the_newest_table_of_each_counts(self, town: FigureTown, client: Client):
        for year, value in ((2015, 1), (2016, 2), (2016, 3), (2014, 4)):
            fill(town, value, value, value, value, year=year, provisional=value == 3)
        told = data_of(client, JSON)
        assert [(one["jaar"], one["wijken"][0]["waarde"], one["voorlopig"]) for one in told["jaren"]] == [
            (2016, 3, True), (2015, 1, False), (2014, 4, False)
        ]  # fmt: skip
        rows = [
            (row["jaar"], row["waarde"], row["voorlopig"]) for row in rows_of(client, CSV) if row["wijk"] == "Noord"
        ]
        assert rows == [("2016", "3,0%", "ja"), ("2015", "1,0%", "nee"), ("2014", "4,0%", "nee")]
        assert data_of(client, GEOJSON)["jaar"] == 2016

    def test_what_was_taken_back_is_in_no_file(self, town: FigureTown, client: Client):
        fill(town, 20, 30, 40, 50)
        (table,) = town.division.figure_imports.all()
        scans.undo(table, reason="Verkeerd bestand.", actor=NOBODY, at=LATER)
        assert [client.get(path).status_code for path in FILES] == [404, 404, 404]


class TestMeaning:
    def test_data_say_what_they_mean_and_where_they_come_from(self, town: FigureTown, client: Client):
        fill(town, 20, 30, 40, 50, column=OWNED, table="85318NED", source="CBS, kerncijfers")
        told = data_of(client, "/proefstad/cijfers/koopwoningen.json")
        assert (told["gemeente"], told["cijfer"], told["jaar"], told["bron"]) == (
            "Proefstad", "koopwoningen", 2016, "CBS, kerncijfers"
        )  # fmt: skip
        assert told["uitleg"]
        assert told["licentie"]
        assert told["status"] == "nog niet besproken"
        assert (told["gebieden_van"], told["tabel"]) == (2016, "85318NED")

    @pytest.mark.parametrize(
        ("path", "kind", "name"),
        [
            (CSV, "text/csv; charset=utf-8", "proefstad-eenzaam.csv"),
            (JSON, "application/json; charset=utf-8", "proefstad-eenzaam.json"),
            (GEOJSON, "application/geo+json; charset=utf-8", "proefstad-eenzaam.geojson"),
        ],
    )
    def test_is_a_file_to_take_away(self, town: FigureTown, client: Client, path: str, kind: str, name: str):
        fill(town, 20, 30, 40, 50)
        answer = client.get(path)
        assert answer["Content-Type"] == kind
        assert answer["Content-Disposition"] == f'attachment; filename="{name}"'

    @pytest.mark.parametrize("path", FILES)
    def test_is_dutch_in_every_language(self, town: FigureTown, client: Client, path: str):
        fill(town, 20, 30, 40, 50)
        before = read(client, path)
        client.post("/taal/", {"language": "en", "next": "/"})
        assert read(client, path) == before

    @pytest.mark.parametrize("path", FILES)
    def test_a_figure_that_nobody_has_is_not_there(self, town: FigureTown, client: Client, path: str):
        assert client.get(path).status_code == 404
        assert client.post(path).status_code == 405


class TestBorders:
    def test_lie_where_they_were_brought_in(self, town: FigureTown, client: Client):
        fill(town, 20, 30, 40, 50)
        features = data_of(client, GEOJSON)["features"]
        for place, code in enumerate(sorted(one["id"] for one in features)):
            (found,) = [one for one in features if one["id"] == code]
            area = shape(found["geometry"])
            assert area.is_valid
            west, south, east, north = area.bounds
            metres = [to_grid(point, "degrees") for point in ((west, south), (east, north))]
            corners = [(WEST + 1_000 * place, SOUTH), (WEST + 1_000 * (place + 1), SOUTH + 1_000)]
            for corner, expected in zip(metres, corners, strict=True):
                assert corner == pytest.approx(expected, abs=25)  # the grid is turned a little against the meridian

    def test_outer_rings_run_against_the_clock_and_holes_lie_in_theirs(self, town: FigureTown, client: Client):
        noord = AreaBorder.objects.get(area__slug="noord")
        (outer,) = noord.rings
        west, south = min(outer[::2]), min(outer[1::2])
        hole = [(300, 300), (300, 600), (600, 600), (600, 300)]
        noord.rings = [outer, [number for x, y in hole for number in (west + x, south + y)]]
        noord.save()
        fill(town, 20, 30, 40, 50)
        geometry = data_of(client, GEOJSON)["features"][0]["geometry"]
        ((ring, inner),) = geometry["coordinates"]
        assert ring[0] == ring[-1]
        assert shape(geometry).is_valid
        assert shape(geometry).area < shape({"type": "Polygon", "coordinates": [ring]}).area
        assert len(inner) == 5

    def test_an_area_without_a_border_has_no_place_and_keeps_its_figure(self, town: FigureTown, client: Client):
        fill(town, 20, 30, 40, 50)
        AreaBorder.objects.filter(area__slug="oost").delete()
        features = data_of(client, GEOJSON)["features"]
        assert [one["properties"]["wijk"] for one in features if one["geometry"] is None] == ["Oost"]
        AreaBorder.objects.all().delete()
        features = data_of(client, GEOJSON)["features"]
        assert [one["geometry"] for one in features] == [None] * 4
        assert [one["properties"]["waarde"] for one in features] == [20, 30, 50, 40]


class TestNoRanking:
    @pytest.mark.parametrize("values", [(50, 40, 30, 20), (20, 50, 30, 40), (7, 7, 7, 7)])
    def test_rows_stand_by_name_whatever_their_values(self, town: FigureTown, client: Client, values: tuple[int, ...]):
        fill(town, *values)
        assert [row["wijk"] for row in rows_of(client, CSV)] == BY_NAME
        assert [one["wijk"] for one in data_of(client, JSON)["jaren"][0]["wijken"]] == BY_NAME
        assert [one["properties"]["wijk"] for one in data_of(client, GEOJSON)["features"]] == BY_NAME

    @pytest.mark.parametrize("path", FILES)
    @pytest.mark.parametrize("query", ["?sort=waarde", "?order=-waarde", "?sorteer=-1"])
    def test_nothing_in_the_address_changes_the_order(self, town: FigureTown, client: Client, path: str, query: str):
        fill(town, 50, 40, 30, 20)
        assert read(client, path) == read(client, path + query)

    def test_no_file_holds_a_place_in_a_list(self, town: FigureTown, client: Client):
        fill(town, 50, 40, 30, 20)
        names = {*rows_of(client, CSV)[0], *data_of(client, JSON)["jaren"][0]["wijken"][0]}
        assert not [name for name in names if re.search(r"rang|rank|plaats|positie|nummer", name)]


class TestFormulas:
    @pytest.mark.parametrize("sign", ["=", "+", "-", "@", "＝", "\u200b="])
    def test_no_cell_is_run_as_a_formula(self, town: FigureTown, client: Client, sign: str):
        Area.objects.filter(slug="noord").update(name=f"{sign}cmd|' /C calc'!A1")
        plain = sign.isprintable()
        fill(town, 20, 30, 40, 50, column=Column("p", f"{sign if plain else '='}1+1 eenzaam", K.MEDIAN, unit="=1+1"))
        slug = town.sheet().columns[1].slug
        told = csv.reader(StringIO(read(client, f"/proefstad/cijfers/{slug}.csv")), delimiter=";")
        cells = [cell for row in told for cell in row]
        assert [cell for cell in cells if cell.startswith("'")]
        assert not [cell for cell in cells if cell.lstrip("\u200b \u00a0")[:1] in {"=", "+", "@", "＝"}]

    def test_data_keep_a_name_to_the_letter(self, town: FigureTown, client: Client):
        Area.objects.filter(slug="noord").update(name='=1+1 "é" </script>')
        fill(town, 20, 30, 40, 50)
        assert '=1+1 "é" </script>' in [one["wijk"] for one in data_of(client, JSON)["jaren"][0]["wijken"]]
        assert json.loads(read(client, JSON))


class TestQueries:
    @pytest.mark.done("4.queries")
    @pytest.mark.parametrize("path", FILES)
    def test_neither_areas_nor_columns_nor_years_cost_one_more(self, town: FigureTown, client: Client, path: str):
        fill(town, 20, 30, 40, 50)

        def grow() -> None:
            for n in range(56):
                area = Area.objects.create(division=town.division, code=f"N{n}", slug=f"n-{n}", name=f"N {n}")
                AreaPart.objects.create(area=area, year=2010, cbs_code=f"WK0001{10 + n}", cbs_name="Nieuw")
            for year in range(2007, 2016):
                fill(town, 20, 30, 40, 50, year=year)
            others = [Column(f"p{n}", f"Figuur {n}", K.PERCENTAGE, of="inwoners") for n in range(100)]
            cells = {wijk(n): {"inwoners": 900, **{one.key: 5 for one in others}} for n in range(4)}
            town.put(cells, PEOPLE, *others)

        assert_same_queries(client, path, grow, at_most=15)
