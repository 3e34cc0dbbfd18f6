"""An import is whole or not at all: on both databases, for two at once, and wherever it breaks off."""

from collections.abc import Callable, Iterable, Iterator
from itertools import count

import pytest
from django.db import IntegrityError, InterfaceError, OperationalError, connection, transaction

from tests.budget.ledger_town import AT, open_town, race
from tests.scans.bringing_in import all_is_well, imported, mapped, state
from wijkaanzet.cycle import operations as cycle
from wijkaanzet.cycle.models import AreaYear
from wijkaanzet.scans import queries
from wijkaanzet.scans.models import Figure, FigureColumn, FigureImport, FigurePlace
from wijkaanzet.scans.operations import keeping

pytestmark = [pytest.mark.both_engines, pytest.mark.django_db(transaction=True)]


def test_hold_the_rules_of_the_house():
    town = open_town()
    found = imported(town)
    (first, _) = queries.columns_of(found)
    for wrong in (
        lambda: FigureImport.objects.filter(pk=found.pk).update(content=None),
        lambda: FigureImport.objects.filter(pk=found.pk).update(status="undone"),
        lambda: Figure.objects.create(figure_import=found, column=first, cbs_code="WK085500"),
        lambda: FigurePlace.objects.create(figure_import=found, cbs_code="WK085500", line=9),
        lambda: new_column(found, key="a_inw", slug="x"),
        lambda: new_column(found, key="y", slug=first.slug),
        lambda: new_column(found, key="y", slug="y", of="a_inw"),
        lambda: new_column(found, key="y", slug="y", kind="part"),
    ):
        with pytest.raises(IntegrityError), transaction.atomic():
            wrong()


@pytest.mark.done("4.bad-input")
def test_two_who_import_the_same_table_at_once_bring_it_in_once():
    town = open_town()
    first, second = mapped(town), mapped(town)
    done = race([
        lambda: cycle.import_figures(first, actor=town.officer, at=AT),
        lambda: cycle.import_figures(second, actor=town.officer, at=AT),
    ])  # fmt: skip
    assert done == ["same_file", "yes"]
    assert Figure.objects.count() == 10
    assert all_is_well()


@pytest.mark.done("4.bad-input")
def test_two_who_import_one_table_at_once_bring_it_in_once():
    town = open_town()
    found = mapped(town)
    acts = [lambda: cycle.import_figures(found, actor=town.officer, at=AT)] * 2
    assert race(acts) == ["wrong_state", "yes"]
    assert Figure.objects.count() == 10


@pytest.mark.done("4.bad-input")
def test_an_import_that_breaks_off_halfway_leaves_nothing():
    town = open_town()
    cycle.start_year(town.division, year=2018, actor=town.officer, at=AT)
    found = mapped(town)
    before = state()
    for moment in count(1):
        with connection.execute_wrapper(breaking(moment)):
            try:
                cycle.import_figures(found, actor=town.officer, at=AT)
                break
            except Broken:
                pass
        assert state() == before
    assert moment > 20
    assert set(AreaYear.objects.values_list("status", flat=True)) == {"budget"}
    assert all_is_well()


ROWS_GO = ("_places", "_figures")
"""Where the rows are handed to the database: on PostgreSQL by one COPY, which no wrapper of statements sees."""


@pytest.mark.done("4.bad-input")
@pytest.mark.parametrize("kind", ROWS_GO)
def test_rows_that_stop_coming_halfway_leave_nothing(monkeypatch: pytest.MonkeyPatch, kind: str):
    town = open_town()
    found = mapped(town)
    before = state()
    monkeypatch.setattr(keeping, "BATCH", 2)  # so that there are batches before the one that breaks
    whole = getattr(keeping, kind)
    for moment in range(5):
        monkeypatch.setattr(keeping, kind, stopping(whole, moment, raise_broken))
        with pytest.raises(Broken):
            cycle.import_figures(found, actor=town.officer, at=AT)
        assert state() == before
    monkeypatch.setattr(keeping, kind, whole)
    cycle.import_figures(found, actor=town.officer, at=AT)
    assert (Figure.objects.count(), FigurePlace.objects.count()) == (10, 5)
    assert all_is_well()


@pytest.mark.done("4.bad-input")
@pytest.mark.parametrize("kind", ROWS_GO)
def test_a_database_that_ends_the_connection_halfway_keeps_nothing(monkeypatch: pytest.MonkeyPatch, kind: str):
    if connection.vendor == "sqlite":
        pytest.skip("SQLite has no connection that another one can end")
    town = open_town()
    found = mapped(town)
    before = state()
    monkeypatch.setattr(keeping, "BATCH", 2)
    monkeypatch.setattr(keeping, kind, stopping(getattr(keeping, kind), 2, end_connection))
    with pytest.raises((OperationalError, InterfaceError)):
        cycle.import_figures(found, actor=town.officer, at=AT)
    connection.close()
    assert state() == before
    assert all_is_well()


def stopping(rows: Callable[..., Iterable[object]], moment: int, stop: Callable[[], None]):
    """The rows, until so many went by; then something happens."""
    left = moment

    def stopped(*given: object) -> Iterator[object]:
        nonlocal left
        for row in rows(*given):
            if left == 0:
                stop()
            left -= 1
            yield row

    return stopped


def raise_broken() -> None:
    raise Broken


def end_connection() -> None:
    """Let another connection end this one, as a database that stops would."""
    pid = connection.connection.info.backend_pid
    other = connection.copy()
    try:
        with other.cursor() as cursor:
            cursor.execute("SELECT pg_terminate_backend(%s, 5000)", [pid])
    finally:
        other.close()


def new_column(found: FigureImport, **words: str) -> None:
    FigureColumn.objects.create(**{"figure_import": found, "position": 9, "label": "x", "kind": "count"} | words)


class Broken(Exception):
    """The connection is gone."""


def breaking(moment: int):
    """Lets every statement pass but one."""
    left = moment

    def execute_or_break(execute, sql, params, many, context):
        nonlocal left
        left -= 1
        if left == 0:
            raise Broken
        return execute(sql, params, many, context)

    return execute_or_break
