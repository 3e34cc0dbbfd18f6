"""Small inputs for the tests of the division: a model as a dictionary to change, and figures as text."""

import json
from copy import deepcopy
from io import BytesIO
from pathlib import Path

from wijkaanzet.budget.rules.division import Division
from wijkaanzet.budget.rules.engine import divide
from wijkaanzet.budget.rules.model import Model
from wijkaanzet.budget.rules.model_file import load_model
from wijkaanzet.scans.rules.figures import Figures
from wijkaanzet.scans.rules.figures_file import load_figures

DATA = Path(__file__).parent / "data"
MODEL = DATA / "MODEL.json"
FIGURES = DATA / "wijken.csv"

Json = dict[str, object]


def criterion(key: str, weight: str, **changes: object) -> Json:
    """A criterion that counts a column of its own name."""
    return {
        "key": key.replace("_", "-"),
        "column": key,
        "kind": "count",
        "weight": weight,
        "missing": "refuse",
    } | changes


def earmark(*criteria: Json, **changes: object) -> Json:
    """The only earmark of a model: no city part, no base, no floor, divided by inhabitants."""
    plain: Json = {
        "key": "alles",
        "share": "1",
        "city": {"share": "0", "lines": []},
        "base_cents": 0,
        "criteria": list(criteria or [criterion("population", "1")]),
        "floor": {"cents": 0, "cents_per_inhabitant": 0},
    }
    return plain | changes


def model_json(*earmarks: Json, **changes: object) -> Json:
    """A complete model of one million euros, to change where a test needs it."""
    document: Json = json.loads(MODEL.read_text())
    document |= {"total_cents": 100_000_000, "components": [], "earmarks": list(earmarks or [earmark()])}
    return deepcopy(document | changes)


def model(*earmarks: Json, **changes: object) -> Model:
    """The same model, read."""
    return load_model(json.dumps(model_json(*earmarks, **changes)).encode())


def figures(text: str, read: Model, municipality: str | None = None) -> Figures:
    """Figures from text; the cells are separated by spaces or commas."""
    return load_figures(BytesIO(text.encode()), read.figures, read.columns(), municipality=municipality)


def divided(read: Model, text: str) -> Division:
    """A model divided over figures given as text."""
    return divide(read, figures(text, read))


def amounts(division: Division) -> dict[str, int]:
    """Cents per area code."""
    return {area.code: area.cents for area in division.areas}
