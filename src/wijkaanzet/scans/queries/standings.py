"""Where tables of figures stand, and what they are called by those who point at them."""

from collections.abc import Collection, Iterator

from wijkaanzet.arrangements import queries as arrangements
from wijkaanzet.kernel.actors import Actor
from wijkaanzet.kernel.moves import Standing
from wijkaanzet.scans.models import FigureImport
from wijkaanzet.scans.rules.importing import FINAL, SETTLED, FigureImportFacts, FigureImportStatus


def public_ids(ids: Collection[int]) -> dict[int, str]:
    """The public id of each table, by its own id."""
    return dict(FigureImport.objects.filter(id__in=ids).values_list("id", "public_id"))


def labels(ids: Collection[int], viewer: Actor) -> dict[int, str]:
    """Tables by source and year."""
    rows = FigureImport.objects.filter(id__in=ids).values_list("id", "source", "year")
    return {id_: f"{source} {year}" for id_, source, year in rows}


def standing(figure_import: FigureImport) -> Standing:
    """Where a table stands, with the term of the arrangement of that day."""
    terms = arrangements.current(figure_import.municipality, on=figure_import.status_since).terms
    facts = FigureImportFacts(figure_import.municipality_id, figure_import.status_since, terms.answer_days)
    return Standing(figure_import.id, figure_import.municipality_id, FigureImportStatus(figure_import.status), facts)


def standings() -> Iterator[Standing]:
    """Where all tables stand that still wait for somebody."""
    waiting = FigureImport.objects.exclude(status__in=FINAL | SETTLED).select_related("municipality")
    return (standing(one) for one in waiting.defer("content").order_by("id"))
