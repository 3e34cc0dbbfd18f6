"""Who reads which stories, how they are shown, searched, and named by those who point at them."""

import pytest

from tests.conftest import AT
from tests.factories import NOBODY, MunicipalityFactory
from tests.stories.town import MEANING, TELLER, TEXT, TITLE, Town
from wijkaanzet.intake.rules import Tone
from wijkaanzet.kernel.subjects import Subject
from wijkaanzet.stories import access, operations, queries
from wijkaanzet.stories.labels import NAMES
from wijkaanzet.stories.models import Story
from wijkaanzet.stories.rules import PROMPT, Scope, StoryStatus

TODAY = AT.date()


@pytest.mark.parametrize(
    ("reader", "here", "everywhere"),
    [
        ("coordinator", True, False),
        ("area_manager", True, False),
        ("professional", True, False),
        ("member", True, False),
        ("officer", True, True),
        ("elsewhere", False, False),
        ("visitor", False, False),
    ],
)
def test_a_story_for_the_network_is_read_by_who_works_or_sits_there(town: Town, reader, here, everywhere):
    story = town.shared({Scope.NETWORK})
    wide = town.shared({Scope.NETWORK}, entry=town.prepared(everywhere=True))
    actor = TELLER if reader == "visitor" else getattr(town, reader)
    seen = set(access.network_stories(actor, town.municipality, on=TODAY))
    assert seen == ({story} if here else set()) | ({wide} if everywhere else set())


def test_a_story_for_everybody_is_read_by_everybody(town: Town):
    story = town.shared({Scope.PUBLIC})
    assert list(access.public_stories(town.municipality, on=TODAY)) == [story]
    assert list(access.network_stories(town.elsewhere, town.municipality, on=TODAY)) == [story]
    assert not access.public_stories(MunicipalityFactory.create(), on=TODAY).exists()


def test_a_reader_whose_role_has_not_begun_reads_nothing(town: Town):
    town.shared({Scope.NETWORK})
    before = TODAY.replace(year=2015)
    assert not access.network_stories(town.coordinator, town.municipality, on=before).exists()


def test_a_story_is_shown_by_the_month_and_without_its_street(town: Town):
    story = town.shared()
    told = queries.as_told([story.id], on=TODAY)[story.id]
    assert told == queries.StoryWords(
        public_id=story.public_id,
        title=TITLE,
        text=TEXT,
        meaning=MEANING,
        tone=Tone.GOOD,
        area_name=town.area.name,
        place_name="",
        figure="eenzaamheid",
        prompt="",
        told_on=TODAY.replace(day=1),
        has_photo=False,
        photo_alt="",
    )


def test_the_street_is_shown_when_nobody_can_be_recognised_by_it(town: Town):
    story = town.shared(place_public=True)
    told = queries.as_told([story.id], on=TODAY)[story.id]
    assert told is not None
    assert told.place_name == "Lijsterlaan"


def test_a_story_of_the_whole_municipality_names_no_area_and_its_question(town: Town):
    prompt = operations.add_prompt(
        town.municipality, question="Wat helpt u?", area=None, ends_before=None, actor=NOBODY, at=AT
    )
    story = town.shared(entry=town.prepared(everywhere=True, about=Subject(PROMPT, prompt.id)))
    told = queries.as_told([story.id], on=TODAY)[story.id]
    assert told is not None
    assert (told.area_name, told.prompt) == ("", "Wat helpt u?")


def test_many_stories_cost_one_query(town: Town, django_assert_num_queries):
    ids = [town.shared().id, town.offered().id, town.shared(place_public=True).id]
    with django_assert_num_queries(1):
        shown = queries.as_told(ids, on=TODAY)
    assert [shown[id_] is None for id_ in ids] == [False, True, False]
    with django_assert_num_queries(1):
        found = list(access.public_stories(town.municipality, on=TODAY))
        names = [(one.area, one.place, one.prompt) for one in found]
    assert len(names) == 2


@pytest.mark.both_engines
@pytest.mark.parametrize(
    ("sought", "finds"),
    [
        ("", True),
        ("zwaluwenpad", True),
        ("ZWALUWENPAD", True),
        ("een keer", True),
        ("ÉÉN KEER", True),
        ("kook dinsdag", True),
        ("kook woensdag", False),
        ("%", False),
        ("_", False),
        ("\\", False),
        ("roerdompgevoel", False),
        ("x" * 100_000, False),
        ("kook " * 20_000, True),
        ("\x00'--", False),
    ],
)
def test_stories_are_found_by_their_words_on_every_database(town: Town, sought, finds):
    town.shared()
    stories = access.public_stories(town.municipality, on=TODAY)
    assert queries.found(stories, sought).exists() is finds


def test_a_story_that_is_not_shared_is_not_found(town: Town):
    town.offered()
    assert not queries.found(Story.objects.all(), "zwaluwenpad").exists()


def test_the_newest_story_comes_first(town: Town):
    stories = [town.shared(), town.shared()]
    assert list(queries.newest_first(access.public_stories(town.municipality, on=TODAY))) == stories


def test_who_may_know_of_a_story_reads_its_name(town: Town):
    public, network, offered = town.shared(), town.shared({Scope.NETWORK}), town.offered()
    ids = [public.id, network.id, offered.id]

    def names(actor) -> dict[int, str]:
        seen = access.seen_stories(actor, ids, on=TODAY)
        return dict(queries.labels(seen, actor))

    with_teller = str(NAMES[StoryStatus.OFFERED])
    assert names(TELLER) == {public.id: TITLE}
    assert names(town.member) == {public.id: TITLE, network.id: TITLE}
    assert names(town.coordinator) == {public.id: TITLE, network.id: TITLE, offered.id: with_teller}
    assert names(town.elsewhere) == {public.id: TITLE}


def test_a_story_leads_to_what_came_in_and_back(town: Town):
    entry = town.prepared()
    assert queries.story_of(entry) is None
    story = town.offered(entry=entry)
    assert queries.story_of(entry) == story
    assert queries.public_ids([story.id]) == {story.id: story.public_id}
    assert queries.entry_ids([story.id]) == {story.id: entry.public_id}


def test_who_wrote_it_down_is_not_entrusted_with_it_only_who_reads_there(town: Town):
    story = town.offered(entry=town.prepared(writer=town.elsewhere))
    assert not access.entrusted_stories(town.elsewhere, town.municipality, on=TODAY).exists()
    assert story in access.entrusted_stories(town.coordinator, town.municipality, on=TODAY)


def test_a_story_that_ended_is_entrusted_to_nobody(town: Town):
    operations.withdraw(town.offered(), actor=TELLER, at=AT)
    assert not access.entrusted_stories(town.coordinator, town.municipality, on=TODAY).exists()
