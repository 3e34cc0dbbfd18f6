"""The command brings figures in where their columns speak for themselves, and says what stops it."""

import json
from pathlib import Path

import pytest
from django.core.management import call_command

from tests.cycle.conftest import City
from wijkaanzet.cycle.models import AreaYear
from wijkaanzet.demo.build import DATA, START
from wijkaanzet.kernel import clock, open_moves
from wijkaanzet.kernel.models import AuditEntry
from wijkaanzet.scans.models import FigureImport

FILE = DATA / "tilburg-figures-2017.csv"


@pytest.fixture(autouse=True)
def on_the_first_day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clock, "now", lambda: START)


def run(path: Path, *options: str, municipality: str = "tilburg") -> int:
    told = ["--municipality", municipality, "--source", "CBS", "--year", "2017", "--for-year", "2018"]
    try:
        call_command("import_figures", str(path), *told, *options)
    except SystemExit as left:
        return int(left.code or 0)
    return 0


def test_a_dry_run_keeps_nothing(city: City, capsys: pytest.CaptureFixture[str]):
    before = FigureImport.objects.count()
    assert run(FILE, "--dry-run", "--json") == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["rows"], told["levels"], len(told["matched"])) == (30, {"WK": 30}, 30)
    assert told["columns"][:3] == ["code", "name", "population"]
    assert (told["absent"], told["extra"], told["problems"]) == ([], [], [])
    assert told["missing"]["income_low"] == 1
    assert FigureImport.objects.count() == before


def test_the_figures_come_in_and_the_areas_go_on(city: City, capsys: pytest.CaptureFixture[str]):
    assert run(FILE) == 0
    assert capsys.readouterr().out == (
        "30 rijen; 30 CBS-gebieden van de indeling gevonden, 0 niet. De cijfers zijn ingelezen.\n"
    )
    assert set(AreaYear.objects.filter(year=2018).values_list("status", flat=True)) == {"budget"}
    assert not list(open_moves.differences())


def test_a_second_time_is_refused_and_stands_in_the_log(city: City, capsys: pytest.CaptureFixture[str]):
    run(FILE)
    capsys.readouterr()
    before = FigureImport.objects.count()
    assert run(FILE) == 2
    assert "al ingelezen" in capsys.readouterr().err
    assert FigureImport.objects.count() == before
    assert AuditEntry.objects.filter(result="refused", reason="same_file").exists()


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("7030,18", "7030,veel", "2: ‘veel’ in de kolom ‘pop_0_14’ van WK0855XA is geen getal"),
        ("income_low", "iets_anders", "Het is niet duidelijk wat de kolom ‘iets_anders’ telt."),
        ("WK0855", "WK0307", "Geen kolom van dit bestand heeft codes"),
    ],
)
def test_what_is_wrong_is_said_and_nothing_comes_in(
    city: City, tmp_path: Path, capsys: pytest.CaptureFixture[str], old: str, new: str, says: str
):
    path = tmp_path / "cijfers.csv"
    path.write_text(FILE.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
    before = FigureImport.objects.count()
    assert run(path) == 2
    printed = capsys.readouterr()
    assert says in printed.out + printed.err
    assert FigureImport.objects.count() == before


def test_a_file_or_municipality_that_is_not_there_is_said(city: City, capsys: pytest.CaptureFixture[str]):
    assert run(DATA / "nergens.csv") == 2
    assert run(FILE, municipality="nergens") == 2
    assert "nergens is geen gemeente" in capsys.readouterr().err
