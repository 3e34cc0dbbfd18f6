"""Where django-allauth asks us: who may come in, where one goes then, what is written down, and in which words."""

from allauth.account.adapter import DefaultAccountAdapter
from allauth.core import context
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from allauth.mfa.utils import is_mfa_enabled
from django.contrib.auth.base_user import AbstractBaseUser
from django.http import HttpRequest
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext_lazy as _

from wijkaanzet.kernel import clock
from wijkaanzet.people import operations
from wijkaanzet.people.models import User
from wijkaanzet.people.queries import account_logging_in, is_called
from wijkaanzet.web import landing
from wijkaanzet.web.account.lockout import address_of
from wijkaanzet.web.account.second_step import must_have
from wijkaanzet.web.http import actor_of
from wijkaanzet.web.kept import after_login

NOT_RIGHT = _("This name and this password do not belong together. Look at both and try again.")
TOO_OFTEN = _("You tried this too often. Wait five minutes and try again.")
WRONG_CODE = _("This code is not right, or too old. Type the code that the app shows now.")


class AccountAdapter(DefaultAccountAdapter):
    """Nobody signs up; every login leaves a row in the audit log."""

    error_messages = {
        **DefaultAccountAdapter.error_messages,
        "username_password_mismatch": NOT_RIGHT,
        "email_password_mismatch": NOT_RIGHT,
        "enter_current_password": _("This is not your present password. Type it again."),
        "incorrect_password": _("This is not your password. Type it again."),
        "incorrect_code": WRONG_CODE,
        "too_many_login_attempts": TOO_OFTEN,
        "rate_limited": TOO_OFTEN,
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Accounts are opened by the functional administrator."""
        return False

    def pre_authenticate(self, request: HttpRequest, **credentials: object) -> None:
        """django-axes counts the mistakes, so that a second web host knows of them too."""

    def authenticate(self, request: HttpRequest, **credentials: object) -> AbstractBaseUser | None:
        """Who this is; a closed account, and an address that is not confirmed, are answered as what does not exist."""
        user = super().authenticate(request, **credentials)
        if user is None or (isinstance(user, User) and _is_open_to(user, str(credentials.get("email") or ""))):
            return user
        self.authentication_failed(request, **credentials)
        return None

    def authentication_failed(self, request: HttpRequest, **credentials: object) -> None:
        """Write down that somebody was refused; what happens after too many mistakes is written by the lock."""
        if getattr(request, "axes_locked_out", False):
            return
        tried = account_logging_in(str(credentials.get("username") or credentials.get("email") or ""))
        operations.refuse_login(tried, locked=False, actor=actor_of(request), at=clock.now())

    def set_password(self, user: AbstractBaseUser, password: str) -> None:
        """Keep another password, and nothing else of the row."""
        if isinstance(user, User):
            operations.choose_password(user, password=password)

    def login(self, request: HttpRequest, user: AbstractBaseUser) -> None:
        """Start the session of somebody who went through all steps."""
        super().login(request, user)
        after_login(request)
        operations.note_login(user.pk, actor=actor_of(request), at=clock.now())

    def get_client_ip(self, request: HttpRequest) -> str:
        """From where, for the limits on codes and mails."""
        return address_of(request) or ""

    def get_login_redirect_url(self, request: HttpRequest) -> str:
        """Where one starts."""
        return landing.landing(request, request.user)

    def get_logout_redirect_url(self, request: HttpRequest) -> str:
        """To the front door."""
        return "/"

    def get_password_change_redirect_url(self, request: HttpRequest) -> str:
        """Back to work."""
        return landing.landing(request, request.user)

    def is_safe_url(self, url: str) -> bool:
        """Only to a page of this host, not of another one that we may also serve."""
        request = context.request
        return url_has_allowed_host_and_scheme(url, {request.get_host()}, require_https=request.is_secure())

    def is_reauthentication_required(self, *, app: str, **kwargs: object) -> bool:
        """Type the password again before the address changes, and before the second step does once there is one."""
        user = context.request.user
        return bool(user.is_authenticated and (app == "allauth.account" or is_mfa_enabled(user)))


def _is_open_to(user: User, email: str) -> bool:
    return user.is_active and is_called(user, email)


class SecondStepAdapter(DefaultMFAAdapter):
    """The second step of who must have one cannot be taken away."""

    error_messages = {
        **DefaultMFAAdapter.error_messages,
        "incorrect_code": WRONG_CODE,
        "cannot_delete_authenticator": _("With your role you need a second step, so you cannot take it away."),
    }

    def get_totp_label(self, user: AbstractBaseUser) -> str:
        """What the app shows: the name one logs in with."""
        return user.get_username()

    def can_delete_authenticator(self, authenticator: Authenticator) -> bool:
        """Residents and other invited people may do without."""
        return not must_have(context.request)
