"""How a log line is made, and that it holds no personal data: no names, addresses, paths or messages of errors."""

import logging
import re
import sys
import traceback
from collections.abc import MutableMapping
from types import TracebackType

import structlog
from structlog.typing import Processor, WrappedLogger

PERSONAL = {
    "address",
    "authorization",
    "body",
    "bsn",
    "cookie",
    "email",
    "headers",
    "host",
    "ip",
    "name",
    "password",
} | {"path", "phone", "postcode", "query", "addr", "secret", "title", "token", "url", "username"}
"""A key of a log line that equals one of these, or ends in it after an underscore, is left out."""

EMAIL = re.compile(r"[^\s@<>\"']+@[^\s@<>\"']+")

Event = MutableMapping[str, object]


def drop_personal(_logger: WrappedLogger, _method: str, event: Event) -> Event:
    """Leave out what names a person or may hold a secret link; hide e-mail addresses in the rest."""
    return {
        key: EMAIL.sub("[e-mail]", value) if isinstance(value, str) else value
        for key, value in event.items()
        if key not in PERSONAL and key.rpartition("_")[2] not in PERSONAL
    }


def frames_only(_logger: WrappedLogger, _method: str, event: Event) -> Event:
    """Replace an exception by its type and places: its message may repeat what somebody typed."""
    info = event.pop("exc_info", None)
    error = sys.exc_info()[1] if info is True else info[1] if isinstance(info, tuple) else info
    if isinstance(error, BaseException):
        event["error"] = type(error).__name__
        event["frames"] = places(error.__traceback__)
    return event


def places(found: TracebackType | None) -> list[str]:
    """Where the code was, from the outside in, without what the variables held."""
    return [f"{frame.filename}:{frame.lineno} {frame.name}" for frame in traceback.extract_tb(found)]


SECURITY = "django.security"


class WithoutPath(logging.Filter):
    """Django ends its messages about a request with the path; a path may be a secret link, so it is left out.

    Its messages about security repeat a referrer or a host that somebody sent; the logger's name says enough.
    """

    def filter(self, record: logging.LogRecord) -> bool:
        """Replace the last argument of Django's records about a request; let every record through."""
        if f"{record.name}.".startswith(f"{SECURITY}."):
            record.msg, record.args = f"{record.name} refused a request", ()
        if hasattr(record, "request") and isinstance(record.args, tuple) and record.args:
            record.args = (*record.args[:-1], "…")
        return True


SHARED: list[Processor] = [
    structlog.contextvars.merge_contextvars,
    structlog.stdlib.add_log_level,
    structlog.stdlib.add_logger_name,
    structlog.processors.TimeStamper(fmt="iso", utc=True),
    frames_only,
    drop_personal,
]


def set_up() -> None:
    """Let structlog hand its lines to Python's logging, so that there is one stream."""
    structlog.configure(
        processors=[structlog.stdlib.filter_by_level, *SHARED, structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.stdlib.BoundLogger,
        cache_logger_on_first_use=False,  # tests set up logging again
    )


def formatter(readable: bool) -> logging.Formatter:
    """Key and value for a person who watches the demo, JSON for a machine that collects."""
    last: Processor = (
        structlog.processors.KeyValueRenderer(key_order=["timestamp", "level", "event"])
        if readable
        else structlog.processors.JSONRenderer(ensure_ascii=False)
    )
    return structlog.stdlib.ProcessorFormatter(
        foreign_pre_chain=SHARED, processors=[structlog.stdlib.ProcessorFormatter.remove_processors_meta, last]
    )
