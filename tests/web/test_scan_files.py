"""Scans as files: what everybody may read and no more, whoever takes it away, and nothing of what was taken back."""

import csv
import json
from io import BytesIO, StringIO
from typing import Any

import pytest
from django.test import Client
from pypdf import PdfReader

from tests.conftest import AT
from tests.scans.figure_town import PEOPLE, wijk
from tests.scans.scan_town import CONCERNS, STRENGTHS, YEAR, ScanTown, build_town, figure, later, tale, voice
from tests.web.division_town import browser
from tests.web.scan_pages import HERE, WHO, actor, at, scan_in
from wijkaanzet.areas.models import AreaBorder
from wijkaanzet.areas.rules.grid import to_degrees
from wijkaanzet.kernel import clock
from wijkaanzet.scans import operations
from wijkaanzet.scans.labels import GONE, PARTS
from wijkaanzet.scans.rules.columns import Column, ColumnKind
from wijkaanzet.scans.rules.scan import Gone, ScanPartKey, ScanStatus
from wijkaanzet.stories.rules import Scope

pytestmark = pytest.mark.django_db
ALL = f"/proefstad/wijkscans/{YEAR}"
FILES = (f"{HERE}.pdf", f"{HERE}.csv", f"{HERE}.json")
OF_ALL = (f"{ALL}.pdf", f"{ALL}.csv", f"{ALL}.json", f"{ALL}.geojson")
FORMULA = '=HYPERLINK("http://kwaad.example";"Klik")'


@pytest.fixture
def town(db: None, monkeypatch: pytest.MonkeyPatch) -> ScanTown:
    monkeypatch.setattr(clock, "now", lambda: AT)
    return build_town()


@pytest.fixture
def visitor() -> Client:
    return Client()


def rows(client: Client, path: str = f"{HERE}.csv") -> list[dict[str, str]]:
    return list(csv.DictReader(StringIO(client.get(path).content.decode("utf-8-sig")), delimiter=";"))


def data(client: Client, path: str = f"{HERE}.json") -> dict[str, Any]:
    found: dict[str, Any] = json.loads(client.get(path).content)
    return found


def pages(client: Client, path: str = f"{HERE}.pdf") -> list[str]:
    """The words of each page of a PDF, one space between them."""
    reader = PdfReader(BytesIO(client.get(path).content))
    return [" ".join(page.extract_text().split()) for page in reader.pages]


def text(client: Client, path: str) -> str:
    """All that a file says."""
    return " ".join(pages(client, path)) if path.endswith(".pdf") else client.get(path).content.decode()


def publish(town: ScanTown, slug: str, *, words: str = "Mensen kennen elkaar.") -> None:
    scan = town.started(area=town.figures.area(slug))
    town.fill(scan, STRENGTHS, words=words)
    operations.publish_scan(town.asked(scan), actor=town.coordinator, at=AT)


class TestWho:
    @pytest.mark.parametrize("status", [ScanStatus.DRAFT, ScanStatus.COMMENTING])
    @pytest.mark.parametrize("path", [*FILES, *OF_ALL])
    def test_nobody_takes_away_what_is_not_published(self, town: ScanTown, path: str, status: ScanStatus):
        scan_in(town, status)
        assert {browser(actor(town, who)).get(path).status_code for who in ("visitor", *WHO)} == {404}

    @pytest.mark.parametrize("path", [*FILES, *OF_ALL])
    def test_everybody_takes_away_the_same(self, town: ScanTown, path: str):
        town.lonely(12)
        quiet, soft = town.told(title="Stil", may_share=False), town.story({Scope.NETWORK}, title="Zacht")
        town.published(figure(), voice(quiet), tale(soft), voice(town.told(title="De tuin")))
        found, *others = {text(browser(actor(town, who)), path) for who in ("visitor", *WHO)}
        assert others == []
        assert not any(title in found for title in ("Stil", "Zacht"))

    @pytest.mark.parametrize("path", [*FILES, *OF_ALL])
    def test_comments_are_in_no_file(self, town: ScanTown, visitor: Client, path: str):
        scan = scan_in(town, ScanStatus.COMMENTING)
        said = town.comment(scan, text="De lift mist.", section=CONCERNS)
        operations.answer_comment(said, answer="Staat erbij.", actor=town.coordinator, at=AT)
        operations.publish_scan(scan, actor=town.coordinator, at=AT)
        found = text(visitor, path)
        assert not any(words in found for words in ("De lift mist.", "Staat erbij."))

    @pytest.mark.parametrize("path", [*FILES, *OF_ALL])
    def test_a_file_stays_nowhere_on_the_way(self, town: ScanTown, visitor: Client, path: str):
        scan_in(town, ScanStatus.PUBLISHED)
        answer = visitor.get(path)
        assert "no-store" in answer["Cache-Control"]
        assert path.rpartition(".")[2] in answer["Content-Disposition"]


class TestWithdrawn:
    @pytest.mark.done("5.withdrawn")
    @pytest.mark.parametrize("path", [*FILES, *OF_ALL])
    def test_what_its_teller_took_back_is_in_no_file_that_is_made_after_it(
        self, town: ScanTown, visitor: Client, path: str
    ):
        entry, story = town.told(title="De tuin"), town.story(title="Samen koken")
        town.published(voice(entry, "Iedereen hoort erbij."), tale(story, "Zo is het."))
        told = ("De tuin", "Samen koken", "Iedereen hoort erbij.", "Zo is het.")
        before = text(visitor, path)
        for one in (entry, story):
            town.withdraw(one)
        after = text(visitor, path)
        assert not any(words in after for words in told)
        if not path.endswith("geojson"):
            assert all(title in before for title in told[:2])
            assert after.count(str(GONE[Gone.WITHDRAWN])) == 2

    @pytest.mark.done("5.withdrawn")
    def test_neither_is_it_in_what_changed(self, town: ScanTown, visitor: Client):
        entry = town.told(title="De tuin")
        town.published(voice(entry))
        town.published(year=2018, at=later(40))
        path = f"{HERE[:-4]}2018"
        assert all("De tuin" in text(visitor, f"{path}.{kind}") for kind in ("pdf", "json"))
        town.withdraw(entry)
        assert not any("De tuin" in text(visitor, f"{path}.{kind}") for kind in ("pdf", "json"))


class TestTable:
    def test_it_holds_the_words_of_each_part_and_all_that_stands_in_it(self, town: ScanTown, visitor: Client):
        scan_in(town, ScanStatus.PUBLISHED)
        found = rows(visitor)
        assert [one["onderdeel"] for one in found if one["soort"] == "eigen woorden"] == list(map(str, PARTS.values()))
        strong = [one for one in found if one["onderdeel"] == str(PARTS[STRENGTHS])]
        assert [one["naam"] for one in strong] == ["", "Eenzaam", "De tuin", "Samen koken"]
        assert strong[0]["tekst"] == "Mensen kennen elkaar."
        assert {(one["gemeente"], one["wijk"], one["jaar"], one["gepubliceerd_op"]) for one in found} == {
            ("Proefstad", "Noord", "2017", "2017-10-02")
        }

    def test_a_figure_keeps_its_source_year_and_sureness(self, town: ScanTown, visitor: Client):
        scan_in(town, ScanStatus.PUBLISHED)
        (one,) = [row for row in rows(visitor) if row["soort"] == "cijfer"]
        assert (one["waarde"], one["waarde_exact"], one["meetjaar"]) == ("12,0%", "12", "2016")
        assert all((one["bron"], one["van_95"], one["tot_95"]))
        assert one["betekenis"] == "Veel mensen zijn alleen."

    @pytest.mark.parametrize("path", [f"{HERE}.csv", f"{ALL}.csv"])
    def test_no_spreadsheet_runs_what_people_wrote(self, town: ScanTown, visitor: Client, path: str):
        town.lonely(12)
        entry = town.told(title=FORMULA)
        town.published(voice(entry, FORMULA), figure(meaning=FORMULA), words=FORMULA)
        cells = [cell for row in rows(visitor, path) for cell in row.values()]
        assert sum(cell.startswith(f"'{FORMULA}") for cell in cells) == 5
        assert not any(cell.startswith(("=", "+", "@")) for cell in cells)


class TestData:
    def test_it_says_where_when_by_whom_and_with_what(self, town: ScanTown, visitor: Client):
        scan_in(town, ScanStatus.PUBLISHED)
        found = data(visitor)
        assert found["adres"] == f"http://testserver{at()}"
        assert (found["gemeente"], found["wijk"], found["jaar"]) == ("Proefstad", "Noord", 2017)
        assert (found["gepubliceerd_op"], found["gemaakt_door"]) == ("2017-10-02", "Netwerk Noord")
        assert [one["onderdeel"] for one in found["onderdelen"]] == list(map(str, PARTS.values()))
        (number,) = found["onderdelen"][0]["cijfers"]
        assert (number["waarde"], number["jaar"]) == (12.0, 2016)
        assert {"bron", "licentie", "van_95", "tot_95", "fictief"} <= number.keys()
        assert {one["gebruik"] for one in found["onderdelen"][0]["verteld"]} != {""}
        assert found["veranderd_sinds"] is None

    def test_it_is_dutch_in_every_language(self, town: ScanTown, visitor: Client):
        scan_in(town, ScanStatus.PUBLISHED)
        dutch = [visitor.get(path).content for path in FILES[1:]]
        visitor.cookies["django_language"] = "en"
        assert [visitor.get(path).content for path in FILES[1:]] == dutch

    def test_a_hidden_figure_holds_no_number(self, town: ScanTown, visitor: Client):
        counted = {wijk(place): {"inwoners": 4_000, "hulp": few} for place, few in enumerate((3, 40, 40, 40))}
        town.figures.own(counted, PEOPLE, Column("hulp", "Mensen met hulp", ColumnKind.COUNT))
        town.published(figure("mensen-met-hulp"))
        (number,) = data(visitor)["onderdelen"][0]["cijfers"]
        (row,) = [one for one in rows(visitor) if one["soort"] == "cijfer"]
        assert (number["waarde"], row["waarde"], row["waarde_exact"], row["van_95"]) == (None, "", "", "")
        assert number["waarom_geen_waarde"] == row["waarom_geen_waarde"] != ""


class TestAll:
    @pytest.mark.done("5.no-ranking", "5.paper")
    def test_all_scans_stand_by_name_with_a_page_of_paper_each(self, town: ScanTown, visitor: Client):
        for slug in ("zuid", "noord", "oost"):
            publish(town, slug)
        town.started(area=town.figures.area("west"))
        names = ["Noord", "Oost", "Zuid"]
        assert [one["wijk"] for one in data(visitor, f"{ALL}.json")["wijkscans"]] == names
        assert list(dict.fromkeys(one["wijk"] for one in rows(visitor, f"{ALL}.csv"))) == names
        printed = pages(visitor, f"{ALL}.pdf")
        assert len(printed) == 3
        assert all(name in page for name, page in zip(names, printed, strict=True))

    @pytest.mark.done("5.no-ranking")
    def test_on_the_map_stand_own_words_and_no_number_to_rank_by(self, town: ScanTown, visitor: Client):
        town.lonely(12)
        town.published(figure(), words="Wij groeten elkaar.")
        publish(town, "oost")
        square = [130_000, 400_000, 131_000, 400_000, 131_000, 401_000, 130_000, 401_000]
        AreaBorder.objects.create(
            area=town.area, rings=[square], heart_east=130_500, heart_north=400_500, year=2017, imported_on=AT.date()
        )
        found = data(visitor, f"{ALL}.geojson")
        north, east = found["features"]
        assert (found["type"], north["properties"]["wijk"], east["geometry"]) == ("FeatureCollection", "Noord", None)
        assert north["properties"]["woorden"][str(PARTS[ScanPartKey.STRENGTHS])] == "Wij groeten elkaar."
        corner = north["geometry"]["coordinates"][0][0][0]
        assert corner == pytest.approx(list(to_degrees((130_000, 400_000))), abs=1e-5)
        numbers = {key for key, value in north["properties"].items() if isinstance(value, int) and key != "jaar"}
        assert numbers == {"fictief"}

    @pytest.mark.parametrize("path", OF_ALL)
    def test_a_year_without_scans_has_no_file(self, town: ScanTown, visitor: Client, path: str):
        assert visitor.get(path).status_code == 404


class TestPaper:
    def test_it_says_what_the_page_says(self, town: ScanTown, visitor: Client):
        scan_in(town, ScanStatus.PUBLISHED)
        (page,) = pages(visitor)
        shown = (
            "Noord",
            "2017",
            "Netwerk Noord",
            "Eenzaam",
            "12,0%",
            "Veel mensen zijn alleen.",
            "De tuin",
            "Samen koken",
        )
        assert all(one in page for one in shown)
        places = [page.index(str(PARTS[key])) for key in ScanPartKey]
        assert places == sorted(places)

    def test_it_is_in_the_language_of_the_reader(self, town: ScanTown, visitor: Client):
        scan_in(town, ScanStatus.PUBLISHED)
        assert self.language(visitor) == "nl"
        visitor.cookies["django_language"] = "en"
        assert self.language(visitor) == "en"

    def language(self, client: Client) -> str:
        """The language that a PDF says that it is in."""
        return str(PdfReader(BytesIO(client.get(f"{HERE}.pdf").content)).root_object["/Lang"])
