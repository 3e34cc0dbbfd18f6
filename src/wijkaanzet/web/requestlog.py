"""One structured line for each request. It names the route, never the path: a path or query may be a secret link."""

import re
import uuid
from collections.abc import Callable
from time import perf_counter

import structlog
from django.conf import settings
from django.contrib.auth import SESSION_KEY
from django.http import HttpRequest, HttpResponse

from wijkaanzet.web.telling.routes import NAMELESS

HEADER = "X-Request-ID"
PROXY_ID = re.compile(r"[0-9a-f]{32}|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", re.IGNORECASE)
"""32 hexadecimal digits or a UUID: it stands in every log line and in the audit log, so it may carry no words."""
log = structlog.get_logger(__name__)


class RequestLogMiddleware:
    """Give each request an id (kept when a trusted proxy gave one), bind it to all log lines, and log the outcome."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer the request and write its line, whatever happened inside."""
        started = perf_counter()
        request_id = _request_id(request)
        request.request_id = request_id  # type: ignore[attr-defined]  # declared on web.http.Request
        with structlog.contextvars.bound_contextvars(request_id=request_id):
            response = self.get_response(request)
            response.headers[HEADER] = request_id
            log.info(
                "http.request.answered",
                method=request.method,
                route=_route(request),
                status=response.status_code,
                ms=round((perf_counter() - started) * 1000),
                user=_user_id(request),
                tenant=_tenant(request),
            )
        return response


def _request_id(request: HttpRequest) -> str:
    given: str = request.META.get("HTTP_X_REQUEST_ID", "")
    return given if settings.WZ_TRUST_PROXY and PROXY_ID.fullmatch(given) else uuid.uuid4().hex


def _route(request: HttpRequest) -> str:
    match = request.resolver_match
    return "unknown" if match is None else match.view_name or match.route


def _user_id(request: HttpRequest) -> str | None:
    """The user's number, only when the page already opened the session: a log line may not cost a query.

    Never where people tell something: with the moment it would lead from what was told to an account.
    """
    if _route(request) in NAMELESS:
        return None
    session = getattr(request, "session", None)
    return session.get(SESSION_KEY) if session is not None and session.accessed else None


def _tenant(request: HttpRequest) -> str | None:
    return getattr(getattr(request, "municipality", None), "slug", None)
