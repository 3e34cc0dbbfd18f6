"""A file that is too large is refused by what it declares, and counted when it declares too little."""

from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile, UploadedFile
from django.http import HttpRequest, HttpResponse
from django.test import Client
from django.urls import path
from django.views.decorators.http import require_POST
from pytest_django import Settings

from wijkaanzet.config.site_urls import urlpatterns as site_patterns
from wijkaanzet.web.uploads import BESIDE_THE_FILE, MEGABYTE, STILL_READ, Kind, left_out, takes_upload


@takes_upload(Kind.TABLE)
@require_POST
def table(request: HttpRequest) -> HttpResponse:
    """Takes a table and says how large it is."""
    file = request.FILES["file"]
    assert isinstance(file, UploadedFile)
    return HttpResponse(str(file.size))


@takes_upload(Kind.TABLE, keeps_words=True)
@require_POST
def letter(request: HttpRequest) -> HttpResponse:
    """Takes a table beside words, and says what it has of both."""
    return HttpResponse(f"{request.POST['words']}: {sorted(request.FILES)}, not {list(left_out(request))}")


@require_POST
def words(request: HttpRequest) -> HttpResponse:
    """Takes no file."""
    return HttpResponse(request.POST.get("words", ""))


handler400 = "wijkaanzet.web.site.errors.bad_request"
urlpatterns = [
    path("tabel/", table, name="table"),
    path("brief/", letter, name="letter"),
    path("tekst/", words, name="words"),
    *site_patterns,
]
pytestmark = [pytest.mark.urls(__name__)]


class Unread(BytesIO):
    """A body that may not be read."""

    def read(self, *_size: int | None) -> bytes:
        raise AssertionError("it was read")


def file_of(size: int) -> SimpleUploadedFile:
    return SimpleUploadedFile("cijfers.csv", b"x" * size)


def test_a_file_within_the_limit_arrives_whole(client: Client) -> None:
    assert client.post("/tabel/", {"file": file_of(10 * MEGABYTE)}).content == str(10 * MEGABYTE).encode()


def test_a_file_one_byte_too_large_is_stopped(client: Client) -> None:
    answer = client.post("/tabel/", {"file": file_of(10 * MEGABYTE + 1)})
    assert answer.status_code == 413
    assert "10 MB" in answer.content.decode()


def test_files_are_counted_together(client: Client, settings: Settings) -> None:
    settings.WZ_UPLOAD_MB = 1
    halves = {"one": file_of(MEGABYTE // 2), "two": file_of(MEGABYTE // 2 + 1)}
    assert client.post("/tabel/", halves).status_code == 413


def test_words_beside_a_file_that_is_too_large_are_kept(client: Client) -> None:
    files = {"before": file_of(1), "large": file_of(10 * MEGABYTE), "after": file_of(1)}
    answer = client.post("/brief/", {**files, "words": "Beste gemeente"})
    assert answer.content.decode() == "Beste gemeente: ['before'], not ['after', 'large']"


@pytest.mark.parametrize(("page", "times"), [("/tabel/", 1), ("/brief/", STILL_READ)])
def test_what_is_declared_too_large_is_not_read(client: Client, page: str, times: int) -> None:
    declared = str(times * 10 * MEGABYTE + BESIDE_THE_FILE + 1)
    answer = client.request(
        REQUEST_METHOD="POST",
        PATH_INFO=page,
        CONTENT_TYPE="multipart/form-data; boundary=x",
        CONTENT_LENGTH=declared,
        **{"wsgi.input": Unread()},
    )
    assert answer.status_code == 413


def test_a_page_that_takes_no_file_takes_none_larger_than_a_text(client: Client) -> None:
    assert client.post("/tekst/", {"words": "kort"}).content == b"kort"
    assert client.post("/tekst/", {"words": "kort", "file": file_of(3 * MEGABYTE)}).status_code == 413


def test_the_installation_says_how_large_a_table_may_be(client: Client, settings: Settings) -> None:
    settings.WZ_UPLOAD_MB = 1
    assert client.post("/tabel/", {"file": file_of(MEGABYTE + 1)}).status_code == 413
