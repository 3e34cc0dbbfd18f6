"""From a request for advice to its page."""

from dataclasses import replace
from datetime import date

from django.utils.translation import gettext as _

from wijkaanzet.budget import queries
from wijkaanzet.budget.access import visible_runs
from wijkaanzet.budget.rules.runs import PROCESS
from wijkaanzet.decisions.labels import ADVICE_STATUSES
from wijkaanzet.decisions.models import AdviceRequest
from wijkaanzet.decisions.rules import AdviceStatus
from wijkaanzet.decisions.rules.advice import MOST_POINTS
from wijkaanzet.web.advice.forms import PointsForm
from wijkaanzet.web.decisions.advice import advice_given
from wijkaanzet.web.http import Request, actor_of
from wijkaanzet.web.numbers import day
from wijkaanzet.web.pages.advising import AboutDivision, AdviceRequestPage
from wijkaanzet.web.parts.forms import Buttons
from wijkaanzet.web.parts.notices import Badge
from wijkaanzet.web.tenancy import address


def read_page(request: Request, found: AdviceRequest, *, today: date) -> AdviceRequestPage:
    """What was asked, and what came of it."""
    return AdviceRequestPage(
        body=found.body.name,
        badge=Badge(label=str(ADVICE_STATUSES[AdviceStatus(found.status)])),
        question=found.question,
        asked=_("Asked on %(day)s") % {"day": day(found.asked_on)},
        about=_about(request, found, today=today),
        note=_note(found),
        advice=advice_given([found]) if found.given_on else (),
    )


def give_page(request: Request, found: AdviceRequest, form: PointsForm, *, today: date) -> AdviceRequestPage:
    """The invitation, with room for points."""
    return replace(
        read_page(request, found, today=today),
        gives=True,
        buttons=Buttons(submit=_("Give the advice")),
        more=_("One more point") if form.count < MOST_POINTS else "",
        next_point=f"id_point-{form.count + 1}",
    )


def answer_page(request: Request, found: AdviceRequest, *, today: date) -> AdviceRequestPage:
    """The points that were given, with an answer to fill in under each."""
    buttons = Buttons(submit=_("Answer the advice"))
    return replace(read_page(request, found, today=today), answers=True, buttons=buttons)


def _about(request: Request, found: AdviceRequest, *, today: date) -> AboutDivision | None:
    """The division in short; advice is asked on divisions only."""
    runs = visible_runs(actor_of(request), request.municipality, on=today)
    run = runs.filter(pk=found.subject_id).first() if found.subject_kind == PROCESS else None
    if run is None:
        return None
    return AboutDivision(
        label=_("The division of %(year)s") % {"year": run.year},
        href=address(request, "division-run", public_id=run.public_id),
        total_cents=run.total_cents,
        areas=queries.area_count(run),
    )


def _note(found: AdviceRequest) -> str:
    """What happens next."""
    words = {"body": found.body.name, "day": day(found.lapses_on)}
    match AdviceStatus(found.status):
        case AdviceStatus.ASKED:
            return _("The invitation lasts up to and including %(day)s. After that the municipality goes on.") % words
        case AdviceStatus.GIVEN:
            return _("The municipality answers every point.")
        case AdviceStatus.LAPSED:
            return _("No advice came. That is fine: nobody has to advise.")
        case AdviceStatus.ANSWERED:
            return ""
