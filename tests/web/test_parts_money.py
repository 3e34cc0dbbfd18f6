"""Money in tables, bars and explanations: what is shown adds up."""

from fractions import Fraction

import pytest
from django.template.loader import render_to_string
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st

from wijkaanzet.web.numbers import percentage, price, units
from wijkaanzet.web.pages import WhyPage
from wijkaanzet.web.parts.explanation import Explanation, ExplanationLine
from wijkaanzet.web.parts.money import MoneyBar, MoneyRow, MoneyTable, Share
from wijkaanzet.web.templatetags.parts import euros, in_words, money_bar, number

cents = st.integers(0, 10**13)


@given(st.lists(cents, min_size=1, max_size=8).filter(any))
def test_a_bar_always_adds_up_to_one_hundred_euro(amounts: list[int]) -> None:
    pieces = MoneyBar(shares=tuple(Share(label="voor iets", cents=amount) for amount in amounts)).pieces
    assert sum(piece.euros for piece in pieces) == 100


def test_a_bar_without_money_says_so() -> None:
    bar = MoneyBar(shares=(Share(label="voor jeugd", cents=0),))
    with translation.override("en"):
        html = render_to_string("web/parts/money_bar.html", money_bar(bar))
    assert "No money has been divided yet." in html
    assert "<rect" not in html


def test_a_bar_says_the_same_in_a_sentence_as_in_its_pieces() -> None:
    bar = MoneyBar(shares=(Share(label="for youth", cents=5500), Share(label="still free", cents=4500)))
    with translation.override("en"):
        html = render_to_string("web/parts/money_bar.html", money_bar(bar))
    assert "Of every 100 euro, about 55 euros for youth and 45 euros still free." in html
    assert 'width="55%"' in html
    assert html.count("<svg") == html.count('aria-hidden="true"')


def test_the_bottom_line_of_a_table_is_the_sum_of_its_rows() -> None:
    table = MoneyTable(
        caption="Het geld van 2018",
        first="2018",
        columns=("Verdeeld", "Nog vrij"),
        rows=(MoneyRow(label="Jeugd", cents=(10001, 1)), MoneyRow(label="Volwassenen", cents=(20002, None))),
    )
    assert table.totals == (30003, 1)
    html = render_to_string("web/parts/money_table.html", {"part": table})
    assert "€\u00a0300,03" in html
    assert html.count('scope="row"') == 3


def test_an_amount_never_breaks_over_two_lines() -> None:
    assert euros(156545360) == "€\u00a01.565.453,60"


def test_an_amount_is_written_in_the_language_of_the_page() -> None:
    with translation.override("en"):
        assert (euros(146357091), euros(-500)) == ("€1,463,570.91", "-€5.00")
        assert price("123456.789") == "€1,234.567890"
    with translation.override("nl"):
        assert price("6053.8935") == "€\u00a060,538935"


@pytest.mark.parametrize(("exact", "shown"), [("20690", "20.690"), ("3129.1", "3.129,1"), ("1/3", "0,33")])
def test_a_count_has_as_many_decimals_as_it_needs_and_at_most_two(exact: str, shown: str) -> None:
    with translation.override("nl"):
        assert units(exact) == shown


def test_a_share_that_no_percentage_holds_stays_a_fraction() -> None:
    with translation.override("nl"):
        assert [percentage(Fraction(one)) for one in ("0.45", "1/3", "0.125")] == ["45%", "1/3", "12,5%"]


def test_a_number_is_written_in_the_language_of_the_page() -> None:
    with translation.override("nl"):
        assert number(20010) == "20.010"
    with translation.override("en"):
        assert number(20010) == "20,010"


def test_a_list_is_written_as_a_sentence_says_it() -> None:
    with translation.override("en"):
        assert in_words(("a", "b", "c")) == "a, b and c"
        assert in_words(("a",)) == "a"
        assert in_words(()) == ""


def why(*, amount_cents: int) -> WhyPage:
    lines = (ExplanationLine(label="Vast bedrag", cents=2000000), ExplanationLine(label="Afronding", cents=-1))
    return WhyPage(
        name="Noord",
        slug="noord",
        year=2018,
        amount_cents=amount_cents,
        total_cents=9999999,
        city=(),
        divided_cents=9999999,
        area_count=11,
        parts=(Explanation(title="Jeugd", lines=lines),),
    )


def test_the_why_page_says_whether_its_lines_are_the_amount() -> None:
    assert why(amount_cents=1999999).adds_up
    assert not why(amount_cents=2000000).adds_up


def test_lines_that_do_not_add_up_are_told_to_the_reader() -> None:
    with translation.override("en"):
        html = render_to_string("web/includes/why_total.html", {"page": why(amount_cents=2000000)})
    assert "this must not happen" in html
