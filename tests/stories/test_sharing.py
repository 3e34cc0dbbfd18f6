"""Two steps: the edited text lies sealed with the teller first, and is shared for what the teller agrees to."""

import pytest
from django.db import IntegrityError, transaction

from tests.conftest import AT
from tests.factories import NOBODY, MunicipalityFactory
from tests.stories.town import ALT, EVERYBODY, MEANING, TELLER, TEXT, TITLE, Town, later, yes
from wijkaanzet.intake import operations as intake
from wijkaanzet.intake.rules import EntryKind, Route, Tone
from wijkaanzet.kernel import open_moves
from wijkaanzet.kernel.actors import Actor, Channel
from wijkaanzet.kernel.models import OpenMove
from wijkaanzet.kernel.refusals import Refused
from wijkaanzet.kernel.subjects import Subject
from wijkaanzet.stories import access, operations, queries
from wijkaanzet.stories.models import Consent, Story
from wijkaanzet.stories.rules import PROMPT, ConsentWay, Scope

TODAY = AT.date()


def refusal(act) -> str:
    with pytest.raises(Refused) as refused:
        act()
    return refused.value.key


@pytest.mark.done("5.consent")
def test_a_story_is_read_by_nobody_before_its_teller_saw_it_and_agreed(town: Town):
    story = town.offered()
    assert (story.status, story.title, story.text, story.meaning, story.folded) == ("offered", "", "", "", "")
    assert not access.public_stories(town.municipality, on=TODAY).exists()
    assert not access.network_stories(town.officer, town.municipality, on=TODAY).exists()
    assert queries.as_told([story.id], on=TODAY) == {story.id: None}
    offered = queries.words_offered(story)
    assert offered is not None
    assert (offered.title, offered.text, offered.meaning, offered.tone) == (TITLE, TEXT, MEANING, Tone.GOOD)

    story = operations.share(story, yes=yes(), actor=TELLER, at=AT)
    assert (story.status, story.title, story.text) == ("shared", TITLE, TEXT)
    assert queries.words_offered(story) is None
    assert access.public_stories(town.municipality, on=TODAY).get() == story


@pytest.mark.done("5.consent")
@pytest.mark.parametrize(
    ("scopes", "public", "network"),
    [
        ({Scope.PUBLIC}, True, True),
        ({Scope.NETWORK}, False, True),
        ({Scope.NETWORK, Scope.REPORT}, False, True),
        ({Scope.REPORT}, False, False),
        ({Scope.PRESS, Scope.TRAINING}, False, False),
        (EVERYBODY, True, True),
    ],
)
def test_each_scope_opens_only_what_it_says(town: Town, scopes, public, network):
    story = town.shared(scopes)
    assert queries.scopes_of(story, on=TODAY) == scopes
    assert access.public_stories(town.municipality, on=TODAY).exists() is public
    assert access.network_stories(town.member, town.municipality, on=TODAY).exists() is network


def test_consent_says_to_which_words_when_how_and_until_when(town: Town):
    story = town.shared({Scope.PUBLIC})
    consent = Consent.objects.get(story=story)
    assert (consent.scope, consent.wording, consent.way, consent.witness) == ("public", "1", "link", None)
    assert (consent.given_on, consent.expires_on) == (TODAY, TODAY.replace(year=2019))
    assert story.expires_on == consent.expires_on


def test_only_a_story_is_offered_and_else_nothing_happens(town: Town):
    entry = town.prepared(kind=EntryKind.IDEA)
    assert refusal(lambda: town.offered(entry=entry)) == "wrong_kind"
    entry.refresh_from_db()
    assert (entry.status, Story.objects.count()) == ("prepared", 0)


def test_who_made_it_ready_does_not_let_it_through(town: Town):
    entry, judged = town.prepared(), intake.Judged(risk=1, answer="Dank u.", finds_checked=True)
    key = refusal(lambda: operations.offer(entry, judged=judged, actor=town.coordinator, at=AT))
    assert key == "same_reader"


def test_an_offered_story_rests_with_the_coordinator_until_it_is_answered(town: Town):
    story = town.offered()
    resting = OpenMove.objects.get(subject_kind="stories.story", subject_id=story.id)
    assert (resting.role, resting.scope_id, resting.rest_who) == ("coordinator", town.area.id, "teller")
    assert resting.rest_look_again_on == story.lapses_on > TODAY
    assert not list(open_moves.differences())
    operations.share(story, yes=yes(), actor=TELLER, at=AT)
    assert not OpenMove.objects.filter(subject_kind="stories.story").exists()
    assert not list(open_moves.differences())


def test_a_story_is_shared_once(town: Town):
    story = town.shared()
    assert refusal(lambda: operations.share(story, yes=yes(), actor=TELLER, at=AT)) == "wrong_state"


@pytest.mark.parametrize(
    ("said", "key"), [(yes(set()), "no_scope"), (yes(of_age=False), "too_young"), (yes({Scope.PHOTO}), "no_photo")]
)
def test_a_yes_that_is_none_changes_nothing(town: Town, said, key):
    story = town.offered()
    assert refusal(lambda: operations.share(story, yes=said, actor=TELLER, at=AT)) == key
    story.refresh_from_db()
    assert (story.status, Consent.objects.count()) == ("offered", 0)


@pytest.mark.parametrize("reader", ["coordinator", "area_manager", "officer"])
def test_a_spoken_yes_is_written_down_by_who_reads_there(town: Town, reader):
    witness: Actor = getattr(town, reader)
    story = operations.share(town.offered(), yes=yes(way=ConsentWay.SPOKEN), actor=witness, at=AT)
    assert {one.witness_id for one in story.consents.all()} == {witness.user_id}


@pytest.mark.parametrize("who", ["elsewhere", "professional", "member", "nobody"])
def test_a_spoken_yes_is_not_written_down_by_anybody_else_nor_by_who_only_wrote_the_story_down(town: Town, who):
    actor: Actor = TELLER if who == "nobody" else getattr(town, who)
    story, said = town.offered(entry=town.prepared(route=Route.DESK, writer=actor)), yes(way=ConsentWay.SPOKEN)
    assert refusal(lambda: operations.share(story, yes=said, actor=actor, at=AT)) == "not_the_witness"


def test_a_yes_by_the_code_has_no_witness_whoever_is_logged_in(town: Town):
    story = operations.share(town.offered(), yes=yes({Scope.PUBLIC}), actor=town.officer, at=AT)
    assert [one.witness_id for one in story.consents.all()] == [None]


@pytest.mark.done("5.consent")
def test_one_scope_is_taken_back_and_the_others_stay(town: Town):
    story = town.shared({Scope.PUBLIC, Scope.NETWORK, Scope.REPORT})
    story = operations.change_scopes(story, yes=yes({Scope.NETWORK, Scope.TRAINING}), actor=TELLER, at=later(10))
    on = later(10).date()
    assert queries.scopes_of(story, on=on) == {Scope.NETWORK, Scope.TRAINING}
    assert not access.public_stories(town.municipality, on=on).exists()
    ended = Consent.objects.filter(story=story, ended_on=on)
    assert set(ended.values_list("scope", flat=True)) == {"public", "report"}
    kept = Consent.objects.get(story=story, scope="network")
    assert (kept.given_on, kept.expires_on) == (TODAY, TODAY.replace(year=2019))
    assert story.expires_on == on.replace(year=2019)  # training, given ten days later, holds longest


def test_taking_the_last_scope_back_is_not_a_change(town: Town):
    story = town.shared()
    assert refusal(lambda: operations.change_scopes(story, yes=yes(set()), actor=TELLER, at=AT)) == "no_scope"


def test_scopes_of_a_story_that_is_not_shared_do_not_change(town: Town):
    story = town.offered()
    assert refusal(lambda: operations.change_scopes(story, yes=yes(), actor=TELLER, at=AT)) == "wrong_state"


def test_a_photo_is_seen_when_its_teller_agrees(town: Town):
    story = town.offered(photo=True)
    assert queries.photo_of(story) is not None
    assert bytes(story.photo or b"")[:2] != b"\xff\xd8"  # sealed, so no JPEG to be found in the database
    story = operations.share(story, yes=yes({*EVERYBODY, Scope.PHOTO}), actor=TELLER, at=AT)
    told = queries.as_told([story.id], on=TODAY)[story.id]
    assert told is not None
    assert (told.has_photo, told.photo_alt) == (True, ALT)
    assert (queries.photo_of(story) or b"")[:2] == b"\xff\xd8"

    story = operations.change_scopes(story, yes=yes(EVERYBODY), actor=TELLER, at=AT)
    assert (story.photo, story.photo_alt, queries.photo_of(story)) == (None, "", None)


def test_a_photo_without_consent_is_deleted(town: Town):
    story = operations.share(town.offered(photo=True), yes=yes(), actor=TELLER, at=AT)
    told = queries.as_told([story.id], on=TODAY)[story.id]
    assert told is not None
    assert (story.photo, told.has_photo, told.photo_alt) == (None, False, "")


def test_a_story_answers_the_question_of_its_own_municipality(town: Town):
    own = operations.add_prompt(
        town.municipality, question="Wat is hier sterk?", area=None, ends_before=None, actor=NOBODY, at=AT
    )
    foreign = operations.add_prompt(
        MunicipalityFactory.create(), question="En daar?", area=None, ends_before=None, actor=NOBODY, at=AT
    )
    answers = [town.offered(entry=town.prepared(about=Subject(PROMPT, one.id))).prompt for one in (own, foreign)]
    assert answers == [own, None]


@pytest.mark.both_engines
@pytest.mark.parametrize(
    "wrong",
    [
        {"sealed": None},
        {"title": "Er staat al iets"},
        {"status": "withdrawn"},
        {"status": "shared"},
    ],
)
def test_the_database_keeps_words_sealed_until_they_are_shared(town: Town, wrong):
    story = town.offered()
    with pytest.raises(IntegrityError), transaction.atomic():
        Story.objects.filter(pk=story.pk).update(**wrong)


@pytest.mark.both_engines
@pytest.mark.parametrize(
    "wrong",
    [
        {"scope": "network"},
        {"way": "spoken"},
        {"expires_on": TODAY},
        {"ended_on": TODAY.replace(year=2016)},
    ],
)
def test_the_database_keeps_consent_whole(town: Town, wrong):
    story = town.shared()
    with pytest.raises(IntegrityError), transaction.atomic():
        Consent.objects.filter(story=story, scope="public").update(**wrong)


def test_a_visitor_is_entrusted_with_nothing(town: Town):
    town.offered()
    visitor = Actor(user_id=None, channel=Channel.WEB)
    assert not access.entrusted_stories(visitor, town.municipality, on=TODAY).exists()
