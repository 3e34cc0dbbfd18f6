"""Plans for everybody to read; nothing stays behind in a browser, since who told something may take it back."""

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from wijkaanzet.kernel import clock
from wijkaanzet.plans import access, queries
from wijkaanzet.plans.models import Edition, Plan
from wijkaanzet.web.http import Request
from wijkaanzet.web.plan_reading.difference import difference_page
from wijkaanzet.web.plan_reading.edition import plan_page
from wijkaanzet.web.plan_reading.listing import plans_page
from wijkaanzet.web.plan_reading.underway import underway_page

BOTH = 2


@require_safe
def plans(request: Request) -> HttpResponse:
    """All plans by name of the neighbourhood: those that hold, and those that are being written."""
    return render(request, "web/plans.html", {"page": plans_page(request)})


@require_safe
@never_cache
def plan(request: Request, public_id: str) -> HttpResponse:
    """The edition of a plan that holds; as long as there is none, that it is being made and how to take part."""
    found, today = plan_to_read(request, public_id), clock.today()
    editions = editions_to_read(request, found)
    if not editions:
        return render(request, "web/plan_underway.html", {"page": underway_page(request, found, today=today)})
    page = plan_page(request, with_content(request, editions[0]), editions, today=today)
    return render(request, "web/plan_public.html", {"page": page})


@require_safe
@never_cache
def edition(request: Request, public_id: str, number: int) -> HttpResponse:
    """One edition that was adopted."""
    found = plan_to_read(request, public_id)
    editions = editions_to_read(request, found)
    one = next((one for one in editions if one.number == number), None)
    if one is None:
        raise Http404
    page = plan_page(request, with_content(request, one), editions, today=clock.today())
    return render(request, "web/plan_public.html", {"page": page})


@require_safe
@never_cache
def difference(request: Request, public_id: str) -> HttpResponse:
    """What changed between the last two editions that were adopted."""
    found = plan_to_read(request, public_id)
    held = queries.editions_held(access.public_editions(request.municipality).filter(plan=found), most=BOTH)
    if len(held) < BOTH:
        raise Http404
    return render(request, "web/plan_difference.html", {"page": difference_page(request, found, held[0], held[1])})


def plan_to_read(request: Request, public_id: str) -> Plan:
    """The plan at an address. Raises Http404 when there is none here."""
    return get_object_or_404(access.public_plans(request.municipality), public_id=public_id)


def editions_to_read(request: Request, plan: Plan) -> list[Edition]:
    """The editions that everybody may read, the newest first, without what they hold; one query."""
    public = access.public_editions(request.municipality).filter(plan=plan)
    return list(queries.newest_first(public).defer("content"))


def with_content(request: Request, edition: Edition) -> Edition:
    """An edition together with what it holds; one query."""
    return access.public_editions(request.municipality).get(pk=edition.pk)
