"""All figures of a neighbourhood on one page, the same as a table, and the file of the demo to practise with."""

import csv
from io import StringIO

import pytest
from django.test import Client

from tests.helpers.queries import assert_same_queries, count_queries
from tests.scans.figure_town import LATER, PEOPLE, FigureTown, open_town, wijk
from tests.web.figure_pages import JUDGED, main, own_words, page_of, read, rows_of, tables_of, words
from tests.web.importing import FILE, client_of, imported
from tests.web.world import World
from wijkaanzet.areas.models import Area, AreaPart, Division
from wijkaanzet.demo.build import DATA, START
from wijkaanzet.kernel import clock
from wijkaanzet.people.rules import Role
from wijkaanzet.scans.rules.columns import Column, ColumnKind

pytestmark = pytest.mark.django_db

K = ColumnKind
LONELY = Column("p", "Eenzaam", K.PERCENTAGE, of="inwoners", unit="van de inwoners")
BENCHES = Column("n", "Banken", K.COUNT, unit="banken")
OWNED = Column("koop", "Koopwoningen", K.PERCENTAGE, indicator="koopwoningen")
CARERS = Column("zorg", "Mantelzorgers", K.PERCENTAGE, indicator="mantelzorgers")


@pytest.mark.usefixtures("on_the_first_day")
class TestDemo:
    @pytest.fixture
    def on_the_first_day(self, world: World, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(clock, "now", lambda: START)

    def test_says_nothing_but_what_was_counted(self, client: Client):
        page = read(client, "/tilburg/wijken/noord/cijfers/")
        assert JUDGED.search(own_words(page)) is None
        assert "niet bekend" not in words(own_words(page))
        assert "nog niet besproken" in words(page)

    def test_a_part_that_is_not_known_makes_the_whole_not_known(self, client: Client):
        rows = [one for one in self.all_rows(client) if one["cijfer"] == "Mensen met een laag inkomen"]
        unknown = [one for one in rows if not one["waarde"]]
        assert [one["onbekende_delen"] for one in unknown] == ["1"]

    def all_rows(self, client: Client) -> list[dict[str, str]]:
        division = Division.objects.get(municipality__slug="tilburg")
        areas = division.areas.order_by("code")
        return [row for area in areas for row in rows_of(client, f"/tilburg/wijken/{area.slug}/cijfers.csv")]

    def test_counts_of_all_areas_add_up_to_the_file(self, client: Client):
        people = [int(one["waarde_exact"]) for one in self.all_rows(client) if one["cijfer"] == "Inwoners"]
        file = csv.DictReader(StringIO((DATA / "tilburg-figures-2016.csv").read_text(encoding="utf-8")))
        assert sum(people) == sum(int(row["population"]) for row in file)

    def test_is_found_from_the_page_of_the_neighbourhood(self, client: Client):
        assert 'href="/tilburg/wijken/noord/cijfers/"' in read(client, "/tilburg/wijken/noord/")

    def test_figures_of_many_tables_cost_no_more_queries(self, world: World, client: Client):
        def grow() -> None:
            for n in range(3):
                imported(client_of(world, Role.POLICY_OFFICER), FILE.replace(b"7030", b"703%d" % n))

        assert_same_queries(client, "/tilburg/wijken/noord/cijfers/", grow)

    @pytest.mark.parametrize("city", ["tilburg", "amersfoort"])
    def test_the_demo_gives_a_file_to_practise_with(self, client: Client, city: str):
        answer = client.get(f"/demo/cijfers/{city}.csv")
        assert answer.content == (DATA / f"{city}-figures-2017.csv").read_bytes()
        assert f'href="/demo/cijfers/{city}.csv"' in read(client, "/demo/")


@pytest.fixture
def town(monkeypatch: pytest.MonkeyPatch) -> FigureTown:
    """Proefstad with four neighbourhoods of one wijk each."""
    monkeypatch.setattr(clock, "now", lambda: LATER)
    return open_town()


def fill(town: FigureTown, *columns: Column, year: int = 2016, percents: tuple[float, ...] = (20, 30, 40, 50)) -> None:
    """A table in which the wijken have these values in every column."""
    people = (900, 1_000, 1_100, 10_000)
    cells = {
        wijk(n): {"inwoners": people[n], **{one.key: value for one in columns}} for n, value in enumerate(percents)
    }
    town.put(cells, PEOPLE, *columns, year=year)


class TestPage:
    def test_without_figures_it_says_so_and_offers_no_file(self, town: FigureTown, client: Client):
        page = main(read(client, page_of("noord")))
        assert "Van deze wijk zijn er nog geen cijfers." in words(page)
        assert ".csv" not in page

    def test_says_of_each_figure_its_value_the_city_and_how_sure(self, town: FigureTown, client: Client):
        fill(town, LONELY)
        page = read(client, page_of("noord"))
        (header, *rows) = tables_of(page)[0]
        told = {row[0]: dict(zip(header, row, strict=True)) for row in rows}
        lonely = told["Eenzaam van de inwoners (2016)"]
        assert (lonely["Noord"], lonely["Proefstad"]) == ("20,0%", "45,5%")
        assert lonely["Hoe zeker"] == "Het verschil met Proefstad is bijna zeker geen toeval."
        assert told["Inwoners mensen (2016)"]["Hoe zeker"].startswith("Een aantal vergelijken we niet")

    def test_never_says_that_a_neighbourhood_is_better_or_worse(self, town: FigureTown, client: Client):
        fill(town, OWNED, LONELY, BENCHES)
        for language in ("nl", "en"):
            client.post("/taal/", {"language": language, "next": "/"})
            for name in ("noord", "west"):
                assert JUDGED.search(own_words(read(client, page_of(name)))) is None

    def test_the_verdicts_of_a_planted_page_are_seen(self):
        planted = ["<b>hoger dan</b>", "<i>▲</i>", '<p class="wz-alert">', '<li class="wz-dot wz-dot-brick">']
        told = [own_words(f"<main>{one}</main>") for one in planted]
        assert all(JUDGED.search(one) for one in told)
        table = '<main><table class="wz-table"><td>hoger</td></table></main>'
        assert JUDGED.search(own_words(table)) is None

    def test_figures_stand_per_resource_and_theme_those_of_our_own_last(self, town: FigureTown, client: Client):
        fill(town, BENCHES, OWNED, CARERS)
        page = words(main(read(client, page_of("noord"))))
        titles = ["Wat mensen voor elkaar betekenen", "De plek waar mensen wonen", "Andere cijfers"]
        places = [page.find(title) for title in titles]
        assert -1 not in places
        assert places == sorted(places)

    def test_each_figure_leads_to_its_own_page(self, town: FigureTown, client: Client):
        fill(town, LONELY, OWNED)
        page = read(client, page_of("noord"))
        for figure in ("eenzaam", "koopwoningen", "inwoners"):
            assert f'href="{page_of("noord", figure)}"' in page

    def test_shows_of_each_figure_the_newest_year(self, town: FigureTown, client: Client):
        fill(town, LONELY, year=2015, percents=(1, 1, 1, 1))
        fill(town, LONELY, year=2016)
        fill(town, BENCHES, year=2014)
        page = words(main(read(client, page_of("noord"))))
        assert "van de inwoners (2016)" in page
        assert "van de inwoners (2015)" not in page
        assert "banken (2014)" in page

    def test_counts_how_many_are_compared_and_how_many_differ_by_chance(self, town: FigureTown, client: Client):
        fill(town, BENCHES, *(Column(f"p{n}", f"Figuur {n}", K.PERCENTAGE, of="inwoners") for n in range(20)))
        page = words(read(client, page_of("noord")))
        assert "We vergelijken 20 cijfers. Soms verschilt er één alleen door toeval." in page

    def test_says_how_many_have_no_value(self, town: FigureTown, client: Client):
        town.put(
            {wijk(n): {"inwoners": 20, "p": 5, "q": "."} for n in range(4)}, PEOPLE, LONELY, Column("q", "Q", K.MEAN)
        )
        page = words(read(client, page_of("noord")))
        assert "Van 2 cijfers is er geen waarde." in page
        assert "te weinig mensen" in page

    @pytest.mark.parametrize(
        ("areas", "has_spread", "has_middle"), [(2, False, False), (3, True, False), (8, True, True)]
    )
    def test_the_spread_of_neighbourhoods_names_none_of_them(
        self, monkeypatch: pytest.MonkeyPatch, client: Client, areas: int, has_spread: bool, has_middle: bool
    ):
        monkeypatch.setattr(clock, "now", lambda: LATER)
        town = open_town({f"wijk{n}": [wijk(n)] for n in range(areas)})
        town.put({wijk(n): {"inwoners": 1_000, "p": 10 + n} for n in range(areas)}, PEOPLE, LONELY)
        page = read(client, page_of("wijk0"))
        (chart,) = [theme.chart for theme in client.get(page_of("wijk0")).context["page"].resources[-1].themes]
        assert (chart.has_spread, chart.has_middle) == (has_spread, has_middle)
        assert "Wijk1" not in main(page)

    def test_a_figure_of_zero_is_a_figure(self, town: FigureTown, client: Client):
        fill(town, LONELY, percents=(0, 30, 40, 50))
        assert "0,0%" in words(read(client, page_of("noord")))

    def test_of_another_municipality_it_is_not_there(self, town: FigureTown, client: Client, world: World):
        Area.objects.filter(division=town.division, slug="noord").update(slug="alleen-hier")
        found = [client.get(f"/{city}/wijken/alleen-hier/cijfers/").status_code for city in ("proefstad", "tilburg")]
        assert found == [200, 404]

    @pytest.mark.parametrize("query", ["?sort=waarde", "?order=-waarde", "?sorteer=waarde", "?page=2"])
    def test_nothing_in_the_address_changes_the_order(self, town: FigureTown, client: Client, query: str):
        fill(town, LONELY, BENCHES)
        assert main(read(client, page_of("noord"))) == main(read(client, page_of("noord") + query))


class TestFile:
    def test_holds_every_year_and_says_of_each_what_the_page_says(self, town: FigureTown, client: Client):
        for year, percents in ((2015, (1, 2, 3, 4)), (2016, (20, 30, 40, 50))):
            fill(town, LONELY, year=year, percents=percents)
        rows = [one for one in rows_of(client, "/proefstad/wijken/noord/cijfers.csv") if one["cijfer"] == "Eenzaam"]
        assert [(one["jaar"], one["waarde"], one["waarde_exact"]) for one in rows] == [
            ("2016", "20,0%", "20"), ("2015", "1,0%", "1")
        ]  # fmt: skip
        newest = rows[0]
        assert (newest["wijk"], newest["soort"], newest["bron"]) == ("Noord", "percentage", "CBS")
        assert (newest["uitkomst"], newest["zekerheid"]) == ("lager", "99,8%")
        assert (newest["vergeleken_met"], newest["waarde_gemeente"]) == ("gemeente", "45,54")
        assert newest["status"] == "nog niet besproken"

    def test_a_large_neighbourhood_is_beside_the_rest_of_its_municipality(self, town: FigureTown, client: Client):
        fill(town, LONELY)
        (row,) = [one for one in rows_of(client, "/proefstad/wijken/west/cijfers.csv") if one["cijfer"] == "Eenzaam"]
        assert (row["vergeleken_met"], row["waarde_gemeente"]) == ("gemeente zonder dit gebied", "30,67")

    def test_is_dutch_in_every_language(self, town: FigureTown, client: Client):
        fill(town, LONELY)
        before = read(client, "/proefstad/wijken/noord/cijfers.csv")
        client.post("/taal/", {"language": "en", "next": "/"})
        assert read(client, "/proefstad/wijken/noord/cijfers.csv") == before

    @pytest.mark.parametrize("sign", ["=", "+", "-", "@", "＝"])
    def test_no_cell_of_it_is_run_as_a_formula(self, client: Client, sign: str, monkeypatch: pytest.MonkeyPatch):
        monkeypatch.setattr(clock, "now", lambda: LATER)
        town = open_town()
        Area.objects.filter(division=town.division, slug="noord").update(name=f"{sign}cmd|' /C calc'!A1")
        fill(town, Column("p", f'{sign}HYPERLINK("http://x")', K.PERCENTAGE, of="inwoners", unit="@SUM(A1)"))
        told = csv.reader(StringIO(read(client, "/proefstad/wijken/noord/cijfers.csv")), delimiter=";")
        cells = [cell for row in told for cell in row]
        assert any(cell.startswith("'") for cell in cells)
        assert not [cell for cell in cells if cell.startswith(("=", "+", "@", "＝"))]
        assert "<script" not in main(read(client, page_of("noord")))


class TestQueries:
    def areas(self, town: FigureTown, number: int) -> None:
        """So many more neighbourhoods, each with a wijk."""
        for n in range(number):
            area = Area.objects.create(division=town.division, code=f"N{n}", slug=f"n-{n}", name=f"N {n}")
            AreaPart.objects.create(area=area, year=2010, cbs_code=f"WK0001{10 + n}", cbs_name="Nieuw")

    def columns(self, number: int) -> list[Column]:
        return [Column(f"p{n}", f"Figuur {n}", K.PERCENTAGE, of="inwoners") for n in range(number)]

    @pytest.mark.done("4.queries")
    @pytest.mark.parametrize("path", [page_of("noord"), "/proefstad/wijken/noord/cijfers.csv"])
    def test_neither_areas_nor_columns_nor_years_cost_one_more(self, town: FigureTown, client: Client, path: str):
        fill(town, *self.columns(5))

        def grow() -> None:
            self.areas(town, 56)
            town.also("dorpen", {"dorp": [wijk(0), wijk(1)]})
            fill(town, *self.columns(100), year=2017)
            for year in range(2007, 2016):
                fill(town, *self.columns(5), year=year)

        assert_same_queries(client, path, grow, at_most=15)

    def test_figures_of_our_own_cost_one_query_more_for_the_older_tables(self, town: FigureTown, client: Client):
        cells = {wijk(n): {"inwoners": 900, "p": 20 + n} for n in range(4)}
        town.put(cells, PEOPLE, LONELY, year=2015)
        before = count_queries(client, page_of("noord"))
        for more in range(3):
            town.own({**cells, wijk(0): {"inwoners": 900, "p": 30 + more}}, PEOPLE, LONELY, year=2016)
            assert count_queries(client, page_of("noord")) == before + 1
