"""Figures of a neighbourhood with ten years of the whole country loaded, and all wijken of the country at once.

The twin of a page is the same page of a database that holds the same tables of the one municipality: who loads the
country too must not wait for it, nor put more questions. At full size there are ten million figures; each time is the
median of thirty visits, in turns.

The twin of all wijken is the bare query that reads the same rows. Above it are our own sums: parts made into a whole,
what may be public, how sure it is, and the comparison with the municipality.
"""

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PAGE_LIMIT = 1.5
SHEET_LIMIT = 40.0
"""A row of the query is a tuple of texts, two millionths of a second. Of each figure we make exact numbers, a whole,
two intervals and a comparison: some seventy, spread so evenly that no part stands out."""


def run(scale: float) -> list[tuple[str, float, float, float]]:
    """Name, our seconds, bare seconds, limit of the ratio; in a process of its own, with databases of its own."""
    with tempfile.TemporaryDirectory() as folder:
        environment = {
            **os.environ,
            "DJANGO_SETTINGS_MODULE": "wijkaanzet.config.settings",
            "PYTHONPATH": os.pathsep.join([str(ROOT / "src"), str(ROOT)]),
            "WZ_CLOCK_FILE": str(Path(folder) / "clock"),
            "WZ_DATABASE_URL": f"sqlite:///{Path(folder) / 'municipality.sqlite3'}",
            "WZ_DEMO": "1",
            "WZ_STATIC_ROOT": str(Path(folder) / "static"),
        }
        command = [sys.executable, "-m", "benchmarks._figures", folder, str(scale)]
        done = subprocess.run(command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, text=True, check=False)
    if done.returncode:
        raise SystemExit(done.stdout.strip() or done.returncode)
    found: list[tuple[str, float, float]] = [
        (one[0], one[1], one[2]) for one in json.loads(done.stdout.splitlines()[-1])
    ]
    return [(name, ours, bare, PAGE_LIMIT if name.startswith("page") else SHEET_LIMIT) for name, ours, bare in found]
