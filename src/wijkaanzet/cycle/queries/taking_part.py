"""Who takes part in a network beside who lives in its area, as far as it may be told.

Source: "mostly the same people, little diversity" (Zaanstad). It advises, it blocks nothing and ranks nobody.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from wijkaanzet.networks import queries as networks
from wijkaanzet.networks.models import Network
from wijkaanzet.networks.rules import GROUPS, CardGroup, CardQuestion, Counted, hardly_seen
from wijkaanzet.scans.queries import figures_now
from wijkaanzet.scans.rules.disclosure.publish import publish
from wijkaanzet.scans.rules.disclosure.thresholds import PublicationRules
from wijkaanzet.scans.rules.frozen import FrozenFigure

FIGURES: Final[Mapping[CardGroup, str]] = {
    CardGroup.UNDER_15: "jonger-dan-15",
    CardGroup.FROM_15_TO_25: "van-15-tot-25",
    CardGroup.FROM_25_TO_45: "van-25-tot-45",
    CardGroup.FROM_45_TO_65: "van-45-tot-65",
    CardGroup.FROM_65: "65-en-ouder",
}
"""The address of the figure that says how many of every hundred people who live somewhere belong to a group.

Of children and of years here figures count households or nothing at all, and of languages at home none is published.
"""
NOT_MISSED: Final = frozenset({CardGroup.UNDER_15})
"""Nobody expects small children at a table in the evening, so it is not said that they are not there."""
WHOLE: Final = "whole"


@dataclass(frozen=True, kw_only=True)
class GroupSeen:
    """One group on the cards of a year."""

    group: CardGroup
    cards: int | None
    """Rounded; None when too few were handed in to tell, or when others would follow from it."""
    of_hundred: float | None
    """Of every hundred cards."""
    lives_here: FrozenFigure | None
    """How many of every hundred who live in the area; None when no figure tells."""
    hardly: bool
    """Whether it was seen less than half as often as one would think."""


@dataclass(frozen=True, kw_only=True)
class CardsSeen:
    """One question on the cards of a year."""

    question: CardQuestion
    total: int
    """Cards that answered it, rounded."""
    groups: tuple[GroupSeen, ...]


def cards_seen(network: Network) -> dict[int, tuple[CardsSeen, ...]]:
    """The cards of a network by year, the newest first, beside who lives in its area now.

    A year of which no meeting had ten cards is left out, and a question of which no group may be shown. One query, and
    those of `figures_now` when there is any.
    """
    years = {year: questions for year, questions in networks.cards_by_year(network).items() if questions}
    area = network.body.area
    lives = figures_now(area, slugs=set(FIGURES.values())) if years and area is not None else {}
    found: dict[int, tuple[CardsSeen, ...]] = {}
    for year, questions in sorted(years.items(), reverse=True):
        seen = [_seen(question, one, lives) for question, one in questions.items()]
        found[year] = tuple(one for one in seen if any(group.cards is not None for group in one.groups))
    return {year: seen for year, seen in found.items() if seen}


def _seen(question: CardQuestion, counted: Counted, lives: Mapping[str, FrozenFigure]) -> CardsSeen:
    rules = PublicationRules()
    cells = {str(group): Fraction(count) for group, count in counted.cards.items()}
    one_by_one = {group: {group: Fraction(1)} for group in cells}
    families = {"groups": one_by_one, WHOLE: {WHOLE: dict.fromkeys(cells, Fraction(1))}}
    withheld = [str(group) for group in counted.guarded]
    public = publish(cells, families, rules, withheld=withheld, public=[WHOLE])
    shown = {group: public[group].value for group in GROUPS[question]}
    told = [count for count in shown.values() if count is not None]
    # Where all are shown, of all of them: so that rounding does not make more than a hundred of a hundred.
    total = sum(told, Fraction(0)) if len(told) == len(shown) else rules.rounded(Fraction(counted.total))
    groups = tuple(_group(group, counted, shown[group], total, lives) for group in GROUPS[question])
    return CardsSeen(question=question, total=int(total), groups=groups)


def _group(
    group: CardGroup, counted: Counted, cards: Fraction | None, total: Fraction, lives: Mapping[str, FrozenFigure]
) -> GroupSeen:
    figure = lives.get(FIGURES.get(group, ""))
    share = figure.number if figure else None
    hardly = (
        share is not None
        and group not in NOT_MISSED
        and hardly_seen(counted.cards[group], total=counted.total, share=float(share))
    )
    of_hundred = None if cards is None else float(100 * cards / total)
    return GroupSeen(
        group=group,
        cards=None if cards is None else int(cards),
        of_hundred=of_hundred,
        lives_here=figure,
        hardly=hardly,
    )
