"""What an account may be called, and over which bodies a role is given."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wijkaanzet.arrangements.rules import BodyKind
from wijkaanzet.kernel.refusals import Refused
from wijkaanzet.people.labels import DUTIES
from wijkaanzet.people.rules import SITS_IN, Role, ScopeKind, fitting_account_name, may_be_held


@given(st.text(max_size=80))
def test_an_account_name_is_plain_letters_digits_and_signs_or_refused(name: str):
    try:
        fits = fitting_account_name(name)
    except Refused:
        return
    assert fits == name
    assert name.isascii()
    assert "@" not in name
    assert 2 <= len(name) <= 60
    assert not any(letter.isspace() for letter in name)


@pytest.mark.parametrize("name", ["jаnsen", "jansen\n", "ﬁets", "a@b.nl", "", "x", "-rf", "a" * 61, "jan sen", "zoë"])
def test_names_that_look_like_another_are_refused(name: str):
    with pytest.raises(Refused) as caught:
        fitting_account_name(name)
    assert caught.value.key == "account_name_unfit"


def test_every_role_has_a_sentence_and_who_sits_in_a_body_has_its_kinds():
    assert set(DUTIES) == set(Role)
    assert set(SITS_IN) == {role for role in Role if may_be_held(role, ScopeKind.BODY)}
    assert {kind for kinds in SITS_IN.values() for kind in kinds} == set(BodyKind)
