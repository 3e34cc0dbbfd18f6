"""What the columns of a table mean: which choices make a mapping, and what is wrong with one."""

from dataclasses import replace

import pytest

from tests.scans.tables import HEADER, MAPPING, PEOPLE, YOUNG
from wijkaanzet.scans.rules.bad_input import BadInput
from wijkaanzet.scans.rules.columns import Column, ColumnKind, ColumnRole, slug_of
from wijkaanzet.scans.rules.importing import Origin
from wijkaanzet.scans.rules.mapping import (
    Choice,
    ColumnMapping,
    ToldWith,
    check_mapping,
    fingerprint,
    mapping_of,
    problems,
    unused,
)

R = ColumnRole
CODE, NAME, INHABITANTS = Choice("code", R.CODE), Choice("naam", R.NAME), Choice("n", R.INHABITANTS, label="Inwoners")
FIGURE = Choice("p", R.PERCENTAGE, label="Eenzaam", of="n")


class TestMade:
    def test_of_every_task_that_a_column_can_have(self):
        chosen = [
            CODE,
            NAME,
            INHABITANTS,
            Choice("hh", R.COUNT, label="Huishoudens", of="n"),
            Choice("jong", R.PART, label="Jong", of="n"),
            FIGURE,
            Choice("wmo", R.RATE, label="Wmo", of="n"),
            Choice("ink", R.MEAN, label="Inkomen", of="n", times="1000"),
            Choice("med", R.MEDIAN, label="Vermogen", of="n"),
            Choice("lbm", R.INDEX, label="Leefbaarheid", of="n"),
            Choice("onder", R.LOW, of="p"),
            Choice("boven", R.HIGH, of="p"),
            Choice("resp", R.RESPONDENTS, of="p"),
            Choice("grens", R.CHANGED),
            Choice("jaar", R.ONLY, label=" 2020JJ00 "),
            Choice("rest", R.IGNORE),
        ]
        found = mapping_of(chosen, decimal=",")
        assert (found.code, found.name, found.inhabitants, found.changed) == ("code", "naam", "n", "grens")
        assert (found.only, found.decimal) == ((("jaar", "2020JJ00"),), ",")
        assert {one.key: (one.kind, one.of) for one in found.columns} == {
            "n": (ColumnKind.COUNT, ""),
            "hh": (ColumnKind.COUNT, ""),
            "jong": (ColumnKind.PART, "n"),
            "p": (ColumnKind.PERCENTAGE, "n"),
            "wmo": (ColumnKind.RATE, "n"),
            "ink": (ColumnKind.MEAN, "n"),
            "med": (ColumnKind.MEDIAN, ""),
            "lbm": (ColumnKind.INDEX, ""),
        }
        assert found.beside()["p"] == ("onder", "boven", "resp")
        assert {one.times for one in found.columns} == {"1", "1000"}
        assert list(problems(found, [one.key for one in chosen])) == []
        assert list(unused(chosen)) == []

    def test_respondents_of_no_column_are_those_of_all_but_counts(self):
        found = mapping_of([CODE, INHABITANTS, FIGURE, Choice("resp", R.RESPONDENTS)], decimal=".")
        assert {one.key: one.respondents for one in found.columns} == {"n": "", "p": "resp"}

    def test_without_a_name_and_without_inhabitants(self):
        found = mapping_of([CODE, Choice("lbm", R.INDEX, label="Leefbaarheid")], decimal=".")
        assert (found.name, found.inhabitants) == ("", "")
        assert list(problems(found, ["code", "lbm"])) == []

    @pytest.mark.parametrize(
        ("choices", "key"),
        [
            ([FIGURE], "not_one_code"),
            ([CODE, Choice("c", R.CODE), FIGURE], "not_one_code"),
            ([CODE, NAME, Choice("c", R.NAME), FIGURE], "not_one_name"),
            ([CODE, INHABITANTS, Choice("c", R.INHABITANTS)], "not_one_people"),
            ([CODE, FIGURE, Choice("b", R.CHANGED), Choice("c", R.CHANGED)], "two_changed"),
            ([CODE, NAME], "no_figures"),
        ],
    )
    def test_not_of_too_many_or_too_few(self, choices: list[Choice], key: str):
        with pytest.raises(BadInput) as refused:
            mapping_of(choices, decimal=".")
        assert refused.value.key == key

    @pytest.mark.parametrize("role", [R.LOW, R.HIGH, R.RESPONDENTS])
    def test_what_says_how_sure_a_figure_is_belongs_to_a_figure(self, role: ColumnRole):
        (found,) = unused([CODE, FIGURE, Choice("onder", role, of="code")])
        assert (found.key, found.parameters["column"]) == ("beside_what", "onder")


class TestChecked:
    def test_a_right_one_passes(self):
        assert list(problems(MAPPING, HEADER)) == []

    @pytest.mark.parametrize(
        ("changed", "key"),
        [
            ({"decimal": "'"}, "wrong_decimal"),
            ({"code": "code"}, "missing_column"),
            ({"name": "gwb_code"}, "column_used_twice"),
            ({"changed": "opmerking", "name": "opmerking"}, "column_used_twice"),
            ({"only": (("p_jong", "3"),)}, "column_used_twice"),
            ({"only": (("jaar", "2020"),)}, "missing_column"),
            ({"only": (("opmerking", ""),)}, "only_which_rows"),
            ({"only": (("opmerking", "a\x00"),)}, "only_which_rows"),
            ({"inhabitants": "p_jong"}, "inhabitants_no_figure"),
            ({"columns": (PEOPLE, PEOPLE)}, "column_used_twice"),
            ({"columns": (PEOPLE, replace(YOUNG, low="onder"))}, "missing_column"),
            ({"columns": (PEOPLE, replace(YOUNG, high="naam"))}, "column_used_twice"),
            ({"columns": (PEOPLE, replace(YOUNG, label=" "))}, "label_missing"),
            ({"columns": (PEOPLE, replace(YOUNG, label="!?"))}, "label_missing"),
            ({"columns": (PEOPLE, replace(YOUNG, label="inwoners"))}, "label_twice"),
            ({"columns": (PEOPLE, replace(YOUNG, indicator="inwoners"))}, "label_twice"),
            ({"columns": (PEOPLE, replace(YOUNG, label="x" * 81))}, "column_words_too_long"),
            ({"columns": (PEOPLE, replace(YOUNG, unit="x" * 41))}, "column_words_too_long"),
            ({"columns": (PEOPLE, replace(YOUNG, rounding="a\x00"))}, "text_not_printable"),
            ({"columns": (PEOPLE, replace(YOUNG, of="p_jong"))}, "figure_of_what"),
            ({"columns": (PEOPLE, replace(YOUNG, kind=ColumnKind.PART, of=""))}, "figure_of_what"),
            ({"columns": (PEOPLE, replace(YOUNG, kind=ColumnKind.COUNT))}, "figure_of_what"),
            ({"columns": (PEOPLE, replace(YOUNG, kind=ColumnKind.MEDIAN))}, "figure_of_what"),
        ],
    )
    def test_a_wrong_one_says_what(self, changed: dict, key: str):
        with pytest.raises(BadInput) as refused:
            check_mapping(replace(MAPPING, **changed), HEADER)
        assert refused.value.key == key

    def test_a_percentage_may_be_of_what_the_table_does_not_count(self):
        assert list(problems(replace(MAPPING, columns=(PEOPLE, replace(YOUNG, of=""))), HEADER)) == []

    def test_two_figures_may_share_their_respondents(self):
        one, other = (Column(key, key, ColumnKind.PERCENTAGE, respondents="n") for key in ("a", "b"))
        assert list(problems(ColumnMapping("code", "", "", (one, other)), ["code", "a", "b", "n"])) == []

    def test_a_column_that_stands_twice_in_the_file_cannot_be_used(self):
        with pytest.raises(BadInput, match="column_stands_twice"):
            check_mapping(MAPPING, (*HEADER, "p_jong"))


class TestFingerprint:
    def test_is_of_file_reading_and_all_that_is_told(self):
        told = ToldWith("CBS", "85318NED", Origin.PUBLISHED, False, False, 2016, 2016, 2017)
        prints = [
            fingerprint(MAPPING, sha256="a", told=told),
            fingerprint(MAPPING, sha256="b", told=told),
            fingerprint(replace(MAPPING, decimal=","), sha256="a", told=told),
            fingerprint(replace(MAPPING, only=(("opmerking", "ja"),)), sha256="a", told=told),
            fingerprint(replace(MAPPING, columns=(PEOPLE,)), sha256="a", told=told),
            *(
                fingerprint(MAPPING, sha256="a", told=replace(told, **other))
                for other in (
                    {"source": "RIVM"},
                    {"table": ""},
                    {"origin": Origin.OWN},
                    {"provisional": True},
                    {"fictional": True},
                    {"year": 2015},
                    {"region_year": 2020},
                    {"for_year": 2018},
                )
            ),
        ]
        assert len(set(prints)) == 13
        assert fingerprint(MAPPING, sha256="a", told=replace(told)) == prints[0]


@pytest.mark.parametrize(
    ("words", "slug"),
    [("Kinderen (0–14)", "kinderen-0-14"), ("Één ouder", "een-ouder"), ("!?", ""), ("a" * 99, "a" * 80)],
)
def test_the_address_of_a_figure_is_its_label(words: str, slug: str):
    assert slug_of(words) == slug
