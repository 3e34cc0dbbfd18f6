"""Charts: every number can be read, nothing is ranked, and the words are no surer than the figures."""

import re
from dataclasses import replace

import pytest
from django.template import Context, Template
from django.utils import translation

from tests.web.test_parts_look import contrast
from wijkaanzet.web.parts.charts import BarChart, DotChart
from wijkaanzet.web.parts.sure import Sure
from wijkaanzet.web.parts.timeline import Event, Progress, Timeline

CHANCE = Sure(text="Too small a difference to say anything.", certainty="chance")


def drawn(tag: str, part: object, language: str = "en") -> str:
    with translation.override(language):
        return Template("{% load parts %}{% " + tag + " part %}").render(Context({"part": part}))


def dot(value: float, low: float, high: float, city: float) -> DotChart:
    return DotChart(
        title="Help", value=value, low=low, high=high, city=city, unit="helps", sure=CHANCE, source="sample"
    )


@pytest.mark.parametrize(("text", "ground"), [("ink-soft", "card"), ("petrol", "card"), ("petrol", "paper")])
def test_letters_in_a_chart_can_be_read(text: str, ground: str) -> None:
    assert contrast(text, ground) >= 4.5


@pytest.mark.parametrize("shape", ["petrol", "stone", "leaf", "brick"])
def test_a_line_or_dot_stands_out(shape: str) -> None:
    assert contrast(shape, "paper") >= 3


class TestBarChart:
    def chart(self, *values: tuple[str, float | None]) -> BarChart:
        return BarChart(title="Who lives here?", unit="people", first="Age", values=values)

    def test_keeps_the_order_it_is_given(self) -> None:
        part = self.chart(("young", 3), ("middle", 9), ("old", 5))
        assert [bar.label for bar in part.bars] == ["young", "middle", "old"]
        assert [row.label for row in part.twin.rows] == ["young", "middle", "old"]

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
    def test_says_how_sure_it_is_in_the_words_it_is_given(self) -> None:
        html = drawn("dot_chart", dot(41, 37, 45, 44))
        assert CHANCE.text in html
        assert "The real number is probably between 37 and 45." in html

    def test_says_in_words_what_it_shows(self) -> None:
        assert "41%. Probably between 37 and 45. city: 33%." in drawn("dot_chart", dot(41, 37, 45, 33))

    def test_has_no_colour_and_no_badge_before_people_talked_about_it(self) -> None:
        html = drawn("dot_chart", dot(41, 37, 45, 33))
        assert "wz-dot-stone" in html
        assert "wz-badge" not in html

    def test_refuses_a_colour_without_a_word(self) -> None:
        with pytest.raises(ValueError, match="badge"):
            replace(dot(41, 37, 45, 33), tone="brick")

    @pytest.mark.parametrize(("city", "anchor"), [(3, "start"), (50, "middle"), (97, "end")])
    def test_keeps_the_word_for_the_city_inside_the_picture(self, city: float, anchor: str) -> None:
        assert dot(41, 37, 45, city).row.mark_anchor == anchor

    @pytest.mark.parametrize(("low", "high"), [(42, 45), (37, 40), (-1, 45), (37, 101)])
    def test_refuses_an_interval_without_its_value(self, low: float, high: float) -> None:
        with pytest.raises(ValueError, match="interval"):
            dot(41, low, high, 33)

    def test_refuses_a_city_outside_the_scale(self) -> None:
        with pytest.raises(ValueError, match="compared"):
            dot(41, 37, 45, 101)


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
