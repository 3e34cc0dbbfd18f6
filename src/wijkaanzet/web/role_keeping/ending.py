"""Ending a role, with what it means for what waits; or undoing that it was given, before its first day is over."""

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from wijkaanzet.cycle.access import moves_of
from wijkaanzet.kernel import clock
from wijkaanzet.kernel.subjects import Subject
from wijkaanzet.people import operations
from wijkaanzet.people.models import Membership, StandIn
from wijkaanzet.people.queries import never_used, scope_of, who_else
from wijkaanzet.people.rules import PAID, Role, ScopeKind
from wijkaanzet.web.actions import words_of
from wijkaanzet.web.acts import Act, ActForm, ConfirmForm, answer, attempt, filled_in
from wijkaanzet.web.http import Request
from wijkaanzet.web.numbers import day
from wijkaanzet.web.pages.role_keeping import RoleActPage
from wijkaanzet.web.parts.forms import Buttons
from wijkaanzet.web.parts.moves import Action
from wijkaanzet.web.role_keeping import words
from wijkaanzet.web.role_keeping.forms import EndForm
from wijkaanzet.web.role_keeping.missing import give_href
from wijkaanzet.web.role_keeping.who import role_to_keep
from wijkaanzet.web.tenancy import address

ACTS = ["GET", "HEAD", "POST"]
TEMPLATE = "web/role_act.html"


@require_http_methods(ACTS)
@never_cache
def end(request: Request, number: int) -> HttpResponse:
    """From which day on somebody has a role no more; one whose first day is not over is taken back instead."""
    today = clock.today()
    held = role_to_keep(request, number, today=today)
    if held.starts_on >= today:
        return redirect(address(request, "role-take-back", number=number))
    form = EndForm(filled_in(request), today=today)
    if form.is_valid() and (ended := _ended(request, held, form)) is not None:
        messages.success(request, _is_ended(ended, before=form.cleaned_data["before"]))
        return redirect(address(request, "role-holders"))
    return answer(request, TEMPLATE, page=_end_page(request, held, today=today), form=form)


@require_http_methods(ACTS)
@never_cache
def take_back(request: Request, number: int) -> HttpResponse:
    """Whether a role that was given does not go on; one whose first day is over is ended instead."""
    today = clock.today()
    held = role_to_keep(request, number, today=today)
    if held.starts_on < today:
        return redirect(address(request, "role-end", number=number))
    form = ConfirmForm(filled_in(request))
    told = {"name": held.user.username, "role": words.role_inside(held), "day": day(held.starts_on)}
    if form.is_valid() and _taken_back(request, held, form):
        messages.success(request, _("%(name)s does not become %(role)s.") % told)
        return redirect(address(request, "role-holders"))
    page = RoleActPage(
        title=_("Take this role back?"),
        lead=_("%(name)s is %(role)s from %(day)s on.") % told,
        points=(*_points(held, who_else(held, on=today)), *_what_closes(held)),
        buttons=Buttons(submit=_("Yes, take the role back"), actions=(_back(request),)),
    )
    return answer(request, TEMPLATE, page=page, form=form)


def _end_page(request: Request, held: Membership, *, today: date) -> RoleActPage:
    told = {"name": held.user.username, "role": words.role_inside(held), "days": words.days(held, today=today)}
    others = who_else(held, on=today)
    alone = held.role in PAID and not others
    kind, id_ = scope_of(held)
    over = "" if kind is ScopeKind.MUNICIPALITY else f"{kind.value}-{id_}"
    give = Action(
        label=_("First give somebody else this role"),
        href=give_href(request, role=Role(held.role), over=over),
        kind="secondary",
    )
    return RoleActPage(
        title=_("End this role"),
        lead=_("%(name)s is %(role)s. %(days)s.") % told,
        points=_points(held, others),
        waits=tuple(_waits(request, held, today=today)),
        way_out=give if alone else None,
        buttons=Buttons(submit=_("End this role"), actions=(_back(request),)),
    )


def _is_ended(held: Membership, *, before: date) -> str:
    told = {"name": held.user.username, "role": words.role_inside(held), "last": day(before - words.DAY)}
    return _("The role of %(name)s as %(role)s has ended. The last day: %(last)s.") % told


def _points(held: Membership, others: Sequence[Membership]) -> tuple[str, ...]:
    """What it means for others, and who hears of it."""
    return (*_who_goes_on(held, others), *map(_ends_too, held.stand_ins.all()), _what_is_told(held))


def _who_goes_on(held: Membership, others: Sequence[Membership]) -> Iterator[str]:
    """With whom what waits lies then; what an invited person leaves lying falls back by itself."""
    role = words.role_inside(held)
    names = ", ".join(one.user.username for one in others)
    if names:
        yield _("What waits stays with who is %(role)s too: %(names)s.") % {"role": role, "names": names}
    elif held.role in PAID:
        line = _("Nobody else is %(role)s. What waits then waits for nobody, until you give somebody this role.")
        yield line % {"role": role}


def _what_closes(held: Membership) -> Iterator[str]:
    """How a wrong address is undone."""
    if never_used(held.user, but_for=held.pk):
        yield _(
            "The account is closed then too, because nobody ever logged in with it. Was the e-mail address wrong? "
            "Then give the role again, with the right one."
        )


def _ends_too(stand_in: StandIn) -> str:
    told = _("That ends with the role.")
    return f"{words.stands_in(stand_in)} {told}"


def _what_is_told(held: Membership) -> str:
    told = _("%(name)s gets an e-mail about it.") if held.user.email else _("Tell %(name)s yourself: no mail can go.")
    return told % {"name": held.user.username}


def _waits(request: Request, held: Membership, *, today: date) -> Iterator[str]:
    """What waits now for this role, each act once with how often; never what it is about."""
    waiting = moves_of([held], request.municipality, today=today)
    times = Counter(waiting.order_by("id").values_list("action", flat=True))
    for action in times:
        yield words_of(action) if times[action] == 1 else f"{words_of(action)} ({times[action]}×)"


def _back(request: Request) -> Action:
    return Action(label=_("No, leave it as it is"), href=address(request, "role-holders"), kind="secondary")


def _ended(request: Request, held: Membership, form: EndForm) -> Membership | None:
    return attempt(
        request,
        lambda actor, at: operations.end_role(held, ends_before=form.cleaned_data["before"], actor=actor, at=at),
        act=Act("people.role.ended", Subject("people.membership", held.pk)),
        form=form,
    )


def _taken_back(request: Request, held: Membership, form: ActForm) -> bool:
    """Whether it was done: the act itself has no answer."""
    attempt(
        request,
        lambda actor, at: operations.take_back_role(held, actor=actor, at=at),
        act=Act("people.role.taken_back", Subject("people.membership", held.pk)),
        form=form,
    )
    return not form.refused
