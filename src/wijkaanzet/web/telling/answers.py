"""Finding the answer with a code, and taking back what was told."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from wijkaanzet.intake.models import Entry
from wijkaanzet.intake.rules import EntryStatus
from wijkaanzet.kernel import clock
from wijkaanzet.kernel.codes import spelled, typed
from wijkaanzet.kernel.subjects import Subject
from wijkaanzet.plans import operations as plans
from wijkaanzet.stories.queries import story_of
from wijkaanzet.web.acts import Act, ConfirmForm, answer, attempt, filled_in
from wijkaanzet.web.codes.door import ANSWER, behind
from wijkaanzet.web.http import Request
from wijkaanzet.web.pages.telling import WithdrawPage
from wijkaanzet.web.telling.answer_page import answer_page
from wijkaanzet.web.telling.secret import entry_of, nameless, secret_page
from wijkaanzet.web.telling.tell import RECEIPT
from wijkaanzet.web.tenancy import address


@secret_page
@behind(ANSWER)
@require_safe
def status(request: Request, code: str) -> HttpResponse:
    """Where something stands that somebody told, and the answer."""
    entry = entry_of(request, code)
    page = answer_page(request, entry, code, is_new=RECEIPT in request.GET, today=clock.today())
    return render(request, "web/answer.html", {"page": page})


@secret_page
@behind(ANSWER)
@require_http_methods(["GET", "HEAD", "POST"])
def withdraw(request: Request, code: str) -> HttpResponse:
    """Take back what was told: it is gone at once."""
    entry = entry_of(request, code)
    back = address(request, "answer", code=spelled(typed(code)))
    form = ConfirmForm(filled_in(request))
    if form.is_valid() and _withdrawn(request, entry, form):
        messages.success(request, _("We have deleted what you told."))
        return redirect(back)
    if request.method != "POST" and entry.status == EntryStatus.WITHDRAWN:
        return redirect(back)
    page = WithdrawPage(back_href=back, is_story=story_of(entry) is not None)
    return answer(request, "web/answer_withdraw.html", page=page, form=form)


def _withdrawn(request: Request, entry: Entry, form: ConfirmForm) -> bool:
    done = attempt(
        request,
        lambda actor, at: plans.take_back_told(entry, actor=actor, at=at) or True,
        act=Act("intake.entry.withdrawn", Subject("intake.entry", entry.pk)),
        form=form,
        known_as=nameless,
    )
    return done is not None
