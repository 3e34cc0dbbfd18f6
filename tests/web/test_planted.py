"""Five hundred planted persons: none of them is found in a published row, a page, a search, a file or a log line."""

from collections.abc import Iterable

import pytest
from django.contrib.sessions.models import Session
from django.core.management import call_command
from django.test import Client
from pytest_django import Settings

from tests.conftest import AT
from tests.intake.planted import PERSONS, told
from tests.scans.scan_town import build_town
from tests.web.planted_town import (
    HERE,
    SCAN,
    Planted,
    let_through,
    public,
    publish,
    read,
    readers_look,
    rows,
    share,
    tell,
)
from wijkaanzet.intake.models import Entry
from wijkaanzet.intake.rules import EntryKind
from wijkaanzet.kernel import clock
from wijkaanzet.kernel.searching import folded
from wijkaanzet.stories.models import Story

pytestmark = [pytest.mark.django_db, pytest.mark.full]
STORY_IN, SEARCHED = 8, 30


@pytest.mark.done("5.planted")
def test_nothing_of_planted_persons_is_found_anywhere(
    settings: Settings,
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
    caplog: pytest.LogCaptureFixture,
) -> None:
    settings.WZ_INTAKE_PER_HOUR = 10_000
    monkeypatch.setattr(clock, "now", lambda: AT)
    town, visitor = build_town(), Client()
    planted = [Planted.of(person, text) for person, text in told()]
    assert len(left_in([planted[0].text.upper()], planted)) > 1, "who looks must be able to find"
    for one in planted:
        tell(one)
    entries = list(Entry.objects.select_related("municipality").order_by("id"))
    readers_look(town, entries[:5])
    assert left_in(rows(), planted) == []
    offered = [
        let_through(town, entry, EntryKind.SUGGESTION if number % STORY_IN else EntryKind.STORY)
        for number, entry in enumerate(entries)
    ]
    shared = [share(story) for story in list(filter(None, offered))[::2]]
    publish(town, [entry for number, entry in enumerate(entries) if number % STORY_IN], shared)
    call_command("seal_audit", verbosity=0)
    assert_all_is_there(visitor, len(shared))
    assert left_in([*rows(), *public(visitor), *capfd.readouterr(), caplog.text], planted) == []
    for one in planted[:SEARCHED]:
        assert_finds_nobody(visitor, one)


def assert_all_is_there(visitor: Client, shared: int) -> None:
    """What is looked through is no empty town."""
    stories = -(-PERSONS // STORY_IN)
    assert Entry.objects.exclude(text="").count() == PERSONS - stories
    assert (Story.objects.count(), Story.objects.exclude(text="").count()) == (stories, shared)
    assert Session.objects.exists()
    assert "Wat [" in read(visitor, f"{SCAN}/").decode()


def assert_finds_nobody(visitor: Client, one: Planted) -> None:
    """Whoever searches for a person, by whatever is known of them, finds nothing that was told."""
    person = one.person
    for sought in (person.name, person.address, person.phone, person.bsn, person.email):
        page = visitor.get(f"{HERE}/verteld/", {"zoek": sought}).content.decode()
        assert "wz-card-told" not in page, sought
        assert "[" not in page.split("<main")[1], sought


def left_in(everything: Iterable[str], planted: list[Planted]) -> list[str]:
    """What of each person can be read somewhere, also without accents and capitals."""
    whole = folded("\n".join(everything))
    return [what for one in planted for what in one.left_in(whole)]
