"""The real borders of the country, when their files are at hand."""

import gzip
import os
from collections import Counter
from pathlib import Path

import pytest

from tests.areas.told import told
from tests.conftest import AT
from tests.factories import NOBODY, MunicipalityFactory
from wijkaanzet.areas import queries
from wijkaanzet.areas.models import Area
from wijkaanzet.areas.operations import draw_from_cbs
from wijkaanzet.areas.operations.borders import import_borders
from wijkaanzet.areas.rules.borders import Asked, Borders, draw
from wijkaanzet.areas.rules.geojson import Feature, read_features
from wijkaanzet.kernel.refusals import Refused


def packed(name: str) -> bytes:
    """A real file as it is published; skips the test when the folder is not there."""
    folder = os.environ.get("WZ_REAL_DATA")
    if not folder:
        pytest.skip("WZ_REAL_DATA does not name the folder with the real borders")
    return (Path(folder) / "neighbourhoods" / name).read_bytes()


def by_municipality(features: list[Feature]) -> dict[str, list[Feature]]:
    found: dict[str, list[Feature]] = {}
    for one in features:
        found.setdefault(f"GM{one.code[2:6]}", []).append(one)
    return found


def drawn(features: list[Feature], municipality: str, *, as_one: bool = False) -> Borders | str:
    """The borders of the wijken of a municipality, or of all of them as one area; the key when that is refused."""
    codes = [one.code for one in features]
    asked = [Asked("A1", frozenset(codes))] if as_one else [Asked(code, frozenset()) for code in codes]
    try:
        return draw(features, asked=asked, municipality=municipality)
    except Refused as refused:
        return refused.key if told(refused) else ""


@pytest.mark.parametrize(("municipality", "wijken"), [("GM0855", 59), ("GM0307", 33), ("GM0717", 13)])
def test_every_wijk_of_a_real_municipality_gets_a_border(municipality: str, wijken: int) -> None:
    features = read_features(gzip.decompress(packed("wijken_2022.geojson.gz")))
    codes = [one.code for one in features if one.code[2:6] == municipality[2:]]
    found = draw(features, asked=[Asked(code, frozenset()) for code in codes], municipality=municipality)
    assert len(found.borders) == len(codes) == wijken
    assert found.elsewhere == len(features) - wijken
    assert all(border.rings for border in found.borders)
    assert set(found.mended) == ({"crossing"} if municipality == "GM0717" else set())


@pytest.mark.done("4.real-files")
def test_the_one_wrong_ring_of_the_country_is_repaired_and_said() -> None:
    towns = by_municipality(read_features(packed("wijken_2022.geojson.gz")))
    assert (len(towns), sum(map(len, towns.values()))) == (345, 3_340)
    answers = {code: drawn(features, code) for code, features in towns.items()}
    borders = [one for one in answers.values() if isinstance(one, Borders)]
    assert sum(len(one.borders) for one in borders) == 3_340
    assert sum(len(one.mended.get("crossing", ())) for one in borders) == 1


@pytest.mark.done("4.real-files")
def test_collapsed_polygons_are_left_out_or_refused_and_nothing_breaks() -> None:
    towns = by_municipality(read_features(packed("wijken_2014.geojson.gz")))
    assert sum(map(len, towns.values())) == 2_738
    apart = Counter(one if isinstance(one := drawn(features, code), str) else "" for code, features in towns.items())
    assert set(apart) <= {"", "border_empty", "border_overlap"}
    assert apart["border_empty"] > 0
    whole = Counter(
        one if isinstance(one := drawn(features, code, as_one=True), str) else "" for code, features in towns.items()
    )
    assert set(whole) <= {"", "border_overlap"}
    assert whole[""] > apart[""] > 0.9 * len(towns)


@pytest.mark.django_db
def test_the_packed_file_of_the_country_gives_a_new_division_its_borders() -> None:
    text = packed("wijken_2022.geojson.gz")
    town = MunicipalityFactory.create(code="GM0855")
    names = {one.code: one.code for one in read_features(text) if one.code.startswith("WK0855")}
    at = AT.replace(year=2022)
    division = draw_from_cbs(town, key="cbs", name="CBS", year=2022, areas=names, actor=NOBODY, at=at)
    found = import_borders(division, text=text, source="CBS", year=2022, actor=NOBODY, at=at)
    assert len(found.borders) == 59
    areas, borders = queries.drawn_by_name(Area.objects.all(), division)
    assert len(areas) == len(borders) == 59
