"""What is otherwise in one priority of a plan than in the edition before. Plain Python."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Final

from wijkaanzet.plans.rules.content import AskKept, ContributionKept, PriorityKept, ReasonKept
from wijkaanzet.plans.rules.contributions import ContributionStatus
from wijkaanzet.plans.rules.priorities import ReasonKind
from wijkaanzet.plans.rules.sections import SectionKey

Figure = Mapping[str, object]
"""scans.rules.frozen"""
READ: Final = ("label", "unit", "year", "source", "value", "hidden", "missing", "why", "unknown", "parts")
"""What a figure says in words; how it lies beside others stands with the figure itself."""
Pair = tuple[ContributionKept, ContributionKept]


@dataclass(frozen=True)
class TextChange:
    """A text that reads otherwise now; empty where it was not there."""

    key: SectionKey
    before: str
    after: str


@dataclass(frozen=True)
class PriorityChange:
    """A priority that stayed, with what is otherwise in it."""

    before: PriorityKept
    after: PriorityKept
    texts: tuple[TextChange, ...]
    reasons_came: tuple[ReasonKept, ...]
    reasons_went: tuple[ReasonKept, ...]
    figures: tuple[tuple[Figure, Figure], ...]
    """Figures that it still rests on or is known by, and that say something else: before and after."""
    came: tuple[ContributionKept, ...]
    went: tuple[ContributionKept, ...]
    altered: tuple[Pair, ...]
    """What is brought otherwise, or told of otherwise: before and after."""
    said_yes: tuple[ContributionKept, ...]
    """What was only asked before, and is promised now."""
    no_yes: tuple[ContributionKept, ...]
    """What was promised before, and is only asked now."""
    asked: tuple[AskKept, ...]
    """What is asked of others now, and was not before."""
    not_asked: tuple[AskKept, ...]
    """What was asked of others before, and is not now."""
    answered: tuple[AskKept, ...]
    """What others answered otherwise; also an answer that is not there any more."""

    @property
    def is_none(self) -> bool:
        """Whether nothing of it changed that a reader would see."""
        reasons = (self.reasons_came, self.reasons_went, self.figures)
        brings = (self.came, self.went, self.altered, self.said_yes, self.no_yes)
        asks = (self.asked, self.not_asked, self.answered)
        about = (
            self.called_otherwise,
            self.elsewhere,
            self.informal_otherwise,
            self.known_otherwise,
            self.put_elsewhere,
        )
        return not any((*about, self.texts, *reasons, *brings, *asks))

    @property
    def called_otherwise(self) -> bool:
        """Whether its title is another one."""
        return self.before.title != self.after.title

    @property
    def elsewhere(self) -> bool:
        """Whether it belongs to another place."""
        return (self.before.place_kind, self.before.place) != (self.after.place_kind, self.after.place)

    @property
    def informal_otherwise(self) -> bool:
        """Whether there is another answer on what residents do, could do or want."""
        then, now = self.before, self.after
        return (then.informal, then.informal_says) != (now.informal, now.informal_says)

    @property
    def known_otherwise(self) -> bool:
        """Whether people will know in another way, by another figure, or on another day."""
        return _known(self.before) != _known(self.after)

    @property
    def put_elsewhere(self) -> bool:
        """Whether a professional puts it with another function, theme or goal."""
        then, now = self.before, self.after
        return (then.function, then.theme, then.goal) != (now.function, now.theme, now.goal)


def priority_change(before: PriorityKept, after: PriorityKept) -> PriorityChange:
    """Hold a priority against itself; what is brought is the same as long as its public id is."""
    then = {one.public_id: one for one in before.contributions}
    now = {one.public_id: one for one in after.contributions}
    both = [(then[key], one) for key, one in now.items() if key in then]
    questions, asks = _questions(before), _questions(after)
    reasons, reasons_now = _reasons(before), _reasons(after)
    return PriorityChange(
        before=before,
        after=after,
        texts=text_changes(before.texts, after.texts),
        reasons_came=tuple(one for key, one in reasons_now.items() if key not in reasons),
        reasons_went=tuple(one for key, one in reasons.items() if key not in reasons_now),
        figures=tuple(_renewed(_figures(before), _figures(after))),
        came=tuple(one for key, one in now.items() if key not in then),
        went=tuple(one for key, one in then.items() if key not in now),
        altered=tuple(pair for pair in both if _is_altered(*pair)),
        said_yes=tuple(one for was, one in both if _stands(one) and not _stands(was)),
        no_yes=tuple(one for was, one in both if _stands(was) and not _stands(one)),
        asked=tuple(one for key, one in asks.items() if key not in questions),
        not_asked=tuple(one for key, one in questions.items() if key not in asks),
        answered=tuple(one for key, one in asks.items() if key in questions and questions[key] != one),
    )


def text_changes(before: Mapping[SectionKey, str], after: Mapping[SectionKey, str]) -> tuple[TextChange, ...]:
    """The texts of which the words are not the same; other white space is no change."""
    pairs = (TextChange(key, before.get(key, ""), after.get(key, "")) for key in SectionKey)
    return tuple(one for one in pairs if one.before.split() != one.after.split())


def _reasons(priority: PriorityKept) -> dict[tuple[object, ...], ReasonKept]:
    """The reasons that a reader sees: not a figure that was gone, nor what not everybody could read."""
    return {
        (one.kind, one.says, one.figure, one.subject_kind, one.subject_id): one
        for one in priority.reasons
        if (one.kind is not ReasonKind.TOLD or one.for_everybody)
        and (one.kind is not ReasonKind.FIGURE or one.frozen is not None)
    }


def _figures(priority: PriorityKept) -> dict[str, Figure]:
    found = {one.figure: one.frozen for one in priority.reasons if one.frozen is not None}
    if priority.measured is not None:
        found.setdefault(priority.figure, priority.measured)
    return found


def _renewed(before: Mapping[str, Figure], after: Mapping[str, Figure]) -> Iterator[tuple[Figure, Figure]]:
    for slug, figure in after.items():
        was = before.get(slug)
        if was is not None and any(was.get(name) != figure.get(name) for name in READ):
            yield was, figure


def _known(priority: PriorityKept) -> tuple[object, ...]:
    there = priority.measured is not None
    return priority.known_by, priority.figure, priority.look_back_on, there


def _questions(priority: PriorityKept) -> dict[tuple[str, str], AskKept]:
    return {(one.to_whom, one.question): one for one in priority.asks}


def _is_altered(before: ContributionKept, after: ContributionKept) -> bool:
    """Whether something else is brought, or other words go with the same yes."""
    if replace(before, status=after.status, says=after.says) != after:
        return True
    return _stands(before) and _stands(after) and before.says != after.says


def _stands(one: ContributionKept) -> bool:
    return one.status is ContributionStatus.CONFIRMED
