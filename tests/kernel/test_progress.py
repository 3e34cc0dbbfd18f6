"""How far a long act is can be seen while it lasts, by others, and no longer."""

import os
import tempfile
from collections.abc import Callable
from pathlib import Path
from threading import Thread

import pytest

from wijkaanzet.kernel.progress import percentage, told
from wijkaanzet.kernel.subjects import Subject

SUBJECT = Subject("scans.figure_import", 987_654)


def seen_elsewhere() -> list[int | None]:
    found: list[int | None] = []
    reader = Thread(target=lambda: found.append(percentage(SUBJECT)))
    reader.start()
    reader.join()
    return found


def test_others_see_it_grow_and_then_nothing():
    assert percentage(SUBJECT) is None
    seen = []
    with told(SUBJECT, total=8) as step:
        seen += seen_elsewhere()
        for more in (1, 3, 4):
            step(more)
            seen += seen_elsewhere()
    assert seen == [0, 12, 50, 100]
    assert percentage(SUBJECT) is None


def test_an_act_that_breaks_off_leaves_nothing():
    def break_off() -> None:
        with told(SUBJECT, total=0) as step:
            step(1)
            assert percentage(SUBJECT) == 100
            raise RuntimeError

    with pytest.raises(RuntimeError):
        break_off()
    assert percentage(SUBJECT) is None


def test_one_act_says_nothing_of_another():
    with told(SUBJECT, total=2) as step:
        step(1)
        assert percentage(Subject("scans.figure_import", 987_655)) is None
        assert percentage(Subject("budget.frame", 987_654)) is None


@pytest.fixture
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    return tmp_path


def folder(temporary: Path) -> Path:
    return temporary / f"wijkaanzet-{os.getuid()}"


def open_to_all(temporary: Path) -> None:
    folder(temporary).mkdir()
    folder(temporary).chmod(0o777)


def link_to_another(temporary: Path) -> None:
    (temporary / "anders").mkdir(mode=0o700)
    folder(temporary).symlink_to(temporary / "anders")


def file_of_that_name(temporary: Path) -> None:
    folder(temporary).write_text("in de weg", encoding="ascii")


@pytest.mark.parametrize("hinder", [open_to_all, link_to_another, file_of_that_name])
def test_a_folder_that_is_not_ours_alone_is_not_used_and_stops_nothing(temporary: Path, hinder: Callable[[Path], None]):
    hinder(temporary)
    before = sorted(temporary.rglob("*"))
    with told(SUBJECT, total=2) as step:
        step(1)
        assert percentage(SUBJECT) is None
        assert sorted(temporary.rglob("*")) == before


def test_what_another_put_there_is_not_believed(temporary: Path):
    open_to_all(temporary)
    (folder(temporary) / f"{SUBJECT.kind}-{SUBJECT.id}.percent").write_text("99", encoding="ascii")
    assert percentage(SUBJECT) is None


def test_a_folder_of_another_user_is_not_used(temporary: Path, monkeypatch: pytest.MonkeyPatch):
    folder(temporary).mkdir(mode=0o700)
    real = folder(temporary)
    monkeypatch.setattr("wijkaanzet.kernel.progress._path", lambda subject: real / "a.percent")
    monkeypatch.setattr(os, "getuid", lambda: real.lstat().st_uid + 1)
    with told(SUBJECT, total=2) as step:
        step(1)
        assert percentage(SUBJECT) is None
        assert list(real.iterdir()) == []


def test_an_act_goes_on_when_nothing_can_be_told(temporary: Path, monkeypatch: pytest.MonkeyPatch):
    def full(*_args: object, **_told: object) -> None:
        raise OSError(28, "No space left on device")

    for act in ("write_text", "unlink", "mkdir"):
        with monkeypatch.context() as patched:
            patched.setattr(Path, act, full)
            with told(SUBJECT, total=2) as step:
                step(1)
                step(1)
    assert percentage(SUBJECT) in {None, 100}
