"""The coordinator opens the plan of a year."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from wijkaanzet.cycle import operations
from wijkaanzet.cycle.access import plans_to_open
from wijkaanzet.cycle.labels import NOW
from wijkaanzet.cycle.models import AreaYear
from wijkaanzet.cycle.rules import PROCESS, AreaYearStatus
from wijkaanzet.kernel import clock
from wijkaanzet.kernel.subjects import Subject
from wijkaanzet.web.acts import Act, answer, attempt, filled_in
from wijkaanzet.web.http import Request, actor_of
from wijkaanzet.web.numbers import day
from wijkaanzet.web.plan.build import open_plan_page
from wijkaanzet.web.plan.form import StartForm
from wijkaanzet.web.tenancy import address

TEMPLATE = "web/open_plan.html"


@require_http_methods(["GET", "HEAD", "POST"])
def open_plan(request: Request, slug: str, year: int) -> HttpResponse:
    """For who coordinates this area; what cannot be opened now says why, and that is no form."""
    own = plans_to_open(actor_of(request), request.municipality, on=clock.today())
    area_year = own.filter(area__slug=slug, year=year).order_by("-area__division__starts_on", "id").first()
    if area_year is None:
        raise Http404
    form = StartForm(filled_in(request))
    if form.is_valid() and _opened(request, area_year, form):
        return redirect(address(request, "area", slug=slug))
    page = open_plan_page(area_year)
    if page.closed:
        return render(request, TEMPLATE, {"page": page, "form": form}, status=409)
    return answer(request, TEMPLATE, page=page, form=form)


def _opened(request: Request, area_year: AreaYear, form: StartForm) -> bool:
    start = form.cleaned_data["start"]
    done = attempt(
        request,
        lambda actor, at: operations.open_plan(area_year, network_starts_on=start, actor=actor, at=at),
        act=Act("cycle.area_year.plan_opened", Subject(PROCESS, area_year.id)),
        form=form,
    )
    if done is None:
        return False
    words = {"year": done.year, "starts_on": day(start)}
    messages.success(request, str(NOW[AreaYearStatus.PLAN_OPENED]) % words)
    return True
