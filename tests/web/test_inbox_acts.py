"""What readers do with what people told, over HTTP: four eyes, the answer, and nothing lost or kept too long."""

from datetime import timedelta
from hashlib import sha256

import pytest
from django.contrib.sessions.models import Session
from django.test import Client
from django.utils.translation import gettext as _

from tests.conftest import AT
from tests.stories.town import Town, build_town
from tests.web import told
from tests.web.division_town import browser
from tests.web.importing import words
from tests.web.told import ANSWER, LIST, Page, at, form_on, place, prepare, seen_mark
from wijkaanzet.intake.labels import REFUSALS
from wijkaanzet.intake.models import Attachment, Entry
from wijkaanzet.intake.rules import EntryKind, EntryStatus, Outcome
from wijkaanzet.kernel import clock
from wijkaanzet.kernel.models import AuditEntry, OpenMove
from wijkaanzet.people.models import User
from wijkaanzet.stories.labels import STATUSES
from wijkaanzet.stories.models import Consent, Story
from wijkaanzet.stories.rules import ConsentWay, Scope, StoryStatus
from wijkaanzet.web.actions import places
from wijkaanzet.web.http import Request

pytestmark = pytest.mark.django_db


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


def refused(answer: Page, key: str) -> bool:
    """Whether the page says no with that sentence."""
    return answer.status_code == 409 and str(REFUSALS[key])[:40] in words(answer)


class TestFourEyes:
    def test_two_readers_give_it_its_place(self, town: Town, coordinator: Client, manager: Client):
        entry = told.told(town)
        assert prepare(coordinator, entry)["Location"] == LIST
        assert place(manager, entry)["Location"] == LIST
        entry.refresh_from_db()
        assert (entry.status, entry.outcome, entry.kind) == (EntryStatus.ANSWERED, Outcome.PLACED, EntryKind.IDEA)
        assert (entry.title, entry.text) == (told.MADE["title"], told.MADE["text"])
        assert entry.prepared_by_id != entry.decided_by_id
        assert told.MADE["text"] in words(coordinator.get(at(entry)))

    def test_who_made_it_ready_cannot_be_the_second(self, town: Town, coordinator: Client):
        entry = told.told(town)
        prepare(coordinator, entry)
        shown = {one.uid for one in coordinator.get(at(entry)).context["page"].acts}
        assert shown == {"act-decline", "act-take_back"}
        draft = bytes(Entry.objects.get(pk=entry.pk).draft or b"")
        answer = coordinator.post(at(entry, "plaatsen/"), told.JUDGED | {"seen": mark_of(draft)})
        assert refused(answer, "same_reader")
        assert Entry.objects.get(pk=entry.pk).status == EntryStatus.PREPARED

    def test_nothing_of_it_is_left_after_the_gate(self, town: Town, coordinator: Client, manager: Client):
        entry = told.with_files(town)
        prepare(coordinator, entry, photo_alt="Een pan soep.")
        place(manager, entry)
        entry.refresh_from_db()
        assert (entry.original, entry.draft, Attachment.objects.filter(entry=entry).count()) == (None, None, 0)
        assert "Henk" not in words(manager.get(at(entry)))

    def test_who_can_be_recognised_is_not_let_through(self, town: Town, coordinator: Client, manager: Client):
        entry = told.told(town)
        prepare(coordinator, entry)
        answer = place(manager, entry, risk="3", answer="Een eigen antwoord.")
        assert refused(answer, "risk_too_high")
        assert "Een eigen antwoord." in answer.content.decode()

    def test_what_is_left_to_find_must_be_looked_at(self, town: Town, coordinator: Client, manager: Client):
        entry = told.told(town)
        prepare(coordinator, entry, text="Bel 06 12345678 voor soep.")
        assert '<mark class="wz-found">' in manager.get(at(entry)).content.decode()
        assert place(manager, entry, finds_checked="").status_code == 422
        assert place(manager, entry).status_code == 302

    def test_words_that_changed_meanwhile_are_read_again(self, town: Town, coordinator: Client, manager: Client):
        entry = told.told(town)
        prepare(coordinator, entry)
        seen = seen_mark(manager, entry)
        manager.post(at(entry, "terug/"), {"why": "De titel klopt niet."})
        prepare(coordinator, entry, text="Heel andere woorden.")
        answer = place(manager, entry, seen=seen)
        assert answer.status_code == 422
        assert _("The words were changed while you were reading; read them again first.") in words(answer)
        assert Entry.objects.get(pk=entry.pk).status == EntryStatus.PREPARED


def mark_of(draft: bytes) -> str:
    return sha256(draft).hexdigest()


class TestPreparing:
    def test_a_strength_says_what_is_strong(self, town: Town, coordinator: Client):
        entry = told.told(town)
        assert refused(prepare(coordinator, entry, kind="strength"), "no_strength_kind")
        assert prepare(coordinator, entry, kind="strength", strength_kind="people").status_code == 302
        assert Entry.objects.get(pk=entry.pk).strength_kind == "people"

    @pytest.mark.parametrize("changes", [{"kind": ""}, {"title": ""}, {"text": ""}, {"title": "t" * 121}])
    def test_what_is_not_filled_in_right_is_said_and_the_rest_stays(
        self, town: Town, coordinator: Client, changes: dict[str, str]
    ):
        entry = told.told(town)
        answer = prepare(coordinator, entry, **{"meaning": "Samen eten is fijn.", **changes})
        assert answer.status_code == 422
        assert "Samen eten is fijn." in answer.content.decode()
        assert Entry.objects.get(pk=entry.pk).status == EntryStatus.RECEIVED

    def test_the_second_of_two_who_make_it_ready_loses_nothing(self, town: Town, coordinator: Client, manager: Client):
        entry = told.told(town)
        prepare(coordinator, entry)
        answer = prepare(manager, entry, text="Hier schreef ik lang aan.")
        assert answer.status_code == 409
        assert "Hier schreef ik lang aan." in answer.content.decode()
        assert AuditEntry.objects.filter(action="intake.entry.prepared", result=AuditEntry.Result.REFUSED).exists()

    def test_what_came_back_says_why_and_lies_ready_as_it_was(self, town: Town, coordinator: Client, manager: Client):
        entry = told.told(town)
        prepare(coordinator, entry)
        assert manager.post(at(entry, "terug/"), {"why": "De titel klopt niet."}).status_code == 302
        answer = coordinator.get(at(entry))
        assert "De titel klopt niet." in words(answer)
        assert form_on(answer, "act-prepare")["text"].value() == told.MADE["text"]

    def test_sending_back_needs_a_reason(self, town: Town, coordinator: Client, manager: Client):
        entry = told.told(town)
        prepare(coordinator, entry)
        assert manager.post(at(entry, "terug/"), {"why": ""}).status_code == 422


class TestDeclining:
    def test_one_reader_may_and_everybody_gets_an_answer(self, town: Town, coordinator: Client):
        entry = told.told(town)
        assert coordinator.post(at(entry, "afwijzen/"), {"answer": " "}).status_code == 422
        assert coordinator.post(at(entry, "afwijzen/"), ANSWER).status_code == 302
        entry.refresh_from_db()
        assert (entry.outcome, entry.answer, entry.text) == (Outcome.DECLINED, ANSWER["answer"], "")
        assert entry.original is None

    def test_is_over_once_it_was_judged(self, town: Town, coordinator: Client, manager: Client):
        entry = told.told(town)
        coordinator.post(at(entry, "afwijzen/"), ANSWER)
        answer = manager.post(at(entry, "afwijzen/"), {"answer": "Een ander antwoord."})
        assert answer.status_code == 409
        assert "Een ander antwoord." in answer.content.decode()

    def test_does_not_throw_away_what_a_colleague_made_ready_meanwhile(
        self, town: Town, coordinator: Client, manager: Client
    ):
        entry = told.told(town)
        seen = form_on(manager.get(at(entry)), "act-decline").opened.draft_mark
        prepare(coordinator, entry)
        refused = manager.post(at(entry, "afwijzen/"), {"answer": "Een ander antwoord.", "seen": seen})
        assert refused.status_code == 409
        assert "Een ander antwoord." in refused.content.decode()
        entry.refresh_from_db()
        assert entry.status == EntryStatus.PREPARED
        again = form_on(refused, "act-decline")
        assert f'value="{again.opened.draft_mark}"' in str(again["seen"]), "so that it can be sent again"
        told_again = {"answer": "Een ander antwoord.", "seen": again.opened.draft_mark}
        assert manager.post(at(entry, "afwijzen/"), told_again).status_code == 302


class TestTelling:
    def test_shows_the_number_until_the_answer_was_told(self, town: Town, coordinator: Client):
        entry = told.by_phone(town)
        assert "013 123 45 67" not in words(coordinator.get(at(entry)))
        coordinator.post(at(entry, "afwijzen/"), ANSWER)
        page = coordinator.get(at(entry))
        assert 'href="tel:0131234567"' in page.content.decode()
        assert ANSWER["answer"] in words(page)
        assert coordinator.post(at(entry, "verteld/")).status_code == 302
        entry.refresh_from_db()
        assert (entry.status, entry.contact) == (EntryStatus.ANSWERED, None)

    def test_is_refused_before_there_is_an_answer(self, town: Town, coordinator: Client):
        entry = told.by_phone(town)
        assert coordinator.post(at(entry, "verteld/")).status_code == 409
        assert Entry.objects.get(pk=entry.pk).status == EntryStatus.RECEIVED


class TestStory:
    @pytest.fixture
    def offered(self, town: Town, coordinator: Client, manager: Client) -> Entry:
        entry = told.by_phone(town)
        prepare(coordinator, entry, kind="story")
        place(manager, entry)
        return entry

    def test_is_let_through_in_words_of_its_own(self, town: Town, coordinator: Client, manager: Client):
        entry = told.by_phone(town)
        prepare(coordinator, entry, kind="story")
        act = next(one for one in manager.get(at(entry)).context["page"].acts if one.uid == "act-place")
        assert act.button == _("Let the teller look at it")
        place(manager, entry)
        said = words(manager.get(LIST))
        assert _("It lies with the teller. Nobody else reads it before the teller says so.") in said
        assert _("It has its place, and who sent it gets an answer.") not in said

    def test_goes_to_its_teller_first(self, offered: Entry, coordinator: Client):
        story = Story.objects.get(entry=offered)
        offered.refresh_from_db()
        assert (story.status, offered.text, story.text) == (StoryStatus.OFFERED, "", "")
        acts = {one.uid for one in coordinator.get(at(offered)).context["page"].acts}
        assert acts == {"act-tell", "act-share", "act-take_back"}

    def test_stands_in_the_list_as_what_its_teller_said(self, town: Town, offered: Entry, coordinator: Client):
        coordinator.post(at(offered, "verteld/"))
        (row,) = coordinator.get(LIST).context["page"].answered
        assert row.badge.label == str(STATUSES[StoryStatus.OFFERED])
        coordinator.post(at(offered, "delen/"), {"scopes": ["public"], "of_age": "on"})
        (row,) = coordinator.get(LIST).context["page"].answered
        assert row.badge.label == str(STATUSES[StoryStatus.SHARED])

    def test_a_spoken_yes_is_written_down_with_its_witness(self, offered: Entry, coordinator: Client, town: Town):
        said = {"scopes": ["public", "network"], "of_age": "on"}
        assert coordinator.post(at(offered, "delen/"), said).status_code == 302
        story = Story.objects.get(entry=offered)
        assert (story.status, story.text) == (StoryStatus.SHARED, told.MADE["text"])
        consents = Consent.objects.filter(story=story)
        assert {one.scope for one in consents} == {Scope.PUBLIC, Scope.NETWORK}
        assert {(one.way, one.witness_id) for one in consents} == {(ConsentWay.SPOKEN, town.coordinator.user_id)}

    @pytest.mark.parametrize("said", [{"scopes": ["public"]}, {"of_age": "on"}])
    def test_half_a_yes_is_no_yes(self, offered: Entry, coordinator: Client, said: dict[str, object]):
        answer = coordinator.post(at(offered, "delen/"), said)
        assert answer.status_code == 409
        assert form_on(answer, "act-share").data.keys() == said.keys()
        assert Story.objects.get(entry=offered).status == StoryStatus.OFFERED

    def test_a_no_is_a_no(self, offered: Entry, coordinator: Client):
        assert coordinator.post(at(offered, "delen/"), {"say": "no"}).status_code == 302
        assert Story.objects.get(entry=offered).status == StoryStatus.NOT_SHARED

    def test_without_a_story_there_is_nothing_to_share(self, town: Town, coordinator: Client):
        entry = told.told(town)
        answer = coordinator.post(at(entry, "delen/"), {"scopes": ["public"], "of_age": "on"})
        assert answer.status_code == 409


def test_each_move_leads_to_the_page_of_the_entry(town: Town, coordinator: Client, manager: Client):
    entry = told.by_phone(town)
    request = Request()
    request.address_prefix = "/proefstad"

    def where() -> set[str]:
        kinds = ("intake.entry", "stories.story")
        moves = [one for one in OpenMove.objects.filter(subject_kind__in=kinds) if is_about(one, entry)]
        return set(places(request, moves).values())

    assert where() == {at(entry)}
    prepare(coordinator, entry, kind="story")
    assert where() == {at(entry)}
    place(manager, entry)
    assert where() == {at(entry)}


def is_about(move: OpenMove, entry: Entry) -> bool:
    """Whether a move is of this entry or of its story."""
    if move.subject_kind == "intake.entry":
        return move.subject_id == entry.pk
    return Story.objects.filter(pk=move.subject_id, entry=entry).exists()


def test_what_was_typed_comes_back_after_the_session_ended(town: Town, coordinator: Client):
    entry = told.told(town)
    Session.objects.update(expire_date=AT - timedelta(days=1))
    sent = told.MADE | {"step": "prepare", "text": "Dit typte ik net."}
    coordinator.post(at(entry, "klaarzetten/"), sent, headers={"referer": f"http://testserver{at(entry)}"})
    coordinator.force_login(User.objects.get(pk=town.coordinator.user_id or 0))
    answer = coordinator.get(at(entry))
    assert answer.status_code == 200
    assert "Dit typte ik net." in answer.content.decode()
    assert Entry.objects.get(pk=entry.pk).status == EntryStatus.RECEIVED
