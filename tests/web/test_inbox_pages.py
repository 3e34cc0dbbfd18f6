"""What readers see of what people told: a list without content, and the page of one thing that was told."""

import pytest
from django.test import Client
from django.utils.translation import gettext as _

from tests.conftest import AT
from tests.factories import MunicipalityFactory, somebody
from tests.helpers.queries import assert_same_queries
from tests.stories.town import Town, build_town
from tests.web import told
from tests.web.division_town import browser
from tests.web.importing import words
from tests.web.told import LIST, at, form_on
from wijkaanzet.intake.labels import STAND_INS
from wijkaanzet.intake.models import Attachment
from wijkaanzet.intake.rules import Route
from wijkaanzet.intake.rules.anonymising import FoundKind
from wijkaanzet.kernel import clock
from wijkaanzet.people.rules import Role

pytestmark = pytest.mark.django_db
READERS = ("officer", "area_manager", "coordinator")
STEPS = ("", "klaarzetten/", "plaatsen/", "terug/", "afwijzen/", "verteld/", "delen/", "bijlage/1/")
SCRIPT = "<script>alert('soep')</script>"


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


class TestList:
    @pytest.mark.parametrize("reader", READERS)
    def test_shows_what_waits_and_nothing_of_what_was_told(self, town: Town, reader: str):
        told.told(town, route=Route.DESK)
        page = words(browser(getattr(town, reader)).get(LIST))
        assert "Henk" not in page
        assert "soep" not in page
        assert town.area.name in page
        assert "2 oktober 2017" in page

    def test_the_oldest_comes_first_fifty_to_a_page(self, town: Town, coordinator: Client):
        entries = [told.told(town, token=f"the form of sender {number:03}") for number in range(51)]
        rows = coordinator.get(LIST).context["page"].waiting
        assert [row.href for row in rows] == [at(one) for one in entries[:50]]
        (last,) = coordinator.get(f"{LIST}?pagina=2").context["page"].waiting
        assert last.href == at(entries[50])

    def test_costs_no_more_queries_when_more_waits(self, town: Town, coordinator: Client):
        def grow() -> None:
            for number in range(20):
                told.told(town, token=f"the form of sender {number:03}")

        told.told(town)
        assert_same_queries(coordinator, LIST, grow, at_most=20)

    def test_costs_no_more_queries_when_more_was_answered(self, town: Town, coordinator: Client):
        def answer(numbers: range) -> None:
            for number in numbers:
                entry = told.told(town, token=f"the form of sender {number:03}")
                coordinator.post(at(entry, "afwijzen/"), told.ANSWER)

        answer(range(1))
        assert_same_queries(coordinator, LIST, lambda: answer(range(1, 9)), at_most=20)

    def test_says_for_what_each_thing_waits(self, town: Town, coordinator: Client, manager: Client):
        entry = told.by_phone(town)
        badges = [coordinator.get(LIST).context["page"].waiting[0].badge.label]
        told.prepare(coordinator, entry)
        badges += [client.get(LIST).context["page"].waiting[0].badge.label for client in (coordinator, manager)]
        told.place(manager, entry)
        badges += [coordinator.get(LIST).context["page"].waiting[0].badge.label]
        said = ("to read", "somebody else reads it", "to read as the second one", "to tell by telephone")
        assert badges == [_(one) for one in said]
        assert not coordinator.get(LIST).context["page"].answered

    def test_parts_for_what_it_waits_from_what_it_is(self, town: Town, coordinator: Client):
        told.prepare(coordinator, told.told(town))
        page = coordinator.get(LIST)
        (row,) = page.context["page"].waiting
        assert f"{row.badge.label} · {row.kind}" in words(page)

    def test_shows_what_was_answered_lately(self, town: Town, coordinator: Client):
        entry = told.told(town)
        coordinator.post(at(entry, "afwijzen/"), told.ANSWER)
        page = coordinator.get(LIST).context["page"]
        assert ([row.href for row in page.answered], page.waiting) == ([at(entry)], ())

    def test_what_is_of_no_area_is_for_the_policy_officer(self, town: Town, coordinator: Client):
        entry = told.told(town, area=None)
        assert not coordinator.get(LIST).context["page"].waiting
        assert coordinator.get(at(entry)).status_code == 404
        (row,) = browser(town.officer).get(LIST).context["page"].waiting
        assert row.href == at(entry)

    def test_stands_in_the_menu_of_who_reads(self, town: Town, coordinator: Client):
        link = f'href="{LIST}"'
        assert link in coordinator.get("/proefstad/besluiten/").content.decode()
        controller = browser(somebody(Role.CONTROLLER, town.municipality))
        assert link not in controller.get("/proefstad/besluiten/").content.decode()

    @pytest.mark.parametrize("stranger", [None, "member", "professional"])
    def test_is_not_there_for_who_reads_nothing(self, town: Town, stranger: str | None):
        assert browser(getattr(town, stranger) if stranger else None).get(LIST).status_code == 404


@pytest.mark.parametrize("step", STEPS)
class TestNotYours:
    @pytest.mark.parametrize("stranger", ["member", "professional", "elsewhere"])
    def test_who_does_not_read_there_finds_nothing(self, town: Town, step: str, stranger: str):
        path, client = at(told.told(town), step), browser(getattr(town, stranger))
        assert client.get(path).status_code == 404
        assert client.post(path, told.MADE | told.JUDGED).status_code in {404, 405}

    def test_another_municipality_is_not_there(self, town: Town, step: str):
        other = MunicipalityFactory.create(slug="elders")
        stranger = browser(somebody(Role.POLICY_OFFICER, other))
        path = at(told.told(town), step)
        assert stranger.get(path).status_code == 404
        assert stranger.get(path.replace("/proefstad/", "/elders/")).status_code == 404


class TestEntry:
    def test_shows_what_was_told_with_each_find_marked_in_words(self, town: Town, coordinator: Client):
        page = coordinator.get(at(told.told(town, title="Soep", meaning="Samen eten."))).content.decode()
        kind = STAND_INS[FoundKind.PHONE]
        assert f'<mark class="wz-found">06 12345678\u00a0<span>({kind})</span></mark>' in page
        assert "Samen eten." in page

    def test_a_script_is_shown_as_text(self, town: Town, coordinator: Client, manager: Client):
        entry = told.told(town, SCRIPT, title=SCRIPT, meaning=SCRIPT)
        pages = [coordinator.get(at(entry)).content.decode()]
        told.prepare(coordinator, entry, title=SCRIPT, text=SCRIPT, meaning=SCRIPT)
        pages += [manager.get(at(entry)).content.decode()]
        told.place(manager, entry)
        pages += [manager.get(at(entry)).content.decode()]
        assert all("<script" not in page for page in pages)
        assert all("&lt;script&gt;" in page for page in pages)

    def test_the_text_lies_ready_without_what_points_at_a_person(self, town: Town, coordinator: Client):
        text = form_on(coordinator.get(at(told.told(town))), "act-prepare")["text"].value()
        assert f"[{STAND_INS[FoundKind.PHONE]}]" in text
        assert "06 12345678" not in text

    def test_links_to_what_looks_the_same(self, town: Town, coordinator: Client):
        first = told.told(town, token="the form of one sender")
        second = told.told(town, token="the form of the other")
        told.told(town, "Er is te weinig groen in onze straat.", token="the form of a third one")
        (same,) = coordinator.get(at(second)).context["page"].alike
        assert same.href == at(first)

    def test_may_play_sound_and_nothing_more(self, town: Town, coordinator: Client):
        entry = told.with_files(town)
        policy = coordinator.get(at(entry)).headers["Content-Security-Policy"]
        assert "media-src 'self'" in policy
        assert "default-src 'none'" in policy
        assert "media-src" not in coordinator.get(LIST).headers["Content-Security-Policy"]

    def test_says_until_when_an_answer_was_promised(self, town: Town, coordinator: Client):
        facts = dict(coordinator.get(at(told.told(town))).context["page"].facts)
        assert any("2017" in value for value in facts.values())


class TestFiles:
    @pytest.mark.parametrize(("number", "kind"), [(1, "image/jpeg"), (2, "audio/mpeg")])
    def test_are_opened_for_their_reader(self, town: Town, coordinator: Client, number: int, kind: str):
        answer = coordinator.get(at(told.with_files(town), f"bijlage/{number}/"))
        content = b"".join(answer)
        assert (answer.status_code, answer["Content-Type"]) == (200, kind)
        assert len(content) == int(answer["Content-Length"])
        assert answer["Content-Disposition"] == "inline"
        assert answer["X-Content-Type-Options"] == "nosniff"
        assert "no-store" in answer["Cache-Control"]

    @pytest.mark.parametrize("number", [0, 3])
    def test_that_do_not_exist_are_not_there(self, town: Town, coordinator: Client, number: int):
        assert coordinator.get(at(told.with_files(town), f"bijlage/{number}/")).status_code == 404

    def test_of_another_area_are_not_there(self, town: Town, coordinator: Client):
        entry = told.with_files(town, area=town.other_area)
        assert coordinator.get(at(entry, "bijlage/1/")).status_code == 404

    def test_are_gone_after_the_gate(self, town: Town, coordinator: Client):
        entry = told.with_files(town)
        coordinator.post(at(entry, "afwijzen/"), told.ANSWER)
        assert coordinator.get(at(entry, "bijlage/1/")).status_code == 404
        assert not Attachment.objects.exists()
