"""The one form with which anybody tells something."""

import secrets
from datetime import date

from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from wijkaanzet.arrangements import queries as arrangements
from wijkaanzet.intake.access import may_write_down
from wijkaanzet.intake.operations.receiving import SHORTEST_TOKEN
from wijkaanzet.kernel import clock
from wijkaanzet.kernel.codes import spelled
from wijkaanzet.kernel.working_days import add_working_days
from wijkaanzet.people.queries import desk_of
from wijkaanzet.stories.queries import running_prompts
from wijkaanzet.web.acts import answer, filled_in
from wijkaanzet.web.desks import desk
from wijkaanzet.web.http import Request, actor_of
from wijkaanzet.web.kept import to_log_in_again
from wijkaanzet.web.pages.telling import TellPage
from wijkaanzet.web.parts.moves import Action
from wijkaanzet.web.telling import forms
from wijkaanzet.web.telling.beside import Beside, beside
from wijkaanzet.web.telling.sending import sent
from wijkaanzet.web.tenancy import address
from wijkaanzet.web.told.cards import tell_href
from wijkaanzet.web.uploads import Kind, left_out, megabytes_for, takes_upload

TEMPLATE = "web/tell.html"
FIRST = ("route_told", "area", "text")
LAST = ("may_share", "phone", "email", "keep_told")
MOST_ASKED = 5
"""Questions above the form: more would hide it."""
RECEIPT = "ontvangen"
"""Stands in the address of the answer right after sending: then that page is the receipt."""


@takes_upload(Kind.AUDIO, keeps_words=True)
@require_http_methods(["GET", "HEAD", "POST"])
def tell(request: Request) -> HttpResponse:
    """Tell something, or write down what somebody else tells."""
    today = clock.today()
    where = beside(request, today=today)
    trusted = may_write_down(actor_of(request), request.municipality, on=today)
    ended = to_log_in_again(request) if "route_told" in request.POST and not trusted else None
    if ended is not None:
        return ended  # as a visitor's it would be kept without the telephone number that was filled in
    form = _form(request, where, trusted=trusted)
    if form.is_valid():
        receipt = sent(request, form, where, trusted=trusted, today=today)
        if receipt is not None:
            return redirect(f"{address(request, 'answer', code=spelled(receipt.code))}?{RECEIPT}=1")
    return answer(request, TEMPLATE, page=_page(request, form, where, today=today), form=form)


def _form(request: Request, where: Beside, *, trusted: bool) -> forms.TellingForm:
    form_class = forms.WrittenDownForm if trusted else forms.TellingForm
    return form_class(
        filled_in(request),
        request.FILES or None,
        beside=where,
        left_out=left_out(request),
        megabytes=megabytes_for(tell),
    )


def _page(request: Request, form: forms.TellingForm, where: Beside, *, today: date) -> TellPage:
    writes = isinstance(form, forms.WrittenDownForm)
    token = request.POST.get("token", "")
    days = arrangements.nearest(request.municipality, on=today).terms.answer_days
    return TellPage(
        title=_("Write down what somebody tells") if writes else _("Tell it"),
        lead=_lead(writes=writes),
        question=where.prompt.question if where.prompt else "",
        summit=where.summit.network.body.name if where.summit else "",
        plan=where.plan.network.body.name if where.plan else "",
        answers=where.asked,
        asked=() if where.about or form.is_bound else _asked(request, where, today=today),
        figure=_figure(where),
        token=token if len(token) >= SHORTEST_TOKEN else secrets.token_urlsafe(24),
        first=form.those(FIRST),
        files=form.those(forms.FILES),
        more=form.those(forms.MORE),
        last=form.those(LAST),
        files_open=form.shows(forms.FILES) or bool(request.FILES),
        more_open=form.shows(forms.MORE),
        choose_again=bool(request.FILES) or bool(left_out(request)),
        answer_on=add_working_days(today, days),
        for_another=writes,
        desk=None if writes else desk(desk_of(request.municipality, where.area)),
    )


def _lead(*, writes: bool) -> str:
    if writes:
        return _("Write it down in their own words. Read it back to them before you send it.")
    return _("What is strong in your neighbourhood? What could be better? Tell it here. You need no account.")


def _asked(request: Request, where: Beside, *, today: date) -> tuple[Action, ...]:
    """What is asked now in the neighbourhood that was chosen, or else in the whole municipality."""
    area = where.area.slug if where.area else ""
    return tuple(
        Action(label=one.question, href=tell_href(request, area=area, prompt=one.public_id, figure=where.figure))
        for one in running_prompts(request.municipality, where.area, on=today, most=MOST_ASKED)
    )


def _figure(where: Beside) -> str:
    if not where.figure:
        return ""
    if where.area is None:
        return where.figure_name
    return _("%(figure)s in %(area)s") % {"figure": where.figure_name, "area": where.area.name}
