"""The line chart: no line over what cannot be compared, and the table says what the picture shows."""

import re
from collections.abc import Iterator
from itertools import pairwise

import pytest
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st

from tests.web.test_parts_charts import drawn
from wijkaanzet.web.parts.lines import LINE, Break, Interval, Line, LineChart, apart
from wijkaanzet.web.parts.plane import HEIGHT, TOP, round_steps
from wijkaanzet.web.parts.written import written

figures = st.floats(-1e6, 1e6).map(lambda value: round(value, 2))
YEARS = ("2014", "2015", "2016", "2017")
PHONE = "People could also answer by telephone."
BORDER = "The borders of the neighbourhood changed."


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    with translation.override("en"):
        yield


def chart(*values: float | None, breaks: tuple[Break, ...] = (), years: tuple[str, ...] = YEARS) -> LineChart:
    return chart_of(Line(label="Noord", values=values), breaks=breaks, years=years[: len(values)])


def chart_of(*lines: Line, breaks: tuple[Break, ...] = (), years: tuple[str, ...] = YEARS) -> LineChart:
    return LineChart(title="Living together", unit="mark", years=years, lines=lines, first="Year", breaks=breaks)


def sure(*intervals: Interval | None, provisional: frozenset[int] = frozenset()) -> Line:
    """A line whose values lie in the middle of their intervals."""
    values = tuple(sum(between) / 2 if between else None for between in intervals)
    return Line(label="Noord", values=values, intervals=intervals, provisional=provisional)


def table(part: LineChart, language: str = "en") -> str:
    html = drawn("line_chart", part, language)
    return re.sub(r"\s+", " ", html[html.index("<table") :])


class TestScale:
    @given(figures, figures)
    def test_holds_both_figures_in_few_steps(self, one: float, other: float) -> None:
        low, high = sorted((one, other))
        steps = round_steps(low, high)
        assert steps[0] <= low + 1e-6
        assert steps[-1] >= high - 1e-3
        assert 2 <= len(steps) <= 6

    @pytest.mark.parametrize(
        ("low", "high", "steps"),
        [(61, 71, (60, 65, 70, 75)), (0, 0, (0, 0.5)), (0.1, 0.3, (0.1, 0.2, 0.3)), (5, 100, (0, 50, 100))],
    )
    def test_is_round(self, low: float, high: float, steps: tuple[float, ...]) -> None:
        assert round_steps(low, high) == steps

    def test_holds_the_ends_of_the_intervals(self) -> None:
        scale = chart_of(sure((12, 30), (41, 79), (50, 52), (40, 60))).plane.scale
        assert scale[0] <= 12
        assert scale[-1] >= 79


class TestWritten:
    @pytest.mark.parametrize(
        ("value", "decimals", "text"),
        [(44.25, 1, "44.3"), (44.7000000001, 1, "44.7"), (-0.04, 1, "0.0"), (7100.5, None, "7,100.5"), (12, 0, "12")],
    )
    def test_rounds_half_up_and_marks_thousands(self, value: float, decimals: int | None, text: str) -> None:
        assert written(value, decimals) == text


class TestLineChart:
    def test_says_every_figure_in_its_table(self) -> None:
        assert all(text in table(chart(61, None, 64, 7100.5)) for text in ("2014", "61", "no figure", "64", "7,100.5"))

    def test_writes_figures_as_the_reader_does(self) -> None:
        assert "7.100,5" in drawn("line_chart", chart(1, 7100.5), "nl")

    def test_draws_coordinates_with_a_point_in_every_language(self) -> None:
        paths = re.findall(r' d="([^"]+)"', drawn("line_chart", chart_of(sure((1, 2.5), (2, 3), None, (4, 5))), "nl"))
        assert len(paths) == 3
        assert all(re.fullmatch(r"[MLZ\d. ]+", path) for path in paths)

    def test_names_a_line_at_its_end(self) -> None:
        assert re.search(r"<text[^>]*>Noord 71</text>", drawn("line_chart", chart(61, 71)))

    def test_draws_no_line_over_a_missing_year(self) -> None:
        (line,) = chart(61, 62, None, 64).drawn
        assert line.path.count("M") == 2
        assert len(line.dots) == 1

    def test_shows_a_year_that_stands_alone(self) -> None:
        (line,) = chart(61, None, 64, 65).drawn
        assert len(line.dots) == 2

    def test_shows_a_series_of_one_year_in_the_middle_and_says_it_once(self) -> None:
        part = chart(61)
        assert [dot.x for dot in part.drawn[0].dots] == ["50.0%"]
        assert part.sentences == ("Noord: 61 in 2014.",)
        assert [year.label for year in part.years_shown] == ["2014"]

    def test_says_in_words_what_it_shows(self) -> None:
        assert "Noord: 61 in 2014, 71 in 2015." in drawn("line_chart", chart(61, 71))

    def test_leaves_out_a_line_without_figures(self) -> None:
        assert chart(None, None).drawn == ()
        assert "<table" in drawn("line_chart", chart(None, None))

    def test_gives_years_the_room_they_took(self) -> None:
        part = chart(1, 2, 3, years=("2010", "2018", "2020"))
        assert [year.x for year in part.years_shown] == ["0.0%", "80.0%", "100.0%"]
        assert [year.roomy for year in part.years_shown] == [True, False, True]

    def test_leaves_out_years_that_would_lie_over_each_other(self) -> None:
        years = tuple(map(str, range(1990, 2021)))
        shown = chart(*range(31), years=years).years_shown
        places = sorted(float(year.x.rstrip("%")) for year in shown)
        assert {"1990", "2020"} <= {year.label for year in shown}
        assert all(after - before >= 8 for before, after in pairwise(places))

    def test_refuses_a_line_with_a_year_too_few(self) -> None:
        with pytest.raises(ValueError, match="each year"):
            chart_of(Line(label="Noord", values=(1,)))

    def test_refuses_years_out_of_order(self) -> None:
        with pytest.raises(ValueError, match="in order"):
            chart(1, 2, years=("2015", "2014"))

    @given(st.lists(st.floats(TOP, TOP + HEIGHT), min_size=1, max_size=5))
    def test_names_do_not_lie_over_each_other(self, middles: list[float]) -> None:
        ends = {str(place): (middle, LINE) for place, middle in enumerate(middles)}
        tops = sorted(apart(ends, bottom=TOP + HEIGHT).values())
        assert all(after - before >= LINE - 1e-6 for before, after in pairwise(tops))
        assert tops[-1] + LINE <= TOP + HEIGHT + 1e-6


class TestBreaks:
    def test_no_line_is_drawn_over_a_break(self) -> None:
        assert chart(61, 62, 63, 64, breaks=(Break(at=2, note=PHONE),)).drawn[0].path.count("M") == 2

    def test_each_break_has_its_number_and_its_note(self) -> None:
        part = chart(61, 62, 63, 64, breaks=(Break(at=3, note=BORDER), Break(at=1, note=PHONE)))
        html = re.sub(r"\s+", " ", drawn("line_chart", part))
        assert [(mark.number, mark.year) for mark in part.break_marks] == [(1, "2015"), (2, "2017")]
        assert f"From 2015 on: {PHONE}" in html
        assert f"From 2017 on: {BORDER}" in html
        assert re.findall(r'wz-break-number"[^>]*>(\d)<', html) == ["1", "2"]

    def test_one_break_needs_no_number(self) -> None:
        assert "wz-break-number" not in drawn("line_chart", chart(1, 2, breaks=(Break(at=1, note=PHONE),)))

    def test_two_changes_in_one_year_are_one_break(self) -> None:
        (mark,) = chart(1, 2, breaks=(Break(at=1, note=PHONE), Break(at=1, note=BORDER))).break_marks
        assert mark.note == f"{PHONE} {BORDER}"

    def test_the_table_and_the_words_say_it_too(self) -> None:
        part = chart(61, 62, breaks=(Break(at=1, note=PHONE),))
        warning = f"From 2015 on it cannot be compared with before. {PHONE}"
        assert f"<small>{warning}</small>" in table(part)
        assert part.sentences[-1] == warning

    @pytest.mark.parametrize("at", [-1, 0, 2])
    def test_a_break_lies_between_two_years(self, at: int) -> None:
        with pytest.raises(ValueError, match="between two years"):
            chart(1, 2, breaks=(Break(at=at, note=PHONE),))


class TestIntervals:
    def test_make_a_band_that_breaks_where_the_line_breaks(self) -> None:
        part = chart_of(sure((1, 3), (2, 4), (5, 7), (5, 7)), breaks=(Break(at=2, note=PHONE),))
        assert part.drawn[0].band.count("M") == part.drawn[0].band.count("Z") == 2

    def test_of_a_year_that_stands_alone_are_a_whisker(self) -> None:
        (line,) = chart_of(sure((1, 3), None, (5, 7), (5, 7))).drawn
        assert line.whiskers.count("M") == line.band.count("M") == 1

    def test_stand_in_the_table_and_below_the_picture(self) -> None:
        part = chart_of(sure((1, 3), (2, 4), None, None))
        assert "2.0 (between 1 and 3)" in table(part)
        assert "probably lies in the shaded band" in drawn("line_chart", part)
        assert "shaded band" not in drawn("line_chart", chart(1, 2))

    def test_must_hold_their_values(self) -> None:
        with pytest.raises(ValueError, match="inside"):
            Line(label="Noord", values=(1,), intervals=((2, 3),))

    def test_are_one_for_each_value(self) -> None:
        with pytest.raises(ValueError, match="one interval"):
            Line(label="Noord", values=(1, 2), intervals=((0, 3),))


class TestProvisional:
    def test_figures_are_open_dots_and_the_table_and_the_note_say_so(self) -> None:
        part = chart_of(sure((1, 3), (1, 3), (1, 3), (1, 3), provisional=frozenset({1, 3})))
        assert [dot.hollow for dot in part.drawn[0].dots] == [True, True]
        assert table(part).count("provisional") == 2
        assert "it may still change" in drawn("line_chart", part)
