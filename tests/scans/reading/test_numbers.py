"""The text of a cell becomes an exact number, or a reason why there is none; never a guess."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.scans.reading.files import read
from wijkaanzet.scans.rules.bad_input import BadInput
from wijkaanzet.scans.rules.reading.detection import detect
from wijkaanzet.scans.rules.reading.layout import FileKind, Layout
from wijkaanzet.scans.rules.reading.numbers import MissingReason, Numbers
from wijkaanzet.scans.rules.reading.signs import check_numbers


def numbers(
    decimal: str = ".", thousands: str = "", *, statline: bool = False, missing: tuple[str, ...] = ("", ".", "x", "-")
) -> Numbers:
    layout = Layout(FileKind.CSV, decimal=decimal, thousands=thousands, statline_signs=statline, missing=missing)
    return Numbers(layout)


class TestText:
    @pytest.mark.parametrize(
        ("cell", "decimal", "thousands", "text"),
        [
            ("12", ".", "", "12"),
            ("12.50", ".", "", "12.50"),
            ("12,50", ",", "", "12.50"),
            ("  12,5 ", ",", "", "12.5"),
            ("-3,5", ",", "", "-3.5"),
            ("\u22123.5", ".", "", "-3.5"),
            ("+3.5", ".", "", "3.5"),
            (".5", ".", "", "0.5"),
            ("-.5", ".", "", "-0.5"),
            ("1.234", ",", ".", "1234"),
            ("1.234.567,8", ",", ".", "1234567.8"),
            ("1234,5", ",", ".", "1234.5"),
            ("1,234.5", ".", ",", "1234.5"),
            ("1 234,5", ",", " ", "1234.5"),
            ("1\u00a0234", ",", " ", "1234"),
            ("1\u202f234", ",", " ", "1234"),
            ("1'234.5", ".", "'", "1234.5"),
            ("1’234", ".", "'", "1234"),
            ("0.000557852587373587", ".", "", "0.000557852587373587"),
            ("5e-05", ".", "", "0.00005"),
            ("1,5E+3", ",", "", "1500"),
            ("-99989", ".", "", "-99989"),
        ],
    )
    def test_is_exact(self, cell: str, decimal: str, thousands: str, text: str):
        assert numbers(decimal, thousands).text(cell) == text

    @pytest.mark.parametrize("cell", ["", " ", ".", "       .", "x", "-", "-99990", "-99997", "-99999999", "-99997.0"])
    def test_is_none_when_missing(self, cell: str):
        assert numbers().text(cell) is None

    @pytest.mark.parametrize(
        ("cell", "decimal", "thousands"),
        [
            ("12,5", ".", ""),
            ("12.5", ",", ""),
            ("1.23", ",", "."),
            ("12.34,5", ",", "."),
            ("1234.567", ",", "."),
            ("1.234", ",", ""),
            ("12.5.1", ".", ""),
            ("12 5", ".", " "),
            ("--5", ".", ""),
            ("+", ".", ""),
            ("NA", ".", ""),
            ("5%", ".", ""),
            ("=1+1", ".", ""),
            ("1e999", ".", ""),
            ("1" * 16, ".", ""),
            ("٣", ".", ""),
            ("½", ".", ""),
            ("12*", ".", ""),
            ("nan", ".", ""),
            ("0x10", ".", ""),
            ("1_000", ".", ""),
        ],
    )
    def test_is_refused_with_the_cell(self, cell: str, decimal: str, thousands: str):
        with pytest.raises(BadInput) as refused:
            numbers(decimal, thousands).text(cell)
        assert (refused.value.key, refused.value.parameters) == ("unreadable_number", {"cell": cell})

    @settings(deadline=None)
    @given(st.decimals(allow_nan=False, allow_infinity=False, places=3, min_value=-99_000, max_value=10**14))
    def test_of_any_number_in_any_notation_is_that_number(self, value: Decimal):
        for decimal, thousands in ((".", ""), (",", ""), (",", "."), (".", ","), (",", " "), (".", "'")):
            cell = f"{value:,.3f}".translate({ord(","): thousands or None, ord("."): decimal})
            text = numbers(decimal, thousands).text(cell)
            assert text is not None
            assert Fraction(text) == Fraction(value)


class TestMissing:
    @pytest.mark.parametrize(
        ("cell", "reason"),
        [
            ("", MissingReason.BLANK),
            ("   ", MissingReason.BLANK),
            (".", MissingReason.UNKNOWN),
            ("-", MissingReason.UNKNOWN),
            ("x", MissingReason.WITHHELD),
            (" X", MissingReason.WITHHELD),
            ("-99997", MissingReason.CODED),
        ],
    )
    def test_has_its_reason(self, cell: str, reason: MissingReason):
        assert numbers().reason(cell) is reason

    def test_nil_of_statline_is_zero_and_elsewhere_no_number(self):
        assert numbers(statline=True).text("-") == "0"
        assert numbers(statline=True).text("       -") == "0"
        assert numbers().text("-") is None

    def test_signs_of_statline_hold_in_its_files_also_where_none_was_seen(self):
        found = numbers(statline=True, missing=("", "."))
        assert (found.text("x"), found.reason("x")) == (None, MissingReason.WITHHELD)

    @pytest.mark.parametrize("cell", ["12.5*", "12.5**", "12.5 *"])
    def test_provisional_numbers_of_statline_are_numbers(self, cell: str):
        assert numbers(statline=True).text(cell) == "12.5"


def found(*cells: str) -> tuple[str, str, bool]:
    rows = "\n".join(f"WK{n:06};{cell}" for n, cell in enumerate(cells))
    layout = detect(f"code;n\n{rows}\n".encode())
    return layout.decimal, layout.thousands, layout.uncertain


class TestSigns:
    @pytest.mark.parametrize(
        ("cells", "signs"),
        [
            (("1", "2"), (".", "", False)),
            (("1.5", "2"), (".", "", False)),
            (("1,5", "2"), (",", "", False)),
            (("1.234", "12,5"), (",", ".", False)),
            (("1,234", "12.5"), (".", ",", False)),
            (("1.234.567", "3"), (",", ".", False)),
            (("1.234,5",), (",", ".", False)),
            (("1.234", "2.345"), (".", "", True)),
            (("1,234", "2,345"), (",", "", True)),
            (("1.234", "0.345"), (".", "", False)),
            (("1 234,5", "3"), (",", " ", False)),
            (("1\u00a0234", "3"), (".", " ", False)),
            (("1'234.5", "3"), (".", "'", False)),
            (("4.270599604867483", "0.1"), (".", "", False)),
        ],
    )
    def test_are_told_by_the_cells(self, cells: tuple[str, ...], signs: tuple[str, str, bool]):
        assert found(*cells) == signs

    def test_are_sought_down_to_the_first_that_tells(self):
        assert found(*["1.234"] * 3_000, "12,5") == (",", ".", False)

    @pytest.mark.parametrize("sign", ["-", "x", "NA", "n.v.t.", "#N/A"])
    def test_for_not_known_stand_between_numbers(self, sign: str):
        content = f"code;n;tekst\nWK999900;1;{sign}\nWK999901;{sign};ja\n".encode()
        assert detect(content).missing == ("", ".", sign)
        assert detect(f"code;n;tekst\nWK999900;1;{sign}\n".encode()).missing == ("", ".")


class TestMixedDecimals:
    CONTENT = b"code;a;b\nWK999900;12,5;1.234\nWK999901;12.5;2.345\nWK999902;3,5;9\n"

    def check(self, content: bytes, *columns: str) -> None:
        layout = detect(content)
        header, rows = read(content, layout)
        check_numbers(rows, header, layout, columns=columns)

    @pytest.mark.done("4.mixed-decimals")
    def test_are_refused_with_line_column_and_cell(self):
        with pytest.raises(BadInput) as refused:
            self.check(self.CONTENT, "a", "b")
        assert (refused.value.key, refused.value.where) == ("mixed_decimals", "3")
        assert refused.value.parameters == {"column": "a", "cell": "12.5", "decimal": ","}

    def test_do_not_matter_in_a_column_that_is_not_used(self):
        self.check(self.CONTENT, "b")
        assert detect(self.CONTENT).thousands == "."

    @pytest.mark.parametrize("cells", [("12.5", "3,5"), ("12.5", "1.5", "3,5"), ("1.234,5", "12.5"), ("0.125", "12,5")])
    def test_are_never_read_as_the_other(self, cells: tuple[str, ...]):
        rows = "\n".join(f"WK{n:06};{cell}" for n, cell in enumerate(cells))
        with pytest.raises(BadInput) as refused:
            self.check(f"code;n\n{rows}\n".encode(), "n")
        assert refused.value.key == "mixed_decimals"
