"""A good file is read whole, the shipped ones too, and no text whatever makes the reader fall over."""

import json
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.arrangements.files import GOOD, SHIPPED, read, shipped, spoiled
from wijkaanzet.arrangements import rules


def lines_of_problems(text: str) -> list[int]:
    """Where the reader saw something wrong; nowhere when it read the text."""
    try:
        read(text)
    except rules.ArrangementErrors as errors:
        return [problem.line for problem in errors.problems]
    return []


class TestParse:
    def test_reads_who_does_what_at_each_step(self):
        level = read(GOOD).level(rules.LevelKey.CITY_AREA)
        assert level == rules.Level(rules.LevelKey.CITY_AREA, "policy_officer", "college", ("overleg",), ("raad",))

    def test_takes_the_usual_term_where_the_file_is_silent(self):
        assert read(GOOD).terms == rules.Terms(advise_days=30)

    @pytest.mark.parametrize(("said", "months"), [("", None), ("seat_months = 24\n", 24)])
    def test_proposes_for_how_long_somebody_takes_a_seat_only_where_the_file_says_so(self, said, months):
        arrangement = read(spoiled('account = "yearly"\n', f'account = "yearly"\n{said}'))
        assert arrangement.cadence.seat_months == months
        content = json.loads(json.dumps(rules.to_content(arrangement)))
        assert ("seat_months" in content["cadence"]) is (months is not None)
        assert rules.from_content(content, file_name="x").cadence == arrangement.cadence

    @pytest.mark.parametrize("name", SHIPPED)
    def test_no_shipped_file_says_how_long_a_seat_is_taken(self, name):
        assert shipped(name).cadence.seat_months is None

    def test_leaves_the_model_open_when_none_is_named(self):
        assert read(spoiled('model = "centralised"\n', "")).model is None

    def test_reads_a_period_with_an_end(self):
        ended = read(spoiled("2018-01-01 }", "2018-01-01, ends_before = 2020-01-01 }"))
        assert not ended.valid.contains(date(2020, 1, 1))
        assert ended.valid.contains(date(2019, 12, 31))

    def test_has_no_step_to_components_without_components(self):
        assert shipped("tilburg").level(rules.LevelKey.AREA_COMPONENT) is None

    @pytest.mark.parametrize("name", SHIPPED)
    def test_reads_the_shipped_file_in_which_the_executive_decides_on_the_areas(self, name):
        level = shipped(name).level(rules.LevelKey.CITY_AREA)
        assert level is not None
        assert shipped(name).body(level.decides).kind is rules.BodyKind.EXECUTIVE

    def test_lets_the_partner_of_amersfoort_divide_over_three_components(self):
        amersfoort = shipped("amersfoort")
        level = amersfoort.level(rules.LevelKey.AREA_COMPONENT)
        assert level is not None
        assert amersfoort.components == ("basis", "variabel", "onvoorzien")
        assert amersfoort.body(level.decides).kind is rules.BodyKind.PARTNER

    @given(st.data())
    def test_raises_nothing_but_its_own_errors_on_a_mutated_file(self, data):
        start = data.draw(st.integers(0, len(GOOD)))
        end = data.draw(st.integers(start, min(len(GOOD), start + 40)))
        pieces = st.sampled_from(
            ["", "[", "]", "{", "}", '"', "=", "\n", "1", "[[x]]", "'", "true", "1.5", "[]", "{}", "inf"]
        )
        text = GOOD[:start] + data.draw(pieces | st.text(max_size=20)) + GOOD[end:]
        assert all(1 <= line <= text.count("\n") + 1 for line in lines_of_problems(text))

    @given(
        st.sampled_from(
            [line.split(" = ")[0] for line in GOOD.splitlines() if " = " in line and not line.startswith("format")]
        ),
        st.sampled_from(
            ["1", '""', "[]", "{}", "[[1]]", "{ a = 1 }", "2018-01-01", "true", "nan", '["", ""]', "07:32:00"]
        ),
    )
    def test_raises_nothing_but_its_own_errors_on_a_value_of_another_kind(self, key, value):
        lines = [f"{key} = {value}" if line.startswith(f"{key} = ") else line for line in GOOD.splitlines()]
        assert all(1 <= line <= len(lines) for line in lines_of_problems("\n".join(lines)))


class TestWord:
    def test_is_the_municipalitys_own(self):
        assert read(GOOD).word("network") == "wijktafel"
        assert read(GOOD).word("network", plural=True) == "wijktafels"

    def test_is_the_houses_when_the_file_is_silent(self):
        assert read(GOOD).word("plan", plural=True) == "wijkplannen"

    def test_serves_for_both_numbers_when_it_has_no_plural(self):
        assert read(GOOD).word("function.ontmoeting", plural=True) == "ontmoeting en verbinding"

    def test_of_a_listed_key_is_the_key_itself_when_the_file_is_silent(self):
        assert read(spoiled('"gezond"', '"gezond-leven"')).word("goal.gezond-leven") == "gezond leven"

    def test_unknown_to_every_arrangement_is_refused(self):
        with pytest.raises(rules.UnknownWord):
            read(GOOD).word("netwerk")


class TestContent:
    @pytest.mark.parametrize("arrangement", [read(GOOD), *map(shipped, SHIPPED)], ids=["proef", *SHIPPED])
    def test_comes_back_from_json_as_it_went_in(self, arrangement):
        content = json.loads(json.dumps(rules.to_content(arrangement)))
        assert rules.from_content(content, file_name="proef.toml") == arrangement

    def test_changed_outside_the_product_is_refused(self):
        content = rules.to_content(read(GOOD)) | {"valid": {"starts_on": "ooit"}}
        with pytest.raises(rules.ArrangementErrors):
            rules.from_content(content, file_name="proef.toml")


def test_the_example_in_the_documentation_is_a_good_file():
    page = (Path(__file__).parents[2] / "docs" / "arrangements.md").read_text(encoding="utf-8")
    example = page.split("```toml\n")[1].split("```")[0]
    assert read(example).word("function.ontmoeting") == "ontmoeting en verbinding"
