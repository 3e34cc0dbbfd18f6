"""Tables come in and go again in the database: all or nothing, once, followed by the moves, and erased when wrong."""

from collections.abc import Callable

import pytest

from tests.budget.ledger_town import AT, Town, open_town
from tests.scans.bringing_in import all_is_well, imported, mapped, state, undone, uploaded
from tests.scans.tables import MAPPING, ROWS, table
from wijkaanzet.areas.models import Area
from wijkaanzet.cycle import operations as cycle
from wijkaanzet.cycle.models import AreaYear
from wijkaanzet.kernel.actors import Actor, Channel
from wijkaanzet.kernel.models import AuditEntry
from wijkaanzet.kernel.refusals import Refused
from wijkaanzet.kernel.subjects import Subject, labels
from wijkaanzet.scans import access, operations, queries
from wijkaanzet.scans.models import Figure, FigureColumn, FigureImport
from wijkaanzet.scans.queries.figures import Known, compositions_of, held
from wijkaanzet.scans.rules.bad_input import BadInput
from wijkaanzet.scans.rules.columns import Column, ColumnKind
from wijkaanzet.scans.rules.figures_file import load_figures
from wijkaanzet.scans.rules.mapping import ColumnMapping
from wijkaanzet.scans.rules.roll_up import Whole


@pytest.fixture
def town(db: None) -> Town:
    town = open_town()
    cycle.start_year(town.division, year=2018, actor=town.officer, at=AT)
    return town


def refused(town: Town) -> FigureImport:
    return operations.refuse(mapped(town), actor=town.officer, at=AT)


MAKE: dict[str, Callable[[Town], FigureImport]] = {
    "uploaded": uploaded,
    "mapped": mapped,
    "imported": imported,
    "refused": refused,
    "undone": lambda town: undone(town, imported(town)),
}
ACTS: dict[str, Callable[[Town, FigureImport], FigureImport]] = {
    "map": lambda town, one: operations.map_columns(one, mapping=MAPPING, actor=town.officer, at=AT),
    "import": lambda town, one: cycle.import_figures(one, actor=town.officer, at=AT),
    "refuse": lambda town, one: operations.refuse(one, actor=town.officer, at=AT),
    "undo": lambda town, one: undone(town, one),
}


def figures_of(area: Area, columns: list[FigureColumn]) -> dict[int, Whole]:
    """What is known of an area before anything is hidden, by id of the column."""
    compositions = compositions_of([area])[area.id]
    known = Known(columns, {code for one in compositions for code in one.parts})
    return {one.id: known.whole(one, held(compositions, one.figure_import.region_year).parts) for one in columns}


class TestAll:
    def test_every_figure_of_the_municipality_is_kept_as_it_stands(self, town: Town):
        found = imported(town)
        values = Figure.objects.filter(figure_import=found).order_by("cbs_code", "column__position")
        assert list(values.values_list("cbs_code", "column__key", "value", "reason")) == [
            ("WK030700", "a_inw", "9000", ""),  # of elsewhere: what an area is compared with
            ("WK030700", "p_jong", "12", ""),
            ("WK085500", "a_inw", "1000", ""),
            ("WK085500", "p_jong", "20.5", ""),
            ("WK085501", "a_inw", "2000", ""),
            ("WK085501", "p_jong", "10", ""),
            ("WK085502", "a_inw", "500", ""),
            ("WK085502", "p_jong", "", "unknown"),
            ("WK085503", "a_inw", "0", ""),
            ("WK085503", "p_jong", "", "blank"),
        ]
        assert list(found.places.order_by("line").values_list("cbs_code", "cbs_name", "line"))[1] == (
            "WK085501", "Zuid", 3,
        )  # fmt: skip
        assert {one.action for one in AuditEntry.objects.filter(subject_kind="scans.figure_import")} == {
            "scans.figure_import.uploaded",
            "scans.figure_import.mapped",
            "scans.figure_import.imported",
        }
        assert all_is_well()

    def test_what_is_usable_is_read_by_the_parser_of_the_division(self, town: Town):
        found = imported(town)
        (usable,) = queries.usable(town.division, for_year=2018)
        assert usable == found
        assert queries.usable(town.division, for_year=2019) == []
        keys = [column.key for column in queries.columns_of(usable)]
        figures = load_figures(queries.open_file(usable), queries.layout_of(usable), keys, municipality="GM0855")
        assert figures.sha256 == usable.sha256
        assert [area.code for area in figures.areas] == ["WK085500", "WK085501", "WK085502", "WK085503"]

    def test_areas_have_figures_or_say_of_how_many_parts_they_are_not_known(self, town: Town):
        imported(town)
        known = []
        for area in town.areas:
            columns = queries.public_columns(area.division)
            wholes = figures_of(area, columns)
            known.append([(wholes[one.id].value, wholes[one.id].unknown, wholes[one.id].parts) for one in columns])
        assert known == [
            [(3000, 0, 2), (pytest.approx(13.5), 0, 2)],
            [(500, 0, 2), (None, 1, 2)],
            [(None, 2, 2), (None, 2, 2)],
        ]

    def test_the_newest_table_of_a_year_counts(self, town: Town):
        imported(town)
        imported(town, table([("WK085500", "Noord", "1100", "20", ""), *ROWS[1:]]))
        columns = queries.public_columns(town.division)
        assert [one.label for one in columns] == ["Inwoners", "Jongeren"]
        assert figures_of(town.areas[0], columns)[columns[0].id].value == 3100

    def test_columns_can_be_explained_again_before_the_import(self, town: Town):
        found = mapped(town)
        people = Column("a_inw", "Bewoners", ColumnKind.COUNT)
        again = ColumnMapping("gwb_code", "naam", "a_inw", (people,))
        operations.map_columns(found, mapping=again, actor=town.officer, at=AT)
        assert [one.label for one in queries.columns_of(found)] == ["Bewoners"]
        assert all_is_well()


class TestOrNothing:
    def test_a_wrong_cell_keeps_everything_out(self, town: Town):
        found = mapped(town, table([ROWS[0], (*ROWS[1][:3], "veel", "")]))
        before = state()
        with pytest.raises(BadInput) as refused:
            cycle.import_figures(found, actor=town.officer, at=AT)
        assert (refused.value.key, refused.value.where) == ("not_a_number", "3")
        assert state() == before

    @pytest.mark.parametrize(
        ("made", "act"),
        [
            ("imported", "map"),
            ("refused", "map"),
            ("undone", "map"),
            ("uploaded", "import"),
            ("imported", "import"),
            ("refused", "import"),
            ("undone", "import"),
            ("imported", "refuse"),
            ("undone", "refuse"),
            ("uploaded", "undo"),
            ("mapped", "undo"),
            ("refused", "undo"),
        ],
    )
    def test_only_the_step_that_comes_next(self, town: Town, made: str, act: str):
        found = MAKE[made](town)
        before = state()
        with pytest.raises(Refused, match="wrong_state"):
            ACTS[act](town, found)
        assert state() == before

    def test_taking_back_needs_a_reason(self, town: Town):
        found = imported(town)
        with pytest.raises(Refused, match="undo_needs_reason"):
            cycle.undo_figures(found, reason="  ", actor=town.officer, at=AT)
        assert Figure.objects.exists()

    def test_the_same_file_is_refused_by_the_name_of_the_first(self, town: Town):
        imported(town)
        again = mapped(town)
        with pytest.raises(Refused) as refused:
            cycle.import_figures(again, actor=town.officer, at=AT)
        assert (refused.value.key, refused.value.parameters["name"]) == ("same_file", "cijfers.csv")
        assert imported(town, for_year=2019).status == "imported"

    def test_an_area_of_another_municipality_sees_nothing_of_it(self, town: Town):
        other = open_town(code="GM0307", slug="amersfoort")
        found = imported(town)
        on = AT.date()
        assert list(access.visible_imports(town.officer, town.municipality, on=on)) == [found]
        for actor, where in ((other.officer, town), (town.officer, other), (town.college_clerk, town)):
            assert not access.visible_imports(actor, where.municipality, on=on).exists()
            assert not access.own_imports(actor, where.municipality, on=on).exists()

    def test_what_is_on_its_way_has_a_name_for_who_brings_it_in_only(self, town: Town):
        other = open_town(code="GM0307", slug="amersfoort")
        waiting, public = uploaded(town).id, imported(town).id
        for actor, sees in (
            (town.officer, {waiting, public}),
            (town.college_clerk, {public}),
            (other.officer, {public}),
            (Actor(None, Channel.WEB), {public}),
        ):
            subjects = [Subject("scans.figure_import", id_) for id_ in (waiting, public)]
            assert {one.id for one in labels(subjects, actor)} == sees


def test_what_a_page_shows_of_a_file_is_kept_with_it(town: Town):
    found = FigureImport.objects.get(pk=imported(town).pk)
    kept, read = queries.kept_overview(found), queries.overview_of(found)
    assert kept is not None
    assert (kept.header, kept.first_rows, kept.rows) == (read.header, read.first_rows, read.rows)
    assert kept.layout == read.layout


class TestBack:
    def test_the_areas_wait_again_and_nothing_of_the_file_is_left(self, town: Town):
        found = undone(town, imported(town))
        assert (found.status, found.content, found.fingerprint, found.code_column) == ("undone", None, "", "")
        assert not Figure.objects.exists()
        assert not FigureColumn.objects.exists()
        assert set(AreaYear.objects.values_list("status", flat=True)) == {"figures"}
        assert len(found.sha256) == 64
        assert all_is_well()

    @pytest.mark.parametrize("gone", [refused, lambda town: undone(town, imported(town))])
    def test_nothing_that_came_out_of_the_file_is_kept(self, town: Town, gone: Callable[[Town], FigureImport]):
        found = FigureImport.objects.get(pk=gone(town).pk)
        stays = {
            "id", "public_id", "municipality", "division", "status", "status_since", "file_name", "sha256", "size",
            "source", "table", "origin", "provisional", "year", "region_year", "for_year", "fictional",
        }  # fmt: skip
        others = {field.name: getattr(found, field.name) for field in FigureImport._meta.concrete_fields}
        assert {name for name, value in others.items() if value not in (None, "", [], {}, False)} <= stays

    def test_with_another_table_the_areas_go_on(self, town: Town):
        imported(town)
        undone(town, imported(town, table(ROWS[:3])))
        assert set(AreaYear.objects.values_list("status", flat=True)) == {"budget"}
        assert all_is_well()

    def test_again_and_again(self, town: Town):
        for _ in range(3):
            undone(town, imported(town))
        assert set(AreaYear.objects.values_list("status", flat=True)) == {"figures"}
        imported(town)
        assert set(AreaYear.objects.values_list("status", flat=True)) == {"budget"}
        assert all_is_well()

    def test_not_while_money_is_being_decided_with_them(self, town: Town):
        found = imported(town)
        town.decided_frame()
        cycle.propose(town.drafted_run(), actor=town.officer, at=AT)
        with pytest.raises(Refused, match="figures_in_use"):
            undone(town, found)
        assert Figure.objects.exists()
        assert all_is_well()

    def test_a_file_that_was_thrown_away_is_empty(self, town: Town):
        found = operations.refuse(mapped(town), actor=town.officer, at=AT)
        assert (found.status, found.content, found.columns.count()) == ("refused", None, 0)
        assert all_is_well()
