"""Fifty people who tell something to a real server, each from an own address, and try again when it is gone."""

import os
import re
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from http.client import HTTPConnection, HTTPException
from pathlib import Path
from urllib.parse import urlencode, urlsplit

from django.db import connection

from tools import demo

ROOT = Path(__file__).parents[2]


def database_url() -> str:
    """The database of this test, for another process."""
    name = str(connection.settings_dict["NAME"])
    if connection.vendor == "sqlite":
        return f"sqlite:///{name}"
    return urlsplit(os.environ["WZ_TEST_DATABASE_URL"])._replace(path=f"/{name}").geturl()


class Server:
    """Gunicorn with two workers on the database of the test; can be killed and started again on the same port."""

    def __init__(self) -> None:
        self.port = demo.free_port()
        self.process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """Serve, and wait until it answers."""
        environment = {
            **os.environ,
            "DJANGO_SETTINGS_MODULE": "tests.settings",
            "PYTHONPATH": f"{ROOT / 'src'}{os.pathsep}{ROOT}",
            "WZ_TEST_DATABASE_URL": database_url(),
        }
        command = [sys.executable, "-m", "gunicorn", "--config", "python:wijkaanzet.config.gunicorn"]
        self.process = subprocess.Popen(
            [*command, "--bind", f"127.0.0.1:{self.port}"], cwd=ROOT, env=environment, start_new_session=True
        )
        answers_before = threading.Event()
        for _ in range(600):
            if demo.answers(f"http://127.0.0.1:{self.port}"):
                return
            answers_before.wait(0.1)  # nobody sets it: the port is asked ten times a second
        raise AssertionError("the server did not start")

    def kill(self) -> None:
        """Master and workers at once, without a moment to finish anything."""
        if self.process is not None:
            with suppress(ProcessLookupError):
                os.killpg(self.process.pid, signal.SIGKILL)
            self.process.wait()


@contextmanager
def served() -> Iterator[Server]:
    """A server that is always gone at the end."""
    server = Server()
    server.start()
    try:
        yield server
    finally:
        server.kill()


class Sender(threading.Thread):
    """Somebody who opens the form, fills it in, sends it, and sends the same form again when no answer came."""

    def __init__(self, server: Server, path: str, number: int, *, again: threading.Event) -> None:
        super().__init__()
        self.server, self.path, self.number, self.again = server, path, number, again
        self.address = f"127.0.1.{number + 1}"
        self.cookies: dict[str, str] = {}
        self.receipt = self.failed = ""

    def run(self) -> None:
        """Until there is a receipt, or a clear no."""
        fields = self._opened()
        for _try in range(2):
            try:
                status, where, page = self._ask("POST", self.path, urlencode(fields))
            except (OSError, HTTPException):
                self.again.wait(timeout=60)
                continue
            if status == 302:
                self.receipt = where
            else:
                self.failed = f"{status}: {page[:200]}"
            return
        self.failed = "no answer twice"

    def _opened(self) -> dict[str, str]:
        """The form as it is filled in; when the server is gone before that, it is opened later."""
        try:
            page = self._ask("GET", self.path)[2]
        except (OSError, HTTPException):
            self.again.wait(timeout=60)
            page = self._ask("GET", self.path)[2]
        hidden = dict(re.findall(r'<input type="hidden"\s+name="(\w+)"\s+value="([^"]*)"', page))
        return {**hidden, "text": f"Verhaal nummer {self.number} over de tuin.", "may_share": "yes", "area": "zuid"}

    def _ask(self, method: str, path: str, body: str = "") -> tuple[int, str, str]:
        caller = HTTPConnection("127.0.0.1", self.server.port, timeout=60, source_address=(self.address, 0))
        headers = {"Cookie": "; ".join(f"{name}={value}" for name, value in self.cookies.items())}
        if body:
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        try:
            caller.request(method, path, body or None, headers)
            answer = caller.getresponse()
            text = answer.read().decode()
        finally:
            caller.close()
        for given in answer.headers.get_all("Set-Cookie") or []:
            name, _, rest = given.partition("=")
            self.cookies[name] = rest.split(";")[0]
        return answer.status, answer.headers.get("Location", ""), text
