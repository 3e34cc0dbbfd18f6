"""A form that is sent twice does its act once: after a double click, back and again, or a proxy that tries once more.

A form is known again by the token that Django puts in every form against forgery, which has another mask each time that
a page is shown, together with what was filled in: who goes back and fills in something else sends something else. The
second sending waits for the first, does nothing, and leads to where that one led. A form that was refused may be sent
again as it is. Without a token of a page, as in what a program sends, every sending is one of its own.
"""

import json
from collections.abc import Callable
from contextlib import ExitStack
from datetime import datetime
from http import HTTPStatus
from typing import TypeVar

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.middleware.csrf import CSRF_TOKEN_LENGTH
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from wijkaanzet.kernel import sent_once
from wijkaanzet.kernel.sealed import trace

Done = TypeVar("Done")
FIELD = "csrfmiddlewaretoken"
PURPOSE = "web.sent_once"


class _Sending:
    """A form that is sent now, and the transaction of its act, which stays open until it is known where it leads."""

    def __init__(self, trace: str) -> None:
        self.trace = trace
        self._open = ExitStack()
        self._act = sent_once.Sending()

    def once(self, operation: Callable[[], Done], *, at: datetime) -> Done:
        with ExitStack() as opened:
            self._act = opened.enter_context(sent_once.once(self.trace, at=at))
            done = operation()
            self._open = opened.pop_all()
        return done

    def end(self, response: HttpResponse) -> None:
        self._act.led_to = response.headers.get("Location", "")
        self._act.failed = _went_wrong(response)
        self._open.close()


class SentOnceMiddleware:
    """Ends the transaction of an act, and sends who sent its form twice to where the first sending led."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """After an act most pages refuse its form: who is asked is there, who stops is gone. Then it is looked up."""
        response = self.get_response(request)
        sending = _sending(request)
        if sending is None:
            return response
        sending.end(response)
        led_to = sent_once.where_it_led(sending.trace) if _went_wrong(response) else ""
        return _again(request, led_to) if led_to else response

    def process_view(
        self, request: HttpRequest, _view: Callable[..., HttpResponse], _args: list[object], _kwargs: dict[str, object]
    ) -> None:
        """Know the form, once Django has checked its token."""
        if request.method == "POST" and len(request.POST.get(FIELD, "")) == CSRF_TOKEN_LENGTH:
            request.sending = _Sending(_trace(request))  # type: ignore[attr-defined]  # read by _sending

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """The first sending was done while the second one waited."""
        return _again(request, exception.led_to) if isinstance(exception, sent_once.SentBefore) else None


def once(request: HttpRequest, operation: Callable[[], Done], *, at: datetime) -> Done:
    """Do what the form of this request asks, unless that was done already. Raises what it raises, and SentBefore."""
    sending = _sending(request)
    return operation() if sending is None else sending.once(operation, at=at)


def _sending(request: HttpRequest) -> _Sending | None:
    return getattr(request, "sending", None)


def _trace(request: HttpRequest) -> str:
    files = [(name, file.name, file.size) for name, given in request.FILES.lists() for file in given]
    sent = [request.get_full_path(), sorted(request.POST.lists()), sorted(files)]
    return trace(json.dumps(sent), purpose=PURPOSE)


def _went_wrong(response: HttpResponse) -> bool:
    return response.status_code >= HTTPStatus.BAD_REQUEST


def _again(request: HttpRequest, led_to: str) -> HttpResponse:
    messages.info(request, _("You had sent this already. It was done once."))
    return redirect(led_to)
