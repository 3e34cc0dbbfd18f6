"""Who decides on the plan of an area, and how often its network looks back, by the arrangement."""

import pytest

from tests.factories import ARRANGEMENT
from wijkaanzet.arrangements import rules
from wijkaanzet.people.rules import Role

ROLES = frozenset(map(str, Role))
PLAN = '[levels.plan]\nproposes = "coordinator"\ndecides = "{decides}"\n'


def read(text: str) -> rules.Arrangement:
    return rules.parse(text, file_name="proef.toml", known_roles=ROLES)


def problems(text: str) -> list[tuple[str, str]]:
    with pytest.raises(rules.ArrangementErrors) as caught:
        read(text)
    return [(problem.key.value, problem.path[-1]) for problem in caught.value.problems]


def test_the_coordinator_hands_in_and_the_executive_decides_where_the_file_is_silent() -> None:
    assert read(ARRANGEMENT).level(rules.LevelKey.PLAN) == rules.Level(rules.LevelKey.PLAN, "coordinator", "college")


def test_nobody_decides_where_there_is_no_executive() -> None:
    text = ARRANGEMENT.replace('college = { kind = "executive", name = "College van B en W" }\n', "")
    text = text.replace('decides = "college"', 'decides = "raad"')
    assert read(text).level(rules.LevelKey.PLAN) is None


@pytest.mark.parametrize("decides", ["raad", "college", "partner"])
def test_another_body_decides_when_the_file_says_so(decides: str) -> None:
    level = read(ARRANGEMENT + PLAN.format(decides=decides)).level(rules.LevelKey.PLAN)
    assert level is not None
    assert (level.proposes, level.decides) == ("coordinator", decides)


def test_a_body_that_is_not_there_is_said_with_its_place() -> None:
    assert problems(ARRANGEMENT + PLAN.format(decides="colege")) == [("unknown_body", "decides")]


def test_advice_on_a_plan_is_refused_as_nobody_could_ask_it() -> None:
    text = ARRANGEMENT + PLAN.format(decides="college") + 'advises = ["raad"]\n'
    assert problems(text) == [("unknown_key", "advises")]


def test_a_network_looks_back_each_year_unless_the_file_says_otherwise() -> None:
    assert read(ARRANGEMENT).cadence.review is rules.Rhythm.YEARLY
    often = ARRANGEMENT.replace('account = "yearly"', 'account = "yearly", review = "quarterly"')
    assert read(often).cadence.review is rules.Rhythm.QUARTERLY
    wrong = ARRANGEMENT.replace('account = "yearly"', 'account = "yearly", review = "daily"')
    assert problems(wrong) == [("unknown_choice", "review")]


def test_what_is_stored_is_read_back_as_it_was() -> None:
    text = ARRANGEMENT.replace('account = "yearly"', 'account = "yearly", review = "half-yearly"')
    text += PLAN.format(decides="raad") + "[terms]\nwrite_days = 90\n"
    arrangement = read(text)
    assert arrangement.terms.write_days == 90
    stored = rules.to_content(arrangement)
    assert rules.from_content(stored, file_name="proef.toml") == arrangement
