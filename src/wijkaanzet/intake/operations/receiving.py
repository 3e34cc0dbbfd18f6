"""Receiving what somebody tells: whole or not at all, once however often it is sent, and with a receipt."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Final

from django.db import IntegrityError, transaction
from django.db.models import F

from wijkaanzet.areas.models import Area, Place
from wijkaanzet.intake.models import Attachment, AttachmentPart, Entry, Knock
from wijkaanzet.intake.operations.entering import PURPOSE, enter
from wijkaanzet.intake.rules import AttachmentKind, EntryStatus, Route
from wijkaanzet.intake.rules.media import HEAD, PHOTO_TYPE, redrawn, sound_type
from wijkaanzet.intake.rules.telling import Contact, Telling, check_contact, check_telling
from wijkaanzet.kernel.actors import Actor
from wijkaanzet.kernel.codes import code_hash, code_of
from wijkaanzet.kernel.models import Municipality
from wijkaanzet.kernel.refusals import Refused
from wijkaanzet.kernel.sealed import derived_key, seal, seal_words
from wijkaanzet.kernel.subjects import Subject

PART_BYTES: Final = 512 * 1024
SHORTEST_TOKEN: Final = 20


@dataclass(frozen=True, kw_only=True)
class SentFile:
    """A photo or a recording, as pieces in order."""

    kind: AttachmentKind
    pieces: Iterable[bytes]


@dataclass(frozen=True, kw_only=True)
class Limit:
    """How often one sender may send something in an hour; the trace cannot be led back to an address."""

    trace: str
    most: int


@dataclass(frozen=True, kw_only=True)
class Sending:
    """What is sent: what is told, where it belongs, whether everybody may read it, and where the answer must go.

    `token` is that of the form: the same one again is the same entry.
    """

    token: str
    told: Telling
    may_share: bool
    route: Route = Route.WEB
    area: Area | None = None
    place: Place | None = None
    about: Subject | None = None
    figure: str = ""
    contact: Contact = field(default_factory=Contact)
    keep_told: bool = False
    files: Sequence[SentFile] = field(default=())
    limit: Limit | None = None


@dataclass(frozen=True)
class Receipt:
    """The entry, and the code with which its sender finds the answer; it is shown once and not kept."""

    entry: Entry
    code: str


@transaction.atomic
def receive(municipality: Municipality, *, sending: Sending, actor: Actor, at: datetime) -> Receipt:
    """Take in what somebody tells. The same form sent twice gives the first receipt again.

    Raises Refused: ("no_token"), ("nothing_told"), ("told_too_long"), ("contact_phone"), ("place_elsewhere"),
    ("knocked_too_often") and what `redrawn` and `sound_type` refuse.
    """
    if len(sending.token) < SHORTEST_TOKEN:
        raise Refused("no_token")
    code = code_of(f"{municipality.pk}:{sending.token}", key=derived_key("intake.code"))
    found = Entry.objects.filter(municipality=municipality, code_hash=code_hash(code)).first()
    if found is None:
        found = _received(municipality, code, sending, actor, at)
    return Receipt(found, code)


def _received(municipality: Municipality, code: str, sending: Sending, actor: Actor, at: datetime) -> Entry:
    try:
        return _written(municipality, code, sending, actor=actor, at=at)
    except IntegrityError:
        return Entry.objects.get(municipality=municipality, code_hash=code_hash(code))  # somebody was just before us


@transaction.atomic
def _written(municipality: Municipality, code: str, sending: Sending, *, actor: Actor, at: datetime) -> Entry:
    check_telling(sending.told, has_files=bool(sending.files))
    check_contact(sending.contact)
    _check_place(municipality, sending)
    if sending.limit is not None:
        _count(municipality, sending.limit, at=at)
    entry = Entry(
        municipality=municipality,
        area=sending.area,
        place=sending.place,
        figure=sending.figure,
        code_hash=code_hash(code),
        route=sending.route,
        written_down_by_id=None if sending.route is Route.WEB else actor.user_id,
        received_at=at,
        original=seal_words(sending.told.words(), purpose=PURPOSE),
        contact=_sealed_contact(sending.contact),
        keep_told=sending.keep_told,
        may_share=sending.may_share,
    )
    if sending.about is not None:
        entry.about_kind, entry.about_id = sending.about
    enter(entry, status=EntryStatus.RECEIVED, actor=actor, at=at)
    for file in sending.files:
        _attach(entry, file)
    return entry


def _check_place(municipality: Municipality, sending: Sending) -> None:
    area, place = sending.area, sending.place
    if area is not None and area.division.municipality_id != municipality.pk:
        raise Refused("place_elsewhere")
    if place is not None and (place.municipality_id != municipality.pk or place.area_id not in (None, _id(area))):
        raise Refused("place_elsewhere")


def _id(area: Area | None) -> int | None:
    return area.pk if area else None


def _count(municipality: Municipality, limit: Limit, *, at: datetime) -> None:
    """One more knock of this sender in this hour. Raises Refused("knocked_too_often")."""
    hour = at.replace(minute=0, second=0, microsecond=0)
    knock, _ = Knock.objects.get_or_create(municipality=municipality, trace=limit.trace, hour=hour)
    counted = Knock.objects.filter(pk=knock.pk, times__lt=limit.most).update(times=F("times") + 1)
    if not counted:
        raise Refused("knocked_too_often")


def _sealed_contact(contact: Contact) -> bytes | None:
    if not (contact.email or contact.phone):
        return None
    return seal_words({"email": contact.email, "phone": contact.phone}, purpose=PURPOSE)


def _attach(entry: Entry, file: SentFile) -> None:
    """Keep a file sealed, piece by piece; a photo is made anew first."""
    pieces = _of_size(file.pieces, PART_BYTES)
    if file.kind is AttachmentKind.PHOTO:
        photo = redrawn(b"".join(pieces))
        _store(entry, file.kind, PHOTO_TYPE, _of_size([photo], PART_BYTES))
        return
    first = next(pieces, b"")
    _store(entry, file.kind, sound_type(first[:HEAD]), _again(first, pieces))


def _again(first: bytes, rest: Iterator[bytes]) -> Iterator[bytes]:
    yield first
    yield from rest


def _store(entry: Entry, kind: AttachmentKind, content_type: str, pieces: Iterable[bytes]) -> None:
    attachment = Attachment.objects.create(entry=entry, kind=kind, content_type=content_type, size=0)
    size = 0
    for position, piece in enumerate(pieces):
        AttachmentPart.objects.create(
            attachment=attachment, position=position, sealed=seal(piece, purpose=f"{PURPOSE}.file")
        )
        size += len(piece)
    attachment.size = size
    attachment.save(update_fields=["size"])


def _of_size(pieces: Iterable[bytes], size: int) -> Iterator[bytes]:
    """The same bytes in pieces of one size; the last may be shorter."""
    held = bytearray()
    for piece in pieces:
        held += piece
        while len(held) >= size:
            yield bytes(held[:size])
            del held[:size]
    if held:
        yield bytes(held)
