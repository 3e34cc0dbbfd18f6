"""Pages of one network and one plan, in a municipality with five hundred of them.

The twin of a page is the same page of a database that holds one such network: fifty people take part, and its plan has
forty priorities. Who looks at one must not wait for the others, nor read more of them than one page of a list. A page
puts as many questions as that of a network of two people with one priority. Each time is the median of thirty visits,
in turns.
"""

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
LIMIT = 1.5


def run(scale: float) -> list[tuple[str, float, float, float]]:
    """Name, our seconds, bare seconds, limit of the ratio; in a process of its own, with databases of its own."""
    with tempfile.TemporaryDirectory() as folder:
        environment = {
            **os.environ,
            "DJANGO_SETTINGS_MODULE": "wijkaanzet.config.settings",
            "PYTHONPATH": os.pathsep.join([str(ROOT / "src"), str(ROOT)]),
            "WZ_CLOCK_FILE": str(Path(folder) / "clock"),
            "WZ_DATABASE_URL": f"sqlite:///{Path(folder) / 'one.sqlite3'}",
            "WZ_DEMO": "1",
            "WZ_STATIC_ROOT": str(Path(folder) / "static"),
        }
        command = [sys.executable, "-m", "benchmarks._networks", folder, str(scale)]
        done = subprocess.run(command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, text=True, check=False)
    if done.returncode:
        raise SystemExit(done.stdout.strip() or done.returncode)
    found: list[tuple[str, float, float]] = [
        (one[0], one[1], one[2]) for one in json.loads(done.stdout.splitlines()[-1])
    ]
    return [(name, ours, bare, LIMIT) for name, ours, bare in found]
