"""From something that was told, opened for its reader, to its page."""

from collections.abc import Iterator, Mapping
from datetime import date

from django.http import QueryDict
from django.utils.translation import gettext as _

from wijkaanzet.intake import access, queries
from wijkaanzet.intake.labels import ATTACHMENTS, KINDS, STRENGTHS, TONES
from wijkaanzet.intake.models import Entry
from wijkaanzet.intake.rules import AttachmentKind, EntryKind, EntryStatus, StrengthKind, Tone, move
from wijkaanzet.intake.rules.telling import Prepared
from wijkaanzet.kernel import subjects
from wijkaanzet.kernel.subjects import Subject
from wijkaanzet.stories.queries import words_offered
from wijkaanzet.web.http import Request, actor_of
from wijkaanzet.web.inbox.forms import DeclineForm, EntryForm, JudgeForm, ReturnForm, ShareForm, TellForm
from wijkaanzet.web.inbox.listing import badge, how_it_came
from wijkaanzet.web.inbox.preparing import PrepareForm
from wijkaanzet.web.inbox.reading import Opened
from wijkaanzet.web.inbox.words import Step, step_words
from wijkaanzet.web.numbers import day, readable
from wijkaanzet.web.pages.inbox import ActSection, EntryPage, Passage, SentFile
from wijkaanzet.web.parts.desks import Desk
from wijkaanzet.web.parts.moves import Action
from wijkaanzet.web.parts.notices import Alert
from wijkaanzet.web.tenancy import address

FORMS: Mapping[Step, type[EntryForm]] = {
    form.step: form for form in (PrepareForm, JudgeForm, ReturnForm, TellForm, ShareForm, DeclineForm)
}
NAMES = {
    Step.PREPARE: "entry-prepare",
    Step.PLACE: "entry-place",
    Step.SEND_BACK: "entry-send-back",
    Step.TELL: "entry-told",
    Step.SHARE: "entry-share",
    Step.DECLINE: "entry-decline",
}
ASIDE = frozenset({Step.SEND_BACK, Step.DECLINE})


def entry_page(request: Request, opened: Opened, typed: EntryForm | None, *, today: date) -> EntryPage:
    """The page of an entry, with the form that was filled in as it was."""
    entry = opened.entry
    phone = queries.contact_of(entry).phone if opened.status is EntryStatus.TO_TELL else ""
    made_title, made = _made(opened)
    return EntryPage(
        title=how_it_came(entry),
        badge=badge(entry, opened.reader_id),
        facts=tuple(_facts(request, opened)),
        notes=tuple(_notes(opened)),
        original=_original(opened),
        files=tuple(_files(request, opened)),
        alike=_alike(request, opened, today=today),
        made_title=made_title,
        made=made,
        phone=phone,
        phone_link=Desk(name="", phone=phone).phone_link if phone else "",
        answer=entry.answer,
        acts=tuple(_section(request, opened, step, typed) for step in _steps(opened, typed)),
    )


def _steps(opened: Opened, typed: EntryForm | None) -> list[Step]:
    """What the reader can do now; and what the reader just tried, so that nothing that was typed is lost."""
    can: set[Step] = {typed.step} if typed else set()
    match opened.status:
        case EntryStatus.RECEIVED:
            can |= {Step.PREPARE, Step.DECLINE}
        case EntryStatus.PREPARED:
            can |= {Step.DECLINE} if opened.is_own else {Step.PLACE, Step.SEND_BACK, Step.DECLINE}
        case EntryStatus.TO_TELL:
            can |= {Step.TELL}
    if opened.story is not None:
        can |= {Step.SHARE}
    return [step for step in FORMS if step in can]


def _section(request: Request, opened: Opened, step: Step, typed: EntryForm | None) -> ActSection:
    words = step_words(step, opened.entry)
    own = typed is not None and typed.step is step
    return ActSection(
        uid=f"act-{step}",
        title=str(words.title),
        text=str(words.text),
        href=address(request, NAMES[step], public_id=opened.entry.public_id),
        form=typed if typed is not None and own else FORMS[step](None, opened=opened),
        button=str(words.button),
        other_button=str(words.other_button),
        aside=step in ASIDE and not own,
    )


def typed_form(opened: Opened, data: QueryDict | None) -> EntryForm | None:
    """The form that was filled in before the session ended, when there was one."""
    step = data.get("step", "") if data else ""
    return FORMS[Step(step)](data, opened=opened) if step in set(Step) else None


def _facts(request: Request, opened: Opened) -> Iterator[tuple[str, str]]:
    entry = opened.entry
    if entry.kind:
        yield _("What it is"), _kind(entry)
    if entry.place:
        yield _("Street, hotspot or group"), entry.place.name
    if entry.figure:
        yield _("Beside the figure"), readable(entry.figure)
    if entry.about_id is not None:
        about = Subject(entry.about_kind, entry.about_id)
        yield _("The question"), subjects.labels([about], actor_of(request)).get(about, "")
    yield _("Who may read it"), _("everybody") if entry.may_share else _("only who work on the neighbourhood together")
    promised = _promised(opened)
    if promised:
        yield _("Answer promised up to and including"), day(promised)
    elif entry.decided_on:
        yield _("Answered on"), day(entry.decided_on)


def _kind(entry: Entry) -> str:
    kind = str(KINDS[EntryKind(entry.kind)])
    return f"{kind}: {STRENGTHS[StrengthKind(entry.strength_kind)]}" if entry.strength_kind else kind


def _promised(opened: Opened) -> date | None:
    asked = move(opened.status, queries.standing(opened.entry).facts)
    return asked.due_on if asked else None


def _notes(opened: Opened) -> Iterator[Alert]:
    entry = opened.entry
    if entry.returned_why:
        yield Alert(title=_("The second reader asks for a change"), text=entry.returned_why)
    if opened.status is EntryStatus.PREPARED and opened.is_own:
        yield Alert(text=_("You made this ready. Somebody else reads it too before it has its place."))
    if opened.status is EntryStatus.WITHDRAWN:
        yield Alert(text=_("Who sent this took it back on %(day)s. Nothing of it is left.") % _day(entry.status_since))
    if opened.story is not None:
        yield Alert(
            text=_("The teller has not said yet who may read this story: up to and including %(day)s.")
            % _day(opened.story.lapses_on)
        )


def _day(value: date) -> dict[str, str]:
    return {"day": day(value)}


def _original(opened: Opened) -> tuple[Passage, ...]:
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


def _made(opened: Opened) -> tuple[str, tuple[Passage, ...]]:
    """The words that were made ready, that the teller is asked about, or that have their place, and what they are."""
    entry = opened.entry
    if opened.draft and opened.status is EntryStatus.PREPARED:
        return _("As the readers get it"), _passages(opened, opened.draft)
    offered = words_offered(opened.story) if opened.story else None
    if offered:
        return _("As the teller may share it"), _passages(opened, offered)
    if entry.text:
        tone = Tone(entry.tone) if entry.tone else None
        words = Prepared(
            kind=EntryKind(entry.kind), title=entry.title, text=entry.text, meaning=entry.meaning, tone=tone
        )
        return _("As it has its place"), _passages(opened, words)
    return "", ()


def _passages(opened: Opened, words: Prepared) -> tuple[Passage, ...]:
    texts = (
        (_("Title"), words.title),
        (_("Text"), words.text),
        (_("What makes it important to the teller"), words.meaning),
        (_("What it is about, says the teller"), str(TONES[words.tone]) if words.tone else ""),
        (_("What the photo shows"), words.photo_alt),
    )
    return tuple(Passage(label=label, pieces=opened.pieces(text)) for label, text in texts if text)


def _files(request: Request, opened: Opened) -> Iterator[SentFile]:
    for number, file in enumerate(opened.files, start=1):
        kind = AttachmentKind(file.kind)
        yield SentFile(
            kind="photo" if kind is AttachmentKind.PHOTO else "audio",
            href=address(request, "entry-file", public_id=opened.entry.public_id, number=number),
            label=_("%(what)s that was sent along (%(number)s)") % {"what": ATTACHMENTS[kind], "number": number},
        )


def _alike(request: Request, opened: Opened, *, today: date) -> tuple[Action, ...]:
    if opened.told is None:
        return ()
    waiting = access.waiting_entries(actor_of(request), request.municipality, on=today).order_by("received_at", "id")
    same = queries.alike(opened.entry, list(waiting))
    return tuple(
        Action(label=how_it_came(one), href=address(request, "inbox-entry", public_id=one.public_id)) for one in same
    )
