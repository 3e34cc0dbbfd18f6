"""What every installation shares: apps, middleware, templates, languages and files."""

from pathlib import Path

from wijkaanzet.config.settings.environment import DEBUG, WZ_DEMO, env
from wijkaanzet.config.settings.login import LOGIN_APPS

PACKAGE = Path(__file__).resolve().parents[2]
ROOT = PACKAGE.parents[1]

APPS = (
    "kernel",
    "areas",
    "arrangements",
    "people",
    "decisions",
    "networks",
    "intake",
    "stories",
    "scans",
    "budget",
    "plans",
    "cycle",
    "web",
)
INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "csp",
    "django_htmx",
    *(f"wijkaanzet.{app}" for app in APPS),
    *(["wijkaanzet.demo"] if WZ_DEMO else []),
    *LOGIN_APPS,  # after ours, whose templates go before theirs
]

MIDDLEWARE = [
    "wijkaanzet.web.requestlog.RequestLogMiddleware",
    "wijkaanzet.web.headers.StrictHeadersMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "wijkaanzet.web.headers.PrivateAnswersMiddleware",
    "wijkaanzet.web.sessions.KnownKeysMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "wijkaanzet.web.uploads.UploadLimitMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "wijkaanzet.web.kept.EndedSessionMiddleware",
    "wijkaanzet.web.tenancy.TenantMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "wijkaanzet.web.account.second_step.SecondStepMiddleware",
    "axes.middleware.AxesMiddleware",
    "wijkaanzet.web.sent_once.SentOnceMiddleware",
]

ROOT_URLCONF = "wijkaanzet.config.urls"
WSGI_APPLICATION = "wijkaanzet.config.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.contrib.messages.context_processors.messages",
                "wijkaanzet.web.context.site",
            ]
        },
    }
]

AUTH_USER_MODEL = "people.User"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

USE_TZ = True
TIME_ZONE = "Europe/Amsterdam"
USE_I18N = True
LANGUAGE_CODE = "nl"
LANGUAGES = [("nl", "Nederlands"), ("en", "English")]
LOCALE_PATHS = [PACKAGE / "locale"]

STATIC_URL = "static/"
STATIC_ROOT = env.path("WZ_STATIC_ROOT", default=str(ROOT / "staticfiles"))()
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if DEBUG
        else "whitenoise.storage.CompressedManifestStaticFilesStorage"
    },
}

EMAIL_CONFIG = env.email_url("WZ_EMAIL_URL", default="consolemail://")
DEFAULT_FROM_EMAIL: str = env.str("WZ_EMAIL_FROM", default="webmaster@localhost")
vars().update(EMAIL_CONFIG)  # django-environ answers with Django's own EMAIL_* names
EMAIL_TIMEOUT = 5  # seconds: some mail goes out with the act it tells of, and others wait to write until then
