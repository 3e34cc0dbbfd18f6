"""When the demo is built again, and with which surroundings it runs."""

import socket
from pathlib import Path

import pytest

from tools import bench, demo


@pytest.fixture
def source(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A source tree with one migration."""
    folder = tmp_path / "source"
    (folder / "areas" / "migrations").mkdir(parents=True)
    (folder / "areas" / "migrations" / "0001_initial.py").write_text("one", encoding="ascii")
    monkeypatch.setattr(demo, "SOURCE", folder)
    return folder


def test_the_demo_stays_while_its_files_stay(source: Path, tmp_path: Path) -> None:
    stamp = tmp_path / "stamp"
    stamp.write_text(demo.digest(demo.DATA_FILES), encoding="ascii")
    (source / "areas" / "queries.py").write_text("something else", encoding="ascii")
    assert demo.is_fresh(stamp, demo.DATA_FILES)


@pytest.mark.parametrize("name", ["areas/migrations/0002_more.py", "demo/build.py", "arrangements/data/tilburg.toml"])
def test_the_demo_is_built_again_when_a_file_of_it_changes(source: Path, tmp_path: Path, name: str) -> None:
    stamp = tmp_path / "stamp"
    stamp.write_text(demo.digest(demo.DATA_FILES), encoding="ascii")
    changed = source / name
    changed.parent.mkdir(parents=True, exist_ok=True)
    changed.write_text("new", encoding="ascii")
    assert not demo.is_fresh(stamp, demo.DATA_FILES)


def test_a_demo_that_was_never_built_is_not_fresh(source: Path, tmp_path: Path) -> None:
    assert not demo.is_fresh(tmp_path / "stamp", demo.DATA_FILES)


@pytest.fixture
def commands(source: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The commands that a build gives, without running them; the demo itself lies in a folder of the test."""
    given: list[str] = []

    def note(state: Path, name: str, *_rest: str) -> None:
        given.append(name)

    for name in ("NOW", "NEW", "STATIC"):
        monkeypatch.setattr(demo, name, tmp_path / "state" / name.lower())
    monkeypatch.setattr(demo, "must", note)
    return given


def test_a_build_makes_tables_then_figures_and_is_not_done_twice(commands: list[str]) -> None:
    demo.build(fresh=False)
    assert commands == ["collectstatic", "migrate", "build_demo"]
    demo.build(fresh=False)
    assert commands == ["collectstatic", "migrate", "build_demo"]


def test_fresh_throws_the_old_demo_away(commands: list[str]) -> None:
    demo.build(fresh=False)
    (demo.NOW / "db.sqlite3").write_text("changed by a visitor", encoding="ascii")
    demo.build(fresh=True)
    assert commands[3:] == ["migrate", "build_demo"]
    assert not (demo.NOW / "db.sqlite3").exists()


def test_a_build_that_breaks_off_leaves_the_old_demo(commands: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    demo.build(fresh=False)
    secret = (demo.NOW / "secret").read_text(encoding="ascii")

    def broken(*_arguments: object) -> None:
        raise SystemExit("killed")

    monkeypatch.setattr(demo, "must", broken)
    with pytest.raises(SystemExit):
        demo.build(fresh=True)
    assert (demo.NOW / "secret").read_text(encoding="ascii") == secret
    assert demo.is_fresh(demo.NOW / "stamp", demo.DATA_FILES)


def test_the_demo_never_touches_the_database_of_the_shell(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WZ_DATABASE_URL", "postgresql://production/real")
    monkeypatch.setenv("WZ_HOSTS", "sb.example.nl=example")
    found = demo.environment(tmp_path)
    assert found["WZ_DATABASE_URL"] == f"sqlite:///{tmp_path / 'db.sqlite3'}"
    assert "WZ_HOSTS" not in found


def test_the_demo_keeps_its_secret_between_starts(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("long", encoding="ascii")
    assert demo.environment(tmp_path)["WZ_SECRET_KEY"] == "long"


def test_a_taken_port_is_seen(tmp_path: Path) -> None:
    with socket.socket() as server:
        server.bind(("127.0.0.1", 0))
        server.listen()
        assert not demo.port_is_free(server.getsockname()[1])
    assert demo.port_is_free(demo.free_port())


def test_a_ratio_over_its_limit_counts_only_at_full_size() -> None:
    rows = [("page", 4.0, 1.0, 3.0), ("division", 2.0, 1.0, 3.0)]
    assert bench.too_slow(rows, scale=1.0) == ["page"]
    assert bench.too_slow(rows, scale=0.01) == []
