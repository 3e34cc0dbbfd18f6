"""The division against numbers that were worked out by hand."""

from fractions import Fraction

import pytest

from tests.budget.division_inputs import FIGURES, MODEL, amounts, criterion, divided, earmark, figures, model
from wijkaanzet.budget.rules.division import FlagKey, LineKind
from wijkaanzet.budget.rules.engine import divide
from wijkaanzet.budget.rules.model_file import load_model
from wijkaanzet.scans.rules.figures_file import load_figures

T9_FIGURES = """code,name,population,low_income,alone_75,youth
WK999901,A,12000,900,500,2600
WK999902,B,20000,2600,700,5200
WK999903,C,8000,300,700,1500
WK999904,D,40000,2200,1500,8800
"""
T9_EARMARK = earmark(
    criterion("population", "0.40"),
    criterion("low_income", "0.30"),
    criterion("alone_75", "0.15"),
    criterion("youth", "0.15"),
    city={"share": "0.20", "lines": []},
    base_cents=25_000_000,
)


@pytest.mark.done("2.t9")
class TestFourAreasWorkedByHand:
    def test_get_their_target_to_the_cent(self) -> None:
        division = divided(model(T9_EARMARK, total_cents=755_647_000), T9_FIGURES)
        assert [one.cents for one in division.city] == [151_129_400]
        assert list(amounts(division).values()) == [99_974_234, 178_361_381, 74_600_786, 251_581_199]

    def test_show_the_amount_per_unit(self) -> None:
        division = divided(model(T9_EARMARK, total_cents=755_647_000), T9_FIGURES)
        prices = [line.cents_per_unit for line in division.areas[0].lines if line.kind is LineKind.CRITERION]
        assert [round(float(price or 0) / 100, 4) for price in prices] == [25.2259, 252.2588, 222.5813, 41.8109]

    def test_fall_apart_in_components_to_the_cent(self) -> None:
        shares = [("basis", "0.55"), ("variabel", "0.38"), ("onvoorzien", "0.07")]
        components = [{"key": key, "share": share} for key, share in shares]
        division = divided(model(T9_EARMARK, total_cents=755_647_000, components=components), T9_FIGURES)
        parts = division.areas[0].earmarks["alles"].components
        assert parts == {"basis": 54_985_829, "variabel": 37_990_209, "onvoorzien": 6_998_196}


class TestTheExampleModel:
    def test_divides_the_handmade_figures_with_every_proof(self) -> None:
        example = load_model(MODEL.read_bytes())
        with FIGURES.open("rb") as file:
            read = load_figures(file, example.figures, example.columns(), municipality="GM9999")
        division = divide(example, read)
        assert [area.code[-2:] for area in division.areas] == ["01", "02", "03", "04", "05"]
        assert sum(amounts(division).values()) + sum(one.cents for one in division.city) == 1_500_000_000
        assert all(check.ok for check in division.checks)
        assert amounts(division)["WK999904"] == 0
        assert [(flag.key, flag.parameters["area"]) for flag in division.flags] == [
            (FlagKey.EMPTY_AREA, "WK999904"),
            (FlagKey.IMPUTED, "WK999903"),
        ]

    def test_adds_the_city_share_and_the_city_lines(self) -> None:
        lines = [{"key": "jongerenwerk", "cents": 700, "motive": "doelmatigheid"}]
        only = earmark(city={"share": "0.25", "lines": lines})
        division = divided(model(only, total_cents=10_000), "code,name,population\nWK999901,A,5\n")
        assert [(one.key, one.cents) for one in division.city] == [("share", 2_500), ("jongerenwerk", 700)]
        assert amounts(division) == {"WK999901": 6_800}


class TestMissingFigures:
    TEXT = "code,name,population,low\nWK999901,A,100,20\nWK999902,B,300,40\nWK999903,C,50,.\n"

    def test_count_at_the_rate_of_the_known_areas(self) -> None:
        percentage = criterion("low", "1", kind="percentage", of="population", missing="municipality_rate")
        division = divided(model(earmark(percentage)), self.TEXT)
        units = [line.units for area in division.areas for line in area.lines]
        assert units == [20, 120, Fraction(35, 2)]  # 140 of 400 known people is 35 %, of 50

    def test_count_per_inhabitant_when_the_figure_is_a_count(self) -> None:
        division = divided(model(earmark(criterion("low", "1", missing="municipality_rate"))), self.TEXT)
        assert [line.units for area in division.areas for line in area.lines] == [20, 40, Fraction(15, 2)]

    def test_are_recognised_in_the_way_map_layers_write_them(self) -> None:
        read = model(earmark(criterion("low", "1", missing="municipality_rate")))
        rows = figures(self.TEXT.replace(".\n", "-99997\n"), read)
        assert rows.areas[2].values == {"low": None}


class TestEmptyAreas:
    TEXT = "code,name,population\nWK999901,A,10\nWK999902,B,0\n"

    def test_get_nothing_without_a_base(self) -> None:
        with_base = earmark(base_cents=100, floor={"cents": 100, "cents_per_inhabitant": 0})
        division = divided(model(with_base, total_cents=1_000, empty_area="no_base"), self.TEXT)
        assert amounts(division) == {"WK999901": 1_000, "WK999902": 0}
        assert division.areas[1].lines == ()

    def test_get_the_base_when_the_model_says_so(self) -> None:
        division = divided(model(earmark(base_cents=100), total_cents=1_000, empty_area="base"), self.TEXT)
        assert amounts(division) == {"WK999901": 900, "WK999902": 100}


class TestRounding:
    TEXT = "code,name,population\nWK999901,A,567\nWK999902,B,385\nWK999903,C,42\nWK999904,D,6\n"

    def test_gives_whole_units_that_keep_the_total(self) -> None:
        division = divided(model(total_cents=32_300_000, rounding_cents=100_000), self.TEXT)
        assert [cents // 100_000 for cents in amounts(division).values()] == [183, 124, 14, 2]

    @pytest.mark.done("2.t4")
    def test_reports_who_would_lose_a_unit_if_the_total_grew(self) -> None:
        division = divided(model(total_cents=32_300_000, rounding_cents=100_000), self.TEXT)
        assert [(flag.key, dict(flag.parameters)) for flag in division.flags] == [
            (FlagKey.PARADOX, {"area": "WK999903", "earmark": "alles", "unit_cents": 100_000})
        ]

    def test_never_takes_an_area_below_its_floor(self) -> None:
        floor = {"cents": 150_001, "cents_per_inhabitant": 0}
        division = divided(model(earmark(floor=floor), total_cents=32_300_000, rounding_cents=100_000), self.TEXT)
        assert amounts(division)["WK999904"] == 200_000
        assert sum(amounts(division).values()) == 32_300_000


class TestFloors:
    def test_are_the_larger_of_an_amount_and_an_amount_per_inhabitant(self) -> None:
        text = "code,name,population,units\nWK999901,A,10,0\nWK999902,B,1000,0\nWK999903,C,100,5\n"
        floor = {"cents": 500, "cents_per_inhabitant": 2}
        division = divided(model(earmark(criterion("units", "1"), floor=floor), total_cents=10_000), text)
        assert amounts(division) == {"WK999901": 500, "WK999902": 2_000, "WK999903": 7_500}

    def test_show_who_pays_and_who_receives(self) -> None:
        text = "code,name,population\nWK999901,A,10\nWK999902,B,90\n"
        floor = {"cents": 300, "cents_per_inhabitant": 0}
        division = divided(model(earmark(floor=floor), total_cents=1_000), text)
        effects = [line.cents for area in division.areas for line in area.lines if line.kind is LineKind.FLOOR]
        assert effects == [200, -200]
