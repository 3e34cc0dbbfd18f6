"""An edition before everybody may read it: for who writes along, who prepares and who decides."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from wijkaanzet.kernel import clock
from wijkaanzet.plans import access
from wijkaanzet.plans.queries import newest_first
from wijkaanzet.web.http import Request, actor_of
from wijkaanzet.web.plan_reading.edition import plan_page
from wijkaanzet.web.tenancy import address


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
    return render(request, "web/plan_public.html", {"page": page})
