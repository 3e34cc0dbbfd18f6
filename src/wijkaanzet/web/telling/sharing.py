"""The second step of consent: the teller sees the edited story and says who may read it, changes that, or says no."""

from datetime import date, timedelta

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from wijkaanzet.kernel import clock
from wijkaanzet.kernel.codes import spelled, typed
from wijkaanzet.kernel.subjects import Subject
from wijkaanzet.people.queries import desk_of
from wijkaanzet.stories import operations, queries
from wijkaanzet.stories.labels import STATUSES
from wijkaanzet.stories.models import Story
from wijkaanzet.stories.rules import PROCESS, StoryStatus
from wijkaanzet.stories.rules.consent import expires_on
from wijkaanzet.web.acts import Act, answer, attempt, filled_in
from wijkaanzet.web.codes.door import ANSWER, behind
from wijkaanzet.web.desks import desk
from wijkaanzet.web.http import Request
from wijkaanzet.web.numbers import day
from wijkaanzet.web.pages.telling import SharePage
from wijkaanzet.web.parts.notices import Badge
from wijkaanzet.web.telling.secret import entry_of, nameless, secret_page
from wijkaanzet.web.telling.sharing_form import KEEP, KeepForm, ShareForm
from wijkaanzet.web.tenancy import address

TEMPLATE = "web/story_share.html"
TO_SAY = (StoryStatus.OFFERED, StoryStatus.SHARED)


@secret_page
@behind(ANSWER)
@require_http_methods(["GET", "HEAD", "POST"])
def share(request: Request, code: str) -> HttpResponse:
    """The edited story with the questions; sharing it, changing who may read it, or keeping it back."""
    story, today = _story(request, code), clock.today()
    form, keeping = _share_form(request, story, today=today), KeepForm(request.POST)
    said = None
    if request.POST.get("say") == KEEP and keeping.is_valid():
        said = _kept(request, story, keeping)
    elif form.is_valid():
        said = (_changed if story.status == StoryStatus.SHARED else _shared)(request, story, form)
    if said is not None:
        messages.success(request, said)
        return redirect(address(request, "answer", code=spelled(typed(code))))
    judged = keeping if keeping.refused else form
    return answer(request, TEMPLATE, page=_page(request, story, code, form, today=today), form=judged)


@secret_page
@require_safe
def share_photo(request: Request, code: str) -> HttpResponse:
    """The photo of a story, for its teller."""
    photo = queries.photo_of(_story(request, code))
    if photo is None:
        raise Http404
    return HttpResponse(photo, content_type="image/jpeg")


def _story(request: Request, code: str) -> Story:
    """The story of this code, as long as its teller has something to say about it. Raises Http404."""
    story = queries.story_of(entry_of(request, code))
    if story is None or story.status not in TO_SAY:
        raise Http404
    return story


def _share_form(request: Request, story: Story, *, today: date) -> ShareForm:
    shared = story.status == StoryStatus.SHARED
    return ShareForm(
        filled_in(request),
        has_photo=story.photo is not None,
        agreed=queries.scopes_of(story, on=today) if shared else (),
        is_shared=shared,
    )


def _kept(request: Request, story: Story, form: KeepForm) -> str | None:
    """The teller says no. None when that is refused, as it is once the story is shared: then it is taken back."""
    done = attempt(
        request,
        lambda actor, at: operations.keep_back(story, actor=actor, at=at),
        act=Act(f"{PROCESS}.{StoryStatus.NOT_SHARED}", Subject(PROCESS, story.pk)),
        form=form,
        known_as=nameless,
    )
    return None if done is None else _("Your story is not shared. We have deleted it.")


def _shared(request: Request, story: Story, form: ShareForm) -> str | None:
    """The teller says yes. None when that is refused."""
    done = attempt(
        request,
        lambda actor, at: operations.share(story, yes=form.yes, actor=actor, at=at),
        act=Act(f"{PROCESS}.{StoryStatus.SHARED}", Subject(PROCESS, story.pk)),
        form=form,
        known_as=nameless,
    )
    return None if done is None else _("Thank you. Your story is shared as you said.")


def _changed(request: Request, story: Story, form: ShareForm) -> str | None:
    """The teller of a shared story changes who may read it. None when that is refused."""
    done = attempt(
        request,
        lambda actor, at: operations.change_scopes(story, yes=form.yes, actor=actor, at=at),
        act=Act(f"{PROCESS}.scopes_changed", Subject(PROCESS, story.pk)),
        form=form,
        known_as=nameless,
    )
    return None if done is None else _("This is who may read your story from now on.")


def _page(request: Request, story: Story, code: str, form: ShareForm, *, today: date) -> SharePage:
    code, words = spelled(typed(code)), queries.words_offered(story) or story  # once shared the story has the words
    has_photo = story.photo is not None
    return SharePage(
        badge=Badge(label=str(STATUSES[StoryStatus(story.status)])),
        title=words.title,
        text=words.text,
        meaning=words.meaning,
        photo_alt=words.photo_alt if has_photo else "",
        photo_href=address(request, "story-share-photo", code=code) if has_photo else "",
        is_shared=story.status == StoryStatus.SHARED,
        until=day((story.expires_on or expires_on(today)) - timedelta(days=1)),
        answer_before="" if story.status == StoryStatus.SHARED else day(story.lapses_on),
        questions=tuple(form),
        back_href=address(request, "answer", code=code),
        withdraw_href=address(request, "answer-withdraw", code=code),
        desk=desk(desk_of(request.municipality, story.area)),
    )
