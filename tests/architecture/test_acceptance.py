"""What an issue asks is found back in the tests: the mark `done` names issue and item."""

from tests.architecture.source import ROOT
from tools.acceptance import proofs, proofs_in

ADVICE = 'Write @pytest.mark.done("<issue>.<item>"), such as "2.exact-division" or "2.7": lower case, digits, hyphens.'
PLANTED = """
@pytest.mark.done("2.exact-division")
def test_a(): ...

@pytest.mark.done("exact division", "2.7")
class TestB: ...
"""


def test_every_item_is_well_named():
    wrong = [proof for proof in proofs((ROOT / "tests").rglob("test_*.py")) if not proof.is_well_named]
    assert not wrong, f"{ADVICE}\n{wrong}"


def test_planted_item_is_caught():
    found = {proof.item: proof.is_well_named for proof in proofs_in(PLANTED, "a.py")}
    assert found == {"2.exact-division": True, "exact division": False, "2.7": True}
