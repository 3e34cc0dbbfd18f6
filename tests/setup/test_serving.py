"""Gunicorn serves the real site: migrated, answering, quiet about paths, and stopped at the end."""

import http.client
import logging
import socket
from collections.abc import Iterator
from pathlib import Path

import pytest

from tools import demo
from wijkaanzet.config.gunicorn_lines import WithoutVisitor


@pytest.fixture(scope="module")
def state(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A demo without figures: only tables and the collected stylesheet. Made once, for it takes seconds."""
    folder = tmp_path_factory.mktemp("state")
    (folder / "secret").write_text("only-for-this-test", encoding="ascii")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(demo, "STATIC", folder / "static")
        demo.must(folder, "migrate", "--noinput", "--verbosity", "0")
        demo.must(folder, "collectstatic", "--noinput", "--verbosity", "0")
        yield folder


def test_the_site_is_served_and_stopped(state: Path, capfd: pytest.CaptureFixture[str]) -> None:
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


def real_installation(state: Path, monkeypatch: pytest.MonkeyPatch, **variables: str) -> None:
    """Serve as for visitors: https is asked for, and health is not."""
    ours = {**demo.environment(state), "WZ_ALLOWED_HOSTS": "127.0.0.1", **variables}
    del ours["WZ_DEMO"], ours["WZ_CLOCK_FILE"]
    monkeypatch.setattr(demo, "environment", lambda _state: ours)


def say(port: int, words: bytes) -> bytes:
    """What the server answers to exactly these bytes."""
    with socket.create_connection(("127.0.0.1", port), timeout=5) as caller:
        caller.sendall(words)
        return caller.recv(1000)


def multipart(target: bytes, *headers: bytes) -> bytes:
    """The head of a form with a file, as a browser would send it, with what it says of its length."""
    asked = [b"POST " + target + b" HTTP/1.1", b"Host: 127.0.0.1", b"Content-Type: multipart/form-data; boundary=x"]
    known = b"Cookie: csrftoken=" + b"a" * 32  # so that the form is read, to look for the same token
    return b"\r\n".join([*asked, known, *headers, b"", b""])


FILE = b'--x\r\nContent-Disposition: form-data; name="file"; filename="cijfers.csv"\r\n\r\n'
END = b"\r\n--x--\r\n"


@pytest.mark.done("3.file-too-large")
def test_a_file_that_is_too_large_is_refused_whatever_it_says_of_its_length(state: Path) -> None:
    port = demo.free_port()
    large = FILE + b"1;2;3\r\n" * 380_000 + END  # more than a page takes that asks for no table
    with demo.server(state, port):
        # It says that it is large, and sends nothing: nothing is waited for.
        assert b" 413 " in say(port, multipart(b"/demo/inloggen/", b"Content-Length: 50000000"))
        # It says that it is as large as a page may be, and its file is larger: the file is counted.
        length = b"Content-Length: " + str(len(large)).encode()
        assert b" 413 " in say(port, multipart(b"/demo/inloggen/", length) + large)
        # It says that it is small, and sends more: no more is read than it said.
        assert b" 403 " in say(port, multipart(b"/demo/inloggen/", b"Content-Length: 80") + large[:200])
        # It says nothing of its length and sends pieces: what is not announced is not read.
        piece = hex(len(large))[2:].encode() + b"\r\n" + large + b"\r\n0\r\n\r\n"
        assert b" 403 " in say(port, multipart(b"/demo/inloggen/", b"Transfer-Encoding: chunked") + piece)
        assert b" 400 " in say(port, multipart(b"/demo/inloggen/", b"Content-Length: -1"))
        assert demo.answers(f"http://127.0.0.1:{port}")


def as_forwarded(port: int, **headers: str) -> int:
    """What the server answers to somebody who says that the proxy got the request over https."""
    caller = http.client.HTTPConnection("127.0.0.1", port, timeout=5)
    caller.request("GET", "/toegankelijkheid/", headers={"X-Forwarded-Proto": "https", **headers})
    return caller.getresponse().status


def test_nobody_makes_the_site_believe_in_https_and_a_broken_request_leaves_no_trace(
    state: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    real_installation(state, monkeypatch, WZ_SECRET_KEY="x" * 50)
    port = demo.free_port()
    with demo.server(state, port):
        assert as_forwarded(port) == 301
        assert as_forwarded(port, **{"X-Forwarded-Ssl": "on", "X-Forwarded-Protocol": "ssl"}) == 301
        assert b" 400 " in say(port, b"GET /jansen HTTP/9.9\r\n\r\n")
        assert b" 400 " in say(port, b"GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nJansen(: 123456782\r\n\r\n")
    shown = "".join(capfd.readouterr())
    assert "A request that is not HTTP was refused" in shown
    for trace in ("127.0.0.1", "JANSEN", "123456782", "9.9"):
        assert trace not in shown.upper()


def test_a_trusted_proxy_says_that_the_visitor_came_over_https(state: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real_installation(state, monkeypatch, WZ_SECRET_KEY="x" * 50, WZ_TRUST_PROXY="1")
    port = demo.free_port()
    with demo.server(state, port):
        assert as_forwarded(port) == 200


def test_gunicorn_tells_of_a_failure_only_its_type_and_place() -> None:
    try:
        raise ValueError("jan@example.nl")
    except ValueError as error:
        found = (ValueError, error, error.__traceback__)
    record = logging.LogRecord("gunicorn.error", 40, "", 1, "Error handling request %s", ("/jansen",), found)
    assert WithoutVisitor().filter(record)
    told = logging.Formatter().format(record)
    assert told.startswith("Error handling request: ValueError at ")
    assert "jan" not in told.replace("wijkaanzet", "")
    assert Path(__file__).name in told
