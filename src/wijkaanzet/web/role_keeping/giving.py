"""Giving a role: first which one, then over what, to whom and from when."""

from datetime import date

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from wijkaanzet.kernel import clock
from wijkaanzet.kernel.subjects import Subject
from wijkaanzet.people import operations
from wijkaanzet.people.labels import DUTIES, ROLES
from wijkaanzet.people.models import Membership
from wijkaanzet.people.rules import PAID, Role, ScopeKind, may_be_held
from wijkaanzet.web.acts import Act, ConfirmForm, answer, attempt, filled_in
from wijkaanzet.web.http import Request
from wijkaanzet.web.numbers import day
from wijkaanzet.web.pages.role_keeping import RoleActPage, RoleChoice, RoleChoosePage
from wijkaanzet.web.parts.forms import Buttons
from wijkaanzet.web.parts.moves import Action
from wijkaanzet.web.role_keeping import words
from wijkaanzet.web.role_keeping.forms import GiveForm
from wijkaanzet.web.role_keeping.missing import give_href
from wijkaanzet.web.role_keeping.scopes import over_words, scopes_of
from wijkaanzet.web.role_keeping.who import check_keeps
from wijkaanzet.web.tenancy import address

TEMPLATE = "web/role_act.html"


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def give(request: Request) -> HttpResponse:
    """Which role; and once that is chosen, to whom."""
    check_keeps(request)
    role = next((one for one in Role if one.value == request.GET.get("rol")), None)
    if role is None:
        return render(request, "web/role_choose.html", {"page": _choose(request)})
    return _to_whom(request, role, today=clock.today())


def _to_whom(request: Request, role: Role, *, today: date) -> HttpResponse:
    scopes = scopes_of(role, request.municipality, today=today)
    form = GiveForm(filled_in(request), role=role, scopes=scopes, over=request.GET.get("over", ""), today=today)
    if not (scopes.groups or may_be_held(role, ScopeKind.MUNICIPALITY)):
        return answer(request, TEMPLATE, page=_nothing(request, role), form=ConfirmForm(None))
    if form.is_valid() and (held := _given(request, form)) is not None:
        messages.success(request, _told(held))
        return redirect(address(request, "role-holders"))
    return answer(request, TEMPLATE, page=_page(request, role), form=form)


def _choose(request: Request) -> RoleChoosePage:
    return RoleChoosePage(
        paid=tuple(_choice(request, role) for role in Role if role in PAID),
        invited=tuple(_choice(request, role) for role in Role if role not in PAID),
    )


def _choice(request: Request, role: Role) -> RoleChoice:
    return RoleChoice(
        title=capfirst(str(ROLES[role])),
        text=str(DUTIES[role]),
        over=over_words(role),
        href=give_href(request, role=role),
    )


def _page(request: Request, role: Role) -> RoleActPage:
    return RoleActPage(
        title=capfirst(str(ROLES[role])),
        lead=str(DUTIES[role]),
        points=(
            _("Whose role it is gets an e-mail, when we know an address. The log keeps who gave it."),
            _("You cannot give a role to yourself."),
        ),
        buttons=Buttons(submit=_("Give this role"), actions=(_other(request),)),
    )


def _nothing(request: Request, role: Role) -> RoleActPage:
    """A role over something of which the municipality has none yet."""
    return RoleActPage(
        title=capfirst(str(ROLES[role])),
        lead=str(DUTIES[role]),
        points=(_("There is nothing here yet over which somebody can have this role."),),
        buttons=Buttons(actions=(_other(request),)),
    )


def _other(request: Request) -> Action:
    return Action(label=_("Choose another role"), href=address(request, "role-give"), kind="secondary")


def _told(held: Membership) -> str:
    """What was done. It says the same of an account that is new and of one that was there already."""
    told = {"name": held.user.username, "role": words.role_inside(held), "first": day(held.starts_on)}
    if held.user.email:
        return _("%(name)s is %(role)s from %(first)s on, and gets an e-mail about it.") % told
    return _("%(name)s is %(role)s from %(first)s on. We know no e-mail address, so tell it yourself.") % told


def _given(request: Request, form: GiveForm) -> Membership | None:
    return attempt(
        request,
        lambda actor, at: operations.give_role_by_name(
            request.municipality, new=form.new, to=form.to, actor=actor, at=at
        ),
        act=Act("people.role.given", Subject("people.membership", 0)),
        form=form,
    )
