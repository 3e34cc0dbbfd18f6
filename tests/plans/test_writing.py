"""Two people write on one part of a plan: every text that was handed in is kept, and nothing is overwritten."""

from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.conftest import AT
from tests.factories import at_once, somebody
from tests.networks.table import Table, later, lay_table, refused_key
from wijkaanzet.kernel.actors import Actor
from wijkaanzet.kernel.models import AuditEntry
from wijkaanzet.kernel.refusals import Refused
from wijkaanzet.people.rules import Role
from wijkaanzet.plans import operations, queries
from wijkaanzet.plans.access import own_sections
from wijkaanzet.plans.models import LastLooked, Plan, Section, SectionVersion
from wijkaanzet.plans.operations import HandIn, Written
from wijkaanzet.plans.rules.cleaning import cleaned
from wijkaanzet.plans.rules.plans import AgreementWay, PlanStatus
from wijkaanzet.plans.rules.sections import OF_THE_PLAN, SectionKey, VersionKind

TUIN = "Er is een buurttuin. De tuin is open."


def opened(table: Table) -> Plan:
    return operations.open_plan(
        table.network, starts_on=date(2018, 1, 1), ends_before=date(2020, 1, 1), actor=table.coordinator, at=AT
    )


def part(plan: Plan, key: SectionKey = SectionKey.THERE_IS) -> Section:
    return Section.objects.select_related("plan").get(plan=plan, priority__isnull=True, key=key)


def handed_in(section: Section, text: str, *, base: int, actor: Actor, said_by: str = "", days: int = 0) -> Written:
    hand_in = HandIn(base=base, text=text, said_by=said_by)
    return operations.write(section, hand_in=hand_in, actor=actor, at=later(days))


@pytest.fixture(name="table")
def table_of_a_network(db: None) -> Table:
    return lay_table()


@pytest.fixture(name="section")
def section_of_a_plan(table: Table) -> Section:
    return part(opened(table))


def test_what_somebody_hands_in_is_what_the_part_reads(table: Table, section: Section):
    written = handed_in(section, f"  {TUIN}\r\n", base=0, actor=table.sits, said_by="bewoners aan tafel")
    assert (written.kind, written.section.text, written.section.version) == (VersionKind.SAVED, TUIN, 1)
    version = SectionVersion.objects.get()
    assert (version.text, version.said_by, version.author_id) == (TUIN, "bewoners aan tafel", table.sits.user_id)
    row = AuditEntry.objects.get(action="plans.section.saved")
    assert row.detail == {"plan": section.plan_id, "version": 1, "base": 0}
    assert "buurttuin" not in str(list(AuditEntry.objects.values()))


def test_who_write_in_other_sentences_both_come_into_the_text(table: Table, section: Section):
    handed_in(section, TUIN, base=0, actor=table.coordinator)
    handed_in(section, f"{TUIN} Er is soep.", base=1, actor=table.coordinator)
    written = handed_in(section, TUIN.replace("open", "elke dag open"), base=1, actor=table.sits)
    assert written.kind is VersionKind.MERGED
    assert written.section.text == "Er is een buurttuin. De tuin is elke dag open. Er is soep."
    assert SectionVersion.objects.get(number=3).handed_in == "Er is een buurttuin. De tuin is elke dag open."


@pytest.mark.done("6.two-browsers-one-section")
def test_who_change_one_sentence_are_both_kept_and_the_text_stays(table: Table, section: Section):
    handed_in(section, TUIN, base=0, actor=table.coordinator)
    handed_in(section, TUIN.replace("open", "elke dag open"), base=1, actor=table.coordinator)
    written = handed_in(section, TUIN.replace("open", "nooit open"), base=1, actor=table.sits)
    assert written.kind is VersionKind.BESIDE
    assert written.section.text == "Er is een buurttuin. De tuin is elke dag open."
    (kept,) = queries.beside_of(section)
    assert kept.text == "Er is een buurttuin. De tuin is nooit open."


def test_a_form_that_is_sent_twice_is_kept_once(table: Table, section: Section):
    handed_in(section, TUIN, base=0, actor=table.coordinator)
    for base, text in [(0, TUIN), (1, TUIN)]:
        assert handed_in(section, text, base=base, actor=table.coordinator).section.version == 1
    for other in ("De tuin is dicht.", "Er is een buurttuin. De tuin is dicht."):
        handed_in(section, TUIN.replace("open", "elke dag open"), base=1, actor=table.coordinator)
        first = handed_in(section, other, base=1, actor=table.sits)
        assert handed_in(section, other, base=1, actor=table.sits) == first
    assert SectionVersion.objects.count() == 4


def test_what_is_kept_beside_is_settled_once(table: Table, section: Section):
    handed_in(section, TUIN, base=0, actor=table.coordinator)
    handed_in(section, TUIN.replace("open", "elke dag open"), base=1, actor=table.coordinator)
    beside = handed_in(section, TUIN.replace("open", "nooit open"), base=1, actor=table.sits).version
    assert beside is not None
    both = HandIn(base=2, text="Er is een buurttuin. De tuin is elke dag open, nooit dicht.")
    written = operations.settle_beside(beside, hand_in=both, actor=table.sits, at=later(1))
    assert (written.kind, written.section.text) == (VersionKind.SAVED, both.text)
    assert not queries.beside_of(section).exists()
    with pytest.raises(Refused) as refused:
        operations.settle_beside(beside, hand_in=None, actor=table.coordinator, at=later(2))
    assert refused.value.key == "beside_settled"


def test_what_is_kept_beside_may_stay_out_of_the_text_and_is_still_to_be_read(table: Table, section: Section):
    handed_in(section, TUIN, base=0, actor=table.coordinator)
    handed_in(section, "De tuin is weg.", base=1, actor=table.coordinator)
    beside = handed_in(section, "De tuin is groot.", base=1, actor=table.sits).version
    assert beside is not None
    written = operations.settle_beside(beside, hand_in=None, actor=table.sits, at=later(1))
    assert (written.version, written.section.text) == (None, "De tuin is weg.")
    versions = list(queries.versions_of(section))
    assert [one.text for one in versions] == ["De tuin is groot.", "De tuin is weg.", TUIN]
    assert queries.texts_before(section, versions) == {3: TUIN, 2: TUIN, 1: ""}


@pytest.mark.parametrize(
    ("text", "base", "said_by", "refused"),
    [
        ("x" * 100_000, 0, "", ("section_too_long", {"length": 100_000, "most": 20_000})),
        ("Goed", 7, "", ("version_unknown", {})),
        ("Goed", 0, "x" * 81, ("said_by_too_long", {"length": 81, "most": 80})),
    ],
)
@pytest.mark.done("6.bad-input")
def test_what_does_not_fit_is_refused_and_nothing_changes(table: Table, section: Section, text, base, said_by, refused):
    with pytest.raises(Refused) as told:
        handed_in(section, text, base=base, actor=table.sits, said_by=said_by)
    assert refused_key(told.value) == refused
    assert not SectionVersion.objects.exists()


@pytest.mark.parametrize("text", ["<script>alert(1)</script>", "Soep 🍲", "Een\u00a0bullet:\r\n\uf0b7\tsoep"])
def test_any_signs_may_stand_in_a_part(table: Table, section: Section, text):
    written = handed_in(section, text, base=0, actor=table.sits)
    assert written.section.text == text.replace("\u00a0", " ").replace("\r\n\uf0b7\t", "\n- ")


def test_a_network_has_to_agree_again_only_when_the_text_changed(table: Table, section: Section):
    handed_in(section, TUIN, base=0, actor=table.sits)
    agreed = operations.Agreed(way=AgreementWay.CONSENT)
    operations.agree(section.plan, agreed=agreed, actor=table.coordinator, at=later(1))
    handed_in(section, TUIN, base=1, actor=table.sits)
    assert Plan.objects.get().status == PlanStatus.AGREED
    handed_in(section, "Anders.", base=1, actor=table.sits)
    assert Plan.objects.get().status == PlanStatus.WRITING


def test_a_plan_that_rests_takes_no_text(table: Table, section: Section):
    operations.rest(section.plan, why="Zomer", look_again_on=later(30).date(), actor=table.coordinator, at=later(1))
    with pytest.raises(Refused) as refused:
        handed_in(section, TUIN, base=0, actor=table.sits)
    assert refused.value.key == "plan_not_open"


def test_what_others_did_is_told_since_somebody_looked(table: Table, section: Section):
    plan = section.plan
    handed_in(section, TUIN, base=0, actor=table.coordinator, days=1)
    summary = handed_in(part(plan, SectionKey.SUMMARY), "Kort.", base=0, actor=table.sits, days=1).section
    operations.comment(section, text="Mooi zo!", actor=table.coordinator, at=later(1))
    before = queries.changes_since(plan, table.sits)
    assert [(one.key, one.versions, one.comments) for one in before.sections] == [(SectionKey.THERE_IS, 1, 1)]
    operations.look(plan, actor=table.sits, at=later(2))
    operations.look(plan, actor=table.sits, at=later(3))
    assert queries.changes_since(plan, table.sits) == queries.Changes(since=later(3), sections=(), suggestions=0)
    handed_in(summary, "Kort en goed.", base=1, actor=table.coordinator, days=4)
    (change,) = queries.changes_since(plan, table.sits).sections
    assert (change.key, change.versions, change.comments) == (SectionKey.SUMMARY, 1, 0)


def test_nobody_is_watched_while_reading(table: Table, section: Section):
    logged = AuditEntry.objects.count()
    for days in (1, 2):
        operations.look(section.plan, actor=table.sits, at=later(days))
    assert AuditEntry.objects.count() == logged
    assert list(LastLooked.objects.values_list("user_id", "at")) == [(table.sits.user_id, later(2))]


def test_the_parts_stand_in_the_order_of_the_plan(table: Table, section: Section, django_assert_num_queries):
    handed_in(section, TUIN, base=0, actor=table.sits)
    operations.comment(section, text="Mooi zo!", actor=table.coordinator, at=AT)
    with django_assert_num_queries(1):
        found = queries.sections_of(section.plan)
    assert tuple(one.key for one in found) == OF_THE_PLAN
    assert [(one.written_at, one.comments, one.beside) for one in found][:2] == [(None, 0, 0), (AT, 1, 0)]


def test_a_comment_is_given_once_and_settled_once(table: Table, section: Section):
    for _ in range(2):
        said = operations.comment(section, text=" Mooi zo! ", actor=table.sits, at=AT)
    assert list(queries.comments_of(section)) == [said]
    operations.settle_comment(said, actor=table.coordinator, at=later(1))
    assert not queries.comments_of(section).exists()
    with pytest.raises(Refused) as refused:
        operations.settle_comment(said, actor=table.sits, at=later(1))
    assert refused.value.key == "comment_settled"


@pytest.mark.parametrize(("text", "key"), [("  ", "comment_without_text"), ("x" * 100_000, "plan_comment_too_long")])
def test_a_comment_says_something_and_not_too_much(table: Table, section: Section, text, key):
    with pytest.raises(Refused) as refused:
        operations.comment(section, text=text, actor=table.sits, at=AT)
    assert refused.value.key == key


def test_a_part_is_written_by_who_takes_part_and_by_nobody_else(table: Table, section: Section):
    today = AT.date()
    others = [table.officer, table.elsewhere, somebody(Role.RESIDENT, table.municipality, scope=table.area)]
    for who, may in [
        (table.coordinator, True),
        (table.area_manager, True),
        (table.sits, True),
        *((o, False) for o in others),
    ]:
        found = own_sections(who, table.municipality, on=today).filter(pk=section.pk)
        assert found.exists() is may


@pytest.mark.both_engines
@pytest.mark.done("6.two-browsers-one-section")
@pytest.mark.django_db(transaction=True)
def test_two_who_write_at_once_lose_nothing():
    table = lay_table()
    section = part(opened(table))
    texts = ["Er is soep.", "Wij zingen.", "De tuin is open."]
    answers = at_once(*[lambda text=text: handed_in(section, text, base=0, actor=table.sits) for text in texts])
    assert [type(one) for one in answers] == [Written] * 3
    section.refresh_from_db()
    assert sorted(section.text.split("\n\n")) == sorted(texts)
    assert section.versions.count() == 3


@pytest.mark.both_engines
@pytest.mark.django_db(transaction=True)
def test_two_who_change_one_sentence_at_once_are_both_kept():
    table = lay_table()
    section = part(opened(table))
    handed_in(section, "De tuin is open.", base=0, actor=table.sits)
    texts = ["De tuin is altijd open.", "De tuin is nooit open."]
    at_once(*[lambda text=text: handed_in(section, text, base=1, actor=table.sits) for text in texts])
    section.refresh_from_db()
    assert {section.text, *(one.text for one in queries.beside_of(section))} == set(texts)


SENTENCES = st.lists(st.sampled_from(["Soep.", "Tuin!", "Wie helpt?", "\n"]), max_size=5).map(" ".join)


@settings(max_examples=10, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(hands=st.lists(st.tuples(SENTENCES, st.integers(0, 3)), max_size=4))
def test_whatever_is_handed_in_is_kept_word_for_word(table: Table, hands: list[tuple[str, int]]):
    section = Section.objects.filter(plan__network=table.network, key=SectionKey.RISKS).select_related("plan").first()
    section = section or part(opened(table), SectionKey.RISKS)
    section.versions.all().delete()
    Section.objects.filter(pk=section.pk).update(text="", version=0)
    read = {0: ""}
    for text, back in hands:
        base = sorted(read)[max(0, len(read) - 1 - back)]
        written = handed_in(section, text, base=base, actor=table.sits)
        read[written.section.version] = written.section.text
        if written.version is not None:
            assert queries.handed_in(written.version) == cleaned(text)
    section.refresh_from_db()
    assert section.text == read[section.version]
