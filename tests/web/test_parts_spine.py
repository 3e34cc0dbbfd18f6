"""The spine chart: each figure beside the same benchmark, as sure as it is, in the order given."""

import re
from collections.abc import Iterator
from dataclasses import replace

import pytest
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st

from tests.web.test_parts_charts import drawn
from tests.web.test_parts_look import contrast
from wijkaanzet.web.parts.notices import Badge
from wijkaanzet.web.parts.spine import SpineChart, SpineRow, Spread
from wijkaanzet.web.parts.spine_drawing import NARROW, Ruler

LONELY = SpineRow(
    label="Feeling lonely",
    value=52.3,
    interval=(47.9, 56.6),
    benchmark=44.7,
    spread=Spread(lowest=36.2, middle=(42.1, 48.0), highest=55.0),
    sign="%",
    unit="of the adults",
    decimals=1,
    sure="Higher than in the city.",
    href="/lonely/",
)
FEW = SpineRow(label="Help with money", value=None, missing="Too few people to show")
BARE = SpineRow(label="Children", value=18.4, sign="%")
values = st.floats(-1e5, 1e5, allow_nan=False)


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    with translation.override("en"):
        yield


def chart(*rows: SpineRow) -> SpineChart:
    return SpineChart(title="Noord beside Tilburg", first="Figure", area="Noord", benchmark="Tilburg, 2020", rows=rows)


def html(*rows: SpineRow, language: str = "en") -> str:
    return re.sub(r"\s+", " ", drawn("spine_chart", chart(*rows), language))


def percent(text: str) -> float:
    return float(text.rstrip("%"))


@pytest.mark.parametrize(
    ("shape", "ground"), [("ink", "stone-tint"), ("ink", "line-strong"), ("line-strong", "paper"), ("stone", "card")]
)
def test_what_means_something_stands_out_from_what_lies_under_it(shape: str, ground: str) -> None:
    assert contrast(shape, ground) >= 3


class TestSpineChart:
    def test_keeps_the_order_it_is_given(self) -> None:
        rows = (LONELY, FEW, BARE, replace(LONELY, label="Again"))
        part = chart(*rows)
        assert [one.row for one in part.drawn] == [*rows]
        assert [row.label for row in part.twin.rows] == [row.label for row in rows]

    def test_puts_every_benchmark_in_the_middle(self) -> None:
        rows = chart(LONELY, replace(LONELY, benchmark=36.2), replace(LONELY, benchmark=55.0)).drawn
        assert {one.benchmark_x for one in rows} == {"50.0%"}

    def test_says_in_words_what_a_row_shows(self) -> None:
        said = (
            "Noord: 52.3% of the adults. Probably between 47.9% and 56.6%. Tilburg, 2020: 44.7%. "
            "The neighbourhoods lie between 36.2% and 55.0%. The middle half lies between 42.1% and 48.0%. "
            "Higher than in the city."
        )
        assert f'<desc id="spine-0-desc">{said}</desc>' in html(LONELY)

    def test_says_no_more_than_it_knows(self) -> None:
        assert chart(BARE).drawn[0].words == ("Noord: 18.4%.",)

    def test_gives_all_of_it_as_a_table(self) -> None:
        (row, bare) = chart(LONELY, BARE).twin.rows
        assert row.cells == (
            "52.3%", "47.9% and 56.6%", "44.7%", "36.2%", "55.0%", "Higher than in the city.",
        )  # fmt: skip
        assert row.href == "/lonely/"
        assert bare.cells == ("18.4%", "not known", "not known", "not known", "not known", "not compared")

    def test_shows_a_reason_in_place_of_a_figure_and_draws_nothing(self) -> None:
        shown = html(FEW)
        assert shown.count("Too few people to show") == 2
        assert 'role="img"' not in shown

    def test_draws_no_bar_whisker_or_mark_that_is_not_known(self) -> None:
        rows = html(BARE).split('class="wz-spine-rows"')[1]
        assert not re.search("wz-spread|wz-reach|wz-city", rows)
        assert "wz-point" in rows

    def test_explains_only_the_signs_that_it_uses(self) -> None:
        assert "the lowest to the highest" in html(LONELY)
        assert "the lowest to the highest" not in html(BARE)
        assert "here lies the real number" not in html(BARE)

    def test_names_no_other_neighbourhood(self) -> None:
        assert re.findall(r'href="([^"]+)"', html(LONELY)) == ["/lonely/"] * 2

    def test_has_no_colour_arrow_or_badge_before_people_talked_about_it(self) -> None:
        shown = html(LONELY)
        assert "wz-dot-stone" in shown
        assert not re.search("wz-badge|wz-dot-(leaf|brick|petrol)|[↑↓▲▼]", shown)

    def test_shows_a_colour_with_the_word_that_people_found(self) -> None:
        talked = replace(LONELY, tone="brick", badge=Badge(label="Worry", tone="brick"))
        assert "wz-dot-brick" in html(talked)
        assert "Worry" in html(talked)

    def test_writes_numbers_as_the_reader_does_and_places_with_a_point(self) -> None:
        shown = html(LONELY, language="nl")
        assert "52,3%" in shown
        assert not re.search(r' (?:x|x1|x2|cx|width)="[\d.]+,', shown)


class TestSpineRow:
    @pytest.mark.parametrize(
        ("change", "words"),
        [
            ({"value": None}, "says why"),
            ({"missing": "Not known"}, "says why"),
            ({"interval": (53, 60)}, "inside its interval"),
            ({"tone": "leaf"}, "badge"),
        ],
    )
    def test_refuses_what_does_not_fit(self, change, words: str) -> None:
        with pytest.raises(ValueError, match=words):
            replace(LONELY, **change)

    def test_refuses_a_middle_half_outside_the_lowest_and_highest(self) -> None:
        with pytest.raises(ValueError, match="middle half"):
            Spread(lowest=1, middle=(0, 2), highest=3)


class TestRuler:
    @given(values, st.lists(values, min_size=5, max_size=5))
    def test_keeps_everything_inside_the_picture(self, benchmark: float, numbers: list[float]) -> None:
        lowest, low, value, high, highest = sorted(numbers)
        spread = Spread(lowest=lowest, middle=(low, high), highest=highest)
        ruler = Ruler.around(benchmark, spread, value, low, high)
        places = [percent(ruler.at(number)) for number in (*numbers, benchmark)]
        assert all(0 <= place <= 100 for place in places)
        assert ruler.at(benchmark) == "50.0%"

    @given(values, values)
    def test_keeps_the_order_of_two_values(self, one: float, other: float) -> None:
        low, high = sorted((one, other))
        ruler = Ruler.around(None, Spread(lowest=low, highest=high), low)
        assert percent(ruler.at(low)) <= percent(ruler.at(high))

    def test_a_value_without_others_does_not_stand_at_the_edge(self) -> None:
        assert percent(Ruler.around(15.9, None, 18.4).at(18.4)) < 80

    def test_the_numbers_of_a_narrow_bar_stand_outside_it(self) -> None:
        spread = Spread(lowest=40, highest=42)
        ruler = Ruler.around(41, spread, 41, 20, 62)
        assert [end.anchor for end in ruler.ends(spread)] == ["end", "start"]
        wide = Ruler.around(41, spread, 41)
        assert percent(wide.at(42)) - percent(wide.at(40)) > NARROW
        assert [end.anchor for end in wide.ends(spread)] == ["start", "end"]
