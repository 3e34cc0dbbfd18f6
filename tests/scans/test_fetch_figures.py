"""The command fetches a published table into a file that can be brought in; or leaves no file and says why."""

import gzip
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from threading import Thread
from urllib.parse import unquote

import pytest
from django.core.management import call_command

from wijkaanzet.scans import web_client
from wijkaanzet.scans.management.commands import fetch_figures
from wijkaanzet.scans.rules.odata import CBS_V3, CBS_V4, PARTNERS_V3, Unanswered, of_municipality
from wijkaanzet.scans.rules.reading.detection import detect
from wijkaanzet.scans.rules.reading.table import open_table

RECORDED = Path(__file__).parent / "data" / "odata"
ANSWERS = {
    "DataProperties?$format=json": "v3_properties",
    "UntypedDataSet?$format=json": "v3_untyped_1",
    "UntypedDataSet?$format=json&$skip=2": "v3_untyped_2",
    "MeasureCodes": "v4_measures",
    "Observations": "v4_observations_1",
    "Observations?$skiptoken=2": "v4_observations_2",
}


class Server:
    """Gives the recorded answers, whatever table and filter is asked for; keeps what was asked."""

    def __init__(self) -> None:
        self.asked: list[str] = []
        self.fails: Exception | None = None

    def get(self, url: str) -> bytes:
        self.asked.append(unquote(url))
        if self.fails is not None:
            raise self.fails
        asked, _, _only = url.rsplit("/", 1)[1].partition("&$filter")
        answer = (RECORDED / f"{ANSWERS[asked.partition('?$filter')[0]]}.json").read_text(encoding="utf-8")
        return (answer.replace(CBS_V3, PARTNERS_V3) if url.startswith(PARTNERS_V3) else answer).encode()


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Server:
    found = Server()
    monkeypatch.setattr(fetch_figures, "get", found.get)
    monkeypatch.setattr(fetch_figures, "wait", lambda seconds: None)
    return found


def run(out: Path, *options: str, table: str = "85318NED", year: int = 2022) -> int:
    try:
        call_command("fetch_figures", table, "--year", str(year), "--out", str(out), *options)
    except SystemExit as left:
        return int(left.code or 0)
    return 0


@pytest.mark.parametrize("name", ["cijfers.csv", "cijfers.csv.gz"])
def test_a_table_becomes_a_file_that_the_reader_takes(server: Server, tmp_path: Path, name: str):
    out = tmp_path / name
    assert run(out) == 0
    content = out.read_bytes()
    table = open_table(content, detect(content))
    assert "AantalInwoners_5" in table.header
    assert [cells[1] for _, cells in table.rows][:2] == ["NL00", "GM9999"]
    assert {one.rsplit("/", 2)[0] for one in server.asked} == {CBS_V3}
    assert list(tmp_path.iterdir()) == [out]
    if name.endswith(".gz"):
        assert gzip.decompress(content).startswith(b"ID;")


@pytest.mark.parametrize(
    ("table", "year", "options", "base", "only"),
    [
        ("85318NED", 2022, (), CBS_V3, ""),
        ("50090ned", 2016, (), PARTNERS_V3, "startswith(Perioden,'2016')"),
        ("70904NED", 2010, ("--odata", "4"), CBS_V4, "startswith(Perioden,'2010')"),
        (
            "85318NED",
            2022,
            ("--municipality", "GM0855"),
            CBS_V3,
            f"({of_municipality('GM0855')})",
        ),
    ],
)
def test_the_registry_says_where_and_what_to_ask(
    server: Server, tmp_path: Path, table: str, year: int, options: tuple[str, ...], base: str, only: str
):
    assert run(tmp_path / "cijfers.csv", *options, table=table, year=year) == 0
    assert all(one.startswith(f"{base}/") for one in server.asked if "skip" not in one)
    filters = {one.partition("$filter=")[2] for one in server.asked if "$filter=" in one}
    assert filters == ({only} if only else set())


@pytest.mark.parametrize(
    ("options", "says"),
    [
        ({"table": "99999NED"}, "99999NED"),
        ({"table": "leefbaarometer"}, "leefbaarometer"),
        ({"table": "50090NED", "year": 2017}, "2012, 2016, 2020"),
        ({"table": "kwb-2022"}, "kwb-2022"),
    ],
)
def test_what_cannot_be_fetched_is_said(
    server: Server, tmp_path: Path, capsys: pytest.CaptureFixture[str], options: dict, says: str
):
    assert run(tmp_path / "cijfers.csv", **options) == 2
    assert says in capsys.readouterr().err
    assert (server.asked, list(tmp_path.iterdir())) == ([], [])


@pytest.mark.parametrize("fails", [Unanswered(), web_client.NotThere("404")])
def test_a_server_that_does_not_answer_leaves_no_file(
    server: Server, tmp_path: Path, capsys: pytest.CaptureFixture[str], fails: Exception
):
    server.fails = fails
    assert run(tmp_path / "cijfers.csv") == 2
    assert "85318NED" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


def test_what_cannot_be_written_or_asked_is_said(server: Server, tmp_path: Path):
    assert run(tmp_path / "nergens" / "cijfers.csv") == 2
    assert run(tmp_path / "cijfers.csv", "--municipality", "Tilburg") == 2
    assert list(tmp_path.iterdir()) == []


@contextmanager
def answering(status: int, body: bytes, **headers: str) -> Iterator[str]:
    """A server on this machine that always gives one answer."""

    class Answer(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(status)
            for name, value in headers.items():
                self.send_header(name.replace("_", "-"), value)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *told: object) -> None:
            """Say nothing."""

    with HTTPServer(("127.0.0.1", 0), Answer) as server:
        thread = Thread(target=server.serve_forever, args=(0.01,))
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}/"
        finally:
            server.shutdown()
            thread.join()


class TestOverTheWeb:
    def test_an_answer_is_given_as_it_is(self):
        with answering(200, b'{"value": []}') as url:
            assert web_client.get(url) == b'{"value": []}'

    @pytest.mark.parametrize(
        ("status", "headers", "seconds"),
        [
            (503, {"Retry_After": "7"}, 7.0),
            (429, {"Retry_After": "86400"}, 120.0),
            (429, {"Retry_After": "Fri, 31 Dec 2027 23:59:59 GMT"}, None),
            (500, {}, None),
        ],
    )
    def test_one_that_is_busy_is_asked_again_when_it_says(self, status: int, headers: dict, seconds: float | None):
        with answering(status, b"", **headers) as url, pytest.raises(Unanswered) as busy:
            web_client.get(url)
        assert busy.value.seconds == seconds

    def test_what_is_not_there_is_not_asked_again(self):
        with answering(404, b"") as url, pytest.raises(web_client.NotThere):
            web_client.get(url)

    def test_one_that_is_gone_may_come_back(self):
        with answering(200, b"") as url:
            pass
        with pytest.raises(Unanswered):
            web_client.get(url)

    def test_an_answer_without_end_is_cut_off(self, monkeypatch: pytest.MonkeyPatch):
        monkeypatch.setattr(web_client, "LARGEST_ANSWER", 10)
        with answering(200, b"x" * 11) as url, pytest.raises(web_client.NotThere):
            web_client.get(url)
