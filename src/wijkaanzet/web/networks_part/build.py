"""From counts to the page that says who takes part."""

from collections.abc import Sequence
from datetime import date

from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from wijkaanzet.cycle.queries import CardsSeen, GroupSeen, cards_seen
from wijkaanzet.networks import access, queries
from wijkaanzet.networks.labels import CARD_GROUPS, CARD_QUESTIONS
from wijkaanzet.networks.models import Network
from wijkaanzet.networks.queries import Came
from wijkaanzet.networks.rules import WhoCame
from wijkaanzet.networks.rules.meetings import WAS_HELD
from wijkaanzet.scans.rules.frozen import FrozenFigure
from wijkaanzet.web.http import Request
from wijkaanzet.web.networks import words
from wijkaanzet.web.networks.who import keeps
from wijkaanzet.web.pages.taking_part import CardsToCount, SeenBar, SeenQuestion, SeenRow, TakingPartPage
from wijkaanzet.web.parts.notices import Download
from wijkaanzet.web.parts.twin import Twin, TwinRow
from wijkaanzet.web.parts.words import one_decimal
from wijkaanzet.web.parts.written import written
from wijkaanzet.web.tenancy import address

MOST_TO_COUNT = 6
"""Meetings of which who keeps the network finds the cards here: the newest."""


def taking_part_page(request: Request, network: Network, *, today: date) -> TakingPartPage:
    """Who takes part in a network beside who lives in its area."""
    cards = cards_seen(network)
    year, questions = next(iter(cards.items()), (0, ()))
    came = queries.came_by_year(network)
    area = network.body.area
    return TakingPartPage(
        place=words.place(request, network),
        hardly=tuple(_hardly(one) for question in questions for one in question.groups if one.hardly),
        known=any(one.lives_here and one.lives_here.number for question in questions for one in question.groups),
        came=_came(came),
        years=_years(came) if came else None,
        cards_of=_("the cards of %(year)s") % {"year": year} if year else "",
        questions=tuple(map(_question, questions)),
        free_seats=tuple(words.seat_line(one) for one in queries.seats_of(network, on=today) if not one.taken),
        to_count=_to_count(request, network) if keeps(request, network) else (),
        paper=card_paper(request, network),
        asked_href=address(request, "asked-of-network", network=network.body.key),
        fictional=area is not None and area.division.fictional,
    )


def card_paper(request: Request, network: Network) -> Download:
    """The card to print."""
    href = address(request, "network-card-pdf", network=network.body.key)
    return Download(href=href, label=_("The card to print"), kind="PDF")


def _hardly(one: GroupSeen) -> str:
    return _("We do not see many people of %(group)s yet.") % {"group": CARD_GROUPS[one.group]}


def _came(years: Sequence[Came]) -> tuple[str, ...]:
    """Of the newest year in which enough people came."""
    told = next((one for one in years if one.who is not None), None)
    if told is None or told.who is None:
        return ()
    return (*words.who_were_there(told), *_same(told, told.who))


def _same(told: Came, who: WhoCame) -> tuple[str, ...]:
    if who.mostly_the_same is None:
        return ()
    if not who.mostly_the_same:
        return (_("It is not always the same people who come."),)
    meetings = ngettext("%(number)s meeting", "%(number)s meetings", told.meetings) % {"number": told.meetings}
    most = _("Most of them came to more than half of the %(meetings)s.") % {"meetings": meetings}
    return (most, _("So it is mostly the same people who come."))


def _years(years: Sequence[Came]) -> Twin:
    """In time, the oldest year first."""
    new, same = _("were they new?"), _("mostly the same people?")
    return Twin(
        caption=_("Who came, by year"),
        first=_("Year"),
        columns=(_("meetings"), _("different people, about"), new, same),
        rows=tuple(TwinRow(label=str(one.year), cells=_cells(one)) for one in reversed(years)),
        wordy=frozenset({new, same}),
        people=True,
    )


def _cells(one: Came) -> tuple[float | str | None, ...]:
    if one.who is None:
        return (one.meetings, None, None, None)
    return (one.meetings, one.who.about, _were_new(one.who), _yes_or_no(one.who.mostly_the_same))


def _were_new(who: WhoCame) -> str:
    if who.first_year:
        return _("it was the first year")
    if who.mostly_new is None:
        return _("we do not say")
    return _("most were") if who.mostly_new else _("at least half had come before")


def _yes_or_no(same: bool | None) -> str:
    if same is None:
        return _("only from three meetings on")
    return _("yes") if same else _("no")


def _question(seen: CardsSeen) -> SeenQuestion:
    figures = [one.lives_here for one in seen.groups if one.lives_here]
    compared = any(one.number is not None for one in figures)
    columns = (_("of every 100 cards"), _("of every 100 who live here")) if compared else (_("of every 100 cards"),)
    return SeenQuestion(
        title=str(CARD_QUESTIONS[seen.question]),
        answered=_("About %(number)s cards answered this.") % {"number": seen.total},
        rows=tuple(_row(one, compared=compared) for one in seen.groups),
        source=_source(figures[0]) if compared else _("No figure says this of everybody who lives here."),
        twin=Twin(
            caption=str(CARD_QUESTIONS[seen.question]),
            first=_("Group"),
            columns=columns,
            rows=tuple(
                TwinRow(label=capfirst(str(CARD_GROUPS[one.group])), cells=_pair(one)[: len(columns)])
                for one in seen.groups
            ),
            people=True,
        ),
    )


def _pair(one: GroupSeen) -> tuple[float | str | None, ...]:
    lives = one.lives_here.number if one.lives_here else None
    return (
        None if one.of_hundred is None else round(one.of_hundred),
        _("no figure") if lives is None else round(lives),
    )


def _row(one: GroupSeen, *, compared: bool) -> SeenRow:
    cards, lives = _pair(one)
    return SeenRow(
        label=capfirst(str(CARD_GROUPS[one.group])),
        cards=_bar(cards, none=_("too few people to show")),
        lives=_bar(lives, none=_("no figure")) if compared else None,
    )


def _bar(value: float | str | None, *, none: str) -> SeenBar:
    if value is None or isinstance(value, str):
        return SeenBar(words=none, width="")
    return SeenBar(words=written(value), width=f"{one_decimal(min(value, 100))}%")


def _source(figure: FrozenFigure) -> str:
    told = {"source": figure.source, "year": figure.year}
    return _("Who live here: %(source)s, %(year)s.") % told


def _to_count(request: Request, network: Network) -> tuple[CardsToCount, ...]:
    held = access.public_meetings(request.municipality).filter(network=network, status__in=WAS_HELD)
    return tuple(
        CardsToCount(day=capfirst(words.day_of(one)), href=words.meeting_href(request, one, "meeting-cards"))
        for one in queries.newest_first(held)[:MOST_TO_COUNT]
    )
