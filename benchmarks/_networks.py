"""What benchmarks/networks.py measures in a process of its own: `FOLDER SCALE`; in the demo's Tilburg."""

import io
import json
import logging
import shutil
import statistics
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from unittest.mock import patch

import django

django.setup()

from django.core.management import call_command  # noqa: E402 - Django first
from django.db import connection  # noqa: E402
from django.db.backends.sqlite3.base import SQLiteCursorWrapper  # noqa: E402
from django.test import Client  # noqa: E402
from django.test.utils import CaptureQueriesContext  # noqa: E402

from benchmarks._network_town import lay, multiply  # noqa: E402
from wijkaanzet.areas.models import Area  # noqa: E402
from wijkaanzet.people.models import User  # noqa: E402
from wijkaanzet.plans.models import Plan  # noqa: E402
from wijkaanzet.web.paging import PER_PAGE  # noqa: E402

Measured = tuple[str, float, float]

NETWORKS, PEOPLE, PRIORITIES = 500, 50, 40
VISITS = 30
ROWS_OF_A_LINE = 4
"""What a line of a list reads at most: the move, its subject, what that is about, and where it can be read."""
PAGES = {
    "table of a network": ("/tilburg/netwerken/{key}/tafel/", "tilburg-coordinator"),
    "table of a plan": ("/tilburg/plannen/{plan}/schrijven/", "tilburg-coordinator"),
    "plan for everybody": ("/tilburg/plannen/{plan}/", ""),
    "your move, coordinator": ("/tilburg/aan-zet/", "tilburg-coordinator"),
    "your move, policy officer": ("/tilburg/aan-zet/", "tilburg-policy_officer"),
}
LISTS = {"your move, policy officer"}
"""What all networks ask of one person: its twin is a list of which one page is full."""
FULL = 13
"""Networks with which it is."""


def main(folder: Path, scale: float) -> None:
    """Print what was measured as one line of JSON."""
    logging.disable(logging.CRITICAL)
    call_command("migrate", verbosity=0)
    call_command("collectstatic", verbosity=0, interactive=False)
    call_command("build_demo", stdout=io.StringIO())
    one, full, many, small = (folder / f"{name}.sqlite3" for name in ("one", "full", "many", "small"))
    area = Area.objects.select_related("division__municipality").get(
        division__municipality__slug="tilburg", slug="noord"
    )
    connection.close()
    shutil.copy(one, small)
    plan = lay(area, "Maatstaf", people=PEOPLE, priorities=PRIORITIES)
    networks = max(2, round(NETWORKS * scale))
    for database, number in ((full, min(FULL, networks)), (many, networks)):
        _use(one)
        connection.close()
        shutil.copy(one, database)
        _use(database)
        multiply(plan, number - 1)
    _use(small)
    little = lay(area, "Maatstaf", people=2, priorities=1)
    visits = max(3, round(VISITS * min(1, scale)))
    found = [_page(name, {full if name in LISTS else one: plan, many: plan, small: little}, visits) for name in PAGES]
    sys.stdout.write(f"\n{json.dumps(found)}\n")


def _page(name: str, plans: dict[Path, Plan], visits: int) -> Measured:
    """A page with all networks and with one; visited in turns, each time once before on the same connection."""
    address, account = PAGES[name]
    one, many, _small = plans
    times: dict[Path, list[float]] = {}
    asked: dict[Path, int] = {}
    read: dict[Path, int] = {}
    for _visit in range(visits):
        for database, plan in plans.items():
            _use(database)
            client, path = _client(account), address.format(key="maatstaf", plan=plan.public_id)
            with _rows_read() as rows:
                asked[database] = _questions(client, path)
            read[database] = len(rows)
            if database in (one, many):
                start = time.perf_counter()
                client.get(path)
                times.setdefault(database, []).append(time.perf_counter() - start)
    if len(set(asked.values())) > 1:
        raise SystemExit(f"{name}: questions {list(asked.values())} with one network, with all, and with a small one.")
    if read[many] > read[one] + ROWS_OF_A_LINE * PER_PAGE:
        raise SystemExit(f"{name}: reads {read[many]} rows with all networks, {read[one]} with one.")
    ours, bare = (statistics.median(times[database]) for database in (many, one))
    return f"{name}, {asked[many]} queries, {read[many]} rows", ours, bare


def _client(account: str) -> Client:
    client = Client(SERVER_NAME="localhost")
    if account:
        client.force_login(User.objects.get(username=account))
    return client


@contextmanager
def _rows_read() -> Iterator[list[object]]:
    """Every row that comes out of the database meanwhile."""
    rows: list[object] = []
    many, one = SQLiteCursorWrapper.fetchmany, SQLiteCursorWrapper.fetchone

    def fetchmany(cursor: SQLiteCursorWrapper, size: int) -> list[object]:
        found: list[object] = many(cursor, size)
        rows.extend(found)
        return found

    def fetchone(cursor: SQLiteCursorWrapper) -> object:
        found: object = one(cursor)
        rows.extend([found] if found is not None else [])
        return found

    with patch.multiple(SQLiteCursorWrapper, fetchmany=fetchmany, fetchone=fetchone):
        yield rows


def _use(database: Path) -> None:
    """From now on another database."""
    connection.close()
    connection.settings_dict["NAME"] = str(database)


def _questions(client: Client, path: str) -> int:
    with CaptureQueriesContext(connection) as captured:
        answer = client.get(path)
    if answer.status_code != 200:
        raise SystemExit(f"{path} answered {answer.status_code}.")
    return len(captured.captured_queries)


if __name__ == "__main__":
    main(Path(sys.argv[1]), float(sys.argv[2]))
