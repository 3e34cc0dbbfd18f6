"""No table that leaves the house is run as a formula, and every cell comes out as it went in."""

import csv
import re
from decimal import Decimal
from io import StringIO

import pytest
from django.utils.translation import gettext_lazy
from hypothesis import example, given
from hypothesis import strategies as st

from wijkaanzet.kernel.tables import csv_text, safe_cell

words = st.text(st.characters(codec="utf-8", exclude_characters="\x00"))
cells = words | st.builds("{}{}".format, st.sampled_from("=+-@\t\r\n"), words)
unseen = st.text(st.characters(categories=["Z", "Cc", "Cf", "M"]))
hidden = st.builds("{}{}{}".format, unseen, st.sampled_from("=+-@＝＋－＠﹦⁼"), words)


def read(text: str) -> list[list[str]]:
    return list(csv.reader(StringIO(text.removeprefix("\ufeff"), newline=""), delimiter=";"))


@pytest.mark.parametrize(
    "cell",
    ["=1+1", "+31 13", "-1+1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "-", "--5", "-5e3", "-1.000,00", "-٣", "-5\n"],
)
def test_text_that_starts_a_formula_is_neutralised(cell: str):
    assert safe_cell(cell) == f"'{cell}"


@pytest.mark.parametrize(
    "cell",
    [
        " =1+1",
        "\u00a0=1",
        "\x0b=1",
        "\x00=1",
        "\u200b=1",
        "\ufeff=1",
        " -",
        " \t -5",
        "＝1",
        "＠A",
        "－1-1",
        " ⁼1",
        "=\u0338",
    ],
)
def test_a_formula_in_disguise_is_neutralised(cell: str):
    assert safe_cell(cell) == f"'{cell}"


@pytest.mark.parametrize("cell", ["-5", "-5,00", "-0.5", "5", "1,25", "Noord", "", "a=1", " Noord", "'=1", "é=", "1-1"])
def test_numbers_and_plain_text_stay_as_they_are(cell: str):
    assert safe_cell(cell) == cell


@pytest.mark.parametrize("cell", [-5, -5.5, Decimal("-5.50"), None, 0])
def test_values_that_are_no_text_stay_values(cell: object):
    assert safe_cell(cell) == cell


def test_a_translation_is_text_too():
    assert safe_cell(gettext_lazy("=1+1")) == "'=1+1"


def test_a_table_opens_in_a_dutch_spreadsheet():
    assert csv_text(["wijk", "=euro"], [["Noord; oost", -5], ['"', None]]) == (
        '\ufeffwijk;\'=euro\r\n"Noord; oost";-5\r\n"""";\r\n'
    )


@given(st.lists(st.lists(cells, min_size=2, max_size=2), max_size=5))
def test_a_table_reads_back_as_it_was_written(rows: list[list[str]]):
    written = [["a", "b"], *([str(safe_cell(cell)) for cell in row] for row in rows)]
    assert read(csv_text(["a", "b"], rows)) == written


@given(cells)
def test_no_cell_starts_a_formula(cell: str):
    made = str(safe_cell(cell))
    assert made == f"'{cell}" or made == cell
    assert not made.startswith(("=", "+", "@", "\t", "\r", "\n"))
    assert not made.startswith("-") or float(made.replace(",", ".")) <= 0


@given(hidden)
@example("\uff1d\u0338")  # a wide = with a stroke through it, which together read as another sign
def test_no_formula_hides_behind_what_is_not_seen(cell: str):
    assert safe_cell(cell) == f"'{cell}" or re.fullmatch(r"-[0-9]+([.,][0-9]+)?", cell)


@given(st.integers() | st.decimals(allow_nan=False))
def test_a_number_stays_a_number(number: object):
    assert safe_cell(number) is number
