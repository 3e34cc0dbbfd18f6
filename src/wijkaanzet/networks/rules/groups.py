"""The anonymous card that people may fill in at a meeting: four questions, a tick each, and no name. Plain Python.

Only how many cards named a group is kept, per meeting and never per person, so that one can see who is not seen yet.
Bands of age as CBS publishes them, so that they lie beside who lives there. Whether somebody is a man or a woman is
not asked.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from wijkaanzet.kernel.refusals import Refused
from wijkaanzet.networks.rules.attendance import FEWEST, FEWEST_OF_PART
from wijkaanzet.networks.rules.meetings import MOST_OTHERS, WAS_HELD, MeetingStatus

FEWEST_OF_GROUP: Final = FEWEST_OF_PART
"""Cards of one group at one meeting; as long as it never had so many, nobody is told how many it had."""
LEAST_EXPECTED: Final = 3
"""Rule of three: of whom three would be expected, none is there by chance in one year out of twenty at most."""


class CardQuestion(StrEnum):
    """Vraag op het kaartje. What a card asks; each may be left open."""

    AGE = "age"
    CHILDREN = "children"
    SINCE = "since"
    LANGUAGE = "language"


class CardGroup(StrEnum):
    """Groep op het kaartje. One answer that a card offers."""

    UNDER_15 = "under_15"
    FROM_15_TO_25 = "from_15_to_25"
    FROM_25_TO_45 = "from_25_to_45"
    FROM_45_TO_65 = "from_45_to_65"
    FROM_65 = "from_65"
    WITH_CHILDREN = "with_children"
    WITHOUT_CHILDREN = "without_children"
    NEW_HERE = "new_here"
    LONGER_HERE = "longer_here"
    DUTCH_AT_HOME = "dutch_at_home"
    OTHER_LANGUAGE = "other_language"


GROUPS: Final[Mapping[CardQuestion, tuple[CardGroup, ...]]] = {
    CardQuestion.AGE: (
        CardGroup.UNDER_15,
        CardGroup.FROM_15_TO_25,
        CardGroup.FROM_25_TO_45,
        CardGroup.FROM_45_TO_65,
        CardGroup.FROM_65,
    ),
    CardQuestion.CHILDREN: (CardGroup.WITH_CHILDREN, CardGroup.WITHOUT_CHILDREN),
    CardQuestion.SINCE: (CardGroup.NEW_HERE, CardGroup.LONGER_HERE),
    CardQuestion.LANGUAGE: (CardGroup.DUTCH_AT_HOME, CardGroup.OTHER_LANGUAGE),
}
"""The answers to each question, in the order of the card."""

Tally = Mapping[CardGroup, int]
"""How many cards named each group."""


@dataclass(frozen=True)
class Counted:
    """The cards of one question in one year, of all meetings together."""

    cards: Tally
    guarded: frozenset[CardGroup]
    """Groups that were there, and of which no meeting had so many cards that their number may be told."""

    @property
    def total(self) -> int:
        """How many cards answered it."""
        return sum(self.cards.values())


def counted(question: CardQuestion, meetings: Iterable[Tally]) -> Counted | None:
    """The cards of a year; None as long as no meeting had ten that answered, since then there may be fewer people.

    The same people come more than once. So what one meeting had is what says of how many people something tells.
    """
    groups, tallies = GROUPS[question], list(meetings)
    if max((sum(one.get(group, 0) for group in groups) for one in tallies), default=0) < FEWEST:
        return None
    cards = {group: sum(one.get(group, 0) for one in tallies) for group in groups}
    most = {group: max(one.get(group, 0) for one in tallies) for group in groups}
    return Counted(cards, frozenset(group for group in groups if 0 < most[group] < FEWEST_OF_GROUP))


def hardly_seen(cards: int, *, total: int, share: float) -> bool:
    """Whether a group is seen less than half as often as one would think: of `share` per cent of who live there.

    Only said when at least three of its cards would be expected; fewer may be missing by chance.
    """
    expected = total * share / 100
    return expected >= LEAST_EXPECTED and 2 * cards < expected


def fitting_cards(status: MeetingStatus, cards: Tally, *, came: int) -> dict[CardGroup, int]:
    """As they are kept: groups that were there; everybody answers a question at most once, where it is known who came.

    Raises Refused: ("cards_before_meeting"), ("card_count"), ("cards_too_many") with how many people came.
    """
    if status not in WAS_HELD:
        raise Refused("cards_before_meeting")
    if not all(0 <= count <= MOST_OTHERS for count in cards.values()):
        raise Refused("card_count", most=MOST_OTHERS)
    check_cards_fit(cards, came=came)
    return {group: cards[group] for group in CardGroup if cards.get(group)}


def check_cards_fit(cards: Tally, *, came: int) -> None:
    """Everybody answers a question at most once, where it is known who came.

    Raises Refused("cards_too_many") with how many people came.
    """
    if came and any(sum(cards.get(group, 0) for group in groups) > came for groups in GROUPS.values()):
        raise Refused("cards_too_many", came=came)
