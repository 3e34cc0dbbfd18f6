"""Areas that only have a code and a name get an address and a tile."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wijkaanzet.areas.rules import is_slug
from wijkaanzet.areas.rules.naming import slug_of, slugs, tiles


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        ("Binnenstad", "binnenstad"),
        ("’t Zand & Wandelbos", "t-zand-wandelbos"),
        ("Oud-Noord (West)", "oud-noord-west"),
        ("Súdwest-Fryslân", "sudwest-fryslan"),
        ("  --  ", ""),
        ("北", ""),
        ("a" * 80, "a" * 60),
    ],
)
def test_a_name_becomes_an_address(name: str, slug: str) -> None:
    assert slug_of(name) == slug


def test_areas_with_one_name_all_get_the_end_of_their_code() -> None:
    names = {"WK085510": "Centrum", "WK085520": "Centrum", "WK085530": "Noord", "BU08551003": "!"}
    found = slugs(names, year=2022)
    assert found == {
        "WK085510": "centrum-10",
        "WK085520": "centrum-20",
        "WK085530": "noord",
        "BU08551003": "03",
    }


def test_an_address_that_was_given_out_before_is_left_alone() -> None:
    taken = {"noord", "noord-10", "noord-5510", "noord-wk085510"}
    assert slugs({"WK085510": "Noord"}, taken=taken, year=2022) == {"WK085510": "noord-wk085510-2022"}


@given(
    names=st.dictionaries(
        st.from_regex(r"\A[A-Za-z0-9-]{1,20}\Z"),
        st.sampled_from(["Noord", "noord", "Noord 10", "Zuid", "’", "x" * 80]) | st.text(min_size=1, max_size=80),
        max_size=12,
    ),
    taken=st.sets(st.sampled_from(["noord", "noord-10", "zuid", "gebied"])),
)
def test_every_area_gets_an_address_of_its_own(names: dict[str, str], taken: set[str]) -> None:
    found = slugs(names, taken=taken, year=2022)
    assert found.keys() == names.keys()
    assert len(set(found.values())) == len(found)
    assert all(map(is_slug, found.values()))
    assert not taken & set(found.values())


@pytest.mark.parametrize(("number", "across", "down"), [(1, 1, 1), (2, 2, 1), (4, 2, 2), (5, 3, 2), (59, 8, 8)])
def test_tiles_lie_in_a_grid_that_is_as_good_as_square_by_name(number: int, across: int, down: int) -> None:
    names = {f"A{place}": f"Wijk {place:02}" for place in reversed(range(number))}
    found = tiles(names)
    assert len(set(found.values())) == number
    assert (max(x for x, _ in found.values()) + 1, max(y for _, y in found.values()) + 1) == (across, down)
    by_place = sorted(found, key=lambda code: (found[code][1], found[code][0]))
    assert by_place == [f"A{place}" for place in range(number)]
    assert tiles({}) == {}
