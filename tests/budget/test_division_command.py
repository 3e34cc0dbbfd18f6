"""`allocate`: the same division on the command line, without a database."""

import csv
import json
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import call_command

from tests.budget.division_inputs import FIGURES, MODEL
from wijkaanzet.kernel.money import format_euros


def allocate(*flags: str, figures: Path = FIGURES, model: Path = MODEL) -> str:
    """What the command prints; without the database fixture every query would fail the test."""
    out = StringIO()
    call_command("allocate", str(model), "--figures", str(figures), "--municipality", "GM9999", *flags, stdout=out)
    return out.getvalue()


class TestAllocate:
    def test_prints_a_table_in_order_of_code_with_the_total(self) -> None:
        printed = allocate().splitlines()
        codes = [line.split()[0] for line in printed if line.startswith("WK")]
        assert codes == ["WK999901", "WK999902", "WK999903", "WK999904", "WK999905"]
        assert any(line.endswith(format_euros(1_500_000_000)) for line in printed)

    def test_prints_json_that_adds_up_at_every_level(self) -> None:
        found = json.loads(allocate("--json"))
        assert (found["format"], found["version"]) == ("wijkaanzet-verdeling", 1)
        assert list(found) == [
            *("format", "version", "model_sha256", "figures_sha256", "code_version", "total_cents"),
            *("city", "areas", "checks", "flags"),
        ]
        areas, city = found["areas"], sum(one["cents"] for one in found["city"])
        assert city + sum(area["cents"] for area in areas) == found["total_cents"] == 1_500_000_000
        for area in areas:
            assert area["cents"] == sum(line["cents"] for line in area["lines"])
            assert area["cents"] == sum(one["cents"] for one in area["earmarks"].values())
            assert all(one["cents"] == sum(one["components"].values()) for one in area["earmarks"].values())

    def test_writes_both_files_whole_and_nothing_else(self, tmp_path: Path) -> None:
        allocate("--out", str(tmp_path / "new" / "folder"))
        folder = tmp_path / "new" / "folder"
        assert sorted(path.name for path in folder.iterdir()) == ["verdeling.csv", "verdeling.json"]
        written = json.loads((folder / "verdeling.json").read_text())
        assert written == json.loads(allocate("--json"))
        rows = list(csv.DictReader(StringIO((folder / "verdeling.csv").read_text("utf-8-sig")), delimiter=";"))
        assert sum(int(row["total_cents"]) for row in rows) == 1_500_000_000
        assert sum(int(row["jeugd_cents"]) for row in rows) == 600_000_000
        assert [row["code"] for row in rows].count("city") == 3

    def test_gives_the_same_bytes_every_time(self) -> None:
        assert allocate("--json") == allocate("--json")

    @pytest.mark.parametrize("flag", [["--out", "{figures}/below"], ["--figures", "{folder}/absent.csv"]])
    def test_says_which_file_cannot_be_used(
        self, flag: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        own = [part.format(figures=FIGURES, folder=tmp_path) for part in flag]
        with pytest.raises(SystemExit) as stopped:
            allocate(*own)
        assert stopped.value.code == 2
        assert len(capsys.readouterr().err.splitlines()) == 1
