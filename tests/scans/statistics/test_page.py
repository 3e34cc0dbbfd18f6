"""The example on the page of the statistics, computed again."""

import csv
import re
from pathlib import Path

import pytest

from wijkaanzet.scans.rules.statistics.intervals import proportion, rate

PAGE = Path(__file__).parents[3] / "docs" / "algorithms" / "statistics.md"


def example() -> list[dict[str, str]]:
    found = re.search(r"```csv intervals\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)
    assert found is not None
    return list(csv.DictReader(found[1].splitlines()))


@pytest.mark.parametrize("row", example(), ids=lambda row: "-".join(list(row.values())[:5]))
def test_each_row_of_the_example_is_right(row: dict[str, str]):
    numerator, denominator, rounding, level = (
        float(row[name]) for name in ("numerator", "denominator", "rounding", "level")
    )
    interval = {"proportion": proportion, "rate": rate}[row["figure"]]
    found = interval(numerator, denominator, level=level, rounding=rounding)
    assert (f"{found.low:.4f}", f"{found.high:.4f}") == (row["low"], row["high"])
