"""A form that was sent is known again: its act is done once, and what failed may be sent again."""

from collections.abc import Callable
from datetime import datetime, timedelta
from functools import partial
from typing import Any

import pytest
from django.db import connection

from tests.conftest import AT
from tests.factories import MunicipalityFactory, at_once
from wijkaanzet.kernel import sent_once
from wijkaanzet.kernel.models import Municipality, SentForm
from wijkaanzet.kernel.sent_once import KNOWN_FOR, MOST_FORGOTTEN, Ending, SentBefore

pytestmark = pytest.mark.django_db
PLACE = "/proefstad/lijst/"


def send(trace: str = "one", *, led_to: str = PLACE, failed: bool = False, at: datetime = AT) -> None:
    """The act of a form makes a municipality."""
    with sent_once.once(trace, at=at) as sending:
        MunicipalityFactory.create()
        sending.led_to, sending.failed = led_to, failed


def made() -> int:
    return Municipality.objects.count()


def test_the_second_sending_does_nothing_and_hears_where_the_first_led():
    send()
    with pytest.raises(SentBefore) as before:
        send(led_to="/elsewhere/")
    assert (before.value.led_to, sent_once.where_it_led("one"), made()) == (PLACE, PLACE, 1)


def test_another_form_is_sent_for_itself():
    send()
    send("two")
    assert (made(), sent_once.where_it_led("three")) == (2, "")


@pytest.mark.parametrize(("how", "left"), [({"failed": True}, 0), ({"led_to": ""}, 1)])
def test_what_fails_or_leads_nowhere_may_be_sent_again(how: Any, left: int):
    send(**how)
    assert (made(), SentForm.objects.count()) == (left, 0)
    send()
    assert made() == left + 1


def test_an_act_that_raises_leaves_nothing(monkeypatch: pytest.MonkeyPatch):
    def breaks() -> None:
        Municipality.objects.create(code="GM0001", slug="een", name="Een")
        raise RuntimeError

    monkeypatch.setattr(MunicipalityFactory, "create", breaks)
    with pytest.raises(RuntimeError):
        send()
    assert (made(), SentForm.objects.count()) == (0, 0)


def test_a_form_is_known_for_two_days_and_a_few_old_ones_go_each_time():
    SentForm.objects.bulk_create(
        SentForm(trace=str(number), led_to=PLACE, sent_at=AT) for number in range(MOST_FORGOTTEN + 1)
    )
    send("later", at=AT + KNOWN_FOR)
    assert SentForm.objects.count() == MOST_FORGOTTEN + 2
    send("latest", at=AT + KNOWN_FOR + timedelta(seconds=1))
    assert SentForm.objects.count() == 3


def test_nothing_but_a_trace_and_a_place_is_kept():
    assert {field.name for field in SentForm._meta.get_fields()} == {"id", "trace", "led_to", "sent_at"}


@pytest.mark.both_engines
@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize(
    ("first_fails", "outcomes"), [(False, ["NoneType", "SentBefore"]), (True, ["NoneType", "NoneType"])]
)
def test_two_sendings_at_once_wait_for_each_other(first_fails: bool, outcomes: list[str]):
    tries: list[Ending] = []

    def act() -> None:
        with sent_once.once("one", at=AT) as sending:
            tries.append(sending)
            MunicipalityFactory.create()
            sending.led_to = PLACE
            sending.failed = first_fails and len(tries) == 1

    answers = at_once(act, act)
    assert sorted(type(one).__name__ for one in answers) == outcomes
    assert (made(), SentForm.objects.count()) == (1, 1)


@pytest.mark.both_engines
@pytest.mark.django_db(transaction=True)
def test_forms_that_are_sent_at_once_forget_old_ones_without_waiting_for_each_other():
    SentForm.objects.bulk_create(SentForm(trace=str(number), led_to=PLACE, sent_at=AT) for number in range(10))
    acts: list[Callable[[], None]] = [partial(send, f"new-{n}", at=AT + 2 * KNOWN_FOR) for n in range(4)]
    assert at_once(*acts) == [None] * 4
    assert SentForm.objects.count() == 4, connection.vendor
