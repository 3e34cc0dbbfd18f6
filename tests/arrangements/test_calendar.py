"""The calendar of the year is the municipality's own, or follows from how often it plans and accounts."""

import pytest

from tests.arrangements.files import GOOD, read, spoiled
from wijkaanzet.arrangements import labels, rules
from wijkaanzet.arrangements.rules.calendar import FIRST_MONTHS
from wijkaanzet.people.rules import Role

OWN = (
    GOOD
    + """
[[calendar]]
key = "wijkscan"
name = "De wijkscan maken"
step = "scan"
every = "yearly"
month = 9
day = 15
role = "coordinator"

[[calendar]]
key = "gesprek"
name = "Het gesprek met de uitvoerder"
step = "follow"
every = "quarterly"
month = 3
day = 1
role = "policy_officer"
"""
)


def sentences(text: str) -> list[str]:
    with pytest.raises(rules.ArrangementErrors) as caught:
        read(text)
    return [labels.sentence(problem) for problem in caught.value.problems]


def test_own_moments_are_read_in_the_order_of_the_file():
    first, second = read(OWN).calendar
    assert first == rules.Beat(
        key="wijkscan",
        name="De wijkscan maken",
        step=rules.Step.SCAN,
        every=rules.Every.YEARLY,
        month=9,
        day=15,
        role="coordinator",
    )
    assert (second.key, second.every) == ("gesprek", rules.Every.QUARTERLY)


def test_own_moments_come_back_from_what_was_stored():
    arrangement = read(OWN)
    assert rules.from_content(rules.to_content(arrangement), file_name="proef.toml") == arrangement


def test_arrangement_stored_before_there_were_calendars_has_the_usual_one():
    content = rules.to_content(read(GOOD))
    del content["calendar"]
    assert rules.from_content(content, file_name="proef.toml") == read(GOOD)


@pytest.mark.parametrize("rhythm", list(rules.Rhythm))
def test_usual_calendar_has_every_step_once_and_accounts_as_often_as_the_municipality_says(rhythm):
    calendar = read(spoiled('account = "yearly"', f'account = "{rhythm}"')).calendar
    assert sorted(beat.step for beat in calendar) == sorted(rules.Step)
    assert next(beat for beat in calendar if beat.step is rules.Step.ACCOUNT).every == rhythm.value


@pytest.mark.parametrize(("years", "every"), [(1, rules.Every.YEARLY), (4, rules.Every.PLAN)])
def test_plan_is_written_once_in_its_years(years, every):
    calendar = read(spoiled("plan_years = 4", f"plan_years = {years}")).calendar
    assert next(beat for beat in calendar if beat.step is rules.Step.PLAN).every is every


@pytest.mark.parametrize("rhythm", list(rules.Rhythm))
def test_usual_calendar_could_have_been_written_in_a_file(rhythm):
    calendar = read(spoiled('account = "yearly"', f'account = "{rhythm}"')).calendar
    assert all(beat.month <= FIRST_MONTHS[beat.every] for beat in calendar)
    assert {beat.role for beat in calendar} <= set(Role)
    assert len({beat.key for beat in calendar}) == len(calendar)


WRONG = [
    ("month = 9", "month = 13", "43: month: het getal moet tussen 1 en 12 liggen"),
    ("month = 3", "month = 4", "52: month: het getal moet tussen 1 en 3 liggen"),
    ("day = 15", "day = 31", "44: day: het getal moet tussen 1 en 28 liggen"),
    (
        'every = "quarterly"',
        'every = "monthly"',
        '51: every: onbekende waarde "monthly"; kies uit yearly, half-yearly, quarterly, plan',
    ),
    (
        'step = "follow"',
        'step = "folow"',
        '50: step: onbekende waarde "folow"; kies uit ' + ", ".join(rules.Step) + '; bedoelt u "follow"?',
    ),
    (
        '1\nrole = "policy_officer"',
        '1\nrole = "policy_oficer"',
        '54: role: onbekende rol "policy_oficer"; bedoelt u "policy_officer"?',
    ),
    ('key = "gesprek"', 'key = "wijkscan"', '48: key: "wijkscan" staat er twee keer'),
    ('name = "De wijkscan maken"\n', "", "38: name: deze sleutel ontbreekt"),
    ("day = 15", "day = 15\nhour = 3", '45: hour: onbekende sleutel "hour"'),
]


@pytest.mark.parametrize(("old", "new", "sentence"), WRONG, ids=[sentence for _, _, sentence in WRONG])
def test_wrong_moment_is_named_with_its_own_line(old, new, sentence):
    assert OWN.count(old) == 1
    assert sentences(OWN.replace(old, new)) == [f"proef.toml:{sentence}"]


@pytest.mark.parametrize("value", ['"elk jaar"', '["januari"]', "{ month = 1 }", "1"])
def test_calendar_of_another_kind_is_told_once(value):
    with pytest.raises(rules.ArrangementErrors) as caught:
        read(GOOD.replace("[cadence]", f"calendar = {value}\n\n[cadence]"))
    assert [(problem.line, problem.key) for problem in caught.value.problems] == [(12, rules.ProblemKey.NOT_ROWS)]
