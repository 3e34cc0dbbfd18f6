"""What somebody tells: received once, read by two, answered, and taken back; nothing of it stays in log or original."""

from dataclasses import replace
from datetime import timedelta
from io import BytesIO
from typing import Any

import pytest
from django.db import IntegrityError, transaction
from PIL import Image
from pytest_django import Settings

from tests.conftest import AT
from tests.factories import AreaFactory, at_once, somebody
from tests.helpers.books import books_are_right
from tests.intake.telling import JUDGED, SIGNAL, TEXT, VISITOR, neighbourhood, placed, prepared, received, sending
from wijkaanzet.areas.operations import add_place
from wijkaanzet.areas.rules.places import NewPlace, PlaceKind
from wijkaanzet.intake import access, operations, queries
from wijkaanzet.intake.labels import WITHDRAWN
from wijkaanzet.intake.models import Attachment, AttachmentPart, Entry, Knock
from wijkaanzet.intake.operations import Contact, Limit, Prepared, SentFile, Telling
from wijkaanzet.intake.operations.receiving import PART_BYTES
from wijkaanzet.intake.rules import AttachmentKind, EntryKind, EntryStatus, Route
from wijkaanzet.intake.rules.keeping import CONTACT_DAYS
from wijkaanzet.kernel.codes import spelled
from wijkaanzet.kernel.models import AuditEntry, OpenMove, OutboxMessage
from wijkaanzet.kernel.refusals import Refused
from wijkaanzet.people.rules import Role

pytestmark = pytest.mark.django_db
SECRET = "Fatima de Boer woont op Dorpsstraat 12"


def jpeg() -> bytes:
    """A photo with a position in it."""
    picture, exif = Image.new("RGB", (40, 20), "green"), Image.Exif()
    exif.get_ifd(0x8825)[1] = "N"
    exif[0x010F] = "Camera van Fatima"
    out = BytesIO()
    picture.save(out, "JPEG", exif=exif)
    return out.getvalue()


def audio(size: int) -> bytes:
    """A recording as a telephone makes it."""
    return b"\x00\x00\x00\x18ftypM4A " + b"a" * (size - 12)


@pytest.mark.done("5.no-content")
def test_it_is_sealed_and_can_be_read_again() -> None:
    entry = received(neighbourhood(), SECRET, told=Telling(text=SECRET, title="Mijn titel")).entry
    assert SECRET.encode() not in bytes(Entry.objects.get(pk=entry.pk).original or b"")
    told = queries.told_of(entry)
    assert told is not None
    assert (told.text, told.title) == (SECRET, "Mijn titel")


def test_the_same_form_twice_is_one_entry_with_the_same_code() -> None:
    here = neighbourhood()
    form = sending(here)
    first, again = (operations.receive(here.town, sending=form, actor=VISITOR, at=AT) for _ in range(2))
    assert first == again
    assert Entry.objects.count() == 1


@pytest.mark.both_engines
@pytest.mark.django_db(transaction=True)
@pytest.mark.done("5.receipts")
def test_the_same_form_from_many_connections_at_once_is_one_entry() -> None:
    here = neighbourhood()
    form = sending(here)
    receipts = at_once(*[lambda: operations.receive(here.town, sending=form, actor=VISITOR, at=AT)] * 8)
    codes = {one.code for one in receipts if not isinstance(one, Exception)}
    assert len(codes) == 1
    assert len(receipts) == 8
    assert Entry.objects.count() == 1


def test_the_code_leads_to_it_however_it_is_typed() -> None:
    here = neighbourhood()
    receipt = received(here)
    assert access.entries_of_code(here.town, f" {spelled(receipt.code).upper()} ").get() == receipt.entry
    assert not access.entries_of_code(here.town, "iets anders").exists()
    assert receipt.code not in str(Entry.objects.values().get())


def test_another_town_does_not_know_the_code() -> None:
    receipt, other = received(neighbourhood()), AreaFactory.create().division.municipality
    assert not access.entries_of_code(other, receipt.code).exists()


@pytest.mark.parametrize(
    ("changed", "key"),
    [
        ({"told": Telling(text=" \n ")}, "nothing_told"),
        ({"told": Telling(text="a" * 100_000)}, "told_too_long"),
        ({"told": Telling(text="a", title="b" * 121)}, "told_too_long"),
        ({"contact": Contact(phone="abc")}, "contact_phone"),
        ({"token": "kort"}, "no_token"),
        ({"files": [SentFile(kind=AttachmentKind.AUDIO, pieces=[b"<svg></svg>"])]}, "sound_unreadable"),
        ({"files": [SentFile(kind=AttachmentKind.PHOTO, pieces=[b"<svg></svg>"])]}, "photo_unreadable"),
        ({"files": [SentFile(kind=AttachmentKind.PHOTO, pieces=[jpeg()[:200]])]}, "photo_unreadable"),
    ],
)
def test_what_cannot_be_taken_in_is_refused_whole(changed: dict[str, Any], key: str) -> None:
    here = neighbourhood()
    with pytest.raises(Refused) as refused:
        received(here, **changed)
    assert refused.value.key == key
    assert not Entry.objects.exists()
    assert not Attachment.objects.exists()


def test_an_area_of_another_town_is_refused() -> None:
    with pytest.raises(Refused, match="place_elsewhere"):
        received(neighbourhood(), area=AreaFactory.create())


def test_one_sender_may_knock_so_often_in_an_hour_and_another_is_not_stopped() -> None:
    here = neighbourhood()
    for _ in range(2):
        received(here, limit=Limit(trace="x", most=2))
    with pytest.raises(Refused, match="knocked_too_often"):
        received(here, limit=Limit(trace="x", most=2))
    received(here, limit=Limit(trace="y", most=2))
    later = AT + timedelta(hours=1)
    operations.receive(here.town, sending=sending(here, limit=Limit(trace="x", most=2)), actor=VISITOR, at=later)
    assert Entry.objects.count() == 4


@pytest.mark.done("5.no-content")
def test_a_recording_is_kept_in_sealed_pieces_and_gone_once_it_is_judged() -> None:
    here, sound = neighbourhood(), audio(2 * PART_BYTES + 5)
    entry = prepared(here, files=[SentFile(kind=AttachmentKind.AUDIO, pieces=[sound[:7], sound[7:]])])
    (file,) = queries.files_of(entry)
    assert (file.size, file.content_type, file.parts.count()) == (len(sound), "audio/mp4", 3)
    assert b"".join(queries.pieces_of(file)) == sound
    assert not any(b"aaaa" in bytes(part.sealed) for part in AttachmentPart.objects.all())
    operations.place(entry, judged=JUDGED, actor=here.second, at=AT)
    assert not AttachmentPart.objects.exists()


@pytest.mark.done("5.bad-input")
def test_a_photo_keeps_nothing_of_where_it_was_taken() -> None:
    entry = received(neighbourhood(), files=[SentFile(kind=AttachmentKind.PHOTO, pieces=[jpeg()])]).entry
    photo = queries.photo_of(entry)
    assert photo is not None
    assert b"Camera" in jpeg()
    assert b"Camera" not in photo
    assert not Image.open(BytesIO(photo)).getexif()


def test_it_is_the_move_of_the_coordinator_and_then_of_the_area_manager() -> None:
    here = neighbourhood()
    entry = received(here).entry
    move = OpenMove.objects.get(subject_kind="intake.entry", subject_id=entry.pk)
    assert (move.role, move.scope_id, move.action) == ("coordinator", here.area.pk, "intake.read")
    operations.prepare(entry, prepared=SIGNAL, actor=here.first, at=AT)
    assert OpenMove.objects.get(subject_kind="intake.entry", subject_id=entry.pk).role == "area_manager"


def test_without_an_area_it_is_the_move_of_the_municipality() -> None:
    here = neighbourhood()
    entry = received(here, area=None).entry
    move = OpenMove.objects.get(subject_kind="intake.entry", subject_id=entry.pk)
    assert (move.role, move.scope_kind) == ("policy_officer", "municipality")


@pytest.mark.done("5.no-content")
def test_the_draft_is_sealed_and_gone_after_the_gate() -> None:
    here = neighbourhood()
    entry = prepared(here, replace(SIGNAL, text=SECRET))
    assert SECRET.encode() not in bytes(Entry.objects.get(pk=entry.pk).draft or b"")
    entry = prepared(here)
    stored = operations.place(entry, judged=JUDGED, actor=here.second, at=AT).entry
    assert (stored.original, stored.draft) == (None, None)
    assert (stored.title, stored.text) == (SIGNAL.title, TEXT)


@pytest.mark.done("5.no-content")
def test_the_database_keeps_no_original_of_what_was_judged() -> None:
    entry = placed(neighbourhood()).entry
    with pytest.raises(IntegrityError), transaction.atomic():
        Entry.objects.filter(pk=entry.pk).update(original=b"x")


def test_nobody_is_both_readers() -> None:
    here = neighbourhood()
    entry = prepared(here)
    for actor in (here.first, VISITOR):
        with pytest.raises(Refused, match="same_reader"):
            operations.place(entry, judged=JUDGED, actor=actor, at=AT)
    assert not access.public_entries(here.town).exists()


@pytest.mark.parametrize(
    ("judged", "key"),
    [
        (replace(JUDGED, risk=3), "risk_too_high"),
        (replace(JUDGED, answer=" "), "no_answer"),
        (replace(JUDGED, answer="a" * 2_001), "told_too_long"),
    ],
)
def test_a_second_reader_is_asked_to_be_whole(judged: operations.Judged, key: str) -> None:
    here = neighbourhood()
    with pytest.raises(Refused, match=key):
        operations.place(prepared(here), judged=judged, actor=here.second, at=AT)


def test_what_may_point_at_a_person_is_looked_at_before_it_is_public() -> None:
    here = neighbourhood()
    entry = prepared(here, replace(SIGNAL, text=SECRET))
    with pytest.raises(Refused) as refused:
        operations.place(entry, judged=JUDGED, actor=here.second, at=AT)
    assert refused.value.key == "finds_not_checked"
    operations.place(entry, judged=replace(JUDGED, finds_checked=True), actor=here.second, at=AT)
    assert access.public_entries(here.town).count() == 1


@pytest.mark.parametrize(
    ("made", "key"),
    [
        (replace(SIGNAL, title=""), "no_title"),
        (replace(SIGNAL, text=" "), "no_text"),
        (Prepared(kind=EntryKind.STRENGTH, title="Tuin", text="De tuin."), "no_strength_kind"),
    ],
)
def test_a_first_reader_is_asked_to_be_whole(made: Prepared, key: str) -> None:
    here = neighbourhood()
    with pytest.raises(Refused, match=key):
        operations.prepare(received(here).entry, prepared=made, actor=here.first, at=AT)


def test_the_second_reader_may_send_it_back_with_a_reason() -> None:
    here = neighbourhood()
    entry = prepared(here)
    with pytest.raises(Refused, match="no_reason"):
        operations.send_back(entry, why=" ", actor=here.second, at=AT)
    entry = operations.send_back(entry, why="De buurman is te herkennen.", actor=here.second, at=AT)
    assert (entry.status, entry.prepared_by_id) == (EntryStatus.RECEIVED, None)
    assert queries.draft_of(entry) == SIGNAL
    entry = operations.prepare(entry, prepared=SIGNAL, actor=here.second, at=AT)
    assert operations.place(entry, judged=JUDGED, actor=here.first, at=AT).entry.status == EntryStatus.ANSWERED


def test_what_is_not_for_everybody_is_read_by_who_work_there_together() -> None:
    here = neighbourhood()
    placed(here, may_share=False)
    assert not access.public_entries(here.town).exists()
    assert access.network_entries(here.first, here.town, on=AT.date()).count() == 1
    assert not access.network_entries(VISITOR, here.town, on=AT.date()).exists()
    elsewhere = somebody(Role.COORDINATOR, here.town, scope=AreaFactory.create(division=here.area.division))
    assert not access.network_entries(elsewhere, here.town, on=AT.date()).exists()
    assert not access.readable_entries(elsewhere, here.town, on=AT.date()).exists()


def test_a_declined_one_keeps_only_its_answer() -> None:
    here = neighbourhood()
    entry = received(here, SECRET).entry
    with pytest.raises(Refused, match="no_answer"):
        operations.decline(entry, answer="", actor=here.first, at=AT)
    entry = operations.decline(entry, answer="Dit gaat over een persoon.", actor=here.first, at=AT)
    assert (entry.original, entry.text, entry.answer) == (None, "", "Dit gaat over een persoon.")
    assert not access.public_entries(here.town).exists()


def test_who_left_an_address_gets_a_mail_and_who_left_a_number_is_called() -> None:
    here = neighbourhood()
    mailed = placed(here, contact=Contact(email="iemand@voorbeeld.nl")).entry
    called = placed(here, contact=Contact(phone="0612345678"), route=Route.DESK).entry
    assert (mailed.status, called.status) == (EntryStatus.ANSWERED, EntryStatus.TO_TELL)
    operations.clean(actor=VISITOR, at=AT + timedelta(days=100))
    assert queries.contact_of(Entry.objects.get(pk=called.pk)).phone, "who is not called yet can still be called"
    assert [one.subject_id for one in OutboxMessage.objects.filter(kind=operations.ANSWERED)] == [mailed.pk]
    assert OpenMove.objects.get(subject_kind="intake.entry", subject_id=called.pk).action == "intake.tell_answer"
    called = operations.tell(called, actor=here.first, at=AT)
    assert (called.status, called.contact) == (EntryStatus.ANSWERED, None)


def test_it_is_forgotten_in_time_how_somebody_can_be_reached() -> None:
    here = neighbourhood()
    placed(here, contact=Contact(email="a@voorbeeld.nl"))
    placed(here, contact=Contact(email="b@voorbeeld.nl"), keep_told=True)
    declined = operations.decline(received(here).entry, answer="Nee.", actor=here.first, at=AT)
    received(here, limit=Limit(trace="x", most=2))
    operations.clean(actor=VISITOR, at=AT + timedelta(days=31))
    assert Entry.objects.filter(contact__isnull=False).count() == 1
    assert not Knock.objects.exists()
    assert Entry.objects.get(pk=declined.pk).answer == "Nee."
    operations.clean(actor=VISITOR, at=AT + timedelta(days=500))
    assert not Entry.objects.filter(contact__isnull=False).exists()
    assert Entry.objects.get(pk=declined.pk).answer == ""


@pytest.mark.parametrize("stage", [received, prepared, placed])
def test_it_is_taken_back_at_any_moment_and_nothing_is_left(stage: object) -> None:
    here = neighbourhood()
    assert callable(stage)
    stage(here, contact=Contact(email="iemand@voorbeeld.nl"))
    entry = operations.withdraw(Entry.objects.get(), actor=VISITOR, at=AT)
    kept = Entry.objects.values("original", "draft", "contact", "title", "text", "meaning", "answer").get()
    assert not any(kept.values())
    assert queries.gone([entry.pk]) == {entry.pk}
    assert queries.labels([entry.pk], VISITOR)[entry.pk] == str(WITHDRAWN)
    assert not OpenMove.objects.filter(subject_kind="intake.entry").exists()
    with pytest.raises(Refused, match="wrong_state"):
        operations.withdraw(entry, actor=VISITOR, at=AT)


def test_of_what_is_taken_back_the_street_is_not_kept() -> None:
    here = neighbourhood()
    street = NewPlace(PlaceKind.STREET, "Lijsterlaan")
    added = add_place(here.town, new=street, area=here.area, starts_on=AT.date(), actor=here.first, at=AT)
    entry = operations.withdraw(received(here, place=added).entry, actor=VISITOR, at=AT)
    assert Entry.objects.get(pk=entry.pk).place is None


def test_who_has_no_place_here_is_forgotten_as_soon_as_the_answer_is_read() -> None:
    here = neighbourhood()
    entry = received(here, contact=Contact(email="a@voorbeeld.nl"), keep_told=True).entry
    entry = operations.decline(entry, answer="Nee.", actor=here.first, at=AT)
    assert entry.contact_until == AT.date() + timedelta(days=CONTACT_DAYS)


def test_what_nobody_answers_for_as_first_reader_is_not_let_through() -> None:
    here = neighbourhood()
    entry = operations.prepare(received(here).entry, prepared=SIGNAL, actor=VISITOR, at=AT)
    with pytest.raises(Refused, match="same_reader"):
        operations.place(entry, judged=JUDGED, actor=here.second, at=AT)


@pytest.mark.done("5.no-content")
def test_the_log_holds_nothing_of_what_was_told() -> None:
    here = neighbourhood()
    entry = placed(here, replace(SIGNAL, title="Zonnebloemen", text="Zonnebloemen in de tuin.")).entry
    operations.withdraw(entry, actor=VISITOR, at=AT)
    logged = str(list(AuditEntry.objects.filter(action__startswith="intake.").values()))
    assert "intake.entry.withdrawn" in logged
    assert "onnebloem" not in logged
    books_are_right()


def test_the_reader_sees_what_was_perhaps_sent_twice() -> None:
    here = neighbourhood()
    one, other, third = (
        received(here).entry,
        received(here, TEXT + " Echt!").entry,
        received(here, "Iets anders.").entry,
    )
    waiting = access.waiting_entries(here.first, here.town, on=AT.date())
    assert queries.alike(one, waiting) == [other]
    assert queries.alike(third, waiting) == []


def test_an_entry_whose_key_is_gone_keeps_nobody_from_reading_the_others(settings: Settings) -> None:
    here = neighbourhood()
    settings.WZ_CONTENT_KEYS = ["sleutel van gisteren"]
    received(here)
    settings.WZ_CONTENT_KEYS = ["sleutel van vandaag"]
    entry, other = received(here).entry, received(here).entry
    waiting = access.waiting_entries(here.first, here.town, on=AT.date())
    assert queries.alike(entry, waiting) == [other]


def test_words_are_searched_without_looking_at_capitals() -> None:
    here = neighbourhood()
    entry = placed(here).entry
    assert list(queries.found(access.public_entries(here.town), "DÍNSDAG tuin")) == [entry]
    assert not queries.found(access.public_entries(here.town), "dinsdag zwembad").exists()
