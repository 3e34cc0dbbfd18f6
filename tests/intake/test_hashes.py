"""What is told lives on in no hash: the hashes of two towns that were told different things are the same."""

import re
from collections.abc import Iterator
from dataclasses import replace

import pytest
from django.apps import apps
from django.core.management.color import no_style
from django.db import connection, transaction

from tests.conftest import AT
from tests.intake.telling import SIGNAL, Neighbourhood, neighbourhood, placed
from wijkaanzet.intake.models import Entry
from wijkaanzet.kernel import seals
from wijkaanzet.kernel.models import AuditSeal

pytestmark = pytest.mark.django_db
HASH = re.compile(r"[0-9a-f]{32,}")
TOKEN = "the token of one form"


@pytest.mark.done("5.no-content")
def test_every_hash_stays_the_same_whatever_is_told() -> None:
    here = neighbourhood()
    first, other = (hashes_after(here, words) for words in ("Zonnebloemen in de tuin", "Geen licht in de steeg"))
    assert {"intake_entry.code_hash", "kernel_auditseal.hash"} <= {column for column, _hash in first}
    assert first == other


def hashes_after(here: Neighbourhood, words: str) -> set[tuple[str, str]]:
    """Every hash in the database once this was told, let through and sealed in the log; it is undone after that."""
    with connection.cursor() as cursor:  # PostgreSQL gives a number once, also when its row is undone
        for statement in connection.ops.sequence_reset_sql(no_style(), apps.get_models()):
            cursor.execute(statement)
    with transaction.atomic():
        entry = placed(here, replace(SIGNAL, title=words, text=words, meaning=words), token=TOKEN).entry
        seals.seal(at=AT)
        assert Entry.objects.get(pk=entry.pk).text == words
        assert AuditSeal.objects.exists()
        found = set(hashes())
        transaction.set_rollback(True)
    return found


def hashes() -> Iterator[tuple[str, str]]:
    """All that looks like a hash, with the column in which it stands."""
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")
            columns = [column[0] for column in cursor.description]
            for row in cursor.fetchall():
                for column, value in zip(columns, row, strict=True):
                    if isinstance(value, str) and HASH.fullmatch(value):
                        yield f"{table}.{column}", value
