"""The catalogue that comes with the product is whole, and says what a resident can read."""

import re
from collections import Counter

import pytest

from tests.helpers.plain_dutch import findings
from wijkaanzet.scans.rules.catalogue import (
    Alias,
    Indicator,
    IndicatorKind,
    Method,
    Polarity,
    PublishedTable,
    Resource,
    TableStatus,
    catalogue,
    indicator,
    indicators,
    table,
    tables,
)
from wijkaanzet.scans.rules.columns import LONGEST_LABEL, LONGEST_UNIT

ALL = pytest.mark.parametrize("one", indicators(), ids=lambda one: one.key)
SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[A-Z])")
LONGEST_SENTENCE = 20  # words


def published() -> set[str]:
    return {alias.indicator for layer in catalogue().layers.values() for alias in layer.aliases}


@pytest.mark.done("4.indicator-card")
@ALL
def test_words_fit_where_they_stand(one: Indicator) -> None:
    assert len(one.label) <= LONGEST_LABEL
    assert len(one.english) <= LONGEST_LABEL
    assert len(one.unit) <= LONGEST_UNIT
    assert len(one.definition) < 200
    assert one.definition.endswith(".")


@ALL
def test_sentences_are_short(one: Indicator) -> None:
    for text in (one.definition, *one.pitfalls, one.break_reason, one.small_numbers.text if one.small_numbers else ""):
        for sentence in SENTENCE.split(text):
            assert len(sentence.split()) <= LONGEST_SENTENCE, sentence


def test_all_sentences_together_are_plain_dutch() -> None:
    said = {text for one in indicators() for text in (one.definition, *one.pitfalls)}
    assert findings("".join(f"<p>{text}</p>" for text in sorted(said))) == []


@pytest.mark.parametrize("words", ["label", "english"])
def test_no_words_stand_twice(words: str) -> None:
    counted = Counter(getattr(one, words).casefold() for one in indicators())
    assert [label for label, times in counted.items() if times > 1] == []


@ALL
def test_every_indicator_is_published_in_some_layer(one: Indicator) -> None:
    assert one.key in published()


@ALL
def test_a_share_says_of_what(one: Indicator) -> None:
    if one.kind in (IndicatorKind.PERCENTAGE, IndicatorKind.RATE, IndicatorKind.MEAN):
        assert one.of or one.base


@ALL
def test_what_is_modelled_says_that_a_project_cannot_be_seen_in_it(one: Indicator) -> None:
    if one.method is Method.MODELLED:
        assert any("model" in pitfall for pitfall in one.pitfalls)


@pytest.mark.parametrize(
    "key",
    [
        "jonger-dan-15", "65-en-ouder", "westerse-achtergrond", "niet-westerse-achtergrond", "herkomst-nederland",
        "herkomst-europa", "herkomst-buiten-europa", "stedelijkheid", "bevolkingsdichtheid", "eenpersoonshuishoudens",
        "mantelzorgers", "jeugdzorg", "wmo-per-1000", "bijstand", "koopwoningen", "woz-waarde", "inkomen-per-inwoner",
        "sociaal-economische-score",
    ],
)  # fmt: skip
def test_who_lives_somewhere_is_not_judged(key: str) -> None:
    assert indicator(key).polarity is Polarity.NO_JUDGEMENT


@pytest.mark.parametrize(
    ("key", "polarity"),
    [
        ("eenzaam", Polarity.LOWER_BETTER),
        ("moeite-met-rondkomen", Polarity.LOWER_BETTER),
        ("regie-over-eigen-leven", Polarity.HIGHER_BETTER),
        ("ervaren-gezondheid", Polarity.HIGHER_BETTER),
        ("afstand-huisarts", Polarity.LOWER_BETTER),
        ("leefbaarheid", Polarity.HIGHER_BETTER),
    ],
)
def test_where_everybody_agrees_a_direction_is_given(key: str, polarity: Polarity) -> None:
    assert indicator(key).polarity is polarity


def test_informal_carers_belong_to_living_together() -> None:
    carers = indicator("mantelzorgers")
    assert (carers.resource, carers.theme.key) == (Resource.SOCIAL, "samen")


def test_every_resource_has_its_indicators() -> None:
    assert {one.resource for one in indicators()} == set(Resource)


@pytest.mark.parametrize("key", ["herkomst-europa", "herkomst-buiten-europa"])
def test_the_new_division_by_origin_is_no_bridge_from_the_old(key: str) -> None:
    new = indicator(key)
    old = indicator(new.supersedes)
    assert new.break_reason
    assert old.valid_to is not None
    assert {alias.indicator for alias in _names("a_w_all") + _names("a_nw_all")}.isdisjoint({new.key})


def _names(header: str) -> list[Alias]:
    name = header.replace("_", "")
    return [alias for layer in catalogue().layers.values() for alias in layer.aliases if alias.header == name]


def test_income_says_that_it_is_censored() -> None:
    assert any("als 95" in pitfall for pitfall in indicator("personen-laagste-inkomens").pitfalls)


def test_an_unknown_key_is_refused() -> None:
    with pytest.raises(LookupError):
        indicator("geluk-in-de-liefde")
    with pytest.raises(LookupError):
        table("12345NED")


@pytest.mark.parametrize("year", [*range(1995, 2002, 2), *range(2003, 2026)])
def test_every_year_has_its_tables(year: int) -> None:
    here = {one.key for one in tables() if year in one.years and one.publisher.key == "cbs"}
    assert f"kwb-{year}" in here
    assert any(key.upper().endswith("NED") or key.isdigit() for key in here)


@pytest.mark.parametrize(
    ("key", "year", "follows"),
    [("85318NED", 2022, 2022), ("50090NED", 2012, 2020), ("50090NED", 2020, 2020), ("50120NED", 2022, None)],
)
def test_the_map_of_a_table_need_not_be_that_of_its_figures(key: str, year: int, follows: int | None) -> None:
    assert table(key).map_year(year) == follows


def test_the_newest_figures_are_provisional() -> None:
    assert table("86165NED").status is TableStatus.PROVISIONAL
    assert table("84583NED").status is TableStatus.DEFINITE


def test_counts_were_rounded_to_ten_and_are_to_five() -> None:
    assert (table("kwb-2008").rounding_base, table("kwb-2022").rounding_base) == (10, 5)
    assert indicator("inwoners").rounding_base == 5


@pytest.mark.parametrize("one", tables(), ids=lambda one: one.key)
def test_every_table_says_whose_it_is_and_under_which_licence(one: PublishedTable) -> None:
    assert one.address.startswith("https://")
    assert one.publisher.licence
    assert one.publisher.attribution.startswith("Bron: ")
