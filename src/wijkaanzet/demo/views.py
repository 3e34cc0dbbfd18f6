"""Choose who you are in the demo; there are no passwords and no persons."""

from django.contrib.auth import login, logout
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from wijkaanzet.demo.cities import CITIES, persona_of
from wijkaanzet.demo.figures import DATA, file_name
from wijkaanzet.demo.personas import Persona
from wijkaanzet.demo.profile import Profile
from wijkaanzet.kernel import clock
from wijkaanzet.kernel.actors import Actor, Channel
from wijkaanzet.people import operations
from wijkaanzet.people.labels import ROLES
from wijkaanzet.people.models import User
from wijkaanzet.web.kept import after_login
from wijkaanzet.web.landing import page_after
from wijkaanzet.web.pages import DemoCity, DemoPage, PersonaButton


@require_safe
def choose(request: HttpRequest) -> HttpResponse:
    """Every role one can be in every municipality, with what it comes to do."""
    cities = tuple(_city(city) for city in CITIES)
    page = DemoPage(today=clock.today(), cities=cities)
    return render(request, "web/demo.html", {"page": page, "next": request.GET.get("next", "")})


@require_POST
def log_in(request: HttpRequest) -> HttpResponse:
    """Be this persona from now on. An account that is no persona is a 404: the demo opens no other door."""
    username = request.POST.get("persona", "")
    found = persona_of(username)
    user = User.objects.filter(username=username, is_active=True).first() if found else None
    if found is None or user is None:
        raise Http404
    login(request, user, backend="allauth.account.auth_backends.AuthenticationBackend")
    after_login(request)
    actor = Actor(user_id=user.pk, channel=Channel.DEMO, request_id=getattr(request, "request_id", ""))
    operations.note_login(user.pk, actor=actor, at=clock.now())
    return redirect(page_after(request, user))


@require_POST
def log_out(request: HttpRequest) -> HttpResponse:
    """Be a visitor again, of the municipality where one was."""
    found = persona_of(request.user.get_username())
    logout(request)
    return redirect(f"/{found[0].slug}/" if found else "/")


@require_safe
def figures(request: HttpRequest, slug: str) -> HttpResponse:
    """The made-up figures for the year that is being prepared, to try out bringing them in."""
    city = next((city for city in CITIES if city.slug == slug), None)
    if city is None or city.money is None:
        raise Http404
    name = file_name(city.slug, city.money.division.figures_year + 1)
    response = HttpResponse((DATA / name).read_bytes(), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


def _city(city: Profile) -> DemoCity:
    buttons = tuple(
        PersonaButton(key=one.username(city.slug), label=_label(one), what=str(one.what)) for one in city.personas
    )
    return DemoCity(
        key=city.slug,
        name=city.name,
        href=f"/{city.slug}/",
        personas=buttons,
        figures_for_year=city.year if city.money else None,
    )


def _label(persona: Persona) -> str:
    """The role, and for the second who has it also for whom."""
    role = str(ROLES[persona.role]).capitalize()
    return f"{role}, {persona.organisation}" if persona.second else role
