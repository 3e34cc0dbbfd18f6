"""The real borders of two municipalities, when their file is at hand."""

import gzip
import os
from pathlib import Path

import pytest

from wijkaanzet.areas.rules.borders import Asked, draw
from wijkaanzet.areas.rules.geojson import read_features


@pytest.mark.parametrize(("municipality", "wijken"), [("GM0855", 59), ("GM0307", 33), ("GM0717", 13)])
def test_every_wijk_of_a_real_municipality_gets_a_border(municipality: str, wijken: int) -> None:
    folder = os.environ.get("WZ_REAL_DATA")
    if not folder:
        pytest.skip("WZ_REAL_DATA does not name the folder with the real borders")
    path = Path(folder) / "neighbourhoods" / "wijken_2022.geojson.gz"
    features = read_features(gzip.decompress(path.read_bytes()))
    codes = [one.code for one in features if one.code[2:6] == municipality[2:]]
    found = draw(features, asked=[Asked(code, frozenset()) for code in codes], municipality=municipality)
    assert len(found.borders) == len(codes) == wijken
    assert found.elsewhere == len(features) - wijken
    assert all(border.rings for border in found.borders)
    assert set(found.mended) == ({"crossing"} if municipality == "GM0717" else set())
