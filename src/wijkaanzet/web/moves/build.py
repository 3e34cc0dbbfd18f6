"""From open moves to the page with what waits for somebody."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Literal

from django.db.models import Q
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from wijkaanzet.areas.access import public_areas
from wijkaanzet.areas.models import Area, Division
from wijkaanzet.areas.queries import by_name
from wijkaanzet.cycle import queries as cycle
from wijkaanzet.cycle.access import moves_of, waits_for
from wijkaanzet.cycle.labels import STEPS, WHEN
from wijkaanzet.cycle.queries import Act, Turn
from wijkaanzet.cycle.rules import Days, When, when
from wijkaanzet.kernel.models import OpenMove
from wijkaanzet.people.access import own_stand_ins
from wijkaanzet.people.labels import ROLES
from wijkaanzet.people.models import Membership
from wijkaanzet.people.queries import desk_of
from wijkaanzet.people.rules import Role
from wijkaanzet.web import turns
from wijkaanzet.web.actions import places, words_of
from wijkaanzet.web.areas.build import division_now
from wijkaanzet.web.desks import desk
from wijkaanzet.web.http import Request, actor_of
from wijkaanzet.web.landing import log_in_address
from wijkaanzet.web.messages.words import stands_in_words
from wijkaanzet.web.mine import held
from wijkaanzet.web.moves import words
from wijkaanzet.web.moves.about import About, abouts
from wijkaanzet.web.moves.together import network_cards
from wijkaanzet.web.numbers import day
from wijkaanzet.web.pages import MoveRow, YourMovePage
from wijkaanzet.web.paging import PER_PAGE, page
from wijkaanzet.web.parts.cards import Card, Empty
from wijkaanzet.web.parts.moves import Action
from wijkaanzet.web.parts.notices import Badge
from wijkaanzet.web.role_keeping.missing import missing_coordinators
from wijkaanzet.web.role_keeping.who import may_keep
from wijkaanzet.web.tenancy import address

TONES: Mapping[When, Literal["petrol", "brick", "stone", "move"]] = {
    When.LATE: "brick",
    When.THIS_WEEK: "move",
    When.INVITED: "move",
    When.LATER: "petrol",
    When.RESTING: "stone",
}


def your_move_page(request: Request, *, today: date) -> YourMovePage:
    """What waits for who is logged in; a visitor hears how to log in, and who has no role here whom to call."""
    own = held(request)
    if not request.user.is_authenticated:
        return YourMovePage(
            title=_("My move"),
            lead=_("Do you work together with the municipality? Log in. Then you see here what waits for you."),
            way_in=Action(label=_("Log in"), href=log_in_address(request.path)),
        )
    cards = network_cards(request, today=today)
    if not (own or cards):
        return YourMovePage(
            title=_("It is not your move"),
            lead=_("You have no role in %(name)s, so nothing waits for you here.")
            % {"name": request.municipality.name},
            desk=desk(desk_of(request.municipality)),
        )
    page = _of_a_role(request, own, today=today)
    return replace(page, networks=cards, stands_in=_stands_in(request, today=today), more=_more(request, today=today))


def _stands_in(request: Request, *, today: date) -> tuple[str, ...]:
    """Who stands in for whom today; both read it."""
    found = own_stand_ins(actor_of(request), request.municipality, on=today).filter(starts_on__lte=today)
    return tuple(stands_in_words(one, reader_id=request.user.pk or 0) for one in found.order_by("ends_before", "id"))


def _more(request: Request, *, today: date) -> tuple[Action, ...]:
    """How one sets things up; for who keeps the roles that first, with what nobody does yet."""
    roles = Action(label=_("Accounts and roles"), href=address(request, "role-holders"), kind="secondary")
    return (
        *missing_coordinators(request, today=today),
        *([roles] if may_keep(request) else []),
        *_asked_of_own(request),
        Action(label=_("Messages and calendar"), href=address(request, "messages"), kind="secondary"),
        Action(label=_("The year of %(name)s") % {"name": request.municipality.name}, href=address(request, "year")),
    )


def _asked_of_own(request: Request) -> tuple[Action, ...]:
    """For who works for an organisation: what that is asked; no query."""
    own = sorted({one.organisation_id or 0 for one in held(request) if one.role == Role.PROVIDER})
    if not own:
        return ()
    one = address(request, "asked-of-organisation", number=own[0])
    href = one if len(own) == 1 else address(request, "asked-organisations")
    return (Action(label=_("What is asked of your organisation"), href=href),)


def _of_a_role(request: Request, own: Sequence[Membership], *, today: date) -> YourMovePage:
    waiting = cycle.Waiting(moves_of(own, request.municipality, today=today), today=today)
    shown, pagination = page(request, waiting)
    soon = waiting.soon
    _arrangement, division = division_now(request.municipality, today=today)
    areas = _own_areas(request, own, division) if division else []
    turn_of = cycle.turns_of(areas[:PER_PAGE])
    return YourMovePage(
        title=_("It is your move") if set(soon) - {When.RESTING} else _("It is not your move now"),
        lead=words.lead(soon.elements()) or _("Nothing waits for you."),
        rows=_rows(request, shown, own, today=today),
        pagination=pagination,
        empty=None if soon else _empty(division, today=today),
        areas=tuple(_card(request, area, turn_of.get(area.id), own, today=today) for area in areas[:PER_PAGE]),
        more_areas=len(areas) > PER_PAGE,
        fictional=bool(division and division.fictional),
    )


def _soon(move: OpenMove, *, today: date) -> When:
    """How soon a move asks for its role."""
    days = Days(due_on=move.due_on, lapses_on=move.lapses_on, look_again_on=move.rest_look_again_on)
    return when(move.role, days, today=today)


def _rows(request: Request, shown: Sequence[Act], own: Sequence[Membership], *, today: date) -> tuple[MoveRow, ...]:
    place = places(request, [act.move for act in shown])
    about = abouts(actor_of(request), request.municipality, shown, today=today)
    rows = (_row(act, href=place.get(act.move.id, ""), about=about[act.move.id], today=today) for act in shown)
    one_role = len({one.role for one in own}) == 1  # the frame of the page names it already
    return tuple(replace(row, role="") if one_role else row for row in rows)


def _row(act: Act, *, href: str, about: About, today: date) -> MoveRow:
    move, soon = act.move, _soon(act.move, today=today)
    many = len(about.names) > 1
    return MoveRow(
        badge=Badge(label=str(WHEN[soon]), tone=TONES[soon]),
        title=words_of(move.action),
        href=href,
        role=str(ROLES[Role(move.role)]) if move.due_on else "",
        about=" ".join(filter(None, [_how_many(about) if many else "".join(about.names), about.year])),
        names=about.names if many else (),
        term=words.term(move.due_on, today=today),
        day=day(move.due_on) if move.due_on else "",
        over_term=soon is When.LATE,
        notes=words.notes(move, soon, today=today),
    )


def _how_many(about: About) -> str:
    count = len(about.names)
    return ngettext("%(count)s neighbourhood,", "%(count)s neighbourhoods,", count) % {"count": count}


def _empty(division: Division | None, *, today: date) -> Empty:
    """Nothing waits: who is to move meanwhile, and that one hears of it."""
    turn = cycle.first_turn_of(division) if division else None
    after = _("As soon as it is your move, you see it here.")
    if turn is None or turn.move is None:
        return Empty(title=_("You are done"), text=after)
    card = turns.card(turn, today=today, desk=False)
    return Empty(title=_("You are done"), text=f"{card.heading}. {card.text} {after}")


def _own_areas(request: Request, own: Sequence[Membership], division: Division) -> list[Area]:
    """All areas for who works for the whole city, else the own ones and those of an own network; by name."""
    areas = public_areas(request.municipality)
    if all(one.area_id or one.role == Role.COORDINATOR for one in own):
        networks = areas.filter(bodies__in=[one.body_id for one in own if one.body_id])
        areas = areas.filter(Q(pk__in=[one.area_id for one in own if one.area_id]) | Q(pk__in=networks.values("pk")))
    return by_name(areas, division)


def _card(request: Request, area: Area, turn: Turn | None, own: Sequence[Membership], *, today: date) -> Card:
    """Where one area stands, in the same words as its own page."""
    href = address(request, "area", slug=area.slug)
    if turn is None:
        return Card(title=area.name, href=href, text=_("The first year has not started yet."))
    told = turns.card(turn, today=today, desk=False)
    is_mine = turn.move is not None and waits_for(turn.move, own, today=today)
    return Card(
        title=area.name,
        href=href,
        badge=Badge(label=f"{STEPS[turn.step]} {turn.year}", tone="move" if is_mine else "petrol"),
        text=told.heading if told.who else ". ".join(filter(None, (told.title, told.text))),
        note=words.term(turn.move.due_on, today=today) if turn.move else "",
    )
