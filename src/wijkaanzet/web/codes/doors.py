"""The three doors for a code: to an answer, to a network, and to what one is asked to bring.

People do not know which code they hold, so every door leads to where a code belongs.
"""

from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods

from wijkaanzet.intake.access import entries_of_code
from wijkaanzet.kernel.codes import spelled, typed
from wijkaanzet.networks.access import invitations_of_code
from wijkaanzet.people.queries import desk_of
from wijkaanzet.plans.queries import contribution_of_code
from wijkaanzet.web.acts import answer, filled_in
from wijkaanzet.web.codes.door import ANSWER, BRING, JOIN, Door
from wijkaanzet.web.desks import desk
from wijkaanzet.web.http import Request
from wijkaanzet.web.pages.codes import CodePage
from wijkaanzet.web.parts.forms import Buttons
from wijkaanzet.web.telling.forms import CodeForm
from wijkaanzet.web.telling.secret import secret_page
from wijkaanzet.web.tenancy import address

ACTS = ["GET", "HEAD", "POST"]


@secret_page
@require_http_methods(ACTS)
def find_answer(request: Request) -> HttpResponse:
    """For who told something and has a receipt."""
    return _opened(request, ANSWER)


@secret_page
@require_http_methods(ACTS)
def find_invitation(request: Request) -> HttpResponse:
    """For who is invited to take part in a network."""
    return _opened(request, JOIN)


@secret_page
@require_http_methods(ACTS)
def find_contribution(request: Request) -> HttpResponse:
    """For who is asked to bring something to a plan."""
    return _opened(request, BRING)


def _opened(request: Request, door: Door) -> HttpResponse:
    """The code travels in the form: an address of a page is kept in too many places."""
    form = CodeForm(filled_in(request))
    if form.is_valid():
        if name := _belongs_to(request, form.cleaned_data["code"]):
            return redirect(address(request, name, code=spelled(typed(form.cleaned_data["code"]))))
        form.add_error("code", str(door.unknown))
    page = CodePage(
        section=door.section,
        title=str(door.title),
        lead=str(door.lead),
        lost=str(door.lost),
        help=str(door.help),
        buttons=Buttons(submit=str(door.submit)),
        desk=desk(desk_of(request.municipality)),
    )
    return answer(request, "web/code_find.html", page=page, form=form)


def _belongs_to(request: Request, code: str) -> str:
    """The name of the page behind a code; empty when nobody here has it."""
    if entries_of_code(request.municipality, code).exists():
        return "answer"
    if invitations_of_code(request.municipality, code).exists():
        return "join"
    return "contribution-code" if contribution_of_code(request.municipality, typed(code)) else ""
