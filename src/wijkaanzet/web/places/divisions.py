"""The divisions of the municipality side by side, and drawing one: first what it would be, then for good."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from wijkaanzet.areas import operations, queries
from wijkaanzet.areas.models import Division
from wijkaanzet.areas.rules.drawing import NewDivision, check_drawing, laid_out
from wijkaanzet.kernel import clock
from wijkaanzet.kernel.refusals import Refused
from wijkaanzet.kernel.subjects import Subject
from wijkaanzet.web.acts import Act, answer, attempt, filled_in
from wijkaanzet.web.http import Request
from wijkaanzet.web.places import build
from wijkaanzet.web.places.forms import DrawForm
from wijkaanzet.web.places.who import check_sees_divisions
from wijkaanzet.web.tenancy import address
from wijkaanzet.web.uploads import Kind, takes_upload

LIST, DRAW = "web/places_divisions.html", "web/places_draw.html"


@require_safe
def divisions(request: Request) -> HttpResponse:
    """Every division that there is, was or will be, with its region years and borders."""
    acts = check_sees_divisions(request)
    return render(request, LIST, {"page": build.divisions_page(request, today=clock.today(), acts=acts)})


@takes_upload(Kind.TABLE)
@require_http_methods(["GET", "HEAD", "POST"])
def draw(request: Request) -> HttpResponse:
    """A table that was sent now is shown as what it would be; the table that comes back with the button is drawn."""
    acts = check_sees_divisions(request)
    known = {row.division.key: row.division.name for row in reversed(queries.divisions_in_time(request.municipality))}
    form = DrawForm(request, filled_in(request), known=sorted(known.items()))
    if not form.is_valid():
        return answer(request, DRAW, page=build.draw_page(form, acts=acts), form=form)
    new = _new(request, form)
    if form.has_file:
        _try(request, new, form)
    elif (drawn := _drawn(request, new, form)) is not None:
        messages.success(request, _("The division “%(name)s” is drawn.") % {"name": drawn.name})
        return redirect(address(request, "area-divisions"))
    return answer(request, DRAW, page=build.draw_page(form, acts=acts, new=None if form.refused else new), form=form)


def _new(request: Request, form: DrawForm) -> NewDivision:
    told = form.cleaned_data
    taken = queries.taken_slugs(request.municipality)
    return NewDivision(
        key=form.key,
        name=told["name"],
        year=told["year"],
        fictional=told["fictional"],
        areas=laid_out(form.areas, taken=taken, year=told["year"]),
        covers_wholly=not told["covers_partly"],
    )


def _try(request: Request, new: NewDivision, form: DrawForm) -> None:
    """Say on the form what drawing would refuse."""
    town = request.municipality
    try:
        check_drawing(new, municipality=town.code, municipality_name=town.name)
        queries.check_free(town, new=new)
    except Refused as refused:
        form.refuse(refused)


def _drawn(request: Request, new: NewDivision, form: DrawForm) -> Division | None:
    return attempt(
        request,
        lambda actor, at: operations.draw_division(request.municipality, new=new, actor=actor, at=at),
        act=Act("areas.division.drawn", Subject("areas.division", 0)),
        form=form,
    )
