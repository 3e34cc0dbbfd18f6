"""The card of a figure, and the sign for how sure: never a value without its doubt, never a colour alone."""

import re
from collections.abc import Iterator
from dataclasses import replace

import pytest
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st

from tests.web.test_parts_charts import drawn
from wijkaanzet.web.parts.dots import Benchmark, scale_around
from wijkaanzet.web.parts.figure_cards import FigureCard
from wijkaanzet.web.parts.sure import Certainty, Sure

SURE = Sure(text="Higher than in Tilburg. That is probably no accident.", certainty="weak")
CARD = FigureCard(
    title="Feeling lonely",
    value=52.34,
    interval=(47.9, 56.6),
    benchmark=Benchmark(name="Tilburg", value=44.7),
    unit="of the adults",
    sign="%",
    decimals=1,
    sure=SURE,
    href="/lonely/",
    source="RIVM",
    period="2020",
)


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    with translation.override("en"):
        yield


def html(card: FigureCard, language: str = "en") -> str:
    return re.sub(r"\s+", " ", drawn("figure_card", card, language))


class TestFigureCard:
    def test_says_value_doubt_comparison_source_and_that_nobody_talked_about_it(self) -> None:
        shown = html(CARD)
        for words in (
            '<a href="/lonely/">Feeling lonely</a>',
            "<b>52.3%</b> of the adults",
            "The real number is probably between 47.9 and 56.6.",
            SURE.text,
            "Source: RIVM, 2020.",
            "not yet discussed",
        ):
            assert words in shown

    def test_says_in_words_what_its_picture_shows(self) -> None:
        assert "52.3%. Probably between 47.9 and 56.6. Tilburg: 44.7%." in html(CARD)

    def test_is_never_coloured(self) -> None:
        assert "wz-dot-stone" in html(replace(CARD, discussed=True))
        assert "not yet discussed" not in html(replace(CARD, discussed=True))

    def test_draws_nothing_when_there_is_nothing_to_see_beside_the_value(self) -> None:
        assert 'role="img"' not in html(replace(CARD, interval=None, benchmark=None))

    def test_draws_a_benchmark_without_an_interval_and_the_other_way_round(self) -> None:
        assert "wz-interval" not in html(replace(CARD, interval=None))
        assert "wz-city" not in html(replace(CARD, benchmark=None))

    def test_shows_the_reason_in_place_of_a_value(self) -> None:
        shown = html(replace(CARD, value=None, missing="Too few people to show", sure=None))
        assert "Too few people to show" in shown
        assert not re.search(r"52|47\.9|44\.7|role=\"img\"", shown)

    @pytest.mark.parametrize("change", [{"value": None}, {"missing": "Not known"}])
    def test_refuses_no_value_without_a_reason(self, change) -> None:
        with pytest.raises(ValueError, match="says why"):
            replace(CARD, **change)

    @given(st.lists(st.floats(-1e5, 1e5).map(lambda one: round(one, 2)), min_size=1, max_size=4))
    def test_has_a_scale_that_holds_all_its_values(self, numbers: list[float]) -> None:
        low, high = scale_around(None, *numbers)
        assert low <= min(numbers)
        assert high >= max(numbers)
        assert low < high
        assert low >= 0 or min(numbers) < 0


class TestSure:
    @pytest.mark.parametrize(("certainty", "filled"), [("strong", 3), ("weak", 2), ("chance", 1), ("unknown", 0)])
    def test_says_it_in_words_and_in_a_number_of_dots(self, certainty: Certainty, filled: int) -> None:
        shown = drawn("sure", replace(SURE, certainty=certainty))
        assert SURE.text in shown
        assert shown.count("<circle") == 3
        assert shown.count("wz-sure-filled") == filled
        assert 'aria-hidden="true"' in shown
