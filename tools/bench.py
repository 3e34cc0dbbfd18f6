"""Time each module of benchmarks/ against its bare twin and print a table: `./run bench [--scale 0.01]`.

A benchmark module has `run(scale)`, which gives rows (name, our seconds, bare seconds, limit of the ratio). A ratio
over its limit fails at full size; a smaller size only shows that the benchmark still runs, since noise would judge.
"""

import argparse
import importlib
import os
import sys
from collections.abc import Iterable
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
Row = tuple[str, float, float, float]


def modules(folder: Path) -> list[str]:
    """The benchmarks by name."""
    return sorted(path.stem for path in folder.glob("*.py") if not path.stem.startswith("_"))


def line(row: Row) -> str:
    """One row of the table."""
    name, ours, bare, limit = row
    return f"{name:48} {ours * 1000:10.1f} {bare * 1000:10.1f} {ours / bare:7.2f} {limit:7.1f}"


def too_slow(rows: Iterable[Row], scale: float) -> list[str]:
    """The names of what is over its limit, when the size is large enough to judge."""
    return [name for name, ours, bare, limit in rows if scale >= 1 and ours > bare * limit]


def main() -> int:
    """Run all, print the table, and fail when a ratio is over its limit."""
    parser = argparse.ArgumentParser(prog="./run bench", description=__doc__)
    parser.add_argument("--scale", type=float, default=1.0, help="part of the full size, for example 0.01")
    parser.add_argument("names", nargs="*", help="only these modules")
    options = parser.parse_args()
    sys.path.insert(0, str(ROOT))
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "wijkaanzet.config.settings")
    print(f"{'benchmark (times in ms)':48} {'ours':>10} {'bare':>10} {'ratio':>7} {'limit':>7}")
    rows: list[Row] = []
    for name in options.names or modules(ROOT / "benchmarks"):
        found: list[Row] = list(importlib.import_module(f"benchmarks.{name}").run(options.scale))
        print("\n".join(map(line, found)), flush=True)
        rows += found
    slow = too_slow(rows, options.scale)
    if slow:
        print(f"Over the limit: {', '.join(slow)}", file=sys.stderr)
    return 1 if slow else 0


if __name__ == "__main__":
    sys.exit(main())
