"""What must be sent is written with the act, is sent once, and one failure does not hold up the rest."""

from collections.abc import Callable
from threading import Lock

import pytest
from django.db import IntegrityError, transaction
from structlog.testing import capture_logs

from tests.conftest import AT
from tests.factories import MunicipalityFactory, UserFactory, at_once
from wijkaanzet.kernel import outbox
from wijkaanzet.kernel.models import OutboxMessage
from wijkaanzet.kernel.outbox import MAX_ATTEMPTS, send_waiting
from wijkaanzet.kernel.subjects import Subject
from wijkaanzet.people.models import User
from wijkaanzet.people.operations import ROLE_GIVEN


def put(count: int = 1) -> list[OutboxMessage]:
    user, municipality = UserFactory.create(email="wie@proef.example"), MunicipalityFactory.create()
    return [
        outbox.put(ROLE_GIVEN, recipient_id=user.pk, subject=Subject("proef", n), municipality=municipality, at=AT)
        for n in range(count)
    ]


def sender(*failing: int, error: type[Exception] = ConnectionRefusedError) -> tuple[Callable[..., None], list[int]]:
    """A way to send that fails for these messages, and the list of what it sent."""
    sent: list[int] = []
    lock = Lock()

    def send(message: OutboxMessage) -> None:
        if message.pk in failing:
            raise error(f"for wie@proef.example, {message.pk}")
        with lock:
            sent.append(message.pk)

    return send, sent


@pytest.mark.django_db
class TestPut:
    def test_refuses_a_kind_that_nobody_registered(self):
        municipality = MunicipalityFactory.create()
        with pytest.raises(ValueError, match="not registered"):
            outbox.put("proef.x", recipient_id=1, subject=Subject("p", 1), municipality=municipality, at=AT)
        assert not OutboxMessage.objects.exists()

    def test_a_message_goes_away_with_the_act_it_tells_of(self):
        with transaction.atomic():
            put()
            transaction.set_rollback(True)
        assert not OutboxMessage.objects.exists()


@pytest.mark.django_db
class TestSendWaiting:
    def test_sends_each_message_once_in_the_order_of_writing(self):
        rows = put(3)
        send, sent = sender()
        assert send_waiting(send, at=AT) == (3, 0)
        assert send_waiting(send, at=AT) == (0, 0)
        assert sent == [row.pk for row in rows]
        assert set(OutboxMessage.objects.values_list("sent_at", "attempts")) == {(AT, 1)}

    @pytest.mark.parametrize("error", [ConnectionRefusedError, ValueError, KeyError, IntegrityError])
    def test_a_failure_leaves_the_message_waiting_and_does_not_hold_up_the_rest(self, error: type[Exception]):
        first, second = put(2)
        send, sent = sender(first.pk, error=error)
        assert send_waiting(send, at=AT) == (1, 1)
        first.refresh_from_db()
        assert (first.sent_at, first.attempts, sent) == (None, 1, [second.pk])

    def test_what_a_failing_message_wrote_is_undone(self):
        (row,) = put()

        def send(message: OutboxMessage) -> None:
            UserFactory.create(username="half-done")
            raise ConnectionResetError

        assert send_waiting(send, at=AT) == (0, 1)
        row.refresh_from_db()
        assert row.attempts == 1
        assert not User.objects.filter(username="half-done").exists()

    def test_a_message_is_tried_a_fixed_number_of_times(self):
        (row,) = put()
        send, _ = sender(row.pk)
        rounds = [send_waiting(send, at=AT) for _ in range(MAX_ATTEMPTS + 2)]
        assert rounds == [(0, 1)] * MAX_ATTEMPTS + [(0, 0)] * 2
        row.refresh_from_db()
        assert (row.attempts, row.sent_at) == (MAX_ATTEMPTS, None)

    def test_a_later_round_sends_what_failed_before(self):
        (row,) = put()
        send_waiting(sender(row.pk)[0], at=AT)
        send, sent = sender()
        assert send_waiting(send, at=AT) == (1, 0)
        assert sent == [row.pk]

    def test_the_log_names_the_message_and_nobody(self):
        (row,) = put()
        with capture_logs() as lines:
            send_waiting(sender(row.pk)[0], at=AT)
        (line,) = lines
        assert (line["event"], line["message"], line["error"]) == (
            "outbox.message.failed",
            row.pk,
            "ConnectionRefusedError",
        )
        assert "proef.example" not in str(lines)


@pytest.mark.both_engines
@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("round_", range(5))
def test_senders_at_once_send_each_message_once(round_: int):
    rows = put(6)
    send, sent = sender()
    answers = at_once(*[lambda: send_waiting(send, at=AT)] * 3)
    assert sorted(sent) == [row.pk for row in rows]
    assert sum(answer[0] for answer in answers if isinstance(answer, tuple)) == 6
