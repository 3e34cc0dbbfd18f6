"""What stood in the database of the version before goes along when it is migrated: nothing is lost, nothing stops."""

from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from typing import Any

import pytest
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from wijkaanzet.scans.rules.reading.layout import FileKind, Layout

pytestmark = [pytest.mark.both_engines, pytest.mark.django_db(transaction=True)]
BEFORE = [("scans", "0001_initial"), ("budget", "0009_figure_import")]
NOW = [("scans", "0003_sample"), ("budget", "0011_returned_frames")]
DAY, AT = date(2016, 5, 1), datetime(2016, 5, 1, 9, 0, tzinfo=UTC)
CSV = "gwb_code;naam;cafés\nBU00090001;Noord;7\nBU00090002;Zuid;.\n".encode("cp1252")
Models = Callable[[str, str], Any]
"""The tables as they are at one moment, by app and name."""


@pytest.fixture
def old() -> Iterator[Models]:
    """The database as the version before left it; afterwards it is as it was."""
    executor = MigrationExecutor(connection)
    leaves = executor.loader.graph.leaf_nodes()
    executor.migrate(BEFORE)
    try:
        yield executor.loader.project_state(BEFORE).apps.get_model
    finally:
        MigrationExecutor(connection).migrate(leaves)


def upgraded() -> Models:
    """Bring the database to this version."""
    executor = MigrationExecutor(connection)
    executor.migrate(NOW)
    return executor.loader.project_state(NOW).apps.get_model


def municipality(old: Models) -> Any:
    return old("kernel", "Municipality").objects.create(code="GM0009", slug="voorbeeld", name="Voorbeeld")


def table(old: Models, **other: Any) -> Any:
    """A table of figures as it was kept before."""
    division = old("areas", "Division").objects.first() or old("areas", "Division").objects.create(
        municipality=municipality(old), key="wijken", name="Wijken", starts_on=DAY
    )
    number = old("scans", "FigureImport").objects.count()
    told: dict[str, Any] = {
        "status": "imported",
        "content": CSV,
        "fingerprint": f"{number}",
        "public_id": f"tabel-{number}",
    }
    told |= {"code_column": "gwb_code", "name_column": "naam", "year": 2016, "for_year": 2017}
    told |= {"encoding": "cp1252", "delimiter": ";", "decimal": ",", "missing": ["", "."], "status_since": DAY}
    told |= {"file_name": "a.csv", "sha256": "a" * 64, "size": len(CSV), "source": "CBS"}
    return old("scans", "FigureImport").objects.create(
        municipality=division.municipality, division=division, **(told | other)
    )


def column(old: Models, kept: Any, label: str, *, position: int, **other: Any) -> Any:
    told = {"key": f"kolom {position}", "kind": "count", "unit": "cafés"} | other
    return old("scans", "FigureColumn").objects.create(figure_import=kept, label=label, position=position, **told)


def figure(old: Models, of: Any, code: str, name: str, value: str) -> None:
    told = {"cbs_code": code, "cbs_name": name, "value": value}
    old("scans", "Figure").objects.create(figure_import=of.figure_import, column=of, **told)


@pytest.mark.full
class TestFigures:
    def test_an_import_goes_along_with_all_that_was_known_of_it(self, old: Models):
        kept = table(old)
        people = column(old, kept, "Inwoners", position=0)
        share = column(old, kept, "Jongeren", position=1, kind="percentage", of=people.key)
        for one, values in ((people, ("7", "")), (share, ("1.5", "2"))):
            figure(old, one, "BU00090001", "Noord", values[0])
            figure(old, one, "BU00090002", "Zuid", values[1])
        new = upgraded()
        now = new("scans", "FigureImport").objects.get()
        assert bytes(now.content) == CSV
        assert (now.level, now.plain, now.region_year, now.origin, now.provisional) == (
            "BU",
            True,
            2016,
            "published",
            False,
        )
        assert Layout.from_json(now.layout) == Layout(
            FileKind.CSV, encoding="cp1252", delimiter=";", decimal=",", missing=("", ".")
        )
        places = new("scans", "FigurePlace").objects.order_by("cbs_code")
        assert list(places.values_list("cbs_code", "cbs_name")) == [("BU00090001", "Noord"), ("BU00090002", "Zuid")]
        columns = new("scans", "FigureColumn").objects.order_by("position")
        assert list(columns.values_list("slug", "of", "times")) == [
            ("inwoners", "", "1"),
            ("jongeren", people.key, "1"),
        ]
        figures = new("scans", "Figure").objects.order_by("column__position", "cbs_code")
        assert list(figures.values_list("value", flat=True)) == ["7", "", "1.5", "2"]

    def test_figures_with_like_names_get_addresses_of_their_own(self, old: Models):
        cases = [
            (["Cafés", "Cafes"], ["cafes", "cafes-1"]),
            (["Inkomen < 20%", "Inkomen > 20%", "Inkomen 20"], ["inkomen-20", "inkomen-20-1", "inkomen-20-2"]),
            (["A", "A 2", "a"], ["a", "a-2", "a-3"]),
            (["?", "!", "Cijfer 0"], ["cijfer-0", "cijfer-1", "cijfer-0-2"]),
            (["a" * 80, "A" * 80], ["a" * 80, "a" * 75 + "-1"]),
        ]
        wanted = {}
        for labels, slugs in cases:
            kept = table(old)
            wanted[kept.pk] = slugs
            for position, label in enumerate(labels):
                column(old, kept, label, position=position)
        columns = upgraded()("scans", "FigureColumn").objects.order_by("position")
        found = {pk: list(columns.filter(figure_import=pk).values_list("slug", flat=True)) for pk in wanted}
        assert found == wanted

    def test_of_what_was_not_imported_only_the_file_goes_along(self, old: Models):
        written = {"uploaded": True, "mapped": True, "refused": False, "undone": False}
        for status, is_there in written.items():
            table(old, status=status, content=CSV if is_there else None, fingerprint="")
        for now in upgraded()("scans", "FigureImport").objects.all():
            assert (now.level, now.plain, bool(now.layout)) == ("", False, written.pop(now.status))
        assert not written


class TestFrames:
    def test_one_that_the_council_sent_back_is_prepared_again(self, old: Models):
        cases = [
            (["draft"], "draft"),
            (["draft", "decision", "draft"], "returned"),
            (["draft", "draft", "decision", "draft"], "returned"),
            (["draft", "decision", "draft", "draft"], "draft"),
            (["draft", "decision", "returned", "draft"], "draft"),
            (["draft", "decision", "draft", "draft", "decision", "draft"], "returned"),
        ]
        city, wanted = municipality(old), {}
        for year, (log, status) in enumerate(cases, start=2017):
            told = {"municipality": city, "status": "draft", "status_since": DAY}
            frame = old("budget", "BudgetFrame").objects.create(year=year, **told)
            wanted[year] = status
            for one in log:
                if one == "decision":
                    write_down(old, "decisions.decision", returned(old, frame).pk, "recorded")
                else:
                    write_down(old, "budget.frame", frame.pk, one)
        assert dict(upgraded()("budget", "BudgetFrame").objects.values_list("year", "status")) == wanted


def returned(old: Models, frame: Any) -> Any:
    """A decision of the council that sent a frame back."""
    council, _ = old("people", "Body").objects.get_or_create(
        municipality=frame.municipality, kind="council", defaults={"name": "Raad"}
    )
    decisions = old("decisions", "Decision").objects
    told = {"kind": "legal_act", "step": "frame", "meeting_on": DAY, "outcome": "returned", "status": "recorded"}
    told |= {"subject_kind": "budget.frame", "subject_id": frame.pk, "public_id": f"besluit-{decisions.count()}"}
    return decisions.create(municipality=frame.municipality, body=council, **told)


def write_down(old: Models, kind: str, pk: int, state: str) -> None:
    """A row of the log."""
    told = {"action": f"{kind}.{state}", "result": "done", "at": AT, "channel": "web"}
    old("kernel", "AuditEntry").objects.create(subject_kind=kind, subject_id=pk, **told)
