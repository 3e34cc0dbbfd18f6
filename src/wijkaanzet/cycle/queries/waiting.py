"""What waits, page by page: open moves as acts, in the order in which they ask for somebody."""

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from functools import cached_property
from typing import Final, overload

from django.db.models import Case, Count, Exists, F, IntegerField, OuterRef, Q, QuerySet, Value
from django.db.models import When as Where
from django.db.models.functions import Coalesce

from wijkaanzet.cycle.queries.turns import Act, acts
from wijkaanzet.cycle.rules import AWAIT_DIVISION, PROCESS, When
from wijkaanzet.kernel.models import OpenMove
from wijkaanzet.people.rules import INVITED

ORDER: Final = tuple(When)
DAYS: Final = ("due_on", "lapses_on", "rest_look_again_on")
ALIKE: Final = ("municipality", "action", "state", "role", "scope_id")
FOR_THE_CITY: Final = Q(subject_kind=PROCESS, scope_kind="municipality")
"""What the municipality does for the years of many areas at once is one act; see `acts`."""


class Waiting:
    """The acts that open moves ask for; only those of a page are fetched, however many wait.

    Two queries for a page, and one for the areas of an act that is about many.
    """

    def __init__(self, moves: QuerySet[OpenMove], *, today: date) -> None:
        asked = moves.exclude(action=AWAIT_DIVISION)
        same = {one: OuterRef(one) for one in ALIKE}
        days = {f"{day}_or_never": _or_never(OuterRef(day)) for day in DAYS}
        known = {f"{day}_or_never": _or_never(day) for day in DAYS}
        earlier = OpenMove.objects.filter(FOR_THE_CITY, **same).annotate(**known).filter(**days, id__lt=OuterRef("id"))
        first = asked.exclude(FOR_THE_CITY & Q(Exists(earlier)))
        self._all = asked.filter(FOR_THE_CITY)
        self._first = first.annotate(position=soon(today)).order_by(
            "position",
            F("due_on").asc(nulls_last=True),
            F("lapses_on").asc(nulls_last=True),
            F("rest_look_again_on").asc(nulls_last=True),
            "id",
        )

    @cached_property
    def soon(self) -> "Counter[When]":
        """How many acts there are, by how soon they ask for somebody."""
        rows = self._first.order_by().values_list("position").annotate(Count("id"))
        return Counter({ORDER[place]: number for place, number in rows})

    def __len__(self) -> int:
        return self.soon.total()

    def __iter__(self) -> Iterator[Act]:
        return iter(self._acts(self._first))

    @overload
    def __getitem__(self, place: int) -> Act: ...
    @overload
    def __getitem__(self, place: slice) -> Sequence[Act]: ...
    def __getitem__(self, place: int | slice) -> Act | Sequence[Act]:
        if isinstance(place, slice):
            return self._acts(self._first[place])
        return self._acts(self._first[place : place + 1])[0]

    def _acts(self, moves: QuerySet[OpenMove]) -> list[Act]:
        """With everything that each is about."""
        found = list(moves)
        together: dict[int, Act] = {}
        if any(move.subject_kind == PROCESS and move.scope_kind == "municipality" for move in found):
            together = {act.move.id: act for act in acts(self._all.order_by("id"))}
        return [together.get(move.id) or Act(move, (move.subject_id,)) for move in found]


def soon(today: date) -> Case:
    """How soon a move asks for its role, as its place in `When`: what `rules.when` says of one, asked of many."""
    sunday = today + timedelta(days=6 - today.weekday())
    rules = (
        (Q(lapses_on__lt=today), When.THIS_WEEK),
        (Q(lapses_on__isnull=False) | Q(role__in=INVITED), When.INVITED),
        (Q(due_on__isnull=True, rest_look_again_on__gt=today), When.RESTING),
        (Q(due_on__isnull=True), When.THIS_WEEK),
        (Q(due_on__lt=today), When.LATE),
        (Q(due_on__lte=sunday), When.THIS_WEEK),
    )
    places = (Where(rule, then=Value(ORDER.index(found))) for rule, found in rules)
    return Case(*places, default=Value(ORDER.index(When.LATER)), output_field=IntegerField())


def _or_never(day: str | OuterRef) -> Coalesce:
    return Coalesce(day, Value(date.max))
