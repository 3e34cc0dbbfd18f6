"""Samples of cards and of tables with money."""

from django.utils.translation import gettext as _

from wijkaanzet.web.pages.style import CardSamples
from wijkaanzet.web.parts.cards import Card, Empty
from wijkaanzet.web.parts.desks import Desk
from wijkaanzet.web.parts.explanation import Explanation, ExplanationLine
from wijkaanzet.web.parts.figures import Figure
from wijkaanzet.web.parts.money import MoneyRow, MoneyTable
from wijkaanzet.web.parts.moves import Action, MoveCard
from wijkaanzet.web.parts.notices import Badge


def card_samples() -> CardSamples:
    """Cards, figures, a desk, an empty list, and money that adds up."""
    return CardSamples(
        moves=_moves(),
        cards=_cards(),
        figures=_figures(),
        desk=Desk(
            name=_("Neighbourhood desk Noord"),
            role=_("Here you can ask anything about your neighbourhood."),
            phone="013 000 00 00",
            phone_hours=_("on working days from 9 to 5"),
            place=_("Community house De Schakel"),
        ),
        empty=Empty(
            title=_("There are no ideas yet"),
            text=_("Does somebody have an idea? Then it stands here the next day."),
            action=Action(label=_("See the questions"), href="#field", kind="secondary"),
        ),
        money=_money(),
        explanation=_explanation(),
    )


def _moves() -> tuple[MoveCard, ...]:
    return (
        MoveCard(
            who=_("The neighbourhood network"),
            text=_("The new plan is being written. You can help."),
            term=_("22 days left"),
            actions=(
                Action(label=_("Write along"), href="#field"),
                Action(label=_("See the steps"), href="#timeline", kind="secondary"),
            ),
            level=3,
            uid="move-now",
        ),
        MoveCard(
            who="",
            text=_("The talks go on after the summer."),
            resting=_("The network chose this. We look again on 1 September."),
            level=3,
            uid="move-rest",
        ),
    )


def _cards() -> tuple[Card, ...]:
    return (
        Card(
            title=_("Eating together on Tuesday"),
            text=_("Fourteen people cook, sixty people eat."),
            href="#card",
            badge=Badge(label=_("Residents"), tone="leaf"),
        ),
        Card(
            title=_("A buddy for who is new"),
            text=_("The football club and the church do this together."),
            href="#card",
            badge=Badge(label=_("Together"), tone="petrol"),
            note=_("Since 2016"),
        ),
    )


def _figures() -> tuple[Figure, ...]:
    whole = Figure(
        title=_("Inhabitants"),
        value="20.010",
        unit=_("people"),
        period=_("1 January 2017"),
        source=_("sample figures"),
        fictional=True,
    )
    few = Figure(title=_("Help with money"), value="", unit="", period="2016", source=_("sample figures"), too_few=True)
    return whole, few


def _money() -> MoneyTable:
    return MoneyTable(
        caption=_("Where does the money go?"),
        first="2018",
        columns=(_("Divided"), _("Still free")),
        rows=(
            MoneyRow(label=_("People who are always there"), cents=(86_100_000, 0)),
            MoneyRow(label=_("For plans of residents"), cents=(59_487_240, 21_130_515)),
            MoneyRow(label=_("For what nobody sees coming"), cents=(10_958_120, None), note=_("not opened yet")),
        ),
    )


def _explanation() -> Explanation:
    return Explanation(
        title=_("Youth"),
        intro=_("Money for young people in the neighbourhood."),
        lines=(
            ExplanationLine(label=_("Fixed amount"), cents=2_500_000, how=_("the same for each neighbourhood")),
            ExplanationLine(
                label=_("Children up to 15 years"),
                cents=2_896_075,
                how=_("2,345 children × € 12.35"),
                why=_("More children need more."),
            ),
        ),
    )
