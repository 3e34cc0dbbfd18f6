"""Opening what is sealed, for who reads it: what was told, what was made of it, and what may point at a person."""

from collections.abc import Iterator
from hashlib import sha256
from itertools import compress

from django.db.models import QuerySet

from wijkaanzet.areas.models import Area, AreaPart, Place
from wijkaanzet.intake.models import Attachment, Entry
from wijkaanzet.intake.rules import AttachmentKind, EntryStatus
from wijkaanzet.intake.rules import alike as rules
from wijkaanzet.intake.rules.anonymising import Found, find
from wijkaanzet.intake.rules.telling import Contact, Prepared, Telling
from wijkaanzet.kernel.models import Municipality
from wijkaanzet.kernel.sealed import CannotOpen, unseal, unseal_words
from wijkaanzet.people.models import Body, Desk, Organisation

PURPOSE = "intake.entry"
AROUND = 100
RETURNED_SEAL = f"{PURPOSE}.returned"


def told_of(entry: Entry) -> Telling | None:
    """What was told, in the own words; None once it was judged."""
    return Telling.of(unseal_words(entry.original, purpose=PURPOSE)) if entry.original else None


def draft_of(entry: Entry) -> Prepared | None:
    """What the first reader made of it; None before that and once it was judged."""
    return Prepared.of(unseal_words(entry.draft, purpose=PURPOSE)) if entry.draft else None


def draft_mark(entry: Entry) -> str:
    """Stands for the words that lie ready, as they are now; of sealed words it tells nothing. Empty without words."""
    return sha256(entry.draft).hexdigest() if entry.draft else ""


def returned_why(entry: Entry) -> str:
    """Why the second reader sent it back; empty when it was not, or once that was seen to. Raises CannotOpen."""
    return unseal(entry.returned, purpose=RETURNED_SEAL).decode() if entry.returned else ""


def contact_of(entry: Entry) -> Contact:
    """Where the answer must go; empty when nothing was left or it is forgotten. Raises CannotOpen."""
    if not entry.contact:
        return Contact()
    words = unseal_words(entry.contact, purpose=PURPOSE)
    return Contact(email=words["email"], phone=words["phone"])


def reachable_at(entry: Entry) -> Contact:
    """Where somebody can be reached now; empty too when the key of that is not here any more."""
    try:
        return contact_of(entry)
    except CannotOpen:
        return Contact()


def mail_address(id_: int) -> str:
    """The e-mail address for the answer to an entry; empty when none was left or it is forgotten."""
    entry = Entry.objects.filter(pk=id_).first()
    return contact_of(entry).email if entry else ""


def known_words(municipality: Municipality) -> frozenset[str]:
    """Names that are no person: of the municipality, areas, places, organisations, bodies and desks. Six queries."""
    names = {municipality.name}
    names |= set(Area.objects.filter(division__municipality=municipality).values_list("name", flat=True))
    parts = AreaPart.objects.filter(area__division__municipality=municipality)
    names |= set(parts.values_list("cbs_name", flat=True))
    for table in (Place, Organisation, Body, Desk):
        names |= set(table.objects.filter(municipality=municipality).values_list("name", flat=True))
    return frozenset(names)


def finds_in(entry: Entry, words: Prepared) -> tuple[Found, ...]:
    """What may still point at a person in all that would become public."""
    return find(
        "\n".join((words.title, words.text, words.meaning, words.photo_alt)), known=known_words(entry.municipality)
    )


def files_of(entry: Entry) -> list[Attachment]:
    """What was sent along, in the order of sending."""
    return list(entry.attachments.order_by("id"))


def file_of(entry: Entry, number: int) -> Attachment | None:
    """The attachment with this number, counted from one."""
    files = files_of(entry)
    return files[number - 1] if 0 < number <= len(files) else None


def pieces_of(attachment: Attachment) -> Iterator[bytes]:
    """The content of an attachment, piece by piece."""
    for sealed in attachment.parts.order_by("position").values_list("sealed", flat=True).iterator(chunk_size=1):
        yield unseal(sealed, purpose=f"{PURPOSE}.file")


def photo_of(entry: Entry) -> bytes | None:
    """The first photo that was sent along."""
    photo = entry.attachments.filter(kind=AttachmentKind.PHOTO).order_by("id").first()
    return b"".join(pieces_of(photo)) if photo else None


def alike(entry: Entry, waiting: QuerySet[Entry]) -> list[Entry]:
    """Which of those that wait tell the same, perhaps sent twice; the sender may have changed a word or two.

    Looks at the hundred that came in just before it and the hundred after: who sends twice does so soon.
    """
    told = told_of(entry)
    if told is None:
        return []
    unjudged = (EntryStatus.RECEIVED, EntryStatus.PREPARED)
    unread = waiting.filter(status__in=unjudged)
    before = unread.filter(pk__lt=entry.pk).order_by("-pk")[:AROUND]
    others = [*reversed(before), *unread.filter(pk__gt=entry.pk).order_by("pk")[:AROUND]]
    return list(compress(others, rules.alike(told.text, map(_text_of, others))))


def _text_of(entry: Entry) -> str:
    """What was told; empty when its key is not here any more, since another entry can be read without it."""
    try:
        told = told_of(entry)
    except CannotOpen:
        return ""
    return told.text if told else ""
