"""The public pages of the demo: what they say, that it adds up, what they cost, and in how plain a Dutch."""

import csv
import re
from collections.abc import Iterator
from datetime import date
from fractions import Fraction
from hashlib import sha256
from io import StringIO

import pytest
from django.test import Client

from tests.helpers.queries import assert_same_queries
from tests.web.world import World
from wijkaanzet.areas.models import Area, AreaPart, Division
from wijkaanzet.budget.models import AllocationRun
from wijkaanzet.decisions.models import Decision
from wijkaanzet.demo.build import ARRANGEMENTS, NOBODY, START
from wijkaanzet.demo.profile import morning
from wijkaanzet.kernel import clock
from wijkaanzet.kernel.money import parse_euros
from wijkaanzet.web.paging import PER_PAGE

FRONT = "/tilburg/"
AREA = "/tilburg/wijken/noord/"
WHY = "/tilburg/wijken/noord/waarom/2017/"
PUBLIC = [FRONT, "/tilburg/wijken/", AREA, WHY, "/toegankelijkheid/", "/demo/"]

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def demo(world: World) -> Iterator[None]:
    """The demo on the day it starts; built once, since pages only look."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(clock, "now", lambda: START)
        yield


def text(client: Client, path: str) -> str:
    answer = client.get(path)
    assert answer.status_code == 200
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", answer.content.decode().replace("\u00a0", " ")))


def amounts(page: str) -> list[int]:
    return [parse_euros(found) for found in re.findall(r"€ -?[\d.]+,\d{2}", page)]


def rows(client: Client, path: str) -> list[dict[str, str]]:
    return list(csv.DictReader(StringIO(client.get(path).content.decode("utf-8-sig")), delimiter=";"))


@pytest.mark.usefixtures("demo")
class TestNeighbourhood:
    def test_says_whose_move_it_is_and_until_when(self, client: Client):
        page = text(client, AREA)
        assert "De gemeente is aan zet" in page
        assert "nog 14 dagen, tot en met 16 oktober 2017" in page

    def test_puts_the_pawn_on_the_step_of_the_open_move(self, client: Client):
        html = client.get(AREA).content.decode()
        assert html.count('<g class="wz-now">') == 1
        assert "De pion staat op ‘Verkennen’" in html

    def test_shows_allotted_as_promised_plus_free(self, client: Client):
        table = re.findall(r'<td class="wz-amount"[^>]*>\s*(€[^<]+?)\s*</td>', client.get(AREA).content.decode())
        cents = [parse_euros(cell.replace("\u00a0", " ")) for cell in table]
        assert len(cents) == 9
        assert all(cents[at] == cents[at + 1] + cents[at + 2] for at in (0, 3, 6))

    def test_marks_made_up_figures_as_fictional(self, client: Client):
        page = text(client, AREA)
        assert "fictief De grenzen, cijfers, bedragen en telefoonnummers hier zijn verzonnen." in page
        assert "Bron: Oefencijfers, opgezet als CBS-cijfers, 2016. fictief" in page

    def test_says_the_one_source_of_all_figures_once(self, client: Client):
        assert text(client, AREA).count("Bron:") == 1

    def test_tells_a_resident_that_nothing_is_asked_and_where_to_go(self, client: Client):
        html = client.get(AREA).content.decode()
        assert "U hoeft nu niets te doen. Hebt u een vraag of een idee? Bel of loop binnen." in html
        assert 'href="#desk"' in html
        assert html.count('id="desk"') == 1

    def test_explains_its_words_and_names_its_years(self, client: Client):
        page = text(client, AREA)
        assert "Waar gaat het geld van 2017 heen?" in page
        assert "Het jaar 2018" in page
        assert "Nog vrij: hierover is nog niets afgesproken." in page
        assert "Duiden : samen bespreken wat de cijfers en verhalen betekenen" in page

    def test_says_on_paper_where_it_comes_from(self, client: Client):
        assert "Afgedrukt van testserver/tilburg/wijken/noord/ op 2 oktober 2017." in text(client, AREA)

    def test_writes_amounts_as_the_language_does_and_marks_what_stays_dutch(self, client: Client):
        client.post("/taal/", {"language": "en", "next": AREA})
        html = client.get(AREA).content.decode()
        assert re.search(r"€\d{3},\d{3}\.\d{2}", html)
        assert "It is the municipality’s move" in html
        assert "days left, up to and including 16 October 2017" in html
        assert re.search(r'<h3 id="desk-name" lang="nl">Wijkbalie Noord</h3>', html)
        assert not amounts(html)

    def test_names_a_desk_one_can_call_or_visit(self, client: Client):
        page = text(client, AREA)
        assert "Wijkbalie Noord" in page
        assert "14 013" in page
        assert "dinsdagavond van 19 tot 21 uur" in page

    @pytest.mark.done("2.queries")
    def test_costs_at_most_fifteen_queries_however_many_areas_there_are(self, client: Client):
        division = Division.objects.get(municipality__slug="tilburg")

        def grow() -> None:
            for number in range(101):
                area = Area.objects.create(division=division, code=f"N{number}", slug=f"n-{number}", name=f"N {number}")
                AreaPart.objects.create(area=area, year=2016, cbs_code=f"WK0855{number:02}"[:8], cbs_name="Nieuw")

        assert_same_queries(client, AREA, grow, at_most=15)

    @pytest.mark.done("2.queries")
    def test_costs_at_most_fifteen_queries_for_who_is_logged_in(self, client: Client):
        client.post("/demo/inloggen/", {"persona": "tilburg-functional_admin"})
        assert_same_queries(client, AREA, lambda: None, at_most=15)


@pytest.mark.usefixtures("demo")
class TestWhy:
    @pytest.mark.done("2.why")
    def test_explains_every_area_to_the_cent(self, client: Client):
        run = AllocationRun.objects.get()
        for area in Area.objects.filter(division__municipality__slug="tilburg").order_by("code"):
            path = f"/tilburg/wijken/{area.slug}/waarom/2017/"
            html = client.get(path).content.decode().replace("\u00a0", " ")
            assert "Ja. Samen zijn ze precies" in text(client, path)
            answer = re.search(r'class="wz-answer">\s*<span class="wz-money">([^<]+)<', html)
            assert answer is not None
            expected = sum(share.amount_cents for share in run.shares.filter(area=area))
            lines = sum(parse_euros(row["bedrag_euro"]) for row in rows(client, f"{path[:-1]}.csv"))
            assert (parse_euros(answer[1]), lines) == (expected, expected)

    def test_can_be_checked_with_a_pocket_calculator(self, client: Client):
        """What is shown is rounded: a hundredth of a person and a millionth of a euro, so cents away, not more."""
        table = re.findall(
            r"([\d.,]+) mensen × €\s([\d.]+,\d{6})</td>\s*<td[^>]*>€\s([\d.,]+)</td>", client.get(WHY).content.decode()
        )
        assert len(table) == 6
        for shown in table:
            people, price, cents = (Fraction(one.replace(".", "").replace(",", ".")) for one in shown)
            bound = Fraction("0.005") * price + Fraction("0.0000005") * people + Fraction("0.005")
            assert abs(people * price - cents) <= bound
            assert bound < Fraction("0.4")

    def test_says_where_each_price_comes_from(self, client: Client):
        page = text(client, WHY)
        assert "Voor jeugd is er € 2.915.000,00 voor alle wijken." in page
        assert "€ 880.000,00 daarvan is het vaste bedrag voor 11 wijken." in page
        found = re.search(r"Kinderen (\d+)% van € ([\d.,]+), gedeeld door ([\d.,]+) mensen .*? × € ([\d.,]+) ", page)
        assert found is not None
        share, rest, people, price = (Fraction(one.replace(".", "").replace(",", ".")) for one in found.groups())
        assert rest == 2_035_000
        assert abs(share / 100 * rest / people - price) < Fraction("0.0002")

    def test_names_the_floors_of_the_model_and_whether_they_were_needed(self, client: Client):
        page = text(client, WHY)
        assert "Geen wijk krijgt minder dan € 130.000,00 voor jeugd en € 300.000,00 voor volwassenen." in page
        assert "Dit jaar had geen enkele wijk dat nodig." in page
        assert "Dit is 5% van het geld voor jeugd. Zo staat het in het verdeelmodel." in page

    def test_gives_the_frozen_model_whose_seal_is_shown(self, client: Client):
        html = client.get(WHY).content.decode()
        link = re.search(r'href="([^"]+verdeelmodel\.json)"', html)
        assert link is not None
        assert link[1] in client.get(FRONT).content.decode()
        assert sha256(client.get(link[1]).content).hexdigest() in html

    def test_gives_the_figures_that_were_counted_with(self, client: Client):
        table = rows(client, "/tilburg/verdeling/2017/cijfers.csv")
        names = [row["wijk"] for row in table]
        assert names == sorted(names)
        assert sum(int(row["population"]) for row in table) == 163_650
        assert {row["fictief"] for row in table} == {"ja"}
        for row in table:
            shown, exact = (Fraction(row[one].replace(",", ".")) for one in ("income_low", "income_low_exact"))
            assert abs(shown - exact) <= Fraction("0.0000005")

    def test_writes_its_file_for_a_dutch_spreadsheet(self, client: Client):
        client.post("/taal/", {"language": "en", "next": WHY})
        row = rows(client, f"{WHY[:-1]}.csv")[1]
        assert (row["soort"], row["maatstaf"]) == ("maatstaf", "kinderen")
        assert re.fullmatch(r"\d+,\d{2}", row["eenheden"])
        assert re.fullmatch(r"\d+,\d{6}", row["prijs_euro"])
        assert row["besluit"] == "het college, 6 december 2016"
        exact = Fraction(row["eenheden_exact"].replace(",", ".")) * Fraction(
            row["prijs_centen_exact"].replace(",", ".")
        )
        assert parse_euros(row["bedrag_euro"]) == round(exact)

    def test_counts_city_and_areas_together_as_the_total_of_the_council(self, client: Client):
        table = rows(client, "/tilburg/verdeling/2017.csv")
        assert sum(parse_euros(row["bedrag_euro"]) for row in table) == 1_500_000_000
        names = [row["wijk"] for row in table if row["code"]]
        assert names == sorted(names)

    @pytest.mark.parametrize(
        ("today", "says"),
        [
            ((2017, 1, 23), "U kunt tot en met 23 januari 2017"),
            ((2017, 1, 24), "U kon bezwaar maken tot en met 23 januari"),
        ],
    )
    def test_says_whether_one_can_still_object(self, client: Client, monkeypatch, today, says: str):
        monkeypatch.setattr(clock, "now", lambda: morning(date(*today)))
        assert says in text(client, WHY)

    def test_names_who_decided_and_until_when_one_could_object(self, client: Client):
        page = text(client, WHY)
        assert "Vastgesteld door het college op 6 december 2016" in page
        assert "23 januari 2017" in page  # published on 12 December, six weeks from the 13th

    @pytest.mark.parametrize("path", ["waarom/2016/", "waarom/2016.csv", "waarom/20170/"])
    def test_is_not_there_for_a_year_without_a_decided_division(self, client: Client, path: str):
        assert client.get(f"{AREA}{path}").status_code == 404

    @pytest.mark.parametrize("name", ["verdeelmodel.json", "cijfers.csv"])
    def test_has_no_files_of_a_year_without_a_decided_division(self, client: Client, name: str):
        assert client.get(f"/tilburg/verdeling/2016/{name}").status_code == 404


@pytest.mark.usefixtures("demo")
class TestEveryPublicPage:
    @pytest.mark.parametrize("path", PUBLIC)
    @pytest.mark.done("2.csp")
    def test_asks_for_nothing_that_the_strict_policy_forbids(self, client: Client, path: str):
        answer = client.get(path)
        html = answer.content.decode()
        assert "script-src 'none'" in answer["Content-Security-Policy"]
        assert not re.search(r"<script|<style|\sstyle=|\son[a-z]+=|(?:src|href)=\"(?:https?:)?//", html)

    @pytest.mark.parametrize("path", PUBLIC)
    def test_is_there_in_english_too(self, client: Client, path: str):
        client.post("/taal/", {"language": "en", "next": path})
        html = client.get(path).content.decode()
        assert '<html lang="en">' in html
        assert "Nederlands" in html

    @pytest.mark.parametrize("path", PUBLIC)
    def test_never_calls_anybody_late(self, client: Client, path: str):
        assert not re.search(r"\bte laat\b|\blate\b", text(client, path))

    def test_takes_no_parameter_that_sorts(self, client: Client):
        assert text(client, "/tilburg/wijken/?sort=bedrag&order=desc") == text(client, "/tilburg/wijken/")


@pytest.mark.usefixtures("demo")
class TestLists:
    def test_shows_fifty_of_a_hundred_and_one_at_the_same_cost(self, client: Client):
        division = Division.objects.get(municipality__slug="tilburg")

        def grow() -> None:
            for number in range(101 - 11):
                Area.objects.create(division=division, code=f"N{number}", slug=f"n-{number}", name=f"N {number:03}")

        assert_same_queries(client, "/tilburg/wijken/", grow)
        html = client.get("/tilburg/wijken/").content.decode()
        assert html.count("<h3>") == PER_PAGE
        assert "?pagina=2" in html
        assert client.get("/tilburg/wijken/?pagina=3").content.decode().count("<h3>") == 1
        assert client.get("/tilburg/wijken/?pagina=nonsens").status_code == 200


@pytest.mark.usefixtures("demo")
def test_the_accessibility_statement_says_whom_to_call(client: Client):
    assert "Tilburg: Loket sociale basis , 14 013" in text(client, "/toegankelijkheid/")


def test_an_installation_without_municipalities_says_so(client: Client):
    assert client.get("/").status_code == 200


def test_a_municipality_that_just_began_has_a_page(client: Client):
    from wijkaanzet.people.operations import install_arrangement

    source = (ARRANGEMENTS / "tilburg.toml").read_text(encoding="utf-8")
    install_arrangement(source, file_name="tilburg.toml", actor=NOBODY, at=morning(date(2016, 9, 1)))
    assert client.get(FRONT).status_code == 200
    assert client.get("/tilburg/wijken/").status_code == 200


@pytest.mark.usefixtures("demo")
class TestDecisions:
    @pytest.mark.done("2.thread")
    def test_leads_from_an_amount_to_its_decision_and_on_to_the_money_that_moved(self, client: Client):
        html = client.get(WHY).content.decode()
        found = re.search(r'href="(/tilburg/besluiten/[a-z0-9]{8}/)"', html)
        assert found is not None
        page = text(client, found[1])
        assert "De verdeling van het geld van 2017" in page
        assert "Aangenomen door het college op 6 december 2016" in page
        assert sum(amounts(page)) == 2 * 1_500_000_000  # the rows with what stays with the city, and their sum
        assert 'href="/tilburg/"' in client.get(found[1]).content.decode()

    def test_lists_the_newest_first(self, client: Client):
        page = text(client, "/tilburg/besluiten/")
        assert page.index("De verdeling van het geld van 2017") < page.index("Het geld van 2017 voor de hele stad")

    def test_keeps_what_is_not_published_to_itself(self, client: Client):
        decision = Decision.objects.filter(municipality__slug="tilburg").order_by("pk")[0]
        Decision.objects.filter(pk=decision.pk).update(status="recorded", published_on=None)
        assert client.get(f"/tilburg/besluiten/{decision.public_id}/").status_code == 404
        assert client.get(f"/oude-ijsselstreek/besluiten/{decision.public_id}/").status_code == 404
