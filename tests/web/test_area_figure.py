"""One figure of a neighbourhood in full: how sure, through the years, on the map, among chance, and its source."""

import re
from typing import Any

import pytest
from django.test import Client

from tests.helpers.queries import assert_same_queries
from tests.scans.figure_town import LATER, PEOPLE, FigureTown, buurt, open_town, wijk
from tests.web.figure_pages import JUDGED, draw_borders, main, own_words, page_of, read, tables_of, words
from wijkaanzet.areas.models import Area, AreaPart
from wijkaanzet.kernel import clock
from wijkaanzet.scans.rules.columns import Column, ColumnKind
from wijkaanzet.web.parts.borders import BorderMap
from wijkaanzet.web.parts.shades import Legend
from wijkaanzet.web.parts.tiles import TileMap

pytestmark = pytest.mark.django_db

K = ColumnKind
LONELY = Column("p", "Eenzaam", K.PERCENTAGE, of="inwoners", unit="van de inwoners")
BENCHES = Column("n", "Banken", K.COUNT, unit="banken")
OWNED = Column("p", "Koopwoningen", K.PERCENTAGE, indicator="koopwoningen")
MODELLED = Column("p", "Eenzaamheid", K.PERCENTAGE, of="inwoners", indicator="eenzaam")
RISING = (20, 25, 30, 36, 42)
NAMES = ("noord", "oost", "zuid", "west")


@pytest.fixture
def town(monkeypatch: pytest.MonkeyPatch) -> FigureTown:
    """Proefstad with four neighbourhoods of one wijk each."""
    monkeypatch.setattr(clock, "now", lambda: LATER)
    return open_town()


def fill(
    town: FigureTown,
    column: Column,
    *values: object,
    year: int = 2016,
    people: int = 4_000,
    **told: Any,
) -> None:
    """A table in which the wijken have these values; when there are fewer, the last one stands for the rest."""
    areas = town.division.areas.count()
    given = [*values, *[values[-1]] * (areas - len(values))]
    cells = {wijk(n): {"inwoners": people, column.key: value} for n, value in enumerate(given)}
    town.put(cells, PEOPLE, column, year=year, **told)


class TestCard:
    def test_says_the_value_the_interval_the_city_the_source_and_that_nobody_talked_about_it(
        self, town: FigureTown, client: Client
    ):
        fill(town, LONELY, 20, 30, 40, 50)
        page = words(main(read(client, page_of("noord", "eenzaam"))))
        for said in (
            "Eenzaam in Noord",
            "20,0% van de inwoners",
            "Het verschil met de rest van Proefstad is bijna zeker geen toeval.",
            "nog niet besproken",
            "CBS, 2016",
        ):
            assert said in page
        assert re.search(r"Door toeval alleen schommelt het tussen 18,\d en 21,\d", page)

    @pytest.mark.parametrize(
        ("column", "said"),
        [
            (BENCHES, "Een aantal vergelijken we niet"),
            (MODELLED, "een model heeft dit cijfer berekend"),
            (Column("p", "Zonder geheel", K.PERCENTAGE), "de tabel zegt niet om hoeveel mensen"),
            (Column("p", "Mediaan", K.MEDIAN), "niemand heeft"),
        ],
    )
    def test_what_is_not_compared_says_why(self, town: FigureTown, client: Client, column: Column, said: str):
        fill(town, column, 20, 30, 40, 50)
        page = words(main(read(client, page_of("noord", column.slug))))
        assert said in page
        assert "geen toeval" not in page

    def test_a_figure_that_nobody_has_is_not_there(self, town: FigureTown, client: Client):
        fill(town, LONELY, 20)
        for path in (page_of("noord", "bestaat-niet"), page_of("nergens", "eenzaam")):
            assert client.get(path).status_code == 404

    def test_a_figure_of_a_share_of_a_cbs_area_is_called_an_estimate(
        self, monkeypatch: pytest.MonkeyPatch, client: Client
    ):
        monkeypatch.setattr(clock, "now", lambda: LATER)
        town = open_town({"noord": {wijk(0): "0.25"}, "zuid": {wijk(0): "0.75", wijk(1): "1"}})
        fill(town, LONELY, 20, 30)
        assert "Een deel van dit cijfer is geschat" in words(read(client, page_of("noord", "eenzaam")))


class TestYears:
    def test_one_year_is_no_line(self, town: FigureTown, client: Client):
        fill(town, LONELY, 20)
        page = client.get(page_of("noord", "eenzaam")).context["page"]
        assert (page.lines, page.trend) == (None, None)

    def test_five_years_that_may_be_compared_show_their_trend(self, town: FigureTown, client: Client):
        for year, percent in zip(range(2012, 2017), RISING, strict=True):
            fill(town, LONELY, percent, year=year, region_year=2016)
        page = words(main(read(client, page_of("noord", "eenzaam"))))
        assert "De laatste vijf metingen gaan omhoog" in page
        assert "Trendbreuk" not in page

    @pytest.mark.parametrize("years", [2, 3, 4])
    def test_fewer_are_never_a_trend(self, town: FigureTown, client: Client, years: int):
        for year, percent in zip(range(2012, 2012 + years), RISING, strict=False):
            fill(town, LONELY, percent, year=year, region_year=2016)
        page = words(main(read(client, page_of("noord", "eenzaam"))))
        assert "Te weinig metingen voor een trend" in page
        assert "gaan omhoog" not in page

    def test_other_borders_break_the_line_and_say_so(self, town: FigureTown, client: Client):
        for year, percent in zip(range(2012, 2017), RISING, strict=True):
            fill(town, LONELY, percent, year=year, region_year=2014 if year < 2015 else 2016)
        answer = client.get(page_of("noord", "eenzaam"))
        lines = answer.context["page"].lines
        assert [(one.at, one.note) for one in lines.breaks] == [
            (3, "De grenzen van de CBS-gebieden zijn veranderd, of dat kan zijn.")
        ]
        assert "gaan omhoog" not in words(answer.content.decode())

    def test_provisional_figures_are_marked(self, town: FigureTown, client: Client):
        fill(town, LONELY, 20, year=2015, region_year=2016)
        fill(town, LONELY, 30, provisional=True)
        answer = client.get(page_of("noord", "eenzaam"))
        own, _city = answer.context["page"].lines.lines
        assert own.provisional == {1}
        assert "oorlopig" in words(main(answer.content.decode()))

    def test_the_city_is_a_line_too_but_never_beside_a_count(self, town: FigureTown, client: Client):
        for column in (LONELY, BENCHES):
            for year in (2015, 2016):
                fill(town, column, 20, year=year)
        labels = {
            slug: [line.label for line in client.get(page_of("noord", slug)).context["page"].lines.lines]
            for slug in ("eenzaam", "banken")
        }
        assert labels == {"eenzaam": ["Noord", "Proefstad"], "banken": ["Noord"]}

    def test_of_a_year_the_newest_table_is_on_the_line(self, town: FigureTown, client: Client):
        fill(town, LONELY, 20, year=2015)
        for percent in (30, 40):
            fill(town, LONELY, percent)
        own, _city = client.get(page_of("noord", "eenzaam")).context["page"].lines.lines
        assert own.values == (20, 40)


class TestMap:
    @pytest.mark.parametrize("with_borders", [False, True])
    def test_shows_every_neighbourhood_with_its_value_in_the_table_beside_it(
        self, town: FigureTown, client: Client, with_borders: bool
    ):
        if with_borders:
            draw_borders(town)
        fill(town, LONELY, 20, 30, 40, 50)
        answer = client.get(page_of("noord", "eenzaam"))
        assert isinstance(answer.context["page"].map, BorderMap if with_borders else TileMap)
        rows = next(table for table in tables_of(answer.content.decode()) if "Op de kaart" in table[0])[1:]
        assert [(row[0].removesuffix(" (u bent hier)"), row[1]) for row in rows] == [
            ("Noord", "20,0%"), ("Oost", "30,0%"), ("West", "50,0%"), ("Zuid", "40,0%")
        ]  # fmt: skip

    def test_the_legend_names_what_is_compared_how_and_of_which_year(self, town: FigureTown, client: Client):
        fill(town, LONELY, 20, 30, 40, 50)
        legend = client.get(page_of("noord", "eenzaam")).context["page"].map.legend
        assert isinstance(legend, Legend)
        assert (legend.compared_with, legend.year, legend.mode) == ("Proefstad", "2016", "outcome")
        assert "95%" in legend.method

    @pytest.mark.parametrize("column", [BENCHES, MODELLED], ids=["count", "model"])
    def test_what_is_not_compared_is_coloured_by_its_place_on_the_scale_never_by_rank(
        self, town: FigureTown, client: Client, column: Column
    ):
        fill(town, column, 20, 21, 22, 90)
        legend = client.get(page_of("noord", column.slug)).context["page"].map
        assert legend.legend.mode == "position"
        levels = [tile.shade.level for tile in legend.tiles if tile.name != "West"]
        assert len(set(levels)) == 1

    def test_a_figure_that_is_nowhere_known_gives_a_map_without_colours(self, town: FigureTown, client: Client):
        fill(town, LONELY, ".")
        assert client.get(page_of("noord", "eenzaam")).context["page"].map.legend is None

    @pytest.mark.parametrize("values", [(0, 0, 0, 0), (7, 7, 7, 7), (-3, -2, -1, 0), (0.001, 0.002, 0.003, 0.004)])
    def test_any_values_can_be_drawn(self, town: FigureTown, client: Client, values: tuple[float, ...]):
        fill(town, Column("x", "Score", K.INDEX), *values)
        assert client.get(page_of("noord", "score")).status_code == 200


class TestFunnel:
    def big_town(self, monkeypatch: pytest.MonkeyPatch, areas: int = 12) -> FigureTown:
        monkeypatch.setattr(clock, "now", lambda: LATER)
        return open_town({f"wijk{n:02}": [wijk(n)] for n in range(areas)})

    @pytest.mark.parametrize(("areas", "is_there"), [(9, False), (10, True)])
    def test_is_there_from_ten_neighbourhoods_on(
        self, monkeypatch: pytest.MonkeyPatch, client: Client, areas: int, is_there: bool
    ):
        fill(self.big_town(monkeypatch, areas), LONELY, 20, 30)
        assert (client.get(page_of("wijk00", "eenzaam")).context["page"].funnel is not None) is is_there

    @pytest.mark.parametrize("column", [BENCHES, Column("p", "Ziek", K.RATE, of="inwoners")])
    def test_only_a_share_has_one(self, monkeypatch: pytest.MonkeyPatch, client: Client, column: Column):
        fill(self.big_town(monkeypatch), column, 20)
        assert client.get(page_of("wijk00", column.slug)).context["page"].funnel is None

    @pytest.mark.parametrize("percent", [0, 100])
    def test_where_all_or_none_are_counted_there_is_none(
        self, monkeypatch: pytest.MonkeyPatch, client: Client, percent: int
    ):
        fill(self.big_town(monkeypatch), LONELY, percent)
        assert client.get(page_of("wijk00", "eenzaam")).context["page"].funnel is None

    def test_says_what_is_outside_chance_by_name_and_what_is_hidden(
        self, monkeypatch: pytest.MonkeyPatch, client: Client
    ):
        town = self.big_town(monkeypatch)
        cells = {wijk(n): {"inwoners": 20 if n == 3 else 4_000, "p": 60 if n == 5 else 30} for n in range(12)}
        town.put(cells, PEOPLE, LONELY)
        funnel = client.get(page_of("wijk00", "eenzaam")).context["page"].funnel
        assert [one.name for one in funnel.points] == sorted(one.name for one in funnel.points)
        told = {one.name: (one.where, bool(one.missing)) for one in funnel.points}
        assert told["Wijk05"] == ("outside_998", False)
        assert told["Wijk03"] == ("inside", True)
        assert told["Wijk00"][1] is False


class TestMeaning:
    def test_says_what_the_indicator_is_and_what_to_mind(self, town: FigureTown, client: Client):
        fill(town, MODELLED, 20)
        page = words(main(read(client, page_of("noord", "eenzaam"))))
        assert "uit een rekenmodel" in page
        assert "Let hierop" in page

    def test_says_of_each_year_where_it_comes_from(self, town: FigureTown, client: Client):
        fill(town, OWNED, 20, year=2015, table="85039NED", source="CBS, kerncijfers")
        fill(town, OWNED, 30, source="Onze meting")
        sources = client.get(page_of("noord", "koopwoningen")).context["page"].sources
        assert [one.year for one in sources] == [2016, 2015]
        facts = [dict(one.facts) for one in sources]
        assert [one["Bron"] for one in facts] == ["Onze meting", "CBS, kerncijfers"]
        assert facts[1]["Licentie"]
        assert sources[1].href.startswith("https://")

    def test_files_are_offered_with_borders_only_where_there_are_some(self, town: FigureTown, client: Client):
        fill(town, LONELY, 20)
        endings = []
        for _ in range(2):
            page = client.get(page_of("noord", "eenzaam")).context["page"]
            endings.append([one.href.rpartition(".")[2] for one in page.downloads])
            assert all(client.get(one.href).status_code == 200 for one in page.downloads)
            draw_borders(town)
        assert endings == [["csv", "json"], ["csv", "json", "geojson"]]

    def test_of_a_division_that_is_not_steered_on_no_file_is_offered(self, town: FigureTown, client: Client):
        villages = town.also("dorpen", {"dorp": [wijk(0), wijk(1)]})
        cells = {wijk(n): {"inwoners": 900, "p": 20} for n in range(4)}
        town.put(cells, PEOPLE, LONELY, division=villages)
        page = client.get(page_of("dorp", "eenzaam")).context["page"]
        assert page.card.value == 20
        assert page.downloads == ()


class TestWords:
    @pytest.mark.parametrize("language", ["nl", "en"])
    @pytest.mark.parametrize("column", [LONELY, BENCHES, OWNED, MODELLED], ids=lambda one: one.slug)
    def test_never_says_that_a_neighbourhood_is_better_or_worse(
        self, town: FigureTown, client: Client, column: Column, language: str
    ):
        for year in (2015, 2016):
            fill(town, column, 20, 30, 40, 50, year=year)
        client.post("/taal/", {"language": language, "next": "/"})
        for name in NAMES:
            assert JUDGED.search(own_words(read(client, page_of(name, column.slug)))) is None

    def test_every_list_of_neighbourhoods_is_by_name_whatever_their_values(self, town: FigureTown, client: Client):
        for values in ((50, 40, 30, 20), (20, 50, 30, 40)):
            fill(town, LONELY, *values)
            page = read(client, page_of("noord", "eenzaam"))
            links = re.findall(r'<tr(?:(?!</tr>).)*?href="/proefstad/wijken/(\w+)/cijfers/eenzaam/"', page, re.S)
            assert links == sorted(NAMES)

    @pytest.mark.parametrize("query", ["?sort=waarde", "?order=-waarde", "?jaar=2015"])
    def test_nothing_in_the_address_changes_the_page(self, town: FigureTown, client: Client, query: str):
        fill(town, LONELY, 20, 30, 40, 50)
        path = page_of("noord", "eenzaam")
        assert main(read(client, path)) == main(read(client, path + query))

    def test_words_of_a_policy_officer_are_never_run(self, town: FigureTown, client: Client):
        fill(town, Column("p", "<script>alert(1)</script>", K.MEDIAN, unit="<b>x</b>"), 20)
        page = main(read(client, page_of("noord", "script-alert-1-script")))
        assert "<script>" not in page
        assert "&lt;script&gt;" in page


class TestQueries:
    @pytest.mark.done("4.queries")
    def test_neither_areas_nor_columns_nor_years_cost_one_more(self, town: FigureTown, client: Client):
        for year in (2015, 2016):
            fill(town, LONELY, 20, 30, year=year)

        def grow() -> None:
            for n in range(56):
                area = Area.objects.create(division=town.division, code=f"N{n}", slug=f"n-{n}", name=f"N {n}")
                AreaPart.objects.create(area=area, year=2010, cbs_code=f"WK0001{10 + n}", cbs_name="Nieuw")
            town.also("dorpen", {"dorp": [buurt(0), buurt(1)]})
            for year in range(2007, 2015):
                fill(town, LONELY, 20, 30, year=year)
            others = [Column(f"p{n}", f"Figuur {n}", K.PERCENTAGE, of="inwoners") for n in range(100)]
            cells = {wijk(n): {"inwoners": 900, **{one.key: 5 for one in others}} for n in range(4)}
            town.put(cells, PEOPLE, *others)

        assert_same_queries(client, page_of("noord", "eenzaam"), grow, at_most=20)


def test_beside_a_large_neighbourhood_stands_the_rest_of_the_municipality(town: FigureTown, client: Client):
    fill(town, LONELY, 20, 30, 40, 50)
    rows = words(read(client, page_of("noord", "eenzaam"))).partition("Naast andere plekken")[2]
    assert "De rest van Proefstad" in rows
