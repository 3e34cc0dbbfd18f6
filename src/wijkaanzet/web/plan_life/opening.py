"""A network begins to write a plan."""

from datetime import date

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from wijkaanzet.arrangements import queries as arrangements
from wijkaanzet.kernel import clock
from wijkaanzet.kernel.subjects import Subject
from wijkaanzet.networks.models import Network
from wijkaanzet.networks.rules import NETWORK
from wijkaanzet.plans import operations
from wijkaanzet.plans.models import Plan
from wijkaanzet.web.acts import Act, answer, attempt, filled_in
from wijkaanzet.web.http import Request
from wijkaanzet.web.networks import words
from wijkaanzet.web.networks.who import area_of, network_to_keep
from wijkaanzet.web.pages.networks import FormPage
from wijkaanzet.web.parts.forms import Buttons
from wijkaanzet.web.plan_life.forms import OpenPlanForm
from wijkaanzet.web.tenancy import address


def proposed_years(request: Request, *, today: date) -> range:
    """For which years a network begins a plan when it says nothing else: from next year on, by the arrangement."""
    first = today.year + 1
    return range(first, first + arrangements.nearest(request.municipality, on=today).cadence.plan_years)


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def new(request: Request, network: str) -> HttpResponse:
    """Say for which years, and begin; a scan or money need not be there yet. Raises Http404 without a neighbourhood."""
    kept, today = network_to_keep(request, network), clock.today()
    area_of(kept)
    years = proposed_years(request, today=today)
    form = OpenPlanForm(filled_in(request), initial={"first": years[0], "years": len(years)})
    opened = _opened(request, kept, form) if form.is_valid() else None
    if opened is not None:
        messages.success(request, _("The plan is open. Begin where you like; nothing has to be there at once."))
        return redirect(address(request, "plan-write", public_id=opened.public_id))
    page = FormPage(
        place=words.place(request, kept),
        title=_("Begin a plan"),
        lead=_("Write down together what people here want, and who does what."),
        points=(
            _("You can begin before there are figures or money. A wish is enough."),
            _("Everybody who takes part in the network can write along."),
            _("What you write is read by others only when the plan is adopted."),
            _("Does nobody know yet what people here do? That question everybody reads at once."),
        ),
        buttons=Buttons(submit=_("Begin the plan")),
    )
    return answer(request, "web/network_form.html", page=page, form=form)


def _opened(request: Request, kept: Network, form: OpenPlanForm) -> Plan | None:
    return attempt(
        request,
        lambda actor, at: operations.open_plan(
            kept, starts_on=form.starts_on, ends_before=form.ends_before, actor=actor, at=at
        ),
        act=Act("plans.plan.opened", Subject(NETWORK, kept.pk)),
        form=form,
    )
