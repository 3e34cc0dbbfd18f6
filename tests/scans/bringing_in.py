"""Bringing a table of figures in by operations, step by step; what the tests of imports share."""

from django.core.management import call_command

from tests.budget.ledger_town import AT, Town
from tests.scans.tables import MAPPING, table
from wijkaanzet.cycle import operations as cycle
from wijkaanzet.cycle.models import AreaYear
from wijkaanzet.kernel import open_moves
from wijkaanzet.kernel.models import AuditEntry, OpenMove
from wijkaanzet.kernel.seals import broken_seals
from wijkaanzet.scans import operations
from wijkaanzet.scans.models import Figure, FigureColumn, FigureImport, FigurePlace


def uploaded(town: Town, content: bytes = b"", *, for_year: int = 2018) -> FigureImport:
    new = operations.Upload(content or table(), "cijfers.csv", "CBS", 2017, for_year)
    return operations.upload(town.division, new=new, actor=town.officer, at=AT)


def mapped(town: Town, content: bytes = b"", *, for_year: int = 2018) -> FigureImport:
    return operations.map_columns(
        uploaded(town, content, for_year=for_year), mapping=MAPPING, actor=town.officer, at=AT
    )


def imported(town: Town, content: bytes = b"", *, for_year: int = 2018) -> FigureImport:
    return cycle.import_figures(mapped(town, content, for_year=for_year), actor=town.officer, at=AT)


def undone(town: Town, figure_import: FigureImport) -> FigureImport:
    return cycle.undo_figures(figure_import, reason="Verkeerd bestand", actor=town.officer, at=AT)


def state() -> dict[str, object]:
    """Everything that these acts write."""
    return {
        "imports": list(FigureImport.objects.order_by("id").values_list("status", "sha256", "fingerprint")),
        "rows": [model.objects.count() for model in (FigureColumn, FigurePlace, Figure, AuditEntry)],
        "years": sorted(AreaYear.objects.values_list("area__code", "status")),
        "moves": sorted(OpenMove.objects.values_list("subject_kind", "subject_id", "action")),
    }


def all_is_well() -> bool:
    call_command("verify_moves")
    assert not list(broken_seals())  # numbers of rows that other tests took back say nothing here
    return not list(open_moves.differences())
