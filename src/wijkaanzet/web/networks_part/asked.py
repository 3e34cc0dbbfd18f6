"""What was asked of a network, for everybody to read; and of an organisation, for who works for it or with it."""

from collections.abc import Iterable

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from wijkaanzet.cycle.labels import ASKED_KINDS
from wijkaanzet.cycle.queries import asked_of_network, asked_of_organisation
from wijkaanzet.cycle.rules.burden import Burden
from wijkaanzet.kernel import clock
from wijkaanzet.people.access import own_organisations
from wijkaanzet.people.rules import Role
from wijkaanzet.plans.access import asks_of_organisation
from wijkaanzet.plans.models import Ask
from wijkaanzet.plans.queries import ask_kept, still_asked
from wijkaanzet.web.http import Request, actor_of
from wijkaanzet.web.mine import held
from wijkaanzet.web.networks import words
from wijkaanzet.web.networks.who import network_to_read
from wijkaanzet.web.numbers import day
from wijkaanzet.web.pages.asked import AskedOrganisationsPage, AskedPage, AskedYear, OrganisationRow
from wijkaanzet.web.pages.plan_priorities import Line
from wijkaanzet.web.paging import page as page_of
from wijkaanzet.web.parts.moves import Action
from wijkaanzet.web.plan_reading import words as reading
from wijkaanzet.web.tenancy import address

READS = frozenset({Role.PROVIDER, Role.POLICY_OFFICER, Role.ACCOUNT_MANAGER})


@require_safe
def of_network(request: Request, network: str) -> HttpResponse:
    """How often we asked something of a network."""
    found = network_to_read(request, network)
    area = found.body.area
    page = AskedPage(
        place=words.place(request, found),
        who=found.body.name,
        years=_years(asked_of_network(found)),
        more_href=address(request, "asked-organisations") if _reads(request) else "",
        fictional=area is not None and area.division.fictional,
    )
    return render(request, "web/asked.html", {"page": page})


@require_safe
@never_cache
def organisations(request: Request) -> HttpResponse:
    """The organisations of which somebody may read what was asked."""
    if not _reads(request):
        raise Http404
    own = own_organisations(actor_of(request), request.municipality, on=clock.today())
    rows = tuple(
        OrganisationRow(name=one.name, href=address(request, "asked-of-organisation", number=one.pk))
        for one in own.order_by("name", "id")
    )
    return render(request, "web/asked_organisations.html", {"page": AskedOrganisationsPage(rows=rows)})


@require_safe
@never_cache
def of_organisation(request: Request, number: int) -> HttpResponse:
    """How often an organisation was asked something, by networks where it sits and by itself; and what plans ask it."""
    today = clock.today()
    found = get_object_or_404(own_organisations(actor_of(request), request.municipality, on=today), pk=number)
    asks = asks_of_organisation(actor_of(request), found, on=today).order_by("-asked_on", "-id")
    rows, pagination = page_of(request, asks)
    page = AskedPage(
        place=None,
        who=found.name,
        years=_years(asked_of_organisation(found)),
        more_href=address(request, "asked-organisations"),
        questions=tuple(_question(request, one) for one in rows),
        pagination=pagination,
    )
    return render(request, "web/asked.html", {"page": page})


def _question(request: Request, one: Ask) -> Line:
    href = address(request, "ask-answer", ask=one.public_id)
    words = {"network": one.priority.plan.network.body.name, "day": day(one.asked_on)}
    return Line(
        title=one.question,
        facts=(_("%(network)s asked this on %(day)s") % words, one.priority.title),
        says=one.answer,
        state=reading.asked(ask_kept(one)),
        acts=(Action(label=_("Answer"), href=href),) if still_asked(one) else (),
    )


def _reads(request: Request) -> bool:
    """Whether who asks may read of any organisation; a visitor costs no query."""
    return any(one.role in READS for one in held(request))


def _years(burdens: Iterable[Burden]) -> tuple[AskedYear, ...]:
    return tuple(
        AskedYear(
            year=one.year,
            total=_times(one.total),
            parts=tuple(f"{capfirst(str(ASKED_KINDS[kind]))}: {_times(count)}" for kind, count in one.asked.items()),
        )
        for one in burdens
    )


def _times(number: int) -> str:
    return ngettext("%(number)s time", "%(number)s times", number) % {"number": number}
