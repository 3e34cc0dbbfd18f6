"""The letter for who has no account: a code, a link and a QR code; the code is shown once and kept nowhere."""

import secrets

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from wijkaanzet.kernel import clock
from wijkaanzet.kernel.codes import code_hash, spelled, typed
from wijkaanzet.people.queries import desk_of
from wijkaanzet.plans import operations
from wijkaanzet.plans.models import Contribution
from wijkaanzet.plans.operations import Asked
from wijkaanzet.plans.queries import who_brings
from wijkaanzet.plans.rules.contributions import Bringer
from wijkaanzet.web.acts import ActForm, ConfirmForm, answer, attempt, filled_in
from wijkaanzet.web.documents.inviting_paper import InvitingPaper, letter_pdf
from wijkaanzet.web.http import Request
from wijkaanzet.web.networks.who import area_of
from wijkaanzet.web.numbers import day
from wijkaanzet.web.pages.plan_priorities import LetterPage
from wijkaanzet.web.plan_priorities import words
from wijkaanzet.web.plan_priorities.who import contribution_to_keep, contribution_to_write
from wijkaanzet.web.plan_trail import trail
from wijkaanzet.web.telling.secret import secret_page
from wijkaanzet.web.tenancy import address

TEMPLATE = "web/contribution_letter.html"


@secret_page
@require_http_methods(["GET", "HEAD", "POST"])
def letter(request: Request, public_id: str, contribution: str) -> HttpResponse:
    """A new letter, when the first one was lost or never answered; the code of that one stops."""
    kept = contribution_to_keep(request, public_id, contribution)
    form = ConfirmForm(filled_in(request))
    asked = _again(request, kept, form) if form.is_valid() else None
    if asked is not None:
        return shown(request, asked)
    return answer(request, TEMPLATE, page=_page(request, kept, ""), form=form)


def shown(request: Request, asked: Asked) -> HttpResponse:
    """The page with the code, in answer to the form that asked: it is on no page that somebody can open again."""
    page = _page(request, asked.contribution, asked.code)
    return render(request, TEMPLATE, {"page": page, "form": ConfirmForm(None)})


@secret_page
@require_POST
def paper(request: Request, public_id: str, contribution: str) -> HttpResponse:
    """The letter to print, for who holds the code that was shown."""
    kept = contribution_to_write(request, public_id, contribution)
    code = typed(request.POST.get("code", ""))
    if not code or code_hash(code) != kept.code_hash:
        messages.error(request, _("This code does not belong to the letter any more. Make a new letter."))
        return redirect(words.href(request, kept.priority))
    content = letter_pdf(_paper(request, kept, code), language=get_language() or "nl", made_at=clock.now())
    response = HttpResponse(content, content_type="application/pdf")
    response["Content-Disposition"] = f'attachment; filename="{request.municipality.slug}-{kept.public_id}.pdf"'
    return response


def _page(request: Request, kept: Contribution, code: str) -> LetterPage:
    return LetterPage(
        trail=trail(request, kept.priority.plan),
        who=who_brings(kept),
        what=kept.what,
        give=_give(kept),
        lapses=_lapses(kept),
        code=code,
        about=_about(kept),
        submit=_("Make a letter") if kept.no_account_since else _("Make a new letter"),
        groups=tuple(spelled(code).split("-")) if code else (),
        link=_link(request, code) if code else "",
        paper_href=words.of_contribution(request, kept, "contribution-letter-pdf"),
        anew_href=words.of_contribution(request, kept, "contribution-letter"),
        token=secrets.token_urlsafe(24),
        back_href=words.href(request, kept.priority),
    )


def _paper(request: Request, kept: Contribution, code: str) -> InvitingPaper:
    network = kept.priority.plan.network
    area, told = area_of(network), {"who": who_brings(kept), "what": kept.what, "network": network.body.name}
    counter = desk_of(request.municipality, area)
    text = (
        _("%(network)s makes a plan for the neighbourhood.") % told,
        _("We ask you, %(who)s: “%(what)s”.") % told,
        _("It is for: %(title)s.") % {"title": kept.priority.title},
        _("You decide yourselves. Yes is fine, and no is fine too. You do not have to say why."),
        _("You need no account. Your name will not be in the plan; the name of your group will."),
        words.until(kept),
    )
    return InvitingPaper(
        municipality=request.municipality.name,
        network=network.body.name,
        title=_("Will you join in?"),
        text=text,
        code=spelled(code),
        scan=_("Scan the code with your telephone, or go to:"),
        link=_link(request, code),
        typed=request.build_absolute_uri(address(request, "contribution-find")),
        contact=(counter.name, counter.phone, counter.place) if counter else (),
        fictional=area.division.fictional,
    )


def _about(kept: Contribution) -> str:
    """Why a letter is made."""
    if kept.no_account_since is not None:
        return _("Nobody there has an account any more. With the code from a letter they can still say yes or no.")
    return _(
        "The code was shown once, when the letter was made. "
        "Is the letter lost? Make a new one. Then the old code stops."
    )


def _give(kept: Contribution) -> str:
    """To whom the letter goes, said to who gives it."""
    if kept.bringer == Bringer.RESIDENTS:
        return _("Give this letter to the group. With the code they say yes or no themselves.")
    return _("Give this letter to who is asked. With the code they say yes or no themselves.")


def _lapses(kept: Contribution) -> str:
    """The same day, said to who gives the letter."""
    if kept.lapses_on is None:
        return ""
    return _("They can answer until the end of %(day)s. After that the network goes on.") % {"day": day(kept.lapses_on)}


def _link(request: Request, code: str) -> str:
    return request.build_absolute_uri(address(request, "contribution-code", code=spelled(code)))


def _again(request: Request, kept: Contribution, form: ActForm) -> Asked | None:
    token = request.POST.get("token", "")
    return attempt(
        request,
        lambda actor, at: operations.ask_again(kept, token=token, actor=actor, at=at),
        act=words.act_on_contribution("asked_again", kept),
        form=form,
    )
