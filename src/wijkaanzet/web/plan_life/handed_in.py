"""An edition before everybody may read it: for who writes along, who prepares and who decides."""

from dataclasses import replace
from typing import Final

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from wijkaanzet.kernel import clock
from wijkaanzet.plans import access
from wijkaanzet.plans.queries import held_by, newest_first
from wijkaanzet.plans.queries.returned import why_returned
from wijkaanzet.plans.rules.plans import EditionStatus
from wijkaanzet.web.http import Request, actor_of
from wijkaanzet.web.plan_life.since import since_links
from wijkaanzet.web.plan_reading.difference import difference_page
from wijkaanzet.web.plan_reading.edition import plan_page
from wijkaanzet.web.tenancy import address

BOTH: Final = 2


@require_safe
@never_cache
def handed_in(request: Request, public_id: str, number: int) -> HttpResponse:
    """What was handed in, word for word; once it is made known it leads to where everybody reads it."""
    today = clock.today()
    seen = access.seen_editions(actor_of(request), request.municipality, on=today)
    edition = get_object_or_404(seen, plan__public_id=public_id, number=number)
    public = list(newest_first(access.public_editions(request.municipality).filter(plan=edition.plan)).defer("content"))
    if edition in public:
        return redirect(address(request, "plan-edition", public_id=public_id, number=number))
    page = plan_page(request, edition, public, today=today)
    page = replace(page, since=since_links(request, edition, today=today))
    return render(request, "web/plan_public.html", {"page": page})


@require_safe
@never_cache
def difference(request: Request, public_id: str, number: int, before: int) -> HttpResponse:
    """What is otherwise than in an edition before it, for who may see both: with why that one came back, if it did."""
    seen = access.seen_editions(actor_of(request), request.municipality, on=clock.today())
    found = {one.number: one for one in seen.filter(plan__public_id=public_id, number__in=(number, before))}
    if before >= number or len(found) < BOTH:
        raise Http404
    now, then = found[number], found[before]
    returned = why_returned(then) if then.status == EditionStatus.RETURNED else None
    page = difference_page(request, now.plan, (now, held_by(now)), (then, held_by(then)), returned=returned)
    whole = address(request, "plan-handed-in", public_id=public_id, number=number)
    return render(request, "web/plan_difference.html", {"page": replace(page, plan_href=whole)})
