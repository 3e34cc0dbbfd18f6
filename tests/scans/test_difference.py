"""What a new table says otherwise than the one before it."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.budget.ledger_town import AT, Town, open_town
from tests.scans.tables import MAPPING, ROWS, table
from wijkaanzet.cycle import operations as cycle
from wijkaanzet.scans import operations, queries
from wijkaanzet.scans.models import FigureImport
from wijkaanzet.scans.rules.difference import SHOWN, Change, Differences, differences

VALUES = st.dictionaries(
    st.tuples(st.sampled_from(["GM0855", "WK085500", "WK085501"]), st.sampled_from(["inwoners", "jong", "oud"])),
    st.sampled_from(["", "0", "20", "20.0", "20.5", "-3"]),
)


class TestValues:
    def test_that_changed_are_new_or_gone_are_told_apart(self):
        before = {("WK2", "a"): "1", ("WK1", "a"): "20", ("WK1", "b"): "", ("WK3", "a"): "5"}
        after = {("WK2", "a"): "2", ("WK1", "a"): "20.0", ("WK1", "b"): "7", ("WK4", "a"): ""}
        assert differences(before, after) == Differences(
            same=1,
            changed=2,
            new=1,
            gone=1,
            examples=(
                Change("WK1", "b", "", "7"),
                Change("WK2", "a", "1", "2"),
                Change("WK3", "a", "5", None),
                Change("WK4", "a", None, ""),
            ),
        )

    def test_that_were_known_and_are_not_any_more_changed(self):
        found = differences({("WK1", "a"): "0"}, {("WK1", "a"): ""})
        assert (found.changed, found.examples) == (1, (Change("WK1", "a", "0", ""),))

    def test_ten_examples_are_enough(self):
        found = differences({}, {(f"WK{n:02}", "a"): "1" for n in range(30)})
        assert (found.new, [one.code for one in found.examples]) == (30, [f"WK{n:02}" for n in range(SHOWN)])

    @given(VALUES, VALUES)
    def test_are_each_counted_once(self, before: dict, after: dict):
        found = differences(before, after)
        assert found.same + found.changed + found.new + found.gone == len(before.keys() | after.keys())
        assert (found.new, found.gone) == (len(after.keys() - before.keys()), len(before.keys() - after.keys()))
        back = differences(after, before)
        assert (back.changed, back.new, back.gone) == (found.changed, found.gone, found.new)
        assert differences(before, before) == Differences(same=len(before))


@pytest.fixture
def town(db: None) -> Town:
    return open_town()


def mapped(town: Town, rows: Sequence[Sequence[str]], *, year: int = 2017) -> FigureImport:
    new = operations.Upload(table(rows), "cijfers.csv", "CBS", year, 2018)
    taken = operations.upload(town.division, new=new, actor=town.officer, at=AT)
    return operations.map_columns(taken, mapping=MAPPING, actor=town.officer, at=AT)


def since_before(table: FigureImport) -> queries.SinceBefore | None:
    columns = queries.mapping_of(table).columns
    values = queries.dry_run(table).values
    return queries.since_before(table.division, year=table.year, columns=columns, values=values)


class TestTables:
    CHANGED = [("WK085500", "Noord", "1100", "20.50", "ja"), *ROWS[1:3], ("WK085505", "Nieuw", "30", "5", "")]

    def test_of_the_same_year_are_compared_for_the_own_areas(self, town: Town):
        first = cycle.import_figures(mapped(town, ROWS), actor=town.officer, at=AT)
        found = since_before(mapped(town, self.CHANGED))
        assert found is not None
        assert [one.pk for one in found.tables] == [first.pk]
        assert found.differences == Differences(
            same=5,
            changed=1,
            new=2,
            gone=2,
            examples=(
                Change("WK085500", "inwoners", "1000", "1100"),
                Change("WK085503", "inwoners", "0", None),
                Change("WK085503", "jongeren", "", None),
                Change("WK085505", "inwoners", None, "30"),
                Change("WK085505", "jongeren", None, "5"),
            ),
        )

    def test_the_newest_one_that_was_imported_counts(self, town: Town):
        cycle.import_figures(mapped(town, ROWS), actor=town.officer, at=AT)
        newest = cycle.import_figures(mapped(town, self.CHANGED), actor=town.officer, at=AT)
        found = since_before(mapped(town, self.CHANGED))
        assert found is not None
        assert ([one.pk for one in found.tables], found.differences) == ([newest.pk], Differences(same=8))

    @pytest.mark.parametrize("what", ["nothing", "another year", "taken back", "not imported"])
    def test_before_the_first_there_is_nothing_to_compare(self, town: Town, what: str):
        if what == "another year":
            cycle.import_figures(mapped(town, ROWS, year=2016), actor=town.officer, at=AT)
        elif what == "taken back":
            done = cycle.import_figures(mapped(town, ROWS), actor=town.officer, at=AT)
            cycle.undo_figures(done, reason="Verkeerd", actor=town.officer, at=AT)
        elif what == "not imported":
            mapped(town, ROWS)
        assert since_before(mapped(town, self.CHANGED)) is None
