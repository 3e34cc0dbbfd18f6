"""A concordance comes in wholly or not at all; its weights are exactly one for every old code."""

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError
from django.db import IntegrityError, transaction
from hypothesis import given
from hypothesis import strategies as st
from pytest_django import DjangoAssertNumQueries

from tests.areas.told import told
from tests.conftest import AT
from tests.factories import NOBODY, MunicipalityFactory, at_once
from wijkaanzet.areas import queries
from wijkaanzet.areas.models import AreaChange, Concordance
from wijkaanzet.areas.operations import import_concordance
from wijkaanzet.areas.rules.changes import Change
from wijkaanzet.areas.rules.concordance_file import Origin, read_concordance
from wijkaanzet.kernel import clock, subjects
from wijkaanzet.kernel.models import AuditEntry, Municipality
from wijkaanzet.kernel.refusals import Refused
from wijkaanzet.kernel.subjects import Subject

pytestmark = pytest.mark.django_db
ORIGIN = Origin(from_year=2014, to_year=2016, basis="adressen", source="Gemeente")
HEAD = "van;naar;gewicht\n"
GOOD = HEAD + "WK000110;WK000120;1\nWK000111;WK000120;0,25\nWK000111;WK000121;0,75\n"


@pytest.fixture
def town() -> Municipality:
    return MunicipalityFactory.create(code="GM0001", slug="proefstad")


def take_in(town: Municipality, text: str = GOOD, origin: Origin = ORIGIN, *, again: bool = False) -> Concordance:
    return import_concordance(town, data=text.encode(), origin=origin, actor=NOBODY, at=AT, replace=again)


def refusal(text: str | bytes) -> Refused:
    with pytest.raises(Refused) as caught:
        read_concordance(text if isinstance(text, bytes) else text.encode(), municipality="GM0001")
    assert told(caught.value)
    return caught.value


class TestFile:
    @pytest.mark.parametrize("delimiter", [";", "\t", ",", "|"])
    @pytest.mark.parametrize("head", ["from{0}to{0}weight", "Oud{0}Nieuw{0}Aandeel", "van_code{0}naar_code{0}gewicht"])
    def test_is_read_with_any_delimiter_and_usual_names(self, delimiter: str, head: str):
        rows = ["wk000110{0} WK000120{0}0.25", "WK000110{0}WK000121{0}0.75"]
        text = "\n".join([head, *rows]).format(delimiter)
        assert read_concordance(text.encode(), municipality="GM0001") == [
            Change("WK000110", "WK000120", Decimal("0.25")),
            Change("WK000110", "WK000121", Decimal("0.75")),
        ]

    @pytest.mark.parametrize(
        ("row", "key"),
        [
            ("WK00011;WK000120;1", "concordance_code"),
            ("NL00;NL01;1", "concordance_code"),
            ("WK000130;Noord;1", "concordance_code"),
            ("WK000130;BU00012001;1", "concordance_levels"),
            ("WK000110;WK000120;1", "concordance_twice"),
            ("WK000130;WK000120;0", "table_bad_weight"),
            ("WK000130;WK000120;1,1", "table_bad_weight"),
            ("WK000130;WK000120;een", "table_no_weight"),
            ("WK000130;WK000120;", "table_cell_empty"),
            (";WK000120;1", "table_cell_empty"),
            ("WK000130;WK000120", "table_cells"),
        ],
    )
    def test_that_is_wrong_somewhere_names_the_line(self, row: str, key: str):
        refused = refusal(GOOD + row)
        assert (refused.key, refused.parameters["line"]) == (key, 5)

    @pytest.mark.parametrize("weight", ["0,74", "0,76", "0,74999999", "0,75000001"])
    @pytest.mark.done("4.sums")
    def test_whose_weights_are_not_exactly_one_names_the_code(self, weight: str):
        refused = refusal(GOOD.replace("0,75", weight))
        assert (refused.key, refused.parameters["code"]) == ("concordance_sum", "WK000111")

    @pytest.mark.parametrize(
        ("text", "key"),
        [
            ("", "table_empty"),
            (HEAD, "table_no_rows"),
            ("van;naar\nWK000110;WK000120\n", "table_column_missing"),
            (HEAD + "WK000210;WK000220;1\n", "concordance_elsewhere"),
            (b"%PDF-1.7", "table_no_text"),
            (b"x" * 2_000_001, "table_too_large"),
        ],
    )
    def test_that_is_no_concordance_of_ours_is_refused(self, text: str | bytes, key: str):
        assert refusal(text).key == key

    def test_of_the_country_keeps_all_that_became_of_what_touches_us(self):
        text = GOOD + "WK000210;WK000120;0,3\nWK000210;WK000230;0,7\nWK000310;WK000330;1\n"
        found = read_concordance(text.encode(), municipality="GM0001")
        assert {one.from_code for one in found} == {"WK000110", "WK000111", "WK000210"}
        assert sum(one.weight for one in found) == 3

    @given(st.binary(max_size=200) | st.text(max_size=200).map(lambda text: (HEAD + text).encode()))
    def test_of_any_content_gets_a_sentence_and_no_crash(self, data: bytes):
        try:
            found = read_concordance(data, municipality="GM0001")
            outcome = str(found)
        except Refused as refused:
            outcome = told(refused)
        assert outcome != "[]"


class TestImport:
    def test_tells_what_became_of_the_areas_of_those_years(
        self, town: Municipality, django_assert_num_queries: DjangoAssertNumQueries
    ):
        done = take_in(town)
        with django_assert_num_queries(1):
            found = queries.changes_by_years(town, years={2014, 2016})[2014, 2016]
        assert found == [
            Change("WK000110", "WK000120"),
            Change("WK000111", "WK000120", Decimal("0.25")),
            Change("WK000111", "WK000121", Decimal("0.75")),
        ]
        assert queries.changes_by_years(town, years={2014, 2015}) == {}
        (row,) = queries.concordances(town)
        assert (row.concordance, row.changes, row.partial) == (done, 3, 2)

    def test_leaves_a_row_in_the_audit_log(self, town: Municipality):
        done = take_in(town)
        row = AuditEntry.objects.get(action="areas.concordance.imported")
        assert (row.subject_id, row.municipality) == (done.pk, town)
        assert row.detail == {"changes": 3, "from_year": 2014, "to_year": 2016}
        subject = Subject("areas.concordance", done.pk)
        assert subjects.labels([subject], NOBODY) == {subject: "2014 – 2016"}

    def test_is_refused_when_there_is_one_unless_it_replaces_it(self, town: Municipality):
        take_in(town)
        with pytest.raises(Refused) as caught, transaction.atomic():
            take_in(town)
        assert caught.value.key == "concordance_exists"
        take_in(town, HEAD + "WK000110;WK000120;1\n", again=True)
        take_in(town, origin=replace(ORIGIN, to_year=2017))
        assert AreaChange.objects.count() == 4

    def test_that_is_refused_leaves_the_one_that_was_there(self, town: Municipality):
        take_in(town)
        with pytest.raises(Refused), transaction.atomic():
            take_in(town, GOOD + "WK000112;WK000120;0,5\n", again=True)
        assert (Concordance.objects.count(), AreaChange.objects.count()) == (1, 3)

    @pytest.mark.parametrize(
        ("origin", "key"),
        [
            (replace(ORIGIN, from_year=1994), "concordance_years"),
            (replace(ORIGIN, from_year=2016), "concordance_years"),
            (replace(ORIGIN, from_year=2017), "concordance_years"),
            (replace(ORIGIN, to_year=AT.year + 2), "concordance_years"),
            (replace(ORIGIN, basis=" "), "concordance_basis"),
            (replace(ORIGIN, basis="b" * 81), "concordance_basis"),
            (replace(ORIGIN, source="a\x00b"), "concordance_source"),
            (replace(ORIGIN, source="s" * 121), "concordance_source"),
        ],
    )
    def test_wants_years_a_basis_and_a_source(self, town: Municipality, origin: Origin, key: str):
        with pytest.raises(Refused) as caught:
            take_in(town, origin=origin)
        assert caught.value.key == key
        assert told(caught.value)

    def test_stays_with_its_municipality(self, town: Municipality):
        take_in(town)
        other = MunicipalityFactory.create(code="GM0002")
        assert queries.concordances(other) == []
        assert queries.changes_by_years(other, years={2014, 2016}) == {}


class TestCommand:
    @pytest.fixture(autouse=True)
    def today(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(clock, "now", lambda: AT)

    def run(self, path: Path, *more: str, slug: str = "proefstad") -> None:
        years = ("--from-year", "2014", "--to-year", "2016")
        told = ("--basis", "adressen", "--source", "Gemeente")
        call_command("import_concordance", str(path), "--municipality", slug, *years, *told, *more)

    def test_brings_a_file_in_once(self, town: Municipality, tmp_path: Path, capsys: pytest.CaptureFixture[str]):
        path = tmp_path / "overgang.csv"
        path.write_text(GOOD, encoding="utf-8")
        self.run(path)
        assert "3" in capsys.readouterr().out
        with pytest.raises(CommandError) as caught:
            self.run(path)
        assert caught.value.returncode == 2
        assert str(caught.value).startswith("overgang.csv: ")
        row = AuditEntry.objects.get(action="areas.concordance.imported", result="refused")
        assert (row.reason, row.municipality) == ("concordance_exists", town)
        self.run(path, "--replace")
        assert AreaChange.objects.count() == 3

    @pytest.mark.usefixtures("town")
    def test_stops_at_a_municipality_or_file_that_is_not_there(self, tmp_path: Path):
        for slug in ("nergens", "proefstad"):
            with pytest.raises(CommandError) as caught:
                self.run(tmp_path / "niets.csv", slug=slug)
            assert caught.value.returncode == 2


@pytest.mark.both_engines
class TestConstraints:
    @pytest.mark.parametrize("weight", ["0", "1.00000001"])
    def test_refuse_a_weight_outside_zero_to_one(self, town: Municipality, weight: str):
        done = take_in(town)
        with pytest.raises(IntegrityError), transaction.atomic():
            AreaChange.objects.create(concordance=done, from_code="x", to_code="y", weight=weight)

    def test_refuse_a_concordance_that_goes_back(self, town: Municipality):
        with pytest.raises(IntegrityError), transaction.atomic():
            Concordance.objects.create(municipality=town, from_year=2016, to_year=2014, imported_on=AT.date())


@pytest.mark.both_engines
@pytest.mark.django_db(transaction=True)
def test_two_who_bring_in_the_same_years_bring_in_one() -> None:
    town = MunicipalityFactory.create(code="GM0001")
    answers = at_once(lambda: take_in(town), lambda: take_in(town))
    assert [answer.key for answer in answers if isinstance(answer, Refused)] == ["concordance_exists"]
    assert AreaChange.objects.count() == 3
