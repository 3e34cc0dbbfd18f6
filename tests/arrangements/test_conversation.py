"""The staircase, the circles and the own words of a municipality: read, kept with the arrangement, errors by line."""

import json
from datetime import date

import pytest

from tests.arrangements.files import GOOD, SHIPPED, read, shipped
from wijkaanzet.arrangements import rules
from wijkaanzet.arrangements.rules.conversation import usual_spheres

TOOLS = (
    GOOD
    + """
[staircase]
name = "Trap"

[[staircase.steps]]
key = "loslaten"
name = "Wij laten los"
expect = "U doet het zelf."

[[staircase.steps]]
key = "zorgen"
name = "Wij zorgen"
also_called = "regelen"
expect = "De gemeente doet het."

[[staircase.principles]]
key = "groen"
name = "Groen"
steps = ["zorgen", "loslaten"]

[spheres]

[[spheres.circles]]
key = "thuis"
name = "Thuis"
means = "Wie er woont."

[[spheres.questions]]
key = "wie"
text = "Wie doet dit?"

[[own_words]]
term = "meedoen"
meaning = "Komen en helpen."
agreed_with = ["buurtraad"]
on = 2018-03-01
"""
)
CROSSES = {
    "basisklimaat": "xxxx.",
    "informele-zorg": "xxx..",
    "wijkteams": ".xxx.",
    "toegang": "...x.",
    "voorliggend-veld": "...x.",
    "regionaal": "...xx",
    "veiligheid": "....x",
}


def problems(text: str) -> list[tuple[int, str, rules.ProblemKey]]:
    with pytest.raises(rules.ArrangementErrors) as caught:
        read(text)
    return [(problem.line, problem.path[-1], problem.key) for problem in caught.value.problems]


@pytest.mark.done("6.staircase")
class TestStaircaseOfOudeIjsselstreek:
    def test_has_the_five_steps_with_their_second_names(self):
        staircase = shipped("oude-ijsselstreek").staircase
        assert staircase is not None
        assert [(step.name, step.also_called) for step in staircase.steps] == [
            ("Wij laten toe dat", "loslaten"),
            ("Wij maken mogelijk dat", "faciliteren"),
            ("Wij stimuleren dat", ""),
            ("Wij initiëren dat", "regisseren"),
            ("Wij zorgen dat", "reguleren"),
        ]
        assert all(step.expect and step.means for step in staircase.steps)

    def test_has_the_crosses_of_the_source_for_seven_principles(self):
        staircase = shipped("oude-ijsselstreek").staircase
        assert staircase is not None
        found = {
            one.key: "".join("x" if step.key in one.steps else "." for step in staircase.steps)
            for one in staircase.principles
        }
        assert found == CROSSES
        assert list(found) == list(CROSSES)
        assert all(one.direction for one in staircase.principles)


class TestReading:
    def test_gives_all_three_and_keeps_the_order_of_the_steps(self):
        arrangement = read(TOOLS)
        assert arrangement.staircase is not None
        assert [step.key for step in arrangement.staircase.steps] == ["loslaten", "zorgen"]
        assert arrangement.staircase.principles[0].steps == ("loslaten", "zorgen")
        assert [circle.key for circle in arrangement.spheres.circles] == ["thuis"]
        assert arrangement.own_words == (
            rules.OwnWord(term="meedoen", meaning="Komen en helpen.", agreed_with=("buurtraad",), on=date(2018, 3, 1)),
        )

    def test_comes_back_from_json_as_it_went_in(self):
        content = json.loads(json.dumps(rules.to_content(read(TOOLS))))
        assert rules.from_content(content, file_name="proef.toml") == read(TOOLS)

    def test_lays_the_usual_circles_on_the_table_where_the_file_is_silent(self):
        assert read(GOOD).spheres == usual_spheres()
        assert read(GOOD).staircase is None
        assert read(GOOD).own_words == ()

    def test_reads_what_was_stored_before_there_were_such_tables(self):
        content = rules.to_content(read(GOOD))
        for key in ("spheres", "own_words", "calendar"):
            del content[key]
        assert rules.from_content(content, file_name="proef.toml") == read(GOOD)


WRONG = [
    ('steps = ["zorgen"', 'steps = ["zrogen"', (55, "steps", "unknown_step")),
    ('key = "zorgen"', 'key = "loslaten"', (47, "key", "double_key")),
    ('expect = "U doet het zelf."\n', "", (41, "expect", "missing")),
    ('expect = "De gemeente doet het."', 'expect = ""', (50, "expect", "empty_text")),
    ('name = "Trap"\n', "", (38, "name", "missing")),
    ('name = "Groen"', 'name = "Groen"\ncolour = "groen"', (55, "colour", "unknown_key")),
    ('means = "Wie er woont."', "means = 3", (62, "means", "not_text")),
    ('[[spheres.questions]]\nkey = "wie"\ntext = "Wie doet dit?"\n', "", (57, "questions", "missing")),
    ('meaning = "Komen en helpen."\n', "", (68, "meaning", "missing")),
    ("on = 2018-03-01", 'on = "ooit"', (72, "on", "not_date")),
    ('agreed_with = ["buurtraad"]', 'agreed_with = "buurtraad"', (71, "agreed_with", "not_list")),
    ('term = "meedoen"', f'term = "{"m" * 81}"', (69, "term", "long_text")),
]


@pytest.mark.parametrize(("old", "new", "problem"), WRONG, ids=[f"{at}-{key}" for _, _, (_, at, key) in WRONG])
def test_wrong_piece_is_told_at_its_own_line(old, new, problem):
    assert TOOLS.count(old) == 1
    assert problem in problems(TOOLS.replace(old, new))


@pytest.mark.parametrize(
    ("text", "used"),
    [
        ("Wij willen dat iedereen kan meedoen.", True),
        ("MEEDOEN is belangrijk", True),
        ("meedoenerij", False),
        ("", False),
        ("<script>meedoen</script>", True),
    ],
)
def test_word_is_explained_where_it_stands_as_a_whole_word(text, used):
    assert (rules.used(read(TOOLS).own_words, [text, "iets anders"]) != ()) is used


@pytest.mark.parametrize("name", SHIPPED)
def test_shipped_municipality_says_where_its_words_come_from(name):
    words = shipped(name).own_words
    assert words
    assert all(word.source for word in words)


@pytest.mark.parametrize(
    ("name", "plan", "review"),
    [
        ("amsterdam", "wijkuitvoeringsplan", rules.Rhythm.QUARTERLY),
        ("zaanstad", "wijkopgaveplan", rules.Rhythm.HALF_YEARLY),
        ("amersfoort", "wijkplan", rules.Rhythm.YEARLY),
    ],
)
def test_shipped_municipality_looks_back_at_its_own_plan_in_its_own_rhythm(name, plan, review):
    assert (shipped(name).word("plan"), shipped(name).cadence.review) == (plan, review)
