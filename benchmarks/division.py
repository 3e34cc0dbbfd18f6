"""The exact division of all wijken of the country against bare sums of as many fractions.

The bare twin adds, with Python's own fractions, one target per wijk, earmark and criterion: no floors, no rounding, no
components, no explanation. With WZ_REAL_DATA the figures are the published ones, otherwise figures of the same shape
from a fixed seed.
"""

import csv
import json
import os
import random
from fractions import Fraction
from io import BytesIO, StringIO
from pathlib import Path

from benchmarks._timing import fastest
from wijkaanzet.budget.rules.engine import divide
from wijkaanzet.budget.rules.model import Model
from wijkaanzet.budget.rules.model_file import load_model
from wijkaanzet.scans.rules.figures import Figures
from wijkaanzet.scans.rules.figures_file import load_figures

WIJKEN = 3_340
ROUNDS = 5
LIMIT = 6.0

MODEL = {
    "format": "wijkaanzet-verdeelmodel",
    "version": 1,
    "name": "All wijken",
    "year": 2022,
    "total_cents": 150_000_000_000,
    "rounding_cents": 1,
    "figures": {
        "delimiter": ",",
        "decimal": ".",
        "encoding": "utf-8",
        "missing": ["", "."],
        "code": "code",
        "name": "name",
        "inhabitants": "population",
    },
    "empty_area": "no_base",
    "earmarks": [
        {
            "key": key,
            "share": share,
            "city": {"share": "0.05", "lines": []},
            "base_cents": 1_000_000,
            "criteria": [
                {"key": "inwoners", "column": "population", "kind": "count", "weight": "0.5", "missing": "refuse"},
                *(
                    {
                        "key": column.replace("_", "-"),
                        "column": column,
                        "kind": "percentage",
                        "of": "population",
                        "weight": "0.25",
                        "missing": "municipality_rate",
                    }
                    for column in ("pop_0_14", "income_low")
                ),
            ],
            "floor": {"cents": 1_500_000, "cents_per_inhabitant": 0},
        }
        for key, share in (("jeugd", "2/5"), ("volwassenen", "3/5"))
    ],
    "components": [
        {"key": "basis", "share": "0.6"},
        {"key": "variabel", "share": "0.35"},
        {"key": "onvoorzien", "share": "0.05"},
    ],
}


def synthetic(wijken: int) -> bytes:
    """Figures in the layout of the published file, the same on every machine."""
    dice = random.Random(2022)
    out = StringIO()
    writer = csv.writer(out)
    writer.writerow(["code", "name", "population", "pop_0_14", "income_low"])
    for number in range(wijken):
        people = 5 * int(dice.lognormvariate(6.4, 1.2))
        low = "" if dice.random() < 0.06 else round(dice.uniform(15, 65), 1)
        writer.writerow([f"WK{number // 90:04}{number % 90 + 10}", f"Wijk {number}", people, dice.randint(3, 30), low])
    return out.getvalue().encode()


def all_wijken(model: Model, wijken: int) -> Figures:
    """The published figures when they are at hand, the synthetic ones otherwise."""
    folder = os.environ.get("WZ_REAL_DATA")
    file = Path(folder) / "neighbourhoods" / "wijken_2022.csv" if folder else None
    content = file.read_bytes() if file else synthetic(wijken)
    read = load_figures(BytesIO(content), model.figures, model.columns())
    return Figures(read.areas[:wijken], read.sha256)


def bare_sums(model: Model, figures: Figures) -> list[Fraction]:
    """One sum of fractions per wijk and earmark: count × weight × money / total, over all criteria."""
    sums: list[Fraction] = []
    for earmark in model.earmarks:
        prices: list[tuple[str, Fraction]] = []
        for one in earmark.criteria:
            total = sum((area.values[one.column] or Fraction(0) for area in figures.areas), Fraction(0))
            prices.append((one.column, one.weight * earmark.share * model.total_cents / total))
        for area in figures.areas:
            sums.append(sum(((area.values[name] or Fraction(0)) * price for name, price in prices), Fraction(0)))
    return sums


def run(scale: float) -> list[tuple[str, float, float, float]]:
    """Time both at this part of the full size: name, our seconds, bare seconds, limit of the ratio."""
    wijken = max(10, round(WIJKEN * scale))
    model = load_model(json.dumps(MODEL | {"total_cents": 45_000_000 * wijken}).encode())
    figures = all_wijken(model, wijken)
    ours, bare = fastest(lambda: divide(model, figures), lambda: bare_sums(model, figures), rounds=ROUNDS)
    return [(f"exact division of {len(figures.areas)} wijken", ours, bare, LIMIT)]
