"""A story is taken back, is not answered, or its consent runs out: then nothing of it is left but a reference."""

from datetime import timedelta
from threading import Event

import pytest
from django.core.management import call_command
from django.db import transaction

from tests.conftest import AT
from tests.factories import NOBODY, at_once
from tests.stories.town import ALT, EVERYBODY, PLANTED, TELLER, Town, build_town, database_holds, later, yes
from wijkaanzet.intake import operations as intake
from wijkaanzet.intake.models import Entry
from wijkaanzet.intake.rules import EntryKind
from wijkaanzet.intake.rules.keeping import CONTACT_DAYS
from wijkaanzet.kernel import clock, open_moves, subjects
from wijkaanzet.kernel.models import AuditEntry, OutboxMessage
from wijkaanzet.kernel.refusals import Refused
from wijkaanzet.kernel.subjects import Subject
from wijkaanzet.stories import access, operations, queries
from wijkaanzet.stories.labels import ENDED, NAMES, WITHDRAWN
from wijkaanzet.stories.models import Consent, Story
from wijkaanzet.stories.rules import NEXT, PROCESS, Scope, StoryStatus

TODAY = AT.date()
EMPTY = ("", "", "", "", "", "", None, None, None, False)


def content(story: Story) -> tuple[object, ...]:
    words = (story.title, story.text, story.meaning, story.tone, story.folded, story.photo_alt)
    return (*words, story.sealed, story.photo, story.place, story.place_public)


@pytest.mark.done("5.withdrawn")
@pytest.mark.parametrize("before", ["offered", "shared"])
def test_a_story_that_is_taken_back_leaves_a_reference_that_says_so(town: Town, before):
    story = town.offered(photo=True, place_public=True)
    if before == "shared":
        story = operations.share(story, yes=yes({*EVERYBODY, Scope.PHOTO}), actor=TELLER, at=AT)
    operations.withdraw(story, actor=TELLER, at=AT)

    story = Story.objects.select_related("entry").get(pk=story.pk)
    assert content(story) == EMPTY
    assert (story.status, story.entry.status, story.entry.answer) == ("withdrawn", "withdrawn", "")
    assert database_holds(PLANTED) == set()
    assert queries.as_told([story.id], on=TODAY) == {story.id: None}
    label = {Subject(PROCESS, story.id): str(WITHDRAWN)}
    assert subjects.labels([Subject(PROCESS, story.id)], TELLER) == label
    assert not access.public_stories(town.municipality, on=TODAY).exists()
    assert not access.network_stories(town.officer, town.municipality, on=TODAY).exists()
    assert not list(open_moves.differences())


@pytest.mark.done("5.withdrawn")
def test_a_story_that_is_taken_back_is_not_found_any_more(town: Town):
    story = town.shared()
    everything = Story.objects.all()
    assert list(queries.found(everything, "zwaluwenpad kook")) == [story]
    operations.withdraw(story, actor=TELLER, at=AT)
    assert not queries.found(everything, "zwaluwenpad").exists()


def test_that_somebody_agreed_is_kept_without_what_it_was_about(town: Town):
    story = town.shared({Scope.PUBLIC, Scope.PRESS})
    operations.withdraw(story, actor=TELLER, at=later(3))
    consents = Consent.objects.filter(story=story).values_list("scope", "ended_on").order_by("scope")
    assert list(consents) == [("press", later(3).date()), ("public", later(3).date())]


@pytest.mark.done("5.no-content")
def test_what_was_told_stands_nowhere_but_in_the_story_that_is_shared(town: Town):
    story = town.offered(photo=True)
    assert database_holds(PLANTED) == set()
    operations.share(story, yes=yes({*EVERYBODY, Scope.PHOTO}), actor=TELLER, at=AT)
    assert database_holds(PLANTED) == {"stories_story"}
    operations.change_scopes(story, yes=yes({Scope.NETWORK}), actor=TELLER, at=AT)
    assert database_holds([ALT]) == set()
    operations.withdraw(story, actor=TELLER, at=AT)
    assert database_holds(PLANTED) == set()


@pytest.mark.done("5.no-content")
def test_the_log_holds_numbers_only(town: Town):
    story = town.shared({Scope.PUBLIC, Scope.NETWORK, Scope.TRAINING})
    operations.change_scopes(story, yes=yes({Scope.PUBLIC}), actor=TELLER, at=AT)
    operations.withdraw(story, actor=TELLER, at=AT)
    rows = AuditEntry.objects.filter(subject_kind=PROCESS, subject_id=story.id).order_by("id")
    assert [(row.action, row.detail, row.reason) for row in rows] == [
        ("stories.story.offered", {"entry": story.entry_id, "photo": False}, ""),
        ("stories.story.shared", {"scopes": 3}, ""),
        ("stories.story.scopes_changed", {"given": 0, "ended": 2}, ""),
        ("stories.story.withdrawn", {"consents": 1}, ""),
    ]
    assert {row.actor_id for row in rows} == {town.area_manager.user_id, None}
    assert not OutboxMessage.objects.filter(subject_kind=PROCESS).exists()


def test_a_teller_who_says_no_is_not_read(town: Town):
    story = operations.keep_back(town.offered(photo=True), actor=TELLER, at=AT)
    assert (story.status, content(story)) == ("not_shared", EMPTY)
    assert database_holds(PLANTED) == set()
    assert queries.labels([story.id], TELLER) == {story.id: str(NAMES[StoryStatus.NOT_SHARED])}


def test_a_teller_who_does_not_answer_is_not_read_and_not_late(town: Town):
    story = town.offered()
    last = AT + timedelta(days=(story.lapses_on - TODAY).days)
    with pytest.raises(Refused) as refused:
        operations.lapse(story, actor=NOBODY, at=last)
    assert (refused.value.key, refused.value.parameters) == ("teller_may_answer", {"day": story.lapses_on})
    story = operations.lapse(story, actor=NOBODY, at=last + timedelta(days=1))
    assert (story.status, content(story)) == ("not_shared", EMPTY)


def test_a_story_ends_with_its_consent_and_only_once(town: Town):
    story, unanswered = town.shared(), town.offered()
    day_before, day = AT.replace(year=2019) - timedelta(days=1), AT.replace(year=2019)
    assert access.public_stories(town.municipality, on=day_before.date()).exists()
    assert not access.public_stories(town.municipality, on=day.date()).exists()
    assert queries.as_told([story.id], on=day.date()) == {story.id: None}

    ended = [operations.expire(actor=NOBODY, at=moment) for moment in (AT, day_before, day, day)]
    assert [(one.expired, one.lapsed) for one in ended] == [(0, 0), (0, 1), (1, 0), (0, 0)]
    story.refresh_from_db()
    assert (story.status, content(story)) == ("expired", EMPTY)
    assert queries.labels([story.id, unanswered.id], TELLER)[story.id] == str(ENDED)
    assert AuditEntry.objects.filter(action="stories.story.expired", subject_id=story.id).count() == 1
    assert not list(open_moves.differences())


def test_a_story_holds_as_long_as_one_consent_does(town: Town):
    story = operations.change_scopes(
        town.shared({Scope.NETWORK}), yes=yes({Scope.NETWORK, Scope.REPORT}), actor=TELLER, at=later(100)
    )
    at = AT.replace(year=2019)
    assert operations.expire(actor=NOBODY, at=at).expired == 0
    assert queries.scopes_of(story, on=at.date()) == {Scope.REPORT}
    assert operations.expire(actor=NOBODY, at=later(100).replace(year=2020)).expired == 1


def test_a_photo_ends_with_its_own_consent(town: Town):
    pictured = {Scope.NETWORK, Scope.PHOTO}
    story = town.shared(pictured, photo=True)
    story = operations.change_scopes(story, yes=yes({*pictured, Scope.REPORT}), actor=TELLER, at=later(100))
    ended = [operations.expire(actor=NOBODY, at=AT.replace(year=2019)) for _ in range(2)]
    assert [(one.expired, one.photos) for one in ended] == [(0, 1), (0, 0)]
    story.refresh_from_db()
    assert (story.status, story.photo, story.photo_alt) == ("shared", None, "")


def test_a_scope_that_ran_out_can_be_given_again(town: Town):
    story = operations.change_scopes(
        town.shared({Scope.NETWORK}), yes=yes({Scope.NETWORK, Scope.REPORT}), actor=TELLER, at=later(100)
    )
    at = AT.replace(year=2019) + timedelta(days=5)
    operations.change_scopes(story, yes=yes({Scope.NETWORK, Scope.REPORT}), actor=TELLER, at=at)
    assert queries.scopes_of(story, on=at.date()) == {Scope.NETWORK, Scope.REPORT}


def test_the_timer_says_how_many_stories_ended(town: Town, monkeypatch, capsys):
    town.shared()
    monkeypatch.setattr(clock, "now", lambda: AT.replace(year=2020))
    call_command("expire_stories")
    assert capsys.readouterr().out == "stories: 1 ended with their consent, 0 without an answer; photos of others: 0\n"


@pytest.mark.parametrize("kind", [EntryKind.STORY, EntryKind.IDEA])
def test_who_sent_something_takes_it_back_whatever_it_became(town: Town, kind):
    entry = town.prepared(kind=kind)
    judged = intake.Judged(risk=1, answer="Dank u wel.", finds_checked=True)
    if kind is EntryKind.STORY:
        town.shared(entry=entry)
    else:
        intake.place(entry, judged=judged, actor=town.area_manager, at=AT)
    operations.take_back(entry, actor=TELLER, at=AT)
    entry.refresh_from_db()
    assert entry.status == "withdrawn"
    assert set(Story.objects.values_list("status", flat=True)) <= {"withdrawn"}
    assert database_holds(PLANTED) == set()
    with pytest.raises(Refused):
        operations.take_back(entry, actor=TELLER, at=AT)


def test_what_came_in_is_taken_back_after_its_story_ended(town: Town):
    story = operations.keep_back(town.offered(), actor=TELLER, at=AT)
    operations.take_back(story.entry, actor=TELLER, at=AT)
    story.refresh_from_db()
    assert (story.status, story.entry.status) == ("not_shared", "withdrawn")


@pytest.mark.parametrize("status", [status for status, following in NEXT.items() if not following])
def test_a_story_that_ended_does_not_come_back(town: Town, status):
    story = town.shared() if status is StoryStatus.EXPIRED else town.offered()
    at = AT.replace(year=2020)
    {
        StoryStatus.NOT_SHARED: lambda: operations.keep_back(story, actor=TELLER, at=at),
        StoryStatus.EXPIRED: lambda: operations.expire(actor=NOBODY, at=at),
        StoryStatus.WITHDRAWN: lambda: operations.withdraw(story, actor=TELLER, at=at),
    }[status]()
    for act in (
        lambda: operations.share(story, yes=yes(), actor=TELLER, at=at),
        lambda: operations.change_scopes(story, yes=yes(), actor=TELLER, at=at),
        lambda: operations.keep_back(story, actor=TELLER, at=at),
        lambda: operations.lapse(story, actor=NOBODY, at=at),
        lambda: operations.withdraw(story, actor=TELLER, at=at),
    ):
        with pytest.raises(Refused) as refused:
            act()
        assert refused.value.key == "wrong_state"


@pytest.mark.both_engines
@pytest.mark.django_db(transaction=True)
def test_of_a_yes_and_a_withdrawal_at_once_the_withdrawal_holds():
    town = build_town()
    story = town.offered()
    answers = at_once(
        lambda: operations.share(story, yes=yes(), actor=TELLER, at=AT),
        lambda: operations.withdraw(story, actor=TELLER, at=AT),
    )
    assert {type(one) for one in answers} <= {Story, Refused}
    story.refresh_from_db()
    assert (story.status, content(story)) == ("withdrawn", EMPTY)
    assert not Consent.objects.filter(story=story, ended_on__isnull=True).exists()
    assert Entry.objects.get().status == "withdrawn"


@pytest.mark.both_engines
@pytest.mark.django_db(transaction=True)
def test_two_who_say_yes_at_once_give_one_consent():
    town = build_town()
    story = town.offered()
    answers = at_once(*[lambda: operations.share(story, yes=yes(), actor=TELLER, at=AT)] * 2)
    assert sorted(type(one).__name__ for one in answers) == ["Refused", "Story"]
    assert Consent.objects.filter(story=story).count() == len(EVERYBODY)


@pytest.mark.both_engines
@pytest.mark.django_db(transaction=True)
def test_who_takes_it_back_while_a_reader_offers_it_leaves_no_story(monkeypatch: pytest.MonkeyPatch):
    town = build_town()
    entry = town.prepared()
    offered, looked, story_of = Event(), Event(), queries.story_of

    def looking(entry: Entry) -> Story | None:
        found = story_of(entry)
        looked.set()
        return found

    def offering() -> None:
        with transaction.atomic():
            town.offered(entry=entry)
            offered.set()
            looked.wait(timeout=1)  # who looks before this is kept finds no story

    def taking_back() -> None:
        offered.wait(timeout=30)
        operations.take_back(entry, actor=TELLER, at=AT)

    monkeypatch.setattr(queries, "story_of", looking)
    assert at_once(offering, taking_back) == [None, None]
    story = Story.objects.select_related("entry").get()
    assert (story.status, story.entry.status, content(story)) == ("withdrawn", "withdrawn", EMPTY)


@pytest.mark.parametrize("way", ["keep_back", "lapse"])
def test_of_a_story_that_is_not_shared_it_is_soon_forgotten_how_its_teller_can_be_reached(town: Town, way):
    """Also of who wanted to hear more: there is nothing left of which to hear."""
    story = town.offered()
    Entry.objects.filter(pk=story.entry_id).update(keep_told=True, contact=b"x", contact_until=later(456).date())
    day = later(10) if way == "keep_back" else later(60)
    getattr(operations, way)(story, actor=NOBODY, at=day)
    assert Entry.objects.get(pk=story.entry_id).contact_until == day.date() + timedelta(days=CONTACT_DAYS)


def test_what_is_forgotten_sooner_anyway_is_not_kept_longer(town: Town):
    story = town.offered()
    soon = later(12).date()
    Entry.objects.filter(pk=story.entry_id).update(contact=b"x", contact_until=soon)
    operations.keep_back(story, actor=NOBODY, at=later(10))
    assert Entry.objects.get(pk=story.entry_id).contact_until == soon
