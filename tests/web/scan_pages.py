"""A scan over HTTP: its addresses, and forms as a browser sends them; what the tests of its pages share."""

from typing import Any

from django.test import Client

from tests.conftest import AT
from tests.scans.scan_town import YEAR, ScanTown, figure, tale, voice
from wijkaanzet.kernel.actors import Actor
from wijkaanzet.scans import operations
from wijkaanzet.scans.models import Scan
from wijkaanzet.scans.rules.scan import ScanPartKey, ScanStatus

Page = Any
"""A response of the test client, with its context."""
AREA = "/proefstad/wijken/noord/wijkscan/"
HERE = f"{AREA}{YEAR}"
WHO = ("coordinator", "area_manager", "professional", "member", "officer", "elsewhere")
STRENGTHS = "onderdeel/strengths/"


def at(step: str = "", *, year: int = YEAR) -> str:
    """The address of the scan of Noord, or of a step with it."""
    return f"{AREA}{year}/{step}"


def actor(town: ScanTown, who: str) -> Actor | None:
    """Somebody of Proefstad; a visitor is nobody."""
    found: Actor | None = None if who == "visitor" else getattr(town, who)
    return found


def scan_in(town: ScanTown, status: ScanStatus) -> Scan:
    """A scan of Noord with a figure, a voice and a story, that came as far as a status."""
    town.lonely(12)
    items = (figure(meaning="Veel mensen zijn alleen."), voice(town.told()), tale(town.story()))
    scan = town.started()
    town.fill(scan, ScanPartKey.STRENGTHS, *items)
    if status is not ScanStatus.DRAFT:
        scan = town.asked(scan)
    if status is ScanStatus.PUBLISHED:
        scan = operations.publish_scan(scan, actor=town.coordinator, at=AT)
    return scan


def send(client: Client, step: str, /, **answers: str) -> Page:
    """Send a form of the scan."""
    return client.post(at(step), answers)
