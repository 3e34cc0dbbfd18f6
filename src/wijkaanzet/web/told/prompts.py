"""The questions that invite people to tell: which are asked, adding one and ending one; each act has an address."""

from datetime import date, timedelta

from django.contrib import messages
from django.db.models import F, QuerySet
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from wijkaanzet.areas.access import public_areas
from wijkaanzet.kernel import clock
from wijkaanzet.kernel.subjects import Subject
from wijkaanzet.stories import access, operations
from wijkaanzet.stories.models import Prompt
from wijkaanzet.stories.rules import PROMPT
from wijkaanzet.web.acts import Act, ActForm, ConfirmForm, answer, attempt, filled_in
from wijkaanzet.web.http import Request, actor_of
from wijkaanzet.web.numbers import day
from wijkaanzet.web.pages.told import PromptRow, PromptsPage
from wijkaanzet.web.paging import page
from wijkaanzet.web.tenancy import address
from wijkaanzet.web.told.cards import tell_href
from wijkaanzet.web.told.prompt_forms import PromptForm
from wijkaanzet.web.told.who import areas_to_ask_in, asks_everywhere

TEMPLATE = "web/prompts.html"


@require_http_methods(["GET", "HEAD", "POST"])
def prompts(request: Request) -> HttpResponse:
    """The questions that who asks puts, and the form to put one."""
    form = _form(request, bound=True)
    if form.is_valid() and (added := _added(request, form)) is not None:
        messages.success(request, _("“%(question)s” is asked from today on.") % {"question": added.question})
        return redirect(address(request, "prompts"))
    return answer(request, TEMPLATE, page=_page(request, form), form=form)


@require_POST
def end_prompt(request: Request, public_id: str) -> HttpResponse:
    """Ask a question for the last time today."""
    adding = _form(request, bound=False)
    prompt = get_object_or_404(_own(request), public_id=public_id)
    form = ConfirmForm(request.POST)
    ended = attempt(
        request,
        lambda actor, at: operations.end_prompt(prompt, actor=actor, at=at),
        act=Act("stories.prompt.ended", Subject(PROMPT, prompt.pk)),
        form=form,
    )
    if ended is None:
        return answer(request, TEMPLATE, page=_page(request, adding), form=form)
    messages.success(request, _("“%(question)s” is asked for the last time today.") % {"question": prompt.question})
    return redirect(address(request, "prompts"))


def _own(request: Request) -> QuerySet[Prompt]:
    return access.own_prompts(actor_of(request), request.municipality, on=clock.today())


def _form(request: Request, *, bound: bool) -> PromptForm:
    """With the neighbourhoods where who asks may put a question. Raises Http404 when there are none."""
    everywhere = asks_everywhere(request)
    areas = public_areas(request.municipality).select_related("division__municipality").order_by("name", "id")
    if not everywhere:
        areas = areas.filter(pk__in=areas_to_ask_in(request))
    found = list(areas)
    if not (everywhere or found):
        raise Http404
    return PromptForm(filled_in(request) if bound else None, areas=found, everywhere=everywhere)


def _added(request: Request, form: PromptForm) -> Prompt | None:
    return attempt(
        request,
        lambda actor, at: operations.add_prompt(
            request.municipality,
            question=form.cleaned_data["question"],
            area=form.area,
            ends_before=form.ends_before,
            actor=actor,
            at=at,
        ),
        act=Act("stories.prompt.added", Subject(PROMPT, 0)),
        form=form,
    )


def _page(request: Request, adding: ActForm) -> PromptsPage:
    """What is asked now comes first, then what was asked, the last ended first."""
    own = _own(request).select_related("area")
    shown, pagination = page(request, own.order_by(F("ends_before").desc(nulls_first=True), "-starts_on", "id"))
    rows = [_row(request, prompt, today=clock.today()) for prompt in shown]
    return PromptsPage(
        running=tuple(row for row in rows if row.running),
        ended=tuple(row for row in rows if not row.running),
        adding=adding,
        add_href=address(request, "prompts"),
        pagination=pagination,
    )


def _row(request: Request, prompt: Prompt, *, today: date) -> PromptRow:
    running = prompt.ends_before is None or prompt.ends_before > today
    link = request.build_absolute_uri(tell_href(request, prompt=prompt.public_id)) if running else ""
    may_end = prompt.ends_before is None or prompt.ends_before > today + timedelta(days=1)
    return PromptRow(
        question=prompt.question,
        where=prompt.area.name if prompt.area else _("the whole municipality"),
        when=_period(prompt),
        running=running,
        link=link,
        end_href=address(request, "prompt-end", public_id=prompt.public_id) if may_end else "",
    )


def _period(prompt: Prompt) -> str:
    if prompt.ends_before is None:
        return _("from %(day)s") % {"day": day(prompt.starts_on)}
    last = prompt.ends_before - timedelta(days=1)
    return _("from %(day)s up to and including %(last)s") % {"day": day(prompt.starts_on), "last": day(last)}
