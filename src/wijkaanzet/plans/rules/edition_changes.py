"""What is otherwise in one edition of a plan than in the one before. Plain Python."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from wijkaanzet.plans.rules.content import AskKept, BaseKept, ContributionKept, PlanContent, PriorityKept
from wijkaanzet.plans.rules.contributions import ContributionStatus
from wijkaanzet.plans.rules.sections import SectionKey


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
    came: tuple[ContributionKept, ...]
    went: tuple[ContributionKept, ...]
    said_yes: tuple[ContributionKept, ...]
    """What was only asked before, and is promised now."""
    asked: tuple[AskKept, ...]
    """What is asked of others now, and was not before."""
    answered: tuple[AskKept, ...]

    @property
    def is_none(self) -> bool:
        """Whether nothing of it changed that a reader would see."""
        seen = (self.before.title, self.before.informal, self.before.informal_says, self.before.place)
        now = (self.after.title, self.after.informal, self.after.informal_says, self.after.place)
        lists = (self.texts, self.came, self.went, self.said_yes, self.asked, self.answered)
        return seen == now and not any(lists)


@dataclass(frozen=True)
class PlanChange:
    """What is otherwise in a whole plan; priorities in the order of the later edition, dropped ones as before."""

    texts: tuple[TextChange, ...]
    added: tuple[PriorityKept, ...]
    dropped: tuple[PriorityKept, ...]
    changed: tuple[PriorityChange, ...]
    base_came: tuple[BaseKept, ...]
    base_went: tuple[BaseKept, ...]

    @property
    def is_none(self) -> bool:
        """Whether a reader would see no difference."""
        return not any((self.texts, self.added, self.dropped, self.changed, self.base_came, self.base_went))


def changes(before: PlanContent, after: PlanContent) -> PlanChange:
    """Hold two editions against each other; a priority is the same one as long as its public id is."""
    then = {one.public_id: one for one in before.priorities}
    now = {one.public_id: one for one in after.priorities}
    both = (_changed(then[key], one) for key, one in now.items() if key in then)
    return PlanChange(
        texts=_texts(before.texts, after.texts),
        added=tuple(one for key, one in now.items() if key not in then),
        dropped=tuple(one for key, one in then.items() if key not in now),
        changed=tuple(one for one in both if not one.is_none),
        base_came=tuple(one for one in after.base if one not in before.base),
        base_went=tuple(one for one in before.base if one not in after.base),
    )


def _changed(before: PriorityKept, after: PriorityKept) -> PriorityChange:
    then = {_promise(one): one for one in before.contributions}
    now = {_promise(one): one for one in after.contributions}
    questions = {_question(one): one for one in before.asks}
    return PriorityChange(
        before=before,
        after=after,
        texts=_texts(before.texts, after.texts),
        came=tuple(one for key, one in now.items() if key not in then),
        went=tuple(one for key, one in then.items() if key not in now),
        said_yes=tuple(one for key, one in now.items() if key in then and _says_yes(then[key], one)),
        asked=tuple(one for one in after.asks if _question(one) not in questions),
        answered=tuple(_answered(after.asks, questions)),
    )


def _texts(before: Mapping[SectionKey, str], after: Mapping[SectionKey, str]) -> tuple[TextChange, ...]:
    pairs = (TextChange(key, before.get(key, ""), after.get(key, "")) for key in SectionKey)
    return tuple(one for one in pairs if one.before.split() != one.after.split())


def _promise(one: ContributionKept) -> ContributionKept:
    """What is brought, whether or not the yes had come."""
    return replace(one, status=ContributionStatus.ASKED, says="")


def _says_yes(before: ContributionKept, after: ContributionKept) -> bool:
    confirmed = ContributionStatus.CONFIRMED
    return before.status is not confirmed and after.status is confirmed


def _question(one: AskKept) -> tuple[str, str]:
    return one.to_whom, one.question


def _answered(asks: Iterable[AskKept], before: Mapping[tuple[str, str], AskKept]) -> Iterable[AskKept]:
    for one in asks:
        known = before.get(_question(one))
        if known is not None and one.kind is not None and (known.kind, known.answer) != (one.kind, one.answer):
            yield one
