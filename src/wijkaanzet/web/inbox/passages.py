"""The words of something that was told: as its teller said it, and as it was made ready, offered, shared or placed."""

from django.utils.translation import gettext as _

from wijkaanzet.intake.labels import TONES
from wijkaanzet.intake.rules import EntryKind, EntryStatus, Tone
from wijkaanzet.intake.rules.telling import Prepared
from wijkaanzet.stories.queries import Agreement
from wijkaanzet.web.inbox.reading import Opened
from wijkaanzet.web.pages.inbox import Passage


def passages_told(opened: Opened) -> tuple[Passage, ...]:
    """The words as they were told; none once it was judged."""
    told = opened.told
    if told is None:
        return ()
    tone = str(TONES[told.tone]) if told.tone else ""
    texts = (
        (_("Title of the teller"), told.title),
        (_("What was told"), told.text),
        (_("What makes it important to the teller"), told.meaning),
        (_("What it is about, says the teller"), tone),
    )
    return tuple(Passage(label=label, pieces=opened.pieces(text)) for label, text in texts if text)


def passages_made(opened: Opened) -> tuple[str, tuple[Passage, ...]]:
    """The words that were made ready, that the teller is asked about, or that have their place, and what they are."""
    entry = opened.entry
    if opened.draft and opened.status is EntryStatus.PREPARED:
        return _("As the readers get it"), _passages(opened, opened.draft)
    if opened.offered:
        return _("As the teller may share it"), _passages(opened, opened.offered)
    if opened.agreement:
        return _("As the teller shares it"), _passages(opened, _shared(opened.agreement))
    if entry.text:
        tone = Tone(entry.tone) if entry.tone else None
        words = Prepared(
            kind=EntryKind(entry.kind), title=entry.title, text=entry.text, meaning=entry.meaning, tone=tone
        )
        return _("As it has its place"), _passages(opened, words)
    return "", ()


def _shared(agreement: Agreement) -> Prepared:
    told = agreement.words
    return Prepared(
        kind=EntryKind.STORY,
        title=told.title,
        text=told.text,
        meaning=told.meaning,
        tone=told.tone,
        photo_alt=told.photo_alt,
    )


def _passages(opened: Opened, words: Prepared) -> tuple[Passage, ...]:
    texts = (
        (_("Title"), words.title),
        (_("Text"), words.text),
        (_("What makes it important to the teller"), words.meaning),
        (_("What it is about, says the teller"), str(TONES[words.tone]) if words.tone else ""),
        (_("What the photo shows"), words.photo_alt),
    )
    return tuple(Passage(label=label, pieces=opened.pieces(text)) for label, text in texts if text)
