"""What the columns of a file probably mean: by the registry of tables, by the table before, by their numbers."""

from collections.abc import Sequence

import pytest

from tests.scans.tables import HEADER, ROWS, table
from wijkaanzet.scans.rules.columns import Column, ColumnKind, ColumnRole
from wijkaanzet.scans.rules.mapping import check_mapping, mapping_of
from wijkaanzet.scans.rules.overview import look_at
from wijkaanzet.scans.rules.proposal import Proposed, propose

R = ColumnRole
Rows = Sequence[Sequence[str]]


def proposed(header: Sequence[str], rows: Rows, *, year: int | None = None, **known: Column) -> dict[str, Proposed]:
    found = look_at(table(rows, header=header, delimiter=";"), municipality="GM0855")
    choices = propose(found, known=known, year=year)
    assert [one.choice.key for one in choices] == list(found.header)
    return {one.choice.key: one for one in choices}


class TestByItsNumbers:
    def test_and_its_header(self):
        found = proposed(HEADER, ROWS)
        assert {key: one.choice.role for key, one in found.items()} == {
            "gwb_code": R.CODE, "naam": R.NAME, "a_inw": R.INHABITANTS, "p_jong": R.PERCENTAGE, "opmerking": R.IGNORE,
        }  # fmt: skip
        assert found["p_jong"].choice.of == "a_inw"
        assert all(one.sure for one in found.values())

    @pytest.mark.parametrize("header", ["population", "inwoners", "aantal_inwoners", "a_inw", "AantalInwoners_5"])
    def test_knows_the_inhabitants_by_their_header(self, header: str):
        found = proposed(("code", "naam", header), [("WK085500", "Noord", "1000")])
        assert found[header].choice.role is R.INHABITANTS

    @pytest.mark.parametrize(
        ("header", "value", "role", "sure"),
        [
            ("aantal_fietsen", "450", R.COUNT, True),
            ("huizen", "450", R.COUNT, False),
            ("p_fiets", "45", R.PERCENTAGE, True),
            ("fiets", "45", R.COUNT, False),
            ("p_fiets", "450", R.COUNT, False),
            ("gemiddeld_cijfer", "28.4", R.IGNORE, True),
            ("soort", "stad", R.IGNORE, True),
            ("niets", "", R.IGNORE, True),
        ],
    )
    def test_is_only_sure_of_what_the_header_says(self, header: str, value: str, role: ColumnRole, sure: bool):
        found = proposed(("code", "naam", "bevolking", header), [("WK085500", "Noord", "1000", value)])[header]
        assert (found.choice.role, found.sure) == (role, sure)

    def test_a_column_with_one_wrong_cell_is_still_a_figure(self):
        rows = [(*row[:3], "twaalf", row[4]) if n == 1 else row for n, row in enumerate(ROWS)]
        assert proposed(("code", "naam", "bevolking", "p_jong", "x"), rows)["p_jong"].choice.role is R.PERCENTAGE


class TestAsBefore:
    def test_takes_the_words_of_the_table_before(self):
        before = Column("koop", "Koopwoningen", ColumnKind.PERCENTAGE, of="a_inw", unit="van de woningen")
        found = proposed(("code", "naam", "a_inw", "koop"), [("WK085500", "Noord", "1000", "45")], koop=before)
        assert (found["koop"].choice.label, found["koop"].choice.unit) == ("Koopwoningen", "van de woningen")
        assert found["koop"].sure

    def test_not_when_what_it_was_of_is_gone(self):
        before = Column("koop", "Koopwoningen", ColumnKind.PERCENTAGE, of="a_hh")
        found = proposed(("code", "naam", "a_inw", "koop"), [("WK085500", "Noord", "1000", "45")], koop=before)
        assert found["koop"].choice.label != "Koopwoningen"


KWB = (
    "gwb_code_10",
    "regio",
    "recs",
    "a_inw",
    "a_00_14",
    "a_hh",
    "g_hhgro",
    "p_koopwon",
    "ste_mvs",
    "ind_wbz",
    "eigen",
)
KWB_ROWS = [(f"WK08550{n}", f"Wijk {n}", "Wijk", "1000", "150", "450", "2.2", "45", "3", "1", "7") for n in range(2)]
RIVM = ("ID", "Leeftijd", "Marges", "WijkenEnBuurten", "Perioden", "SoortRegio_2", "Codering_3", "Eenzaam_28")


class TestByTheRegistry:
    def test_of_tables_every_column_that_is_known_needs_no_explanation(self):
        found = proposed(KWB, KWB_ROWS, year=2022)
        assert {key: one.choice.role for key, one in found.items()} == {
            "gwb_code_10": R.CODE, "regio": R.NAME, "recs": R.IGNORE, "a_inw": R.INHABITANTS, "a_00_14": R.PART,
            "a_hh": R.COUNT, "g_hhgro": R.MEAN, "p_koopwon": R.PERCENTAGE, "ste_mvs": R.INDEX, "ind_wbz": R.CHANGED,
            "eigen": R.IGNORE,
        }  # fmt: skip
        assert found["a_00_14"].choice.of == "a_inw"
        assert found["g_hhgro"].choice.of == "a_hh"
        assert found["a_inw"].choice.indicator == "inwoners"
        mapping = mapping_of([one.choice for one in found.values()], decimal=".")
        check_mapping(mapping, KWB)

    def test_what_is_not_known_of_a_table_that_is_not_known_either_is_asked(self):
        header = ("gwb_code_10", "regio", "a_inw", "fietsen", "auto_s")
        found = proposed(header, [(*row[:2], "1000", "45", "8") for row in KWB_ROWS], year=2022)
        assert (found["fietsen"].choice.role, found["fietsen"].sure) == (R.COUNT, False)

    def test_of_a_dimension_with_more_values_the_one_of_the_year_is_meant(self):
        rows = [
            ("1", "20300", margin, "WK085500  ", period, "Wijk", "WK085500", value)
            for period, value in (("2016JJ00", "43.4"), ("2020JJ00", "47.0"))
            for margin in ("MW00000",)
        ]
        found = proposed(RIVM, rows, year=2016)
        assert (found["Perioden"].choice.role, found["Perioden"].choice.label) == (R.ONLY, "2016JJ00")
        assert found["Perioden"].sure
        assert found["Marges"].choice.role is R.IGNORE  # it has one value, so it says nothing
        assert found["Eenzaam_28"].choice.role is R.PERCENTAGE

    def test_of_a_dimension_that_the_year_does_not_tell_somebody_has_to_say_which_value(self):
        rows = [
            ("1", age, "MW00000", "WK085500  ", "2020JJ00", "Wijk", "WK085500", "47.0") for age in ("20300", "80200")
        ]
        found = proposed(RIVM, rows, year=2020)["Leeftijd"]
        assert (found.choice.role, found.sure) == (R.ONLY, False)
