"""One thing that was told, opened for its reader."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from django.http import Http404
from django.shortcuts import get_object_or_404

from wijkaanzet.intake import access, queries
from wijkaanzet.intake.labels import STAND_INS
from wijkaanzet.intake.models import Attachment, Entry
from wijkaanzet.intake.rules import AttachmentKind, EntryStatus
from wijkaanzet.intake.rules.anonymising import Found, FoundKind, find, hidden
from wijkaanzet.intake.rules.telling import Prepared, Telling
from wijkaanzet.kernel.sealed import CannotOpen
from wijkaanzet.stories.access import entrusted_stories
from wijkaanzet.stories.models import Story
from wijkaanzet.stories.queries import Agreement, agreement_on, words_offered
from wijkaanzet.stories.rules import StoryStatus
from wijkaanzet.web.http import Request, actor_of
from wijkaanzet.web.pages.inbox import Piece


@dataclass(frozen=True)
class Opened:
    """What is sealed, opened: what was told, what was made of it, what came with it, and who reads."""

    entry: Entry
    reader_id: int | None
    told: Telling | None
    draft: Prepared | None
    returned_why: str
    """Why the second reader sent it back; empty when it was not."""
    key_is_gone: bool
    """Whether something of it is sealed with a key that is not here any more, so that nobody can read it."""
    files: tuple[Attachment, ...]
    known: frozenset[str]
    """Names that are no person."""
    story: Story | None
    """The story that waits for its teller, when the reader may write down what that one says."""
    offered: Prepared | None
    """The words at which that teller looks."""
    agreement: Agreement | None
    """What the teller of a shared story agrees to, with its words."""

    @property
    def status(self) -> EntryStatus:
        """Where it stands."""
        return EntryStatus(self.entry.status)

    @property
    def is_own(self) -> bool:
        """Whether the reader made it ready, so that somebody else must judge it."""
        return self.reader_id is not None and self.entry.prepared_by_id == self.reader_id

    @property
    def has_photo(self) -> bool:
        """Whether a photo was sent along."""
        return any(file.kind == AttachmentKind.PHOTO for file in self.files)

    @property
    def draft_mark(self) -> str:
        """Stands for the words that were made ready, as they are now; empty when there are none."""
        return queries.draft_mark(self.entry)

    @cached_property
    def draft_finds(self) -> tuple[Found, ...]:
        """What may still point at a person in the words that were made ready."""
        return queries.finds_in(self.entry, self.draft) if self.draft else ()

    def finds(self, text: str) -> tuple[Found, ...]:
        """What may point at a person in a text."""
        return find(text, known=self.known)

    def without_persons(self, text: str) -> str:
        """The text with a stand-in in square brackets for each find."""
        return hidden(text, self.finds(text), stand_in=_stand_in)

    def pieces(self, text: str) -> tuple[Piece, ...]:
        """The text in pieces, each find apart."""
        return tuple(_pieces(text, self.finds(text)))


def _stand_in(kind: FoundKind) -> str:
    return f"[{STAND_INS[kind]}]"


def _pieces(text: str, finds: tuple[Found, ...]) -> Iterator[Piece]:
    place = 0
    for one in finds:
        yield Piece(text=text[place : one.start])
        yield Piece(text=text[one.start : one.end], found=str(STAND_INS[one.kind]))
        place = one.end
    yield Piece(text=text[place:])


@dataclass(frozen=True)
class _Inside:
    told: Telling | None = None
    draft: Prepared | None = None
    returned_why: str = ""
    offered: Prepared | None = None
    key_is_gone: bool = False


def _inside(entry: Entry, story: Story | None) -> _Inside:
    """What is in the seals; without the key nothing, so that it can still be answered or taken back."""
    try:
        return _Inside(
            told=queries.told_of(entry),
            draft=queries.draft_of(entry),
            returned_why=queries.returned_why(entry),
            offered=words_offered(story) if story else None,
        )
    except CannotOpen:
        return _Inside(key_is_gone=True)


def found_entry(request: Request, public_id: str, *, today: date) -> Entry:
    """What the reader may read. Raises Http404 for anything else."""
    readable = access.readable_entries(actor_of(request), request.municipality, on=today)
    entry: Entry = get_object_or_404(readable, public_id=public_id)
    return entry


def opened(request: Request, public_id: str, *, today: date) -> Opened:
    """Everything of it that is sealed, opened for who may read it. Raises Http404 for anybody else."""
    entry = found_entry(request, public_id, today=today)
    story, agreement = _story(request, entry, today=today), agreement_on(entry, on=today)
    inside = _inside(entry, story)
    has_words = inside.told or inside.offered or agreement or entry.text
    return Opened(
        entry=entry,
        reader_id=actor_of(request).user_id,
        told=inside.told,
        draft=inside.draft,
        returned_why=inside.returned_why,
        key_is_gone=inside.key_is_gone,
        files=() if inside.key_is_gone else tuple(queries.files_of(entry)),
        known=queries.known_words(request.municipality) if has_words else frozenset(),
        story=story,
        offered=inside.offered,
        agreement=agreement,
    )


def opened_file(request: Request, public_id: str, number: int, *, today: date) -> Attachment:
    """What was sent along, for who may read it. Raises Http404, also once it was judged."""
    file = queries.file_of(found_entry(request, public_id, today=today), number)
    if file is None:
        raise Http404
    return file


def _story(request: Request, entry: Entry, *, today: date) -> Story | None:
    own = entrusted_stories(actor_of(request), request.municipality, on=today)
    return own.filter(entry=entry, status=StoryStatus.OFFERED).first()
