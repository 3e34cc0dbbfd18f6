"""What must be there before a plan is handed in, and why it may come back. Plain Python."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from wijkaanzet.kernel import as_read
from wijkaanzet.kernel.refusals import Refused
from wijkaanzet.networks.rules.words import fitting
from wijkaanzet.plans.rules.content import ContributionKept, PlanContent
from wijkaanzet.plans.rules.plans import MOST_SUMMARY_WORDS
from wijkaanzet.plans.rules.sections import SectionKey

LONGEST_REMARK: Final = 2_000


@dataclass(frozen=True, kw_only=True)
class Remark:
    """Why a plan comes back: for one part by its key, one priority by its public id, or for the whole."""

    text: str
    about: str = ""


def too_many_words(summary: str) -> int:
    """How many words a summary has that is too long to agree with; 0 when it fits."""
    words = len(summary.split())
    return words if words > MOST_SUMMARY_WORDS else 0


def mark_of(content: PlanContent) -> str:
    """By which it is known again that a plan says what somebody saw: another word or amount gives another mark.

    A yes to what the plan asks, an answer to a question and a newer figure change nothing of what is agreed with. Nor
    does what the municipality says of itself: what it means by a word, and what may be expected of it.
    """
    said = [
        (
            (one.public_id, one.title, one.place_kind, one.place, one.informal, one.informal_says),
            (one.function, one.theme, one.goal, one.known_by, one.figure, one.look_back_on),
            [(why.kind, why.says, why.figure, why.subject_kind, why.subject_id) for why in one.reasons],
            [_asked(contribution) for contribution in one.contributions],
            [(ask.to_whom, ask.question) for ask in one.asks],
        )
        for one in content.priorities
    ]
    pictures = [(one.public_id, one.alt, one.priority) for one in content.pictures]
    words = [(one.term, one.here) for one in content.words or () if one.here]
    return as_read.mark_of(content.written, said, content.base, pictures, words)


def _asked(one: ContributionKept) -> tuple[object, ...]:
    """What is asked of whom; not whether they said yes."""
    asked = (one.public_id, one.bringer, one.who, one.kind, one.what, one.beyond_base)
    return (*asked, one.cents, one.from_area_money, one.earmark, one.money_from, one.hours, one.per, one.until)


def check_seen(content: PlanContent, seen: str) -> None:
    """People agree with what they read; without a mark it is as it reads now. Raises Refused("plan_changed")."""
    if as_read.is_stale(seen, now=mark_of(content)):
        raise Refused("plan_changed")


def check_written(content: PlanContent) -> None:
    """A plan says something: a priority, or a text. Raises Refused("plan_empty")."""
    if not content.priorities and not any(text.strip() for text in content.texts.values()):
        raise Refused("plan_empty")


def check_summary(content: PlanContent) -> None:
    """A summary is read by everybody, so it is short. Raises Refused("summary_too_long")."""
    if words := too_many_words(content.texts.get(SectionKey.SUMMARY, "")):
        raise Refused("summary_too_long", words=words, most=MOST_SUMMARY_WORDS)


def fitting_remarks(remarks: Sequence[Remark], *, known: Collection[str], adopted: bool) -> list[Remark]:
    """Why a plan comes back, as it is kept; a plan that is adopted comes back for nothing, any other for something.

    Raises Refused: ("remarks_when_adopted"), ("remark_about_unknown"), ("return_without_remark"),
    ("network_words_too_long").
    """
    kept = [replace(one, text=fitting(one.text, most=LONGEST_REMARK)) for one in remarks]
    kept = [one for one in kept if one.text]
    if kept and adopted:
        raise Refused("remarks_when_adopted")
    if any(one.about and one.about not in known for one in kept):
        raise Refused("remark_about_unknown")
    if not (kept or adopted):
        raise Refused("return_without_remark")
    return kept


def check_meeting(meeting_on: date, *, submitted_on: date) -> None:
    """A body decides on what lay there that day. Raises Refused("meeting_before_proposal", day=…, since=…)."""
    if meeting_on < submitted_on:
        raise Refused("meeting_before_proposal", day=meeting_on, since=submitted_on)


def parts_of(content: PlanContent) -> list[str]:
    """What a plan may come back for: the keys of its texts and the public ids of its priorities, in order."""
    return [*(key.value for key in content.texts), *(one.public_id for one in content.priorities)]
