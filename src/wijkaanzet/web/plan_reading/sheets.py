"""The sheets beside a plan as everybody reads them with an edition: its words, and what may be expected.

What was handed in says what it said then, also when the network or the municipality says something else by now. An
edition of before sheets were kept goes on showing them as they read today: nobody knows what they said that day, and
what people can read with a plan does not disappear.
"""

from datetime import date

from wijkaanzet.arrangements.rules import OwnWord
from wijkaanzet.plans import queries
from wijkaanzet.plans.models import Plan
from wijkaanzet.plans.rules.content import PlanContent, WordKept
from wijkaanzet.web.pages.tools import Expected
from wijkaanzet.web.parts.meaning import Meaning, meaning


def meanings_in(plan: Plan, content: PlanContent, *, today: date) -> tuple[Meaning, ...]:
    """What municipality and network meant by words that stand in it; no query, two for an edition of before."""
    words = queries.words_kept(plan, content, on=today) if content.words is None else content.words
    return tuple(map(meant, words))


def expected_in(plan: Plan, content: PlanContent, *, today: date) -> tuple[Expected, ...]:
    """What people may expect of the municipality; no query, three for an edition of before."""
    kept = queries.expected_kept(plan, on=today) if content.expected is None else content.expected
    return tuple(Expected(about=one.about, sentences=one.sentences) for one in kept)


def meant(one: WordKept) -> Meaning:
    """One word as it is shown."""
    word = OwnWord(term=one.term, meaning=one.meaning, agreed_with=one.agreed_with, on=one.agreed_on, source=one.source)
    return meaning(word, here=one.here)
