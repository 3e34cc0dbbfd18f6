"""What is sealed: the reason to send it back too, and what can still be done once the key is gone."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from pytest_django import Settings

from tests.conftest import AT
from tests.intake.telling import neighbourhood, placed, prepared, received
from wijkaanzet.intake import operations, queries
from wijkaanzet.intake.models import Entry
from wijkaanzet.intake.rules import EntryStatus, Outcome
from wijkaanzet.kernel.models import OutboxMessage

pytestmark = pytest.mark.django_db
WHY = "Buurvrouw Riet is te herkennen."
OLD_KEYS, NEW_KEYS = ["sleutel van gisteren"], ["sleutel van vandaag"]


def test_the_reason_to_send_it_back_is_sealed_and_gone_once_it_is_seen_to() -> None:
    here = neighbourhood()
    entry = operations.send_back(prepared(here), why=f" {WHY} ", actor=here.second, at=AT)
    stored = Entry.objects.get(pk=entry.pk)
    assert queries.returned_why(stored) == WHY
    assert b"Riet" not in bytes(stored.returned or b"")
    operations.decline(stored, answer="Dank u wel.", actor=here.first, at=AT)
    assert Entry.objects.get(pk=entry.pk).returned is None


@pytest.mark.parametrize("phone", ["", "013 123 45 67"])
def test_an_entry_whose_key_is_gone_can_be_declined(settings: Settings, phone: str) -> None:
    here = neighbourhood()
    settings.WZ_CONTENT_KEYS = OLD_KEYS
    entry = received(here, contact=operations.Contact(email="iemand@voorbeeld.nl", phone=phone)).entry
    settings.WZ_CONTENT_KEYS = NEW_KEYS
    declined = operations.decline(entry, answer="Vertel het ons nog eens.", actor=here.first, at=AT)
    assert (declined.status, declined.outcome, declined.original) == (EntryStatus.ANSWERED, Outcome.DECLINED, None)
    assert not OutboxMessage.objects.exists()
    operations.clean(actor=here.first, at=AT + timedelta(days=30))
    assert Entry.objects.get(pk=entry.pk).contact is None


def test_one_whose_key_is_gone_keeps_nobody_else_from_hearing_what_was_done(settings: Settings) -> None:
    here = neighbourhood()
    contact = operations.Contact(email="iemand@voorbeeld.nl")
    settings.WZ_CONTENT_KEYS = OLD_KEYS
    lost = placed(here, contact=contact, keep_told=True).entry
    settings.WZ_CONTENT_KEYS = NEW_KEYS
    other = placed(here, contact=contact, keep_told=True).entry
    assert operations.tell_used([lost.pk, other.pk], at=AT) == 1


@pytest.mark.both_engines
@pytest.mark.parametrize("wrong", ["nobody prepared", "nobody decided", "one person"])
def test_the_database_wants_two_readers_of_what_has_its_place(wrong: str) -> None:
    entry = placed(neighbourhood()).entry
    changed: dict[str, dict[str, int | None]] = {
        "nobody prepared": {"prepared_by_id": None},
        "nobody decided": {"decided_by_id": None},
        "one person": {"decided_by_id": entry.prepared_by_id},
    }
    with pytest.raises(IntegrityError), transaction.atomic():
        Entry.objects.filter(pk=entry.pk).update(**changed[wrong])
