"""A form that is sent twice from one page does its act once: after a double click, or a proxy that tries once more.

A form is known again by the token that Django puts in every form against forgery, which has another mask each time that
a page is shown, together with what was filled in and the files: who fills in something else sends something else. The
second sending waits for the first, does nothing, and leads to where that one led. A form that was refused may be sent
again as it is. Without a token of a page, as in what a program sends, every sending is one of its own.
"""

import json
from collections.abc import Callable
from contextlib import ExitStack
from datetime import datetime
from functools import cached_property
from hashlib import file_digest
from http import HTTPStatus
from typing import TypeVar

from django.contrib import messages
from django.contrib.messages.storage import default_storage
from django.core.files.uploadedfile import UploadedFile
from django.db import DatabaseError
from django.http import HttpRequest, HttpResponse
from django.middleware.csrf import CSRF_TOKEN_LENGTH
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from wijkaanzet.kernel import sent_once
from wijkaanzet.kernel.sealed import trace

Done = TypeVar("Done")
FIELD = "csrfmiddlewaretoken"
PURPOSE = "web.sent_once"


class Form:
    """A form that is sent now, and the transaction of its act, which stays open until it is known where it leads."""

    def __init__(self, request: HttpRequest) -> None:
        self._request = request
        self._open: ExitStack | None = None
        self._act = sent_once.Ending()

    @cached_property
    def trace(self) -> str:
        """By what the form is known again: its address, its token, and all that was filled in, files too."""
        files = [(name, one.name, _hash(one)) for name, given in self._request.FILES.lists() for one in given]
        sent = [self._request.get_full_path(), sorted(self._request.POST.lists()), sorted(files)]
        return trace(json.dumps(sent), purpose=PURPOSE)

    def once(self, operation: Callable[[], Done], *, at: datetime) -> Done:
        with ExitStack() as opened:
            self._act = opened.enter_context(sent_once.once(self.trace, at=at))
            done = operation()
            self._open = opened.pop_all()
        return done

    def end(self, response: HttpResponse) -> None:
        """Keep what was done, or undo it when the page went wrong: then nothing is said of it on the next one."""
        if self._open is None:
            return
        self._act.led_to = response.headers.get("Location", "")
        self._act.failed = _went_wrong(response)
        try:
            self._open.close()
        except DatabaseError:
            self._act.failed = True
            raise
        finally:
            if self._act.failed:
                self._request._messages = default_storage(self._request)  # type: ignore[attr-defined]  # Django's own


class SentOnceMiddleware:
    """Ends the transaction of an act, and sends who sent its form twice to where the first sending led."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """After an act most pages refuse its form: who is asked is there, who stops is gone. Then it is looked up."""
        response = self.get_response(request)
        form = _form(request)
        if form is None:
            return response
        form.end(response)
        led_to = sent_once.where_it_led(form.trace) if _went_wrong(response) else ""
        return _again(request, led_to) if led_to else response

    def process_view(
        self, request: HttpRequest, _view: Callable[..., HttpResponse], _args: list[object], _kwargs: dict[str, object]
    ) -> None:
        """Know the form, once Django has checked its token."""
        if request.method == "POST" and len(request.POST.get(FIELD, "")) == CSRF_TOKEN_LENGTH:
            request.sent_form = Form(request)  # type: ignore[attr-defined]  # read by _form

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """The first sending was done while the second one waited."""
        return _again(request, exception.led_to) if isinstance(exception, sent_once.SentBefore) else None


def once(request: HttpRequest, operation: Callable[[], Done], *, at: datetime) -> Done:
    """Do what the form of this request asks, unless that was done already. Raises what it raises, and SentBefore."""
    form = _form(request)
    return operation() if form is None else form.once(operation, at=at)


def _form(request: HttpRequest) -> Form | None:
    return getattr(request, "sent_form", None)


def _hash(file: "UploadedFile[bytes]") -> str:
    """Of what is in a file, from its beginning; whoever reads it next starts there too."""
    file.seek(0)
    found = file_digest(file, "sha256")
    file.seek(0)
    return found.hexdigest()


def _went_wrong(response: HttpResponse) -> bool:
    return response.status_code >= HTTPStatus.BAD_REQUEST


def _again(request: HttpRequest, led_to: str) -> HttpResponse:
    messages.info(request, _("You had sent this already. It was done once."))
    return redirect(led_to)
