"""A file about a division comes in: borders, the composition of another region year, a concordance."""

from collections.abc import Iterator

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from wijkaanzet.areas import operations
from wijkaanzet.areas.labels import MENDED
from wijkaanzet.areas.models import Concordance, Division
from wijkaanzet.areas.rules.area_file import read_composition
from wijkaanzet.areas.rules.borders import Borders
from wijkaanzet.areas.rules.concordance_file import Origin
from wijkaanzet.areas.rules.table_file import text_of
from wijkaanzet.kernel.subjects import Subject
from wijkaanzet.web.acts import Act, ActForm, answer, attempt, filled_in
from wijkaanzet.web.http import Request
from wijkaanzet.web.places import build
from wijkaanzet.web.places.forms import BordersForm, CompositionForm, ConcordanceForm
from wijkaanzet.web.places.who import check_sees_divisions, division_of
from wijkaanzet.web.tenancy import address
from wijkaanzet.web.uploads import Kind, takes_upload

TEMPLATE = "web/places_file.html"
ACTS = ["GET", "HEAD", "POST"]


@takes_upload(Kind.TABLE)
@require_http_methods(ACTS)
def borders(request: Request, division: str) -> HttpResponse:
    """Replace the borders of a division."""
    acts = check_sees_divisions(request)
    found = division_of(request, division)
    form = BordersForm(filled_in(request), request.FILES or None)
    if form.is_valid() and (drawn := _borders(request, found, form)) is not None:
        for told in _told(found, drawn):
            messages.success(request, told)
        return redirect(address(request, "area-divisions"))
    return answer(request, TEMPLATE, page=build.borders_page(found, acts=acts), form=form)


@takes_upload(Kind.TABLE)
@require_http_methods(ACTS)
def composition(request: Request, division: str) -> HttpResponse:
    """Add the composition of another region year."""
    acts = check_sees_divisions(request)
    found = division_of(request, division)
    form = CompositionForm(filled_in(request), request.FILES or None)
    if form.is_valid() and (number := _composed(request, found, form)) is not None:
        told = ngettext(
            "In %(year)s the areas of %(division)s are composed of %(number)s CBS area.",
            "In %(year)s the areas of %(division)s are composed of %(number)s CBS areas.",
            number,
        )
        words = {"year": form.cleaned_data["year"], "division": found.name, "number": number}
        messages.success(request, told % words)
        return redirect(address(request, "area-divisions"))
    return answer(request, TEMPLATE, page=build.composition_page(found, acts=acts), form=form)


@takes_upload(Kind.TABLE)
@require_http_methods(ACTS)
def concordance(request: Request) -> HttpResponse:
    """Take in what became of CBS areas."""
    acts = check_sees_divisions(request)
    form = ConcordanceForm(filled_in(request), request.FILES or None)
    if form.is_valid() and (done := _concordance(request, form)) is not None:
        words = {"old": done.from_year, "new": done.to_year}
        messages.success(request, _("The concordance from %(old)s to %(new)s is in.") % words)
        return redirect(address(request, "area-divisions"))
    return answer(request, TEMPLATE, page=build.concordance_page(acts=acts), form=form)


def _borders(request: Request, division: Division, form: ActForm) -> Borders | None:
    # not above: it brings a library for geometry, which no other page needs
    from wijkaanzet.areas.operations.borders import import_borders

    told = form.cleaned_data
    return attempt(
        request,
        lambda actor, at: import_borders(
            division,
            text=told["file"].read(),
            source=told["source"],
            year=told["year"],
            code_name=told["code_name"],
            actor=actor,
            at=at,
        ),
        act=Act("areas.borders.imported", Subject("areas.division", division.id)),
        form=form,
    )


def _composed(request: Request, division: Division, form: ActForm) -> int | None:
    told = form.cleaned_data
    return attempt(
        request,
        lambda actor, at: operations.recompose(
            division,
            year=told["year"],
            parts=read_composition(text_of(told["file"].read())),
            covers_wholly=not told["covers_partly"],
            replace=told["replace"],
            actor=actor,
            at=at,
        ),
        act=Act("areas.division.recomposed", Subject("areas.division", division.id)),
        form=form,
    )


def _concordance(request: Request, form: ActForm) -> Concordance | None:
    told = form.cleaned_data
    return attempt(
        request,
        lambda actor, at: operations.import_concordance(
            request.municipality,
            data=told["file"].read(),
            origin=Origin(told["from_year"], told["to_year"], told["basis"], told["source"]),
            replace=told["replace"],
            actor=actor,
            at=at,
        ),
        act=Act("areas.concordance.imported", Subject("areas.concordance", 0)),
        form=form,
    )


def _told(division: Division, drawn: Borders) -> Iterator[str]:
    """What came in, what was repaired, and what was left out."""
    words = {"division": division.name, "number": len(drawn.borders)}
    yield _("%(division)s: borders of %(number)d areas imported.") % words
    for kind, features in drawn.mended.items():
        yield str(MENDED[kind]) % {"features": ", ".join(map(str, features))}
    if drawn.elsewhere:
        yield _("Features of other municipalities left out: %(number)d.") % {"number": drawn.elsewhere}
