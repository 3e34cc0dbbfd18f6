"""What is somebody's own in this request: the roles held here today and the moves that wait for them, asked once."""

from dataclasses import dataclass

from django.http import HttpRequest

from wijkaanzet.cycle.access import moves_of
from wijkaanzet.cycle.queries import Act, acts
from wijkaanzet.cycle.rules import Days, When, when
from wijkaanzet.kernel import clock
from wijkaanzet.kernel.models import Municipality, OpenMove
from wijkaanzet.people import access
from wijkaanzet.people.models import Membership
from wijkaanzet.web.http import actor_of, is_logged_in


@dataclass(frozen=True)
class Mine:
    """The roles of who is logged in, and what waits for them; nothing for a visitor."""

    held: tuple[Membership, ...] = ()
    acts: tuple[Act, ...] = ()
    """The most pressing first."""

    @property
    def waiting(self) -> int:
        """How many acts wait now; what rests does not."""
        return sum(soon(act.move) is not When.RESTING for act in self.acts)

    def has(self, move: OpenMove) -> bool:
        """Whether the move waits for who is logged in."""
        return any(move.subject_id in act.subject_ids for act in self.acts if _same(act.move, move))


def mine(request: HttpRequest) -> Mine:
    """What is somebody's own here today; two queries for who is logged in, and only the first time in a request."""
    known: Mine | None = getattr(request, "mine", None)
    if known is None:
        known = _ask(request)
        request.mine = known  # type: ignore[attr-defined]  # kept with the request, as the municipality is
    return known


def soon(move: OpenMove) -> When:
    """How soon a move asks for its role, today."""
    days = Days(due_on=move.due_on, lapses_on=move.lapses_on, look_again_on=move.rest_look_again_on)
    return when(move.role, days, today=clock.today())


def _ask(request: HttpRequest) -> Mine:
    municipality: Municipality | None = getattr(request, "municipality", None)
    if municipality is None or not is_logged_in(request):
        return Mine()
    today = clock.today()
    held = tuple(access.memberships(actor_of(request), municipality, on=today).order_by("role", "id"))
    if not held:
        return Mine()
    found = acts(moves_of(held, municipality, today=today).order_by("id"))
    return Mine(held=held, acts=tuple(sorted(found, key=lambda act: _pressing(act.move))))


def _pressing(move: OpenMove) -> tuple[int, str, int]:
    """By how soon it asks for somebody, then by day, then the oldest."""
    day = move.due_on or move.lapses_on or move.rest_look_again_on
    return list(When).index(soon(move)), day.isoformat() if day else "", move.id


def _same(one: OpenMove, other: OpenMove) -> bool:
    return (one.subject_kind, one.action) == (other.subject_kind, other.action)
