"""Charts: every number can be read, nothing is ranked, and the words are no surer than the figures."""

import re
from itertools import pairwise

import pytest
from django.template import Context, Template
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st

from tests.web.test_parts_look import contrast
from wijkaanzet.web.parts.charts import BarChart, DotChart
from wijkaanzet.web.parts.lines import HEIGHT, LINE, TOP, Line, LineChart, apart, round_steps
from wijkaanzet.web.parts.timeline import Event, Progress, Timeline

figures = st.floats(-1e6, 1e6).map(lambda value: round(value, 2))
YEARS = ("2014", "2015", "2016", "2017")


def drawn(tag: str, part: object, language: str = "en") -> str:
    with translation.override(language):
        return Template("{% load parts %}{% " + tag + " part %}").render(Context({"part": part}))


def chart(*values: float | None, break_at: int | None = None) -> LineChart:
    return LineChart(
        title="Living together",
        unit="mark",
        years=YEARS[: len(values)],
        lines=(Line(label="Noord", values=values),),
        first="Year",
        break_at=break_at,
    )


def dot(value: float, low: float, high: float, city: float) -> DotChart:
    return DotChart(title="Help", value=value, low=low, high=high, city=city, unit="helps", source="sample")


@pytest.mark.parametrize(("text", "ground"), [("ink-soft", "card"), ("petrol", "card"), ("petrol", "paper")])
def test_letters_in_a_chart_can_be_read(text: str, ground: str) -> None:
    assert contrast(text, ground) >= 4.5


@pytest.mark.parametrize("shape", ["petrol", "stone", "leaf", "brick"])
def test_a_line_or_dot_stands_out(shape: str) -> None:
    assert contrast(shape, "paper") >= 3


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


class TestLineChart:
    def test_says_every_figure_in_its_table(self) -> None:
        html = drawn("line_chart", chart(61, None, 64, 7100.5))
        table = html[html.index("<table") :]
        assert all(text in table for text in ("2014", "61", "no figure", "64", "7,100.5"))

    def test_writes_figures_as_the_reader_does(self) -> None:
        assert "7.100,5" in drawn("line_chart", chart(1, 7100.5), "nl")

    def test_draws_coordinates_with_a_point_in_every_language(self) -> None:
        paths = re.findall(r' d="([^"]+)"', drawn("line_chart", chart(1.5, 2.5), "nl"))
        assert paths
        assert all(re.fullmatch(r"[ML\d. ]+", path) for path in paths)

    def test_names_a_line_at_its_end(self) -> None:
        assert re.search(r"<text[^>]*>Noord 71</text>", drawn("line_chart", chart(61, 71)))

    def test_draws_no_line_over_a_missing_year(self) -> None:
        (line,) = chart(61, 62, None, 64).drawn
        assert line.path.count("M") == 2
        assert len(line.dots) == 1

    def test_shows_a_year_that_stands_alone(self) -> None:
        (line,) = chart(61, None, 64, 65).drawn
        assert len(line.dots) == 2

    def test_draws_no_line_over_a_break_and_says_so(self) -> None:
        part = chart(61, 62, 63, 64, break_at=2)
        assert part.drawn[0].path.count("M") == 2
        assert "from 2016 on it is measured in another way" in drawn("line_chart", part)

    def test_says_in_words_what_it_shows(self) -> None:
        assert "Noord: 61 in 2014, 71 in 2015." in drawn("line_chart", chart(61, 71))

    def test_leaves_out_a_line_without_figures(self) -> None:
        assert chart(None, None).drawn == ()
        assert "<table" in drawn("line_chart", chart(None, None))

    def test_refuses_a_line_with_a_year_too_few(self) -> None:
        with pytest.raises(ValueError, match="each year"):
            LineChart(title="", unit="", years=YEARS, lines=(Line(label="Noord", values=(1,)),), first="")

    @given(st.lists(st.floats(TOP, TOP + HEIGHT), min_size=1, max_size=5))
    def test_names_do_not_lie_over_each_other(self, middles: list[float]) -> None:
        ends = {str(place): (middle, LINE) for place, middle in enumerate(middles)}
        tops = sorted(apart(ends, bottom=TOP + HEIGHT).values())
        assert all(after - before >= LINE - 1e-6 for before, after in pairwise(tops))
        assert tops[-1] + LINE <= TOP + HEIGHT + 1e-6


class TestBarChart:
    def chart(self, *values: tuple[str, float | None]) -> BarChart:
        return BarChart(title="Who lives here?", unit="people", first="Age", values=values)

    def test_keeps_the_order_it_is_given(self) -> None:
        part = self.chart(("young", 3), ("middle", 9), ("old", 5))
        assert [bar.label for bar in part.bars] == ["young", "middle", "old"]
        assert [row[0] for row in part.twin.rows] == ["young", "middle", "old"]

    def test_starts_at_zero(self) -> None:
        assert [bar.width for bar in self.chart(("a", 50), ("b", 100), ("c", 0)).bars] == ["50.0%", "100.0%", "0.0%"]

    def test_says_when_there_are_too_few_people(self) -> None:
        html = drawn("bar_chart", self.chart(("young", 3), ("old", None)))
        assert html.count("too few people to show") == 2
        assert html.count("<rect") == 1

    def test_refuses_a_bar_below_zero(self) -> None:
        with pytest.raises(ValueError, match="zero"):
            self.chart(("a", -1))


class TestDotChart:
    @pytest.mark.parametrize(
        ("city", "words"),
        [
            (33, "Higher than in the city. That is probably no accident."),
            (50, "Lower than in the city. That is probably no accident."),
            (45, "The difference with the city is too small to say anything about it."),
            (41, "The difference with the city is too small to say anything about it."),
        ],
    )
    def test_is_no_surer_than_its_interval(self, city: float, words: str) -> None:
        assert words in drawn("dot_chart", dot(41, 37, 45, city))

    def test_has_no_colour_and_no_badge_before_people_talked_about_it(self) -> None:
        html = drawn("dot_chart", dot(41, 37, 45, 33))
        assert "wz-dot-stone" in html
        assert "wz-badge" not in html

    @pytest.mark.parametrize(("city", "anchor"), [(3, "start"), (50, "middle"), (97, "end")])
    def test_keeps_the_word_for_the_city_inside_the_picture(self, city: float, anchor: str) -> None:
        assert dot(41, 37, 45, city).city_anchor == anchor

    @pytest.mark.parametrize(("low", "high"), [(42, 45), (37, 40), (-1, 45), (37, 101)])
    def test_refuses_an_interval_without_its_value(self, low: float, high: float) -> None:
        with pytest.raises(ValueError, match="interval"):
            dot(41, low, high, 33)


class TestTimeline:
    def test_says_whose_move_it_is_at_every_event(self) -> None:
        events = (
            Event(title="Proposal", state="done", who="the policy officer"),
            Event(title="Advice", state="now", who="the network"),
            Event(title="Decision", state="next", who="the executive"),
        )
        html = drawn("timeline", Timeline(title="How it goes", events=events))
        for words in ("Done by the policy officer", "Now to move: the network", "Then to move: the executive"):
            assert words in html
        assert html.count('aria-current="step"') == 1

    def test_counts_the_steps_in_words(self) -> None:
        html = drawn(
            "progress", Progress(title="Steps", labels=("One", "Two", "Three"), now=2, hrefs=("/one/", "/two/"))
        )
        assert "Step 2 of 3" in html
        assert re.findall(r'href="([^"]+)"', html) == ["/one/"]
