"""A priority of a plan: where, why, what residents do first, and how we will know. Plain Python."""

from enum import StrEnum
from typing import Final

PRIORITY: Final = "plans.priority"
ASK: Final = "plans.ask"
LONGEST_TITLE: Final = 120
LONGEST_PLACE: Final = 120
LONGEST_SENTENCE: Final = 300
LONGEST_QUESTION: Final = 600
LONGEST_ANSWER: Final = 1_000
MOST_PRIORITIES: Final = 60


class PlaceKind(StrEnum):
    """Soort plek. Where a priority belongs: the whole area, a street, a hotspot, a group of people, or no place."""

    AREA = "area"
    STREET = "street"
    HOTSPOT = "hotspot"
    GROUP = "group"
    NONE = "none"


class InformalAnswer(StrEnum):
    """Antwoord op "eerst informeel". What residents do here, could do, or want; or that nobody knows yet."""

    DO = "do"
    COULD = "could"
    WANT = "want"
    NOTHING_YET = "nothing_yet"


class ReasonKind(StrEnum):
    """Soort aanleiding. Why something is a priority: a figure, what somebody told, or "we want this"."""

    FIGURE = "figure"
    TOLD = "told"
    WISH = "wish"


class KnownBy(StrEnum):
    """Hoe we het weten. By a figure, a story, what was set in motion, or by looking back together on a day."""

    FIGURE = "figure"
    STORY = "story"
    PROCESS = "process"
    LOOK_BACK = "look_back"


class AskStatus(StrEnum):
    """Stand van een vraag aan anderen. Asked of a department or partner, or answered."""

    ASKED = "asked"
    ANSWERED = "answered"


ASK_NEXT: dict[AskStatus, set[AskStatus]] = {AskStatus.ASKED: {AskStatus.ANSWERED}, AskStatus.ANSWERED: set()}

ASK_FINAL = frozenset({AskStatus.ANSWERED})


class AskAnswer(StrEnum):
    """Antwoord op een vraag. Yes, partly, later, or no."""

    YES = "yes"
    PARTLY = "partly"
    LATER = "later"
    NO = "no"
