"""A table of CBS fetched from its open data, versions 3 and 4, as the CSV that the reader of figures takes.

Who calls gives the way to the web (`get`) and the way to wait, so nothing here knows of networks or clocks. Sources:
CBS, Handleiding CBS Open Data Services (v3); statistiekcbs/CBS-Open-Data-v4, README (v4).
"""

import csv
import json
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from io import StringIO
from urllib.parse import quote, urlsplit

from wijkaanzet.scans.rules.bad_input import BadInput
from wijkaanzet.scans.rules.reading.layout import FileKind, Layout
from wijkaanzet.scans.rules.reading.native import Native

CBS_V3 = "https://opendata.cbs.nl/ODataFeed/odata"
PARTNERS_V3 = "https://dataderden.cbs.nl/ODataFeed/odata"  # tables of RIVM and others on StatLine
CBS_V4 = "https://datasets.cbs.nl/odata/v1/CBS"
ATTEMPTS = 5
MOST_RECORDS = 1_000_000
MOST_PAGES = 2_000
_TABLE = re.compile(r"[0-9A-Za-z]{1,20}")
_NEXT = ("odata.nextLink", "@odata.nextLink")
_NO_DIMENSION = ("Id", "Measure", "Value", "ValueAttribute", "StringValue")
_DELIMITER = ";"

Get = Callable[[str], bytes]
Wait = Callable[[float], None]
Record = Mapping[str, object]


class Unanswered(Exception):
    """`get` raises it when the server is not there, or too busy: it is asked again. `seconds` is what it asks for."""

    def __init__(self, seconds: float | None = None) -> None:
        super().__init__(seconds)
        self.seconds = seconds


@dataclass(frozen=True)
class OdataColumn:
    """A column of a table of CBS."""

    key: str
    title: str
    """As a path of topics: "Bevolking|Leeftijd|0 tot 15 jaar"."""
    unit: str


@dataclass(frozen=True)
class OdataTable:
    """A table as a file, with how it is written and what CBS says of its columns."""

    content: bytes
    layout: Layout
    columns: tuple[OdataColumn, ...]


def of_municipality(code: str, *, dimension: str = "WijkenEnBuurten") -> str:
    """The filter for a municipality (GM0855) with its wijken and buurten, in both versions."""
    return " or ".join(f"startswith({dimension},'{level}{code[2:]}')" for level in ("GM", "WK", "BU"))


def fetch_v3(
    table: str, *, get: Get, wait: Wait, base: str = CBS_V3, typed: bool = False, only: str = ""
) -> OdataTable:
    """Fetch a table of version 3, all rows or `only` those of a filter; untyped keeps the signs for "not known".

    Raises BadInput: ("odata_table"), ("odata_unanswered"), ("odata_unreadable"), ("odata_elsewhere"), ("odata_over").
    """
    feed = _Feed(table, base, get, wait)
    columns = _columns_v3(list(feed.records("DataProperties?$format=json")))
    kind = "TypedDataSet" if typed else "UntypedDataSet"
    rows = [dict(record) for record in feed.records(f"{kind}?$format=json{_filter(only, '&')}")]
    known = {column.key for column in columns}
    more = [OdataColumn(key, key, "") for key in (rows[0] if rows else {}) if key not in known]
    columns = [*more, *(column for column in columns if not rows or column.key in rows[0])]
    blank = "." if typed else ""  # typed data has one word for every reason why there is no number
    return _file([[_cell(row.get(column.key), blank) for column in columns] for row in rows], columns)


def fetch_v4(table: str, *, get: Get, wait: Wait, base: str = CBS_V4, only: str = "") -> OdataTable:
    """Fetch a table of version 4: its observations, one a line, become a row per region and period.

    Raises BadInput as fetch_v3, and ("odata_twice") when two observations are of the same place, time and measure.
    """
    feed = _Feed(table, base, get, wait)
    measures = [
        OdataColumn(_text(record, "Identifier"), _text(record, "Title"), _text(record, "Unit"))
        for record in feed.records("MeasureCodes")
    ]
    place = {measure.key: position for position, measure in enumerate(measures)}
    dimensions: tuple[str, ...] = ()
    rows: dict[tuple[str, ...], list[str]] = {}
    for record in feed.records(f"Observations{_filter(only, '?')}"):
        dimensions = dimensions or tuple(key for key in record if key not in _NO_DIMENSION)
        where = tuple(_text(record, name) for name in dimensions)
        measure = _text(record, "Measure")
        if measure not in place:
            raise BadInput("odata_unreadable", table=table)
        row = rows.setdefault(where, [""] * len(measures))
        if row[place[measure]]:
            raise BadInput("odata_twice", where=" ".join(where), table=table, measure=measure)
        row[place[measure]] = _observed(record)
    columns = [*(OdataColumn(name, name, "") for name in dimensions), *measures]
    return _file([[*where, *cells] for where, cells in rows.items()], columns)


class _Feed:
    """One table of a catalogue, page by page."""

    def __init__(self, table: str, base: str, get: Get, wait: Wait) -> None:
        if _TABLE.fullmatch(table) is None:
            raise BadInput("odata_table", table=table[:40])
        self.table = table
        self.base = f"{base}/{table}"
        self.get = get
        self.wait = wait

    def records(self, path: str) -> Iterator[Record]:
        """The records of all pages. Raises BadInput as fetch_v3."""
        link, read = f"{self.base}/{path}", 0
        for _ in range(MOST_PAGES):
            page = self._page(link)
            records = page.get("value")
            if not isinstance(records, list):
                raise BadInput("odata_unreadable", table=self.table)
            read += len(records)
            if read > MOST_RECORDS:
                break
            for record in records:
                if not isinstance(record, dict):
                    raise BadInput("odata_unreadable", table=self.table)
                yield record
            following = next((page[name] for name in _NEXT if page.get(name)), None)
            if following is None:
                return
            link = self._checked(following)
        raise BadInput("odata_over", table=self.table, most=MOST_RECORDS)

    def _page(self, link: str) -> Record:
        try:
            page = json.loads(self._answer(link), parse_float=Native, parse_int=Native)
        except (ValueError, RecursionError):
            raise BadInput("odata_unreadable", table=self.table) from None
        if not isinstance(page, dict):
            raise BadInput("odata_unreadable", table=self.table)
        return page

    def _answer(self, link: str) -> bytes:
        """Ask until there is an answer; the time between doubles, unless the server says how long it needs."""
        for attempt in range(ATTEMPTS):
            try:
                return self.get(link)
            except Unanswered as busy:
                if attempt + 1 < ATTEMPTS:
                    self.wait(busy.seconds if busy.seconds is not None else 2.0**attempt)
        raise BadInput("odata_unanswered", table=self.table)

    def _checked(self, link: object) -> str:
        """The next page; a server that sends us to another server is not followed."""
        if not isinstance(link, str) or urlsplit(link)[:2] != urlsplit(self.base)[:2]:
            raise BadInput("odata_elsewhere", table=self.table)
        return link


def _columns_v3(properties: Sequence[Record]) -> list[OdataColumn]:
    """Columns in their order, each with the titles of the groups it stands in."""
    by_id = {_text(one, "ID"): one for one in properties}
    columns = []
    for one in properties:
        if not _text(one, "Key") or _text(one, "Type") == "TopicGroup":
            continue
        path, above = [_text(one, "Title")], by_id.get(_text(one, "ParentID"))
        while above is not None and len(path) < len(properties):
            path.insert(0, _text(above, "Title"))
            above = by_id.get(_text(above, "ParentID"))
        columns.append(OdataColumn(_text(one, "Key"), "|".join(path), _text(one, "Unit")))
    return columns


def _observed(record: Record) -> str:
    """A value, or the sign of StatLine for why there is none."""
    value = record.get("Value")
    text = _cell(value if value is not None else record.get("StringValue"), "").strip()
    if text:
        return text
    attribute = _text(record, "ValueAttribute").casefold()
    return "x" if attribute in ("confidential", "secret") else "."


def _file(rows: Sequence[Sequence[str]], columns: Sequence[OdataColumn]) -> OdataTable:
    """Names, units where there are, and the rows."""
    text = StringIO()
    writer = csv.writer(text, delimiter=_DELIMITER, lineterminator="\n")
    writer.writerow([column.key for column in columns])
    units = any(column.unit for column in columns)
    if units:
        writer.writerow([column.unit for column in columns])
    writer.writerows(rows)
    layout = Layout(FileKind.STATLINE, delimiter=_DELIMITER, rows_below_header=int(units), statline_signs=True)
    return OdataTable(text.getvalue().encode(), layout, tuple(columns))


def _filter(only: str, sign: str) -> str:
    return f"{sign}$filter={quote(only)}" if only else ""


def _text(record: Record, name: str) -> str:
    return _cell(record.get(name), "").strip()


def _cell(value: object, blank: str) -> str:
    if value is None:
        return blank
    return value if isinstance(value, str) else json.dumps(value)
