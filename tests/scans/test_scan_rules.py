"""The rules of the scan: what fits in a part, whose move it is, and what may be said of two years."""

from collections.abc import Callable
from contextlib import nullcontext
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wijkaanzet.kernel import moves
from wijkaanzet.kernel.refusals import Refused
from wijkaanzet.kernel.subjects import Subject
from wijkaanzet.people.rules import PAID
from wijkaanzet.scans.labels import HIDDEN, MISSING, no_value
from wijkaanzet.scans.rules.columns import ColumnKind
from wijkaanzet.scans.rules.disclosure.primary import HiddenReason
from wijkaanzet.scans.rules.frozen import Bounds, FrozenFigure, Since, from_json, then_and_now, to_json
from wijkaanzet.scans.rules.reading.numbers import MissingReason
from wijkaanzet.scans.rules.scan import (
    LONGEST_ANSWER,
    LONGEST_COMMENT,
    LONGEST_MEANING,
    LONGEST_WORDS,
    MOST_ITEMS,
    NEXT,
    STORY,
    VOICE,
    Chosen,
    FilledSection,
    HowSure,
    ScanFacts,
    ScanItemKind,
    ScanPartKey,
    ScanStatus,
    check_publishable,
    check_step,
    check_year,
    fitting,
    fitting_answer,
    fitting_comment,
    move,
    tidy,
)
from wijkaanzet.scans.rules.scan_changes import Snapshot, changed
from wijkaanzet.scans.rules.statistics.comparison import Strength

DAY = date(2017, 10, 2)
UNTIL = date(2017, 10, 23)
FACTS = ScanFacts(area_id=3, network_id=None, since=DAY, begin_days=28, commenting_until=None)
STEPS = {
    (ScanStatus.DRAFT, ScanStatus.COMMENTING),
    (ScanStatus.COMMENTING, ScanStatus.DRAFT),
    (ScanStatus.COMMENTING, ScanStatus.PUBLISHED),
}
VOICES = (Subject(VOICE, 1), Subject(VOICE, 2), Subject(STORY, 1))


def measured(value: str, year: int, *, weak: Bounds | None = None, strong: Bounds | None = None) -> FrozenFigure:
    """A percentage as it was frozen."""
    return FrozenFigure(
        slug="eenzaam",
        label="Eenzaam",
        kind=ColumnKind.PERCENTAGE,
        unit="",
        decimals=1,
        year=year,
        source="RIVM",
        value=value,
        weak=weak,
        strong=strong,
        comparable_since=2016,
    )


BEFORE = measured("40", 2016, weak=(38, 42), strong=(37, 43))
AFTER = measured("41", 2020, weak=(39, 43), strong=(38, 44))


class TestParts:
    def test_strengths_come_first_and_concerns_after_them(self):
        assert list(ScanPartKey)[:2] == [ScanPartKey.STRENGTHS, ScanPartKey.CONCERNS]

    @given(words=st.text(alphabet="a \r\n", max_size=40))
    def test_a_new_line_counts_once_and_tidying_twice_changes_nothing(self, words: str):
        kept = tidy(words)
        assert "\r" not in kept
        assert tidy(kept) == kept == kept.strip()

    @pytest.mark.parametrize(
        ("filled", "key"),
        [
            (FilledSection(words="x" * (LONGEST_WORDS + 1)), "scan_words_too_long"),
            (FilledSection(items=(Chosen(figure="a", meaning="x" * (LONGEST_MEANING + 1)),)), "scan_meaning_too_long"),
            (FilledSection(items=tuple(Chosen(figure=f"f{n}") for n in range(MOST_ITEMS + 1))), "too_many_items"),
            (FilledSection(items=(Chosen(figure="a"), Chosen(figure="a", meaning="b"))), "chosen_twice"),
            (FilledSection(items=(Chosen(subject=VOICES[0]), Chosen(subject=VOICES[0]))), "chosen_twice"),
        ],
    )
    def test_what_does_not_fit_is_refused(self, filled: FilledSection, key: str):
        with pytest.raises(Refused) as refused:
            fitting(filled)
        assert refused.value.key == key

    def test_what_just_fits_is_kept(self):
        items = tuple(Chosen(figure=f"f{n}", meaning="x" * LONGEST_MEANING) for n in range(MOST_ITEMS))
        filled = FilledSection("  " + "x" * LONGEST_WORDS + "\r\n", HowSure.FAIRLY, items)
        assert fitting(filled) == replace(filled, words="x" * LONGEST_WORDS)

    def test_the_same_number_of_a_voice_and_of_a_story_are_two_things(self):
        items = (Chosen(subject=Subject(VOICE, 1)), Chosen(subject=Subject(STORY, 1)))
        assert [one.kind for one in fitting(FilledSection(items=items)).items] == [
            ScanItemKind.VOICE,
            ScanItemKind.STORY,
        ]

    @pytest.mark.parametrize(
        ("act", "text", "key"),
        [
            (fitting_comment, " \n", "empty_comment"),
            (fitting_comment, "x" * (LONGEST_COMMENT + 1), "comment_too_long"),
            (fitting_answer, "", "empty_comment_answer"),
            (fitting_answer, "x" * (LONGEST_ANSWER + 1), "comment_answer_too_long"),
        ],
    )
    def test_a_comment_and_its_answer_say_something_and_not_too_much(
        self, act: Callable[[str], str], text: str, key: str
    ):
        with pytest.raises(Refused) as refused:
            act(text)
        assert refused.value.key == key

    @pytest.mark.parametrize("year", [2015, 2019])
    def test_a_scan_is_of_about_now(self, year: int):
        with pytest.raises(Refused) as refused:
            check_year(year, today=DAY)
        assert refused.value.parameters == {"first": 2016, "last": 2018}


class TestSteps:
    def test_the_coordinator_composes_within_the_term(self):
        made = move(ScanStatus.DRAFT, FACTS)
        assert made is not None
        assert (made.role, made.action, made.due_on) == ("coordinator", "scans.compose_scan", date(2017, 10, 30))

    def test_the_network_is_invited_and_the_coordinator_takes_over(self):
        made = move(ScanStatus.COMMENTING, replace(FACTS, network_id=7, commenting_until=UNTIL))
        assert made is not None
        moves.check(made, paid=frozenset(PAID))
        assert (made.role, made.scope, made.lapses_on, made.falls_back_to) == (
            "network_member",
            ("body", 7),
            UNTIL,
            "coordinator",
        )

    def test_without_a_network_the_coordinator_publishes(self):
        made = move(ScanStatus.COMMENTING, replace(FACTS, commenting_until=UNTIL))
        assert made is not None
        assert (made.role, made.action, made.due_on) == ("coordinator", "scans.publish_scan", UNTIL)

    def test_what_is_published_waits_for_nobody(self):
        assert move(ScanStatus.PUBLISHED, FACTS) is None

    @pytest.mark.parametrize("status", ScanStatus)
    @pytest.mark.parametrize("to", ScanStatus)
    def test_only_the_step_that_comes_next(self, status: ScanStatus, to: ScanStatus):
        allowed = to in NEXT[status]
        with nullcontext() if allowed else pytest.raises(Refused, match="wrong_state"):
            check_step(status, to)
        assert allowed is ((status, to) in STEPS)

    @pytest.mark.parametrize(
        ("strengths", "answered", "key"),
        [(False, [True], "no_strengths"), (True, [True, False], "comment_unanswered")],
    )
    def test_nothing_is_published_without_strengths_or_with_a_comment_open(
        self, strengths: bool, answered: list[bool], key: str
    ):
        with pytest.raises(Refused) as refused:
            check_publishable(has_strengths=strengths, answered=answered)
        assert refused.value.key == key


class TestFrozen:
    @pytest.mark.parametrize(
        "figure",
        [
            BEFORE,
            measured("", 2016),
            replace(BEFORE, counted=4000.0, benchmark=12.5, left_out=True, outcome="higher", strength="weak"),
        ],
    )
    def test_it_is_read_as_it_was_kept(self, figure: FrozenFigure):
        assert from_json(to_json(figure)) == figure

    def test_what_is_no_figure_is_not_read_as_one(self):
        with pytest.raises(TypeError):
            from_json({**to_json(BEFORE), "year": "2016"})
        with pytest.raises(TypeError):
            from_json({**to_json(BEFORE), "counted": "many"})

    @pytest.mark.parametrize(
        ("figure", "words"),
        [
            (BEFORE, ""),
            (replace(BEFORE, value="", missing="withheld"), str(MISSING[MissingReason.WITHHELD])),
            (replace(BEFORE, value="", hidden="too_few_counted"), str(HIDDEN[HiddenReason.TOO_FEW_COUNTED])),
            (replace(BEFORE, value=""), str(HIDDEN[HiddenReason.NOT_KNOWN])),
        ],
    )
    def test_it_says_why_there_is_no_value(self, figure: FrozenFigure, words: str):
        assert no_value(figure) == words

    def test_of_parts_it_says_how_many_are_not_known(self):
        assert "2" in no_value(replace(BEFORE, value="", why="parts", unknown=2, parts=3))

    def test_its_interval_holds_its_value(self):
        assert replace(BEFORE, value="37", weak=(38, 42)).interval == (37, 42)
        assert measured("", 2016).interval is None

    def test_it_tells_how_it_lay_to_the_municipality(self):
        comparison = replace(BEFORE, outcome="higher", strength="weak").comparison
        assert (comparison.outcome.value, comparison.strength, comparison.judgement) == ("higher", Strength.WEAK, None)


class TestThenAndNow:
    @pytest.mark.parametrize(
        ("then", "now", "since"),
        [
            (BEFORE, AFTER, Since.CHANCE),
            (BEFORE, measured("50", 2020, weak=(48, 52), strong=(47, 53)), Since.HIGHER),
            (BEFORE, measured("30", 2020, weak=(28, 32), strong=(27, 33)), Since.LOWER),
            (BEFORE, BEFORE, Since.SAME_MEASUREMENT),
            (AFTER, BEFORE, Since.SAME_MEASUREMENT),
            (BEFORE, replace(AFTER, comparable_since=2018), Since.BROKEN),
            (BEFORE, replace(AFTER, kind=ColumnKind.COUNT), Since.BROKEN),
            (BEFORE, measured("", 2020), Since.UNKNOWN),
            (measured("", 2016), AFTER, Since.UNKNOWN),
            (measured("40", 2016), AFTER, Since.UNKNOWN),
        ],
    )
    def test_it_says_only_what_chance_allows(self, then: FrozenFigure, now: FrozenFigure, since: Since):
        assert then_and_now(then, now).since is since

    def test_a_large_difference_is_called_strong(self):
        found = then_and_now(BEFORE, measured("50", 2020, weak=(48, 52), strong=(47, 53)))
        assert found.strength is Strength.STRONG


SNAPSHOTS = st.builds(
    Snapshot,
    words=st.sampled_from(["", "Mensen kennen elkaar.", "Er is weinig te doen."]),
    sure=st.sampled_from([None, *HowSure]),
    items=st.lists(st.sampled_from(["eenzaam", "inwoners", *VOICES]), unique=True).map(tuple),
)
SCANS = st.dictionaries(st.sampled_from(ScanPartKey), SNAPSHOTS)


class TestChanged:
    @given(then=SCANS, now=SCANS)
    def test_what_stays_and_is_new_is_all_there_is_now(
        self, then: dict[ScanPartKey, Snapshot], now: dict[ScanPartKey, Snapshot]
    ):
        parts = changed(then, now)
        assert [part.section for part in parts] == list(ScanPartKey)
        for part in parts:
            before = set(then.get(part.section, Snapshot()).items)
            after = set(now.get(part.section, Snapshot()).items)
            assert (before - set(part.gone)) | set(part.new) == after
            assert not before & set(part.new)
            assert not after & set(part.gone)

    @given(scan=SCANS)
    def test_the_same_scan_has_not_changed(self, scan: dict[ScanPartKey, Snapshot]):
        assert all(part.is_same for part in changed(scan, scan))

    def test_other_line_breaks_are_no_other_words(self):
        then, now = Snapshot(words="een twee"), Snapshot(words="een\ntwee")
        (first, *_others) = changed({ScanPartKey.STRENGTHS: then}, {ScanPartKey.STRENGTHS: now})
        assert not first.words_changed

    def test_a_figure_in_both_is_held_against_what_it_was(self):
        then = Snapshot(items=("eenzaam",), figures=(BEFORE,))
        now = Snapshot(items=("eenzaam",), figures=(AFTER,))
        (first, *_others) = changed({ScanPartKey.STRENGTHS: then}, {ScanPartKey.STRENGTHS: now})
        assert [one.since for one in first.figures] == [Since.CHANCE]
        assert not first.is_same
        assert (first.new, first.gone) == ((), ())
