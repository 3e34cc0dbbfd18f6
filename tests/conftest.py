"""Shared by all tests: one fixed moment, Dutch as the language, and no way to the internet."""

import socket
from collections.abc import Iterator
from datetime import UTC, datetime
from ipaddress import ip_address

import pytest
from django.utils import translation

AT = datetime(2017, 10, 2, 9, 0, tzinfo=UTC)
"""The moment at which the demo's year starts; pass it, or a later one, as `at`."""


def is_local(address: object) -> bool:
    """Whether a socket address stays on this machine: a Unix socket or the loopback range."""
    if not isinstance(address, tuple):
        return True
    try:
        return ip_address(address[0]).is_loopback
    except ValueError:  # a name
        return bool(address[0] == "localhost")


@pytest.fixture(autouse=True)
def no_internet(monkeypatch: pytest.MonkeyPatch) -> None:
    """A test that calls out fails: it would depend on somebody else's machine."""
    connect = socket.socket.connect

    def guarded(self: socket.socket, address: tuple[str, int] | str) -> None:
        if not is_local(address):
            raise AssertionError(f"A test tried to reach {address}; tests stay on this machine.")
        connect(self, address)

    monkeypatch.setattr(socket.socket, "connect", guarded)


@pytest.fixture(autouse=True)
def dutch() -> Iterator[None]:
    """Every test starts in Dutch, whatever the one before it asked for."""
    with translation.override("nl"):
        yield
