"""Whose move it is, as the wheel and the card show it; both from the same open move."""

from datetime import date

from django.utils.translation import gettext as _

from wijkaanzet.cycle.labels import NOW
from wijkaanzet.cycle.queries import Turn
from wijkaanzet.people.labels import MOVERS
from wijkaanzet.people.rules import Role
from wijkaanzet.web.numbers import day, term
from wijkaanzet.web.parts.moves import MoveCard
from wijkaanzet.web.parts.wheel import Wheel


def wheel(turn: Turn, *, today: date) -> Wheel:
    """The wheel with the pawn on the step where the year stands."""
    move = turn.move
    who = str(MOVERS[Role(move.role)]) if move else ""
    return Wheel.at(
        turn.step,
        year=turn.year,
        who=who,
        term=term(move.due_on, today, with_day=False) if move else "",
        resting=_resting(turn),
    )


def card(turn: Turn, *, today: date) -> MoveCard:
    """The card that says who is to move, what for, and until when."""
    move = turn.move
    parameters = {"year": turn.year, "starts_on": day(turn.network_starts_on) if turn.network_starts_on else ""}
    return MoveCard(
        who=str(MOVERS[Role(move.role)]) if move else "",
        text=str(NOW[turn.status]) % parameters,
        term=term(move.due_on, today) if move else "",
        resting=_resting(turn),
    )


def _resting(turn: Turn) -> str:
    move = turn.move
    if move is None or move.rest_look_again_on is None:
        return ""
    return _("%(why)s We look again on %(day)s.") % {"why": move.rest_why, "day": day(move.rest_look_again_on)}
