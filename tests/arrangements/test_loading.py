"""Loading makes arrangements follow each other in time without gap or overlap, and leaves a trace."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction

from tests.arrangements.files import GOOD, ROLES
from tests.conftest import AT
from wijkaanzet.arrangements import labels, operations, queries, rules
from wijkaanzet.arrangements.models import Arrangement
from wijkaanzet.kernel import subjects
from wijkaanzet.kernel.actors import Actor, Channel
from wijkaanzet.kernel.models import AuditEntry, Municipality

ACTOR = Actor(user_id=None, channel=Channel.COMMAND)
pytestmark = pytest.mark.django_db


def load(text: str = GOOD) -> Arrangement:
    return operations.load(text, file_name="proef.toml", known_roles=ROLES, actor=ACTOR, at=AT)


def valid(period: str, text: str = GOOD) -> str:
    return text.replace("starts_on = 2018-01-01", period)


def refusal(text: str) -> str:
    with pytest.raises(rules.ArrangementErrors) as caught:
        load(text)
    return labels.sentence(caught.value.problems[0])


class TestLoad:
    def test_takes_a_file_that_starts_with_the_mark_of_an_editor(self):
        assert load("\ufeff" + GOOD) == load()

    def test_keeps_the_start_of_a_long_file_name(self):
        row = operations.load(GOOD, file_name="n" * 200, known_roles=ROLES, actor=ACTOR, at=AT)
        row.refresh_from_db()
        assert row.file_name == "n" * 120

    def test_makes_the_municipality_when_it_is_new(self):
        assert load().municipality.slug == "proefstad"

    def test_leaves_a_row_in_the_audit_log(self):
        row = load()
        entry = AuditEntry.objects.get()
        assert (entry.action, entry.subject_id, entry.municipality) == (
            "arrangements.arrangement.loaded",
            row.pk,
            row.municipality,
        )

    def test_changes_nothing_the_second_time(self):
        assert load() == load()
        assert AuditEntry.objects.count() == 1

    def test_closes_the_running_arrangement_on_the_day_the_new_one_starts(self):
        old, new = load(), load(valid("starts_on = 2022-01-01"))
        old.refresh_from_db()
        assert old.ends_before == new.starts_on == date(2022, 1, 1)
        assert AuditEntry.objects.filter(action="arrangements.arrangement.closed", subject_id=old.pk).exists()

    def test_changes_nothing_when_the_closed_one_is_loaded_again(self):
        old, _ = load(), load(valid("starts_on = 2022-01-01"))
        assert load() == old

    def test_takes_an_earlier_one_that_ends_where_the_first_starts(self):
        load()
        assert load(valid("starts_on = 2016-01-01, ends_before = 2018-01-01")).ends_before == date(2018, 1, 1)

    @pytest.mark.parametrize(
        ("period", "start"),
        [
            ("starts_on = 2016-01-01", "2018-01-01"),
            ("starts_on = 2016-01-01, ends_before = 2018-01-02", "2018-01-01"),
            ("starts_on = 2019-12-31", "2018-01-01"),
        ],
    )
    def test_refuses_a_period_that_overlaps(self, period, start):
        load(valid("starts_on = 2018-01-01, ends_before = 2020-01-01"))
        sentence = f"proef.toml:3: starts_on: de periode overlapt met het arrangement dat op {start} begint"
        assert refusal(valid(period)) == sentence

    def test_refuses_another_text_for_the_same_start(self):
        load()
        assert refusal(GOOD + "# anders\n") == (
            "proef.toml:3: starts_on: er begint al een ander arrangement op 2018-01-01; "
            "een wijziging is een nieuw bestand met een latere begindatum"
        )

    def test_refuses_another_name_for_a_known_municipality(self):
        load()
        assert refusal(GOOD.replace('"Proefstad"', '"Proefdorp"')) == (
            'proef.toml:2: name: gemeente GM0001 staat hier bekend als "Proefstad"'
        )

    def test_refuses_the_address_of_another_municipality(self):
        load()
        assert refusal(GOOD.replace("GM0001", "GM0002")) == (
            'proef.toml:2: slug: "proefstad" is al het adres van Proefstad'
        )

    def test_leaves_nothing_behind_when_the_file_is_wrong(self):
        refusal(GOOD.replace('decides = "college"', 'decides = "colege"'))
        assert not Municipality.objects.exists()
        assert not AuditEntry.objects.exists()


class TestCurrent:
    def test_gives_what_was_loaded_in_one_query(self, django_assert_num_queries):
        municipality = load().municipality
        with django_assert_num_queries(1):
            found = queries.current(municipality, on=date(2018, 1, 1))
        assert found == rules.parse(GOOD, file_name="proef.toml", known_roles=ROLES)

    def test_follows_the_calendar(self):
        municipality = load().municipality
        load(valid("starts_on = 2022-01-01", GOOD.replace("wijktafel", "wijkkring")))
        assert queries.current(municipality, on=date(2021, 12, 31)).word("network") == "wijktafel"
        assert queries.current(municipality, on=date(2022, 1, 1)).word("network") == "wijkkring"

    def test_knows_on_which_day_a_later_one_took_over(self):
        municipality = load().municipality
        load(valid("starts_on = 2022-01-01"))
        assert queries.current(municipality, on=date(2018, 1, 1)).valid.ends_before == date(2022, 1, 1)

    def test_says_clearly_that_there_is_none(self):
        municipality = load().municipality
        with pytest.raises(queries.NoArrangement, match="no_arrangement") as caught:
            queries.current(municipality, on=date(2017, 12, 31))
        assert (caught.value.municipality, caught.value.on) == (municipality, date(2017, 12, 31))
        assert "Proefstad" in str(labels.REFUSALS[caught.value.key]) % caught.value.parameters

    @pytest.mark.parametrize(
        ("on", "word"),
        [
            (date(2017, 1, 1), "wijktafel"),
            (date(2018, 6, 1), "wijktafel"),
            (date(2021, 6, 1), "wijktafel"),  # in the gap: what held last
            (date(2022, 6, 1), "wijkkring"),
            (date(2030, 1, 1), "wijkkring"),
        ],
    )
    def test_gives_a_page_the_nearest_when_none_is_in_force(self, on: date, word: str):
        municipality = load(valid("starts_on = 2018-01-01, ends_before = 2019-01-01")).municipality
        later = GOOD.replace("wijktafel", "wijkkring")
        load(valid("starts_on = 2022-01-01, ends_before = 2023-01-01", later))
        assert queries.nearest(municipality, on=on).word("network") == word

    def test_gives_no_page_what_never_was(self):
        municipality = Municipality.objects.create(code="GM0009", slug="leeg", name="Leeg")
        with pytest.raises(queries.NoArrangement):
            queries.nearest(municipality, on=date(2018, 1, 1))


@pytest.mark.both_engines
class TestConstraints:
    @pytest.mark.parametrize(
        ("starts_on", "ends_before"),
        [
            (date(2018, 1, 1), date(2019, 1, 1)),  # a second one with the same start
            (date(2020, 1, 1), None),  # a second one that runs on
            (date(2016, 1, 1), date(2016, 1, 1)),  # a period without a day
        ],
    )
    def test_refuse_what_the_operation_would_refuse(self, starts_on, ends_before):
        row = load()
        row.pk, row.starts_on, row.ends_before = None, starts_on, ends_before
        with pytest.raises(IntegrityError), transaction.atomic():
            row.save(force_insert=True)


def test_an_arrangement_is_called_by_its_municipality_and_start():
    row = load()
    subject = subjects.Subject(operations.KIND, row.pk)
    assert subjects.labels([subject], ACTOR) == {subject: "Proefstad 2018-01-01"}
