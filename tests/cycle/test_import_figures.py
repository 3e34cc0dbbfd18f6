"""The command brings figures in where their columns speak for themselves, and says what stops it."""

import gzip
import json
from datetime import datetime
from io import StringIO
from pathlib import Path
from threading import Event

import pytest
from django.core.management import call_command

from tests.cycle.conftest import City
from tests.factories import MunicipalityFactory
from tests.scans.real_files import opened
from wijkaanzet.areas.models import Area
from wijkaanzet.cycle import operations
from wijkaanzet.cycle.management.commands import import_figures
from wijkaanzet.cycle.models import AreaYear
from wijkaanzet.demo.build import DATA, START
from wijkaanzet.kernel import clock, open_moves
from wijkaanzet.kernel.actors import Actor
from wijkaanzet.kernel.models import AuditEntry
from wijkaanzet.scans.models import FigureImport
from wijkaanzet.scans.rules.importing import Origin

FILE = DATA / "tilburg-figures-2017.csv"
TOLD = ("--municipality", "tilburg", "--source", "CBS", "--year", "2017", "--for-year", "2018")
MONITOR = """ID;WijkenEnBuurten;Perioden;Codering_3;Eenzaam_28;Mantelzorger_32;Vrijwilligerswerk_33
1;NL01      ;2016JJ00;NL01      ;    43.4;    14.3;       .
2;GM0855    ;2016JJ00;GM0855    ;    46.5;    15.1;    20.0
3;WK0855XA  ;2016JJ00;WK0855XA  ;    48.0;    16.0;    21.0
"""


@pytest.fixture(autouse=True)
def on_the_first_day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clock, "now", lambda: START)


def run(path: Path, *options: str, told: tuple[str, ...] = TOLD, **streams: StringIO) -> int:
    try:
        call_command("import_figures", str(path), *told, *options, **streams)
    except SystemExit as left:
        return int(left.code or 0)
    return 0


def last() -> FigureImport:
    return FigureImport.objects.order_by("id")[FigureImport.objects.count() - 1]


class TestDryRun:
    def test_tells_everything_and_keeps_nothing(self, city: City, capsys: pytest.CaptureFixture[str]):
        before = (FigureImport.objects.count(), AuditEntry.objects.count())
        assert run(FILE, "--dry-run", "--json") == 0
        told = json.loads(capsys.readouterr().out)
        assert (told["rows"], told["levels"], len(told["areas"]["matched"])) == (30, {"WK": 30}, 30)
        assert told["columns"]["matched"][:3] == ["code", "name", "population"]
        assert (told["columns"]["unmatched"], told["columns"]["left_out"]) == ([], [])
        assert (told["areas"]["absent"], told["areas"]["extra"], told["problems"]) == ([], [], [])
        assert told["missing"]["income_low"] == 1
        assert (told["imported"], told["came_in_on"], told["since_before"]) == (False, None, None)
        assert (FigureImport.objects.count(), AuditEntry.objects.count()) == before

    def test_tells_what_is_other_than_before(self, city: City, tmp_path: Path, capsys: pytest.CaptureFixture[str]):
        run(FILE)
        path = tmp_path / "cijfers.csv"
        path.write_text(FILE.read_text(encoding="utf-8").replace("7030,18", "7040,18"), encoding="utf-8")
        capsys.readouterr()
        assert run(path, "--dry-run", "--json") == 0
        told = json.loads(capsys.readouterr().out)["since_before"]
        assert told["tables"] == [{"source": "CBS", "imported_on": "2017-10-02"}]
        assert (told["changed"], told["new"], told["gone"]) == (1, 0, 0)
        (example,) = told["examples"]
        assert (example["code"], example["before"], example["after"]) == ("WK0855XA", "7030", "7040")
        assert run(path) == 0
        assert "209 waarden gelijk, 1 anders, 0 nieuw, 0 weg" in capsys.readouterr().out

    def test_names_columns_that_nobody_knows(self, city: City, tmp_path: Path, capsys: pytest.CaptureFixture[str]):
        path = tmp_path / "cijfers.csv"
        lines = FILE.read_text(encoding="utf-8").splitlines()
        path.write_text("\n".join([f"{lines[0]},raar", *(f"{line},ja" for line in lines[1:])]), encoding="utf-8")
        assert run(path, "--dry-run") == 0
        assert "raar" in capsys.readouterr().out


class TestImport:
    def test_lets_the_areas_go_on(self, city: City, capsys: pytest.CaptureFixture[str]):
        assert run(FILE) == 0
        assert capsys.readouterr().out.splitlines() == [
            "30 rijen; 30 CBS-gebieden van de indeling gevonden, 0 niet.", "De cijfers zijn ingelezen.",
        ]  # fmt: skip
        assert set(AreaYear.objects.filter(year=2018).values_list("status", flat=True)) == {"budget"}
        assert not list(open_moves.differences())

    def test_a_second_time_changes_nothing(self, city: City, capsys: pytest.CaptureFixture[str]):
        run(FILE)
        capsys.readouterr()
        before = (FigureImport.objects.count(), AuditEntry.objects.count())
        assert run(FILE) == 0
        assert "al ingelezen, op 2 oktober 2017" in capsys.readouterr().out
        assert run(FILE, "--json") == 0
        told = json.loads(capsys.readouterr().out)
        assert (told["imported"], told["came_in_on"]) == (False, "2017-10-02")
        assert (FigureImport.objects.count(), AuditEntry.objects.count()) == before

    def test_the_same_file_as_our_own_counts_is_something_to_do(self, city: City):
        assert run(FILE) == 0
        assert run(FILE, "--own") == 0
        assert (last().origin, last().status) == (Origin.OWN, "imported")
        assert FigureImport.objects.filter(status="imported", for_year=2018).count() == 2

    def test_a_packed_file_comes_in_too(self, city: City, tmp_path: Path):
        path = tmp_path / "cijfers.csv.gz"
        path.write_bytes(gzip.compress(FILE.read_bytes()))
        assert run(path, "--provisional", "--region-year", "2017") == 0
        assert (last().plain, last().provisional, last().status) == (False, True, "imported")

    def test_what_we_counted_ourselves_is_kept_as_ours(self, city: City):
        assert run(FILE, "--own") == 0
        assert (last().origin, last().table) == (Origin.OWN, "")


def test_the_first_table_of_a_municipality_draws_its_neighbourhoods(
    db: None, tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    opened("GM0307", "amersfoort")
    path = tmp_path / "cijfers.csv"
    path.write_text("code,naam,inwoners\nWK030700,Noord,1000\nWK030701,Zuid,2000\n", encoding="utf-8")
    told = ("--municipality", "amersfoort", "--source", "CBS", "--year", "2016")
    drawn = Area.objects.filter(division__municipality__slug="amersfoort")
    assert [run(path, told=told), run(path, "--dry-run", told=told)] == [2, 2]
    assert "--draw" in capsys.readouterr().err
    assert AuditEntry.objects.filter(result="refused", reason="not_divided_yet").count() == 1
    assert run(path, "--draw", "--dry-run", told=told) == 0
    assert not drawn.exists()
    assert run(path, "--draw", told=told) == 0
    assert list(drawn.order_by("code").values_list("code", "name")) == [("WK030700", "Noord"), ("WK030701", "Zuid")]
    assert last().for_year == 2018


class TestRegistry:
    """Of a published table title, year and CBS areas need not be told."""

    @pytest.fixture
    def file(self, tmp_path: Path) -> Path:
        path = tmp_path / "50090NED.csv"
        path.write_text(MONITOR, encoding="utf-8")
        return path

    @pytest.mark.parametrize("told", [("--source", "50090ned"), ("--source", "50090NED", "--year", "2016"), ()])
    def test_knows_what_a_published_table_is(
        self, city: City, file: Path, told: tuple[str, ...], capsys: pytest.CaptureFixture[str]
    ):
        assert run(file, "--json", told=("--municipality", "tilburg", *told)) == 0
        printed = json.loads(capsys.readouterr().out)
        assert (printed["table"], printed["year"], printed["region_year"]) == ("50090NED", 2016, 2020)
        assert printed["source"] == "RIVM, Gezondheid per wijk en buurt 2012, 2016 en 2020"
        assert printed["for_year"] == 2018
        assert printed["levels"] == {"NL": 1, "GM": 1, "WK": 1}
        assert printed["columns"] == {
            "matched": ["WijkenEnBuurten", "Eenzaam_28", "Mantelzorger_32", "Vrijwilligerswerk_33"],
            "unmatched": [],
            "left_out": ["ID", "Perioden", "Codering_3"],
        }

    def test_asks_for_what_it_does_not_know(self, city: City, file: Path, capsys: pytest.CaptureFixture[str]):
        where = ("--municipality", "tilburg")
        assert run(file, told=(*where, "--source", "50120NED")) == 2
        assert "50120NED" in capsys.readouterr().err
        assert run(FILE, told=(*where, "--source", "CBS")) == 2
        assert run(FILE, "--year", "2017", told=where) == 2
        year, source = capsys.readouterr().err.splitlines()
        assert year.startswith("Het bestand zegt niet van welk jaar de cijfers zijn.")
        assert source.startswith("Vul in van wie deze cijfers zijn")


class TestWrong:
    @pytest.mark.parametrize(
        ("old", "new", "says"),
        [
            ("7030,18", "7030,veel", "2: ‘veel’ in de kolom ‘pop_0_14’ van WK0855XA is geen getal"),
            ("WK0855", "WK0307", "Geen kolom van dit bestand heeft codes"),
        ],
    )
    def test_is_said_and_nothing_comes_in(
        self, city: City, tmp_path: Path, capsys: pytest.CaptureFixture[str], old: str, new: str, says: str
    ):
        path = tmp_path / "cijfers.csv"
        path.write_text(FILE.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
        before = FigureImport.objects.count()
        assert run(path) == 2
        printed = capsys.readouterr()
        assert says in printed.out + printed.err
        assert FigureImport.objects.count() == before

    def test_is_what_nobody_says_the_meaning_of(self, city: City, tmp_path: Path, capsys: pytest.CaptureFixture[str]):
        path = tmp_path / "cijfers.csv"
        path.write_text("code,name,bezoekers\nWK0855XA,Heidebloem,40\nWK0855XB,Stokveld,70\n", encoding="utf-8")
        assert run(path) == 2
        assert "Het is niet duidelijk wat de kolom ‘bezoekers’ telt." in capsys.readouterr().err

    def test_is_refused_in_the_log(self, city: City):
        assert run(FILE, told=(*TOLD[:-1], "2016")) == 2
        assert AuditEntry.objects.filter(result="refused", reason="figures_after_year").exists()

    def test_a_file_or_municipality_that_is_not_there_is_said(self, city: City, capsys: pytest.CaptureFixture[str]):
        assert run(DATA / "nergens.csv") == 2
        assert run(FILE, told=("--municipality", "nergens", *TOLD[2:])) == 2
        assert "nergens" in capsys.readouterr().err
        MunicipalityFactory(slug="elders")
        assert run(FILE, told=TOLD[2:]) == 2
        assert "tilburg" in capsys.readouterr().err


class Terminal(StringIO):
    """What a person looks at."""

    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(("stream", "says"), [(Terminal, "\r 40 %"), (StringIO, "")])
def test_a_terminal_is_told_how_far_it_is(
    city: City, monkeypatch: pytest.MonkeyPatch, stream: type[StringIO], says: str
):
    asked, bring_in = Event(), operations.import_figures

    def how_far(_subject: object) -> int:
        asked.set()
        return 40

    def when_asked(table: FigureImport, *, actor: Actor, at: datetime) -> FigureImport:
        assert asked.wait(10)
        return bring_in(table, actor=actor, at=at)

    monkeypatch.setattr(import_figures, "percentage", how_far)
    monkeypatch.setattr(import_figures, "EVERY", 0.001)
    monkeypatch.setattr(operations, "import_figures", when_asked)
    shown = stream()
    if not shown.isatty():
        asked.set()  # nobody asks
    assert run(FILE, stderr=shown) == 0
    assert shown.getvalue()[: len(says)] == says
    assert shown.getvalue().endswith("\r      \r") is (stream is Terminal)
