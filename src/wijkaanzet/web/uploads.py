"""How large a file may be. What is declared too large is refused before a byte is read; what comes is counted.

A view that takes a file says which kind: `@takes_upload(Kind.TABLE)`. Any other page takes no file larger than a text.
A view that says itself that a file is too large, because words stand beside it that may not be lost, `keeps_words`.
"""

from collections.abc import Callable
from enum import StrEnum
from typing import TypeVar

from django.conf import settings
from django.core.exceptions import RequestDataTooBig
from django.core.files.uploadedfile import UploadedFile
from django.core.files.uploadhandler import FileUploadHandler, SkipFile
from django.http import HttpRequest, HttpResponse

MEGABYTE = 1024 * 1024
BESIDE_THE_FILE = 100_000  # the other questions of the form, and what a browser writes between them
MULTIPART = "multipart/form-data"
STILL_READ = 2
"""How many times too large a form may be declared and still be read for the words in it."""


class Kind(StrEnum):
    """What a file holds, and so how large it may be."""

    TABLE = "table"
    PHOTO = "photo"
    AUDIO = "audio"


Taken = TypeVar("Taken", bound=Callable[..., HttpResponse])


class FileTooLarge(RequestDataTooBig):
    """A file larger than this page takes; `megabytes` is what it takes."""

    def __init__(self, megabytes: float) -> None:
        self.megabytes = megabytes
        super().__init__(f"a file of more than {megabytes} MB")


def takes_upload(kind: Kind, *, keeps_words: bool = False) -> Callable[[Taken], Taken]:
    """Let a view take a file of this kind; when it keeps the words it finds a file that is too large in `left_out`."""

    def mark(view: Taken) -> Taken:
        view.upload_kind = kind  # type: ignore[attr-defined]  # read by UploadLimitMiddleware, before the form is read
        view.keeps_words = keeps_words  # type: ignore[attr-defined]
        return view

    return mark


def megabytes_for(view: object) -> float:
    """How large a file this view takes."""
    sizes = {Kind.TABLE: settings.WZ_UPLOAD_MB, Kind.PHOTO: 20, Kind.AUDIO: 50}
    kind: Kind | None = getattr(view, "upload_kind", None)
    return sizes[kind] if kind else settings.DATA_UPLOAD_MAX_MEMORY_SIZE / MEGABYTE


def left_out(request: HttpRequest) -> tuple[str, ...]:
    """The questions whose file was too large and was not kept."""
    return tuple(sorted(getattr(request, "files_left_out", ())))


class UploadLimitMiddleware:
    """Looks at what is declared and counts what comes, before the check of the form's origin reads the form."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Leave the work to the look at the view, once it is known which page is asked for."""
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view: Callable[..., HttpResponse], _args: list[object], _kwargs: dict[str, object]
    ) -> None:
        """Raises FileTooLarge, also later, when more comes than the page takes."""
        if request.content_type != MULTIPART:
            return
        megabytes, keeps_words = megabytes_for(view), getattr(view, "keeps_words", False)
        declared = request.META.get("CONTENT_LENGTH") or "0"
        read = megabytes * (STILL_READ if keeps_words else 1)
        if declared.isdecimal() and int(declared) > read * MEGABYTE + BESIDE_THE_FILE:
            raise FileTooLarge(megabytes)
        request.upload_handlers.insert(0, CountedUpload(request, megabytes, keeps_words=keeps_words))


class CountedUpload(FileUploadHandler):
    """Counts the files of one request together, and stops at what the page takes; keeps nothing itself.

    For a page that keeps the words, the file that is too large and what comes after it are left out instead.
    """

    def __init__(self, request: HttpRequest, megabytes: float, *, keeps_words: bool = False) -> None:
        super().__init__(request)
        self.handlers = request.upload_handlers
        self.megabytes, self.keeps_words = megabytes, keeps_words
        self.left = int(megabytes * MEGABYTE)
        self.left_out: set[str] = set()
        request.files_left_out = self.left_out  # type: ignore[attr-defined]  # read by left_out

    def receive_data_chunk(self, raw_data: bytes, start: int) -> bytes:
        """Hand the piece on to who keeps it."""
        self.left -= len(raw_data)
        if self.left < 0 and self.keeps_words:
            self.left_out.add(self.field_name or "")
            raise SkipFile
        if self.left < 0:
            for handler in self.handlers:
                handler.upload_interrupted()  # what was kept so far is thrown away
            raise FileTooLarge(self.megabytes)
        return raw_data

    def file_complete(self, file_size: int) -> "UploadedFile[bytes] | None":
        """Nothing: the next handler has the file."""
        return None
