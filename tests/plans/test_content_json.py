"""An edition is stored as plain values and read back as it was; what nobody knows is an error."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wijkaanzet.plans.rules.content import (
    AgreementKept,
    AskKept,
    BaseKept,
    ContributionKept,
    ExpectedKept,
    PictureKept,
    PlanContent,
    PriorityKept,
    ReasonKept,
    WordKept,
)
from wijkaanzet.plans.rules.content_json import BadContent, from_json, to_json

JSON = st.none() | st.booleans() | st.integers(-9, 9) | st.text(max_size=9)
FROZEN = st.none() | st.dictionaries(st.text(max_size=9), JSON, max_size=3)
st.register_type_strategy(ReasonKept, st.builds(ReasonKept, frozen=FROZEN))
st.register_type_strategy(PriorityKept, st.builds(PriorityKept, measured=FROZEN))


@given(st.from_type(PlanContent))
def test_every_plan_is_read_back_as_it_was(content: PlanContent) -> None:
    assert from_json(to_json(content)) == content


def test_an_edition_of_before_sheets_were_kept_says_nothing_of_them() -> None:
    found = from_json({"format": 1, "plan": BASE})
    assert (found.words, found.expected) == (None, None)


BASE: dict[str, object] = {"texts": {}, "priorities": [], "base": [], "agreement": None}
PICTURE: dict[str, object] = {"public_id": "p", "alt": "Een plein", "width": 3, "height": 2}


@pytest.mark.parametrize(
    ("stored", "where"),
    [
        ({}, "format"),
        ({"format": 2, "plan": BASE}, "format"),
        ({"format": 1, "plan": BASE, "more": 1}, "format"),
        ({"format": 1, "plan": []}, "plan"),
        ({"format": 1, "plan": {**BASE, "colour": "red"}}, "plan.colour"),
        ({"format": 1, "plan": {"texts": {}, "priorities": [], "base": []}}, "plan.agreement"),
        ({"format": 1, "plan": {**BASE, "texts": {"poem": "x"}}}, "plan.texts"),
        ({"format": 1, "plan": {**BASE, "texts": {"summary": 3}}}, "plan.texts.summary"),
        ({"format": 1, "plan": {**BASE, "base": {}}}, "plan.base"),
        ({"format": 1, "plan": {**BASE, "pictures": [{**PICTURE, "width": True}]}}, "plan.pictures[0].width"),
        ({"format": 1, "plan": {**BASE, "pictures": [PICTURE, {**PICTURE, "size": 1}]}}, "plan.pictures[1].size"),
        ({"format": 1, "plan": {**BASE, "agreement": {"agreed_on": "x"}}}, "plan.agreement.against"),
    ],
)
def test_what_nobody_knows_is_an_error_with_its_place(stored: dict[str, object], where: str) -> None:
    with pytest.raises(BadContent) as caught:
        from_json(stored)
    assert str(caught.value) == where


def test_everything_that_an_edition_keeps_is_frozen() -> None:
    kept = (PlanContent, PriorityKept, ReasonKept, ContributionKept, AskKept, BaseKept, AgreementKept, PictureKept)
    assert all(getattr(one, "__dataclass_params__").frozen for one in (*kept, WordKept, ExpectedKept))  # noqa: B009 - typeshed does not name it
