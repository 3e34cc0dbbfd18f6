"""A model has bounds, and two files of an outcome are written both or not at all."""

import json
from io import BytesIO, TextIOWrapper
from pathlib import Path

import pytest
from django.core.management import call_command

from tests.budget.division_inputs import MODEL
from wijkaanzet.budget.labels import sentence
from wijkaanzet.budget.management.commands.allocate import write_together
from wijkaanzet.budget.rules.model_file import load_model
from wijkaanzet.scans.rules.bad_input import BadInput


def refusal(document: dict[str, object]) -> BadInput:
    with pytest.raises(BadInput) as caught:
        load_model(json.dumps(document).encode())
    assert sentence(caught.value)
    return caught.value


def model() -> dict[str, object]:
    document: dict[str, object] = json.loads(MODEL.read_text())
    return document


@pytest.mark.parametrize("text", ["\ud800", "a\u0000b", "a\nb"])
def test_a_text_that_nobody_can_see_or_store_is_refused(text: str) -> None:
    assert refusal(model() | {"name": text}).key == "not_printable"


def test_a_sum_of_many_long_fractions_is_shown_in_short() -> None:
    shares = [{"key": f"c{n}", "share": f"1/{10**19 + n}"} for n in range(20)]
    refused = refusal(model() | {"components": shares})
    assert (refused.key, refused.parameters["sum"]) == ("does_not_sum_to_one", "0")
    nearly = [{"key": "a", "share": "0.99999999999"}]
    assert refusal(model() | {"components": nearly}).parameters["sum"] == "0.999999…"


def test_a_list_has_a_most() -> None:
    shares = [{"key": f"c{n}", "share": "1"} for n in range(21)]
    assert refusal(model() | {"components": shares}).key == "too_many"


def test_a_file_above_a_megabyte_is_not_read() -> None:
    with pytest.raises(BadInput, match="file_too_large"):
        load_model(b" " * 1_000_001)


def test_a_terminal_without_the_euro_sign_still_gets_the_outcome(monkeypatch: pytest.MonkeyPatch) -> None:
    written = BytesIO()
    narrow = TextIOWrapper(written, encoding="ascii")
    monkeypatch.setattr("sys.stdout", narrow)
    call_command("allocate", MODEL, figures=MODEL.parent / "wijken.csv")
    narrow.flush()
    assert b"? 15.000.000,00" in written.getvalue()


class TestWriteTogether:
    def test_writes_nothing_where_a_folder_stands_in_the_way(self, tmp_path: Path) -> None:
        (tmp_path / "b").mkdir()
        with pytest.raises(OSError, match="b"):
            write_together(tmp_path, {"a": "new", "b": "new"})
        assert [one.name for one in tmp_path.iterdir()] == ["b"]

    def test_puts_back_what_was_there_when_it_fails_halfway(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        (tmp_path / "a").write_text("old")
        real = Path.replace

        def failing(self: Path, target: Path) -> Path:
            if Path(target).name == "b":
                raise OSError("the disk is full")
            return real(self, target)

        monkeypatch.setattr(Path, "replace", failing)
        with pytest.raises(OSError, match="full"):
            write_together(tmp_path, {"a": "new", "b": "new"})
        assert [(one.name, one.read_text()) for one in tmp_path.iterdir()] == [("a", "old")]
