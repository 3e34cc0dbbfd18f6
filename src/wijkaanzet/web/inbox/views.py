"""What came in, the page of one thing that was told, and each step with it at its own address."""

from csp.constants import SELF
from csp.decorators import csp_update
from django.contrib import messages
from django.http import HttpResponse, StreamingHttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_http_methods, require_safe

from wijkaanzet.intake.queries import pieces_of
from wijkaanzet.intake.rules import PROCESS
from wijkaanzet.kernel import clock
from wijkaanzet.kernel.subjects import Subject
from wijkaanzet.web.acts import Act, ActForm, answer, attempt, filled_in
from wijkaanzet.web.http import Request
from wijkaanzet.web.inbox.build import FORMS, entry_page, typed_form
from wijkaanzet.web.inbox.forms import EntryForm
from wijkaanzet.web.inbox.listing import inbox_page
from wijkaanzet.web.inbox.reading import Opened, opened, opened_file
from wijkaanzet.web.inbox.words import Step, step_words
from wijkaanzet.web.tenancy import address

TEMPLATE = "web/inbox_entry.html"
ACTS = ["GET", "HEAD", "POST"]
LISTENS = csp_update({"media-src": [SELF]})


@require_safe
def inbox(request: Request) -> HttpResponse:
    """What waits for the reader, and what was answered lately."""
    return render(request, "web/inbox.html", {"page": inbox_page(request, today=clock.today())})


@require_safe
@LISTENS  # type: ignore[arg-type]  # knows no further arguments
def entry(request: Request, public_id: str) -> HttpResponse:
    """What was told, beside what is made of it, and what the reader can do."""
    found = opened(request, public_id, today=clock.today())
    return _page(request, found, typed_form(found, filled_in(request)))


@require_http_methods(ACTS)
@LISTENS  # type: ignore[arg-type]  # knows no further arguments
def act(request: Request, public_id: str, step: Step) -> HttpResponse:
    """One step with it; a visit shows the page of the entry."""
    found = opened(request, public_id, today=clock.today())
    if request.method != "POST":
        return _page(request, found, typed_form(found, filled_in(request)))
    form = FORMS[step](request.POST, opened=found)
    if form.is_valid() and _done(request, found, form):
        messages.success(request, str(step_words(step, found.entry).done))
        return redirect(address(request, "inbox"))
    return _page(request, found, form)


@require_safe
@cache_control(no_store=True, private=True)
def file(request: Request, public_id: str, number: int) -> StreamingHttpResponse:
    """A photo or recording that was sent along, opened piece by piece."""
    sent = opened_file(request, public_id, number, today=clock.today())
    return StreamingHttpResponse(
        pieces_of(sent),
        content_type=sent.content_type,
        headers={
            "Content-Disposition": "inline",
            "Content-Length": str(sent.size),
            "X-Content-Type-Options": "nosniff",
        },
    )


def _done(request: Request, found: Opened, form: EntryForm) -> bool:
    subject = Subject(PROCESS, found.entry.id)
    return attempt(request, form.carry_out, act=Act(form.action, subject), form=form) is not None


def _page(request: Request, found: Opened, typed: EntryForm | None) -> HttpResponse:
    page = entry_page(request, found, typed, today=clock.today())
    return answer(request, TEMPLATE, page=page, form=typed or ActForm())
