"""A table of open data is fetched page by page, with patience, and becomes a file that the reader takes."""

import json
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from wijkaanzet.scans.rules.bad_input import BadInput
from wijkaanzet.scans.rules.odata import (
    ATTEMPTS,
    CBS_V3,
    CBS_V4,
    OdataColumn,
    OdataTable,
    Unanswered,
    fetch_v3,
    fetch_v4,
    of_municipality,
)
from wijkaanzet.scans.rules.reading.detection import detect
from wijkaanzet.scans.rules.reading.numbers import Numbers
from wijkaanzet.scans.rules.reading.table import open_table

RECORDED = Path(__file__).parent / "data" / "odata"
V3 = {
    "DataProperties?$format=json": "v3_properties",
    "UntypedDataSet?$format=json": "v3_untyped_1",
    "UntypedDataSet?$format=json&$skip=2": "v3_untyped_2",
    "TypedDataSet?$format=json": "v3_typed",
}
V4 = {
    "MeasureCodes": "v4_measures",
    "Observations": "v4_observations_1",
    "Observations?$skiptoken=2": "v4_observations_2",
}


class Server:
    """Gives the recorded answers, after being busy so many times; keeps what was asked and how long was waited."""

    def __init__(self, base: str, answers: Mapping[str, str], *, busy: int = 0, seconds: float | None = None) -> None:
        self.answers = {
            f"{base}/99999NED/{path}": (RECORDED / f"{name}.json").read_bytes() for path, name in answers.items()
        }
        self.busy = busy
        self.seconds = seconds
        self.asked: list[str] = []
        self.waited: list[float] = []

    def get(self, url: str) -> bytes:
        self.asked.append(url)
        if self.busy:
            self.busy -= 1
            raise Unanswered(self.seconds)
        return self.answers[url]

    def fetch(self, fetch: Callable[..., OdataTable], **options: object) -> OdataTable:
        return fetch("99999NED", get=self.get, wait=self.waited.append, **options)


def rows_of(table: OdataTable) -> list[list[str]]:
    return [cells for _, cells in open_table(table.content, table.layout).rows]


@pytest.mark.done("4.odata")
class TestVersion3:
    def test_pages_become_one_table_with_its_signs(self):
        table = Server(CBS_V3, V3).fetch(fetch_v3)
        opened = open_table(table.content, table.layout)
        assert opened.header == (
            "ID",
            "WijkenEnBuurten",
            "Codering_3",
            "AantalInwoners_5",
            "GemiddeldeHuishoudensgrootte_32",
        )
        assert opened.units == ("", "", "code", "aantal", "aantal")
        assert list(opened.rows) == [
            (3, ["0", "NL00", "NL00", "17000000", "2.1"]),
            (4, ["1", "GM9999", "GM9999", "4295", "1.8"]),
            (5, ["2", "WK999900", "WK999900", ".", ""]),
        ]

    def test_titles_are_paths_of_topics(self):
        columns = Server(CBS_V3, V3).fetch(fetch_v3).columns
        assert columns[1] == OdataColumn("WijkenEnBuurten", "Wijken en buurten", "")
        assert columns[4].title == "Bevolking|Huishoudens|Gemiddelde huishoudensgrootte"

    def test_typed_data_keep_their_digits_and_say_what_is_missing(self):
        table = Server(CBS_V3, V3).fetch(fetch_v3, typed=True)
        assert [row[3:] for row in rows_of(table)] == [["4295", "1.80"], [".", "."]]

    def test_groups_that_stand_in_each_other_end(self):
        server = Server(CBS_V3, V3)
        link = next(iter(server.answers))
        told = json.loads(server.answers[link])
        told["value"][1]["ParentID"] = 1
        server.answers[link] = json.dumps(told).encode()
        assert server.fetch(fetch_v3).columns[2].title.endswith("Regioaanduiding|Codering")

    def test_a_filter_goes_along(self):
        server = Server(CBS_V3, V3)
        only = of_municipality("GM9999")
        with pytest.raises(KeyError):  # nothing was recorded for it
            server.fetch(fetch_v3, only=only)
        assert "startswith(WijkenEnBuurten,'WK9999')" in only
        assert server.asked[-1].startswith(f"{CBS_V3}/99999NED/UntypedDataSet?$format=json&$filter=startswith%28Wijken")


@pytest.mark.done("4.odata")
class TestVersion4:
    def test_observations_become_a_row_per_place_and_period(self):
        table = Server(CBS_V4, V4).fetch(fetch_v4)
        opened = open_table(table.content, table.layout)
        assert opened.header == ("WijkenEnBuurten", "Perioden", "T001036", "M000114")
        assert opened.units == ("", "", "aantal", "aantal inwoners per km²")
        assert [cells for _, cells in opened.rows] == [
            ["GM9999", "2022JJ00", "4295.0", "12.5"],
            ["WK999900", "2022JJ00", "120.0", "x"],
            ["WK999901", "2022JJ00", ".", ""],
        ]
        assert table.columns[3] == OdataColumn("M000114", "Bevolkingsdichtheid", "aantal inwoners per km²")

    def test_what_is_not_known_has_its_reason(self):
        table = Server(CBS_V4, V4).fetch(fetch_v4)
        numbers = Numbers(table.layout)
        cells = [cell for row in rows_of(table) for cell in row[2:] if numbers.text(cell) is None]
        assert [numbers.reason(cell) for cell in cells] == ["withheld", "unknown", "blank"]

    def test_two_observations_of_the_same_are_refused(self):
        server = Server(CBS_V4, V4)
        server.answers[f"{CBS_V4}/99999NED/Observations?$skiptoken=2"] = json.dumps(
            {
                "value": [
                    {"Id": 9, "Measure": "T001036", "Value": 1, "WijkenEnBuurten": "GM9999", "Perioden": "2022JJ00"}
                ]
            }
        ).encode()
        with pytest.raises(BadInput) as refused:
            server.fetch(fetch_v4)
        assert (refused.value.key, refused.value.where) == ("odata_twice", "GM9999 2022JJ00")


BOTH = pytest.mark.parametrize(("fetch", "base", "answers"), [(fetch_v3, CBS_V3, V3), (fetch_v4, CBS_V4, V4)])


@BOTH
class TestBoth:
    def test_the_file_is_found_to_be_what_it_is(self, fetch, base, answers):
        table = Server(base, answers).fetch(fetch)
        found = detect(table.content)
        assert (found.kind, found.delimiter, found.header_row) == (table.layout.kind, ";", 1)
        assert (found.rows_below_header, found.statline_signs) == (1, True)
        assert list(open_table(table.content, found).rows) == list(open_table(table.content, table.layout).rows)

    @pytest.mark.done("4.odata")
    def test_a_busy_server_is_asked_again_ever_later(self, fetch, base, answers):
        server = Server(base, answers, busy=3)
        assert server.fetch(fetch).content == Server(base, answers).fetch(fetch).content
        assert server.waited == [1.0, 2.0, 4.0]

    def test_a_server_that_says_how_long_is_obeyed(self, fetch, base, answers):
        server = Server(base, answers, busy=1, seconds=30)
        server.fetch(fetch)
        assert server.waited == [30]

    def test_a_server_that_does_not_answer_is_left(self, fetch, base, answers):
        server = Server(base, answers, busy=100)
        with pytest.raises(BadInput) as refused:
            server.fetch(fetch)
        assert (refused.value.key, len(server.asked), len(server.waited)) == (
            "odata_unanswered",
            ATTEMPTS,
            ATTEMPTS - 1,
        )

    @pytest.mark.parametrize(
        "answer", [b"", b"<html>", b"[]", b"{}", b'{"value": 3}', b'{"value": [3]}', b"\xff", b"[" * 100_000]
    )
    def test_an_answer_that_is_no_list_of_records_is_refused(self, fetch, base, answers, answer: bytes):
        server = Server(base, answers)
        server.answers = dict.fromkeys(server.answers, answer)
        with pytest.raises(BadInput) as refused:
            server.fetch(fetch)
        assert refused.value.key == "odata_unreadable"

    @pytest.mark.parametrize("link", ["http://opendata.cbs.nl/a", "https://example.org/a", "file:///etc/passwd", 3])
    def test_a_link_to_elsewhere_is_not_followed(self, fetch, base, answers, link: object):
        server = Server(base, answers)
        page = json.dumps({"value": [], "odata.nextLink": link}).encode()
        server.answers = dict.fromkeys(server.answers, page)
        with pytest.raises(BadInput) as refused:
            server.fetch(fetch)
        assert (refused.value.key, len(server.asked)) == ("odata_elsewhere", 1)

    def test_pages_without_end_are_left(self, fetch, base, answers):
        server = Server(base, answers)
        for link in server.answers:
            server.answers[link] = json.dumps({"value": [], "@odata.nextLink": link}).encode()
        with pytest.raises(BadInput) as refused:
            server.fetch(fetch)
        assert refused.value.key == "odata_over"

    @pytest.mark.parametrize("table", ["", "../secret", "85984NED?x=1", "a" * 21])
    def test_a_name_that_is_no_table_is_not_asked_for(self, fetch, base, answers, table: str):
        server = Server(base, answers)
        with pytest.raises(BadInput) as refused:
            fetch(table, get=server.get, wait=server.waited.append)
        assert (refused.value.key, server.asked) == ("odata_table", [])
