"""What waits comes a page at a time, in the order of the rules, and what is asked for many areas at once is one act."""

from datetime import date, timedelta
from itertools import product

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.factories import MunicipalityFactory
from wijkaanzet.cycle.queries import Waiting, acts
from wijkaanzet.cycle.rules import AWAIT_DIVISION, PROCESS, Days, When, when
from wijkaanzet.kernel.models import Municipality, OpenMove

pytestmark = pytest.mark.django_db

TODAY = date(2017, 10, 4)  # a Wednesday
DAYS = [None, *(TODAY + timedelta(days=days) for days in (-1, 0, 1, 4, 5))]


def moves_of_all_kinds() -> list[OpenMove]:
    """Every role and day that a move may have, each about something of its own."""
    municipality = MunicipalityFactory.create()
    possible = [
        Days(due_on=due_on, lapses_on=lapses_on, look_again_on=look_again_on)
        for due_on, lapses_on, look_again_on in product(DAYS, DAYS, DAYS)
        if [due_on, lapses_on, look_again_on].count(None) == 2
    ]
    rows = (
        put(municipality, number, role=role, days=days)
        for number, (role, days) in enumerate(product(("coordinator", "adviser"), possible))
    )
    return OpenMove.objects.bulk_create(rows)


def put(municipality: Municipality, number: int, *, role: str, days: Days, **changes: object) -> OpenMove:
    told: dict[str, object] = {"subject_kind": "x.y", "scope_kind": "area", "action": "x.do", **changes}
    return OpenMove(
        municipality=municipality,
        subject_id=number,
        state="s",
        role=role,
        scope_id=1,
        due_on=days.due_on,
        lapses_on=days.lapses_on,
        falls_back_to="policy_officer" if days.lapses_on else "",
        rest_look_again_on=days.look_again_on,
        **told,
    )


def soon_of(move: OpenMove) -> When:
    days = Days(due_on=move.due_on, lapses_on=move.lapses_on, look_again_on=move.rest_look_again_on)
    return when(move.role, days, today=TODAY)


@pytest.mark.both_engines
def test_the_database_says_of_every_move_how_soon_it_asks_as_the_rules_do():
    rows = moves_of_all_kinds()
    waiting = Waiting(OpenMove.objects.all(), today=TODAY)
    places = [list(When).index(soon_of(act.move)) for act in waiting]
    assert places == sorted(places)
    assert waiting.soon == {soon: [soon_of(row) for row in rows].count(soon) for soon in map(soon_of, rows)}
    assert len(waiting) == len(rows)


@pytest.mark.both_engines
def test_the_years_of_many_areas_are_one_act_as_in_the_list_of_all():
    municipality, days = MunicipalityFactory.create(), Days(due_on=TODAY)
    city = {"subject_kind": PROCESS, "scope_kind": "municipality"}
    OpenMove.objects.bulk_create(
        [
            *(put(municipality, n, role="policy_officer", days=days, **city) for n in range(3)),
            put(municipality, 7, role="policy_officer", days=Days(due_on=TODAY + timedelta(days=9)), **city),
            put(municipality, 8, role="policy_officer", days=days, action=AWAIT_DIVISION, **city),
            put(municipality, 9, role="policy_officer", days=days),
        ]
    )
    waiting = Waiting(OpenMove.objects.all(), today=TODAY)
    assert [act.subject_ids for act in waiting] == [(0, 1, 2), (9,), (7,)]
    every = acts(OpenMove.objects.order_by("due_on", "id"))
    assert {act.subject_ids for act in waiting} == {act.subject_ids for act in every}


def test_a_page_reads_no_more_than_a_page():
    municipality = MunicipalityFactory.create()
    OpenMove.objects.bulk_create(
        put(municipality, n, role="policy_officer", days=Days(due_on=TODAY)) for n in range(200)
    )
    waiting = Waiting(OpenMove.objects.all(), today=TODAY)
    with CaptureQueriesContext(connection) as captured:
        assert [act.subject_ids for act in waiting[50:100]] == [(n,) for n in range(50, 100)]
        assert (len(waiting), waiting[3].subject_ids) == (200, (3,))
    assert len(captured) == 3
