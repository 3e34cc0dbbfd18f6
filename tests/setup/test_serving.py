"""Gunicorn serves the real site: migrated, answering, quiet about paths, and stopped at the end."""

from pathlib import Path

import pytest

from tools import demo


@pytest.fixture
def state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A demo without figures: only tables and the collected stylesheet."""
    monkeypatch.setattr(demo, "STATIC", tmp_path / "static")
    folder = tmp_path / "state"
    folder.mkdir()
    (folder / "secret").write_text("only-for-this-test", encoding="ascii")
    return folder


def test_the_site_is_served_and_stopped(state: Path, capfd: pytest.CaptureFixture[str]) -> None:
    demo.must(state, "migrate", "--noinput", "--verbosity", "0")
    demo.must(state, "collectstatic", "--noinput", "--verbosity", "0")
    port = demo.free_port()
    with demo.server(state, port) as process:
        assert demo.answers(f"http://127.0.0.1:{port}")
    assert process.poll() is not None
    assert demo.port_is_free(port)
    shown = capfd.readouterr()
    assert "event='http.request.answered'" in shown.out
    assert "/gezond" not in shown.out + shown.err


def test_a_site_that_cannot_start_says_so(state: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(demo, "environment", lambda state: {"PATH": "/usr/bin"})
    with pytest.raises(SystemExit, match="could not start"), demo.server(state, demo.free_port()):
        pytest.fail("it started without settings")
