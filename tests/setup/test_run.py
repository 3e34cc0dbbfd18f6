"""What `./run` decides before it starts anything."""

import ast
import subprocess
import sys
from importlib.machinery import SourceFileLoader
from importlib.util import module_from_spec, spec_from_loader
from itertools import product
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def run() -> ModuleType:
    """The script, loaded without running it."""
    loader = SourceFileLoader("run_script", str(ROOT / "run"))
    spec = spec_from_loader("run_script", loader)
    assert spec is not None
    module = module_from_spec(spec)
    loader.exec_module(module)
    return module


def test_a_python_that_is_too_old_is_named_in_two_languages(run: ModuleType) -> None:
    sentence = run.complaint((3, 9, 2), lambda name: True, "linux")
    assert "Python 3.11 or newer is needed and this is Python 3.9" in sentence
    assert "Python 3.11 of nieuwer is nodig en dit is Python 3.9" in sentence


@pytest.mark.parametrize("missing", ["venv", "ensurepip"])
def test_a_missing_venv_names_the_package_to_install(run: ModuleType, missing: str) -> None:
    sentence = run.complaint((3, 11, 2), lambda name: name != missing, "linux")
    assert sentence.count("apt-get install python3-venv") == 2


def test_windows_is_told_to_use_wsl(run: ModuleType) -> None:
    assert "WSL" in run.complaint((3, 12), lambda name: True, "win32")


def test_a_good_machine_hears_no_complaint(run: ModuleType) -> None:
    assert run.complaint((3, 11, 0), lambda name: True, "linux") is None
    assert run.complaint((4, 0, 0), lambda name: True, "darwin") is None


def test_a_refused_machine_sees_a_sentence_and_no_traceback(
    run: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(run.sys, "version_info", (3, 8, 10))
    assert run.main(["demo"]) == 1
    shown = capsys.readouterr()
    assert "Python 3.8" in shown.err
    assert "Traceback" not in shown.err


def test_the_script_can_be_read_by_a_python_that_it_refuses() -> None:
    assert ast.parse((ROOT / "run").read_text(encoding="utf-8"), feature_version=(3, 7)).body


def test_the_script_needs_only_the_standard_library(run: ModuleType) -> None:
    imported = {value.__name__ for value in vars(run).values() if isinstance(value, ModuleType)}
    assert imported <= set(sys.stdlib_module_names)


@pytest.mark.parametrize(
    ("installed", "wanted", "works", "step"),
    [
        ("", "RUN_LOCK", False, "make"),
        ("RUN_LOCK", "RUN_LOCK", True, "keep"),
        ("RUN_LOCK", "DEV_LOCK", True, "add"),
        ("RUN_LOCK DEV_LOCK", "RUN_LOCK", True, "keep"),
        ("RUN_LOCK DEV_LOCK", "DEV_LOCK", True, "keep"),
        ("RUN_LOCK DEV_LOCK", "DEV_LOCK", False, "make"),
        ("another lock", "DEV_LOCK", True, "make"),
    ],
)
def test_the_environment_is_made_only_when_it_does_not_fit(
    run: ModuleType, installed: str, wanted: str, works: bool, step: str
) -> None:
    stamp = " ".join(run.digest(getattr(run, name)) for name in installed.split() if name.endswith("_LOCK"))
    assert run.next_step(stamp, getattr(run, wanted), works) == step


def test_a_broken_environment_is_noticed(run: ModuleType, tmp_path: Path) -> None:
    assert not run.venv_works(tmp_path)
    (tmp_path / "bin").mkdir()
    python = tmp_path / "bin" / "python"
    python.write_text("#!/bin/sh\necho '(3, 8)'\n", encoding="ascii")
    python.chmod(0o755)
    assert not run.venv_works(tmp_path)


def test_the_environment_that_runs_this_test_works(run: ModuleType) -> None:
    assert run.venv_works(Path(sys.prefix))


@pytest.mark.parametrize("marks", list(product([False, True], repeat=3)))
def test_nothing_is_left_out_and_what_touches_a_database_runs_on_postgresql(run: ModuleType, marks: list[bool]) -> None:
    named = dict(zip(("full", "database", "both_engines"), marks, strict=True))
    quick, again, left_out = (eval(chosen, {}, named) for chosen in (run.QUICK, run.AGAIN, run.LEFT_OUT))
    assert quick or left_out
    assert again or left_out or not named["database"]
    assert not (again and left_out)


def test_an_unknown_command_shows_what_there_is(run: ModuleType, capsys: pytest.CaptureFixture[str]) -> None:
    assert run.main(["dance"]) == 2
    shown = capsys.readouterr().out
    assert all(name in shown for name in run.COMMANDS)


def test_a_command_that_fails_gives_its_exit_code_on(run: ModuleType) -> None:
    assert run.call([sys.executable, "-c", "raise SystemExit(7)"]) == 7
    with pytest.raises(SystemExit) as stopped:
        run.must([sys.executable, "-c", "raise SystemExit(3)"], "No.")
    assert stopped.value.code == 3


def test_the_developers_lock_holds_the_other_one() -> None:
    def pinned(name: str) -> set[str]:
        lines = (ROOT / name).read_text(encoding="utf-8").splitlines()
        return {line.split(" ")[0] for line in lines if "==" in line}

    assert pinned("requirements.lock") <= pinned("requirements-dev.lock")


def test_the_locks_hold_hashes_and_no_addresses() -> None:
    for name in ("requirements.lock", "requirements-dev.lock"):
        text = (ROOT / name).read_text(encoding="utf-8")
        assert "http" not in text
        assert text.count("--hash=sha256:") >= text.count("==")


def test_help_is_shown_before_anything_is_installed() -> None:
    told = subprocess.run([sys.executable, str(ROOT / "run"), "--help"], capture_output=True, text=True, check=True)
    assert "./run COMMAND" in told.stdout
