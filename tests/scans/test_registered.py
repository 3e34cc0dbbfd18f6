"""A file is known as a published table by its columns, its year and its name; never by one of them alone."""

import pytest

from wijkaanzet.scans.rules.registered import registered

RIVM = ("WijkenEnBuurten", "Perioden", "Eenzaam_28", "Mantelzorger_32", "Vrijwilligerswerk_33", "MoeiteMetRondkomen_38")


@pytest.mark.parametrize(
    ("name", "year", "key", "map_year"),
    [
        ("rivm_50090NED_2016.csv.gz", 2016, "50090NED", 2020),
        ("50090ned_UntypedDataSet.csv", 2020, "50090NED", 2020),
        ("50120NED.csv", 2022, "50120NED", None),
    ],
)
def test_a_name_chooses_among_tables_with_these_columns(name: str, year: int, key: str, map_year: int | None):
    found = registered(RIVM, year=year, file_name=name)
    assert found is not None
    assert (found.key, found.map_year(year)) == (key, map_year)


@pytest.mark.parametrize(
    ("header", "year", "name"),
    [
        (RIVM, 2016, "cijfers.csv"),  # two tables of that year have these columns
        (RIVM, 2013, "50090NED.csv"),  # that table has no such year
        (("code", "naam", "bezoekers"), 2016, "50090NED.csv"),  # a name alone is no proof
    ],
)
def test_nothing_is_guessed(header: tuple[str, ...], year: int, name: str):
    assert registered(header, year=year, file_name=name) is None
