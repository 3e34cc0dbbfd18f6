"""Questions that invite people to tell: put in an area or everywhere, for a time, by who works there."""

from datetime import timedelta

import pytest

from tests.conftest import AT
from tests.factories import AreaFactory
from tests.stories.town import TELLER, Town, later
from wijkaanzet.areas.models import Area
from wijkaanzet.kernel import subjects
from wijkaanzet.kernel.models import AuditEntry
from wijkaanzet.kernel.refusals import Refused
from wijkaanzet.kernel.subjects import Subject
from wijkaanzet.stories import access, operations
from wijkaanzet.stories.models import Prompt
from wijkaanzet.stories.queries import running_prompts
from wijkaanzet.stories.rules import PROMPT

TODAY = AT.date()


def ask(town: Town, question: str = "Wat is hier sterk?", *, area: Area | None = None, days: int = 0) -> Prompt:
    ends_before = TODAY + timedelta(days=days) if days else None
    return operations.add_prompt(
        town.municipality, question=question, area=area, ends_before=ends_before, actor=town.coordinator, at=AT
    )


def test_an_area_is_asked_its_own_questions_and_those_for_everybody(town: Town):
    wide, own, other = ask(town), ask(town, area=town.area), ask(town, area=town.other_area)
    assert running_prompts(town.municipality, town.area, on=TODAY, most=5) == [wide, own]
    assert running_prompts(town.municipality, town.other_area, on=TODAY, most=5) == [wide, other]
    assert running_prompts(town.municipality, None, on=TODAY, most=5) == [wide]
    assert running_prompts(town.municipality, town.area, on=TODAY, most=1) == [wide]


@pytest.mark.parametrize(("on", "asked"), [(-1, False), (0, True), (29, True), (30, False)])
def test_a_question_is_asked_for_its_period(town: Town, on, asked):
    ask(town, days=30)
    assert bool(running_prompts(town.municipality, None, on=later(on).date(), most=5)) is asked


def test_a_question_ends_at_the_end_of_the_day(town: Town):
    prompt = operations.end_prompt(ask(town), actor=town.coordinator, at=AT)
    assert running_prompts(town.municipality, None, on=TODAY, most=5) == [prompt]
    assert not running_prompts(town.municipality, None, on=later(1).date(), most=5)
    with pytest.raises(Refused) as refused:
        operations.end_prompt(prompt, actor=town.coordinator, at=AT)
    assert refused.value.key == "prompt_ended"


@pytest.mark.parametrize(("question", "days", "key"), [("  ", 0, "prompt_question"), ("x" * 201, 0, "prompt_question")])
def test_a_question_that_cannot_be_read_is_not_put(town: Town, question, days, key):
    with pytest.raises(Refused) as refused:
        ask(town, question, days=days)
    assert (refused.value.key, Prompt.objects.count()) == (key, 0)


def test_a_question_is_not_put_in_an_area_of_another_municipality(town: Town):
    with pytest.raises(Refused) as refused:
        ask(town, area=AreaFactory.create())
    assert refused.value.key == "other_tenant"


@pytest.mark.parametrize(
    ("who", "here", "elsewhere", "everywhere"),
    [
        ("coordinator", True, False, False),
        ("area_manager", True, False, False),
        ("elsewhere", False, True, False),
        ("professional", False, False, False),
        ("member", False, False, False),
        ("officer", True, True, True),
        ("visitor", False, False, False),
    ],
)
def test_who_works_for_an_area_ends_a_question_there(town: Town, who, here, elsewhere, everywhere):
    actor = TELLER if who == "visitor" else getattr(town, who)
    answers = {town.area: here, town.other_area: elsewhere, None: everywhere}
    for area, may in answers.items():
        assert (ask(town, area=area) in access.own_prompts(actor, town.municipality, on=TODAY)) is may


def test_what_people_are_asked_is_public_and_logged_without_its_words(town: Town):
    prompt = ask(town, area=town.area)
    assert list(access.public_prompts(town.municipality)) == [prompt]
    assert subjects.labels([Subject(PROMPT, prompt.id)], TELLER) == {Subject(PROMPT, prompt.id): prompt.question}
    row = AuditEntry.objects.get(action="stories.prompt.added")
    assert row.detail == {"area": town.area.id}
