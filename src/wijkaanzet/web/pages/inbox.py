"""What came in and waits for its readers, and the page of one thing that was told."""

from dataclasses import dataclass
from typing import ClassVar, Literal

from django.forms import Form

from wijkaanzet.web.pages.telling import Suggested
from wijkaanzet.web.parts.moves import Action
from wijkaanzet.web.parts.notices import Alert, Badge
from wijkaanzet.web.parts.paging import Pagination


@dataclass(frozen=True, kw_only=True)
class EntryRow:
    """One thing that came in: where, how and when, and nothing of what was told."""

    title: str
    href: str
    badge: Badge
    kind: str = ""
    """What it turned out to be; empty until somebody read it."""


@dataclass(frozen=True, kw_only=True)
class InboxPage:
    """web/inbox.html: what waits to be read, read again or told, and what was answered lately."""

    section: ClassVar[str] = "inbox"
    waiting: tuple[EntryRow, ...]
    """Who waits longest comes first."""
    pagination: Pagination | None
    nothing: str
    """What stands there when nothing waits."""
    answered: tuple[EntryRow, ...]


@dataclass(frozen=True, kw_only=True)
class Piece:
    """A piece of a text; when it may point at a person, what it was taken for."""

    text: str
    found: str = ""


@dataclass(frozen=True, kw_only=True)
class Passage:
    """One of the texts that were told or made ready, under its own heading."""

    label: str
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, kw_only=True)
class SentFile:
    """A photo to look at, or a recording to listen to."""

    kind: Literal["photo", "audio"]
    href: str
    label: str


@dataclass(frozen=True, kw_only=True)
class ActSection:
    """One thing that the reader can do with it: its questions, and the button that does it."""

    uid: str
    title: str
    text: str
    href: str
    form: Form
    button: str
    other_button: str = ""
    """The button that says no, when the questions can be answered with that too."""
    aside: bool = False
    """Whether it is folded away until somebody wants it."""


@dataclass(frozen=True, kw_only=True)
class EntryPage:
    """web/inbox_entry.html: what was told beside what is made of it, and what the reader can do."""

    section: ClassVar[str] = "inbox"
    title: str
    badge: Badge
    facts: tuple[tuple[str, str], ...]
    notes: tuple[Alert, ...] = ()
    original: tuple[Passage, ...] = ()
    """Empty once it was judged: nothing of it is kept."""
    files: tuple[SentFile, ...] = ()
    alike: tuple[Action, ...] = ()
    """What tells the same and waits too."""
    made_title: str = ""
    made: tuple[Passage, ...] = ()
    """The words as they would become public, or as they have become."""
    phone: str = ""
    phone_link: str = ""
    answer: str = ""
    suggested: Suggested | None = None
    """Of what was told for a plan: what the network says to it."""
    acts: tuple[ActSection, ...] = ()
