"""The plain figures of a neighbourhood, the same as a table, and the file of the demo to practise with."""

import csv
import re
from io import StringIO

import pytest
from django.test import Client

from tests.helpers.queries import assert_same_queries
from tests.web.importing import FILE, client_of, imported, words
from tests.web.world import World
from wijkaanzet.areas.models import Division
from wijkaanzet.demo.build import DATA, START
from wijkaanzet.kernel import clock
from wijkaanzet.people.rules import Role

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def on_the_first_day(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clock, "now", lambda: START)


class TestPublicPage:
    def test_says_nothing_but_what_was_counted(self, client: Client):
        page = client.get("/tilburg/wijken/noord/cijfers/")
        main = page.content.decode().split("<main")[1].split("</main>")[0]
        assert not re.search(r"▲|▼|↑|↓|wz-chart|wz-alert|hoger|lager|beter|slechter", main)
        assert "niet bekend" not in words(page)

    def test_a_part_that_is_not_known_makes_the_whole_not_known(self, client: Client):
        rows = [one for one in self.all_rows(client) if one["cijfer"] == "Mensen met een laag inkomen"]
        unknown = [one for one in rows if not one["waarde"]]
        assert [one["onbekende_delen"] for one in unknown] == ["1"]

    def all_rows(self, client: Client) -> list[dict[str, str]]:
        division = Division.objects.get(municipality__slug="tilburg")
        return [
            row
            for area in division.areas.order_by("code")
            for row in csv.DictReader(
                StringIO(client.get(f"/tilburg/wijken/{area.slug}/cijfers.csv").content.decode("utf-8-sig")),
                delimiter=";",
            )
        ]

    def test_counts_of_all_areas_add_up_to_the_file(self, client: Client):
        people = [int(one["waarde_exact"]) for one in self.all_rows(client) if one["cijfer"] == "Inwoners"]
        file = csv.DictReader(StringIO((DATA / "tilburg-figures-2016.csv").read_text(encoding="utf-8")))
        assert sum(people) == sum(int(row["population"]) for row in file)

    def test_is_found_from_the_page_of_the_neighbourhood(self, client: Client):
        assert 'href="/tilburg/wijken/noord/cijfers/"' in client.get("/tilburg/wijken/noord/").content.decode()

    def test_figures_of_many_tables_cost_no_more_queries(self, world: World, client: Client):
        def grow() -> None:
            for n in range(3):
                imported(client_of(world, Role.POLICY_OFFICER), FILE.replace(b"7030", b"703%d" % n))

        assert_same_queries(client, "/tilburg/wijken/noord/cijfers/", grow)


class TestPractice:
    @pytest.mark.parametrize("city", ["tilburg", "amersfoort"])
    def test_the_demo_gives_a_file_to_practise_with(self, client: Client, city: str):
        answer = client.get(f"/demo/cijfers/{city}.csv")
        assert answer.content == (DATA / f"{city}-figures-2017.csv").read_bytes()
        assert f'href="/demo/cijfers/{city}.csv"' in client.get("/demo/").content.decode()
