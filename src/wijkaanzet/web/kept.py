"""A session that ended halfway a form: what was filled in is kept until its maker is logged in again.

A session ends by itself, or because its maker logged out in another tab. What was filled in is kept in the fresh
session of the same browser, for an hour, without files and passwords, and sealed: it may be what a resident told. Pages
read it through `wijkaanzet.web.acts.filled_in`. Who was never logged in gets the same 404 as before, and so does who
may not see it.
"""

from base64 import b64decode, b64encode
from collections.abc import Callable
from datetime import datetime, timedelta
from urllib.parse import urlencode, urlsplit

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.csrf import csrf_failure

from wijkaanzet.kernel import clock
from wijkaanzet.kernel.sealed import CannotOpen, seal, unseal
from wijkaanzet.people.queries import account_of_session
from wijkaanzet.web.landing import log_in_address
from wijkaanzet.web.people.matrix import is_for_everybody
from wijkaanzet.web.sessions import KEY as SESSION_KEY_FORM
from wijkaanzet.web.telling.routes import TELL

ENDED, FORM, LEFT = "session_ended", "kept_form", "wz_left"
LOG_OUT = frozenset({"account_logout", "demo-logout"})
LARGEST = 200_000
HOW_LONG = timedelta(hours=1)
HEALTH = ("live", "ready")
NOT_KEPT = ("csrfmiddlewaretoken", "password")
PURPOSE = "web.kept"


class Kept(QueryDict):
    """What was filled in before the session ended; an ActForm shows it again and does not judge it yet."""


def kept_form_data(request: HttpRequest) -> Kept | None:
    """What was filled in on this page before the session ended; only on the first visit after logging in again."""
    return getattr(request, "kept_form", None)


class EndedSessionMiddleware:
    """Sends who was logged in a moment ago to log in again instead of to a 404, and takes along what was filled in."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Look whether a refusal is about a session that ended; remember for an hour who logged out here."""
        response = self.get_response(request)
        refused = response.status_code in (404, 405) and not _is_for_visitors(request)
        if refused and _has_ended(request):
            return _to_log_in(request)
        _remember(request, response)
        return response

    def process_view(
        self, request: HttpRequest, _view: Callable[..., HttpResponse], _args: list[object], _kwargs: dict[str, object]
    ) -> None:
        """Hand over what was kept for this page. Whoever asks for our health may not cost the database a question."""
        match = request.resolver_match
        if match is not None and match.view_name in LOG_OUT and request.user.is_authenticated:
            request.leaving = request.user.pk  # type: ignore[attr-defined]  # read above
        asks = request.method == "GET" and settings.SESSION_COOKIE_NAME in request.COOKIES
        if asks and match is not None and not _asks_for_health(request):
            _hand_over(request)


def after_login(request: HttpRequest) -> None:
    """Somebody logged in: what another account had filled in is dropped, and the session lasts as long as any."""
    if not request.session.pop(ENDED, False):
        return
    request.session.set_expiry(None)
    kept = request.session.get(FORM)
    if kept is not None and kept["account"] not in (None, request.user.pk):
        del request.session[FORM]


def form_of_before(request: HttpRequest, reason: str = "") -> HttpResponse:
    """A form of before one logged in again in another tab: nothing is done, and it comes back filled in.

    Only from our own pages, as the browser says itself: what another site sends is never shown as somebody's own text.
    Of the pages for everybody only the one on which people tell something. The others ask for a choice or a code, and
    a code is not kept beside an account.
    """
    ours = request.headers.get("Origin") == f"{request.scheme}://{request.get_host()}"
    if not (ours and request.user.is_authenticated and (_is_telling(request) or not _is_for_visitors(request))):
        return csrf_failure(request, reason)
    page = _page_of_the_form(request)
    _keep(request, page)
    return redirect(page)


def to_log_in_again(request: HttpRequest) -> HttpResponse | None:
    """For a page of everybody, when who was logged in filled in what no visitor is asked: to log in, with all of it.

    None when no session ended.
    """
    return _to_log_in(request) if _has_ended(request) else None


def _is_for_visitors(request: HttpRequest) -> bool:
    """Whether a visitor could expect an answer here; an address that does not exist is a 404 for everybody."""
    match = request.resolver_match
    return match is None or is_for_everybody(match.view_name, request.method or "")


def _asks_for_health(request: HttpRequest) -> bool:
    match = request.resolver_match
    return match is not None and match.view_name in HEALTH


def _is_telling(request: HttpRequest) -> bool:
    match = request.resolver_match
    return match is not None and match.view_name == TELL


def _has_ended(request: HttpRequest) -> bool:
    """Whether the browser carries a session that we gave and that leads nowhere any more, or sends what was filled in
    before its maker logged out in another tab."""
    if request.user.is_authenticated:
        return False
    given = SESSION_KEY_FORM.fullmatch(_session_given(request)) is not None
    if given and (request.session.session_key is None or ENDED in request.session):
        return True
    return request.method == "POST" and _who_left(request) is not None


def _session_given(request: HttpRequest) -> str:
    return request.COOKIES.get(settings.SESSION_COOKIE_NAME, "")


def _remember(request: HttpRequest, response: HttpResponse) -> None:
    """Leave the number of who logged out in the browser, signed, until somebody logs in there: a form that is still
    open there meanwhile is that account's."""
    leaving = getattr(request, "leaving", None)
    if (leaving is None and LEFT not in request.COOKIES) or _asks_for_health(request):
        return
    if request.user.is_authenticated:
        response.delete_cookie(LEFT, samesite="Lax")
        return
    if leaving is None:
        return
    response.set_signed_cookie(
        LEFT,
        str(leaving),
        salt=PURPOSE,
        max_age=HOW_LONG,
        secure=settings.SESSION_COOKIE_SECURE,
        httponly=True,
        samesite="Lax",
    )


def _who_left(request: HttpRequest) -> int | None:
    """The account that logged out in this browser in the last hour."""
    left = request.get_signed_cookie(LEFT, default="", salt=PURPOSE, max_age=HOW_LONG)
    return int(left) if left else None


def _to_log_in(request: HttpRequest) -> HttpResponse:
    page = _page_of_the_form(request)
    request.session[ENDED] = True
    request.session.set_expiry(HOW_LONG)
    if request.method == "POST":
        _keep(request, page)
    return redirect(log_in_address(page))


def _page_of_the_form(request: HttpRequest) -> str:
    """Where the form stood: the page the browser came from when that is ours, else the address it was sent to."""
    here = request.get_full_path()
    came_from = urlsplit(request.headers.get("Referer", ""))
    if request.method != "POST" or came_from.netloc != request.get_host() or not came_from.path.startswith("/"):
        return here
    return came_from._replace(scheme="", netloc="", fragment="").geturl()


def _keep(request: HttpRequest, page: str) -> None:
    filled = [
        (name, value)
        for name, values in request.POST.lists()
        if not any(word in name.lower() for word in NOT_KEPT)
        for value in values
    ]
    text = urlencode(filled)
    if len(text) > LARGEST:
        messages.warning(request, _("You were logged out, and your text is too long to keep. Go back and copy it."))
        return
    request.session[FORM] = {
        "page": page,
        "text": b64encode(seal(text.encode(), purpose=PURPOSE)).decode(),
        "files": bool(request.FILES),
        "until": (clock.now() + HOW_LONG).isoformat(),
        "account": account_of_session(_session_given(request)) or _who_left(request),
    }


def _hand_over(request: HttpRequest) -> None:
    """Give the page what was kept for it, once."""
    kept = request.session.get(FORM)
    if kept is None or not request.user.is_authenticated or kept["page"] != request.get_full_path():
        return
    del request.session[FORM]
    text = _opened(kept["text"])
    if datetime.fromisoformat(kept["until"]) < clock.now() or text is None:
        return
    request.kept_form = Kept(text)  # type: ignore[attr-defined]  # read by kept_form_data
    messages.info(request, _("You were logged out meanwhile. Check what you filled in and send it again."))
    if kept["files"]:
        messages.info(request, _("We cannot keep a file: choose your file again."))


def _opened(sealed: str) -> str | None:
    """What was filled in; None when the key is not here any more."""
    try:
        return unseal(b64decode(sealed), purpose=PURPOSE).decode()
    except CannotOpen:
        return None
