"""What is missing in one CBS area is estimated there, so that what is known of the rest of the area counts."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.budget.division_inputs import criterion, earmark, model
from wijkaanzet.budget.rules.estimate import Estimate, complete
from wijkaanzet.budget.rules.roll_up import roll_up
from wijkaanzet.scans.rules.bad_input import BadInput
from wijkaanzet.scans.rules.figures import AreaFigures, Figures

MODEL = model(
    earmark(
        criterion("low_income", "0.5", kind="percentage", of="population", missing="municipality_rate"),
        criterion("homes", "0.5", missing="municipality_rate"),
    )
)


def part(code: str, people: int, low: str | None, homes: int | None = 10) -> AreaFigures:
    values = {
        "population": Fraction(people),
        "low_income": None if low is None else Fraction(low),
        "homes": None if homes is None else Fraction(homes),
    }
    return AreaFigures(code=code, name=f"Wijk {code[-2:]}", inhabitants=Fraction(people), values=values)


def figures(*parts: AreaFigures) -> Figures:
    return Figures(areas=parts, sha256="0" * 64)


class TestComplete:
    @pytest.mark.done("2.estimates")
    def test_keeps_what_is_known_of_the_other_parts_of_an_area(self):
        known, estimates = complete(
            figures(part("WK085501", 900, "50"), part("WK085502", 100, None), part("WK085503", 1000, "10")), MODEL
        )
        assert estimates == (Estimate("low_income", "WK085502", "Wijk 02", 100),)
        assert known.areas[1].values["low_income"] == Fraction(100 * 550, 1900)  # the rate of the two that are known
        place = {"WK085501": ("T1", "Noord"), "WK085502": ("T1", "Noord"), "WK085503": ("T2", "Zuid")}
        north, south = roll_up(known, model=MODEL, place_of=place).areas
        assert north.values["low_income"] == (Fraction(450) + Fraction(550, 19)) / 10
        assert south.values["low_income"] == 10

    def test_estimates_a_missing_count_by_inhabitants(self):
        known, estimates = complete(figures(part("WK085501", 300, "1", 30), part("WK085502", 100, "1", None)), MODEL)
        assert known.areas[1].values["homes"] == 10
        assert [one.column for one in estimates] == ["homes"]

    def test_leaves_complete_figures_as_they_are(self):
        given = figures(part("WK085501", 300, "1"), part("WK085502", 0, None))
        assert complete(given, MODEL) == (given, ())

    def test_leaves_a_column_alone_that_some_criterion_refuses_to_estimate(self):
        strict = model(earmark(criterion("homes", "1", missing="refuse")))
        given = figures(part("WK085501", 300, "1", None), part("WK085502", 5, "1"))
        assert complete(given, strict) == (given, ())

    def test_misses_nothing_where_there_is_nothing_to_take_a_part_of(self):
        of_homes = model(
            earmark(criterion("low_income", "1", kind="percentage", of="homes", missing="municipality_rate"))
        )
        parts = figures(
            part("WK085501", 900, "50", 400), part("WK085502", 5, None, 0), part("WK085503", 100, "10", 100)
        )
        known, _estimates = complete(parts, of_homes)
        place = {"WK085501": ("T1", "N"), "WK085502": ("T1", "N"), "WK085503": ("T2", "Z")}
        assert roll_up(known, model=of_homes, place_of=place).areas[0].values["low_income"] == 50

    def test_refuses_when_nothing_is_known_to_estimate_from(self):
        with pytest.raises(BadInput, match="nothing_known"):
            complete(figures(part("WK085501", 300, None)), MODEL)

    @given(st.lists(st.tuples(st.integers(1, 9999), st.integers(0, 100) | st.none()), min_size=2, max_size=9))
    def test_never_moves_the_rate_of_the_whole(self, rows):
        if all(low is None for _people, low in rows):
            return
        parts = [
            part(f"WK0855{n:02}", people, None if low is None else str(low)) for n, (people, low) in enumerate(rows)
        ]
        known, estimates = complete(figures(*parts), MODEL)
        measured = [(people, low) for people, low in rows if low is not None]
        rate = Fraction(sum(people * low for people, low in measured), sum(people for people, _low in measured))
        after = sum(area.inhabitants * (area.values["low_income"] or 0) for area in known.areas)
        assert after == rate * sum(people for people, _low in rows)
        assert len(estimates) == len(rows) - len(measured)
