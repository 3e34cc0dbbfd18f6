"""What an edition keeps of the sheets beside a plan: its words, and what may be expected of the municipality.

Of the talk about circles it keeps nothing: only who writes along reads that.
"""

from datetime import date

from wijkaanzet.arrangements import queries as arrangements
from wijkaanzet.arrangements.rules import used
from wijkaanzet.plans.models import Plan
from wijkaanzet.plans.queries.tools import agreed_words, expected_of
from wijkaanzet.plans.rules.content import ExpectedKept, PlanContent, WordKept


def words_kept(plan: Plan, content: PlanContent, *, on: date) -> tuple[WordKept, ...]:
    """The words in a plan that the municipality explains on a day, with what the network agreed by now; two queries.

    Raises NoArrangement.
    """
    explained = arrangements.nearest(plan.network.body.municipality, on=on).own_words
    here = agreed_words(plan) if explained else {}
    return tuple(
        WordKept(
            term=one.term,
            meaning=one.meaning,
            agreed_with=one.agreed_with,
            agreed_on=one.on,
            source=one.source,
            here=here.get(one.term, ""),
        )
        for one in used(explained, content.readable)
    )


def expected_kept(plan: Plan, *, on: date) -> tuple[ExpectedKept, ...]:
    """What may be expected of the municipality with a plan, as its staircase stands by now; at most three queries.

    Raises NoArrangement.
    """
    found = expected_of(plan, plan.network.body.municipality, today=on)
    return tuple(ExpectedKept(one.about, one.sentences) for one in found)
