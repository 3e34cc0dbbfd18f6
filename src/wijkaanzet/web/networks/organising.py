"""Around a network: its sign on a body that is there, the party that coordinates it, and asking people how it goes."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from wijkaanzet.areas.models import Area
from wijkaanzet.kernel import clock
from wijkaanzet.kernel.subjects import Subject
from wijkaanzet.networks import access, operations, queries
from wijkaanzet.networks.models import Network
from wijkaanzet.networks.rules import NETWORK
from wijkaanzet.people.access import public_organisations
from wijkaanzet.web.acts import Act, ConfirmForm, answer, attempt, filled_in
from wijkaanzet.web.http import Request, actor_of, is_logged_in
from wijkaanzet.web.networks import words
from wijkaanzet.web.networks.forms import EntrustForm, SignForm
from wijkaanzet.web.networks.looking import fit_to_be_read
from wijkaanzet.web.networks.who import network_to_keep
from wijkaanzet.web.pages.networks import FormPage, SignPage
from wijkaanzet.web.parts.forms import Buttons
from wijkaanzet.web.parts.moves import Action
from wijkaanzet.web.scans.area_figures import area_of
from wijkaanzet.web.tenancy import address

ACTS = ["GET", "HEAD", "POST"]
TEMPLATE = "web/network_form.html"


@require_http_methods(ACTS)
@never_cache
def sign(request: Request, slug: str) -> HttpResponse:
    """Let what meets already in a neighbourhood be its network."""
    area = area_of(request, slug)
    if not (is_logged_in(request) and access.may_open(actor_of(request), area, on=clock.today())):
        raise Http404
    form = SignForm(filled_in(request), bodies=access.bodies_without_sign(area).order_by("name", "id"))
    fit = form.is_valid() and fit_to_be_read(request, form, form.public)
    if fit and (hung := _hung(request, form)) is not None:
        messages.success(request, _("“%(name)s” is there.") % {"name": hung.body.name})
        return redirect(address(request, "network", network=hung.body.key))
    return answer(request, "web/network_sign.html", page=_sign_page(request, area, form), form=form)


@require_http_methods(ACTS)
@never_cache
def entrust(request: Request, network: str) -> HttpResponse:
    """Say which party coordinates a network with a coordinator of its own."""
    own = access.networks_to_entrust(actor_of(request), request.municipality, on=clock.today())
    found = get_object_or_404(own, body__key=network)
    parties = public_organisations(request.municipality).filter(is_municipality=False).order_by("name", "id")
    form = EntrustForm(filled_in(request), organisations=parties, now=found.coordinated_by_id)
    if form.is_valid() and _entrusted(request, found, form) is not None:
        messages.success(request, _("It is kept."))
        return redirect(address(request, "network", network=network))
    page = FormPage(
        place=words.place(request, found),
        title=_("Who coordinates this network?"),
        lead=_("Mostly the coordinator of the neighbourhood does. Another party can do it with an own coordinator."),
        points=(
            _("That coordinator then keeps this network: meetings, people, agreements and the plan."),
            _("The coordinator of the neighbourhood keeps the other networks. The area manager keeps all of them."),
        ),
        buttons=Buttons(submit=_("Keep it"), actions=(_to_network(request, network),)),
    )
    return answer(request, TEMPLATE, page=page, form=form)


@require_http_methods(ACTS)
@never_cache
def remind(request: Request, network: str) -> HttpResponse:
    """Ask people by mail how it goes with what was agreed."""
    kept, table = network_to_keep(request, network), address(request, "network-table", network=network)
    form = ConfirmForm(filled_in(request))
    if form.is_valid() and _reminded(request, kept, form) is not None:
        messages.success(request, _("The question is on its way."))
        return redirect(table)
    asked = queries.asked_about(kept, on=clock.today())
    page = FormPage(
        place=words.place(request, kept),
        title=_("Ask how it goes"),
        lead=_("People are asked how it goes with what you look at again. Nobody has to answer or gets a task."),
        points=(*(one.text for one in asked), words.mails(queries.members_of(kept))),
        buttons=Buttons(submit=_("Ask it"), actions=(words.back_to_table(request, network),)),
    )
    return answer(request, TEMPLATE, page=page, form=form)


def _sign_page(request: Request, area: Area, form: SignForm) -> SignPage:
    networks = address(request, "networks-of-area", slug=area.slug)
    back = Action(label=_("Back to the networks"), href=networks, kind="secondary")
    return SignPage(
        area=area.name,
        area_href=address(request, "area", slug=area.slug),
        networks_href=networks,
        any=bool(form.bodies),
        buttons=Buttons(submit=_("This is our network"), actions=(back,)),
    )


def _to_network(request: Request, network: str) -> Action:
    return Action(label=_("Back to the network"), href=address(request, "network", network=network), kind="secondary")


def _hung(request: Request, form: SignForm) -> Network | None:
    return attempt(
        request,
        lambda actor, at: operations.hang_sign(form.body, described=form.described, actor=actor, at=at),
        act=Act("networks.network.opened", Subject(NETWORK, 0)),
        form=form,
    )


def _entrusted(request: Request, found: Network, form: EntrustForm) -> Network | None:
    return attempt(
        request,
        lambda actor, at: operations.entrust_network(found, organisation=form.organisation, actor=actor, at=at),
        act=Act("networks.network.entrusted", Subject(NETWORK, found.pk)),
        form=form,
    )


def _reminded(request: Request, kept: Network, form: ConfirmForm) -> int | None:
    return attempt(
        request,
        lambda actor, at: operations.remind(kept, actor=actor, at=at),
        act=Act("networks.network.reminded", Subject(NETWORK, kept.pk)),
        form=form,
    )
