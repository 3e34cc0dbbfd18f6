"""Where log lines go: one line each on standard output; JSON, or readable text in the demo."""

from wijkaanzet.config.log_lines import formatter, set_up
from wijkaanzet.config.settings.environment import DEBUG, WZ_DEMO

set_up()
LOGGING_CONFIG = "logging.config.dictConfig"
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "filters": {"without_path": {"()": "wijkaanzet.config.log_lines.WithoutPath"}},
    "formatters": {"line": {"()": formatter, "readable": WZ_DEMO or DEBUG}},
    "handlers": {
        "out": {
            "class": "logging.StreamHandler",
            "stream": "ext://sys.stdout",
            "formatter": "line",
            "filters": ["without_path"],
        }
    },
    "root": {"handlers": ["out"], "level": "INFO"},
    "loggers": {
        "django": {"handlers": [], "level": "INFO", "propagate": True},
        "django.request": {"level": "ERROR"},  # refusals are in our own line for each request
        "django.server": {"handlers": [], "level": "ERROR", "propagate": True},
        "axes": {"level": "CRITICAL"},  # failed logins stand in our audit log, without path or browser
        "gunicorn.http.wsgi": {"level": "ERROR"},  # it warns at each HEAD request that Django also made a body
    },
}
