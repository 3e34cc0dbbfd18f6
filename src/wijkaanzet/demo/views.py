"""Choose who you are in the demo; there are no passwords and no persons."""

from django.contrib.auth import login, logout
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from wijkaanzet.demo.personas import PERSONAS, by_username
from wijkaanzet.kernel import clock
from wijkaanzet.people.labels import ROLES
from wijkaanzet.people.models import User
from wijkaanzet.web.pages import DemoPage, PersonaButton

MUNICIPALITY = "tilburg"


@require_safe
def choose(request: HttpRequest) -> HttpResponse:
    """Every role one can be, with what it comes to do."""
    personas = tuple(
        PersonaButton(key=one.username(MUNICIPALITY), label=str(ROLES[one.role]).capitalize(), what=str(one.what))
        for one in PERSONAS
    )
    return render(request, "web/demo.html", {"page": DemoPage(today=clock.today(), personas=personas)})


@require_POST
def log_in(request: HttpRequest) -> HttpResponse:
    """Be this persona from now on. An account that is no persona is a 404: the demo opens no other door."""
    username = request.POST.get("persona", "")
    persona = by_username(MUNICIPALITY, username)
    user = User.objects.filter(username=username, is_active=True).first() if persona else None
    if user is None:
        raise Http404
    login(request, user, backend="django.contrib.auth.backends.ModelBackend")
    return redirect(f"/{MUNICIPALITY}/")


@require_POST
def log_out(request: HttpRequest) -> HttpResponse:
    """Be a visitor again."""
    logout(request)
    return redirect(f"/{MUNICIPALITY}/")
