"""The audit log tells of every act what, to what, with what result, through which door, by whom and when."""

import inspect
from datetime import datetime

import pytest
from django.db import DatabaseError, IntegrityError, connection, transaction
from django.db.models import ProtectedError

from tests.conftest import AT
from tests.factories import MunicipalityFactory, UserFactory
from wijkaanzet.kernel import audit, seals
from wijkaanzet.kernel.actors import Actor, Channel
from wijkaanzet.kernel.models import AuditEntry, AuditSeal
from wijkaanzet.kernel.subjects import Subject

SUBJECT = Subject("proef.dossier", 7)
SYSTEM = Actor(user_id=None, channel=Channel.JOB)
pytestmark = pytest.mark.django_db


def entry(action: str = "proef.dossier.opened", *, at: datetime = AT, reason: str = "") -> AuditEntry:
    return audit.record(action, subject=SUBJECT, actor=SYSTEM, at=at, municipality=None, reason=reason)


@pytest.mark.done("2.audit")
class TestRecord:
    def test_keeps_the_six_fields(self):
        user, municipality = UserFactory.create(), MunicipalityFactory.create()
        actor = Actor(user_id=user.pk, channel=Channel.WEB, request_id="abc-12345")
        audit.record("proef.dossier.opened", subject=SUBJECT, actor=actor, at=AT, municipality=municipality)
        row = AuditEntry.objects.get()
        assert (row.action, row.subject_kind, row.subject_id) == ("proef.dossier.opened", "proef.dossier", 7)
        assert (row.result, row.channel, row.request_id) == ("done", "web", "abc-12345")
        assert (row.actor_id, row.at, row.municipality) == (user.pk, AT, municipality)

    def test_asks_for_every_field_by_name(self):
        asked = inspect.signature(audit.record).parameters
        mandatory = {name for name, one in asked.items() if one.default is inspect.Parameter.empty}
        assert mandatory == {"action", "subject", "actor", "at", "municipality"}

    @pytest.mark.parametrize(("action", "kind"), [("", "proef.dossier"), ("proef.dossier.opened", "")])
    def test_refuses_an_act_without_name_or_object(self, action: str, kind: str):
        with pytest.raises(audit.EmptyField):
            audit.record(action, subject=Subject(kind, 7), actor=SYSTEM, at=AT, municipality=None)
        assert not AuditEntry.objects.exists()

    @pytest.mark.parametrize("name", ["password", "secret_link", "API_TOKEN", "sessionid", "email", "phone", "bsn"])
    def test_refuses_a_secret_or_a_personal_detail(self, name: str):
        with pytest.raises(audit.SecretInLog):
            audit.record("proef.a", subject=SUBJECT, actor=SYSTEM, at=AT, municipality=None, detail={name: "x"})
        assert not AuditEntry.objects.exists()

    def test_keeps_references_and_amounts(self):
        detail: dict[str, str | int | bool | None] = {"cents": 5, "about": "proef:7", "first": True, "none": None}
        audit.record("proef.a", subject=SUBJECT, actor=SYSTEM, at=AT, municipality=None, detail=detail)
        assert AuditEntry.objects.get().detail == detail

    @pytest.mark.both_engines
    def test_keeps_the_start_of_a_long_reason(self):
        entry(reason="x" * 600)
        assert AuditEntry.objects.get().reason == "x" * 500

    def test_writes_a_refusal_with_its_key(self):
        audit.record_refusal("proef.a", subject=SUBJECT, actor=SYSTEM, at=AT, municipality=None, key="too_late")
        row = AuditEntry.objects.get()
        assert (row.result, row.reason, row.detail) == ("refused", "too_late", {})

    def test_goes_away_with_the_act_that_failed(self):
        with transaction.atomic():
            entry()
            transaction.set_rollback(True)
        assert not AuditEntry.objects.exists()


@pytest.mark.done("2.audit")
@pytest.mark.both_engines
class TestOnlyAddedTo:
    """Whatever door is tried, on both engines."""

    @pytest.fixture(autouse=True)
    def sealed(self) -> None:
        entry()
        seals.seal(at=AT)

    @pytest.mark.parametrize("model", [AuditEntry, AuditSeal])
    def test_a_row_cannot_be_saved_again(self, model: type[AuditEntry | AuditSeal]):
        row = model.objects.get()
        with pytest.raises(IntegrityError, match="append-only"), transaction.atomic():
            row.save()
        assert model.objects.count() == 1

    @pytest.mark.parametrize("model", [AuditEntry, AuditSeal])
    def test_a_row_cannot_be_deleted(self, model: type[AuditEntry | AuditSeal]):
        row = model.objects.get()
        with pytest.raises(IntegrityError, match="append-only"), transaction.atomic():
            row.delete()
        with pytest.raises(IntegrityError, match="append-only"), transaction.atomic():
            model.objects.all().delete()
        assert model.objects.count() == 1

    def test_a_queryset_cannot_change_rows(self):
        with pytest.raises(IntegrityError, match="append-only"), transaction.atomic():
            AuditEntry.objects.update(reason="anders")
        with pytest.raises(IntegrityError, match="append-only"), transaction.atomic():
            AuditEntry.objects.bulk_update(AuditEntry.objects.all(), ["action"])
        assert AuditEntry.objects.get().reason == ""

    @pytest.mark.parametrize("table", ["kernel_auditentry", "kernel_auditseal"])
    @pytest.mark.parametrize("statement", ["DELETE FROM {}", "UPDATE {} SET id = id + 100"])
    def test_raw_sql_is_refused_too(self, table: str, statement: str):
        with pytest.raises(DatabaseError, match="append-only"), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(statement.format(table))
        assert (AuditEntry.objects.count(), AuditSeal.objects.count()) == (1, 1)

    @pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite has no TRUNCATE")
    @pytest.mark.parametrize("table", ["kernel_auditentry", "kernel_auditseal", "budget_posting"])
    def test_a_table_cannot_be_emptied_past_its_rows(self, table: str):
        connection.check_constraints()  # settles what would itself stand in the way
        with pytest.raises(IntegrityError, match="append-only"), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(f"TRUNCATE {table} CASCADE")
        assert (AuditEntry.objects.count(), AuditSeal.objects.count()) == (1, 1)

    @pytest.mark.skipif(connection.vendor != "sqlite", reason="only SQLite has INSERT OR REPLACE")
    @pytest.mark.parametrize(
        ("table", "new"), [("kernel_auditentry", "id"), ("kernel_auditseal", "id"), ("kernel_auditseal", "id + 1")]
    )
    def test_a_row_cannot_be_replaced(self, table: str, new: str):
        with connection.cursor() as cursor:
            cursor.execute(f"SELECT group_concat(name) FROM pragma_table_info('{table}') WHERE name <> 'id'")
            (columns,) = cursor.fetchone()
            replace = f"INSERT OR REPLACE INTO {table} (id, {columns}) SELECT {new}, {columns} FROM {table}"
            with pytest.raises(IntegrityError, match="append-only"), transaction.atomic():
                cursor.execute(replace)
        assert (AuditEntry.objects.count(), AuditSeal.objects.count()) == (1, 1)

    def test_who_acted_cannot_be_removed_from_under_it(self):
        user = UserFactory.create()
        actor = Actor(user_id=user.pk, channel=Channel.WEB)
        audit.record("proef.a", subject=SUBJECT, actor=actor, at=AT, municipality=None)
        with pytest.raises(ProtectedError):
            user.delete()
        assert AuditEntry.objects.filter(actor=user).exists()
