"""Build the demo, serve it, or walk the main line through it. `./run demo` starts this inside .venv."""

import argparse
import hashlib
import os
import secrets
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType

ROOT = Path(__file__).resolve().parents[1]
SOURCE = ROOT / "src" / "wijkaanzet"
DEMO = ROOT / ".demo"
NOW, NEW, WALK, STATIC = DEMO / "now", DEMO / "new", DEMO / "walk", DEMO / "static"
DATA_FILES = ("*/migrations/*.py", "demo/**/*", "arrangements/data/*")
STATIC_FILES = ("*/static/**/*",)
START_SECONDS = 60

WELCOME = """
Wijk aan Zet: the demo runs on {url}
  {url}/tilburg/   what a resident sees: the neighbourhoods, and why each gets its amount; also {url}/amersfoort/
  {url}/demo/      step into a role: policy officer, controller, council member …
All figures are fictional. Stop with Ctrl-C; `./run demo --fresh` starts again from the beginning.
"""


def digest(patterns: tuple[str, ...]) -> str:
    """One hash over the names and contents of the source files that match."""
    total = hashlib.sha256()
    found = {path for pattern in patterns for path in SOURCE.glob(pattern)}
    for path in sorted(path for path in found if path.is_file() and path.suffix != ".pyc"):
        total.update(f"{path.relative_to(SOURCE)}\0".encode() + hashlib.sha256(path.read_bytes()).digest())
    return total.hexdigest()


def is_fresh(stamp: Path, patterns: tuple[str, ...]) -> bool:
    """Whether what lies beside the stamp was made from the files as they are now."""
    return stamp.is_file() and stamp.read_text(encoding="ascii") == digest(patterns)


def environment(state: Path) -> dict[str, str]:
    """The variables of a demo that keeps its database, clock and secret in the folder `state`."""
    ours = {
        "PYTHONPATH": str(ROOT / "src"),
        "DJANGO_SETTINGS_MODULE": "wijkaanzet.config.settings",
        "WZ_DEMO": "1",
        "WZ_DATABASE_URL": f"sqlite:///{state / 'db.sqlite3'}",
        "WZ_CLOCK_FILE": str(state / "clock"),
        "WZ_STATIC_ROOT": str(STATIC),
    }
    secret = state / "secret"
    if secret.is_file():
        ours["WZ_SECRET_KEY"] = secret.read_text(encoding="ascii")
    return {**{name: value for name, value in os.environ.items() if not name.startswith("WZ_HOSTS")}, **ours}


def manage(state: Path, *arguments: str) -> int:
    """Run a command of Django on the demo in `state`; give its exit code."""
    command = [sys.executable, "manage.py", *arguments]
    return subprocess.run(command, cwd=ROOT, env=environment(state), check=False).returncode


def must(state: Path, *arguments: str) -> None:
    """Run a command of Django on the demo in `state`, and stop when it fails."""
    code = manage(state, *arguments)
    if code:
        raise SystemExit(f"The demo could not be built: `manage.py {arguments[0]}` failed (exit code {code}).")


def build(*, fresh: bool) -> None:
    """Bring .demo up to date. Made aside and then moved, so that a killed build leaves no half demo."""
    if not is_fresh(STATIC / "stamp", STATIC_FILES):
        shutil.rmtree(STATIC, ignore_errors=True)
        must(NOW, "collectstatic", "--noinput", "--verbosity", "0")
        STATIC.mkdir(parents=True, exist_ok=True)
        (STATIC / "stamp").write_text(digest(STATIC_FILES), encoding="ascii")
    if not fresh and is_fresh(NOW / "stamp", DATA_FILES):
        return
    print("Building the demo …", flush=True)
    shutil.rmtree(NEW, ignore_errors=True)
    NEW.mkdir(parents=True)
    (NEW / "secret").write_text(secrets.token_urlsafe(50), encoding="ascii")
    must(NEW, "migrate", "--noinput", "--verbosity", "0")
    must(NEW, "build_demo")
    (NEW / "stamp").write_text(digest(DATA_FILES), encoding="ascii")
    shutil.rmtree(NOW, ignore_errors=True)
    NEW.rename(NOW)


def port_is_free(port: int) -> bool:
    """Whether nothing listens on this port of the machine."""
    with socket.socket() as probe:
        probe.settimeout(1)
        return probe.connect_ex(("127.0.0.1", port)) != 0


def free_port() -> int:
    """A port that the system says is free."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def answers(url: str) -> bool:
    """Whether the site at `url` says that it may be sent visitors."""
    try:
        with urllib.request.urlopen(f"{url}/gezond/klaar/", timeout=5) as response:  # noqa: S310 - our own address
            return bool(response.status == 200)
    except (urllib.error.URLError, OSError):
        return False


@contextmanager
def server(state: Path, port: int) -> Iterator[subprocess.Popen[bytes]]:
    """Gunicorn on the demo in `state`, ready to answer; always stopped at the end."""
    url = f"http://127.0.0.1:{port}"
    command = [sys.executable, "-m", "gunicorn", "--config", "python:wijkaanzet.config.gunicorn"]
    process = subprocess.Popen([*command, "--bind", f"127.0.0.1:{port}"], cwd=ROOT, env=environment(state))
    try:
        until = time.monotonic() + START_SECONDS
        while not answers(url):
            if process.poll() is not None:
                raise SystemExit("The demo could not start; see the lines above.")
            if time.monotonic() > until:
                raise SystemExit(f"The demo did not answer within {START_SECONDS} seconds; see the lines above.")
            time.sleep(0.1)
        yield process
    finally:
        process.terminate()
        try:
            process.wait(timeout=10)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def serve(port: int) -> int:
    """Serve the demo until somebody stops it."""
    with server(NOW, port) as process:
        print(WELCOME.format(url=f"http://127.0.0.1:{port}"), flush=True)
        return process.wait()


def walk() -> int:
    """Walk the main line over HTTP on a copy, so that the demo itself stays as it was built."""
    shutil.rmtree(WALK, ignore_errors=True)
    shutil.copytree(NOW, WALK)
    port = free_port()
    with server(WALK, port):
        code = manage(WALK, "walk_demo", "--url", f"http://127.0.0.1:{port}")
    print("The main line was walked to its end." if code == 0 else "The main line broke off; see above.", flush=True)
    return code


def stop(_number: int, _frame: FrameType | None) -> None:
    """Leave through the ordinary exit, so that the server is stopped too."""
    raise SystemExit(0)


def main() -> int:
    """Read what is asked and do it."""
    if sys.argv[1:2] == ["manage"]:
        NOW.mkdir(parents=True, exist_ok=True)
        return manage(NOW, *sys.argv[2:])
    parser = argparse.ArgumentParser(prog="./run demo", description=__doc__)
    parser.add_argument("--no-serve", action="store_true", help="build, walk the main line over HTTP, and stop")
    parser.add_argument("--fresh", action="store_true", help="throw the demo away and build it again")
    parser.add_argument("--port", type=int, default=8000)
    options = parser.parse_args()
    signal.signal(signal.SIGTERM, stop)
    if not options.no_serve and not port_is_free(options.port):
        raise SystemExit(f"Port {options.port} is taken; try: ./run demo --port {options.port + 1}")
    try:
        build(fresh=options.fresh)
        return walk() if options.no_serve else serve(options.port)
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(main())
