"""What gunicorn itself may log: never who asked, nor what somebody sent."""

import logging

from wijkaanzet.config.log_lines import places

REFUSED = "Invalid request from "
FAILED = "Error handling request"


class WithoutVisitor(logging.Filter):
    """Gunicorn names the visitor's address and repeats the request that it refused; both are left out."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Replace messages about a request, and an exception by its type and places; let every record through."""
        message = str(record.msg)
        if message.startswith(REFUSED):
            record.msg, record.args = "A request that is not HTTP was refused", ()
        if message.startswith(FAILED):
            record.msg, record.args = FAILED, ()
        error = record.exc_info[1] if record.exc_info else None
        if error is not None:
            found = " | ".join(places(error.__traceback__))
            record.msg, record.args = f"{record.getMessage()}: {type(error).__name__} at {found}", ()
            record.exc_info = record.exc_text = None
        return True


def keep_visitors_out() -> None:
    """Put the filter on gunicorn's own logger; gunicorn keeps it when it sets up its handlers."""
    log = logging.getLogger("gunicorn.error")
    if not any(isinstance(one, WithoutVisitor) for one in log.filters):
        log.addFilter(WithoutVisitor())
