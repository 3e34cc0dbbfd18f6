"""Sheets that are filled in together: nothing anybody wrote disappears, and what may be expected follows."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from hypothesis import given
from hypothesis import strategies as st

from tests.arrangements.files import shipped
from tests.factories import ARRANGEMENT, NOBODY, at_once, install
from tests.networks.table import later, refused_key
from tests.plans.life import TODAY, Life, lay_life
from tests.plans.sheets import GREEN, HOME, HOPE, ROLE, STAIRCASE, WALK_IN, WORDS, staircase, together
from wijkaanzet.kernel.models import AuditEntry
from wijkaanzet.kernel.refusals import Refused
from wijkaanzet.networks.rules import NETWORK
from wijkaanzet.plans import access
from wijkaanzet.plans.models import Plan, ToolMark, ToolNote, ToolSheet
from wijkaanzet.plans.operations.tools import Filled
from wijkaanzet.plans.queries import tools as queries
from wijkaanzet.plans.rules.plans import PLAN, PlanStatus
from wijkaanzet.plans.rules.tools import LONGEST_NOTE, Cell, ToolKind, crosses, expectations, joined

TEXTS = st.text(alphabet="ab \n", max_size=8)


@pytest.fixture(name="steps")
def life_on_a_staircase(db: None) -> Life:
    """The same town, whose arrangement has a staircase since the summer."""
    life = lay_life()
    install(ARRANGEMENT.replace("2016-01-01", "2017-07-01") + STAIRCASE)
    return life


@pytest.fixture(name="words")
def life_with_words(db: None) -> Life:
    """The same town, which explains two words since the summer."""
    life = lay_life()
    install(ARRANGEMENT.replace("2016-01-01", "2017-07-01") + WORDS)
    return life


def spheres(life: Life, notes: dict[Cell, str], *, version: int = 0, plan: Plan | None = None) -> Filled:
    return together(life, ToolKind.SPHERES, notes, version=version, plan=plan)


def refused(act, *args, **kwargs) -> tuple[str, dict[str, object]]:
    with pytest.raises(Refused) as caught:
        act(*args, **kwargs)
    return refused_key(caught.value)


class TestJoined:
    @given(base=TEXTS, now=TEXTS, mine=TEXTS)
    def test_loses_nothing_that_one_of_them_wrote(self, base: str, now: str, mine: str):
        read = joined(base=base, now=now, handed_in=mine)
        if mine != base:
            assert mine in read.text
        if now != base and mine:
            assert now in read.text

    @given(base=TEXTS, now=TEXTS, mine=TEXTS)
    def test_is_the_same_when_it_is_handed_in_twice(self, base: str, now: str, mine: str):
        once = joined(base=base, now=now, handed_in=mine).text
        assert joined(base=base, now=once, handed_in=mine).text == once

    @pytest.mark.parametrize(
        ("base", "now", "mine", "reads", "both"),
        [
            ("", "", "koffie", "koffie", False),
            ("", "koffie", "", "koffie", False),
            ("", "koffie", "thee", "koffie\n\nthee", True),
            ("koffie", "koffie", "", "", False),
            ("koffie", "koffie en thee", "", "koffie en thee", False),
            ("koffie", "koffie", "koffie en thee", "koffie en thee", False),
        ],
    )
    def test_puts_two_below_each_other(self, base: str, now: str, mine: str, reads: str, both: bool):
        read = joined(base=base, now=now, handed_in=mine)
        assert (read.text, read.both) == (reads, both)


class TestSpheres:
    @pytest.mark.done("6.three-spheres")
    def test_is_kept_with_the_plan_and_said_in_the_log_without_what_was_written(self, life: Life):
        plan = life.opened()
        filled = spheres(life, {HOPE: "Dat buren elkaar kennen."}, plan=plan)
        assert queries.notes_of(filled.sheet) == {HOPE: "Dat buren elkaar kennen."}
        assert (filled.sheet.plan, filled.sheet.year) == (plan, TODAY.year)
        entry = AuditEntry.objects.get(action="plans.spheres.filled")
        assert (entry.subject_kind, entry.subject_id) == (PLAN, plan.pk)
        assert "buren" not in str(entry.detail)

    def test_of_a_network_is_one_a_year(self, life: Life):
        first = spheres(life, {HOPE: "Koffie."}).sheet
        entry = AuditEntry.objects.get(action="plans.spheres.filled")
        assert (entry.subject_kind, entry.subject_id) == (NETWORK, life.table.network.pk)
        second = together(life, ToolKind.SPHERES, {HOPE: "Thee."}, days=365).sheet
        assert queries.notes_of(first) == {HOPE: "Koffie."}
        assert queries.years_of_sheets(life.table.network, ToolKind.SPHERES) == [second.year, first.year]

    def test_keeps_what_two_people_wrote_in_one_place(self, life: Life):
        spheres(life, {HOPE: "Koffie.", ROLE: ""})
        filled = spheres(life, {HOPE: "Thee.", ROLE: "Ruimte geven."})
        assert filled.both == (HOPE,)
        assert queries.notes_of(filled.sheet) == {HOPE: "Koffie.\n\nThee.", ROLE: "Ruimte geven."}

    def test_changes_nothing_when_a_form_is_sent_twice(self, life: Life):
        spheres(life, {HOPE: "Koffie."})
        spheres(life, {HOPE: "Koffie."})
        assert ToolNote.objects.count() == 1

    def test_keeps_how_it_read_before(self, life: Life):
        sheet = spheres(life, {HOPE: "Koffie."}).sheet
        spheres(life, {HOPE: "Thee."}, version=1)
        assert queries.notes_of(sheet, until=1) == {HOPE: "Koffie."}
        assert queries.notes_of(sheet) == {HOPE: "Thee."}

    def test_refuses_what_is_not_on_the_sheet_and_what_is_too_long(self, life: Life):
        assert refused(spheres, life, {Cell("hoop", "zorgen"): "x"}) == ("not_on_sheet", {})
        long = "é" * (LONGEST_NOTE + 1)
        assert refused(spheres, life, {HOPE: long}) == ("note_too_long", {"most": LONGEST_NOTE})
        assert not ToolSheet.objects.exists()

    def test_rests_as_it_was_once_the_plan_is_over(self, life: Life):
        plan = life.brought_to(PlanStatus.ENDED)
        assert refused(spheres, life, {HOPE: "Koffie."}, plan=plan) == ("plan_not_open", {})

    @pytest.mark.parametrize("text", ["<script>alert(1)</script>", "🌻 tuin", "a\r\nb", "  ruim  "])
    def test_keeps_every_text_as_it_was_written_but_for_space_around_it(self, life: Life, text: str):
        sheet = spheres(life, {HOPE: text}).sheet
        assert queries.notes_of(sheet) == {HOPE: text.replace("\r\n", "\n").strip()}


class TestWords:
    @pytest.mark.done("6.own-words")
    def test_are_agreed_with_a_plan_and_said_in_the_log_without_what_was_written(self, words: Life):
        plan = words.opened()
        together(words, ToolKind.WORDS, {HOME: "De oude school.", WALK_IN: ""}, plan=plan)
        assert queries.agreed_words(plan) == {"buurthuis": "De oude school."}
        entry = AuditEntry.objects.get(action="plans.words.filled")
        assert (entry.subject_kind, entry.subject_id) == (PLAN, plan.pk)
        assert "school" not in str(entry.detail)

    def test_of_a_network_in_a_year_are_not_those_of_its_plan(self, words: Life):
        plan = words.opened()
        together(words, ToolKind.WORDS, {HOME: "De oude school."})
        assert queries.agreed_words(plan) == {}
        assert queries.years_of_sheets(words.table.network, ToolKind.WORDS) == [TODAY.year]

    def test_of_two_people_stand_below_each_other(self, words: Life):
        plan = words.opened()
        together(words, ToolKind.WORDS, {HOME: "De oude school."}, plan=plan)
        filled = together(words, ToolKind.WORDS, {HOME: "Ook de tuin."}, plan=plan)
        assert filled.both == (HOME,)
        assert queries.agreed_words(plan) == {"buurthuis": "De oude school.\n\nOok de tuin."}

    def test_that_were_taken_out_again_say_nothing(self, words: Life):
        plan = words.opened()
        together(words, ToolKind.WORDS, {HOME: "De oude school."}, plan=plan)
        together(words, ToolKind.WORDS, {HOME: ""}, version=1, plan=plan)
        assert queries.agreed_words(plan) == {}

    def test_are_those_of_the_arrangement_alone(self, words: Life):
        assert refused(together, words, ToolKind.WORDS, {Cell("buurtkamer"): "x"}) == ("not_on_sheet", {})
        assert refused(together, words, ToolKind.WORDS, {HOPE: "x"}) == ("not_on_sheet", {})

    def test_are_refused_where_the_municipality_explains_none(self, life: Life):
        assert refused(together, life, ToolKind.WORDS, {}) == ("no_own_words", {})
        assert not ToolSheet.objects.exists()


class TestStaircase:
    def test_begins_with_the_crosses_of_the_municipality(self, steps: Life):
        now = queries.sheet_now(None, steps.table.municipality, today=TODAY)
        assert now.arrangement.staircase is not None
        assert now.marks == crosses(now.arrangement.staircase) == {Cell("groen", "loslaten")}

    def test_is_set_with_its_reason(self, steps: Life):
        sheet = staircase(steps, Cell("groen", "zorgen"), why="Hier is weinig groen.").sheet
        assert queries.marks_of(sheet) == {Cell("groen", "zorgen")}
        assert queries.notes_of(sheet) == {GREEN: "Hier is weinig groen."}

    def test_is_not_set_over_what_somebody_else_set_meanwhile(self, steps: Life):
        staircase(steps, Cell("groen", "zorgen"))
        assert refused(staircase, steps, Cell("zorg", "zorgen")) == ("sheet_changed", {})
        sheet = staircase(steps, Cell("groen", "zorgen")).sheet  # the same once more
        assert sheet.version == 1

    def test_is_refused_where_the_arrangement_has_none(self, life: Life):
        assert refused(staircase, life) == ("no_staircase", {})

    def test_keeps_the_rows_of_the_arrangement_under_which_it_was_begun(self, steps: Life):
        sheet = staircase(steps, Cell("groen", "zorgen")).sheet
        install(ARRANGEMENT.replace("2016-01-01", "2017-12-01"), at=later(60))
        now = queries.sheet_now(sheet, steps.table.municipality, today=TODAY + timedelta(days=90))
        assert now.arrangement.staircase is not None
        assert queries.sheet_now(None, steps.table.municipality, today=TODAY + timedelta(days=90)).marks == frozenset()

    def test_tells_residents_only_what_they_may_expect(self, steps: Life):
        plan = steps.opened()
        staircase(steps, Cell("groen", "loslaten"), Cell("groen", "zorgen"), why="Intern.", plan=plan)
        (expected,) = queries.expected_of(plan, steps.table.municipality, today=TODAY)
        assert (expected.about, expected.sentences) == (
            "Groen in de straat",
            ("U doet het zelf.", "De gemeente doet het."),
        )

    def test_promises_nothing_without_a_staircase(self, life: Life):
        assert queries.expected_of(life.opened(), life.table.municipality, today=TODAY) == ()

    @pytest.mark.done("6.staircase")
    def test_of_oude_ijsselstreek_promises_something_for_each_of_its_principles(self):
        found = shipped("oude-ijsselstreek").staircase
        assert found is not None
        assert [len(one.sentences) for one in expectations(found, crosses(found))] == [4, 3, 3, 1, 1, 2, 1]


class TestAccess:
    @pytest.mark.parametrize(
        ("who", "fills", "sees", "sets"),
        [
            ("coordinator", True, True, False),
            ("area_manager", True, True, True),
            ("officer", False, True, True),
            ("sits", True, True, False),
            ("elsewhere", False, False, False),
        ],
    )
    def test_lets_the_network_fill_in_and_the_municipality_say_its_step(self, life: Life, who, fills, sees, sets):
        actor, here, network = getattr(life.table, who), life.table.municipality, life.table.network
        assert access.sheet_networks(actor, here, on=TODAY).filter(pk=network.pk).exists() is fills
        assert access.staircase_networks(actor, here, on=TODAY).filter(pk=network.pk).exists() is sees
        assert access.sets_staircase(actor, network, on=TODAY) is sets

    def test_gives_a_visitor_nothing(self, life: Life):
        here, network = life.table.municipality, life.table.network
        assert not access.sheet_networks(NOBODY, here, on=TODAY).exists()
        assert not access.sets_staircase(NOBODY, network, on=TODAY)


@pytest.mark.both_engines
class TestConstraints:
    def test_give_a_network_one_sheet_of_a_kind_a_year(self, life: Life):
        row = spheres(life, {HOPE: "Koffie."}).sheet
        row.pk = None
        with pytest.raises(IntegrityError), transaction.atomic():
            row.save(force_insert=True)

    def test_let_a_cross_stand_once(self, steps: Life):
        sheet = staircase(steps, Cell("groen", "zorgen")).sheet
        with pytest.raises(IntegrityError), transaction.atomic():
            ToolMark.objects.create(sheet=sheet, row="groen", column="zorgen")


@pytest.mark.both_engines
@pytest.mark.django_db(transaction=True)
def test_two_people_who_begin_a_sheet_at_once_fill_in_one():
    life = lay_life()
    at_once(lambda: spheres(life, {HOPE: "Koffie."}), lambda: spheres(life, {HOPE: "Thee."}))
    sheet = ToolSheet.objects.get()
    text = queries.notes_of(sheet)[HOPE]
    assert sheet.version == 2
    assert sorted(text.split("\n\n")) == ["Koffie.", "Thee."]
