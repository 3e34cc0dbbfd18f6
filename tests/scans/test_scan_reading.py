"""What readers see of a scan: figures as they stood, what was told as it is now, and what changed in a year."""

from collections.abc import Callable
from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.conftest import AT
from tests.factories import NOBODY
from tests.scans.figure_town import FIRST_YEAR, PEOPLE, wijk
from tests.scans.scan_town import (
    CONCERNS,
    LONELY,
    STRENGTHS,
    TELLER,
    WANTED,
    YEAR,
    ScanTown,
    build_town,
    figure,
    later,
    on,
    tale,
    voice,
)
from wijkaanzet.intake.models import Entry
from wijkaanzet.intake.rules import EntryKind, Tone
from wijkaanzet.kernel.subjects import Subject
from wijkaanzet.scans import operations, queries
from wijkaanzet.scans.labels import no_value
from wijkaanzet.scans.models import Scan
from wijkaanzet.scans.queries import Changed, ItemInFull, scan_choices
from wijkaanzet.scans.rules.columns import Column, ColumnKind
from wijkaanzet.scans.rules.frozen import Since
from wijkaanzet.scans.rules.importing import Origin
from wijkaanzet.scans.rules.scan import Chosen, Gone, ScanPartKey
from wijkaanzet.stories import operations as stories
from wijkaanzet.stories.models import Story
from wijkaanzet.stories.rules import ConsentWay, Scope

FEW = Column("hulp", "Mensen met hulp", ColumnKind.COUNT)
NETWORK_ONLY = frozenset({Scope.NETWORK})


@pytest.fixture
def town(db: None) -> ScanTown:
    return build_town()


def items(scan: Scan, *, sees_all: bool = False, days: int = 0) -> tuple[ItemInFull, ...]:
    """What stands at what is strong, for everybody or for who work there."""
    return queries.scan_in_full(scan, reader_sees_all=sees_all, on=on(later(days))).section(STRENGTHS).items


def changed(scan: Scan, *, sees_all: bool, on: date) -> Changed | None:
    """What changed since the scan before, as a reader sees both."""
    now = queries.scan_in_full(scan, reader_sees_all=sees_all, on=on)
    return queries.changed(now, reader_sees_all=sees_all, on=on)


def value(scan: Scan) -> str:
    """The first figure."""
    first = items(scan)[0].figure
    assert first is not None
    return first.value


class TestFigures:
    @pytest.mark.done("5.frozen")
    def test_a_figure_keeps_the_value_of_that_moment(self, town: ScanTown):
        table = town.lonely(40)
        scan = town.published(figure(meaning="Vooral ouderen."))
        town.lonely(30)
        assert value(scan) == "40"
        operations.undo(table, reason="fout", actor=town.officer, at=AT)
        (item,) = items(scan)
        assert item.figure is not None
        assert (item.figure.value, item.figure.year, item.figure.source) == ("40", 2016, "CBS")
        assert item.figure.interval is not None
        assert item.meaning == "Vooral ouderen."

    def test_a_draft_shows_what_is_known_now(self, town: ScanTown):
        town.lonely(40)
        scan = town.started()
        town.fill(scan, STRENGTHS, figure())
        town.lonely(30)
        assert value(scan) == "30"
        asked = town.asked(scan)
        town.lonely(20)
        assert value(asked) == "30"
        published = operations.publish_scan(asked, actor=town.coordinator, at=AT)
        assert value(published) == "20"

    def test_a_figure_of_a_draft_that_was_taken_back_is_not_there(self, town: ScanTown):
        table, scan = town.lonely(40), town.started()
        town.fill(scan, STRENGTHS, figure())
        operations.undo(table, reason="fout", actor=town.officer, at=AT)
        assert [(one.what, one.figure) for one in items(scan)] == [("eenzaam", None)]

    @pytest.mark.done("5.frozen")
    def test_a_hidden_figure_keeps_no_number(self, town: ScanTown):
        rows = {wijk(place): {"inwoners": 4_000, "hulp": 3} for place in range(4)}
        town.figures.put(rows, PEOPLE, FEW, origin=Origin.OWN, source="Eigen registratie")
        scan = town.published(figure("mensen-met-hulp"))
        frozen = items(scan)[0].figure
        assert frozen is not None
        assert (frozen.value, frozen.weak, frozen.counted, frozen.benchmark) == ("", None, None, None)
        assert no_value(frozen)

    def test_it_says_since_when_years_may_be_compared(self, town: ScanTown):
        for year in (2014, 2015, 2016):
            town.lonely(40, year=year)
        assert queries.figures_now(town.area)["eenzaam"].comparable_since == 2014
        town.figures.put(
            {wijk(0): {"inwoners": 4_000, "eenzaam": 40}},
            PEOPLE,
            LONELY,
            year=2017,
            region_year=FIRST_YEAR,
            source="Een ander",
        )
        assert queries.figures_now(town.area)["eenzaam"].comparable_since == 2017

    def test_without_any_it_asks_nothing(self, town: ScanTown):
        with CaptureQueriesContext(connection) as asked:
            assert queries.figures_now(town.area, slugs=()) == {}
        assert not asked.captured_queries


def _chosen(told: Entry | Story) -> Chosen:
    return tale(told, meaning="Belangrijk.") if isinstance(told, Story) else voice(told, meaning="Belangrijk.")


class TestTold:
    @pytest.mark.done("5.frozen")
    @pytest.mark.parametrize("make", [lambda town: town.told(), lambda town: town.story()])
    def test_what_its_teller_took_back_reads_so(self, town: ScanTown, make: Callable[[ScanTown], Entry | Story]):
        told = make(town)
        scan = town.published(_chosen(told))
        (before,) = items(scan)
        assert before.told is not None
        assert before.told.title in {"De tuin", "Samen koken"}
        town.withdraw(told)
        for sees_all in (False, True):
            (after,) = items(scan, sees_all=sees_all)
            assert (after.gone, after.told, after.meaning) == (Gone.WITHDRAWN, None, "")

    def test_a_story_whose_consent_ran_out_is_no_longer_shared(self, town: ScanTown):
        scan = town.published(tale(town.story()))
        assert items(scan, days=700)[0].told is not None
        assert items(scan, days=800)[0].gone is Gone.ENDED
        stories.expire(actor=NOBODY, at=later(800))
        assert items(scan, days=800)[0].gone is Gone.ENDED

    @pytest.mark.parametrize("make", [lambda town: town.told(may_share=False), lambda town: town.story(NETWORK_ONLY)])
    def test_what_is_not_for_everybody_is_nothing_to_the_public(
        self, town: ScanTown, make: Callable[[ScanTown], Entry | Story]
    ):
        told = make(town)
        scan = town.published(_chosen(told))
        assert items(scan) == ()
        (seen,) = items(scan, sees_all=True)
        assert seen.told is not None
        assert not seen.for_everybody
        town.withdraw(told)
        assert items(scan) == ()
        assert [one.gone for one in items(scan, sees_all=True)] == [Gone.WITHDRAWN]

    def test_a_story_that_goes_back_to_the_network_goes_from_the_public_page(self, town: ScanTown):
        story = town.story()
        scan = town.published(tale(story))
        yes = stories.Yes(scopes=NETWORK_ONLY, way=ConsentWay.LINK, of_age=True)
        stories.change_scopes(story, yes=yes, actor=TELLER, at=later(1))
        assert [one.gone for one in items(scan, days=1)] == [Gone.ENDED]
        assert [one.gone for one in items(scan, sees_all=True, days=1)] == [None]

    def test_comments_are_for_who_work_there(self, town: ScanTown):
        scan = town.asked(town.started())
        town.comment(scan, section=CONCERNS)
        town.comment(scan)
        everything = queries.scan_in_full(scan, reader_sees_all=True, on=on())
        assert (len(everything.comments), len(everything.section(CONCERNS).comments)) == (1, 1)
        public = queries.scan_in_full(scan, reader_sees_all=False, on=on())
        assert not public.comments
        assert not any(one.comments for one in public.sections)

    def test_strengths_are_read_first(self, town: ScanTown):
        sections = queries.scan_in_full(town.started(), reader_sees_all=True, on=on()).sections
        assert [one.key for one in sections] == list(ScanPartKey)


class TestToChoose:
    def test_what_was_told_is_offered_where_it_belongs(self, town: ScanTown):
        town.lonely(40)
        made: list[tuple[Entry | Story, ScanPartKey]] = [
            (town.told(EntryKind.STRENGTH), STRENGTHS),
            (town.told(EntryKind.SIGNAL, may_share=False), CONCERNS),
            (town.told(EntryKind.IDEA), WANTED),
            (town.told(EntryKind.SUGGESTION), WANTED),
            (town.story(), STRENGTHS),
            (town.story(tone=Tone.BAD), CONCERNS),
        ]
        town.told(area=town.figures.area("oost"))
        found = queries.to_choose(town.coordinator, town.started(), on=on())
        sections = {one.subject: one.section for one in found.told}
        assert sections == {_chosen(told).subject: section for told, section in made}
        assert [one.label for one in found.figures] == ["Eenzaam", "Inwoners"]

    def test_who_works_elsewhere_is_offered_what_everybody_reads(self, town: ScanTown):
        town.told(may_share=False)
        public = town.told()
        found = queries.to_choose(town.elsewhere, town.started(), on=on())
        assert [one.subject for one in found.told] == [Subject("intake.entry", public.pk)]

    def test_of_what_was_told_only_the_newest_is_offered_and_the_rest_may_stay(
        self, town: ScanTown, monkeypatch: pytest.MonkeyPatch
    ):
        monkeypatch.setattr(scan_choices, "MOST_OFFERED", 2)
        entries = [town.told(title=f"Tuin {number}") for number in range(3)]
        found = queries.to_choose(town.coordinator, town.started(), on=on())
        assert [one.subject.id for one in found.told] == [entries[2].pk, entries[1].pk]
        assert voice(entries[0]).subject in queries.to_choose_from(town.coordinator, town.area, on=on())


class TestChanged:
    @pytest.mark.done("5.changed")
    def test_next_years_scan_shows_what_changed(self, town: ScanTown):
        garden, story, table = town.told(), town.story(), town.told(title="De tafel")
        town.lonely(40, year=2016)
        town.published(figure(), voice(garden), tale(story), words="Zo was het.")
        town.lonely(20, year=2017)
        scan = town.published(figure(), voice(table), tale(story), year=YEAR + 1, at=later(365), words="Zo is het.")
        found = changed(scan, sees_all=False, on=on(later(365)))
        assert found is not None
        first, *others = found.sections
        assert (found.before.year, first.part.words_changed) == (YEAR, True)
        assert [one.what for one in first.new] == [Subject("intake.entry", table.pk)]
        assert [one.what for one in first.gone] == [Subject("intake.entry", garden.pk)]
        (lonely,) = first.part.figures
        assert (lonely.then.value, lonely.now.value, lonely.since) == ("40", "20", Since.LOWER)
        assert all(one.part.is_same for one in others)

    @pytest.mark.done("5.changed")
    def test_what_its_teller_took_back_since_is_not_told_by_its_change(self, town: ScanTown):
        garden = town.told()
        town.published(voice(garden))
        town.withdraw(garden)
        scan = town.published(year=YEAR + 1, at=later(365))
        found = changed(scan, sees_all=False, on=on(later(365)))
        assert found is not None
        assert [(one.gone, one.told) for one in found.sections[0].gone] == [(Gone.WITHDRAWN, None)]

    def test_of_the_network_alone_the_public_sees_no_change(self, town: ScanTown):
        garden = town.told(may_share=False)
        town.published()
        scan = town.published(voice(garden), year=YEAR + 1, at=later(365))
        public, everything = (changed(scan, sees_all=sees_all, on=on(later(365))) for sees_all in (False, True))
        assert public is not None
        assert everything is not None
        assert (len(public.sections[0].new), len(everything.sections[0].new)) == (0, 1)

    def test_the_first_scan_has_nothing_before_it(self, town: ScanTown):
        assert changed(town.published(), sees_all=True, on=on()) is None

    def test_a_scan_that_was_not_published_is_not_before_it(self, town: ScanTown):
        town.started()
        scan = town.published(year=YEAR + 1)
        assert changed(scan, sees_all=True, on=on()) is None


class TestLists:
    @pytest.mark.done("5.no-ranking")
    def test_scans_of_a_year_are_listed_by_name_only(self, town: ScanTown):
        town.lonely(40)
        for slug in ("zuid", "noord", "west"):
            scan = town.started(area=town.figures.area(slug))
            town.fill(scan, STRENGTHS)
            operations.publish_scan(town.asked(scan), actor=town.coordinator, at=AT)
        town.started(area=town.figures.area("oost"))
        names = [one.area.name for one in queries.published_scans(town.figures.municipality, YEAR)]
        assert names == ["Noord", "West", "Zuid"]
        assert queries.published_years(town.figures.municipality) == [YEAR]

    def test_what_stands_in_a_draft_is_not_used_yet(self, town: ScanTown):
        scan, garden = town.started(), town.told()
        town.fill(scan, STRENGTHS, voice(garden))
        assert queries.used_in(Subject("intake.entry", garden.pk)) == []


class TestCost:
    def _full(self, town: ScanTown, many: int) -> list[Chosen]:
        told = [voice(town.told(title=f"Stem {n}")) for n in range(many)]
        return [figure(), figure("inwoners"), *told, *(tale(town.story(title=f"Verhaal {n}")) for n in range(many))]

    @pytest.mark.parametrize("status", ["draft", "published"])
    def test_a_scan_costs_the_same_however_much_stands_in_it(self, town: ScanTown, status: str):
        town.lonely(40, year=2015)
        town.lonely(41, year=2016)
        counts = []
        for place, many in enumerate((1, 4)):
            chosen = self._full(town, many)
            if status == "published":
                pk = town.published(*chosen, year=YEAR + place).pk
            else:
                scan = town.started(year=YEAR + place)
                town.fill(scan, STRENGTHS, *chosen)
                town.fill(scan, CONCERNS, *chosen)
                pk = scan.pk
            found = queries.with_area(Scan.objects.filter(pk=pk)).get()
            with CaptureQueriesContext(connection) as asked:
                full = queries.scan_in_full(found, reader_sees_all=True, on=on())
            counts.append(len(asked))
            assert len(full.section(STRENGTHS).items) == len(chosen)
        assert counts[0] == counts[1]
        assert counts[1] <= {"draft": 18, "published": 9}[status]

    def test_what_can_be_chosen_costs_the_same_however_much_there_is(self, town: ScanTown):
        town.lonely(40)
        scan, counts = town.started(), []
        for many in (1, 4):
            town.fill(scan, STRENGTHS, *self._full(town, many))
            with CaptureQueriesContext(connection) as asked:
                queries.to_choose(town.coordinator, scan, on=on())
            counts.append(len(asked))
        assert counts[0] == counts[1]
