"""What was decided stays readable: stored models are read again for as long as there are pages about them."""

from pathlib import Path

import pytest

from wijkaanzet.budget.rules.division import CityKind, LineKind
from wijkaanzet.budget.rules.model_file import load_model
from wijkaanzet.web.budget.files import CITY_KINDS, KINDS

DATA = Path(__file__).parent / "data"


@pytest.mark.done("2.formats")
def test_a_model_of_format_1_can_be_read_for_ever():
    """This file is frozen. When it no longer loads, the pages of decided divisions break: keep reading it."""
    model = load_model((DATA / "MODEL-format-1.json").read_bytes())
    assert model.earmarks
    assert model.sha256 == "5f921a4160086b390d81466a475a7a3ae270b9dd7e350d6fe758bc40cd420c03"


def test_every_kind_of_line_has_its_word_in_the_files():
    assert set(KINDS) == set(LineKind)
    assert set(CITY_KINDS) == set(CityKind)
