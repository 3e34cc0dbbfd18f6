"""Areas that are alike, with the reason why."""

from math import sqrt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wijkaanzet.scans.rules.statistics.peers import (
    MUNICIPALITY_SIZES,
    Peer,
    PeerGroup,
    PeerRule,
    nearest,
    own_set,
    same_class,
    same_size,
)

URBANITY = {"GM3": 1, "GM1": 1, "GM2": 2, "GM4": None, "GM5": 1}


def test_areas_of_one_class_stand_by_code_without_the_area_itself():
    found = same_class("GM5", URBANITY)
    assert found == PeerGroup(PeerRule.SAME_CLASS, (Peer("GM1"), Peer("GM3")), left_out=("GM4",))
    assert found.codes == ("GM1", "GM3")


@pytest.mark.parametrize("subject", ["GM4", "GM9"])
def test_an_area_without_a_class_has_nobody_beside_it(subject: str):
    assert same_class(subject, URBANITY).members == ()


@pytest.mark.parametrize(("subject", "codes"), [("A", ("B",)), ("B", ("A",)), ("C", ("D",)), ("D", ("C",)), ("E", ())])
def test_a_size_class_begins_at_its_bound(subject: str, codes: tuple[str, ...]):
    sizes = {"A": 0, "B": 4_999, "C": 5_000, "D": 9_999, "E": 10_000}
    assert same_size(subject, sizes, bounds=MUNICIPALITY_SIZES).codes == codes


@pytest.mark.parametrize("bounds", [(5, 5), (10, 5)])
def test_bounds_that_do_not_rise_are_refused(bounds: tuple[int, ...]):
    with pytest.raises(ValueError, match="bounds"):
        same_size("A", {"A": 1}, bounds=bounds)


def test_an_own_set_tells_which_codes_do_not_exist():
    found = own_set("GM1", ["GM3", "GM2", "GM1", "GM3", "GM77"], known=URBANITY)
    assert found == PeerGroup(PeerRule.OWN_SET, (Peer("GM2"), Peer("GM3")), left_out=("GM77",))


VALUES: dict[str, dict[str, float | None]] = {
    "A": {"old": 10.0, "owned": 50.0},
    "B": {"old": 12.0, "owned": 50.0},
    "C": {"old": 10.0, "owned": 70.0},
    "D": {"old": 14.0, "owned": 70.0},
    "E": {"old": None, "owned": 50.0},
    "F": {"owned": 50.0},
}


class TestNearest:
    def test_the_nearest_come_first_with_their_distance_in_standard_deviations(self):
        found = nearest("A", VALUES, variables=["old", "owned"], count=2)
        old, owned = sqrt(2.75), 10.0  # standard deviations of 10, 12, 10, 14 and of 50, 50, 70, 70
        assert found.codes == ("B", "C")
        assert [member.distance for member in found.members] == pytest.approx([2 / old, 20 / owned])
        assert found.left_out == ("E", "F")

    def test_with_all_variables_the_distance_is_the_root_of_the_squares(self):
        (*_, last) = nearest("A", VALUES, variables=["old", "owned"], count=9).members
        assert last.code == "D"
        assert last.distance == pytest.approx(sqrt(16 / 2.75 + 4))

    def test_equal_distances_stand_by_code(self):
        values = {code: {"x": value} for code, value in {"Z": 1.0, "M": 2.0, "B": 0.0, "Y": 1.0}.items()}
        assert nearest("Z", values, variables=["x"], count=3).codes == ("Y", "B", "M")

    def test_a_variable_in_which_all_are_alike_tells_nothing_apart(self):
        values = {code: {"x": 0.1, "y": value} for code, value in {"A": 1.0, "B": 3.0, "C": 2.0}.items()}
        assert nearest("A", values, variables=["x", "y"], count=2) == nearest("A", values, variables=["y"], count=2)

    @pytest.mark.parametrize("subject", ["E", "F", "X"])
    def test_nobody_is_near_to_what_is_not_known(self, subject: str):
        assert nearest(subject, VALUES, variables=["old"], count=2).members == ()

    @pytest.mark.parametrize(("variables", "count"), [([], 3), (["old"], 0)])
    def test_a_question_without_variables_or_neighbours_is_refused(self, variables: list[str], count: int):
        with pytest.raises(ValueError, match="neighbours"):
            nearest("A", VALUES, variables=variables, count=count)

    @given(
        st.dictionaries(st.text("ABCDEFG", min_size=1, max_size=3), st.integers(-50, 50), min_size=2),
        st.sampled_from([0.001, 0.5, 3.0, 1000.0]),
        st.integers(1, 6),
    )
    def test_units_do_not_matter_and_distances_never_fall(self, figures, unit, count):
        subject = min(figures)
        values, others = ({code: {"x": value * one} for code, value in figures.items()} for one in (1.0, unit))
        found, scaled = (nearest(subject, rows, variables=["x"], count=count) for rows in (values, others))
        distances = [member.distance or 0 for member in found.members]
        assert distances == sorted(distances)
        assert [member.distance for member in scaled.members] == pytest.approx(distances)
        assert len(found.members) == min(count, len(figures) - 1)
        assert subject not in found.codes
