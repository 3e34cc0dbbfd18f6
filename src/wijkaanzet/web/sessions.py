"""Sessions whose key is one that we could have given; anything else never reaches the database.

A session lasts as long as somebody gives a sign of life. Its end is moved once in a few minutes, not at every page.
"""

import re
from datetime import datetime, timedelta

from django.conf import settings
from django.contrib.auth import SESSION_KEY
from django.contrib.sessions.backends.db import SessionStore as DatabaseStore
from django.contrib.sessions.base_session import AbstractBaseSession
from django.contrib.sessions.middleware import SessionMiddleware
from django.http import HttpRequest, HttpResponse

KEY = re.compile(r"[a-z0-9]{32}")
RENEW_AFTER = timedelta(minutes=5)


class SessionStore(DatabaseStore):
    """The session in the database, which knows until when its row counts."""

    row_ends: datetime | None = None

    def _get_session_from_db(self) -> AbstractBaseSession | None:
        row: AbstractBaseSession | None = super()._get_session_from_db()  # type: ignore[misc]  # not in the stubs
        self.row_ends = row.expire_date if row else None
        return row

    def is_due(self) -> bool:
        """Whether its end must be moved: minutes have passed since that was last done."""
        return self.row_ends is not None and self.get_expiry_date() - self.row_ends > RENEW_AFTER


class KnownKeysMiddleware(SessionMiddleware):
    """PostgreSQL fails on a NUL in a key, so a cookie that we never gave counts as none, and is taken away."""

    def process_request(self, request: HttpRequest) -> None:
        """Open the session of the cookie, or an empty one."""
        given = request.COOKIES.get(settings.SESSION_COOKIE_NAME, "")
        request.session = self.SessionStore(given if KEY.fullmatch(given) else None)

    def process_response(self, request: HttpRequest, response: HttpResponse) -> HttpResponse:
        """Move the end of a session in which somebody is logged in and gave a sign of life."""
        session = request.session
        if isinstance(session, SessionStore) and session.accessed and SESSION_KEY in session and session.is_due():
            session.modified = True
        return super().process_response(request, response)
