"""Whose move it is while a table of figures comes in."""

from datetime import date

import pytest

from wijkaanzet.scans.rules.importing import FINAL, SETTLED, FigureImportFacts, FigureImportStatus, move

FACTS = FigureImportFacts(municipality_id=3, since=date(2017, 10, 2), answer_days=10)


@pytest.mark.parametrize(
    ("status", "action"),
    [
        (FigureImportStatus.UPLOADED, "scans.map_figures"),
        (FigureImportStatus.MAPPED, "scans.import_figures"),
    ],
)
def test_the_policy_officer_goes_on_within_the_term(status: FigureImportStatus, action: str):
    found = move(status, FACTS)
    assert found is not None
    assert (found.role, found.action, found.due_on) == ("policy_officer", action, date(2017, 10, 16))


@pytest.mark.parametrize("status", sorted(FINAL | SETTLED))
def test_imported_figures_wait_for_nobody(status: FigureImportStatus):
    assert move(status, FACTS) is None
