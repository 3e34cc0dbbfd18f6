"""Adding and ending the places of an area, and the communities of the municipality; each act has an address."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from wijkaanzet.areas import access, operations, queries
from wijkaanzet.areas.models import Area, Place
from wijkaanzet.kernel import clock
from wijkaanzet.kernel.subjects import Subject
from wijkaanzet.web.acts import Act, answer, attempt, filled_in
from wijkaanzet.web.http import Request
from wijkaanzet.web.pages.places import PlacesPage
from wijkaanzet.web.places.place_forms import CommunityForm, EndForm, PlaceForm
from wijkaanzet.web.places.section import groups
from wijkaanzet.web.places.who import area_to_keep, may_divide
from wijkaanzet.web.tenancy import address

TEMPLATE = "web/places_keep.html"
ACTS = ["GET", "HEAD", "POST"]


@require_http_methods(ACTS)
def area_places(request: Request, slug: str) -> HttpResponse:
    """The streets, hotspots and groups of an area, and the form to add one."""
    area = area_to_keep(request, slug)
    form = PlaceForm(filled_in(request), today=clock.today())
    return _adding(request, area, form)


@require_http_methods(ACTS)
def end_area_place(request: Request, slug: str) -> HttpResponse:
    """End a place of an area."""
    return _ending(request, area_to_keep(request, slug))


@require_http_methods(ACTS)
def communities(request: Request) -> HttpResponse:
    """The communities that belong to no area, and the form to add one."""
    _check_communities(request)
    return _adding(request, None, CommunityForm(filled_in(request), today=clock.today()))


@require_http_methods(ACTS)
def end_community(request: Request) -> HttpResponse:
    """End a community."""
    _check_communities(request)
    return _ending(request, None)


def _check_communities(request: Request) -> None:
    if not may_divide(request):
        raise Http404


def _adding(request: Request, area: Area | None, form: CommunityForm) -> HttpResponse:
    if form.is_valid() and (added := _added(request, area, form)) is not None:
        messages.success(request, _("“%(name)s” is added.") % {"name": added.name})
        return _back(request, area)
    places = _places(request, area)
    page = _page(request, area, places, adding=form, ending=EndForm(None, places=places))
    return answer(request, TEMPLATE, page=page, form=form)


def _ending(request: Request, area: Area | None) -> HttpResponse:
    places = _places(request, area)
    form = EndForm(filled_in(request), places=places)
    if form.is_valid() and (ended := _ended(request, places, form)) is not None:
        messages.success(request, _("“%(name)s” ends.") % {"name": ended.name})
        return _back(request, area)
    empty = (CommunityForm if area is None else PlaceForm)(None, today=clock.today())
    return answer(request, TEMPLATE, page=_page(request, area, places, adding=empty, ending=form), form=form)


def _places(request: Request, area: Area | None) -> list[Place]:
    own, today = access.public_places(request.municipality), clock.today()
    return queries.communities(own, on=today) if area is None else queries.places_of(own, area, on=today)


def _added(request: Request, area: Area | None, form: CommunityForm) -> Place | None:
    told = form.cleaned_data
    return attempt(
        request,
        lambda actor, at: operations.add_place(
            request.municipality, new=form.new, area=area, starts_on=told["starts_on"], actor=actor, at=at
        ),
        act=Act("areas.place.added", Subject("areas.place", 0)),
        form=form,
    )


def _ended(request: Request, places: list[Place], form: EndForm) -> Place | None:
    told = form.cleaned_data
    place = next(one for one in places if one.public_id == told["place"])  # the form lets nothing else through
    return attempt(
        request,
        lambda actor, at: operations.end_place(place, ends_before=told["ends_before"], actor=actor, at=at),
        act=Act("areas.place.ended", Subject("areas.place", place.id)),
        form=form,
    )


def _page(
    request: Request, area: Area | None, places: list[Place], *, adding: CommunityForm, ending: EndForm
) -> PlacesPage:
    name = area.name if area else ""
    lead = _("Plans and stories can be about a street, a hotspot or a group. Everybody can read this list.")
    if area is None:
        lead = _("Some groups belong to the whole municipality and not to one area. Everybody can read this list.")
    return PlacesPage(
        title=_("Places in %(area)s") % {"area": name} if area else _("Communities"),
        lead=lead,
        area=name,
        slug=area.slug if area else "",
        groups=groups(places),
        adding=adding,
        ending=ending if any(one.ends_before is None for one in places) else None,
        add_href=_address(request, area, "area-places", "communities"),
        end_href=_address(request, area, "area-place-end", "community-end"),
    )


def _back(request: Request, area: Area | None) -> HttpResponse:
    return redirect(_address(request, area, "area-places", "communities"))


def _address(request: Request, area: Area | None, of_area: str, of_all: str) -> str:
    return address(request, of_area, slug=area.slug) if area else address(request, of_all)
