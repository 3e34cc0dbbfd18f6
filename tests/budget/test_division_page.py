"""The worked example on the page about the allocation model is what the code does."""

import csv
import json
import re
from io import BytesIO, StringIO
from pathlib import Path

import pytest

from wijkaanzet.budget.rules.division import Division
from wijkaanzet.budget.rules.engine import divide
from wijkaanzet.budget.rules.model_file import load_model
from wijkaanzet.budget.rules.result_file import line_rows
from wijkaanzet.scans.rules.figures_file import load_figures

PAGE = Path(__file__).parents[2] / "docs" / "algorithms" / "verdeelmodel.md"


def block(name: str) -> str:
    """The text of the fenced block with this name."""
    found = re.findall(rf"^```\w+ {name}\n(.*?)^```$", PAGE.read_text(), re.DOTALL | re.MULTILINE)
    assert len(found) == 1, f"the page has {len(found)} blocks named {name}"
    return str(found[0])


@pytest.fixture(name="division")
def divided() -> Division:
    """The example of the page, divided."""
    model = load_model(block("model").encode())
    return divide(model, load_figures(BytesIO(block("figures").encode()), model.figures, model.columns()))


@pytest.mark.done("2.verdeelmodel-page")
class TestTheWorkedExample:
    def test_has_the_outcome_of_the_page(self, division: Division) -> None:
        outcome = {
            "city": {one.key: one.cents for one in division.city},
            "areas": {
                area.code: {"cents": area.cents, "components": area.earmarks["ontmoeting"].components}
                for area in division.areas
            },
            "flags": [{"key": flag.key, **flag.parameters} for flag in division.flags],
        }
        assert outcome == json.loads(block("outcome"))

    def test_has_the_explanation_of_the_page(self, division: Division) -> None:
        rows = [[str(cell) for cell in row] for row in line_rows(division.areas)]
        assert rows == list(csv.reader(StringIO(block("lines"))))[1:]
