"""What is true of every division, whatever the model and the figures."""

from fractions import Fraction
from itertools import pairwise
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.budget.division_inputs import criterion, earmark, model
from wijkaanzet.budget.rules.bounds import DoesNotFit, fit
from wijkaanzet.budget.rules.division import Division
from wijkaanzet.budget.rules.engine import divide
from wijkaanzet.budget.rules.model import Model
from wijkaanzet.scans.rules.bad_input import BadInput
from wijkaanzet.scans.rules.figures import AreaFigures, Figures

COLUMNS = ("children", "low_income")
# a busy machine makes a whole division slow, which says nothing about the division
patiently = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])


@st.composite
def figure_sets(draw: st.DrawFn, *, least: int = 1) -> Figures:
    """Up to eight areas with people, children and low incomes; some figures are missing, some areas empty."""
    inhabitants = draw(st.lists(st.integers(0, 5_000), min_size=least, max_size=8).filter(any))
    value = st.one_of(st.none(), st.fractions(0, 100, max_denominator=10))
    rows = [
        AreaFigures(f"WK9999{place:02}", f"Area {place}", Fraction(people), {name: draw(value) for name in COLUMNS})
        for place, people in enumerate(inhabitants)
    ]
    return Figures(tuple(rows), "0" * 64)


@st.composite
def models(draw: st.DrawFn) -> Model:
    """Two earmarks with city parts, bases, two criteria, floors and, or not, components."""
    unit = draw(st.sampled_from([1, 1, 100, 100_000]))

    def one(key: str, share: Fraction) -> dict[str, object]:
        weight = draw(st.fractions(0, 1, max_denominator=20))
        lines = [{"key": "lijn", "cents": unit * draw(st.integers(0, 3)), "motive": "vindbaar"}]
        rate = "municipality_rate"
        return earmark(
            criterion("children", str(weight), kind="percentage", of="population", missing=rate),
            criterion("low_income", str(1 - weight), missing=rate),
            key=key,
            share=str(share),
            city={"share": str(draw(st.fractions(0, Fraction(1, 2), max_denominator=30))), "lines": lines},
            base_cents=draw(st.integers(0, 5_000)),
            floor={"cents": draw(st.integers(0, 20_000)), "cents_per_inhabitant": draw(st.integers(0, 3))},
        )

    share = draw(st.fractions(0, 1, max_denominator=7))
    components = [{"key": "basis", "share": "2/3"}, {"key": "variabel", "share": "1/3"}]
    return model(
        one("jeugd", share),
        one("volwassenen", 1 - share),
        total_cents=unit * draw(st.integers(0, 10**7)),
        rounding_cents=unit,
        components=draw(st.sampled_from([[], components])),
        empty_area=draw(st.sampled_from(["no_base", "base"])),
    )


def outcome(read: Model, figures: Figures) -> Division | str:
    """The division, or the key of its refusal."""
    try:
        return divide(read, _with_population(figures))
    except BadInput as refused:
        return refused.key


def _with_population(figures: Figures) -> Figures:
    rows = (
        AreaFigures(area.code, area.name, area.inhabitants, {**area.values, "population": area.inhabitants})
        for area in figures.areas
    )
    return Figures(tuple(rows), figures.sha256)


class TestEveryDivision:
    @patiently
    @given(models(), figure_sets())
    def test_is_exact_or_refused_with_a_known_reason(self, read: Model, figures: Figures) -> None:
        division = outcome(read, figures)
        if isinstance(division, str):
            assert division in {
                "city_above_pot",
                "bases_above_pot",
                "floors_above_pot",
                "no_units",
                "nothing_known",
            }
            return
        assert sum(one.cents for one in division.city) + sum(area.cents for area in division.areas) == read.total_cents
        for area in division.areas:
            assert area.cents == sum(one.cents for one in area.earmarks.values()) == sum(x.cents for x in area.lines)
            for amount in area.earmarks.values():
                assert amount.cents % read.rounding_cents == 0
                assert not amount.components or sum(amount.components.values()) == amount.cents

    @patiently
    @given(models(), figure_sets(), st.randoms())
    def test_does_not_depend_on_the_order_of_the_rows(self, read: Model, figures: Figures, random: Random) -> None:
        shuffled = list(figures.areas)
        random.shuffle(shuffled)
        assert outcome(read, figures) == outcome(read, Figures(tuple(shuffled), figures.sha256))

    @patiently
    @given(models(), figure_sets(), st.integers(2, 50))
    def test_does_not_depend_on_the_scale_of_a_count(self, read: Model, figures: Figures, scale: int) -> None:
        def scaled(area: AreaFigures) -> AreaFigures:
            low = area.values["low_income"]
            values = {**area.values, "low_income": None if low is None else low * scale}
            return AreaFigures(area.code, area.name, area.inhabitants, values)

        first = outcome(read, figures)
        second = outcome(read, Figures(tuple(map(scaled, figures.areas)), figures.sha256))
        if isinstance(first, Division) and isinstance(second, Division):
            assert [area.earmarks for area in first.areas] == [area.earmarks for area in second.areas]
        else:
            assert first == second

    @patiently
    @given(figure_sets())
    def test_does_not_change_when_an_empty_area_joins(self, figures: Figures) -> None:
        read = model(earmark(base_cents=10), empty_area="no_base")
        empty = AreaFigures("WK999999", "Empty", Fraction(0), {})
        first = outcome(read, figures)
        second = outcome(read, Figures((*figures.areas, empty), figures.sha256))
        assert isinstance(first, Division)
        assert isinstance(second, Division)
        assert second.areas[:-1] == first.areas
        assert second.areas[-1].cents == 0


class TestRaisingAWeight:
    @patiently
    @given(
        st.lists(st.tuples(st.integers(1, 900), st.integers(0, 900)), min_size=2, max_size=8),
        st.fractions(0, Fraction(9, 10), max_denominator=50),
    )
    def test_raises_exactly_the_areas_that_have_more_of_it(self, rows: list[tuple[int, int]], weight: Fraction) -> None:
        """An area gains when its share of the criterion is above its share of the others together."""
        rows = [(rows[0][0], rows[0][1] + 1), *rows[1:]]
        children, low = (sum(column) for column in zip(*rows, strict=True))
        before, after = (_targets(rows, one) for one in (weight, weight + Fraction(1, 10)))
        for (own_children, own_low), old, new in zip(rows, before, after, strict=True):
            gain = Fraction(own_low, low) - Fraction(own_children, children)
            assert (new - old > 0) == (gain > 0)
            assert (new - old < 0) == (gain < 0)


def _targets(rows: list[tuple[int, int]], weight: Fraction) -> list[Fraction]:
    """Exact amounts before rounding, read back from the units and prices of the explanation."""
    read = model(earmark(criterion("children", str(1 - weight)), criterion("low_income", str(weight))))
    areas = [
        AreaFigures(f"WK9999{place:02}", "A", Fraction(1), {"children": Fraction(one), "low_income": Fraction(two)})
        for place, (one, two) in enumerate(rows)
    ]
    division = divide(read, Figures(tuple(areas), "0" * 64))
    return [
        sum((Fraction(line.units or 0) * Fraction(line.cents_per_unit or 0) for line in area.lines), Fraction(0))
        for area in division.areas
    ]


bounded = st.lists(
    st.tuples(st.integers(0, 60), st.integers(0, 30), st.one_of(st.just(10**6), st.integers(0, 40))),
    min_size=1,
    max_size=7,
)


class TestFit:
    @given(bounded, st.integers(0, 200))
    def test_finds_the_same_amounts_as_trying_every_combination(
        self, rows: list[tuple[int, int, int]], total: int
    ) -> None:
        targets, lower = [row[0] for row in rows], [row[1] for row in rows]
        upper = [row[1] + row[2] for row in rows]
        expected = _by_trying(targets, lower, upper, total)
        assert _fitted(targets, total, lower=lower, upper=upper) == expected

    @given(bounded, st.integers(0, 200))
    def test_refuses_only_floors_above_the_total_when_there_are_no_caps(
        self, rows: list[tuple[int, int, int]], total: int
    ) -> None:
        targets, lower = [row[0] + 1 for row in rows], [row[1] for row in rows]
        fitted = _fitted(targets, total, lower=lower)
        assert (fitted is None) == (sum(lower) > total)
        assert fitted is None or sum(fitted) == total
        assert fitted is None or all(one >= low for one, low in zip(fitted, lower, strict=True))

    def test_says_exactly_how_much_is_short(self) -> None:
        with pytest.raises(DoesNotFit) as refused:
            fit([1, 2], 100, lower=[60, 43])
        assert refused.value.shortfall == 3


def _fitted(
    targets: list[int], total: int, *, lower: list[int], upper: list[int] | None = None
) -> list[Fraction] | None:
    try:
        exact = fit(targets, total, lower=lower, upper=upper)
    except DoesNotFit:
        return None
    return [Fraction(one, exact.denominator) for one in exact.numerators]


def _by_trying(targets: list[int], lower: list[int], upper: list[int], total: int) -> list[Fraction] | None:
    """Solve on every piece between two turns, without any cleverness; None when no factor fits."""

    def clipped(factor: Fraction) -> list[Fraction]:
        rows = zip(targets, lower, upper, strict=True)
        return [min(max(factor * target, Fraction(low)), Fraction(high)) for target, low, high in rows]

    bounds = [
        Fraction(bound, target) for target, *pair in zip(targets, lower, upper, strict=True) if target for bound in pair
    ]
    turns = sorted({Fraction(0), *bounds})
    for factor in turns:
        if sum(clipped(factor)) == total:
            return clipped(factor)
    for low, high in pairwise(turns):
        first, last = sum(clipped(low)), sum(clipped(high))
        if first < total < last:
            return clipped(low + (high - low) * (total - first) / (last - first))
    return None
