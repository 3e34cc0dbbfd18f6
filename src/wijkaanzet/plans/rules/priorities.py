"""A priority of a plan: where, why, what residents do first, and how we will know. Plain Python."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum
from typing import Final

from wijkaanzet.kernel.refusals import Refused
from wijkaanzet.kernel.subjects import Subject
from wijkaanzet.networks.rules.words import fitting_line, fitting_name

PRIORITY: Final = "plans.priority"
ASK: Final = "plans.ask"
LONGEST_TITLE: Final = 120
LONGEST_PLACE: Final = 120
LONGEST_SENTENCE: Final = 300
LONGEST_QUESTION: Final = 600
LONGEST_ANSWER: Final = 1_000
MOST_PRIORITIES: Final = 60
MOST_REASONS: Final = 12
"""Of one priority; more is a scan."""
LOOK_BACK_DAYS: Final = 3_660
"""Nobody looks back more than ten years from now; a later year is a slip of the pen."""


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
    """Stand van een vraag aan anderen. Asked of a department or partner, put off by them to a day, or answered."""

    ASKED = "asked"
    LATER = "later"
    ANSWERED = "answered"


NEXT_ASK: dict[AskStatus, set[AskStatus]] = {
    AskStatus.ASKED: {AskStatus.LATER, AskStatus.ANSWERED},
    AskStatus.LATER: {AskStatus.LATER, AskStatus.ANSWERED},
    AskStatus.ANSWERED: set(),
}

OPEN_ASKS = frozenset({AskStatus.ASKED, AskStatus.LATER})

FINAL_ASK = frozenset({AskStatus.ANSWERED})


class AskAnswer(StrEnum):
    """Antwoord op een vraag. Yes, partly, later, or no."""

    YES = "yes"
    PARTLY = "partly"
    LATER = "later"
    NO = "no"


@dataclass(frozen=True, kw_only=True)
class NewPriority:
    """What people want to work on and where; where a professional puts it and how we will know may come later."""

    title: str
    place_kind: PlaceKind = PlaceKind.AREA
    place: str = ""
    function: str = ""
    theme: str = ""
    goal: str = ""
    known_by: KnownBy | None = None
    figure: str = ""
    look_back_on: date | None = None


@dataclass(frozen=True, kw_only=True)
class NewReason:
    """Why something is a priority: one figure by its address, one thing that was told, or a wish in words."""

    kind: ReasonKind
    figure: str = ""
    subject: Subject | None = None
    says: str = ""

    @property
    def what(self) -> str | Subject:
        """What it rests on; of a wish its words."""
        return self.figure or self.subject or self.says


def fitting_priority(new: NewPriority, *, today: date, look_back_was: date | None = None) -> NewPriority:
    """A priority as it is kept; the day of looking back that stood there may stay, also once it has been.

    Raises Refused: ("priority_without_title"), ("priority_without_place"), ("known_by_which_figure"),
    ("look_back_without_day"), ("look_back_past"), ("look_back_far"), ("network_words_too_long").
    """
    title = fitting_name(new.title, most=LONGEST_TITLE)
    if not title:
        raise Refused("priority_without_title")
    _check_known(new, today=today, look_back_was=look_back_was)
    return replace(
        new,
        title=title,
        place=_place(new),
        figure=new.figure if new.known_by is KnownBy.FIGURE else "",
        look_back_on=new.look_back_on if new.known_by is KnownBy.LOOK_BACK else None,
    )


def check_listed(value: str, listed: Collection[str]) -> None:
    """A function, theme, goal or part of the money is one of the municipality's list. Raises Refused("not_listed")."""
    if value and value not in listed:
        raise Refused("not_listed", value=value)


def check_more_priorities(count: int) -> None:
    """Whether another one fits in a plan that has so many. Raises Refused("priorities_too_many")."""
    if count >= MOST_PRIORITIES:
        raise Refused("priorities_too_many", most=MOST_PRIORITIES)


def fitting_why(text: str) -> str:
    """Why a priority is let go, as it is kept. Raises Refused: ("drop_without_why"), ("network_words_too_long")."""
    why = fitting_line(text, most=LONGEST_SENTENCE)
    if not why:
        raise Refused("drop_without_why")
    return why


def fitting_informal(answer: InformalAnswer, says: str) -> str:
    """The sentence with the answer; only "nothing yet" needs none, for a question is no burden of proof.

    Raises Refused: ("informal_without_sentence"), ("network_words_too_long").
    """
    sentence = fitting_line(says, most=LONGEST_SENTENCE)
    if not sentence and answer is not InformalAnswer.NOTHING_YET:
        raise Refused("informal_without_sentence")
    return sentence


def fitting_reasons(reasons: Sequence[NewReason]) -> list[NewReason]:
    """Why something is a priority, as it is kept, in this order; none at all is fine.

    Raises Refused: ("reasons_too_many"), ("reason_twice"), ("wish_without_words"), ("network_words_too_long").
    """
    kept = [replace(one, says=fitting_line(one.says, most=LONGEST_SENTENCE)) for one in reasons]
    if len(kept) > MOST_REASONS:
        raise Refused("reasons_too_many", most=MOST_REASONS)
    if any(one.kind is ReasonKind.WISH and not one.says for one in kept):
        raise Refused("wish_without_words")
    if len({one.what for one in kept}) < len(kept):
        raise Refused("reason_twice")
    return kept


def moved(ids: Sequence[int], *, one: int, to: int) -> list[int]:
    """The order of a plan after one of its priorities went to a place, counted from 1.

    Raises Refused("no_such_place") with the last place when there is no such place.
    """
    if not 1 <= to <= len(ids):
        raise Refused("no_such_place", last=len(ids))
    rest = [id_ for id_ in ids if id_ != one]
    return [*rest[: to - 1], one, *rest[to - 1 :]]


def _place(new: NewPriority) -> str:
    if new.place_kind in (PlaceKind.AREA, PlaceKind.NONE):
        return ""
    place = fitting_line(new.place, most=LONGEST_PLACE)
    if not place:
        raise Refused("priority_without_place")
    return place


def _check_known(new: NewPriority, *, today: date, look_back_was: date | None) -> None:
    if new.known_by is KnownBy.FIGURE and not new.figure:
        raise Refused("known_by_which_figure")
    if new.known_by is not KnownBy.LOOK_BACK:
        return
    if new.look_back_on is None:
        raise Refused("look_back_without_day")
    if new.look_back_on == look_back_was:
        return
    if new.look_back_on < today:
        raise Refused("look_back_past", day=new.look_back_on)
    if new.look_back_on > today + timedelta(days=LOOK_BACK_DAYS):
        raise Refused("look_back_far", day=new.look_back_on)
