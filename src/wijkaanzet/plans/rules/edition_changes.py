"""What is otherwise in one edition of a plan than in the one before. Plain Python."""

from collections.abc import Mapping
from dataclasses import dataclass

from wijkaanzet.plans.rules.content import AgreementKept, BaseKept, PictureKept, PlanContent, PriorityKept
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
    agreed_otherwise: bool
    """Whether the network agreed in another way, by other votes, or with other voices."""
    costs_otherwise: bool
    """Whether it asks other amounts of the money of the area, or there is another amount of it."""

    @property
    def is_none(self) -> bool:
        """Whether a reader would see no difference."""
        pictures = (self.pictures_came, self.pictures_went, self.pictures_altered)
        lists = (self.texts, self.added, self.dropped, self.changed, self.base_came, self.base_went, *pictures)
        return not any((*lists, self.agreed_otherwise, self.costs_otherwise))

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
        agreed_otherwise=_way(before.agreement) != _way(after.agreement),
        costs_otherwise=(before.money, asked_by_part(before)) != (after.money, asked_by_part(after)),
    )


def _pictures(content: PlanContent) -> Mapping[str, PictureKept]:
    return {one.public_id: one for one in content.pictures}


def _told_with(one: PictureKept) -> tuple[str, str]:
    """What is said of a picture; of one picture the size stays."""
    return one.alt, one.priority


def _way(one: AgreementKept | None) -> tuple[object, ...]:
    """How a network agreed; that it did so on another day goes without saying."""
    return (one.way, one.rule, one.in_favour, one.against, one.dissents) if one else ()
