"""An upload without end is cut at the limit, and nothing of it is left anywhere."""

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.test import Client

from tests.web.importing import LIST, TOLD, client_of
from tests.web.world import World
from wijkaanzet.people.rules import Role
from wijkaanzet.scans.models import FigureImport
from wijkaanzet.web.uploads import BESIDE_THE_FILE, MEGABYTE

pytestmark = [pytest.mark.django_db, pytest.mark.done("4.bad-input")]

LIMIT = settings.WZ_UPLOAD_MB * MEGABYTE
ROW = b"WK085500;Noord;1000\n"


class Stream(BytesIO):
    """A form with a file, piece by piece, as long as somebody asks for more; counts what was read."""

    def __init__(self) -> None:
        super().__init__()
        self.pieces = self.sent()
        self.total = 0

    def sent(self) -> Iterator[bytes]:
        for name, value in TOLD.items():
            yield f'--x\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{value}\r\n'.encode()
        yield b'--x\r\nContent-Disposition: form-data; name="file"; filename="cijfers.csv"\r\n\r\n'
        while True:
            yield ROW * 3_000

    def read(self, size: int | None = -1, /) -> bytes:
        data = next(self.pieces)[: size if size and size > 0 else None]
        self.total += len(data)
        return data


@pytest.fixture
def officer(world: World) -> Client:
    return client_of(world, Role.POLICY_OFFICER)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where parts of a large file lie while it comes in."""
    monkeypatch.setattr(settings, "FILE_UPLOAD_TEMP_DIR", str(tmp_path))
    return tmp_path


def send(client: Client, stream: Stream, declared: int) -> int:
    told: Any = {
        "wsgi.input": stream,
        "CONTENT_LENGTH": str(declared),
        "CONTENT_TYPE": "multipart/form-data; boundary=x",
    }
    return client.post(LIST, **told).status_code


def test_what_says_that_it_is_too_large_is_not_read(officer: Client, folder: Path):
    before, stream = FigureImport.objects.count(), Stream()
    assert send(officer, stream, 10**12) == 413
    assert stream.total == 0
    assert (FigureImport.objects.count(), list(folder.iterdir())) == (before, [])


def test_what_goes_on_past_the_limit_is_cut_off_there(officer: Client, folder: Path):
    before, stream = FigureImport.objects.count(), Stream()
    assert send(officer, stream, LIMIT + BESIDE_THE_FILE) == 413
    assert LIMIT < stream.total <= LIMIT + BESIDE_THE_FILE
    assert (FigureImport.objects.count(), list(folder.iterdir())) == (before, [])


def test_what_says_that_it_is_small_is_read_so_far(officer: Client, folder: Path):
    before, stream = FigureImport.objects.count(), Stream()
    assert send(officer, stream, 50_000) == 422  # a form that breaks off
    assert stream.total <= 100_000
    assert (FigureImport.objects.count(), list(folder.iterdir())) == (before, [])
