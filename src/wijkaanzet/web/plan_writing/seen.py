"""Somebody says to have seen the plan, so that next time only shows what changed since."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from wijkaanzet.kernel import clock
from wijkaanzet.plans import operations
from wijkaanzet.web.http import Request, actor_of
from wijkaanzet.web.plan_writing.who import plan_to_write
from wijkaanzet.web.tenancy import address


@require_POST
def seen(request: Request, public_id: str) -> HttpResponse:
    """Remember that who asks has seen the plan as it is now."""
    plan = plan_to_write(request, public_id)
    operations.look(plan, actor=actor_of(request), at=clock.now())
    messages.success(request, _("Next time you see here what changed from now on."))
    return redirect(address(request, "plan-write", public_id=public_id))
