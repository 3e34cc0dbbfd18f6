"""Sessions whose key is one that we could have given; anything else never reaches the database."""

import re

from django.conf import settings
from django.contrib.sessions.middleware import SessionMiddleware
from django.http import HttpRequest

KEY = re.compile(r"[a-z0-9]{32}")


class KnownKeysMiddleware(SessionMiddleware):
    """PostgreSQL fails on a NUL in a key, so a cookie that we never gave counts as none, and is taken away."""

    def process_request(self, request: HttpRequest) -> None:
        """Open the session of the cookie, or an empty one."""
        given = request.COOKIES.get(settings.SESSION_COOKIE_NAME, "")
        request.session = self.SessionStore(given if KEY.fullmatch(given) else None)
