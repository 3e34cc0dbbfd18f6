"""Pages for what cannot be answered. They ask nothing of the database nor of the request that broke."""

from django.conf import settings
from django.core.exceptions import RequestDataTooBig, TooManyFieldsSent, TooManyFilesSent
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string

from wijkaanzet.kernel.refusals import Refused
from wijkaanzet.web.refusals import sentence
from wijkaanzet.web.uploads import MEGABYTE, FileTooLarge


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """A request that we cannot read: 413 when it is too large, else 400; a form with too many fields hears so."""
    if isinstance(exception, FileTooLarge):
        return HttpResponse(render_to_string("413.html", {"megabytes": exception.megabytes, "file": True}), status=413)
    if isinstance(exception, RequestDataTooBig):
        megabytes = settings.DATA_UPLOAD_MAX_MEMORY_SIZE / MEGABYTE
        return HttpResponse(render_to_string("413.html", {"megabytes": megabytes}), status=413)
    too_many = isinstance(exception, TooManyFieldsSent | TooManyFilesSent)
    return HttpResponse(render_to_string("400.html", {"too_many": too_many}), status=400)


def not_there() -> HttpResponse:
    """The page for what is not here, or not yet."""
    return HttpResponse(render_to_string("404.html"), status=404)


def refused(exception: Refused) -> HttpResponse:
    """The page for what the rules refuse: the sentence that says what is wrong and what to do."""
    return HttpResponse(render_to_string("409.html", {"sentence": sentence(exception)}), status=409)
