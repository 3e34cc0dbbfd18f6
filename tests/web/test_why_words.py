"""The words around the sums of the page Why, for models and outcomes that the demo does not have."""

from dataclasses import replace
from fractions import Fraction

import pytest
from django.utils import translation

from wijkaanzet.arrangements.rules import Arrangement, parse
from wijkaanzet.budget.queries import WholeSum
from wijkaanzet.budget.rules.model import Floor, Model
from wijkaanzet.budget.rules.model_file import load_model
from wijkaanzet.demo.build import ARRANGEMENTS, DATA
from wijkaanzet.people.rules import Role
from wijkaanzet.web.budget import why_words

WHOLE = WholeSum(
    areas=2, cents=1_000_00, base_cents=200_00, raised_cents=0, raised=frozenset(), units={"kinderen": Fraction(40)}
)


@pytest.fixture
def model() -> Model:
    return load_model((DATA / "tilburg-model-2017.json").read_bytes())


@pytest.fixture
def arrangement() -> Arrangement:
    text = (ARRANGEMENTS / "tilburg.toml").read_text(encoding="utf-8")
    return parse(text, file_name="tilburg.toml", known_roles=frozenset(Role))


def with_floor(model: Model, floor: Floor) -> Model:
    return replace(model, earmarks=tuple(replace(one, floor=floor) for one in model.earmarks[:1]))


class TestFloors:
    def test_are_not_spoken_of_when_the_model_has_none(self, model: Model, arrangement: Arrangement):
        assert why_words.floors(with_floor(model, Floor(0, 0)), {"jeugd": WHOLE}, arrangement) == ""

    @pytest.mark.parametrize(
        ("floor", "says"),
        [
            (Floor(100_00, 0), "minder dan € 100,00 voor jeugd."),
            (Floor(0, 5_00), "minder dan € 5,00 per inwoner voor jeugd."),
            (Floor(100_00, 5_00), "minder dan € 100,00 (of € 5,00 per inwoner, als dat meer is) voor jeugd."),
        ],
    )
    def test_say_what_nobody_gets_less_than(self, model: Model, arrangement: Arrangement, floor: Floor, says: str):
        with translation.override("nl"):
            said = why_words.floors(with_floor(model, floor), {"jeugd": WHOLE}, arrangement)
        assert says in said.replace("\u00a0", " ")

    def test_that_moved_money_are_told_with_the_amount_and_the_number_of_areas(
        self, model: Model, arrangement: Arrangement
    ):
        whole = replace(WHOLE, raised_cents=12_50, raised=frozenset({1}))
        with translation.override("nl"):
            assert "Dit jaar had 1 wijk dat nodig." in why_words.floors(model, {"jeugd": whole}, arrangement)
            assert "is € 12,50 verschoven" in why_words.intro(whole, "jeugd").replace("\u00a0", " ")


def test_a_pot_without_fixed_amount_says_nothing_of_one():
    with translation.override("nl"):
        assert "vaste bedrag" not in why_words.intro(replace(WHOLE, base_cents=0), "jeugd")


def test_a_price_is_a_share_of_the_rest_over_everybody_who_counts(model: Model):
    with translation.override("nl"):
        said = why_words.price_of("kinderen", model.earmarks[0], WHOLE).replace("\u00a0", " ")
    assert said == "45% van € 800,00, gedeeld door 40 mensen in de hele stad."


def test_one_criterion_counts_nobody_twice(model: Model):
    single = tuple(replace(one, criteria=one.criteria[:1]) for one in model.earmarks[:1])
    assert why_words.counting(model, ())
    assert why_words.counting(replace(model, earmarks=single), ()) == ()
