"""Every kind of bad input gets one clear sentence with its place, and leaves nothing behind."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO, StringIO
from itertools import chain, count, repeat
from pathlib import Path

import pytest
from django.core.management import call_command

from tests.budget.division_inputs import Json, criterion, earmark, figures, model, model_json
from wijkaanzet.budget.rules.engine import divide
from wijkaanzet.budget.rules.model_file import load_model
from wijkaanzet.scans.rules.bad_input import BadInput
from wijkaanzet.scans.rules.figures_file import load_figures

GOOD_CSV = "code,name,population,low\nWK999901,A,100,20\nWK999902,B,300,40\n"
GOOD = model_json()
LOW = earmark(criterion("low", "1"))
PERCENTAGE = earmark(criterion("low", "1", kind="percentage", of="population"))


@dataclass(frozen=True)
class Case:
    """What is wrong, and what should be said about it."""

    name: str
    key: str
    where: str = ""
    model: Json | str | bytes = ""
    csv: str | bytes = GOOD_CSV
    municipality: str | None = None


def with_(path: str, value: object, start: Json | None = None) -> Json:
    """A good model with one value changed; the path as the refusals write it."""
    document = json.loads(json.dumps(start or GOOD))
    *steps, last = (int(step) if step.isdigit() else step for step in re.findall(r"\w+", path))
    place = document
    for step in steps:
        place = place[step]
    place[last] = value
    return dict(document)


def rows(text: str) -> str:
    """Figures with the good header."""
    return "code,name,population,low\n" + text


MODEL_CASES = [
    Case("no JSON", "not_json", "1", model="{"),
    Case("a thousand brackets", "not_json", model="[" * 100_000),
    Case("a number of ten thousand digits", "not_json", model='{"a": ' + "9" * 10_000 + "}"),
    Case("not a number", "not_json", model='{"a": NaN}'),
    Case("another encoding", "wrong_encoding", model=b'{"name": "\xe9"}'),
    Case("a list", "not_an_object", model="[]"),
    Case("a key twice", "key_stands_twice", model='{"year": 1, "year": 2}'),
    Case("an unknown key", "unknown_key", "yeer", model=GOOD | {"yeer": 2018}),
    Case("an unknown key inside", "unknown_key", "earmarks[0].city.deel", model=with_("earmarks[0].city.deel", "1")),
    Case("a missing key", "key_is_missing", "figures", model=with_("figures", {})),
    Case("another format", "unknown_format", "format", model=GOOD | {"version": 2}),
    Case("a negative budget", "negative", "total_cents", model=GOOD | {"total_cents": -1}),
    Case("a budget beyond sense", "too_large", "total_cents", model=GOOD | {"total_cents": 10**30}),
    Case("a budget as text", "not_a_whole_number", "total_cents", model=GOOD | {"total_cents": "1"}),
    Case("a budget with a fraction", "not_a_whole_number", "total_cents", model=GOOD | {"total_cents": 1.5}),
    Case("a budget as yes", "not_a_whole_number", "total_cents", model=GOOD | {"total_cents": True}),
    Case("a budget between units", "not_in_units", "total_cents", model=GOOD | {"rounding_cents": 300}),
    Case("a unit of nothing", "too_small", "rounding_cents", model=GOOD | {"rounding_cents": 0}),
    Case("a year of two digits", "too_small", "year", model=GOOD | {"year": 18}),
    Case("an empty name", "not_a_text", "name", model=GOOD | {"name": ""}),
    Case("another rule for empty areas", "not_a_choice", "empty_area", model=GOOD | {"empty_area": "skip"}),
    Case("earmarks as object", "not_a_list", "earmarks", model=GOOD | {"earmarks": {}}),
    Case("no earmarks", "does_not_sum_to_one", "earmarks", model=GOOD | {"earmarks": []}),
    Case("half an earmark", "does_not_sum_to_one", "earmarks", model=with_("earmarks[0].share", "0.5")),
    Case("a share as number", "not_a_fraction", "earmarks[0].share", model=with_("earmarks[0].share", 1)),
    Case("a share by zero", "not_a_fraction", "earmarks[0].share", model=with_("earmarks[0].share", "1/0")),
    Case("a share as power", "not_a_fraction", "earmarks[0].share", model=with_("earmarks[0].share", "1e9")),
    Case("a negative share", "not_a_fraction", "earmarks[0].share", model=with_("earmarks[0].share", "-0.5")),
    Case("a share above one", "above_one", "earmarks[0].share", model=with_("earmarks[0].share", "1.01")),
    Case("a key of an account", "not_a_key", "earmarks[0].key", model=with_("earmarks[0].key", "a:b")),
    Case("an earmark twice", "key_stands_twice", "earmarks", model=model_json(LOW, LOW)),
    Case(
        "weights that do not add up",
        "does_not_sum_to_one",
        "earmarks[0].criteria",
        model=model_json(earmark(criterion("low", "0.6"), criterion("population", "0.3"))),
    ),
    Case(
        "components that do not add up",
        "does_not_sum_to_one",
        "components",
        model=GOOD | {"components": [{"key": "basis", "share": "0.9"}]},
    ),
    Case(
        "a percentage of nothing",
        "percentage_of_what",
        "earmarks[0].criteria[0]",
        model=model_json(earmark(criterion("low", "1", kind="percentage"))),
    ),
    Case("another delimiter", "not_a_choice", "figures.delimiter", model=with_("figures.delimiter", "::")),
    Case("another decimal", "not_a_choice", "figures.decimal", model=with_("figures.decimal", "'")),
    Case("an unknown encoding", "not_a_choice", "figures.encoding", model=with_("figures.encoding", "rot13")),
]
FIGURES_CASES = [
    Case("nothing", "no_rows", csv=""),
    Case("a header only", "no_rows", csv=rows("")),
    Case("another municipality only", "no_rows_of_municipality", municipality="GM0001"),
    Case("a wrong municipality", "wrong_municipality", municipality="0855"),
    Case("a missing column", "missing_column", "1", csv="code,name\nWK999901,A\n"),
    Case("a column twice", "column_stands_twice", "1", csv="code,name,population,name\nWK999901,A,1,B\n"),
    Case("a wrong code", "wrong_code", "2", csv=rows("WK9901,A,1,1\n")),
    Case("a code without its zero", "wrong_code", "3", csv=rows("WK999901,A,1,1\n855,B,1,1\n")),
    Case("a formula as code", "wrong_code", "2", csv=rows("=1+1,A,1,1\n")),
    Case("a wrong code elsewhere", "wrong_code", "3", csv=rows("WK999901,A,1,1\n?,B,1,1\n"), municipality="GM9999"),
    Case("an area twice", "duplicate_area", "3", csv=rows("WK999901,A,1,1\nwk999901 ,A,1,1\n")),
    Case("wijken and buurten", "mixed_levels", "3", csv=rows("WK999901,A,1,1\nBU99990101,A,1,1\n")),
    Case("a short row", "row_length", "2", csv=rows("WK999901,A,1\n")),
    Case("an empty name", "wrong_name", "2", csv=rows("WK999901, ,1,1\n")),
    Case("a formula as name", "formula_in_name", "2", csv=rows("WK999901,=cmd(),1,1\n")),
    Case("a hidden formula as name", "formula_in_name", "2", csv=rows("WK999901,\t@SUM(A1),1,1\n")),
    Case("a formula as number", "not_a_number", "2", csv=rows("WK999901,A,=1+1,1\n")),
    Case("text as number", "not_a_number", "2", csv=rows("WK999901,A,veel,1\n"), model=model_json(LOW)),
    Case("a comma as decimal", "not_a_number", "2", csv=rows('WK999901,A,1,"1,5"\n'), model=model_json(LOW)),
    Case("digits of another script", "not_a_number", "2", csv=rows("WK999901,A,٣,1\n")),
    Case("no inhabitants known", "inhabitants_missing", "2", csv=rows("WK999901,A,,1\n")),
    Case("half an inhabitant", "inhabitants_not_whole", "2", csv=rows("WK999901,A,1.234,1\n")),
    Case("less than nobody", "inhabitants_not_whole", "2", csv=rows("WK999901,A,-5,1\n")),
    Case("an open quotation mark", "unreadable_row", "2", csv=rows('WK999901,"A,1,1\n')),
    Case("a line without end", "unreadable_row", "2", csv=rows("x" * 200_000)),
    Case("another encoding", "wrong_encoding", "2", csv=rows("WK999901,Caf\xe9,1,1\n").encode("latin-1")),
    Case("a missing figure", "value_missing", csv=rows("WK999901,A,1,\n"), model=model_json(LOW)),
    Case("a figure below zero", "value_negative", csv=rows("WK999901,A,1,-1\n"), model=model_json(LOW)),
    Case("more than all", "percentage_above_100", csv=rows("WK999901,A,1,101\n"), model=model_json(PERCENTAGE)),
    Case(
        "a percentage of an unknown number",
        "base_missing",
        csv="code,name,population,low,homes\nWK999901,A,1,5,\n",
        model=model_json(earmark(criterion("low", "1", kind="percentage", of="homes"))),
    ),
    Case(
        "a figure that nobody has",
        "nothing_known",
        csv=rows("WK999901,A,1,.\n"),
        model=model_json(earmark(criterion("low", "1", missing="municipality_rate"))),
    ),
    Case("empty areas only", "no_inhabitants", csv=rows("WK999901,A,0,0\n")),
    Case("nothing to count", "no_units", csv=rows("WK999901,A,1,0\n"), model=model_json(LOW)),
    Case(
        "lines above the money",
        "city_above_pot",
        model=with_("earmarks[0].city.lines", [{"key": "l", "cents": 100_000_001, "motive": "m"}]),
    ),
    Case("bases above the pot", "bases_above_pot", model=with_("earmarks[0].base_cents", 50_000_001)),
    Case("floors above the pot", "floors_above_pot", model=with_("earmarks[0].floor.cents", 50_000_001)),
]
CASES = [*MODEL_CASES, *FIGURES_CASES]


def contents(case: Case) -> tuple[bytes, bytes]:
    """The two files of a case."""
    document = case.model or GOOD
    text = json.dumps(document) if isinstance(document, dict) else document
    return (text.encode() if isinstance(text, str) else text), (
        case.csv.encode() if isinstance(case.csv, str) else case.csv
    )


@pytest.mark.done("2.bad-input")
@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
class TestBadInput:
    def test_is_refused_with_its_reason_and_place(self, case: Case) -> None:
        content, csv = contents(case)

        def work() -> None:
            read = load_model(content)
            divide(read, load_figures(BytesIO(csv), read.figures, read.columns(), municipality=case.municipality))

        with pytest.raises(BadInput) as refused:
            work()
        assert (refused.value.key, refused.value.where) == (case.key, case.where)

    def test_gets_one_sentence_and_leaves_nothing_behind(self, case: Case, tmp_path: Path) -> None:
        content, csv = contents(case)
        (tmp_path / "MODEL.json").write_bytes(content)
        (tmp_path / "wijken.csv").write_bytes(csv)
        out, said = StringIO(), StringIO()
        options = {"figures": tmp_path / "wijken.csv", "municipality": case.municipality, "out": tmp_path / "out"}
        with pytest.raises(SystemExit) as stopped:
            call_command("allocate", tmp_path / "MODEL.json", stdout=out, stderr=said, no_color=True, **options)
        assert stopped.value.code == 2
        assert out.getvalue() == ""
        assert re.fullmatch(r"[^\n]*\S[.!]\n", said.getvalue())
        assert "%(" not in said.getvalue()
        assert not (tmp_path / "out").exists()


def test_the_shortfall_of_the_floors_is_exact() -> None:
    floors = earmark(floor={"cents": 50_000_001, "cents_per_inhabitant": 0})
    read = model(floors)
    with pytest.raises(BadInput) as refused:
        divide(read, figures(GOOD_CSV, read))
    assert refused.value.parameters == {"earmark": "alles", "shortfall_cents": 2}


class TestLargeAndOddFiles:
    def test_keep_only_the_rows_of_the_municipality_of_a_hundred_thousand(self) -> None:
        read = model(LOW)
        other = (f"WK{number // 90:04}{number % 90 + 10},Elders,1,geen getal\n" for number in range(9_000, 108_998))
        lines = chain(["code,name,population,low\n", "WK000101,A,1,1\n", "WK000102,B,3,1\n"], other)
        kept = load_figures(_Endless(lines), read.figures, read.columns(), municipality="GM0001")
        assert [area.code for area in kept.areas] == ["WK000101", "WK000102"]
        assert divide(read, kept).areas[0].cents == 50_000_000

    def test_are_accepted_whole_when_all_hundred_thousand_rows_are_wanted(self) -> None:
        read = model()
        lines = (f"WK{number // 90:04}{number % 90 + 10},Wijk,1,1\n" for number in range(100_000))
        kept = load_figures(_Endless(chain(["code,name,population,low\n"], lines)), read.figures, read.columns())
        assert len(kept.areas) == 100_000
        assert sum(area.cents for area in divide(read, kept).areas) == 100_000_000

    def test_stop_at_the_first_wrong_row_instead_of_reading_on(self) -> None:
        read = model()
        endless = _Endless(chain(["code,name,population\n"], (f"wrong{number}\n" for number in count())))
        with pytest.raises(BadInput, match="wrong_code"):
            load_figures(endless, read.figures, read.columns())

    def test_may_start_with_a_byte_order_mark_and_hold_blank_rows(self) -> None:
        read = model()
        kept = figures("\ufeffcode,name,population\r\n\r\nWK999901,'t Zand,1\r\n,,\r\n", read)
        assert [area.name for area in kept.areas] == ["'t Zand"]

    def test_may_be_written_the_dutch_way(self) -> None:
        layout = {**_figures_layout(), "delimiter": ";", "decimal": ",", "encoding": "cp1252"}
        read = model(LOW, figures=layout)
        csv = "code;name;population;low\nbu99990101 ;Caf\xe9;10;1,5\n".encode("cp1252")
        area = load_figures(BytesIO(csv), read.figures, read.columns()).areas[0]
        assert (area.code, area.name, float(area.values["low"] or 0)) == ("BU99990101", "Caf\xe9", 1.5)


def _figures_layout() -> Json:
    layout = GOOD["figures"]
    assert isinstance(layout, dict)
    return layout


class _Endless(BytesIO):
    """A file that makes its lines while it is read, so that a test sees when more is read than needed."""

    def __init__(self, lines: Iterator[str]) -> None:
        super().__init__()
        self.lines = chain((line.encode() for line in lines), repeat(b""))

    def readline(self, size: int | None = -1, /) -> bytes:
        return next(self.lines)
