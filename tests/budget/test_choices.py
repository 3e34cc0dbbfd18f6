"""What a policy officer chooses is the model file that says the same, to the cent."""

from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wijkaanzet.budget.rules.choices import blank, choices_of, criterion_of, key_of, model_text
from wijkaanzet.budget.rules.model import CityPart, Floor, MissingRule, UnitKind
from wijkaanzet.budget.rules.model_file import load_model
from wijkaanzet.demo.build import DATA


@pytest.mark.parametrize("city", ["amersfoort", "tilburg"])
def test_the_choices_of_a_model_are_that_model(city: str) -> None:
    model = load_model((DATA / f"{city}-model-2017.json").read_bytes())
    again = load_model(model_text(choices_of(model)).encode())
    assert replace(again, sha256=model.sha256) == model


@given(
    cents=st.lists(st.integers(0, 10**12), min_size=1, max_size=6).filter(any),
    weights=st.lists(st.integers(1, 97), min_size=1, max_size=5),
)
def test_every_amount_stands_in_the_model_to_the_cent(cents: list[int], weights: list[int]) -> None:
    layout = load_model((DATA / "tilburg-model-2017.json").read_bytes()).figures
    start = blank([f"pot-{n}" for n in range(len(cents))], [], year=2018, figures=layout)
    whole = sum(weights)
    criteria = tuple(
        criterion_of(f"kolom{n}", f"Kolom {n}", of="", weight=Fraction(weight, whole))
        for n, weight in enumerate(weights)
    )
    pots = (
        replace(pot, cents=amount, criteria=criteria, city=CityPart(Fraction(0), ()), floor=Floor(0, 0))
        for pot, amount in zip(start.earmarks, cents, strict=True)
    )
    model = load_model(model_text(replace(start, name="x", earmarks=tuple(pots))).encode())
    assert model.total_cents == sum(cents)
    assert [one.share * model.total_cents for one in model.earmarks] == [amount for amount in cents if amount]


def test_a_count_must_be_known_and_a_percentage_may_be_estimated() -> None:
    count = criterion_of("inwoners", "Inwoners", of="", weight=Fraction(1))
    part = criterion_of("p_65", "65 jaar en ouder", of="inwoners", weight=Fraction(1))
    assert (count.kind, count.of, count.missing) == (UnitKind.COUNT, None, MissingRule.REFUSE)
    assert (part.kind, part.of, part.missing) == (UnitKind.PERCENTAGE, "inwoners", MissingRule.MUNICIPALITY_RATE)


@pytest.mark.parametrize(
    ("label", "key"),
    [
        ("Kinderen (0–14 jaar)", "kinderen-0-14-jaar"),
        ("Eén ouder", "een-ouder"),
        ("  --  ", ""),
        ("x" * 59 + " yz", "x" * 59),
    ],
)
def test_a_label_becomes_a_key(label: str, key: str) -> None:
    assert key_of(label) == key
