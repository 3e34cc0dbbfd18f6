"""A file of borders is read, or refused in one sentence that names the feature."""

import json

import pytest

from tests.areas.border_files import asked, by_code, collection, drawn, feature, square
from wijkaanzet.areas.labels import REFUSALS
from wijkaanzet.areas.rules.geojson import read_features
from wijkaanzet.areas.rules.grid import system_of, to_grid
from wijkaanzet.areas.rules.packed import LARGEST_MB
from wijkaanzet.kernel.refusals import Refused

RD = {"type": "name", "properties": {"name": "urn:ogc:def:crs:EPSG::28992"}}
GOOD = feature("A1", square(0, 0))
DEGREES = [[5.05, 51.55], [5.06, 51.55], [5.06, 51.56], [5.05, 51.55]]


def refusal(text: bytes, *codes: str) -> Refused:
    """How a file is refused; the sentence can be made of what is given."""
    with pytest.raises(Refused) as caught:
        drawn(text, asked(*(codes or ("A1",))))
    assert str(REFUSALS[caught.value.key]) % caught.value.parameters
    return caught.value


@pytest.mark.parametrize(
    ("degrees", "metres"),
    [
        ((5.38720621, 52.15517440), (155_000.0, 463_000.0)),
        ((4.88352559, 52.37453253), (120_700.723, 487_525.502)),
        ((6.56820053, 53.21938317), (233_883.131, 582_065.167)),
    ],
    ids=["Amersfoort", "Amsterdam", "Groningen"],
)
def test_a_church_tower_lies_where_the_land_registry_has_it(
    degrees: tuple[float, float], metres: tuple[float, float]
) -> None:
    assert to_grid(degrees, "degrees") == pytest.approx(metres, abs=0.5)
    assert (system_of(degrees), system_of(metres)) == ("degrees", "metres")


@pytest.mark.parametrize(
    ("text", "key"),
    [
        (b"", "border_no_json"),
        (b"{", "border_no_json"),
        (b"\xff{}", "border_no_json"),
        (b"[" * 100_000, "border_no_json"),
        (b"[]", "border_no_collection"),
        (b'{"type": "Feature"}', "border_no_collection"),
        (b'{"type": "FeatureCollection"}', "border_no_features"),
        (collection(), "border_no_features"),
        (b'{"type": "FeatureCollection", "features": {}}', "border_no_features"),
        (collection(GOOD, crs={"type": "name", "properties": {"name": "EPSG:3857"}}), "border_crs"),
        (collection(GOOD, crs="EPSG:28992"), "border_crs"),
        (b" " * (LARGEST_MB * 1_000_000 + 1), "border_too_large"),
    ],
)
def test_a_file_that_is_no_collection_of_features_is_refused(text: bytes, key: str) -> None:
    assert refusal(text).key == key


@pytest.mark.parametrize(
    ("second", "key"),
    [
        (None, "border_no_feature"),
        ({"type": "Feature", "geometry": None}, "border_no_feature"),
        (feature(None, square(1, 0)), "border_no_code"),
        (feature("", square(1, 0)), "border_no_code"),
        (feature(True, square(1, 0)), "border_no_code"),
        (feature(["A2"], square(1, 0)), "border_no_code"),
        (feature("A2", square(1, 0), name="naam"), "border_no_code"),
        (feature("A3", square(1, 0)), "border_unknown_code"),
        (feature("WK000110", square(1, 0)), "border_unknown_code"),
        (feature("GM0001", square(1, 0)), "border_unknown_code"),
        (feature("A1", square(1, 0)), "border_twice"),
        ({"type": "Feature", "properties": {"code": "A2"}, "geometry": None}, "border_empty"),
        (feature("A2"), "border_empty"),
        (feature("A2", []), "border_empty"),
        (feature("A2", [[WEST := 130_000, 395_000]] * 4), "border_empty"),
        (feature("A2", [[WEST, 395_000], [WEST + 9, 395_000], [WEST + 18, 395_000]]), "border_empty"),
        (feature("A2", kind="MultiPolygon"), "border_empty"),
        (feature("A2", 5.0, 52.0, kind="Point"), "border_no_polygon"),
        (feature("A2", *square(1, 0), kind="LineString"), "border_no_polygon"),
        ({"type": "Feature", "properties": {"code": "A2"}, "geometry": []}, "border_no_polygon"),
        (feature("A2", 5), "border_bad_coordinates"),
        (feature("A2", [5, 6]), "border_bad_coordinates"),
        (feature("A2", [["130000", "395000"]]), "border_bad_coordinates"),
        (feature("A2", [[True, False]]), "border_bad_coordinates"),
        (feature("A2", [[float("nan"), 395_000]]), "border_bad_coordinates"),
        (feature("A2", [[10**400, 395_000]]), "border_bad_coordinates"),
        (feature("A2", square(1, 0), kind="MultiPolygon"), "border_bad_coordinates"),
        (feature("A2", [[2.35, 48.85], [2.36, 48.85], [2.36, 48.86]]), "border_outside"),
        (feature("A2", [[51.55, 5.05], [51.56, 5.05], [51.56, 5.06]]), "border_outside"),
        (feature("A2", [*square(1, 0)[:3], [0, 0]]), "border_outside"),
        (feature("A2", DEGREES), "border_mixed"),
        (feature("A2", [*square(1, 0)[:3], DEGREES[0]]), "border_mixed"),
        (feature("A2", square(0.1, 0.1, side=900)), "border_overlap"),
    ],
)
def test_a_feature_that_does_not_fit_is_named_by_its_number(second: object, key: str) -> None:
    refused = refusal(collection(GOOD, second), "A1", "A2")
    assert (refused.key, refused.parameters["feature"]) == (key, 2)


def test_an_area_without_a_border_is_refused() -> None:
    refused = refusal(collection(GOOD), "A1", "A2")
    assert (refused.key, refused.parameters["code"]) == ("border_missing", "A2")


def test_a_code_is_found_under_its_usual_names_or_the_one_that_is_given() -> None:
    names = [{"statcode": "A1"}, {"WK_CODE": " A1 ", "GM_CODE": "GM0001"}, {"BU_CODE": "A1", "wk_code": "WK000110"}]
    for properties in names:
        text = collection({**GOOD, "properties": properties})
        assert [one.code for one in read_features(text)] == ["A1"]
    assert [one.code for one in read_features(collection(feature(7, square(0, 0), name="Nr")), code_name="nr")] == ["7"]


def test_degrees_and_metres_give_the_same_border() -> None:
    metres = drawn(collection(feature("A1", [to_grid((x, y), "degrees") for x, y in DEGREES]), crs=RD), asked("A1"))
    degrees = drawn(collection(feature("A1", [[*point, 12.5] for point in DEGREES])), asked("A1"))
    assert metres.borders == degrees.borders


def test_a_file_of_the_whole_country_will_do() -> None:
    text = collection(feature("WK000110", square(0, 0)), feature("WK000210", None), feature("BU00021001", None))
    found = drawn(b"\xef\xbb\xbf" + text, asked(A1=["WK000110"]))
    assert (list(by_code(found)), found.elsewhere) == (["A1"], 2)


def test_a_sentence_names_what_to_look_for() -> None:
    refused = refusal(json.dumps({"type": "FeatureCollection", "features": [{"properties": {}}]}).encode())
    assert "statcode" in str(REFUSALS[refused.key]) % refused.parameters
