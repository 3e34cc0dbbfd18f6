"""From something that was told to the page that its sender finds with the code."""

from datetime import date

from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from wijkaanzet.intake import rules
from wijkaanzet.intake.access import public_entries
from wijkaanzet.intake.models import Entry
from wijkaanzet.intake.queries import reachable_at
from wijkaanzet.intake.rules import EntryStatus
from wijkaanzet.kernel.codes import spelled, typed
from wijkaanzet.kernel.subjects import Subject
from wijkaanzet.people.queries import desk_of
from wijkaanzet.scans.queries import used_in
from wijkaanzet.stories import rules as story_rules
from wijkaanzet.stories.access import public_stories
from wijkaanzet.stories.models import Story
from wijkaanzet.stories.queries import scopes_of, story_of
from wijkaanzet.stories.rules import Scope, StoryStatus
from wijkaanzet.web.desks import desk
from wijkaanzet.web.http import Request, actor_of
from wijkaanzet.web.numbers import day
from wijkaanzet.web.pages.telling import AnswerPage, Place
from wijkaanzet.web.telling.progress import timeline
from wijkaanzet.web.telling.suggested import suggested
from wijkaanzet.web.tenancy import address


def answer_page(request: Request, entry: Entry, code: str, *, is_new: bool, today: date) -> AnswerPage:
    """Where it stands, the answer, and what its sender can do."""
    code, story = spelled(typed(code)), story_of(entry)
    gone = entry.status == EntryStatus.WITHDRAWN
    share_href = "" if gone else _share_href(request, story, code)
    return AnswerPage(
        title=_title(entry, is_new=is_new),
        is_new=is_new and not gone,
        hands_over=is_new and not gone and _wrote_down(request, entry),
        hears=_hears(entry),
        groups=tuple(code.split("-")),
        link=request.build_absolute_uri(address(request, "answer", code=code)),
        told=_told(entry),
        read_by="" if gone else _read_by(entry, story, today=today),
        timeline=None if gone else timeline(entry, story, share_href=share_href),
        answer=entry.answer,
        answer_title=_("Our answer of %(day)s") % {"day": day(entry.decided_on)} if entry.decided_on else "",
        places=() if gone else _places(request, entry, story, today=today),
        used_in=() if gone else _used_in(request, entry, story),
        suggested=None if gone else suggested(request, entry),
        share_href=share_href,
        asks_share=bool(share_href) and story is not None and story.status == StoryStatus.OFFERED,
        withdraw_href="" if gone else address(request, "answer-withdraw", code=code),
        taken_back=_("You took this back on %(day)s. Nothing of it is left here.") % {"day": day(entry.status_since)}
        if gone
        else "",
        desk=desk(desk_of(request.municipality, entry.area)),
    )


def _title(entry: Entry, *, is_new: bool) -> str:
    if entry.status == EntryStatus.WITHDRAWN:
        return _("You took this back")
    return _("Thank you, we have it") if is_new else _("What happens with what you told")


def _wrote_down(request: Request, entry: Entry) -> bool:
    """Whether who looks at it wrote it down for somebody else."""
    return entry.written_down_by_id is not None and entry.written_down_by_id == actor_of(request).user_id


def _hears(entry: Entry) -> str:
    """How who told it hears the answer, besides reading it with the code."""
    contact = reachable_at(entry)
    if contact.email:
        return _("They also get the answer by e-mail.")
    return _("We also call them with the answer.") if contact.phone else _("Without the code they hear no answer.")


def _told(entry: Entry) -> str:
    words = {"day": day(localdate(entry.received_at)), "area": entry.area.name if entry.area else ""}
    if entry.area is None:
        return _("You told this on %(day)s, about the whole municipality.") % words
    return _("You told this on %(day)s, about %(area)s.") % words


def _share_href(request: Request, story: Story | None, code: str) -> str:
    if story is None or story.status not in (StoryStatus.OFFERED, StoryStatus.SHARED):
        return ""
    return address(request, "story-share", code=code)


def _read_by(entry: Entry, story: Story | None, *, today: date) -> str:
    """Who may read it, as its teller chose."""
    if story is not None:
        return _story_read_by(story, today=today)
    if entry.outcome == rules.Outcome.DECLINED:
        return _("Nobody else reads it. It has no place here; the answer says why.")
    if entry.may_share:
        return _("You said that everybody may read it, without your name.")
    return _("You said that only the people who work on this neighbourhood may read it.")


def _story_read_by(story: Story, *, today: date) -> str:
    if story.status == StoryStatus.OFFERED:
        return _("Nobody else reads it before you say so.")
    if story.status != StoryStatus.SHARED:
        return _("Nobody can read your story any more.")
    if Scope.PUBLIC in scopes_of(story, on=today):
        return _("Everybody may read your story, without your name.")
    return _("Only those may read your story whom you chose.")


def _places(request: Request, entry: Entry, story: Story | None, *, today: date) -> tuple[Place, ...]:
    """Where everybody can read it now."""
    if story is not None:
        shared = public_stories(request.municipality, on=today).filter(pk=story.pk).exists()
        return (_voice(request, story.title, story.public_id),) if shared else ()
    placed = public_entries(request.municipality).filter(pk=entry.pk).exists()
    return (_voice(request, entry.title, entry.public_id),) if placed else ()


def _voice(request: Request, title: str, public_id: str) -> Place:
    return Place(label=title, href=address(request, "voice", public_id=public_id))


def _used_in(request: Request, entry: Entry, story: Story | None) -> tuple[Place, ...]:
    """In which published scans of a neighbourhood it stands: what was done with it."""
    subject = Subject(rules.PROCESS, entry.pk) if story is None else Subject(story_rules.PROCESS, story.pk)
    return tuple(
        Place(
            label=_("The scan of %(area)s of %(year)s") % {"area": scan.area.name, "year": scan.year},
            href=address(request, "scan", slug=scan.area.slug, year=scan.year),
        )
        for scan in used_in(subject)
    )
