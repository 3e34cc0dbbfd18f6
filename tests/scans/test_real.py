"""The published figures of two real municipalities are understood without help, when their file is at hand."""

import os
from pathlib import Path

import pytest

from wijkaanzet.scans.rules.dry_run import layout_for, try_out
from wijkaanzet.scans.rules.mapping import ColumnRole, check_mapping, mapping_of
from wijkaanzet.scans.rules.overview import look_at
from wijkaanzet.scans.rules.proposal import propose

KNOWN_SUMS = {"GM0855": (59, 224_470), "GM0307": (33, 158_575)}


@pytest.mark.parametrize("municipality", sorted(KNOWN_SUMS))
def test_the_wijken_of_2022_are_read_with_their_inhabitants(municipality: str) -> None:
    folder = os.environ.get("WZ_REAL_DATA")
    if not folder:
        pytest.skip("WZ_REAL_DATA does not name the folder with the real figures")
    content = (Path(folder) / "neighbourhoods" / "wijken_2022.csv").read_bytes()
    found = look_at(content, municipality=municipality)
    choices = [one.choice for one in propose(found, known={})]
    assert [one.key for one in choices if one.role in (ColumnRole.CODE, ColumnRole.NAME)] == ["code", "name"]
    mapping = mapping_of(choices, decimal=found.dialect.decimal)
    check_mapping(mapping, found.header)
    dialect = found.dialect
    layout = layout_for(mapping, delimiter=dialect.delimiter, encoding=dialect.encoding, missing=dialect.missing)
    places = dict.fromkeys(found.columns[0].codes, "Wijk")
    tried = try_out(content, mapping, layout=layout, municipality=municipality, places=places)
    assert tried.problems == ()
    assert (tried.rows, sum(area.inhabitants for area in tried.areas)) == KNOWN_SUMS[municipality]
