"""The municipalities of the demo: the amounts of their own documents, divided and explained to the cent."""

import csv
import re
from io import StringIO
from itertools import pairwise

import pytest
from django.test import Client

from wijkaanzet.areas.models import Area, AreaPart
from wijkaanzet.budget.models import Account, AllocationRun, BudgetFrame
from wijkaanzet.cycle.models import AreaYear
from wijkaanzet.demo.cities import CITIES, DIVIDED
from wijkaanzet.kernel.models import Municipality
from wijkaanzet.kernel.money import format_euros, parse_euros
from wijkaanzet.people.models import Organisation
from wijkaanzet.web.parts.tiles import Tile

# The budget table of Amersfoort's paper of 2016; the first line of Tilburg's social base in its paper of 2017.
FRAMES = {
    ("amersfoort", 2016): 7_279_926_00,
    ("amersfoort", 2017): 8_056_470_00 - 500_000_00,
    ("amersfoort", 2018): 8_056_470_00 - 500_000_00,
    ("amersfoort", 2019): 8_056_470_00 - 500_000_00,
    ("tilburg", 2017): 15_000_000_00,
}
TILBURG = {
    "Sociaal werk en ondersteuning van vrijwilligers": 5_800_000_00,
    "Preventieve ondersteuning van jongeren": 3_300_000_00,
    "Informele zorg": 700_000_00,
    "Thuisadministratie": 400_000_00,
    "Beheer van wijk- en buurtaccommodaties": 4_800_000_00,
}
SLUGS = [city.slug for city in DIVIDED]

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("demo")]


def page(client: Client, path: str) -> str:
    answer = client.get(path)
    assert answer.status_code == 200
    return answer.content.decode().replace("\u00a0", " ")


def text(client: Client, path: str) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", page(client, path)))


def rows(client: Client, path: str) -> list[dict[str, str]]:
    return list(csv.DictReader(StringIO(client.get(path).content.decode("utf-8-sig")), delimiter=";"))


def decision_on_frame(slug: str, year: int) -> str:
    """Where the decision of the council on a frame is read."""
    decision = BudgetFrame.objects.get(municipality__slug=slug, year=year).decision
    assert decision is not None
    return f"/{slug}/besluiten/{decision.public_id}/"


def areas(slug: str) -> list[Area]:
    return list(Area.objects.filter(division__municipality__slug=slug).order_by("code"))


class TestMoney:
    def test_the_council_gave_what_the_documents_say(self):
        frames = BudgetFrame.objects.select_related("municipality").prefetch_related("lines").order_by("pk")
        found = {
            (frame.municipality.slug, frame.year): sum(line.amount_cents for line in frame.lines.all())
            for frame in frames
        }
        assert found == FRAMES
        assert {frame.status for frame in frames} == {"decided"}

    def test_the_decision_of_the_council_names_the_five_amounts_of_the_source(self, client: Client):
        told = text(client, decision_on_frame("tilburg", 2017))
        assert all(f"{what}: {format_euros(cents)}" in told for what, cents in TILBURG.items())
        assert sum(TILBURG.values()) == FRAMES["tilburg", 2017]

    def test_earmarks_youth_and_adults_and_keeps_venues_apart(self):
        lines = BudgetFrame.objects.get(municipality__slug="tilburg", year=2017).lines
        assert dict(lines.values_list("earmark", "amount_cents")) == {
            "jeugd": TILBURG["Preventieve ondersteuning van jongeren"],
            "volwassenen": sum(list(TILBURG.values())[place] for place in (0, 2, 3)),
            "accommodaties": TILBURG["Beheer van wijk- en buurtaccommodaties"],
        }
        run = AllocationRun.objects.get(municipality__slug="tilburg")
        (venues,) = run.city_lines.filter(earmark="accommodaties")
        assert venues.amount_cents == TILBURG["Beheer van wijk- en buurtaccommodaties"]

    @pytest.mark.parametrize("year", [2017, 2018, 2019])
    def test_the_cut_stands_in_the_decision_of_every_year_of_the_table(self, client: Client, year: int):
        told = text(client, decision_on_frame("amersfoort", year))
        assert "Oorspronkelijke begroting: € 8.056.470,00" in told
        assert "Taakstelling: € -500.000,00" in told

    def test_a_year_to_come_has_a_frame_and_no_division(self, client: Client):
        assert set(AllocationRun.objects.values_list("municipality__slug", "year")) == {(slug, 2017) for slug in SLUGS}
        for year in (2018, 2019):
            assert "€ 7.556.470,00" in page(client, f"/amersfoort/kader/{year}/")
            assert client.get(f"/amersfoort/verdeling/{year}.csv").status_code == 404

    def test_a_pot_that_stays_with_the_city_takes_no_place_on_the_pages_of_areas(self, client: Client):
        for path in ("wijken/noord/", "wijken/noord/waarom/2017/"):
            assert "Samen voor Accommodaties" not in text(client, f"/tilburg/{path}")
        heads = re.findall(r'<th class="wz-amount"[^>]*>([^<]+)</th>', page(client, "/tilburg/"))
        assert heads[:3] == ["Jeugd", "Volwassenen", "Totaal"]

    @pytest.mark.parametrize("slug", SLUGS)
    def test_the_division_is_the_whole_frame_and_leaves_the_city_its_own_lines(self, slug: str):
        run = AllocationRun.objects.get(municipality__slug=slug)
        city = sum(line.amount_cents for line in run.city_lines.all())
        divided = sum(share.amount_cents for share in run.shares.all())
        assert city + divided == run.total_cents == FRAMES[slug, run.year]
        assert all(line.motive for line in run.city_lines.exclude(key="share"))
        left = Account.objects.filter(municipality__slug=slug, kind="city", year=run.year)
        assert sum(account.balance_cents for account in left) == city

    @pytest.mark.parametrize("slug", SLUGS)
    def test_every_area_explains_its_amount_to_the_cent(self, client: Client, slug: str):
        run = AllocationRun.objects.get(municipality__slug=slug)
        for area in areas(slug):
            path = f"/{slug}/wijken/{area.slug}/waarom/{run.year}/"
            answer = re.search(r'class="wz-answer">\s*<span class="wz-money">([^<]+)<', page(client, path))
            assert answer is not None
            lines = sum(parse_euros(row["bedrag_euro"]) for row in rows(client, f"{path[:-1]}.csv"))
            expected = sum(share.amount_cents for share in run.shares.filter(area=area))
            assert (parse_euros(answer[1]), lines) == (expected, expected)
            assert "Ja. Samen zijn ze precies" in text(client, path)

    @pytest.mark.parametrize("slug", SLUGS)
    def test_no_area_is_promised_more_or_less_than_all_it_has(self, slug: str):
        for area in areas(slug):
            free, promised = (
                sum(account.balance_cents for account in area.accounts.filter(year=2017, kind=kind))
                for kind in ("area", "committed")
            )
            shares = AllocationRun.objects.get(municipality__slug=slug).shares.filter(area=area)
            assert free + promised == sum(share.amount_cents for share in shares)
            assert min(free, promised) > 0


class TestComponents:
    NAMES = ("basiscapaciteit", "variabel budget", "onvoorzien")

    def test_stand_on_the_page_of_an_area_with_what_is_promised_of_each(self, client: Client):
        html = page(client, "/amersfoort/wijken/soesterkwartier/")
        cells = re.findall(r'<td class="wz-amount"[^>]*>\s*(€[^<]+?)\s*</td>', html)
        amounts = [parse_euros(cell) for cell in cells]
        assert all(name.capitalize() in html for name in self.NAMES)
        assert len(amounts) == 12
        allotted, promised, free = amounts[0::3], amounts[1::3], amounts[2::3]
        assert all(a == b + c for a, b, c in zip(allotted, promised, free, strict=True))
        assert sum(allotted[:3]) == allotted[3]
        assert sorted(promised[:3])[0] == 0 < sorted(free[:3])[1]  # nothing unforeseen is promised, the base is whole

    def test_add_up_to_the_amount_that_is_explained(self, client: Client):
        html = page(client, "/amersfoort/wijken/soesterkwartier/waarom/2017/")
        answer = re.search(r'class="wz-answer">\s*<span class="wz-money">([^<]+)<', html)
        found = [
            re.search(rf'<span>{name.capitalize()}</span>\s*<span class="wz-money">([^<]+)</span>', html)
            for name in self.NAMES
        ]
        assert answer is not None
        assert sum(parse_euros(one[1]) for one in found if one) == parse_euros(answer[1])
        assert all(found)

    def test_are_rows_of_the_file_of_the_division(self, client: Client):
        table = rows(client, "/amersfoort/verdeling/2017.csv")
        of_areas = [row for row in table if row["code"]]
        assert len(of_areas) == 3 * len(areas("amersfoort"))
        assert {row["onderdeel"] for row in of_areas} == {"basis", "variabel", "onvoorzien"}
        assert sum(parse_euros(row["bedrag_euro"]) for row in table) == FRAMES["amersfoort", 2017]


class TestCities:
    def test_stand_in_the_list_on_the_front_door(self, client: Client):
        html = page(client, "/")
        assert [html.index(f'href="/{city.slug}/"') for city in CITIES] == sorted(
            html.index(f'href="/{city.slug}/"') for city in CITIES
        )

    def test_bear_the_name_that_their_arrangement_gives(self):
        names = dict(Municipality.objects.values_list("slug", "name"))
        assert names == {city.slug: city.name for city in CITIES}

    @pytest.mark.parametrize("slug", SLUGS)
    def test_say_that_their_figures_and_areas_are_made_up(self, client: Client, slug: str):
        parts = AreaPart.objects.filter(area__division__municipality__slug=slug)
        assert all(part.cbs_code[6] == "X" for part in parts)
        assert "fictief" in text(client, f"/{slug}/wijken/{areas(slug)[0].slug}/").lower()

    @pytest.mark.parametrize("slug", SLUGS)
    def test_prepare_the_next_year_in_every_area(self, slug: str):
        years = AreaYear.objects.filter(area__division__municipality__slug=slug)
        assert set(years.filter(year=2018).values_list("status", flat=True)) == {"figures"}
        planned = set(years.filter(year=2017, status="planned").values_list("area__slug", flat=True))
        assert planned == ({"soesterkwartier"} if slug == "amersfoort" else set())  # where its plan was adopted
        assert set(years.filter(year=2017).exclude(status="planned").values_list("status", flat=True)) == {
            "plan_opened"
        }
        assert years.count() == 2 * len(areas(slug))

    @pytest.mark.parametrize("slug", SLUGS)
    def test_know_organisations_and_no_persons(self, slug: str):
        names = set(Organisation.objects.filter(municipality__slug=slug).values_list("name", flat=True))
        city = next(city for city in CITIES if city.slug == slug)
        itself = set(Organisation.objects.filter(is_municipality=True).values_list("name", flat=True))
        keepers = {one.organisation for one in city.personas if one.second}
        assert names - itself == {city.partner, *city.other_coordinators.values(), *keepers}

    @pytest.mark.parametrize(("slug", "others"), [("amersfoort", 0), ("tilburg", 2)])
    def test_say_on_the_page_of_each_area_who_coordinates(self, client: Client, slug: str, others: int):
        city = next(city for city in CITIES if city.slug == slug)
        found = {
            area.slug: client.get(f"/{slug}/wijken/{area.slug}/").context["page"].coordinator for area in areas(slug)
        }
        assert {place: name for place, name in found.items() if name != city.partner} == city.other_coordinators
        assert len(city.other_coordinators) == others
        assert all(name in page(client, f"/{slug}/wijken/{place}/") for place, name in found.items())

    @pytest.mark.parametrize("slug", SLUGS)
    def test_lie_in_one_piece_on_the_tile_map(self, slug: str):
        places = {(area.tile_column, area.tile_row) for area in areas(slug)}
        assert len(places) == len(areas(slug))
        reached, waiting = set(), [min(places)]
        while waiting:
            column, row = waiting.pop()
            reached.add((column, row))
            beside = {(column + 1, row), (column - 1, row), (column, row + 1), (column, row - 1)}
            waiting += sorted((beside & places) - reached)
        assert reached == places
        for one in range(3):
            in_line = sorted(column for column, row in places if row == one)
            assert all(after - before == 1 for before, after in pairwise(in_line))

    @pytest.mark.parametrize("slug", SLUGS)
    def test_have_names_that_fit_a_tile(self, slug: str):
        for area in areas(slug):
            tile = Tile(name=area.name, href="", column=0, row=0)
            assert len(tile.words) <= 4
            assert max(map(len, tile.words)) <= 11
