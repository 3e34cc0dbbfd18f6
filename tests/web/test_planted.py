"""Five hundred planted persons: none of them is found in a published row, a page, a search, a file or a log line."""

import json
from collections.abc import Iterator
from secrets import token_urlsafe

import pytest
from django.core.management import call_command
from django.db import connection
from django.test import Client
from pytest_django import Settings

from tests.conftest import AT
from tests.intake.planted import Person, told
from tests.intake.telling import JUDGED, Neighbourhood, neighbourhood
from wijkaanzet.intake import operations, queries
from wijkaanzet.intake.labels import STAND_INS
from wijkaanzet.intake.models import Entry
from wijkaanzet.intake.rules import EntryKind
from wijkaanzet.intake.rules.anonymising import hidden
from wijkaanzet.kernel.models import AuditEntry
from wijkaanzet.kernel.searching import folded

pytestmark = [pytest.mark.django_db, pytest.mark.full]


@pytest.mark.done("5.planted")
def test_nothing_of_planted_persons_is_found_anywhere(
    settings: Settings, capfd: pytest.CaptureFixture[str], caplog: pytest.LogCaptureFixture
) -> None:
    settings.WZ_INTAKE_PER_HOUR = 10_000
    here = neighbourhood()
    planted = list(told())
    for person, text in planted:
        tell(here, text, person)
    assert [what for what in left_in(rows(), planted)] == []  # noqa: C416  names what leaked
    for entry in Entry.objects.order_by("id"):
        let_through(here, entry)
    call_command("seal_audit", verbosity=0)
    visitor = Client()
    everything = [*rows(), *public(visitor, here), *capfd.readouterr(), caplog.text]
    assert Entry.objects.exclude(text="").count() == len(planted)
    assert list(left_in(everything, planted)) == []
    for person, _text in planted[:50]:
        for found in (person.phone, person.bsn, person.email):
            page = visitor.get(f"/{here.town.slug}/verteld/", {"zoek": found}).content.decode()
            assert "wz-card-told" not in page
            assert "[" not in page.split("<main")[1]


def tell(here: Neighbourhood, text: str, person: Person) -> None:
    """Somebody tells it on the site, and leaves where the answer must go."""
    answers = {"token": token_urlsafe(24), "area": here.area.slug, "text": text, "may_share": "yes"}
    answer = Client().post(f"/{here.town.slug}/vertel/", {**answers, "email": "antwoord@voorbeeld.nl"})
    assert answer.status_code == 302, answer.content.decode()


def let_through(here: Neighbourhood, entry: Entry) -> None:
    """Both readers take over what lies ready: what the rules found is hidden, and nothing more."""
    words = queries.told_of(entry)
    assert words is not None
    text = hidden(
        words.text, queries.finds_in_text(words.text, here.town), stand_in=lambda kind: f"[{STAND_INS[kind]}]"
    )
    made = operations.Prepared(kind=EntryKind.SUGGESTION, title="Uit de wijk", text=text)
    operations.prepare(entry, prepared=made, actor=here.first, at=AT)
    operations.place(entry, judged=JUDGED, actor=here.second, at=AT)


def rows() -> Iterator[str]:
    """All that stands in the tables of what was told and in the log, as anybody with a copy could read it."""
    with connection.cursor() as cursor:
        for table in ("intake_entry", "intake_attachmentpart", "intake_knock", "kernel_outboxmessage"):
            cursor.execute(f"SELECT * FROM {table}")
            yield from (" ".join(map(as_text, row)) for row in cursor.fetchall())
    yield from (json.dumps(list(row), default=str) for row in AuditEntry.objects.values_list())


def as_text(value: object) -> str:
    """What a reader of the bare table sees."""
    return bytes(value).decode("latin-1") if isinstance(value, (bytes, memoryview)) else str(value)


def public(visitor: Client, here: Neighbourhood) -> Iterator[str]:
    """Every page of the list, every entry in full, and the files."""
    base = f"/{here.town.slug}/verteld"
    for entry in Entry.objects.order_by("id"):
        yield visitor.get(f"{base}/{entry.public_id}/").content.decode()
    for number in range(1, 11):
        yield visitor.get(f"{base}/", {"pagina": str(number)}).content.decode()
    for name in (".csv", ".json"):
        yield visitor.get(f"{base}{name}").content.decode()


def left_in(everything: Iterator[str] | list[str], planted: list[tuple[Person, str]]) -> Iterator[str]:
    """What of each person can be read somewhere, also without accents and capitals."""
    whole = folded("\n".join(everything))
    for person, text in planted:
        for name, value in vars(person).items():
            if value in text and folded(value) in whole:
                yield f"{name}: {value}"
