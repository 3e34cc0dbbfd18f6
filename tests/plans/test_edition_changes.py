"""What is otherwise in one edition than in the one before."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.plans import edition_fields
from tests.plans.edition_fields import UNSEEN, Field, everything, otherwise, with_others
from wijkaanzet.plans.rules.contributions import ContributionStatus
from wijkaanzet.plans.rules.edition_changes import changes
from wijkaanzet.plans.rules.priorities import AskAnswer
from wijkaanzet.plans.rules.sections import SectionKey

COOK = replace(edition_fields.COOK, status=ContributionStatus.ASKED, says="")
ASK = replace(edition_fields.ASK, kind=None, answer="")
SUPPER = replace(edition_fields.SUPPER, contributions=(COOK,), asks=(ASK,))
YES = ContributionStatus.CONFIRMED
BASE = edition_fields.BASE
PLAN = replace(edition_fields.PLAN, priorities=(SUPPER,), agreement=None)


def since(**changed):
    """What is otherwise when something of the one priority changed."""
    return changes(PLAN, replace(PLAN, priorities=(replace(SUPPER, **changed),)))


def test_the_same_plan_has_no_changes() -> None:
    assert changes(PLAN, PLAN).is_none


@given(st.text(max_size=40), st.text(max_size=40))
def test_a_text_changed_when_its_words_did(before: str, after: str) -> None:
    found = changes(replace(PLAN, texts={SectionKey.SUMMARY: before}), replace(PLAN, texts={SectionKey.SUMMARY: after}))
    assert bool(found.texts) == (before.split() != after.split())


def test_a_priority_that_came_and_one_that_went_are_told_apart() -> None:
    other = replace(SUPPER, public_id="zingen", title="Samen zingen")
    found = changes(PLAN, replace(PLAN, priorities=(other,)))
    assert ([one.title for one in found.added], [one.title for one in found.dropped]) == (
        ["Samen zingen"],
        ["Samen eten"],
    )


def test_another_order_is_no_change_of_what_is_said() -> None:
    other = replace(SUPPER, public_id="zingen", title="Samen zingen")
    both = replace(PLAN, priorities=(SUPPER, other))
    assert changes(both, replace(PLAN, priorities=(other, SUPPER))).is_none


@pytest.mark.parametrize(
    ("changed", "name"),
    [
        ({"title": "Samen koken"}, ""),
        ({"informal_says": "Wij eten samen."}, ""),
        ({"texts": {SectionKey.WHY: "Niemand eet graag alleen."}}, "texts"),
        ({"contributions": ()}, "went"),
        ({"contributions": (COOK, replace(COOK, public_id="zaal", what="Een zaal"))}, "came"),
        ({"contributions": (replace(COOK, what="Elke dag koken"),)}, "altered"),
        ({"contributions": (replace(COOK, status=YES),)}, "said_yes"),
        ({"asks": (ASK, replace(ASK, question="Mag het ook in de winter?"))}, "asked"),
        ({"asks": (replace(ASK, kind=AskAnswer.YES, answer="Ja."),)}, "answered"),
        ({"asks": ()}, "not_asked"),
    ],
)
def test_each_change_of_a_priority_is_found(changed: dict[str, object], name: str) -> None:
    (found,) = since(**changed).changed
    assert not name or getattr(found, name)


def test_a_yes_that_came_is_no_new_contribution() -> None:
    (found,) = since(contributions=(replace(COOK, status=YES, says="Graag!"),)).changed
    assert (found.came, found.went) == ((), ())


def test_who_are_there_in_any_case_are_compared_too() -> None:
    found = changes(PLAN, replace(PLAN, base=(replace(BASE, hours_a_week=20),)))
    assert ([one.hours_a_week for one in found.base_came], [one.hours_a_week for one in found.base_went]) == (
        [20],
        [24],
    )


def test_a_yes_that_is_no_more_is_told_apart_from_what_is_not_brought_any_more() -> None:
    promised = replace(PLAN, priorities=(replace(SUPPER, contributions=(replace(COOK, status=YES),)),))
    (found,) = changes(promised, PLAN).changed
    assert (found.no_yes, found.went, found.altered) == ((COOK,), (), ())


class TestEverything:
    """What an edition keeps and everybody reads is compared: a new field comes with its change, or with why not."""

    def test_every_field_is_known_to_the_comparison(self) -> None:
        assert {str(one) for one in otherwise()} | set(UNSEEN) == everything()

    @pytest.mark.parametrize("field", otherwise(), ids=str)
    def test_another_value_is_a_change(self, field: Field) -> None:
        assert not changes(edition_fields.PLAN, field.plan).is_none
        assert not changes(field.plan, edition_fields.PLAN).is_none

    @pytest.mark.parametrize("sheet", ["words", "expected"])
    def test_of_an_edition_that_did_not_keep_a_sheet_nobody_says_what_changed_in_it(self, sheet: str) -> None:
        before = with_others(edition_fields.PLAN, **{sheet: None})
        assert changes(before, edition_fields.PLAN).is_none
        assert changes(edition_fields.PLAN, before).is_none

    def test_nothing_else_is_a_change(self) -> None:
        assert changes(edition_fields.PLAN, edition_fields.PLAN).is_none
