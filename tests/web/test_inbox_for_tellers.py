"""What readers see of what a teller agreed to, and do for a teller who lost the code."""

from collections.abc import Collection

import pytest
from django.test import Client
from django.utils.translation import gettext as _
from pytest_django import Settings

from tests.conftest import AT
from tests.stories.town import ALT, TELLER, Town, build_town, later
from tests.web import told
from tests.web.division_town import browser
from tests.web.importing import words
from tests.web.told import LIST, at, form_on, place, prepare
from wijkaanzet.intake import queries as intake
from wijkaanzet.intake.models import Entry
from wijkaanzet.intake.rules import EntryStatus, Outcome
from wijkaanzet.kernel import clock
from wijkaanzet.kernel.models import AuditEntry
from wijkaanzet.stories import operations as stories
from wijkaanzet.stories.labels import SCOPES
from wijkaanzet.stories.models import Story
from wijkaanzet.stories.rules import Scope, StoryStatus

pytestmark = pytest.mark.django_db
PHOTO_HELP = (
    "The photo is only kept with a story; with everything else it is deleted."
    " Leave this empty when a person or a house number can be recognised: then it is deleted too."
)
SURE = {"sure": "on"}
SHOWN = "Één keer per maand kook ik zelf."


@pytest.fixture
def town(db: None, monkeypatch: pytest.MonkeyPatch) -> Town:
    monkeypatch.setattr(clock, "now", lambda: AT)
    return build_town()


@pytest.fixture
def coordinator(town: Town) -> Client:
    return browser(town.coordinator)


@pytest.fixture
def manager(town: Town) -> Client:
    return browser(town.area_manager)


def steps(client: Client, entry: Entry) -> set[str]:
    """What the page of an entry offers to do."""
    return {one.uid for one in client.get(at(entry)).context["page"].acts}


class TestTakingBack:
    @pytest.mark.done("5.withdrawn")
    @pytest.mark.parametrize("state", ["received", "prepared", "answered"])
    def test_a_reader_takes_it_back_for_its_teller_by_name(
        self, town: Town, coordinator: Client, manager: Client, state: str
    ):
        entry = told.told(town)
        if state != "received":
            prepare(coordinator, entry)
        if state == "answered":
            place(manager, entry)
        answer = coordinator.post(at(entry, "terugnemen/"), SURE)
        assert (answer.status_code, answer["Location"]) == (302, LIST)
        entry.refresh_from_db()
        assert (entry.status, entry.original, entry.draft, entry.text) == (EntryStatus.WITHDRAWN, None, None, "")
        row = AuditEntry.objects.get(action="intake.entry.withdrawn")
        assert (row.actor_id, row.result) == (town.coordinator.user_id, AuditEntry.Result.DONE)
        assert steps(coordinator, entry) == set()

    @pytest.mark.done("5.withdrawn")
    @pytest.mark.parametrize("share", [False, True])
    def test_its_story_goes_with_it(self, town: Town, coordinator: Client, share: bool):
        story = town.shared() if share else town.offered()
        assert coordinator.post(at(story.entry, "terugnemen/"), SURE).status_code == 302
        story.refresh_from_db()
        assert (story.status, story.text, story.sealed) == (StoryStatus.WITHDRAWN, "", None)
        assert SHOWN not in words(coordinator.get(at(story.entry)))

    def test_is_not_done_before_the_reader_says_so(self, town: Town, coordinator: Client):
        entry = told.told(town)
        answer = coordinator.post(at(entry, "terugnemen/"), {})
        assert answer.status_code == 422
        assert _("Say first that who told it asked you to take it back.") in words(answer)
        assert Entry.objects.get(pk=entry.pk).status == EntryStatus.RECEIVED

    def test_is_done_once(self, town: Town, coordinator: Client, manager: Client):
        entry = told.told(town)
        coordinator.post(at(entry, "terugnemen/"), SURE)
        assert manager.post(at(entry, "terugnemen/"), SURE).status_code == 409


class TestAgreement:
    @pytest.mark.parametrize("scopes", [{Scope.REPORT}, {Scope.PRESS, Scope.TRAINING}, {Scope.PUBLIC, Scope.PHOTO}])
    def test_readers_see_for_what_the_teller_agrees_and_the_words(
        self, town: Town, coordinator: Client, scopes: Collection[Scope]
    ):
        page = coordinator.get(at(town.shared(scopes, photo=True).entry))
        agreed = [value for term, value in page.context["page"].facts if term == _("The teller agrees to")]
        assert [value.split(";")[0] for value in agreed] == [str(SCOPES[one]) for one in Scope if one in scopes]
        assert all("1 oktober 2019" in value for value in agreed)
        assert SHOWN in words(page)
        assert (ALT in words(page)) is (Scope.PHOTO in scopes)

    @pytest.mark.parametrize("end", ["withdrawn", "expired"])
    def test_nothing_is_shown_once_it_ended(
        self, town: Town, coordinator: Client, monkeypatch: pytest.MonkeyPatch, end: str
    ):
        story = town.shared({Scope.REPORT})
        if end == "withdrawn":
            stories.withdraw(story, actor=TELLER, at=AT)
        else:
            monkeypatch.setattr(clock, "now", lambda: later(2 * 366))
        page = browser(town.coordinator).get(at(story.entry))
        assert SHOWN not in words(page)
        assert _("The teller agrees to") not in dict(page.context["page"].facts)


class TestPhoto:
    def test_the_question_says_that_it_is_only_kept_with_a_story(self, town: Town, coordinator: Client):
        form = form_on(coordinator.get(at(told.with_files(town))), "act-prepare")
        assert _(PHOTO_HELP) in form["photo_alt"].help_text

    @pytest.mark.parametrize(("kind", "kept"), [("story", ALT), ("idea", "")])
    def test_what_it_shows_is_only_kept_with_a_story(self, town: Town, coordinator: Client, kind: str, kept: str):
        entry = told.with_files(town)
        prepare(coordinator, entry, kind=kind, photo_alt=ALT)
        draft = intake.draft_of(Entry.objects.get(pk=entry.pk))
        assert draft is not None
        assert draft.photo_alt == kept


class TestKeyThatIsGone:
    @pytest.mark.parametrize("ready", [False, True])
    def test_the_page_opens_says_so_and_lets_it_be_declined(
        self, town: Town, coordinator: Client, settings: Settings, ready: bool
    ):
        settings.WZ_CONTENT_KEYS = ["sleutel van gisteren"]
        entry = told.with_files(town)
        if ready:
            prepare(coordinator, entry)
        settings.WZ_CONTENT_KEYS = ["sleutel van vandaag"]
        assert _("Nobody can read this any more") in words(coordinator.get(at(entry)))
        assert steps(coordinator, entry) == {"act-decline", "act-take_back"}
        assert coordinator.post(at(entry, "afwijzen/"), told.ANSWER).status_code == 302
        assert Entry.objects.get(pk=entry.pk).outcome == Outcome.DECLINED

    def test_a_story_that_waits_for_its_teller_can_be_taken_back(
        self, town: Town, coordinator: Client, settings: Settings
    ):
        settings.WZ_CONTENT_KEYS = ["sleutel van gisteren"]
        story = town.offered()
        settings.WZ_CONTENT_KEYS = ["sleutel van vandaag"]
        assert steps(coordinator, story.entry) == {"act-take_back"}
        coordinator.post(at(story.entry, "terugnemen/"), SURE)
        assert Story.objects.get(pk=story.pk).status == StoryStatus.WITHDRAWN
