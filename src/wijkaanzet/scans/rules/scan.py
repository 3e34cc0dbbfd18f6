"""The scan of a neighbourhood: which parts it has, what may stand in one, where it stands, and whose move it is.

Strengths come first: who reads what is wrong before what is strong sees a neighbourhood of problems. Plain Python.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from wijkaanzet.kernel.moves import Move
from wijkaanzet.kernel.refusals import Refused
from wijkaanzet.kernel.subjects import Subject
from wijkaanzet.kernel.working_days import add_days

PROCESS = "scans.scan"
VOICE, STORY = "intake.entry", "stories.story"
"""The kinds of subject that stand in a scan by reference."""
LONGEST_WORDS = 1_500
"""Characters; five parts of this length and their figures still fit on one page of paper."""
LONGEST_MEANING = 500
LONGEST_COMMENT = 2_000
LONGEST_ANSWER = 1_000
MOST_ITEMS = 12
"""Figures, voices and stories in one part: more is no choice."""
YEARS_AROUND = 1
"""A scan is of this year, the year before or the year to come."""


class ScanStatus(StrEnum):
    """Stand van de wijkscan. Composed, before the network, or published for good."""

    DRAFT = "draft"
    COMMENTING = "commenting"
    PUBLISHED = "published"


NEXT: dict[ScanStatus, set[ScanStatus]] = {
    ScanStatus.DRAFT: {ScanStatus.COMMENTING},
    ScanStatus.COMMENTING: {ScanStatus.DRAFT, ScanStatus.PUBLISHED},
    ScanStatus.PUBLISHED: set(),
}

FINAL = frozenset({ScanStatus.PUBLISHED})


class ScanPartKey(StrEnum):
    """Onderdeel van de wijkscan. What is strong, what worries, and what is not known yet; in this order."""

    STRENGTHS = "strengths"
    CONCERNS = "concerns"
    NOT_COMING = "not_coming"
    WANTED = "wanted"
    SHUT_OUT = "shut_out"


class HowSure(StrEnum):
    """Hoe zeker we zijn. What the network thinks of its own words; no sum stands behind it."""

    SURE = "sure"
    FAIRLY = "fairly"
    UNSURE = "unsure"


class ScanItemKind(StrEnum):
    """Soort bouwsteen. What a part of a scan rests on."""

    FIGURE = "figure"
    VOICE = "voice"
    STORY = "story"


KIND_OF_SUBJECT = {VOICE: ScanItemKind.VOICE, STORY: ScanItemKind.STORY}


class Gone(StrEnum):
    """Waarom iets er niet meer staat. The teller took it back, or its time was over."""

    WITHDRAWN = "withdrawn"
    ENDED = "ended"


@dataclass(frozen=True)
class Chosen:
    """One figure by its address, or one voice or story by reference; with what people say that it means."""

    figure: str = ""
    subject: Subject | None = None
    meaning: str = ""

    @property
    def what(self) -> str | Subject:
        """What is chosen, so that the same thing is recognised in another scan."""
        return self.subject or self.figure

    @property
    def kind(self) -> ScanItemKind:
        """Of which kind it is. Raises KeyError for a subject that never stands in a scan."""
        return ScanItemKind.FIGURE if self.subject is None else KIND_OF_SUBJECT[self.subject.kind]


@dataclass(frozen=True)
class FilledSection:
    """All of one part of a scan as it must be from now on."""

    words: str = ""
    sure: HowSure | None = None
    items: tuple[Chosen, ...] = ()


@dataclass(frozen=True)
class ScanFacts:
    """What the next move is computed from: where, since when, the term to begin in, and until when who is asked."""

    area_id: int
    network_id: int | None
    since: date
    begin_days: int
    commenting_until: date | None


def move(status: ScanStatus, facts: ScanFacts) -> Move | None:
    """The coordinator composes; then the network is invited to comment, and the coordinator publishes."""
    area = ("area", facts.area_id)
    until = facts.commenting_until or facts.since
    if status is ScanStatus.DRAFT:
        due_on = add_days(facts.since, facts.begin_days)
        return Move(PROCESS, status, "coordinator", area, "scans.compose_scan", due_on)
    if status is ScanStatus.PUBLISHED:
        return None
    if facts.network_id is None:
        return Move(PROCESS, status, "coordinator", area, "scans.publish_scan", until)
    body = ("body", facts.network_id)
    invited, action = "network_member", "scans.comment_on_scan"
    return Move(PROCESS, status, invited, body, action, None, lapses_on=until, falls_back_to="coordinator")


def check_step(status: ScanStatus, to: ScanStatus) -> None:
    """A scan goes one way, and back once while the network looks at it. Raises Refused("wrong_state")."""
    if to not in NEXT[status]:
        raise Refused("wrong_state", status=status, wanted=to)


def check_year(year: int, *, today: date) -> None:
    """A scan is of about now. Raises Refused("scan_year_too_far")."""
    first, last = today.year - YEARS_AROUND, today.year + YEARS_AROUND
    if not first <= year <= last:
        raise Refused("scan_year_too_far", first=first, last=last)


def tidy(text: str) -> str:
    """Text as it is kept and counted: a new line is one character, whatever sent it."""
    return text.replace("\r\n", "\n").replace("\r", "\n").strip()


def fitting(filled: FilledSection) -> FilledSection:
    """The part as it is kept.

    Raises Refused: ("scan_words_too_long"), ("scan_meaning_too_long"), ("too_many_items") and ("chosen_twice").
    """
    words = tidy(filled.words)
    if len(words) > LONGEST_WORDS:
        raise Refused("scan_words_too_long", most=LONGEST_WORDS, length=len(words))
    if len(filled.items) > MOST_ITEMS:
        raise Refused("too_many_items", most=MOST_ITEMS)
    if len({one.what for one in filled.items}) < len(filled.items):
        raise Refused("chosen_twice")
    items = tuple(Chosen(one.figure, one.subject, _fitting_meaning(one.meaning)) for one in filled.items)
    return FilledSection(words, filled.sure, items)


def _fitting_meaning(meaning: str) -> str:
    meaning = tidy(meaning)
    if len(meaning) > LONGEST_MEANING:
        raise Refused("scan_meaning_too_long", most=LONGEST_MEANING, length=len(meaning))
    return meaning


def fitting_comment(text: str) -> str:
    """What somebody says about a scan, as it is kept. Raises Refused("empty_comment") and ("comment_too_long")."""
    text = tidy(text)
    if not text:
        raise Refused("empty_comment")
    if len(text) > LONGEST_COMMENT:
        raise Refused("comment_too_long", most=LONGEST_COMMENT, length=len(text))
    return text


def fitting_answer(text: str) -> str:
    """What is done with a comment, as it is kept.

    Raises Refused: ("empty_comment_answer") and ("comment_answer_too_long").
    """
    text = tidy(text)
    if not text:
        raise Refused("empty_comment_answer")
    if len(text) > LONGEST_ANSWER:
        raise Refused("comment_answer_too_long", most=LONGEST_ANSWER, length=len(text))
    return text


def check_publishable(*, has_strengths: bool, answered: Iterable[bool]) -> None:
    """Everybody can read what is strong, and who commented has an answer.

    Raises Refused: ("no_strengths") and ("comment_unanswered").
    """
    if not has_strengths:
        raise Refused("no_strengths")
    if not all(answered):
        raise Refused("comment_unanswered")
