"""The only reader of the system clock. The demo moves it, so that a cycle of years can be walked in minutes."""

from datetime import date, datetime, timedelta
from pathlib import Path

from django.conf import settings
from django.utils import timezone


def now() -> datetime:
    """The present moment, aware; in the demo moved by the number of seconds in the clock file."""
    return timezone.now() + _shift()


def today() -> date:
    """The present day in the Netherlands."""
    return timezone.localdate(now())


def _shift() -> timedelta:
    path: Path | None = settings.WZ_CLOCK_FILE
    if path is None or not path.exists():
        return timedelta(0)
    return timedelta(seconds=int(path.read_text(encoding="ascii")))


def move_to(moment: datetime) -> None:
    """Let the demo clock read `moment` from now on. Raises RuntimeError when there is no clock to move."""
    path: Path | None = settings.WZ_CLOCK_FILE
    if path is None:
        raise RuntimeError("Only the demo has a clock that can be moved; set WZ_DEMO=1.")
    written = path.with_suffix(".new")  # put in place at once: a reader never sees half a number
    written.write_text(str(int((moment - timezone.now()).total_seconds())), encoding="ascii")
    written.replace(path)
