"""The catalogue that comes with the product is whole, and says what a resident can read."""

import pytest

from wijkaanzet.scans.rules.catalogue import Method, Polarity, catalogue, indicator, indicators, table


def test_loneliness_is_modelled_and_better_when_it_is_lower() -> None:
    lonely = indicator("eenzaam")
    assert (lonely.method, lonely.polarity, lonely.base) == (Method.MODELLED, Polarity.LOWER_BETTER, "volwassenen")


def test_an_unknown_key_is_refused() -> None:
    with pytest.raises(LookupError):
        indicator("geluk-in-de-liefde")


def test_every_indicator_is_published_in_some_layer() -> None:
    published = {alias.indicator for layer in catalogue().layers.values() for alias in layer.aliases}
    assert [one.key for one in indicators() if one.key not in published] == []


def test_the_map_of_a_table_need_not_be_that_of_its_figures() -> None:
    assert table("50090NED").map_year(2012) == 2020
