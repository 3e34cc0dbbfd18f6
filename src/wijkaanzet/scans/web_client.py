"""Asking a server of open data over the web; patient with one that is busy."""

from http import HTTPStatus
from http.client import HTTPException
from urllib.error import HTTPError, URLError
from urllib.request import Request, urlopen

from wijkaanzet.scans.rules.odata import Unanswered

TIMEOUT = 60
"""Seconds; CBS takes its time for ten thousand rows."""
LARGEST_ANSWER = 100_000_000
"""Bytes of one page."""
_BUSY = (HTTPStatus.TOO_MANY_REQUESTS, HTTPStatus.REQUEST_TIMEOUT)
_MOST_WAITING = 120.0


class NotThere(Exception):
    """The server answers that it does not have what was asked."""


def get(url: str) -> bytes:
    """The answer to a question. Raises Unanswered when asking again may help, else NotThere."""
    request = Request(url, headers={"Accept": "application/json", "User-Agent": "wijkaanzet"})  # noqa: S310 - see below
    try:
        with urlopen(request, timeout=TIMEOUT) as answer:  # noqa: S310 - rules.odata makes the addresses, all https
            content: bytes = answer.read(LARGEST_ANSWER + 1)
    except HTTPError as error:
        error.close()  # it is an answer too
        if error.code in _BUSY or error.code >= HTTPStatus.INTERNAL_SERVER_ERROR:
            raise Unanswered(_seconds(error.headers.get("Retry-After"))) from error
        raise NotThere(str(error.code)) from error
    except (URLError, HTTPException, OSError) as error:
        raise Unanswered from error
    if len(content) > LARGEST_ANSWER:
        raise NotThere("an answer without end")
    return content


def _seconds(told: str | None) -> float | None:
    """How long a server asks to wait, when it says so in seconds; not longer than somebody would wait for it."""
    return min(float(told), _MOST_WAITING) if told and told.isascii() and told.isdigit() else None
