"""Who holds which role in a municipality: by name of the account, never with its e-mail address."""

from collections.abc import Iterator
from datetime import date

from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from wijkaanzet.kernel import clock
from wijkaanzet.people import access, queries
from wijkaanzet.people.models import Membership
from wijkaanzet.people.rules import PAID
from wijkaanzet.web.http import Request
from wijkaanzet.web.messages.words import role_words
from wijkaanzet.web.pages.role_keeping import HolderRow, RoleHoldersPage
from wijkaanzet.web.paging import page
from wijkaanzet.web.parts.cards import Empty
from wijkaanzet.web.parts.moves import Action
from wijkaanzet.web.role_keeping import words
from wijkaanzet.web.role_keeping.looking import LookingForm
from wijkaanzet.web.role_keeping.missing import missing_coordinators
from wijkaanzet.web.role_keeping.who import check_sees, may_keep
from wijkaanzet.web.tenancy import address


@require_safe
@never_cache
def holders(request: Request) -> HttpResponse:
    """Everybody with a role here, role by role; who keeps the roles can act on each, who audits reads."""
    check_sees(request)
    form = LookingForm(request.GET)
    shown = _page(request, form, today=clock.today())
    return render(request, "web/role_holders.html", {"page": shown, "form": form}, status=422 if form.errors else 200)


def _page(request: Request, form: LookingForm, *, today: date) -> RoleHoldersPage:
    acts = may_keep(request)
    give = address(request, "role-give") if acts else ""
    missing = missing_coordinators(request, today=today)
    if not form.is_valid():
        return RoleHoldersPage(looking=form, give_href=give, missing=missing)
    found = _found(request, form, today=today)
    shown, pagination = page(request, found, asked_for=form.parameters())
    number = found.count()
    return RoleHoldersPage(
        looking=form,
        found=ngettext("%(number)s found", "%(number)s found", number) % {"number": number} if number else "",
        rows=tuple(_row(request, one, acts=acts, today=today) for one in shown),
        pagination=pagination,
        empty=None if number else Empty(title=_("We found nothing"), text=_("Try another name or another role.")),
        give_href=give,
        missing=missing,
    )


def _found(request: Request, form: LookingForm, *, today: date) -> QuerySet[Membership]:
    found = access.roles_here(request.municipality)
    found = queries.not_long_ended(found, on=today) if form.ended_too else queries.not_ended(found, on=today)
    if form.role:
        found = found.filter(role=form.role)
    if form.words:
        found = queries.looked_for(found, words=form.words)
    return queries.with_stand_ins(queries.in_order(found), on=today)


def _row(request: Request, held: Membership, *, acts: bool, today: date) -> HolderRow:
    ended = held.ends_before is not None and held.ends_before <= today
    return HolderRow(
        title=role_words(held),
        account=held.user.username,
        days=words.days(held, today=today),
        state=words.state(held, today=today),
        notes=tuple(map(words.stands_in, held.stand_ins.all())),
        acts=tuple(_acts(request, held, today=today)) if acts and not ended else (),
    )


def _acts(request: Request, held: Membership, *, today: date) -> Iterator[Action]:
    """What who keeps the roles can do with one; who stands in for oneself one asks on the own page."""
    if held.starts_on >= today:
        yield Action(label=_("Take it back"), href=address(request, "role-take-back", number=held.pk))
    else:
        yield Action(label=_("End this role"), href=address(request, "role-end", number=held.pk))
    if held.role in PAID:
        own = held.user_id == request.user.pk
        href = address(request, "stand-ins") if own else address(request, "role-stand-in", number=held.pk)
        yield Action(label=_("Let somebody stand in"), href=href)
