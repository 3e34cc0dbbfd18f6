"""A form that was sent is known again for two days, so that what it asks for is done once.

Of a form only a trace is kept, which tells nothing of what stood in it or who sent it, and where its act led to.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from django.db import connection, transaction

from wijkaanzet.kernel.models import SentForm

KNOWN_FOR: Final = timedelta(days=2)
MOST_FORGOTTEN: Final = 50
"""Old forms that one act takes away at most: it never waits long for what others left."""


class SentBefore(Exception):
    """The same form was sent before and its act was done; `led_to` is the address where that act led."""

    def __init__(self, led_to: str) -> None:
        self.led_to = led_to
        super().__init__(led_to)


@dataclass
class Ending:
    """How a form that is sent now ends: where its act led, or that it failed after all."""

    led_to: str = ""
    failed: bool = False


@contextmanager
def once(trace: str, *, at: datetime) -> Iterator[Ending]:
    """One transaction for the act of a form: whoever sends the same form meanwhile waits until it is over.

    Whoever opens it says how it ends. An act that fails or raises leaves nothing behind, and one that leads nowhere no
    trace of its form: that may be sent again. Raises SentBefore.
    """
    with transaction.atomic():
        _forget(before=at - KNOWN_FOR)
        form, is_first = SentForm.objects.get_or_create(trace=trace, defaults={"sent_at": at})
        if not is_first:
            raise SentBefore(form.led_to)
        ending = Ending()
        yield ending
        if ending.failed:
            transaction.set_rollback(True)
        elif ending.led_to:
            form.led_to = ending.led_to
            form.save(update_fields=["led_to"])
        else:
            form.delete()


def where_it_led(trace: str) -> str:
    """The address to which the act of this form led; empty when it was not sent before."""
    return SentForm.objects.filter(trace=trace).values_list("led_to", flat=True).first() or ""


def _forget(*, before: datetime) -> None:
    """Take away forms of before a moment, except those that somebody else takes away now."""
    old = SentForm.objects.filter(sent_at__lt=before)
    if connection.features.has_select_for_update:
        old = old.select_for_update(skip_locked=True)
    found = list(old.order_by("id").values_list("id", flat=True)[:MOST_FORGOTTEN])
    if found:
        SentForm.objects.filter(id__in=found).delete()
