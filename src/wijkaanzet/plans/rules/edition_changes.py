"""What is otherwise in one edition of a plan than in the one before. Plain Python."""

from collections.abc import Mapping
from dataclasses import dataclass

from wijkaanzet.plans.rules.content import (
    AgreementKept,
    BaseKept,
    ExpectedKept,
    PictureKept,
    PlanContent,
    PriorityKept,
    WordKept,
)
from wijkaanzet.plans.rules.money import asked_by_part
from wijkaanzet.plans.rules.priority_changes import PriorityChange, TextChange, priority_change, text_changes


@dataclass(frozen=True)
class PlanChange:
    """What is otherwise in a whole plan; priorities in the order of the later edition, dropped ones as before.

    Why it was changed stands above all of this, and on which day the network agreed with every edition anew.
    """

    texts: tuple[TextChange, ...]
    added: tuple[PriorityKept, ...]
    dropped: tuple[PriorityKept, ...]
    changed: tuple[PriorityChange, ...]
    base_came: tuple[BaseKept, ...]
    base_went: tuple[BaseKept, ...]
    pictures_came: tuple[PictureKept, ...]
    pictures_went: tuple[PictureKept, ...]
    pictures_altered: tuple[tuple[PictureKept, PictureKept], ...]
    """Described in other words, or moved to another priority: before and after."""
    words_came: tuple[WordKept, ...]
    words_went: tuple[WordKept, ...]
    words_altered: tuple[tuple[WordKept, WordKept], ...]
    """Words that mean something else to the municipality or the network, or were agreed otherwise: before and after."""
    expected_came: tuple[ExpectedKept, ...]
    expected_went: tuple[ExpectedKept, ...]
    """What may be expected of the municipality."""
    agreed_otherwise: bool
    """Whether the network agreed in another way, by other votes, or with other voices."""
    costs_otherwise: bool
    """Whether it asks other amounts of the money of the area, or there is another amount of it."""

    @property
    def is_none(self) -> bool:
        """Whether a reader would see no difference."""
        pictures = (self.pictures_came, self.pictures_went, self.pictures_altered)
        words = (self.words_came, self.words_went, self.words_altered)
        sheets = (*words, self.expected_came, self.expected_went)
        lists = (self.texts, self.added, self.dropped, self.changed, self.base_came, self.base_went)
        return not any((*lists, *pictures, *sheets, self.agreed_otherwise, self.costs_otherwise))

    @property
    def about(self) -> set[str]:
        """The keys of the texts and the public ids of the priorities in which something is otherwise."""
        priorities = (*self.added, *self.dropped, *(one.after for one in self.changed))
        return {*(one.key.value for one in self.texts), *(one.public_id for one in priorities)}


def changes(before: PlanContent, after: PlanContent) -> PlanChange:
    """Hold two editions against each other; a priority is the same one as long as its public id is."""
    then = {one.public_id: one for one in before.priorities}
    now = {one.public_id: one for one in after.priorities}
    both = (priority_change(then[key], one) for key, one in now.items() if key in then)
    seen, shown = _pictures(before), _pictures(after)
    meant, means = _words(before, after)
    expected, expects = _expected(before, after)
    pairs = ((seen[key], one) for key, one in shown.items() if key in seen)
    return PlanChange(
        texts=text_changes(before.texts, after.texts),
        added=tuple(one for key, one in now.items() if key not in then),
        dropped=tuple(one for key, one in then.items() if key not in now),
        changed=tuple(one for one in both if not one.is_none),
        base_came=tuple(one for one in after.base if one not in before.base),
        base_went=tuple(one for one in before.base if one not in after.base),
        pictures_came=tuple(one for key, one in shown.items() if key not in seen),
        pictures_went=tuple(one for key, one in seen.items() if key not in shown),
        pictures_altered=tuple(pair for pair in pairs if _told_with(pair[0]) != _told_with(pair[1])),
        words_came=tuple(one for term, one in means.items() if term not in meant),
        words_went=tuple(one for term, one in meant.items() if term not in means),
        words_altered=tuple((meant[term], one) for term, one in means.items() if term in meant and meant[term] != one),
        expected_came=tuple(one for one in expects if one not in expected),
        expected_went=tuple(one for one in expected if one not in expects),
        agreed_otherwise=_way(before.agreement) != _way(after.agreement),
        costs_otherwise=(before.money, asked_by_part(before)) != (after.money, asked_by_part(after)),
    )


def _pictures(content: PlanContent) -> Mapping[str, PictureKept]:
    return {one.public_id: one for one in content.pictures}


def _words(before: PlanContent, after: PlanContent) -> tuple[Mapping[str, WordKept], Mapping[str, WordKept]]:
    """What both explain, by the word; of an edition of before words were kept nobody knows what it explained."""
    if before.words is None or after.words is None:
        return {}, {}
    return {one.term: one for one in before.words}, {one.term: one for one in after.words}


def _expected(before: PlanContent, after: PlanContent) -> tuple[tuple[ExpectedKept, ...], tuple[ExpectedKept, ...]]:
    """What both let people expect; of an edition of before this was kept nobody knows."""
    if before.expected is None or after.expected is None:
        return (), ()
    return before.expected, after.expected


def _told_with(one: PictureKept) -> tuple[str, str]:
    """What is said of a picture; of one picture the size stays."""
    return one.alt, one.priority


def _way(one: AgreementKept | None) -> tuple[object, ...]:
    """How a network agreed; that it did so on another day goes without saying."""
    return (one.way, one.rule, one.in_favour, one.against, one.dissents) if one else ()
