"""Money: dividing without losing a cent, and writing and reading euros."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wijkaanzet.kernel.money import CannotSplit, NotAnAmount, format_euros, losers_of_growth, parse_euros, split

weights_of_anyone = st.dictionaries(
    st.text("abcdefgh", min_size=1, max_size=3),
    st.one_of(st.integers(0, 10**6), st.fractions(0, 1000, max_denominator=10**4)),
    min_size=1,
    max_size=12,
).filter(lambda weights: any(weights.values()))
totals = st.integers(-(10**12), 10**12)


def parts(total: int, weights: list[int]) -> list[int]:
    """Split over keys that keep the order of the list."""
    return list(split(total, {f"{number:02}": weight for number, weight in enumerate(weights)}).values())


class TestSplit:
    @pytest.mark.done("2.t3")
    @pytest.mark.parametrize(
        ("weights", "total", "expected"),
        [
            ([5117, 4400, 162, 161, 160], 100, [51, 44, 2, 2, 1]),  # Balinski & Young 1975
            ([9061, 7179, 5259, 3319, 1182], 26, [9, 7, 5, 4, 1]),  # Balinski & Young 1975
            ([14, 23, 45, 18], 37, [5, 8, 17, 7]),  # How Math Explains the World, p. 229
            (  # NHS allocations 2013/14, annex A: weighted population, targets in thousands of pounds
                [208986, 181827, 105444, 220611, 269739, 389047],
                1561931,
                [237285, 206448, 119722, 250484, 306264, 441728],
            ),
        ],
    )
    def test_gives_the_published_outcome(self, weights: list[int], total: int, expected: list[int]) -> None:
        assert parts(total, weights) == expected

    @given(totals, weights_of_anyone)
    def test_gives_exactly_the_total(self, total: int, weights: dict[str, Fraction | int]) -> None:
        assert sum(split(total, weights).values()) == total

    @given(totals, weights_of_anyone)
    def test_stays_within_a_cent_of_the_exact_part(self, total: int, weights: dict[str, Fraction | int]) -> None:
        whole = sum(Fraction(weight) for weight in weights.values())
        for key, part in split(total, weights).items():
            assert abs(part - total * Fraction(weights[key]) / whole) < 1

    @given(totals, weights_of_anyone)
    def test_does_not_depend_on_the_order_of_the_weights(self, total: int, weights: dict[str, Fraction | int]) -> None:
        assert split(total, weights) == split(total, dict(reversed(weights.items())))

    @given(totals, weights_of_anyone, st.fractions(Fraction(1, 1000), 1000))
    def test_does_not_depend_on_the_scale_of_the_weights(
        self, total: int, weights: dict[str, Fraction | int], scale: Fraction
    ) -> None:
        assert split(total, weights) == split(total, {key: weight * scale for key, weight in weights.items()})

    @given(totals, weights_of_anyone)
    def test_divides_a_cut_as_it_divides_the_same_amount(self, total: int, weights: dict[str, Fraction | int]) -> None:
        assert split(-total, weights) == {key: -part for key, part in split(total, weights).items()}

    def test_gives_the_odd_cent_to_the_first_key_when_parts_are_equal(self) -> None:
        assert split(100, {"c": 1, "a": 1, "b": 1}) == {"c": 33, "a": 34, "b": 33}

    def test_gives_nothing_to_a_weight_of_zero(self) -> None:
        assert split(1, {"a": 0, "b": Fraction(1, 3)}) == {"a": 0, "b": 1}

    @pytest.mark.parametrize(
        ("weights", "reason"),
        [({}, "no_weights"), ({"a": 0, "b": 0}, "zero_weights"), ({"a": 2, "b": -1}, "negative_weight")],
    )
    def test_refuses_weights_that_divide_nothing(self, weights: dict[str, int], reason: str) -> None:
        with pytest.raises(CannotSplit) as refused:
            split(100, weights)
        assert refused.value.reason == reason


@pytest.mark.done("2.t4")
class TestLosersOfGrowth:
    @pytest.mark.parametrize(
        ("weights", "units", "by", "before", "after"),
        [
            ([567, 385, 42, 6], 323, 1, [183, 124, 14, 2], [184, 125, 13, 2]),
            ([3, 7, 90], 49, 2, [2, 3, 44], [1, 4, 46]),
            ([5576330, 1387342, 3334241, 7512860, 310968], 89, 1, [27, 7, 16, 37, 2], [28, 7, 17, 37, 1]),
        ],
    )
    def test_names_who_loses_a_unit_in_the_published_cases(
        self, weights: list[int], units: int, by: int, before: list[int], after: list[int]
    ) -> None:
        assert parts(units, weights) == before
        assert parts(units + by, weights) == after
        losers = losers_of_growth(units, {f"{number:02}": weight for number, weight in enumerate(weights)}, by=by)
        assert losers == tuple(f"{place:02}" for place, part in enumerate(before) if after[place] < part)
        assert losers

    def test_names_nobody_when_nobody_loses(self) -> None:
        weights = [5576330, 1387342, 3334241, 7512860, 310968]
        assert parts(91, weights) == [28, 7, 17, 38, 1]
        assert losers_of_growth(90, {str(number): weight for number, weight in enumerate(weights)}) == ()

    @given(st.integers(0, 10**6), weights_of_anyone)
    def test_costs_nobody_more_than_one_unit(self, units: int, weights: dict[str, Fraction | int]) -> None:
        now, grown = split(units, weights), split(units + 1, weights)
        assert all(now[key] - grown[key] == 1 for key in losers_of_growth(units, weights))


class TestEuros:
    @pytest.mark.parametrize(
        ("cents", "text"),
        [
            (156545360, "€ 1.565.453,60"),
            (0, "€ 0,00"),
            (5, "€ 0,05"),
            (99999, "€ 999,99"),
            (-500, "€ -5,00"),
            (-100000, "€ -1.000,00"),
        ],
    )
    def test_are_written_the_dutch_way(self, cents: int, text: str) -> None:
        assert format_euros(cents) == text

    @given(st.integers(-(10**15), 10**15))
    def test_are_read_as_they_are_written(self, cents: int) -> None:
        assert parse_euros(format_euros(cents)) == cents

    @pytest.mark.parametrize(
        ("text", "cents"),
        [
            ("1565453,60", 156545360),
            ("1.565.453", 156545300),
            (" €1.500 ", 150000),
            ("-€ 5", -500),
            ("\u221212,50", -1250),
            ("€\u00a07,00", 700),
        ],
    )
    def test_are_read_in_the_forms_people_type(self, text: str, cents: int) -> None:
        assert parse_euros(text) == cents

    @pytest.mark.parametrize(
        "text", ["", "€", "1.50", "1,5", "1,234.50", "12.34.567", "vijf", "1e5", "--5", "5-", "٣", "1 000", "=1+1"]
    )
    def test_are_refused_in_any_other_form(self, text: str) -> None:
        with pytest.raises(NotAnAmount) as refused:
            parse_euros(text)
        assert refused.value.text == text
