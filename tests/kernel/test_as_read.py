"""A mark tells whether something is still as somebody read it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wijkaanzet.kernel.as_read import MARK_LENGTH, is_stale, mark_of

ANSWERS = st.lists(st.text() | st.integers() | st.none())


@given(one=ANSWERS, other=ANSWERS)
def test_only_the_same_answers_have_the_same_mark(one: list[object], other: list[object]):
    assert (mark_of(*one) == mark_of(*other)) == (one == other)
    assert len(mark_of(*one)) == MARK_LENGTH


@pytest.mark.parametrize(("seen", "stale"), [("", False), (mark_of("a"), False), (mark_of("b"), True), ("x", True)])
def test_without_a_mark_it_is_as_it_is_now(seen: str, stale: bool):
    assert is_stale(seen, now=mark_of("a")) == stale
