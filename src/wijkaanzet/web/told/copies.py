"""What is read live stays behind nowhere: its teller may take it back, and then it is gone at once."""

from collections.abc import Callable
from functools import wraps

from django.http import HttpResponse
from django.utils.cache import add_never_cache_headers

View = Callable[..., HttpResponse]


def no_copies(view: View) -> View:
    """An answer that no browser or proxy keeps, and that search engines may find and not copy."""

    @wraps(view)
    def answered(*args: object, **parts: object) -> HttpResponse:
        response = view(*args, **parts)
        add_never_cache_headers(response)
        response["X-Robots-Tag"] = "noarchive"
        return response

    return answered
