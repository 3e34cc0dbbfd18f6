"""The division over the published figures of two real municipalities, when their file is at hand."""

import os
from pathlib import Path

import pytest

from tests.budget.division_inputs import MODEL
from wijkaanzet.budget.rules.division import Division
from wijkaanzet.budget.rules.engine import divide
from wijkaanzet.budget.rules.model import Model
from wijkaanzet.budget.rules.model_file import load_model
from wijkaanzet.scans.rules.figures_file import load_figures


def divided(municipality: str | None) -> tuple[Model, Division]:
    """The example model over the wijken of a municipality, or of the whole country."""
    folder = os.environ.get("WZ_REAL_DATA")
    if not folder:
        pytest.skip("WZ_REAL_DATA does not name the folder with the real figures")
    model = load_model(MODEL.read_bytes())
    with (Path(folder) / "neighbourhoods" / "wijken_2022.csv").open("rb") as file:
        figures = load_figures(file, model.figures, model.columns(), municipality=municipality)
    return model, divide(model, figures)


@pytest.mark.done("2.real-division")
@pytest.mark.parametrize(("municipality", "wijken"), [("GM0855", 59), ("GM0307", 33)])
class TestARealMunicipality:
    def test_is_divided_to_the_cent_in_every_earmark_and_component(self, municipality: str, wijken: int) -> None:
        model, division = divided(municipality)
        assert len(division.areas) == wijken
        city = {one.key: sum(x.cents for x in division.city if x.earmark == one.key) for one in model.earmarks}
        for earmark in model.earmarks:
            parts = [area.earmarks[earmark.key] for area in division.areas]
            assert city[earmark.key] + sum(part.cents for part in parts) == model.total_cents * earmark.share
            assert all(sum(part.components.values()) == part.cents for part in parts)
        assert sum(city.values()) + sum(area.cents for area in division.areas) == model.total_cents

    def test_is_explained_to_the_cent_in_every_wijk(self, municipality: str, wijken: int) -> None:
        _, division = divided(municipality)
        assert all(area.cents == sum(line.cents for line in area.lines) for area in division.areas)
        assert {area.code[2:6] for area in division.areas} == {municipality[2:]}
        assert len({area.code for area in division.areas}) == wijken


def test_the_whole_country_is_divided_in_one_go() -> None:
    folder = os.environ.get("WZ_REAL_DATA")
    if not folder:
        pytest.skip("WZ_REAL_DATA does not name the folder with the real figures")
    model = load_model(MODEL.read_bytes().replace(b'"total_cents": 1500000000', b'"total_cents": 150000000000'))
    with (Path(folder) / "neighbourhoods" / "wijken_2022.csv").open("rb") as file:
        division = divide(model, load_figures(file, model.figures, model.columns()))
    assert len(division.areas) == 3_340
    assert sum(one.cents for one in division.city) + sum(area.cents for area in division.areas) == 150_000_000_000
