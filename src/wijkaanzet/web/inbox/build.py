"""From something that was told, opened for its reader, to its page."""

from collections.abc import Iterator, Mapping
from datetime import date

from django.http import QueryDict
from django.utils.translation import gettext as _

from wijkaanzet.intake import access, queries
from wijkaanzet.intake.labels import ATTACHMENTS, KINDS, STRENGTHS
from wijkaanzet.intake.models import Entry
from wijkaanzet.intake.rules import AttachmentKind, EntryKind, EntryStatus, StrengthKind, move
from wijkaanzet.kernel import subjects
from wijkaanzet.kernel.subjects import Subject
from wijkaanzet.plans.access import public_editions
from wijkaanzet.plans.queries import asked_of_all, told_for
from wijkaanzet.plans.rules.plans import PLAN
from wijkaanzet.plans.rules.priorities import PRIORITY
from wijkaanzet.plans.rules.suggestions import FOR_A_PLAN
from wijkaanzet.stories.labels import SCOPES
from wijkaanzet.stories.queries import Agreement
from wijkaanzet.stories.rules import PROMPT
from wijkaanzet.web.http import Request, actor_of
from wijkaanzet.web.inbox.forms import (
    DeclineForm,
    EntryForm,
    JudgeForm,
    ReturnForm,
    ShareForm,
    TakeBackForm,
    TellForm,
)
from wijkaanzet.web.inbox.listing import badge, how_it_came
from wijkaanzet.web.inbox.passages import passages_made, passages_told
from wijkaanzet.web.inbox.preparing import PrepareForm
from wijkaanzet.web.inbox.reading import Opened
from wijkaanzet.web.inbox.words import Step, step_words
from wijkaanzet.web.numbers import day, readable
from wijkaanzet.web.pages.inbox import ActSection, EntryPage, SentFile
from wijkaanzet.web.parts.desks import Desk
from wijkaanzet.web.parts.moves import Action
from wijkaanzet.web.parts.notices import Alert
from wijkaanzet.web.telling.suggested import suggested
from wijkaanzet.web.tenancy import address

FORMS: Mapping[Step, type[EntryForm]] = {
    form.step: form for form in (PrepareForm, JudgeForm, ReturnForm, TellForm, ShareForm, DeclineForm, TakeBackForm)
}
NAMES = {
    Step.PREPARE: "entry-prepare",
    Step.PLACE: "entry-place",
    Step.SEND_BACK: "entry-send-back",
    Step.TELL: "entry-told",
    Step.SHARE: "entry-share",
    Step.DECLINE: "entry-decline",
    Step.TAKE_BACK: "entry-take-back",
}
ASIDE = frozenset({Step.SEND_BACK, Step.DECLINE, Step.TAKE_BACK})
NEEDS_WORDS = frozenset({Step.PREPARE, Step.PLACE, Step.SEND_BACK, Step.SHARE})
"""What nobody can do with words that nobody can read."""


def entry_page(request: Request, opened: Opened, typed: EntryForm | None, *, today: date) -> EntryPage:
    """The page of an entry, with the form that was filled in as it was."""
    entry = opened.entry
    phone = queries.reachable_at(entry).phone if opened.status is EntryStatus.TO_TELL else ""
    made_title, made = passages_made(opened)
    return EntryPage(
        title=how_it_came(entry),
        badge=badge(entry, opened.reader_id),
        facts=tuple(_facts(request, opened)),
        notes=tuple(_notes(opened)),
        original=passages_told(opened),
        files=tuple(_files(request, opened)),
        alike=_alike(request, opened, today=today),
        made_title=made_title,
        made=made,
        phone=phone,
        phone_link=Desk(name="", phone=phone).phone_link if phone else "",
        answer=entry.answer,
        suggested=suggested(request, entry) if entry.about_kind in FOR_A_PLAN else None,
        acts=tuple(_section(request, opened, step, typed) for step in _steps(opened, typed)),
    )


def _steps(opened: Opened, typed: EntryForm | None) -> list[Step]:
    """What the reader can do now; and what the reader just tried, so that nothing that was typed is lost."""
    tried: set[Step] = {typed.step} if typed else set()
    can: set[Step] = set()
    match opened.status:
        case EntryStatus.RECEIVED:
            can |= {Step.PREPARE, Step.DECLINE}
        case EntryStatus.PREPARED:
            can |= {Step.DECLINE} if opened.is_own else {Step.PLACE, Step.SEND_BACK, Step.DECLINE}
        case EntryStatus.TO_TELL:
            can |= {Step.TELL}
    if opened.story is not None:
        can |= {Step.SHARE}
    if opened.status is not EntryStatus.WITHDRAWN:
        can |= {Step.TAKE_BACK}
    if opened.key_is_gone:
        can -= NEEDS_WORDS
    return [step for step in FORMS if step in can | tried]


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
    yield from _told_for(request, entry)
    if opened.agreement is None:
        yield _("Who may read it"), _who_may_read(entry)
    else:
        yield from _agreed(opened.agreement)
    promised = _promised(opened)
    if promised:
        yield _("Answer promised up to and including"), day(promised)
    elif entry.decided_on:
        yield _("Answered on"), day(entry.decided_on)


def _told_for(request: Request, entry: Entry) -> Iterator[tuple[str, str]]:
    if entry.about_kind == PRIORITY:
        yield from _asked(request, entry)
    elif entry.about_id is not None:
        about = Subject(entry.about_kind, entry.about_id)
        term = _("The question") if entry.about_kind == PROMPT else _("What it is told for")
        yield term, subjects.labels([about], actor_of(request)).get(about, "")


def _asked(request: Request, entry: Entry) -> Iterator[tuple[str, str]]:
    """The plan that it is told for and the question that it answers, which everybody may read when it is one."""
    told, actor = told_for(entry), actor_of(request)
    if told is None or told.priority is None:
        return
    plan, priority = Subject(PLAN, told.plan.pk), Subject(PRIORITY, told.priority.pk)
    labels = subjects.labels([plan, priority], actor)
    known = asked_of_all(told.plan, told.priority.public_id, editions=public_editions(request.municipality))
    yield _("What it is told for"), labels.get(plan, "")
    if question := known.title if known else labels.get(priority, ""):
        yield _("The question"), question


def _who_may_read(entry: Entry) -> str:
    return _("everybody") if entry.may_share else _("only who work on the neighbourhood together")


def _agreed(agreement: Agreement) -> Iterator[tuple[str, str]]:
    """For what the teller shares the story, each with its last day."""
    for scope, last in agreement.last_days.items():
        words = {"what": str(SCOPES[scope]), "day": day(last)}
        yield _("The teller agrees to"), _("%(what)s; up to and including %(day)s") % words


def _kind(entry: Entry) -> str:
    kind = str(KINDS[EntryKind(entry.kind)])
    return f"{kind}: {STRENGTHS[StrengthKind(entry.strength_kind)]}" if entry.strength_kind else kind


def _promised(opened: Opened) -> date | None:
    asked = move(opened.status, queries.standing(opened.entry).facts)
    return asked.due_on if asked else None


def _notes(opened: Opened) -> Iterator[Alert]:
    entry = opened.entry
    if opened.returned_why:
        yield Alert(title=_("The second reader asks for a change"), text=opened.returned_why)
    if opened.status is EntryStatus.PREPARED and opened.is_own:
        yield Alert(text=_("You made this ready. Somebody else reads it too before it has its place."))
    if opened.key_is_gone:
        yield Alert(
            title=_("Nobody can read this any more"),
            text=_("The key with which it was sealed is gone. Answer who sent it, and ask to tell it again."),
        )
    if queries.more_on(entry):
        yield Alert(text=_("Who sent this heard our answer before. What the network says is new: tell that."))
    if opened.status is EntryStatus.WITHDRAWN:
        yield Alert(text=_("Who sent this took it back on %(day)s. Nothing of it is left.") % _day(entry.status_since))
    if opened.story is not None:
        yield Alert(
            text=_("The teller has not said yet who may read this story: up to and including %(day)s.")
            % _day(opened.story.lapses_on)
        )


def _day(value: date) -> dict[str, str]:
    return {"day": day(value)}


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
    waiting = access.waiting_entries(actor_of(request), request.municipality, on=today)
    same = queries.alike(opened.entry, waiting)
    return tuple(
        Action(label=how_it_came(one), href=address(request, "inbox-entry", public_id=one.public_id)) for one in same
    )
