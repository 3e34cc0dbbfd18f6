"""What people told, for everybody: the list, one in full, the photo, and the section on the page of a neighbourhood."""

from collections.abc import Callable
from datetime import datetime

import pytest
from django.test import Client
from pytest_django import Settings

from tests.conftest import AT
from tests.factories import ARRANGEMENT, install
from tests.helpers.queries import assert_same_queries
from tests.stories.town import ALT, MEANING, PLANTED, TELLER, TITLE, Town, build_town, later, picture
from tests.web.told_town import HERE, LIST, PUBLIC, STREET_NAMED, client_of, entry, many, page_of, read, titles, words
from wijkaanzet.intake import operations as intake
from wijkaanzet.intake.models import Entry
from wijkaanzet.intake.rules import EntryKind
from wijkaanzet.kernel import clock
from wijkaanzet.kernel.subjects import Subject
from wijkaanzet.stories import operations as stories
from wijkaanzet.stories.models import Story
from wijkaanzet.stories.rules import PROMPT, Scope
from wijkaanzet.web.paging import PER_PAGE

pytestmark = pytest.mark.django_db
Moment = Callable[[datetime], None]
WITH_PHOTO = frozenset({Scope.PUBLIC, Scope.PHOTO})


@pytest.fixture
def town() -> Town:
    return build_town()


@pytest.fixture(autouse=True)
def now(monkeypatch: pytest.MonkeyPatch) -> Moment:
    """The day on which all is told; call it to let time go by."""

    def move(to: datetime) -> None:
        monkeypatch.setattr(clock, "now", lambda: to)

    move(AT)
    return move


class TestList:
    @pytest.mark.both_engines
    def test_puts_stories_and_entries_together_the_newest_first(self, town: Town, client: Client):
        entry(town, "De oudste", at=later(-40))
        town.shared()
        entry(town, "De nieuwste", at=later(-1))
        assert titles(client) == [TITLE, "De nieuwste", "De oudste"]

    def test_shows_fifty_of_a_hundred_and_one_at_the_same_cost(self, town: Town, client: Client):
        entry(town)
        town.shared()
        assert_same_queries(client, LIST, lambda: many(town, 99), at_most=6)
        pages = [titles(client, f"{LIST}?pagina={n}") for n in (1, 2, 3)]
        assert [len(page) for page in pages] == [PER_PAGE, PER_PAGE, 1]
        shown = [title for page in pages for title in page]
        assert len(set(shown)) == 101
        assert shown[-1] == "Idee 000"
        assert sum(title.startswith("Verhaal") for title in pages[0]) == 24

    def test_the_way_to_the_next_page_keeps_what_was_asked(self, town: Town, client: Client):
        many(town, 104)
        page = client.get(f"{LIST}?soort=verhaal&wijk={town.area.slug}&zoek=zo+is").context["page"]
        assert (len(page.cards), page.pagination.pages) == (50, 2)
        follow = client.get(LIST + page.pagination.next_href).context["page"]
        assert [card.title for card in follow.cards] == ["Verhaal 003", "Verhaal 001"]

    @pytest.mark.both_engines
    @pytest.mark.parametrize(
        ("asked", "found"),
        [
            ("", {TITLE, "Bankje", "Eetclub", "Donker", "Elders"}),
            ("soort=verhaal", {TITLE}),
            ("soort=kracht", {"Eetclub"}),
            ("soort=zorg", {"Donker"}),
            ("soort=idee", {"Bankje", "Elders"}),
            ("soort=suggestie", set()),
            ("wijk=here", {TITLE, "Bankje", "Eetclub", "Donker"}),
            ("wijk=elsewhere", {"Elders"}),
            ("wijk=elsewhere&soort=verhaal", set()),
            ("zoek=zwaluwenpad", {TITLE}),
            ("zoek=KWIKSTAARTZAAL+anderen", {TITLE}),
            ("zoek=bankje+zwaluwenpad", set()),
            ("zoek=uitrusten", {"Bankje", "Eetclub", "Donker", "Elders"}),
            ("zoek=%25", set()),
            ("sort=titel", {TITLE, "Bankje", "Eetclub", "Donker", "Elders"}),
        ],
    )
    def test_gives_what_is_looked_for(self, town: Town, client: Client, asked: str, found: set[str]):
        town.shared()
        entry(town, "Bankje")
        entry(town, "Eetclub", kind=EntryKind.STRENGTH)
        entry(town, "Donker", kind=EntryKind.SIGNAL)
        entry(town, "Elders", area=town.other_area)
        asked = asked.replace("here", town.area.slug).replace("elsew" + town.area.slug, town.other_area.slug)
        assert set(titles(client, f"{LIST}?{asked}")) == found

    @pytest.mark.parametrize(
        "asked", ["wijk=nergens", "soort=roddel", "zoek=" + "z" * 101, "zoek=a%00b", "wijk=' or 1=1"]
    )
    def test_says_in_one_sentence_what_it_cannot_look_for(self, town: Town, client: Client, asked: str):
        entry(town)
        answer = client.get(f"{LIST}?{asked}")
        assert answer.status_code == 422
        assert [len(errors) for errors in answer.context["form"].errors.values()] == [1]
        assert "Een bankje" not in words(answer)

    @pytest.mark.parametrize("asked", ["", "?soort=zorg"])
    def test_invites_to_tell_when_there_is_nothing(self, town: Town, client: Client, asked: str):
        answer = client.get(LIST + asked)
        assert answer.context["page"].empty is not None
        assert answer.content.decode().count(f'href="{HERE}/vertel/"') >= 2

    def test_names_the_month_and_a_street_only_when_that_points_at_nobody(self, town: Town, client: Client):
        entry(town, "Zonder straat", at=later(-4))
        entry(town, "Met straat", judged=STREET_NAMED, at=later(-3))
        with_street, without = client.get(LIST).context["page"].cards
        assert with_street.where == f"{town.area.name}, Lijsterlaan"
        assert (without.where, without.when) == (town.area.name, "september 2017")
        assert "28 september" not in read(client, LIST)
        assert "Lijsterlaan" not in read(client, page_of(Entry.objects.get(title="Zonder straat")))

    def test_shows_the_photo_that_its_teller_shares(self, town: Town, client: Client):
        town.shared(WITH_PHOTO, photo=True)
        assert f'alt="{ALT}"' in client.get(LIST).content.decode()

    def test_of_another_municipality_is_not_here(self, town: Town, client: Client):
        shown = entry(town)
        install(_other("anderstad"))
        assert titles(client, "/anderstad/verteld/") == []
        assert client.get(f"/anderstad/verteld/{shown.public_id}/").status_code == 404


def _hidden(town: Town) -> list[Story | Entry]:
    return [town.shared({Scope.NETWORK}), entry(town, may_share=False)]


class TestOnlyForWhoWorkHere:
    def test_a_visitor_reads_nothing_of_it(self, town: Town, client: Client):
        hidden = _hidden(town)
        assert titles(client) == []
        assert {client.get(page_of(one)).status_code for one in hidden} == {404}

    @pytest.mark.parametrize("who", ["coordinator", "area_manager", "professional", "member", "officer"])
    def test_who_works_or_sits_there_reads_it_with_a_sign(self, town: Town, who: str):
        hidden = _hidden(town)
        reader = client_of(getattr(town, who))
        assert len(titles(reader)) == 2
        assert all(card.only_here for card in reader.get(LIST).context["page"].cards)
        assert all(reader.get(page_of(one)).context["page"].only_here for one in hidden)

    def test_who_works_elsewhere_reads_nothing_of_it(self, town: Town):
        hidden = _hidden(town)
        reader = client_of(town.elsewhere)
        assert {reader.get(page_of(one)).status_code for one in hidden} == {404}
        assert titles(reader) == []

    @pytest.mark.parametrize("scope", [Scope.REPORT, Scope.PRESS, Scope.TRAINING])
    def test_another_purpose_is_no_reading(self, town: Town, scope: Scope):
        story = town.shared({scope})
        assert {client_of(who).get(page_of(story)).status_code for who in (town.officer, town.member)} == {404}


class TestOne:
    def test_says_first_what_it_means_to_who_tells_it(self, town: Town, client: Client):
        page = read(client, page_of(town.shared()))
        assert page.index(TITLE) < page.index(MEANING) < page.index("Elke dinsdag")

    def test_keeps_paragraphs_and_runs_nothing(self, town: Town, client: Client):
        shown = entry(town, "<script>1</script>", "Eerst dit.\n\nDan <b>dat</b>.")
        html = client.get(page_of(shown)).content.decode()
        assert "<p>Eerst dit.</p>" in html
        assert "&lt;b&gt;dat&lt;/b&gt;" in html
        assert "<script" not in html

    def test_says_which_question_it_answers_and_leads_to_the_neighbourhood(self, town: Town, client: Client):
        asked = stories.add_prompt(
            town.municipality, question="Waar eet u?", area=town.area, ends_before=None, actor=town.coordinator, at=AT
        )
        story = town.shared(entry=town.prepared(about=Subject(PROMPT, asked.pk)))
        answer = client.get(page_of(story))
        assert "Waar eet u?" in words(answer)
        assert f'href="{HERE}/wijken/{town.area.slug}/"' in answer.content.decode()
        assert f'href="{HERE}/vertel/?wijk={town.area.slug}"' in answer.content.decode()

    def test_costs_few_queries_and_stays_behind_nowhere(self, town: Town, client: Client):
        path = page_of(town.shared(WITH_PHOTO, photo=True))
        assert_same_queries(client, path, lambda: many(town, 30), at_most=5)
        for one in (path, f"{path}foto/", *PUBLIC):
            answer = client.get(one)
            assert "no-store" in answer["Cache-Control"]
            assert answer["X-Robots-Tag"] == "noarchive"

    def test_what_never_was_public_is_not_there(self, town: Town, client: Client):
        offered = town.offered()
        waiting = town.prepared()
        declined = intake.decline(town.prepared(), answer="Dit kan niet.", actor=town.area_manager, at=AT)
        kept = stories.keep_back(town.offered(), actor=TELLER, at=AT)
        for one in (offered, waiting, declined, kept, offered.entry):
            assert client.get(page_of(one)).status_code == 404
            assert client_of(town.officer).get(page_of(one)).status_code == 404
        assert titles(client) == []

    def test_is_gone_on_the_day_that_consent_ends_also_before_the_job_ran(
        self, town: Town, client: Client, now: Moment
    ):
        story = town.shared(WITH_PHOTO, photo=True)
        path = page_of(story)
        now(later(729))
        assert [client.get(one).status_code for one in (path, f"{path}foto/")] == [200, 200]
        now(later(730))
        assert [client.get(one).status_code for one in (path, f"{path}foto/")] == [404, 404]
        assert titles(client) == []


class TestPhoto:
    def test_is_a_jpeg_that_no_browser_takes_for_something_else(self, town: Town, client: Client):
        answer = client.get(f"{page_of(town.shared(WITH_PHOTO, photo=True))}foto/")
        assert answer.status_code == 200
        assert (answer["Content-Type"], answer["X-Content-Type-Options"]) == ("image/jpeg", "nosniff")
        assert answer.content.startswith(b"\xff\xd8")
        assert answer.content != picture()

    @pytest.mark.parametrize("scopes", [{Scope.PUBLIC}, {Scope.NETWORK, Scope.PHOTO}])
    def test_is_not_there_for_whom_it_is_not_shared(self, town: Town, client: Client, scopes: set[Scope]):
        path = f"{page_of(town.shared(scopes, photo=True))}foto/"
        assert client.get(path).status_code == 404
        assert client_of(town.member).get(path).status_code == (200 if Scope.PHOTO in scopes else 404)

    def test_is_not_there_any_more_once_its_key_is_gone(self, town: Town, client: Client, settings: Settings):
        settings.WZ_CONTENT_KEYS = ["sleutel van gisteren"]
        path = f"{page_of(town.shared(WITH_PHOTO, photo=True))}foto/"
        assert client.get(path).status_code == 200
        settings.WZ_CONTENT_KEYS = ["sleutel van vandaag"]
        assert client.get(path).status_code == 404

    def test_an_entry_has_none(self, town: Town, client: Client):
        assert client.get(f"{page_of(entry(town))}foto/").status_code == 404


@pytest.mark.done("5.withdrawn")
def test_what_its_teller_takes_back_is_gone_everywhere_at_once(town: Town, client: Client):
    story, other = town.shared(WITH_PHOTO | {Scope.NETWORK}, photo=True), entry(town)
    path = page_of(story)
    everywhere = [*PUBLIC, f"{LIST}?zoek=Zwaluwenpad", path, f"{path}foto/", f"{HERE}/wijken/{town.area.slug}/"]
    before = [client.get(one) for one in everywhere]
    assert {one.status_code for one in before} == {200}
    assert all(any(word in words(one) for word in PLANTED) for one in before if "image" not in one["Content-Type"])
    stories.withdraw(story, actor=TELLER, at=AT)
    intake.withdraw(other, actor=TELLER, at=AT)
    for reader in (client, client_of(town.officer), client_of(town.member)):
        assert [reader.get(one).status_code for one in (path, f"{path}foto/", page_of(other))] == [404, 404, 404]
        for one in (*PUBLIC, everywhere[-1], f"{LIST}?zoek=bankje"):
            assert not [word for word in (*PLANTED, "uitrusten") if word in read(reader, one)]
            assert story.public_id not in reader.get(one).content.decode()
        assert titles(reader, f"{LIST}?zoek=Zwaluwenpad") == []


@pytest.mark.done("5.planted")
def test_what_the_readers_took_out_is_nowhere_in_public(town: Town, client: Client):
    planted = ("Roodborstje", "06-87654321", "Merelhof 12", "koolmees@example.nl")
    told = "Mevrouw Roodborstje van Merelhof 12 belt 06-87654321 of mailt koolmees@example.nl."
    shown = entry(town, "Een buur helpt", "Een buur helpt met bellen.", told=intake.Telling(text=told))
    town.shared(WITH_PHOTO, photo=True)
    area = f"{HERE}/wijken/{town.area.slug}/"
    for reader in (client, client_of(town.officer), client_of(town.member)):
        for path in (*PUBLIC, page_of(shown), area, f"{LIST}?zoek=buur"):
            answer = reader.get(path)
            assert "Een buur helpt" in words(answer)
            assert not [word for word in planted if word in answer.content.decode()]
    for word in planted:
        assert titles(client, f"{LIST}?zoek={word.split()[0]}") == []


class TestOnThePageOfANeighbourhood:
    def test_stand_the_three_newest_and_the_way_to_all(self, town: Town, client: Client):
        many(town, 8)
        entry(town, "Elders", area=town.other_area)
        section = client.get(f"{HERE}/wijken/{town.area.slug}/").context["page"].told
        assert [card.title for card in section.cards] == ["Verhaal 007", "Idee 006", "Verhaal 005"]
        assert section.all_href == f"{LIST}?wijk={town.area.slug}"
        assert section.tell_href == f"{HERE}/vertel/?wijk={town.area.slug}"

    def test_stands_an_invitation_when_there_is_nothing(self, town: Town, client: Client):
        town.shared({Scope.NETWORK})
        page = client_of(town.member).get(f"{HERE}/wijken/{town.area.slug}/")
        assert page.context["page"].told.cards == ()
        assert f'href="{HERE}/vertel/?wijk={town.area.slug}"' in page.content.decode()

    def test_costs_no_query_more_when_more_was_told(self, town: Town, client: Client):
        assert_same_queries(client, f"{HERE}/wijken/{town.area.slug}/", lambda: many(town, 101), at_most=15)


def test_the_front_page_and_every_footer_lead_to_telling_and_to_the_answer(town: Town, client: Client):
    front = client.get(f"{HERE}/").content.decode()
    assert f'<a class="wz-button" href="{HERE}/vertel/">' in front
    footer = client.get(LIST).content.decode().split("<footer")[1]
    assert [page in footer for page in (f'href="{HERE}/vertel/"', f'href="{HERE}/antwoord/"')] == [True, True]


def _other(slug: str) -> str:
    return ARRANGEMENT.replace("GM0001", "GM0002").replace("proefstad", slug).replace("Proefstad", slug.capitalize())


def test_a_story_keeps_its_own_address(town: Town, client: Client):
    story = town.shared()
    assert client.get(page_of(story)).status_code == 200
    assert client.get(page_of(story.entry)).status_code == 404
    assert Story.objects.get().public_id != story.entry.public_id
