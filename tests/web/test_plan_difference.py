"""What changed between two editions, in sentences: of everything that an edition keeps."""

from dataclasses import replace

import pytest
from django.utils.translation import gettext

from tests.plans.edition_fields import (
    ASK,
    COOK,
    FUND,
    PAY,
    PLAN,
    RESTS,
    SUPPER,
    TOLD,
    WISH,
    Field,
    otherwise,
    with_others,
)
from wijkaanzet.kernel.models import Municipality
from wijkaanzet.plans.labels import REASON_KINDS
from wijkaanzet.plans.rules.content import MoneyThere, PlanContent, PriorityKept
from wijkaanzet.plans.rules.money import asked_by_part
from wijkaanzet.web.plan_reading.belongs import Listed
from wijkaanzet.web.plan_reading.difference import Side, parts_of
from wijkaanzet.web.plan_reading.difference_words import Names
from wijkaanzet.web.plan_reading.money import enough
from wijkaanzet.web.plan_reading.parts import MoneyParts


class KeysAsWords(Listed):
    """Every function, theme and goal is on the list."""

    def of(self, priority: PriorityKept) -> str:
        return f"{priority.theme}, {priority.function}, {priority.goal}"


class PartsAsWords(MoneyParts):
    """Every part of the money is called by its earmark."""

    def name(self, earmark: str) -> str:
        return earmark


PARTS = PartsAsWords(Municipality())
THANKED = (COOK, PAY, replace(FUND, says="Graag!"))
NAMES = Names(parts=PARTS, listed=KeysAsWords(Municipality()))


def side(content: PlanContent) -> Side:
    there = content.money or MoneyThere(year=2018, cents=None)
    return Side(content=content, money=(enough(asked_by_part(content), there, PARTS),))


def said(before: PlanContent, after: PlanContent) -> list[str]:
    """Every sentence and every changed text."""
    parts = parts_of(side(before), side(after), NAMES)
    texts = [piece.text for part in parts for text in part.texts for line in text.paragraphs for piece in line]
    states = [f"{part.title}: {part.state.label}" for part in parts if part.state]
    return [*(line for part in parts for line in part.lines), *texts, *states]


def test_the_same_edition_says_nothing() -> None:
    assert said(PLAN, PLAN) == []


@pytest.mark.done("6.readable-difference")
@pytest.mark.parametrize("field", otherwise(), ids=str)
def test_every_change_is_told(field: Field) -> None:
    there, back = said(PLAN, field.plan), said(field.plan, PLAN)
    assert all(there), there
    assert all(back), back
    assert len(set(there)) == len(there) or field.of.__name__ == "ReasonKept"
    assert there
    assert back


@pytest.mark.parametrize(
    ("changed", "sentence", "told"),
    [
        ({"title": "Samen koken"}, "It was called “%(title)s”.", {"title": "Samen eten"}),
        ({"theme": "taal"}, "It now belongs to: %(line)s.", {"line": "taal, ontmoeting, niemand-alleen"}),
        ({"reasons": (RESTS, TOLD)}, "No reason any more: %(reason)s.", {"reason": "“Niemand eet alleen”"}),
        ({"reasons": (WISH, RESTS)}, "No reason any more: %(reason)s.", {"reason": REASON_KINDS[TOLD.kind]}),
        ({"asks": ()}, "Not asked any more of %(who)s: %(question)s", {"who": ASK.to_whom, "question": ASK.question}),
        ({"contributions": THANKED}, "%(who)s now says: “%(says)s”", {"who": FUND.who, "says": "Graag!"}),
    ],
)
def test_it_is_told_in_sentences(changed: dict[str, object], sentence: str, told: dict[str, object]) -> None:
    after = replace(PLAN, priorities=(with_others(SUPPER, **changed),))
    assert said(PLAN, after)[0] == gettext(sentence) % told
