"""How people log in: name and password with a second step, at most ten mistakes, eight hours without a sign of life."""

from datetime import timedelta

from wijkaanzet.config.settings.environment import env
from wijkaanzet.config.settings.security import PLAIN_HTTP, WZ_TRUST_PROXY

LOGIN_APPS = ["allauth", "allauth.account", "allauth.mfa", "axes"]
AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",  # refuses who made too many mistakes, before any password is looked at
    "allauth.account.auth_backends.AuthenticationBackend",
]
LOGIN_URL = "account_login"

PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.Argon2PasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",  # reads what an older version wrote, and renews it
]
AUTH_PASSWORD_VALIDATORS: list[dict[str, object]] = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]
PASSWORD_RESET_TIMEOUT = int(timedelta(hours=4).total_seconds())

WZ_REQUIRE_SECOND_FACTOR: bool = env.bool("WZ_REQUIRE_SECOND_FACTOR", default=True)
"""Who holds a paid role and logs in by password sets up a second step before anything else (BIO2 5.17.01)."""

# The cookie has no end of its own: when the session ended on the server, the browser still shows that there was one.
SESSION_ENGINE = "wijkaanzet.web.sessions"
SESSION_COOKIE_AGE = int(timedelta(hours=8).total_seconds())
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
CSRF_FAILURE_VIEW = "wijkaanzet.web.kept.form_of_before"

ACCOUNT_ADAPTER = "wijkaanzet.web.account.adapter.AccountAdapter"
ACCOUNT_LOGIN_METHODS = {"username", "email"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "email", "password1*"]  # nobody signs up; allauth checks that these agree
ACCOUNT_EMAIL_VERIFICATION = "none"  # the address was given by who opened the account
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False
ACCOUNT_EMAIL_CONFIRMATION_EXPIRE_DAYS = 1
ACCOUNT_EMAIL_NOTIFICATIONS = False
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
# The one of allauth writes a row in its table of addresses, which here holds the address that waits and nothing else.
ACCOUNT_PASSWORD_RESET_TOKEN_GENERATOR = "django.contrib.auth.tokens.PasswordResetTokenGenerator"  # noqa: S105  # a name
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_DEFAULT_HTTP_PROTOCOL = "http" if PLAIN_HTTP else "https"
ALLAUTH_TRUSTED_PROXY_COUNT = 1 if WZ_TRUST_PROXY else 0
ACCOUNT_FORMS = {
    "login": "wijkaanzet.web.account.forms.LogIn",
    "reauthenticate": "wijkaanzet.web.account.forms.Again",
    "change_password": "wijkaanzet.web.account.forms.ChangePassword",
    "set_password": "wijkaanzet.web.account.forms.SetPassword",
    "reset_password": "wijkaanzet.web.account.forms.ResetPassword",
    "reset_password_from_key": "wijkaanzet.web.account.forms.NewPassword",
}

MFA_ADAPTER = "wijkaanzet.web.account.adapter.SecondStepAdapter"
MFA_SUPPORTED_TYPES = ["totp", "recovery_codes"]  # a passkey needs a script in the page, and we have none
MFA_TOTP_ISSUER = "Wijk aan Zet"
MFA_TOTP_TOLERANCE = 1  # a code read just before it changed still counts (RFC 6238, 5.2); see `OnlyOnce`
# allauth would refuse a second step until an address is confirmed, against who signs up with the address of another.
# Nobody signs up here: whoever asks for a first password has read the mail with its link.
MFA_ALLOW_UNVERIFIED_EMAIL = True
MFA_FORMS = {
    "authenticate": "wijkaanzet.web.account.forms.Code",
    "reauthenticate": "wijkaanzet.web.account.forms.CodeAgain",
    "activate_totp": "wijkaanzet.web.account.forms.FirstCode",
}

AXES_FAILURE_LIMIT = 10
AXES_COOLOFF_TIME = timedelta(minutes=15)
AXES_RESET_COOL_OFF_ON_FAILURE_DURING_LOCKOUT = False
AXES_RESET_ON_SUCCESS = True
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_USERNAME_CALLABLE = "wijkaanzet.web.account.lockout.account_tried"
AXES_CLIENT_IP_CALLABLE = "wijkaanzet.web.account.lockout.address_of"
AXES_LOCKOUT_CALLABLE = "wijkaanzet.web.account.lockout.locked_out"
AXES_DISABLE_ACCESS_LOG = True  # who logged in stands in our own audit log, without name or address
AXES_SENSITIVE_PARAMETERS = ["username", "ip_address", "login", "email", "next"]
AXES_VERBOSE = False
