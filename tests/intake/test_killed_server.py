"""Fifty people send at once and the server is killed in between: each has a receipt, and nothing is lost or double."""

import threading

import pytest

from tests.factories import AreaFactory, DivisionFactory, install
from tests.intake.senders import Sender, served
from wijkaanzet.intake import access
from wijkaanzet.intake.models import Entry

SENDERS = 50


@pytest.mark.both_engines
@pytest.mark.full
@pytest.mark.django_db(transaction=True)
@pytest.mark.done("5.receipts")
def test_a_killed_server_loses_nothing_and_doubles_nothing() -> None:
    town = install().municipality
    AreaFactory.create(division=DivisionFactory.create(municipality=town), slug="zuid")
    again = threading.Event()
    with served() as server:
        senders = [Sender(server, f"/{town.slug}/vertel/", number, again=again) for number in range(SENDERS)]
        for sender in senders:
            sender.start()
        kill_when(senders, receipts=10)
        server.kill()
        server.start()
        again.set()
        for sender in senders:
            sender.join(timeout=120)
        codes = {sender.receipt.split("/antwoord/")[1].split("/")[0] for sender in senders if sender.receipt}
    assert [sender.failed for sender in senders if sender.failed] == []
    assert len(codes) == SENDERS
    assert Entry.objects.count() == SENDERS
    assert all(access.entries_of_code(town, code).exists() for code in codes)


def kill_when(senders: list[Sender], *, receipts: int) -> None:
    """Wait until so many have their receipt, so that others are on their way."""
    for sender in senders[:receipts]:
        sender.join(timeout=120)
