"""Dividing money with an imported table: which areas its CBS codes mean, and with which tables that may be done."""

import json
from dataclasses import replace
from fractions import Fraction

import pytest

from tests.budget.division_inputs import criterion, earmark, model_json
from tests.scans.figure_town import PEOPLE, FigureTown, open_town, wijk
from wijkaanzet.budget.labels import sentence
from wijkaanzet.budget.operations import FiguresUsed
from wijkaanzet.budget.queries import Calculated, calculate, used_from
from wijkaanzet.budget.rules.model_file import load_model
from wijkaanzet.kernel.refusals import Refused
from wijkaanzet.scans import queries as scans
from wijkaanzet.scans.models import FigureImport
from wijkaanzet.scans.rules.bad_input import BadInput
from wijkaanzet.scans.rules.columns import Column, ColumnKind

pytestmark = pytest.mark.django_db

OWN = {wijk(0): {"inwoners": 100, "bezoekers": 3}, wijk(1): {"inwoners": 300, "bezoekers": 70}}
VISITORS = Column("bezoekers", "Bezoekers", ColumnKind.COUNT)
TWO = {"noord": [wijk(0)], "oost": [wijk(1)]}
SWAPPED = {"noord": [wijk(1)], "oost": [wijk(0)]}
ROWS = {wijk(0): {"inwoners": 100, "bezoekers": 30}, wijk(1): {"inwoners": 300, "bezoekers": 70}}


def model_of(table: FigureImport, column: str = "bezoekers") -> str:
    """A model that counts one column of a table."""
    read = scans.layout_of(table)
    layout = {name: getattr(read, name) for name in ("delimiter", "decimal", "encoding", "code", "name", "inhabitants")}
    layout |= {"missing": list(read.missing)}
    return json.dumps(model_json(earmark(criterion(column, "1")), figures=layout))


def people(done: Calculated) -> dict[str, Fraction]:
    """The inhabitants that money was divided by, by name of the area."""
    return {one.name: one.inhabitants for one in done.figures.areas}


def ways(town: FigureTown, table: FigureImport) -> list[Calculated]:
    """The division as it is tried, and as it is kept."""
    text = model_of(table)
    used = used_from(table, load_model(text.encode()))
    return [calculate(town.division, model_text=text, used=one) for one in (table, used)]


class TestRegionYear:
    """RIVM gave its figures of 2016 for the CBS areas of 2020: there a code may mean another neighbourhood."""

    @pytest.mark.parametrize(
        ("region_year", "noord", "oost"), [(None, 100, 300), (2019, 100, 300), (2020, 300, 100), (2021, 300, 100)]
    )
    def test_says_in_which_area_the_people_of_a_code_live(self, region_year: int | None, noord: int, oost: int):
        town = open_town(TWO)
        town.recompose(2020, SWAPPED)
        table = town.put(ROWS, PEOPLE, VISITORS, year=2016, region_year=region_year)
        for done in ways(town, table):
            assert people(done) == {"Noord": noord, "Oost": oost}
            assert done.areas[wijk(0)].name == ("Noord" if noord == 100 else "Oost")
        assert {name: town.told(name, "inwoners").shown.whole.value for name in TWO} == {"noord": noord, "oost": oost}

    def test_of_codes_that_came_later_money_is_divided(self):
        town = open_town(TWO)
        town.recompose(2020, {"noord": [wijk(10)], "oost": [wijk(11)]})
        rows = {wijk(10): {"inwoners": 100, "bezoekers": 3}, wijk(11): {"inwoners": 300, "bezoekers": 7}}
        table = town.put(rows, PEOPLE, VISITORS, year=2016, region_year=2020)
        assert [people(done) for done in ways(town, table)] == [{"Noord": 100, "Oost": 300}] * 2

    def test_is_the_year_of_the_figures_unless_it_is_told(self):
        town = open_town(TWO)
        town.recompose(2020, SWAPPED)
        table = town.put(ROWS, PEOPLE, VISITORS, year=2016)
        known = used_from(table, load_model(model_of(table).encode())).figures
        told = {2016: Fraction(100), 2020: Fraction(300)}
        for year, noord in told.items():
            used = FiguresUsed(known, source="CBS", year=year, fictional=False)
            assert people(calculate(town.division, model_text=model_of(table), used=used))["Noord"] == noord


class TestSharedOut:
    """Half of a wijk lies in Noord and half in Oost."""

    SHARED = {"noord": {wijk(0): "1", wijk(1): "0.5"}, "oost": {wijk(1): "0.5", wijk(2): "1"}}

    @pytest.mark.parametrize("there", [True, False], ids=["in the table", "not in the table"])
    def test_how_many_people_live_in_which_half_is_no_ground_for_money(self, there: bool):
        town = open_town(self.SHARED)
        rows = {wijk(n): {"inwoners": 100, "bezoekers": 10 + n} for n in ((0, 1, 2) if there else (0, 2))}
        table = town.put(rows, PEOPLE, VISITORS)
        with pytest.raises(BadInput) as refused:
            calculate(town.division, model_text=model_of(table), used=table)
        assert (refused.value.key, refused.value.parameters) == (
            "area_shared_out", {"code": wijk(1), "areas": "Noord, Oost"}
        )  # fmt: skip
        assert wijk(1) in sentence(refused.value)

    def test_of_a_wijk_without_people_it_does_not_matter(self):
        town = open_town(self.SHARED)
        table = town.put(
            {wijk(n): {"inwoners": 100 * (n != 1), "bezoekers": 0 if n == 1 else 5} for n in range(3)}, PEOPLE, VISITORS
        )
        assert people(calculate(town.division, model_text=model_of(table), used=table)) == {"Noord": 100, "Oost": 100}

    def test_a_year_in_which_it_lay_in_one_is_divided_as_before(self):
        town = open_town(TWO)
        town.recompose(2020, {"noord": {wijk(0): "1", wijk(1): "0.5"}, "oost": {wijk(1): "0.5"}})
        table = town.put(ROWS, PEOPLE, VISITORS, region_year=2019)
        assert people(calculate(town.division, model_text=model_of(table), used=table)) == {"Noord": 100, "Oost": 300}


class TestOwnCounts:
    """The lines of a sum show every number, and of what was counted here small numbers are hidden."""

    def test_are_no_table_to_divide_with(self):
        town = open_town(TWO)
        published = town.put(ROWS, PEOPLE, VISITORS)
        town.own(OWN, PEOPLE, VISITORS)
        assert scans.usable(town.division, for_year=2027) == [published]

    @pytest.mark.parametrize("named", [False, True], ids=["table", "figures that name it"])
    def test_are_refused_when_somebody_divides_with_them_all_the_same(self, named: bool):
        town = open_town(TWO)
        published, own = town.put(ROWS, PEOPLE, VISITORS), town.own(OWN, PEOPLE, VISITORS)
        text = model_of(own)
        used = replace(used_from(published, load_model(text.encode())), figure_import=own) if named else own
        with pytest.raises(Refused) as refused:
            calculate(town.division, model_text=text, used=used)
        assert refused.value.key == "own_counts"
        assert sentence(refused.value)
