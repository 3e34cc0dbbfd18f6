"""A paid role has a term; an invited role has an invitation that lapses, and is never late."""

from dataclasses import replace
from datetime import date

import pytest

from wijkaanzet.kernel import moves
from wijkaanzet.kernel.moves import Move, Rest, UnfitMove, check
from wijkaanzet.people.rules import INVITED, PAID, Role

DAY = date(2018, 1, 8)
REST = Rest(who="policy_officer", why="wacht op het Rijk", look_again_on=DAY)
PAID_MOVE = Move("proef", "open", Role.CONTROLLER, ("municipality", 1), "proef.kijk", DAY)
INVITED_MOVE = replace(
    PAID_MOVE, role=Role.VOLUNTEER, due_on=None, lapses_on=DAY, falls_back_to=Role.AREA_MANAGER.value
)


@pytest.mark.parametrize(
    "move",
    [
        PAID_MOVE,
        replace(PAID_MOVE, due_on=None, resting=REST),
        INVITED_MOVE,
        replace(INVITED_MOVE, resting=REST),
    ],
)
def test_a_fitting_move_passes(move: Move):
    check(move, paid=PAID)
    assert move.action == "proef.kijk"


@pytest.mark.parametrize(
    ("move", "says"),
    [
        (replace(PAID_MOVE, due_on=None), "a term or a rest"),
        (replace(PAID_MOVE, resting=REST), "not both"),
        (replace(PAID_MOVE, lapses_on=DAY), "not an invitation"),
        (replace(PAID_MOVE, falls_back_to="controller"), "not an invitation"),
        (replace(INVITED_MOVE, due_on=DAY), "no term"),
        (replace(INVITED_MOVE, lapses_on=None), "needs a day"),
        (replace(INVITED_MOVE, falls_back_to=None), "fall back"),
        (replace(INVITED_MOVE, falls_back_to="resident"), "paid role to fall back"),
        (replace(INVITED_MOVE, falls_back_to="nobody"), "paid role to fall back"),
        (replace(INVITED_MOVE, role="unknown", due_on=DAY, lapses_on=None), "no term"),
    ],
)
def test_a_move_that_does_not_fit_is_refused(move: Move, says: str):
    with pytest.raises(UnfitMove, match=says):
        check(move, paid=PAID)


@pytest.mark.done("2.moves")
@pytest.mark.parametrize("role", sorted(INVITED))
def test_an_invited_role_never_gets_a_term(role: Role):
    with pytest.raises(UnfitMove):
        check(replace(INVITED_MOVE, role=role, due_on=DAY), paid=PAID)
    with pytest.raises(UnfitMove):
        check(replace(PAID_MOVE, role=role), paid=PAID)


def test_a_process_has_one_owner():
    process = next(iter(moves.PROCESSES.values()))
    with pytest.raises(ValueError, match="registered twice"):
        moves.register(process)


@pytest.mark.parametrize("process", moves.PROCESSES.values(), ids=lambda process: process.kind)
def test_every_process_names_its_states_and_ends(process: moves.Process):
    assert set(process.transitions) == set(process.states)
    assert process.final <= set(process.states)
    assert all(not process.transitions[state] for state in process.final)
    assert all(process.transitions[state] for state in process.settled)
    reached = set[str]().union(*process.transitions.values())
    assert reached <= set(process.states)
